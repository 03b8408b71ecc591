import { contestOf } from '../actions/contest.js';
import { disqualifyEntry } from '../actions/disqualifyEntry.js';
import { entryByCode, entryName, exampleCode, needPartaking } from '../actions/entries.js';
import { teamTold } from '../actions/missed.js';
import { needRight } from '../actions/permissions.js';
import { unitName } from '../actions/registrations.js';
import { isEnded } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginForm, type Form } from './form.js';
import { choiceStep, textStep } from './steps.js';

/** `/loai SL-07`: an entry is taken out of the contest, with a reason. */
export const disqualify: Form = {
  name: 'disqualify',
  version: 1,
  title: 'disqualify.title',
  steps: [
    textStep({
      name: 'reason',
      label: 'disqualify.reasonLabel',
      length: [5, 500],
      ask: ({ t }, { entry, team, unit }) =>
        t('disqualify.reasonAsk', { entry: String(entry), team: String(team), unit: String(unit) }),
    }),
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: ({ t }, { entry, reason }) =>
        t('disqualify.sure', { entry: String(entry), reason: String(reason) }),
      offers: { yes: (t) => t.plain('disqualify.yes'), no: (t) => t.plain('disqualify.no') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    const code = String(answers.code);
    if (answers.sure !== 'yes') return turn.say(t('disqualify.kept', { code }));
    const contest = await contestOf(turn);
    const entry = await entryByCode(turn, contest, code, { any: true });
    await disqualifyEntry(turn, contest, entry, String(answers.reason));
    turn.say(
      stack(
        [t('disqualify.done', { code, at: t.moment(turn.now) }), await teamTold(turn, contest, entry)],
        ' ',
      ),
    );
  },
};

export async function beginDisqualification(turn: Turn, typed: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'disqualify');
  if (!typed) throw new Refusal('disqualify.how', { code: await exampleCode(turn, contest) });
  const entry = await entryByCode(turn, contest, typed, { any: true });
  if (isEnded(entry.state)) needPartaking(entry);
  await beginForm(turn, disqualify, {
    code: entry.code,
    entry: entryName(entry),
    team: entry.team,
    unit: unitName(contest, entry.unit),
  });
}
