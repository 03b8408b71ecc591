import { type BotId, type Platform, platformOf } from '../../chat.js';
import type { PersonId } from '../../store/documents.js';
import type { Work } from '../../turn.js';
import type { Contest } from '../contest.js';
import { type Missed, nameMissed } from '../missed.js';
import { peopleNow } from '../people.js';
import { type Found, recipientsFrom } from './find.js';
import { keyFor, keyOf } from './letters.js';

/** How far an announcement has got. Each recipient is counted once. */
export type Progress = {
  count: number;
  /** On which messenger they have it. */
  sent: Record<Platform, number>;
  /** Its letter waits, or is still to be written. */
  waiting: number;
  /** Nobody could be written to there, and nobody passes it on so far. */
  unreached: number;
  /** Who can't be written to, and was asked of others: of how many they have the letter. */
  passedOn: number;
  /** Whose letter was withdrawn for good, since they had done it. */
  needless: number;
};

type Tally = { _id: { state: string; bot: BotId; forOthers: boolean; needless?: boolean }; count: number };

export async function progressOf(work: Work, announcement: Found): Promise<Progress> {
  const { _id, count, written, standIns } = announcement;
  const forOthers = { $gte: ['$_id', keyFor(announcement, '')] };
  const behind = { $lt: ['$_id', keyFor(announcement, '\uffff')] };
  const tallies = await work.store.letters.aggregate<Tally>([
    { $match: { announcement: _id } },
    {
      $group: {
        _id: {
          state: '$state',
          bot: '$bot',
          needless: '$needless',
          forOthers: { $and: [forOthers, behind] },
        },
        count: { $sum: 1 },
      },
    },
  ]);
  const direct = tallies.filter((each) => !each._id.forOthers);
  const total = (some: Tally[]) => some.reduce((sum, each) => sum + each.count, 0);
  const sent = direct.filter((each) => each._id.state === 'sent');
  const held = total(
    direct.filter(({ _id: is }) => !is.needless && (is.state === 'waiting' || is.state === 'withdrawn')),
  );
  const passing = standIns.length > 0 ? await sentFor(work, announcement) : [];
  const settled = standIns.length > 0 ? await sentFor(work, announcement, { needless: true }) : [];
  const needless = total(direct.filter((each) => each._id.needless)) + settled.length;
  const waiting = held + (count - written);
  return {
    count,
    sent: {
      zalo: total(sent.filter((each) => platformOf(each._id.bot) === 'zalo')),
      telegram: total(sent.filter((each) => platformOf(each._id.bot) === 'telegram')),
    },
    waiting,
    unreached: Math.max(0, count - total(sent) - waiting - needless - passing.length),
    passedOn: passing.length,
    needless,
  };
}

/** The stand-ins whose letters have gone out, one for each whom they pass it on to. */
export async function sentFor(
  work: Work,
  { standIns }: Found,
  which: { state: 'sent' } | { needless: true } = { state: 'sent' },
): Promise<Found['standIns']> {
  const letters = [...new Set(standIns.map(({ letter }) => letter))];
  const sent = await work.store.letters.find({ _id: { $in: letters }, ...which }, { _id: 1 }).lean();
  return standIns.filter(({ letter }) => sent.some(({ _id }) => _id === letter));
}

/** Everybody who has no letter of his own that went out or still waits. */
export async function withoutLetter(work: Work, announcement: Found): Promise<PersonId[]> {
  const recipients = await recipientsFrom(work, announcement);
  const now = await peopleNow(work, recipients);
  const letters = await work.store.letters
    .find({ announcement: announcement._id, state: { $in: ['sent', 'waiting', 'withdrawn'] } }, { _id: 1 })
    .lean();
  const key = `${keyOf(announcement)}/`;
  const has = new Set(letters.map(({ _id }) => _id.slice(key.length).replace(/\/again$/, '')));
  return [...new Set(recipients.map(now))].filter((person) => !has.has(person));
}

/** Whom nobody has told: neither he nor somebody for him has it. */
export async function unreachedOf(work: Work, contest: Contest, announcement: Found): Promise<Missed[]> {
  if (announcement.audience.kind === 'groups') return [];
  const settled = await sentFor(work, announcement, { needless: true });
  const passing = new Set([...(await sentFor(work, announcement)), ...settled].map(({ person }) => person));
  const missed = (await withoutLetter(work, announcement)).filter((person) => !passing.has(person));
  return nameMissed(work, contest, missed);
}
