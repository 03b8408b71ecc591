import type { Shown, StoredEntry, Video } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';

/** Entries of the contest that show this very video and were not taken back: nothing of it is refused by itself. */
export async function entriesShowing(work: Work, contest: Contest, video: Shown): Promise<StoredEntry[]> {
  return video.kind === 'stage' ? [] : showing(work, contest, video).lean<StoredEntry[]>();
}

/** The query itself, by one of the keys for links and files. */
export function showing({ store }: Work, contest: Contest, video: Video) {
  const same =
    video.kind === 'link' ? { 'video.url': video.url } : { 'video.file.uniqueId': video.file.uniqueId };
  return store.entries
    .find({ contest: contest.id, state: { $ne: 'withdrawn' }, ...same })
    .sort({ number: 1 });
}

/** Those of other teams that show what this one shows. */
export const othersShowing = async (
  work: Work,
  contest: Contest,
  { person, video }: StoredEntry,
): Promise<StoredEntry[]> =>
  (await entriesShowing(work, contest, video)).filter((other) => other.person !== person);
