import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EmulatedClock, type Emulator, type FacebookFault, startEmulator } from '../../emulator/index.js';
import type { FacebookPost } from '../../src/domain/facebookPosts.js';
import { openFacebook } from '../../src/facebook/posts.js';
import type { ReadPosts } from '../../src/turn.js';

const start = Date.parse('2023-09-10T08:00:00+07:00');
const clip: FacebookPost = { kind: 'video', id: '98765432100', page: null };
const post = (id: string): FacebookPost => ({ kind: 'post', id, page: null });

let emulator: Emulator;
let read: ReadPosts;
let logged: unknown[];
const log = () => ({ ...console, warn: (...all: unknown[]) => void logged.push(all) }) as never;
const opened = (token: string) =>
  openFacebook({ token, apiRoot: emulator.facebookUrl, clock: emulator.clock, log: log() });

beforeEach(async () => {
  logged = [];
  emulator = await startEmulator({ clock: new EmulatedClock({ now: start, frozen: true }) });
  emulator.fanpage.post('11111', { likes: 310, shares: 120 });
  emulator.fanpage.post('22222', { likes: 95, shares: 0 });
  emulator.fanpage.post('33333', { likes: 7, shares: 1, video: clip.id });
  read = opened(emulator.fanpage.token);
});
afterEach(() => emulator.close());

const at = (seconds = 0) => new Date(start + seconds * 1000);

test('likes and shares of posts and clips are read, each with the moment of the answer', async () => {
  const { page } = emulator.fanpage;
  expect(await read([post('11111'), { ...post('22222'), page }, clip, post('99999')])).toEqual({
    counts: [
      { likes: 310, shares: 120, at: at() },
      // Nobody has shared it: Facebook then says nothing of shares.
      { likes: 95, shares: 0, at: at() },
      { likes: 7, shares: 1, at: at() },
      null,
    ],
    denied: false,
  });
});

test('more than fifty are asked for in several batches, and which page it is only once', async () => {
  const many = Array.from({ length: 120 }, (_, index) => post(String(40_000 + index)));
  for (const { id } of many) emulator.fanpage.post(id, { likes: Number(id), shares: 1 });
  const { counts } = await read(many);
  expect(counts.map((each) => each?.likes)).toEqual(many.map(({ id }) => Number(id)));
  expect(emulator.fanpage.counts).toMatchObject({ calls: 4, requests: 121 });
  await read([post('11111')]);
  expect(emulator.fanpage.counts).toMatchObject({ calls: 5, requests: 122 });
});

describe('what goes wrong', () => {
  beforeEach(async () => {
    await read([post('11111')]);
  });
  const counted = async () => (await read([post('11111')])).counts[0] !== null;

  test.each<[FacebookFault, restSeconds: number]>([
    ['throttled', 12 * 60],
    ['denied', 10 * 60],
    ['5xx', 2],
    ['not-json', 2],
    ['lost-answer', 2],
  ])('%s: no number, and nothing is asked for %d seconds', async (fault, seconds) => {
    emulator.fanpage.fault(fault);
    expect(await read([post('11111')])).toEqual({ counts: [null], denied: fault === 'denied' });
    const { calls } = emulator.fanpage.counts;
    emulator.clock.set(start + seconds * 1000 - 1);
    expect(await counted()).toBe(false);
    expect(emulator.fanpage.counts.calls).toBe(calls);
    emulator.clock.set(start + seconds * 1000);
    expect(await read([post('11111')])).toEqual({
      counts: [{ likes: 310, shares: 120, at: at(seconds) }],
      denied: false,
    });
    expect(emulator.fanpage.counts.faults).toEqual({ [fault]: 1 });
  });

  test('each failure more doubles the rest, up to a minute', async () => {
    emulator.fanpage.fault('5xx', 8);
    const rests: number[] = [];
    for (let now = start; rests.length < 7; now += 1_000) {
      emulator.clock.set(now);
      const { calls } = emulator.fanpage.counts;
      await counted();
      if (emulator.fanpage.counts.calls > calls) rests.push(now);
    }
    expect(rests.map((now, index) => (now - (rests[index - 1] ?? start)) / 1000)).toEqual([
      0, 2, 4, 8, 16, 32, 60,
    ]);
  });

  test.each<[FacebookFault, restSeconds: number]>([
    ['last-transient', 0],
    ['last-throttled', 5 * 60],
  ])(
    '%s: the other parts of its batch are kept, and it is asked again in %d seconds',
    async (fault, seconds) => {
      const likes = async () =>
        (await read([post('11111'), post('22222')])).counts.map((each) => each?.likes ?? null);
      emulator.fanpage.fault(fault);
      expect(await likes()).toEqual([310, null]);
      emulator.clock.set(start + seconds * 1000);
      expect(await likes()).toEqual([310, 95]);
    },
  );

  test('a clip that can’t be read is asked about only after five minutes', async () => {
    const gone: FacebookPost = { kind: 'video', id: '55555555555', page: null };
    await read([gone]);
    const { calls } = emulator.fanpage.counts;
    expect((await read([gone])).counts).toEqual([null]);
    expect(emulator.fanpage.counts.calls).toBe(calls);
    emulator.fanpage.post('44444', { likes: 4, shares: 0, video: gone.id });
    emulator.clock.set(start + 5 * 60_000);
    expect((await read([gone])).counts[0]?.likes).toBe(4);
  });

  test('no rest reaches past the freeze', async () => {
    await read([post('99999')], at(60));
    emulator.fanpage.post('99999', { likes: 1, shares: 0 });
    emulator.clock.set(start + 29_999);
    expect((await read([post('99999')], at(60))).counts).toEqual([null]);
    emulator.clock.set(start + 30_000);
    expect((await read([post('99999')], at(60))).counts[0]?.likes).toBe(1);
  });

  test('a part that was not finished is asked again at once, one that is refused after five minutes', async () => {
    emulator.fanpage.fault('unfinished');
    expect(await counted()).toBe(false);
    expect(await counted()).toBe(true);
    await read([post('99999')]);
    const { requests } = emulator.fanpage.counts;
    emulator.fanpage.post('99999', { likes: 1, shares: 0 });
    expect((await read([post('99999')])).counts).toEqual([null]);
    expect(emulator.fanpage.counts.requests).toBe(requests);
    emulator.clock.set(start + 5 * 60_000);
    expect((await read([post('99999')])).counts).toEqual([{ likes: 1, shares: 0, at: at(300) }]);
  });
});

test('a token that is refused shows in no line of the log', async () => {
  const token = 'EAAB-a-secret-that-nobody-may-see';
  expect(await opened(token)([post('11111')])).toEqual({ counts: [null], denied: true });
  expect(logged).toEqual([[{ code: 190 }, 'Facebook refused']]);
  await emulator.close();
  logged = [];
  expect(await opened(token)([post('11111')])).toEqual({ counts: [null], denied: false });
  expect(JSON.stringify(logged)).not.toContain(token);
  expect(logged).toHaveLength(1);
});
