import { type InstantText, instantOf } from '../instants.js';
import type { RankingRules } from '../plan/scoring.js';
import { digitsOf, fraction, rounded, scaled, times } from '../scaled.js';

/** Likes and shares of one entry as they stood at one moment, and votes where people vote with the assistant. */
export type Snapshot = {
  entry: string;
  at: InstantText;
  likes: number;
  shares: number;
  votes?: number | undefined;
};

type Rules = RankingRules['audience'];
export type Voting = Extract<Rules, { mode: 'score' }>;

/** Of each entry the last snapshot taken at or before the freeze: no other is ever counted. */
export function countedSnapshots(
  snapshots: readonly Snapshot[],
  freezeAt: InstantText,
): Map<string, Snapshot> {
  const freeze = instantOf(freezeAt);
  const counted = new Map<string, { snapshot: Snapshot; at: bigint }>();
  for (const snapshot of snapshots) {
    const at = instantOf(snapshot.at);
    if (at > freeze) continue;
    const other = counted.get(snapshot.entry);
    if (!other || at > other.at || (at === other.at && hasMore(snapshot, other.snapshot)))
      counted.set(snapshot.entry, { snapshot, at });
  }
  return new Map([...counted].map(([entry, { snapshot }]) => [entry, snapshot]));
}

/** Of two taken at the same instant the one with more counts, since counts grow. */
const hasMore = (a: Snapshot, b: Snapshot): boolean =>
  (a.likes - b.likes || a.shares - b.shares || (a.votes ?? 0) - (b.votes ?? 0)) > 0;

/** The first step of the conversion: likes, shares and votes as raw points, in whole numbers of one unit. */
export function rawScale(audience: Exclude<Rules, { mode: 'none' }>) {
  const { like, share, vote = '0' } = audience.points;
  const scale = 'scale' in audience ? audience.scale : null;
  const finest = [like, share, vote, ...(scale?.method === 'cap' ? [scale.cap] : [])];
  const digits = Math.max(...finest.map(digitsOf));
  const [forLike, forShare, forVote] = [scaled(like, digits), scaled(share, digits), scaled(vote, digits)];
  return {
    digits,
    rawPoints: ({ likes, shares, votes = 0 }: Snapshot): bigint =>
      forLike * BigInt(likes) + forShare * BigInt(shares) + forVote * BigInt(votes),
  };
}

/** The second: raw points, beside those of all entries, as a share of the weight, rounded for publishing. */
export function audienceScale(
  raws: readonly bigint[],
  { weight, scale }: Voting,
  { digits, precision }: { digits: number; precision: number },
): (raw: bigint) => bigint {
  const compares = comparedWith(raws, scale, digits);
  switch (compares.method) {
    case 'max':
    case 'cap': {
      const { full } = compares;
      if (full === 0n) return () => 0n;
      const share = times(fraction(weight), { total: 1n, of: full });
      return (raw) => rounded(times(share, { total: raw < full ? raw : full, of: 1n }), precision);
    }
    case 'rank':
      return (raw) => rounded(fraction(compares.pointsFor(raw)), precision);
  }
}

/** What raw points are held against: the highest of all, the cap, or the list of places. */
export type Comparison =
  | { method: 'max' | 'cap'; full: bigint }
  | { method: 'rank'; placeOf(raw: bigint): number; pointsFor(raw: bigint): string };

export function comparedWith(raws: readonly bigint[], scale: Voting['scale'], digits: number): Comparison {
  switch (scale.method) {
    case 'max':
      return { method: 'max', full: raws.reduce((highest, raw) => (raw > highest ? raw : highest), 0n) };
    case 'cap':
      return { method: 'cap', full: scaled(scale.cap, digits) };
    case 'rank': {
      const placeOf = placesBy(raws);
      return { method: 'rank', placeOf, pointsFor: (raw) => scale.places[placeOf(raw) - 1] ?? '0' };
    }
  }
}

/** Equal values share a place, and the next counts on. */
function placesBy(values: readonly bigint[]): (value: bigint) => number {
  const places = new Map<bigint, number>();
  const descending = [...values].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  for (const [index, value] of descending.entries()) if (!places.has(value)) places.set(value, index + 1);
  return (value) => places.get(value) ?? values.length + 1;
}
