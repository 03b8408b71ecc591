import { freezeInstant } from '../../domain/decisions.js';
import { Refusal } from '../../domain/refusal.js';
import { ahead, inOrder, type Step, stepsAfter, stepsAround } from '../../domain/reminders/steps.js';
import type { Proposal } from '../../store/documents.js';
import type { Work } from '../../turn.js';
import { stack, type Words } from '../../words.js';
import type { Contest } from '../contest.js';
import { lockedAt } from '../locks.js';
import { rolesThatMay } from '../permissions.js';
import { isOutOfDate, needDecided } from '../publishResults.js';
import { rolesIn } from '../roles.js';
import { finalSeat, resultWindow } from '../seats.js';
import { asked } from './coordinators.js';
import { type Chase, type Debt, latest } from './debt.js';

/** What the way of a result waits for: an act, since when, and of which proposal. */
type Waiting = {
  act: 'proposeResult' | 'approveResult' | 'publishResult';
  since: Date;
  number: number;
};

const waitsOn = ['1d', '3d', '7d'];

/** A result that waits for somebody: to be proposed, approved or published. */
export const resultsOwed: Chase = {
  id: 'result',
  steps: async (work, contest) =>
    inOrder((await mayWait(work, contest)).flatMap((waiting) => stepsTo(contest, waiting))),
  async debts(work, contest, only) {
    const { t, now } = work;
    const waiting = await waitsNow(work, contest);
    if (!waiting) return [];
    const { act, since, number } = waiting;
    const roles = await rolesIn(work, contest, await rolesThatMay(work, contest, act));
    const day = decisionDay(contest, since);
    const { says, offer } = wordsFor(t, waiting, { day, isOver: day !== null && day < now });
    return asked(roles.filter(({ unit }) => unit === null))
      .filter(({ person }) => only === undefined || person === only)
      .map(
        (who): Debt => ({
          ...{ person: who.person, unit: null, of: `${act}/${number}`, what: [String(number)] },
          ...{ deadline: ahead(day, now), says, offer },
          since: latest(since, who.since),
          steps: stepsTo(contest, waiting),
        }),
      );
  },
};

/** All that may be waited for, found without ranking anything: the newest proposal, or another instead of it. */
async function mayWait(work: Work, contest: Contest): Promise<Waiting[]> {
  const proposal = await newestStep(work, contest);
  const own = proposal && waitingOf(proposal);
  if (own?.act === 'proposeResult') return [own];
  const anew = proposal && !own ? null : await toPropose(work, contest, proposal);
  return [own, anew].filter((waiting) => waiting !== null);
}

/** What of it could be done now: where something else comes first, nobody is asked for anything. */
async function waitsNow(work: Work, contest: Contest): Promise<Waiting | null> {
  const proposal = await newestStep(work, contest);
  const own = proposal && waitingOf(proposal);
  if (proposal && !own) return null;
  if (proposal && own && own.act !== 'proposeResult') {
    // It was opened once more, and nothing is decided meanwhile.
    if (!(await lockedAt(work, contest, finalSeat(contest)))) return null;
    if (!(await isOutOfDate(work, contest, proposal))) return own;
  }
  const anew = own?.act === 'proposeResult' ? own : await toPropose(work, contest, proposal);
  return anew && (await isDecided(work, contest)) ? anew : null;
}

/** The judging and the vote are over, and nobody has proposed what follows from them. */
async function toPropose(work: Work, contest: Contest, before: Proposal | null): Promise<Waiting | null> {
  if (!contest.windows[resultWindow(contest)]) return null;
  if (!before && (await work.store.results.exists({ contest: contest.id }))) return null;
  const locked = await lockedAt(work, contest, finalSeat(contest));
  const freeze = freezeInstant(contest.plan);
  if (!locked || (freeze && freeze >= work.now)) return null;
  const since = latest(locked, freeze, before?.at, before?.decidedAt);
  return { act: 'proposeResult', since, number: (before?.number ?? 0) + 1 };
}

/** The newest proposal, without the ranking that it is about. */
const newestStep = ({ store }: Work, { id }: Contest): Promise<Proposal | null> =>
  store.proposals
    .findOne({ contest: id }, { ranking: 0, entries: 0, prizes: 0, paper: 0 })
    .sort({ number: -1 })
    .lean<Proposal>()
    .exec();

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

async function isDecided(work: Work, contest: Contest): Promise<boolean> {
  try {
    await needDecided(work, contest);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function stepsTo(contest: Contest, { since }: Waiting): Step[] {
  const day = decisionDay(contest, since);
  const steps = stepsAfter(since, waitsOn, day);
  return day ? inOrder([...steps, ...stepsAround(day, ['1d', '3h'], waitsOn)]) : steps;
}

/** The day of the committee's decision, where it lay ahead when this began to wait. */
function decisionDay({ windows }: Contest, since: Date): Date | null {
  const closes = windows.decision?.closes;
  return closes && closes > since ? closes : null;
}

function wordsFor(
  t: Words,
  { act, since, number }: Waiting,
  { day, isOver }: { day: Date | null; isOver: boolean },
): Pick<Debt, 'says' | 'offer'> {
  const about = { number, since: t.moment(since) };
  const until = day && t(isOver ? 'remind.wasUntil' : 'remind.until', { closes: t.moment(day) });
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
