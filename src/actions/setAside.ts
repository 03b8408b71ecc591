import { Refusal } from '../domain/refusal.js';
import type { Seat } from '../domain/selection.js';
import type { Aside, Sheet, StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { isAside, needInTime } from './lockSheets.js';
import { latestLock, needOpenSeat } from './locks.js';
import { needRight, needRightIn } from './permissions.js';
import { holdersOf, ownName } from './roles.js';
import { allJudges, entriesAt, inRound, judgedRounds, seatsHeld } from './seats.js';
import { shortWithout } from './shortOfSheets.js';
import { tellPerson } from './tell.js';

/** A sheet with whose it is, and without its points: nobody sees them in setting it aside. */
export type SheetMark = Pick<Sheet, '_id' | 'judge' | 'version' | 'asides'> & { name: string };

/**
 * The sheets for this entry that may be set aside or taken back in now. Refuses whom it isn't for; who heads a
 * jury does it there and nowhere else, and nobody with his own.
 */
export async function sheetsToSetAside(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
): Promise<SheetMark[]> {
  await needRight(turn, contest, 'setSheetAside');
  const seat = await seatOfEntry(turn, contest, entry);
  await needRightIn(turn, contest, 'setSheetAside', seat);
  const names = new Map((await allJudges(turn, contest)).map(({ person, name }) => [person, name]));
  const given = await turn.store.sheets
    .find(
      { contest: contest.id, entry: entry.code, ...inRound(seat), 'abstained.reason': { $exists: false } },
      { judge: 1, version: 1, asides: 1 },
    )
    .sort({ _id: 1 })
    .lean<Omit<SheetMark, 'name'>[]>();
  // This very turn, cut off after it had written: whether that was in time, the lock says.
  if (!given.some((sheet) => isBy(turn, sheet))) await needOpenSeat(turn, contest, seat);
  return given.flatMap((sheet) => {
    const name = names.get(sheet.judge);
    return name === undefined || sheet.judge === turn.person ? [] : [{ ...sheet, name }];
  });
}

const isBy = ({ id }: Turn, { asides = [] }: Pick<Sheet, 'asides'>): boolean =>
  asides.some(({ turn }) => turn === id);

/** Where the entry is judged now: the last of the rounds that has it. */
async function seatOfEntry(turn: Turn, contest: Contest, entry: StoredEntry): Promise<Seat> {
  const seats = seatsHeld(await allJudges(turn, contest));
  for (const { round } of judgedRounds(contest).reverse())
    for (const seat of seats) {
      if (seat.round !== round) continue;
      const there = await entriesAt(turn, contest, seat);
      if (there.some(({ code }) => code === entry.code)) return seat;
    }
  throw new Refusal('aside.notJudged', { code: entry.code });
}

/** Sets a sheet aside, or takes it back in: it is kept, and counts or doesn't. Its judge is told why. */
export async function setAside(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  { sheet: id, kind, reason }: { sheet: string; kind: Aside['kind']; reason: string },
): Promise<SheetMark> {
  const marks = await sheetsToSetAside(turn, contest, entry);
  const mark = marks.find(({ _id }) => _id === id);
  if (!mark) throw new Refusal('aside.noSheet', { code: entry.code });
  const { asides = [] } = mark;
  const isAgain = isBy(turn, mark);
  if (!isAgain) {
    if (isAside(mark) === (kind === 'aside')) throw new Refusal('aside.already', { code: entry.code });
    const aside: Aside = { kind, reason, by: turn.person, at: turn.now, turn: turn.id };
    const { modifiedCount } = await turn.store.sheets.updateOne(
      { _id: id, [`asides.${asides.length}`]: { $exists: false } },
      { $push: { asides: aside }, $inc: { version: 1 } },
    );
    if (modifiedCount === 0) throw new Refusal('aside.already', { code: entry.code });
  }
  const version = isAgain ? mark.version : mark.version + 1;
  await needInTime(turn, contest, await seatOfEntry(turn, contest, entry), { _id: id, version }, () =>
    turn.store.sheets.updateOne(
      { _id: id, 'asides.turn': turn.id },
      { $pull: { asides: { turn: turn.id } }, $inc: { version: -1 } },
    ),
  );
  const about = { contest: contest.plan.shortName, code: entry.code, reason };
  const text = kind === 'aside' ? turn.t('aside.told', about) : turn.t('aside.toldBack', about);
  await tellPerson(turn, mark.judge, text, `aside/${id}/${turn.id}`);
  await tellReopened(turn, contest, entry, { ...mark, kind, reason });
  return mark;
}

/** Whoever opened the sheets once more, when all points were known, hears which of them no longer counts. */
async function tellReopened(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  { _id, name, kind, reason }: SheetMark & Pick<Aside, 'kind' | 'reason'>,
): Promise<void> {
  const lock = await latestLock(turn, contest, await seatOfEntry(turn, contest, entry));
  if (!lock?.reopened) return;
  const by = await ownName(turn, contest);
  const about = { contest: contest.plan.shortName, code: entry.code, name, by, reason };
  const text = turn.t(kind === 'aside' ? 'aside.toldReopened' : 'aside.toldReopenedBack', about);
  for (const { person } of await holdersOf(turn, contest, ['chair', 'organizer', 'standing_agency']))
    if (person !== turn.person) await tellPerson(turn, person, text, `aside/${_id}/${turn.id}/${person}`);
}

/** How many sheets could still count for the entry without this one, where that is too few to rank it. */
export const shortIfAside = async (
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  { _id: sheet }: SheetMark,
): Promise<{ count: number; quorum: number } | null> =>
  shortWithout(turn, contest, await seatOfEntry(turn, contest, entry), { code: entry.code, sheet });
