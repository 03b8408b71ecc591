import { Refusal } from '../domain/refusal.js';
import type { Seat } from '../domain/selection.js';
import type { PersonId, Sheet, StoredEntry } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import { givenTo } from './assignments.js';
import type { Contest } from './contest.js';
import { isAside } from './lockSheets.js';
import { needOpenSeat } from './locks.js';
import { needRight } from './permissions.js';
import { givenOf, keepPart } from './recordPart.js';
import {
  type GivenPoints,
  needWithinRubric,
  rubricOf,
  scaleOf,
  scoredAs,
  sheetId,
  sheetInTime,
  sheetKey,
  total,
} from './recordScore.js';
import { conflictsAmong } from './relations.js';
import { ownName } from './roles.js';
import { openRubric } from './runStage.js';
import { allJudges, type SeatedJudge, seatFor } from './seats.js';
import { isOnStage, needPart } from './stageClosings.js';
import { tellPerson } from './tell.js';

/** The judges for whom somebody may type paper sheets. */
export async function judgesOnPaper(turn: Turn, contest: Contest): Promise<SeatedJudge[]> {
  await needRight(turn, contest, 'enterSheet');
  return (await allJudges(turn, contest)).filter(({ seats }) => seats.length > 0);
}

/**
 * Refuses a paper sheet for an entry that isn't this judge's to score now, and where he has answered by
 * himself: his own word counts. Nothing of what he gave is said. On a stage that is asked of one part: of which
 * these `points` are, or of the one that is open.
 */
export async function mayEnterSheet(
  turn: Turn,
  contest: Contest,
  person: PersonId,
  entry: StoredEntry,
  points?: Sheet['points'],
): Promise<{ judge: SeatedJudge; seat: Seat; before: Sheet | null }> {
  const judge = (await judgesOnPaper(turn, contest)).find((each) => each.person === person);
  if (!judge) throw new Refusal('onPaper.noSuchJudge');
  const { name } = judge;
  const { code } = entry;
  const seat = seatOnPaper(contest, judge, entry);
  const before = await turn.store.sheets.findOne(sheetKey(judge, contest, seat, entry)).lean<Sheet>();
  // This very turn, cut off after it had written it: whether that was in time, the lock says.
  if (before?.turn === turn.id) return { judge, seat, before };
  const conflictsWith = await conflictsAmong(turn, contest, [person]);
  if (conflictsWith(person)(entry)) throw new Refusal('onPaper.conflict', { name, code });
  await needOpenSeat(turn, contest, seat);
  if (before && isAside(before)) throw new Refusal('onPaper.setAside', { name, code });
  if (before && (await isOwn(turn, contest, seat, before, points)))
    throw new Refusal('onPaper.ownSheet', { name, code });
  if (!before && !(await givenTo(turn, contest, seat, person))(code))
    throw new Refusal('onPaper.notAssigned', { name, code });
  return { judge, seat, before };
}

async function isOwn(
  turn: Turn,
  contest: Contest,
  seat: Seat,
  sheet: Sheet,
  points?: Sheet['points'],
): Promise<boolean> {
  if (!isOnStage(contest, seat)) return sheet.enteredBy === undefined;
  const { entry } = sheet;
  const part = points ? needPart(contest, entry, points) : (await openRubric(turn, contest, entry)).part;
  const given = givenOf(sheet, part);
  return given !== null && given.enteredBy === undefined;
}

/** What a judge is told of himself there is no answer to a secretary. */
function seatOnPaper(contest: Contest, { name, seats }: SeatedJudge, entry: StoredEntry): Seat {
  try {
    return seatFor(contest, seats, entry);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal('onPaper.notHis', { name, code: entry.code });
  }
}

/** Keeps what stands on a judge's paper. He hears it, and his own sheet takes its place until the lock. */
export async function enterSheet(
  turn: Turn,
  contest: Contest,
  { judge: person, entry, ...given }: GivenPoints & { judge: PersonId; entry: StoredEntry },
): Promise<{ name: string; sum: string; scale: string }> {
  const { store } = turn;
  const { judge, seat } = await mayEnterSheet(turn, contest, person, entry, given.points);
  const { name } = judge;
  const key = sheetKey(judge, contest, seat, entry);
  needWithinRubric(turn, contest, given.points);
  const sheet = scoredAs(contest, given);
  if (isOnStage(contest, seat)) {
    const whose = { person, entry, enteredBy: turn.person };
    const { turn: writer } = await keepPart(turn, contest, seat, whose, given);
    if (writer !== turn.id) throw new Refusal('onPaper.ownSheet', { name, code: entry.code });
    return tellJudge(turn, contest, { judge, entry, given });
  }
  try {
    await store.sheets.updateOne(
      // One that the judge gave himself is another one, whose id is taken.
      { ...key, enteredBy: { $exists: true }, turn: { $ne: turn.id } },
      {
        $set: { ...sheet, enteredBy: turn.person, at: turn.now, turn: turn.id },
        $setOnInsert: { _id: sheetId(judge, contest, seat, entry) },
        $inc: { version: 1 },
      },
      { upsert: true },
    );
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const there = await store.sheets.findOne(key, { turn: 1 }).lean();
    if (there?.turn !== turn.id) throw new Refusal('onPaper.ownSheet', { name, code: entry.code });
  }
  await sheetInTime(turn, contest, seat, { person, entry });
  return tellJudge(turn, contest, { judge, entry, given });
}

async function tellJudge(
  turn: Turn,
  contest: Contest,
  { judge: { person, name }, entry, given }: { judge: SeatedJudge; entry: StoredEntry; given: GivenPoints },
): Promise<{ name: string; sum: string; scale: string }> {
  const { t } = turn;
  const rubric = rubricOf(contest).filter(({ id }) => id in given.points);
  const scale = scaleOf(rubric);
  const sum = total(Object.values(given.points));
  const about = {
    contest: contest.plan.shortName,
    code: entry.code,
    by: await ownName(turn, contest),
    points: Object.values(given.points).map(t.number).join(' + '),
    sum: t.number(sum),
    scale: t.number(scale),
  };
  const text = rubric.length > 1 ? t('onPaper.toJudge', about) : t('onPaper.toJudgeOne', about);
  await tellPerson(turn, person, text, `paper/${contest.id}/${turn.id}`);
  return { name, sum, scale };
}
