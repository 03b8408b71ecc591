import type { Reminder } from '../../domain/plan.js';
import { stepsBefore } from '../../domain/reminders/steps.js';
import { jury } from '../../domain/roles.js';
import { type Seat, selectionOf } from '../../domain/selection.js';
import { finalWindow } from '../../domain/stage.js';
import type { PersonId } from '../../store/documents.js';
import type { Work } from '../../turn.js';
import type { Contest } from '../contest.js';
import { judgingWindow, latestLock, lockedAt } from '../locks.js';
import { lacksRubric } from '../openDecisions.js';
import { judgeProgress } from '../recordScore.js';
import { rolesIn } from '../roles.js';
import { allJudges, finalSeat, judgedRounds } from '../seats.js';
import { isOnStage } from '../stageClosings.js';
import { asked } from './coordinators.js';
import { type Chase, type Debt, frameOf, latest, named, stepsOf } from './debt.js';

/** Judges whose sheets are missing, while they can still fill them in: in their window, or once more after it. */
export const sheetsOwed = (reminder: Reminder): Chase => ({
  id: reminder.id,
  async steps(work, contest) {
    const again = roundOf(contest, reminder) === null ? await reopenedUntil(work, contest) : null;
    return [...(await stepsOf(contest, reminder)), ...(again ? stepsBefore(again, reminder.before) : [])];
  },
  async debts(work, contest, only) {
    const round = roundOf(contest, reminder);
    // Without a scale there is nothing that a judge could do.
    if (round === undefined || lacksRubric(contest, work.now)) return [];
    const since = new Map(
      asked(await rolesIn(work, contest, jury)).map((judge) => [judge.person, judge.since]),
    );
    const debts: Debt[] = [];
    for (const { person, seats } of await allJudges(work, contest)) {
      if (only !== undefined && person !== only) continue;
      for (const seat of seats.filter((each) => each.round === round)) {
        const debt = await sheetsLeft(work, contest, reminder, { person, seat });
        if (debt) debts.push({ ...debt, since: latest(debt.since, since.get(person)) });
      }
    }
    return debts;
  },
});

/** The round that is judged in this window, `null` for the final; `undefined`: none is. */
function roundOf(contest: Contest, { window }: Reminder): string | null | undefined {
  const name = (round: string | null) =>
    round === null ? finalWindow(contest.plan) : selectionOf(contest.plan)?.round.window;
  return judgedRounds(contest).find(({ round }) => name(round) === window)?.round;
}

async function reopenedUntil(work: Work, contest: Contest): Promise<Date | null> {
  return (await latestLock(work, contest, finalSeat(contest)))?.reopened?.until ?? null;
}

async function sheetsLeft(
  work: Work,
  contest: Contest,
  reminder: Reminder,
  { person, seat }: { person: PersonId; seat: Seat },
): Promise<Debt | null> {
  const { t } = work;
  // There each part is scored while it is open.
  if (isOnStage(contest, seat)) return null;
  if (await lockedAt(work, contest, seat)) return null;
  const { entries, scored, next } = await judgeProgress(work, contest, { judge: person, seat });
  if (!next) return null;
  const { opens, closes } = await judgingWindow(work, contest, seat);
  const codes = entries.filter(({ code }) => !scored.has(code)).map(({ code }) => code);
  return {
    ...{ person, unit: null, deadline: closes, what: codes },
    of: seat.round === null ? '' : seat.unit,
    since: latest(frameOf(contest, reminder)?.since, opens),
    steps: stepsBefore(closes, reminder.before),
    says: t('remind.sheets', {
      closes: t.moment(closes),
      scored: scored.size,
      count: entries.length,
      left: codes.length,
      codes: named(t, codes),
      next: next.code,
    }),
    offer: { label: t.plain('menu.score'), says: '/cham' },
  };
}
