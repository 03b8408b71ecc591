import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { entryByCode, exampleCode, nameForJudges } from '../actions/entries.js';
import { isAside } from '../actions/lockSheets.js';
import { needRight } from '../actions/permissions.js';
import { type SheetMark, setAside, sheetsToSetAside, shortIfAside } from '../actions/setAside.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { Again, type Answers, beginForm, type Form, type Question, type Step } from './form.js';
import { choiceStep, chooseOne, textStep } from './steps.js';

/** `/bophieu QN-07`: one judge's sheet for one entry is kept and no longer counts, or counts again. */

const marksIn = async (turn: Turn, answers: Answers): Promise<SheetMark[]> => {
  const contest = await contestOf(turn);
  return sheetsToSetAside(turn, contest, await entryByCode(turn, contest, String(answers.code)));
};

const label = ({ t }: Turn, mark: SheetMark): string =>
  isAside(mark) ? t.plain('aside.offerBack', { name: mark.name }) : mark.name;

const whose = (turn: Turn, marks: SheetMark[], entry: string): Question => ({
  text: turn.t('aside.whoAsk', { entry }),
  choices: marks.map((mark) => ({ label: label(turn, mark), says: mark._id })),
});

const sheetStep: Step = {
  name: 'sheet',
  label: 'aside.whoLabel',
  answer: z.string(),
  ask: async (turn, answers) => whose(turn, await marksIn(turn, answers), String(answers.entry)),
  read: async (turn, input, answers) => {
    const marks = await marksIn(turn, answers);
    const chosen = marks.find(({ _id }) => _id === input.says);
    if (chosen) return chosen._id;
    const named = marks.filter(({ name }) => input.text !== '' && fold(name).includes(fold(input.text)));
    const [only, ...others] = named;
    if (!only) throw chooseOne(turn);
    if (others.length > 0) return new Again(whose(turn, named, String(answers.entry)));
    return only._id;
  },
};

async function markIn(turn: Turn, answers: Answers): Promise<SheetMark> {
  const mark = (await marksIn(turn, answers)).find(({ _id }) => _id === answers.sheet);
  if (!mark) throw new Refusal('aside.noSheet', { code: String(answers.code) });
  return mark;
}

export const aside: Form = {
  name: 'setAside',
  version: 1,
  title: 'aside.title',
  steps: [
    sheetStep,
    textStep({
      name: 'reason',
      label: 'aside.reasonLabel',
      length: [5, 300],
      ask: async (turn, answers) => {
        const { name, ...mark } = await markIn(turn, answers);
        const about = { name, entry: String(answers.entry) };
        return isAside(mark) ? turn.t('aside.backReasonAsk', about) : turn.t('aside.reasonAsk', about);
      },
    }),
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn, answers) => {
        const mark = await markIn(turn, answers);
        const { name } = mark;
        const about = { name, entry: String(answers.entry), reason: String(answers.reason) };
        if (isAside(mark)) return turn.t('aside.backSure', about);
        const contest = await contestOf(turn);
        const entry = await entryByCode(turn, contest, String(answers.code));
        const short = await shortIfAside(turn, contest, entry, mark);
        return stack(
          [short && turn.t('aside.short', { code: entry.code, ...short }), turn.t('aside.sure', about)],
          '\n',
        );
      },
      offers: { yes: (t) => t.plain('aside.yes'), no: (t) => t.plain('aside.no') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    if (answers.sure !== 'yes') return turn.say(t('aside.left'));
    const contest = await contestOf(turn);
    const entry = await entryByCode(turn, contest, String(answers.code));
    const mark = await markIn(turn, answers);
    // As it was before this very turn.
    const before = mark.asides?.filter((each) => each.turn !== turn.id) ?? [];
    const kind = isAside({ asides: before }) ? 'back' : 'aside';
    const reason = String(answers.reason);
    const { name } = await setAside(turn, contest, entry, { sheet: mark._id, kind, reason });
    const about = { name, code: entry.code };
    turn.say(kind === 'aside' ? t('aside.done', about) : t('aside.doneBack', about));
  },
};

/** `/bophieu QN-07`, `/bophieu QN-07 Lê Giám`. */
export async function beginSettingAside(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'setSheetAside');
  const [code = '', ...name] = args.replace(/^([a-z]+)[\s-]+(\d)/i, '$1-$2').split(/[\s:;,]+/);
  if (!code) throw new Refusal('aside.how', { code: await exampleCode(turn, contest) });
  const entry = await entryByCode(turn, contest, code);
  const marks = await sheetsToSetAside(turn, contest, entry);
  if (marks.length === 0) throw new Refusal('aside.noSheet', { code: entry.code });
  const typed = fold(name.join(' '));
  const [only, ...others] = marks.filter((mark) => typed !== '' && fold(mark.name).includes(typed));
  await beginForm(turn, aside, {
    code: entry.code,
    entry: nameForJudges(contest, entry),
    ...(only && others.length === 0 && { sheet: only._id }),
  });
}
