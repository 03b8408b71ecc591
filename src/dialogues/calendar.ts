import { calendarName, datesFor, datesInGroup, hasCalendar } from '../actions/calendar.js';
import { describeLine } from '../actions/calendarEvents.js';
import { boundTo, type Contest, contestOf } from '../actions/contest.js';
import type { Styled } from '../chat.js';
import type { CalendarDate } from '../domain/calendar.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';

const MOST_SHOWN = 10;

/**
 * `/lich`: what comes next for this person, and his calendar to subscribe to; in a group, for everybody.
 * `/lich tất cả`: however much that is.
 */
export async function showCalendar(turn: Turn, args = ''): Promise<void> {
  const { chat, t } = turn;
  const contest = (chat.group && (await boundTo(turn))) || (await contestOf(turn));
  const dates = chat.group
    ? await datesInGroup(turn, contest, chat._id)
    : await datesFor(turn, contest, turn.person);
  const ahead = dates.filter((date) => date.at >= startOf(date, turn.now));
  const isIn = !chat.group && (await hasCalendar(turn, turn.person));
  const link = isIn && turn.tools.calendarAddress?.(calendarName(turn, turn.person));
  turn.say(
    stack([
      t('calendar.title', { contest: contest.plan.shortName }),
      ahead.length > 0
        ? describeAhead(t, contest, ahead, fold(args) === 'tat ca' ? ahead.length : MOST_SHOWN)
        : t('calendar.nothing'),
      link && t('calendar.subscribe', { link }),
    ]),
  );
}

/** What lasts the whole day is ahead until it is over. */
const startOf = ({ kind }: CalendarDate, now: Date): Date =>
  kind === 'day' ? new Date(now.getTime() - 24 * 3_600_000 + 1) : now;

function describeAhead(t: Words, { plan }: Contest, ahead: readonly CalendarDate[], most: number): Styled {
  const lines = ahead.slice(0, most).map((date) => describeLine(t, plan, date));
  const more = ahead.length - lines.length;
  return stack([...lines, more > 0 && t('calendar.more', { count: more })], '\n');
}
