import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { giveConsent } from '../../src/actions/giveConsent.js';
import { registerTeam } from '../../src/actions/registerTeam.js';
import type { ChatId } from '../../src/chat.js';
import { openPost } from '../../src/store/post.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

/* What a message is taken for, by what its writer had been asked and had read. */

const start = '2023-08-31T08:00:00+07:00';
const [an, thu]: ChatId[] = ['zalo:1:an', 'zalo:1:thu'] as [ChatId, ChatId];

let tools: Tools;
let store: Store;
let talk: Talk;

beforeAll(async () => {
  const now = new Date(start);
  tools = await openTools('qn-2023', now);
  store = tools.store;
  const turn = await turnIn(tools, an, { now });
  const contest = await contestById(turn, 'qn-2023');
  await giveConsent(turn, contest, 'có');
  const team = { unit: '21040', team: 'Tổ 1', contact: 'An', phone: '0905123456' };
  await registerTeam(turn, contest, { ...team });
  await appoint(store, {
    ...{ contest: 'qn-2023', person: thu, role: 'organizer', unit: null, name: 'Thư', since: now },
  });
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const model of [store.chats, store.letters, store.updates, store.questions])
    await (model as typeof store.chats).deleteMany({});
  talk = openTalk(tools, start);
});
afterEach(() => talk.close());

/** Something that nobody asked for reaches the chat. */
async function shows(
  chat: ChatId,
  at: string,
  choices: { label: string; says: string }[] = [],
  about: { reminder?: string } = {},
) {
  talk.moveTo(at);
  const now = new Date(at);
  const work = beginWork(tools, `tick/${at}`, now, Date.now() * 1024);
  work.tell(chat, tools.t('form.nothingSent'), { choices });
  const post = openPost(store, 'tick');
  await post.addLetters(work.letters.map((each) => ({ ...each, ...about, state: 'sent', sentAt: now })));
}

describe('the same words twice', () => {
  test('answer one question, where the next had not gone out when they came', async () => {
    await talk.says(an, '/nopbai');
    await talk.stick(true);
    const askVideo = await talk.says(an, 'Cây đa số');
    expect(askVideo).toMatch(/^Xin dán đường dẫn/);
    const passedOver = /^Hai tin giống nhau đến liền nhau/;
    expect(await talk.says(an, 'Cây đa số', 1)).toMatch(passedOver);
    expect(await talk.says(an, 'Cây đa số', 0.5)).toMatch(passedOver);
    expect(await talk.says(an, 'Cây đa số', 0.5)).toContain(askVideo);
    await talk.stick(false);
  });

  test('answer both where the next had been read, be it at once', async () => {
    await talk.says(an, '/hoi');
    await talk.says(an, 'Nộp được mấy bài?');
    expect(await talk.says(an, 'Nộp được mấy bài?', 1)).not.toBe('');
  });
});

