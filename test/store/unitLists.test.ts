import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Unit } from '../../src/domain/units.js';
import { openUnitLists } from '../../src/store/openUnitLists.js';
import { openStore, type Store } from '../../src/store/store.js';
import { ListReplaced, readUnitList, saveUnitList } from '../../src/store/unitLists.js';
import { testDatabase } from '../support/database.js';

let store: Store;
beforeAll(async () => {
  store = await openStore(await testDatabase());
});
afterAll(() => store.close());

const now = new Date('2026-01-01T00:00:00Z');
const unitsOf = (size: number, name: string): Unit[] =>
  Array.from({ length: size }, (_, index) => ({
    code: String(index),
    parentCode: index === 0 ? null : '0',
    level: index === 0 ? 'province' : 'commune',
    type: index === 0 ? 'tinh' : 'xa',
    kind: index === 0 ? 'tỉnh' : 'xã',
    name: `${name} ${index}`,
  }));
const save = (id: string, generation: string, units: Unit[], onProgress?: (written: number) => void) =>
  saveUnitList(store, { id, generation, before: null, units, now }, onProgress);
const inForce = async (id: string) => {
  const list = await readUnitList(store, id);
  return list && [list.generation, list.units.length, list.units.at(-1)?.name];
};

test('a list comes into force whole, and its progress is told', async () => {
  const told: number[] = [];
  await save('a', 'one', unitsOf(1_200, 'Cũ'), (written) => told.push(written));
  expect(told).toEqual([500, 1_000, 1_200]);
  expect(await readUnitList(store, 'a')).toEqual({
    generation: 'one',
    before: null,
    units: unitsOf(1_200, 'Cũ'),
  });
  expect(await readUnitList(store, 'nothing')).toBeNull();
});

test.each([1, 2, 3])('an import that dies after chunk %d leaves the old list in force', async (chunk) => {
  await save(`b${chunk}`, 'one', unitsOf(10, 'Cũ'));
  const dies = save(`b${chunk}`, 'two', unitsOf(1_200, 'Mới'), (written) => {
    if (written >= Math.min(chunk * 500, 1_200)) throw new Error('died');
  });
  await expect(dies).rejects.toThrow('died');
  expect(await inForce(`b${chunk}`)).toEqual(['one', 10, 'Cũ 9']);
  // The next import goes through, and takes away what the dead one left.
  await save(`b${chunk}`, 'three', unitsOf(20, 'Mới'));
  expect(await inForce(`b${chunk}`)).toEqual(['three', 20, 'Mới 19']);
  expect(await store.unitChunks.distinct('generation', { list: `b${chunk}` })).toEqual(['one', 'three']);
});

test('of two imports at the same time one is refused, and nothing is mixed', async () => {
  await save('c', 'one', unitsOf(10, 'Cũ'));
  let second: Promise<void> | undefined;
  const first = save('c', 'two', unitsOf(600, 'A'), () => {
    second ??= save('c', 'three', unitsOf(700, 'B'));
  });
  const ended = await Promise.allSettled([first, first.catch(() => {}).then(() => second)]);
  const refused = ended.filter(({ status }) => status === 'rejected');
  expect(refused).toEqual([{ status: 'rejected', reason: expect.any(ListReplaced) }]);
  expect([
    ['two', 600, 'A 599'],
    ['three', 700, 'B 699'],
  ]).toContainEqual(await inForce('c'));
});

test('a running process notices a new list, and reads it once for many turns', async () => {
  await save('d', 'one', unitsOf(10, 'Cũ'));
  const lists = openUnitLists(store, 'contests/units', 0);
  const [units, again] = await Promise.all([lists('d'), lists('d')]);
  expect(again).toBe(units);
  expect(await lists('d')).toBe(units);
  await save('d', 'two', unitsOf(20, 'Mới'));
  expect((await lists('d')).all).toHaveLength(20);
  await expect(lists('nothing')).rejects.toThrow('operator.unitListMissing');
});

test('a list that follows on another knows its units by their former names', async () => {
  const [province, commune] = unitsOf(2, 'Mới');
  if (!province || !commune) throw new Error('two units');
  const units = [
    { ...province, name: 'Quảng Ngãi', formerly: 'giữ nguyên', code: '51' },
    { ...commune, parentCode: '51', formerly: 'Xã Đức Phong' },
  ];
  await saveUnitList(store, { id: 'e', generation: 'one', before: 'vn-2023-three-tiers', units, now });
  const lists = openUnitLists(store, 'contests/units');
  const [found] = (await lists('e')).find('duc phong, mo duc');
  expect([found?.unit.name, found?.former?.fullName]).toEqual(['Mới 1', 'xã Đức Phong, huyện Mộ Đức']);
});
