import { createHmac } from 'node:crypto';
import { assign, type Kept, stands, type ToAssign } from '../domain/assignment.js';
import { hasOpened } from '../domain/dates.js';
import type { Seat } from '../domain/selection.js';
import { finalWindow } from '../domain/stage.js';
import type { PersonId, Sheet, StoredAssignment } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';
import { admittedEntries } from './entries.js';
import { isAside } from './lockSheets.js';
import { judgingWindow, lockedAt } from './locks.js';
import { conflictsAmong } from './relations.js';
import { finalSeat, inRound, judgesAt } from './seats.js';

/** Who looks at what in the final, where the plan doesn't give everything to all. */

/** How many judges look at each entry there; `null`: all of them. */
export const viewsAt = ({ plan }: Contest, { round }: Pick<Seat, 'round'>): number | null =>
  (round === null && plan.scoring.jury.assignment?.views) || null;

/** What is this judge's to score there, whatever he may be tied to. Before the judging opens nothing is assigned. */
export async function givenTo(
  work: Work,
  contest: Contest,
  seat: Seat,
  judge: PersonId,
): Promise<(code: string) => boolean> {
  if (viewsAt(contest, seat) === null) return () => true;
  const { judges = [] } = (await assignmentNow(work, contest)) ?? {};
  const own = new Set(judges.flatMap((each) => (each.judge === judge ? each.entries : [])));
  return (code) => own.has(code);
}

/**
 * The assignment as it has to be now; `null` before there is one. While the final is judged, whoever needs it
 * first makes it, and the next one once it doesn't fit any more. After that it stays as it was.
 */
export async function assignmentNow(work: Work, contest: Contest): Promise<StoredAssignment | null> {
  const views = viewsAt(contest, finalSeat(contest));
  if (views === null) return null;
  const isOn = await isJudged(work, contest);
  for (;;) {
    // In this order: what is made after the last was read takes the number that follows it.
    const last = await latestAssignment(work, contest);
    if (!isOn) return last;
    const needed = await neededNow(work, contest, last, views);
    const { judges, entries } = needed;
    if (judges.length === 0 || entries.length === 0) return last;
    if (last && isSameJury(last, judges) && stands(needed)) return last;
    const number = (last?.number ?? 0) + 1;
    const { entries: given, lacking } = assign(needed);
    const made: StoredAssignment = {
      _id: `${contest.id}/${number}`,
      contest: contest.id,
      number,
      seed: needed.seed,
      views,
      judges: [...given].map(([judge, own]) => ({ judge, entries: own })),
      lacking,
      at: work.now,
      // The opening of the judging tells everybody what his first ones are.
      told: last ? null : work.now,
    };
    try {
      await work.store.assignments.create(made);
      return made;
    } catch (error) {
      // Somebody else made this number; it may have known less, or more.
      if (!isDuplicate(error)) throw error;
    }
  }
}

const latestAssignment = (work: Work, contest: Contest): Promise<StoredAssignment | null> =>
  work.store.assignments
    .findOne({ contest: contest.id })
    .sort({ number: -1 })
    .lean<StoredAssignment>()
    .exec();

async function isJudged(work: Work, contest: Contest): Promise<boolean> {
  if (!contest.windows[finalWindow(contest.plan)]) return false;
  const seat = finalSeat(contest);
  const window = await judgingWindow(work, contest, seat);
  return hasOpened(window, work.now) && !(await lockedAt(work, contest, seat));
}

/**
 * Who judges which entries now, and what was assigned or done already. An entry that somebody doesn't score,
 * or for which his sheet was set aside, is given to another as if he were tied to it: so it has its sheets.
 */
async function neededNow(
  work: Work,
  contest: Contest,
  last: StoredAssignment | null,
  views: number,
): Promise<ToAssign> {
  const { id } = contest;
  const [sitting, admitted, sheets] = await Promise.all([
    judgesAt(work, contest, finalSeat(contest)),
    admittedEntries(work, contest),
    work.store.sheets
      .find({ contest: id, ...inRound({ round: null }) }, { judge: 1, entry: 1, abstained: 1, asides: 1 })
      .lean<Pick<Sheet, 'judge' | 'entry' | 'abstained' | 'asides'>[]>(),
  ]);
  const judges = sitting.map(({ person }) => person);
  const entries = admitted.map(({ code }) => code);
  const conflictsWith = await conflictsAmong(work, contest, judges);
  const isOut = (sheet: (typeof sheets)[number]) => Boolean(sheet.abstained) || isAside(sheet);
  const conflicts = [
    ...judges.flatMap((judge) => {
      const tied = admitted.filter((entry) => conflictsWith(judge)(entry) !== null);
      return tied.map(({ code }) => ({ judge, entry: code }));
    }),
    ...sheets.filter(isOut).map(({ judge, entry }) => ({ judge, entry })),
  ];
  const barred = new Set(conflicts.map(keyOf));
  const done = sheets.filter(
    (sheet) => judges.includes(sheet.judge) && entries.includes(sheet.entry) && !barred.has(keyOf(sheet)),
  );
  return { judges, entries, conflicts, views, seed: seedOf(work, contest), keep: keptOf(last, done) };
}

function keptOf(last: StoredAssignment | null, done: readonly Pick<Sheet, 'judge' | 'entry'>[]): Kept[] {
  const isDone = new Set(done.map(keyOf));
  const open = (last?.judges ?? [])
    .flatMap(({ judge, entries }) => entries.map((entry) => ({ judge, entry, done: false })))
    .filter((pair) => !isDone.has(keyOf(pair)));
  return [...done.map(({ judge, entry }) => ({ judge, entry, done: true })), ...open];
}

const keyOf = ({ judge, entry }: { judge: PersonId; entry: string }): string => `${entry}/${judge}`;

/** The same however often it is asked for, and not to be guessed from outside. */
const seedOf = ({ tools }: Work, { id }: Contest): string =>
  createHmac('sha256', tools.secret).update(`assignment/${id}`).digest('hex').slice(0, 32);

function isSameJury({ judges: earlier }: StoredAssignment, judges: readonly PersonId[]): boolean {
  const known = new Set(earlier.map(({ judge }) => judge));
  return known.size === judges.length && judges.every((judge) => known.has(judge));
}
