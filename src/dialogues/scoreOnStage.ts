import { type Contest, contestOf } from '../actions/contest.js';
import { entryByCode, nameForJudges } from '../actions/entries.js';
import { recordPart } from '../actions/recordPart.js';
import { mayScore, scaleOf, sheetOf, total } from '../actions/recordScore.js';
import { openRubric } from '../actions/runStage.js';
import { finalSeat } from '../actions/seats.js';
import { hallOf, owing, PART_FORM, partOf } from '../actions/stage.js';
import { isOnStage } from '../actions/stageClosings.js';
import { readEntryCode, readPoints } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import { jury } from '../domain/roles.js';
import { readSheet } from '../domain/sheetText.js';
import { openNow, type Performance, type StageEvent } from '../domain/stage.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { beginForm, type Form, leaveForm } from './form.js';
import type { Input } from './input.js';
import { inWords } from './refused.js';
import { pointsBehind, sheetAnswers, sheetIn, sheetSteps, splitArgs } from './sheetSteps.js';

/** A judge scores what is on stage: one part of an entry, while it is open. */
export const scorePart: Form = {
  name: PART_FORM,
  version: 1,
  title: 'stage.scoreTitle',
  restartable: true,
  stays: 'score.stays',
  steps: sheetSteps(({ t }, { entry, part }) =>
    t('stage.readBack', { entry: String(entry), part: String(part) }),
  ),
  async finish(turn, answers) {
    const { t } = turn;
    const contest = await contestOf(turn);
    const entry = await entryByCode(turn, contest, String(answers.code));
    const given = sheetIn(answers);
    const { points } = given;
    await recordPart(turn, contest, entry, given);
    turn.say(
      t('stage.saved', {
        code: entry.code,
        part: String(answers.part),
        sum: t.number(total(Object.values(points))),
        scale: t.number(String(answers.scale)),
      }),
    );
  },
};

/** `/cham`, `/cham DN-03`, `/cham DN-03 8,5 9`. */
export async function beginOnStage(turn: Turn, contest: Contest, args: string): Promise<void> {
  if (!args) return openSheet(turn, contest, await nextOwed(turn, contest), '');
  const points = await bareOnStage(turn, contest, args);
  if (points) return openSheet(turn, contest, points, args);
  const [code, typed] = splitArgs(args);
  await openSheet(turn, contest, await entryByCode(turn, contest, code), typed);
}

/** `/cham 8,5`: the entry that is on stage, where what was typed is all of its points, and no entry's number. */
async function bareOnStage(turn: Turn, contest: Contest, args: string): Promise<StoredEntry | null> {
  if (!/^\d[\d\s.,;]*$/.test(args)) return null;
  const { own, owed } = await openFor(turn, contest);
  const [next] = [...owed, ...own];
  if (!next) return null;
  const code = readEntryCode(args, contest.plan.codePrefix);
  if (code && (await turn.store.entries.exists({ contest: contest.id, code }))) return null;
  const { rubric } = await openRubric(turn, contest, next.entry);
  const read = readSheet(
    args,
    rubric.map(({ label }) => label),
  );
  return read.kind === 'points' ? entryByCode(turn, contest, next.entry) : null;
}

async function nextOwed(turn: Turn, contest: Contest): Promise<StoredEntry> {
  const { own, owed } = await openFor(turn, contest);
  const [next] = owed;
  if (next) return entryByCode(turn, contest, next.entry);
  const [given] = own;
  if (given) throw new Refusal('stage.nothingOwed', { code: given.entry });
  throw new Refusal('stage.nothingOpen');
}

/** What this judge may score now, and of that what he hasn't yet; what is on stage first. */
async function openFor(
  turn: Turn,
  contest: Contest,
): Promise<{ own: Performance[]; owed: Performance[]; events: StageEvent[] }> {
  const { events } = await hallOf(turn, contest);
  const open = openNow(events).sort((one, other) => Number(one.isAgain) - Number(other.isAgain));
  const all = await Promise.all(
    open.map(async (performance) => ({ performance, ...(await owing(turn, contest, performance)) })),
  );
  const isHis = ({ person }: { person: string }) => person === turn.person;
  return {
    own: all.filter(({ scoring }) => scoring.some(isHis)).map(({ performance }) => performance),
    owed: all.filter(({ judges }) => judges.some(isHis)).map(({ performance }) => performance),
    events,
  };
}

