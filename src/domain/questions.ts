import { fold } from './text.js';

/** How many questions of one person may wait for an answer at once. */
export const MOST_WAITING = 5;

/** The 1st question is `CH-01`. */
export const questionCode = (number: number): string => `CH-${String(number).padStart(2, '0')}`;

/** `CH-01`, `ch 1` → 1; `null` if it can't be one. */
export function readQuestionCode(text: string): number | null {
  const number = /^ch[\s\-–._]*(\d{1,6})$/.exec(fold(text))?.[1];
  return number && Number(number) > 0 ? Number(number) : null;
}
