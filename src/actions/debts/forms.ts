import type { Chat, PersonId } from '../../store/documents.js';
import type { Work } from '../../turn.js';
import type { Contest } from '../contest.js';
import { type Chase, type Debt, frameOf, latest, ofPerson, stepsOf } from './debt.js';

/** Who wrote so lately is still at it. */
const QUIET_MS = 3_600_000;

/** Where a chat keeps which form is open, and which one gave way to it. */
const [OPEN_FORM, SET_ASIDE] = [['progress', 'form'].join('.'), ['progress', 'before', 'form'].join('.')];

/**
 * Has he answered anything himself? Who only looked has not, nor has who has not agreed to what comes first:
 * the consent is the first step of a registration, and only a yes is kept.
 */
const isBegun = ({ progress }: Pick<Chat, 'progress'>, form: string): boolean => {
  const own = progress?.form === form ? progress : progress?.before;
  return own !== undefined && own.trail.length > (own.given ?? 0);
};

/** Who has begun a form in this contest and left it unfinished, and when he wrote last. */
export async function halfFilled(
  { store, now }: Work,
  { id }: Contest,
  form: 'register' | 'submit',
  { only, quietMs = QUIET_MS }: { only?: PersonId | undefined; quietMs?: number } = {},
): Promise<Map<PersonId, Date>> {
  const chats = await store.chats
    .find(
      {
        ...ofPerson(only),
        contest: id,
        group: false,
        $or: [{ [OPEN_FORM]: form }, { [SET_ASIDE]: form }],
        heardAt: { $lte: new Date(now.getTime() - quietMs) },
      },
      { person: 1, heardAt: 1, progress: 1 },
    )
    .sort({ _id: 1 })
    .lean<Pick<Chat, 'person' | 'heardAt' | 'progress'>[]>();
  const begun = chats.filter((chat) => isBegun(chat, form));
  return new Map(begun.flatMap(({ person, heardAt }) => (person && heardAt ? [[person, heardAt]] : [])));
}

const registration = { window: 'registration', before: ['7d', '3d', '1d', '3h'] };

/** Who began to register and never sent it. */
export const registrationsBegun: Chase = {
  id: 'form',
  steps: (_work, contest) => stepsOf(contest, registration),
  async debts(work, contest, only) {
    const { t, store } = work;
    const frame = frameOf(contest, registration);
    if (!frame) return [];
    const begun = await halfFilled(work, contest, 'register', { only });
    const registered = new Set<string>(
      await store.registrations.distinct('person', {
        contest: contest.id,
        person: { $in: [...begun.keys()] },
      }),
    );
    return [...begun]
      .filter(([person]) => !registered.has(person))
      .map(
        ([person, heardAt]): Debt => ({
          ...frame,
          ...{ person, unit: null, of: '', what: [] },
          since: latest(frame.since, heardAt),
          says: t('remind.registrationBegun', { closes: t.moment(frame.deadline) }),
          offer: { label: t.plain('remind.goOn'), says: '/dangky' },
        }),
      );
  },
};
