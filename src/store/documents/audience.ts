import type { ChatFile } from '../../chat.js';
import type { Sign } from '../../domain/fraud.js';
import { anything, collection, count, moment, perhapsText, text } from '../collection.js';
import type { ContestId } from './contests.js';
import type { PersonId } from './people.js';

/* What the audience gives, and what is found out about it. */

/** A screenshot as the messenger keeps it, or where the numbers can be seen. */
export type Proof =
  | { kind: 'photo'; file?: ChatFile; url?: string; by: PersonId; at: Date }
  | { kind: 'link'; url: string; by: PersonId; at: Date };

/**
 * Where numbers come from: typed, out of a table, read by ourselves from Facebook, or votes given here. `ruled`:
 * given by a ruling, and in no snapshot.
 */
export type EngagementSource = 'typed' | 'table' | 'facebook' | 'bot' | 'ruled';

/**
 * Engagement as read at one moment. `_id`: `<contest>/<update>`, of further rows of a message with `/<row>`
 * behind it; what a tick has read is named for what it read and when.
 */
export type Snapshot = {
  _id: string;
  contest: ContestId;
  entry: string;
  likes: number;
  shares: number;
  /** Votes given here, where the plan has such: in a snapshot of its own, taken at the freeze. */
  votes?: number;
  /** When it was read. */
  at: Date;
  /** When it came to us, and from where; neither in snapshots from before that was kept. */
  enteredAt?: Date;
  source?: EngagementSource;
  proof?: Proof;
  /** `null`: a tick has read it. */
  by: PersonId | null;
};

export const snapshots = collection<Snapshot>(
  'snapshots',
  {
    _id: text,
    contest: text,
    entry: text,
    likes: count,
    shares: count,
    votes: { type: Number },
    at: moment,
    enteredAt: { type: Date },
    source: { type: String },
    proof: anything,
    by: perhapsText,
  },
  [
    [{ contest: 1, entry: 1, at: 1 }, {}],
    [{ contest: 1, enteredAt: 1 }, {}],
  ],
);

/**
 * What the chair ruled about an entry's engagement after the freeze, as when a complaint is right: never edited, the
 * newest of an entry counts. A published result keeps how many there were. `_id`: `<contest>/<number>`.
 */
export type Ruling = {
  _id: string;
  contest: ContestId;
  number: number;
  entry: string;
  /** What counted until then; `null`: nothing did. */
  instead: { id: string; likes: number; shares: number; at: Date } | null;
  /** What counts from then on; `null`: `instead` is set aside, and what would count without it does. */
  numbers: { likes: number; shares: number } | null;
  /** The reading that does then; absent where there are `numbers`, or before that was kept. */
  left?: { id: string; likes: number; shares: number; at: Date };
  reason: string;
  document: string;
  proof: Proof;
  by: PersonId;
  at: Date;
  turn: string;
};

export const rulings = collection<Ruling>(
  'rulings',
  {
    _id: text,
    contest: text,
    number: count,
    entry: text,
    instead: anything,
    numbers: anything,
    left: anything,
    reason: text,
    document: text,
    proof: anything,
    by: text,
    at: moment,
    turn: text,
  },
  [[{ contest: 1, number: 1 }, {}]],
);

/**
 * A vote that somebody gave here: for which entry, and nothing more about him than who he is. `_id`:
 * `<contest>/<person>/<day, or all>/<n>`, so that nobody has more than the plan gives him.
 */
export type Vote = {
  _id: string;
  contest: ContestId;
  person: PersonId;
  entry: string;
  /** The day, `2023-09-10`, or `all`. */
  period: string;
  /** `<contest>/<person>/<period>/<entry>`: nobody votes for one entry twice. */
  once: string;
  at: Date;
  turn: string;
};

export const votes = collection<Vote>(
  'votes',
  { _id: text, contest: text, person: text, entry: text, period: text, once: text, at: moment, turn: text },
  [
    [{ once: 1 }, { unique: true, name: 'votedFor' }],
    [{ contest: 1, person: 1, period: 1 }, {}],
  ],
);

/** Where an entry was posted for the vote; the newest of an entry counts. `_id`: `<contest>/<update>/<row>`. */
export type Posting = {
  _id: string;
  contest: ContestId;
  entry: string;
  url: string;
  /** `<contest>/<the post's name>` while it is this entry's, so that it is no other's. */
  post?: string;
  at: Date;
  by: PersonId;
};

export const postings = collection<Posting>(
  'postings',
  { _id: text, contest: text, entry: text, url: text, post: { type: String }, at: moment, by: text },
  [
    [{ contest: 1, entry: 1, at: 1 }, {}],
    [{ contest: 1, at: 1 }, {}],
    [{ post: 1 }, { unique: true, name: 'postOf', partialFilterExpression: { post: { $type: 'string' } } }],
  ],
);

/** What was odd about an entry's numbers when it was found. `_id`: `<contest>/<entry>/<kind>/<when it was so>`. */
export type Suspicion = { _id: string; contest: ContestId; entry: string; sign: Sign; foundAt: Date };

export const suspicions = collection<Suspicion>(
  'suspicions',
  { _id: text, contest: text, entry: text, sign: anything, foundAt: moment },
  [[{ contest: 1, entry: 1 }, {}]],
);

/** What somebody has found out about an entry's numbers. `_id`: `<contest>/<update>`. */
export type Remark = {
  _id: string;
  contest: ContestId;
  entry: string;
  words: string;
  by: PersonId;
  at: Date;
};

export const remarks = collection<Remark>(
  'remarks',
  { _id: text, contest: text, entry: text, words: text, by: text, at: moment },
  [[{ contest: 1, at: 1 }, {}]],
);
