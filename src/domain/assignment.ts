import { createHash } from 'node:crypto';

/** Who looks at what, where a jury can't look at everything. */

export type ToAssign = {
  judges: readonly string[];
  entries: readonly string[];
  /** Who may not look at what. */
  conflicts: readonly { judge: string; entry: string }[];
  /** How many judges look at each entry. */
  views: number;
  /** Everything that is left to chance follows from it: the same seed assigns the same. */
  seed: string;
};

export type Assignment = {
  /** The entries of each judge. */
  entries: Map<string, string[]>;
  /** Entries for which too few judges without a conflict are there, and how many views they lack. */
  lacking: { entry: string; views: number }[];
};

/**
 * Each entry gets so many judges, and no judge has two entries more than another, unless conflicts leave
 * no other way. Whoever could still take an entry off somebody with two more has taken it.
 */
export function assign({ judges, entries, conflicts, views, seed }: ToAssign): Assignment {
  const barred = new Set(conflicts.map(({ judge, entry }) => keyOf(judge, entry)));
  const mayLook = (judge: string, entry: string) => !barred.has(keyOf(judge, entry));
  const lot = (...parts: string[]) =>
    createHash('sha256')
      .update([seed, ...parts].join('\n'))
      .digest('hex');
  const panel = shuffled(judges, lot);
  const own = new Map<string, Set<string>>(panel.map((judge) => [judge, new Set()]));
  const load = (judge: string) => own.get(judge)?.size ?? 0;

  const free = new Map(entries.map((entry) => [entry, panel.filter((judge) => mayLook(judge, entry))]));
  // Those with the fewest judges to choose from first; what is left is chance.
  const inOrder = shuffled(entries, lot).sort(
    (a, b) => (free.get(a)?.length ?? 0) - (free.get(b)?.length ?? 0),
  );
  const lacking: Assignment['lacking'] = [];
  for (const entry of inOrder) {
    const able = free.get(entry) ?? [];
    const lots = new Map(able.map((judge) => [judge, lot(judge, entry)]));
    const chosen = [...able]
      .sort((a, b) => load(a) - load(b) || ((lots.get(a) ?? '') < (lots.get(b) ?? '') ? -1 : 1))
      .slice(0, views);
    for (const judge of chosen) own.get(judge)?.add(entry);
    if (chosen.length < views) lacking.push({ entry, views: views - chosen.length });
  }
  while (passOn(panel, own, mayLook));
  const position = new Map(entries.map((entry, index) => [entry, index]));
  const byPosition = (a: string, b: string) => (position.get(a) ?? 0) - (position.get(b) ?? 0);
  return {
    entries: new Map(judges.map((judge) => [judge, [...(own.get(judge) ?? [])].sort(byPosition)])),
    lacking: lacking.sort((a, b) => byPosition(a.entry, b.entry)),
  };
}

/**
 * One entry goes from somebody to another who has at least two fewer, perhaps over several hands: each
 * passes one on to the next. `false` where there is no such way, so loads are as even as they can be.
 */
function passOn(
  panel: readonly string[],
  own: ReadonlyMap<string, Set<string>>,
  mayLook: (judge: string, entry: string) => boolean,
): boolean {
  const load = (judge: string) => own.get(judge)?.size ?? 0;
  const takes = (from: string, to: string) =>
    [...(own.get(from) ?? [])].find((entry) => !own.get(to)?.has(entry) && mayLook(to, entry));
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
