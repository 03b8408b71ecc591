import type { ChatId } from '../../src/chat.js';
import type { Chat, StoredUpdate } from '../../src/store/documents.js';
import { beginTurn, type Tools, type Turn } from '../../src/turn.js';

let turns = 0;

/** A turn of this chat, as `handle` would begin it; what it changes in the chat is kept nowhere. */
export async function turnIn(
  tools: Tools,
  chat: ChatId,
  about: { now: Date; person?: string; contest?: string },
): Promise<Turn> {
  turns += 1;
  const known: Chat = {
    _id: chat,
    bot: 'telegram:1',
    group: false,
    person: about.person ?? chat,
    name: 'An',
    reachable: true,
    contest: about.contest ?? 'qn-2023',
    progress: null,
    menu: null,
    turn: null,
    heardAt: null,
    lease: null,
    worker: null,
    newest: null,
  };
  const update: StoredUpdate = {
    _id: `${chat}/update-${turns}`,
    chat,
    group: false,
    from: { chat, name: 'An' },
    sentAt: about.now,
    event: { kind: 'text', text: '', links: [] },
    order: turns,
    receivedAt: about.now,
    state: 'waiting',
    tries: 0,
    retryAt: null,
    trouble: null,
  };
  return beginTurn(tools, known, update);
}
