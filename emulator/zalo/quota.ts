import type { Claim } from '../limits.js';
import type { BotRecord, ChatRecord } from '../state.js';
import type { World } from '../world.js';
import { quotaExceeded, ZaloError } from './errors.js';

/** The plan's limits: people, groups and messages a month. */

const vietnamAheadMs = 7 * 60 * 60 * 1000;

/** Whether the bot still serves this person or group; a new one takes a place if there is one. */
export function admitted(world: World, bot: BotRecord, chat: ChatRecord): boolean {
  const { limits } = world;
  const name = chat.kind === 'private' ? 'users' : 'groups';
  const served = bot.used[name];
  if (served.includes(chat.localId)) return true;
  const most = limits.zalo[name];
  if (most !== null && served.length >= most) {
    world.counts.addNamed({ bot: bot.id, chat: chat.id }, 'limits', name);
    return false;
  }
  served.push(chat.localId);
  world.touched();
  return true;
}

/** A message to the bot, which the quota may count. */
export function countInbound(world: World, bot: BotRecord): void {
  if (world.limits.zalo.counting === 'both') thisMonth(world, bot).messages += 1;
}

/** A message of the bot: refused when the month is used up, or when it comes too fast. */
export function claimOutbound(world: World, bot: BotRecord, chat: ChatRecord): void {
  const { monthly, chat: perChat, bot: perBot } = world.limits.zalo;
  const where = { bot: bot.id, chat: chat.id };
  const used = thisMonth(world, bot);
  if (!admitted(world, bot, chat)) throw quotaExceeded();
  if (monthly !== null && used.messages >= monthly) {
    world.counts.addNamed(where, 'limits', 'month');
    throw quotaExceeded();
  }
  const claims: Claim[] = [
    { name: 'chat', key: `zalo chat ${chat.id}`, rule: perChat, amount: 1 },
    { name: 'bot', key: `zalo bot ${bot.id}`, rule: perBot, amount: 1 },
  ];
  const refused = world.meters.take(claims, world.clock.ms());
  if (refused) {
    world.counts.addNamed(where, 'limits', refused.name);
    throw quotaExceeded();
  }
  used.messages += 1;
}

const mostWebhookTests = 10;

/** `testWebhook` is allowed only so often a day. */
export function claimWebhookTest(world: World, bot: BotRecord): void {
  const day = localDate(world).slice(0, 10);
  const { webhookTests } = bot.used;
  if (webhookTests.day !== day) Object.assign(webhookTests, { day, count: 0 });
  if (webhookTests.count >= mostWebhookTests) throw new ZaloError(426, 'Daily quota exceeded', 'errorCode');
  webhookTests.count += 1;
}

function thisMonth(world: World, bot: BotRecord): BotRecord['used'] {
  const month = localDate(world).slice(0, 7);
  if (bot.used.month !== month) Object.assign(bot.used, { month, messages: 0 });
  return bot.used;
}

const localDate = (world: World) => new Date(world.clock.ms() + vietnamAheadMs).toISOString();
