import type { Styled } from '../chat.js';
import type { PersonId } from '../store/documents.js';
import type { Work } from '../turn.js';
import { openRoom, ownWays } from './reach.js';

/**
 * Something that everybody reads in his own words, and that can wait: it gives way to answers, and leaves the last
 * of a Zalo month to those who run the contest (`kept`) and to results. Whom nothing reaches isn't told.
 */
export async function tellMany(
  work: Work,
  texts: ReadonlyMap<PersonId, Styled>,
  { key, kept }: { key: string; kept?: ReadonlySet<PersonId> },
): Promise<void> {
  const room = await openRoom(work);
  const take = (bot: Parameters<typeof room.take>[0], isKept: boolean) => room.take(bot, 1, isKept);
  const ways = await ownWays(work, [...texts.keys()], { take, ...(kept && { kept }) });
  for (const [person, text] of texts) {
    const chat = ways.get(person)?.chat?.chat;
    if (chat) work.tell(chat, text, { key: `${key}/${person}`, patient: true });
  }
}
