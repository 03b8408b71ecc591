import { isNight } from '../domain/dates.js';
import { courseOf, screened } from '../domain/entryStates.js';
import { selectionOf } from '../domain/selection.js';
import type { StoredEntry } from '../store/documents.js';
import type { Work } from '../turn.js';
import { allContests, type Contest } from './contest.js';
import { describeSent } from './describeSent.js';
import { entryName } from './entries.js';
import { moveEntry } from './moveEntry.js';
import { standingNominations } from './nominations.js';
import { isDone, once } from './once.js';
import { tellPerson, tellRole } from './tell.js';

/** What arrived in the last second has been worked by then. */
const PATIENCE_MS = 5 * 60_000;
const STALE_MS = 24 * 3_600_000;

/**
 * When nominations are over, the receiving round opens with exactly what was sent up: under-filled where a
 * unit sent less. Moving comes first, and moves nothing twice; then everybody is told, once, by day.
 */
export async function openReceivingRounds(work: Work): Promise<void> {
  for (const contest of await allContests(work)) {
    const receiver = selectionOf(contest.plan)?.receiver;
    if (receiver?.kind !== 'within') continue;
    const closes = contest.windows[receiver.round.intake?.window ?? receiver.round.window]?.closes;
    if (!closes || closes.getTime() + PATIENCE_MS > work.now.getTime()) continue;
    const news = `received:${receiver.round.id}:${closes.toISOString()}`;
    // The news is out, and a turn from before it was worked late.
    if (isDone(contest, news)) {
      await bringInLate(work, contest, receiver.round.title);
      continue;
    }
    await bringIn(work, contest);
    if (isNight(work.now)) continue;
    await once(work, contest, news, async (key) => {
      const isFresh = work.now.getTime() - closes.getTime() < STALE_MS;
      if (isFresh) await tellAll(work, contest, receiver.round.title, key);
    });
  }
}

async function bringIn(work: Work, contest: Contest): Promise<void> {
  for (const entry of await waitingOutside(work, contest))
    await moveEntry(work, contest, entry, { to: 'in_final', by: null });
}

/** Nobody else tells of these: each moves once its letter is safe, and is found again until it has moved. */
async function bringInLate(work: Work, contest: Contest, round: string): Promise<void> {
  for (const entry of await waitingOutside(work, contest)) {
    await tellTeam(work, contest, { ...entry, state: 'in_final' }, round);
    work.afterwards(async () => {
      await moveEntry(work, contest, entry, { to: 'in_final', by: null });
    });
  }
}

/** What was sent up, and stands, and is not in the round yet. */
async function waitingOutside(work: Work, contest: Contest): Promise<StoredEntry[]> {
  const waiting = await work.store.entries
    .find({ contest: contest.id, state: 'nominated' })
    .sort({ number: 1 })
    .lean<StoredEntry[]>();
  if (waiting.length === 0) return [];
  const sent = new Set((await standingNominations(work, contest)).map(({ entry }) => entry));
  return waiting.filter(({ code }) => sent.has(code));
}

/** The teams that go on, those that don't, and who holds the contest. */
async function tellAll(work: Work, contest: Contest, round: string, key: string): Promise<void> {
  const entries = await work.store.entries
    .find({ contest: contest.id, state: { $in: screened(courseOf(contest.plan)) } })
    .sort({ number: 1 })
    .lean<StoredEntry[]>();
  for (const entry of entries) await tellTeam(work, contest, entry, round);
  const summary = await describeSent(work, contest);
  if (summary) await tellRole(work, contest, ['organizer', 'secretary'], summary, key);
}

/** Either way it is heard once for good. */
async function tellTeam(work: Work, contest: Contest, entry: StoredEntry, round: string): Promise<void> {
  const isIn = entry.state === 'in_final';
  const about = { contest: contest.plan.shortName, round, entry: entryName(entry) };
  const text = work.t(isIn ? 'received.in' : 'received.notIn', about);
  await tellPerson(work, entry.person, text, `${isIn ? 'in-final' : 'not-in-final'}/${entry._id}`);
}
