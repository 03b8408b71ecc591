import { CannotStart } from '../../cannotStart.js';
import { type Abilities, type Bot, type BotId, Later, type Update, Wrong } from '../../chat.js';
import { type Clock, systemClock } from '../../clock.js';
import type { Log } from '../../log.js';
import { type CallTelegram, telegramCaller } from './call.js';
import { type Download, downloader } from './download.js';
import { failureOf } from './failures.js';
import {
  ALLOWED_UPDATES,
  CAPTION_LENGTH,
  PACE,
  START_PARAMETER,
  TEXT_LENGTH,
  WEBHOOK_CONNECTIONS,
} from './limits.js';
import { type BotItself, botItself, numbered } from './payload.js';
import { poll } from './poll.js';
import { read } from './read.js';
import { type ReadFile, sender } from './send.js';
import { hasSecret } from './webhook.js';
import { write } from './write.js';

export type TelegramBot = Bot & { download: Download };

export type TelegramOptions = {
  token: string;
  /** Another server than Telegram's: the emulator, or one's own. */
  apiRoot?: string;
  webhookSecret?: string;
  /** What Telegram offers when people type `/`. */
  commands?: { command: string; description: string }[];
  log: Log;
  clock: Clock;
  /** Pictures and documents of ours. */
  readFile: ReadFile;
  /** How to wait for a server that is away: by the real time, since a pretended clock may stand still. */
  wait?: Clock['sleep'];
};

const TELEGRAM = 'https://api.telegram.org';
const PAUSES_AT_START_MS = [1_000, 2_000, 4_000];

/** Throws CannotStart when the token is refused, or Telegram doesn't answer after a few tries. */
export async function connectTelegram(options: TelegramOptions): Promise<TelegramBot> {
  const { token, webhookSecret, log, clock, readFile, wait = systemClock.sleep } = options;
  const apiRoot = (options.apiRoot ?? TELEGRAM).replace(/\/+$/, '');
  const call = telegramCaller(token, apiRoot);
  const me = await introduce(call, wait);
  const id: BotId = `telegram:${me.id}`;

  /** For calls that say nothing to anyone. */
  async function arrange(method: string, params: Record<string, unknown>): Promise<void> {
    try {
      await call(method, params);
    } catch (error) {
      const failure = failureOf(error, method);
      if (failure) throw failure;
    }
  }

  /** One that can't be read is left out: stopping at it would keep all that comes after it waiting. */
  function readAll(raw: unknown[]): Update[] {
    return raw.flatMap((each) => {
      try {
        return read(each, { bot: id, username: me.username }, clock.now()) ?? [];
      } catch (error) {
        const update = numbered.safeParse(each).data?.update_id;
        log.error({ bot: id, update, error }, 'an update was not understood and is left out');
        return [];
      }
    });
  }

  /**
   * The one call that goes past the outbox: it says nothing, only stops the spinner, and that within
   * seconds, however long the queue is. A lost one costs nothing.
   */
  async function acknowledge(updates: Update[]): Promise<void> {
    await Promise.all(
      updates.map(async ({ event }) => {
        if (event.kind !== 'choice' || event.ticket === undefined) return;
        await arrange('answerCallbackQuery', { callback_query_id: event.ticket }).catch((failure) => {
          log.debug({ bot: id, reason: failure.message }, 'a press was not acknowledged');
        });
      }),
    );
  }

  async function setWebhook(url: string | null): Promise<void> {
    if (url === null) return arrange('deleteWebhook', {});
    if (!webhookSecret) throw new Wrong('a webhook without a secret');
    await arrange('setWebhook', {
      url,
      secret_token: webhookSecret,
      allowed_updates: ALLOWED_UPDATES,
      max_connections: WEBHOOK_CONNECTIONS,
    });
  }

  if (options.commands) {
    await arrange('setMyCommands', { commands: options.commands }).catch((failure) => {
      log.warn({ bot: id, reason: failure.message }, 'the list of commands could not be set');
    });
  }

  return {
    id,
    platform: 'telegram',
    name: `@${me.username}`,
    link: (start) => linkTo(me.username, start),
    abilities: abilitiesOf(me),
    write,
    send: sender({ call, bot: id, clock, readFile }),
    poll: (receive, signal) => poll({ call, bot: id, readAll, acknowledge, wait, log }, receive, signal),
    readWebhook: (headers, body) =>
      webhookSecret && hasSecret(headers, webhookSecret) ? readAll([body]) : null,
    acknowledge,
    setWebhook,
    download: downloader({ call, bot: id, token, apiRoot }),
  };
}

async function introduce(call: CallTelegram, wait: Clock['sleep']): Promise<BotItself> {
  for (let tries = 0; ; tries++) {
    try {
      return botItself.parse(await call('getMe'));
    } catch (error) {
      const failure = failureOf(error, 'getMe');
      if (failure instanceof Wrong && failure.fatal) {
        throw new CannotStart('operator.telegramToken', {}, { cause: failure });
      }
      const pause = PAUSES_AT_START_MS[tries];
      if (!(failure instanceof Later) || pause === undefined) {
        throw new CannotStart('operator.telegramSilent', {}, { cause: failure });
      }
      await wait(pause);
    }
  }
}

function abilitiesOf(me: BotItself): Abilities {
  return {
    buttons: true,
    files: true,
    textLength: TEXT_LENGTH,
    captionLength: CAPTION_LENGTH,
    groupHears: me.can_read_all_group_messages ? 'all' : 'commands',
    monthlyQuota: null,
    pace: PACE,
  };
}

function linkTo(username: string, start?: string): string {
  if (start === undefined) return `https://t.me/${username}`;
  if (!START_PARAMETER.test(start)) throw new RangeError(`not a start parameter: ${start}`);
  return `https://t.me/${username}?start=${start}`;
}
