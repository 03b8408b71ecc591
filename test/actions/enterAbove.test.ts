import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { disqualifyEntry } from '../../src/actions/disqualifyEntry.js';
import { nominate } from '../../src/actions/nominate.js';
import { takeBackNomination } from '../../src/actions/takeBackNomination.js';
import type { ChatId } from '../../src/chat.js';
import type { Consent, StoredEntry } from '../../src/store/documents.js';
import type { Store } from '../../src/store/store.js';
import type { Tools, Turn } from '../../src/turn.js';
import { appoint, openTools, outcome } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const now = new Date('2023-08-31T08:00:00+07:00');
const district = 'binh-son-2023';
const province = 'qn-2023';
const author: ChatId = 'telegram:1:1';
const organizers: ChatId[] = ['telegram:1:5001', 'telegram:1:5002'];
const coordinator: ChatId = 'telegram:1:6001';
const given = { rank: 1, decision: '20/QĐ-UBND', day: '2023-08-24' };

let store: Store;
let tools: Tools;
beforeAll(async () => {
  tools = await openTools(district, now, { beside: [province] });
  store = tools.store;
  for (const person of organizers)
    await appoint(store, {
      contest: district,
      person,
      role: 'organizer',
      unit: null,
      name: 'Huyện',
      since: now,
    });
});
afterAll(() => store.close());

