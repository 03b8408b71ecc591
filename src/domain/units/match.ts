import type { Entry, Surroundings } from './entries.js';
import { type Likenesses, likeness } from './vocabulary.js';

/** What a person typed: for each syllable its likeness to every one of the vocabulary. */
export type Typed = {
  like: Likenesses[];
  /** Each of them with its accents. */
  accents: readonly string[];
  /** How well each syllable fits something that a unit is part of. */
  toAbove(surroundings: Surroundings): Uint8Array;
  /** How many syllables the names have that were typed in full, and which it is part of. */
  namedAbove(surroundings: Surroundings): number;
};

export function typedAs(like: Likenesses[], accents: readonly string[]): Typed {
  const known: Uint8Array[] = [];
  const toAbove = ({ index, syllables }: Surroundings): Uint8Array => {
    const before = known[index];
    if (before) return before;
    const fits = Uint8Array.from(like, ({ of }) => closest(of, syllables));
    known[index] = fits;
    return fits;
  };
  const wasTyped = (name: number[]) =>
    like.some((_, at) =>
      name.every((syllable, index) => likenessOf(like, at + index, syllable) >= likeness.begun),
    );
  const names: number[] = [];
  const namedAbove = (surroundings: Surroundings): number => {
    const before = names[surroundings.index];
    if (before !== undefined) return before;
    const typed = surroundings.names.filter(wasTyped);
    const count = typed.reduce((most, name) => Math.max(most, name.length), 0);
    names[surroundings.index] = count;
    return count;
  };
  return { like, accents, toAbove, namedAbove };
}

export type Match = {
  entry: Entry;
  /** The first of the typed syllables that belongs to the unit's kind or name. */
  start: number;
  /** Typed syllables that fit neither the unit nor what it is a part of. */
  unmatched: number;
  /** Those, and the ones with a wrong letter. */
  faults: number;
  /** Every syllable of the name was typed to its end. */
  whole: boolean;
  score: number;
};

/** Lays the name over what was typed at every place it fits and keeps the best. */
export function bestMatch(entry: Entry, typed: Typed): Match | null {
  const toAbove = typed.toAbove(entry.above);
  let best: Match | null = null;
  for (let from = 0; from < entry.name.length; from += 1) {
    for (let at = 0; at < typed.like.length; at += 1) {
      const laid = laidOver(entry.name, typed.like, { from, at });
      const match = laid.length > 0 && matched(entry, typed, { from, at, laid, toAbove });
      if (match && (!best || isBetter(match, best))) best = match;
    }
  }
  return best;
}

function closest(likenesses: Uint8Array, syllables: number[]): number {
  let most: number = likeness.none;
  for (const syllable of syllables) {
    const alike = likenesses[syllable] ?? likeness.none;
    if (alike > most) most = alike;
  }
  return most;
}

type Laid = { length: number; typos: number; begun: boolean; total: number };
const nothing: Laid = { length: 0, typos: 0, begun: false, total: 0 };

/** How well the name's syllables from `from` on fit what was typed from `at` on, up to the first that doesn't. */
function laidOver(name: number[], like: Likenesses[], { from, at }: { from: number; at: number }): Laid {
  if (likenessOf(like, at, name[from]) === likeness.none) return nothing;
  const laid = { ...nothing };
  while (from + laid.length < name.length && at + laid.length < like.length) {
    const alike = likenessOf(like, at + laid.length, name[from + laid.length]);
    if (alike === likeness.none) break;
    laid.length += 1;
    laid.total += alike;
    if (alike === likeness.oneLetterOff) laid.typos += 1;
    if (alike === likeness.begun) laid.begun = true;
  }
  return laid;
}

type Place = { from: number; at: number; laid: Laid; toAbove: Uint8Array };

function matched(entry: Entry, typed: Typed, { from, at, laid, toAbove }: Place): Match | null {
  const { like, accents } = typed;
  const kind = kindBefore(entry, like, at);
  const start = at - kind.length;
  let total = laid.total;
  let unmatched = 0;
  let typosAround = 0;
  for (let index = 0; index < like.length; index += 1) {
    if (index >= start && index < at + laid.length) continue;
    const alike = toAbove[index] ?? likeness.none;
    total += alike;
    if (alike === likeness.none) unmatched += 1;
    if (alike === likeness.oneLetterOff) typosAround += 1;
  }
  const complete = laid.length === entry.name.length;
  // Words around the name that don't fit are only forgiven where the name can't be there by chance.
  if (unmatched + typosAround > 0 && !(complete && (laid.length > 1 || kind.length > 0))) return null;
  if (unmatched > 0 && laid.typos > 0) return null;

  let accented = 0;
  for (let index = 0; index < laid.length; index += 1)
    if (entry.accents[from + index] === accents[at + index]) accented += 1;
  // One syllable more is a kind, not the name of a place.
  const hasMore = like.length > kind.length + laid.length + 1;
  return {
    entry,
    start,
    unmatched,
    faults: unmatched + typosAround + laid.typos + kind.typos,
    whole: complete && !laid.begun,
    score:
      (100 * laid.length) / entry.name.length +
      total +
      kind.score +
      2 * accented +
      (hasMore ? typed.namedAbove(entry.above) : 0) -
      from -
      start * perSyllable -
      doubt(entry),
  };
}

/** A unit is named before what it is part of, which decides only where nothing else does. */
const perSyllable = 0.1;

/** Among equals a unit's own name comes before a former one, and that before one that may be another's. */
function doubt({ former }: Entry): number {
  if (!former) return 0;
  return former.codes.length > 1 ? 0.08 : 0.04;
}

const likenessOf = (like: Likenesses[], index: number, syllable: number | undefined): number =>
  like[index]?.of[syllable ?? -1] ?? likeness.none;

type Kind = { length: number; typos: number; score: number };
const noKind: Kind = { length: 0, typos: 0, score: 0 };

/** The unit's kind, if it was typed just before the name; in full it may have a letter wrong. */
function kindBefore({ kinds: [full, initials] }: Entry, like: Likenesses[], at: number): Kind {
  const inFull = full ? wordsBefore(full, like, at) : noKind;
  if (inFull.length > 0) return inFull;
  const short = initials ? wordsBefore(initials, like, at) : noKind;
  return short.typos === 0 ? short : noKind;
}

function wordsBefore(words: number[], like: Likenesses[], at: number): Kind {
  const first = at - words.length;
  if (first < 0) return noKind;
  let typos = 0;
  for (const [index, word] of words.entries()) {
    const alike = likenessOf(like, first + index, word);
    if (alike !== likeness.same && alike !== likeness.oneLetterOff) return noKind;
    if (alike === likeness.oneLetterOff) typos += 1;
  }
  return { length: words.length, typos, score: typos > 0 ? likeness.oneLetterOff : likeness.same };
}

const isBetter = (a: Match, b: Match): boolean =>
  (a.faults - b.faults || a.unmatched - b.unmatched || b.score - a.score) < 0;

/** Where some units fit with fewer faults, or in full, only these are meant. */
export function withoutWorse(matches: Match[]): Match[] {
  const best = withFewest('unmatched', withFewest('faults', matches));
  return best.some(({ whole }) => whole) ? best.filter(({ whole }) => whole) : best;
}

function withFewest(what: 'faults' | 'unmatched', matches: Match[]): Match[] {
  const fewest = matches.reduce((least, match) => Math.min(least, match[what]), Number.POSITIVE_INFINITY);
  return matches.filter((match) => match[what] === fewest);
}
