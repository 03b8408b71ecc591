import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { entryByCode, nameForJudges } from '../actions/entries.js';
import { describeMissed } from '../actions/missed.js';
import { may, needRight } from '../actions/permissions.js';
import {
  addToOrder,
  comingOn,
  markAbsent,
  moveInOrder,
  type Ordered,
  setOrder,
  toOrder,
} from '../actions/runningOrder.js';
import { mayTakeBack } from '../actions/runStage.js';
import { showcaseOf } from '../actions/showcase.js';
import { entriesByCode, type Hall, hallBefore, hallOf, needStage, owing, partOf } from '../actions/stage.js';
import type { Styled } from '../chat.js';
import { readEntryCode } from '../domain/answers.js';
import { takesPart } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import {
  absenceOf,
  hasBegun,
  needFits,
  nextUp,
  onStage,
  openNow,
  orderOf,
  seedOf,
  stateOf,
} from '../domain/stage.js';
import { fold } from '../domain/text.js';
import type { StoredEntry } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import { stack } from '../words.js';
import { type Answers, beginForm, type Form, type Step } from './form.js';
import { typedIn } from './input.js';
import { splitArgs } from './sheetSteps.js';
import { choiceStep, confirmStep, textStep } from './steps.js';

/** `/thutu`, `/xepthutu`, `/vangmat`: who comes on stage after whom, for all to read; and who hasn't come. */

/** `DN 03 tiểu phẩm` → the code, and what stands behind it. */
export function codeAndRest(args: string): { code: string; rest: string } {
  const [code = '', ...rest] = args.replace(/^([a-z]+)[\s-]+(\d)/i, '$1-$2').split(/[\s:;,]+/);
  return { code, rest: rest.join(' ') };
}

export async function showOrder(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const hall = await hallOf(turn, contest);
  const runs = await runsStage(turn, contest);
  if (orderOf(hall.events).length === 0) throw new Refusal(runs ? 'stage.noOrderYet' : 'stage.noOrder');
  const { t } = turn;
  turn.say(
    stack([
      t('stage.show', { contest: contest.plan.shortName }),
      await describeOrder(turn, contest, hall),
      ...(runs ? await describeOpen(turn, contest, hall) : []),
      !hall.stage.isScored && t('stage.notScored'),
    ]),
    runs ? await offersNext(turn, contest, hall) : [],
  );
}

/** Does he run the stage, and where nobody else reads it? */
const runsStage = async (turn: Turn, contest: Contest): Promise<boolean> =>
  !turn.chat.group && (await may(turn, contest, 'runStage'));

async function describeOrder(turn: Turn, contest: Contest, { stage, events }: Hall): Promise<Styled> {
  const { t } = turn;
  const runs = await runsStage(turn, contest);
  const order = orderOf(events);
  const entries = await entriesByCode(turn, contest, order);
  const shown = stage.isScored ? null : await showcaseOf(turn, contest);
  const stateIn = (code: string): string => {
    const entry = entries.get(code);
    if (!entry || !takesPart(entry.state)) return t.plain('stage.stateOut');
    if (shown && !shown.picks.some((pick) => pick.code === code)) return t.plain('stage.stateReplaced');
    const reason = absenceOf(events, code);
    // Why a team hasn't come is nobody's business but theirs who run the stage.
    if (reason !== null)
      return runs ? t.plain('stage.stateAbsentWhy', { reason }) : t.plain('stage.stateAbsent');
    const open = openNow(events).find((each) => each.entry === code);
    if (open) return t.plain('stage.stateOpen', { part: partOf(stage, open.part).title });
    const done = stage.parts.filter(({ id }) => stateOf(events, { entry: code, part: id }) === 'closed');
    if (done.length === 0) return t.plain('stage.stateWaiting');
    if (done.length === stage.parts.length) return t.plain('stage.stateAll');
    return t.plain('stage.stateDone', { parts: done.map(({ title }) => title).join(', ') });
  };
  const lines = order.map((code, index) => {
    const entry = entries.get(code);
    const about = { place: index + 1, entry: entry ? nameForJudges(contest, entry) : code };
    return t('stage.line', { ...about, state: stateIn(code) });
  });
  const seed = seedOf(events);
  const count = events.filter((event) => event.kind === 'ordered' && event.seed !== null).length;
  const reason = events.findLast((event) => event.kind === 'ordered')?.reason;
  return stack([
    stack(lines, '\n'),
    seed !== null && t('stage.drawn', { seed, count }),
    reason !== undefined && t('stage.orderedAnew', { reason }),
  ]);
}

/** For who runs the stage: of how many judges the points are in, and whose aren't. Never what they are. */
async function describeOpen(turn: Turn, contest: Contest, { stage, events }: Hall): Promise<Styled[]> {
  const { t } = turn;
  if (!stage.isScored) return [];
  return Promise.all(
    openNow(events).map(async ({ entry: code, part }) => {
      const { judges, scoring } = await owing(turn, contest, { entry: code, part });
      const about = { code, part: partOf(stage, part).title, count: scoring.length };
      if (judges.length === 0) return t('stage.allGiven', about);
      const names = judges.map(({ name }) => name).join(', ');
      return t('stage.owingNow', { ...about, given: scoring.length - judges.length, names });
    }),
  );
}

