import { complaintCode } from '../domain/complaints.js';
import { Refusal } from '../domain/refusal.js';
import type { Complaint } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { whatAbout } from './complain.js';
import { complaintByNumber } from './complaints.js';
import type { Contest } from './contest.js';
import { may, needRight } from './permissions.js';
import { tellPerson } from './tell.js';
import { tellActors } from './tellActors.js';

/** The complaint that is to be answered, and whether this person decides about it or only writes the answer. */
export async function mayAnswer(
  turn: Turn,
  contest: Contest,
  number: number,
): Promise<{ complaint: Complaint; decides: boolean }> {
  await needRight(turn, contest, 'answerComplaint');
  const complaint = await complaintByNumber(turn, contest, number);
  if (!complaint) throw new Refusal('complaint.none', { code: complaintCode(number) });
  if (complaint.answer)
    throw new Refusal('complaint.answered', { code: complaint.code, at: turn.t.moment(complaint.answer.at) });
  return { complaint, decides: await may(turn, contest, 'decideComplaint') };
}

/** An answer is written, and whose decision it is hears of it. A later one takes its place. */
export async function draftAnswer(
  turn: Turn,
  contest: Contest,
  number: number,
  text: string,
): Promise<Complaint> {
  const before = await complaintByNumber(turn, contest, number);
  const draft = { text, by: turn.person, at: turn.now, turn: turn.id };
  const drafted =
    before?.draft?.turn === turn.id
      ? before
      : await change(turn, contest, number, { state: 'drafted', draft });
  const told = turn.t('complaint.draftTold', { contest: contest.plan.shortName, code: drafted.code });
  await tellActors(
    turn,
    contest,
    'decideComplaint',
    told,
    `complaint/${contest.id}/${drafted.code}/drafted/${turn.id}`,
  );
  return drafted;
}

/** The complaint is decided, once; who made it is told. */
export async function decideComplaint(
  turn: Turn,
  contest: Contest,
  number: number,
  { text, upheld }: { text: string; upheld: boolean },
): Promise<Complaint> {
  const before = await complaintByNumber(turn, contest, number);
  const answer = { text, upheld, by: turn.person, at: turn.now, turn: turn.id };
  const decided =
    before?.answer?.turn === turn.id
      ? before
      : await change(turn, contest, number, { state: 'answered', answer });
  const { code, person } = decided;
  const about = { contest: contest.plan.shortName, code, about: whatAbout(turn, decided), answer: text };
  const told = upheld ? turn.t('complaint.upheldTold', about) : turn.t('complaint.rejectedTold', about);
  await tellPerson(turn, person, told, `complaint/${contest.id}/${code}/answered`);
  return decided;
}

/** On condition that nobody has decided it meanwhile. */
async function change(
  turn: Turn,
  contest: Contest,
  number: number,
  to: Partial<Complaint>,
): Promise<Complaint> {
  const { complaint, decides } = await mayAnswer(turn, contest, number);
  if (to.state === 'answered' && !decides) await needRight(turn, contest, 'decideComplaint');
  const changed = await turn.store.complaints
    .findOneAndUpdate(
      { _id: complaint._id, state: { $ne: 'answered' } },
      { $set: to, ...(to.state === 'answered' && { $unset: { slot: 1 } }) },
      { returnDocument: 'after' },
    )
    .lean<Complaint>();
  if (!changed)
    throw new Refusal('complaint.answered', { code: complaint.code, at: turn.t.moment(turn.now) });
  return changed;
}
