import { hasClosed } from '../domain/dates.js';
import { closesWith, type Extension } from '../domain/extensions.js';
import { Refusal } from '../domain/refusal.js';
import type { Registration } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { type Contest, needWindow } from './contest.js';
import { type Missed, missedAmong } from './missed.js';
import { needRight } from './permissions.js';
import { capital, unitName } from './registrations.js';
import { rolesIn } from './roles.js';
import { tellPerson } from './tell.js';

/** The extensions that hold for who belongs to this unit. */
export const extensionsFor = ({ units, extensions }: Contest, unit: string): Extension[] =>
  extensions.filter((extension) => units.isUnder(unit, extension.unit));

/** Until when a unit may hand in; `null` while no day is set. */
export function submissionCloses(contest: Contest, unit: string): Date | null {
  const { submission } = contest.windows;
  return submission ? closesWith(submission, extensionsFor(contest, unit)) : null;
}

/** Refuses a close for a unit that has passed, or would change nothing. */
export async function foreseeExtension(
  turn: Turn,
  contest: Contest,
  { unit, until }: { unit: string; until: Date },
): Promise<void> {
  await needRight(turn, contest, 'extendDeadline', unit);
  const window = needWindow(contest, 'submission');
  if (hasClosed({ opens: null, closes: until }, turn.now))
    throw new Refusal('extend.past', {
      closes: turn.t.moment(window.closes),
      until: turn.t.moment(until),
    });
  // What this turn has given before it was cut off is no reason to refuse it.
  const others = extensionsFor(contest, unit).filter(({ id }) => id !== turn.id);
  const stands = closesWith(window, others);
  if (stands >= until)
    throw new Refusal('extend.already', {
      unit: capital(unitName(contest, unit)),
      until: turn.t.moment(stands),
    });
}

/** A unit may hand in longer; its teams and coordinators are told. Answers how many, and whom to call. */
export async function extendUnit(
  turn: Turn,
  contest: Contest,
  { unit, until, reason }: { unit: string; until: Date; reason: string },
): Promise<{ told: number; missed: Missed[] }> {
  await foreseeExtension(turn, contest, { unit, until });
  const extension: Extension = { id: turn.id, unit, until, reason, by: turn.person, at: turn.now };
  await turn.store.contests.updateOne(
    { _id: contest.id, 'extensions.id': { $ne: turn.id } },
    { $push: { extensions: extension }, $inc: { version: 1 } },
  );
  const text = turn.t('extend.told', {
    contest: contest.plan.shortName,
    unit: unitName(contest, unit),
    until: turn.t.moment(until),
    reason,
  });
  const people = await peopleOf(turn, contest, unit);
  for (const person of people)
    await tellPerson(turn, person, text, `extended/${contest.id}/${turn.id}/${person}`);
  const missed = await missedAmong(turn, contest, people);
  return { told: people.length - missed.length, missed };
}

/** The teams of a unit, and the coordinators of it, of what lies in it, and of what it lies in. */
async function peopleOf(turn: Turn, contest: Contest, unit: string): Promise<string[]> {
  const { units } = contest;
  const registrations = await turn.store.registrations
    .find({ contest: contest.id })
    .sort({ at: 1, _id: 1 })
    .lean<Registration[]>();
  const coordinators = await rolesIn(turn, contest, ['unit_coordinator']);
  const people = [
    ...registrations.filter((each) => units.isUnder(each.unit, unit)),
    ...coordinators.filter(
      (each) => each.unit !== null && (units.isUnder(each.unit, unit) || units.isUnder(unit, each.unit)),
    ),
  ].map(({ person }) => person);
  return [...new Set(people)].filter((person) => person !== turn.person);
}
