import { contestOf } from '../actions/contest.js';
import { entryByCode } from '../actions/entries.js';
import { mayNominate, needFreeRank } from '../actions/nominate.js';
import { readDate, readRank as readRankTyped } from '../domain/answers.js';
import { contestZone } from '../domain/dates.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { needRealDay } from './realDay.js';
import { needDocumentNumber } from './steps.js';

/** What is typed of a nomination: its rank, and the decision by which a unit sends up, with its day. */

const MOST_RANK = 99;

export async function readRank(turn: Turn, typedCode: string, text: string): Promise<number> {
  const contest = await contestOf(turn);
  const rank = readRankTyped(text);
  if (rank === null || rank < 1 || rank > MOST_RANK) throw new Refusal('nominate.rankBad', { typed: text });
  const entry = await entryByCode(turn, contest, typedCode);
  const { sender } = await mayNominate(turn, contest, entry);
  await needFreeRank(turn, contest, { sender, code: entry.code, rank });
  return rank;
}

/** A day alone is the answer to the next question. */
export function needDecision(text: string): void {
  needDocumentNumber(text);
  if (readDate(text, new Date(0), contestZone)) throw new Refusal('nominate.decisionIsDate');
}

export function readDay(turn: Turn, text: string): string {
  const day = readDate(text, turn.now, contestZone);
  const example = today(turn);
  if (!day) {
    needRealDay(text);
    throw new Refusal('nominate.dayBad', { typed: text, example });
  }
  const at = dayAt(day);
  if (at > turn.now) throw new Refusal('nominate.dayAhead', { day: turn.t.day(at) });
  return day;
}

export const dayAt = (day: string): Date => new Date(`${day}T00:00:00+07:00`);

/** `thứ Hai, 21/9/2026` without its weekday. */
export const shortDay = ({ t }: Turn, at: Date): string => t.day(at).replace(/^.*, /, '');

export const today = (turn: Turn): string => shortDay(turn, turn.now);

/** `hạng nhất` is one word of the command, as `1` is. */
export const withRank = ([first, second, ...rest]: string[]): string[] =>
  first !== undefined && second !== undefined && ['hang', 'thu'].includes(fold(first))
    ? [`${first} ${second}`, ...rest]
    : [first, second, ...rest].filter((each) => each !== undefined);

/** `Quyết định số 46/QĐ-UBND`: what every sentence puts before the number is left to it. */
export const numberIn = (text: string): string =>
  text.replace(/^(?:(?:quyết định|quyet dinh|qđ|qd)\s+)?(?:(?:số|so)\s*)?[:.]?\s*(?=\d)/iu, '');

/** `15/QĐ-UBND ngày 10/8/2026`: what reads as a day at the end, and the number before it. */
export function decisionIn(words: string[], now: Date): { decision: string | null; day: string | null } {
  for (let length = 1; length < words.length; length += 1) {
    const tail = words.slice(length).join(' ');
    const decision = words
      .slice(0, length)
      .join(' ')
      .replace(/[\s,]*(?:ký)?[\s,]*$/iu, '');
    if (decision.length >= 2 && readDate(tail, now, contestZone))
      return { decision: numberIn(decision), day: tail };
  }
  const decision = words.join(' ');
  if (decision) needDecision(decision);
  return { decision: decision.length >= 2 ? numberIn(decision) : null, day: null };
}
