import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { entryByCode, entryName } from '../actions/entries.js';
import { mayNominate, type Nominated, nominate } from '../actions/nominate.js';
import { nominationWindow, receiverName, standingNominations } from '../actions/nominations.js';
import { needRight } from '../actions/permissions.js';
import { senderName, unitName } from '../actions/registrations.js';
import { describePassed } from '../actions/tellNomination.js';
import { passedOver, toNominate } from '../actions/toNominate.js';
import type { Styled } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import { tidy } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { type Answers, beginForm, Fill, type Form, type Question } from './form.js';
import { typedIn } from './input.js';
import { noteOn, tooFewSheets } from './nominateNotes.js';
import {
  dayAt,
  decisionIn,
  needDecision,
  numberIn,
  readDay,
  readRank,
  shortDay,
  today,
  withRank,
} from './nominateTyped.js';
import { inWords } from './refused.js';
import { confirmStep, textStep } from './steps.js';

/** A unit sends up what it picked: which entry, its rank, and the decision by which it goes. */

const given = z.object({
  code: z.string(),
  rank: z.number(),
  decision: z.string(),
  day: z.string(),
  /** Better entries that it passes over, how many places are left for them, and why. */
  passed: z.array(z.string()).default([]),
  left: z.number().default(0),
  reason: z.string().optional(),
});

const passedIn = ({ passed }: Answers): string[] => given.shape.passed.parse(passed);

/** One question where something better stays behind; the answer goes with the nomination. */
const reasonStep = textStep({
  name: 'reason',
  label: 'nominate.reasonLabel',
  when: (answers) => passedIn(answers).length > 0,
  length: [5, 500],
  ask: ({ t }, answers) =>
    t('nominate.reasonAsk', { code: String(answers.code), others: passedIn(answers).join(', ') }),
});

const decisionStep = textStep({
  name: 'decision',
  label: 'nominate.decisionLabel',
  length: [2, 60],
  ask: ({ t }) => t('nominate.decisionAsk'),
  check: needDecision,
});

const SAME = 'same';

type Decided = { decision: string; day: string };

/** By which the unit of this entry sent up what stands: mostly one decision names all of them. */
async function lastDecision(turn: Turn, code: string): Promise<Decided | null> {
  const contest = await contestOf(turn);
  const { sender } = await mayNominate(turn, contest, await entryByCode(turn, contest, code));
  const sent = await standingNominations(turn, contest, sender);
  const [last] = sent.sort((one, other) => other.at.getTime() - one.at.getTime());
  return last ? { decision: last.decision, day: last.day } : null;
}

const sameDecision = (turn: Turn, { decision, day }: Decided): string =>
  turn.t.plain('nominate.sameDecision', { decision, day: shortDay(turn, dayAt(day)) });

export const nominateForm: Form = {
  name: 'nominate',
  version: 1,
  title: 'nominate.title',
  steps: [
    {
      name: 'code',
      label: 'nominate.codeLabel',
      answer: z.string(),
      ask: async (turn): Promise<Question> => {
        const entries = await toNominate(turn, await contestOf(turn));
        const choices = entries.map((entry) => ({ label: entryName(entry), says: entry.code }));
        return {
          text: choices.length > 0 ? turn.t('nominate.codeAskFrom') : turn.t('nominate.codeAsk'),
          choices,
        };
      },
      read: async (turn, input) => {
        const contest = await contestOf(turn);
        const entry = await entryByCode(turn, contest, typedIn(input));
        const begun = await mayNominate(turn, contest, entry);
        return new Fill({ code: entry.code }, await passedOver(turn, contest, entry, begun));
      },
    },
    {
      name: 'rank',
      label: 'nominate.rankLabel',
      answer: z.number(),
      ask: async (turn, { code }) => {
        const contest = await contestOf(turn);
        const entry = await entryByCode(turn, contest, String(code));
        const { sender } = await mayNominate(turn, contest, entry);
        const asked = turn.t('nominate.rankAsk', { entry: entryName(entry) });
        return { text: stack([await tooFewSheets(turn, contest, { sender, code: entry.code }), asked]) };
      },
      read: (turn, input, { code }) => readRank(turn, String(code), typedIn(input)),
    },
    {
      ...decisionStep,
      ask: async (turn, answers) => {
        const last = await lastDecision(turn, String(answers.code));
        const choices = last ? [{ label: sameDecision(turn, last), says: SAME }] : [];
        return { text: turn.t('nominate.decisionAsk'), choices };
      },
      read: async (turn, input, answers) => {
        const last = input.says === SAME ? await lastDecision(turn, String(answers.code)) : null;
        if (last) return new Fill(last);
        const { decision, day } = decisionIn(tidy(typedIn(input)).split(' '), turn.now);
        if (decision === null || day === null) {
          const read = await decisionStep.read(turn, input, answers);
          return typeof read === 'string' ? numberIn(read) : read;
        }
        needDecision(decision);
        return new Fill({ decision, day: readDay(turn, day) });
      },
    },
    {
      name: 'day',
      label: 'nominate.dayLabel',
      answer: z.string(),
      ask: (turn) => ({ text: turn.t('nominate.dayAsk', { example: today(turn) }) }),
      read: (turn, input) => readDay(turn, typedIn(input)),
    },
    reasonStep,
    confirmStep({
      ask: readBack,
      yes: 'nominate.yes',
      change: [
        { step: 'code', label: 'nominate.codeLabel', also: ['reason'] },
        { step: 'rank', label: 'nominate.rankLabel' },
        { step: 'decision', label: 'nominate.decisionLabel' },
        { step: 'day', label: 'nominate.dayLabel' },
        { step: 'reason', label: 'nominate.reasonLabel' },
      ],
    }),
  ],
  async finish(turn, answers) {
    const contest = await contestOf(turn);
    const { code, passed, left, reason, ...words } = given.parse(answers);
    const { t } = turn;
    const kept = reason === undefined ? null : { entries: passed, left, reason };
    let nominated: Nominated;
    try {
      const entry = await entryByCode(turn, contest, code);
      nominated = await nominate(turn, contest, entry, { ...words, passed: kept });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const rest = await toAnswerAnew(turn, error, answers);
      if (!rest) throw error;
      return beginForm(turn, nominateForm, rest, { first: inWords(t, error), over: true });
    }
    const { nomination, entry, way, sent } = nominated;
    const about = { entry: entryName(entry), to: receiverName(way), at: t.moment(turn.now) };
    const sender = senderName(contest, nomination.sender);
    const { closes } = nominationWindow(contest, way);
    turn.say(
      stack([
        way.receiver.kind === 'within'
          ? t('nominate.done', about)
          : nomination.above
            ? t('nominate.doneAbove', { ...about, code: nomination.above.code })
            : t('nominate.doneRecorded', about),
        way.quota === null
          ? t('nominate.sent', { sender, sent })
          : t('nominate.sentOf', { sender, sent, quota: way.quota }),
        closes
          ? t('nominate.howBackUntil', { code, closes: t.moment(closes) })
          : t('nominate.howBack', { code }),
      ]),
    );
  },
};

