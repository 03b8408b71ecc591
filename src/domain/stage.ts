import { Decimal, sum } from './decimals.js';
import { type Component, isKnown, type Plan, type Round } from './plan.js';
import { Refusal } from './refusal.js';
import { fraction, rounded, times, written } from './scaled.js';
import type { SheetPoints } from './scoring.js';

/*
 * What happens in a hall: one entry after another comes on stage, part by part. All that was done there is a
 * list of events which is only ever added to; how it stands follows from them.
 */

/** `people`: how many of a team may be in the part at once; `null`: nobody has said. */
export type StagePart = {
  id: string;
  title: string;
  criteria: string[];
  people: { most: number } | 'registered' | null;
};

/** `isScored`: the final itself is held here, and judged part by part. */
export type Stage = { round: Round; isScored: boolean; parts: StagePart[] };

/** What of a plan says what is held on a stage. */
export type Staged = Pick<Plan, 'rounds' | 'components' | 'scoring'>;

/** The round that is held on a stage: a final that is live, else a showcase; `null` if the plan has none. */
export function stageOf(plan: Staged): Stage | null {
  for (const round of plan.rounds) {
    const component = plan.components.find(({ id }) => id === round.component);
    if (round.kind === 'final' && component?.kind === 'live')
      return { round, isScored: true, parts: partsOf(plan, component, round) };
  }
  const shown = plan.rounds.find(({ kind, heldBy }) => kind === 'showcase' && heldBy === 'contest');
  return shown ? { round: shown, isScored: false, parts: [wholeOf(shown, [])] } : null;
}

function partsOf({ scoring }: Staged, { parts }: Extract<Component, { kind: 'live' }>, round: Round) {
  const all = isKnown(scoring.criteria) ? scoring.criteria.map(({ id }) => id) : [];
  if (parts.length === 0) return [wholeOf(round, all)];
  return parts.map(
    ({ id, title, people, criteria = [id] }): StagePart => ({
      id,
      title,
      criteria: criteria.filter((each) => all.includes(each)),
      people: isKnown(people) ? people : null,
    }),
  );
}

const wholeOf = ({ id, title }: Round, criteria: string[]): StagePart => ({
  id,
  title,
  criteria,
  people: null,
});

/** Is the final judged on a stage, and not from clips at home? */
export const isJudgedOnStage = (plan: Staged): boolean => stageOf(plan)?.isScored === true;

/** The window in which the final is judged. */
export function finalWindow(plan: Staged): string {
  const stage = stageOf(plan);
  return stage?.isScored ? stage.round.window : 'judging';
}

/** How many people may come on stage in this part; `null`: as many as like. */
export function mostPeople({ people }: StagePart, headcount: number | null): number | null {
  return people === 'registered' ? headcount : (people?.most ?? null);
}

/** What was done in the hall. `order` is that of the codes. */
export type StageEvent = { at: Date; by: string; turn: string } & StageAct;

export type StageAct =
  /** `reason`: why it takes the place of an order that the teams knew. */
  | { kind: 'ordered'; order: string[]; seed: string | null; reason?: string }
  /** Who came too late for the order comes at its end; who replaces somebody, in his place. */
  | { kind: 'added'; entry: string; insteadOf?: string }
  | { kind: 'moved'; entry: string; place: number }
  | { kind: 'absent'; entry: string; reason: string }
  | { kind: 'present'; entry: string }
  | { kind: 'opened'; entry: string; part: string; people: number | null }
  /** It was opened by mistake: as if it hadn't been. */
  | { kind: 'unopened'; entry: string; part: string }
  /** `unconfirmed`: who had typed points and not said yes to them; absent in what was closed before that was kept. */
  | { kind: 'closed'; entry: string; part: string; missing: string[]; unconfirmed?: string[] }
  | { kind: 'reopened'; entry: string; part: string; reason: string };

type Act<Kind extends StageAct['kind']> = Extract<StageAct, { kind: Kind }>;

/** An entry in one of its parts. */
export type Performance = { entry: string; part: string };

export type PartState = 'waiting' | 'open' | 'closed';

const isAbout =
  ({ entry, part }: Performance) =>
  (event: StageAct): event is Extract<StageAct, Performance> =>
    'part' in event && event.entry === entry && event.part === part;

export function stateOf(events: readonly StageAct[], performance: Performance): PartState {
  const last = events.findLast(isAbout(performance));
  if (!last || last.kind === 'unopened') return 'waiting';
  return last.kind === 'closed' ? 'closed' : 'open';
}

