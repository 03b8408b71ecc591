import { contestOf } from '../actions/contest.js';
import { senderName, unitName } from '../actions/registrations.js';
import type { Submitted } from '../actions/submitEntry.js';
import type { Styled } from '../chat.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { isTooBigToPass } from './video.js';

/** What an entry was taken in as, whoever has handed it in. */
export async function receipt(turn: Turn, { entry, used, quota }: Submitted): Promise<Styled> {
  const { t } = turn;
  const contest = await contestOf(turn);
  const { code, title, team, video } = entry;
  return stack([
    t('submit.receipt', {
      code,
      title,
      team,
      unit: unitName(contest, entry.unit),
      at: t.moment(entry.submittedAt),
    }),
    quota !== null && t('submit.slots', { sender: senderName(contest, entry.sender), used, quota }),
    isTooBigToPass(video) && t('submit.alsoLink', { code }),
    t('submit.afterwards', { code }),
  ]);
}
