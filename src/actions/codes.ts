import type { GroupPurpose } from '../domain/groups.js';
import { Refusal } from '../domain/refusal.js';
import { jury, type RoleName } from '../domain/roles.js';
import { selectionOf } from '../domain/selection.js';
import { fold } from '../domain/text.js';
import type { Code, ContestId, Group, Role } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import { type Contest, contestById } from './contest.js';
import { mayHold } from './holds.js';
import { needRight } from './permissions.js';
import { capital, unitName } from './registrations.js';
import { declareRelation } from './relations.js';
import { replacedBy, roleById, takeUpRole } from './roles.js';
import { tellHead } from './tellHead.js';

/** Makes a one-time code. The same work makes the same code when it is repeated. */
export async function makeCode(
  work: Work,
  contest: ContestId | null,
  about: Pick<Code, 'purpose' | 'name' | 'by' | 'replaces' | 'home'> & {
    unit?: string | null;
    team?: string;
    groupPurpose?: GroupPurpose;
    expiresAt?: Date;
  },
): Promise<string> {
  const { purpose, name, by, unit = null, team = null, expiresAt = null } = about;
  const { replaces, home, groupPurpose } = about;
  const _id = work.code(purpose);
  await work.store.codes.updateOne(
    { _id },
    {
      $setOnInsert: {
        contest,
        purpose,
        unit,
        team,
        ...(replaces && { replaces }),
        ...(home && { home }),
        ...(groupPurpose && { groupPurpose }),
        name,
        by,
        createdAt: work.now,
        expiresAt,
        usedBy: null,
        usedAt: null,
      },
    },
    { upsert: true },
  );
  return _id;
}

/** Refuses who may invite nobody to this role. */
export const mayInvite = (turn: Turn, contest: Contest, role: RoleName): Promise<void> =>
  needRight(turn, contest, `appoint:${role}`);

/** Who is invited to what; `replaces`: in whose place; `home`: of which unit, whose entries he then doesn't score. */
export type Invited = {
  role: RoleName;
  unit: string | null;
  name: string | null;
  replaces?: string;
  home?: string;
};

/** A code for one person, who holds the role once he has typed it. */
export async function invite(turn: Turn, contest: Contest, about: Invited): Promise<string> {
  const { role, unit, name, replaces, home } = about;
  const { plan, units } = contest;
  await needRight(turn, contest, `appoint:${role}`, unit ?? plan.units.root);
  if (unit !== null && jury.includes(role) && units.get(unit)?.level !== selectionOf(plan)?.level)
    throw new Refusal('invite.noSelection', { unit: capital(unitName(contest, unit)) });
  return makeCode(turn, contest.id, {
    purpose: role,
    unit,
    name,
    by: turn.person,
    ...(replaces && { replaces }),
    ...(home && { home }),
  });
}

/** What was typed as a code, if it looks like one: eight letters and digits, however spaced. */
export function readCode(text: string): string | null {
  const code = text.replace(/[\s.-]/g, '').toUpperCase();
  return /^[A-Z0-9]{8}$/.test(code) ? code : null;
}

/** What may be a code among other words: no syllable of Vietnamese has eight plain letters. */
export const codesIn = (text: string): string[] => [
  ...new Set(
    (text.normalize('NFC').match(/(?<![\p{L}\d])[A-Za-z\d]{8}(?![\p{L}\d])/gu) ?? [])
      .filter((word) => /[A-Za-z]/.test(word))
      .map((word) => word.toUpperCase()),
  ),
];

const BESIDE_CODE = new Set(
  'ma moi lien ket nhan doi nhom code cua em toi minh anh chi la day nay thu a nhe voi da vang xin gui nhap so'.split(
    ' ',
  ),
);

/** `Mã của tôi là UB3QMJMV`: says nothing but a code. */
export const saysOnlyCode = (text: string, code: string): boolean =>
  fold(text)
    .replace(code.toLowerCase(), ' ')
    .split(/[^\p{L}\d]+/u)
    .every((word) => word === '' || BESIDE_CODE.has(word));

