import type { ChatId } from '../chat.js';
import type { PersonId, Registration } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { inParts } from './inParts.js';
import { type Missed, nameMissed } from './missed.js';
import { needRight, rightOf } from './permissions.js';
import { reachableChats } from './reach.js';
import { isDeclined } from './registrations.js';

/**
 * `chatless`: who has no chat that can be written to. `parked`: to whom the last letter could not be delivered,
 * though his chat looks open, and nothing has reached him since.
 */
export type PeopleToCall = { chatless: Missed[]; parked: Missed[] };

/** Who of a contest has to be called; for a coordinator, of those under his units. */
export async function peopleToCall(turn: Turn, contest: Contest): Promise<PeopleToCall> {
  await needRight(turn, contest, 'seeSituation');
  const right = await rightOf(turn, contest, 'seeSituation');
  const people = await peopleOf(turn, contest, right.kind === 'units' ? right.units : null);
  const chats = await reachableChats(turn, people);
  const lost = await lostIn(
    turn,
    [...chats.values()].flat().map(({ chat }) => chat),
  );
  const isLost = (person: PersonId) => (chats.get(person) ?? []).every(({ chat }) => lost.has(chat));
  const [chatless, parked] = await Promise.all([
    nameMissed(
      turn,
      contest,
      people.filter((person) => !chats.has(person)),
    ),
    nameMissed(
      turn,
      contest,
      people.filter((person) => chats.has(person) && isLost(person)),
    ),
  ]);
  return { chatless, parked };
}

/** The teams, and all who have a task, each once. */
async function peopleOf(
  { store }: Work,
  { id, units }: Contest,
  within: readonly string[] | null,
): Promise<PersonId[]> {
  const [teams, roles] = await Promise.all([
    store.registrations.find({ contest: id }, { person: 1, unit: 1, confirmation: 1 }).lean<Registration[]>(),
    store.roles.find({ contest: id, endedAt: null }, { person: 1, unit: 1 }).lean(),
  ]);
  const isMeant = (unit: string | null | undefined) =>
    within === null || (unit != null && within.some((above) => units.isUnder(unit, above)));
  const meant = [...teams.filter((team) => !isDeclined(team)), ...roles].filter(({ unit }) => isMeant(unit));
  return [...new Set(meant.map(({ person }) => person))];
}

/** Of these chats those in which a text was parked after the last that arrived; a picture comes beside its text. */
async function lostIn({ store }: Work, chats: readonly ChatId[]): Promise<Set<ChatId>> {
  const parked = await store.letters
    .find({ state: 'parked', 'reply.kind': { $ne: 'picture' } }, { chat: 1, order: 1 })
    .sort({ chat: 1, order: 1 })
    .lean();
  const asked = new Set(chats);
  const latest = new Map(parked.filter(({ chat }) => asked.has(chat)).map((letter) => [letter.chat, letter]));
  const arrived = await inParts([...latest.values()], async (some) =>
    store.letters.distinct('chat', {
      state: 'sent',
      $or: some.map(({ chat, order }) => ({ chat, order: { $gt: order } })),
    }),
  );
  return new Set([...latest.keys()].filter((chat) => !arrived.includes(chat)));
}
