import { anything, collection, count, moment, text } from '../collection.js';
import type { ContestId } from './contests.js';
import type { PersonId } from './people.js';

/* What is counted. */

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
  points: Record<string, string>;
  sum: string;
  at: Date;
  /** How often it was confirmed; a change before the lock counts up. */
  version: number;
  turn: string;
};

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

/** A unit's selection in which the judging ended before its window did. `_id`: `<contest>/<round>/<unit>`. */
export type Lock = {
  _id: string;
  contest: ContestId;
  round: string;
  unit: string;
  at: Date;
  by: PersonId;
};

export const locks = collection<Lock>('locks', {
  _id: text,
  contest: text,
  round: text,
  unit: text,
  at: moment,
  by: text,
});

/** Engagement as read at one moment. `_id`: `<contest>/<update>`. */
export type Snapshot = {
  _id: string;
  contest: ContestId;
  entry: string;
  likes: number;
  shares: number;
  at: Date;
  by: PersonId;
};

export const snapshots = collection<Snapshot>(
  'snapshots',
  { _id: text, contest: text, entry: text, likes: count, shares: count, at: moment, by: text },
  [[{ contest: 1, entry: 1, at: 1 }, {}]],
);
