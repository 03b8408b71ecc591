import { type Platform, platformOf } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import { type Hold, isSameHold, keptApart } from '../domain/roles.js';
import type { Code, PersonId, Role, StoredEntry } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import { claimCode, makeCode } from './codes.js';
import { allContests } from './contest.js';
import { type PersonWithHolds, personWithHolds } from './holds.js';
import { personNow } from './people.js';
import { heldKey } from './roles.js';

/**
 * One person, several chats. A chat in which a code of somebody's is typed becomes his; whoever this chat
 * was until then is from now on the same person, with all that both of them had.
 */

export const LINK_MINUTES = 15;

export const makeLinkCode = (turn: Turn): Promise<string> =>
  makeCode(turn, null, {
    purpose: 'link',
    name: null,
    by: turn.person,
    expiresAt: new Date(turn.now.getTime() + LINK_MINUTES * 60_000),
  });

/** Whose chats they are: the platform of each, and the name it goes by there. */
export type OtherChats = { platform: Platform; name: string }[];

/** Refuses early what `linkChats` would refuse; answers with whose chats this one would be linked. */
export async function mayLink(turn: Turn, code: Code): Promise<OtherChats> {
  const person = await ownerOf(turn, code);
  await check(turn, code, person);
  const chats = await turn.store.chats.find({ person, group: false }, { name: 1 }).sort({ _id: 1 }).lean();
  return chats.map(({ _id, name }) => ({ platform: platformOf(_id), name }));
}

/** Somebody typed it where others read along: it is used up, and links nothing. */
export const wasteLinkCode = claimCode;

/**
 * The claims come first: that this chat's person goes up in the other one, and then, in one compare-and-set,
 * all that he is. Where that breaks a rule, nothing has changed; after it, nothing can come between, and what
 * he has is moved. The chat itself changes hands with the end of the turn.
 */
export async function linkChats(turn: Turn, code: Code): Promise<void> {
  const other = await ownerOf(turn, code);
  try {
    await check(turn, code, other);
    await claimCode(turn, code);
    await goUpIn(turn, other);
  } catch (error) {
    if (error instanceof Refusal) await stayApart(turn, other);
    throw error;
  }
  await moveAll(turn, other);
  await followContest(turn, other);
  turn.person = other;
  turn.chat.person = other;
}

/**
 * Who speaks here turns out to be somebody who has no chat, and takes him in: the same claims and the same
 * moves, only that no chat changes hands.
 */
export async function takeInPerson(turn: Turn, unmet: PersonId): Promise<void> {
  const joining: Turn = { ...turn, person: unmet };
  await personWithHolds(turn, { person: turn.person, name: turn.personName });
  try {
    await goUpIn(joining, turn.person);
  } catch (error) {
    if (error instanceof Refusal) await stayApart(joining, turn.person);
    throw error;
  }
  await moveAll(joining, turn.person);
}

/** Somebody who is nothing in any contest himself goes on where the other is at it. */
async function followContest({ store, chat, person }: Turn, other: PersonId): Promise<void> {
  const own = await store.people.findById(person, { holds: 1 }).lean();
  if (own?.holds && own.holds.length > 0) return;
  const theirs = await store.chats
    .findOne({ person: other, group: false, contest: { $ne: null } }, { contest: 1 })
    .sort({ heardAt: -1 })
    .lean();
  chat.contest = theirs?.contest ?? chat.contest;
}

/** Who asked for the code, under the id that stands for him now. */
async function ownerOf(turn: Turn, { purpose, by }: Code): Promise<PersonId> {
  if (purpose !== 'link' || by === null) throw new Refusal('linking.unknown');
  return personNow(turn, by);
}

async function check(turn: Turn, code: Code, other: PersonId): Promise<void> {
  if (other === turn.person) throw new Refusal('linking.sameChat');
  if (code.usedBy !== null && code.usedBy !== turn.chat._id) throw new Refusal('linking.used');
  if (code.expiresAt && code.expiresAt <= turn.now)
    throw new Refusal('linking.expired', { minutes: LINK_MINUTES });
  const [own, theirs] = await both(turn, other);
  // This very turn, cut off after the claims.
  if (theirs.joined.includes(own._id)) return;
  if (own.joined.length > 0) throw new Refusal('linking.severalHere');
  await needCompatible(turn, own, theirs);
  const scored = await scoredByBoth(turn, own._id, theirs._id);
  if (scored.length > 0) throw new Refusal('linking.bothScored', { codes: scored.join(', ') });
}

const both = (turn: Turn, other: PersonId): Promise<[own: PersonWithHolds, theirs: PersonWithHolds]> =>
  Promise.all([
    personWithHolds(turn, { person: turn.person, name: turn.personName }),
    personWithHolds(turn, { person: other, name: '' }),
  ]);

async function needCompatible(turn: Turn, own: PersonWithHolds, theirs: PersonWithHolds): Promise<void> {
  if (own.holds.length === 0 || theirs.holds.length === 0) return;
  const contests = new Map((await allContests(turn)).map((contest) => [contest.id, contest]));
  const apart = keptApart((id) => contests.get(id)?.plan, theirs.holds, own.holds);
  if (!apart) return;
  const contest = contests.get(apart.other.contest)?.plan.shortName ?? apart.other.contest;
  if (apart.one.as === 'author' && apart.other.as === 'author')
    throw new Refusal('linking.bothAuthors', { contest });
  const name = ({ as }: Hold) => turn.t.plain(`role.${as}`);
  throw new Refusal('linking.excluded', { contest, here: name(apart.other), there: name(apart.one) });
}

