import type { PersonId, ReminderItem } from '../../store/documents.js';
import type { Work } from '../../turn.js';
import type { Contest } from '../contest.js';
import { nameMissed } from '../missed.js';
import { personNow } from '../people.js';
import { outOfReach, unitGroups } from '../reach.js';
import { refusingAmong } from '../refuseReminders.js';
import { rolesIn } from '../roles.js';
import { claimOf, type Item } from './claims.js';
import type { Chase, Debt } from './debt.js';

/** The debt that was written down, as it is now; `null`: it is done, or its deadline moved or is over. */
export async function findDebt(
  work: Work,
  contest: Contest,
  chase: Chase,
  { person, item }: { person: PersonId; item: ReminderItem },
): Promise<Debt | null> {
  const owing = await personNow(work, item.insteadOf ?? person);
  const debts = await chase.debts(work, contest, owing);
  const found = debts.find((debt) => {
    const { step, insteadOf, claim } = item;
    return (
      (debt.deadline === null || debt.deadline >= work.now) &&
      claimOf(person, { contest, chase: chase.id, debt, step }, insteadOf) === claim
    );
  });
  return found ?? null;
}

/**
 * The same as it is to be said; `null` also where its person can be reached by now, and nobody has to remind him,
 * or somebody else answers for his unit.
 */
export async function findItem(
  work: Work,
  contest: Contest,
  chase: Chase,
  { person, item, group }: { person: PersonId; item: ReminderItem; group?: true },
): Promise<Item | null> {
  const debt = await findDebt(work, contest, chase, { person, item });
  if (!debt) return null;
  const own = { contest, chase: chase.id, debt, step: item.step };
  if (item.insteadOf === null) return { ...own, insteadOf: null };
  const stands = group ? debt.inGroup && (await isGroupOf(work, contest, person, debt)) : undefined;
  if (!(stands ?? (await answersFor(work, contest, person, debt)))) return null;
  if ((await refusingAmong(work, [debt.person])).size > 0) return null;
  const claim = claimOf(item.insteadOf, own);
  if (!(await isMissed(work, debt.person, { person: item.insteadOf, claim }))) return null;
  const [missed] = await nameMissed(work, contest, [debt.person]);
  return missed ? { ...own, insteadOf: { person: item.insteadOf, who: missed.who } } : null;
}

/** Can't he be reached still? Where the letter was parked that said it, his chat may be open and he doesn't know of it. */
async function isMissed(
  work: Work,
  person: PersonId,
  told: { person: PersonId; claim: string },
): Promise<boolean> {
  const { person: by, claim } = told;
  const parked = { person: by, how: 'unreachable' as const, chat: { $ne: null }, claims: claim };
  return (
    (await outOfReach(work, [person])).has(person) || (await work.store.reminders.exists(parked)) !== null
  );
}

async function answersFor(work: Work, contest: Contest, person: PersonId, { unit }: Debt): Promise<boolean> {
  const roles = await rolesIn(work, contest, ['unit_coordinator']);
  const own = roles.filter((role) => role.person === person);
  return unit !== null && own.some((role) => role.unit !== null && contest.units.isUnder(unit, role.unit));
}

async function isGroupOf(work: Work, contest: Contest, id: string, { unit }: Debt): Promise<boolean> {
  const found = (await unitGroups(work, contest)).find(({ group }) => group._id === id)?.group;
  return unit !== null && found?.unit != null && contest.units.isUnder(unit, found.unit);
}
