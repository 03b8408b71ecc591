import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { judgesOnPaper, enterSheet as keepSheet, mayEnterSheet } from '../actions/enterSheet.js';
import { entryByCode, entryName } from '../actions/entries.js';
import { needOpenSeat } from '../actions/locks.js';
import { rubricOf } from '../actions/recordScore.js';
import { openRubric } from '../actions/runStage.js';
import { type SeatedJudge, seatsHeld } from '../actions/seats.js';
import { isOnStage } from '../actions/stageClosings.js';
import { codeInFront } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import { fold, tidy } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { Again, beginForm, Fill, type Form, type Question, type Step } from './form.js';
import { pointsBehind, sheetAnswers, sheetIn, sheetSteps, splitArgs } from './sheetSteps.js';
import { chooseOne } from './steps.js';

/** `/nhapphieu`: a secretary types what a judge wrote on paper. */

const whose = ({ t }: Turn, judges: SeatedJudge[]): Question => ({
  text: t('onPaper.judgeAsk'),
  choices: judges.map(({ name, person }) => ({ label: name, says: person })),
});

const named = (judges: SeatedJudge[], typed: string): SeatedJudge[] => {
  const exact = judges.filter(({ name }) => fold(name) === fold(typed));
  return exact.length > 0 ? exact : judges.filter(({ name }) => fold(name).includes(fold(typed)));
};

const judgeStep: Step = {
  name: 'judge',
  label: 'onPaper.judgeLabel',
  answer: z.string(),
  ask: async (turn) => whose(turn, await judgesOnPaper(turn, await contestOf(turn))),
  read: async (turn, input) => {
    const judges = await judgesOnPaper(turn, await contestOf(turn));
    const chosen = judges.find(({ person }) => person === input.says);
    if (chosen) return chosen.person;
    const [only, ...others] = input.text === '' ? [] : named(judges, input.text);
    if (!only) throw chooseOne(turn);
    return others.length > 0 ? new Again(whose(turn, [only, ...others])) : only.person;
  },
};

const entryStep: Step = {
  name: 'code',
  label: 'onPaper.entryLabel',
  answer: z.string(),
  ask: (turn) => ({ text: turn.t('onPaper.entryAsk') }),
  read: async (turn, input, answers) => {
    if (input.event.kind !== 'text') throw new Refusal('form.textPlease');
    return new Fill(await opened(turn, String(answers.judge), input.text));
  },
};

/** The entry, and its points where they stand behind its code. */
async function opened(turn: Turn, person: string, text: string) {
  const [codeText, typed] = splitArgs(text);
  const contest = await contestOf(turn);
  const entry = await entryByCode(turn, contest, codeText);
  const { judge, seat, before } = await mayEnterSheet(turn, contest, person, entry);
  const { code } = entry;
  const rubric = isOnStage(contest, seat)
    ? (await openRubric(turn, contest, code)).rubric
    : rubricOf(contest);
  return {
    ...sheetAnswers({ code, entry: entryName(entry), rubric, remark: before?.remark }),
    ...(typed !== '' && pointsBehind(turn.t, rubric, typed, `/nhapphieu ${judge.name}: ${code}`)),
    name: judge.name,
  };
}

/** What rides along with the entry, and is never asked by itself. */
const carried = (name: string, answer: z.ZodType): Step => ({
  name,
  label: 'onPaper.entryLabel',
  when: (answers) => name in answers,
  answer,
  ask: (turn) => ({ text: turn.t('onPaper.entryAsk') }),
  read: () => undefined,
});

export const enterSheet: Form = {
  name: 'enterSheet',
  version: 1,
  title: 'onPaper.title',
  steps: [
    judgeStep,
    entryStep,
    carried('entry', z.string()),
    carried('name', z.string()),
    carried('rubric', z.array(z.unknown())),
    ...sheetSteps(({ t }, { name, entry }) =>
      t('onPaper.readBack', { name: String(name), entry: String(entry) }),
    ),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    const contest = await contestOf(turn);
    const entry = await entryByCode(turn, contest, String(answers.code));
    const judge = String(answers.judge);
    const { name, sum, scale } = await keepSheet(turn, contest, { judge, entry, ...sheetIn(answers) });
    turn.say(t('onPaper.saved', { name, code: entry.code, sum: t.number(sum), scale: t.number(scale) }), [
      { label: t.plain('onPaper.next', { name }), says: `/nhapphieu ${name}` },
      { label: t.plain('onPaper.nextJudge'), says: '/nhapphieu' },
    ]);
  },
};

/** `/nhapphieu`, `/nhapphieu Lê Giám`, `/nhapphieu Lê Giám: QN-07 32 25 18`, with or without the colon; the entry may come first. */
export async function beginPaperSheet(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  const judges = await judgesOnPaper(turn, contest);
  if (judges.length === 0) throw new Refusal('selection.noJudges');
  rubricOf(contest);
  const [seat, ...others] = seatsHeld(judges);
  if (seat && others.length === 0) await needOpenSeat(turn, contest, seat);
  const found = meantIn(contest, judges, args);
  if (!found) return beginForm(turn, enterSheet);
  const { person, sheet } = found;
  await beginForm(turn, enterSheet, {
    judge: person,
    ...(sheet !== '' && (await opened(turn, person, sheet))),
  });
}

/** The same with the entry before its judge: `QN-07 Lê Giám 32 25 18`. */
function meantIn({ plan }: Contest, judges: SeatedJudge[], args: string): ReturnType<typeof judgeIn> {
  const front = /^\p{L}/u.test(args) ? codeInFront(args, plan.codePrefix) : null;
  const behind = front && judgeIn(judges, front.rest);
  return behind ? { ...behind, sheet: `${front.code} ${behind.sheet}`.trim() } : judgeIn(judges, args);
}

/** Whose sheet it is, by as many of the first words as name one judge alone; behind them his entry and points. */
function judgeIn(judges: SeatedJudge[], args: string): { person: string; sheet: string } | null {
  const words = tidy(args, { lines: true }).split(/\s+/).filter(Boolean);
  for (let length = words.length; length > 0; length -= 1) {
    const name = words
      .slice(0, length)
      .join(' ')
      .replace(/[:,;.]+$/, '');
    const sheet = words.slice(length).join(' ');
    const [only, ...others] = name === '' ? [] : named(judges, name);
    // What begins with no code is more of a name.
    if (only && others.length === 0 && (sheet === '' || /^\S*(?: \S*)?\d/.test(sheet)))
      return { person: only.person, sheet };
  }
  return null;
}
