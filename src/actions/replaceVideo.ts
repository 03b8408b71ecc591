import { Refusal } from '../domain/refusal.js';
import type { StoredEntry, Video } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { needPartaking } from './entries.js';
import { hasConsented } from './giveConsent.js';
import { needOpenSubmission } from './submitEntry.js';

/** Refuses early what `replaceVideo` would refuse at the end. */
export async function mayReplace(turn: Turn, contest: Contest, entry: StoredEntry): Promise<void> {
  needOpenSubmission(turn, contest);
  needReplaceable(entry);
  if (!(await hasConsented(turn, contest))) throw new Refusal('consent.needed');
}

/** A new version of an entry, until the close. Its code and slot stay, and so do the earlier versions. */
export async function replaceVideo(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  given: { title: string; video: Video },
): Promise<void> {
  await mayReplace(turn, contest, entry);
  const { modifiedCount } = await turn.store.entries.updateOne(
    { _id: entry._id, person: turn.person, state: 'submitted', 'versions.turn': { $ne: turn.id } },
    {
      $set: { ...given, turn: turn.id },
      $push: { versions: { ...given, at: turn.now, turn: turn.id } },
    },
  );
  if (modifiedCount === 1) return;
  const now = await turn.store.entries.findById(entry._id).lean<StoredEntry>();
  if (now && !now.versions.some((version) => version.turn === turn.id)) needReplaceable(now);
}

/** What has been looked at since it came in is what is judged. */
function needReplaceable(entry: StoredEntry): void {
  needPartaking(entry);
  const { code, state: from } = entry;
  if (from !== 'submitted') throw new Refusal('entry.notReplaceable', { code, from });
}
