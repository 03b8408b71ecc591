import { z } from 'zod';
import { viewsAt } from '../actions/assignments.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { entryByCode, isBlind, nameForJudges } from '../actions/entries.js';
import { judgedSoFar, soFarIn } from '../actions/judgedSoFar.js';
import { isAside } from '../actions/lockSheets.js';
import { judgingWindow, lockedAt, needOpenSeat, seatNow } from '../actions/locks.js';
import {
  type Criterion,
  judgeProgress,
  mayScore,
  recordScore,
  rubricOf,
  scaleOf,
  sheetOf,
} from '../actions/recordScore.js';
import { capital, unitName } from '../actions/registrations.js';
import { nameOfFinal, needSeats, seatFor } from '../actions/seats.js';
import { hallOf } from '../actions/stage.js';
import { isOnStage } from '../actions/stageClosings.js';
import { platformOf, type Styled } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import type { Seat } from '../domain/selection.js';
import { absenceOf, orderOf } from '../domain/stage.js';
import type { Sheet, StoredEntry } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { needDeclared, SCORE_FORM } from './declaring.js';
import { type Answers, beginForm, type Form } from './form.js';
import { inWords } from './refused.js';
import { beginOnStage } from './scoreOnStage.js';
import { pointsBehind, sheetAnswers, sheetIn, sheetSteps, sheetsTyped, splitArgs } from './sheetSteps.js';
import { showVideo } from './showVideo.js';

/** A judge scores an entry: one criterion after another or all at once, read back, confirmed. */
export const score: Form = {
  name: SCORE_FORM,
  version: 1,
  title: 'score.title',
  stays: 'score.stays',
  mayGoOn: async (turn, answers) => {
    const contest = await contestOf(turn);
    await mayScore(turn, contest, await entryByCode(turn, contest, String(answers.code)));
  },
  steps: sheetSteps(({ t }, { entry }) => t('score.readBack', { entry: String(entry) })),
  async finish(turn, answers) {
    const contest = await contestOf(turn);
    const entry = await entryByCode(turn, contest, String(answers.code));
    const sheet = await recordScore(turn, contest, entry, sheetIn(answers));
    const { t } = turn;
    const saved = t('score.saved', {
      code: entry.code,
      sum: t.number(sheet.sum),
      scale: t.number(scaleOf(rubricOf(contest))),
    });
    const [next, ...others] = linesIn(answers);
    if (next === undefined) return sayNext(turn, entry, saved);
    turn.say(saved);
    try {
      await beginSheets(turn, next, others);
    } catch (error) {
      // This sheet is written down: what follows is refused by itself, and nothing of it is lost.
      if (!(error instanceof Refusal)) throw error;
      turn.say(stack([inWords(t, error), t('score.notGiven', { lines: asCommands([next, ...others]) })]));
    }
  },
};

const linesIn = ({ others }: Answers): string[] => z.array(z.string()).parse(others ?? []);

const asCommands = (lines: readonly string[]): string => lines.map((line) => `/cham ${line}`).join('\n');

/** Sheets that came in one message are read back one after the other. */
async function beginSheets(turn: Turn, first: string, others: readonly string[]): Promise<void> {
  const contest = await contestOf(turn);
  const rubric = rubricOf(contest);
  const [codeText, typed] = splitArgs(first);
  const entry = await entryByCode(turn, contest, codeText);
  const own = await mayScore(turn, contest, entry);
  needDeclared(turn, entry.code);
  if (typed === '') return openSheet(turn, own, entry, { rubric, others });
  const points = pointsBehind(turn.t, rubric, typed, `/cham ${entry.code}`);
  const { remark } = (await sheetOf(turn, contest, own, entry.code)) ?? {};
  const answers = {
    ...points,
    ...sheetAnswers({ code: entry.code, entry: nameForJudges(contest, entry), rubric, remark }),
    ...(others.length > 0 && { others }),
  };
  const how = others.length > 0 && { first: turn.t('score.oneByOne', { lines: others.join('\n') }) };
  await beginForm(turn, score, answers, how || {});
}

