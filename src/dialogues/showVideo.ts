import { behindEntry } from '../actions/entries.js';
import { namesBehind } from '../actions/onBehalf.js';
import { botOf, type Styled } from '../chat.js';
import type { StoredEntry, Video } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import { stack } from '../words.js';
import { isTooBigToPass } from './video.js';

/**
 * The entry's card with its video: sent again where the messenger can, else as an address to watch it at.
 * Who handed it in for its author is named, unless nobody shall see whose it is. `offers` are commands, which stay valid whatever is asked next.
 */
export async function showVideo(
  turn: Turn,
  entry: StoredEntry,
  card: Styled,
  {
    offers = [],
    last = null,
    isBlind = false,
  }: { offers?: Offer[]; last?: Styled | null; isBlind?: boolean } = {},
): Promise<void> {
  const { t, chat } = turn;
  const { video } = entry;
  const behind = isBlind ? null : behindEntry(t, entry, await namesBehind(turn, [entry]));
  const about = stack([card, behind], '\n');
  if (video.kind === 'file' && video.file.bot === botOf(chat._id)) {
    turn.tell(
      chat._id,
      { kind: 'video', file: video.file, caption: stack([about, last]) },
      { choices: offers },
    );
    return;
  }
  if (video.kind === 'stage') return turn.tell(chat._id, stack([about, last]), { choices: offers });
  const url = addressOf(turn, entry._id, video);
  // The address stands on a line of its own: messengers then show what is behind it.
  const where = url === null ? t('score.onTelegramOnly') : t('score.link', { url });
  turn.tell(chat._id, stack([about, where, last]), { choices: offers });
}

function addressOf({ tools }: Turn, id: string, video: Video): string | null {
  if (video.kind === 'link') return video.url;
  return isTooBigToPass(video) ? null : tools.watchAddress(id);
}
