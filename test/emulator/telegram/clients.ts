import type { IncomingMessage, ServerResponse } from 'node:http';
import { Bot, GrammyError, InputFile, webhookCallback } from 'grammy';
import { Telegraf, TelegramError } from 'telegraf';

/** What a test asks of a client library, said once for both. */
export type Client = {
  api: Api;
  onText(listener: (message: Heard) => Promise<void>): void;
  onPress(listener: (press: Pressed) => Promise<void>): void;
  onVideo(listener: (message: Heard & { fileId: string; bytes: number }) => Promise<void>): void;
  onMember(listener: (chat: number, before: string, after: string) => void): void;
  onMoved(listener: (from: number, to: number) => void): void;
  poll(): void;
  receiver(secret: string): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  stop(): Promise<void>;
};

export type Heard = { chat: number; message: number; text: string; from: string };
export type Pressed = { chat: number; message: number; data: string; answer(text: string): Promise<unknown> };
export type Failure = { code: number; description: string; parameters: object };
type Row = { text: string; callback_data: string }[];

export type Api = {
  send(chat: number, text: string, rows?: Row[]): Promise<number>;
  sendHtml(chat: number, text: string): Promise<number>;
  edit(chat: number, message: number, text: string, rows?: Row[]): Promise<unknown>;
  sendDocument(
    chat: number,
    content: Buffer,
    name: string,
    caption: string,
  ): Promise<{ fileId: string; name: string | undefined }>;
  sendPhoto(chat: number, content: Buffer): Promise<{ width: number; height: number; fileId: string }>;
  sendAlbum(chat: number, contents: Buffer[]): Promise<number[]>;
  sendVideo(chat: number, fileId: string): Promise<{ fileId: string }>;
  copy(to: number, from: number, message: number): Promise<number>;
  download(fileId: string): Promise<Buffer>;
  setWebhook(url: string, secret: string): Promise<unknown>;
  setCommands(commands: { command: string; description: string }[]): Promise<unknown>;
  commands(): Promise<unknown>;
};

export type ClientMaker = {
  name: string;
  make(url: string, token: string): Client;
  failure(error: unknown): Failure;
};

const fetched = async (url: string | URL) => Buffer.from(await (await fetch(url)).arrayBuffer());

export const grammyClient: ClientMaker = {
  name: 'grammY',
  failure(error) {
    if (!(error instanceof GrammyError)) throw error;
    return { code: error.error_code, description: error.description, parameters: error.parameters };
  },
  make(url, token) {
    const bot = new Bot(token, { client: { apiRoot: url } });
    let polling: Promise<void> | null = null;
    const keyboard = (rows?: Row[]) => (rows ? { reply_markup: { inline_keyboard: rows } } : {});
    return {
      api: {
        send: async (chat, text, rows) => (await bot.api.sendMessage(chat, text, keyboard(rows))).message_id,
        sendHtml: async (chat, text) =>
          (await bot.api.sendMessage(chat, text, { parse_mode: 'HTML' })).message_id,
        edit: (chat, message, text, rows) => bot.api.editMessageText(chat, message, text, keyboard(rows)),
        sendDocument: async (chat, content, name, caption) => {
          const { document } = await bot.api.sendDocument(chat, new InputFile(content, name), { caption });
          return { fileId: document.file_id, name: document.file_name };
        },
        sendPhoto: async (chat, content) => {
          const { photo } = await bot.api.sendPhoto(chat, new InputFile(content, 'bảng.png'));
          return largest(photo);
        },
        sendAlbum: async (chat, contents) => {
          const media = contents.map((content) => ({
            type: 'photo' as const,
            media: new InputFile(content),
          }));
          return (await bot.api.sendMediaGroup(chat, media)).map(({ message_id }) => message_id);
        },
        sendVideo: async (chat, fileId) => ({
          fileId: (await bot.api.sendVideo(chat, fileId)).video.file_id,
        }),
        copy: async (to, from, message) => (await bot.api.copyMessage(to, from, message)).message_id,
        download: async (fileId) => {
          const { file_path } = await bot.api.getFile(fileId);
          return fetched(`${url}/file/bot${token}/${file_path}`);
        },
        setWebhook: (address, secret) => bot.api.setWebhook(address, { secret_token: secret }),
        setCommands: (commands) => bot.api.setMyCommands(commands),
        commands: () => bot.api.getMyCommands(),
      },
      onText: (listener) =>
        bot.on('message:text', ({ msg }) =>
          listener({
            chat: msg.chat.id,
            message: msg.message_id,
            text: msg.text,
            from: msg.from?.first_name ?? '',
          }),
        ),
      onPress: (listener) =>
        bot.on('callback_query:data', ({ callbackQuery: { id, data, message } }) => {
          const answer = (text: string) => bot.api.answerCallbackQuery(id, { text });
          return listener({ chat: message?.chat.id ?? 0, message: message?.message_id ?? 0, data, answer });
        }),
      onVideo: (listener) =>
        bot.on('message:video', ({ msg }) =>
          listener({
            chat: msg.chat.id,
            message: msg.message_id,
            text: msg.caption ?? '',
            from: msg.from?.first_name ?? '',
            fileId: msg.video.file_id,
            bytes: msg.video.file_size ?? 0,
          }),
        ),
      onMember: (listener) =>
        bot.on('my_chat_member', ({ myChatMember: { chat, old_chat_member, new_chat_member } }) =>
          listener(chat.id, old_chat_member.status, new_chat_member.status),
        ),
      onMoved: (listener) =>
        bot.on('message:migrate_to_chat_id', ({ msg }) => listener(msg.chat.id, msg.migrate_to_chat_id)),
      poll: () => {
        polling = bot.start();
      },
      receiver: (secret) => webhookCallback(bot, 'http', { secretToken: secret }),
      stop: async () => {
        if (polling) await bot.stop();
        await polling;
      },
    };
  },
};

