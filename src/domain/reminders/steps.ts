import { DateTime } from 'luxon';
import { contestZone, isNight } from '../dates.js';
import { spanMs } from '../plan/reminders.js';

/** One of the moments at which somebody is reminded. `name`: how long before, `3d`; after something began, `+3d`. */
export type Step = { name: string; at: Date };

const MORNING = 7;
/** The last hour before the night. */
const EVENING = 20;

/**
 * When to write who would be written to at `at`: at night in the morning, but never behind the deadline. What
 * would fall behind it goes earlier, in the last hour of the evening before.
 */
export function decentTime(at: Date, deadline: Date | null): Date {
  if (!isNight(at)) return at;
  const local = DateTime.fromJSDate(at, { zone: contestZone });
  const today = local.startOf('day').set({ hour: MORNING });
  const morning = local < today ? today : today.plus({ days: 1 });
  if (deadline === null || morning.toJSDate() < deadline) return morning.toJSDate();
  return morning.minus({ days: 1 }).set({ hour: EVENING }).toJSDate();
}

/** The steps towards a deadline. Three hours before the end of a day is 21:00, and not a millisecond less. */
export function stepsBefore(deadline: Date, spans: readonly string[]): Step[] {
  const end = Math.ceil(deadline.getTime() / 1000) * 1000;
  return inOrder(
    [...spans]
      .sort((one, other) => spanMs(other) - spanMs(one))
      .map((span) => ({ name: span, at: decentTime(new Date(end - spanMs(span)), deadline) })),
  );
}

/** The steps after something began to wait, as long as no deadline ends it. */
export function stepsAfter(began: Date, spans: readonly string[], deadline: Date | null = null): Step[] {
  const steps = spans.map((span) => ({
    name: `+${span}`,
    at: decentTime(new Date(began.getTime() + spanMs(span)), deadline),
  }));
  return inOrder(steps.filter(({ at }) => deadline === null || at < deadline));
}

/** The same where something waits on when its deadline is over, until it is done. */
export const stepsAround = (deadline: Date, before: readonly string[], after: readonly string[]): Step[] =>
  inOrder([...stepsBefore(deadline, before), ...stepsAfter(deadline, after)]);

/** A deadline as long as it is ahead: what is over keeps nobody from being reminded. */
export const ahead = (deadline: Date | null, now: Date): Date | null =>
  deadline !== null && deadline >= now ? deadline : null;

/** When the day of a moment begins for those who work: what is told once a day is told then. */
export const morningOf = (now: Date): Date =>
  DateTime.fromJSDate(now, { zone: contestZone })
    .startOf('day')
    .set({ hour: MORNING + 1 })
    .toJSDate();

/** Of several at one moment the last is the nearest. */
export const inOrder = (steps: readonly Step[]): Step[] =>
  [...steps].sort((one, other) => one.at.getTime() - other.at.getTime());

/** The last moment of the day that begins in the morning: the next one begins right after it. */
export function untilMorning(now: Date): Date {
  const local = DateTime.fromJSDate(now, { zone: contestZone });
  const today = local.startOf('day').set({ hour: MORNING });
  return (local < today ? today : today.plus({ days: 1 })).minus(1).toJSDate();
}

/** What lies between two looks: what was due at the earlier one is done. */
export type Look = { after: Date; now: Date };

export const isBetween = ({ after, now }: Look, { at }: Step): boolean => at > after && at <= now;

/**
 * The step that is to be taken now. After a standstill it is the latest of those that were missed: the others
 * are stale. None is taken that lies before `since`, when this became somebody's to do, or after the deadline.
 * `until`: what is due up to then is taken already now.
 */
export function stepDue(
  { steps, since, deadline }: { steps: readonly Step[]; since: Date; deadline: Date | null },
  look: Look,
  until = look.now,
): Step | null {
  if (deadline !== null && deadline < look.now) return null;
  const latest = steps.findLast(({ at }) => at <= until);
  return latest && latest.at > look.after && latest.at >= since ? latest : null;
}

/** The steps between the looks that are dropped: a later one is taken, or the deadline is over. */
export function stepsMissed(debt: Parameters<typeof stepDue>[0], look: Look): Step[] {
  const due = stepDue(debt, look);
  return debt.steps.filter(
    (step) => isBetween(look, step) && step.at >= debt.since && (due === null || step.at < due.at),
  );
}
