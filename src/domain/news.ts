import { decentTime } from './announcements.js';
import { isEvent } from './concerns.js';
import { dayOf, startOfDay, type Window, type WindowName, type Windows } from './dates.js';
import { isMorning } from './digest.js';
import type { Extension } from './extensions.js';

/**
 * What begins or ends, and when it may be told: in the morning where that is at night, and before an event. `unit`:
 * whose extension is over, `null` where it is everybody's.
 */
export type News = {
  name: WindowName;
  window: Window;
  kind: 'begun' | 'over';
  tellAt: Date;
  unit: string | null;
};

/** All of it in the order in which it comes. What arrives in these minutes of grace was handed in too. */
export function newsOf(
  { windows, extensions }: { windows: Windows; extensions: readonly Extension[] },
  graceMinutes: number,
): News[] {
  const { submission } = windows;
  const own = submission ? extensions.filter(({ until }) => until > submission.closes) : [];
  const news = [
    ...Object.entries(windows).flatMap(([name, window]) => (window ? edges(name, window, graceMinutes) : [])),
    ...own.map(({ unit, until }): News => {
      const window = { opens: null, closes: until };
      return {
        ...{ name: 'submission', window, kind: 'over', unit },
        tellAt: overAt(until, graceMinutes),
      };
    }),
  ];
  return news.sort((one, other) => momentOf(one).getTime() - momentOf(other).getTime());
}

function edges(name: WindowName, window: Window, graceMinutes: number): News[] {
  const { opens, closes } = window;
  const begun: News[] = opens
    ? [{ name, window, kind: 'begun', tellAt: begunAt(name, window, opens), unit: null }]
    : [];
  const tellAt = overAt(closes, name === 'submission' ? graceMinutes : 0);
  const over: News = { name, window, kind: 'over', tellAt, unit: null };
  // That an event is over everybody knows.
  return [...begun, ...(isEvent(name) && isOneDay(window) ? [] : [over])];
}

/** To an event people have to come: they hear of it in the morning. */
const begunAt = (name: WindowName, window: Window, opens: Date): Date =>
  isEvent(name) && isOneDay(window) ? decentTime(startOfDay(opens)) : decentTime(opens);

/** Of the last millisecond of a day it is told in the morning that follows. */
const overAt = (closes: Date, graceMinutes: number): Date =>
  decentTime(new Date(closes.getTime() + graceMinutes * 60_000 + 1));

export const momentOf = ({ kind, window: { opens, closes } }: Pick<News, 'kind' | 'window'>): Date =>
  kind === 'over' || opens === null ? closes : opens;

export const isOneDay = ({ opens, closes }: Window): boolean =>
  opens !== null && dayOf(opens) === dayOf(closes);

/** May it wait for the digest of that morning? Who reads that needs no message of its own. */
export const isOfMorning = ({ tellAt }: News): boolean => isMorning(tellAt);
