import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import axios from 'axios';
import {
  type EmulatedBot,
  type EmulatedChat,
  type EmulatedPhone,
  type Emulator,
  startEmulator,
} from '../../../emulator/index.js';

const root = () => `${emulator.telegramUrl}/bot7001:secret`;
let emulator: Emulator;
let bot: EmulatedBot;
let an: EmulatedPhone;
let chat: EmulatedChat;

beforeEach(async () => {
  emulator = await startEmulator();
  emulator.clock.freeze();
  bot = emulator.addBot({
    platform: 'telegram',
    token: '7001:secret',
    username: 'thi_bot',
    name: 'Bot Hội thi',
  });
  an = emulator.addPhone({ platform: 'telegram', name: 'An' });
  chat = an.chatWith(bot);
  await an.say(chat, '/start abc-1');
});

afterEach(() => emulator.close());

async function call(method: string, params: object = {}) {
  const { data, status, headers } = await axios.post(`${root()}/${method}`, params, {
    validateStatus: () => true,
  });
  return { ...data, status, retryAfter: headers['retry-after'] };
}
const send = (text: string, more: object = {}) =>
  call('sendMessage', { chat_id: chat.localId, text, ...more });

describe('any way to ask', () => {
  test('GET with a query, in any case', async () => {
    const { data } = await axios.get(`${root()}/SENDmessage`, {
      params: { chat_id: chat.localId, text: 'qua GET' },
    });
    expect(data.result).toMatchObject({ text: 'qua GET' });
  });

  test('a form', async () => {
    const reply_markup = JSON.stringify({
      inline_keyboard: [[{ text: 'Có', callback_data: 'c', style: 'success' }]],
    });
    const form = new URLSearchParams({ chat_id: chat.localId, text: 'Chọn đi', reply_markup });
    await axios.post(`${root()}/sendMessage`, form);
    expect(chat.messages.at(-1)).toMatchObject({
      text: 'Chọn đi',
      buttons: [[{ text: 'Có', data: 'c', style: 'success' }]],
    });
  });

  test.each([
    ['unquoted', 'Bảng điểm (1).csv', 'filename=Bảng điểm (1).csv'],
    ['quoted', 'Bảng; điểm.csv', 'filename="Bảng; điểm.csv"'],
    ['with a quote in it', 'a"b.csv', 'filename="a%22b.csv"'],
  ])('a multipart file name, %s', async (_how, name, written) => {
    const body = [
      '--x',
      'Content-Disposition: form-data; name="chat_id"',
      '',
      chat.localId,
      '--x',
      `content-disposition:form-data; name=document; ${written}`,
      'content-type:text/csv',
      '',
      'a\r\nb\r\n--y',
      '--x--',
      '',
    ].join('\r\n');
    const { data } = await axios.post(`${root()}/sendDocument`, Buffer.from(body), {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(data.result.document).toMatchObject({ file_name: name, mime_type: 'text/csv', file_size: 9 });
  });

  test('what is no request is told so', async () => {
    const broken = { headers: { 'content-type': 'application/json' }, validateStatus: () => true };
    expect((await axios.post(`${root()}/sendMessage`, '{"chat_id":', broken)).data).toMatchObject({
      error_code: 400,
    });
    expect(await call('sendMessages')).toMatchObject({
      status: 404,
      description: 'Not Found: method not found',
    });
    expect(await send('')).toMatchObject({
      description: 'Bad Request: message text is empty',
    });
    expect(await call('sendMessage', { text: 'x' })).toMatchObject({
      description: 'Bad Request: chat_id is empty',
    });
    expect(await send('x', { parse_mode: 'bbcode' })).toMatchObject({
      description: 'Bad Request: unsupported parse_mode',
    });
    expect(await call('sendPhoto', { chat_id: chat.localId })).toMatchObject({
      description: 'Bad Request: there is no photo in the request',
    });
    expect(await send('x', { reply_markup: '{' })).toMatchObject({
      description: "Bad Request: can't parse reply keyboard markup JSON object",
    });
  });

  test('a strange path is not found, and a strange token unauthorized', async () => {
    const asked = await Promise.all(
      ['bot7001:no/getMe', 'botabc/getMe', 'nothing', 'file/bot7001:no/photos/file_1.png'].map((path) =>
        axios.get(`${emulator.telegramUrl}/${path}`, { validateStatus: () => true }),
      ),
    );
    expect(asked.map(({ data }) => data)).toEqual([
      { ok: false, error_code: 401, description: 'Unauthorized' },
      { ok: false, error_code: 404, description: 'Not Found' },
      { ok: false, error_code: 404, description: 'Not Found' },
      { ok: false, error_code: 401, description: 'Unauthorized' },
    ]);
  });
});

test('the bot knows itself', async () => {
  expect((await call('getMe')).result).toEqual({
    id: 7001,
    is_bot: true,
    first_name: 'Bot Hội thi',
    username: 'thi_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  });
});

test('a name full of markup is shown as it is spelt, plain or with entities', async () => {
  const name = '<b>&_*[`';
  await send(name);
  await send(`Đội ${name}`, { entities: [{ type: 'bold', offset: 4, length: name.length }] });
  expect(chat.messages.slice(-2)).toMatchObject([
    { text: name, styles: [] },
    { text: `Đội ${name}`, styles: [{ start: 4, length: 8, style: 'bold' }] },
  ]);
});

test('a shared number is the own one, with the user’s id; another’s comes without', async () => {
  await an.send(chat, { kind: 'contact' });
  await an.send(chat, { kind: 'contact', name: 'Bình', phoneNumber: '0911222333' });
  const { result } = await call('getUpdates', { offset: -2 });
  expect(result.map(({ message }: { message: { contact: object } }) => message.contact)).toEqual([
    { phone_number: '84900000001', first_name: 'An', user_id: 7_100_000_001 },
    { phone_number: '84911222333', first_name: 'Bình' },
  ]);
});

test('a keyboard in place of letters is put up and taken away', async () => {
  const keyboard = [[{ text: 'Gửi số của tôi', request_contact: true }]];
  await send('Số điện thoại?', { reply_markup: { keyboard } });
  expect(chat.keyboard).toEqual([[{ text: 'Gửi số của tôi', requestContact: true }]]);
  await send('Cảm ơn', { reply_markup: { remove_keyboard: true } });
  expect(chat.keyboard).toBeNull();
});

test('a reply quotes what it answers, and can’t answer nothing', async () => {
  const replied = await send('Đúng vậy', { reply_parameters: { message_id: 1 } });
  expect(replied.result.reply_to_message).toMatchObject({ message_id: 1, text: '/start abc-1' });
  expect(await send('x', { reply_to_message_id: 99 })).toMatchObject({
    description: 'Bad Request: message to be replied not found',
  });
  expect(await send('x', { reply_to_message_id: 99, allow_sending_without_reply: true })).toMatchObject({
    ok: true,
  });
});

test('messages can be deleted for two days', async () => {
  const { result } = await send('tạm');
  const params = { chat_id: chat.localId, message_id: result.message_id };
  expect(await call('deleteMessage', params)).toMatchObject({ result: true });
  expect(await call('deleteMessage', params)).toMatchObject({
    description: 'Bad Request: message to delete not found',
  });
  const later = await send('lâu');
  emulator.clock.advance(48 * 3600_000);
  expect(await call('deleteMessage', { ...params, message_id: later.result.message_id })).toMatchObject({
    description: "Bad Request: message can't be deleted for everyone",
  });
});

test('an edited keyboard alone changes, and a caption only where there is one', async () => {
  const { result } = await send('menu', {
    reply_markup: { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] },
  });
  const where = { chat_id: chat.localId, message_id: result.message_id };
  expect(await call('editMessageReplyMarkup', where)).toMatchObject({ ok: true });
  expect(chat.messages.at(-1)).toMatchObject({ text: 'menu', buttons: null, edited: false });
  expect(await call('editMessageReplyMarkup', where)).toMatchObject({
    description: expect.stringMatching(/^Bad Request: message is not modified: /),
  });
  expect(await call('editMessageCaption', { ...where, caption: 'x' })).toMatchObject({
    description: 'Bad Request: there is no caption in the message to edit',
  });
});

test('a person who never wrote can’t be written to', async () => {
  const binh = emulator.addPhone({ platform: 'telegram', name: 'Bình' });
  const stranger = { chat_id: binh.chatWith(bot).localId, text: 'chào' };
  expect(await call('sendMessage', stranger)).toMatchObject({ description: 'Bad Request: chat not found' });
  emulator.addGroup({ platform: 'telegram', title: 'Hội thi', phones: [binh], bot });
  expect(await call('sendMessage', stranger)).toMatchObject({
    status: 403,
    description: "Forbidden: bot can't initiate conversation with a user",
  });
});

test('members are told, and a bot can leave', async () => {
  const group = emulator.addGroup({ platform: 'telegram', title: 'Hội thi', phones: [an], bot });
  const chat_id = group.localId;
  expect((await call('getChat', { chat_id })).result).toMatchObject({ type: 'group', title: 'Hội thi' });
  expect((await call('getChatMember', { chat_id, user_id: an.userId })).result).toMatchObject({
    status: 'creator',
  });
  expect((await call('getChatMember', { chat_id, user_id: 7001 })).result).toMatchObject({
    status: 'member',
  });
  expect((await call('getChatMemberCount', { chat_id })).result).toBe(2);
  expect(await call('leaveChat', { chat_id })).toMatchObject({ result: true });
  expect(await call('sendMessage', { chat_id, text: 'x' })).toMatchObject({
    status: 403,
    description: 'Forbidden: bot is not a member of the group chat',
  });
});

describe('limits', () => {
  test('a group takes 20 messages a minute, and 20 edits beside', async () => {
    const group = emulator.addGroup({ platform: 'telegram', title: 'Hội thi', phones: [an], bot });
    const post = (text: string) => call('sendMessage', { chat_id: group.localId, text });
    const sent = [];
    for (let count = 1; count <= 20; count += 1) {
      sent.push(await post(`tin ${count}`));
      emulator.clock.advance(1000);
    }
    expect(sent.every(({ ok }) => ok)).toBe(true);
    expect(await post('quá')).toMatchObject({
      status: 429,
      retryAfter: '40',
      description: 'Too Many Requests: retry after 40',
      parameters: { retry_after: 40 },
    });
    const edit = { chat_id: group.localId, message_id: sent[0].result.message_id, text: 'sửa' };
    expect(await call('editMessageText', edit)).toMatchObject({ ok: true });
    emulator.clock.advance(39_999);
    expect(await post('quá')).toMatchObject({ status: 429, retryAfter: '1' });
    emulator.clock.advance(1);
    expect(await post('vừa')).toMatchObject({ ok: true });
    expect(emulator.counts().chats[group.id]).toMatchObject({
      sent: 21,
      refused: { 429: 2 },
      limits: { group: 2 },
    });
  });

  test('a bot sends 30 messages a second in all', async () => {
    const people = Array.from({ length: 31 }, (_, number) =>
      emulator.addPhone({ platform: 'telegram', name: `Người ${number}` }),
    );
    const answers = [];
    for (const person of people) {
      const own = person.chatWith(bot);
      await person.say(own, '/start');
      answers.push((await call('sendMessage', { chat_id: own.localId, text: 'chào' })).status);
    }
    expect(answers).toEqual([...Array(30).fill(200), 429]);
    emulator.clock.advance(34);
    const last = people.at(-1)?.chatWith(bot).localId;
    expect(await call('sendMessage', { chat_id: last, text: 'chào' })).toMatchObject({ ok: true });
  });

  test('limits can be switched off', async () => {
    const free = await startEmulator({ limits: { telegram: { chat: null, bot: null } } });
    const own = free.addBot({ platform: 'telegram', token: '1:a', username: 'x_bot', name: 'X' });
    const binh = free.addPhone({ platform: 'telegram', name: 'Bình' });
    await binh.say(binh.chatWith(own), '/start');
    const url = `${free.telegramUrl}/bot1:a/sendMessage`;
    for (let sent = 0; sent < 40; sent += 1) await axios.post(url, { chat_id: binh.userId, text: 'x' });
    expect(free.counts().bots[own.id]).toMatchObject({ sent: 40, refused: {} });
    await free.close();
  });
});

test('albums hold 2 to 10 of a kind', async () => {
  const album = async (media: object[]) =>
    (await call('sendMediaGroup', { chat_id: chat.localId, media })).description;
  const photo = { type: 'photo', media: 'attach://a' };
  const document = { type: 'document', media: 'attach://a' };
  expect(await album(Array(11).fill(photo))).toBe('Bad Request: too much messages to send as an album');
  expect(await album([photo, document])).toBe("Bad Request: document can't be mixed with other media types");
  expect(await album([photo])).toBe('Bad Request: album must have at least 2 media');
});

test('a photo from a phone can be downloaded, and pretends to be of its size', async () => {
  await an.send(chat, { kind: 'photo', width: 640, height: 480, bytes: 5000 });
  await an.send(chat, { kind: 'video', bytes: 200_000, name: 'Bài thi.mp4' });
  const { result } = await call('getUpdates', { offset: -2 });
  const sizes = result[0].message.photo;
  expect(sizes.at(-1)).toMatchObject({ width: 640, height: 480, file_size: 5000 });
  const file = (await call('getFile', { file_id: sizes.at(-1).file_id })).result;
  const download = (path: string) =>
    axios.get<Buffer>(`${emulator.telegramUrl}/file/bot7001:secret/${path}`, { responseType: 'arraybuffer' });
  const picture = await download(file.file_path);
  expect(picture.data.subarray(1, 4).toString()).toBe('PNG');
  const video = (await call('getFile', { file_id: result[1].message.video.file_id })).result;
  expect(video.file_path).toMatch(/^videos\/file_\d+\.mp4$/);
  expect((await download(video.file_path)).data).toHaveLength(200_000);
});
