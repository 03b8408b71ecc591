import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Document } from 'mongodb';
import type { ChatId } from '../../src/chat.js';
import type { StoredUpdate } from '../../src/store/documents.js';
import { openPost } from '../../src/store/post.js';
import { openStore, type Store } from '../../src/store/store.js';
import { letter } from '../../src/turn.js';
import { testDatabase } from '../support/database.js';

jest.setTimeout(60_000);

const MANY = 50_000;
const an: ChatId = 'telegram:1:100';
const binh: ChatId = 'telegram:1:200';
const now = new Date('2023-08-31T08:00:00+07:00');

let store: Store;
let sent: Document[] = [];
beforeAll(async () => {
  const address = new URL(await testDatabase());
  address.searchParams.set('monitorCommands', 'true');
  store = await openStore(address.href);
  store.connection.getClient().on('commandStarted', ({ command }) => sent.push(command));
});
afterAll(() => store.close());

const update = (order: number, chat: ChatId): StoredUpdate => ({
  _id: `telegram:1:${order}`,
  chat,
  group: false,
  from: { chat, name: 'An' },
  sentAt: now,
  event: { kind: 'text', text: 'chào', links: [] },
  order,
  receivedAt: now,
  state: 'waiting',
  tries: 0,
  retryAt: null,
  trouble: null,
});
const answer = ({ _id, chat, order }: StoredUpdate) =>
  letter({
    key: `${_id}/0`,
    chat,
    reply: { kind: 'text', text: { text: 'chào', styles: [] } },
    now,
    order,
    part: 0,
  });

/** Two chats at once and then one of them again, from the update's arrival to the answer's mark. */
async function turnsFrom(order: number): Promise<void> {
  const post = openPost(store, 'a');
  const first = [update(order, an), update(order + 1, binh)];
  await Promise.all(first.map((each) => post.takeIn(each)));
  const held = await Promise.all(first.map((each) => post.hold(each)));
  for (const each of held) if (each) await end(each.waiting, each.chat);
  const next = await post.takeIn(update(order + 2, an), true);
  if (!next.held) throw new Error('not held');
  await end(next.held.waiting, next.held.chat);
  const last = update(order + 3, an);
  await post.takeIn(last);
  await post.hold(last);
  await post.postpone(last._id, null, 'given up');
  await post.release(an);
  await post.chatsWaiting(order + 10);

  async function end([own]: StoredUpdate[], chat: Parameters<typeof post.endTurn>[0]['chat']) {
    if (!own) throw new Error('nothing waits');
    const said = answer(own);
    await post.endTurn({ chat: { ...chat, turn: own._id }, letters: [said], update: own._id, release: true });
    await post.waitingFor('telegram:1', 400);
    await post.markLetter(said._id, { state: 'sent', sentAt: now });
  }
}

/** Every read and change that was sent, and how much the server looks at for it. */
async function examinedBy(act: () => Promise<void>): Promise<string[]> {
  sent = [];
  await act();
  const looks = sent.flatMap(looksOf);
  const { db } = store.connection;
  const examined: string[] = [];
  for (const look of looks) {
    const { executionStats } = (await db?.command({ explain: look, verbosity: 'executionStats' })) ?? {};
    const { totalDocsExamined, totalKeysExamined } = executionStats;
    const [name, collection] = Object.entries(look)[0] ?? [];
    examined.push(`${name} ${collection}: ${totalDocsExamined} documents, ${totalKeysExamined} keys`);
  }
  return examined;
}

function looksOf({ lsid, $db, writeConcern, txnNumber, ...command }: Document): Document[] {
  if ('find' in command || 'findAndModify' in command) return [command];
  if ('bulkWrite' in command)
    return command.ops.flatMap(({ update, filter, updateMods, upsert }: Document) =>
      update === undefined
        ? []
        : [
            {
              update: command.nsInfo[update].ns.split('.')[1],
              updates: [{ q: filter, u: updateMods, upsert }],
            },
          ],
    );
  return [];
}

test('however many updates are done and letters sent, a turn looks at no more of them', async () => {
  const chats = [an, binh].map((chat) => openPost(store, 'a').hold(update(0, chat)));
  await Promise.all(chats);
  const before = await examinedBy(() => turnsFrom(1));
  expect(before.length).toBeGreaterThan(20);
  const done = Array.from({ length: MANY }, (_, index) => ({
    ...update(100 + index, index % 2 ? an : binh),
    state: 'done' as const,
  }));
  await store.updates.collection.insertMany(done as never);
  await store.letters.collection.insertMany(
    done.map((each) => ({ ...answer(each), state: 'sent', sentAt: now })) as never,
  );
  expect(await examinedBy(() => turnsFrom(MANY + 1_000))).toEqual(before);
});
