import { Refusal } from '../domain/refusal.js';
import { barrier, type Hold, isSameHold } from '../domain/roles.js';
import type { Person, PersonId } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';

/**
 * What a person is, in all contests, stands in one document. So whatever excludes something else is claimed
 * there, in one compare-and-set, before it is done: of two claims at the same moment, in two chats of one
 * person, one sees the other.
 */
export async function claimHold(
  work: Work,
  contest: Contest,
  who: { person: PersonId; name: string },
  wanted: Omit<Hold, 'contest'>,
): Promise<void> {
  await changeHolds(work, who, (holds) => withHold(contest, holds, wanted));
}

/** Refuses early what `claimHold` would refuse. */
export async function mayHold(
  work: Work,
  contest: Contest,
  who: { person: PersonId; name: string },
  wanted: Omit<Hold, 'contest'>,
): Promise<void> {
  withHold(contest, (await personWithHolds(work, who)).holds, wanted);
}

function withHold(contest: Contest, holds: Hold[], wanted: Omit<Hold, 'contest'>): Hold[] {
  const hold = { ...wanted, contest: contest.id };
  if (holds.some((each) => isSameHold(each, hold))) return holds;
  const by = barrier(contest.plan, holds, hold);
  if (!by) return [...holds, hold];
  if (hold.as === 'author') throw new Refusal('register.barred');
  throw new Refusal(by.as === 'author' ? 'codes.barred' : 'codes.otherRole');
}

/** Lets go of what was claimed. Harmless where nothing was. */
export const releaseHold = (work: Work, who: { person: PersonId; name: string }, hold: Hold): Promise<void> =>
  changeHolds(work, who, (holds) => holds.filter((each) => !isSameHold(each, hold)));

async function changeHolds(
  work: Work,
  who: { person: PersonId; name: string },
  change: (holds: Hold[]) => Hold[],
): Promise<void> {
  for (;;) {
    const { version, holds, mergedInto } = await personWithHolds(work, who);
    // He is being joined to another person at this moment, in another chat of his.
    if (mergedInto !== null) throw new Refusal('linking.underWay');
    const changed = change(holds);
    if (changed.length === holds.length) return;
    const { modifiedCount } = await work.store.people.updateOne(
      { _id: who.person, version, mergedInto: null },
      { $set: { holds: changed }, $inc: { version: 1 } },
    );
    if (modifiedCount === 1) return;
  }
}

export type PersonWithHolds = Person & { holds: Hold[] };

/** The person's document; made, and what he holds gathered into it, when this is asked for the first time. */
export async function personWithHolds(
  work: Work,
  { person, name }: { person: PersonId; name: string },
): Promise<PersonWithHolds> {
  const { people } = work.store;
  for (;;) {
    const found = await people.findById(person).lean<Person>();
    if (found?.holds) return { ...found, holds: found.holds };
    const holds = await gathered(work, person);
    try {
      await people.updateOne(
        { _id: person, holds: { $exists: false } },
        {
          $set: { holds, version: 0, joined: [], mergedInto: null },
          $setOnInsert: { name: name || person, phone: null, createdAt: work.now },
        },
        { upsert: true },
      );
    } catch (error) {
      // Another chat of his has just done the same.
      if (!isDuplicate(error)) throw error;
    }
  }
}

async function gathered({ store }: Work, person: PersonId): Promise<Hold[]> {
  const [roles, registrations] = await Promise.all([
    store.roles.find({ person, endedAt: null }).sort({ since: 1, _id: 1 }).lean(),
    store.registrations.find({ person }).sort({ at: 1, _id: 1 }).lean(),
  ]);
  return [
    ...roles.map(({ contest, role, unit }): Hold => ({ contest, as: role, unit: unit ?? null })),
    ...registrations.map(({ contest }): Hold => ({ contest, as: 'author', unit: null })),
  ];
}
