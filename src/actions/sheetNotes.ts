import type { Abstention } from '../domain/scoring.js';
import type { PersonId } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { lockInForce, underPeopleNow } from './lockSheets.js';
import { finalSeat } from './seats.js';

/** What the committee reads beside a judge's sheet: that it was typed from paper, or why there are no points. */
export type SheetNote = { isPaper: boolean; abstained: Abstention | null };

/** Of the sheets for this entry in the lock that is in force, by judge. */
export async function sheetNotes(
  work: Work,
  contest: Contest,
  code: string,
): Promise<Map<PersonId, SheetNote>> {
  const lock = await lockInForce(work, contest, finalSeat(contest));
  const sheets = (lock?.sheets ?? []).filter(({ entry }) => entry === code);
  return new Map(
    (await underPeopleNow(work, sheets)).map(({ judge, enteredBy, abstained }) => [
      judge,
      { isPaper: enteredBy !== null, abstained },
    ]),
  );
}
