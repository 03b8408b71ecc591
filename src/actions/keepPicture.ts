import type { ChatId } from '../chat.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { reachableGroups } from './tell.js';

/**
 * Keeps a picture as a file of ours. Answers the file's id, which nobody can guess; `null` where it can't be drawn,
 * since what it shows has to be told all the same. `label` names it among the pictures of this work.
 */
export async function keepPicture(
  work: Work,
  { draw, name, label = 'picture' }: { draw: () => Promise<Uint8Array>; name: string; label?: string },
): Promise<string | null> {
  const _id = ['a', 'b', 'c'].map((part) => work.code(`${label}/${part}`)).join('');
  const bytes = await draw().catch((error: unknown) => {
    work.tools.warn?.(error, 'a picture could not be drawn');
    return null;
  });
  if (!bytes) return null;
  await work.store.files.updateOne(
    { _id },
    { $setOnInsert: { bytes, name, mime: 'image/png', at: work.now } },
    { upsert: true },
  );
  return _id;
}

/** The groups that can be shown a picture: one messenger fetches it from us, which not every set-up allows. */
export async function groupsThatSee(turn: Turn, contest: Contest): Promise<{ _id: string; chat: ChatId }[]> {
  const groups = await reachableGroups(turn, contest, 'results');
  return groups.filter(({ chat }) => turn.tools.canSee?.(chat) ?? true);
}
