import { createHash } from 'node:crypto';
import type { ChatEvent } from '../chat.js';
import { fold } from '../domain/text.js';
import type { Letter } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Input } from './input.js';

/** What a person can have read when he wrote: who answers a question has seen it. */

const TWICE_MS = 2_000;

/**
 * The same words again, before the question that they led to was out: a tap that came twice, or a phone that sent
 * again. They can't be meant for that question; but several figures in a row may well be the same.
 */
export async function isSentTwice(
  { store, chat, now }: Turn,
  { event, says, text }: Input,
): Promise<boolean> {
  if (event.kind !== 'text' || event.text.startsWith('/')) return false;
  if (chat.progress && says === null && isFigures(text)) return false;
  const { turn: answered, trace } = chat.answered ?? { turn: chat.turn };
  if (answered === null || chat.heardAt === null || !isJustNow(chat.heardAt, now)) return false;
  if (trace !== undefined && trace !== traceOf(event)) return false;
  const last = await store.updates.findById(answered, { event: 1, order: 1, receivedAt: 1 }).lean();
  if (last?.event.kind !== 'text' || last.event.text !== event.text) return false;
  if (!isJustNow(last.receivedAt, now)) return false;
  const question = await store.letters
    .findOne({ chat: chat._id, order: last.order }, { sentAt: 1 })
    .sort({ part: -1 })
    .lean();
  return question !== null && (question.sentAt === null || question.sentAt > now);
}

/** Of sixteen bits: so nothing has to be read where two texts differ. */
export const traceOf = (event: ChatEvent): string | null =>
  event.kind === 'text' ? createHash('sha256').update(event.text).digest('hex').slice(0, 4) : null;

const isJustNow = (at: Date, now: Date): boolean => now.getTime() - at.getTime() < TWICE_MS;

const isFigures = (text: string): boolean => /^[+-]?\d[\d\s.,;:+/%-]*(?:đ|điểm)?$/i.test(text);

/** Who wrote so lately is still at it. */
const QUIET_MS = 3_600_000;

export const isLongAgo = ({ chat: { heardAt }, now }: Turn): boolean =>
  heardAt !== null && now.getTime() - heardAt.getTime() >= QUIET_MS;

type Shown = Pick<Letter, '_id' | 'reply' | 'sentAt' | 'reminder'>;

/** More than come between two messages of somebody who looks at them. */
const MOST_SHOWN = 10;

const newestIn = ({ store, chat }: Turn): Promise<Shown[]> =>
  store.letters
    .find({ chat: chat._id }, { reply: 1, sentAt: 1, reminder: 1 })
    .sort({ order: -1, part: -1 })
    .limit(MOST_SHOWN)
    .lean<Shown[]>();

const isOwn =
  ({ chat: { turn, answered } }: Turn) =>
  ({ _id }: Shown): boolean =>
    _id.startsWith(`${turn}/`) || _id.startsWith(`${answered?.turn}/`);

/** When what was said in this chat's last turn was out, among these; at the earliest when that turn began. */
const saidAmong = (turn: Turn, newest: readonly Shown[]): Date =>
  new Date(
    Math.max(
      turn.chat.heardAt?.getTime() ?? 0,
      ...newest.filter(isOwn(turn)).map(({ sentAt }) => sentAt?.getTime() ?? 0),
    ),
  );

export const saidAt = async (turn: Turn): Promise<Date> => saidAmong(turn, await newestIn(turn));

/** What this chat was shown after what was said in its last turn, and before what was written now, oldest first. */
export async function shownSince(turn: Turn): Promise<Shown[]> {
  if (turn.chat.turn === null || turn.chat.heardAt === null) return [];
  const newest = await newestIn(turn);
  const since = saidAmong(turn, newest);
  return newest
    .filter((letter) => {
      const { sentAt } = letter;
      return sentAt !== null && !isOwn(turn)(letter) && sentAt > since && sentAt <= turn.now;
    })
    .reverse();
}

/** For a bare number: the command that the last offers among these have under it; `null`: they have none. */
export function offeredIn(shown: readonly Shown[], typed: string): string | null {
  const number = Number(/^\(?(\d{1,2})[).]?$/.exec(typed)?.[1] ?? 0);
  for (const { reply } of [...shown].reverse()) {
    const choices = 'choices' in reply ? (reply.choices ?? []) : [];
    if (choices.length === 0) continue;
    const said = choices[number - 1]?.data ?? '';
    return said.startsWith('/') ? said : null;
  }
  return null;
}

/** For a label that was typed: the command that one of these offers under it; `null`: none does. */
export function labelledIn(shown: readonly Shown[], typed: string): string | null {
  const label = fold(typed);
  for (const { reply } of shown)
    for (const choice of 'choices' in reply ? (reply.choices ?? []) : [])
      if (fold(choice.label) === label && choice.data.startsWith('/')) return choice.data;
  return null;
}
