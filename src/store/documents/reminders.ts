import type { ChatId, Styled } from '../../chat.js';
import { anything, collection, moment, perhapsMoment, perhapsText, text } from '../collection.js';
import type { ContestId } from './contests.js';
import type { PersonId } from './people.js';

/* Who was reminded of what: written down before it is said, so that nothing is said twice. */

/**
 * One thing that somebody was to be reminded of. `claim`: of whom, what, until when, and at which step; nobody
 * is reminded of it at that step again.
 */
export type ReminderItem = {
  claim: string;
  contest: ContestId;
  /** Who is asked for what, as the contest's list of reminders calls it, and which of his. */
  chase: string;
  of: string;
  step: string;
  deadline: Date | null;
  /** What was missing at that moment. */
  what: string[];
  /** Whose it is, where he can't be reached and somebody else was asked to remind him. */
  insteadOf: PersonId | null;
};

/**
 * All that one person was reminded of at one moment. `_id`: `reminder/<person>/<day>/<n>`, unique, so that a
 * day's number of them is kept. A reminder that did not go out is kept all the same, with the reason.
 */
export type StoredReminder = {
  _id: string;
  person: PersonId;
  /** Not a person's, but a unit's group, whose id `person` is then: it is asked to remind one of its teams. */
  group?: true;
  /** `2023-08-31` */
  day: string;
  at: Date;
  /** `capped`: he had his number of them that day; `refused`: he wants none; `stale`: nothing ran
   * when it was due, and it was too late for it afterwards. */
  how: 'letter' | 'capped' | 'refused' | 'unreachable' | 'stale';
  claims: string[];
  /** It holds all of its day: he gets no other on that day. */
  merged?: true;
  items: ReminderItem[];
  /** Where it went, and in which words; of one that is `unreachable`, where it was parked. */
  chat: ChatId | null;
  text: Styled | null;
  offers: { label: string; says: string }[];
  /** When it turned out to be `unreachable`; absent where that was known as it was written. */
  lostAt?: Date;
  /** Nothing of it was owed any more, or it had become night, before it could be sent. */
  withdrawnAt: Date | null;
};

export const reminders = collection<StoredReminder>(
  'reminders',
  {
    _id: text,
    person: text,
    group: { type: Boolean },
    merged: { type: Boolean },
    day: text,
    at: moment,
    how: text,
    claims: [String],
    items: [anything],
    chat: perhapsText,
    text: anything,
    offers: [anything],
    lostAt: { type: Date },
    withdrawnAt: perhapsMoment,
  },
  [
    [{ claims: 1 }, { unique: true, name: 'claims' }],
    [{ person: 1, day: 1 }, {}],
    [{ how: 1, at: 1 }, {}],
    [{ how: 1, lostAt: 1 }, {}],
  ],
);
