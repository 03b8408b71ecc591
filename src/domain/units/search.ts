import { accentKey, syllables } from './syllables.js';
import { type Unit, type UnitLevel, unitLevels } from './unit.js';
import { likeness, Vocabulary } from './vocabulary.js';

export type UnitSearch = { level?: UnitLevel; under?: string; limit?: number };

type Tree = { all: readonly Unit[]; lineage(code: string): Unit[] };

/** A unit as it is compared; syllables are numbers of the vocabulary. */
type Entry = {
  unit: Unit;
  /** Its place in the list. */
  order: number;
  name: number[];
  accents: string[];
  /** Its kind in full and as initials: `thanh pho`, `tp`. */
  kinds: number[][];
  /** Names and kinds of all units it is a part of. */
  above: number[];
  codes: Set<string>;
};

/** What a person typed: for each syllable its likeness to every one of the vocabulary. */
type Typed = { like: Uint8Array[]; accents: Set<string> };

type Match = {
  entry: Entry;
  /** Typed syllables that fit neither the unit nor what it is a part of. */
  unmatched: number;
  /** Those, and the ones with a wrong letter. */
  faults: number;
  /** Every syllable of the name was typed to its end. */
  whole: boolean;
  score: number;
};

/** More than the longest full name has; what follows is a letter, not a name. */
const mostSyllables = 24;

/** Prepares a list of units once, so that a search over all of Vietnam takes a few milliseconds. */
export function searchIndex(tree: Tree): (query: string, options: UnitSearch) => Unit[] {
  const vocabulary = new Vocabulary();
  const entries = entriesOf(tree, vocabulary);
  const withSyllable = entriesBySyllable(entries);
  const gluedNames = new Map(tree.all.map(({ name }) => [syllables(name).join(''), syllables(name)]));
  const separated = (syllable: string): string[] =>
    vocabulary.has(syllable) ? [syllable] : (gluedNames.get(syllable) ?? [syllable]);

  return (query, { level, under, limit = 10 }) => {
    const words = syllables(query).flatMap(separated).slice(0, mostSyllables);
    const accents = new Set(
      query
        .normalize('NFC')
        .split(/[^\p{L}\p{M}\d]+/u)
        .map(accentKey),
    );
    const matchesOf = (like: Uint8Array[]): Match[] => {
      const found: Match[] = [];
      for (const entry of candidates(like, withSyllable)) {
        if (level !== undefined && entry.unit.level !== level) continue;
        if (under !== undefined && !entry.codes.has(under)) continue;
        const match = bestMatch(entry, { like, accents });
        if (match) found.push(match);
      }
      return withoutWorse(found);
    };
    const isLast = (index: number) => index === words.length - 1;
    const exact = matchesOf(words.map((word, index) => vocabulary.spelt(word, isLast(index))));
    const best =
      exact[0]?.faults === 0
        ? exact
        : matchesOf(words.map((word, index) => vocabulary.misspelt(word, isLast(index))));
    return best
      .sort(byRelevance)
      .slice(0, limit)
      .map(({ entry }) => entry.unit);
  };
}

function entriesBySyllable(entries: Entry[]): Map<number, Entry[]> {
  const bySyllable = new Map<number, Entry[]>();
  for (const entry of entries) {
    for (const syllable of new Set(entry.name)) {
      const sharing = bySyllable.get(syllable);
      if (sharing) sharing.push(entry);
      else bySyllable.set(syllable, [entry]);
    }
  }
  return bySyllable;
}

/** The units with a syllable in their name that was typed. */
function candidates(like: Uint8Array[], withSyllable: Map<number, Entry[]>): Set<Entry> {
  const found = new Set<Entry>();
  for (const [syllable, sharing] of withSyllable) {
    if (!like.some((likenesses) => likenesses[syllable] !== likeness.none)) continue;
    for (const entry of sharing) found.add(entry);
  }
  return found;
}

