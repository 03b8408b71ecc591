import { type Bot, type Call, Gone, Later, Moved, type Reply, Wrong } from './chat.js';
import type { Clock } from './clock.js';
import type { Log } from './log.js';
import type { Pace } from './pace.js';
import type { Letter } from './store/documents.js';
import type { Post } from './store/post.js';

/** What became of a letter, in the database already. */
export type Outcome =
  /** Sent or parked: nothing more to do for it. */
  | { kind: 'settled' }
  /** Its chat can't be reached any more: nothing more to do for all of them. */
  | { kind: 'gone' }
  /** Its chat goes on under another id, and all its letters with it. */
  | { kind: 'moved' }
  /** To be tried again. */
  | { kind: 'later'; waitMs: number }
  /** Not sent, and nothing has changed: we may not send, or nobody lets us. */
  | { kind: 'kept' };

/**
 * Asked right before a letter goes out that hangs on something which may have changed meanwhile: what it says
 * now; `null`: nothing, it is withdrawn.
 */
export type SayNow = (letter: Letter) => Promise<Reply | null>;

/** How long a bot stays silent whose token was refused. */
const REFUSED_BOT_MS = 60_000;
/** A letter that was put off this often is parked: with the waits growing to a minute, about a day. */
const MOST_TRIES = 1_440;
const LONGEST_WAIT_MS = 60_000;
/** A letter of which nobody can say whether it still holds keeps its chat waiting no longer than this. */
const MOST_ASKED = 3;
const ASK_AGAIN_MS = 2_000;

/** The sending: one letter at the platform's pace, and what its answer means for that letter. */
export function openSending(parts: {
  bot: Bot;
  post: Post;
  pace: Pace;
  clock: Clock;
  log: Log;
  counts: { sent: number; refused: number; parked: number; gone: number };
  /** This process still is the bot's sender. */
  isOurs: () => boolean;
  sayNow?: SayNow | undefined;
  signal: AbortSignal;
}) {
  const { bot, post, pace, clock, log, counts, isOurs, sayNow, signal } = parts;
  let holdBotUntil = 0;
  let isRefused = false;

  async function send(letter: Letter): Promise<Outcome> {
    let calls: Call[];
    const hangs = letter.reminder !== undefined || letter.announcement !== undefined;
    const asks = sayNow !== undefined && hangs && letter.sentParts === 0;
    if (asks) {
      // Whatever makes us wait does so here, and not between the asking and the sending.
      await waitForTurn(letter);
      if (!isOurs()) return { kind: 'kept' };
      let reply: Reply | null;
      try {
        reply = await sayNow(letter);
      } catch (error) {
        if (letter.tries < MOST_ASKED)
          return await failed(letter, new Later(ASK_AGAIN_MS, 'chat', text(error)));
        log.error(
          { letter: letter._id, error },
          'nobody can say whether this is still owed, it goes as it is',
        );
        reply = letter.reply;
      }
      if (reply === null) {
        await post.markLetter(letter._id, { state: 'withdrawn' });
        return { kind: 'settled' };
      }
      letter.reply = reply;
    }
    const asSaid = asks ? { reply: letter.reply } : {};
    try {
      calls = bot.write(letter.chat, letter.reply);
    } catch (error) {
      return await failed(letter, error);
    }
    for (let part = letter.sentParts; part < calls.length; part += 1) {
      const call = calls[part];
      if (!call) break;
      if (part > 0 || !asks) await waitForTurn(letter);
      // After a standstill of this process another one may have sent it.
      if (!isOurs()) return { kind: 'kept' };
      try {
        await bot.send(call);
      } catch (error) {
        return await failed(letter, error);
      }
      isRefused = false;
      counts.sent += 1;
      letter.sentParts = part + 1;
      if (part < calls.length - 1) await post.markLetter(letter._id, { ...asSaid, sentParts: part + 1 });
    }
    const sent = { state: 'sent', sentAt: clock.now(), sentParts: calls.length } as const;
    await post.markLetter(letter._id, { ...asSaid, ...sent });
    return { kind: 'settled' };
  }

  async function waitForTurn({ chat, patient }: Letter): Promise<void> {
    const heldMs = () => holdBotUntil - clock.now().getTime();
    do {
      if (heldMs() > 0) await clock.sleep(heldMs(), signal);
      await pace.take(chat, signal, patient === true);
      // The platform may have asked us to wait while this letter waited for its place.
    } while (heldMs() > 0 && !signal.aborted);
  }

  async function failed(letter: Letter, error: unknown): Promise<Outcome> {
    counts.refused += 1;
    const trouble = text(error);
    if (error instanceof Later && letter.tries < MOST_TRIES) {
      letter.tries += 1;
      const waitMs = Math.max(error.waitMs, patience(letter.tries));
      letter.dueAt = new Date(clock.now().getTime() + waitMs);
      if (error.scope === 'bot') holdBotUntil = letter.dueAt.getTime();
      await post.markLetter(letter._id, { dueAt: letter.dueAt, tries: letter.tries, trouble });
      return { kind: 'later', waitMs };
    }
    if (error instanceof Moved) {
      await post.changeAllFor(letter.chat, { chat: error.to });
      await post.move(letter.chat, error.to);
      return { kind: 'moved' };
    }
    if (error instanceof Gone) {
      counts.gone += 1;
      log.warn({ bot: bot.id, chat: letter.chat, trouble }, 'a chat can not be reached any more');
      await post.setReachable(letter.chat, false);
      await post.changeAllFor(letter.chat, { state: 'gone', trouble });
      return { kind: 'gone' };
    }
    if (error instanceof Wrong && error.fatal) {
      // The bot itself is refused: nothing is wrong with the letters, and they wait for a new token.
      log.error({ bot: bot.id, error }, 'the platform refuses this bot, nothing can be sent');
      isRefused = true;
      holdBotUntil = clock.now().getTime() + REFUSED_BOT_MS;
      letter.dueAt = new Date(holdBotUntil);
      return { kind: 'kept' };
    }
    counts.parked += 1;
    log.error({ letter: letter._id, error }, 'a letter was parked');
    await post.markLetter(letter._id, { state: 'parked', trouble });
    return { kind: 'settled' };
  }

  return { send, isRefused: () => isRefused };
}

const text = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The platform's own wait at first; longer and longer where it keeps failing. */
const patience = (tries: number): number =>
  tries < 4 ? 0 : Math.min(LONGEST_WAIT_MS, 500 * 2 ** Math.min(tries, 10));