export const telegrafClient: ClientMaker = {
  name: 'telegraf',
  failure(error) {
    if (!(error instanceof TelegramError)) throw error;
    return { code: error.code, description: error.description, parameters: error.parameters ?? {} };
  },
  make(url, token) {
    const bot = new Telegraf(token, { telegram: { apiRoot: `${url}/` } });
    let polling: Promise<void> | null = null;
    const keyboard = (rows?: Row[]) => (rows ? { reply_markup: { inline_keyboard: rows } } : {});
    const { telegram } = bot;
    return {
      api: {
        send: async (chat, text, rows) => (await telegram.sendMessage(chat, text, keyboard(rows))).message_id,
        sendHtml: async (chat, text) =>
          (await telegram.sendMessage(chat, text, { parse_mode: 'HTML' })).message_id,
        edit: (chat, message, text, rows) =>
          telegram.editMessageText(chat, message, undefined, text, keyboard(rows)),
        sendDocument: async (chat, content, name, caption) => {
          const { document } = await telegram.sendDocument(
            chat,
            { source: content, filename: name },
            { caption },
          );
          return { fileId: document.file_id, name: document.file_name };
        },
        sendPhoto: async (chat, content) => {
          const { photo } = await telegram.sendPhoto(chat, { source: content, filename: 'bảng.png' });
          return largest(photo);
        },
        sendAlbum: async (chat, contents) => {
          const media = contents.map((source) => ({ type: 'photo' as const, media: { source } }));
          return (await telegram.sendMediaGroup(chat, media)).map(({ message_id }) => message_id);
        },
        sendVideo: async (chat, fileId) => ({
          fileId: (await telegram.sendVideo(chat, fileId)).video.file_id,
        }),
        copy: async (to, from, message) => (await telegram.copyMessage(to, from, message)).message_id,
        download: async (fileId) => fetched(await telegram.getFileLink(fileId)),
        setWebhook: (address, secret) => telegram.setWebhook(address, { secret_token: secret }),
        setCommands: (commands) => telegram.setMyCommands(commands),
        commands: () => telegram.getMyCommands(),
      },
      onText: (listener) =>
        bot.on('message', async ({ message }, next) => {
          if (!('text' in message)) return next();
          await listener({
            chat: message.chat.id,
            message: message.message_id,
            text: message.text,
            from: message.from.first_name,
          });
        }),
      onPress: (listener) =>
        bot.on('callback_query', async (context) => {
          const { callbackQuery: query } = context;
          const data = 'data' in query ? query.data : '';
          const answer = (text: string) => context.answerCbQuery(text);
          await listener({
            chat: query.message?.chat.id ?? 0,
            message: query.message?.message_id ?? 0,
            data,
            answer,
          });
        }),
      onVideo: (listener) =>
        bot.on('message', async ({ message }, next) => {
          if (!('video' in message)) return next();
          await listener({
            chat: message.chat.id,
            message: message.message_id,
            text: message.caption ?? '',
            from: message.from.first_name,
            fileId: message.video.file_id,
            bytes: message.video.file_size ?? 0,
          });
        }),
      onMember: (listener) =>
        bot.on('my_chat_member', ({ myChatMember: { chat, old_chat_member, new_chat_member } }) =>
          listener(chat.id, old_chat_member.status, new_chat_member.status),
        ),
      onMoved: (listener) =>
        bot.on('message', ({ message }, next) => {
          if (!('migrate_to_chat_id' in message)) return next();
          listener(message.chat.id, message.migrate_to_chat_id);
        }),
      poll: () => {
        polling = bot.launch();
      },
      receiver: (secret) => bot.webhookCallback('/', { secretToken: secret }),
      stop: async () => {
        if (polling) bot.stop();
        await polling;
      },
    };
  },
};

function largest(sizes: { width: number; height: number; file_id: string }[]) {
  const last = sizes.at(-1);
  return { width: last?.width ?? 0, height: last?.height ?? 0, fileId: last?.file_id ?? '' };
}
