import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { entryName } from '../actions/entries.js';
import { describeUnreached } from '../actions/missed.js';
import { mayReplaceOnStage, type Replacement, replaceOnStage } from '../actions/replaceOnStage.js';
import { readEntryCode } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import type { StoredEntry } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import { stack } from '../words.js';
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
    return {
      text: turn.t('showcase.intoAsk', { out: String(out) }),
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

export const showcaseReplaceForm: Form = {
  name: 'showcaseReplace',
  version: 1,
  title: 'showcase.replaceTitle',
  restartable: true,
  steps: [
    outStep,
    intoStep,
    textStep({
      name: 'reason',
      label: 'showcase.replaceReasonLabel',
      length: [5, 300],
      ask: ({ t }) => t('showcase.replaceReasonAsk'),
    }),
    documentStep({ label: 'showcase.documentLabel', ask: ({ t }) => t('showcase.documentAsk') }),
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
    const { groups, entries } = await replaceOnStage(turn, contest, givenIn(answers));
    const people = [...new Set(entries.map(({ person }) => person))];
    turn.say(
      stack([
        groups > 0
          ? t('showcase.replaced', { at: t.moment(turn.now), groups })
          : t('showcase.replacedNoGroups', { at: t.moment(turn.now) }),
        (await describeUnreached(turn, contest, people)) ?? t('showcase.replacedHeard'),
      ]),
    );
  },
};

export const beginReplacing = (turn: Turn): Promise<void> => beginForm(turn, showcaseReplaceForm);