function entriesOf({ all, lineage }: Tree, vocabulary: Vocabulary): Entry[] {
  const numbered = (words: string[]) => words.map((word) => vocabulary.number(word));
  const names = new Map(all.map(({ code, name }) => [code, numbered(syllables(name))]));
  const kinds = new Map<string, number[][]>();
  for (const { kind } of all) {
    if (kinds.has(kind)) continue;
    const words = syllables(kind);
    kinds.set(kind, [numbered(words), numbered([words.map((word) => word.charAt(0)).join('')])]);
  }
  return all.map((unit, order) => {
    const [, ...ancestors] = lineage(unit.code);
    const above = ancestors.flatMap(({ code, kind }) => [
      ...(names.get(code) ?? []),
      ...(kinds.get(kind) ?? []).flat(),
    ]);
    return {
      unit,
      order,
      name: names.get(unit.code) ?? [],
      accents: unit.name.split(' ').map(accentKey),
      kinds: kinds.get(unit.kind) ?? [],
      above: [...new Set(above)],
      codes: new Set([unit, ...ancestors].map(({ code }) => code)),
    };
  });
}

/** Lays the name over what was typed at every place it fits and keeps the best. */
function bestMatch(entry: Entry, typed: Typed): Match | null {
  const toAbove = typed.like.map((likenesses) => closest(likenesses, entry.above));
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

/** How well each fits: the name's syllables from `from` on, over what was typed from `at` on. */
function laidOver(name: number[], like: Uint8Array[], { from, at }: { from: number; at: number }): number[] {
  const laid: number[] = [];
  while (from + laid.length < name.length && at + laid.length < like.length) {
    const alike = likenessOf(like, at + laid.length, name[from + laid.length]);
    if (alike === likeness.none) break;
    laid.push(alike);
  }
  return laid;
}

type Laid = { from: number; at: number; laid: number[]; toAbove: number[] };

function matched(entry: Entry, { like, accents }: Typed, { from, at, laid, toAbove }: Laid): Match | null {
  const kind = entry.kinds.find((words) => isJustBefore(words, like, at));
  const around = [...toAbove.slice(0, at - (kind?.length ?? 0)), ...toAbove.slice(at + laid.length)];

  const complete = laid.length === entry.name.length;
  const typosInName = howMany(laid, likeness.oneLetterOff);
  const unmatched = howMany(around, likeness.none);
  const faultsAround = unmatched + howMany(around, likeness.oneLetterOff);
  // Words around the name that don't fit are only forgiven where the name can't be there by chance.
  if (faultsAround > 0 && !(complete && (laid.length > 1 || kind))) return null;
  if (unmatched > 0 && typosInName > 0) return null;

  const likenesses = [...laid, ...around].reduce((total, alike) => total + alike, 0);
  const accented = entry.accents.filter((key) => accents.has(key)).length;
  return {
    entry,
    unmatched,
    faults: faultsAround + typosInName,
    whole: complete && !laid.includes(likeness.begun),
    score:
      (100 * laid.length) / entry.name.length + likenesses + 2 * accented - from + (kind ? likeness.same : 0),
  };
}

const howMany = (likenesses: number[], wanted: number): number =>
  likenesses.filter((alike) => alike === wanted).length;

const likenessOf = (like: Uint8Array[], index: number, syllable: number | undefined): number =>
  like[index]?.[syllable ?? -1] ?? likeness.none;

const isJustBefore = (words: number[], like: Uint8Array[], at: number): boolean =>
  at >= words.length &&
  words.every((word, index) => likenessOf(like, at - words.length + index, word) === likeness.same);

const isBetter = (a: Match, b: Match): boolean =>
  (a.faults - b.faults || a.unmatched - b.unmatched || b.score - a.score) < 0;

/** Where some units fit with fewer faults, or in full, only these are meant. */
function withoutWorse(matches: Match[]): Match[] {
  const best = withFewest('unmatched', withFewest('faults', matches));
  return best.some(({ whole }) => whole) ? best.filter(({ whole }) => whole) : best;
}

function withFewest(what: 'faults' | 'unmatched', matches: Match[]): Match[] {
  const fewest = matches.reduce((least, match) => Math.min(least, match[what]), Number.POSITIVE_INFINITY);
  return matches.filter((match) => match[what] === fewest);
}

function byRelevance(a: Match, b: Match): number {
  const levels = unitLevels.indexOf(a.entry.unit.level) - unitLevels.indexOf(b.entry.unit.level);
  return b.score - a.score || levels || a.entry.order - b.entry.order;
}