async function scoredByBoth({ store }: Turn, own: PersonId, other: PersonId): Promise<string[]> {
  const [ours, theirs] = await Promise.all(
    [own, other].map((judge) => store.sheets.find({ judge }, { contest: 1, entry: 1, round: 1 }).lean()),
  );
  return (ours ?? [])
    .filter(({ contest, entry, round }) =>
      theirs?.some((sheet) => sheet.contest === contest && sheet.entry === entry && sheet.round === round),
    )
    .map(({ entry }) => entry);
}

async function goUpIn(turn: Turn, other: PersonId): Promise<void> {
  const { people } = turn.store;
  // Nobody who has taken others in goes up in a third, so two who link each other at once make no circle.
  const { matchedCount } = await people.updateOne(
    { _id: turn.person, joined: { $size: 0 }, mergedInto: { $in: [null, other] } },
    { $set: { mergedInto: other } },
  );
  if (matchedCount === 0) throw new Refusal('linking.underWay');
  for (;;) {
    const [own, theirs] = await both(turn, other);
    if (theirs.joined.includes(own._id)) return;
    if (theirs.mergedInto !== null) throw new Refusal('linking.underWay');
    await needCompatible(turn, own, theirs);
    const added = own.holds.filter((hold) => !theirs.holds.some((each) => isSameHold(each, hold)));
    const { modifiedCount } = await people.updateOne(
      { _id: other, version: theirs.version, mergedInto: null },
      {
        $set: {
          holds: [...theirs.holds, ...added],
          phone: theirs.phone ?? own.phone,
          ...refusal(own, theirs),
        },
        $push: { joined: own._id },
        $inc: { version: 1 },
      },
    );
    if (modifiedCount === 1) return;
  }
}

/** Who wanted no reminders in one of his chats wants none in the other. */
const refusal = (own: PersonWithHolds, theirs: PersonWithHolds) =>
  own.remindersOff && !theirs.remindersOff ? { remindersOff: own.remindersOff } : {};

/** Nothing came of it: he is himself again, unless he went up in the other for good. */
async function stayApart({ store, person }: Turn, other: PersonId): Promise<void> {
  if (person === other || (await store.people.exists({ _id: other, joined: person }))) return;
  await store.people.updateOne({ _id: person, mergedInto: other }, { $set: { mergedInto: null } });
}

/** Evidence of consent keeps the chat in which it was given, and everything keeps who did it (`by`). */
async function moveAll(turn: Turn, other: PersonId): Promise<void> {
  const { store, person } = turn;
  await store.registrations.updateMany({ person }, { $set: { person: other } });
  await store.consents.updateMany({ person }, { $set: { person: other } });
  await moveRoles(turn, other);
  await moveSheets(turn, other);
  await moveAssignments(turn, other);
  await moveEntries(turn, other);
  await moveVerdicts(turn, other);
  await store.relations.updateMany({ person }, { $set: { person: other } });
  await store.complaints.updateMany({ person }, { $set: { person: other } });
  await store.questions.updateMany({ person }, { $set: { person: other } });
}

async function moveRoles({ store, person, now, t }: Turn, other: PersonId): Promise<void> {
  for (const role of await store.roles.find({ person }).lean<Role[]>()) {
    const moved = { ...role, person: other };
    try {
      await store.roles.updateOne(
        { _id: role._id },
        { $set: { person: other, held: role.endedAt ? null : heldKey(moved) } },
      );
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // Both held it, and one person holds it once.
      await store.roles.updateOne(
        { _id: role._id },
        {
          $set: {
            person: other,
            held: null,
            endedAt: now,
            endedBy: other,
            endReason: t.plain('linking.sameRole'),
          },
        },
      );
    }
  }
}

async function moveSheets({ store, person }: Turn, other: PersonId): Promise<void> {
  for (const { _id } of await store.sheets.find({ judge: person }, { _id: 1 }).lean()) {
    try {
      await store.sheets.updateOne({ _id }, { $set: { judge: other } });
    } catch (error) {
      // His other chat has scored the same entry since it was looked: that sheet counts, and this one is
      // kept under whom nobody is any more.
      if (!isDuplicate(error)) throw error;
    }
  }
}

async function moveAssignments({ store, person }: Turn, other: PersonId): Promise<void> {
  await store.assignments.updateMany(
    { judges: { $elemMatch: { judge: person } } },
    { $set: { 'judges.$.judge': other } },
  );
}

/** One at a time, each write finding the next that is left. Said twice by one person, the last word counts. */
async function moveVerdicts({ store, person }: Turn, other: PersonId): Promise<void> {
  const own = { 'verdicts.screener': person };
  for (;;) {
    const { modifiedCount } = await store.entries.updateMany(own, { $set: { 'verdicts.$.screener': other } });
    if (modifiedCount === 0) return;
  }
}

async function moveEntries({ store, person }: Turn, other: PersonId): Promise<void> {
  for (const { _id, authorSlot } of await store.entries.find({ person }).lean<StoredEntry[]>()) {
    const slot = authorSlot?.replace(`/author/${person}/`, `/author/${other}/`) ?? null;
    await store.entries.updateOne({ _id }, { $set: { person: other, authorSlot: slot } });
  }
}