describe('a question that was asked long ago', () => {
  test('is shown again before a text is taken for its answer, where something else was shown since', async () => {
    await talk.says(an, '/hoi');
    await shows(an, '2023-09-02T08:00:00+07:00');
    const asked = await talk.says(an, 'Cảm ơn Ban Tổ chức');
    expect(asked).toMatch(
      /^Anh\/chị đang làm dở việc «.*Câu đang chờ trả lời là:\n\nAnh\/chị muốn hỏi Ban Tổ chức điều gì\?.*\n\nNếu «Cảm ơn Ban Tổ chức» là câu trả lời.*\n1\. Đó là câu trả lời của tôi$/s,
    );
    expect(await store.questions.countDocuments()).toBe(0);
    expect(await talk.says(an, '1')).toMatch(/^Đã gửi câu hỏi/);
    expect((await store.questions.findOne().lean())?.text).toBe('Cảm ơn Ban Tổ chức');
  });

  test('is shown once, not one in the other, where that happens again', async () => {
    await talk.says(an, '/hoi');
    await shows(an, '2023-09-02T08:00:00+07:00');
    await talk.says(an, 'Cảm ơn Ban Tổ chức');
    await shows(an, '2023-09-02T10:00:00+07:00');
    const asked = await talk.says(an, 'Nộp được mấy bài?');
    expect(asked.match(/đang làm dở/g)).toHaveLength(1);
    expect(asked).not.toContain('Cảm ơn');
    await talk.says(an, '1');
    expect((await store.questions.findOne().lean())?.text).toBe('Nộp được mấy bài?');
  });

  test('takes a number only where that is typed again', async () => {
    await talk.says(an, '/hoi');
    await shows(an, '2023-09-02T08:00:00+07:00');
    const asked = await talk.says(an, '250');
    expect(asked).toMatch(/chưa ghi «250».*Anh\/chị muốn hỏi/s);
    expect(asked).not.toMatch(/1\. /);
  });

  test('takes what was pasted from its own message, and says and keeps none of it elsewhere', async () => {
    await talk.says(an, '/hoi');
    await shows(an, '2023-09-02T08:00:00+07:00');
    const list = 'Nguyễn Văn Ba, 012345678901\nLê Thị Bốn, 012345678902';
    expect(await talk.says(an, list)).toMatch(/^Anh\/chị đang làm dở.*Nếu tin anh\/chị vừa gửi là/s);
    const kept = JSON.stringify([await store.chats.find().lean(), await store.letters.find().lean()]);
    expect(kept).not.toContain('012345678901');
    await talk.says(an, '1');
    expect((await store.questions.findOne().lean())?.text).toBe(list.replace('\n', ' '));
  });

  test('takes its answer as ever where nothing came between, and soon after', async () => {
    await talk.says(an, '/hoi');
    talk.moveTo('2023-09-02T08:00:00+07:00');
    expect(await talk.says(an, 'Nộp được mấy bài?')).not.toMatch(/đang làm dở/);
    await talk.saysAll(an, '/huy', '/hoi');
    await shows(an, '2023-09-02T08:10:00+07:00');
    expect(await talk.says(an, 'Nộp được mấy bài?')).not.toMatch(/đang làm dở/);
  });

  test('takes its answer also where only a reminder of it came between, but for a number', async () => {
    const goOn = [{ label: 'Làm tiếp', says: '/nopbai' }];
    await talk.says(an, '/nopbai');
    await shows(an, '2023-08-31T10:00:00+07:00', goOn, { reminder: 'form' });
    expect(await talk.says(an, 'Cây đa số')).toMatch(/^Xin dán đường dẫn/);
    await shows(an, '2023-08-31T12:00:00+07:00', goOn, { reminder: 'form' });
    expect(await talk.says(an, '12')).toMatch(/chưa ghi «12»/);
    await shows(an, '2023-08-31T14:00:00+07:00');
    expect(await talk.says(an, 'https://youtu.be/dQw4w9WgXcQ')).toMatch(/^Anh\/chị có cam kết/);
  });

  test('has its offers shown again before one is chosen by its number', async () => {
    await talk.says(thu, '/thangdiem 40 30 30 bước 1');
    await shows(thu, '2023-09-02T08:00:00+07:00');
    expect(await talk.says(thu, '1')).toMatch(/^Anh\/chị đang làm dở việc.*\n1\. /s);
    expect(await talk.says(thu, '1')).toMatch(/^Đã ghi nhận/);
    await talk.says(an, '/trogiup');
    await shows(an, '2023-09-04T08:00:00+07:00');
    expect(await talk.says(an, '1')).toMatch(/^Sau các lựa chọn này đã có tin khác\..*\n1\. /s);
  });
});

test('what is half done is set aside for another command, and goes on after it', async () => {
  await talk.saysAll(thu, '/thoinhiemvu', '/huy');
  const asked = await talk.saysAll(thu, '/giahan', 'duc phong');
  const other = await talk.says(thu, '/moi');
  expect(other).toMatch(/^Việc «Gia hạn.*» đang làm dở được để lại, không mất gì\./);
  const back = await talk.says(thu, '/huy');
  expect(back).toContain('Xin mời anh/chị làm tiếp:');
  expect(back).toContain(asked.slice(0, 40));
});

