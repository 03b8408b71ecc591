import { Refusal } from '../domain/refusal.js';
import type { Code, RoleName } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import { type Contest, contestById, needRole } from './contest.js';

/** Makes a one-time code. The same work makes the same code when it is repeated. */
export async function makeCode(
  work: Work,
  contest: string,
  about: { purpose: Code['purpose']; name: string | null; by: string | null; label?: string },
): Promise<string> {
  const _id = work.code(about.label ?? about.purpose);
  await work.store.codes.updateOne(
    { _id },
    {
      $setOnInsert: {
        contest,
        purpose: about.purpose,
        name: about.name,
        by: about.by,
        createdAt: work.now,
        usedBy: null,
        usedAt: null,
      },
    },
    { upsert: true },
  );
  return _id;
}

export async function inviteJudge(turn: Turn, contest: Contest, name: string | null): Promise<string> {
  await needRole(turn, contest, 'organizer');
  return makeCode(turn, contest.id, { purpose: 'judge', name, by: turn.person });
}

/** What was typed as a code, if it looks like one: eight letters and digits, however spaced. */
export function readCode(text: string): string | null {
  const code = text.replace(/[\s.-]/g, '').toUpperCase();
  return /^[A-Z0-9]{8}$/.test(code) ? code : null;
}

export const findCode = (work: Work, code: string): Promise<Code | null> =>
  work.store.codes.findById(code).lean<Code>().exec();

/** Whoever types an invitation code holds its role from then on. A code works once. */
export async function redeemInvitation(
  turn: Turn,
  code: Code,
): Promise<{ contest: Contest; role: RoleName; name: string }> {
  const contest = await contestById(turn, code.contest);
  if (code.purpose === 'group') throw new Refusal('codes.groupOnly');
  // Who judges or organizes can't be an author in the same contest, and the other way round.
  if (await turn.store.registrations.exists({ _id: `${contest.id}/${turn.person}` }))
    throw new Refusal('codes.barred');
  const role = code.purpose;
  // Whoever sees how the contest stands must not be one of those who decide it.
  const roles = await turn.roles(contest.id);
  if (roles.some((held) => held !== role)) throw new Refusal('codes.otherRole');
  if (roles.includes(role) && code.usedBy !== turn.chat._id) throw new Refusal('codes.alreadyHeld');
  await claim(turn, code);
  const name = code.name ?? turn.personName;
  await turn.store.roles.updateOne(
    { _id: `${contest.id}/${role}/${turn.person}` },
    { $setOnInsert: { contest: contest.id, person: turn.person, role, name, since: turn.now } },
    { upsert: true },
  );
  await turn.store.people.updateOne(
    { _id: turn.person },
    { $set: { name }, $setOnInsert: { phone: null, createdAt: turn.now } },
    { upsert: true },
  );
  turn.chat.contest = contest.id;
  return { contest, role, name };
}

/** Binds the group in which the code is typed. */
export async function bindGroup(turn: Turn, code: Code, title: string): Promise<Contest> {
  const contest = await contestById(turn, code.contest);
  await claim(turn, code);
  // Everybody in the group has read it: it is used up, so that nobody slips in with it.
  if (code.purpose !== 'group') throw new Refusal('codes.privateOnly');
  await turn.store.groups.updateOne(
    { _id: `${contest.id}/${turn.chat._id}` },
    { $setOnInsert: { contest: contest.id, chat: turn.chat._id, title, by: turn.person, since: turn.now } },
    { upsert: true },
  );
  turn.chat.contest = contest.id;
  return contest;
}

async function claim(turn: Turn, code: Code): Promise<void> {
  const { matchedCount } = await turn.store.codes.updateOne(
    { _id: code._id, usedBy: { $in: [null, turn.chat._id] } },
    { $set: { usedBy: turn.chat._id, usedAt: turn.now } },
  );
  if (matchedCount === 0) throw new Refusal('codes.used');
}
