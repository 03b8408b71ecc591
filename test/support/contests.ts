import type { Plan } from '../../src/domain/plan.js';
import type { StoredContest } from '../../src/store/documents.js';
import type { Store } from '../../src/store/store.js';

/** Another contest beside the shipped one: the same plan, but for what is said. */
export async function addContest(
  store: Store,
  id: string,
  changes: (shipped: Plan) => Partial<Plan>,
): Promise<void> {
  const shipped = await store.contests.findById('qn-2023').lean<StoredContest>();
  if (!shipped) throw new Error('the shipped contest is not there');
  const plan = shipped.plan as Plan;
  await store.contests.create({
    ...shipped,
    _id: id,
    plan: { ...plan, id, ...changes(plan) },
    createdAt: new Date(shipped.createdAt.getTime() + 1_000),
  });
}
