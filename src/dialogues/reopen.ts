import { z } from 'zod';
import { standingOf } from '../actions/complaints.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { describeMissed, missedAmong } from '../actions/missed.js';
import { latestResult } from '../actions/publishResults.js';
import { mayReopen, reopenJudging } from '../actions/reopenJudging.js';
import { nameOfFinal } from '../actions/seats.js';
import type { Styled } from '../chat.js';
import { readDayTime } from '../domain/answers.js';
import { closingInstant, contestZone } from '../domain/dates.js';
import { closingAt } from '../domain/moves.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { thisYear, today } from './exampleDays.js';
import { type Answers, beginForm, type Form, type Step } from './form.js';
import { confirmStep, documentStep, textStep } from './steps.js';

/** `/molaicham`: the final's judges may score again until a moment, by a document. */

const untilStep: Step = {
  name: 'until',
  label: 'reopen.untilLabel',
  answer: z.iso.datetime(),
  ask: ({ t }) => ({ text: t('reopen.untilAsk') }),
  read: async (turn, { text }) => {
    const { plan } = await contestOf(turn);
    const read = readDayTime(text, turn.now, contestZone);
    const until = read && closingInstant(plan.windows, closingAt(read));
    if (!until) throw new Refusal('moveDate.notADate', { typed: text, year: thisYear(turn) });
    if (until <= turn.now) throw new Refusal('reopen.past', { at: turn.t.moment(until) });
    return until.toISOString();
  },
};

/** What it means where nobody may complain about the result any more. */
async function ofFinal(turn: Turn, contest: Contest): Promise<Styled | null> {
  const result = await latestResult(turn, contest);
  const standing = result && standingOf(contest, result.version, result.publishedAt);
  return result && standing?.kind === 'final' ? turn.t('reopen.final', { version: result.version }) : null;
}

const givenIn = (answers: Answers) => ({
  reason: String(answers.reason),
  document: String(answers.document),
  until: new Date(String(answers.until)),
});

export const reopenForm: Form = {
  name: 'reopenJudging',
  version: 1,
  title: 'reopen.title',
  steps: [
    textStep({
      name: 'reason',
      label: 'reopen.reasonLabel',
      length: [5, 300],
      ask: async (turn) => {
        const contest = await contestOf(turn);
        const { at, number } = await mayReopen(turn, contest);
        return stack([
          await ofFinal(turn, contest),
          turn.t('reopen.reasonAsk', {
            final: nameOfFinal(turn, contest),
            at: turn.t.moment(at),
            number,
          }),
        ]);
      },
    }),
    documentStep({
      label: 'reopen.documentLabel',
      ask: (turn) => turn.t('reopen.documentAsk', { day: today(turn) }),
    }),
    untilStep,
    confirmStep({
      ask: async (turn: Turn, answers) => {
        const contest = await contestOf(turn);
        const { t } = turn;
        const { number } = await mayReopen(turn, contest);
        const { reason, document, until } = givenIn(answers);
        const final = nameOfFinal(turn, contest);
        return stack([
          t('reopen.check', { final, reason, document, number, until: t.moment(until) }),
          (await ofFinal(turn, contest)) ?? ((await latestResult(turn, contest)) && t('reopen.published')),
        ]);
      },
      yes: 'reopen.yes',
      change: [
        { step: 'reason', label: 'reopen.reasonLabel' },
        { step: 'document', label: 'reopen.documentLabel' },
        { step: 'until', label: 'reopen.untilLabel' },
      ],
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    const given = givenIn(answers);
    const contest = await contestOf(turn);
    const { judges } = await reopenJudging(turn, contest, given);
    const missed = await missedAmong(turn, contest, judges);
    const told = judges.length - missed.length;
    turn.say(stack([t('reopen.done', { until: t.moment(given.until), told }), describeMissed(t, missed)]));
  },
};

export async function beginReopening(turn: Turn): Promise<void> {
  await mayReopen(turn, await contestOf(turn));
  await beginForm(turn, reopenForm);
}
