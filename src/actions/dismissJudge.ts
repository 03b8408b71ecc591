import { Refusal } from '../domain/refusal.js';
import type { Code, Role } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { type Contest, needRole } from './contest.js';
import { tellPerson } from './tell.js';

/** Who judges, how many sheets each has filled in, and which invitations nobody has used yet. */
export type Jury = { judges: (Role & { sheets: number })[]; codes: Code[] };

export async function juryOf(turn: Turn, contest: Contest): Promise<Jury> {
  await needRole(turn, contest, 'organizer');
  const { roles, codes, sheets } = turn.store;
  const found = await roles
    .find({ contest: contest.id, role: 'judge' })
    .sort({ since: 1, _id: 1 })
    .lean<Role[]>();
  const judges = await Promise.all(
    found.map(async (judge) => ({
      ...judge,
      sheets: await sheets.countDocuments({ contest: contest.id, judge: judge.person }),
    })),
  );
  const unused = await codes
    .find({ contest: contest.id, purpose: 'judge', usedBy: null })
    .sort({ createdAt: 1, _id: 1 })
    .lean<Code[]>();
  return { judges, codes: unused };
}

/** The judge in question; refuses when there is none, or when the result is out. */
export async function mayDismiss(
  turn: Turn,
  contest: Contest,
  person: string,
): Promise<Jury['judges'][number]> {
  const { judges } = await juryOf(turn, contest);
  if (await turn.store.results.exists({ contest: contest.id })) throw new Refusal('judges.published');
  const judge = judges.find((each) => each.person === person);
  if (!judge) throw new Refusal('judges.noSuchJudge');
  return judge;
}

/**
 * The judge sits no longer. What he has scored is kept and not counted, since only those who sit are. The
 * record comes first: a turn that is repeated finds by it what it had begun.
 */
export async function dismissJudge(
  turn: Turn,
  contest: Contest,
  { person, reason }: { person: string; reason: string },
): Promise<{ sheets: number }> {
  const { store, t } = turn;
  const _id = `${contest.id}/${turn.id}`;
  if (!(await store.dismissals.exists({ _id }))) {
    const { name } = await mayDismiss(turn, contest, person);
    const dismissal = { contest: contest.id, person, name, reason, by: turn.person, at: turn.now };
    await store.dismissals.updateOne({ _id }, { $setOnInsert: dismissal }, { upsert: true });
  }
  await store.roles.deleteOne({ _id: `${contest.id}/judge/${person}` });
  const about = { contest: contest.plan.shortName, at: t.moment(turn.now) };
  await tellPerson(turn, person, t('judges.toJudge', about), `dismissed/${_id}`);
  return { sheets: await store.sheets.countDocuments({ contest: contest.id, judge: person }) };
}

/** An invitation that nobody has used is used up, so that nobody comes in with it. */
export async function revokeCode(turn: Turn, contest: Contest, code: string): Promise<void> {
  await needRole(turn, contest, 'organizer');
  const { matchedCount } = await turn.store.codes.updateOne(
    { _id: code, contest: contest.id, purpose: 'judge', usedBy: { $in: [null, turn.chat._id] } },
    { $set: { usedBy: turn.chat._id, usedAt: turn.now } },
  );
  if (matchedCount === 0) throw new Refusal('judges.noSuchCode');
}
