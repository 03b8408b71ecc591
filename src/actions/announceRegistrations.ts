import type { ChatId } from '../chat.js';
import { isNight } from '../domain/dates.js';
import type { PersonId, Registration } from '../store/documents.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import { chatsOf } from './concerned.js';
import { allContests, type Contest } from './contest.js';
import { unitName } from './registrations.js';
import { rolesIn } from './roles.js';

/** Teams register in bursts: what comes meanwhile goes into the same letter. */
const PATIENCE_MS = 10 * 60_000;

/** A longer letter is read by nobody; what is left is told a minute later. */
const MOST_AT_ONCE = 200;

/** The chats of those who can confirm the teams of a unit, by unit. */
type Nearest = Map<string, Map<PersonId, ChatId>>;

/**
 * New registrations are told to those who can confirm them: the coordinators of the nearest unit upward of
 * whom one can be reached. Each gets one letter about all that wait. What has nobody waits until there is one.
 */
export async function announceRegistrations(work: Work): Promise<void> {
  if (isNight(work.now)) return;
  for (const contest of await allContests(work)) await announceIn(work, contest);
}

/** What nobody answers for is passed over by its units; its documents aren't read. */
async function announceIn(work: Work, contest: Contest): Promise<void> {
  const { registrations } = work.store;
  const untold = { contest: contest.id, told: false };
  const units = await registrations.distinct('unit', untold);
  if (units.length === 0) return;
  const nearest = await nearestOf(work, contest, units);
  if (nearest.size === 0) return;
  const waiting = await registrations
    .find({ ...untold, unit: { $in: [...nearest.keys()] } })
    .sort({ at: 1, _id: 1 })
    .limit(MOST_AT_ONCE)
    .lean<Registration[]>();
  for (const [letter, told] of await inLetters(work, waiting)) {
    tellOf(work, contest, { letter, told, nearest });
    work.afterwards(async () => {
      await registrations.updateMany(these(told), { $set: { told: true } });
    });
  }
}

/**
 * Which letter tells of a registration is written down before it is told: one that was cut off before it was
 * marked is told again in the same letter, and what has come since in another.
 */
async function inLetters(work: Work, waiting: Registration[]): Promise<Map<string, Registration[]>> {
  const letters = new Map<string, Registration[]>();
  for (const each of waiting)
    if (each.letter) letters.set(each.letter, [...(letters.get(each.letter) ?? []), each]);
  const fresh = waiting.filter(({ letter }) => !letter);
  const [oldest] = fresh;
  if (!oldest || work.now.getTime() - oldest.at.getTime() < PATIENCE_MS) return letters;
  const letter = `${oldest._id}/${oldest.turn}`;
  await work.store.registrations.updateMany(these(fresh), { $set: { letter } });
  return letters.set(letter, [...(letters.get(letter) ?? []), ...fresh]);
}

/** By their turns too: somebody who was declined may have registered anew under the same id. */
const these = (registrations: readonly Registration[]) => ({
  _id: { $in: registrations.map(({ _id }) => _id) },
  turn: { $in: registrations.map(({ turn }) => turn) },
});

/** The nearest unit upward, one of whose coordinators can be reached, says who it is. */
async function nearestOf(work: Work, contest: Contest, units: readonly string[]): Promise<Nearest> {
  const lineages = units.map((unit) => contest.units.lineage(unit).map(({ code }) => code));
  const meant = new Set(lineages.flat());
  const coordinators = (await rolesIn(work, contest, ['unit_coordinator'])).filter(
    ({ unit }) => unit !== null && meant.has(unit),
  );
  const chats = await chatsOf(work, [...new Set(coordinators.map(({ person }) => person))]);
  const reachable: Nearest = new Map();
  for (const { unit, person } of coordinators) {
    const chat = chats.get(person);
    if (unit !== null && chat) reachable.set(unit, new Map([...(reachable.get(unit) ?? []), [person, chat]]));
  }
  return new Map(
    units.flatMap((unit, index) => {
      const found = lineages[index]?.find((code) => reachable.has(code));
      const who = found && reachable.get(found);
      return who ? [[unit, who] as const] : [];
    }),
  );
}

function tellOf(
  { t, tell }: Work,
  contest: Contest,
  { letter, told, nearest }: { letter: string; told: Registration[]; nearest: Nearest },
): void {
  const everybody = new Map(told.flatMap(({ unit }) => [...(nearest.get(unit) ?? [])]));
  for (const [person, chat] of everybody) {
    const his = told.filter(({ unit }) => nearest.get(unit)?.has(person));
    const lines = his.map(({ team, unit }) => t('confirm.newsLine', { team, unit: unitName(contest, unit) }));
    const about = { contest: contest.plan.shortName, count: his.length };
    const text = stack([stack([t('confirm.news', about), ...lines], '\n'), t('confirm.newsHow')]);
    tell(chat, text, { key: `registered/${letter}/${person}` });
  }
}
