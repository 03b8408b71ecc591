import { Refusal } from '../domain/refusal.js';
import { jury } from '../domain/roles.js';
import { seatsOf } from '../domain/selection.js';
import type { Code, Role } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { endRole, mayEndRole } from './endRole.js';
import { unusedInvitations } from './invitations.js';
import { covers, needRight, rightOf } from './permissions.js';
import { inRound } from './recordScore.js';
import { rolesIn } from './roles.js';
import { entriesAt } from './seats.js';
import { tellPerson } from './tell.js';

/** Who judges, how many sheets of how many each has filled in, and which invitations nobody has used yet. */
export type Jury = { judges: (Role & { sheets: number; entries: number })[]; codes: Code[] };

export async function juryOf(turn: Turn, contest: Contest): Promise<Jury> {
  await needRight(turn, contest, 'appoint:judge');
  const right = await rightOf(turn, contest, 'appoint:judge');
  const isOwn = ({ unit }: { unit: string | null }) =>
    covers(contest, right, unit ?? contest.plan.units.root);
  const judges = await Promise.all(
    (await rolesIn(turn, contest, jury)).filter(isOwn).map(async (judge) => ({
      ...judge,
      sheets: await sheetsOf(turn, contest, judge),
      entries: await entriesOf(turn, contest, judge),
    })),
  );
  return { judges, codes: await unusedInvitations(turn, contest, jury) };
}

const seatOf = (contest: Contest, role: Role) => seatsOf(contest, [role])[0] ?? null;

async function sheetsOf({ store }: Turn, contest: Contest, role: Role): Promise<number> {
  const seat = seatOf(contest, role);
  return seat
    ? store.sheets.countDocuments({ contest: contest.id, judge: role.person, ...inRound(seat) })
    : 0;
}

async function entriesOf(turn: Turn, contest: Contest, role: Role): Promise<number> {
  const seat = seatOf(contest, role);
  return seat ? (await entriesAt(turn, contest, seat)).length : 0;
}

/** The judge in question; refuses when there is none, or when the result is out. */
export async function mayDismiss(
  turn: Turn,
  contest: Contest,
  role: string,
): Promise<Jury['judges'][number]> {
  const { judges } = await juryOf(turn, contest);
  if (await turn.store.results.exists({ contest: contest.id })) throw new Refusal('judges.published');
  const judge = judges.find((each) => each._id === role);
  if (!judge) throw new Refusal('judges.noSuchJudge');
  await mayEndRole(turn, contest, judge);
  return judge;
}

/** The judge sits no longer. What he has scored is kept and not counted, since only those who sit are. */
export async function dismissJudge(
  turn: Turn,
  contest: Contest,
  { role: id, reason }: { role: string; reason: string },
): Promise<{ sheets: number }> {
  const { store, t } = turn;
  const ended = await store.roles.findOne({ _id: id, endedAt: turn.now, endedBy: turn.person }).lean<Role>();
  const judge = ended ?? (await mayDismiss(turn, contest, id));
  await endRole(turn, contest, judge, reason);
  const about = { contest: contest.plan.shortName, at: t.moment(turn.now) };
  await tellPerson(turn, judge.person, t('judges.toJudge', about), `dismissed/${contest.id}/${turn.id}`);
  return { sheets: await sheetsOf(turn, contest, judge) };
}
