import { describe, expect, test } from '@jest/globals';
import { chanceOf } from '../../replay/chance.js';

const drawn = (seed: string) => {
  const chance = chanceOf(seed);
  return Array.from({ length: 20 }, () => chance.whole(1, 1000));
};

describe('chance', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(drawn('7')).toEqual(drawn('7'));
    expect(drawn('7')).not.toEqual(drawn('8'));
  });

  test('of its own is not changed by what others draw', () => {
    const disturbed = chanceOf('7');
    disturbed.number();
    expect(disturbed.apart('person').whole(1, 1000)).toBe(chanceOf('7').apart('person').whole(1, 1000));
  });

  test('reaches both ends, and nothing beyond', () => {
    const chance = chanceOf('ends');
    const seen = new Set(Array.from({ length: 200 }, () => chance.whole(1, 4)));
    expect([...seen].sort()).toEqual([1, 2, 3, 4]);
  });

  test('shuffles without losing anything', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'];
    const shuffled = chanceOf('cards').shuffled(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort()).toEqual(items);
  });
});
