import { isRead } from '../inBotVotes.js';
import type { Reminder } from '../plan/reminders.js';
import { listOf, type Plan, screeningOf } from '../plan.js';
import { isByPoints, selectionOf } from '../selection.js';
import { isJudgedOnStage } from '../stage.js';

const everyStep = ['7d', '3d', '1d', '3h'];

/**
 * Who is chased in this contest: as its plan says, and the usual for what it says nothing of. A plan can so
 * make the steps others, and nobody has to write down what everybody wants.
 */
export function remindersOf(plan: Plan): Reminder[] {
  const stated = (one: Reminder) =>
    plan.reminders.some(
      (each) =>
        each.owes === one.owes &&
        (one.owes !== 'sheet' || each.window === one.window) &&
        (!severallyOwed.includes(one.owes) || each.who === one.who),
    );
  const ids = new Set(plan.reminders.map(({ id }) => id));
  const added = usual(plan).filter((each) => !stated(each));
  return [
    ...plan.reminders,
    ...added.map((each) => (ids.has(each.id) ? { ...each, id: `${each.id}_${each.who}` } : each)),
  ];
}

/** Who runs it is asked for these beside those who do it, and does not take their place. */
const severallyOwed: Reminder['owes'][] = ['registration', 'entry'];

function usual(plan: Plan): Reminder[] {
  const reminders: Reminder[] = [];
  const add = (who: Reminder['who'], owes: Reminder['owes'], window: string, before = everyStep) =>
    reminders.push({ id: owes === 'sheet' ? `${owes}_${window}` : owes, who, owes, window, before });
  const selection = selectionOf(plan);
  const screening = screeningOf(plan);
  if (plan.entries.sentBy === 'unit') add('unit_coordinator', 'registration', 'registration');
  add('contestant', 'entry', 'submission');
  if (listOf(plan)) add('unit_coordinator', 'list', 'registration');
  if (screening) add('contestant', 'correction', screening.window, ['1d', '3h']);
  if (selection && isByPoints(plan)) add('judge', 'sheet', selection.round.window);
  if (selection?.receiver?.kind === 'within')
    add('unit_coordinator', 'nomination', selection.receiver.round.intake?.window ?? selection.round.window, [
      '3d',
      '1d',
      '3h',
    ]);
  // On a stage each part is scored while it is open, and nobody owes anything before.
  if (!isJudgedOnStage(plan)) add('judge', 'sheet', 'judging');
  if (isRead(plan)) add('secretary', 'engagement', 'voting', ['1d', '3h']);
  return reminders;
}