async function openSheet(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  typed: string,
  how: Parameters<typeof beginForm>[3] = {},
): Promise<void> {
  const { code } = entry;
  const seat = await mayScore(turn, contest, entry);
  const { part, rubric } = await openRubric(turn, contest, code);
  const { remark } = (await sheetOf(turn, contest, seat, code)) ?? {};
  const given = {
    ...sheetAnswers({ code, entry: nameForJudges(contest, entry), rubric, remark }),
    part: part.title,
    scale: scaleOf(rubric),
    ...(typed !== '' && pointsBehind(turn.t, rubric, typed, `/cham ${code}`)),
  };
  await beginForm(turn, scorePart, given, how);
}

/** Is it meant as points, be they too many? */
const isPoints = (typed: string | undefined): boolean =>
  typed === undefined || readPoints(typed, { max: '1', step: '1' }).kind !== 'unreadable';

/** Refuses what is typed for a part that was closed meanwhile; the form for it is left, so that the next one can be scored. */
export async function leaveClosedPart(turn: Turn): Promise<Refusal | null> {
  const { progress } = turn.chat;
  if (progress?.form !== scorePart.name) return null;
  const code = String(progress.answers.code);
  const part = String(progress.answers.part);
  const { stage, events } = await hallOf(turn, await contestOf(turn));
  const open = openNow(events).find(({ entry }) => entry === code);
  if (open && partOf(stage, open.part).title === part) return null;
  leaveForm(turn);
  return new Refusal('stage.closedNow', { code, part });
}

/** Was this judge called to the part after what he was asked here? */
function isCalledSince(
  { chat: { progress, menu, heardAt } }: Turn,
  { entry, part }: Performance,
  events: readonly StageEvent[],
): boolean {
  const call = events.findLast(
    (event) =>
      (event.kind === 'opened' || event.kind === 'reopened') && event.entry === entry && event.part === part,
  );
  // A form asks its question again at the end of each turn.
  const asked = progress ? heardAt : menu?.at;
  return !asked || (call !== undefined && call.at > asked);
}

/**
 * Points from a judge for what is on stage, without a command: `8,5 9 7`, `9 điểm`, `8,5/10`, `tiểu phẩm 9`. A number
 * belongs to what was asked last: to the open question or the offers, or to the call for points. A form that waits
 * goes on when they are in.
 */
export async function beginWithPoints(turn: Turn, { event, text, says }: Input): Promise<boolean> {
  if (event.kind !== 'text' || !/\d/.test(text) || text.startsWith('/')) return false;
  const { progress, menu } = turn.chat;
  const isBare = /^\d[\d\s.,;:+]*$/.test(text);
  if (!isBare && (says !== null || progress)) return false;
  const contest = await contestOf(turn);
  if (!isOnStage(contest, finalSeat(contest)) || progress?.form === scorePart.name) return false;
  if (!(await turn.duties(contest.id)).some(({ role }) => jury.includes(role))) return false;
  const { own, owed, events } = await openFor(turn, contest);
  // Who has given his points may change them so too, unless he was asked something.
  const next = owed[0] ?? (menu || progress ? undefined : own[0]);
  if (!next) return false;
  if ((says !== null || progress) && !isCalledSince(turn, next, events)) return false;
  const entry = await entryByCode(turn, contest, next.entry);
  const { rubric } = await openRubric(turn, contest, entry.code);
  const read = readSheet(
    text,
    rubric.map(({ label }) => label),
  );
  if (read.kind !== 'points' && (menu || progress || !isBare)) return false;
  if (!isBare && read.kind === 'points' && !read.typed.every(isPoints)) return false;
  try {
    await openSheet(turn, contest, entry, text, { over: true });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // What is typed next is meant for this question too.
    await openSheet(turn, contest, entry, '', { over: true, first: inWords(turn.t, error) });
  }
  return true;
}
