import type { DigestCounts } from '../../domain/digest.js';
import { anything, collection, moment, perhapsMoment, perhapsText, text } from '../collection.js';
import type { ContestId } from './contests.js';

/** What a contest's organizers read on a morning, so that it can be traced. `_id`: `<contest>/<day>`. */
export type Digest = {
  _id: string;
  contest: ContestId;
  /** `2026-09-21` */
  day: string;
  at: Date;
  counts: DigestCounts;
  /**
   * The newest of the reminders that it counts, as `<how>/<id>`: what is written beside it is left to the next one.
   * Absent in digests from before that was kept.
   */
  counted?: string[];
  /** The digest that it was compared with. */
  before: string | null;
  /** When its letters were written; `null`: they are still to be. */
  told: Date | null;
};

export const digests = collection<Digest>(
  'digests',
  {
    _id: text,
    contest: text,
    day: text,
    at: moment,
    counts: anything,
    counted: { type: [String], default: undefined },
    before: perhapsText,
    told: perhapsMoment,
  },
  [[{ contest: 1, at: -1 }, {}]],
);
