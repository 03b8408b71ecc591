import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { extendUnit, foreseeExtension } from '../actions/extendUnit.js';
import { describeMissed } from '../actions/missed.js';
import { needRight } from '../actions/permissions.js';
import { capital, unitName } from '../actions/registrations.js';
import { readHours } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import { tidy } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { Again, type Answers, beginForm, type Form, type Question } from './form.js';
import { typedIn } from './input.js';
import { choiceStep, textStep } from './steps.js';
import { unitMeant } from './unitMeant.js';

/** One unit may hand in longer than the others. */

const SHORTEST = 5;
const LONGEST = 300;

const given = z.object({ unit: z.string(), hours: z.number(), reason: z.string() });

export const extend: Form = {
  name: 'extendUnit',
  version: 1,
  title: 'extend.title',
  restartable: true,
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
      name: 'hours',
      label: 'extend.hoursLabel',
      answer: z.number(),
      ask: (turn) => ({ text: turn.t('extend.hoursAsk') }),
      read: async (turn, input, answers) => {
        const typed = typedIn(input);
        const hours = readHours(typed);
        if (hours === null) throw new Refusal('extend.notASpan', { typed });
        await foreseeExtension(turn, await contestOf(turn), { unit: String(answers.unit), hours });
        return hours;
      },
    },
    textStep({
      name: 'reason',
      label: 'extend.reasonLabel',
      length: [SHORTEST, LONGEST],
      ask: (turn) => turn.t('extend.reasonAsk'),
    }),
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn, answers) => {
        const contest = await contestOf(turn);
        const { unit, hours, reason } = given.parse(answers);
        const until = await foreseeExtension(turn, contest, { unit, hours });
        return turn.t('extend.sure', {
          unit: capital(unitName(contest, unit)),
          until: turn.t.moment(until),
          reason,
        });
      },
      offers: { yes: (t) => t.plain('extend.yes'), no: (t) => t.plain('extend.no') },
    }),
  ],
  async finish(turn, answers: Answers) {
    const { t } = turn;
    if (answers.sure !== 'yes') return turn.say(t('extend.left'));
    const contest = await contestOf(turn);
    const { unit, ...about } = given.parse(answers);
    const { until, told, missed } = await extendUnit(turn, contest, { unit, ...about });
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

/** The first number that is followed by hours or days: a unit may have a number in its name. */
const inOne = /^(.+?)\s+(\d{1,4}\s*(?:h|giờ|gio|tiếng|tieng|ngày|ngay))(?:[,.:;]?\s+(.+))?$/isu;

/** `/giahan`, `/giahan mo duc 24 giờ mất điện`. */
export async function beginExtension(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'extendDeadline');
  const [, name = args, span = '', why = ''] = inOne.exec(args) ?? [];
  const unit = name ? await pick(turn, name) : null;
  const hours = readHours(span);
  if (typeof unit === 'string' && hours !== null) await foreseeExtension(turn, contest, { unit, hours });
  const reason = tidy(why);
  const isReason = reason.length >= SHORTEST && reason.length <= LONGEST;
  await beginForm(turn, extend, {
    typed: name,
    ...(typeof unit === 'string' && { unit }),
    ...(hours !== null && { hours }),
    ...(isReason && { reason }),
  });
}
