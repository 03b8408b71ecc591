import type { Styled } from '../chat.js';
import type { Nomination, PassedOver, StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import type { Contest } from './contest.js';
import { entryName } from './entries.js';
import { receiverName, type WayUp } from './nominations.js';
import { senderName } from './registrations.js';
import { coordinatorsOf, holdersOf } from './roles.js';
import { tellPerson } from './tell.js';

type Told = { nomination: Nomination; entry: StoredEntry; way: WayUp };

/** The team hears that it goes on, and those who receive it hear what comes; each once. */
export async function tellNominated(turn: Turn, contest: Contest, told: Told): Promise<void> {
  const { nomination, entry, way } = told;
  const { t } = turn;
  const { above, rank, decision, passed } = nomination;
  const about = {
    contest: contest.plan.shortName,
    entry: entryName(entry),
    sender: senderName(contest, nomination.sender),
    to: receiverName(way),
    rank,
    decision,
  };
  const key = `nominated/${nomination._id}/${turn.id}`;
  const toTeam = above ? t('nominate.toldAbove', { ...about, code: above.code }) : t('nominate.told', about);
  await tellTeam(turn, contest, entry, toTeam, key);
  const toReceiver = above
    ? t('nominate.toldReceiverAbove', { ...about, code: above.code, team: entry.team })
    : t('nominate.toldReceiver', { ...about, team: entry.team });
  const why = passed && describePassed(t, passed);
  await tellReceiver(turn, contest, way, stack([toReceiver, why], '\n'), key);
}

/** Which better ones have not been sent up yet: with places left, some of them may still be. */
export function describePassed(t: Words, { entries, left = 0, reason }: PassedOver): Styled {
  const about = { entries: entries.join(', '), reason };
  return left > 0 ? t('nominate.passedSome', { ...about, left }) : t('nominate.passedOver', about);
}

/** The same people hear that nothing comes of it. */
export async function tellTakenBack(
  turn: Turn,
  contest: Contest,
  told: Told & { reason: string },
): Promise<void> {
  const { nomination, entry, way, reason } = told;
  const { t } = turn;
  const about = {
    contest: contest.plan.shortName,
    entry: entryName(entry),
    sender: senderName(contest, nomination.sender),
    to: receiverName(way),
    reason,
  };
  const key = `nomination-back/${nomination._id}/${turn.id}`;
  await tellTeam(turn, contest, entry, t('nominate.backTold', about), key);
  const toReceiver = nomination.above
    ? t('nominate.backToldAbove', { ...about, code: nomination.above.code })
    : t('nominate.backTold', about);
  await tellReceiver(turn, contest, way, toReceiver, key);
}

/** The contest above hears that an entry below is out; whether its own is out with it, `isOpen` says. */
export async function tellOutBelow(
  turn: Turn,
  contest: Contest,
  { nomination, entry, way, reason, isOpen }: Told & { reason: string; isOpen: boolean },
): Promise<void> {
  const about = {
    contest: contest.plan.shortName,
    entry: entryName(entry),
    code: nomination.above?.code ?? '',
    reason,
  };
  const text = isOpen ? turn.t('nominate.outBelow', about) : turn.t('nominate.outBelowLate', about);
  await tellReceiver(turn, contest, way, text, `nomination-out/${nomination._id}/${turn.id}`);
}

/** The author, and the coordinators of his unit, but for who has just done it. */
async function tellTeam(
  turn: Turn,
  contest: Contest,
  { person, unit }: StoredEntry,
  text: Styled,
  key: string,
): Promise<void> {
  const coordinators = await coordinatorsOf(turn, contest, unit);
  await tellAll(turn, [person, ...coordinators.map((role) => role.person)], text, key);
}

async function tellReceiver(
  turn: Turn,
  contest: Contest,
  { receiver, upper }: WayUp,
  text: Styled,
  key: string,
): Promise<void> {
  const receiving = receiver.kind === 'within' ? contest : upper;
  if (!receiving) return;
  const holders = await holdersOf(turn, receiving, ['organizer', 'secretary']);
  await tellAll(
    turn,
    holders.map(({ person }) => person),
    text,
    `${key}/receiver`,
  );
}

async function tellAll(turn: Turn, people: string[], text: Styled, key: string): Promise<void> {
  for (const person of new Set(people))
    if (person !== turn.person) await tellPerson(turn, person, text, `${key}/${person}`);
}
