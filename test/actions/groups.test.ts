import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { findCode } from '../../src/actions/codes.js';
import { contestById } from '../../src/actions/contest.js';
import { watchGroups } from '../../src/actions/groups.js';
import { tellGroups } from '../../src/actions/tell.js';
import type { ChatId, Styled } from '../../src/chat.js';
import { groupsOrCode } from '../../src/dialogues/groups.js';
import { redeem } from '../../src/dialogues/organize.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { appoint, openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const contest = 'qn-2023';
const now = new Date('2023-08-31T08:00:00+07:00');
const thu: ChatId = 'telegram:1:1';
const group = (number: number): ChatId => `telegram:1:-${number}`;

let tools: Tools;
let store: Store;
beforeAll(async () => {
  tools = await openTools(contest, now);
  store = tools.store;
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const model of [store.groups, store.chats, store.codes, store.roles])
    await (model as typeof store.groups).deleteMany({});
  await appoint(store, { contest, person: thu, role: 'organizer', unit: null, name: 'Thư', since: now });
  await chat(thu, {});
});

async function chat(_id: ChatId, about: { group?: boolean; reachable?: boolean; turn?: string }) {
  const { group = false, reachable = true, turn = null } = about;
  await store.chats.updateOne(
    { _id },
    { $set: { bot: 'telegram:1', group, person: group ? null : _id, name: 'Nhóm', reachable, turn } },
    { upsert: true },
  );
}

const said = ({ letters }: { letters: { reply: unknown }[] }) =>
  letters.map(({ reply }) => (reply as { text: Styled }).text.text);

async function nhom(args: string): Promise<string> {
  const turn = await turnIn(tools, thu, { now, contest });
  await groupsOrCode(turn, args);
  return said(turn).join('\n');
}

/** Binds a group with the code that was said. */
async function bind(number: number, title: string, args: string): Promise<string> {
  const [code = ''] = /[A-Z0-9]{8}/.exec(await nhom(args)) ?? [];
  const turn = await turnIn(tools, group(number), { now, contest, person: thu });
  turn.chat.group = true;
  turn.chat.name = title;
  expect(await findCode(turn, code)).not.toBeNull();
  await redeem(turn, code);
  await chat(group(number), { group: true });
  return said(turn).join('\n');
}

async function posted(topic: Parameters<typeof tellGroups>[2]): Promise<string[]> {
  const work = beginWork(tools, 'test', now, 0);
  await tellGroups(work, await contestById(work, contest), topic, { text: 'Tin', styles: [] }, 'key');
  return work.letters.map(({ chat: to }) => to);
}

test('posts follow what a group was bound for', async () => {
  await bind(1, 'Các đội', '');
  expect(await bind(2, 'Giám khảo', 'ban giam khao')).toBe(
    'Nhóm này đã được gắn với Video clip Tổ công nghệ số cộng đồng 2023, là nhóm giám khảo, nhận thông báo về việc chấm và kết quả.',
  );
  expect(await bind(3, 'Thư ký', 'Thư ký')).toContain('nhóm thư ký, nhận thông báo, kết quả và câu hỏi');
  expect(await bind(4, 'Trang tin', 'kết quả')).toContain('nhóm chỉ nhận kết quả');
  expect(await bind(5, 'Mộ Đức', 'huyện Mộ Đức')).toContain('nhóm của huyện Mộ Đức');
  expect(await posted('announcements')).toEqual([group(1), group(3), group(5)]);
  expect(await posted('results')).toEqual([1, 2, 3, 4, 5].map(group));
  expect(await posted('judging')).toEqual([group(2)]);
  expect(await posted('questions')).toEqual([group(3)]);
});

test('another code makes another group of it', async () => {
  await bind(1, 'Nhóm', '');
  await bind(1, 'Nhóm', 'giám khảo');
  expect([await posted('announcements'), await posted('judging')]).toEqual([[], [group(1)]]);
});

test('bound groups are listed, and one can be left out from then on', async () => {
  expect(await nhom('xem')).toBe('Chưa gắn nhóm nào. Xin gõ /nhom để lấy mã gắn nhóm.');
  await bind(1, 'Các đội', '');
  await bind(2, 'Giám khảo', 'giám khảo');
  await chat(group(1), { group: true, reachable: false });
  expect(await nhom('xem')).toBe(
    [
      'Các nhóm đã gắn (2):',
      '',
      '1. Các đội: nhóm nhận thông báo và kết quả; Trợ lý không còn gửi được vào nhóm này',
      '2. Giám khảo: nhóm giám khảo, nhận thông báo về việc chấm và kết quả',
      '',
      'Muốn thôi gửi vào một nhóm, xin gõ /nhom bỏ và số thứ tự của nhóm, ví dụ: /nhom bỏ 1',
    ].join('\n'),
  );
  await expect(nhom('bỏ 3')).rejects.toMatchObject({ key: 'group.noSuchNumber', values: { count: 2 } });
  expect(await nhom('bỏ 2')).toBe('Thôi gửi thông báo và kết quả vào nhóm «Giám khảo»?');
  expect(await posted('judging')).toEqual([group(2)]);
  expect(await nhom(`bo ${contest}/${group(2)}`)).toContain('Đã thôi gắn nhóm «Giám khảo».');
  expect(await posted('judging')).toEqual([]);
  await bind(2, 'Giám khảo', 'giám khảo');
  expect(await posted('judging')).toEqual([group(2)]);
});

test('the same turn again ends the same group', async () => {
  await bind(1, 'Một', '');
  await bind(2, 'Hai', '');
  const turn = await turnIn(tools, thu, { now, contest });
  await groupsOrCode(turn, `bo ${contest}/${group(1)}`);
  await groupsOrCode(turn, `bo ${contest}/${group(1)}`);
  expect(await posted('results')).toEqual([group(2)]);
});

test('a group that is lost is said once, and once more when it is lost again', async () => {
  await bind(1, 'Các đội', '');
  const tick = async () => {
    const work = beginWork(tools, 'tick', now, 0);
    await watchGroups(work);
    for (const mark of work.marks) await mark();
    return work.letters.map(({ _id, chat: to }) => [_id, to]);
  };
  expect(await tick()).toEqual([]);
  await chat(group(1), { group: true, reachable: false, turn: 'left-1' });
  const key = `group-lost/${contest}/${group(1)}`;
  expect(await tick()).toEqual([[`${key}/left-1/${thu}`, thu]]);
  expect(await tick()).toEqual([]);
  await chat(group(1), { group: true, reachable: true, turn: 'joined' });
  expect(await tick()).toEqual([]);
  await chat(group(1), { group: true, reachable: false, turn: 'left-2' });
  expect(await tick()).toEqual([[`${key}/left-2/${thu}`, thu]]);
});

test('a group without a title is called by what it is for', async () => {
  await bind(1, '', 'huyện Mộ Đức');
  await bind(2, '', 'kết quả');
  expect(await nhom('xem')).toMatch(
    /1\. Nhóm Telegram gắn lúc .*: nhóm của huyện Mộ Đức, tỉnh Quảng Ngãi, .*\n2\. Nhóm Telegram gắn lúc .*: nhóm chỉ nhận kết quả\n/,
  );
  expect(await nhom('bỏ 1')).toMatch(/nhóm Telegram của huyện Mộ Đức, tỉnh Quảng Ngãi \(gắn lúc .*\)\?$/);
});