/** What may be done next in the hall, in one tap. */
export async function offersNext(turn: Turn, contest: Contest, { stage, events }: Hall): Promise<Offer[]> {
  const { t } = turn;
  const titleOf = (part: string) => partOf(stage, part).title;
  const closing = openNow(events).map(({ entry: code, part }) => ({
    label: t.plain('stage.closeOffer', { code, part: titleOf(part) }),
    says: `/dongluot ${code}`,
  }));
  const there = onStage(events);
  if (there) {
    const code = there.entry;
    const isEarly = await mayTakeBack(turn, contest, there);
    const back = { label: t.plain('stage.takeBackOffer', { code }), says: `/dongluot ${code} mở nhầm` };
    return isEarly ? [...closing, back] : closing;
  }
  const coming = (await comingOn(turn, contest, events)).map(({ code }) => code);
  const opening = nextUp(stage, events, coming).map(({ entry: code, part }) => ({
    label: t.plain('stage.openOffer', { code, part: titleOf(part) }),
    says: `/moluot ${code} ${part}`,
  }));
  return [...opening, ...closing];
}

const LOT = 'lot';

const orderStep: Step = {
  name: 'order',
  label: 'stage.orderLabel',
  answer: z.union([z.literal(LOT), z.array(z.string()).min(1)]),
  ask: async (turn) => {
    const entries = await toOrder(turn, await contestOf(turn));
    return {
      text: turn.t('stage.orderAsk', {
        entries: entries.map(({ code, team }) => `${code} ${team}`).join('; '),
        example: entries
          .map(({ code }) => code)
          .reverse()
          .join(', '),
      }),
      choices: [{ label: turn.t.plain('stage.byLot'), says: LOT }],
    };
  },
  read: async (turn, input) => {
    const typed = typedIn(input);
    if (typed === LOT) return LOT;
    const contest = await contestOf(turn);
    return readOrder(contest, await toOrder(turn, contest), typed);
  },
};

/** Codes or names of teams, parted by commas or lines, with or without numbers before them; codes also by blanks. */
function readOrder({ plan }: Contest, entries: readonly StoredEntry[], typed: string): string[] {
  const lines = typed.split(/[,;\n]+/).map((line) => line.replace(/^\s*\d+[.)]\s+/, '').trim());
  const words = typed.replace(/([a-z]+)[\s-]+(?=\d)/gi, '$1-').split(/\s+/);
  const isByBlanks = lines.length === 1 && words.every((word) => /^[a-z]+-?\d+$/i.test(word));
  const codeOf = (item: string): string => {
    const code = readEntryCode(item, plan.codePrefix);
    if (code !== null) return code;
    const named = entries.filter(({ team }) => fold(team).includes(fold(item)));
    const exact = named.filter(({ team }) => fold(team) === fold(item));
    const [only, ...others] = exact.length > 0 ? exact : named;
    if (!only || others.length > 0) throw new Refusal('stage.notACode', { typed: item });
    return only.code;
  };
  return (isByBlanks ? words : lines).filter((item) => item !== '').map(codeOf);
}

export const stageOrderForm: Form = {
  name: 'stageOrder',
  version: 1,
  title: 'stage.orderTitle',
  steps: [
    orderStep,
    textStep({
      name: 'reason',
      label: 'stage.againReason',
      length: [5, 300],
      when: ({ instead }) => instead !== undefined,
      ask: ({ t }, { instead }) => t(instead === LOT ? 'stage.orderAgainAskDrawn' : 'stage.orderAgainAsk'),
    }),
    confirmStep({
      ask: async (turn, { order, reason }) => {
        const { t } = turn;
        const entries = await toOrder(turn, await contestOf(turn));
        const nameOf = (code: string) => entries.find((entry) => entry.code === code)?.team ?? '';
        const linesOf = (codes: unknown[]) =>
          codes.map((code, index) => `${index + 1}. ${code} ${nameOf(String(code))}`).join('\n');
        return stack([
          reason !== undefined && t('stage.orderAgainConfirm', { reason: String(reason) }),
          Array.isArray(order)
            ? t('stage.orderConfirm', { lines: linesOf(order) })
            : t('stage.lotConfirm', { count: entries.length }),
        ]);
      },
      yes: 'stage.orderYes',
      change: [
        { step: 'order', label: 'stage.orderLabel' },
        { step: 'reason', label: 'stage.againReason' },
      ],
    }),
  ],
  async finish(turn, { order, reason }: Answers) {
    const contest = await contestOf(turn);
    const byLot = !Array.isArray(order);
    const codes = byLot ? await inTheLot(turn, contest) : order.map(String);
    const ordered = await setOrder(turn, contest, {
      codes,
      byLot,
      reason: reason === undefined ? null : String(reason),
    });
    await sayOrder(turn, contest, turn.t('stage.orderDone'), ordered);
  },
};

