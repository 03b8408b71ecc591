import { concernOf } from './concerns.js';
import type { Window, WindowName, Windows } from './dates.js';
import type { RoleName } from './roles.js';

/** What somebody is to a contest, as far as its days concern him; `stranger`: whom nothing is known of. */
export type Standing = {
  roles: readonly RoleName[];
  author: 'registered' | 'entered' | 'stranger' | 'none';
};

/** `day`: all of a window's one day. `correction`: until then an entry that was sent back may be mended. */
export type CalendarDate =
  | { kind: 'opens' | 'closes' | 'day'; window: WindowName; at: Date }
  | { kind: 'correction'; code: string; at: Date };

const DAY_MS = 24 * 3_600_000;

/** All dates of these windows that concern him, past ones too, in their order. */
export function datesOf(windows: Windows, standing: Standing): CalendarDate[] {
  return Object.entries(windows)
    .flatMap(([window, days]) => (days && concerns(standing, window) ? edges(window, days) : []))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

function concerns({ roles, author }: Standing, window: WindowName): boolean {
  const concern = concernOf(window);
  if (roles.some((role) => concern.roles.includes(role))) return true;
  // Who isn't in yet may still come to be, and may vote.
  if (author === 'stranger') return concern.authors === 'registered' || window === 'voting';
  if (author === 'entered') return concern.authors !== 'none';
  return author === 'registered' && concern.authors === 'registered';
}

function edges(window: WindowName, { opens, closes }: Window): CalendarDate[] {
  if (opens && closes.getTime() - opens.getTime() === DAY_MS - 1) return [{ kind: 'day', window, at: opens }];
  const ending: CalendarDate = { kind: 'closes', window, at: closes };
  return opens ? [{ kind: 'opens', window, at: opens }, ending] : [ending];
}
