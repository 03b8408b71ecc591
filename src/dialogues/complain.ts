import { z } from 'zod';
import { complain, mayComplain, whatAbout } from '../actions/complain.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { entriesOf, entryByCode, entryName } from '../actions/entries.js';
import type { Styled } from '../chat.js';
import { codeInFront, readEntryCode } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import { tidy } from '../domain/text.js';
import type { Offer, Turn } from '../turn.js';
import { type Answers, beginForm, Fill, type Form, type Step } from './form.js';
import { choiceStep, textStep } from './steps.js';

/** `/khieunai`: who takes part says what is not right, about an entry or about the result. */

const RESULT = 'result';
const LENGTH: [number, number] = [10, 1500];

const given = z.object({ about: z.string(), text: z.string() });

function complaintIn(answers: Answers): { about: string | null; text: string } {
  const { about, text } = given.parse(answers);
  return { about: about === RESULT ? null : about, text };
}

const aboutStep: Step = {
  name: 'about',
  label: 'complaint.aboutLabel',
  answer: z.string(),
  ask: async (turn) => {
    const contest = await contestOf(turn);
    const { isPublished } = await mayComplain(turn, contest);
    return {
      text: turn.t(isPublished ? 'complaint.aboutAskResult' : 'complaint.aboutAsk'),
      choices: await offers(turn, contest, isPublished),
    };
  },
  read: async (turn, input) => {
    const contest = await contestOf(turn);
    const { isPublished } = await mayComplain(turn, contest);
    if (input.says === RESULT && !isPublished) throw new Refusal('complaint.noResult');
    if (input.says !== null) return input.says === RESULT ? RESULT : codeOf(turn, contest, input.says);
    const { about, text } = await readComplaint(turn, contest, input.text);
    // Who answers with the complaint itself has named the entry in it.
    if (about !== null && text.length >= LENGTH[0] && text.length <= LENGTH[1])
      return new Fill({ about, text });
    return about ?? codeOf(turn, contest, input.text);
  },
};

async function offers(turn: Turn, contest: Contest, isPublished: boolean): Promise<Offer[]> {
  const own = (await entriesOf(turn, contest)).map((entry) => ({
    label: entryName(entry),
    says: entry.code,
  }));
  return isPublished ? [...own, { label: turn.t.plain('complaint.chooseResult'), says: RESULT }] : own;
}

const codeOf = async (turn: Turn, contest: Contest, typed: string): Promise<string> =>
  (await entryByCode(turn, contest, typed, { any: true })).code;

export const complainForm: Form = {
  name: 'complain',
  version: 1,
  title: 'complaint.title',
  steps: [
    aboutStep,
    textStep({
      name: 'text',
      label: 'complaint.textLabel',
      length: LENGTH,
      ask: ({ t }) => t('complaint.textAsk'),
    }),
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: (turn, answers) => {
        const { about, text } = complaintIn(answers);
        return turn.t('complaint.sure', { about: whatAbout(turn, { about }), text });
      },
      offers: { yes: (t) => t.plain('complaint.yes'), no: (t) => t.plain('complaint.no') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    if (answers.sure !== 'yes') return turn.say(t('complaint.left'));
    const complaint = await complain(turn, await contestOf(turn), complaintIn(answers));
    const { code, dueAt } = complaint;
    const about = { code, about: whatAbout(turn, complaint), at: t.moment(turn.now) };
    turn.say(
      dueAt ? t('complaint.receipt', { ...about, due: t.moment(dueAt) }) : t('complaint.receiptNoDue', about),
    );
  },
};

/** `/khieunai`, `/khieunai QN-07`, `/khieunai Bài QN-07 bị chấm nhầm`: with what is already said. */
export async function beginComplaining(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await mayComplain(turn, contest);
  const { about, text } = await readComplaint(turn, contest, args);
  const { length } = [...text];
  const isText = length >= LENGTH[0] && length <= LENGTH[1];
  const first = isText || length === 0 ? null : wrongLength(turn, text, length);
  await beginForm(
    turn,
    complainForm,
    { ...(about !== null && { about }), ...(isText && { text }) },
    first ? { first } : {},
  );
}

const wrongLength = ({ t }: Turn, text: string, length: number): Styled =>
  length < LENGTH[0]
    ? t('complaint.shortText', { text, shortest: LENGTH[0] })
    : t('complaint.longText', { length, longest: LENGTH[1] });

/**
 * A code in front is what the complaint is about, and the rest its text. A code somewhere in a sentence is too, if
 * no other stands there, and the sentence stays as it was written.
 */
async function readComplaint(
  turn: Turn,
  contest: Contest,
  args: string,
): Promise<{ about: string | null; text: string }> {
  const said = tidy(args);
  const prefix = contest.plan.codePrefix;
  const front = codeInFront(said, prefix);
  if (front) return { about: await codeOf(turn, contest, front.code), text: front.rest };
  const named = said.match(new RegExp(`(?<![\\p{L}\\d])${prefix}[\\s-]?\\d{1,6}(?!\\d)`, 'giu')) ?? [];
  const codes = [...new Set(named.map((each) => readEntryCode(each, prefix)))];
  const [only] = codes;
  const exists =
    codes.length === 1 && only && (await turn.store.entries.exists({ contest: contest.id, code: only }));
  return { about: exists ? only : null, text: said };
}
