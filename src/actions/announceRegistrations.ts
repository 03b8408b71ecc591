import { isNight } from '../domain/dates.js';
import type { PersonId, Registration, Role } from '../store/documents.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import { allContests, type Contest } from './contest.js';
import { unitName } from './registrations.js';
import { rolesIn } from './roles.js';
import { tellPerson } from './tell.js';

/** Teams register in bursts: what comes meanwhile goes into the same letter. */
const PATIENCE_MS = 10 * 60_000;

/**
 * New registrations are told to those who can confirm them: the coordinators of the nearest unit upward of
 * whom one can be reached. Each gets one letter about all that wait. What has nobody waits until there is one.
 */
export async function announceRegistrations(work: Work): Promise<void> {
  if (isNight(work.now)) return;
  for (const contest of await allContests(work)) {
    const coordinators = await reachable(work, await rolesIn(work, contest, ['unit_coordinator']));
    if (coordinators.length === 0) continue;
    const untold = await work.store.registrations
      .find({ contest: contest.id, told: false })
      .sort({ at: 1, _id: 1 })
      .lean<Registration[]>();
    const owed = untold
      .map((registration) => ({ registration, to: nearestOf(contest, coordinators, registration.unit) }))
      .filter(({ to }) => to.length > 0);
    const [oldest] = owed;
    if (!oldest || work.now.getTime() - oldest.registration.at.getTime() < PATIENCE_MS) continue;
    for (const person of new Set(owed.flatMap(({ to }) => to))) {
      const his = owed.filter(({ to }) => to.includes(person));
      await tellOf(
        work,
        contest,
        person,
        his.map(({ registration }) => registration),
      );
    }
    const turns = owed.map(({ registration }) => registration.turn);
    work.afterwards(async () => {
      await work.store.registrations.updateMany(
        { contest: contest.id, turn: { $in: turns } },
        { $set: { told: true } },
      );
    });
  }
}

async function reachable(work: Work, roles: Role[]): Promise<Role[]> {
  const chats = await Promise.all(roles.map(({ person }) => work.chatOf(person)));
  return roles.filter((_, index) => chats[index] !== null);
}

/** The coordinators of the nearest unit upward that has any. */
function nearestOf({ units }: Contest, coordinators: Role[], unit: string): PersonId[] {
  for (const { code } of units.lineage(unit)) {
    const found = coordinators.filter((role) => role.unit === code);
    if (found.length > 0) return found.map(({ person }) => person);
  }
  return [];
}

async function tellOf(work: Work, contest: Contest, person: PersonId, owed: Registration[]): Promise<void> {
  const { t } = work;
  const lines = owed.map(({ team, unit }) => t('confirm.newsLine', { team, unit: unitName(contest, unit) }));
  const about = { contest: contest.plan.shortName, count: owed.length };
  const text = stack([stack([t('confirm.news', about), ...lines], '\n'), t('confirm.newsHow')]);
  const newest = owed.at(-1)?.turn ?? '';
  await tellPerson(work, person, text, `registered/${contest.id}/${newest}/${owed.length}/${person}`);
}
