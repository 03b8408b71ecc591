import { openComplaints } from '../actions/complaints.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { describeSent } from '../actions/describeSent.js';
import { describeSituation } from '../actions/describeSituation.js';
import { needRight, rightOf } from '../actions/permissions.js';
import { situationOf } from '../actions/situation.js';
import type { Styled } from '../chat.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { describeOpen } from './answerComplaint.js';

/** `/tinhhinh`: what an organizer wants to know before anything else; a coordinator, of his own units. */
export async function showSituation(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'seeSituation');
  const right = await rightOf(turn, contest, 'seeSituation');
  const within = right.kind === 'units' ? right.units : null;
  turn.say(
    stack([
      describeSituation(turn.t, contest, await situationOf(turn, contest, within), turn.now),
      await describeSent(turn, contest, within),
      within === null && (await complaintsThatWait(turn, contest)),
    ]),
  );
}

async function complaintsThatWait(turn: Turn, contest: Contest): Promise<Styled | null> {
  const open = await openComplaints(turn, contest);
  if (open.length === 0) return null;
  return stack([turn.t('complaint.open', { count: open.length }), describeOpen(turn, open)], '\n');
}
