import { createHmac } from 'node:crypto';
import { entryCode } from '../domain/answers.js';
import { takesPart } from '../domain/entryStates.js';
import { drawn } from '../domain/ranking/draw.js';
import { Refusal } from '../domain/refusal.js';
import {
  absenceOf,
  hasBegun,
  hasShownAll,
  needFits,
  orderOf,
  type StageAct,
  type StageEvent,
  stageOf,
} from '../domain/stage.js';
import type { Registration, Showcase, StageChange, StoredEntry } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { admittedEntries } from './entries.js';
import { lockedAt } from './locks.js';
import { type Missed, missedAmong } from './missed.js';
import { moveEntry } from './moveEntry.js';
import { needRight } from './permissions.js';
import { isDeclined } from './registrations.js';
import { finalSeat } from './seats.js';
import { showcaseOf } from './showcase.js';
import { addToStage, entriesByCode, type Hall, needStage } from './stage.js';
import { TEAM_GONE } from './submitEntry.js';
import { tellAuthor } from './tellAuthor.js';

/** Who comes on stage after whom. */

/**
 * What may be put in an order: the teams of a live contest, which become entries here, since nothing else makes
 * them; else those that were chosen for the stage, once that is announced.
 */
export async function toOrder(turn: Turn, contest: Contest): Promise<StoredEntry[]> {
  await needRight(turn, contest, 'runStage');
  const { isScored } = needStage(contest);
  if (isScored) await enterTeams(turn, contest);
  const shown = isScored ? null : await showcaseOf(turn, contest);
  if (!isScored && !shown?.announcedAt) throw new Refusal(shown ? 'stage.notAnnounced' : 'stage.notChosen');
  const entries = (await admittedEntries(turn, contest)).filter(
    ({ code }) => isScored || shown?.picks.some((pick) => pick.code === code),
  );
  if (entries.length === 0) throw new Refusal('stage.nobody');
  return entries;
}

/** Each team that has registered for the live part becomes an entry, once. */
export async function enterTeams(turn: Turn, contest: Contest): Promise<void> {
  const { component } = needStage(contest).round;
  const teams = await turn.store.registrations
    .find({ contest: contest.id })
    .sort({ at: 1, _id: 1 })
    .lean<Registration[]>();
  for (const team of teams)
    if (!isDeclined(team) && (team.components?.includes(component) ?? true))
      await enterTeam(turn, contest, team);
}

async function enterTeam(turn: Turn, contest: Contest, team: Registration): Promise<void> {
  const { entries, registrations } = turn.store;
  const _id = `${contest.id}/stage/${team._id}`;
  const video = { kind: 'stage' } as const;
  while (!(await entries.exists({ _id }))) {
    const newest = await entries.findOne({ contest: contest.id }, { number: 1 }).sort({ number: -1 }).lean();
    const number = (newest?.number ?? 0) + 1;
    const { person, unit, sender, team: title, at } = team;
    try {
      await entries.create({
        ...{ _id, contest: contest.id, number, code: entryCode(contest.plan.codePrefix, number) },
        ...{ person, unit, sender, team: title, title, video, slot: null, authorSlot: null },
        ...{ state: 'submitted', history: [], verdicts: [], correction: null, submittedAt: at },
        ...{ versions: [{ title, video, at, turn: turn.id }], turn: turn.id },
      });
    } catch (error) {
      // Another team took this number, or somebody else entered this one.
      if (!isDuplicate(error)) throw error;
    }
  }
  // Who declines a team claims that first and looks at its entries then: so one of both sees the other.
  if (await registrations.exists({ _id: team._id, 'confirmation.kind': { $ne: 'declined' } })) return;
  const entry = await entries.findById(_id).lean<StoredEntry>();
  if (entry && takesPart(entry.state))
    await moveEntry(turn, contest, entry, { to: 'withdrawn', by: null, reason: TEAM_GONE });
}

/** The order as it is now; how many teams were told their place, and who has to be called. */
export type Ordered = { order: string[]; told: number; missed: Missed[] };

/**
 * Sets the running order: as it was typed, or drawn by lot, where anybody can work the lots out from the seed.
 * Refuses what is there twice or isn't there, and, where it is scored, an order that leaves somebody out; and to take
 * the place of one that the teams know without a `reason`, which is kept and told them.
 */
