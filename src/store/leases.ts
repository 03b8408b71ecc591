import { isDuplicate, type Store } from './store.js';

/** What only one process may do at a time. Held by coming back for it; free again when its holder stays away. */
export type Leases = {
  /** `true`: it is ours for `forMs` from now (wall clock). */
  hold(name: string, forMs: number): Promise<boolean>;
  /** Asks nobody: has it been ours without a break since the last `hold`? */
  stillHolds(name: string): boolean;
  release(name: string): Promise<void>;
};

export function openLeases(store: Store, owner: string): Leases {
  /** Until when we hold what we hold: asked again only in the second half. */
  const held = new Map<string, number>();
  return {
    async hold(name, forMs) {
      const now = Date.now();
      if ((held.get(name) ?? 0) - now > forMs / 2) return true;
      try {
        await store.leases.updateOne(
          { _id: name, $or: [{ owner }, { until: { $lt: new Date(now) } }] },
          { $set: { owner, until: new Date(now + forMs) } },
          { upsert: true },
        );
      } catch (error) {
        held.delete(name);
        if (isDuplicate(error)) return false;
        throw error;
      }
      held.set(name, now + forMs);
      return true;
    },
    stillHolds: (name) => (held.get(name) ?? 0) > Date.now(),
    async release(name) {
      held.delete(name);
      await store.leases.deleteOne({ _id: name, owner });
    },
  };
}
