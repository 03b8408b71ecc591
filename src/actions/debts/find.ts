import type { PersonId, ReminderItem } from '../../store/documents.js';
import type { Work } from '../../turn.js';
import type { Contest } from '../contest.js';
import { nameMissed } from '../missed.js';
import { personNow } from '../people.js';
import { unitGroups } from '../reach.js';
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
 * The same as it is to be said; `null` also where its person has been told himself by now or wants no reminders, or
 * somebody else answers for his unit.
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
  if (await isTold(work, item.insteadOf, claim)) return null;
  const [missed] = await nameMissed(work, contest, [debt.person]);
  return missed ? { ...own, insteadOf: { person: item.insteadOf, who: missed.who } } : null;
}

/**
 * Has he been told it himself? Only that withdraws a letter to who reminds him: a chat that opened, or a bot that has
 * messages again, has said nothing to him yet.
 */
const isTold = async ({ store }: Work, person: PersonId, claim: string): Promise<boolean> =>
  (await store.reminders.exists({ person, how: 'letter', withdrawnAt: null, claims: claim })) !== null;

async function answersFor(work: Work, contest: Contest, person: PersonId, { unit }: Debt): Promise<boolean> {
  const roles = await rolesIn(work, contest, ['unit_coordinator']);
  const own = roles.filter((role) => role.person === person);
  return unit !== null && own.some((role) => role.unit !== null && contest.units.isUnder(unit, role.unit));
}

async function isGroupOf(work: Work, contest: Contest, id: string, { unit }: Debt): Promise<boolean> {
  const found = (await unitGroups(work, contest)).find(({ group }) => group._id === id)?.group;
  return unit !== null && found?.unit != null && contest.units.isUnder(unit, found.unit);
}
