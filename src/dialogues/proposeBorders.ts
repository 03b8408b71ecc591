import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { needChanged } from '../actions/proposeResult.js';
import { latestResult, type RankedNow, rankNow } from '../actions/publishResults.js';
import type { Styled } from '../chat.js';
import type { Prize } from '../domain/plan.js';
import { atBorder, type Border, type Undecided } from '../domain/prizes.js';
import type { Offer, Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import type { Answers, Step } from './form.js';
import { describeAgreed } from './resultWords.js';
import { choiceStep, chooseOne, textStep } from './steps.js';

/*
 * Where a shared place reaches over a border between prizes and the plan has no rule, the head judge is asked, one
 * border after the other: what is decided of one may open the next.
 */

const MOST_BORDERS = 5;
const numbers = Array.from({ length: MOST_BORDERS }, (_, index) => index + 1);

const decided = z.strictObject({
  codes: z.array(z.string()),
  prizes: z.array(z.string()),
  to: z.enum(['higher', 'lower', 'open']),
  /** Is there another border to be decided? */
  more: z.boolean(),
});
type Decided = z.output<typeof decided>;

const borderName = (number: number): string => `border${number}`;
const reasonName = (number: number): string => `borderReason${number}`;

const decidedIn = (answers: Answers, number: number): Decided | undefined =>
  decided.safeParse(answers[borderName(number)]).data;

/** What the form is begun with: is there a border at all, and one that was decided for what is published? */
export const bordersToAsk = ({ borders, prizes }: RankedNow): Answers => ({
  hasBorders: borders.length > 0,
  hasKept: prizes.agreed !== undefined,
});

/** Is what was decided for the published result decided again? */
export const decidesAnew = ({ keptBorders }: Answers): boolean => keptBorders === 'anew';

const anyKept = choiceStep({
  name: 'keptBorders',
  label: 'propose.keptLabel',
  when: ({ hasKept }) => hasKept === true,
  ask: async (turn, answers) => {
    const { prizes } = await rankDecided(turn, { ...answers, keptBorders: 'keep' }, 0);
    return stack([turn.t('propose.keptAsk'), describeAgreed(turn.t, prizes)], '\n');
  },
  offers: { keep: (t) => t.plain('propose.keptKeep'), anew: (t) => t.plain('propose.keptAnew') },
});

/** Where nothing else is open and nothing has changed, keeping them leaves nothing to be corrected. */
const keptStep: Step = {
  ...anyKept,
  read: async (turn, input, answers) => {
    const answer = await anyKept.read(turn, input, answers);
    if (answer !== 'keep') return answer;
    const contest = await contestOf(turn);
    const ranked = await rankDecided(turn, {});
    if (ranked.borders.length === 0)
      await needChanged(turn, contest, await latestResult(turn, contest), ranked);
    return answer;
  },
};

const eachBorder: Step[] = numbers.flatMap((number): Step[] => [
  {
    name: borderName(number),
    label: 'propose.borderLabel',
    when: (answers) =>
      number === 1
        ? answers.hasBorders === true || decidesAnew(answers)
        : decidedIn(answers, number - 1)?.more === true,
    answer: decided,
    ask: async (turn, answers) => {
      const border = await nextBorder(turn, answers, number);
      if (!border) return { text: turn.t('propose.changed') };
      return { text: asked(turn.t, border), choices: offers(turn.t, border) };
    },
    read: async (turn, input, answers) => {
      const border = await nextBorder(turn, answers, number);
      const to = decided.shape.to.safeParse(input.says);
      if (!border || !to.success) throw chooseOne(turn);
      const own = {
        codes: border.codes,
        prizes: border.prizes.map(({ id }) => id),
        to: to.data,
        more: false,
      };
      const after = { ...answers, [borderName(number)]: own, [reasonName(number)]: '' };
      return { ...own, more: (await nextBorder(turn, after, number + 1)) !== undefined };
    },
  },
  textStep({
    name: reasonName(number),
    label: 'propose.borderReasonLabel',
    when: (answers) => ['higher', 'lower'].includes(decidedIn(answers, number)?.to ?? ''),
    length: [5, 300],
    ask: ({ t }) => t('propose.borderReasonAsk'),
  }),
]);

export const borderSteps: Step[] = [keptStep, ...eachBorder];

/** What was decided before this border, or in all. */
export function bordersIn(answers: Answers, before = MOST_BORDERS + 1): Border[] {
  return numbers
    .filter((number) => number < before)
    .flatMap((number) => {
      const own = decidedIn(answers, number);
      if (!own || own.to === 'open') return [];
      const { codes, prizes, to } = own;
      return [{ codes, prizes, to, reason: String(answers[reasonName(number)] ?? '') }];
    });
}

/** As it would be proposed: with what was decided for the published result, and then in these answers. */
export async function rankDecided(turn: Turn, answers: Answers, before?: number): Promise<RankedNow> {
  const contest = await contestOf(turn);
  const { borders = [] } = (await latestResult(turn, contest)) ?? {};
  const kept = decidesAnew(answers) ? [] : borders;
  return rankNow(turn, contest, [...kept, ...bordersIn(answers, before)]);
}

/** The first that is still undecided, and was not left so. */
async function nextBorder(turn: Turn, answers: Answers, number: number): Promise<Undecided | undefined> {
  const { borders } = await rankDecided(turn, answers, number);
  const left = numbers.filter((each) => each < number).flatMap((each) => decidedIn(answers, each) ?? []);
  return borders.find(({ codes }) => !left.some((own) => own.codes.join() === codes.join()));
}

function asked(t: Words, { codes, prizes }: Undecided): Styled {
  const about = { codes: codes.join(', '), prizes: counted(t, prizes) };
  return t(prizes.length < codes.length ? 'propose.borderTooFew' : 'propose.borderAsk', about);
}

/** "1 Giải Nhất, 1 Giải Nhì". */
function counted(t: Words, prizes: readonly Prize[]): string {
  const kinds = [...new Set(prizes)];
  return kinds
    .map((prize) =>
      t.plain('propose.borderCounted', {
        count: prizes.filter((each) => each === prize).length,
        prize: prize.title,
      }),
    )
    .join(', ');
}

function offers(t: Words, { codes, prizes }: Undecided): Offer[] {
  const label = (to: Border['to']) => {
    const prize = atBorder(prizes, codes.length, to);
    return prize ? t.plain('propose.borderAll', { prize: prize.title }) : t.plain('propose.borderNone');
  };
  return [
    { label: label('higher'), says: 'higher' },
    { label: label('lower'), says: 'lower' },
    { label: t.plain('propose.borderOpen'), says: 'open' },
  ];
}

/** What is still open as the proposal stands, said before it is made. */
export const describeLeftOpen = (t: Words, borders: readonly Undecided[]): Styled =>
  stack(
    borders.map(({ codes, prizes }) =>
      t('propose.sureOpen', { codes: codes.join(', '), prizes: counted(t, prizes) }),
    ),
    '\n',
  );