/** The codes in the order in which they come on stage; empty before there is one. */
export function orderOf(events: readonly StageAct[]): string[] {
  let order: string[] = [];
  for (const event of events) {
    if (event.kind === 'ordered') order = [...event.order];
    if (event.kind === 'added') order = withAdded(order, event);
    if (event.kind === 'moved') order = movedTo(order, event);
  }
  return order;
}

const withAdded = (order: readonly string[], { entry, insteadOf }: Act<'added'>): string[] =>
  insteadOf !== undefined && order.includes(insteadOf)
    ? order.map((code) => (code === insteadOf ? entry : code))
    : [...order, entry];

function movedTo(order: readonly string[], { entry, place }: { entry: string; place: number }): string[] {
  const others = order.filter((code) => code !== entry);
  return [...others.slice(0, place - 1), entry, ...others.slice(place - 1)];
}

/** The text that the order was drawn by; `null`: it was typed. */
export const seedOf = (events: readonly StageAct[]): string | null =>
  events.findLast((event) => event.kind === 'ordered')?.seed ?? null;

/** Why an entry doesn't come on stage; `null`: it does. */
export function absenceOf(events: readonly StageAct[], entry: string): string | null {
  const last = events.findLast(
    (event) => (event.kind === 'absent' || event.kind === 'present') && event.entry === entry,
  );
  return last?.kind === 'absent' ? last.reason : null;
}

/** What was opened, and not by mistake. */
const openings = (events: readonly StageAct[]): Act<'opened'>[] =>
  events.flatMap((event, at) => {
    if (event.kind !== 'opened') return [];
    const since = events.slice(at + 1).filter(isAbout(event));
    return since.some(({ kind }) => kind === 'unopened') ? [] : [event];
  });

export const hasBegun = (events: readonly StageAct[], entry: string): boolean =>
  openings(events).some((event) => event.entry === entry);

/** All that may be scored now: what is on stage, and what was opened once more. */
export function openNow(events: readonly StageAct[]): (Performance & { isAgain: boolean })[] {
  return openings(events)
    .filter((each) => stateOf(events, each) === 'open')
    .map(({ entry, part }) => ({
      entry,
      part,
      isAgain: events.findLast(isAbout({ entry, part }))?.kind === 'reopened',
    }));
}

/** What is on stage at this moment; there is one stage. */
export const onStage = (events: readonly StageAct[]): Performance | null =>
  openNow(events).find(({ isAgain }) => !isAgain) ?? null;

/** Has it been on stage with all that it had to show? */
export const hasShownAll = ({ parts }: Stage, events: readonly StageAct[], entry: string): boolean =>
  parts.every(({ id }) => stateOf(events, { entry, part: id }) === 'closed');

/** What has not been closed yet of those who come, in the order of the parts. */
export function leftOver({ parts }: Stage, events: readonly StageAct[]): Performance[] {
  const order = orderOf(events).filter((entry) => absenceOf(events, entry) === null);
  return parts
    .flatMap(({ id }) => order.map((entry) => ({ entry, part: id })))
    .filter((each) => stateOf(events, each) !== 'closed');
}

/**
 * What may come next: where the last part of somebody's began, the next entry in that part and the next part of
 * that entry; which of them is the custom of the house. At the beginning the first entry. `coming`: who takes part.
 */
export function nextUp(stage: Stage, events: readonly StageAct[], coming: readonly string[]): Performance[] {
  const waiting = leftOver(stage, events).filter(
    (each) => coming.includes(each.entry) && stateOf(events, each) === 'waiting',
  );
  const last = openings(events).at(-1);
  const sameEntry = waiting.find(({ entry }) => entry === last?.entry);
  const samePart = waiting.find(({ part }) => part === last?.part);
  // Who came late has not been on stage with what the one before has shown.
  const before = waiting.find(
    ({ entry, part }) =>
      last && entry === samePart?.entry && stateOf(events, { entry: last.entry, part }) === 'closed',
  );
  const found = [before, samePart, sameEntry, waiting[0]].filter((each) => each !== undefined);
  return found.filter((each, index) => found.indexOf(each) === index).slice(0, 2);
}

/** Refuses what can't be done as the hall stands. `limit`: how many people may come on stage. */
export function needFits(events: readonly StageAct[], act: StageAct, limit: number | null = null): void {
  const fault = faultOf(events, act, limit);
  if (fault) throw fault;
}

