import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { describeMissed, missedAmong, teamTold } from '../../src/actions/missed.js';
import { registerOnBehalf } from '../../src/actions/onBehalfRegister.js';
import type { ChatId } from '../../src/chat.js';
import type { Tools, Turn } from '../../src/turn.js';
import { words } from '../../src/words.js';
import { appoint, openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const now = new Date('2023-08-31T08:00:00+07:00');
const district: ChatId = 'telegram:1:1';
const province: ChatId = 'telegram:1:2';
const who = 'Phạm Văn Tư, Tổ Cụ Tư, xã Đức Phong, huyện Mộ Đức, 0905 123 456';

let tools: Tools;
let turn: Turn;
let team: { person: string; unit: string };
beforeAll(async () => {
  tools = await openTools('qn-2023', now);
  const about = { contest: 'qn-2023', role: 'unit_coordinator', since: now } as const;
  await appoint(tools.store, { ...about, person: district, unit: '533', name: 'Lê Mộ' });
  await appoint(tools.store, { ...about, person: province, unit: '51', name: 'Trần Tỉnh' });
  turn = await turnIn(tools, district, { now });
  const details = { unit: '21433', team: 'Tổ Cụ Tư', contact: 'Phạm Văn Tư', phone: '0905123456' };
  const contest = await contestById(turn, 'qn-2023');
  team = await registerOnBehalf(turn, contest, { ...details, agreed: 'đã đồng ý' });
});
afterAll(() => tools.store.close());

const reaches = (person: ChatId) =>
  tools.store.chats.create({
    _id: person,
    bot: 'telegram:1',
    group: false,
    person,
    name: '',
    reachable: true,
  });

const told = async () => (await teamTold(turn, await contestById(turn, 'qn-2023'), team)).text;

test('a team without a chat has to be called, and it is said who else has heard', async () => {
  // Who decides has heard of it, but is nobody who was told.
  await reaches(district);
  expect(await told()).toBe(`Trợ lý không nhắn được cho đội. Xin gọi: ${who}.`);
  await reaches(province);
  expect(await told()).toBe(
    `Trợ lý chỉ báo được cho đầu mối (Trần Tỉnh), không nhắn được cho người liên hệ của đội. Xin gọi: ${who}.`,
  );
  team = { ...team, person: province };
  expect(await told()).toBe('Đội đã được báo.');
});

test('of many who can be reached by no letter each is named', async () => {
  const contest = await contestById(turn, 'qn-2023');
  const { person } = (await tools.store.registrations.findOne().lean()) ?? { person: '' };
  const missed = await missedAmong(turn, contest, [district, person]);
  expect(missed).toEqual([{ person, who }]);
  expect(describeMissed(words, missed)?.text).toBe(`Không nhắn được cho 1 người, xin gọi:\n• ${who}`);
  expect(describeMissed(words, [])).toBeNull();
});
