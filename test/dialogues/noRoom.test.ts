import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChatId } from '../../src/chat.js';
import type { StoredEntry } from '../../src/store/documents.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';

/* A team that registers where nothing more can be handed in. */

const contest = 'qn-2023';
const start = '2023-08-31T08:00:00+07:00';
const since = new Date(start);
const [an, moi] = ['zalo:1:an', 'zalo:1:moi'] as [ChatId, ChatId];
let tools: Tools;
let talk: Talk;

const entryOf = (number: number): StoredEntry => ({
  _id: `${contest}/entry-${number}`,
  contest,
  number,
  code: `QN-0${number}`,
  person: 'telegram:1:7',
  unit: '21436',
  sender: '533',
  team: `Tổ ${number}`,
  slot: `${contest}/533/${number}`,
  authorSlot: null,
  state: 'submitted',
  history: [],
  verdicts: [],
  correction: null,
  title: `Clip ${number}`,
  video: { kind: 'link', url: `https://video.example/${number}`, site: null },
  versions: [],
  submittedAt: since,
  turn: `turn-${number}`,
});

beforeAll(async () => {
  tools = await openTools(contest, since);
  const role = 'unit_coordinator';
  await appoint(tools.store, { contest, person: moi, role, unit: '533', name: 'Mơi', since });
  talk = openTalk(tools, start);
});
afterAll(async () => {
  await talk.close();
  await tools.store.close();
});

const full =
  'Lưu ý: Huyện Mộ Đức được gửi tối đa 2 bài và hiện đã gửi đủ: QN-01 «Clip 1» (Tổ 1); QN-02 «Clip 2» (Tổ 2). Đội chỉ nộp được bài khi một trong các bài này được rút.';

const ahead =
  'Lưu ý: Huyện Mộ Đức được gửi tối đa 2 bài và hiện đã gửi đủ. Đội chỉ nộp được bài khi một trong các bài này được rút.';

test('nothing is said while there is room', async () => {
  await tools.store.entries.create(entryOf(1));
  const check = await talk.saysAll(
    moi,
    ...['/dangkythay', '1', 'duc phong', '1', 'Tổ Ba', 'Phạm Văn Tư', '0905111222'],
  );
  expect(check).toContain('Tên đội: Tổ Ba');
  expect(check).not.toContain('Lưu ý');
  expect(await talk.says(moi, '1')).toMatch(/^Đã đăng ký thay .*\n1\. Nộp bài thay/s);
});

test('it reads that the places are taken before it registers, by what after, and is offered nothing', async () => {
  await tools.store.entries.create(entryOf(2));
  const check = await talk.saysAll(
    an,
    ...['/dangky', 'tôi đồng ý', 'duc phong', '1', 'Tổ Bốn', 'Nguyễn Văn An', '0905111333'],
  );
  expect(check).toContain(`\n\n${ahead} Anh/chị vẫn đăng ký được.\n1. Đúng, gửi đăng ký`);
  const done = await talk.says(an, '1');
  expect(done).toMatch(/^Đã đăng ký cho đội Tổ Bốn, xã Đức Phong, huyện Mộ Đức\./);
  expect(done).toContain(`\n\n${full}\n1. `);
  expect(done).not.toContain('Nộp bài dự thi');
});

test('so does the coordinator who registers for one', async () => {
  const answers = ['1', 'duc thang', '1', 'Tổ Năm', 'Lê Văn Năm', '0905111444'];
  expect(await talk.saysAll(moi, '/dangkythay', ...answers)).toContain(ahead);
  const done = await talk.says(moi, '1');
  expect(done).toContain(full);
  expect(done).not.toContain('Nộp bài thay');
});
