import { changedSheets, type SheetChange } from '../domain/locks.js';
import type { Lock, PersonId, Reopening } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { peopleNow } from './people.js';
import { namesHeld } from './roles.js';
import { finalSeat } from './seats.js';

/** A lock of the final that was opened once more, by whom and why, and what the next lock has otherwise. */
export type Reopened = Pick<Reopening, 'document' | 'reason' | 'at' | 'until'> & {
  number: number;
  by: string;
  changes: (SheetChange & { judge: PersonId })[];
};

/** The earliest first; what is being judged again at this moment has changed nothing yet. */
export async function reopeningsOf(work: Work, contest: Contest): Promise<Reopened[]> {
  const locks = await work.store.locks
    .find({ contest: contest.id, ...finalSeat(contest) })
    .sort({ number: 1 })
    .lean<Lock[]>();
  const opened = locks.flatMap(({ reopened, number, sheets }, index) =>
    reopened ? [{ ...reopened, number, changes: changedSheets(sheets, locks[index + 1]?.sheets ?? []) }] : [],
  );
  if (opened.length === 0) return [];
  const judges = opened.flatMap(({ changes }) => changes.map(({ after }) => after.judge));
  const now = await peopleNow(work, [...judges, ...opened.map(({ by }) => by)]);
  const names = await namesHeld(
    work,
    contest,
    opened.map(({ by }) => now(by)),
  );
  return opened.map(({ number, document, reason, at, until, by, changes }) => ({
    ...{ number, document, reason, at, until, by: names.get(now(by)) ?? by },
    changes: changes.map((change) => ({ ...change, judge: now(change.after.judge) })),
  }));
}
