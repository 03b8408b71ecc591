import { DateTime } from 'luxon';
import { z } from 'zod';
import { orUnknown } from './unknown.js';

/** Contests are held in Vietnam; their days begin and end there. */
export const contestZone = 'Asia/Ho_Chi_Minh';

const valid = (text: string): boolean => DateTime.fromISO(text, { zone: contestZone }).isValid;

export const calendarDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'not_a_day', abort: true })
  .refine(valid, 'no_such_day');
const calendarMonth = z
  .string()
  .regex(/^\d{4}-\d{2}$/, { error: 'not_a_month', abort: true })
  .refine(valid, 'no_such_month');
/** An hour an organizer has set, in Vietnam's time: `2023-09-01T17:00`. */
const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, { error: 'not_a_time', abort: true })
  .refine(valid, 'no_such_time');

/** The moments most contests are made of. A plan may have others, each with a title of its own. */
export const knownWindows = [
  'launch',
  'registration',
  'selection',
  'submission',
  'screening',
  'nomination',
  'posting',
  'voting',
  'judging',
  'decision',
  'showcase',
  'awards',
] as const;
export type KnownWindow = (typeof knownWindows)[number];

export const windowName = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'not_an_id');
/** A well-known name, or the plan's own; completion knows the first. */
export type WindowName = KnownWindow | (string & {});

export const isKnownWindow = (name: string): name is KnownWindow =>
  (knownWindows as readonly string[]).includes(name);

const sameAs = z.strictObject({ with: windowName });
const daysAfter = z.strictObject({ days: z.int().positive(), after: windowName });
/** Where the event takes several days: one close for all, counted from its last day, or `each` has its own. */
const closeAfter = daysAfter.extend({ close: orUnknown(z.enum(['common', 'each'])).optional() });

/** When something begins. `with`: when that window opens; `days … after`: that many days after it closes. */
export const openingEdge = z.union([
  z.strictObject({ from: calendarDay }),
  z.strictObject({ month: calendarMonth }),
  z.strictObject({ at: localTime }),
  sameAs,
  daysAfter,
]);
export type OpeningEdge = z.output<typeof openingEdge>;

/**
 * When something ends. `by`: "đến ngày X", "chậm nhất đến ngày X"; `before`: "trước ngày X"; `month`:
 * "trong tháng M"; `days … after`: "N ngày kể từ" the last day of that window, which isn't counted itself.
 */
export const closingEdge = z.union([
  z.strictObject({ by: calendarDay }),
  z.strictObject({ before: calendarDay }),
  z.strictObject({ month: calendarMonth }),
  z.strictObject({ at: localTime }),
  sameAs,
  closeAfter,
]);
export type ClosingEdge = z.output<typeof closingEdge>;

/** Without `opens`, a window is a deadline: what it waits for may come at any time before. */
const title = z.string().trim().min(1).optional();
export const windowWords = z.union([
  z.strictObject({ title, on: calendarDay }),
  z.strictObject({ title, month: calendarMonth }),
  z.strictObject({
    title,
    between: z.tuple([calendarDay, calendarDay]).refine(([a, b]) => a <= b, 'ends_before_it_begins'),
  }),
  z.strictObject({ title, opens: orUnknown(openingEdge).optional(), closes: orUnknown(closingEdge) }),
]);
export type WindowWords = z.output<typeof windowWords>;

export const windowsByName = z.record(windowName, orUnknown(windowWords)).superRefine((windows, context) => {
  for (const [name, words] of Object.entries(windows)) {
    if (!isKnownWindow(name) && !('title' in words && words.title))
      context.addIssue({ code: 'custom', message: 'window_without_title', path: [name], input: words });
    for (const [edge, value] of Object.entries(words)) {
      const other = value && typeof value === 'object' && referred(value);
      if (!other) continue;
      if (!(other in windows)) {
        context.addIssue({
          code: 'custom',
          message: 'no_such_window',
          path: [name, edge],
          params: { other },
        });
      } else if (leadsBack(windows, name, other)) {
        context.addIssue({
          code: 'custom',
          message: 'windows_in_a_circle',
          path: [name, edge],
          params: { other },
        });
      }
    }
  }
});

/** The window an edge leans on, if it does. */
function referred(edge: object): string | null {
  if (Object.hasOwn(edge, 'with')) return String(Reflect.get(edge, 'with'));
  return Object.hasOwn(edge, 'after') ? String(Reflect.get(edge, 'after')) : null;
}

function leadsBack(
  windows: Record<string, unknown>,
  start: string,
  from: string,
  seen = new Set<string>(),
): boolean {
  if (from === start) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return Object.values(windows[from] ?? {}).some((edge) => {
    const next = edge && typeof edge === 'object' ? referred(edge) : null;
    return next !== null && leadsBack(windows, start, next, seen);
  });
}
