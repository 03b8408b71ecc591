import { DateTime } from 'luxon';
import { type DayTime, readDayTime } from './answers.js';
import { closingInstant, contestZone, openingInstant, type Window } from './dates.js';
import { closingAt, openingAt } from './moves.js';
import type { Plan } from './plan.js';
import { yearOf } from './planCopy.js';

/** An end of a window, as it is typed for `/doingay`: mostly without a year. */
export type End = 'opens' | 'closes';

export type DayRead =
  | { kind: 'day'; day: DayTime }
  /** `next`: the same day of a year in which it is still to come, where no year was typed. */
  | { kind: 'past'; at: Date; next: DayTime | null }
  | { kind: 'unreadable' };

/**
 * A day without a year is the one nearest to where this end stands, else to the window's other end (with a
 * new opening, to that), else it is of the contest's year. An opening today may be at once.
 */
export function readNewDay(
  text: string,
  about: { plan: Pick<Plan, 'id' | 'name'>; before: Window | null; end: End; opens: Date | null; now: Date },
): DayRead {
  const { end, now } = about;
  const day = readDayTime(text, whereabouts(about), contestZone);
  if (!day) return { kind: 'unreadable' };
  const at = instantOf(day, end);
  if (!isPast(at, end, now)) return { kind: 'day', day };
  // Nearest to the middle of the coming year is the next such day; a year that was typed stays.
  const next = readDayTime(text, DateTime.fromJSDate(now).plus({ days: 183 }).toJSDate(), contestZone);
  return { kind: 'past', at, next: next && !isPast(instantOf(next, end), end, now) ? next : null };
}

function whereabouts({
  plan,
  before,
  end,
  opens,
  now,
}: Pick<Parameters<typeof readNewDay>[1], 'plan' | 'before' | 'end' | 'opens' | 'now'>): Date {
  if (end === 'closes' && opens) return opens;
  const stands = before && ((end === 'opens' && before.opens) || before.closes);
  if (stands) return stands;
  const year = yearOf(plan);
  return year === null ? now : DateTime.fromISO(`${year}-07-02`, { zone: contestZone }).toJSDate();
}

function instantOf(day: DayTime, end: End): Date {
  const at = end === 'opens' ? openingInstant({}, openingAt(day)) : closingInstant({}, closingAt(day));
  if (!at) throw new Error('a day that was typed leans on nothing');
  return at;
}

const isPast = (at: Date, end: End, now: Date): boolean =>
  end === 'closes'
    ? at < now
    : at < DateTime.fromJSDate(now, { zone: contestZone }).startOf('day').toJSDate();

/** As it can be typed again: `15/8/2026`, `15/8/2026 17:00`. */
export const typedDay = ({ day, time }: DayTime): string => {
  const date = DateTime.fromISO(day).toFormat('d/M/yyyy');
  return time === null ? date : `${date} ${time}`;
};
