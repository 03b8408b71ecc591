import type { Reply, Styled } from '../../chat.js';
import type { Announcement, Letter } from '../../store/documents.js';
import type { Work } from '../../turn.js';
import { stack, type Words } from '../../words.js';
import { type Contest, contestById } from '../contest.js';

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
 * announcement is stopped, and the letter is withdrawn until it goes on.
 */
export async function announcementNow(work: Work, letter: Letter): Promise<Reply | null> {
  const announcement = await work.store.announcements
    .findById(letter.announcement, { state: 1, text: 1, contest: 1 })
    .lean<Pick<Announcement, '_id' | 'state' | 'text' | 'contest'>>();
  if (announcement?.state !== 'sending') return null;
  if (isForOthers(letter, announcement)) return letter.reply;
  const contest = await contestById(work, announcement.contest);
  return { kind: 'text', text: bodyOf(work.t, contest, announcement.text) };
}