test('what is handed in is set aside for a question, and its own command goes on with it', async () => {
  await talk.saysAll(an, '/nopbai', 'Cây đa số');
  expect(await talk.says(an, '/nopbai')).toMatch(/^Xin mời anh\/chị làm tiếp:\n\nXin dán đường dẫn/);
  expect(await talk.says(an, '/hoi nhạc của người khác có được dùng không?')).toMatch(
    /^Đã gửi câu hỏi CH-01.*làm tiếp:\n\nXin dán đường dẫn/s,
  );
  expect((await store.questions.findOne().lean())?.text).toBe('nhạc của người khác có được dùng không?');
  expect(await talk.says(an, 'https://youtu.be/dQw4w9WgXcQ')).toMatch(/^Anh\/chị có cam kết/);
});

test('its own command goes on with what is half done, and with what it had been set aside for', async () => {
  const asked = await talk.saysAll(thu, '/doingay nộp bài', '25/9/2023');
  expect(asked).toMatch(/^Lý do là gì/);
  expect(await talk.says(thu, '/doingay')).toBe(`Xin mời anh/chị làm tiếp:\n\n${asked}`);
  expect(await talk.says(thu, '/thongbao')).toMatch(
    /^Việc «Dời ngày» đang làm dở được để lại, không mất gì\./,
  );
  expect(await talk.says(thu, '/doingay')).toBe(`Xin mời anh/chị làm tiếp:\n\n${asked}`);
  expect((await store.chats.findById(thu).lean())?.progress).toMatchObject({
    form: 'moveDate',
    answers: { window: 'submission', closes: { by: '2023-09-25' } },
  });
});

test('the same form about something else waits in its turn, and neither is lost', async () => {
  const weights = await talk.saysAll(thu, '/thangdiem', '40 30 30');
  expect(await talk.says(thu, '/quydoi')).toMatch(
    /^Việc «Quy định điều.*» đang làm dở được để lại, không mất gì\./,
  );
  expect(await talk.says(thu, '/thangdiem')).toContain(weights);
  expect((await store.chats.findById(thu).lean())?.progress?.answers).toMatchObject({
    point: { kind: 'rubric' },
  });
  await talk.says(thu, '/huy');
});

test('what nothing had been answered in asks again after something else', async () => {
  const asked = await talk.says(an, '/nopbai');
  expect(await talk.says(an, '/hoi')).toMatch(/^Anh\/chị muốn hỏi/);
  expect(await talk.says(an, 'Nhạc của người khác có được dùng không?')).toMatch(/^Đã gửi câu hỏi/);
  expect((await talk.read(an)).at(-1)).toBe(`Xin mời anh/chị làm tiếp:\n\n${asked}`);
  expect(await talk.says(an, 'Cây đa số')).toMatch(/^Xin dán đường dẫn/);
});

test('a command named in a question or an answer belongs to it, and one that begins a line is another', async () => {
  await talk.says(an, '/hoi Tôi gõ /nopbai không được, làm sao?');
  expect((await talk.read(an)).join()).not.toContain('Trợ lý làm từng việc một');
  expect(await talk.says(an, '/hoi Hạn nộp là ngày nào?\n/nopbai')).toMatch(
    /Trợ lý làm từng việc một.*\/nopbai/s,
  );
  const texts = (await store.questions.find().sort({ number: 1 }).lean()).map(({ text }) => text);
  expect(texts).toEqual(['Tôi gõ /nopbai không được, làm sao?', 'Hạn nộp là ngày nào?']);
  expect(await talk.says(thu, '/traloi CH-01 Anh gõ /nopbai ngay tại đây')).toContain(
    'Anh gõ /nopbai ngay tại đây',
  );
  // Another answer behind the command is that answer, and not the one before.
  const other = await talk.says(thu, '/traloi CH-01 Xin thử lại ngày mai');
  expect(other).toContain('Xin thử lại ngày mai');
  expect(other).not.toContain('Anh gõ /nopbai');
  await talk.says(thu, '/huy');
});

