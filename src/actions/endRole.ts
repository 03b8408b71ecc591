import { Refusal } from '../domain/refusal.js';
import { jury } from '../domain/roles.js';
import { type Seat, seatsOf } from '../domain/selection.js';
import { finalWindow } from '../domain/stage.js';
import type { Role } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { releaseHold } from './holds.js';
import { lockInForce } from './lockSheets.js';
import { lockedAt } from './locks.js';
import { needRight } from './permissions.js';
import { judgedRounds } from './seats.js';
import { tellHead } from './tellHead.js';

/** Refuses who may not end this role. Nobody ends his own: a contest always keeps an organizer. */
export async function mayEndRole(turn: Turn, contest: Contest, role: Role): Promise<void> {
  await needRight(turn, contest, `appoint:${role.role}`, role.unit ?? contest.plan.units.root);
  if (role.person === turn.person) throw new Refusal('roles.ownRole');
  if (role.endedAt === null) await needUnseenRanking(turn, contest, role);
}

/**
 * Only sheets of those who sit are counted. Once a unit's ranking can be seen its jury stays as it is, or
 * somebody could bend the ranking by whom he dismisses.
 */
async function needUnseenRanking(turn: Turn, contest: Contest, role: Role): Promise<void> {
  const [seat] = jury.includes(role.role) ? seatsOf(contest, [role]) : [];
  if (!seat) return;
  // What the final is ranked from is written down: whose role ends later changes nothing.
  if (seat.round === null) return void (await frozen(turn, contest, seat));
  if (!judgedRounds(contest).some(({ round }) => round === seat.round)) return;
  const locked = await lockedAt(turn, contest, seat);
  if (locked) throw new Refusal('judges.locked', { at: turn.t.moment(locked), name: role.name });
}

/** Where the judging is over, it is locked before anything else changes. */
const frozen = (turn: Turn, contest: Contest, seat: Seat) =>
  contest.windows[finalWindow(contest.plan)] ? lockInForce(turn, contest, seat) : null;

/**
 * Ends a role; that it was held, until when and why it ended is kept. A judge who has scored stays out of
 * everything else in this contest all the same.
 */
export async function endRole(turn: Turn, contest: Contest, role: Role, reason: string): Promise<void> {
  const { store } = turn;
  await mayEndRole(turn, contest, role);
  const ending = { endedAt: turn.now, endedBy: turn.person, endReason: reason };
  const { matchedCount } = await store.roles.updateOne(
    { _id: role._id, $or: [{ endedAt: null }, ending] },
    { $set: { ...ending, held: null } },
  );
  if (matchedCount === 0) throw new Refusal('roles.endedAlready', { name: role.name });
  const { person, name, role: as, unit } = role;
  const about = { name, at: turn.t.moment(turn.now), reason };
  await tellHead(turn, contest, role, turn.t('judges.toHeadDismissed', about));
  if (jury.includes(as) && (await store.sheets.exists({ contest: contest.id, judge: person }))) return;
  await releaseHold(turn, { person, name }, { contest: contest.id, as, unit });
}