export async function setOrder(
  turn: Turn,
  contest: Contest,
  { codes, byLot, reason = null }: { codes: readonly string[]; byLot: boolean; reason?: string | null },
): Promise<Ordered> {
  const entries = await toOrder(turn, contest);
  needAll(contest, entries, codes);
  const seed = byLot ? seedIn(turn, contest) : null;
  const added = await addToStage(turn, contest, async (): Promise<StageAct> => {
    await needUnlocked(turn, contest);
    const entered = codes.map((code) => ({ code }));
    const order = seed === null ? [...codes] : drawn(entered, seed).map(({ code }) => code);
    return { kind: 'ordered', order, seed, ...(reason !== null && { reason }) };
  });
  return tellPlaces(turn, contest, added);
}

/** Those whose place is another than before; all of them after an order was set, and whom it leaves out. */
async function tellPlaces(
  turn: Turn,
  contest: Contest,
  { events, number }: { events: StageEvent[]; number: number },
): Promise<Ordered> {
  const after = events.slice(0, number);
  const order = orderOf(after);
  const last = after.at(-1);
  const before = last?.kind === 'ordered' ? [] : orderOf(after.slice(0, -1));
  const reason = last?.kind === 'ordered' ? last.reason : undefined;
  const placed = (await comingOn(turn, contest, after)).filter(
    ({ code }) => order.indexOf(code) !== before.indexOf(code),
  );
  // Who was told a place in the earlier order, and has none now.
  const leftOut =
    reason === undefined
      ? []
      : (await comingOn(turn, contest, after.slice(0, -1))).filter(({ code }) => !order.includes(code));
  const entries = [...placed, ...leftOut];
  for (const entry of entries) {
    const { code, team } = entry;
    const place = order.indexOf(code) + 1;
    const about = { contest: contest.plan.shortName, team, code };
    const words =
      reason === undefined
        ? turn.t('stage.toTeam', { ...about, place, count: order.length })
        : place > 0
          ? turn.t('stage.toTeamAnew', { ...about, place, count: order.length, reason })
          : turn.t('stage.toTeamLeftOut', { ...about, reason });
    await tellAuthor(turn, contest, entry, words, `stage/${contest.id}/${number}/${code}`);
  }
  const missed = await missedAmong(turn, contest, [...new Set(entries.map(({ person }) => person))]);
  const told = entries.filter(({ person }) => missed.every((each) => each.person !== person)).length;
  return { order, told, missed };
}

/** Once the points are locked, who came and in which order is what they were given by. */
export async function needUnlocked(turn: Turn, contest: Contest): Promise<void> {
  if (!needStage(contest).isScored) return;
  const locked = await lockedAt(turn, contest, finalSeat(contest));
  if (locked) throw new Refusal('stage.lockedOrder', { at: turn.t.moment(locked) });
}

/** Refuses an order of what doesn't come on stage, of what is there twice, and one that leaves out who has to be scored. */
export function needAll(contest: Contest, entries: readonly StoredEntry[], codes: readonly string[]): void {
  const known = entries.map(({ code }) => code);
  const strange = codes.find((code) => !known.includes(code));
  if (strange !== undefined) throw new Refusal('stage.notAmong', { code: strange, codes: known.join(', ') });
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) throw new Refusal('stage.twice', { code: twice });
  const missing = known.filter((code) => !codes.includes(code));
  if (needStage(contest).isScored && missing.length > 0)
    throw new Refusal('stage.leftOut', { codes: missing.join(', ') });
}

/** The same in a repeated turn, and not to be guessed from outside. */
const seedIn = ({ tools, id }: Turn, contest: Contest): string =>
  createHmac('sha256', tools.secret).update(`order/${contest.id}/${id}`).digest('hex').slice(0, 32);

/** One of them comes earlier or later, as long as it hasn't been on stage. */
export async function moveInOrder(
  turn: Turn,
  contest: Contest,
  { code, place }: { code: string; place: number },
): Promise<Ordered> {
  await needRight(turn, contest, 'runStage');
  const moved = await addToStage(turn, contest, async () => {
    await needUnlocked(turn, contest);
    return { kind: 'moved', entry: code, place };
  });
  return tellPlaces(turn, contest, moved);
}

