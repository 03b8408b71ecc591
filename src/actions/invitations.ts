import { Refusal } from '../domain/refusal.js';
import { type RoleName, roleNames } from '../domain/roles.js';
import type { Code } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { covers, rightOf } from './permissions.js';

/** A code that makes whoever types it first a holder of its role. */
export type Invitation = Code & { purpose: RoleName };

/** The invitations nobody has used yet, oldest first, to those of these roles that this person may give. */
export async function unusedInvitations(
  turn: Turn,
  contest: Contest,
  roles: readonly RoleName[] = roleNames,
): Promise<Invitation[]> {
  const rights = await Promise.all(
    roles.map(async (role) => [role, await rightOf(turn, contest, `appoint:${role}`)] as const),
  );
  const reach = new Map(rights);
  const codes = await turn.store.codes
    .find({ contest: contest.id, purpose: { $in: roles }, usedBy: null })
    .sort({ createdAt: 1, _id: 1 })
    .lean<Invitation[]>();
  return codes.filter(({ purpose, unit }) => {
    const right = reach.get(purpose);
    return right !== undefined && covers(contest, right, unit ?? contest.plan.units.root);
  });
}

/** An invitation that nobody has used is used up, so that nobody comes in with it. */
export async function revokeInvitation(turn: Turn, contest: Contest, code: string): Promise<void> {
  const invitation = await turn.store.codes
    .findOne({ _id: code, contest: contest.id, purpose: { $in: roleNames } })
    .lean<Invitation>();
  if (!invitation) throw new Refusal('roles.noSuchCode');
  const right = await rightOf(turn, contest, `appoint:${invitation.purpose}`);
  if (!covers(contest, right, invitation.unit ?? contest.plan.units.root))
    throw new Refusal('roles.noSuchCode');
  const used = { usedBy: turn.chat._id, usedAt: turn.now, revokedAt: turn.now };
  const { matchedCount } = await turn.store.codes.updateOne(
    { _id: code, $or: [{ usedBy: null }, used] },
    { $set: used },
  );
  if (matchedCount === 0) throw new Refusal('roles.noSuchCode');
}
