import { createHash } from 'node:crypto';

/** Who looks at what, where a jury can't look at everything. */

export type ToAssign = {
  judges: readonly string[];
  entries: readonly string[];
  /** Who may not look at what. */
  conflicts: readonly Pair[];
  /** How many judges look at each entry. */
  views: number;
  /** Everything that is left to chance follows from it: the same seed assigns the same. */
  seed: string;
  /** What somebody had already: moved where another has to have it, and never where it is done. */
  keep?: readonly Kept[];
};

export type Kept = Pair & { done: boolean };

type Pair = { judge: string; entry: string };

export type Assignment = {
  /** The entries of each judge. */
  entries: Map<string, string[]>;
  /** Entries for which too few judges without a conflict are there, and how many views they lack. */
  lacking: { entry: string; views: number }[];
};

/**
 * Each entry gets so many judges, and no judge has two entries more than another, unless conflicts, or what
 * is done, leave no other way. Whoever could still take an entry off somebody with two more has taken it.
 */
export function assign(toAssign: ToAssign): Assignment {
  const { judges, entries, views, seed } = toAssign;
  const mayLook = sightOf(toAssign);
  const lot = (...parts: string[]) =>
    createHash('sha256')
      .update([seed, ...parts].join('\n'))
      .digest('hex');
  const panel = shuffled(judges, lot);
  const own = new Map<string, Set<string>>(panel.map((judge) => [judge, new Set()]));
  const load = (judge: string) => own.get(judge)?.size ?? 0;
  const kept = stillThere(toAssign);
  for (const { judge, entry } of kept) own.get(judge)?.add(entry);
  const done = new Set(kept.filter((each) => each.done).map(({ judge, entry }) => keyOf(judge, entry)));
  const mayMove = (judge: string, entry: string) => !done.has(keyOf(judge, entry));

  const free = new Map(entries.map((entry) => [entry, panel.filter((judge) => mayLook(judge, entry))]));
  // Those with the fewest judges to choose from first; what is left is chance.
  const inOrder = shuffled(entries, lot).sort(
    (a, b) => (free.get(a)?.length ?? 0) - (free.get(b)?.length ?? 0),
  );
  const lacking: Assignment['lacking'] = [];
  for (const entry of inOrder) {
    const able = free.get(entry) ?? [];
    const lots = new Map(able.map((judge) => [judge, lot(judge, entry)]));
    const inLoad = [...able].sort(
      (a, b) => load(a) - load(b) || ((lots.get(a) ?? '') < (lots.get(b) ?? '') ? -1 : 1),
    );
    const holders = inLoad.filter((judge) => own.get(judge)?.has(entry));
    const missing = views - holders.length;
    const spare = holders.filter((judge) => mayMove(judge, entry)).reverse();
    for (const judge of spare.slice(0, Math.max(-missing, 0))) own.get(judge)?.delete(entry);
    const others = inLoad.filter((judge) => !holders.includes(judge)).slice(0, Math.max(missing, 0));
    for (const judge of others) own.get(judge)?.add(entry);
    if (others.length < missing) lacking.push({ entry, views: missing - others.length });
  }
  while (passOn(panel, own, { mayLook, mayMove }));
  const position = new Map(entries.map((entry, index) => [entry, index]));
  const byPosition = (a: string, b: string) => (position.get(a) ?? 0) - (position.get(b) ?? 0);
  return {
    entries: new Map(judges.map((judge) => [judge, [...(own.get(judge) ?? [])].sort(byPosition)])),
    lacking: lacking.sort((a, b) => byPosition(a.entry, b.entry)),
  };
}

/**
 * Does what was kept still give everything to as many as shall look at it, or to all who can, and nothing to
 * who may not? Then nothing has to be assigned anew.
 */
export function stands(toAssign: Omit<ToAssign, 'seed'>): boolean {
  const { judges, entries, views, keep = [] } = toAssign;
  const mayLook = sightOf(toAssign);
  const kept = stillThere(toAssign);
  if (kept.length < keep.length) return false;
  const pairs = new Set(kept.map(({ judge, entry }) => keyOf(judge, entry)));
  return entries.every((entry) => {
    const able = judges.filter((judge) => mayLook(judge, entry));
    return able.filter((judge) => pairs.has(keyOf(judge, entry))).length >= Math.min(views, able.length);
  });
}

function sightOf({ conflicts }: Pick<ToAssign, 'conflicts'>): (judge: string, entry: string) => boolean {
  const barred = new Set(conflicts.map(({ judge, entry }) => keyOf(judge, entry)));
  return (judge, entry) => !barred.has(keyOf(judge, entry));
}

/** Of what was kept, that of judges who sit, for entries that are there, without a conflict. */
function stillThere(toAssign: Omit<ToAssign, 'seed'>): Kept[] {
  const { judges, entries, keep = [] } = toAssign;
  const mayLook = sightOf(toAssign);
  const there = { judges: new Set(judges), entries: new Set(entries) };
  return keep.filter(
    ({ judge, entry }) => there.judges.has(judge) && there.entries.has(entry) && mayLook(judge, entry),
  );
}

/**
 * One entry goes from somebody to another who has at least two fewer, perhaps over several hands: each
 * passes one on to the next. `false` where there is no such way, so loads are as even as they can be.
 */
function passOn(
  panel: readonly string[],
  own: ReadonlyMap<string, Set<string>>,
  { mayLook, mayMove }: Record<'mayLook' | 'mayMove', (judge: string, entry: string) => boolean>,
): boolean {
  const load = (judge: string) => own.get(judge)?.size ?? 0;
  const takes = (from: string, to: string) =>
    [...(own.get(from) ?? [])].find(
      (entry) => mayMove(from, entry) && !own.get(to)?.has(entry) && mayLook(to, entry),
    );
  for (const giver of [...panel].sort((a, b) => load(b) - load(a))) {
    const cameFrom = new Map<string, string>();
    const reached = [giver];
    for (const judge of reached) {
      if (load(judge) <= load(giver) - 2) {
        let to = judge;
        for (let from = cameFrom.get(to); from !== undefined; from = cameFrom.get(to)) {
          const entry = takes(from, to);
          if (entry === undefined) throw new Error(`nothing to pass on from ${from} to ${to}`);
          own.get(from)?.delete(entry);
          own.get(to)?.add(entry);
          to = from;
        }
        return true;
      }
      for (const next of panel) {
        if (next === giver || cameFrom.has(next) || takes(judge, next) === undefined) continue;
        cameFrom.set(next, judge);
        reached.push(next);
      }
    }
  }
  return false;
}

const keyOf = (judge: string, entry: string): string => JSON.stringify([judge, entry]);

function shuffled(list: readonly string[], lot: (text: string) => string): string[] {
  const lots = new Map(list.map((each) => [each, lot(each)]));
  return [...list].sort((a, b) => ((lots.get(a) ?? '') < (lots.get(b) ?? '') ? -1 : 1));
}
