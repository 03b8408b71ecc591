import { expect, test } from '@jest/globals';
import { gather } from '../../src/store/gather.js';

const fulfilled = <Value>(value: Value) => ({ status: 'fulfilled' as const, value });

test('what is asked for at the same moment travels together, and what comes meanwhile goes next', async () => {
  const batches: number[][] = [];
  const double = gather(async (items: number[]) => {
    batches.push(items);
    await new Promise(setImmediate);
    return items.map((item) => fulfilled(2 * item));
  });
  const first = [double(1), double(2)];
  await new Promise(setImmediate);
  const next = [double(3), double(4), double(5)];
  expect(await Promise.all([...first, ...next])).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

test('two batches may be under way, and what comes then waits for the first that is back', async () => {
  const batches: { items: number[]; answer: () => void }[] = [];
  const echo = gather(
    (items: number[]) =>
      new Promise<PromiseSettledResult<number>[]>((resolve) => {
        batches.push({ items, answer: () => resolve(items.map(fulfilled)) });
      }),
  );
  const asked: Promise<number>[] = [];
  for (const item of [1, 2, 3, 4]) {
    asked.push(echo(item));
    await new Promise(setImmediate);
    await new Promise(setImmediate);
  }
  expect(batches.map(({ items }) => items)).toEqual([[1], [2]]);
  batches[1]?.answer();
  expect(await asked[1]).toBe(2);
  expect(batches.map(({ items }) => items)).toEqual([[1], [2], [3, 4]]);
  for (const { answer } of batches) answer();
  expect(await Promise.all(asked)).toEqual([1, 2, 3, 4]);
});

test('with one batch at a time, what is asked first is made first', async () => {
  const made: number[] = [];
  const slow = gather(
    async (items: number[]) => {
      if (made.length === 0) await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
      made.push(...items);
      return items.map(fulfilled);
    },
    { atOnce: 1 },
  );
  const first = slow(1);
  await new Promise(setImmediate);
  await Promise.all([first, slow(2)]);
  expect(made).toEqual([1, 2]);
});

test('no batch is longer than the most', async () => {
  const lengths: number[] = [];
  const echo = gather(
    async (items: number[]) => {
      lengths.push(items.length);
      return items.map(fulfilled);
    },
    { most: 2 },
  );
  expect(await Promise.all([1, 2, 3, 4, 5].map(echo))).toEqual([1, 2, 3, 4, 5]);
  expect(lengths).toEqual([2, 2, 1]);
});

test('one that fails fails alone; when the whole batch fails, the next still goes out', async () => {
  let isDown = false;
  const ask = gather(async (items: string[]) => {
    if (isDown) throw new Error('down');
    return items.map((item) =>
      item === 'bad' ? { status: 'rejected' as const, reason: new Error('bad') } : fulfilled(item),
    );
  });
  const mixed = await Promise.allSettled(['good', 'bad', 'fine'].map(ask));
  expect(mixed.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  isDown = true;
  await expect(ask('good')).rejects.toThrow('down');
  isDown = false;
  expect(await ask('good')).toBe('good');
});

test('an answer that is missing is an error, not a silence', async () => {
  const ask = gather(async (_items: string[]) => []);
  await expect(ask('anything')).rejects.toThrow('did not answer');
});
