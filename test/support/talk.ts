import type { ChatEvent, ChatId, Reply } from '../../src/chat.js';
import type { Outbox } from '../../src/deliver.js';
import { openInbox } from '../../src/handle.js';
import { openLog } from '../../src/log.js';
import type { Letter } from '../../src/store/documents.js';
import { openPost } from '../../src/store/post.js';
import type { Tools } from '../../src/turn.js';

/** Conversations without messengers: what is said is worked as ever, and letters are sent the moment they are there. */
export function openTalk(tools: Tools, at: string) {
  const { store } = tools;
  let now = new Date(at);
  let isStuck = false;
  let number = 0;
  const clock = { now: () => now, sleep: async () => {}, onMoved: () => {} };
  const outbox: Outbox = {
    hand: (letters) => void sent.push(...letters),
    start: () => {},
    idle: async () => {},
    close: async () => {},
    refused: () => [],
    counts: { sent: 0, refused: 0, parked: 0, gone: 0 },
  };
  const sent: Letter[] = [];
  const inbox = openInbox({ tools, post: openPost(store, 'talk'), outbox, clock, log: openLog('warn') });

  async function flush(): Promise<void> {
    const going = sent.splice(0).map(({ _id }) => _id);
    await store.letters.updateMany({ _id: { $in: going } }, { $set: { state: 'sent', sentAt: now } });
  }

  /** What was said to it in this chat; `after`: so many seconds later. */
  async function does(chat: ChatId, event: ChatEvent, after = 5): Promise<string> {
    now = new Date(now.getTime() + after * 1_000);
    number += 1;
    const heard = await store.letters.countDocuments({ chat });
    const from = { chat, name: chat };
    await inbox.receive([{ id: `${chat}/${number}`, chat, group: false, from, sentAt: now, event }]);
    await inbox.idle();
    if (!isStuck) await flush();
    return (await read(chat)).slice(heard).join('\n---\n');
  }

  async function read(chat: ChatId): Promise<string[]> {
    const letters = await store.letters.find({ chat }).sort({ order: 1, part: 1 }).lean<Letter[]>();
    return letters.map(({ reply }) => textOf(reply));
  }

  return {
    does,
    read,
    says: (chat: ChatId, text: string, after?: number) =>
      does(chat, { kind: 'text', text, links: text.match(/https?:\S+/g) ?? [] }, after),
    /** One after another; what was answered to the last. */
    async saysAll(chat: ChatId, ...texts: string[]): Promise<string> {
      let last = '';
      for (const text of texts) last = await this.says(chat, text);
      return last;
    },
    moveTo: (moment: string) => {
      now = new Date(moment);
    },
    /** Nothing goes out while this is so. */
    async stick(isSo: boolean): Promise<void> {
      isStuck = isSo;
      if (!isSo) await flush();
    },
    close: () => inbox.close(),
  };
}

export type Talk = ReturnType<typeof openTalk>;

/** As a chat without buttons shows it. */
function textOf(reply: Reply): string {
  if (reply.kind === 'closeChoices') return '';
  const { text } = reply.kind === 'text' ? reply.text : reply.caption;
  const choices = 'choices' in reply ? (reply.choices ?? []) : [];
  return [text, ...choices.map(({ label }, index) => `${index + 1}. ${label}`)].join('\n');
}
