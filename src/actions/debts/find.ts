import type { PersonId, ReminderItem } from '../../store/documents.js';
import type { Work } from '../../turn.js';
import type { Contest } from '../contest.js';
import { missedAmong } from '../missed.js';
import { personNow } from '../people.js';
import { claimOf, type Item } from './claims.js';
import { coordinatorsNear } from './coordinators.js';
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
  { person, item }: { person: PersonId; item: ReminderItem },
): Promise<Item | null> {
  const debt = await findDebt(work, contest, chase, { person, item });
  if (!debt) return null;
  const own = { contest, chase: chase.id, debt, step: item.step };
  if (item.insteadOf === null) return { ...own, insteadOf: null };
  const asked = debt.unit === null ? [] : (await coordinatorsNear(work, contest))(debt.unit);
  if (!asked.some((coordinator) => coordinator.person === person)) return null;
  const [missed] = await missedAmong(work, contest, [debt.person]);
  return missed ? { ...own, insteadOf: { person: item.insteadOf, who: missed.who } } : null;
}