/** `/cham`, `/cham QN-07`, `/cham QN-07 32 25 18`, `/cham QN-07 nội dung 32, hình thức 25`. */
export async function beginScoring(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  const seats = await needSeats(turn, contest);
  const seat = await seatNow(turn, contest, seats);
  const [first, ...others] = sheetsTyped(args, contest.plan.codePrefix, true);
  const isSeveral = others.length > 0;
  if (isSeveral && isOnStage(contest, seat))
    throw new Refusal('score.oneSheet', { first, others: asCommands(others) });
  if (isOnStage(contest, seat)) return beginOnStage(turn, contest, args);
  if (seats.length === 1) await needOpenSeat(turn, contest, seat);
  const rubric = rubricOf(contest);
  if (!args) {
    await needOpenSeat(turn, contest, seat);
    const { next } = await judgeProgress(turn, contest, { judge: turn.person, seat });
    if (!next) return sayProgress(turn, seat);
    needDeclared(turn, next.code);
    return openSheet(turn, seat, next, { rubric });
  }
  return beginSheets(turn, first, others);
}

async function openSheet(
  turn: Turn,
  seat: Seat,
  entry: StoredEntry,
  { rubric, others = [] }: { rubric: Criterion[]; others?: readonly string[] },
): Promise<void> {
  const contest = await contestOf(turn);
  const { t } = turn;
  const before = await sheetOf(turn, contest, seat, entry.code);
  const { code } = entry;
  // A number under a card would be taken for points.
  const isTyped = platformOf(turn.chat._id) === 'zalo';
  const about = stack([cardOf(t, contest, entry), before && describeBefore(t, before, rubric)]);
  await showVideo(turn, entry, about, {
    offers: isTyped ? [] : [{ label: t.plain('abstain.offer'), says: `/khongcham ${code}` }],
    isBlind: isBlind(contest),
    last: isTyped ? t('abstain.how', { code }) : null,
  });
  await beginForm(turn, score, {
    ...sheetAnswers({ code, entry: nameForJudges(contest, entry), rubric, remark: before?.remark }),
    ...(others.length > 0 && { others }),
  });
}

function cardOf(t: Words, contest: Contest, entry: StoredEntry): Styled {
  const { code, team, unit } = entry;
  return isBlind(contest)
    ? t('score.entryBlind', { code })
    : t('score.entry', { entry: nameForJudges(contest, entry), team, unit: unitName(contest, unit) });
}

function describeBefore(t: Words, { sum, abstained }: Sheet, rubric: Criterion[]): Styled {
  if (abstained) return t('score.beforeAbstained');
  return t('score.before', { sum: t.number(sum), scale: t.number(scaleOf(rubric)) });
}

/** What came of this entry, and the next one in one tap. */
export async function sayNext(turn: Turn, entry: StoredEntry, first: Styled): Promise<void> {
  const contest = await contestOf(turn);
  const seat = seatFor(contest, await needSeats(turn, contest), entry);
  if (isOnStage(contest, seat)) return turn.say(first);
  await sayProgress(turn, seat, { after: entry.code, first });
}

/** How far this judge is, and the next one in one tap. */
async function sayProgress(
  turn: Turn,
  seat: Seat,
  { after, first = null }: { after?: string; first?: Styled | null } = {},
): Promise<void> {
  const contest = await contestOf(turn);
  const { t } = turn;
  const { entries, scored, next } = await judgeProgress(turn, contest, { judge: turn.person, seat, after });
  const { closes } = await judgingWindow(turn, contest, seat);
  const numbers = { scored: scored.size, count: entries.length, left: entries.length - scored.size };
  const progress = next
    ? t('score.progress', { ...numbers, closes: t.moment(closes) })
    : t('score.allDone', { ...numbers, closes: t.moment(closes) });
  const offers: Offer[] = next
    ? [{ label: t.plain('score.next', { code: next.code }), says: `/cham ${next.code}` }]
    : [];
  turn.say(stack([first, progress]), [...offers, { label: t.plain('score.list'), says: '/phieu' }]);
}

