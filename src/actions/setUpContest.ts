import { CannotStart } from '../cannotStart.js';
import { rolesFor } from '../domain/permissions.js';
import { found } from '../domain/plan/check/finding.js';
import { checkPlan, type Finding } from '../domain/plan/check.js';
import { type Plan, planSchema } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import { clusterFaults, type Units } from '../domain/units.js';
import { readContest } from '../store/contestFiles.js';
import type { ContestId } from '../store/documents.js';
import { newContest } from '../store/newContest.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import { type Told, tell, tellShape } from './checkContest.js';
import { allContests, type Contest, contestById, contestOf } from './contest.js';
import { bodiesOf, may } from './permissions.js';
import { takeUpRole } from './roles.js';

/** The contests whose plan this person may take over for another; refuses who runs none here. */
export async function maySetUp(turn: Turn): Promise<Contest[]> {
  const own: Contest[] = [];
  for (const contest of await allContests(turn))
    if (await may(turn, contest, 'setUpContest')) own.push(contest);
  if (own.length > 0) return own;
  throw new Refusal('setUp.only', {
    who: bodiesOf(turn.t, rolesFor((await contestOf(turn)).plan, 'setUpContest')),
  });
}

/** The plan of a contest as a pattern: with its newest rules, without what was decided and moved in it. */
export async function patternOf(work: Work, { id, plan }: Contest): Promise<Plan> {
  const stored = await work.store.contests.findById(id, { plan: 1 }).lean();
  if (!stored) throw new Refusal('common.noContest');
  const written = planSchema.parse(stored.plan);
  return { ...written, texts: { ...written.texts, rules: plan.texts.rules } };
}

/** Refuses an id that another contest here has; to the turn that gave it to a contest it is free. */
export async function needFreeId(work: Work, id: ContestId): Promise<void> {
  const taken = await work.store.contests.findById(id, { turn: 1 }).lean();
  if (taken && taken.turn !== work.id) throw new Refusal('setUp.taken', { id });
}

/**
 * What the checker finds in a plan that is to become a contest here. `broken`: what it can't do without is
 * missing, the units that it names.
 */
export async function examine(work: Work, plan: Plan): Promise<{ findings: Finding[]; broken: Finding[] }> {
  const units = await listOf(work, plan);
  const upper = plan.feeds && (await allContests(work)).find(({ id }) => id === plan.feeds?.contest);
  const findings = checkPlan(plan, { units, ...(plan.feeds && { upper: upper?.plan ?? null }) });
  const broken = findings.filter(({ path, severity }) => severity === 'error' && /^units\./.test(path));
  const [fault] = units && broken.length === 0 ? clusterFaults(units, plan.units.clusters) : [];
  if (!fault) return { findings, broken };
  const { list } = plan.units;
  return {
    findings,
    broken: [found('no_such_unit', `units.clusters.${fault.cluster}`, { code: fault.unit, list })],
  };
}

async function listOf(work: Work, { units: { list } }: Plan): Promise<Units | null> {
  try {
    return await work.tools.units(list);
  } catch (error) {
    if (error instanceof CannotStart && error.key === 'operator.unitListMissing') return null;
    throw error;
  }
}

/** A contest document in words: the plan, or all that keeps it from being one here, with lines. */
export async function readDocument(work: Work, text: string): Promise<{ plan: Plan } | { wrong: Told[] }> {
  const read = readContest(text);
  if ('findings' in read) return { wrong: read.findings.map((finding) => tellShape(work.t, finding)) };
  const { broken } = await examine(work, read.plan);
  if (broken.length === 0) return { plan: read.plan };
  return { wrong: broken.map((finding) => tell(work.t, finding, read.lineOf(finding.path))) };
}

/** A plan becomes a contest. Nothing that is there is changed: an id that is taken is refused. */
export async function addContest(work: Work, plan: Plan, turn?: string): Promise<Contest> {
  const { broken } = await examine(work, plan);
  const [fault] = broken;
  if (fault) throw new Refusal('setUp.unitsWrong', { message: tell(work.t, fault, null).message });
  await needFreeId(work, plan.id);
  try {
    await work.store.contests.create(newContest(plan, { at: work.now, ...(turn !== undefined && { turn }) }));
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // The same turn once more, or somebody was quicker.
    await needFreeId(work, plan.id);
  }
  return contestById(work, plan.id);
}

/** Sets a contest up in a chat: whoever does is its first organizer, and the chat is about it from then on. */
export async function setUpContest(turn: Turn, plan: Plan): Promise<Contest> {
  await maySetUp(turn);
  await mayFeed(turn, plan);
  const contest = await addContest(turn, plan, turn.id);
  const name = await ownName(turn);
  const _id = `${contest.id}/${turn.id}`;
  await takeUpRole(turn, contest, { _id, role: 'organizer', unit: null, name, by: turn.person });
  turn.chat.contest = contest.id;
  return contest;
}

/**
 * What a contest sends up takes a place in the one above: only who runs that one says that it may. Where the
 * one above isn't here, it is on paper and asks nobody.
 */
export async function mayFeed(turn: Turn, { feeds }: Pick<Plan, 'feeds'>): Promise<void> {
  const upper = feeds && (await allContests(turn)).find(({ id }) => id === feeds.contest);
  if (!upper || (await may(turn, upper, 'setUpContest'))) return;
  throw new Refusal('setUp.feedsOther', {
    contest: upper.plan.shortName,
    who: bodiesOf(turn.t, rolesFor(upper.plan, 'setUpContest')),
  });
}

/** As he is called where he runs a contest already. */
async function ownName(turn: Turn): Promise<string> {
  const role = await turn.store.roles
    .findOne({ person: turn.person, endedAt: null }, { name: 1 })
    .sort({ since: -1 })
    .lean();
  return role?.name ?? turn.personName;
}
