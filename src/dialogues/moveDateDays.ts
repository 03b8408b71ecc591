import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { foreseeMove } from '../actions/moveDate.js';
import type { DayTime } from '../domain/answers.js';
import { openingInstant } from '../domain/dates.js';
import { closingAt, type NewDays, openingAt } from '../domain/moves.js';
import { type End, readNewDay, typedDay } from '../domain/newDays.js';
import { closingEdge, openingEdge } from '../domain/plan/dateWords.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { thisYear } from './exampleDays.js';
import { Again, type Answers, type Step } from './form.js';
import { type Input, typedIn } from './input.js';
import { needRealDay } from './realDay.js';

/** Between which days something shall be: `/doingay`. */

const days = z.object({
  window: z.string(),
  opens: openingEdge.optional(),
  closes: closingEdge.optional(),
});

/** What the answers so far would make of the window. */
export const wantedIn = (answers: Answers): NewDays => days.parse(answers);

export const opensStep: Step = {
  name: 'opens',
  label: 'moveDate.opens',
  when: ({ edge }) => edge === 'opens' || edge === 'both',
  answer: openingEdge,
  ask: (turn) => ({ text: turn.t('moveDate.opensAsk', { year: thisYear(turn) }) }),
  read: async (turn, input, answers) => {
    const day = await readDay(turn, input, answers, 'opens');
    if (day instanceof Again) return day;
    const opens = openingAt(day);
    // With another close to come, whether the two fit is seen there.
    if (answers.edge === 'opens')
      await foreseeMove(turn, await contestOf(turn), wantedIn({ ...answers, opens }));
    return opens;
  },
};

export const closesStep: Step = {
  name: 'closes',
  label: 'moveDate.closes',
  when: ({ edge }) => edge === 'closes' || edge === 'both',
  answer: closingEdge,
  ask: (turn) => ({ text: turn.t('moveDate.closesAsk', { year: thisYear(turn) }) }),
  read: async (turn, input, answers) => {
    const day = await readDay(turn, input, answers, 'closes');
    if (day instanceof Again) return day;
    const closes = closingAt(day);
    await foreseeMove(turn, await contestOf(turn), wantedIn({ ...answers, closes }));
    return closes;
  },
};

/** Which year was meant is asked where the day would be one that has passed. */
async function readDay(turn: Turn, input: Input, answers: Answers, end: End): Promise<DayTime | Again> {
  const text = typedIn(input);
  const { plan, windows } = await contestOf(turn);
  const { window, opens } = wantedIn(answers);
  const read = readNewDay(text, {
    plan,
    before: windows[window] ?? null,
    end,
    opens: opens ? openingInstant({}, opens) : null,
    now: turn.now,
  });
  if (read.kind === 'unreadable') {
    needRealDay(text);
    throw new Refusal('moveDate.notADate', { typed: text, year: thisYear(turn) });
  }
  if (read.kind === 'day') return read.day;
  const at = turn.t.moment(read.at);
  if (!read.next) throw new Refusal('moveDate.past', { at });
  const label = typedDay(read.next);
  return new Again({ text: turn.t('moveDate.whichYear', { at }), choices: [{ label, says: label }] });
}
