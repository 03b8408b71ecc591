import { freezeInstant } from '../../domain/decisions.js';
import { Refusal } from '../../domain/refusal.js';
import { inOrder, type Step, stepsAfter, stepsBefore } from '../../domain/reminders/steps.js';
import type { Proposal } from '../../store/documents.js';
import type { Work } from '../../turn.js';
import { stack, type Words } from '../../words.js';
import type { Contest } from '../contest.js';
import { lockedAt } from '../locks.js';
import { rolesThatMay } from '../permissions.js';
import { isOutOfDate, needDecided, newestProposal } from '../publishResults.js';
import { rolesIn } from '../roles.js';
import { finalSeat } from '../seats.js';
import { asked } from './coordinators.js';
import { type Chase, type Debt, latest } from './debt.js';

/** What the way of a result waits for: an act, since when, and of which proposal. */
type Waiting = {
  act: 'proposeResult' | 'approveResult' | 'publishResult';
  since: Date;
  number: number;
};

/** A result that waits for somebody: to be proposed, approved or published. */
export const resultsOwed: Chase = {
  id: 'result',
  async steps(work, contest) {
    const waiting = await waitingFor(work, contest);
    return waiting ? stepsTo(contest, waiting) : [];
  },
  async debts(work, contest, only) {
    const { t } = work;
    const waiting = await waitingFor(work, contest);
    if (!waiting || (await isHeldUp(work, contest, waiting))) return [];
    const { act, since, number } = waiting;
    const roles = await rolesIn(work, contest, await rolesThatMay(work, contest, act));
    const deadline = decisionDay(contest, since);
    const { says, offer } = wordsFor(t, waiting, deadline);
    return asked(roles.filter(({ unit }) => unit === null))
      .filter(({ person }) => only === undefined || person === only)
      .map(
        (who): Debt => ({
          ...{ person: who.person, unit: null, of: `${act}/${number}`, what: [String(number)] },
          ...{ deadline, says, offer },
          since: latest(since, who.since),
          steps: stepsTo(contest, waiting),
        }),
      );
  },
};

async function waitingFor(work: Work, contest: Contest): Promise<Waiting | null> {
  const proposal = await newestProposal(work, contest);
  if (proposal) return waitingOf(proposal);
  if (!contest.windows.judging || (await work.store.results.exists({ contest: contest.id }))) return null;
  const locked = await lockedAt(work, contest, finalSeat(contest));
  const freeze = freezeInstant(contest.plan);
  if (!locked || (freeze && freeze >= work.now)) return null;
  return { act: 'proposeResult', since: latest(locked, freeze), number: 1 };
}

function waitingOf({ state, at, decidedAt, number }: Proposal): Waiting | null {
  const since = decidedAt ?? at;
  switch (state) {
    case 'proposed':
      return { act: 'approveResult', since: at, number };
    case 'approved':
      return { act: 'publishResult', since, number };
    case 'returned':
      return { act: 'proposeResult', since, number: number + 1 };
    case 'published':
      return null;
  }
}

/** Something else comes first, and nobody could do it now. */
async function isHeldUp(work: Work, contest: Contest, { act }: Waiting): Promise<boolean> {
  if (act === 'proposeResult') return !(await isDecided(work, contest));
  // It was opened once more, and nothing is decided meanwhile.
  if (!(await lockedAt(work, contest, finalSeat(contest)))) return true;
  const proposal = await newestProposal(work, contest);
  return proposal === null || isOutOfDate(work, contest, proposal);
}

async function isDecided(work: Work, contest: Contest): Promise<boolean> {
  try {
    await needDecided(work, contest);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

const stepsTo = (contest: Contest, { since }: Waiting): Step[] => {
  const day = decisionDay(contest, since);
  return inOrder([
    ...stepsAfter(since, ['1d', '3d', '7d'], day),
    ...(day ? stepsBefore(day, ['1d', '3h']) : []),
  ]);
};

/** The day of the committee's decision, while it is ahead. */
function decisionDay({ windows }: Contest, since: Date): Date | null {
  const closes = windows.decision?.closes;
  return closes && closes > since ? closes : null;
}

function wordsFor(
  t: Words,
  { act, since, number }: Waiting,
  deadline: Date | null,
): Pick<Debt, 'says' | 'offer'> {
  const about = { number, since: t.moment(since) };
  const until = deadline && t('remind.until', { closes: t.moment(deadline) });
  switch (act) {
    case 'proposeResult':
      return {
        says: stack([t('remind.propose', about), until, t('remind.proposeHow')], ' '),
        offer: { label: t.plain('menu.propose'), says: '/dexuat' },
      };
    case 'approveResult':
      return {
        says: stack([t('remind.approve', about), until, t('remind.approveHow')], ' '),
        offer: { label: t.plain('menu.approve'), says: '/pheduyet' },
      };
    case 'publishResult':
      return {
        says: stack([t('remind.publish', about), until, t('remind.publishHow')], ' '),
        offer: { label: t.plain('menu.publish'), says: '/congbo' },
      };
  }
}
