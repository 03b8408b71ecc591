import type { Abstention } from '../domain/scoring.js';
import type { PersonId } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { lockInForce, underPeopleNow } from './lockSheets.js';
import { finalSeat } from './seats.js';
import { whyUncounted } from './whyUncounted.js';

/** What the committee reads beside a judge's sheet: that it was typed from paper, or why it doesn't count. */
export type SheetNote = { isPaper: boolean; abstained: Abstention | null; leftOut: string | null };

/** Of the sheets for this entry in the lock that is in force, by judge. */
export async function sheetNotes(
  work: Work,
  contest: Contest,
  code: string,
): Promise<Map<PersonId, SheetNote>> {
  const lock = await lockInForce(work, contest, finalSeat(contest));
  if (!lock) return new Map();
  const sheets = await underPeopleNow(
    work,
    lock.sheets.filter(({ entry }) => entry === code),
  );
  const reasons = await whyUncounted(work, contest, { at: lock.at, sheets });
  return new Map(
    sheets.map(({ _id, judge, enteredBy, abstained }) => [
      judge,
      { isPaper: enteredBy !== null, abstained, leftOut: reasons.get(_id) ?? null },
    ]),
  );
}
