import type { NamedEntry } from '../../domain/outcome.js';
import { anything, collection, count, moment, perhapsMoment, perhapsText, text } from '../collection.js';
import type { ContestId } from './contests.js';
import type { PersonId } from './people.js';

/* The way of a result: proposed, approved or returned, published; and what people say against it. */

/** The paper by which something was decided. `day`: `2026-10-20`. */
export type DecisionPaper = { number: string; day: string };

/**
 * A ranking as the head judge has proposed it, never edited: it only goes on in its states. `_id`:
 * `<contest>/<number>`; the newest is the one that counts.
 */
export type Proposal = {
  _id: string;
  contest: ContestId;
  number: number;
  state: 'proposed' | 'returned' | 'approved' | 'published';
  /** The version of the result that it is to become: from 2 on a correction. */
  version: number;
  ranking: unknown;
  entries: NamedEntry[];
  /** Of everything the ranking follows from: another digest, and it is out of date. */
  digest: string;
  remark: string | null;
  /** Why there is a correction. */
  why: string | null;
  at: Date;
  by: PersonId;
  turn: string;
  decidedAt: Date | null;
  decidedBy: PersonId | null;
  decidedTurn: string | null;
  returnReason: string | null;
  /** What it was approved by. */
  paper: DecisionPaper | null;
};

export const proposals = collection<Proposal>(
  'proposals',
  {
    _id: text,
    contest: text,
    number: count,
    state: text,
    version: count,
    ranking: anything,
    entries: [anything],
    digest: text,
    remark: perhapsText,
    why: perhapsText,
    at: moment,
    by: text,
    turn: text,
    decidedAt: perhapsMoment,
    decidedBy: perhapsText,
    decidedTurn: perhapsText,
    returnReason: perhapsText,
    paper: anything,
  },
  [[{ contest: 1, number: -1 }, {}]],
);

/** A published result, never edited. `_id`: `<contest>/<version>`. */
export type Result = {
  _id: string;
  contest: ContestId;
  version: number;
  ranking: unknown;
  entries: NamedEntry[];
  /** The number of the proposal that was approved, and by which paper. */
  proposal: number;
  paper: DecisionPaper;
  why: string | null;
  publishedAt: Date;
  by: PersonId;
  turn: string;
};

export const results = collection<Result>('results', {
  _id: text,
  contest: text,
  version: count,
  ranking: anything,
  entries: [anything],
  proposal: count,
  paper: anything,
  why: perhapsText,
  publishedAt: moment,
  by: text,
  turn: text,
});
