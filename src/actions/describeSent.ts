import type { Styled } from '../chat.js';
import { hasClosed } from '../domain/dates.js';
import { selectionOf } from '../domain/selection.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import type { Contest } from './contest.js';
import { nominationsBySender, nominationWindow, receiverName } from './nominations.js';
import { senderName } from './registrations.js';

/**
 * What each unit has sent up so far, and how much of what could be sent that is: "21/24". `within`: seen by
 * those who answer for these units. `null` where nothing is sent up.
 */
export async function describeSent(
  work: Work,
  contest: Contest,
  within: readonly string[] | null = null,
): Promise<Styled | null> {
  if (!selectionOf(contest.plan)?.receiver) return null;
  const { t, now } = work;
  const { way, senders: all } = await nominationsBySender(work, contest);
  const senders = all.filter(
    ({ code }) => within === null || within.some((own) => contest.units.isUnder(code, own)),
  );
  if (senders.length === 0) return null;
  const { quota } = way;
  const sent = senders.reduce((sum, each) => sum + each.sent.length, 0);
  const { opens, closes } = nominationWindow(contest, way);
  const to = receiverName(way);
  const isOver = closes !== null && hasClosed({ opens, closes }, now);
  return stack(
    [
      quota === null
        ? t('received.sent', { to, sent })
        : t('received.sentOf', { to, sent, slots: senders.length * quota }),
      ...senders.map((sender) => {
        const unit = senderName(contest, sender.code);
        const codes = sender.sent.map(({ entry }) => entry).join(', ');
        const about = { unit, sent: sender.sent.length };
        if (quota === null)
          return codes ? t('received.line', { ...about, codes }) : t('received.lineNone', about);
        return codes
          ? t('received.lineOf', { ...about, quota, codes })
          : t('received.lineOfNone', { ...about, quota });
      }),
      !isOver && opens && opens > now && t('received.ahead', { opens: t.moment(opens) }),
      !isOver && closes !== null && t('received.until', { closes: t.moment(closes) }),
    ],
    '\n',
  );
}
