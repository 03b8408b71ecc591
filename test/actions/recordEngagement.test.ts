import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { countedEngagement } from '../../src/actions/engagement.js';
import { recordEngagement } from '../../src/actions/recordEngagement.js';
import type { ChatEvent } from '../../src/chat.js';
import { engagement, lowerEngagement } from '../../src/dialogues/engagement.js';
import type { Store } from '../../src/store/store.js';
import type { Tools, Turn } from '../../src/turn.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const at = (local: string) => new Date(`${local}+07:00`);
const ky = 'telegram:1:1';

let store: Store;
let tools: Tools;
beforeAll(async () => {
  tools = await openTools('qn-2023', at('2023-09-04T00:00:00'));
  ({ store } = tools);
  await store.entries.collection.insertOne({
    _id: 'qn-2023/1',
    contest: 'qn-2023',
    number: 1,
    code: 'QN-01',
    state: 'submitted',
    title: 'Bài 1',
  } as never);
  await holds(ky, 'secretary', 'Kỳ');
  await holds('telegram:1:2', 'organizer', 'Thư');
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.snapshots.deleteMany({});
});

async function holds(person: string, role: 'secretary' | 'organizer', name: string): Promise<void> {
  await store.chats.collection.insertOne({ _id: person, person, group: false, reachable: true } as never);
  await store.roles.create({
    _id: `qn-2023/${person}`,
    contest: 'qn-2023',
    person,
    role,
    unit: null,
    name,
    since: at('2023-09-04T00:00:00'),
    by: null,
    held: person,
    endedAt: null,
    endedBy: null,
    endReason: null,
  });
}

const turnAt = (now: Date): Promise<Turn> => turnIn(tools, ky, { now });

test('what somebody says to be right later counts as of when it was typed, with its proof', async () => {
  const before = { contest: 'qn-2023', entry: 'QN-01', likes: 310, shares: 120, source: 'typed' as const };
  const read = at('2023-09-19T20:00:00');
  await store.snapshots.create({ _id: 'x', ...before, at: read, enteredAt: read, by: ky });
  const typed = await turnAt(at('2023-09-19T23:59:30'));
  typed.update.event = { kind: 'photo', url: 'https://example.com/anh.jpg', caption: '' };
  await engagement(typed, 'QN-01 300 110');
  const answers = typed.chat.progress?.answers ?? {};
  await lowerEngagement.finish(await turnAt(at('2023-09-20T00:00:20')), { ...answers, sure: 'yes' });
  expect(await store.snapshots.findOne({ likes: 300 }).lean()).toMatchObject({
    at: typed.now,
    enteredAt: typed.now,
    proof: { kind: 'photo', url: 'https://example.com/anh.jpg', by: ky, at: typed.now },
  });
});

test.each([
  ['counts where nothing of the last hour does', at('2023-09-19T20:00:00'), 900, 'Số này được tính.'],
  [
    'doesn’t replace a reading of the last hour',
    at('2023-09-19T23:40:00'),
    310,
    'Số này không được tính, vì đã có số ghi trong giờ cuối trước lúc chốt.',
  ],
])('a late reading %s, and is told to who watches', async (_title, read, likes, words) => {
  const before = { contest: 'qn-2023', entry: 'QN-01', likes: 310, shares: 120, source: 'facebook' as const };
  await store.snapshots.create({ _id: 'x', ...before, at: read, enteredAt: read, by: null });
  const turn = await turnAt(at('2023-09-20T08:00:00'));
  const contest = await contestById(turn, 'qn-2023');
  const reading = { entry: 'QN-01', likes: 900, shares: 130, at: at('2023-09-19T23:50:00') };
  const proof = { kind: 'link' as const, url: 'https://example.com/a', by: ky, at: turn.now };
  await recordEngagement(turn, contest, [reading], { source: 'typed', enteredAt: turn.now, proof });
  expect((await countedEngagement(turn, contest)).get('QN-01')?.likes).toBe(likes);
  expect(turn.letters.map(({ chat, reply }) => [chat, reply.kind === 'text' && reply.text.text])).toEqual([
    [
      'telegram:1:2',
      `Video clip Tổ công nghệ số cộng đồng 2023\nLượt tương tác đã chốt. Kỳ vừa nhập thêm số:\nQN-01: 900 lượt thích, 130 lượt chia sẻ, ghi là xem lúc 23 giờ 50 thứ Ba, 19/9/2023. Minh chứng: https://example.com/a. ${words}`,
    ],
  ]);
});

test('a link proves the line it stands in, a picture all of them', async () => {
  await store.entries.collection.insertOne({
    ...{ _id: 'qn-2023/2', contest: 'qn-2023', number: 2, code: 'QN-02', state: 'submitted', title: 'Bài 2' },
  } as never);
  const proofs = async (event: ChatEvent, args: string) => {
    await store.snapshots.deleteMany({});
    const turn = await turnAt(at('2023-09-19T12:00:00'));
    turn.update.event = event;
    await engagement(turn, args);
    const kept = await store.snapshots.find().sort({ entry: 1 }).lean();
    return kept.map(({ proof }) => (proof?.kind === 'link' ? proof.url : (proof?.kind ?? null)));
  };
  const [one, other] = ['https://example.com/1', 'https://example.com/2'];
  const typed = (text: string) => proofs({ kind: 'text', text: `/tuongtac ${text}`, links: [] }, text);
  expect(await typed(`QN-01 310 120 ${one}\nQN-02 400 130`)).toEqual([one, null]);
  expect(await typed(`QN-01 310 120 ${one}\nQN-02 400 130 ${other}`)).toEqual([one, other]);
  expect(await typed(`QN-01 310 120\nQN-02 400 130\n${one}`)).toEqual([null, null]);
  expect(await typed(`QN-01 310 120\n${one}`)).toEqual([one]);
  expect(await typed(`QN-01 310 120 ${one} ${other}`)).toEqual([null]);
  const caption = `QN-01 310 120 ${one} ${other}\nQN-02 400 130`;
  const photo = { kind: 'photo' as const, url: 'https://example.com/anh.jpg', caption };
  expect(await proofs(photo, caption)).toEqual(['photo', 'photo']);
});
