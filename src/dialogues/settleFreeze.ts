import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { decide } from '../actions/decide.js';
import { freezePathOf, mayDecideFreeze, needFutureFreeze } from '../actions/freezes.js';
import { readDayTime } from '../domain/answers.js';
import { closingInstant, contestZone } from '../domain/dates.js';
import { closingAt } from '../domain/moves.js';
import { closingEdge } from '../domain/plan/dateWords.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { type Answers, beginForm, type Form } from './form.js';
import { settled, sureStep } from './settle.js';
import { chooseOne } from './steps.js';

/** `/ngaychot`: when likes and shares, or a list of people, are frozen. */

/** By its path alone: the turn that has settled it, run again, finds it no longer open. */
function nameOf(t: Words, { plan }: Contest, path: string): string {
  const component = plan.components.find(({ id }) => path === freezePathOf(id));
  return component ? t.plain('freeze.list', { component: component.title }) : t.plain('freeze.engagement');
}

async function offered(turn: Turn) {
  const contest = await contestOf(turn);
  const open = await mayDecideFreeze(turn, contest);
  return open.map((path) => ({ label: nameOf(turn.t, contest, path), says: path }));
}

/** What was settled, in a sentence. */
async function lineIn(turn: Turn, answers: Answers): Promise<string> {
  const contest = await contestOf(turn);
  const at = closingInstant(contest.plan.windows, closingEdge.parse(answers.day));
  const what = nameOf(turn.t, contest, String(answers.path));
  return turn.t.plain('freeze.line', { what, at: at ? turn.t.moment(at) : '' });
}

export const settleFreeze: Form = {
  name: 'settleFreeze',
  version: 1,
  title: 'freeze.title',
  restartable: true,
  steps: [
    {
      name: 'path',
      label: 'freeze.whichLabel',
      answer: z.string(),
      ask: async (turn) => ({ text: turn.t('freeze.whichAsk'), choices: await offered(turn) }),
      read: async (turn, input) => {
        if ((await offered(turn)).some(({ says }) => says === input.says)) return input.says;
        throw chooseOne(turn);
      },
    },
    {
      name: 'day',
      label: 'freeze.dayLabel',
      answer: closingEdge,
      ask: async (turn, answers) => ({
        text: turn.t('freeze.dayAsk', {
          what: nameOf(turn.t, await contestOf(turn), String(answers.path)),
        }),
      }),
      read: async (turn, { text }) => {
        const read = readDayTime(text, turn.now, contestZone);
        if (!read) throw new Refusal('moveDate.notADate', { typed: text });
        const edge = closingAt(read);
        needFutureFreeze(turn, await contestOf(turn), edge);
        return edge;
      },
    },
    sureStep(async (turn, answers) =>
      stack([turn.t('freeze.check', { line: await lineIn(turn, answers) }), turn.t('settle.final')]),
    ),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    if (answers.sure !== 'yes') return turn.say(t('settle.left'));
    const contest = await contestOf(turn);
    const line = await lineIn(turn, answers);
    await decide(turn, contest, [{ path: String(answers.path), value: closingEdge.parse(answers.day) }], {
      may: mayDecideFreeze,
      note: t.plain('freeze.title'),
      announcement: t('freeze.announced', { contest: contest.plan.shortName, line }),
    });
    turn.say(stack([await settled(turn, contest), line]));
  },
};

export async function beginFreeze(turn: Turn): Promise<void> {
  const [only, ...others] = await offered(turn);
  await beginForm(turn, settleFreeze, only && others.length === 0 ? { path: only.says } : {});
}
