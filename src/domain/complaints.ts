import { endOfDayAfter } from './dates.js';
import { isKnown, type Plan } from './plan.js';
import { fold } from './text.js';

type Rules = Pick<Plan, 'complaints'>;

/** Until when complaints about what was published then are taken; `null`: the plan states no deadline. */
export const complaintsClose = ({ complaints }: Rules, publishedAt: Date): Date | null =>
  endAfter(publishedAt, complaints.days);

/** Until when a complaint has to be answered; `null`: the plan states no deadline. */
export const answerDue = ({ complaints }: Rules, madeAt: Date): Date | null =>
  endAfter(madeAt, complaints.answerDays);

const endAfter = (from: Date, days: Plan['complaints']['days']): Date | null =>
  isKnown(days) && days !== 'none' ? endOfDayAfter(from, days) : null;

/** The 1st complaint is `KN-01`. */
export const complaintCode = (number: number): string => `KN-${String(number).padStart(2, '0')}`;

/** `KN-01`, `kn 1`, `1` → 1; `null` if it can't be one. */
export function readComplaintCode(text: string): number | null {
  const number = /^(?:kn)?[\s\-–._]*(\d{1,6})$/.exec(fold(text))?.[1];
  return number && Number(number) > 0 ? Number(number) : null;
}
