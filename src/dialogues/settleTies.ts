import type { Styled } from '../chat.js';
import { readCount } from '../domain/answers.js';
import type { TieStep } from '../domain/plan/scoring.js';
import { isKnown, type Plan } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Offer, Turn } from '../turn.js';
import type { Words } from '../words.js';
import { nameOfTieStep } from './pointWords.js';

/* What decides between entries with the same total, typed by the numbers of a list. */

/**
 * What can be compared in this contest. Whatever is still equal after that shares its place or draws lots;
 * nobody is named head of the jury.
 */
function tieSteps({ scoring: { audience, criteria } }: Plan): TieStep[] {
  const known = isKnown(criteria) ? criteria : [];
  return [
    ...(audience.mode === 'none' ? [] : (['audience'] as const)),
    ...known.map(({ id }) => `criterion:${id}` as const),
    'earlier_submission',
  ];
}

const statedTies = ({ scoring: { tieChain } }: Plan): TieStep[] => (isKnown(tieChain) ? tieChain : []);

const tieStepsLeft = (plan: Plan): TieStep[] =>
  tieSteps(plan).filter((step) => !statedTies(plan).includes(step));

export function askTieChain({ t }: Pick<Turn, 't'>, plan: Plan): Styled {
  const steps = tieSteps(plan);
  const { example } = tieWords(steps);
  return t('settle.tieAsk', { example, steps: numbered(steps, (step) => nameOfTieStep(t, plan, step)) });
}

/** How a stated chain goes on where it leaves entries tied; the ends have numbers of their own. */
export function askTieEnd({ t }: Pick<Turn, 't'>, plan: Plan): Styled {
  if (statedTies(plan).length === 0) return askTieChain({ t }, plan);
  const left = tieStepsLeft(plan);
  const stated = statedTies(plan)
    .map((step) => nameOfTieStep(t, plan, step))
    .join('; ');
  if (left.length === 0) return t('settle.tieEndChoose', { stated });
  const ends = [t.plain('settle.tieEndShared'), t.plain('settle.tieEndDraw')];
  // What is typed can't mean two things so.
  const steps = numbered([...left.map((step) => nameOfTieStep(t, plan, step)), ...ends], (name) => name);
  return t('settle.tieEndAsk', { stated, steps, ...numbersOfEnds(left) });
}

export const offersOfTieEnd = (t: Words, plan: Plan): Offer[] =>
  tieStepsLeft(plan).length > 0
    ? []
    : [
        { label: t.plain('settle.tieEndShared'), says: '0' },
        { label: t.plain('settle.tieEndDraw'), says: 'bốc thăm' },
      ];

export const readTieChain = (plan: Plan, text: string): TieStep[] => readTieSteps(tieSteps(plan), text);

export const readTieEnd = (plan: Plan, text: string): TieStep[] =>
  statedTies(plan).length === 0 ? readTieChain(plan, text) : readEnd(tieStepsLeft(plan), text);

/** `2 1 bốc thăm`: which of these steps, in which order, and what becomes of whoever is tied after them. */
function readTieSteps(steps: readonly TieStep[], text: string): TieStep[] {
  const read = tieStepsIn(steps, text);
  const { count, example } = tieWords(steps);
  if (!read) throw new Refusal('settle.tieHow', { count, example });
  return [...read.chain, read.end ?? 'shared'];
}

/** The same, where the ends stand behind the steps in one list: `1 4`. */
function readEnd(left: readonly TieStep[], text: string): TieStep[] {
  const isChosen = left.length === 0;
  const read = tieStepsIn(isChosen ? [] : [...left, ...tieEnds], text);
  const ends = [...(read?.chain.filter(isTieEnd) ?? []), ...(read?.end ? [read.end] : [])];
  const chain = [...(read?.chain.filter((step) => !isTieEnd(step)) ?? []), ends[0] ?? 'shared'];
  const isInOrder = read?.chain.every((step, index) => step === chain[index]);
  if (isInOrder && ends.length <= 1) return chain;
  if (isChosen) throw new Refusal('settle.tieEndChooseHow');
  const { shared, draw } = numbersOfEnds(left);
  throw new Refusal('settle.tieEndHow', { shared, draw });
}

const tieEnds: TieStep[] = ['shared', 'draw'];

const isTieEnd = (step: TieStep): boolean => tieEnds.includes(step);

/** `end`: what was written in words. */
function tieStepsIn(
  steps: readonly TieStep[],
  text: string,
): { chain: TieStep[]; end: TieStep | null } | null {
  const [, typed = '', words] = /^(.*?)[\s,;>-]*(boc tham|dong hang)?[.]?$/s.exec(fold(text)) ?? [];
  const end = words ? (words === 'boc tham' ? 'draw' : 'shared') : null;
  const numbers = typed
    .split(/[\s,;>-]+/)
    .filter(Boolean)
    .map(readCount);
  if ((numbers.length === 1 && numbers[0] === 0) || (numbers.length === 0 && end)) return { chain: [], end };
  const chain = numbers.flatMap((number) => (number === null ? [] : (steps[number - 1] ?? [])));
  const isWhole = chain.length === numbers.length && chain.length > 0;
  return isWhole && new Set(chain).size === chain.length ? { chain, end } : null;
}

const tieWords = ({ length }: readonly TieStep[]) => ({ count: length, example: length > 1 ? '2 1' : '1' });

const numbersOfEnds = ({ length }: readonly TieStep[]) => ({ shared: length + 1, draw: length + 2 });

const numbered = <Item>(items: readonly Item[], name: (item: Item) => string): string =>
  items.map((item, index) => `${index + 1}. ${name(item)}`).join('\n');
