import { type Contest, contestOf } from '../actions/contest.js';
import { entryByCode, nameForJudges } from '../actions/entries.js';
import { lockedAt } from '../actions/locks.js';
import { may } from '../actions/permissions.js';
import { recordPart } from '../actions/recordPart.js';
import { mayScore, scaleOf, sheetOf, total } from '../actions/recordScore.js';
import { openRubric } from '../actions/runStage.js';
import { finalSeat } from '../actions/seats.js';
import { callKey, hallOf, owing, PART_FORM, partOf } from '../actions/stage.js';
import { closedNow, isOnStage } from '../actions/stageClosings.js';
import type { Styled } from '../chat.js';
import { readEntryCode, readPoints } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import { jury } from '../domain/roles.js';
import { readSheet } from '../domain/sheetText.js';
import { openNow, orderOf, type Performance, type StageEvent } from '../domain/stage.js';
import type { Letter, Progress, StoredEntry } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import { stack } from '../words.js';
import { needDeclared } from './declaring.js';
import { askCloser, beginForm, type Form, IS_ANSWER, isHalfDone, leaveForm } from './form.js';
import type { Input } from './input.js';
import { inWords } from './refused.js';
import { pointsBehind, sheetAnswers, sheetIn, sheetSteps, splitArgs } from './sheetSteps.js';
import { saidAt } from './shown.js';

/** A judge scores what is on stage: one part of an entry, while it is open. */
export const scorePart: Form = {
  name: PART_FORM,
  version: 1,
  title: 'stage.scoreTitle',
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
  const bare = await bareOnStage(turn, contest, args);
  const [only, ...others] = bare;
  if (only && others.length > 0) return turn.say(...whichMeant(turn, args, bare));
  const [code, typed] = only ? [only.entry, only.typed] : splitArgs(args);
  await openSheet(turn, contest, await entryByCode(turn, contest, code), typed);
}

/** An open part, and what is then typed as its points. */
type Reading = Performance & { typed: string };

/**
 * What `/cham 8,5` may mean: points for what is open, where what was typed is all of them and no entry's number;
 * in `/cham 3 8 9` the first may be the number of an entry that is open too.
 */
async function bareOnStage(turn: Turn, contest: Contest, args: string): Promise<Reading[]> {
  if (!/^\d[\d\s.,;]*$/.test(args)) return [];
  const { own, likely } = await openFor(turn, contest);
  const isWhole = readEntryCode(args, contest.plan.codePrefix);
  if (isWhole && (await turn.store.entries.exists({ contest: contest.id, code: isWhole }))) return [];
  const all = await fitting(turn, contest, likely.length > 0 ? likely : own.slice(0, 1), args);
  // `1,5` is one number.
  const [, number = '', rest = ''] = /^(\d+)(?:[\s;]+|,\s+)(.+)$/.exec(args) ?? [];
  const code = readEntryCode(number, contest.plan.codePrefix);
  const named = await fitting(
    turn,
    contest,
    own.filter(({ entry }) => entry === code),
    rest,
  );
  return all.length > 0 ? [...named, ...all] : [];
}

/** Those of these parts of which what was typed is all points. */
async function fitting(
  turn: Turn,
  contest: Contest,
  open: readonly Performance[],
  typed: string,
): Promise<Reading[]> {
  const found = await Promise.all(
    open.map(async (performance) => {
      const { rubric } = await openRubric(turn, contest, performance.entry);
      const read = readSheet(
        typed,
        rubric.map(({ label }) => label),
      );
      return read.kind === 'points' ? [{ ...performance, typed }] : [];
    }),
  );
  return found.flat();
}

/** The question which of these was meant. */
const whichMeant = ({ t }: Turn, typed: string, readings: readonly Reading[]): [Styled, Offer[]] => [
  t('stage.whichMeant', { typed }),
  readings.map((each) => ({
    label: t.plain('stage.pointsFor', { code: each.entry, points: each.typed }),
    says: `/cham ${each.entry} ${each.typed}`,
  })),
];

