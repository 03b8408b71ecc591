/** Numbers of one entry as they were read, whatever became of them. */
export type Read = { at: Date; likes: number; shares: number };

/**
 * What a person should look at. Never a proof, and nothing follows from it by itself: votes are sold, but a clip
 * that a newspaper has linked looks the same.
 */
export type Sign =
  /** So many more within an hour. */
  | { kind: 'burst'; at: Date; gained: number; perHour: number }
  /** It grew by round numbers, so many times in a row. */
  | { kind: 'round'; at: Date; times: number }
  /** People share what they like; here more have shared than liked. */
  | { kind: 'sharesOnly'; at: Date; likes: number; shares: number }
  /** So many votes were given here within an hour; told after the close, since until then nobody knows counts. */
  | { kind: 'votes'; at: Date; perHour: number }
  /** Facebook takes back what false accounts have given. */
  | { kind: 'fell'; at: Date; from: number; to: number };

export type SignKind = Sign['kind'];

/** How large it is, beside others of its kind. */
export function sizeOf(sign: Sign): number {
  switch (sign.kind) {
    case 'burst':
    case 'votes':
      return sign.perHour;
    case 'round':
      return sign.times;
    case 'sharesOnly':
      return sign.shares;
    case 'fell':
      return sign.from - sign.to;
  }
}

/** Nothing of its kind is known, or nothing half as large: a small sign must not hide a large one. */
export const isNews = (sign: Sign, known: readonly Sign[]): boolean =>
  known.every((each) => each.kind !== sign.kind || sizeOf(sign) >= 2 * sizeOf(each));

const HOUR_MS = 3_600_000;

/** What organizers of such contests write into their rules as more than people give by themselves. */
const BURST_PER_HOUR = 300;

/** Packets of votes are sold by the hundred. Once or twice may be chance, or rounded by who typed it. */
const PACKET = 100;
const PACKETS_IN_A_ROW = 3;

/** With fewer, one family makes the difference. */
const LEAST_SHARES = 50;

/** A few people always change their minds. */
const LEAST_FALL = 50;
const LEAST_FALL_PERCENT = 10;

/** Every sign there is, of each kind the strongest, in the order of time. */
export function signsOf(read: readonly Read[]): Sign[] {
  const inOrder = [...read].sort((one, other) => one.at.getTime() - other.at.getTime());
  return [burst(inOrder), round(inOrder), sharesOnly(inOrder), fell(inOrder)]
    .filter((sign) => sign !== null)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

const sumOf = ({ likes, shares }: Read): number => likes + shares;

/** Readings may lie minutes or days apart: what was gained within an hour counts as an hour's. */
function burst(read: readonly Read[]): Sign | null {
  let strongest: Extract<Sign, { kind: 'burst' }> | null = null;
  let first = 0;
  for (const [index, { at, ...counts }] of read.entries()) {
    if (index === 0) continue;
    // The earliest within the hour, or the one before where there is none.
    while (first < index - 1 && at.getTime() - timeOf(read, first) > HOUR_MS) first += 1;
    const before = read[first];
    if (!before) continue;
    const gained = sumOf({ at, ...counts }) - sumOf(before);
    const hours = Math.max(1, (at.getTime() - before.at.getTime()) / HOUR_MS);
    const perHour = Math.floor(gained / hours);
    if (perHour >= BURST_PER_HOUR && perHour > (strongest?.perHour ?? 0))
      strongest = { kind: 'burst', at, gained, perHour };
  }
  return strongest;
}

const timeOf = (read: readonly Read[], index: number): number => read[index]?.at.getTime() ?? 0;

function round(read: readonly Read[]): Sign | null {
  let longest: Extract<Sign, { kind: 'round' }> | null = null;
  for (const what of ['likes', 'shares'] as const) {
    let times = 0;
    for (const [index, now] of read.entries()) {
      const before = read[index - 1];
      const gained = before ? now[what] - before[what] : 0;
      // Standing still says nothing either way.
      if (gained === 0) continue;
      times = gained > 0 && gained % PACKET === 0 ? times + 1 : 0;
      if (times >= PACKETS_IN_A_ROW && times > (longest?.times ?? 0))
        longest = { kind: 'round', at: now.at, times };
    }
  }
  return longest;
}

function sharesOnly(read: readonly Read[]): Sign | null {
  const found = read.findLast(({ likes, shares }) => shares >= LEAST_SHARES && shares > likes);
  return found ? { kind: 'sharesOnly', ...found } : null;
}

function fell(read: readonly Read[]): Sign | null {
  let deepest: Extract<Sign, { kind: 'fell' }> | null = null;
  for (const [index, now] of read.entries()) {
    const before = read[index - 1];
    if (!before) continue;
    const [from, to] = [sumOf(before), sumOf(now)];
    const fall = from - to;
    if (fall < LEAST_FALL || fall * 100 < from * LEAST_FALL_PERCENT) continue;
    if (!deepest || fall > deepest.from - deepest.to) deepest = { kind: 'fell', at: now.at, from, to };
  }
  return deepest;
}

/** The strongest hour among the moments at which an entry got votes, if it is one that stands out. */
export function voteBurst(moments: readonly Date[]): Sign | null {
  const inOrder = [...moments].sort((one, other) => one.getTime() - other.getTime());
  let strongest: Sign | null = null;
  let most = BURST_PER_HOUR - 1;
  let first = 0;
  for (const [index, at] of inOrder.entries()) {
    while (at.getTime() - (inOrder[first]?.getTime() ?? 0) > HOUR_MS) first += 1;
    const perHour = index - first + 1;
    if (perHour > most) [strongest, most] = [{ kind: 'votes', at, perHour }, perHour];
  }
  return strongest;
}
