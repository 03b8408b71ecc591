import type { Seal } from '../../domain/locks.js';
import type { NamedEntry, Prizes } from '../../domain/outcome.js';
import type { Border } from '../../domain/prizes.js';
import { anything, collection, count, moment, perhapsMoment, perhapsText, text } from '../collection.js';
import type { ContestId } from './contests.js';
import type { PersonId } from './people.js';

/* The way of a result: proposed, approved or returned, published; who is on stage; and what people say against it. */

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
  prizes: Prizes;
  /** What its head judge decided where the plan doesn't say who of those who share a place gets which prize. */
  borders?: Border[];
  /** How many rulings about engagement it was ranked with; absent: none. */
  rulings?: number;
  /** The readings of the entries' engagement that counted; absent in those from before that was kept. */
  readings?: string[];
  /** Of everything the ranking follows from: another digest, and it is out of date. */
  digest: string;
  /** What it was ranked from; absent in those from before that was kept. */
  lock?: Seal | null;
  remark: string | null;
  /** Why there is a correction. */
  why: string | null;
  at: Date;
  by: PersonId;
  turn: string;
  decidedAt: Date | null;
  decidedBy: PersonId | null;
  decidedTurn: string | null;
  /** The turns that are publishing it: from the first on nothing may come in that would change it. */
  publishing?: string[];
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
    prizes: anything,
    borders: { type: [anything], default: undefined },
    rulings: { type: Number },
    readings: { type: [String], default: undefined },
    digest: text,
    lock: anything,
    remark: perhapsText,
    why: perhapsText,
    at: moment,
    by: text,
    turn: text,
    decidedAt: perhapsMoment,
    decidedBy: perhapsText,
    decidedTurn: perhapsText,
    publishing: { type: [String], default: undefined },
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
  prizes: Prizes;
  /** The proposal's, as the lock is. */
  borders?: Border[];
  rulings?: number;
  lock?: Seal | null;
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
  prizes: anything,
  borders: { type: [anything], default: undefined },
  rulings: { type: Number },
  lock: anything,
  proposal: count,
  paper: anything,
  why: perhapsText,
  publishedAt: moment,
  by: text,
  turn: text,
});

/**
 * Lots that were drawn among entries which nothing else took apart: once for the same ones, whatever becomes of the
 * proposal. `_id`: `<contest>/<number>`.
 */
export type StoredDraw = {
  _id: string;
  contest: ContestId;
  number: number;
  codes: string[];
  seed: string;
  at: Date;
  by: PersonId;
  turn: string;
};

export const draws = collection<StoredDraw>(
  'draws',
  { _id: text, contest: text, number: count, codes: [text], seed: text, at: moment, by: text, turn: text },
  [[{ contest: 1, number: 1 }, {}]],
);

/** What somebody says against a result or about an entry. `_id`: `<contest>/<the turn that made it>`. */
export type Complaint = {
  _id: string;
  contest: ContestId;
  number: number;
  /** `KN-01` */
  code: string;
  person: PersonId;
  /** `<contest>/<person>/<n>` while it is open, so that nobody has too many at once. */
  slot?: string;
  name: string;
  /** The code of an entry; `null`: the result as a whole. */
  about: string | null;
  text: string;
  at: Date;
  /** Until when it has to be answered, where the plan says so. */
  dueAt: Date | null;
  /** `drafted`: an answer is written, and who decides has still to. */
  state: 'open' | 'drafted' | 'answered';
  draft: { text: string; by: PersonId; at: Date; turn: string } | null;
  answer: { text: string; upheld: boolean; by: PersonId; at: Date; turn: string } | null;
};

export const complaints = collection<Complaint>(
  'complaints',
  {
    _id: text,
    contest: text,
    number: count,
    code: text,
    person: text,
    slot: { type: String },
    name: text,
    about: perhapsText,
    text,
    at: moment,
    dueAt: perhapsMoment,
    state: text,
    draft: anything,
    answer: anything,
  },
  [
    [
      { contest: 1, number: 1 },
      { unique: true, name: 'number' },
    ],
    [{ contest: 1, state: 1, dueAt: 1 }, {}],
    [{ slot: 1 }, { unique: true, name: 'openSlot', partialFilterExpression: { slot: { $type: 'string' } } }],
  ],
);

/** One of those who are to be on stage, with the place he had when he was chosen. `reason`: why before better ones. */
export type StagePick = { code: string; place: number; reason: string | null };

/**
 * Who is chosen for the showcase of a contest. Choices are only added, until the last of them is announced.
 * `_id`: the contest's.
 */
export type Showcase = {
  _id: ContestId;
  choices: { picks: StagePick[]; at: Date; by: PersonId; turn: string }[];
  announced: { at: Date; by: PersonId; turn: string } | null;
  /** What was changed since it was announced, the oldest first. */
  changes?: StageChange[];
};

/** One that was announced gives its place to another, or to nobody. */
export type StageChange = {
  out: string;
  into: { code: string; place: number } | null;
  reason: string;
  document: string;
  at: Date;
  by: PersonId;
  turn: string;
};

export const showcases = collection<Showcase>('showcases', {
  _id: text,
  choices: [anything],
  announced: anything,
  changes: { type: [anything], default: undefined },
});
