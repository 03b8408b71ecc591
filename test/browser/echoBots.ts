import axios from 'axios';
import { Bot } from 'grammy';

/** Two bots that know nothing of contests: what they answer shows what reached them. */

export const yesOrNo = 'Anh chị có đồng ý không?';

/** Answers how to stop it. */
export async function echoOnTelegram(apiRoot: string, token: string): Promise<() => Promise<void>> {
  const bot = new Bot(token, { client: { apiRoot } });
  await bot.api.setMyCommands([{ command: 'trogiup', description: 'Hướng dẫn' }]);
  bot.command('start', (context) =>
    context.reply(`<b>Xin chào</b>! ${yesOrNo} Xem /trogiup hoặc https://example.org/huong-dan.`, {
      parse_mode: 'HTML',
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'Đồng ý', callback_data: 'yes' },
            { text: 'Không', callback_data: 'no' },
          ],
        ],
      },
    }),
  );
  bot.command('trogiup', (context) => context.reply('Đây là hướng dẫn.'));
  bot.callbackQuery('yes', async (context) => {
    await context.editMessageText('Cảm ơn anh chị đã đồng ý.');
    await context.answerCallbackQuery('Đã ghi nhận');
  });
  bot.callbackQuery('no', (context) =>
    context.answerCallbackQuery({ text: 'Không đồng ý thì không dự thi được.', show_alert: true }),
  );
  bot.on('message:video', (context) => {
    const { file_name, file_size, duration } = context.message.video;
    return context.reply(
      `Video ${file_name}: ${file_size} byte, ${duration} giây. ${context.message.caption ?? ''}`,
    );
  });
  bot.on('message:contact', (context) => context.reply(`Số của ${context.message.contact.first_name}`));
  bot.on('message:text', (context) => context.reply(`Nghe: ${context.message.text}`));
  const running = bot.start();
  return async () => {
    await bot.stop();
    await running;
  };
}

export async function echoOnZalo(apiRoot: string, token: string): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const api = axios.create({ baseURL: `${apiRoot}/bot${token}`, validateStatus: () => true });

  async function listen() {
    while (!stopping.signal.aborted) {
      const { data } = await api.post('/getUpdates', { timeout: '30' }, { signal: stopping.signal });
      const { event_name: event, message } = data.result ?? {};
      if (!message?.chat) continue;
      const text = event === 'message.text.received' ? `Nghe: ${message.text}` : `Nhận: ${event}`;
      await api.post('/sendMessage', { chat_id: message.chat.id, text });
    }
  }

  const running = listen().catch((error) => {
    if (!axios.isCancel(error)) throw error;
  });
  return async () => {
    stopping.abort();
    await running;
  };
}
