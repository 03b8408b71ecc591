import { isNight } from '../domain/dates.js';
import type { Result } from '../store/documents.js';
import type { Work } from '../turn.js';
import { closesFor, finalMark, openComplaints } from './complaints.js';
import { allContests, type Contest } from './contest.js';
import { latestLock } from './locks.js';
import { isDone, once } from './once.js';
import { isOutOfDate, latestResult, newestProposal } from './publishResults.js';
import { workedOut } from './recomputeResult.js';
import { lockBehind, publishedInput } from './resultInput.js';
import { finalSeat } from './seats.js';
import { tellGroups } from './tell.js';

/** What arrived in time has been worked by then. */
const MARGIN_MS = 5 * 60_000;

/**
 * When no more complaints are taken and none is open, and nothing is left to be corrected, the result is final,
 * and the groups hear of it once.
 */
export async function finishComplaints(work: Work): Promise<void> {
  for (const contest of await allContests(work)) {
    const open = await openComplaints(work, contest);
    if (isNight(work.now)) continue;
    if (open.length > 0) continue;
    const result = await latestResult(work, contest);
    const closes = closesFor(contest, result);
    if (!result || !closes || work.now.getTime() <= closes.getTime() + MARGIN_MS) continue;
    if (isDone(contest, finalMark(result.version)) || (await mayBeCorrected(work, contest, result))) continue;
    const about = { contest: contest.plan.shortName, at: work.t.moment(closes) };
    await once(work, contest, finalMark(result.version), async (key) => {
      await tellGroups(work, contest, 'results', work.t('complaint.finalTold', about), key);
    });
  }
}

/**
 * A correction is owed since somebody was right or what was ruled about engagement makes another result, one is
 * proposed, or the judges score once more.
 */
async function mayBeCorrected(work: Work, contest: Contest, result: Result): Promise<boolean> {
  const { publishedAt } = result;
  if (await isRuledOtherwise(work, contest, result)) return true;
  const owed = { 'answer.upheld': true, 'answer.at': { $gt: publishedAt } };
  if (await work.store.complaints.exists({ contest: contest.id, ...owed })) return true;
  if ((await latestLock(work, contest, finalSeat(contest)))?.reopened) return true;
  const newest = await newestProposal(work, contest);
  const waits = newest !== null && (newest.state === 'proposed' || newest.state === 'approved');
  // What is out of date can't be published any more.
  return waits && !(await isOutOfDate(work, contest, newest));
}

/** Would the rulings since make another result of the same sheets? One that was set aside again makes none. */
async function isRuledOtherwise(work: Work, contest: Contest, result: Result): Promise<boolean> {
  const { rulings = 0 } = result;
  if (!(await work.store.rulings.exists({ contest: contest.id, number: { $gt: rulings } }))) return false;
  const lock = await lockBehind(work, contest, result);
  const outcomeWith = async (ruled: number) =>
    JSON.stringify(
      workedOut(
        contest,
        (await publishedInput(work, contest, { ...result, rulings: ruled }, lock)).input,
        result,
      ),
    );
  return (await outcomeWith(rulings)) !== (await outcomeWith(Number.MAX_SAFE_INTEGER));
}
