import { type Contest, contestOf } from '../actions/contest.js';
import { latenessIn } from '../actions/entries.js';
import { senderName, unitName } from '../actions/registrations.js';
import type { Submitted } from '../actions/submitEntry.js';
import type { Styled } from '../chat.js';
import { hasClosed } from '../domain/dates.js';
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
    lateness(turn, entry),
    quota !== null && t('submit.slots', { sender: senderName(contest, entry.sender), used, quota }),
    isTooBigToPass(video) && t('submit.alsoLink', { code }),
    t(isOver(turn, contest) ? 'submit.afterwardsLate' : 'submit.afterwards', { code }),
  ]);
}

const isOver = ({ now }: Turn, { windows: { submission } }: Contest): boolean =>
  submission !== undefined && hasClosed(submission, now);

/** "Bài đến sau hạn chung 12 phút": it counts, and everybody reads it. */
function lateness({ t }: Turn, { lateBySeconds = 0, extension = null }: Submitted['entry']): Styled | null {
  if (lateBySeconds === 0) return null;
  const about = { late: latenessIn(t, lateBySeconds) };
  return extension === null ? t('submit.late', about) : t('submit.lateExtended', about);
}
