import { expect, test } from '@jest/globals';
import { drawnAmong } from '../../../src/domain/ranking/draw.js';

const orderOf = (codes: string[], draws: { codes: string[]; seed: string }[]) =>
  drawnAmong(codes, { draws })?.codes;

const seeds = Array.from({ length: 40 }, (_, index) => `seed-${index}`);
const first = { codes: ['A', 'B', 'C'], seed: 'x' };
const kept = orderOf(['A', 'B', 'C'], [first]) ?? [];

test('nobody who has drawn is moved by a newcomer, who may come to every place', () => {
  const orders = seeds.map((seed) =>
    orderOf(['A', 'B', 'C', 'D'], [first, { codes: ['A', 'B', 'C', 'D'], seed }]),
  );
  expect(orders.map((order) => order?.filter((code) => code !== 'D'))).toEqual(seeds.map(() => kept));
  expect([...new Set(orders.map((order) => order?.indexOf('D')))].sort()).toEqual([0, 1, 2, 3]);
});

test('two who have drawn apart from each other keep what each of them has', () => {
  const other = { codes: ['D', 'E'], seed: 'y' };
  const all = ['A', 'B', 'C', 'D', 'E'];
  const order = orderOf(all, [first, other, { codes: all, seed: 'z' }]) ?? [];
  expect([
    order.filter((code) => first.codes.includes(code)),
    order.filter((code) => other.codes.includes(code)),
  ]).toEqual([kept, orderOf(['D', 'E'], [other])]);
});

test.each([
  ['fewer of those who drew', ['A', 'C'], kept.filter((code) => code !== 'B')],
  ['somebody who has not drawn with them', ['A', 'D'], undefined],
])('of %s', (_title, codes, order) => {
  expect(orderOf(codes, [first])).toEqual(order);
});
