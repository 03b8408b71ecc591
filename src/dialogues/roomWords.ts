import { type Contest, senderOf } from '../actions/contest.js';
import { noRoomFor, noRoomIn } from '../actions/submitEntry.js';
import type { Styled } from '../chat.js';
import type { Refusal } from '../domain/refusal.js';
import type { Registration } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { inWords } from './refused.js';

/** A team may register where nothing more can be handed in, since a place may become free; it is told so. */

/**
 * Before it registers; `null`: there is room. Anybody may come as far as this for any unit, so whose entries
 * take the places is not said yet.
 */
export async function noRoomAhead(turn: Turn, contest: Contest, unit: string): Promise<Styled | null> {
  const full = await noRoomIn(turn, contest, senderOf(contest, unit));
  if (!full) return null;
  const { sender = '', quota = '' } = full.values;
  return stack([turn.t('register.fullAhead', { sender, quota }), turn.t('register.fullStill')], ' ');
}

/** Once it has. */
export async function noRoomNow(
  turn: Turn,
  contest: Contest,
  registration: Registration,
): Promise<Styled | null> {
  const full = await noRoomFor(turn, contest, registration);
  return full && described(turn.t, full);
}

/** Whoever registers has nothing to take back, so how to make room is left out. */
function described(t: Words, full: Refusal): Styled {
  const { sender = '', quota = '', entries = '' } = full.values;
  return full.key === 'submit.quotaFull' ? t('register.full', { sender, quota, entries }) : inWords(t, full);
}
