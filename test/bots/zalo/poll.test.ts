import { afterEach, describe, expect, test } from '@jest/globals';
import { zaloClient } from '../../../src/bots/zalo/client.js';
import { poll } from '../../../src/bots/zalo/poll.js';
import { readUpdate } from '../../../src/bots/zalo/read.js';
import { type Receive, Wrong } from '../../../src/chat.js';
import * as payloads from './payloads.js';
import {
  type Got,
  NO_WEBHOOK,
  NOTHING_PENDING,
  no,
  ok,
  openMemory,
  patientClock,
  pretendZalo,
  type Said,
  TOKEN,
} from './pretend.js';

let zalo: Awaited<ReturnType<typeof pretendZalo>> | undefined;
afterEach(async () => {
  await zalo?.close();
  zalo = undefined;
});

type Options = { receive?: Receive; clock?: ReturnType<typeof patientClock> };

/** Polls until `stop`; what Zalo says comes from `answer`. */
async function pollUntil(
  stop: AbortSignal,
  answer: Parameters<typeof pretendZalo>[0],
  { receive, clock = patientClock() }: Options = {},
) {
  zalo = await pretendZalo(answer);
  const memory = openMemory();
  const received: string[] = [];
  const tools = {
    client: zaloClient({ token: TOKEN, apiRoot: zalo.url }),
    read: (raw: unknown[]) =>
      raw.flatMap((each) => readUpdate(each, { id: 'zalo:1', names: [] }, clock.now()) ?? []),
    clock,
    log: memory.log,
    random: () => 0,
    stopGraceMs: 50,
  };
  const keep: Receive = async (updates) => void received.push(...updates.map(({ id }) => id));
  const problem: unknown = await poll(tools, receive ?? keep, stop).then(
    () => null,
    (error: unknown) => error,
  );
  return { received, memory, problem, slept: clock.slept, got: zalo.got, methods: zalo.methods() };
}

/** Answers the polls with `script`; the poll after its end is the last. */
function pollThrough(
  script: Said[],
  options: Options & { others?: (got: Got) => Said; onPoll?: (times: number) => void } = {},
) {
  const stop = new AbortController();
  return pollUntil(
    stop.signal,
    (got, times) => {
      if (got.method !== 'getUpdates') return options.others?.(got) ?? NO_WEBHOOK;
      options.onPoll?.(times);
      const said = script[times - 1];
      if (!said) stop.abort();
      return said ?? NOTHING_PENDING;
    },
    options,
  );
}

const TEXT = 'zalo:1:77c1e0b94d3a52f8e611';

describe('polling', () => {
  test('asks with the time as a string, and takes one update or several', async () => {
    const { received, got } = await pollThrough([
      ok(payloads.text),
      ok([payloads.voice, payloads.sticker]),
      ok(payloads.reaction),
      ok(payloads.unsupportedWithoutMessage),
    ]);
    expect(received).toEqual([TEXT, 'zalo:1:4d', 'zalo:1:3c']);
    expect(got.slice(0, 2)).toEqual([
      { method: 'getWebhookInfo', params: {} },
      { method: 'getUpdates', params: { timeout: '30' } },
    ]);
  });

  test.each<[string, Said]>([
    ['408', NOTHING_PENDING],
    ['HTTP 200 with code 408', { body: { ok: false, error_code: 408 } }],
    ['an empty list', ok([])],
    ['null', ok(null)],
    ['an empty object', ok({})],
    ['no result', ok()],
  ])('%s is an empty poll: it waits a second when it came at once, and goes on', async (_, said) => {
    const { received, slept, memory } = await pollThrough([said, ok(payloads.text)]);
    expect(received).toEqual([TEXT]);
    expect(slept).toEqual([1_000]);
    expect(memory.lines).toEqual([]);
  });

  test('an empty poll that took its time is followed by the next at once', async () => {
    const clock = patientClock();
    const { methods, slept } = await pollThrough([NOTHING_PENDING, NOTHING_PENDING], {
      clock,
      onPoll: () => clock.pass(30_000),
    });
    expect(methods).toEqual(['getWebhookInfo', 'getUpdates', 'getUpdates', 'getUpdates']);
    expect(slept).toEqual([]);
  });

  test('what was handed out is stored before anything else is asked for, however often that fails', async () => {
    const events: string[] = [];
    let failures = 7;
    const { slept, memory } = await pollThrough([ok(payloads.text), ok(payloads.voice)], {
      onPoll: (times) => events.push(`poll ${times}`),
      receive: async ([update]) => {
        if (failures-- > 0) throw new Error('the database is away');
        events.push(`stored ${update?.id}`);
      },
    });
    expect(events).toEqual(['poll 1', `stored ${TEXT}`, 'poll 2', 'stored zalo:1:4d', 'poll 3']);
    expect(slept).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(memory.lines.join()).not.toContain('NOP 42');
  });

  test('a refused token ends it', async () => {
    const { problem } = await pollThrough([no(401, 'Unauthorized')]);
    expect(problem).toBeInstanceOf(Wrong);
    expect(problem).toMatchObject({ message: 'getUpdates: 401 Unauthorized', fatal: true });
  });

  test('faults and broken answers are outlasted with growing waits', async () => {
    const { slept, received } = await pollThrough([
      no(502),
      { status: 503, body: 'Busy' },
      'cut',
      ok(payloads.text),
      'cut',
    ]);
    expect(slept).toEqual([1_000, 2_000, 4_000, 1_000]);
    expect(received).toEqual([TEXT]);
  });

  test('429 is met with 5, 15, 60 and again 60 seconds', async () => {
    const { slept } = await pollThrough([no(429), no(429), no(429), no(429)]);
    expect(slept).toEqual([5_000, 15_000, 60_000, 60_000]);
  });
});

