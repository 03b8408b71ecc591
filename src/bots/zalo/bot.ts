import { z } from 'zod';
import { CannotStart } from '../../cannotStart.js';
import type { Bot, BotId } from '../../chat.js';
import type { Clock } from '../../clock.js';
import type { Log } from '../../log.js';
import { type Answer, type Client, describe, zaloClient } from './client.js';
import { abilities, DEFAULT_SETTINGS, PHOTO_TIMEOUT_MS, type ZaloSettings } from './limits.js';
import { openPatience } from './patience.js';
import { poll } from './poll.js';
import { gist, readUpdate, type Self, unwrap } from './read.js';
import { claimWebhook, hasSecret, releaseWebhook } from './webhook.js';
import { write } from './write.js';

const API_ROOT = 'https://bot-api.zaloplatforms.com';
const CHAT_LINK = 'https://bot.zaloplatforms.com/bots/';

const id = z.union([z.string().min(1), z.number()]).transform(String);
const name = z.string().optional().catch(undefined);
const account = z.object({ id, display_name: name, account_name: name, name });
const sent = z.object({ message_id: id });

/** Throws `CannotStart` when Zalo doesn't know the token, or can't be reached. */
export async function connectZalo(options: {
  token: string;
  apiRoot?: string;
  /** 8-256 characters; without it no webhook can be used. */
  webhookSecret?: string;
  log: Log;
  clock: Clock;
  /** The public address of a file of ours. Zalo fetches pictures from there, some of them twice. */
  publicFile: (id: string) => string;
  settings?: Partial<ZaloSettings>;
  random?: () => number;
}): Promise<Bot> {
  const { token, log, clock, webhookSecret, publicFile, random = Math.random } = options;
  const settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const client = zaloClient({ token, apiRoot: options.apiRoot || API_ROOT });
  const me = await introduce(client, token);
  const botId: BotId = `zalo:${me.id}`;
  const shownName = me.display_name || me.account_name || me.name || '';
  const self: Self = {
    id: botId,
    names: [me.display_name, me.account_name, me.name].flatMap((each) => each || []),
  };
  const patience = openPatience(random);

  const read = (raw: unknown[]) =>
    raw.flatMap((each) => {
      const update = readUpdate(each, self, clock.now());
      if (!update) log.info({ bot: botId, ...gist(each) }, 'a Zalo event was passed over');
      return update ?? [];
    });

  return {
    id: botId,
    platform: 'zalo',
    name: shownName,
    // No start parameter is known: what is to be carried along has to be typed.
    link: () => `${CHAT_LINK}${me.id}`,
    abilities: abilities(settings),
    write: (chat, reply) => write(chat, reply, publicFile),

    async send({ method, params }) {
      const chat = String(params.chat_id);
      const patiently = method === 'sendPhoto' ? { timeoutMs: PHOTO_TIMEOUT_MS } : {};
      let answer = await client.call(method, params, patiently);
      if (isBadRequest(answer) && params.text_styles) {
        const { text_styles: _, ...plain } = params;
        answer = await client.call(method, plain, patiently);
      }
      if (answer.kind !== 'ok') throw patience.verdict(method, chat, answer);
      patience.settled(chat);
      return sent.safeParse(answer.result).data?.message_id ?? null;
    },

    poll: (receive, signal) =>
      poll({ client, read, clock, log, random, stopGraceMs: settings.stopGraceMs }, receive, signal),

    readWebhook: (headers, body) =>
      webhookSecret && hasSecret(headers, webhookSecret) ? read(unwrap(body)) : null,

    // Zalo has no buttons, so nobody waits for a sign that a press was noticed.
    acknowledge: async () => {},

    setWebhook: (url) =>
      url === null ? releaseWebhook(client, log) : claimWebhook(client, url, webhookSecret),
  };
}

async function introduce(client: Client, token: string) {
  // The number before the colon is no secret: it tells the operator which of his tokens is meant.
  const bot = /^\d+(?=:)/.exec(token)?.[0] ?? '?';
  const answer = await client.call('getMe', {});
  if (answer.kind === 'refused' && answer.code === 401) throw new CannotStart('operator.zaloToken', { bot });
  const me = answer.kind === 'ok' ? account.safeParse(answer.result) : null;
  if (!me?.success)
    throw new CannotStart('operator.zaloUnreachable', {
      bot,
      reason: answer.kind === 'ok' ? 'getMe: no id' : describe(answer),
    });
  return me.data;
}

const isBadRequest = (answer: Answer): boolean => answer.kind === 'refused' && answer.code === 400;
