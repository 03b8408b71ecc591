import type { Pace } from '../../chat.js';

/** What Telegram allows. Sources: core.telegram.org/bots/api, core.telegram.org/bots/faq, as of Bot API 10.3. */

/** UTF-16 units (https://core.telegram.org/bots/api#sendmessage and #sendvideo). */
export const TEXT_LENGTH = 4096;
export const CAPTION_LENGTH = 1024;

/** Bytes of UTF-8 in a button's `callback_data` (#inlinekeyboardbutton): ids fit, names don't. */
export const DATA_BYTES = 64;

/** Buttons on one message. Telegram documents no figure; its server refuses more than this. */
export const BUTTONS = 100;

/** Characters of `?start=`, and what they may be (https://core.telegram.org/bots/features#deep-linking). */
export const START_PARAMETER = /^[A-Za-z0-9_-]{1,64}$/;

/** #getfile: larger files can only be passed on by their id, not read. */
export const DOWNLOAD_BYTES = 20 * 1024 * 1024;

/** Seconds for which a request for updates is held. The server cuts more than 50. */
export const HELD_SECONDS = 30;

/** Updates in one answer (#getupdates). */
export const BATCH = 100;

/** Seconds until a call counts as unanswered. More than a held request takes. */
export const ANSWER_SECONDS = 45;

/** Simultaneous deliveries to a webhook: Telegram's default (#setwebhook). */
export const WEBHOOK_CONNECTIONS = 40;

/** Always passed: when omitted, whatever was asked for the last time goes on. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const;

/**
 * https://core.telegram.org/bots/faq#my-bot-is-hitting-limits: about 30 messages a second in all, one a
 * second in a chat (short bursts pass), 20 a minute in a group. Of a `Rate` at most `burst` plus span / `everyMs` can
 * be sent in any span of time, so these keep to 30 in every second, with a margin for what the network brings
 * closer together, and to 20 in every minute of a group. The short burst of what is patient only makes up for
 * timers that came late.
 */
export const PACE: Pace = {
  bot: { count: 30, perMs: 1020 },
  patient: { everyMs: 34, burst: 4 },
  chat: { everyMs: 1000, burst: 3 },
  group: { everyMs: 4000, burst: 5 },
};