/** `/phieu`: a judge's own sheets, and what is left. */
export async function showSheets(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const seats = await needSeats(turn, contest);
  const now = await seatNow(turn, contest, seats);
  // On a stage comes what is opened, and after the lock nothing.
  const isOver = isOnStage(contest, now) || (await lockedAt(turn, contest, now)) !== null;
  const { next } = isOver
    ? { next: null }
    : await judgeProgress(turn, contest, { judge: turn.person, seat: now });
  const texts: Styled[] = [];
  for (const seat of seats) texts.push(await describeSheets(turn, contest, seat, seats.length > 1));
  turn.say(
    stack(texts),
    next ? [{ label: turn.t.plain('score.next', { code: next.code }), says: `/cham ${next.code}` }] : [],
  );
}

/** `named`: whoever sits in several places reads which one it is. */
async function describeSheets(turn: Turn, contest: Contest, seat: Seat, named: boolean): Promise<Styled> {
  const { t } = turn;
  const { scored, next, excluded, ...progress } = await judgeProgress(turn, contest, {
    judge: turn.person,
    seat,
  });
  const absent = isOnStage(contest, seat) ? await absentFrom(turn, contest) : [];
  const entries = progress.entries.filter(({ code }) => scored.has(code) || !absent.includes(code));
  const locked = await lockedAt(turn, contest, seat);
  const soFar = soFarIn(t, await judgedSoFar(turn, contest, seat, { ...progress, scored }));
  const lines = entries.map((entry) =>
    describeSheet(t, nameForJudges(contest, entry), scored.get(entry.code)),
  );
  const none = viewsAt(contest, seat) === null ? t('score.noEntries') : t('score.noneAssigned');
  const { closes } = await judgingWindow(turn, contest, seat);
  return stack([
    named &&
      (seat.round === null
        ? t('score.inFinal', { final: capital(nameOfFinal(turn, contest)) })
        : t('score.inSelection', { unit: unitName(contest, seat.unit) })),
    locked
      ? t('score.sheetsLocked', { soFar, at: t.moment(locked) })
      : t('score.sheets', { soFar, closes: t.moment(closes) }),
    entries.length > 0 ? stack(lines, '\n') : none,
    excluded.length > 0 &&
      t('score.excluded', { codes: excluded.map(({ entry: { code } }) => code).join(', ') }),
    entries.length > 0 &&
      !locked &&
      !isOnStage(contest, seat) &&
      t('score.howToChange', { code: (next ?? entries[0])?.code ?? '' }),
  ]);
}

/** Who was to come on stage, and hasn't. */
async function absentFrom(turn: Turn, contest: Contest): Promise<string[]> {
  const { events } = await hallOf(turn, contest);
  return orderOf(events).filter((code) => absenceOf(events, code) !== null);
}

function describeSheet(t: Words, entry: string, sheet: Sheet | undefined): Styled {
  if (!sheet) return t('score.sheetOpen', { entry });
  const { abstained, points, sum, remark, enteredBy } = sheet;
  if (abstained)
    return t('score.sheetAbstained', {
      entry,
      reason: abstained.words ?? t.plain(`abstain.${abstained.reason}`),
    });
  return stack(
    [
      t(Object.keys(points).length > 1 ? 'score.sheetLine' : 'score.sheetLineOne', {
        entry,
        sum: t.number(sum),
        points: Object.values(points).map(t.number).join(' + '),
      }),
      enteredBy !== undefined && t('score.sheetPaper'),
      isAside(sheet) && t('score.sheetAside'),
      remark && t('score.sheetRemark', { remark }),
    ],
    ' – ',
  );
}
