import type { ChatFile } from '../../chat.js';
import type { EntryState } from '../../domain/entryStates.js';
import type { Ballot, Defect } from '../../domain/screening.js';
import { anything, collection, count, moment, perhapsMoment, perhapsText, text } from '../collection.js';
import type { ContestId } from './contests.js';
import type { PersonId } from './people.js';

/* What was handed in, and what became of it. */

export type Video = { kind: 'file'; file: ChatFile } | { kind: 'link'; url: string; site: string | null };

/** What can be watched of an entry: its video, or the team itself on stage. */
export type Shown = Video | { kind: 'stage' };

/** `by`: the coordinator who handed it in for the author. */
export type EntryVersion = { title: string; video: Shown; by?: PersonId; at: Date; turn: string };

/** `by`: who did it, `null` where it happened by itself. `reason`: in words, or a code of the plan's. */
export type StateChange = {
  from: EntryState;
  to: EntryState;
  at: Date;
  by: PersonId | null;
  reason: string | null;
  turn: string;
};

/** What a screener has said of a version; `version` counts those that were handed in until then. */
export type Verdict = Ballot & { screener: PersonId; version: number; at: Date; turn: string };

/** What an author was sent back with. `open` until it was corrected, or its lapse was told. */
export type Correction = { defects: Defect[]; since: Date; until: Date; open: boolean };

export type StoredEntry = {
  /** `<contest>/<update that submitted it>`; of a team that comes on stage `<contest>/stage/<registration>`. */
  _id: string;
  contest: ContestId;
  number: number;
  code: string;
  person: PersonId;
  /** The coordinator who handed it in for him; absent or `null`: he did himself. */
  by?: PersonId | null;
  unit: string;
  sender: string;
  team: string;
  /** `<contest>/<sender>/<n>`: unique, so that a quota holds under any rush. `null` once it takes no part. */
  slot: string | null;
  /** `<contest>/author/<person>/<n>`: the same for what one author may send. */
  authorSlot: string | null;
  state: EntryState;
  /** Every change of the state, the newest last. */
  history: StateChange[];
  /** Every word of every screener, the newest last. */
  verdicts: Verdict[];
  correction: Correction | null;
  title: string;
  video: Shown;
  /** All versions that were handed in, the newest last. */
  versions: EntryVersion[];
  submittedAt: Date;
  /**
   * How many seconds after the common close its newest version came, and the extension that let it in;
   * neither in entries from before there was either.
   */
  lateBySeconds?: number;
  extension?: string | null;
  /** The entry of a lower contest that was sent up as this one. */
  origin?: Origin;
  turn: string;
};

export const entries = collection<StoredEntry>(
  'entries',
  {
    _id: text,
    contest: text,
    number: count,
    code: text,
    person: text,
    by: perhapsText,
    unit: text,
    sender: text,
    team: text,
    slot: perhapsText,
    authorSlot: perhapsText,
    state: text,
    history: [anything],
    verdicts: [anything],
    correction: anything,
    title: text,
    video: anything,
    versions: [anything],
    submittedAt: moment,
    lateBySeconds: { type: Number },
    extension: perhapsText,
    origin: anything,
    turn: text,
  },
  [
    [
      { contest: 1, number: 1 },
      { unique: true, name: 'number' },
    ],
    [{ slot: 1 }, { unique: true, name: 'slot', partialFilterExpression: { slot: { $type: 'string' } } }],
    [
      { authorSlot: 1 },
      {
        unique: true,
        name: 'authorSlot',
        partialFilterExpression: { authorSlot: { $type: 'string' } },
      },
    ],
    [{ contest: 1, person: 1 }, {}],
    [{ contest: 1, sender: 1 }, {}],
    // By what a video is recognised when it comes again, in the order in which its entries are read. Asked for one
    // string, MongoDB takes no key that is narrowed by `$type`.
    [
      { contest: 1, 'video.url': 1, number: 1 },
      { partialFilterExpression: { 'video.url': { $exists: true } }, name: 'link' },
    ],
    [
      { contest: 1, 'video.file.uniqueId': 1, number: 1 },
      { partialFilterExpression: { 'video.file.uniqueId': { $exists: true } }, name: 'file' },
    ],
    [
      { contest: 1, 'correction.until': 1 },
      { partialFilterExpression: { 'correction.open': true }, name: 'owed' },
    ],
  ],
);

/**
 * What keeps somebody from deciding about an entry, declared by himself: his own unit, or that he is close to
 * those who made it. `_id`: `<contest>/<update>`.
 */
export type Relation = {
  _id: string;
  contest: ContestId;
  person: PersonId;
  /** A unit, with all that lies in it, or one entry. */
  to: { unit: string } | { entry: string };
  words: string;
  at: Date;
};

export const relations = collection<Relation>(
  'relations',
  { _id: text, contest: text, person: text, to: anything, words: text, at: moment },
  [[{ contest: 1, person: 1 }, {}]],
);

/**
 * What a unit's selection sends up. `_id`: `<contest>/<receiving round>/<entry code>`. Taken back it keeps
 * who did it, when and why; an entry that is sent up once more keeps what was said the time before.
 */
export type Nomination = NominationWords & {
  _id: string;
  contest: ContestId;
  /** The round that receives it, here or in the contest above. */
  round: string;
  entry: string;
  /** The unit that sends it. */
  sender: string;
  /** `<contest>/<round>/<sender>/<n>`: unique, so that the quota holds under any rush. `null` once taken back. */
  slot: string | null;
  /** `<contest>/<round>/<sender>/rank/<rank>`: unique, since a sender ranks what it sends. `null` once taken back. */
  rankSlot: string | null;
  earlier: NominationWords[];
};

export const nominations = collection<Nomination>(
  'nominations',
  {
    _id: text,
    contest: text,
    round: text,
    entry: text,
    sender: text,
    rank: count,
    decision: text,
    day: text,
    passed: anything,
    by: text,
    at: moment,
    slot: perhapsText,
    rankSlot: perhapsText,
    above: anything,
    withdrawnAt: perhapsMoment,
    withdrawnBy: perhapsText,
    withdrawnTurn: perhapsText,
    reason: perhapsText,
    earlier: [anything],
    turn: text,
  },
  [
    [{ contest: 1, sender: 1 }, {}],
    [{ slot: 1 }, { unique: true, name: 'slot', partialFilterExpression: { slot: { $type: 'string' } } }],
    [
      { rankSlot: 1 },
      { unique: true, name: 'rankSlot', partialFilterExpression: { rankSlot: { $type: 'string' } } },
    ],
  ],
);

/**
 * Better entries that had not been sent up when this one was, by their codes, and how many places remained for
 * them: some of them may have gone up since. `left` is absent in documents from before it was kept.
 */
export type PassedOver = { entries: string[]; left?: number; reason: string };

export type NominationWords = {
  rank: number;
  /** Number and day of the decision: `15/QĐ-UBND`, `2026-08-10`. */
  decision: string;
  day: string;
  /** Why it goes although there is no place for all that are better; absent or `null`: there is. */
  passed?: PassedOver | null;
  by: PersonId;
  at: Date;
  turn: string;
  /** The entry that it became in the contest above. */
  above: Origin | null;
  withdrawnAt: Date | null;
  withdrawnBy: PersonId | null;
  withdrawnTurn: string | null;
  reason: string | null;
};

/** An entry of another contest. */
export type Origin = { contest: ContestId; code: string };
