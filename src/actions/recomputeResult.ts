import { canonicalJson, checksumOf } from '../domain/locks.js';
import { announced } from '../domain/outcome.js';
import { awards } from '../domain/prizes.js';
import { engagementOf, rank } from '../domain/ranking.js';
import type { Result, Sheet } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { lockInForce } from './lockSheets.js';
import { resultInput } from './resultInput.js';
import { finalSeat, inRound } from './seats.js';

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
  const prizes = announced(
    awards({ plan: contest.plan, ranking: recomputed, engagement: engagementOf(input) }),
  );
  const inPrizes = JSON.stringify(result.prizes) === JSON.stringify(prizes);
  const inRanking = JSON.stringify(result.ranking) === JSON.stringify(recomputed);
  const differences = [
    ...(await tamperedSheets(work, contest)),
    ...(inRanking ? [] : differencesOf(keyed(result.ranking), keyed(recomputed))),
    ...(inPrizes ? [] : [{ path: 'prizes', published: result.prizes, recomputed: prizes }]),
  ];
  return {
    version: result.version,
    publishedAt: result.publishedAt,
    isSame: inRanking && differences.length === 0,
    differences,
  };
}

/** The lock against its own checksum, and against the sheets that the judges gave. Later versions are no matter. */
async function tamperedSheets(work: Work, contest: Contest): Promise<Difference[]> {
  const lock = await lockInForce(work, contest, finalSeat(contest));
  if (!lock) return [];
  const checksum = checksumOf(lock.sheets);
  const found: Difference[] =
    checksum === lock.checksum
      ? []
      : [{ path: `locks.${lock.number}.checksum`, published: lock.checksum, recomputed: checksum }];
  const given = await work.store.sheets
    .find({ contest: contest.id, ...inRound(finalSeat(contest)) })
    .lean<Sheet[]>();
  const byId = new Map(given.map((sheet) => [sheet._id, sheet]));
  for (const { _id, points, version } of lock.sheets) {
    const sheet = byId.get(_id);
    if (sheet && sheet.version !== version) continue;
    if (canonicalJson(sheet?.points ?? null) !== canonicalJson(points))
      found.push({ path: `sheets.${_id}`, published: points, recomputed: sheet?.points });
  }
  return found;
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
