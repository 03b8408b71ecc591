import { DateTime, FixedOffsetZone } from 'luxon';
import {
  type ClosingEdge,
  contestZone,
  isKnownWindow,
  type KnownWindow,
  type OpeningEdge,
  type WindowName,
  type WindowWords,
} from './plan/dateWords.js';
import { isKnown, type Unknown } from './plan/unknown.js';
import type { Plan } from './plan.js';
import { Refusal } from './refusal.js';

export { contestZone, isKnownWindow, type KnownWindow, type WindowName };

/**
 * Both ends belong to it: something done in the last millisecond was done in time. `opens` is `null`
 * where the plan names only a last day.
 */
export type Window = { opens: Date | null; closes: Date };

export type Windows = Partial<Record<KnownWindow, Window>> & { [own: string]: Window | undefined };

/** Every window of the plan as instants. One whose days are unknown, or hang on unknown ones, is left out. */
export function windowsOf({ windows }: Pick<Plan, 'windows'>): Windows {
  const instants: Windows = {};
  for (const name of Object.keys(windows)) {
    const window = windowFrom(windows, name);
    if (window) instants[name] = window;
  }
  return instants;
}

/** A window that the plan must have for what is being done. */
export function windowOf(plan: Pick<Plan, 'windows'>, name: WindowName): Window {
  const window = windowFrom(plan.windows, name);
  if (!window) throw new Refusal('plan.undated', { window: ownTitle(plan, name) ?? name });
  return window;
}

/** What the plan itself calls a window; most of the well-known ones it leaves to our words. */
export function ownTitle({ windows }: Pick<Plan, 'windows'>, name: WindowName): string | null {
  const words = windows[name];
  return (words && isKnown(words) && words.title) || null;
}

export const hasOpened = ({ opens }: Window, now: Date): boolean => opens === null || opens <= now;

export const hasClosed = ({ closes }: Window, now: Date): boolean => closes < now;

export const isOpen = (window: Window, now: Date): boolean =>
  hasOpened(window, now) && !hasClosed(window, now);

/** Is there something to take part in? Until its days are set and it is launched, a contest is being prepared. */
export const isAnnounced = ({ registration, launch }: Windows, now: Date): boolean =>
  registration !== undefined && (launch === undefined || hasOpened(launch, now));

/** The instant a closing edge stands for, `null` if it hangs on an unknown day. */
export function closingInstant(windows: Plan['windows'], edge: ClosingEdge | Unknown): Date | null {
  if (!isKnown(edge)) return null;
  if ('by' in edge) return endOf(edge.by, 'day');
  if ('before' in edge) return day(edge.before).minus({ days: 1 }).endOf('day').toJSDate();
  if ('month' in edge) return endOf(edge.month, 'month');
  if ('at' in edge) return day(edge.at).toJSDate();
  if ('with' in edge) return windowFrom(windows, edge.with)?.closes ?? null;
  const event = windowFrom(windows, edge.after);
  return event ? daysAfter(event, edge.days).endOf('day').toJSDate() : null;
}

/** The instant an opening edge stands for, `null` if it hangs on an unknown day. */
export function openingInstant(windows: Plan['windows'], edge: OpeningEdge): Date | null {
  if ('from' in edge) return day(edge.from).toJSDate();
  if ('month' in edge) return day(edge.month).toJSDate();
  if ('at' in edge) return day(edge.at).toJSDate();
  if ('with' in edge) return windowFrom(windows, edge.with)?.opens ?? null;
  const event = windowFrom(windows, edge.after);
  return event ? daysAfter(event, edge.days).startOf('day').toJSDate() : null;
}

function windowFrom(windows: Plan['windows'], name: WindowName): Window | null {
  const words = windows[name];
  if (words === undefined || !isKnown(words)) return null;
  const { opens, closes } = edgesOf(words);
  const closesAt = closingInstant(windows, closes);
  if (!closesAt || (opens && !isKnown(opens))) return null;
  if (!opens) return { opens: null, closes: closesAt };
  const opensAt = openingInstant(windows, opens);
  return opensAt && { opens: opensAt, closes: closesAt };
}

/** When a window opens and closes, in whichever of the four ways its words say so. */
export function edgesOf(words: WindowWords): {
  opens?: OpeningEdge | Unknown | undefined;
  closes: ClosingEdge | Unknown;
} {
  if ('on' in words) return { opens: { from: words.on }, closes: { by: words.on } };
  if ('month' in words) return { opens: { month: words.month }, closes: { month: words.month } };
  if ('between' in words) return { opens: { from: words.between[0] }, closes: { by: words.between[1] } };
  return words;
}

/** What `contestZone` has been since 1975, without asking the computer's zone tables each time. */
const zone = FixedOffsetZone.instance(7 * 60);

const day = (text: string): DateTime => DateTime.fromISO(text, { zone });

const endOf = (text: string, unit: 'day' | 'month'): Date => day(text).endOf(unit).toJSDate();

const daysAfter = ({ closes }: Pick<Window, 'closes'>, days: number): DateTime =>
  DateTime.fromJSDate(closes, { zone }).plus({ days });

/** 21:00 to 07:00: nobody is written to without need. */
export function isNight(now: Date): boolean {
  const { hour } = DateTime.fromJSDate(now, { zone });
  return hour >= 21 || hour < 7;
}

/** The year a moment lies in. */
export const yearAt = (now: Date): number => DateTime.fromJSDate(now, { zone }).year;

/** The month a moment lies in: when it began, and what it is called (`9/2023`). */
export function monthOf(now: Date): { since: Date; name: string } {
  const begun = DateTime.fromJSDate(now, { zone: contestZone }).startOf('month');
  return { since: begun.toJSDate(), name: begun.toFormat('M/yyyy') };
}

/** The last instant of the day that comes so many days after the one in which `since` lies. */
export const endOfDayAfter = (since: Date, days: number): Date =>
  daysAfter({ closes: since }, days).endOf('day').toJSDate();

/** The first instant of the day in which this lies. */
export const startOfDay = (at: Date): Date => DateTime.fromJSDate(at, { zone }).startOf('day').toJSDate();

export const beginsDay = (at: Date): boolean =>
  DateTime.fromJSDate(at, { zone }).startOf('day').toMillis() === at.getTime();

/** The day a moment lies in: `2023-08-31`. */
export const dayOf = (now: Date): string => DateTime.fromJSDate(now, { zone }).toFormat('yyyy-MM-dd');