test('whether words are an answer or a command is not asked again once the command was given', async () => {
  const asked = await talk.says(an, '/nopbai');
  expect(await talk.says(an, 'tat nhac')).toMatch(/^«tat nhac» cũng là tên một việc của Trợ lý/);
  const off = await talk.says(an, '/tatnhac');
  expect(off).not.toContain('tat nhac');
  expect(off).toContain(`Xin mời anh/chị làm tiếp:\n\n${asked}`);
  await talk.says(an, '/batnhac');
});

test('what can only come too late is said at the next answer, and is over', async () => {
  await talk.says(an, '/nopbai');
  talk.moveTo('2023-10-20T08:00:00+07:00');
  expect(await talk.says(an, 'Cây đa số')).toMatch(/^Đã hết hạn nộp bài/);
  expect((await store.chats.findById(an).lean())?.progress).toBeNull();
});

test('what a choice begins with is that choice, though it is also the name of a command', async () => {
  expect(await talk.saysAll(thu, '/doingay', 'nop bai')).not.toContain('cũng là tên một việc');
  expect((await store.chats.findById(thu).lean())?.progress?.answers).toMatchObject({ window: 'submission' });
  await talk.says(thu, '/huy');
});

test('what was set aside is brought forward by its own command, and the other waits in its turn', async () => {
  await talk.saysAll(thu, '/thelemoi', 'Điều 1. Mỗi đội gửi tối đa hai bài dự thi.');
  const extending = await talk.saysAll(thu, '/giahan', 'duc phong');
  expect(await talk.says(thu, '/thelemoi')).toMatch(
    /^Việc «Gia hạn.*» đang làm dở được để lại, không mất gì\..*Trợ lý đã nhận đến đoạn/s,
  );
  expect(await talk.says(thu, '/huy')).toContain(extending.slice(0, 40));
  expect(await talk.says(thu, '/huy')).not.toContain('làm tiếp');
  expect((await store.chats.findById(thu).lean())?.progress).toBeNull();
});

test('a number chooses from what was offered last, be it in a letter', async () => {
  await talk.says(an, '/trogiup');
  await shows(an, '2023-08-31T08:05:00+07:00', [{ label: 'Xem thể lệ', says: '/thele' }]);
  const rules = await talk.says(an, '1');
  expect(rules).toBe(await talk.says(an, '/thele'));
});

describe('a video that comes before its title', () => {
  const file = { bot: 'telegram:1', fileId: 'f', uniqueId: 'u', name: 'a.mp4' } as const;
  const bi = 'telegram:1:bi';
  const link = 'https://youtu.be/dQw4w9WgXcQ';
  const original = /^Anh\/chị có cam kết/;

  beforeAll(async () => {
    const turn = await turnIn(tools, bi, { now: new Date(start) });
    const contest = await contestById(turn, 'qn-2023');
    await giveConsent(turn, contest, 'có');
    await registerTeam(turn, contest, { unit: '21043', team: 'Tổ 2', contact: 'Bi', phone: '0905123457' });
  });

  test('is taken, with its caption offered as the title', async () => {
    const sent = { kind: 'video', file, caption: 'Cây đa số' } as const;
    const offered = /^Trợ lý đã nhận video\. Có phải tên bài .*\n1\. Cây đa số$/s;
    expect(await talk.does(bi, sent)).toMatch(offered);
    expect(await talk.says(bi, '1')).toMatch(original);
    await talk.says(bi, '/huy');
    expect(await talk.says(bi, '/nopbai')).toMatch(/^Tên bài dự thi/);
    expect(await talk.does(bi, sent)).toMatch(offered);
    expect(await talk.says(bi, 'Tên khác')).toMatch(original);
    await talk.says(bi, 'Tôi cam kết');
    expect((await talk.read(bi)).at(-1)).toContain('Tên bài: Tên khác\nVideo: a.mp4');
  });

  test('may be a link, beside which the title stands or not', async () => {
    await talk.says(an, '/nopbai');
    expect(await talk.says(an, `Cây đa số ${link}`)).toMatch(/\n1\. Cây đa số$/);
    await talk.saysAll(an, '/huy', '/nopbai');
    expect(await talk.says(an, link)).toBe('Trợ lý đã nhận video. Tên bài dự thi (tên video) là gì?');
    expect(await talk.says(an, 'Cây đa số')).toMatch(original);
  });
});
