import { Bot, InlineKeyboard } from 'grammy';
import { MongoClient } from 'mongodb';
import { messageOf, roundOfAnswers } from './people.js';

/**
 * A grammY bot as one would write it by hand, with the same durable writes one after another and nothing
 * else: the update, what the chat stands at, the reply. The API's answers are made up on the spot.
 */
export async function openBareBot(uri: string) {
  const client = await new MongoClient(uri, { maxPoolSize: 32 }).connect();
  const db = client.db();
  const updates = db.collection<{ _id: number; update: unknown; at: Date }>('updates');
  const chats = db.collection<{ _id: number; step: number; answers: Record<string, string>; at: Date }>(
    'chats',
  );
  const letters = db.collection<{ _id: string; chat: number; text: string; at: Date }>('letters');

  const bot = new Bot('700100200:bench', {
    botInfo: {
      id: 700100200,
      is_bot: true,
      first_name: 'Bench',
      username: 'bench_bot',
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
    } as Bot['botInfo'],
  });
  let sent = 0;
  bot.api.config.use(async () => {
    sent += 1;
    return { ok: true, result: { message_id: sent } } as never;
  });
  bot.on('message:text', async (ctx) => {
    const at = new Date();
    await updates.insertOne({ _id: ctx.update.update_id, update: ctx.update, at });
    const step = roundOfAnswers.findIndex(({ says }) => says === ctx.message.text);
    const text = roundOfAnswers[step]?.hears ?? '';
    await chats.updateOne(
      { _id: ctx.chat.id },
      { $set: { step, answers: { team: ctx.message.text }, at } },
      { upsert: true },
    );
    await letters.insertOne({ _id: `${ctx.update.update_id}/0`, chat: ctx.chat.id, text, at });
    await ctx.reply(text, { reply_markup: new InlineKeyboard().text('1', '1').text('2', '2') });
  });

  return {
    says: (person: number, text: string): Promise<void> => bot.handleUpdate(messageOf(person, text)),
    close: () => client.close(),
  };
}