export const findCode = (work: Work, code: string): Promise<Code | null> =>
  work.store.codes.findById(code).lean<Code>().exec();

export type Joined = {
  contest: Contest;
  role: RoleName;
  unit: string | null;
  name: string;
  /** The unit he comes from, as who invited him said. */
  home: string | null;
  /** In whose place he judges. */
  insteadOf: string | null;
};

/** Whoever types an invitation code holds its role from then on, and the chat is about its contest. */
export async function redeemInvitation(turn: Turn, code: Code): Promise<Joined> {
  const { purpose: role } = code;
  const unit = code.unit ?? null;
  if (role === 'group' || role === 'link' || role === 'team' || code.contest === null)
    throw new Refusal('codes.groupOnly');
  const contest = await contestById(turn, code.contest);
  if (code.revokedAt) throw new Refusal('codes.used');
  // The questions that are open here are another contest's.
  if (turn.chat.progress && turn.chat.contest !== contest.id)
    throw new Refusal('contests.unfinished', { contest: contest.plan.shortName });
  const name = code.name ?? turn.personName;
  const _id = `${contest.id}/${code._id}`;
  const given = await turn.store.roles.findById(_id).lean<Role>();
  if (given?.endedAt) throw new Refusal('codes.used');
  const duties = await turn.duties(contest.id);
  if (!given && duties.some((duty) => duty.role === role && duty.unit === unit) && code.usedBy === null)
    throw new Refusal('codes.alreadyHeld');
  await mayHold(turn, contest, { person: turn.person, name }, { as: role, unit });
  await claimCode(turn, code);
  const { replaces = null, home = null } = code;
  await takeUpRole(turn, contest, { _id, role, unit, name, by: code.by, replaces });
  if (home !== null) await declareHome(turn, contest, home);
  await turn.store.people.updateOne({ _id: turn.person }, { $set: { name } });
  turn.chat.contest = contest.id;
  const taken = await roleById(turn, _id);
  const insteadOf = await replacedBy(turn, taken);
  if (insteadOf !== null)
    await tellHead(turn, contest, taken, turn.t('judges.toHeadSubstitute', { name, before: insteadOf }));
  return { contest, role, unit, name, home, insteadOf };
}

/** The unit is his own as if he had declared it himself. */
const declareHome = (turn: Turn, contest: Contest, home: string): Promise<void> =>
  declareRelation(turn, contest, {
    to: { unit: home },
    words: turn.t.plain('invite.homeDeclared', { unit: unitName(contest, home) }),
  });

/** Binds the group in which the code is typed, for what the code is made for; also one that is bound already. */
export async function bindGroup(
  turn: Turn,
  code: Code,
  title: string,
): Promise<{ contest: Contest; group: Pick<Group, 'purpose' | 'unit'> }> {
  await claimCode(turn, code);
  // Everybody in the group has read it: it is used up, so that nobody slips in with it.
  if (code.purpose !== 'group' || code.contest === null) throw new Refusal('codes.privateOnly');
  const contest = await contestById(turn, code.contest);
  const group = { purpose: code.groupPurpose ?? ('everyone' as const), unit: code.unit };
  await turn.store.groups.updateOne(
    { _id: `${contest.id}/${turn.chat._id}` },
    {
      $set: { ...group, title, endedAt: null, endedBy: null, endedTurn: null, lostAt: null },
      $setOnInsert: { contest: contest.id, chat: turn.chat._id, by: turn.person, since: turn.now },
    },
    { upsert: true },
  );
  turn.chat.contest = contest.id;
  return { contest, group };
}

/** A code works once; to the chat that has used it, it is its own. */
export async function claimCode(turn: Turn, code: Code): Promise<void> {
  const { matchedCount } = await turn.store.codes.updateOne(
    { _id: code._id, usedBy: { $in: [null, turn.chat._id] }, revokedAt: null },
    { $set: { usedBy: turn.chat._id, usedAt: turn.now } },
  );
  if (matchedCount === 0) throw new Refusal('codes.used');
}
