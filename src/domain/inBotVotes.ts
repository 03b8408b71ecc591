import { DateTime } from 'luxon';
import { contestZone } from './dates.js';
import { Decimal } from './decimals.js';
import type { InBot } from './plan/scoring.js';
import { isKnown, type Plan } from './plan.js';

/** How often people may vote here; `null`: the plan says nothing of it, so they may not. */
export const inBotOf = ({ scoring: { audience } }: Plan): InBot | null =>
  audience.mode === 'none' ? null : (audience.inBot ?? null);

/** Do likes and shares count at all? Where only votes given here do, nobody has to read any. */
export function isRead({ scoring: { audience } }: Plan): boolean {
  if (audience.mode === 'none') return false;
  const { like, share } = audience.points;
  return [like, share].some((each) => !isKnown(each) || !new Decimal(each).isZero());
}

/** The stretch of time that has its own votes: a day in Vietnam, or the whole contest. */
export const periodAt = ({ per }: InBot, now: Date): string =>
  per === 'contest' ? 'all' : (DateTime.fromJSDate(now, { zone: contestZone }).toISODate() ?? '');

export type VoteGiven = { person: string; entry: string; period: string; at: Date };

/**
 * How many votes each entry has: the moments at which they came. People who turned out to be one, having
 * linked their chats since, have one person's votes: the first of them count, each for another entry.
 */
export function countVotes(
  given: readonly VoteGiven[],
  { votes: most }: InBot,
  whoIs: (person: string) => string,
): Map<string, Date[]> {
  const inOrder = [...given].sort((one, other) => one.at.getTime() - other.at.getTime());
  const chosen = new Map<string, Set<string>>();
  const counted = new Map<string, Date[]>();
  for (const { person, entry, period, at } of inOrder) {
    const key = `${whoIs(person)}/${period}`;
    const own = chosen.get(key) ?? new Set<string>();
    if (own.has(entry) || own.size >= most) continue;
    chosen.set(key, own.add(entry));
    const moments = counted.get(entry);
    if (moments) moments.push(at);
    else counted.set(entry, [at]);
  }
  return counted;
}