/**
 * A team that registered too late for the order comes at its end, also when others have been on stage; one that
 * replaces another in the showcase, in the place of that, unless it has been on stage.
 */
export async function addToOrder(turn: Turn, contest: Contest, code: string): Promise<Ordered> {
  const entries = await toOrder(turn, contest);
  if (entries.every((entry) => entry.code !== code)) throw new Refusal('common.noEntry', { code });
  const added = await addToStage(turn, contest, async ({ events }) => {
    await needUnlocked(turn, contest);
    const insteadOf = await placeToFill(turn, contest, { code, events });
    return { kind: 'added', entry: code, ...(insteadOf !== null && { insteadOf }) };
  });
  return tellPlaces(turn, contest, added);
}

/** May this be said to be absent, or there after all? Not who has shown all he had, and not once points are locked. */
export async function needMayBeAbsent(
  turn: Turn,
  contest: Contest,
  { stage, events }: Hall,
  act: Extract<StageAct, { kind: 'absent' | 'present' }>,
): Promise<void> {
  // What says why there is no order yet, where it can't be made.
  if (orderOf(events).length === 0) {
    await toOrder(turn, contest);
    throw new Refusal('stage.noOrderYet');
  }
  await needUnlocked(turn, contest);
  needFits(events, act);
  if (act.kind === 'absent' && hasShownAll(stage, events, act.entry))
    throw new Refusal('stage.absentDoneAll', { code: act.entry });
}

/** It hasn't come; or, without a reason, it has after all. Its team is told, and nothing of the reason. */
export async function markAbsent(
  turn: Turn,
  contest: Contest,
  { code, reason }: { code: string; reason: string | null },
): Promise<Missed[]> {
  await needRight(turn, contest, 'runStage');
  const act =
    reason === null
      ? ({ kind: 'present', entry: code } as const)
      : ({ kind: 'absent', entry: code, reason } as const);
  const { number } = await addToStage(turn, contest, async (hall) => {
    await needMayBeAbsent(turn, contest, hall, act);
    return act;
  });
  const entry = (await entriesByCode(turn, contest, [code])).get(code);
  if (!entry || !takesPart(entry.state)) return [];
  const about = { contest: contest.plan.shortName, team: entry.team, code };
  const text = turn.t(reason === null ? 'stage.toTeamPresent' : 'stage.toTeamAbsent', about);
  await tellAuthor(turn, contest, entry, text, `stage/${contest.id}/${number}/${code}`);
  return missedAmong(turn, contest, [entry.person]);
}

/**
 * In whose place this one comes on stage who came into the showcase for another; `null`: in nobody's, since that
 * one isn't in the order, or has been on stage.
 */
export async function placeToFill(
  { store }: Turn,
  { id, plan }: Contest,
  { code, events }: { code: string; events: readonly StageAct[] },
): Promise<string | null> {
  const order = orderOf(events);
  if (stageOf(plan)?.isScored || order.includes(code)) return null;
  const stored = await store.showcases.findById(id).lean<Showcase>();
  const out = placeIn(order, code, stored?.changes ?? []);
  return out !== null && !hasBegun(events, out) ? out : null;
}

/** Who came for somebody that never got into the order comes in the place of who was there before both. */
function placeIn(order: readonly string[], code: string, changes: readonly StageChange[]): string | null {
  const at = changes.findLastIndex(({ into }) => into?.code === code);
  const out = changes[at]?.out;
  if (out === undefined) return null;
  return order.includes(out) ? out : placeIn(order, out, changes.slice(0, at));
}

/** Those who come on stage and still take part, in their order. Whom another replaced in the showcase doesn't. */
export async function comingOn(
  turn: Turn,
  contest: Contest,
  events: Parameters<typeof orderOf>[0],
): Promise<StoredEntry[]> {
  const order = orderOf(events);
  const entries = await entriesByCode(turn, contest, order);
  const shown = needStage(contest).isScored ? null : await showcaseOf(turn, contest);
  return order.flatMap((code) => {
    const entry = entries.get(code);
    const isShown = !shown || shown.picks.some((pick) => pick.code === code);
    return entry && isShown && takesPart(entry.state) && absenceOf(events, code) === null ? [entry] : [];
  });
}
