import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { entryByCode, entryName } from '../actions/entries.js';
import {
  type Criterion,
  examplePoints,
  judgeProgress,
  mayScore,
  recordScore,
  rubricOf,
  scaleOf,
  sheetOf,
  total,
} from '../actions/recordScore.js';
import { unitName } from '../actions/registrations.js';
import { needOpenSeat, needSeats, seatFor, seatNow, windowOfSeat } from '../actions/seats.js';
import type { Styled } from '../chat.js';
import { readPoints } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import type { Seat } from '../domain/selection.js';
import type { StoredEntry } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { type Answers, beginForm, Fill, type Form, type Question, Reopen, type Step } from './form.js';
import { showVideo } from './showVideo.js';
import { chooseOne, confirmStep } from './steps.js';

/** A judge scores an entry: one criterion after another or all at once, read back, confirmed. */

const pointsText = z.string().regex(/^\d+(\.\d+)?$/);

/** The rubric is data of the contest, so it rides along in the answers and the steps are made from it. */
const rubricShape = z.array(
  z.object({ id: z.string(), label: z.string(), max: z.string(), step: z.string() }),
);

const criterionSteps = (most: number): Step[] =>
  Array.from({ length: most }, (_, index): Step => {
    const criterionIn = (answers: Answers) => rubricShape.parse(answers.rubric)[index];
    return {
      name: `points${index}`,
      label: 'score.pointsLabel',
      when: (answers) => criterionIn(answers) !== undefined,
      answer: pointsText,
      ask: (turn, answers) => {
        const criterion = criterionIn(answers);
        if (!criterion) throw new Error(`no criterion ${index}`);
        return {
          text: turn.t('score.pointsAsk', {
            code: String(answers.code),
            number: index + 1,
            count: rubricShape.parse(answers.rubric).length,
            label: criterion.label,
            max: turn.t.number(criterion.max),
          }),
        };
      },
      read: (turn, input, answers) => {
        const criterion = criterionIn(answers);
        if (!criterion) throw new Error(`no criterion ${index}`);
        if (input.event.kind !== 'text') throw new Refusal('score.numberPlease', { label: criterion.label });
        const rubric = rubricShape.parse(answers.rubric);
        const typed = splitPoints(input.text);
        if (rubric.length > 1 && typed.length === rubric.length)
          return new Fill(pointsFor(turn.t, rubric, typed));
        return pointsOrRefusal(turn.t, input.text, criterion);
      },
    };
  });

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
    case 'tooHigh':
      throw new Refusal('score.tooHigh', about);
    case 'tooLow':
      throw new Refusal('score.tooLow', about);
    case 'offStep':
      if (criterion.step === '1') throw new Refusal('score.wholeOnly', about);
      throw new Refusal('score.offStep', about);
  }
}

/** More criteria than any plan has; those that a contest doesn't have are never asked. */
const MOST_CRITERIA = 12;

export const score: Form = {
  name: 'score',
  version: 1,
  title: 'score.title',
  restartable: true,
  stays: 'score.stays',
  steps: [
    ...criterionSteps(MOST_CRITERIA),
    {
      ...confirmStep({ ask: readBack, yes: 'score.yes', change: [] }),
      ask: async (turn, answers): Promise<Question> => ({
        text: readBack(turn, answers),
        choices: [
          { label: turn.t.plain('score.yes'), says: 'yes' },
          { label: turn.t.plain('score.again'), says: 'again' },
        ],
      }),
      read: (turn, input, answers) => {
        if (input.says === 'yes') return 'yes';
        if (input.says === 'again')
          return new Reopen(...criterionSteps(MOST_CRITERIA).map(({ name }) => name));
        // Other points instead of a yes: they take the place of those that were read back.
        const rubric = rubricShape.parse(answers.rubric);
        const typed = splitPoints(input.text);
        if (typed.length === rubric.length && typed.every((each) => /^[+-]?\d/.test(each)))
          return new Fill(pointsFor(turn.t, rubric, typed));
        throw chooseOne(turn);
      },
    },
  ],
  async finish(turn, answers) {
    const contest = await contestOf(turn);
    const entry = await entryByCode(turn, contest, String(answers.code));
    const rubric = rubricShape.parse(answers.rubric);
    const points = Object.fromEntries(
      rubric.map(({ id }, index) => [id, pointsText.parse(answers[`points${index}`])]),
    );
    const sheet = await recordScore(turn, contest, entry, points);
    const { t } = turn;
    const saved = t('score.saved', {
      code: entry.code,
      sum: t.number(sheet.sum),
      scale: t.number(scaleOf(rubric)),
    });
    const seat = seatFor(contest, await needSeats(turn, contest), entry);
    await sayProgress(turn, seat, { after: entry.code, first: saved });
  },
};

function readBack(turn: Turn, answers: Answers) {
  const { t } = turn;
  const rubric = rubricShape.parse(answers.rubric);
  const points = rubric.map((_, index) => pointsText.parse(answers[`points${index}`]));
  return stack([
    t('score.readBack', { entry: String(answers.entry) }),
    stack(
      rubric.map(({ label, max }, index) =>
        t('score.line', { label, points: t.number(points[index] ?? ''), max: t.number(max) }),
      ),
      '\n',
    ),
    t('score.sum', { sum: t.number(total(points)), scale: t.number(scaleOf(rubric)) }),
  ]);
}

