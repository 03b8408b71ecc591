import { expect, test } from '@jest/globals';
import { chanceOf } from '../../replay/chance.js';
import { type Deed, openDirector } from '../../replay/director.js';

type Named = Deed & { name: string };

/** Three people with three deeds each; what was done at each moment. */
async function played(
  seed: string,
  about: {
    atOnce?: number;
    hurry?: (deed: Named) => Promise<unknown>;
    of?: (name: string) => Partial<Deed>;
  } = {},
): Promise<string[][]> {
  const { atOnce = 1, hurry = async () => {}, of = () => ({}) } = about;
  const moments: string[][] = [];
  const director = openDirector<Named>(chanceOf(seed), async (deeds) => {
    await Promise.all(deeds.map(hurry));
    moments.push(deeds.map(({ name }) => name));
  });
  const conversation = (who: string) => async () => {
    for (const step of [1, 2, 3])
      await director.deed({ name: `${who}${step}`, lane: who, alone: false, ...of(`${who}${step}`) });
  };
  await director.play([conversation('a'), conversation('b'), conversation('c')], atOnce);
  return moments;
}

const everything = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1', 'c2', 'c3'];

test('who is next does not depend on who takes how long', async () => {
  const order = await played('7');
  const slowly = ({ name }: Named) =>
    name.startsWith('b') ? new Promise((resolve) => setImmediate(resolve)) : Promise.resolve();
  expect(await played('7', { hurry: slowly })).toEqual(order);
  expect(order.flat().sort()).toEqual(everything);
});

test('conversations go on side by side, in another order for another seed', async () => {
  const order = (await played('7')).flat();
  expect(order).not.toEqual(everything);
  expect((await played('8')).flat()).not.toEqual(order);
});

test('several deeds are done at one moment, never two of them in one lane', async () => {
  const moments = await played('7', { atOnce: 2 });
  expect(
    moments
      .map(({ length }) => length)
      .sort()
      .slice(-4),
  ).toEqual([2, 2, 2, 2]);
  expect(moments.flat().sort()).toEqual(everything);
  const inOneLane = await played('7', { atOnce: 3, of: () => ({ lane: 'group' }) });
  expect(inOneLane.map(({ length }) => length)).toEqual(Array(9).fill(1));
});

test('what depends on who is first is done alone', async () => {
  const moments = await played('7', { atOnce: 3, of: (name) => ({ alone: name.endsWith('3') }) });
  expect(
    moments.filter((moment) => moment.some((name) => name.endsWith('3'))).map(({ length }) => length),
  ).toEqual([1, 1, 1]);
  expect(moments.flat().sort()).toEqual(everything);
});

test('a conversation that breaks ends the play with its reason', async () => {
  const director = openDirector<Named>(chanceOf('7'), async (deeds) => {
    if (deeds.some(({ name }) => name === 'a')) throw new Error('nobody answers');
  });
  const does = (name: string) => () => director.deed({ name, lane: name, alone: false });
  await expect(director.play([does('a'), does('b')])).rejects.toThrow('nobody answers');
});
