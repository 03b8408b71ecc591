import { entryCode } from '../domain/answers.js';
import { hasClosed, hasOpened } from '../domain/dates.js';
import { Refusal } from '../domain/refusal.js';
import type { Registration, StoredEntry, Video } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import { type Contest, intakeOf, needWindow } from './contest.js';
import { entryName } from './entries.js';
import { hasConsented } from './giveConsent.js';
import { registrationOf, senderName } from './registrations.js';

export type Submitted = { entry: StoredEntry; used: number; quota: number | null };

/** Refuses what comes outside the submission window, by the clock at arrival. */
export function needOpenSubmission(turn: Turn, contest: Contest): void {
  const window = needWindow(contest, 'submission');
  const { t, now } = turn;
  if (window.opens && !hasOpened(window, now))
    throw new Refusal('submit.notYet', { opens: t.moment(window.opens), closes: t.moment(window.closes) });
  if (hasClosed(window, now)) throw new Refusal('submit.closed', { closes: t.moment(window.closes) });
}

/** Refuses early what `submitEntry` would refuse at the end; answers whose entry it will be. */
export async function maySubmit(turn: Turn, contest: Contest): Promise<Registration> {
  needOpenSubmission(turn, contest);
  const registration = await registrationOf(turn, contest);
  if (!registration) throw new Refusal('submit.notRegistered');
  if (!(await hasConsented(turn, contest))) throw new Refusal('consent.needed');
  await freeSlots(turn, contest, registration);
  return registration;
}

/**
 * Takes an entry in. Its number and its slot in the sender's quota are unique keys: in a rush for the last
 * slot exactly one insert succeeds, and the others look again.
 */
export async function submitEntry(
  turn: Turn,
  contest: Contest,
  given: { title: string; video: Video },
): Promise<Submitted> {
  const { entries } = turn.store;
  const _id = `${contest.id}/${turn.id}`;
  const before = await entries.findById(_id).lean<StoredEntry>();
  if (before) return withUse(turn, contest, before);

  needOpenSubmission(turn, contest);
  const registration = await registrationOf(turn, contest);
  if (!registration) throw new Refusal('submit.notRegistered');
  if (!(await hasConsented(turn, contest))) throw new Refusal('consent.needed');
  for (;;) {
    const [slot] = await freeSlots(turn, contest, registration);
    const newest = await entries.findOne({ contest: contest.id }, { number: 1 }).sort({ number: -1 }).lean();
    const number = (newest?.number ?? 0) + 1;
    const entry: StoredEntry = {
      _id,
      contest: contest.id,
      number,
      code: entryCode(contest.plan.codePrefix, number),
      person: turn.person,
      unit: registration.unit,
      sender: registration.sender,
      team: registration.team,
      slot: slot ?? null,
      state: 'submitted',
      ...given,
      versions: [{ ...given, at: turn.now, turn: turn.id }],
      submittedAt: turn.now,
      withdrawnAt: null,
      turn: turn.id,
    };
    try {
      await entries.create(entry);
      return withUse(turn, contest, entry);
    } catch (error) {
      // Somebody took the slot or the number a moment ago.
      if (!isDuplicate(error, 'slot') && !isDuplicate(error, 'number')) throw error;
    }
  }
}

async function withUse(turn: Turn, contest: Contest, entry: StoredEntry): Promise<Submitted> {
  const used = await turn.store.entries.countDocuments({
    contest: contest.id,
    sender: entry.sender,
    state: 'submitted',
  });
  return { entry, used, quota: intakeOf(contest).quota };
}

/** The slots that the sender has left; refuses with the names of what fills them when there is none. */
async function freeSlots(
  turn: Turn,
  contest: Contest,
  registration: Registration,
): Promise<(string | null)[]> {
  const { sender } = registration;
  const { quota } = intakeOf(contest);
  if (quota === null) return [null];
  const live = await turn.store.entries
    .find({ contest: contest.id, sender, state: 'submitted' })
    .sort({ number: 1 })
    .lean<StoredEntry[]>();
  const slots = Array.from({ length: quota }, (_, index) => `${contest.id}/${sender}/${index + 1}`);
  const free = slots.filter((slot) => !live.some((entry) => entry.slot === slot));
  if (free.length === 0)
    throw new Refusal('submit.quotaFull', {
      command: `/rutbai ${(live.find(({ person }) => person === registration.person) ?? live[0])?.code ?? ''}`,
      sender: senderName(contest, sender),
      quota,
      entries: live.map((entry) => `${entryName(entry)} (${entry.team})`).join('; '),
    });
  return free;
}
