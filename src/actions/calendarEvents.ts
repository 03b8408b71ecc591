import type { Styled } from '../chat.js';
import type { CalendarDate } from '../domain/calendar.js';
import { beginsDay, dayOf } from '../domain/dates.js';
import type { Work } from '../turn.js';
import type { Words } from '../words.js';
import { allDatesFor, whoseCalendar } from './calendar.js';
import type { Contest } from './contest.js';
import { nameOfWindow } from './moveDate.js';

/**
 * What a calendar on somebody's phone shows: at a moment, or all through a day, `2026-10-28`. `id` stays the same
 * when it is moved.
 */
export type CalendarEvent = { id: string; title: string; text: string; when: Date | string };

/** Somebody's dates in all contests, as they are now; `null`: the name is nobody's. */
export async function calendarEvents(work: Work, named: string): Promise<CalendarEvent[] | null> {
  const person = await whoseCalendar(work, named);
  if (person === null) return null;
  return (await allDatesFor(work, person)).flatMap(({ contest, dates }) =>
    dates.map((date) => eventOf(work.t, contest, date)),
  );
}

function eventOf(t: Words, { id, plan }: Contest, date: CalendarDate): CalendarEvent {
  const { at, kind } = date;
  return {
    id: `${id}/${kind === 'correction' ? `${date.code}/` : `${date.window}/`}${kind}`,
    title: describeDate(t, plan, date),
    text: plan.name,
    when: kind === 'day' ? dayOf(at) : at,
  };
}

/** "Nộp bài: ngày cuối". */
export function describeDate(t: Words, plan: Contest['plan'], date: CalendarDate): string {
  if (date.kind === 'correction') return t.plain('calendar.correction', { code: date.code });
  const window = nameOfWindow(t, plan, date.window);
  return date.kind === 'day' ? window : t.plain(`calendar.${date.kind}`, { window });
}

/** "• thứ Tư, 14/10/2026: Chấm điểm: bắt đầu". */
export const describeLine = (t: Words, plan: Contest['plan'], date: CalendarDate): Styled =>
  t('calendar.line', {
    at: beginsDay(date.at) ? t.day(date.at) : t.moment(date.at),
    what: describeDate(t, plan, date),
  });
