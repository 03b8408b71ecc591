/** What is told of a reading here: when it was read, when it came to us, and whether anything proves it. */
export type Dated = { at: Date; enteredAt?: Date; proof?: unknown };

/**
 * `afterFreeze`: read too late, kept and never counted. `needsProof`: read in time but brought after the
 * freeze, so that nobody saw it stand; it counts from the moment it has a proof. `late`: such a one, proven.
 * `outweighed`: one of both, but the entry was read and written down at the last.
 */
export type Standing = 'counts' | 'late' | 'needsProof' | 'outweighed' | 'afterFreeze';

/** What was entered in time and read so shortly before the freeze is not replaced by what is brought later. */
const AT_LAST_MS = 3_600_000;

export const lastHourBefore = (freeze: Date): Date => new Date(freeze.getTime() - AT_LAST_MS);

export function standingOf(
  { at, enteredAt = at, proof }: Dated,
  freeze: Date | null,
  isReadAtLast = false,
): Standing {
  if (freeze === null) return 'counts';
  if (at > freeze) return 'afterFreeze';
  if (enteredAt <= freeze) return 'counts';
  if (isReadAtLast) return 'outweighed';
  return proof ? 'late' : 'needsProof';
}

/** When it was read decides which reading is the newer one; of two about one moment, the one entered later. */
export const isNewer = (one: Dated, other: Dated): boolean =>
  (one.at.getTime() - other.at.getTime() || enteredAt(one) - enteredAt(other)) > 0;

const enteredAt = ({ at, enteredAt = at }: Dated): number => enteredAt.getTime();

type Counts = { likes: number; shares: number };

/** Counts seldom fall; who types fewer than before may have mistyped. */
export const isLower = (now: Counts, before: Counts): boolean =>
  now.likes < before.likes || now.shares < before.shares;

/** An entry's number is stale if nobody has looked for so long; worth a last look before the freeze. */
const STALE_MS = 24 * 3_600_000;

export const isStale = ({ at }: Dated, now: Date): boolean => now.getTime() - at.getTime() > STALE_MS;