/** Where only some come on stage, those whose order was typed before. */
async function inTheLot(turn: Turn, contest: Contest): Promise<string[]> {
  const { stage, events } = await hallBefore(turn, contest);
  const before = orderOf(events).sort();
  const all = (await toOrder(turn, contest)).map(({ code }) => code);
  const still = before.filter((code) => all.includes(code));
  return !stage.isScored && still.length > 0 ? still : all;
}

async function sayOrder(
  turn: Turn,
  contest: Contest,
  done: Styled,
  { told, missed }: Ordered,
): Promise<void> {
  const { t } = turn;
  const hall = await hallOf(turn, contest);
  const first = stack([done, told > 0 && t('stage.teamsTold', { told })], ' ');
  turn.say(
    stack([first, describeMissed(t, missed), await describeOrder(turn, contest, hall)]),
    await offersNext(turn, contest, hall),
  );
}

/** `/xepthutu`, `/xepthutu DN-02, DN-01, DN-03`; `/xepthutu DN-03 2` moves one, `/xepthutu DN-04` adds a late one. */
export async function beginOrdering(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  const entries = await toOrder(turn, contest);
  const { code, rest } = codeAndRest(args);
  if (/^\d+$/.test(rest) && readEntryCode(code, contest.plan.codePrefix) !== null) {
    const entry = await entryByCode(turn, contest, code);
    const moved = await moveInOrder(turn, contest, { code: entry.code, place: Number(rest) });
    return sayOrder(turn, contest, turn.t('stage.moved'), moved);
  }
  const { events } = await hallBefore(turn, contest);
  const order = orderOf(events);
  const outside = order.length > 0 ? entries.filter((entry) => !order.includes(entry.code)) : [];
  const late = rest === '' && readEntryCode(code, contest.plan.codePrefix);
  if (late && outside.some((entry) => entry.code === late))
    return sayOrder(
      turn,
      contest,
      turn.t('stage.added', { code: late }),
      await addToOrder(turn, contest, late),
    );
  if (!args && outside.length > 0 && order.some((each) => hasBegun(events, each)))
    return offerAdding(turn, outside);
  needFits(events, { kind: 'ordered', order: [], seed: null, reason: '' });
  await beginForm(turn, stageOrderForm, {
    ...(order.length > 0 && { instead: seedOf(events) === null ? 'typed' : LOT }),
    ...(args && { order: readOrder(contest, entries, args) }),
  });
}

const offerAdding = ({ t, say }: Turn, outside: readonly StoredEntry[]): void =>
  say(
    t('stage.outside', { entries: outside.map(({ code, team }) => `${code} ${team}`).join('; ') }),
    outside.map(({ code }) => ({ label: t.plain('stage.addOffer', { code }), says: `/xepthutu ${code}` })),
  );

/** Whoever hasn't come is marked so with a reason; whoever comes after all isn't any more. */
export const absentForm: Form = {
  name: 'stageAbsent',
  version: 1,
  title: 'stage.absentTitle',
  steps: [
    textStep({
      name: 'reason',
      label: 'stage.absentReasonLabel',
      length: [3, 200],
      when: ({ before }) => before === undefined,
      ask: ({ t }, { entry }) => t('stage.absentReasonAsk', { entry: String(entry) }),
    }),
    choiceStep({
      name: 'came',
      label: 'form.confirm',
      when: ({ before }) => before !== undefined,
      ask: ({ t }, { entry, before }) =>
        t('stage.presentAsk', { entry: String(entry), reason: String(before) }),
      offers: { yes: (t) => t.plain('stage.presentYes'), no: (t) => t.plain('stage.presentNo') },
    }),
  ],
  async finish(turn, answers) {
    const code = String(answers.code);
    const contest = await contestOf(turn);
    if (answers.came === 'no') return turn.say(turn.t('stage.presentLeft', { code }));
    const reason = answers.reason === undefined ? null : String(answers.reason);
    const missed = await markAbsent(turn, contest, { code, reason });
    const done = turn.t(reason === null ? 'stage.presentDone' : 'stage.absentDone', { code });
    turn.say(
      stack([done, describeMissed(turn.t, missed)]),
      await offersNext(turn, contest, await hallOf(turn, contest)),
    );
  },
};

/** `/vangmat DN-03`, `/vangmat DN-03 xe hỏng giữa đường`. */
export async function beginAbsence(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'runStage');
  needStage(contest);
  const { events } = await hallBefore(turn, contest);
  const [typed, said] = splitArgs(args);
  if (!typed)
    throw new Refusal('stage.absentHow', { code: orderOf(events)[0] ?? `${contest.plan.codePrefix}-01` });
  const entry = await entryByCode(turn, contest, typed);
  const { code } = entry;
  const before = absenceOf(events, code);
  needFits(
    events,
    before === null ? { kind: 'absent', entry: code, reason: '' } : { kind: 'present', entry: code },
  );
  await beginForm(turn, absentForm, {
    code,
    entry: nameForJudges(contest, entry),
    ...(before !== null && { before }),
    ...(before === null && said.length >= 3 && { reason: said.slice(0, 200) }),
  });
}
