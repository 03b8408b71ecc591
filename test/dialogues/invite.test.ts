import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Styled } from '../../src/chat.js';
import { beginInvitation } from '../../src/dialogues/invite.js';
import type { Tools } from '../../src/turn.js';
import { openTalk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const contest = 'qn-2023';
const now = new Date('2023-08-31T08:00:00+07:00');

let tools: Tools;
beforeAll(async () => {
  tools = await openTools(contest, now, { beside: ['sl-2024', 'qn-2026'] });
  const person = 'telegram:1:1';
  await appoint(tools.store, { contest, person, role: 'organizer', unit: null, name: 'Thư', since: now });
});
afterAll(() => tools.store.close());

test.each([
  ['trưởng ban giám khảo: Lê Tuấn', 'Mời làm Trưởng Ban Giám khảo: Lê Tuấn\nMã mời: '],
  ['truong ban giam khao : Lê Tuấn', 'Mời làm Trưởng Ban Giám khảo: Lê Tuấn\nMã mời: '],
  ['trưởng giám khảo Lê Tuấn', 'Mời làm Trưởng Ban Giám khảo: Lê Tuấn\nMã mời: '],
  ['giám khảo: Lê Tuấn', 'Mời làm giám khảo: Lê Tuấn\nMã mời: '],
  ['thư ký: Lê Hoa', 'Mời vào Tổ Thư ký: Lê Hoa\nMã mời: '],
  ['Lê Tuấn', 'Mời làm giám khảo: Lê Tuấn\nMã mời: '],
])('/moi %s makes the code of that role', async (args, said) => {
  expect(await invited(args)).toMatch(new RegExp(`^${said}`));
});

const ofBinhMinh =
  'Mời làm giám khảo: Lê Tuấn\nMã mời: [A-Z0-9]{8}\nThuộc xã Bình Minh, huyện Bình Sơn: không chấm bài của đơn vị này\\.';

test.each([
  'Lê Tuấn, xã Bình Minh, huyện Bình Sơn',
  'giám khảo Lê Tuấn (xã Bình Minh)',
  'giám khảo xã Bình Minh: Lê Tuấn',
  'giam khao Lê Tuấn, xa Binh Minh, huyen Binh Son',
])('/moi %s says of which unit the judge is', async (args) => {
  expect(await invited(args)).toMatch(new RegExp(`^${ofBinhMinh}`));
});

test('a judge is of a district, and words behind a name that are no unit are part of it', async () => {
  expect(await invited('giam khao huyen Mo Duc: Lê Tuấn')).toMatch(
    /\nThuộc huyện Mộ Đức, tỉnh Quảng Ngãi: không chấm/,
  );
  expect(await invited('Lê Tuấn, Phó Giám đốc Sở')).toMatch(
    /^Mời làm giám khảo: Lê Tuấn, Phó Giám đốc Sở\nMã mời: \w+\n\n/,
  );
});

test('what reads as a unit and is none of the contest is asked about', async () => {
  const talk = openTalk(tools, '2023-08-31T08:00:00+07:00');
  const person = 'telegram:1:1';
  expect(await talk.says(person, '/moigiamkhao Lê Tuấn, xã Không Có')).toBe(
    'Trong cuộc thi này không có đơn vị nào tên «xã Không Có». Xin gõ lại lệnh với tên đơn vị đúng, hoặc chọn:\n1. Không ghi đơn vị',
  );
  expect(await talk.says(person, '1')).toMatch(/^Mời làm giám khảo: Lê Tuấn\nMã mời: \w+\n\n/);
  expect(await talk.says(person, '/moigiamkhao Lê Tuấn, xã Binh Mih')).toMatch(
    /^(Có phải là|Tìm thấy|Có \d+)/,
  );
  expect(await talk.says(person, '1')).toMatch(/^Mời làm giám khảo: Lê Tuấn\nMã mời: \w+\nThuộc xã/);
  await talk.close();
});

test('who is something in several contests is told for which of them a code is', async () => {
  const { store } = tools;
  const person = 'telegram:1:1';
  await appoint(store, { contest: 'sl-2024', person, role: 'chair', unit: null, name: 'Thư', since: now });
  expect(await invited('thư ký: Lê Hoa')).toMatch(
    /^Video clip Tổ công nghệ số cộng đồng 2023\nMời vào Tổ Thư ký: Lê Hoa\nMã mời: /,
  );
  expect(await invited('thư ký')).toMatch(/^Video clip Tổ công nghệ số cộng đồng 2023\nMã mời Tổ Thư ký: /);
});

test('the one unit that fits is asked about, and no list is made of it', async () => {
  const { store } = tools;
  const person = 'telegram:1:2';
  await appoint(store, { contest: 'qn-2026', person, role: 'organizer', unit: null, name: 'Hà', since: now });
  const talk = openTalk(tools, '2026-08-10T08:00:00+07:00');
  await talk.says(person, '/cuocthi qn-2026');
  expect(await talk.says(person, '/moi dau moi cum tu nghia: Tran Van Bay')).toBe(
    'Có phải là cụm Sơn Tịnh, Tư Nghĩa (mẫu), tỉnh Quảng Ngãi không? Nếu không phải, xin gõ lại tên.\n1. Đúng',
  );
  expect(await talk.says(person, 'vâng')).toMatch(
    /^Mời làm đầu mối cụm Sơn Tịnh, Tư Nghĩa \(mẫu\), tỉnh Quảng Ngãi: Tran Van Bay\n/,
  );
  await talk.close();
});

async function invited(args: string): Promise<string> {
  const turn = await turnIn(tools, 'telegram:1:1', { now, contest });
  await beginInvitation(turn, args);
  return turn.letters.map(({ reply }) => (reply as { text: Styled }).text.text).join('\n');
}
