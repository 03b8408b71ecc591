import { Refusal } from '../../domain/refusal.js';
import type { Announcement } from '../../store/documents.js';
import type { Turn, Work } from '../../turn.js';
import type { Contest } from '../contest.js';

/** Who it goes to may be ten thousand: that is only read where it is asked for. */
const WITHOUT_RECIPIENTS = { recipients: 0 };

export type Found = Omit<Announcement, 'recipients'>;

export async function announcementByNumber(work: Work, { id }: Contest, number: number): Promise<Found> {
  const found = await work.store.announcements
    .findOne({ contest: id, number }, WITHOUT_RECIPIENTS)
    .lean<Found>();
  if (!found) throw new Refusal('announce.noSuch', { number });
  return found;
}

/** The newest first. */
export const latestAnnouncements = (work: Work, { id }: Contest, most: number): Promise<Found[]> =>
  work.store.announcements
    .find({ contest: id }, WITHOUT_RECIPIENTS)
    .sort({ number: -1 })
    .limit(most)
    .lean<Found[]>()
    .exec();

/** Those of all contests that are on their way, the oldest first. */
export const announcementsDue = (work: Work): Promise<Found[]> =>
  work.store.announcements
    .find({ state: 'sending', from: { $lte: work.now } }, WITHOUT_RECIPIENTS)
    .sort({ from: 1, _id: 1 })
    .lean<Found[]>()
    .exec();

export async function recipientsFrom(
  work: Work,
  { _id }: Found,
  first = 0,
  most?: number,
): Promise<string[]> {
  const found = await work.store.announcements
    .findById(_id, { recipients: most === undefined ? 1 : { $slice: [first, most] } })
    .lean<Pick<Announcement, 'recipients'>>();
  return found?.recipients ?? [];
}

/** This very turn has done it already: it was cut off, and is run again. */
export const isDoneBy = ({ deeds }: Pick<Announcement, 'deeds'>, turn: Turn): boolean =>
  deeds.some((deed) => deed.turn === turn.id);