async function nextOwed(turn: Turn, contest: Contest): Promise<StoredEntry> {
  const { own, owed, others } = await openFor(turn, contest);
  const [next] = owed;
  if (next) return entryByCode(turn, contest, next.entry);
  const [given] = own;
  if (given) throw new Refusal('stage.nothingOwed', { code: given.entry });
  const [other] = others;
  if (other) throw new Refusal('stage.notHis', { code: other.entry });
  throw new Refusal('stage.nothingOpen');
}

type Open = Performance & { calledAt: Date | null };

/**
 * What this judge may score now, what is on stage first; of that what he hasn't yet; and what a number without a name
 * is likely to be for: what he owes, and what he was called to last. `others`: what is open and not his to score.
 */
async function openFor(
  turn: Turn,
  contest: Contest,
): Promise<Record<'own' | 'owed' | 'likely' | 'others', Open[]>> {
  const { events } = await hallOf(turn, contest);
  const open = openNow(events).sort((one, other) => Number(one.isAgain) - Number(other.isAgain));
  const all = await Promise.all(
    open.map(async ({ entry, part }) => ({
      performance: { entry, part, calledAt: await calledTo(turn, contest, events, { entry, part }) },
      ...(await owing(turn, contest, { entry, part })),
    })),
  );
  const isHis = ({ person }: { person: string }) => person === turn.person;
  const own = all.filter(({ scoring }) => scoring.some(isHis)).map(({ performance }) => performance);
  const owed = all.filter(({ judges }) => judges.some(isHis)).map(({ performance }) => performance);
  const newest = Math.max(...owed.map(momentOf));
  const likely = own.filter((each) => owed.includes(each) || (owed.length > 0 && momentOf(each) > newest));
  const others = all.map(({ performance }) => performance).filter((each) => !own.includes(each));
  return { own, owed, likely, others };
}

const momentOf = ({ calledAt }: Open): number => calledAt?.getTime() ?? 0;

/** When the letter that calls this judge to the part was out; `null`: he can't have read one. */
async function calledTo(
  { store, person, now }: Turn,
  contest: Contest,
  events: readonly StageEvent[],
  { entry, part }: Performance,
): Promise<Date | null> {
  const index = events.findLastIndex(
    (event) =>
      (event.kind === 'opened' || event.kind === 'reopened') && event.entry === entry && event.part === part,
  );
  const key = callKey(contest, index + 1, person);
  const letter = await store.letters
    .findOne({ _id: key, sentAt: { $ne: null, $lte: now } }, { sentAt: 1 })
    .lean<Pick<Letter, 'sentAt'>>();
  return letter?.sentAt ?? null;
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
  needDeclared(turn, code);
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
  const contest = await contestOf(turn);
  const { stage, events } = await hallOf(turn, contest);
  const open = openNow(events).find(({ entry }) => entry === code);
  if (open && partOf(stage, open.part).title === part) return null;
  leaveForm(turn);
  return closedNow(turn, contest, code, part);
}

/** Points for this one: what was chosen where several were open. */
const FOR = /^points (\S+) (.+)$/s;

/**
 * Points from a judge for what is on stage, without a command: `8,5 9 7`, `9 điểm`, `8,5/10`, `tiểu phẩm 9`. A number
 * belongs to what was asked last: to the open question or the offers, or to the call for points; where it may be for
 * several parts he is asked. A form that waits goes on when they are in.
 */
