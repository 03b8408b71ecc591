import type { LockedSheet } from '../../domain/locks.js';
import type { Abstention } from '../../domain/scoring.js';
import { anything, collection, count, moment, perhapsMoment, perhapsText, text, yes } from '../collection.js';
import type { ContestId } from './contests.js';
import type { PersonId } from './people.js';

/* What judges give. */

/**
 * One of a judge for an entry in a round: a unique key. `_id`: `<contest>/<who filled it in>/<entry code>`,
 * in a selection `<contest>/<round>/<who filled it in>/<entry code>`. Points are decimal strings.
 */
export type Sheet = {
  _id: string;
  contest: ContestId;
  judge: PersonId;
  entry: string;
  /** The selection it belongs to; absent in those of the final. */
  round?: string;
  /** Empty where the judge never gave any. */
  points: Record<string, string>;
  sum: string;
  /** He doesn't score this entry. Points that he had given before he said that he is tied to it are kept. */
  abstained?: Abstention;
  /** For the committee's papers; nobody but the judge reads it before the lock. */
  remark?: string;
  /** The secretary who typed a paper sheet; absent where the judge gave it himself. */
  enteredBy?: PersonId;
  /** Where it comes in part by part: who gave which, and when. `enteredBy` is there while one is from paper. */
  parts?: Record<string, PartGiven>;
  /** Each time it was set aside or taken back in, the newest last. */
  asides?: Aside[];
  at: Date;
  /** How often it was written: confirmed, changed, set aside, taken back in. */
  version: number;
  turn: string;
};

/** `enteredBy`: the secretary who typed it from paper; absent where the judge gave it himself. */
export type PartGiven = { at: Date; enteredBy?: PersonId };

export type Aside = { kind: 'aside' | 'back'; reason: string; by: PersonId; at: Date; turn: string };

export const sheets = collection<Sheet>(
  'sheets',
  {
    _id: text,
    contest: text,
    judge: text,
    entry: text,
    round: { type: String },
    points: anything,
    sum: text,
    abstained: anything,
    remark: { type: String },
    enteredBy: { type: String },
    parts: anything,
    asides: { type: [anything], default: undefined },
    at: moment,
    version: count,
    turn: text,
  },
  [
    [
      { contest: 1, judge: 1, entry: 1, round: 1 },
      { unique: true, name: 'sheetOfRound' },
    ],
  ],
);

/**
 * The sheets of the final, or of a unit's selection, as they were when its judging was over: never edited.
 * Each closing has its number. `_id`: `<contest>/<round, or final>/<unit>/<number>`.
 */
export type Lock = {
  _id: string;
  contest: ContestId;
  /** `null`: the final. */
  round: string | null;
  unit: string;
  number: number;
  /** What closed it: the same cause closes once. */
  cause: string;
  at: Date;
  /** Who closed it before its time; `null`: nobody had to. */
  by: PersonId | null;
  /** Have its sheets been read into it? Until then there are none in it. */
  sealed: boolean;
  sheets: LockedSheet[];
  count: number;
  /** SHA-256 over the sheets, see `domain/locks.ts`. */
  checksum: string;
  headJudge: PersonId | null;
  /** Its judging was opened once more. */
  reopened: Reopening | null;
};

export type Reopening = {
  until: Date;
  reason: string;
  document: string;
  by: PersonId;
  at: Date;
  turn: string;
};

export const locks = collection<Lock>(
  'locks',
  {
    _id: text,
    contest: text,
    round: perhapsText,
    unit: text,
    number: count,
    cause: text,
    at: moment,
    by: perhapsText,
    sealed: yes,
    sheets: [anything],
    count,
    checksum: { type: String, default: '' },
    headJudge: perhapsText,
    reopened: { type: anything.type, default: null },
  },
  [
    [{ contest: 1, round: 1, unit: 1, number: 1 }, {}],
    [
      { contest: 1, round: 1, unit: 1, cause: 1 },
      { unique: true, name: 'cause' },
    ],
  ],
);

/**
 * Who looks at what in the final, where the plan doesn't give everything to all: never edited, and followed by
 * the next when judges or entries come, go, or turn out to be tied. `_id`: `<contest>/<number>`.
 */
export type StoredAssignment = {
  _id: string;
  contest: ContestId;
  number: number;
  /** What chance goes by: anybody who has it can work the first one out again. */
  seed: string;
  /** How many judges look at each entry. */
  views: number;
  judges: { judge: PersonId; entries: string[] }[];
  /** Entries for which too few judges may look, and how many views they lack. */
  lacking: { entry: string; views: number }[];
  at: Date;
  /** When those who were given more by it had been told; `null`: not yet. */
  told: Date | null;
};

export const assignments = collection<StoredAssignment>(
  'assignments',
  {
    _id: text,
    contest: text,
    number: count,
    seed: text,
    views: count,
    judges: [anything],
    lacking: [anything],
    at: moment,
    told: perhapsMoment,
  },
  [[{ contest: 1, number: 1 }, {}]],
);
