import type { Audience } from '../../domain/announcements.js';
import { anything, collection, count, moment, perhapsMoment, text, yes } from '../collection.js';
import type { ContestId } from './contests.js';
import type { PersonId } from './people.js';

/* What organizers announce, and how far it has got. */

/** `by` did it in `turn`; `before`: the text that an edit took the place of. */
export type AnnouncementDeed = {
  what: 'made' | 'approved' | 'returned' | 'stopped' | 'resumed' | 'edited';
  by: PersonId;
  at: Date;
  turn: string;
  before?: string;
};

/** Whoever can't be written to, and who was asked to pass it on: in which letter, and what he or it is called. */
export type StandIn = { person: PersonId; letter: string; by: 'group' | 'coordinator'; name: string };

/**
 * One announcement. `_id`: `<contest>/<the turn that made it>`. Its letters are `announcement/<_id>/<recipient>`,
 * with `/again` behind it where the first could not be delivered, and `announcement/<_id>/for/<who passes it on>`.
 */
export type Announcement = {
  _id: string;
  contest: ContestId;
  number: number;
  by: PersonId;
  at: Date;
  audience: Audience;
  text: string;
  /** It goes out at night too. */
  urgent: boolean;
  /** `draft`: returned to who wrote it. `stopped`: until somebody lets it go on. */
  state: 'waiting_approval' | 'draft' | 'sending' | 'stopped' | 'done';
  /** Not before this moment; set when the sending begins, as `recipients` is. */
  from: Date | null;
  /** People, or the ids of groups where it goes to groups. Never changed, so that whatever is repeated is exact. */
  recipients: string[];
  count: number;
  /** To how many of them letters are written. */
  written: number;
  /** What comes next when nothing waits: first letters, another chat, somebody to pass it on, the report. */
  step: 'first' | 'again' | 'standIns' | 'report';
  standIns: StandIn[];
  deeds: AnnouncementDeed[];
  endedAt: Date | null;
};

export const announcements = collection<Announcement>(
  'announcements',
  {
    _id: text,
    contest: text,
    number: count,
    by: text,
    at: moment,
    audience: anything,
    text,
    urgent: yes,
    state: text,
    from: perhapsMoment,
    recipients: [String],
    count,
    written: count,
    step: text,
    standIns: [anything],
    deeds: [anything],
    endedAt: perhapsMoment,
  },
  [
    [
      { contest: 1, number: 1 },
      { unique: true, name: 'number' },
    ],
    [
      { state: 1, from: 1 },
      { partialFilterExpression: { state: 'sending' }, name: 'sending' },
    ],
  ],
);
