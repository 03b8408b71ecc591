import { type OwedThing, owedThings } from '../../domain/plan/reminders.js';
import type { Reminder } from '../../domain/plan.js';
import { remindersOf } from '../../domain/reminders/list.js';
import type { Contest } from '../contest.js';
import { complaintsOwed } from './complaints.js';
import { correctionsOwed } from './corrections.js';
import type { Chase, DebtKind } from './debt.js';
import { decisionsOwed } from './decisions.js';
import { engagementOwed } from './engagement.js';
import { entriesOwed, teamsBehind, unitsBehind } from './entries.js';
import { registrationsBegun } from './forms.js';
import { listsOwed } from './lists.js';
import { nominationsOwed } from './nominations.js';
import { resultsOwed } from './results.js';
import { sheetsOwed } from './sheets.js';
import { unitsOwe, unitsUnregistered } from './units.js';
import { unreached } from './unreached.js';

export type KnownChase = Chase & { kind: DebtKind };

/** Everything that is asked for in a contest: what its plan lists, and what every contest has. */
export function chasesOf({ plan }: Contest): KnownChase[] {
  const of = (kind: DebtKind) => (chase: Chase) => ({ ...chase, kind });
  const chases = [
    ...remindersOf(plan).flatMap((reminder) => chasesFor(reminder).map(of(reminder.owes))),
    of('registration')(registrationsBegun),
    of('decision')(decisionsOwed),
    of('result')(resultsOwed),
    of('complaint')(complaintsOwed),
  ];
  return [...chases, of('call')(unreached(chases))];
}

/** Who has to do this himself, and not who answers for him. */
export const ownChasesFor = ({ plan }: Contest, owes: OwedThing): Chase[] =>
  remindersOf(plan)
    .filter((reminder) => reminder.owes === owes && reminder.who !== 'organizer')
    .flatMap((reminder) => chasesFor(reminder)[0] ?? []);

/** What anybody can owe in this contest. */
export const owedIn = ({ plan }: Contest): OwedThing[] =>
  owedThings.filter((thing) =>
    remindersOf(plan).some(({ owes, who }) => owes === thing && who !== 'organizer'),
  );

function chasesFor(reminder: Reminder): Chase[] {
  switch (reminder.owes) {
    case 'registration':
      return reminder.who === 'unit_coordinator'
        ? [unitsOwe(reminder, 'registrations'), unitsUnregistered(reminder)]
        : [unitsOwe(reminder, 'registrations')];
    case 'entry':
      return reminder.who === 'contestant'
        ? [entriesOwed(reminder), teamsBehind(reminder), unitsBehind(reminder)]
        : [unitsOwe(reminder, 'entries')];
    case 'list':
      return [listsOwed(reminder)];
    case 'correction':
      return [correctionsOwed(reminder)];
    case 'nomination':
      return [nominationsOwed(reminder)];
    case 'sheet':
      return [sheetsOwed(reminder)];
    case 'engagement':
      return [engagementOwed(reminder)];
  }
}
