import { noSuchDay } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';

/** Refuses what is written like a day and is none, with the last day of that month: 31/9. */
export function needRealDay(text: string): void {
  const wrong = noSuchDay(text);
  if (!wrong) return;
  const { month, year, last } = wrong;
  throw year === null
    ? new Refusal('form.noSuchDay', { month, last })
    : new Refusal('form.noSuchDayThen', { month, year, last });
}
