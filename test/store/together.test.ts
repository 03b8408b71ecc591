import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose, { type Connection } from 'mongoose';
import { inOneCommand, oneByOne, openTogether, type Write } from '../../src/store/together.js';
import { testDatabase } from '../support/database.js';

let connection: Connection;
let commands: string[] = [];
beforeAll(async () => {
  connection = await mongoose.createConnection(await testDatabase(), { monitorCommands: true }).asPromise();
  connection.getClient().on('commandStarted', ({ commandName }) => commands.push(commandName));
});
afterAll(() => connection.close());
beforeEach(async () => {
  await connection.dropDatabase();
  await connection.collection('chats').insertOne({ _id: 'lan' as never, said: 0 });
  commands = [];
});

const all = async () => {
  const read = (name: string) => connection.collection(name).find().sort({ _id: 1 }).toArray();
  return { letters: await read('letters'), chats: await read('chats') };
};

const letter = (id: string): Write => ({ collection: 'letters', insert: { _id: id } });
const say = (said: unknown): Write => ({
  collection: 'chats',
  filter: { _id: 'lan' },
  update: { $inc: { said } },
});

describe.each([
  ['one command', inOneCommand],
  ['one command after another', oneByOne],
])('writes to several collections in order, as %s', (_, way) => {
  const write = (writes: Write[]) => way(connection).inOrder(writes);

  test('are all made', async () => {
    expect(await write([letter('a'), letter('b'), say(1)])).toBeNull();
    expect(await all()).toEqual({ letters: [{ _id: 'a' }, { _id: 'b' }], chats: [{ _id: 'lan', said: 1 }] });
  });

  test('stop at one that is there already, and say which', async () => {
    await connection.collection('letters').insertOne({ _id: 'b' as never });
    const stopped = await write([letter('a'), letter('b'), letter('c'), say(1)]);
    expect(stopped).toMatchObject({ index: 1, reason: { code: 11000 } });
    expect(await all()).toEqual({ letters: [{ _id: 'a' }, { _id: 'b' }], chats: [{ _id: 'lan', said: 0 }] });
  });

  test('stop at one that can not be made, in whichever collection', async () => {
    const stopped = await write([letter('a'), say(1), say('much'), letter('b')]);
    expect(stopped).toMatchObject({ index: 2 });
    expect(await all()).toEqual({ letters: [{ _id: 'a' }], chats: [{ _id: 'lan', said: 1 }] });
  });
});

describe.each([
  ['one command', inOneCommand],
  ['a command for each collection', oneByOne],
])('writes each for itself, as %s', (_, way) => {
  test('are made whatever becomes of the others', async () => {
    await connection.collection('letters').insertOne({ _id: 'a' as never });
    const { each, knowsFound } = way(connection);
    const nobody: Write = { collection: 'chats', filter: { _id: 'nobody' }, update: { $set: { said: 1 } } };
    const second: Write = { ...nobody, filter: { _id: 'lan', said: 2 }, upsert: true };
    expect(await each([letter('a'), say(1), nobody, second, letter('b')])).toEqual([
      { status: 'rejected', reason: expect.objectContaining({ code: 11000 }) },
      { status: 'fulfilled', value: true },
      { status: 'fulfilled', value: !knowsFound },
      { status: 'rejected', reason: expect.objectContaining({ code: 11000 }) },
      { status: 'fulfilled', value: true },
    ]);
    expect(await each([nobody])).toEqual([{ status: 'fulfilled', value: !knowsFound }]);
    expect(await all()).toEqual({ letters: [{ _id: 'a' }, { _id: 'b' }], chats: [{ _id: 'lan', said: 1 }] });
  });
});

test('go in one journaled command where the server can, which is asked once', async () => {
  const together = openTogether(connection);
  const concerns: unknown[] = [];
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (commandName === 'bulkWrite') concerns.push(command.writeConcern);
  });
  await (await together()).inOrder([letter('a'), say(1)]);
  await (await together()).each?.([letter('b'), say(1)]);
  expect(commands).toEqual(['hello', 'bulkWrite', 'bulkWrite']);
  expect(concerns).toEqual([{ j: true }, { j: true }]);
});
