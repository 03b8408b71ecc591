import { z } from 'zod';
import { decideComplaint, draftAnswer, mayAnswer } from '../actions/answerComplaint.js';
import { whatAbout } from '../actions/complain.js';
import { openComplaints } from '../actions/complaints.js';
import { contestOf } from '../actions/contest.js';
import { describeUnreached } from '../actions/missed.js';
import { personNow } from '../actions/people.js';
import { needRight } from '../actions/permissions.js';
import { nameOf } from '../actions/roles.js';
import { actorsReached } from '../actions/tellActors.js';
import type { Styled } from '../chat.js';
import { complaintCode, readComplaintCode } from '../domain/complaints.js';
import { Refusal } from '../domain/refusal.js';
import { tidy } from '../domain/text.js';
import type { Complaint } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginForm, type Form, type Step } from './form.js';
import { choiceStep, textStep } from './steps.js';

/** `/traloi KN-01`: the secretary writes the answer, and who decides says whether the complaint is right. */

const DRAFT = 'draft';
const LENGTH: [number, number] = [5, 1500];

/** The draft as it was shown, which no text that somebody types can be mistaken for. */
const useDraft = z.strictObject({ useDraft: z.literal(true) });

const given = z.object({
  number: z.number(),
  /** What somebody has written before, as it was shown. */
  draft: z.string().optional(),
  answer: z.union([useDraft, z.string()]),
  upheld: z.enum(['upheld', 'rejected']).optional(),
});

const textIn = ({ answer, draft }: z.output<typeof given>): string =>
  typeof answer === 'string' ? answer : (draft ?? '');

const typedAnswer = textStep({
  name: 'answer',
  label: 'complaint.answerLabel',
  length: LENGTH,
  ask: async (turn, { number }) => {
    const { complaint } = await mayAnswer(turn, await contestOf(turn), Number(number));
    return stack([await describeComplaint(turn, complaint), turn.t('complaint.answerAsk')]);
  },
  offers: ({ t }, { draft }) =>
    draft === undefined ? [] : [{ label: t.plain('complaint.useDraft'), says: DRAFT }],
});

const answerStep: Step = {
  ...typedAnswer,
  answer: z.union([useDraft, typedAnswer.answer]),
  read: (turn, input, answers) =>
    input.says === DRAFT && answers.draft !== undefined
      ? { useDraft: true }
      : typedAnswer.read(turn, input, answers),
};

export const answerForm: Form = {
  name: 'answerComplaint',
  version: 2,
  title: 'complaint.answerTitle',
  steps: [
    answerStep,
    choiceStep({
      name: 'upheld',
      label: 'complaint.upheldLabel',
      when: ({ decides }) => decides === true,
      ask: ({ t }) => t('complaint.upheldAsk'),
      offers: { upheld: (t) => t.plain('complaint.upheld'), rejected: (t) => t.plain('complaint.rejected') },
    }),
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: (turn, answers) => {
        const all = given.parse(answers);
        const { number, upheld } = all;
        const about = { code: complaintCode(number), answer: textIn(all) };
        if (upheld === undefined) return turn.t('complaint.sureDraft', about);
        return turn.t(upheld === 'upheld' ? 'complaint.sureUpheld' : 'complaint.sureRejected', about);
      },
      offers: { yes: (t) => t.plain('complaint.answerYes'), no: (t) => t.plain('complaint.answerNo') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    const all = given.parse(answers);
    const { number, upheld } = all;
    const about = { code: complaintCode(number), at: t.moment(turn.now) };
    if (answers.sure !== 'yes') return turn.say(t('complaint.answerLeft', about));
    const contest = await contestOf(turn);
    const text = textIn(all);
    if (upheld === undefined) {
      await draftAnswer(turn, contest, number, text);
      const isReached = await actorsReached(turn, contest, 'decideComplaint');
      return turn.say(stack([t('complaint.drafted', about), !isReached && t('told.nobodyNext')]));
    }
    const { person } = await decideComplaint(turn, contest, number, { text, upheld: upheld === 'upheld' });
    const heard =
      (await describeUnreached(turn, contest, [await personNow(turn, person)])) ?? t('complaint.doneHeard');
    turn.say(stack([t(upheld === 'upheld' ? 'complaint.doneUpheld' : 'complaint.done', about), heard], ' '));
  },
};

async function describeComplaint(turn: Turn, complaint: Complaint): Promise<Styled> {
  const { t } = turn;
  const { code, name, at, text, draft } = complaint;
  const contest = await contestOf(turn);
  return stack([
    t('complaint.whole', { code, name, about: whatAbout(turn, complaint), at: t.moment(at), text }),
    draft && t('complaint.draftSoFar', { by: await nameOf(turn, contest, draft.by), draft: draft.text }),
  ]);
}

/** `/traloi` offers what is open; `/traloi KN-01 …` begins with the answer, if one is there. */
export async function beginAnswering(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'answerComplaint');
  const [typed, written] = codeAndText(args);
  if (!typed) return offerOpen(turn);
  const number = readComplaintCode(typed);
  if (number === null) throw new Refusal('complaint.badCode', { typed, example: complaintCode(1) });
  const { complaint, decides } = await mayAnswer(turn, contest, number);
  const isAnswer = written.length >= LENGTH[0] && written.length <= LENGTH[1];
  await beginForm(
    turn,
    answerForm,
    {
      number,
      decides,
      ...(complaint.draft && { draft: complaint.draft.text }),
      ...(isAnswer && { answer: written }),
    },
    // What is answered is read first, also by who has his answer ready.
    isAnswer ? { first: await describeComplaint(turn, complaint) } : {},
  );
}

/** `kn 1 Đã xem lại` → `kn 1`, `Đã xem lại`. */
function codeAndText(args: string): [typed: string, written: string] {
  const said = tidy(args);
  const [, typed, written = ''] = /^((?:kn)?[\s\-–._]*\d+)(?:\s+(.*))?$/i.exec(said) ?? [];
  return typed === undefined ? [said.split(' ')[0] ?? '', ''] : [typed, written];
}

async function offerOpen(turn: Turn): Promise<void> {
  const open = await openComplaints(turn, await contestOf(turn));
  if (open.length === 0) throw new Refusal('complaint.noneOpen');
  turn.say(
    stack([turn.t('complaint.which'), describeOpen(turn, open)]),
    open.slice(0, MOST_OFFERS).map(({ code }) => ({ label: code, says: `/traloi ${code}` })),
  );
}

const MOST_OFFERS = 10;

/** The complaints that wait, each on a line. */
export const describeOpen = (turn: Turn, open: readonly Complaint[]): Styled =>
  stack(
    open.map((complaint) => {
      const { t } = turn;
      const { code, name, dueAt, at, state } = complaint;
      const about = { code, name, about: whatAbout(turn, complaint) };
      if (state === 'drafted') return t('complaint.openLineDrafted', about);
      return dueAt
        ? t('complaint.openLine', { ...about, due: t.moment(dueAt) })
        : t('complaint.openLineNoDue', { ...about, at: t.moment(at) });
    }),
    '\n',
  );
