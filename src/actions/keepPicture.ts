import type { ChatId } from '../chat.js';
import { drawRanking, type RankingPicture } from '../pictures/rankingPicture.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { reachableGroups } from './tell.js';

/**
 * Draws a ranking and keeps it as a file of ours. Answers the file's id, which nobody can guess; `null` where it
 * can't be drawn, since what it shows has to be told all the same.
 */
export async function keepPicture(turn: Turn, picture: RankingPicture, name: string): Promise<string | null> {
  const _id = ['a', 'b', 'c'].map((part) => turn.code(`picture/${part}`)).join('');
  const bytes = await drawRanking(picture).catch((error: unknown) => {
    turn.tools.warn?.(error, 'a result could not be drawn');
    return null;
  });
  if (!bytes) return null;
  await turn.store.files.updateOne(
    { _id },
    { $setOnInsert: { bytes, name, mime: 'image/png', at: turn.now } },
    { upsert: true },
  );
  return _id;
}

/** The groups that can be shown a picture: one messenger fetches it from us, which not every set-up allows. */
export async function groupsThatSee(turn: Turn, contest: Contest): Promise<{ _id: string; chat: ChatId }[]> {
  const groups = await reachableGroups(turn, contest, 'results');
  return groups.filter(({ chat }) => turn.tools.canSee?.(chat) ?? true);
}
