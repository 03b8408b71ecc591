import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { entryByCode } from '../actions/entries.js';
import { describeMissed } from '../actions/missed.js';
import {
  addToOrder,
  moveInOrder,
  needAll,
  needUnlocked,
  type Ordered,
  setOrder,
  toOrder,
} from '../actions/runningOrder.js';
import { hallBefore, hallOf } from '../actions/stage.js';
import type { Styled } from '../chat.js';
import { readEntryCode } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import { hasBegun, needFits, orderOf, seedOf } from '../domain/stage.js';
import { fold } from '../domain/text.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { type Answers, beginForm, type Form, type Step } from './form.js';
import { typedIn } from './input.js';
import { describeOrder, offersNext } from './stageShown.js';
import { confirmStep, textStep } from './steps.js';

/** `/xepthutu`: who comes on stage after whom is typed, drawn by lot, or changed. */

/** `DN 03 tiểu phẩm` → the code, and what stands behind it. */
export function codeAndRest(args: string): { code: string; rest: string } {
  const [code = '', ...rest] = args.replace(/^([a-z]+)[\s-]+(\d)/i, '$1-$2').split(/[\s:;,]+/);
  return { code, rest: rest.join(' ') };
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
    const entries = await toOrder(turn, contest);
    const codes = readOrder(contest, entries, typed);
    needAll(contest, entries, codes);
    return codes;
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
            ? stack([t('stage.orderConfirm', { lines: linesOf(order) }), leftOut(turn, entries, order)])
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

/** Who could come on stage, and is in no place of this order. */
function leftOut({ t }: Turn, entries: readonly StoredEntry[], order: unknown[]): Styled | null {
  const out = entries.filter(({ code }) => !order.includes(code)).map(({ code, team }) => `${code} ${team}`);
  return out.length > 0 ? t('stage.orderLeavesOut', { entries: out.join('; ') }) : null;
}

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
  await needUnlocked(turn, contest);
  needFits(events, { kind: 'ordered', order: [], seed: null, reason: '' });
  const typed = args === '' ? null : readOrder(contest, entries, args);
  if (typed) needAll(contest, entries, typed);
  await beginForm(turn, stageOrderForm, {
    ...(order.length > 0 && { instead: seedOf(events) === null ? 'typed' : LOT }),
    ...(typed && { order: typed }),
  });
}

const offerAdding = ({ t, say }: Turn, outside: readonly StoredEntry[]): void =>
  say(
    t('stage.outside', { entries: outside.map(({ code, team }) => `${code} ${team}`).join('; ') }),
    outside.map(({ code }) => ({ label: t.plain('stage.addOffer', { code }), says: `/xepthutu ${code}` })),
  );
