import { z } from 'zod';
import { contestOf, needWindow } from '../actions/contest.js';
import { extendUnit, foreseeExtension } from '../actions/extendUnit.js';
import { describeMissed } from '../actions/missed.js';
import { needRight } from '../actions/permissions.js';
import { capital, unitName } from '../actions/registrations.js';
import { endOfDayAfter } from '../domain/dates.js';
import { partsOfExtension, readExtension } from '../domain/extensions.js';
import { Refusal } from '../domain/refusal.js';
import { tidy } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { Again, type Answers, beginForm, type Form, type Question } from './form.js';
import { typedIn } from './input.js';
import { needRealDay } from './realDay.js';
import { confirmStep, textStep } from './steps.js';
import { unitMeant } from './unitMeant.js';

/** One unit may hand in longer than the others. */

const SHORTEST = 5;
const LONGEST = 300;

const given = z.object({ unit: z.string(), until: z.coerce.date(), reason: z.string() });

export const extend: Form = {
  name: 'extendUnit',
  version: 2,
  title: 'extend.title',
  steps: [
    {
      name: 'unit',
      label: 'extend.unitLabel',
      answer: z.string(),
      ask: async (turn, answers): Promise<Question> => {
        const picked = answers.typed ? await pick(turn, String(answers.typed)) : null;
        return picked instanceof Again ? picked.question : { text: turn.t('extend.unitAsk') };
      },
      read: async (turn, input) => {
        const { units } = await contestOf(turn);
        const chosen = input.says ? units.get(input.says) : undefined;
        if (chosen) return chosen.code;
        if (input.event.kind !== 'text') throw new Refusal('form.textPlease');
        return pick(turn, input.text);
      },
    },
    {
      name: 'until',
      label: 'extend.untilLabel',
      answer: z.string(),
      ask: async (turn, { unit }) => {
        const contest = await contestOf(turn);
        const { closes } = needWindow(contest, 'submission');
        const about = { unit: capital(unitName(contest, String(unit))), closes: turn.t.moment(closes) };
        return { text: turn.t('extend.untilAsk', { ...about, example: exampleDay(turn, closes) }) };
      },
      read: async (turn, input, { unit }) => {
        const typed = typedIn(input);
        const contest = await contestOf(turn);
        const { closes } = needWindow(contest, 'submission');
        const until = readExtension(typed, { closes });
        if (until === null) {
          needRealDay(typed);
          throw new Refusal('extend.notUntil', { typed, example: exampleDay(turn, closes) });
        }
        await foreseeExtension(turn, contest, { unit: String(unit), until });
        return until.toISOString();
      },
    },
    textStep({
      name: 'reason',
      label: 'extend.reasonLabel',
      length: [SHORTEST, LONGEST],
      ask: (turn) => turn.t('extend.reasonAsk'),
    }),
    confirmStep({
      ask: async (turn, answers) => {
        const contest = await contestOf(turn);
        const { unit, until, reason } = given.parse(answers);
        return turn.t('extend.sure', {
          unit: capital(unitName(contest, unit)),
          until: turn.t.moment(until),
          reason,
        });
      },
      yes: 'extend.yes',
      no: 'extend.no',
      change: [
        { step: 'until', label: 'extend.untilLabel' },
        { step: 'reason', label: 'extend.reasonLabel' },
      ],
    }),
  ],
  async finish(turn, answers: Answers) {
    const { t } = turn;
    if (answers.confirm !== 'yes') return turn.say(t('extend.left'));
    const contest = await contestOf(turn);
    const { unit, until, reason } = given.parse(answers);
    const { told, missed } = await extendUnit(turn, contest, { unit, until, reason });
    turn.say(
      stack([
        t('extend.done', { unit: unitName(contest, unit), until: t.moment(until), told }),
        describeMissed(t, missed),
      ]),
    );
  },
};

async function pick(turn: Turn, typed: string): Promise<string | Again> {
  const contest = await contestOf(turn);
  return unitMeant(turn, contest, typed, [contest.plan.units.root]);
}

/** Two days after the common close: «đến hết 3/9». */
const exampleDay = ({ t }: Turn, closes: Date): string =>
  t.day(endOfDayAfter(closes, 2)).replace(/^.*, (.*)\/\d+$/, '$1');

/** `/giahan`, `/giahan mo duc 24 giờ mất điện`, `/giahan mo duc đến hết 3/9 mất điện`. */
export async function beginExtension(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'extendDeadline');
  const said = partsOfExtension(args, needWindow(contest, 'submission'));
  if (said.until === null) needRealDay(args);
  const unit = said.unit ? await pick(turn, said.unit) : null;
  const { until } = said;
  if (typeof unit === 'string' && until) await foreseeExtension(turn, contest, { unit, until });
  const reason = tidy(said.reason);
  const isReason = reason.length >= SHORTEST && reason.length <= LONGEST;
  await beginForm(turn, extend, {
    typed: said.unit,
    ...(typeof unit === 'string' && { unit }),
    ...(until && { until: until.toISOString() }),
    ...(isReason && { reason }),
  });
}
