import { isNight } from '../domain/dates.js';
import { isKnown, screeningOf } from '../domain/plan.js';
import type { StoredEntry } from '../store/documents.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import { allContests, type Contest } from './contest.js';
import { entryName } from './entries.js';
import { teamTold } from './missed.js';
import { moveEntry } from './moveEntry.js';
import { tellRole } from './tell.js';
import { tellAuthor } from './tellAuthor.js';

/** What arrived in the last second has been worked by then. */
const PATIENCE_MS = 5 * 60_000;

/** Where the plan has no reason of its own for it. */
const LAPSED = 'lapsed';

/**
 * Entries that were sent back and not corrected in time are rejected by themselves. The move comes first and
 * the telling, by day, is marked after it: a crash in between lets the next tick tell it, under the same key.
 */
export async function lapseCorrections(work: Work): Promise<void> {
  const over = new Date(work.now.getTime() - PATIENCE_MS);
  for (const contest of await allContests(work)) {
    if (!screeningOf(contest.plan)) continue;
    const owed = await work.store.entries
      .find({ contest: contest.id, 'correction.open': true, 'correction.until': { $lt: over } })
      .sort({ number: 1 })
      .lean<StoredEntry[]>();
    for (const entry of owed) await lapse(work, contest, entry);
  }
}

async function lapse(work: Work, contest: Contest, entry: StoredEntry): Promise<void> {
  const lapsing = screeningOf(contest.plan)?.lapse;
  const reason = lapsing && isKnown(lapsing) ? lapsing : LAPSED;
  const { _id, correction } = entry;
  if (!correction) return;
  const moved =
    entry.state === 'needs_correction'
      ? await moveEntry(work, contest, entry, { to: 'rejected', by: null, reason })
      : entry;
  // Just now it was corrected after all, or taken out.
  if (!moved || isNight(work.now)) return;
  if (moved.state === 'rejected') await tell(work, contest, moved, correction.until);
  work.afterwards(async () => {
    await work.store.entries.updateOne(
      { _id, 'correction.until': correction.until },
      { $set: { 'correction.open': false } },
    );
  });
}

async function tell(work: Work, contest: Contest, entry: StoredEntry, until: Date): Promise<void> {
  const { t } = work;
  const about = {
    contest: contest.plan.shortName,
    entry: entryName(entry),
    team: entry.team,
    closes: t.moment(until),
  };
  const key = `lapsed/${entry._id}/${until.toISOString()}`;
  await tellAuthor(work, contest, entry, t('screen.lapsed', about), key);
  const secretary = stack([t('screen.lapsedSecretary', about), await teamTold(work, contest, entry)], ' ');
  await tellRole(work, contest, 'secretary', secretary, `${key}/secretary`);
}
