import { contestOf } from '../actions/contest.js';
import { entryByCode, nameForJudges } from '../actions/entries.js';
import { describeMissed } from '../actions/missed.js';
import { needRight } from '../actions/permissions.js';
import { markAbsent, needMayBeAbsent } from '../actions/runningOrder.js';
import { hallBefore, hallOf, needStage } from '../actions/stage.js';
import { Refusal } from '../domain/refusal.js';
import { absenceOf, orderOf } from '../domain/stage.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginForm, type Form } from './form.js';
import { splitArgs } from './sheetSteps.js';
import { offersNext } from './stageShown.js';
import { choiceStep, textStep } from './steps.js';

/** `/vangmat`: a team that hasn't come, or has after all. */

/** Whoever hasn't come is marked so with a reason; whoever comes after all isn't any more. */
export const absentForm: Form = {
  name: 'stageAbsent',
  version: 1,
  title: 'stage.absentTitle',
  steps: [
    textStep({
      name: 'reason',
      label: 'stage.absentReasonLabel',
      length: [3, 200],
      when: ({ before }) => before === undefined,
      ask: ({ t }, { entry }) => t('stage.absentReasonAsk', { entry: String(entry) }),
    }),
    choiceStep({
      name: 'came',
      label: 'form.confirm',
      when: ({ before }) => before !== undefined,
      ask: ({ t }, { entry, before }) =>
        t('stage.presentAsk', { entry: String(entry), reason: String(before) }),
      offers: { yes: (t) => t.plain('stage.presentYes'), no: (t) => t.plain('stage.presentNo') },
    }),
  ],
  async finish(turn, answers) {
    const code = String(answers.code);
    const contest = await contestOf(turn);
    if (answers.came === 'no') return turn.say(turn.t('stage.presentLeft', { code }));
    const reason = answers.reason === undefined ? null : String(answers.reason);
    const missed = await markAbsent(turn, contest, { code, reason });
    const done = turn.t(reason === null ? 'stage.presentDone' : 'stage.absentDone', { code });
    turn.say(
      stack([done, describeMissed(turn.t, missed)]),
      await offersNext(turn, contest, await hallOf(turn, contest)),
    );
  },
};

/** `/vangmat DN-03`, `/vangmat DN-03 xe hỏng giữa đường`. */
export async function beginAbsence(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'runStage');
  needStage(contest);
  const hall = await hallBefore(turn, contest);
  const { events } = hall;
  const [typed, said] = splitArgs(args);
  if (!typed)
    throw new Refusal('stage.absentHow', { code: orderOf(events)[0] ?? `${contest.plan.codePrefix}-01` });
  const entry = await entryByCode(turn, contest, typed);
  const { code } = entry;
  const before = absenceOf(events, code);
  await needMayBeAbsent(
    turn,
    contest,
    hall,
    before === null ? { kind: 'absent', entry: code, reason: '' } : { kind: 'present', entry: code },
  );
  await beginForm(turn, absentForm, {
    code,
    entry: nameForJudges(contest, entry),
    ...(before !== null && { before }),
    ...(before === null && said.length >= 3 && { reason: said.slice(0, 200) }),
  });
}
