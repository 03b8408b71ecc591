import { fold } from './text.js';

/*
 * What a judge types for a whole sheet: `32 25,5 18`, `30/40 25/30 28/30`, `nội dung 30, hình thức 25`,
 * `nd 30 ht 25`. What could mean two things is returned as a question, never guessed.
 */

export type SheetRead =
  /** What was typed for each criterion; `undefined` where only some were named. */
  | { kind: 'points'; typed: (string | undefined)[] }
  | { kind: 'wrongCount'; given: number }
  | { kind: 'ambiguous'; typed: string; criteria: string[] }
  | { kind: 'noSuchCriterion'; typed: string }
  | { kind: 'twice'; criterion: string }
  /** Some points have a name beside them and some haven't. */
  | { kind: 'mixed' };

/** Words that people put around names and points, and that say nothing. */
const FILLING = new Set(['diem', 'd', 'la', 'cho', 'duoc', 'va', 'tieu', 'chi']);

type Part = { kind: 'name' | 'points'; text: string };

export function readSheet(text: string, labels: readonly string[]): SheetRead {
  const tokens = tokensIn(text);
  const parts = partsOf(tokens);
  const points = parts.filter(({ kind }) => kind === 'points').map((part) => part.text);
  const names = parts.filter(({ kind }) => kind === 'name').map((part) => part.text);
  const isNamed = names.some((name) => criteriaNamed(name, labels).length > 0);
  if (names.length === 0 || (!isNamed && parts[0]?.kind === 'points' && tokens.length === labels.length)) {
    const typed = names.length === 0 ? points : tokens;
    return typed.length === labels.length
      ? { kind: 'points', typed }
      : { kind: 'wrongCount', given: typed.length };
  }
  // Names stand before their points or behind them, but the same way in all of the message.
  const [first, second] = parts[0]?.kind === 'name' ? ['name', 'points'] : ['points', 'name'];
  if (
    points.length !== names.length ||
    parts.some(({ kind }, at) => kind !== (at % 2 === 0 ? first : second))
  )
    return points.length > 0 || isNamed ? { kind: 'mixed' } : { kind: 'wrongCount', given: 0 };
  return byName(names, points, labels);
}

function byName(names: string[], points: string[], labels: readonly string[]): SheetRead {
  const typed = new Array<string | undefined>(labels.length).fill(undefined);
  for (const [index, name] of names.entries()) {
    const [only, ...others] = criteriaNamed(name, labels);
    if (only === undefined) return { kind: 'noSuchCriterion', typed: name };
    if (others.length > 0)
      return {
        kind: 'ambiguous',
        typed: name,
        criteria: [only, ...others].map((each) => labels[each] ?? ''),
      };
    if (typed[only] !== undefined) return { kind: 'twice', criterion: labels[only] ?? '' };
    typed[only] = points[index];
  }
  return { kind: 'points', typed };
}

/** Which criteria a name can mean: by all of it, by words in it, by the first letters of its words. */
function criteriaNamed(name: string, labels: readonly string[]): number[] {
  const said = wordsOf(name);
  const indexes = [...labels.keys()];
  const by = (isMeant: (words: string[], all: string[]) => boolean) =>
    indexes.filter((index) => {
      const all = wordsOf(labels[index] ?? '');
      return isMeant(withoutFilling(all), all);
    });
  const exact = by((words) => words.join(' ') === said.join(' '));
  if (exact.length > 0) return exact;
  return by(
    (words, all) =>
      ` ${words.join(' ')} `.includes(` ${said.join(' ')} `) ||
      (said.length === 1 &&
        (said[0] ?? '').length > 1 &&
        [words, all].some((each) => initials(each).startsWith(said[0] ?? ''))),
  );
}

const initials = (words: string[]): string => words.map((word) => word[0]).join('');

/** What is typed has lost its filling words, so a label that has some is looked at without them. */
const withoutFilling = (words: string[]): string[] => words.filter((word) => !FILLING.has(word));

const wordsOf = (label: string): string[] => fold(label).match(/[\p{L}\d]+/gu) ?? [];

/** `8 rưỡi`, `30 / 40` and `nd30` each hold what belongs together, or apart. */
const tokensIn = (text: string): string[] =>
  text
    .replace(/(\d)\s*\/\s*(\d)/g, '$1/$2')
    .replace(/(\p{L}{2,})[-–]?(\d)/gu, '$1 $2')
    // `40-25-18`, but `-5` is a number below 0.
    .replace(/(\d)(?:[-–]|\s+[-–]\s+)(?=\d)/g, '$1 ')
    .replace(/(\d)\s+(rưỡi|ruoi)(?!\p{L})/giu, '$1_$2')
    .split(/[\s;:+=]+|,(?!\d)/)
    .map((token) => token.replace('_', ' '))
    .filter((token) => token !== '' && !/^[-–—•*]$/.test(token) && !FILLING.has(fold(token)));

function partsOf(tokens: string[]): Part[] {
  const parts: Part[] = [];
  for (const text of tokens) {
    const before = parts.at(-1);
    if (/\d/.test(text)) parts.push({ kind: 'points', text });
    else if (before?.kind === 'name') before.text += ` ${text}`;
    else parts.push({ kind: 'name', text });
  }
  return parts;
}
