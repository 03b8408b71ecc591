import { rank } from '../domain/ranking.js';
import type { Result } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { resultInput } from './resultInput.js';

/** A value of the ranking that came out otherwise; `undefined` where one of both has nothing there. */
export type Difference = { path: string; published: unknown; recomputed: unknown };

export type Recomputed = {
  version: number;
  publishedAt: Date;
  /** To the last byte. */
  isSame: boolean;
  differences: Difference[];
};

/**
 * The newest published result, worked out again from the sheets and snapshots themselves; nothing of what
 * was stored with it plays a part. `null`: nothing is published.
 */
export async function recomputeResult(work: Work, contest: Contest): Promise<Recomputed | null> {
  const result = await work.store.results
    .findOne({ contest: contest.id })
    .sort({ version: -1 })
    .lean<Result>();
  if (!result) return null;
  const { input } = await resultInput(work, contest);
  const recomputed = rank(input);
  const isSame = JSON.stringify(result.ranking) === JSON.stringify(recomputed);
  return {
    version: result.version,
    publishedAt: result.publishedAt,
    isSame,
    differences: isSame ? [] : [...differencesOf(keyed(result.ranking), keyed(recomputed))],
  };
}

/** Lists of entries by their codes, so that one that moved isn't compared with another. */
function keyed(value: unknown): unknown {
  if (Array.isArray(value)) {
    const codes = value.map((item) => (isObject(item) && typeof item.code === 'string' ? item.code : null));
    const entries = value.map((item, index) => [codes[index] ?? String(index), keyed(item)]);
    return Object.fromEntries(entries);
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, keyed(item)]));
}

function* differencesOf(published: unknown, recomputed: unknown, path = ''): Generator<Difference> {
  if (isObject(published) && isObject(recomputed)) {
    for (const key of new Set([...Object.keys(published), ...Object.keys(recomputed)]))
      yield* differencesOf(published[key], recomputed[key], path ? `${path}.${key}` : key);
    return;
  }
  if (published !== recomputed) yield { path, published, recomputed };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
