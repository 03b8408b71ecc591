import { DateTime, FixedOffsetZone } from 'luxon';
import { z } from 'zod';
import { isNight } from './dates.js';
import { entryStates } from './entryStates.js';
import { owedThings } from './plan/reminders.js';
import { roleNames } from './roles.js';
import { unitLevel } from './units.js';

/** To whom something is announced, as data: who that is, is worked out once, when the sending begins. */
export const audienceSchema = z.discriminatedUnion('kind', [
  /** The teams, and all who have a task in the contest. */
  z.strictObject({ kind: z.literal('everybody') }),
  z.strictObject({ kind: z.literal('teams') }),
  z.strictObject({ kind: z.literal('teamsWithoutEntry') }),
  /** Teams that have an entry in this state. */
  z.strictObject({ kind: z.literal('entries'), state: z.enum(entryStates) }),
  /** Who would be reminded of it now. */
  z.strictObject({ kind: z.literal('owing'), owes: z.enum(owedThings) }),
  z.strictObject({ kind: z.literal('role'), role: z.enum(roleNames) }),
  /** Teams and tasks of all units of a level; of one unit and of all that lies in it. */
  z.strictObject({ kind: z.literal('level'), level: unitLevel }),
  z.strictObject({ kind: z.literal('unit'), unit: z.string() }),
  /** The groups that hear announcements; nobody is written to himself. */
  z.strictObject({ kind: z.literal('groups') }),
]);
export type Audience = z.output<typeof audienceSchema>;

/** May a unit's group read who is meant? What somebody owes, or what became of his entry, is his own business. */
export const isForGroups = ({ kind }: Audience): boolean => kind !== 'owing' && kind !== 'entries';

/** What both messengers carry in two messages. */
export const ANNOUNCEMENT_LENGTH: [shortest: number, longest: number] = [10, 3_000];

/** Of a month's messages this much stays for results and organizers. */
export const KEPT_SHARE = 0.05;

/** How many of a month's messages are left for what can wait; `used`: sent, heard, or waiting to be sent. */
export const roomIn = ({ used, quota }: { used: number; quota: number }): number =>
  Math.max(0, Math.floor(quota - quota * KEPT_SHARE) - used);

/** How many messages a text takes, about: they are cut between paragraphs, so it may be one more. */
export const messagesFor = (length: number, perMessage: number): number =>
  Math.max(1, Math.ceil(length / perMessage));

const zone = FixedOffsetZone.instance(7 * 60);

/** When something may go out that can wait: now, or in the morning. */
export function decentTime(now: Date): Date {
  if (!isNight(now)) return now;
  const today = DateTime.fromJSDate(now, { zone }).startOf('day').plus({ hours: 7 });
  return (today.toJSDate() > now ? today : today.plus({ days: 1 })).toJSDate();
}