export async function beginWithPoints(turn: Turn, input: Input): Promise<boolean> {
  const { event, text, says } = input;
  const { progress, menu } = turn.chat;
  const [, chosen, points = ''] = FOR.exec(says ?? '') ?? [];
  if (chosen) {
    const contest = await contestOf(turn);
    await openOver(turn, contest, await entryByCode(turn, contest, chosen), points);
    return true;
  }
  if (event.kind !== 'text' || !/\d/.test(text) || text.startsWith('/') || says === IS_ANSWER) return false;
  const isBare = /^\d[\d\s.,;:+]*$/.test(text);
  if (!isBare && (says !== null || progress)) return false;
  const contest = await contestOf(turn);
  if (!isOnStage(contest, finalSeat(contest))) return false;
  if (!(await turn.duties(contest.id)).some(({ role }) => jury.includes(role))) return false;
  const { own, likely } = await openFor(turn, contest);
  if (progress?.form === scorePart.name) return askWhose(turn, input, progress, own);
  // Who has given his points may change them so too, unless he was asked something.
  const open = likely.length > 0 ? likely : menu || progress ? [] : own;
  const asked = progress ? await saidAt(turn) : menu?.at;
  const called = (says !== null || progress) && asked ? open.filter(isSince(asked, progress)) : open;
  const fits = await fitting(turn, contest, called, text);
  const [next] = fits.length > 0 ? fits : called;
  if (!next) return false;
  if (fits.length > 1) {
    const [question, offers] = whichMeant(turn, text, fits);
    if (progress) askCloser(turn, progress, { text: question, choices: fits.map(offerOf(turn)) });
    else turn.say(question, offers);
    return true;
  }
  const entry = await entryByCode(turn, contest, next.entry);
  const { rubric } = await openRubric(turn, contest, entry.code);
  const read = readSheet(
    text,
    rubric.map(({ label }) => label),
  );
  if (read.kind !== 'points' && (menu || progress || !isBare)) return false;
  if (!isBare && read.kind === 'points' && !read.typed.every(isPoints)) return false;
  await openOver(turn, contest, entry, text);
  return true;
}

/** A number while a judge has nothing to give it to: says what is open now, as `/cham` does. `false`: no such thing. */
export async function sayWhatIsOpen(turn: Turn, { event, text }: Input): Promise<boolean> {
  if (event.kind !== 'text' || !/^\d[\d\s.,;:+/–-]{0,30}$/.test(text)) return false;
  const contest = await contestOf(turn);
  const seat = finalSeat(contest);
  if (!isOnStage(contest, seat) || !(await may(turn, contest, 'score'))) return false;
  const isBegun = orderOf((await hallOf(turn, contest)).events).length > 0;
  if (!isBegun || (await lockedAt(turn, contest, seat))) return false;
  await beginOnStage(turn, contest, '');
  return true;
}

/** Was he called to it since he was asked, or is the open question whether it is meant? */
const isSince =
  (asked: Date, progress: Progress | null) =>
  (open: Open): boolean =>
    momentOf(open) > asked.getTime() ||
    (progress?.closer?.choices ?? []).some(({ says }) => FOR.exec(says)?.[1] === open.entry);

const offerOf =
  ({ t }: Turn) =>
  ({ entry, typed }: Reading): Offer => ({
    label: t.plain('stage.pointsFor', { code: entry, points: typed }),
    says: `points ${entry} ${typed}`,
  });

/** With a sheet open and a call to another part since: for which of them is this? */
async function askWhose(
  turn: Turn,
  input: Input,
  progress: Progress,
  own: readonly Open[],
): Promise<boolean> {
  const { t } = turn;
  const code = String(progress.answers.code);
  const since = own.filter(({ entry }) => entry !== code).filter(isSince(await saidAt(turn), progress));
  if (since.length === 0) return false;
  const { text, says } = input;
  const meant = turn.chat.menu?.choices.find((each) => each.says === says)?.label ?? text;
  const offers = since.map(({ entry, part }) => offerOf(turn)({ entry, part, typed: text }));
  const here = { label: t.plain('stage.pointsFor', { code, points: meant }), says: IS_ANSWER };
  askCloser(
    turn,
    progress,
    { text: t('stage.whichMeant', { typed: text }), choices: [...offers, here] },
    input,
  );
  return true;
}

/** Opens the sheet over what waits; points that can't be are asked for again there. */
async function openOver(turn: Turn, contest: Contest, entry: StoredEntry, typed: string): Promise<void> {
  const { t, chat } = turn;
  const { progress } = chat;
  needDeclared(turn, entry.code);
  const isLost = progress?.form === scorePart.name && isHalfDone(progress);
  const about = { form: t.plain(scorePart.title), stays: t.plain('score.stays') };
  const left = isLost ? t('form.gaveWay', about) : undefined;
  try {
    await openSheet(turn, contest, entry, typed, { over: true, ...(left && { first: left }) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // What is typed next is meant for this question too.
    const first = left ? stack([left, inWords(t, error)]) : inWords(t, error);
    await openSheet(turn, contest, entry, '', { over: true, first });
  }
}
