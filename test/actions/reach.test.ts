import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { reach } from '../../src/actions/reach.js';
import { describeQuotas } from '../../src/actions/watchQuota.js';
import type { BotId, ChatId } from '../../src/chat.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { appoint, openTools } from '../support/tools.js';

const contest = 'qn-2023';
const now = new Date('2023-08-31T08:00:00+07:00');
const telegram: BotId = 'telegram:1';
const zalo: BotId = 'zalo:1';

let tools: Tools;
let store: Store;
beforeAll(async () => {
  tools = await openTools(contest, now);
  store = tools.store;
  const link = () => '';
  tools.bots = [
    { id: telegram, platform: 'telegram', name: '@thi', link, monthlyQuota: null },
    { id: zalo, platform: 'zalo', name: 'Bot Hội thi', link, monthlyQuota: 40 },
  ];
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const model of [store.groups, store.chats, store.roles, store.letters, store.registrations])
    await (model as typeof store.groups).deleteMany({});
});

async function chat(_id: ChatId, person: string | null, about: { day?: number; reachable?: boolean } = {}) {
  const { day = 1, reachable = true } = about;
  const bot = _id.startsWith('zalo') ? zalo : telegram;
  const heardAt = new Date(2023, 7, day);
  await store.chats.create({ _id, bot, group: person === null, person, name: 'Ai', reachable, heardAt });
}

async function team(person: string, unit = '21433') {
  await store.registrations.create({
    ...{ _id: `${contest}/${person}`, contest, person, unit, sender: '533', team: person, contact: person },
    ...{ phone: '0905123456', at: now, turn: person },
  });
}

const coordinator = (person: string, unit: string) =>
  appoint(store, { contest, person, role: 'unit_coordinator', unit, name: person, since: now });

/** Messages of this month that the Zalo bot has sent. */
const used = (count: number) =>
  store.letters.insertMany(
    Array.from({ length: count }, (_, index) => ({
      ...{ _id: `sent/${index}`, chat: 'zalo:1:x', bot: zalo, reply: { kind: 'closeChoices', message: '' } },
      ...{ order: 0, part: 0, dueAt: now, state: 'sent', tries: 0, sentParts: 1, sentAt: now },
    })) as never,
  );

async function ways(people: string[], messages = 1): Promise<string[]> {
  const work = beginWork(tools, 'test', now, 0);
  const reached = await reach(work, await contestById(work, contest), people, { messages });
  return reached.map(({ person, way, saved }) => {
    const how = way.kind === 'group' ? way.group._id : way.kind === 'none' ? '' : way.chat;
    return [person, way.kind, how, saved && 'saved'].filter(Boolean).join(' ');
  });
}

test('the chat that was heard last, else the other messenger', async () => {
  await chat('telegram:1:1', 'an', { day: 1 });
  await chat('zalo:1:1', 'an', { day: 2 });
  await chat('telegram:1:2', 'binh', { day: 2, reachable: false });
  await chat('zalo:1:2', 'binh', { day: 1 });
  expect(await ways(['an', 'binh', 'an'])).toEqual(['an own zalo:1:1', 'binh own zalo:1:2']);
});

test('the last twentieth of a month is kept: the rest by the other messenger, or not at all', async () => {
  await chat('zalo:1:1', 'an', { day: 2 });
  await chat('telegram:1:1', 'an', { day: 1 });
  await chat('zalo:1:2', 'binh');
  await chat('zalo:1:3', 'chi');
  await used(36);
  // 38 of 40 may be used: two single messages, or one that takes two.
  expect(await ways(['binh', 'an', 'chi'])).toEqual([
    'binh own zalo:1:2',
    'an own zalo:1:1',
    'chi none saved',
  ]);
  expect(await ways(['binh', 'an', 'chi'], 2)).toEqual([
    'binh own zalo:1:2',
    'an own telegram:1:1',
    'chi none saved',
  ]);
  expect((await describeQuotas(beginWork(tools, 'test', now, 0)))?.text).toBe(
    'Bot Hội thi trên Zalo: tháng 8/2023 đã dùng 36/40 tin, còn gửi được 2 tin thông báo; phần cuối để dành cho kết quả và Ban Tổ chức.',
  );
});

test('whoever has no chat: the group of the nearest unit, else its coordinator, else nobody', async () => {
  await team('an');
  await team('binh', '21400');
  await chat('telegram:1:-5', null);
  const group = {
    _id: `${contest}/mo-duc`,
    contest,
    chat: 'telegram:1:-5',
    title: 'Mộ Đức',
    by: 'thu',
    since: now,
  };
  expect(await ways(['an', 'nobody'])).toEqual(['an none', 'nobody none']);
  await coordinator('moi', '533');
  await chat('telegram:1:9', 'moi');
  expect(await ways(['an'])).toEqual(['an coordinator telegram:1:9']);
  await coordinator('phong', '21433');
  await chat('zalo:1:9', 'phong');
  expect(await ways(['an', 'binh'])).toEqual(['an coordinator zalo:1:9', 'binh coordinator telegram:1:9']);
  await store.groups.create({ ...group, chat: 'telegram:1:-5', purpose: 'unit', unit: '533' });
  expect(await ways(['an'])).toEqual([`an group ${contest}/mo-duc`]);
  await store.chats.updateOne({ _id: 'telegram:1:-5' }, { $set: { reachable: false } });
  expect(await ways(['an'])).toEqual(['an coordinator zalo:1:9']);
});
