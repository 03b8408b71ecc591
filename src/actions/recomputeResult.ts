import { canonicalJson, checksumOf, type Uncounted } from '../domain/locks.js';
import { announced, type Prizes } from '../domain/outcome.js';
import { awards } from '../domain/prizes.js';
import { engagementOf, type Ranking, type RankingInput, rank } from '../domain/ranking.js';
import type { Lock, Result, Ruling, Sheet } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { isAside } from './lockSheets.js';
import { lockBehind, publishedInput } from './resultInput.js';
import { finalSeat, inRound } from './seats.js';

/** A value of the ranking that came out otherwise; `undefined` where one of both has nothing there. */
export type Difference = { path: string; published: unknown; recomputed: unknown };

export type Recomputed = {
  version: number;
  publishedAt: Date;
  /** To the last byte. */
  isSame: boolean;
  differences: Difference[];
  /** What was ruled about engagement, and was ranked with. */
  rulings: Pick<Ruling, 'number' | 'entry' | 'numbers' | 'reason' | 'document'>[];
};

/**
 * The newest published result, worked out again from the lock it was ranked from and from the snapshots; of what was
 * stored with it only the lock's seal and what people decided about prizes play a part. `null`: nothing is published.
 */
export async function recomputeResult(work: Work, contest: Contest): Promise<Recomputed | null> {
  const result = await work.store.results
    .findOne({ contest: contest.id })
    .sort({ version: -1 })
    .lean<Result>();
  if (!result) return null;
  const lock = await lockBehind(work, contest, result);
  const { input, rulings } = await publishedInput(work, contest, result, lock);
  const { ranking: recomputed, prizes } = workedOut(contest, input, result);
  const inPrizes = JSON.stringify(result.prizes) === JSON.stringify(prizes);
  const inRanking = JSON.stringify(result.ranking) === JSON.stringify(recomputed);
  const differences = [
    ...(lock ? await tampered(work, contest, result, lock) : []),
    ...(inRanking ? [] : differencesOf(keyed(result.ranking), keyed(recomputed))),
    ...(inPrizes ? [] : [{ path: 'prizes', published: result.prizes, recomputed: prizes }]),
  ];
  return {
    version: result.version,
    publishedAt: result.publishedAt,
    isSame: inRanking && differences.length === 0,
    differences,
    rulings: rulings.map(({ number, entry, numbers, reason, document }) => ({
      ...{ number, entry, numbers, reason, document },
    })),
  };
}

/** Ranking and prizes from this input, with what people decided about the prizes of a published result. */
export function workedOut(
  { plan }: Contest,
  input: RankingInput,
  { borders = [] }: Pick<Result, 'borders'>,
): { ranking: Ranking; prizes: Prizes } {
  const ranking = rank(input);
  return { ranking, prizes: announced(awards({ plan, ranking, engagement: engagementOf(input), borders })) };
}

/** The lock against its own checksum and the one that was published, and against the sheets that the judges gave. */
async function tampered(work: Work, contest: Contest, result: Result, lock: Lock): Promise<Difference[]> {
  const { number, checksum, headJudge, sheets } = lock;
  const published = result.lock ?? { checksum, headJudge };
  return [
    ...apart(`locks.${number}.checksum`, published.checksum, checksumOf(sheets)),
    ...apart(`locks.${number}.headJudge`, published.headJudge, headJudge),
    ...(await tamperedSheets(work, contest, lock)),
  ];
}

/** In both directions. Later versions of a sheet are no matter, nor those that came after the lock. */
async function tamperedSheets(work: Work, contest: Contest, lock: Lock): Promise<Difference[]> {
  const given = await work.store.sheets
    .find({ contest: contest.id, ...inRound(finalSeat(contest)) })
    .lean<Sheet[]>();
  const byId = new Map(given.map((sheet) => [sheet._id, sheet]));
  const locked = new Set(lock.sheets.map(({ _id }) => _id));
  return [
    ...lock.sheets.flatMap(({ _id, judge, entry, points, version, uncounted }) => {
      const path = `sheets.${_id}`;
      const sheet = byId.get(_id);
      if (!sheet) return apart(path, points, undefined);
      if (sheet.version !== version) return [];
      return [
        ...apart(path, points, sheet.points),
        ...apart(`${path}.judge`, judge, sheet.judge),
        ...apart(`${path}.entry`, entry, sheet.entry),
        ...apart(`${path}.uncounted`, uncounted, uncountedIn(sheet, uncounted)),
      ];
    }),
    ...given
      .filter(({ _id, at }) => !locked.has(_id) && at <= lock.at)
      .flatMap(({ _id, points }) => apart(`sheets.${_id}`, undefined, points)),
  ];
}

/** What keeps a sheet from counting, as far as the sheet itself says it; why else is the lock's word. */
function uncountedIn(sheet: Sheet, said: Uncounted | null): Uncounted | null {
  if (said !== null && said !== 'setAside' && said !== 'abstained') return said;
  if (isAside(sheet)) return 'setAside';
  return sheet.abstained ? 'abstained' : null;
}

const apart = (path: string, published: unknown, recomputed: unknown): Difference[] =>
  canonicalJson(published ?? null) === canonicalJson(recomputed ?? null)
    ? []
    : [{ path, published, recomputed }];

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
