import type { Window } from '../domain/dates.js';
import { courseOf, screened } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import { jury } from '../domain/roles.js';
import {
  finalRound,
  hasFinal,
  isByPoints,
  isSameSeat,
  type Seat,
  seatsOf,
  selectionOf,
} from '../domain/selection.js';
import { finalWindow, stageOf } from '../domain/stage.js';
import type { PersonId, Role, StoredEntry } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import { type Contest, intakeOf, needWindow } from './contest.js';
import { admittedEntries, isAdmitted, isBlind } from './entries.js';
import { may, needRight } from './permissions.js';
import { unitName } from './registrations.js';
import { rolesIn } from './roles.js';

/** Who judges which entries, and until when: in the final, or in the selection of a unit. */

/**
 * Where that is judged which a contest's result follows from: the final; of a contest that ends in the selection
 * of the unit it is held for, that selection.
 */
export function finalSeat({ plan, units }: Pick<Contest, 'plan' | 'units'>): Seat {
  const { root } = plan.units;
  const selection = isByPoints(plan) && !hasFinal(plan) ? selectionOf(plan) : null;
  const endsThere = selection && units.get(root)?.level === selection.level;
  return { round: endsThere ? selection.round.id : null, unit: root };
}

/** As the plan calls it, inside a sentence: `vòng chung khảo`. */
export function nameOfFinal({ t }: Pick<Work, 't'>, contest: Pick<Contest, 'plan' | 'units'>): string {
  const { plan } = contest;
  const stage = stageOf(plan);
  const final = stage?.isScored ? stage.round : finalRound(plan);
  const round = finalSeat(contest).round === null ? final : selectionOf(plan)?.round;
  const title = round?.title ?? t.plain('lock.final');
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** Where this person fills in sheets; refuses who doesn't anywhere. */
export async function needSeats(turn: Turn, contest: Contest): Promise<Seat[]> {
  if (!(await may(turn, contest, 'score'))) {
    const held = { contest: contest.id, person: turn.person, role: { $in: jury }, endedAt: { $ne: null } };
    const last = await turn.store.roles.findOne(held, { endedAt: 1 }).sort({ endedAt: -1 }).lean();
    if (last?.endedAt) throw new Refusal('score.noLonger', { at: turn.t.moment(last.endedAt) });
  }
  await needRight(turn, contest, 'score');
  const seats = seatsOf(contest, await turn.duties(contest.id));
  if (seats.length === 0) throw new Refusal('score.noSeat');
  return seats;
}

/** Those who sit there now, each once. */
export async function judgesAt(
  work: Work,
  contest: Contest,
  seat: Seat,
): Promise<{ person: PersonId; name: string }[]> {
  return (await allJudges(work, contest))
    .filter(({ seats }) => seats.some((each) => isSameSeat(each, seat)))
    .map(({ person, name }) => ({ person, name }));
}

export type SeatedJudge = { person: PersonId; name: string; seats: Seat[] };

/** Everybody who judges, each once, with all his seats. */
export async function allJudges(work: Work, contest: Contest): Promise<SeatedJudge[]> {
  const roles = await rolesIn(work, contest, jury);
  const people = new Map<PersonId, Role[]>();
  for (const role of roles) people.set(role.person, [...(people.get(role.person) ?? []), role]);
  return [...people].map(([person, duties]) => ({
    person,
    name: duties[0]?.name ?? person,
    seats: seatsOf(contest, duties),
  }));
}

/** Who heads those who sit there, `null` where nobody does. */
export async function headJudgeAt(work: Work, contest: Contest, seat: Seat): Promise<PersonId | null> {
  const heads = await rolesIn(work, contest, ['head_judge']);
  const head = heads.find((role) => seatsOf(contest, [role]).some((each) => isSameSeat(each, seat)));
  return head?.person ?? null;
}

/** Where these judges sit, each place once. */
export function seatsHeld(judges: readonly SeatedJudge[]): Seat[] {
  const all = judges.flatMap(({ seats }) => seats);
  return all.filter((seat, index) => all.findIndex((each) => isSameSeat(each, seat)) === index);
}

const windowNameOf = ({ plan }: Contest, { round }: Seat): string =>
  (round !== null && selectionOf(plan)?.round.window) || finalWindow(plan);

export const windowOfSeat = (contest: Contest, seat: Seat): Window =>
  needWindow(contest, windowNameOf(contest, seat));

/** The name of the days in which that is judged which the result follows from: they may not be set yet. */
export const resultWindow = (contest: Contest): string => windowNameOf(contest, finalSeat(contest));

/** The rounds in which sheets are filled in, where they have days. `null`: the final. */
export function judgedRounds({ plan, windows }: Contest): { round: string | null; window: Window }[] {
  const selection = isByPoints(plan) ? selectionOf(plan) : null;
  const picking = selection && windows[selection.round.window];
  const final = windows[finalWindow(plan)];
  return [
    ...(picking ? [{ round: selection.round.id, window: picking }] : []),
    ...(final ? [{ round: null, window: final }] : []),
  ];
}

/** Are there days yet in which that is judged? */
export const hasDays = (contest: Contest, { round }: Seat): boolean =>
  judgedRounds(contest).some((each) => each.round === round);

/** What is judged there, by number. */
export async function entriesAt(work: Work, contest: Contest, { round, unit }: Seat): Promise<StoredEntry[]> {
  if (round === null) return admittedEntries(work, contest);
  const { units, id } = contest;
  const senders = units.under(unit, intakeOf(contest).level).map(({ code }) => code);
  const entries = await work.store.entries
    .find({
      contest: id,
      // Where no unit in it sends, all are looked at.
      ...(senders.length > 0 && { sender: { $in: senders } }),
      state: { $in: screened(courseOf(contest.plan)) },
    })
    .sort({ number: 1 })
    .lean<StoredEntry[]>();
  return entries.filter((entry) => units.isUnder(entry.unit, unit));
}

/** Of somebody's seats the one in which he judges this entry; refuses with whose entries he does judge. */
export function seatFor(
  contest: Contest,
  seats: readonly Seat[],
  entry: Pick<StoredEntry, 'code' | 'state' | 'unit'>,
): Seat {
  const { code, state, unit } = entry;
  const final = seats.find(({ round }) => round === null);
  if (final && isAdmitted(contest, entry)) return final;
  const own = seats.find(({ round, unit: above }) => round !== null && contest.units.isUnder(unit, above));
  const hasPassed = screened(courseOf(contest.plan)).includes(state);
  if ((own || final) && !hasPassed) throw new Refusal('score.notAdmitted', { code });
  if (own) return own;
  if (final) throw new Refusal('score.notNominated', { code });
  const units = seats.map((seat) => unitName(contest, seat.unit)).join('; ');
  if (isBlind(contest)) throw new Refusal('score.otherUnitBlind', { code, units });
  throw new Refusal('score.otherUnit', { code, unit: unitName(contest, unit), units });
}

/** The sheets of the final name no round. */
export const inRound = ({ round }: Pick<Seat, 'round'>): { round: string | { $exists: false } } => ({
  round: round ?? { $exists: false },
});