/** In the district's contest, with the author's registration and consent. */
let entry: StoredEntry;
beforeEach(async () => {
  for (const model of [store.entries, store.nominations, store.registrations, store.consents, store.people])
    await (model as typeof store.entries).deleteMany({});
  entry = {
    _id: `${district}/entry`,
    ...{ contest: district, number: 1, code: 'BS-01', person: author, unit: '21085', sender: '21085' },
    ...{ team: 'Tổ An', slot: null, authorSlot: null, state: 'submitted', history: [], verdicts: [] },
    ...{ correction: null, title: 'Sông Trà', versions: [], submittedAt: now, turn: 'before' },
    video: { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' },
  };
  await store.entries.create(entry);
  await store.registrations.create({
    _id: `${district}/${author}`,
    ...{ contest: district, person: author, unit: '21085', sender: '21085', team: 'Tổ An' },
    ...{ contact: 'An', phone: '0905111222', at: now, turn: 'before' },
  });
  await consents();
});

async function consents(changes: Partial<Consent> = {}): Promise<void> {
  const contest = changes.contest ?? district;
  const consent = {
    ...{ contest, person: author, chat: author, version: '1', text: 'Lời', answer: 'đồng ý', at: now },
    ...{ by: null, withdrawnAt: null, withdrawnBy: null, ...changes },
  };
  await store.consents.replaceOne({ _id: `${contest}/consent` }, consent, { upsert: true });
}

const turnOf = (person: ChatId) => turnIn(tools, person, { now, contest: district });

/** As a process does it that reads the entry anew. */
async function sendUp(turn: Turn): Promise<string> {
  return fate(nominate(turn, await contestById(turn, district), await below(), given));
}

async function takeBack(): Promise<void> {
  const turn = await turnOf(organizers[1] as ChatId);
  await takeBackNomination(turn, await contestById(turn, district), await below(), 'Nhầm bài');
}

/** Ends the nomination as it does when the author withdraws. */
async function takeOut(): Promise<void> {
  const turn = await turnOf(organizers[1] as ChatId);
  await disqualifyEntry(turn, await contestById(turn, district), await below(), 'Trùng bài');
}

async function below(): Promise<StoredEntry> {
  const found = await store.entries.findById(entry._id).lean<StoredEntry>();
  if (!found) throw new Error('the entry is gone');
  return found;
}

class Died extends Error {}
const dies = async () => {
  throw new Died();
};

/** `died` where its process did. */
async function fate(attempt: Promise<unknown>): Promise<string> {
  try {
    return await outcome(attempt);
  } catch (error) {
    if (error instanceof Died) return 'died';
    throw error;
  }
}

type Write = 'insertOne' | 'updateOne' | 'findOneAndUpdate';
type Writes = Record<Write, (...args: unknown[]) => Promise<unknown>>;

/** Once: `other` comes between, just before or just after the next such write of these documents. */
function meanwhile(
  when: 'before' | 'after',
  [collection, write]: ['entries' | 'nominations', Write],
  other: () => Promise<unknown>,
): void {
  const driver = store[collection].collection as unknown as Writes;
  const original = driver[write];
  driver[write] = async (...args) => {
    driver[write] = original;
    if (when === 'before') await other();
    const answer = await original.apply(driver, args);
    if (when === 'after') await other();
    return answer;
  };
}

/** Where both entries stand, whose slots they hold, and what is left of the nomination. */
async function standing() {
  const entries = await store.entries.find().sort({ contest: 1, number: 1 }).lean<StoredEntry[]>();
  return {
    entries: entries.map(({ code, state }) => `${code} ${state}`),
    slots: entries.filter(({ contest, slot }) => contest === province && slot !== null).length,
    nominations: await store.nominations.countDocuments({ withdrawnAt: null }),
  };
}

const toNobody = { slots: 0, nominations: 0 };

test('undisturbed, it goes up', async () => {
  expect(await sendUp(await turnOf(organizers[0] as ChatId))).toBe('done');
  expect(await standing()).toEqual({
    entries: ['BS-01 nominated', 'QN-01 submitted'],
    ...{ slots: 1, nominations: 1 },
  });
});

test('what is taken back while its turn lies dead does not go up when that turn is repeated', async () => {
  const turn = await turnOf(organizers[0] as ChatId);
  meanwhile('after', ['nominations', 'insertOne'], dies);
  expect(await sendUp(turn)).toBe('died');
  await takeBack();
  expect(await sendUp(turn)).toBe('nominate.takenBack');
  expect(await standing()).toEqual({ entries: ['BS-01 submitted'], ...toNobody });
  expect(turn.letters).toEqual([]);
});

test('what its dead turn had made above is withdrawn when it was taken back before anybody knew of that', async () => {
  const turn = await turnOf(organizers[0] as ChatId);
  meanwhile('after', ['entries', 'insertOne'], dies);
  expect(await sendUp(turn)).toBe('died');
  await takeBack();
  expect((await standing()).slots).toBe(1);
  expect(await sendUp(turn)).toBe('nominate.takenBack');
  expect(await standing()).toEqual({ entries: ['BS-01 submitted', 'QN-01 withdrawn'], ...toNobody });
});

test('what a dead turn made above is withdrawn too when the entry was sent up anew by somebody else', async () => {
  const turn = await turnOf(organizers[0] as ChatId);
  meanwhile('after', ['entries', 'insertOne'], dies);
  expect(await sendUp(turn)).toBe('died');
  await takeBack();
  expect(await sendUp(await turnOf(organizers[1] as ChatId))).toBe('done');
  expect(await sendUp(turn)).toBe('nominate.already');
  expect(await standing()).toEqual({
    entries: ['BS-01 nominated', 'QN-01 withdrawn', 'QN-02 submitted'],
    ...{ slots: 1, nominations: 1 },
  });
});

test('what leaves the contest while it goes up leaves nothing above', async () => {
  meanwhile('after', ['entries', 'insertOne'], takeOut);
  expect(await sendUp(await turnOf(organizers[0] as ChatId))).toBe('nominate.takenBack');
  expect(await standing()).toEqual({ entries: ['BS-01 disqualified', 'QN-01 withdrawn'], ...toNobody });
});

test('who takes it out withdraws above also what came there after he had read the nomination', async () => {
  const turn = await turnOf(organizers[0] as ChatId);
  const above = { contest: province, code: 'QN-01' };
  let left: unknown;
  meanwhile('after', ['entries', 'insertOne'], async () => {
    meanwhile('before', ['nominations', 'findOneAndUpdate'], () =>
      store.nominations.updateOne({ turn: turn.id }, { $set: { above } }),
    );
    await takeOut();
    left = await standing();
    await dies();
  });
  expect(await sendUp(turn)).toBe('died');
  expect(left).toEqual({ entries: ['BS-01 disqualified', 'QN-01 withdrawn'], ...toNobody });
});

test('taken back just before it moves, the entry moves back again', async () => {
  meanwhile('before', ['entries', 'findOneAndUpdate'], takeBack);
  expect(await sendUp(await turnOf(organizers[0] as ChatId))).toBe('nominate.takenBack');
  expect(await standing()).toEqual({ entries: ['BS-01 submitted', 'QN-01 withdrawn'], ...toNobody });
});

test('who takes it back brings down what has moved since he read it', async () => {
  const turn = await turnOf(organizers[0] as ChatId);
  const back = await turnOf(organizers[1] as ChatId);
  const before = await below();
  expect(await sendUp(turn)).toBe('done');
  await takeBackNomination(back, await contestById(back, district), before, 'Nhầm bài');
  expect(await standing()).toEqual({ entries: ['BS-01 submitted', 'QN-01 withdrawn'], ...toNobody });
});

test('a consent that a coordinator has stated stays his statement above', async () => {
  await consents({ by: coordinator });
  expect(await sendUp(await turnOf(organizers[0] as ChatId))).toBe('done');
  const above = await store.consents.findOne({ contest: province }).lean();
  expect(above).toMatchObject({ person: author, by: coordinator, answer: 'đồng ý' });
});

test('a consent that its author has taken back above is not revived', async () => {
  await consents({ contest: province, withdrawnAt: now, withdrawnBy: 'his turn' });
  expect(await sendUp(await turnOf(organizers[0] as ChatId))).toBe('nominate.noConsentAbove');
  expect(await store.consents.countDocuments({ contest: province, withdrawnAt: null })).toBe(0);
  expect(await standing()).toEqual({ entries: ['BS-01 submitted'], ...toNobody });
});

test('a team that is declined above while its entry comes in takes the entry with it', async () => {
  const turn = await turnOf(organizers[0] as ChatId);
  meanwhile('after', ['entries', 'insertOne'], () => store.registrations.deleteOne({ contest: province }));
  expect(await sendUp(turn)).toBe('nominate.teamGoneAbove');
  const left = { entries: ['BS-01 submitted', 'QN-01 withdrawn'], ...toNobody };
  expect(await standing()).toEqual(left);
  expect(await sendUp(turn)).toBe('nominate.teamGoneAbove');
  expect(await standing()).toEqual(left);
});
