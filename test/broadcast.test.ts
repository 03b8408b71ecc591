import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { EmulatedChat } from '../emulator/index.js';
import type { Announcement, Chat, Registration } from '../src/store/documents.js';
import { openStage, type Stage } from './support/stage.js';

jest.setTimeout(120_000);

const MANY = 300;
const text = 'Xin các đội kiểm tra lại danh sách thành viên.';

let stage: Stage;
let chats: EmulatedChat[];
beforeAll(async () => {
  stage = await openStage({ at: '2023-08-30T08:00:00+07:00' });
  const { telegram } = stage.bots;
  chats = Array.from({ length: MANY }, (_, index) =>
    stage.emulator.addPhone({ platform: 'telegram', name: `Đội ${index}` }).knows(telegram),
  );
  const people = chats.flatMap(({ address }) => (address ? [address as Chat['_id']] : []));
  const at = stage.clock.now();
  await stage.store.chats.insertMany(
    people.map((_id) => ({
      ...{ _id, bot: telegram.id, group: false, person: _id, name: 'Đội', reachable: true, heardAt: at },
    })) as never,
  );
  await stage.store.registrations.insertMany(
    people.map(
      (person): Registration => ({
        ...{
          _id: `qn-2023/${person}`,
          contest: 'qn-2023',
          person,
          unit: '21433',
          sender: '533',
          team: person,
        },
        ...{ contact: 'An', phone: '0905123456', told: true, at, turn: person },
      }),
    ),
  );
});
afterAll(() => stage.close());

/** How often each has read it. */
const read = () =>
  chats.map(({ messages }) => messages.filter((message) => message.text.includes(text)).length);
const readers = () => read().filter((times) => times > 0).length;

test('everybody reads it once at the pace Telegram allows, and an answer does not wait for them', async () => {
  const thu = await stage.organizer('telegram', 'Thư');
  await thu.saysAll('/thongbao', 'Các đội dự thi', text, 'Gửi');
  stage.clock.advance(60_000);
  const { clock } = stage;
  const begun = clock.ms();
  void stage.assistant.schedule.runAll();
  const until = async (holds: () => boolean) => {
    while (!holds()) {
      clock.advance(20);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  await until(() => readers() >= 100);
  await stage.restart();
  await until(() => readers() >= 150);
  void thu.phone.say(thu.chat, '/thongbao 1');
  await until(() => thu.chat.messages.at(-1)?.text.includes('Thông báo số 1 – đang gửi') ?? false);
  // All that was written before it still waits.
  expect(readers()).toBeLessThan(MANY);
  await until(() => readers() >= 200);
  await stage.restart();
  await until(() => readers() === MANY);
  await stage.settled();
  expect(new Set(read())).toEqual(new Set([1]));
  expect(stage.emulator.counts().bots[stage.bots.telegram.id]?.limits).toEqual({});
  expect(clock.ms() - begun).toBeGreaterThan((1_000 * (MANY - 30)) / 30);
  const kept = await stage.store.announcements.findOne().lean<Announcement>();
  expect(kept).toMatchObject({ count: MANY, written: MANY });
});