function faultOf(events: readonly StageAct[], act: StageAct, limit: number | null): Refusal | null {
  if (act.kind === 'ordered') return faultOfOrder(events, act);
  const { entry } = act;
  const code = entry;
  if (act.kind === 'added')
    return orderOf(events).includes(entry) ? new Refusal('stage.inOrderAlready', { code }) : null;
  if (!orderOf(events).includes(entry)) return new Refusal('stage.notInOrder', { code });
  const isOpen = openNow(events).some((each) => each.entry === entry);
  switch (act.kind) {
    case 'moved':
      return faultOfMove(events, act);
    case 'absent':
      return isOpen ? new Refusal('stage.absentOpen', { code }) : null;
    case 'present':
      return absenceOf(events, entry) === null ? new Refusal('stage.isPresent', { code }) : null;
    case 'opened':
      return faultOfOpening(events, act, limit);
    case 'unopened': {
      const there = onStage(events);
      const isThere = there?.entry === entry && there.part === act.part;
      return isThere ? null : new Refusal('stage.notOnStage', { code });
    }
    case 'closed':
      return stateOf(events, act) === 'open' ? null : new Refusal('stage.notOpen', { code });
    case 'reopened':
      if (stateOf(events, act) !== 'closed') return new Refusal('stage.notClosed', { code });
      return isOpen ? new Refusal('stage.otherPartOpen', { code }) : null;
  }
}

/** Who knows his place is told why it is another. */
function faultOfOrder(events: readonly StageAct[], { reason }: Act<'ordered'>): Refusal | null {
  const [first] = openings(events);
  if (!first)
    return orderOf(events).length > 0 && reason === undefined ? new Refusal('stage.orderedAlready') : null;
  const order = orderOf(events);
  const waits = (code: string | undefined) => code !== undefined && !hasBegun(events, code);
  const at = order.findIndex((code, index) => waits(code) && waits(order[index + 1]));
  const other = order[at + 1];
  if (at < 0 || other === undefined) return new Refusal('stage.begun', { code: first.entry });
  return new Refusal('stage.begunMove', { code: first.entry, other, place: at + 1 });
}

/** What has been on stage keeps its place. */
function faultOfMove(events: readonly StageAct[], act: Act<'moved'>): Refusal | null {
  const { entry: code, place } = act;
  const before = orderOf(events);
  if (hasBegun(events, code)) return new Refusal('stage.begunAlready', { code });
  if (place < 1 || place > before.length)
    return new Refusal('stage.noSuchPlace', { count: before.length, place });
  const after = movedTo(before, act);
  const pushed = before.find((each, index) => hasBegun(events, each) && after[index] !== each);
  return pushed === undefined ? null : new Refusal('stage.beforeBegun', { code: pushed });
}

function faultOfOpening(
  events: readonly StageAct[],
  act: Act<'opened'>,
  limit: number | null,
): Refusal | null {
  const { entry: code, people } = act;
  const reason = absenceOf(events, code);
  if (reason !== null) return new Refusal('stage.isAbsent', { code, reason });
  const state = stateOf(events, act);
  if (state === 'open') return new Refusal('stage.openAlready', { code });
  if (state === 'closed') return new Refusal('stage.closedAlready', { code });
  const other = onStage(events);
  if (other) return new Refusal('stage.busy', { code: other.entry });
  if (openNow(events).some(({ entry }) => entry === code))
    return new Refusal('stage.otherPartOpen', { code });
  if (people !== null && limit !== null && people > limit)
    return new Refusal('stage.tooMany', { people, most: limit });
  return null;
}

/** Of which part these points are; `null`: of none, or of several. */
export const partScored = ({ parts }: Stage, points: SheetPoints): StagePart | null =>
  parts.find(
    ({ criteria }) =>
      criteria.length > 0 &&
      criteria.length === Object.keys(points).length &&
      criteria.every((id) => id in points),
  ) ?? null;

/** Are there points for all of this part? */
export const hasPart = ({ criteria }: StagePart, points: SheetPoints): boolean =>
  criteria.every((id) => id in points);

/** The parts that these points lack, by their titles. */
export const partsMissing = (parts: readonly StagePart[], points: SheetPoints): string[] =>
  parts.filter((part) => !hasPart(part, points)).map(({ title }) => title);

/** What these sheets came to in each part: all points of it, exactly, and their mean. */
export function partTotals(
  parts: readonly StagePart[],
  sheets: readonly SheetPoints[],
  precision: number,
): { title: string; total: string; of: number; mean: string }[] {
  if (sheets.length === 0) return [];
  return parts.map(({ title, criteria }) => {
    const total = sum(
      sheets.flatMap((points) => criteria.map((id) => new Decimal(points[id] ?? '0'))),
    ).toFixed();
    const mean = times(fraction(total), { total: 1n, of: BigInt(sheets.length) });
    return {
      title,
      total,
      of: sheets.length,
      mean: written(rounded(mean, precision), precision),
    };
  });
}
