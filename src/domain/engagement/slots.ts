const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** The nearer the freeze, the more often: the last reading before it is the one that counts. */
const paces: { within: number; every: number; name: string }[] = [
  { within: 20 * SECOND_MS, every: 2 * SECOND_MS, name: 'last' },
  { within: MINUTE_MS, every: 10 * SECOND_MS, name: 'seconds' },
  { within: 10 * MINUTE_MS, every: MINUTE_MS, name: 'minutes' },
  { within: Number.POSITIVE_INFINITY, every: HOUR_MS, name: 'hours' },
];

/** So long after the freeze numbers are still read once, to be kept beside those that count. */
const AFTER_MS = 10 * MINUTE_MS;

/**
 * The stretch of time in which one reading is enough, by a name that is counted back from the freeze. `null`:
 * nothing is read any more.
 */
export function slotAt(now: Date, freeze: Date): string | null {
  const left = freeze.getTime() - now.getTime();
  if (left < 0) return -left <= AFTER_MS ? 'after' : null;
  const pace = paces.find(({ within }) => left < within);
  return pace ? `${pace.name}-${Math.floor(left / pace.every)}` : null;
}
