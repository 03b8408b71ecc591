import type { Styled } from '../chat.js';
import { isNight } from '../domain/dates.js';
import { leastOnList, missingFrom } from '../domain/memberLists.js';
import type { Registration, StoredList } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import { stack } from '../words.js';
import { type Closing, type ClosingCause, closeList, closingDue } from './closeList.js';
import { allContests, type Contest } from './contest.js';
import { isDone, once } from './once.js';
import {
  componentTitle,
  type ListKey,
  listedComponents,
  listNow,
  listUnit,
  takesPartIn,
} from './peopleLists.js';
import { needRight } from './permissions.js';
import { senderName, unitName } from './registrations.js';
import { rolesIn } from './roles.js';
import { tellPerson, tellRole } from './tell.js';

/** What arrived in time has been worked by then. */
const SETTLING_MS = 60_000;
const STALE_MS = 24 * 3_600_000;

/** On the plan's day every list is closed, and everybody concerned is told by day. */
export async function closeListsDue(work: Work): Promise<void> {
  for (const contest of await allContests(work))
    for (const { id } of listedComponents(contest)) {
      const due = closingDue(contest, id, new Date(work.now.getTime() - SETTLING_MS));
      if (!due) continue;
      const about = `${id}:${due.at.toISOString()}`;
      if (isNight(work.now)) {
        if (!isDone(contest, `list-closed:${about}`))
          await once(work, contest, `list-made:${about}`, async () => {
            await closeAll(work, contest, id, due);
          });
        continue;
      }
      await once(work, contest, `list-closed:${about}`, async (key) => {
        const closings = await closeAll(work, contest, id, due);
        if (work.now.getTime() - due.at.getTime() > STALE_MS) return;
        await tellUnits(work, contest, closings, key);
        if (closings.length === 0) return;
        const summary = describeClosings(work, contest, id, closings);
        await tellRole(work, contest, ['secretary', 'organizer'], summary, key);
      });
    }
}

/** Closes all lists of the contest now, by hand; those that nothing is new on stay as they were closed. */
export async function closeListsNow(turn: Turn, contest: Contest): Promise<Styled> {
  await needRight(turn, contest, 'closeList');
  const cause: ClosingCause = { cause: turn.id, by: turn.person, at: turn.now };
  const parts: Styled[] = [];
  for (const { id } of listedComponents(contest)) {
    const closings = await closeAll(turn, contest, id, cause);
    const key = `list-closed/${turn.id}/${id}`;
    await tellUnits(
      turn,
      contest,
      closings.filter(({ kind }) => kind !== 'unchanged'),
      key,
    );
    const summary = describeClosings(turn, contest, id, closings);
    parts.push(summary);
    await tellRole(turn, contest, 'secretary', summary, key);
  }
  return stack(parts);
}

async function closeAll(
  work: Work,
  contest: Contest,
  component: string,
  cause: ClosingCause,
): Promise<Closing[]> {
  const closings: Closing[] = [];
  for (const list of await listsOf(work, contest, component))
    closings.push(await closeList(work, contest, list, cause));
  return closings;
}

/** Of every unit that has begun one or owes one: one of its teams takes part, and the plan says how many names. */
export async function listsOf(work: Work, contest: Contest, component: string): Promise<StoredList[]> {
  const { lists, registrations } = work.store;
  const [begun, teams] = await Promise.all([
    lists.find({ contest: contest.id, component }, { unit: 1 }).lean<StoredList[]>(),
    registrations.find({ contest: contest.id }).lean<Registration[]>(),
  ]);
  const owing = leastOnList(contest.plan, component) === null ? [] : teams;
  const owed = owing
    .filter((team) => takesPartIn(team, component))
    .map(({ unit }) => listUnit(contest, component, unit));
  const units = [...new Set([...begun.map(({ unit }) => unit), ...owed])].sort();
  return Promise.all(units.map((unit) => listNow(work, contest, { component, unit })));
}

async function tellUnits(work: Work, contest: Contest, closings: Closing[], key: string): Promise<void> {
  for (const closing of closings) {
    const { component, unit } = closing.list;
    const text = describeClosing(work, contest, closing);
    for (const person of await keepersOf(work, contest, { component, unit }))
      await tellPerson(work, person, text, `${key}/${unit}/${person}`);
  }
}

/** Whoever registered a team of the unit, and its coordinators. */
export async function keepersOf(
  work: Work,
  contest: Contest,
  { component, unit }: ListKey,
): Promise<string[]> {
  const teams = await work.store.registrations.find({ contest: contest.id }).lean<Registration[]>();
  const registered = teams.filter(
    (team) => takesPartIn(team, component) && listUnit(contest, component, team.unit) === unit,
  );
  const coordinators = (await rolesIn(work, contest, ['unit_coordinator'])).filter(
    (role) => role.unit !== null && contest.units.isUnder(unit, role.unit),
  );
  return [...new Set([...registered, ...coordinators].map(({ person }) => person))].sort();
}

function describeClosing({ t }: Work, contest: Contest, closing: Closing): Styled {
  const { component, unit, members } = closing.list;
  const about = { component: componentTitle(contest, component), unit: unitName(contest, unit) };
  if (closing.kind === 'short') {
    const least = leastOnList(contest.plan, component) ?? 1;
    return t('list.closedShort', { ...about, count: closing.count, least, missing: closing.missing });
  }
  const { number, at, digest, members: closed } = closing.snapshot;
  const text = t('list.closed', {
    ...about,
    number,
    at: t.moment(at),
    count: closed.length,
    digest: digest.slice(0, 12),
  });
  return members.length === closed.length ? text : stack([text, t('list.closedChanged')]);
}

export function describeClosings(
  { t }: Work,
  contest: Contest,
  component: string,
  closings: readonly Closing[],
): Styled {
  const least = leastOnList(contest.plan, component) ?? 1;
  const lines = closings.map((closing) => {
    const name = senderName(contest, closing.list.unit);
    if (closing.kind === 'short')
      return t('list.lineShort', { name, count: closing.count, least, missing: closing.missing });
    const { number, at, members } = closing.snapshot;
    const about = { name, number, at: t.moment(at), count: members.length };
    return t(closing.kind === 'closed' ? 'list.lineClosed' : 'list.lineUnchanged', about);
  });
  const title = t('list.closedTitle', { component: componentTitle(contest, component) });
  return stack([title, ...(lines.length > 0 ? lines : [t('list.nobodyYet')])], '\n');
}

/** How the lists stand, for those who close them. */
export async function describeLists(turn: Turn, contest: Contest): Promise<Styled> {
  await needRight(turn, contest, 'closeList');
  const { t } = turn;
  const parts: Styled[] = [];
  for (const { id } of listedComponents(contest)) {
    const least = leastOnList(contest.plan, id);
    const lines: Styled[] = [];
    for (const { _id, unit, members } of await listsOf(turn, contest, id)) {
      const last = await turn.store.listSnapshots.findOne({ list: _id }).sort({ number: -1 }).lean();
      const missing = missingFrom(members.length, least);
      const about = { name: senderName(contest, unit), count: members.length };
      lines.push(
        stack(
          [
            missing > 0 ? t('list.lineMissing', { ...about, missing }) : t('list.lineEnough', about),
            last &&
              t('list.lineLast', { number: last.number, at: t.moment(last.at), count: last.members.length }),
          ],
          '; ',
        ),
      );
    }
    const title = t('list.title', { component: componentTitle(contest, id) });
    parts.push(stack([title, ...(lines.length > 0 ? lines : [t('list.nobodyYet')])], '\n'));
  }
  return stack(parts);
}
