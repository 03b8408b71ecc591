import { z } from 'zod';
import { decideProposal, mayApprove, type Verdict } from '../actions/approveResult.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { describeUnreached } from '../actions/missed.js';
import { personNow } from '../actions/people.js';
import { may } from '../actions/permissions.js';
import { latestResult, outcomeOf } from '../actions/publishResults.js';
import { nameOf } from '../actions/roles.js';
import { describeMissing } from '../actions/shortOfSheets.js';
import { actorsReached } from '../actions/tellActors.js';
import type { Styled } from '../chat.js';
import { readDate } from '../domain/answers.js';
import { contestZone } from '../domain/dates.js';
import { Refusal } from '../domain/refusal.js';
import { tidy } from '../domain/text.js';
import type { DecisionPaper, PersonId, Proposal } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import { stack } from '../words.js';
import { today } from './exampleDays.js';
import { Again, type Answers, beginForm, type Form, type Step } from './form.js';
import { describeMoney } from './moneyWords.js';
import { describeCorrection, describeOutcome, describePaper } from './resultWords.js';
import { choiceStep, needDocumentNumber, textStep } from './steps.js';

/** `/pheduyet`: the chair sees what is proposed, and approves it by a numbered paper or returns it. */

const RETURN = 'return';
const APPROVE = 'approve';
const LONGEST_NUMBER = 60;

const paper = z.strictObject({ number: z.string(), day: z.string() });

const decisionStep: Step = {
  name: 'decision',
  label: 'approve.decisionLabel',
  answer: z.union([z.literal(RETURN), paper]),
  ask: async (turn) => ({
    text: stack([await describeProposal(turn), turn.t('approve.decisionAsk', { day: today(turn) })]),
    choices: bothWays(turn),
  }),
  askShort: (turn) => ({
    text: turn.t('approve.decisionAsk', { day: today(turn) }),
    choices: bothWays(turn),
  }),
  read: (turn, input) => {
    if (input.says === RETURN) return RETURN;
    if (input.says === APPROVE) return new Again({ text: turn.t('approve.paperAsk', { day: today(turn) }) });
    return readPaper(turn, input.text);
  },
};

/** A refusal that is offered alone would be pressed by whoever is in a hurry. */
const bothWays = ({ t }: Turn): Offer[] => [
  { label: t.plain('approve.approve'), says: APPROVE },
  { label: t.plain('approve.return'), says: RETURN },
];

export const approve: Form = {
  name: 'approve',
  version: 1,
  title: 'approve.title',
  steps: [
    decisionStep,
    textStep({
      name: 'reason',
      label: 'approve.reasonLabel',
      when: ({ decision }) => decision === RETURN,
      length: [5, 500],
      ask: ({ t }) => t('approve.reasonAsk'),
    }),
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: ({ t }, answers) => {
        const { number, verdict } = decidedIn(answers);
        return verdict.kind === 'approved'
          ? t('approve.sureApprove', { number, paper: describePaper(t, verdict.paper) })
          : t('approve.sureReturn', { number, reason: verdict.reason });
      },
      offers: { yes: (t) => t.plain('approve.yes'), no: (t) => t.plain('approve.no') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    const { number, verdict } = decidedIn(answers);
    if (answers.sure !== 'yes') return turn.say(t('approve.left', { number }));
    const contest = await contestOf(turn);
    const { by } = await decideProposal(turn, contest, number, verdict);
    const about = { number, at: t.moment(turn.now) };
    if (verdict.kind === 'returned')
      return turn.say(stack([t('approve.returned', about), await heard(turn, contest, by)], ' '));
    const withPaper = { ...about, paper: describePaper(t, verdict.paper) };
    const canPublish = await may(turn, contest, 'publishResult');
    const isReached = await actorsReached(turn, contest, 'publishResult');
    turn.say(
      stack([
        canPublish ? t('approve.doneOwn', withPaper) : t('approve.done', withPaper),
        !isReached && t('told.nobodyNext'),
      ]),
    );
  },
};

/** Has who proposed heard that it was returned, or has he to be called? */
async function heard(turn: Turn, contest: Contest, by: PersonId): Promise<Styled> {
  const proposer = await personNow(turn, by);
  if (proposer === turn.person) return turn.t('approve.returnedOwn');
  return (await describeUnreached(turn, contest, [proposer])) ?? turn.t('approve.returnedHeard');
}

const decided = z.object({
  number: z.number(),
  decision: decisionStep.answer,
  reason: z.string().optional(),
});

function decidedIn(answers: Answers): { number: number; verdict: Verdict } {
  const { number, decision, reason = '' } = decided.parse(answers);
  const approved = paper.safeParse(decision);
  return {
    number,
    verdict: approved.success ? { kind: 'approved', paper: approved.data } : { kind: 'returned', reason },
  };
}

async function describeProposal(turn: Turn): Promise<Styled> {
  const { t } = turn;
  const contest = await contestOf(turn);
  const proposal = await mayApprove(turn, contest);
  const { number, by, at, remark } = proposal;
  return stack([
    t('approve.preview', { number, by: await nameOf(turn, contest, by), at: t.moment(at) }),
    remark !== null && t('approve.remark', { remark }),
    await correction(turn, contest, proposal),
    describeOutcome(t, contest, outcomeOf(proposal)),
    await describeMissing(turn, contest, { lock: proposal.lock, ranking: outcomeOf(proposal).ranking }),
    describeMoney(t, contest, outcomeOf(proposal)),
  ]);
}

async function correction(
  turn: Turn,
  contest: Contest,
  { why, ...proposal }: Proposal,
): Promise<Styled | null> {
  const published = await latestResult(turn, contest);
  if (!published) return null;
  return describeCorrection(turn.t, contest, {
    before: outcomeOf(published),
    after: outcomeOf(proposal),
    why,
  });
}

/** `15/QĐ-BTC 20/10/2026`, `số 15/QĐ-BTC, ngày 20/10/2026`: what reads as a day at the end, the number before it. */
function readPaper(turn: Turn, text: string): DecisionPaper {
  const words = tidy(text)
    .replace(/^(?:văn bản |quyết định |qđ )?số /i, '')
    .split(' ');
  const day = today(turn);
  for (let length = 0; length < words.length; length += 1) {
    const read = readDate(words.slice(length).join(' '), turn.now, contestZone);
    if (!read) continue;
    const number = words.slice(0, length).join(' ').replace(/[,;]$/, '');
    if (!number) throw new Refusal('approve.paperIsDate', { day });
    needDocumentNumber(number);
    if (number.length > LONGEST_NUMBER)
      throw new Refusal('approve.paperTooLong', { longest: LONGEST_NUMBER, day });
    const at = new Date(`${read}T00:00:00+07:00`);
    if (at > turn.now) throw new Refusal('approve.dayAhead', { day: turn.t.day(at) });
    return { number, day: read };
  }
  throw new Refusal('approve.paperNoDay', { number: words.join(' ').slice(0, LONGEST_NUMBER), day });
}

/** `/pheduyet`; `/pheduyet 15/QĐ-BTC 20/10/2026` too, since the list is shown before anything is asked. */
export async function beginApproving(turn: Turn, typed: string): Promise<void> {
  const { number } = await mayApprove(turn, await contestOf(turn));
  if (!typed) return beginForm(turn, approve, { number });
  const decision = readPaper(turn, typed);
  await beginForm(turn, approve, { number, decision }, { first: await describeProposal(turn) });
}
