import { tidy } from '../text.js';
import { entriesOf, type Tree } from './entries.js';
import { hamletIn, isHamlet } from './hamlet.js';
import { bestMatch, type Match, typedAs, withoutWorse } from './match.js';
import { mostSyllables, openSieve } from './sieve.js';
import { accentKey, syllables } from './syllables.js';
import { type Former, type Unit, type UnitLevel, unitLevels } from './unit.js';
import { Vocabulary } from './vocabulary.js';

export type UnitSearch = { level?: UnitLevel; under?: string; limit?: number };

/** A unit, and why it was found: by its name, or by one it had before. */
export type UnitFound = {
  unit: Unit;
  /** The former name that was typed; `null` if it was the name it has now. */
  former: Former | null;
  /** The hamlet that was typed before it, as it was typed. */
  hamlet: string | null;
};

/** A syllable as it was typed, with its accents, and where in the text its word begins. */
type Word = { syllable: string; accents: string; offset: number };

/** Prepares a list of units once, so that a search over all of Vietnam takes a few milliseconds. */
export function searchIndex(tree: Tree): (query: string, options: UnitSearch) => UnitFound[] {
  const vocabulary = new Vocabulary();
  const { entries, surroundings } = entriesOf(tree, vocabulary);
  const candidates = openSieve(entries, surroundings, vocabulary);
  const gluedNames = new Map(entries.map(({ unit, former }) => gluedName(former?.name ?? unit.name)));
  const separated = (syllable: string): string[] =>
    vocabulary.has(syllable) ? [syllable] : (gluedNames.get(syllable) ?? [syllable]);

  const wordsOf = (text: string): Word[] =>
    [...text.matchAll(/[\p{L}\p{M}\d]+/gu)]
      .flatMap(({ 0: word, index: offset }) =>
        syllables(word)
          .flatMap(separated)
          .map((syllable, _, { length }) => ({
            syllable,
            accents: length === 1 ? accentKey(word) : '',
            offset,
          })),
      )
      // What follows is a letter, not a name.
      .slice(0, mostSyllables);

  function matches(words: Word[], how: How, { level, under }: UnitSearch): Match[] {
    const like = words.map(({ syllable }, index) =>
      (how === 'spelt' ? vocabulary.spelt : vocabulary.misspelt).call(
        vocabulary,
        syllable,
        index === words.length - 1,
      ),
    );
    const typed = typedAs(
      like,
      words.map(({ accents }) => accents),
    );
    const found: Match[] = [];
    let fewest = Number.POSITIVE_INFINITY;
    for (const { entry, faults } of candidates(like)) {
      if (faults > fewest) break;
      if (level !== undefined && entry.unit.level !== level) continue;
      if (under !== undefined && entry.unit.code !== under && !entry.partOf.has(under)) continue;
      const match = bestMatch(entry, typed);
      if (!match || (how === 'whole' && !match.whole)) continue;
      fewest = Math.min(fewest, match.faults);
      found.push(match);
    }
    return withoutWorse(found).sort(byRelevance);
  }

  return (query, options) => {
    const { limit = 10 } = options;
    const answer = (found: Match[], hamletOf: (match: Match) => string | null): UnitFound[] =>
      bestOfEachUnit(found)
        .slice(0, limit)
        .map((match) => ({ unit: match.entry.unit, former: match.entry.former, hamlet: hamletOf(match) }));

    const text = tidy(query);
    const words = wordsOf(text);
    const split = hamletIn(query);
    const restWords = wordsOf(split?.rest ?? '');
    for (const how of ['spelt', 'misspelt'] as const) {
      const inAll = matches(words, how, options);
      if (isSure(inAll, how)) {
        // A name that fits in part ("Chiềng Mung, Sơn La") may hide one with a letter wrong ("Mường La").
        const isFull = inAll.length >= limit || inAll.some(({ whole }) => whole);
        const near = isFull ? [] : matches(words, 'whole', options);
        return answer([...inAll, ...near.filter(({ unmatched }) => unmatched === 0)], () => null);
      }
      const inRest = split ? matches(restWords, how, options) : [];
      if (split && inRest.length > 0 && (how === 'misspelt' || isSure(inRest, how)))
        return answer(inRest, () => split.hamlet);
      if (how === 'misspelt')
        return answer(inAll, ({ start }) => hamletBefore(text, words[start]?.offset ?? 0));
    }
    return [];
  };
}

/** Letters as they are; with one wrong in a syllable; the same, but only names that were typed in full. */
type How = 'spelt' | 'misspelt' | 'whole';

/** Everything that was typed fits, and whatever may be misspelt has been tried. */
const isSure = ([best]: Match[], how: How): boolean =>
  best !== undefined && (how === 'spelt' ? best.faults : best.unmatched) === 0;

const gluedName = (name: string): [string, string[]] => {
  const words = syllables(name);
  return [words.join(''), words];
};

/** Everything before the unit's name, if it begins as the name of a hamlet. */
function hamletBefore(text: string, end: number): string | null {
  const before = text.slice(0, end).replace(/[\s,;.–-]+$/u, '');
  return isHamlet(before) ? before : null;
}

function byRelevance(a: Match, b: Match): number {
  const levels = unitLevels.indexOf(a.entry.unit.level) - unitLevels.indexOf(b.entry.unit.level);
  return b.score - a.score || levels || a.entry.order - b.entry.order;
}

function bestOfEachUnit(matches: Match[]): Match[] {
  const seen = new Set<Unit>();
  return matches.filter(({ entry: { unit } }) => !seen.has(unit) && seen.add(unit));
}