describe('a forgotten webhook', () => {
  const set = ok({ url: 'https://old.example.vn/secret-path', updated_at: 1 });

  test('is removed before the first poll, and the log says so', async () => {
    let removed = false;
    const { methods, memory } = await pollThrough([ok(payloads.text)], {
      others: ({ method }) => {
        if (method === 'deleteWebhook') removed = true;
        return removed ? ok({ url: '', updated_at: 2 }) : set;
      },
    });
    expect(methods.slice(0, 4)).toEqual(['getWebhookInfo', 'deleteWebhook', 'getWebhookInfo', 'getUpdates']);
    expect(memory.messages()).toEqual(['a Zalo webhook is set: removing it, since this bot polls']);
    expect(memory.lines.join()).not.toContain('secret-path');
  });

  test('is looked for after thirty empty polls', async () => {
    const { methods } = await pollThrough(Array.from({ length: 31 }, () => NOTHING_PENDING));
    expect(methods.flatMap((method, index) => (method === 'getWebhookInfo' ? index : []))).toEqual([0, 31]);
  });

  test('is looked for when polling is refused', async () => {
    const { methods } = await pollThrough([no(400, "can't use getUpdates"), ok(payloads.text)]);
    expect(methods.slice(0, 4)).toEqual(['getWebhookInfo', 'getUpdates', 'getWebhookInfo', 'getUpdates']);
  });

  test('that Zalo does not tell of hinders nothing', async () => {
    const { received } = await pollThrough([ok(payloads.text)], { others: () => no(500) });
    expect(received).toEqual([TEXT]);
  });
});

describe('stopping', () => {
  function stopDuring(answer: () => Said | Promise<Said>, receive?: Receive) {
    const stop = new AbortController();
    return pollUntil(
      stop.signal,
      ({ method }) => {
        if (method !== 'getUpdates') return NO_WEBHOOK;
        stop.abort();
        return answer();
      },
      receive ? { receive } : {},
    );
  }

  test('keeps what the poll in flight still brings', async () => {
    const { received, methods } = await stopDuring(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return ok(payloads.text);
    });
    expect(received).toEqual([TEXT]);
    expect(methods).toEqual(['getWebhookInfo', 'getUpdates']);
  });

  test('gives an idle poll up after a moment', async () => {
    const { received, methods } = await stopDuring(() => 'hold');
    expect(received).toEqual([]);
    expect(methods).toEqual(['getWebhookInfo', 'getUpdates']);
  });

  test('says what was lost when the store stays away', async () => {
    const { memory } = await stopDuring(
      () => ok(payloads.text),
      async () => {
        throw new Error('the database is away');
      },
    );
    const last = JSON.parse(memory.lines.at(-1) ?? '') as object;
    expect(last).toMatchObject({ msg: 'lost: stopped before they were stored', updates: [TEXT] });
  });
});
