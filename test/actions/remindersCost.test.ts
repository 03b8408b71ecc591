import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Document } from 'mongodb';
import { remindOwing } from '../../src/actions/remindOwing.js';
import { runTick } from '../../src/jobs/schedule.js';
import { openPost } from '../../src/store/post.js';
import type { Store } from '../../src/store/store.js';
import type { Tools } from '../../src/turn.js';
import { testDatabase } from '../support/database.js';
import { openTools } from '../support/tools.js';

jest.setTimeout(120_000);

const MANY = 100_000;
const at = (local: string) => new Date(`${local}+07:00`);

let tools: Tools;
let store: Store;
let sent: Document[] = [];
beforeAll(async () => {
  const address = new URL(await testDatabase());
  address.searchParams.set('monitorCommands', 'true');
  tools = await openTools('qn-2026', at('2026-07-01T08:00:00'), { database: address.href });
  store = tools.store;
  const known = new Set(['find', 'distinct', 'aggregate', 'count', 'update', 'insert', 'bulkWrite']);
  store.connection.getClient().on('commandStarted', ({ command, commandName }) => {
    if (known.has(commandName)) sent.push(command);
  });
});
afterAll(() => store.close());

/** What the server looked at for all that was asked and changed. */
async function examinedBy(act: () => Promise<unknown>): Promise<{ commands: number; documents: number }> {
  sent = [];
  await act();
  const commands = [...sent];
  let documents = 0;
  for (const { lsid, $db, writeConcern, txnNumber, ...command } of commands) {
    if ('insert' in command) continue;
    const explained = await store.connection.db?.command({ explain: command, verbosity: 'executionStats' });
    documents += examined(explained ?? {});
  }
  return { commands: commands.length, documents };
}

/** A stage of an aggregation has figures of its own. */
function examined(explained: Document): number {
  const stats = explained.executionStats ?? explained.stages?.[0]?.$cursor?.executionStats;
  if (typeof stats?.totalDocsExamined !== 'number') throw new Error(JSON.stringify(explained));
  return stats.totalDocsExamined;
}

const tick = (local: string) =>
  runTick(
    { name: 'reminders', every: '', run: remindOwing },
    { tools, post: openPost(store, 'a'), now: at(local) },
  );

test('with a hundred thousand people and nothing due, a tick looks at fewer than twenty documents', async () => {
  const numbers = Array.from({ length: MANY }, (_, index) => index);
  const contest = 'qn-2026';
  const since = at('2026-07-02T08:00:00');
  await store.registrations.collection.insertMany(
    numbers.map((n) => ({
      _id: `${contest}/${n}`,
      contest,
      person: `${n}`,
      team: 'Tổ',
      unit: '21433',
      sender: '21433',
      at: since,
    })) as never,
  );
  await store.chats.collection.insertMany(
    numbers.map((n) => ({ _id: `telegram:1:${n}`, person: `${n}`, group: false, reachable: true })) as never,
  );
  await store.complaints.collection.insertMany(
    numbers
      .slice(0, 1_000)
      .map((n) => ({ _id: `${contest}/${n}`, contest, number: n, state: 'answered', dueAt: since })) as never,
  );
  // The first look reaches back to the beginning; from then on only what is new is looked at.
  await tick('2026-08-05T08:00:30');
  const { commands, documents } = await examinedBy(() => tick('2026-08-05T09:00:00'));
  expect(commands).toBeGreaterThan(4);
  expect(documents).toBeLessThan(20);
  // Where something is due, it is found: nobody has sent anything, and these three could.
  const late = ['1', '2', '3'];
  await store.consents.collection.insertMany(
    late.map((person) => ({ _id: `consent/${person}`, contest, person, withdrawnAt: null })) as never,
  );
  const letters = await tick('2026-08-26T07:00:30');
  expect(letters.map(({ chat }) => chat)).toEqual(late.map((person) => `telegram:1:${person}`));
});
