import type { Window } from './dates.js';

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

const longestOf = (extensions: readonly Extension[]): Extension | undefined =>
  [...extensions].sort((a, b) => b.until.getTime() - a.until.getTime())[0];
