import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { giveConsent } from '../../src/actions/giveConsent.js';
import { registerTeam } from '../../src/actions/registerTeam.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

/* What is said to who pastes a list. */

const start = '2023-10-02T08:00:00+07:00';
const cu = 'zalo:1:cu';
let tools: Tools;
let talk: Talk;

beforeAll(async () => {
  const now = new Date(start);
  tools = await openTools('dn-2023', now);
  const turn = await turnIn(tools, cu, { now });
  const contest = await contestById(turn, 'dn-2023');
  await giveConsent(turn, contest, 'có');
  const team = { unit: '662', team: 'Đội Cư Jút', contact: 'An', phone: '0905123456' };
  await registerTeam(turn, contest, { ...team, components: ['online'], headcount: 5 });
  talk = openTalk(tools, start);
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

const lines = (count: number, line: (n: string) => string) =>
  Array.from({ length: count }, (_, index) => `${index + 1}. ${line('ABCDEGHIKL'.slice(index % 10))}`).join(
    '\n',
  );

test('a fault that all lines share is said once', async () => {
  await talk.says(cu, '/danhsach');
  expect(
    await talk.says(
      cu,
      lines(30, (name) => `Nguyễn Văn ${name}1 1961`),
    ),
  ).toBe(
    'Trợ lý chưa ghi được ai từ tin này.\n\nChưa nhận 30 dòng:\nDòng 1–30: có chữ số trong tên. Xin ghi tên chỉ bằng chữ, rồi mới đến số điện thoại.\n\nXin sửa rồi gửi lại.',
  );
});

test('years are left out and that is said; what is hardly a name is asked about; «xong» writes the list down', async () => {
  const read = await talk.says(cu, '1. Trần Văn Bảy 1961\n2. Lê Thị Tám (sn 1970)\ngửi rồi nhé');
  expect(read).toContain('Trợ lý đọc được 2 người:\n1. Trần Văn Bảy\n2. Lê Thị Tám');
  expect(read).toContain('Ngày sinh, năm sinh đã được bỏ ra');
  expect(read).toContain('Dòng 3: «gửi rồi nhé» có phải họ tên một người không?');
  expect(await talk.says(cu, 'xong rồi ạ')).toContain('Đã ghi thêm 2 người.\n\nHiện có 2 người');
  await talk.says(cu, '/danhsach');
  expect(await talk.says(cu, 'hết rồi')).toMatch(/^Anh\/chị không gửi thêm tên nào/);
});
