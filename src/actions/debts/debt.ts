import type { Styled } from '../../chat.js';
import { closesWith } from '../../domain/extensions.js';
import { movedAt } from '../../domain/moves.js';
import { spanMs } from '../../domain/plan/reminders.js';
import type { Reminder } from '../../domain/plan.js';
import { type Look, type Step, stepsBefore } from '../../domain/reminders/steps.js';
import type { PersonId } from '../../store/documents.js';
import type { Offer, Work } from '../../turn.js';
import type { Words } from '../../words.js';
import type { Contest } from '../contest.js';
import { extensionsFor } from '../extendUnit.js';

/** What somebody owes at this moment, and when he is to be reminded of it. */
export type Debt = Frame & {
  person: PersonId;
  /** Which of several: an entry, a judge's seat; empty where there is one. */
  of: string;
  /** The unit whose coordinators are asked to remind him where he can't be reached; `null`: nobody's. */
  unit: string | null;
  /** What is still missing, by code or name: what a person reads of it is in `says`. */
  what: string[];
  /** What is owed, until when, and the one thing that settles it. */
  says: Styled;
  offer: Offer;
  /** The same for the group of that unit, if everybody in it may read it: no person's name, no points. */
  inGroup?: InGroup | undefined;
  /** The same for whoever reminds him, where he does something else about it than its person. */
  instead?: { says: Styled };
};

/** What a team is called there, and what all those owe that owe the same by the same moment. */
export type InGroup = { team: string; says(teams: readonly string[]): Styled };

/** `since`: what lay before was not his business. */
export type Frame = { since: Date; deadline: Date | null; steps: Step[] };

/** What people owe, as organizers count it. */
export type DebtKind = Reminder['owes'] | 'decision' | 'result' | 'complaint' | 'call';

/** Who is asked for one thing. Both answer from the data as they are now. */
export type Chase = {
  /** Unique in its contest. */
  id: string;
  /** All moments at which anybody might have to be reminded, found without looking at people. */
  steps(work: Work, contest: Contest, look: Look): Promise<Step[]>;
  /** Who owes it now. `only`: of this person alone. */
  debts(work: Work, contest: Contest, only?: PersonId): Promise<Debt[]>;
};

type Timed = Pick<Reminder, 'window' | 'before'>;

/** When a window's debts are due; for a unit, with the time that it was given longer. `null`: no day is set. */
export function frameOf(
  contest: Contest,
  { window, before }: Timed,
  unit?: string,
): (Frame & { deadline: Date }) | null {
  const days = contest.windows[window];
  if (!days) return null;
  const given = window === 'submission' && unit !== undefined ? extensionsFor(contest, unit) : [];
  const deadline = closesWith(days, given);
  const since = latest(
    days.opens,
    movedAt(contest.planned, contest.moves, window),
    ...given.map(({ at }) => at),
  );
  return { since, deadline, steps: stepsBefore(deadline, before) };
}

/** The same for many units: each is worked out once, and only one where none was given longer. */
export function framesOf(contest: Contest, timed: Timed): (unit: string) => ReturnType<typeof frameOf> {
  const known = new Map<string, ReturnType<typeof frameOf>>();
  return (unit) => {
    const key = contest.extensions.length > 0 ? unit : '';
    const frame = known.has(key) ? known.get(key) : frameOf(contest, timed, unit);
    known.set(key, frame ?? null);
    return frame ?? null;
  };
}

/** The steps towards the close of a window, and towards each day that some unit was given instead. */
export async function stepsOf(contest: Contest, reminder: Timed): Promise<Step[]> {
  const frames = [
    frameOf(contest, reminder),
    ...contest.extensions.map(({ unit }) => frameOf(contest, reminder, unit)),
  ];
  return frames.flatMap((frame) => frame?.steps ?? []);
}

export const latest = (...moments: (Date | null | undefined)[]): Date =>
  new Date(Math.max(0, ...moments.map((moment) => moment?.getTime() ?? 0)));

const MOST_NAMED = 10;

/** The first of a long row, and how many more there are. */
export function named(t: Words, names: readonly string[], between = ', '): string {
  const more = names.length - MOST_NAMED;
  // That there is one more takes as much room as to name it.
  if (more <= 1) return names.join(between);
  const shown = names.slice(0, MOST_NAMED).join(between);
  return t.plain('remind.andMore', { names: shown, count: more });
}

/** As a condition: of this person, or of all. */
export const ofPerson = (only: PersonId | undefined): { person?: PersonId } =>
  only === undefined ? {} : { person: only };

/** What belongs together, in the order in which it came. */
export function grouped<Thing, Key>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => Key,
): Map<Key, Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key) ?? [];
    group.push(thing);
    groups.set(key, group);
  }
  return groups;
}

/** Units may have been given longer, each its own time: what is due together. */
export const byDeadline = <Framed extends { frame: Frame }>(
  owing: readonly Framed[],
): { frame: Framed['frame']; owing: Framed[] }[] =>
  [...grouped(owing, ({ frame }) => frame.deadline?.getTime()).values()].flatMap((together) =>
    together[0] ? [{ frame: together[0].frame, owing: together }] : [],
  );

/** The first step of the last day. */
export function lastDay({ before }: Reminder): string[] {
  const within = before.filter((span) => spanMs(span) <= spanMs('1d'));
  return within.sort((one, other) => spanMs(other) - spanMs(one)).slice(0, 1);
}
