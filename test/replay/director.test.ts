import { expect, test } from '@jest/globals';
import { chanceOf } from '../../replay/chance.js';
import { openDirector } from '../../replay/director.js';

async function played(seed: string, hurry: (name: string) => Promise<unknown>): Promise<string[]> {
  const director = openDirector(chanceOf(seed));
  const order: string[] = [];
  const conversation = (name: string) => async () => {
    for (const step of [1, 2, 3])
      await director.deed(async () => {
        await hurry(name);
        order.push(`${name}${step}`);
      });
  };
  await director.play([conversation('a'), conversation('b'), conversation('c')]);
  return order;
}

const atOnce = async () => {};
const afterAWhile = (name: string) => new Promise((resolve) => setImmediate(() => resolve(name)));

test('who is next does not depend on who takes how long', async () => {
  const order = await played('7', atOnce);
  expect(await played('7', (name) => (name === 'b' ? afterAWhile(name) : atOnce()))).toEqual(order);
  expect([...order].sort()).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1', 'c2', 'c3']);
});

test('conversations go on side by side, in another order for another seed', async () => {
  const order = await played('7', atOnce);
  expect(order).not.toEqual([...order].sort());
  expect(await played('8', atOnce)).not.toEqual(order);
});

test('a conversation that breaks ends the play with its reason', async () => {
  const director = openDirector(chanceOf('7'));
  const breaks = () => director.deed(() => Promise.reject(new Error('nobody answers')));
  const waits = () => director.deed(atOnce);
  await expect(director.play([breaks, waits])).rejects.toThrow('nobody answers');
});
