import { z } from 'zod';
import type { Contest } from '../actions/contest.js';
import { maySetUp, needFreeId, setUpContest } from '../actions/setUpContest.js';
import type { Styled } from '../chat.js';
import { readDayTime } from '../domain/answers.js';
import { contestZone, yearAt } from '../domain/dates.js';
import { openPoints } from '../domain/openPoints.js';
import type { Plan } from '../domain/plan.js';
import { namedFor, planCopy, yearOf } from '../domain/planCopy.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { showFindings } from './findings.js';
import { type Answers, beginForm, type Form, type Step } from './form.js';
import { isYes, typedIn } from './input.js';
import { isFile, patternIn, sourceStep } from './setUpSource.js';
import { confirmStep, textStep } from './steps.js';

/** `/taocuocthi`: a new contest, as one of those that are there, from a shipped plan, or from a document. */

const named = z.object({ id: z.string(), name: z.string(), shortName: z.string() });

/** Under its own id a shipped plan is taken as it is; anything else is a copy for another time. */
async function planIn(turn: Turn, answers: Answers): Promise<{ plan: Plan; isCopy: boolean }> {
  const pattern = await patternIn(turn, answers);
  if (isFile(answers)) return { plan: pattern, isCopy: false };
  const given = named.parse(answers);
  if (given.id === pattern.id) return { plan: { ...pattern, ...given }, isCopy: false };
  return { plan: planCopy(pattern, given), isCopy: true };
}

/** What the contest could be called in its year. */
const proposed = async (turn: Turn, answers: Answers) =>
  namedFor(await patternIn(turn, answers), Number(answers.year));

const yearStep: Step = {
  name: 'year',
  label: 'setUp.yearLabel',
  when: (answers) => !isFile(answers),
  answer: z.int(),
  ask: async (turn, answers) => {
    const year = await likelyYear(turn, answers);
    return { text: turn.t('setUp.yearAsk'), choices: [{ label: String(year), says: String(year) }] };
  },
  read: async (turn, input, answers) => {
    const [year] = /^20\d\d$/.exec(fold(typedIn(input)).replace(/^nam /, '')) ?? [];
    if (year) return Number(year);
    throw new Refusal('setUp.yearBad', { example: await likelyYear(turn, answers) });
  },
};

/** The one after the pattern's, and none that is over. */
async function likelyYear(turn: Turn, answers: Answers): Promise<number> {
  const thisYear = yearAt(turn.now);
  const before = yearOf(await patternIn(turn, answers));
  return before === null ? thisYear : Math.max(before + 1, thisYear);
}

const idStep: Step = {
  name: 'id',
  label: 'setUp.idLabel',
  when: (answers) => !isFile(answers),
  answer: z.string(),
  ask: async (turn, answers) => {
    const { id } = await proposed(turn, answers);
    return { text: turn.t('setUp.idAsk', { example: id }), choices: [{ label: id, says: id }] };
  },
  read: async (turn, input, answers) => {
    const typed = typedIn(input);
    const { id: example } = await proposed(turn, answers);
    const id = isYes(typed) ? example : fold(typed).replace(/\s+/g, '-');
    if (!/^[a-z][a-z0-9-]{1,30}$/.test(id)) throw new Refusal('setUp.idBad', { example });
    await needFreeId(turn, id);
    return id;
  },
};

const nameStep = textStep({
  name: 'name',
  label: 'setUp.nameLabel',
  length: [5, 200],
  check: needName,
  when: (answers) => !isFile(answers),
  ask: async (turn, answers) => turn.t('setUp.nameAsk', { name: (await proposed(turn, answers)).name }),
  offers: ({ t }) => [{ label: t.plain('setUp.useProposed'), says: PROPOSED }],
});

const shortNameStep = textStep({
  name: 'shortName',
  label: 'setUp.shortNameLabel',
  length: [3, 80],
  check: needName,
  when: (answers) => !isFile(answers),
  ask: async (turn, answers) =>
    turn.t('setUp.shortNameAsk', { name: (await proposed(turn, answers)).shortName }),
  offers: ({ t }) => [{ label: t.plain('setUp.useProposed'), says: PROPOSED }],
});

/** A day or a number is the answer to another question. */
function needName(typed: string): void {
  if (!/\p{L}{2}/u.test(typed) || readDayTime(typed, new Date(0), contestZone))
    throw new Refusal('setUp.noName', { typed });
}

/** Stands for the name that was proposed, until it is read. */
const PROPOSED = 'proposed';

/** The proposal itself is kept as the answer, so that what was read back is what is written. */
const orProposed = (step: Step, field: 'name' | 'shortName'): Step => ({
  ...step,
  read: async (turn, input, answers) =>
    input.says === PROPOSED || isYes(input.text)
      ? (await proposed(turn, answers))[field]
      : step.read(turn, { ...input, says: null }, answers),
});

export const setUp: Form = {
  name: 'setUpContest',
  version: 1,
  title: 'setUp.title',
  steps: [
    sourceStep,
    yearStep,
    idStep,
    orProposed(nameStep, 'name'),
    orProposed(shortNameStep, 'shortName'),
    confirmStep({
      ask: readBack,
      yes: 'setUp.send',
      change: [
        { step: 'id', label: 'setUp.idLabel' },
        { step: 'name', label: 'setUp.nameLabel' },
        { step: 'shortName', label: 'setUp.shortNameLabel' },
        { step: 'source', label: 'setUp.sourceLabel' },
      ],
    }),
  ],
  async finish(turn, answers) {
    const { plan, isCopy } = await planIn(turn, answers);
    const contest = await setUpContest(turn, plan);
    turn.say(whatNow(turn, contest, isCopy));
    await showFindings(turn);
  },
};

async function readBack(turn: Turn, answers: Answers): Promise<Styled> {
  const { t } = turn;
  const { plan, isCopy } = await planIn(turn, answers);
  const { id, name, shortName } = plan;
  const source = isFile(answers) ? t.plain('setUp.fromFile') : (await patternIn(turn, answers)).shortName;
  return stack([
    t('setUp.check', { source, id, name, shortName }),
    isCopy ? t('setUp.daysOpen') : t('setUp.daysKept'),
  ]);
}

/** What the committee has to do next, in the order in which it is best done. */
function whatNow({ t }: Turn, contest: Contest, isCopy: boolean): Styled {
  const { id, plan, windows } = contest;
  const undated = Object.keys(plan.windows).filter((name) => !windows[name]).length;
  // Days have a command of their own.
  const toSettle = openPoints(plan).filter(({ kind }) => kind !== 'window').length;
  return stack([
    t('setUp.done', { contest: plan.name, id }),
    stack(
      [
        t('setUp.next'),
        undated > 0 && t('setUp.nextDates', { count: undated }),
        toSettle > 0 && t('setUp.nextSettle', { count: toSettle }),
        isCopy && t('setUp.nextRules'),
        t('setUp.nextPeople'),
        t('setUp.nextCheck'),
      ],
      '\n',
    ),
    t('setUp.nextBack'),
  ]);
}

export async function beginSetUp(turn: Turn): Promise<void> {
  await maySetUp(turn);
  await beginForm(turn, setUp);
}
