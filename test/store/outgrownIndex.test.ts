import { expect, test } from '@jest/globals';
import { openStore } from '../../src/store/store.js';
import { testDatabase } from '../support/database.js';

test('a database from before sheets had rounds lets a judge fill in one for each of them', async () => {
  const uri = await testDatabase();
  const older = await openStore(uri);
  const keys = { contest: 1, judge: 1, entry: 1 } as const;
  await older.sheets.collection.createIndex(keys, { unique: true, name: 'sheet' });
  const sheet = {
    contest: 'qn-2026',
    judge: 'telegram:1:1',
    entry: 'QN-01',
    points: {},
    sum: '0',
    version: 1,
  };
  const at = new Date('2026-09-10T08:00:00+07:00');
  await older.sheets.create({ _id: 'final', ...sheet, at, turn: '1' });
  const another = { _id: 'cluster', ...sheet, round: 'cluster', at, turn: '2' };
  await expect(older.sheets.create(another)).rejects.toThrow('sheet');
  await older.close();

  const store = await openStore(uri);
  await store.sheets.create(another);
  await expect(store.sheets.create({ ...another, _id: 'twice' })).rejects.toThrow('sheetOfRound');
  await expect(store.sheets.create({ _id: 'again', ...sheet, at, turn: '3' })).rejects.toThrow(
    'sheetOfRound',
  );
  await store.close();
});

test('a database from before some indexes were narrowed keeps none of the wide ones', async () => {
  const uri = await testDatabase();
  const older = await openStore(uri);
  await older.letters.collection.createIndex({ bot: 1, sentAt: 1 });
  await older.chats.collection.createIndex(
    { person: 1, heardAt: -1 },
    { partialFilterExpression: { group: false } },
  );
  await older.close();

  const store = await openStore(uri);
  const names = async (collection: 'letters' | 'chats') =>
    (await store[collection].collection.indexes()).map(({ name }) => name);
  expect(await names('letters')).not.toContain('bot_1_sentAt_1');
  expect(await names('letters')).toContain('sentWhereCounted');
  expect(await names('chats')).toEqual(['_id_', 'person_1', 'lostGroups']);
  await store.close();
});
