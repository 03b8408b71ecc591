import { readDayTime, readHours } from './answers.js';
import { closingInstant, contestZone, type Window } from './dates.js';
import { closingAt } from './moves.js';

/** A unit, and all that lies in it, may hand in until then. `id`: the update that gave it. */
export type Extension = {
  id: string;
  unit: string;
  until: Date;
  reason: string;
  by: string;
  at: Date;
};

/** Why something was still taken after the common close, and how many seconds after. */
export type Lateness = { lateBySeconds: number; extension: string | null };

export const inTime: Lateness = { lateBySeconds: 0, extension: null };

/**
 * How late a moment is, `null` if too late: after the common close, after the longest of the extensions
 * that are given, and after the minutes of grace that follow on either.
 */
export function latenessAt(
  now: Date,
  { closes }: Window,
  { extensions, graceMinutes }: { extensions: readonly Extension[]; graceMinutes: number },
): Lateness | null {
  if (now <= closes) return inTime;
  const lateBySeconds = Math.ceil((now.getTime() - closes.getTime()) / 1000);
  const longest = longestOf(extensions);
  const isCovered = (until: Date) => now.getTime() <= until.getTime() + graceMinutes * 60_000;
  if (isCovered(closes)) return { lateBySeconds, extension: null };
  return longest && isCovered(longest.until) ? { lateBySeconds, extension: longest.id } : null;
}

/** The close for whom these extensions hold. */
export function closesWith({ closes }: Window, extensions: readonly Extension[]): Date {
  const longest = longestOf(extensions);
  return longest && longest.until > closes ? longest.until : closes;
}

/** `24 giờ`, `thêm 2 ngày` after the common close, or `3/9`, `đến hết 3/9`, `30/8 23 giờ`; `null` if it is neither. */
export function readExtension(text: string, { closes }: Pick<Window, 'closes'>): Date | null {
  const hours = readHours(text.replace(/^\s*th[êe]m\s+/iu, ''));
  if (hours !== null) return new Date(closes.getTime() + hours * 3_600_000);
  const day = readDayTime(text, closes, contestZone);
  return day && closingInstant({}, closingAt(day));
}

/** In front of such words the unit, behind them the reason: `mộ đức đến hết 3/9, mất điện`. */
export function partsOfExtension(
  text: string,
  window: Pick<Window, 'closes'>,
): { unit: string; until: Date | null; reason: string } {
  const words = text.split(/\s+/);
  const joined = (from: number, to?: number) => words.slice(from, to).join(' ');
  for (let from = 1; from < words.length; from += 1)
    for (let to = Math.min(words.length, from + LONGEST_SAID); to > from; to -= 1) {
      const until = readExtension(joined(from, to).replace(/[,.:;]$/, ''), window);
      if (until) return { unit: joined(0, from), until, reason: joined(to) };
    }
  return { unit: text, until: null, reason: '' };
}

/** «đến hết 5 giờ rưỡi chiều ngày 3 tháng 9 năm 2026» has twelve words. */
const LONGEST_SAID = 12;

const longestOf = (extensions: readonly Extension[]): Extension | undefined =>
  [...extensions].sort((a, b) => b.until.getTime() - a.until.getTime())[0];
