import { closingInstant } from '../domain/dates.js';
import { isKnown, listOf } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import type { ListSnapshot, Registration, StoredList } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { hasConsented } from './giveConsent.js';
import { needRight } from './permissions.js';
import { registrationOf } from './registrations.js';

/** Which list: of whom, for what. */
export type ListKey = { component: string; unit: string };

export const listId = ({ id }: Contest, { component, unit }: ListKey): string => `${id}/${component}/${unit}`;

/** The components of this contest that close a list of people. */
export const listedComponents = ({ plan }: Contest) => plan.components.filter(({ list }) => list);

export const componentTitle = ({ plan }: Contest, id: string): string =>
  plan.components.find((component) => component.id === id)?.title ?? id;

/** When the plan closes the lists of a component, `null` if no day is set. */
export function freezeOf({ plan }: Contest, component: string): Date | null {
  const list = listOf(plan, component);
  return list && closingInstant(plan.windows, list.freeze);
}

/** The unit whose list a team's people are on. */
export function listUnit({ plan, units }: Contest, component: string, unit: string): string {
  const least = listOf(plan, component)?.least;
  return (least && isKnown(least) && units.ancestor(unit, least.level)?.code) || unit;
}

/** The units that lie in this one and have a list each; a unit below them has none of its own. */
function listUnitsIn({ plan, units }: Contest, component: string, unit: string): string[] {
  const least = listOf(plan, component)?.least;
  return least && isKnown(least) ? units.under(unit, least.level).map(({ code }) => code) : [unit];
}

/** Does this team take part in that component? Where there is no choice, all do. */
export const takesPartIn = ({ components }: Registration, component: string): boolean =>
  components === undefined || components.includes(component);

/** The lists that this person keeps: his own team's unit's, and those of the units he answers for. */
export async function listsToKeep(turn: Turn, contest: Contest): Promise<ListKey[]> {
  const components = listedComponents(contest);
  if (components.length === 0) throw new Refusal('list.none');
  await needRight(turn, contest, 'keepList');
  const registration = await registrationOf(turn, contest);
  const coordinated = (await turn.duties(contest.id)).flatMap(({ role, unit }) =>
    role === 'unit_coordinator' && unit !== null ? [unit] : [],
  );
  const keys = components.flatMap(({ id: component }) => {
    const own = registration && takesPartIn(registration, component) ? [registration.unit] : [];
    return [
      ...own.map((unit) => listUnit(contest, component, unit)),
      ...coordinated.flatMap((unit) => listUnitsIn(contest, component, unit)),
    ].map((unit) => ({ component, unit }));
  });
  if (keys.length === 0) throw new Refusal('list.notChosen');
  if (coordinated.length === 0 && !(await hasConsented(turn, contest))) throw new Refusal('consent.needed');
  return [...new Map(keys.map((key) => [listId(contest, key), key])).values()];
}

/** As it stands; one that nobody has begun is empty. */
export async function listNow(work: Work, contest: Contest, key: ListKey): Promise<StoredList> {
  const _id = listId(contest, key);
  const found = await work.store.lists.findById(_id).lean<StoredList>();
  return found ?? { _id, contest: contest.id, ...key, members: [], version: 0, changes: [], short: null };
}

/** The last closing of a list. */
export const lastSnapshot = (work: Work, list: string): Promise<ListSnapshot | null> =>
  work.store.listSnapshots.findOne({ list }).sort({ number: -1 }).lean<ListSnapshot>().exec();
