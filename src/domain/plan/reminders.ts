import { z } from 'zod';
import { windowName } from './dateWords.js';
import { id } from './values.js';

const standard = ['7d', '3d', '1d', '3h'];

/** What people can owe a contest. */
export const owedThings = [
  'registration',
  'list',
  'entry',
  'correction',
  'nomination',
  'sheet',
  'engagement',
] as const;
export type OwedThing = (typeof owedThings)[number];

/** Who is chased for what he still owes, and how long before a window closes: `7d`, `3h`. */
export const reminder = z.strictObject({
  id,
  who: z.enum(['contestant', 'unit_coordinator', 'judge', 'secretary', 'organizer']),
  owes: z.enum(owedThings),
  window: windowName,
  before: z
    .array(z.string().regex(/^[1-9]\d*[dh]$/, 'not_a_span'))
    .min(1)
    .default(standard),
});
export type Reminder = z.output<typeof reminder>;

/** How many reminders anybody gets on one day where the plan says nothing else. */
export const usualRemindersADay = 3;

const HOUR_MS = 3_600_000;

/** `3h`, `7d`: how long that is. */
export const spanMs = (span: string): number =>
  Number.parseInt(span, 10) * (span.endsWith('d') ? 24 : 1) * HOUR_MS;

/** How many hours before the close, the longest first. */
export const hoursBefore = ({ before }: Pick<Reminder, 'before'>): number[] =>
  before.map((span) => spanMs(span) / HOUR_MS).sort((a, b) => b - a);
