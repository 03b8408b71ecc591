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
  /** How far the result was; absent before the judging is over. */
  course?: CourseThen;
  /** Mornings since the digest before that nobody was told of, since nothing ran. */
  missedDays?: number;
  /** What began or ended since the digest before, and was left to this one. */
  news?: MorningNews[];
  /** What began or ended while nothing ran, so long ago by then that nobody was told. */
  dropped?: DroppedNews[];
  /** Bots of whose month so much is used that reminders are merged. */
  saving?: string[];
};

/** Where a result stands on its way, in numbers and moments. */
export type CourseThen = {
  locked: { at: Date; number: number | null } | null;
  votesUntil: Date | null;
  proposal: { number: number; state: 'proposed' | 'approved' | 'returned' | 'published' } | null;
  published: {
    version: number;
    publishedAt: Date;
    standing: { kind: 'provisional'; until: Date } | { kind: 'final' } | { kind: 'unlimited' };
    isOvertaken: boolean;
  } | null;
  complaints: readonly { code: string }[];
};

/** `unit`: whose extension is over; absent where it is everybody's. */
export type DroppedNews = { window: string; kind: 'begun' | 'over'; at: Date; unit?: string | null };

/** What began or ended by this morning. `unit`: whose extension is over, `null` where it is everybody's. */
export type MorningNews = DroppedNews & { unit: string | null };

/** `over`: it was too late for any; else a later one was due as well. */
export type StaleReminders = { kind: string; deadline: Date | null; over: boolean; count: number };

/** Half past seven; what was not told by the evening is not told that day. */
const FROM = { hour: 7, minute: 30 };
const UNTIL_HOUR = 21;
const LATE_HOUR = 11;
/** How long after its last day a contest is still told of, as long as it isn't over. */
const AFTER_DAYS = 14;

/** Is it the time of day at which digests are told? */
export function isDigestTime(now: Date): boolean {
  const local = DateTime.fromJSDate(now, { zone: contestZone });
  return local >= local.set({ ...FROM, second: 0, millisecond: 0 }) && local.hour < UNTIL_HOUR;
}

/** Is it morning, and that day's digest still to come? */
export function isMorning(now: Date): boolean {
  const { hour, minute } = DateTime.fromJSDate(now, { zone: contestZone });
  return hour < FROM.hour || (hour === FROM.hour && minute < FROM.minute);
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
    (counts.dropped?.length ?? 0) +
    (counts.news?.length ?? 0) >
    0 ||
  JSON.stringify(lasting(counts)) !== JSON.stringify(lasting(before));

/** Without what is of one morning only. */
function lasting({ reminded, unreached, stale, dropped, news, missedDays, ...counts }: DigestCounts) {
  return counts;
}

/** How many mornings lie between these two days, on which the contest ran. */
export function missedBetween(windows: Windows, before: string, day: string): number {
  const noon = (of: string) => DateTime.fromISO(`${of}T12:00`, { zone: contestZone });
  let missed = 0;
  for (let each = noon(before).plus({ days: 1 }); each < noon(day); each = each.plus({ days: 1 }))
    if (isRunning(windows, each.toJSDate())) missed += 1;
  return missed;
}

/** The last day that lies a week before this one. */
export const weekBefore = (day: string): string =>
  DateTime.fromISO(day, { zone: contestZone }).minus({ weeks: 1 }).toISODate() ?? day;

/** Is it so late that nobody would call it a morning's? */
export const isLateForMorning = (now: Date): boolean =>
  DateTime.fromJSDate(now, { zone: contestZone }).hour >= LATE_HOUR;

/** What has been added to a number: `+2`, `-1`; `null` where nothing was there before, or nothing has changed. */
export function change(now: number, before: number | null | undefined): string | null {
  if (before === null || before === undefined || now === before) return null;
  return now > before ? `+${now - before}` : `−${before - now}`;
}
