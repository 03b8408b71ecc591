import { Refusal } from '../domain/refusal.js';
import { jury } from '../domain/roles.js';
import { seatsOf } from '../domain/selection.js';
import { finalWindow } from '../domain/stage.js';
import type { Code, Role } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { endRole, mayEndRole } from './endRole.js';
import { unusedInvitations } from './invitations.js';
import { judgedSoFar, type SoFar } from './judgedSoFar.js';
import { lockedAt } from './locks.js';
import { covers, needRight, rightOf } from './permissions.js';
import { judgeProgress } from './recordScore.js';
import { unitsDeclared } from './relations.js';
import { replacedBy, rolesIn } from './roles.js';
import { tellPerson } from './tell.js';

/**
 * Who judges, in whose place, how far each is, of which units he scores nothing (`homes`), and which invitations
 * nobody has used yet.
 */
export type Jury = {
  judges: (Role & { soFar: SoFar; insteadOf: string | null; homes: string[] })[];
  codes: Code[];
};

export async function juryOf(turn: Turn, contest: Contest): Promise<Jury> {
  await needRight(turn, contest, 'appoint:judge');
  const right = await rightOf(turn, contest, 'appoint:judge');
  const isOwn = ({ unit }: { unit: string | null }) =>
    covers(contest, right, unit ?? contest.plan.units.root);
  const judges = await Promise.all(
    (await rolesIn(turn, contest, jury)).filter(isOwn).map(async (judge) => ({
      ...judge,
      soFar: await soFarOf(turn, contest, judge),
      insteadOf: await replacedBy(turn, judge),
      homes: await unitsDeclared(turn, contest, judge.person),
    })),
  );
  return { judges, codes: await unusedInvitations(turn, contest, jury) };
}

const seatOf = (contest: Contest, role: Role) => seatsOf(contest, [role])[0] ?? null;

async function soFarOf(turn: Turn, contest: Contest, role: Role): Promise<SoFar> {
  const seat = seatOf(contest, role);
  if (!seat) return { scored: 0, count: 0, parts: null };
  const progress = await judgeProgress(turn, contest, { judge: role.person, seat });
  return judgedSoFar(turn, contest, seat, progress);
}

/** The judge in question; refuses when there is none, and when the sheets are locked or the result is out. */
export async function mayDismiss(
  turn: Turn,
  contest: Contest,
  role: string,
): Promise<Jury['judges'][number]> {
  const { judges } = await juryOf(turn, contest);
  const judge = judges.find((each) => each._id === role);
  if (!judge) throw new Refusal('judges.noSuchJudge');
  const seat = seatOf(contest, judge);
  const inFinal = seat?.round === null && contest.windows[finalWindow(contest.plan)] ? seat : null;
  const locked = inFinal && (await lockedAt(turn, contest, inFinal));
  // What was reopened after a publication is judged again.
  if ((locked || !inFinal) && (await turn.store.results.exists({ contest: contest.id })))
    throw new Refusal('judges.published');
  if (locked) throw new Refusal('judges.lockedFinal', { at: turn.t.moment(locked), name: judge.name });
  await mayEndRole(turn, contest, judge);
  return judge;
}

/** The judge sits no longer. What he has scored is kept and not counted, since only those who sit are. */
export async function dismissJudge(
  turn: Turn,
  contest: Contest,
  { role: id, reason }: { role: string; reason: string },
): Promise<void> {
  const { store, t } = turn;
  const ended = await store.roles.findOne({ _id: id, endedAt: turn.now, endedBy: turn.person }).lean<Role>();
  const judge = ended ?? (await mayDismiss(turn, contest, id));
  await endRole(turn, contest, judge, reason);
  const about = { contest: contest.plan.shortName, at: t.moment(turn.now), reason };
  await tellPerson(turn, judge.person, t('judges.toJudge', about), `dismissed/${contest.id}/${turn.id}`);
}

/** The judge who was dismissed, and for whom somebody else may be invited. */
export async function mayReplace(turn: Turn, contest: Contest, id: string): Promise<Role> {
  const role = await turn.store.roles.findById(id).lean<Role>();
  if (role?.contest !== contest.id || !jury.includes(role.role) || role.endedAt === null)
    throw new Refusal('judges.noSuchDismissed');
  await needRight(turn, contest, `appoint:${role.role}`, role.unit ?? contest.plan.units.root);
  return role;
}
