import type { Work } from '../turn.js';

const HOUR_MS = 3_600_000;

/** Something that arrived by then is not worked yet. What fails for an hour is for people, and holds nothing up. */
export async function isBehind({ store, now }: Work, at: Date): Promise<boolean> {
  if (now.getTime() - at.getTime() > HOUR_MS) return false;
  const waiting = { state: 'waiting', receivedAt: { $lte: at } } as const;
  return (await store.updates.findOne(waiting, { _id: 1 }).hint('waiting').lean()) !== null;
}