/** `/cham`, `/cham QN-07`, `/cham QN-07 32 25 18`. */
export async function beginScoring(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  const seats = await needSeats(turn, contest);
  const seat = await seatNow(turn, contest, seats);
  if (seats.length === 1) await needOpenSeat(turn, contest, seat);
  const rubric = rubricOf(contest);
  const { t } = turn;
  if (!args) {
    await needOpenSeat(turn, contest, seat);
    const { next } = await judgeProgress(turn, contest, { judge: turn.person, seat });
    if (!next) return sayProgress(turn, seat);
    return openSheet(turn, seat, next, rubric);
  }
  const [codeText, ...pointTexts] = splitArgs(args);
  const entry = await entryByCode(turn, contest, codeText ?? '');
  const own = await mayScore(turn, contest, entry);
  if (pointTexts.length === 0) return openSheet(turn, own, entry, rubric);
  if (pointTexts.length !== rubric.length)
    throw new Refusal('score.wrongCount', {
      given: pointTexts.length,
      count: rubric.length,
      criteria: rubric.map(({ label, max }) => `${label} (${t.number(max)})`).join(', '),
      example: `/cham ${entry.code} ${examplePoints(rubric)}`,
    });
  await beginForm(turn, score, {
    ...pointsFor(t, rubric, pointTexts),
    code: entry.code,
    entry: entryName(entry),
    rubric,
  });
}

const pointsFor = (t: Words, rubric: Criterion[], typed: string[]): Answers =>
  Object.fromEntries(
    rubric.map((criterion, index) => [`points${index}`, pointsOrRefusal(t, typed[index] ?? '', criterion)]),
  );

/** `QN 07 32 25,5 18` and `QN-07: 32; 25,5; 18` alike. */
const splitArgs = (args: string): string[] => splitPoints(args.replace(/^([a-z]+)[\s-]+(\d)/i, '$1-$2'));

const splitPoints = (text: string): string[] => text.split(/[\s;:+]+|,(?!\d)/).filter((part) => part !== '');

async function openSheet(turn: Turn, seat: Seat, entry: StoredEntry, rubric: Criterion[]): Promise<void> {
  const contest = await contestOf(turn);
  const { t } = turn;
  const before = await sheetOf(turn, contest, seat, entry.code);
  const about = stack([
    t('score.entry', { entry: entryName(entry), team: entry.team, unit: unitName(contest, entry.unit) }),
    before && t('score.before', { sum: t.number(before.sum), scale: t.number(scaleOf(rubric)) }),
  ]);
  await showVideo(turn, entry, about);
  await beginForm(turn, score, { code: entry.code, entry: entryName(entry), rubric });
}

/** How far this judge is, and the next one in one tap. */
async function sayProgress(
  turn: Turn,
  seat: Seat,
  { after, first = null }: { after?: string; first?: Styled | null } = {},
): Promise<void> {
  const contest = await contestOf(turn);
  const { t } = turn;
  const { entries, scored, next } = await judgeProgress(turn, contest, { judge: turn.person, seat, after });
  const { closes } = windowOfSeat(contest, seat);
  const numbers = { scored: scored.size, count: entries.length, left: entries.length - scored.size };
  const progress = next
    ? t('score.progress', { ...numbers, closes: t.moment(closes) })
    : t('score.allDone', { ...numbers, closes: t.moment(closes) });
  const offers: Offer[] = next
    ? [{ label: t.plain('score.next', { code: next.code }), says: `/cham ${next.code}` }]
    : [];
  turn.say(stack([first, progress]), [...offers, { label: t.plain('score.list'), says: '/phieu' }]);
}

/** `/phieu`: a judge's own sheets, and what is left. */
export async function showSheets(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const seats = await needSeats(turn, contest);
  const now = await seatNow(turn, contest, seats);
  const { next } = await judgeProgress(turn, contest, { judge: turn.person, seat: now });
  const texts: Styled[] = [];
  for (const seat of seats) texts.push(await describeSheets(turn, contest, seat, seats.length > 1));
  turn.say(
    stack(texts),
    next ? [{ label: turn.t.plain('score.next', { code: next.code }), says: `/cham ${next.code}` }] : [],
  );
}

/** `named`: whoever sits in several places reads which one it is. */
async function describeSheets(turn: Turn, contest: Contest, seat: Seat, named: boolean): Promise<Styled> {
  const { t } = turn;
  const { entries, scored, next } = await judgeProgress(turn, contest, { judge: turn.person, seat });
  const lines = entries.map((entry) => {
    const sheet = scored.get(entry.code);
    return sheet
      ? t('score.sheetLine', {
          entry: entryName(entry),
          sum: t.number(sheet.sum),
          points: Object.values(sheet.points).map(t.number).join(' + '),
        })
      : t('score.sheetOpen', { entry: entryName(entry) });
  });
  const { closes } = windowOfSeat(contest, seat);
  return stack([
    named &&
      (seat.round === null
        ? t('score.inFinal')
        : t('score.inSelection', { unit: unitName(contest, seat.unit) })),
    t('score.sheets', { scored: scored.size, count: entries.length, closes: t.moment(closes) }),
    entries.length > 0 ? stack(lines, '\n') : t('score.noEntries'),
    entries.length > 0 && t('score.howToChange', { code: (next ?? entries[0])?.code ?? '' }),
  ]);
}
