import type { Extension } from '../../domain/extensions.js';
import type { Move } from '../../domain/moves.js';
import type { Acceptance } from '../../domain/plan/acceptance.js';
import type { PublishedRules } from '../../domain/rulesVersions.js';
import type { Unit } from '../../domain/units.js';
import { anything, collection, count, moment, perhapsText, text } from '../collection.js';

/* Contests, and the lists of units they stand on. */

export type ContestId = string;

export type StoredContest = {
  _id: ContestId;
  /** Counts up with every change of the plan and of what was settled since: whoever has read this version needn't read again. */
  version: number;
  plan: unknown;
  decisions: { path: string; value: unknown; by: string; at: Date; note: string; turn: string }[];
  /** Absent in contests that were stored before anything could be moved, extended or accepted. */
  moves?: (Move & { turn: string })[];
  extensions?: Extension[];
  acceptances?: (Acceptance & { turn: string })[];
  /** The versions of its rules that were published since the plan. */
  rules?: PublishedRules[];
  /** The turn in which somebody set it up in a chat; absent where the operator did. */
  turn?: string;
  /** What happens once in a contest, by name, and when it was done. */
  done: Record<string, Date>;
  createdAt: Date;
};

export const contests = collection<StoredContest>('contests', {
  _id: text,
  version: count,
  plan: anything,
  decisions: [anything],
  moves: [anything],
  extensions: [anything],
  acceptances: [anything],
  rules: [anything],
  turn: { type: String },
  done: anything,
  createdAt: moment,
});

/** Which generation of an imported list of units is in force. `before`: the list that it followed on. */
export type StoredUnitList = {
  _id: string;
  generation: string;
  before: string | null;
  count: number;
  importedAt: Date;
};

export const unitLists = collection<StoredUnitList>('unitLists', {
  _id: text,
  generation: text,
  before: perhapsText,
  count,
  importedAt: moment,
});

/** Some hundred units of one generation. `_id`: `<list>/<generation>/<part>`. */
export type UnitChunk = { _id: string; list: string; generation: string; part: number; units: Unit[] };

export const unitChunks = collection<UnitChunk>(
  'unitChunks',
  { _id: text, list: text, generation: text, part: count, units: [anything] },
  [[{ list: 1, generation: 1, part: 1 }, {}]],
);
