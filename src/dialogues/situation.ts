import { openComplaints } from '../actions/complaints.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { describeSent } from '../actions/describeSent.js';
import { describeSituation } from '../actions/describeSituation.js';
import { describeTrend } from '../actions/digest.js';
import { needRight, rightOf } from '../actions/permissions.js';
import { situationOf } from '../actions/situation.js';
import { describeQuotas } from '../actions/watchQuota.js';
import type { Styled } from '../chat.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { describeOpen } from './answerComplaint.js';
import { Again } from './form.js';
import { describeOpenQuestions } from './questions.js';
import { unitMeant } from './unitMeant.js';

/**
 * `/tinhhinh`: what an organizer wants to know before anything else; a coordinator, of his own units.
 * `/tinhhinh cum binh son`: of that one, where all of them are too many to read.
 */
export async function showSituation(turn: Turn, typed: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'seeSituation');
  const right = await rightOf(turn, contest, 'seeSituation');
  const own = right.kind === 'units' ? right.units : null;
  const meant = typed ? inOne(turn, contest, typed, own ?? [contest.plan.units.root]) : null;
  if (meant instanceof Again) return sayCloser(turn, meant);
  const within = meant === null ? own : [meant];
  const situation = await situationOf(turn, contest, within);
  turn.say(
    stack([
      describeSituation(turn.t, contest, situation, turn.now),
      within === null && (await describeTrend(turn, contest, situation)),
      await describeSent(turn, contest, within),
      within === null && (await complaintsThatWait(turn, contest)),
      within === null && (await describeOpenQuestions(turn, contest)),
      within === null && (await describeQuotas(turn)),
    ]),
  );
}

function inOne(turn: Turn, contest: Contest, typed: string, within: readonly string[]): string | Again {
  const isOffered = within.some((above) => contest.units.isUnder(typed, above));
  return isOffered ? typed : unitMeant(turn, contest, typed, within);
}

function sayCloser(turn: Turn, { question: { text, choices = [] } }: Again): void {
  turn.say(
    text,
    choices.map(({ label, says }) => ({ label, says: `/tinhhinh ${says}` })),
  );
}

async function complaintsThatWait(turn: Turn, contest: Contest): Promise<Styled | null> {
  const open = await openComplaints(turn, contest);
  if (open.length === 0) return null;
  return stack([turn.t('complaint.open', { count: open.length }), describeOpen(turn, open)], '\n');
}
