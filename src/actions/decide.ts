import { hasClosed, hasOpened } from '../domain/dates.js';
import { type Decision, rankingWaitsFor, withDecisions } from '../domain/decisions.js';
import { isUnknown } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { type Contest, contestById } from './contest.js';
import { needRight } from './permissions.js';
import { rankNow } from './publishResults.js';
import { tellGroups } from './tell.js';

/** The points of each criterion: to be settled before the first sheet can be filled in. */
export async function mayDecideRubric(
  turn: Turn,
  contest: Contest,
): Promise<{ id: string; label: string }[]> {
  await needRight(turn, contest, 'settlePlan');
  const { criteria } = contest.plan.scoring;
  if (isUnknown(criteria)) throw new Refusal('decide.noCriteria');
  if (criteria.every(({ max }) => !isUnknown(max))) throw new Refusal('decide.rubricStands');
  if (await turn.store.sheets.exists({ contest: contest.id })) throw new Refusal('decide.scored');
  return criteria.map(({ id, label }) => ({ id, label }));
}

/** What a like and a share are worth, and how points become the audience's part: before the vote opens. */
export async function mayDecideConversion(turn: Turn, contest: Contest): Promise<void> {
  await needRight(turn, contest, 'settlePlan');
  const { audience } = contest.plan.scoring;
  if (audience.mode !== 'score') throw new Refusal('decide.noAudience');
  if (!isUnknown(audience.points.like) && !isUnknown(audience.scale))
    throw new Refusal('decide.conversionStands');
  const voting = contest.windows.voting;
  if (voting && hasOpened(voting, turn.now) && voting.opens)
    throw new Refusal('decide.votingOpen', { opens: turn.t.moment(voting.opens) });
}

/** How many sheets an entry needs to be ranked: while sheets can still come in. */
export async function mayDecideQuorum(turn: Turn, contest: Contest): Promise<void> {
  await needRight(turn, contest, 'settlePlan');
  if (!isUnknown(contest.plan.scoring.jury.quorum)) throw new Refusal('decide.quorumStands');
  const { judging } = contest.windows;
  if (!judging || !hasClosed(judging, turn.now)) return;
  if (rankingWaitsFor(contest.plan).length > 0) return;
  // While nothing can be ranked nobody has seen an aggregate, so nobody can bend the result by it.
  const { ranking } = await rankNow(turn, contest);
  if (ranking.places.length > 0)
    throw new Refusal('decide.judgingClosed', { closes: turn.t.moment(judging.closes) });
}

/** Settles what the plan left open, and tells the groups, since everyone is judged by it. */
export async function decide(
  turn: Turn,
  contest: Contest,
  settled: { path: string; value: unknown }[],
  said: {
    note: string;
    announcement: Parameters<typeof tellGroups>[2];
    /** Whether it may still be settled: asked again now, since the question may have waited for days. */
    may: (turn: Turn, contest: Contest) => Promise<unknown>;
  },
): Promise<Contest> {
  const decisions: (Decision & { turn: string })[] = settled.map(({ path, value }) => ({
    path,
    value,
    by: turn.person,
    at: turn.now,
    note: said.note,
    turn: turn.id,
  }));
  const repeated = await turn.store.contests.exists({ _id: contest.id, 'decisions.turn': turn.id });
  if (!repeated) {
    await said.may(turn, contest);
    withDecisions(contest.plan, decisions);
    const paths = settled.map(({ path }) => path);
    const { modifiedCount } = await turn.store.contests.updateOne(
      { _id: contest.id, 'decisions.path': { $nin: paths } },
      { $push: { decisions: { $each: decisions } }, $inc: { version: 1 } },
    );
    if (modifiedCount === 0) throw new Refusal('decide.already');
  }
  await tellGroups(turn, contest, said.announcement, `decided/${contest.id}/${turn.id}`);
  return contestById(turn, contest.id);
}
