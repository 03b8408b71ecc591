import { courseOf, nextStates } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import { isByPoints } from '../domain/selection.js';
import type { Nomination, StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { liveEntries } from './entries.js';
import { lockedAt } from './locks.js';
import { needOpenNomination, needWayUp, senderOfEntry, type WayUp } from './nominations.js';
import { covers, rightOf } from './permissions.js';
import { rankUnit } from './rankSelection.js';
import { selectionSeat } from './selecting.js';

/** A longer list is no help on a phone: the code is typed then. */
const MOST_SHOWN = 10;

/**
 * What this person can still send up, of each unit the best first; nothing where it would be too long a
 * list. Refuses where nothing can be sent up now.
 */
export async function toNominate(turn: Turn, contest: Contest): Promise<StoredEntry[]> {
  const way = await needWayUp(turn, contest);
  const right = await rightOf(turn, contest, 'nominate');
  const course = courseOf(contest.plan);
  const entries = (await liveEntries(turn, contest)).filter((entry) =>
    nextStates(entry.state, course).includes('nominated'),
  );
  const sender = (entry: StoredEntry) => senderOfEntry(contest, way.selection, entry);
  const theirs = entries.filter((entry) => covers(contest, right, sender(entry)));
  // A unit whose time was extended above may still send when the others may not.
  const isOpen = openFor(turn, contest, way);
  const own = theirs.filter((entry) => isOpen(sender(entry)));
  const [first] = theirs;
  if (own.length === 0)
    needOpenNomination(turn, contest, way, first ? sender(first) : contest.plan.units.root);
  const senders = [...new Set(own.map(sender))];
  const [only, ...others] = senders;
  if (others.length > 0 || only === undefined) return own.length > MOST_SHOWN ? [] : own;
  const places = await placesIn(turn, contest, only);
  const placeOf = ({ code }: StoredEntry) => places.get(code) ?? Number.POSITIVE_INFINITY;
  return own
    .sort((one, other) => placeOf(one) - placeOf(other) || one.number - other.number)
    .slice(0, MOST_SHOWN);
}

/** Better entries of the unit, and how many places there would be for them. */
export type Passed = { passed: string[]; left: number };

/**
 * Which better entries don't all find a place any more if this one is sent up; none where they do. What was sent
 * up once and taken back is none of them: why is written down there.
 */
export async function passedOver(
  turn: Turn,
  contest: Contest,
  { code }: Pick<StoredEntry, 'code'>,
  { way, sender }: { way: WayUp; sender: string },
): Promise<Passed> {
  if (way.quota === null) return nothingPassed;
  const [places, entries, known] = await Promise.all([
    placesIn(turn, contest, sender),
    liveEntries(turn, contest),
    turn.store.nominations.find({ contest: contest.id, sender }).lean<Nomination[]>(),
  ]);
  const settled = new Set(known.map(({ entry }) => entry));
  const placeOf = (each: string) => places.get(each) ?? Number.POSITIVE_INFINITY;
  const better = entries
    .filter(({ state }) => nextStates(state, courseOf(contest.plan)).includes('nominated'))
    .map((entry) => entry.code)
    .filter((each) => placeOf(each) < placeOf(code) && !settled.has(each))
    .sort((one, other) => placeOf(one) - placeOf(other));
  const sent = known.filter(({ entry, withdrawnAt }) => withdrawnAt === null && entry !== code);
  const left = Math.max(0, way.quota - sent.length - 1);
  return better.length > left ? { passed: better, left } : nothingPassed;
}

const nothingPassed: Passed = { passed: [], left: 0 };

const openFor = (turn: Turn, contest: Contest, way: WayUp) => (sender: string) => {
  try {
    needOpenNomination(turn, contest, way, sender);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

/** Empty while nobody may know them, and where nothing is ranked. */
async function placesIn(turn: Turn, contest: Contest, unit: string): Promise<Map<string, number>> {
  if (!isByPoints(contest.plan)) return new Map();
  if (!(await lockedAt(turn, contest, selectionSeat(contest, unit)))) return new Map();
  try {
    const { ranking } = await rankUnit(turn, contest, unit);
    return new Map(ranking.places.map(({ code, place }) => [code, place]));
  } catch (error) {
    // What it would be ranked by is still to be settled.
    if (error instanceof Refusal) return new Map();
    throw error;
  }
}
