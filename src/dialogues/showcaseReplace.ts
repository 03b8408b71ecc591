import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { entryName } from '../actions/entries.js';
import { describeUnreached } from '../actions/missed.js';
import { may } from '../actions/permissions.js';
import { mayReplaceOnStage, type Replacement, replaceOnStage } from '../actions/replaceOnStage.js';
import { placeToFill } from '../actions/runningOrder.js';
import { hallOf } from '../actions/stage.js';
import { readEntryCode } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import { stageOf } from '../domain/stage.js';
import type { StoredEntry } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import { stack } from '../words.js';
import { today } from './exampleDays.js';
import { type Answers, beginForm, type Form, type Step } from './form.js';
import { typedIn } from './input.js';
import { confirmStep, documentStep, textStep } from './steps.js';

/** `/chondien`, once the choice was announced: another entry in the place of one that drops out. */

const NOBODY = 'nobody';
const MOST_OFFERED = 8;

const codeStep = (
  about: Pick<Step, 'name' | 'label'> & {
    ask: Step['ask'];
    codes(turn: Turn): Promise<string[]>;
    extra?: string;
  },
): Step => ({
  name: about.name,
  label: about.label,
  answer: z.string(),
  ask: about.ask,
  read: async (turn, input) => {
    if (about.extra !== undefined && input.says === about.extra) return about.extra;
    const { plan } = await contestOf(turn);
    const typed = typedIn(input);
    const code = readEntryCode(typed, plan.codePrefix) ?? typed;
    if (!(await about.codes(turn)).includes(code)) throw new Refusal('showcase.notThere', { code });
    return code;
  },
});

const outStep = codeStep({
  name: 'out',
  label: 'showcase.outLabel',
  codes: async (turn) => (await mayReplaceOnStage(turn, await contestOf(turn))).picks.map(({ code }) => code),
  ask: async (turn) => {
    const contest = await contestOf(turn);
    const { stored, picks } = await mayReplaceOnStage(turn, contest);
    const at = turn.t.moment(stored.announced?.at ?? turn.now);
    return { text: turn.t('showcase.outAsk', { at }), choices: await offered(turn, picks) };
  },
});

const intoStep = codeStep({
  name: 'into',
  label: 'showcase.intoLabel',
  extra: NOBODY,
  codes: async (turn) =>
    (await mayReplaceOnStage(turn, await contestOf(turn))).others.map(({ code }) => code),
  ask: async (turn, { out }) => {
    const { others } = await mayReplaceOnStage(turn, await contestOf(turn));
    const about = { out: String(out) };
    return {
      text: others.length > 0 ? turn.t('showcase.intoAsk', about) : turn.t('showcase.intoAskNobody', about),
      choices: [
        ...(await offered(turn, others.slice(0, MOST_OFFERED))),
        { label: turn.t.plain('showcase.intoNobody'), says: NOBODY },
      ],
    };
  },
});

/** With their titles, as they are known to people. */
async function offered(turn: Turn, picks: readonly { code: string }[]): Promise<Offer[]> {
  const { id } = await contestOf(turn);
  const codes = picks.map(({ code }) => code);
  const entries = await turn.store.entries.find({ contest: id, code: { $in: codes } }).lean<StoredEntry[]>();
  return codes.map((code) => {
    const entry = entries.find((each) => each.code === code);
    return { label: entry ? entryName(entry) : code, says: code };
  });
}

const givenIn = ({ out, into, reason, document }: Answers): Replacement => ({
  out: String(out),
  into: into === NOBODY ? null : String(into),
  reason: String(reason),
  document: String(document),
});

/** The running order names who drops out; who comes is to be put in that place. */
async function orderBehind(
  turn: Turn,
  contest: Contest,
  { into }: Replacement,
): Promise<{ out: string; into: string } | null> {
  if (into === null || !stageOf(contest.plan)) return null;
  const { events } = await hallOf(turn, contest);
  const out = await placeToFill(turn, contest, { code: into, events });
  return out === null ? null : { out, into };
}

export const showcaseReplaceForm: Form = {
  name: 'showcaseReplace',
  version: 1,
  title: 'showcase.replaceTitle',
  steps: [
    outStep,
    intoStep,
    textStep({
      name: 'reason',
      label: 'showcase.replaceReasonLabel',
      length: [5, 300],
      ask: ({ t }) => t('showcase.replaceReasonAsk'),
    }),
    documentStep({
      label: 'showcase.documentLabel',
      ask: (turn) => turn.t('showcase.documentAsk', { day: today(turn) }),
    }),
    confirmStep({
      ask: ({ t }, answers) => {
        const { into, ...about } = givenIn(answers);
        return into === null ? t('showcase.sureOut', about) : t('showcase.sureReplace', { ...about, into });
      },
      yes: 'showcase.yesReplace',
      change: [
        { step: 'out', label: 'showcase.outLabel' },
        { step: 'into', label: 'showcase.intoLabel' },
        { step: 'reason', label: 'showcase.replaceReasonLabel' },
        { step: 'document', label: 'showcase.documentLabel' },
      ],
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    const contest = await contestOf(turn);
    const given = givenIn(answers);
    const { groups, entries } = await replaceOnStage(turn, contest, given);
    const behind = await orderBehind(turn, contest, given);
    const runs = await may(turn, contest, 'runStage');
    const people = [...new Set(entries.map(({ person }) => person))];
    turn.say(
      stack([
        groups > 0
          ? t('showcase.replaced', { at: t.moment(turn.now), groups })
          : t('showcase.replacedNoGroups', { at: t.moment(turn.now) }),
        (await describeUnreached(turn, contest, people)) ?? t('showcase.replacedHeard'),
        ...(behind ? [t(runs ? 'showcase.orderBehind' : 'showcase.orderBehindOthers', behind)] : []),
      ]),
      behind && runs
        ? [{ label: t.plain('showcase.orderOffer', behind), says: `/xepthutu ${behind.into}` }]
        : [],
    );
  },
};

/** The entries that were typed behind a command, by their codes. */
export const codesIn = ({ plan }: Contest, text: string): string[] =>
  (text.match(/[a-z]*[\s-]*\d+/gi) ?? []).map((each) => readEntryCode(each, plan.codePrefix) ?? each.trim());

/** `/chondien QN-01 QN-03` once the choice was announced: who is on stage drops out, the other one comes. */
export async function beginReplacing(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  const { picks, others } = await mayReplaceOnStage(turn, contest);
  const codes = codesIn(contest, args);
  const among = (those: readonly { code: string }[]) =>
    codes.filter((code) => those.some((each) => each.code === code));
  const strange = codes.find((code) => !among([...picks, ...others]).includes(code));
  if (strange !== undefined) throw new Refusal('showcase.notThere', { code: strange });
  const [[out, ...alsoOut], [into, ...alsoInto]] = [among(picks), among(others)];
  if (alsoOut.length + alsoInto.length > 0) {
    const example = [picks[0], others[0]].flatMap((each) => (each ? [each.code] : [])).join(' ');
    throw new Refusal('showcase.replaceOne', { example });
  }
  await beginForm(turn, showcaseReplaceForm, {
    ...(out !== undefined && { out }),
    ...(into !== undefined && { into }),
  });
}
