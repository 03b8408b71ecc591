import { Refusal } from '../../domain/refusal.js';
import type { Announcement } from '../../store/documents.js';
import type { Turn } from '../../turn.js';
import type { Contest } from '../contest.js';
import { personNow } from '../people.js';
import { needRight } from '../permissions.js';
import { ownName } from '../roles.js';
import { tellPerson } from '../tell.js';
import { askForApproval, beginning, deedOf, needsApproval } from './announce.js';
import { announcementByNumber, type Found, isDoneBy } from './find.js';

/*
 * What becomes of an announcement after it was written. Each is a compare-and-set on its state first; the
 * letters follow, and follow again where the turn was cut off: a letter asks what it is to say, or whether
 * anything, right before it goes out.
 */

/** Nothing more goes out, but for the letters that are in hand. */
export async function stopAnnouncement(turn: Turn, contest: Contest, number: number): Promise<Found> {
  const found = await change(turn, contest, number, {
    from: ['sending'],
    to: { state: 'stopped' },
    deed: 'stopped',
    refusal: 'announce.notSending',
  });
  await turn.store.letters.updateMany(
    { announcement: found._id, state: 'waiting', sentParts: 0 },
    { $set: { state: 'withdrawn' } },
  );
  return found;
}

/** It goes on where it was stopped. */
export async function resumeAnnouncement(turn: Turn, contest: Contest, number: number): Promise<Found> {
  const found = await change(turn, contest, number, {
    from: ['stopped'],
    to: { state: 'sending' },
    deed: 'resumed',
    refusal: 'announce.notStopped',
  });
  await turn.store.letters.updateMany(
    { announcement: found._id, state: 'withdrawn' },
    { $set: { state: 'waiting' } },
  );
  return found;
}

/** Refuses what can't be changed any more: nobody is left who hasn't had it. */
export async function editable(turn: Turn, contest: Contest, number: number): Promise<Found> {
  await needRight(turn, contest, 'announce');
  const found = await announcementByNumber(turn, contest, number);
  if (!isDoneBy(found, turn) && (found.state === 'done' || found.step === 'report'))
    throw new Refusal('announce.allSent', { number });
  return found;
}

/**
 * The text of what has not gone out yet. `before`: the text as it was when it was asked for; of two who change
 * it at once, one comes too late. What has been approved has to be approved anew, and waits for it.
 */
export async function editAnnouncement(
  turn: Turn,
  contest: Contest,
  number: number,
  { text, before }: { text: string; before: string },
): Promise<Found> {
  const found = await editable(turn, contest, number);
  if (!isDoneBy(found, turn)) {
    const isAsked = needsApproval(contest) && (found.state === 'draft' || found.state === 'waiting_approval');
    const { modifiedCount } = await turn.store.announcements.updateOne(
      { _id: found._id, text: before, state: found.state, step: { $ne: 'report' } },
      {
        $set: { text, ...(isAsked && { state: 'waiting_approval', by: turn.person }) },
        $push: { deeds: deedOf(turn, 'edited', before) },
      },
    );
    if (modifiedCount === 0) throw new Refusal('announce.changedMeanwhile', { number });
  }
  const now = await announcementByNumber(turn, contest, number);
  if (now.state === 'waiting_approval') await askForApproval(turn, contest, now);
  return now;
}

/** A second person lets it go out. */
export async function approveAnnouncement(turn: Turn, contest: Contest, number: number): Promise<Found> {
  const found = await asSecond(turn, contest, number);
  if (!isDoneBy(found, turn)) {
    const start = await beginning(turn, contest, found);
    const { modifiedCount } = await turn.store.announcements.updateOne(
      { _id: found._id, state: 'waiting_approval', text: found.text },
      { $set: start, $push: { deeds: deedOf(turn, 'approved') } },
    );
    if (modifiedCount === 0) throw new Refusal('announce.changedMeanwhile', { number });
  }
  await tellPerson(
    turn,
    found.by,
    turn.t('announce.approvedTold', { number, name: await ownName(turn, contest) }),
    `announcement/${found._id}/approved`,
  );
  return announcementByNumber(turn, contest, number);
}

/** A second person gives it back to who wrote it. */
export async function returnAnnouncement(turn: Turn, contest: Contest, number: number): Promise<Found> {
  const found = await asSecond(turn, contest, number);
  if (!isDoneBy(found, turn)) {
    const { modifiedCount } = await turn.store.announcements.updateOne(
      { _id: found._id, state: 'waiting_approval', text: found.text },
      { $set: { state: 'draft' }, $push: { deeds: deedOf(turn, 'returned') } },
    );
    if (modifiedCount === 0) throw new Refusal('announce.changedMeanwhile', { number });
  }
  await tellPerson(
    turn,
    found.by,
    turn.t('announce.returnedTold', { number, name: await ownName(turn, contest) }),
    `announcement/${found._id}/returned/${turn.id}`,
  );
  return announcementByNumber(turn, contest, number);
}

/** Who wrote it can't be the one who lets it go out. */
async function asSecond(turn: Turn, contest: Contest, number: number): Promise<Found> {
  await needRight(turn, contest, 'announce');
  const found = await announcementByNumber(turn, contest, number);
  if (isDoneBy(found, turn)) return found;
  if (found.state !== 'waiting_approval') throw new Refusal('announce.notWaiting', { number });
  if ((await personNow(turn, found.by)) === turn.person) throw new Refusal('announce.ownText', { number });
  return found;
}

async function change(
  turn: Turn,
  contest: Contest,
  number: number,
  about: {
    from: Announcement['state'][];
    to: Partial<Announcement>;
    deed: 'stopped' | 'resumed';
    refusal: 'announce.notSending' | 'announce.notStopped';
  },
): Promise<Found> {
  await needRight(turn, contest, 'announce');
  const found = await announcementByNumber(turn, contest, number);
  if (isDoneBy(found, turn)) return found;
  const { modifiedCount } = await turn.store.announcements.updateOne(
    { _id: found._id, state: { $in: about.from } },
    { $set: about.to, $push: { deeds: deedOf(turn, about.deed) } },
  );
  if (modifiedCount === 0) throw new Refusal(about.refusal, { number });
  return announcementByNumber(turn, contest, number);
}
