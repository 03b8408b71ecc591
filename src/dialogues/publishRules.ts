import { z } from 'zod';
import { lengthOf } from '../actions/checkContest.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { describeMissed } from '../actions/missed.js';
import { previewWhy } from '../actions/moveDate.js';
import { mayPublishRules, publishRules } from '../actions/publishRules.js';
import { platformOf, type Styled } from '../chat.js';
import { isKnown, type Unknown } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import { inForce } from '../domain/rulesVersions.js';
import { tidy } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { today } from './exampleDays.js';
import { type Answers, beginForm, Fill, type Form, Reopen, type Step } from './form.js';
import type { Input } from './input.js';
import { confirmStep, documentStep, textStep } from './steps.js';

/** `/thelemoi`: new rules take the place of those in force, and the teams are asked for their agreement. */

const SHORTEST = 50;
const LONGEST = 20_000;

const nextVersion = ({ rules }: Contest): number => inForce(rules).version + 1;

const textAnswer: Step = {
  name: 'text',
  label: 'rulesVersion.textLabel',
  answer: z.string(),
  ask: async (turn) => ({
    text: stack([
      turn.t('rulesVersion.textAsk', { version: nextVersion(await contestOf(turn)) }),
      platformOf(turn.chat._id) === 'telegram' && turn.t('rulesVersion.textFile'),
    ]),
  }),
  read: (turn, input) => within(textIn(turn, input)),
};

/** A messenger cuts a long text into several messages: each is added until somebody says that it is all. */
const moreStep: Step = {
  name: 'more',
  label: 'rulesVersion.moreLabel',
  answer: z.literal('done'),
  ask: ({ t }, { text }) => {
    const whole = String(text);
    return {
      text: t('rulesVersion.moreAsk', {
        ending: (whole.split('\n').at(-1) ?? '').slice(-80),
      }),
      choices: [
        { label: t.plain('rulesVersion.moreDone'), says: 'done' },
        { label: t.plain('rulesVersion.moreAgain'), says: 'again' },
      ],
    };
  },
  read: async (turn, input, { text }) => {
    if (input.says === 'again') return new Reopen('text');
    if (input.says !== 'done') return new Fill({ text: within(`${text}\n${textIn(turn, input)}`) });
    if ([...String(text)].length < SHORTEST) throw new Refusal('rulesVersion.tooShort');
    await mayPublishRules(turn, await contestOf(turn), String(text));
    return 'done';
  },
};

/** What was pasted, or what stands in a plain text that was sent. */
function textIn({ attachment }: Turn, input: Input): string {
  const { event } = input;
  if (event.kind === 'text') return input.text;
  const text = attachment?.text;
  if (text !== undefined) return tidy(text, { lines: true });
  if (event.kind === 'unsupported' && event.what === 'withheld')
    throw new Refusal('rulesVersion.fileNotPassed');
  throw event.kind === 'document'
    ? new Refusal('rulesVersion.fileOther')
    : new Refusal('rulesVersion.textPlease');
}

function within(text: string): string {
  const { length } = [...text];
  if (length > LONGEST) throw new Refusal('rulesVersion.tooLong', { length, longest: LONGEST });
  return text;
}

const given = z.object({ text: z.string(), reason: z.string(), document: z.string(), seen: z.number() });

const rulesIn = (answers: Answers) => {
  const { document, ...rest } = given.parse(answers);
  return { ...rest, document: document === 'none' ? null : document };
};

export const publishRulesForm: Form = {
  name: 'publishRules',
  version: 2,
  title: 'rulesVersion.title',
  resumedBy: 'thelemoi',
  steps: [
    textAnswer,
    moreStep,
    textStep({
      name: 'reason',
      label: 'rulesVersion.reasonLabel',
      length: [5, 300],
      ask: (turn) => turn.t('rulesVersion.reasonAsk'),
    }),
    documentStep({
      label: 'rulesVersion.documentLabel',
      ask: (turn) => turn.t('rulesVersion.documentAsk', { day: today(turn) }),
      none: 'rulesVersion.documentNone',
    }),
    confirmStep({
      ask: preview,
      yes: 'rulesVersion.yes',
      no: 'rulesVersion.no',
      change: [
        { step: 'reason', label: 'rulesVersion.reasonLabel' },
        { step: 'document', label: 'rulesVersion.documentLabel' },
      ],
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    if (answers.confirm !== 'yes') return turn.say(t('rulesVersion.left'));
    const { contest, asked, missed } = await publishRules(turn, await contestOf(turn), rulesIn(answers));
    turn.say(
      stack([
        t('rulesVersion.done', { version: inForce(contest.rules).version }),
        asked > 0 && t('rulesVersion.doneAsked', { asked }),
        describeMissed(t, missed),
        planStands(t, contest),
      ]),
    );
  },
};

/** What the plan goes on demanding of a clip, whatever the new rules say: somebody has to compare the two. */
function planStands(t: Words, { plan }: Contest): Styled | null {
  const { seconds, containers } = plan.entries.demands;
  const demands = [
    isKnown(seconds) && lengthDemanded(t, seconds),
    isKnown(containers) &&
      t.plain('rulesVersion.demandContainers', { containers: containers.join(', ').toUpperCase() }),
  ].filter((each) => each !== false);
  return demands.length > 0 ? t('rulesVersion.planStands', { demands: demands.join('; ') }) : null;
}

function lengthDemanded(
  t: Words,
  { least, most, tolerance }: { least: number; most: number; tolerance: number | Unknown },
): string {
  const bounds = { least: lengthOf(t, least), most: lengthOf(t, most) };
  return isKnown(tolerance) && tolerance > 0
    ? t.plain('rulesVersion.demandTolerance', { ...bounds, tolerance: lengthOf(t, tolerance) })
    : t.plain('rulesVersion.demandSeconds', bounds);
}

/** All of it as it will be read, and whom it will concern. */
async function preview(turn: Turn, answers: Answers): Promise<Styled> {
  const { t } = turn;
  const contest = await contestOf(turn);
  const { text, ...why } = rulesIn(answers);
  const count = await turn.store.registrations.countDocuments({ contest: contest.id });
  return stack([
    t('rulesVersion.preview', { version: nextVersion(contest) }),
    text,
    previewWhy(t, why),
    count > 0 ? t('rulesVersion.sureTeams', { count }) : t('rulesVersion.sureNobody'),
  ]);
}

export async function beginPublishingRules(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  await mayPublishRules(turn, contest);
  await beginForm(turn, publishRulesForm, { seen: contest.rules.length - 1 });
}
