import type { ChatId } from '../chat.js';
import { drawRanking, type RankingPicture } from '../pictures/rankingPicture.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { reachableGroups } from './tell.js';

/** Draws a ranking and keeps it as a file of ours. Answers the file's id, which nobody can guess. */
export async function keepPicture(turn: Turn, picture: RankingPicture, name: string): Promise<string> {
  const _id = ['a', 'b', 'c'].map((part) => turn.code(`picture/${part}`)).join('');
  const bytes = await drawRanking(picture);
  await turn.store.files.updateOne(
    { _id },
    { $setOnInsert: { bytes, name, mime: 'image/png', at: turn.now } },
    { upsert: true },
  );
  return _id;
}

/** The groups that can be shown a picture: one messenger fetches it from us, which not every set-up allows. */
export async function groupsThatSee(turn: Turn, contest: Contest): Promise<{ _id: string; chat: ChatId }[]> {
  const groups = await reachableGroups(turn, contest);
  return groups.filter(({ chat }) => turn.tools.canSee?.(chat) ?? true);
}
