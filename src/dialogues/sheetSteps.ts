import { z } from 'zod';
import { type Criterion, examplePoints, scaleOf, total } from '../actions/recordScore.js';
import type { Styled } from '../chat.js';
import { codeInFront, readEntryCode, readPoints } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import { readSheet, type SheetRead } from '../domain/sheetText.js';
import { fold, tidy } from '../domain/text.js';
import type { Offer, Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { type Answers, Fill, type Question, Reopen, type Step } from './form.js';
import { chooseOne } from './steps.js';

/** One sheet, whoever types it: its criteria one after another or all at once, a remark, and the read-back. */

const pointsText = z.string().regex(/^\d+(\.\d+)?$/);

/** The rubric is data of the contest, so it rides along in the answers and the steps are made from it. */
const rubricShape = z.array(
  z.object({ id: z.string(), label: z.string(), max: z.string(), step: z.string() }),
);

/** More criteria than any plan has; those that a contest doesn't have are never asked. */
const MOST_CRITERIA = 12;

const LONGEST_REMARK = 1_000;

/** Empty while it isn't known yet which sheet it is. */
const rubricIn = ({ rubric }: Answers): Criterion[] =>
  rubric === undefined ? [] : rubricShape.parse(rubric);

const criterionSteps: Step[] = Array.from({ length: MOST_CRITERIA }, (_, index): Step => {
  const criterionIn = (answers: Answers) => rubricIn(answers)[index];
  const needCriterion = (answers: Answers): Criterion => {
    const criterion = criterionIn(answers);
    if (!criterion) throw new Error(`no criterion ${index}`);
    return criterion;
  };
  return {
    name: `points${index}`,
    label: 'score.pointsLabel',
    when: (answers) => criterionIn(answers) !== undefined,
    answer: pointsText,
    ask: (turn, answers) => {
      const { label, max } = needCriterion(answers);
      return {
        text: turn.t('score.pointsAsk', {
          code: String(answers.code),
          number: index + 1,
          count: rubricIn(answers).length,
          label,
          max: turn.t.number(max),
        }),
      };
    },
    read: (turn, input, answers) => {
      const criterion = needCriterion(answers);
      if (input.event.kind !== 'text') throw new Refusal('score.numberPlease', { label: criterion.label });
      // What is offered beside the video, typed.
      if (fold(input.text) === fold(turn.t.plain('abstain.offer')))
        throw new Refusal('abstain.how', { code: String(answers.code) });
      const rubric = rubricIn(answers);
      const typed = behindOwnCode(input.text, answers);
      const read = readSheet(
        typed,
        rubric.map(({ label }) => label),
      );
      if (rubric.length === 1) return pointsOrRefusal(turn.t, typed, criterion);
      if (read.kind !== 'wrongCount') return new Fill(pointsFor(turn.t, rubric, read));
      return new Fill(pointsInOrder(turn.t, answers, typed, read.given));
    },
  };
});

/** Asked for from the read-back only: most sheets have no remark. */
const remarkSteps: Step[] = [
  {
    name: 'remarkAsked',
    label: 'score.remarkLabel',
    when: (answers) => answers.remarkAsked === true,
    answer: z.literal(true),
    ask: (turn) => ({ text: turn.t('score.remarkAsk', { longest: LONGEST_REMARK }) }),
    read: () => true,
  },
  {
    name: 'remark',
    label: 'score.remarkLabel',
    when: (answers) => answers.remarkAsked === true,
    answer: z.string().max(LONGEST_REMARK),
    ask: (turn) => ({
      text: turn.t('score.remarkAsk', { longest: LONGEST_REMARK }),
      choices: [{ label: turn.t.plain('score.remarkNone'), says: 'none' }],
    }),
    read: (_turn, input) => {
      if (input.says === 'none') return '';
      if (input.event.kind !== 'text') throw new Refusal('form.textPlease');
      const remark = tidy(input.text, { lines: true });
      const { length } = [...remark];
      if (length > LONGEST_REMARK) throw new Refusal('form.tooLong', { longest: LONGEST_REMARK, length });
      return remark;
    },
  },
];

/** `head`: what the read-back begins with. */
export const sheetSteps = (head: (turn: Turn, answers: Answers) => Styled): Step[] => [
  ...criterionSteps,
  ...remarkSteps,
  {
    name: 'confirm',
    label: 'form.confirm',
    answer: z.literal('yes'),
    ask: (turn, answers): Question => ({
      text: readBack(turn, answers, head(turn, answers)),
      choices: readBackOffers(turn, answers),
    }),
    read: (turn, input, answers) => {
      if (input.says === 'yes') return 'yes';
      if (input.says === 'again') return new Reopen(...criterionSteps.map(({ name }) => name));
      if (input.says === 'remark')
        return answers.remarkAsked === true ? new Reopen('remark') : new Fill({ remarkAsked: true });
      // Other points instead of a yes: they take the place of those that were read back.
      const rubric = rubricIn(answers);
      const read = readSheet(
        behindOwnCode(input.text, answers),
        rubric.map(({ label }) => label),
      );
      if (read.kind === 'points' && read.typed.every((each) => each === undefined || /^[+-]?\d/.test(each)))
        return new Fill(pointsFor(turn.t, rubric, read));
      throw chooseOne(turn);
    },
  },
];

const readBackOffers = ({ t }: Turn, answers: Answers): Offer[] => [
  { label: t.plain('score.yes'), says: 'yes' },
  { label: t.plain('score.again'), says: 'again' },
  { label: t.plain(answers.remark ? 'score.remarkChange' : 'score.remarkAdd'), says: 'remark' },
];

function readBack({ t }: Turn, answers: Answers, head: Styled): Styled {
  const rubric = rubricIn(answers);
  const points = rubric.map((_, index) => pointsText.parse(answers[`points${index}`]));
  return stack([
    head,
    stack(
      rubric.map(({ label, max }, index) =>
        t('score.line', { label, points: t.number(points[index] ?? ''), max: t.number(max) }),
      ),
      '\n',
    ),
    rubric.length > 1 && t('score.sum', { sum: t.number(total(points)), scale: t.number(scaleOf(rubric)) }),
    answers.remark ? t('score.remarkLine', { remark: String(answers.remark) }) : null,
  ]);
}

/** What a sheet form begins with. A remark that was made before stays, unless it is changed. */
export const sheetAnswers = (about: {
  code: string;
  entry: string;
  rubric: Criterion[];
  remark: string | undefined;
}): Answers => {
  const { remark, ...given } = about;
  return remark ? { ...given, remark, remarkAsked: true } : given;
};

/** What was given, once it is complete. */
export function sheetIn(answers: Answers): { points: Record<string, string>; remark: string } {
  const points = rubricIn(answers).map(({ id }, index) => [id, pointsText.parse(answers[`points${index}`])]);
  return { points: Object.fromEntries(points), remark: String(answers.remark ?? '') };
}

/** `QN-07 32 25 18` on the sheet of QN-07 is its points; refuses those of another entry, and says how they are given. */
function behindOwnCode(text: string, answers: Answers): string {
  const code = String(answers.code);
  const prefix = code.replace(/-\d+$/, '');
  const [first, ...others] = answers.judge === undefined ? sheetsTyped(text, prefix) : [text];
  if (others.length > 0)
    throw new Refusal('score.oneSheet', { first, others: others.map((line) => `/cham ${line}`).join('\n') });
  const named = /^\p{L}/u.test(text) ? codeInFront(text, prefix) : null;
  if (!named || named.rest === '') return text;
  const other = readEntryCode(named.code, prefix);
  if (other !== null && other !== code) {
    const points = named.rest;
    if (answers.judge === undefined) throw new Refusal('score.otherEntry', { code, other, points });
    throw new Refusal('onPaper.otherEntry', { code, other, points, name: String(answers.name) });
  }
  return named.rest;
}

/** What was typed at one criterion, for that and those that follow it and have no points yet. */
function pointsInOrder(t: Words, answers: Answers, text: string, given: number): Answers {
  const open = rubricIn(answers).flatMap((criterion, index) =>
    answers[`points${index}`] === undefined ? [{ criterion, name: `points${index}` }] : [],
  );
  const [first] = open;
  if (!first) throw new Error('no criterion is open');
  if (given > open.length)
    throw new Refusal('score.tooMany', {
      given,
      count: open.length,
      criteria: open.map(({ criterion: { label, max } }) => `${label} (${t.number(max)})`).join(', '),
    });
  const next = open.slice(0, given);
  const read = readSheet(
    text,
    next.map(({ criterion }) => criterion.label),
  );
  if (given < 2 || read.kind !== 'points') return { [first.name]: pointsOrRefusal(t, text, first.criterion) };
  return Object.fromEntries(
    next.map(({ criterion, name }, at) => [name, pointsOrRefusal(t, read.typed[at] ?? '', criterion)]),
  );
}

/** The points that were typed, each within its bounds; some may be missing where they were named. */
function pointsFor(t: Words, rubric: Criterion[], read: SheetRead, example = examplePoints(rubric)): Answers {
  const count = rubric.length;
  const criteria = rubric.map(({ label, max }) => `${label} (${t.number(max)})`).join(', ');
  switch (read.kind) {
    case 'points':
      return Object.fromEntries(
        rubric.flatMap((criterion, index) => {
          const typed = read.typed[index];
          return typed === undefined ? [] : [[`points${index}`, pointsOrRefusal(t, typed, criterion)]];
        }),
      );
    case 'wrongCount':
      if (read.given === 0) throw new Refusal('score.inDigits', { count, criteria, example });
      throw new Refusal('score.wrongCount', { count, criteria, example, given: read.given });
    case 'mixed':
      throw new Refusal('score.mixed', { count, criteria, example });
    case 'noSuchCriterion':
      throw new Refusal('score.noSuchCriterion', { count, criteria, example, typed: read.typed });
    case 'ambiguous':
      throw new Refusal('score.whichCriterion', { typed: read.typed, criteria: read.criteria.join('; ') });
    case 'twice':
      throw new Refusal('score.twice', { criterion: read.criterion });
  }
}

function pointsOrRefusal(t: Words, text: string, criterion: Criterion): string {
  const read = readPoints(text, criterion);
  const about = {
    label: criterion.label,
    typed: text,
    max: t.number(criterion.max),
    step: t.number(criterion.step),
  };
  switch (read.kind) {
    case 'points':
      return read.points;
    case 'unreadable':
      throw new Refusal('score.unreadable', about);
    case 'otherScale':
      throw new Refusal('score.otherScale', about);
    case 'tooHigh':
      throw new Refusal('score.tooHigh', about);
    case 'tooLow':
      throw new Refusal('score.tooLow', about);
    case 'offStep':
      if (criterion.step === '1') throw new Refusal('score.wholeOnly', about);
      throw new Refusal('score.offStep', about);
  }
}

/** What stands behind an entry's code, as answers: all points in order, or some by the names of criteria. */
export const pointsBehind = (t: Words, rubric: Criterion[], typed: string, command: string): Answers =>
  pointsFor(
    t,
    rubric,
    readSheet(
      typed,
      rubric.map(({ label }) => label),
    ),
    `${command} ${examplePoints(rubric)}`,
  );

/**
 * Several sheets in one message, each on a line of its own with its entry's code: those lines. Else the text alone.
 * `called`: behind a command a number can be the code, and its points may be missing.
 */
export function sheetsTyped(
  text: string,
  prefix: string,
  called = false,
): [first: string, ...others: string[]] {
  const lines = text
    .split('\n')
    .map((line) => line.trim().replace(/^[-•*]\s*/, ''))
    .filter((line) => line !== '');
  const isSheet = (line: string): boolean => {
    const named = codeInFront(line, prefix);
    const hasCode = named !== null && /^[a-z]/i.test(named.code);
    return called ? hasCode || /^\d{1,4}[\s:;,]+\S*\d/.test(line) : hasCode && /\d/.test(named.rest);
  };
  const [first, ...others] = lines;
  return first !== undefined && others.length > 0 && lines.every(isSheet) ? [first, ...others] : [text];
}

/** `QN 07 32 25,5 18` and `QN-07: 32; 25,5; 18` alike: the code, and what stands behind it. */
export function splitArgs(args: string): [code: string, sheet: string] {
  const joined = args.trim().replace(/^([a-z]+)[\s-]+(\d)/i, '$1-$2');
  const [, code = '', sheet = ''] = /^([^\s:;,]+)[\s:;,]*(.*)$/s.exec(joined) ?? [];
  return [code, sheet];
}
