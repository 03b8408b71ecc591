import { DateTime } from 'luxon';
import { contestZone, type Windows } from './dates.js';

/** Where a contest stands on a morning, in numbers; of `senders`, `units` are those that have sent nothing yet. */
export type DigestCounts = {
  teams: number;
  entries: number;
  /** Of the entries those that the screening has decided, `null` where nothing is screened. */
  screened: number | null;
  /** Sheets that judges owe in the final, and those of them that are filled in; `null` before there are any. */
  sheets: { done: number; owed: number } | null;
  senders: number;
  units: string[];
  /** Those that nobody has registered in. */
  unregistered: string[];
  complaints: number;
  questions: number;
  /** Since the digest before: how many were reminded, and whom no letter reached. */
  reminded: number;
  unreached: number;
  /** Reminders that nobody had, since nothing ran when they were due: of what, until when, and of how many people. */
  stale?: StaleReminders[];
  /** What began or ended while nothing ran, so long ago by then that nobody was told. */
  dropped?: DroppedNews[];
  /** Bots of whose month so much is used that reminders are merged. */
  saving?: string[];
};

export type DroppedNews = { window: string; kind: 'begun' | 'over'; at: Date };

/** `over`: it was too late for any; else a later one was due as well. */
export type StaleReminders = { kind: string; deadline: Date | null; over: boolean; count: number };

/** Half past seven; what was not told by the evening is not told that day. */
const FROM = { hour: 7, minute: 30 };
const UNTIL_HOUR = 21;
/** How long after its last day a contest is still told of, as long as it isn't over. */
const AFTER_DAYS = 14;

/** Is it the time of day at which digests are told? */
export function isDigestTime(now: Date): boolean {
  const local = DateTime.fromJSDate(now, { zone: contestZone });
  return local >= local.set({ ...FROM, second: 0, millisecond: 0 }) && local.hour < UNTIL_HOUR;
}

/** Once a week, on Monday, it goes to the whole committee. */
export const isWeekly = (now: Date): boolean => DateTime.fromJSDate(now, { zone: contestZone }).weekday === 1;

/** From its first day on, until a while after its last. */
export function isRunning(windows: Windows, now: Date): boolean {
  const all = Object.values(windows).flatMap((window) => (window ? [window] : []));
  if (all.length === 0) return false;
  const begins = Math.min(...all.map(({ opens, closes }) => (opens ?? closes).getTime()));
  const ends = Math.max(...all.map(({ closes }) => closes.getTime()));
  return begins <= now.getTime() && now.getTime() <= ends + AFTER_DAYS * 24 * 3_600_000;
}

/** Does a digest say anything that the one before didn't? */
export const isNews = (counts: DigestCounts, before: DigestCounts | null): boolean =>
  before === null ||
  counts.complaints +
    counts.questions +
    counts.unreached +
    (counts.stale?.length ?? 0) +
    (counts.dropped?.length ?? 0) >
    0 ||
  JSON.stringify({ ...counts, reminded: 0 }) !== JSON.stringify({ ...before, reminded: 0 });

/** What has been added to a number: `+2`, `-1`; `null` where nothing was there before, or nothing has changed. */
export function change(now: number, before: number | null | undefined): string | null {
  if (before === null || before === undefined || now === before) return null;
  return now > before ? `+${now - before}` : `−${before - now}`;
}