/** What stays of the answers where others of the unit's entries were sent up meanwhile; `null`: it isn't that. */
async function toAnswerAnew(turn: Turn, { key }: Refusal, answers: Answers): Promise<Answers | null> {
  const { code, rank, reason, ...rest } = given.parse(answers);
  if (key === 'nominate.rankTaken') return { code, ...rest, ...(reason !== undefined && { reason }) };
  if (key !== 'nominate.passedChanged') return null;
  const contest = await contestOf(turn);
  const entry = await entryByCode(turn, contest, code);
  const begun = await mayNominate(turn, contest, entry);
  return { code, rank, ...rest, ...(await passedOver(turn, contest, entry, begun)) };
}

async function readBack(turn: Turn, answers: Answers): Promise<Styled> {
  const contest = await contestOf(turn);
  const { t } = turn;
  const { code, rank, decision, day, passed, left, reason } = given.parse(answers);
  const entry = await entryByCode(turn, contest, code);
  const { way, sender } = await mayNominate(turn, contest, entry);
  return stack([
    t('nominate.check', {
      sender: senderName(contest, sender),
      entry: entryName(entry),
      team: entry.team,
      unit: unitName(contest, entry.unit),
      to: receiverName(way),
      rank,
      decision,
      day: t.day(dayAt(day)),
    }),
    reason !== undefined && describePassed(t, { entries: passed, left, reason }),
    await noteOn(turn, contest, { sender, code, rank }),
  ]);
}

/** `/cu`, `/cu QN-07`, `/cu QN-07 1 15/QĐ-UBND 10/8/2026`. */
export async function beginNomination(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'nominate');
  const [typed = '', ...rest] = tidy(args)
    .replace(/^([a-z]+)[\s-]+(\d)/i, '$1-$2')
    .split(' ');
  if (!typed) {
    await toNominate(turn, contest);
    return beginForm(turn, nominateForm);
  }
  const entry = await entryByCode(turn, contest, typed);
  const begun = await mayNominate(turn, contest, entry);
  const { code } = entry;
  const [rankText, ...words] = withRank(rest);
  const rank = rankText === undefined ? null : await unlessRefused(() => readRank(turn, code, rankText));
  const { decision, day } = decisionIn(words, turn.now);
  const signed = day === null ? null : await unlessRefused(() => readDay(turn, day));
  const refused = [rank, signed].find((each) => each instanceof Refusal);
  const given = {
    code,
    ...(await passedOver(turn, contest, entry, begun)),
    ...(typeof rank === 'number' && { rank }),
    ...(decision !== null && { decision }),
    ...(typeof signed === 'string' && { day: signed }),
  };
  await beginForm(turn, nominateForm, given, refused ? { first: inWords(turn.t, refused) } : {});
}

/** One thing that can't be is asked for anew; what else stood in the message is kept. */
async function unlessRefused<Read>(read: () => Read | Promise<Read>): Promise<Read | Refusal> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
