import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { plainPng } from '../../../emulator/images.js';
import {
  type EmulatedBot,
  type EmulatedChat,
  type EmulatedPhone,
  type Emulator,
  startEmulator,
} from '../../../emulator/index.js';
import { type Client, type ClientMaker, grammyClient, telegrafClient } from './clients.js';

const token = '7001:a-secret_token';

describe.each([grammyClient, telegrafClient])(
  'the pretended Telegram, seen by $name',
  ({ make, failure }: ClientMaker) => {
    let emulator: Emulator;
    let bot: EmulatedBot;
    let an: EmulatedPhone;
    let chat: EmulatedChat;
    let client: Client;
    let local: number;

    beforeEach(async () => {
      emulator = await startEmulator();
      bot = emulator.addBot({ platform: 'telegram', token, username: 'thi_bot', name: 'Bot Hội thi' });
      an = emulator.addPhone({ platform: 'telegram', name: 'Nguyễn Văn An' });
      chat = an.chatWith(bot);
      local = Number(chat.localId);
      client = make(emulator.telegramUrl, token);
    });

    afterEach(async () => {
      await client.stop();
      await emulator.close();
    });

    const failing = async (call: Promise<unknown>) => {
      try {
        await call;
      } catch (error) {
        return failure(error);
      }
      throw new Error('it was not refused');
    };

    test('a text is heard by polling, and the answer is seen', async () => {
      client.onText(async ({ chat: to, text, from }) => void (await client.api.send(to, `${from}: ${text}`)));
      client.poll();
      await an.say(chat, 'xin chào');
      expect(await chat.next({ after: 0 })).toEqual({
        id: 'm2',
        chat: chat.id,
        at: expect.any(Number),
        from: { kind: 'bot', bot: 'telegram:7001' },
        text: 'Nguyễn Văn An: xin chào',
        styles: [],
        buttons: null,
        attachment: null,
        edited: false,
      });
    });

    test('a text is heard by webhook, with the secret in its header', async () => {
      client.onText(async ({ chat: to, text }) => void (await client.api.send(to, `đã nghe: ${text}`)));
      const secrets: unknown[] = [];
      const receive = client.receiver('s3cret');
      const server = createServer((request, response) => {
        secrets.push(request.headers['x-telegram-bot-api-secret-token']);
        void receive(request, response);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      try {
        await client.api.setWebhook(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, 's3cret');
        await an.say(chat, 'xin chào');
        expect((await chat.next({ after: 0 })).text).toBe('đã nghe: xin chào');
        expect(secrets).toEqual(['s3cret']);
      } finally {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    });

    test('a pressed button comes back; answering shows a toast, editing takes the keyboard away', async () => {
      const toasts: unknown[] = [];
      emulator.on('toast', (toast) => toasts.push(toast));
      const edited = new Promise<string>((resolve) =>
        emulator.on('message', (shown) => shown.edited && resolve(shown.text)),
      );
      client.onText(async ({ chat: to }) => {
        await client.api.send(to, 'Đồng ý không?', [
          [
            { text: 'Đồng ý', callback_data: 'yes' },
            { text: 'Không', callback_data: 'no' },
          ],
        ]);
      });
      client.onPress(async ({ chat: where, message, data, answer }) => {
        await answer('Đã ghi');
        await client.api.edit(where, message, `Bạn chọn ${data}`);
      });
      client.poll();
      await an.say(chat, '/start');
      expect((await chat.next({ after: 0 })).buttons).toEqual([
        [
          { text: 'Đồng ý', data: 'yes' },
          { text: 'Không', data: 'no' },
        ],
      ]);
      await an.press(chat, 'Không');
      expect(await edited).toBe('Bạn chọn no');
      expect(chat.messages.at(-1)).toMatchObject({ text: 'Bạn chọn no', buttons: null, edited: true });
      expect(toasts).toEqual([{ phone: an.id, text: 'Đã ghi', alert: false }]);
    });

    test('a document keeps its name and content, and can be fetched by its id', async () => {
      await an.say(chat, '/start');
      const content = Buffer.from('điểm;hạng\r\n--\r\n32;1\r\n');
      const sent = await client.api.sendDocument(local, content, 'Bảng điểm vòng 1.csv', 'Kết quả');
      expect(sent.name).toBe('Bảng điểm vòng 1.csv');
      expect(chat.messages.at(-1)).toMatchObject({
        text: 'Kết quả',
        attachment: { kind: 'document', name: 'Bảng điểm vòng 1.csv', bytes: content.length },
      });
      expect(await client.api.download(sent.fileId)).toEqual(content);
    });

    test('a photo is measured, and an album arrives as messages of one group', async () => {
      await an.say(chat, '/start');
      expect(await client.api.sendPhoto(local, plainPng(300, 200))).toMatchObject({
        width: 300,
        height: 200,
      });
      const album = await client.api.sendAlbum(local, [plainPng(10, 10), plainPng(20, 20)]);
      expect(chat.messages.slice(-2).map(({ attachment }) => attachment?.kind)).toEqual(['photo', 'photo']);
      expect(album).toHaveLength(2);
    });

    test('a video of 90 MB can be passed on by its id, but not downloaded', async () => {
      const heard = new Promise<{ fileId: string; bytes: number; text: string }>((resolve) => {
        client.onVideo(async (video) => resolve(video));
      });
      client.poll();
      await an.send(chat, { kind: 'video', bytes: 90_000_000, seconds: 240, caption: 'Bài thi' });
      const { fileId, bytes, text } = await heard;
      expect({ bytes, text }).toEqual({ bytes: 90_000_000, text: 'Bài thi' });
      expect(await client.api.sendVideo(local, fileId)).toEqual({ fileId });
      expect(chat.messages.at(-1)).toMatchObject({
        attachment: { kind: 'video', bytes: 90_000_000, seconds: 240 },
      });
      expect(await failing(client.api.download(fileId))).toEqual({
        code: 400,
        description: 'Bad Request: file is too big',
        parameters: {},
      });
    });

    test('a file id of one bot is worth nothing to another', async () => {
      const other = emulator.addBot({
        platform: 'telegram',
        token: '7002:b',
        username: 'khac_bot',
        name: 'Bot Khác',
      });
      await an.say(chat, '/start');
      await an.say(an.chatWith(other), '/start');
      const { fileId } = await client.api.sendDocument(local, Buffer.from('x'), 'a.txt', '');
      const stranger = make(emulator.telegramUrl, '7002:b');
      expect(await failing(stranger.api.sendVideo(local, fileId))).toMatchObject({
        code: 400,
        description: 'Bad Request: wrong file_id or the file is temporarily unavailable',
      });
    });

    test('a copy is a message of the bot', async () => {
      const said = await an.say(chat, 'một ý hay');
      const copied = await client.api.copy(local, local, 1);
      expect(chat.messages.map(({ text, from }) => [text, from.kind])).toEqual([
        [said.text, 'phone'],
        [said.text, 'bot'],
      ]);
      expect(copied).toBe(2);
    });

    test('refusals say what they say in Telegram', async () => {
      expect(await failing(client.api.send(local, 'chào'))).toMatchObject({
        code: 400,
        description: 'Bad Request: chat not found',
      });
      await an.say(chat, '/start');
      const message = await client.api.send(local, 'một');
      const refusals = [
        client.api.send(local, ''),
        client.api.send(local, 'ổ'.repeat(4097)),
        client.api.send(local, 'menu', [[{ text: 'Chọn', callback_data: 'ổ'.repeat(22) }]]),
        client.api.sendHtml(local, 'Đội <b>số 3'),
        client.api.sendHtml(local, 'Đội <3'),
        client.api.edit(local, message, 'một'),
        client.api.edit(local, 99, 'hai'),
        client.api.edit(local, 1, 'hai'),
        client.api.copy(local, local, 99),
      ];
      const descriptions = await Promise.all(refusals.map(async (call) => (await failing(call)).description));
      expect(descriptions).toEqual([
        'Bad Request: message text is empty',
        'Bad Request: message is too long',
        'Bad Request: BUTTON_DATA_INVALID',
        'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
        "Bad Request: can't parse entities: Unclosed start tag at byte offset 7",
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
        'Bad Request: message to edit not found',
        "Bad Request: message can't be edited",
        'Bad Request: message to copy not found',
      ]);
      an.block(bot);
      expect(await failing(client.api.send(local, 'chào'))).toMatchObject({
        code: 403,
        description: 'Forbidden: bot was blocked by the user',
      });
    });

    test('too many messages at once are refused with a wait', async () => {
      emulator.clock.freeze();
      await an.say(chat, '/start');
      for (let sent = 0; sent < 5; sent += 1) await client.api.send(local, `tin ${sent}`);
      expect(await failing(client.api.send(local, 'thêm'))).toEqual({
        code: 429,
        description: 'Too Many Requests: retry after 1',
        parameters: { retry_after: 1 },
      });
      emulator.clock.advance(1000);
      await client.api.send(local, 'thêm');
    });

    test('the bot is told when it is added, removed, blocked and let in again', async () => {
      const told: unknown[] = [];
      client.onMember((where, before, after) => told.push([where, before, after]));
      const last = new Promise<void>((resolve) => client.onText(async () => resolve()));
      const group = emulator.addGroup({ platform: 'telegram', title: 'Ban giám khảo', phones: [an] });
      group.addBot(bot);
      group.makeBotAdmin();
      group.removeBot();
      an.block(bot);
      an.unblock(bot);
      await an.say(chat, 'xong');
      client.poll();
      await last;
      const id = Number(group.localId);
      expect(told).toEqual([
        [id, 'left', 'member'],
        [id, 'member', 'administrator'],
        [id, 'member', 'left'],
        [local, 'member', 'kicked'],
        [local, 'kicked', 'member'],
      ]);
      expect(await failing(client.api.send(id, 'chào'))).toMatchObject({
        code: 403,
        description: 'Forbidden: bot was kicked from the group chat',
      });
    });

    test('a group that becomes a supergroup says so, and points old senders to its new id', async () => {
      const moved = new Promise<[number, number]>((resolve) =>
        client.onMoved((from, to) => resolve([from, to])),
      );
      const group = emulator.addGroup({ platform: 'telegram', title: 'Hội thi', phones: [an], bot });
      const before = Number(group.localId);
      client.poll();
      group.upgrade();
      const after = Number(group.localId);
      expect(await moved).toEqual([before, after]);
      expect(await failing(client.api.send(before, 'chào'))).toEqual({
        code: 400,
        description: 'Bad Request: group chat was upgraded to a supergroup chat',
        parameters: { migrate_to_chat_id: after },
      });
      expect(await client.api.send(after, 'chào')).toBeGreaterThan(0);
    });

    test('commands are kept', async () => {
      const commands = [{ command: 'trogiup', description: 'Trợ giúp' }];
      await client.api.setCommands(commands);
      expect(await client.api.commands()).toEqual(commands);
      expect(
        await failing(client.api.setCommands([{ command: 'Trợ giúp', description: 'x' }])),
      ).toMatchObject({
        description: 'Bad Request: BOT_COMMAND_INVALID',
      });
    });

    test('a wrong token is refused', async () => {
      const stranger = make(emulator.telegramUrl, '7001:wrong');
      expect(await failing(stranger.api.send(local, 'chào'))).toMatchObject({
        code: 401,
        description: 'Unauthorized',
      });
    });
  },
);
