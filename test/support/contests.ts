import type { StoredContest } from '../../src/store/documents.js';
import type { Store } from '../../src/store/store.js';

/** Another contest beside the shipped one: the same plan, but for what is said. */
export async function addContest(store: Store, id: string, changes: Record<string, unknown>): Promise<void> {
  const shipped = await store.contests.findById('qn-2023').lean<StoredContest>();
  if (!shipped) throw new Error('the shipped contest is not there');
  await store.contests.create({
    ...shipped,
    _id: id,
    plan: { ...(shipped.plan as object), id, ...changes },
    createdAt: new Date(shipped.createdAt.getTime() + 1_000),
  });
}
