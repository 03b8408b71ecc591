import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChatEvent, ChatId } from '../../src/chat.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';

/* One video that is handed in twice. */

const contest = 'sl-2024';
const start = '2024-07-30T08:00:00+07:00';
const [an, binh, chi, son, dinh, thu] = ['an', 'binh', 'chi', 'son', 'dinh', 'thu'].map(
  (name): ChatId => `telegram:1:${name}`,
) as [ChatId, ChatId, ChatId, ChatId, ChatId, ChatId];
let tools: Tools;
let talk: Talk;

beforeAll(async () => {
  const since = new Date(start);
  tools = await openTools(contest, since);
  const settled = { 'plan.screening.screeners': { one: true } };
  await tools.store.contests.updateOne({ _id: contest }, { $set: settled, $inc: { version: 1 } });
  for (const [person, role, unit] of [
    [son, 'unit_coordinator', '116'],
    [dinh, 'screener', null],
    [thu, 'organizer', null],
  ] as const)
    await appoint(tools.store, { contest, person, role, unit, name: 'Sơn', since });
  talk = openTalk(tools, start);
  for (const [chat, unit, team, phone] of [
    [an, 'chieng xom', 'Tổ An', '0905000001'],
    [binh, 'chieng xom', 'Tổ Bình', '0905000002'],
    [chi, 'hua la', 'Tổ Chi', '0905000003'],
  ] as const)
    await talk.saysAll(chat, '/dangky', 'tôi đồng ý', unit, '1', team, 'Lò Văn An', phone, '1');
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

const entry = (code: string) => tools.store.entries.findOne({ contest, code }).lean();

test('its sender is asked whether he means a replacement, and may mean it', async () => {
  await talk.saysAll(an, '/nopbai', 'Một', 'https://youtu.be/abcdefghij1', '1', '1');
  // Written in another way, it is the same link.
  expect(await talk.saysAll(an, '/nopbai', 'Hai', 'https://www.youtube.com/watch?v=abcdefghij1&t=3')).toBe(
    [
      'Video này đã có trong bài SL-01 «Một» của Tổ An. Anh/chị muốn thay bài ấy, hay nộp thành một bài khác?',
      '1. Thay bài SL-01',
      '2. Nộp thành bài khác',
      '3. Thôi, không nộp nữa',
    ].join('\n'),
  );
  expect(await talk.says(an, '1')).toMatch(/SL-01 «Một».*\n\nAnh\/chị có cam kết/s);
  expect(await talk.says(an, '1')).toContain('Tên bài: Hai\n');
  await talk.says(an, '1');
  const { title, versions } = (await entry('SL-01')) ?? {};
  expect([title, versions?.length, await tools.store.entries.countDocuments()]).toEqual(['Hai', 2, 1]);
});

test('or another entry, which is taken in; or nothing', async () => {
  const link = 'https://youtu.be/abcdefghij1';
  expect(await talk.saysAll(an, '/nopbai', 'Ba', link, '3')).toBe(
    'Chưa nộp thêm bài nào. Bài SL-01 «Hai» vẫn như cũ.',
  );
  expect(await talk.saysAll(an, '/nopbai', 'Ba', link, '2', '1', '1')).toContain('Mã bài: SL-02');
});

test('so it is with a file that comes first, by what Telegram recognises it by', async () => {
  const video = (fileId: string): ChatEvent => ({
    kind: 'video',
    file: { bot: 'telegram:1', fileId, uniqueId: 'same' },
    caption: '',
  });
  await talk.does(an, video('first'));
  expect(await talk.saysAll(an, 'Bốn', '1', '1')).toContain('Mã bài: SL-03');
  await talk.does(binh, video('second'));
  // It isn't his to replace, but his unit's.
  expect(await talk.says(binh, 'Năm')).toBe(
    [
      'Video này đã có trong bài SL-03 «Bốn» của Tổ An, cùng đơn vị. Anh/chị vẫn muốn nộp thành một bài khác?',
      '1. Nộp thành bài khác',
      '2. Thôi, không nộp nữa',
    ].join('\n'),
  );
  await talk.says(binh, '2');
});

test('a coordinator is asked for the team for which he hands in', async () => {
  expect(await talk.saysAll(son, '/guithay', 'to binh', 'Sáu', 'https://youtu.be/abcdefghij1')).toContain(
    '1. Thay bài SL-01\n2. Nộp thành bài khác',
  );
  await talk.says(son, '/huy');
});

describe('a team whose unit shows it in several entries', () => {
  const link = 'https://youtu.be/abcdefghij1';
  const fileOf = (fileId: string): ChatEvent => ({
    kind: 'video',
    file: { bot: 'telegram:1', fileId, uniqueId: 'same' },
    caption: '',
  });
  const moved = (code: string, state: 'submitted' | 'screening') =>
    tools.store.entries.updateOne({ contest, code }, { $set: { state } });

  test('is asked of its own, be it a later one', async () => {
    expect(await talk.saysAll(binh, '/nopbai', 'Sáu', link)).toContain(
      'trong bài SL-01 «Hai» của Tổ An, cùng',
    );
    expect(await talk.saysAll(binh, '1', '1', '1')).toContain('Mã bài: SL-04');
    expect(await talk.saysAll(binh, '/nopbai', 'Bảy', link)).toContain('1. Thay bài SL-04\n2. Nộp thành');
  });

  test('keeps what it has answered where that can’t be replaced any more', async () => {
    await moved('SL-04', 'screening');
    expect(await talk.says(binh, '1')).toMatch(
      /^Bài SL-04 .*\n\nVideo này đã có trong bài SL-04 .*\n1\. Nộp thành bài khác\n2\. Thôi, không nộp nữa$/s,
    );
    await moved('SL-04', 'submitted');
    expect(await talk.saysAll(binh, '1', '1')).toContain('Tên bài: Bảy\n');
  });

  test('is asked again where it puts another video in its place', async () => {
    const other = 'Video này đã có trong bài SL-03 «Bốn» của Tổ An';
    await talk.saysAll(binh, '2', 'Tên bài');
    await talk.does(binh, fileOf('third'));
    expect(await talk.says(binh, 'Tám')).toContain('Tên bài: Tám\n');
    expect(await talk.says(binh, '1')).toContain(other);
    expect(await talk.says(binh, '1')).toContain('Tên bài: Tám\n');
    expect(await talk.saysAll(binh, '2', 'Video', link)).toContain('trong bài SL-04 «Sáu» của Tổ Bình');
    await talk.says(binh, '3');
  });

  test('loses nothing that its coordinator had set aside when he replaces it', async () => {
    const askedUnit = (await talk.saysAll(son, '/dangkythay', '1')).split('\n\n').at(-1);
    expect(await talk.saysAll(son, '/guithay to binh', 'Chín', link)).toContain('1. Thay bài SL-04\n');
    expect(await talk.saysAll(son, '1', '1')).toContain('Tên bài: Chín\n');
    const done = await talk.says(son, '1');
    expect(done).toContain('SL-04');
    expect(done.split('\n\n').at(-1)).toBe(askedUnit);
    await talk.says(son, '/huy');
  });
});

test('a team of another unit isn’t asked; who screens reads it, and so does the organizer', async () => {
  await talk.saysAll(chi, '/nopbai', 'Bảy', 'https://youtu.be/abcdefghij1', '1', '1');
  expect(await talk.says(thu, '/tinhhinh')).toContain(
    'Một video có trong bài của nhiều đội, xin xem lại: SL-01 (Tổ An), SL-02 (Tổ An), SL-04 (Tổ Bình), SL-05 (Tổ Chi)',
  );
  talk.moveTo('2024-08-01T08:00:00+07:00');
  const remark = 'Lưu ý: video này cũng có trong bài';
  expect(await talk.says(dinh, '/thamdinh SL-05')).toContain(
    `${remark} SL-01 «Hai» (Tổ An); SL-02 «Ba» (Tổ An); SL-04 «Chín» (Tổ Bình).\n`,
  );
  expect(await talk.says(dinh, '/thamdinh SL-03')).not.toContain(remark);
});
