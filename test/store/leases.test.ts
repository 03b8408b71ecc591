import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openLeases } from '../../src/store/leases.js';
import { openStore, type Store } from '../../src/store/store.js';
import { testDatabase } from '../support/database.js';
import { letWallClockRun, passWallClock, stopWallClock } from '../support/wallClock.js';

let store: Store;
beforeAll(async () => {
  store = await openStore(await testDatabase());
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.leases.deleteMany({});
  stopWallClock();
});
afterEach(letWallClockRun);

test('what one holds no other gets, until it is given back', async () => {
  const [an, binh] = [openLeases(store, 'an'), openLeases(store, 'binh')];
  expect(await an.hold('sender', 5_000)).toBe(true);
  expect(await binh.hold('sender', 5_000)).toBe(false);
  expect(await binh.hold('another', 5_000)).toBe(true);
  expect([an.stillHolds('sender'), binh.stillHolds('sender')]).toEqual([true, false]);
  await binh.release('sender');
  expect(await binh.hold('sender', 5_000)).toBe(false);
  await an.release('sender');
  expect(an.stillHolds('sender')).toBe(false);
  expect(await binh.hold('sender', 5_000)).toBe(true);
});

test('who comes back for it keeps it; who stays away loses it, and knows without asking', async () => {
  const [an, binh] = [openLeases(store, 'an'), openLeases(store, 'binh')];
  await an.hold('sender', 5_000);
  passWallClock(3_000);
  await an.hold('sender', 5_000);
  passWallClock(3_000);
  expect(await binh.hold('sender', 5_000)).toBe(false);
  passWallClock(2_001);
  expect(an.stillHolds('sender')).toBe(false);
  expect(await binh.hold('sender', 5_000)).toBe(true);
  expect(await an.hold('sender', 5_000)).toBe(false);
});

test('of many who come at once for what nobody holds one gets it', async () => {
  const all = ['an', 'binh', 'chi', 'dung', 'giang'].map((owner) => openLeases(store, owner));
  const held = await Promise.all(all.map((leases) => leases.hold('sender', 5_000)));
  expect(held.filter(Boolean)).toHaveLength(1);
});
