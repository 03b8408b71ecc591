import type { Reply, Styled } from '../../chat.js';
import type { Announcement, Letter, PersonId } from '../../store/documents.js';
import type { Work } from '../../turn.js';
import { stack, type Words } from '../../words.js';
import { type Contest, contestById } from '../contest.js';
import { personNow } from '../people.js';
import { owing } from './recipients.js';

/** An announcement as it is read. */
export const bodyOf = (t: Words, { plan }: Contest, text: string): Styled =>
  t('announce.letter', { contest: plan.shortName, text });

/** To somebody who passes it on: for whom, and what. */
export const forOthers = (t: Words, body: Styled, names: readonly string[]): Styled =>
  stack([
    stack(
      [t('announce.passOn', { count: names.length }), ...names.map((who) => t('told.line', { who }))],
      '\n',
    ),
    body,
  ]);

/** All letters of an announcement begin so. */
export const keyOf = ({ _id }: Pick<Announcement, '_id'>): string => `announcement/${_id}`;

export const keyFor = (announcement: Pick<Announcement, '_id'>, who: string): string =>
  `${keyOf(announcement)}/for/${who}`;

/** Those that somebody passes on; they are written when everybody else has his. */
export const isForOthers = ({ _id }: Pick<Letter, '_id'>, announcement: Pick<Announcement, '_id'>): boolean =>
  _id.startsWith(keyFor(announcement, ''));

/**
 * What a letter of an announcement says at the moment of its sending: the text as it stands. `null`: the
 * announcement is stopped, and the letter is withdrawn until it goes on; or it went to those who owe something, and
 * nobody does any more of those whom it is for.
 */
export async function announcementNow(work: Work, letter: Letter): Promise<Reply | null> {
  const announcement = await work.store.announcements
    .findById(letter.announcement, { state: 1, text: 1, contest: 1, audience: 1, standIns: 1 })
    .lean<Asked>();
  if (announcement?.state !== 'sending') return null;
  const contest = await contestById(work, announcement.contest);
  if (!(await isStillMeant(work, contest, letter, announcement))) {
    await work.store.letters.updateOne({ _id: letter._id }, { $set: { needless: true } });
    return null;
  }
  if (isForOthers(letter, announcement)) return letter.reply;
  return { kind: 'text', text: bodyOf(work.t, contest, announcement.text) };
}

type Asked = Pick<Announcement, '_id' | 'state' | 'text' | 'contest' | 'audience' | 'standIns'>;

async function isStillMeant(
  work: Work,
  contest: Contest,
  letter: Letter,
  { audience, standIns, ...announcement }: Asked,
): Promise<boolean> {
  if (audience.kind !== 'owing') return true;
  const people = isForOthers(letter, announcement)
    ? standIns.filter((each) => each.letter === letter._id).map(({ person }) => person)
    : [recipientOf(letter, announcement)];
  for (const person of people) {
    const owed = await owing(work, contest, audience.owes, await personNow(work, person));
    if (owed.length > 0) return true;
  }
  return false;
}

/** To whom a letter goes that nobody passes on. */
export const recipientOf = (
  { _id }: Pick<Letter, '_id'>,
  announcement: Pick<Announcement, '_id'>,
): PersonId => _id.slice(`${keyOf(announcement)}/`.length).replace(/\/again$/, '');
