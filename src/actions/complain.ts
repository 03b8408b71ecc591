import { answerDue, complaintCode } from '../domain/complaints.js';
import { Refusal } from '../domain/refusal.js';
import type { Complaint } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import { closesFor } from './complaints.js';
import type { Contest } from './contest.js';
import { entryByCode } from './entries.js';
import { needRight } from './permissions.js';
import { latestResult } from './publishResults.js';
import { registrationOf } from './registrations.js';
import { nameOf } from './roles.js';
import { tellActors } from './tellActors.js';

/** Refuses who takes no part, and what comes too late. Answers whether there is a result to complain about. */
export async function mayComplain(turn: Turn, contest: Contest): Promise<{ isPublished: boolean }> {
  await needRight(turn, contest, 'complain');
  const result = await latestResult(turn, contest);
  const closes = closesFor(contest, result);
  if (closes && turn.now > closes) throw new Refusal('complaint.closed', { closes: turn.t.moment(closes) });
  const slots = slotsOf(turn, contest);
  const taken = await turn.store.complaints.find({ slot: { $in: slots } }, { code: 1 }).lean();
  if (taken.length === slots.length) throw tooMany(taken);
  return { isPublished: result !== null };
}

/** So many complaints of one person may wait for an answer at once. */
const MOST_OPEN = 3;

const slotsOf = ({ person }: Turn, { id }: Contest): string[] =>
  Array.from({ length: MOST_OPEN }, (_, index) => `${id}/${person}/${index + 1}`);

const tooMany = (open: readonly { code: string }[]): Refusal =>
  new Refusal('complaint.tooMany', {
    count: open.length,
    codes: open
      .map(({ code }) => code)
      .sort()
      .join(', '),
  });

/** The complaint gets a number and a deadline, and who answers complaints hears of it. */
export async function complain(
  turn: Turn,
  contest: Contest,
  about: Pick<Complaint, 'about' | 'text'>,
): Promise<Complaint> {
  const own = await turn.store.complaints.findById(`${contest.id}/${turn.id}`).lean<Complaint>();
  const complaint = own ?? (await keep(turn, contest, about));
  const { code, name, text } = complaint;
  await tellActors(
    turn,
    contest,
    'answerComplaint',
    turn.t('complaint.told', {
      contest: contest.plan.shortName,
      code,
      name,
      about: whatAbout(turn, complaint),
      text,
    }),
    `complaint/${contest.id}/${code}/made`,
  );
  return complaint;
}

/** "bài QN-07", "kết quả". */
export const whatAbout = ({ t }: Turn, { about }: Pick<Complaint, 'about'>): string =>
  about === null ? t.plain('complaint.aboutResult') : t.plain('complaint.aboutEntry', { code: about });

async function keep(
  turn: Turn,
  contest: Contest,
  { about, text }: Pick<Complaint, 'about' | 'text'>,
): Promise<Complaint> {
  const { isPublished } = await mayComplain(turn, contest);
  if (about === null && !isPublished) throw new Refusal('complaint.noResult');
  if (about !== null) await entryByCode(turn, contest, about, { any: true });
  const { complaints } = turn.store;
  const name = await knownAs(turn, contest);
  const slots = slotsOf(turn, contest);
  for (;;) {
    const [slot] = slots;
    if (slot === undefined)
      throw tooMany(await complaints.find({ slot: { $in: slotsOf(turn, contest) } }, { code: 1 }).lean());
    const newest = await complaints
      .findOne({ contest: contest.id }, { number: 1 })
      .sort({ number: -1 })
      .lean();
    const number = (newest?.number ?? 0) + 1;
    const complaint: Complaint = {
      _id: `${contest.id}/${turn.id}`,
      contest: contest.id,
      number,
      code: complaintCode(number),
      person: turn.person,
      slot,
      name,
      about,
      text,
      at: turn.now,
      dueAt: answerDue(contest.plan, turn.now),
      state: 'open',
      draft: null,
      answer: null,
    };
    try {
      await complaints.create(complaint);
      return complaint;
    } catch (error) {
      if (isDuplicate(error, 'openSlot')) slots.shift();
      // Somebody took the number a moment ago.
      else if (!isDuplicate(error, 'number')) throw error;
    }
  }
}

/** As the committee knows him: "Trần Bình, Tổ Hành Thuận". */
async function knownAs(turn: Turn, contest: Contest): Promise<string> {
  const team = await registrationOf(turn, contest);
  return team ? `${team.contact}, ${team.team}` : nameOf(turn, contest, turn.person);
}
