import { isNight } from '../domain/dates.js';
import { isBetween, type Look, stepDue, stepsMissed, untilMorning } from '../domain/reminders/steps.js';
import type { Work } from '../turn.js';
import { allContests, type Contest } from './contest.js';
import { chasesOf } from './debts/chases.js';
import type { Due } from './debts/claims.js';
import type { Chase } from './debts/debt.js';
import { oneRoom } from './reach.js';
import { remindElsewhere } from './remindElsewhere.js';
import { type AllDue, sendReminders } from './sendReminders.js';
import { savingBots } from './watchQuota.js';

/** Under which a contest keeps until when its steps have been taken; and those of whom gets one letter a day. */
const LOOKED = 'reminders-looked';
const LOOKED_AHEAD = 'reminders-ahead';
const DAY_MS = 24 * 3_600_000;

/**
 * Who owes something is reminded of it, at the steps that lie between the last look and now: so what was missed
 * is done once, and what is stale is not done at all, and written down. Only where there is such a step are the
 * debts worked out, from what is true at this moment. At night nothing is done, and the next look reaches back.
 * While a bot saves its messages, the day's first look reaches to the next morning for those who are on it.
 */
export async function remindOwing(work: Work): Promise<void> {
  if (isNight(work.now)) return;
  const means = { room: oneRoom(work), saving: await savingBots(work) };
  await remindElsewhere(work, means);
  const due: AllDue = { now: [], ahead: [], missed: [] };
  for (const contest of await allContests(work))
    try {
      const { now, ahead, missed } = await dueIn(work, contest, means.saving.size > 0);
      due.now.push(...now);
      due.ahead.push(...ahead);
      due.missed.push(...missed);
    } catch (error) {
      // It is looked at again by the next tick, and keeps no other contest waiting.
      work.tools.warn?.(error, `the reminders of ${contest.id} could not be worked out`);
    }
  await sendReminders(work, due, means);
}

async function dueIn(work: Work, contest: Contest, isSaving: boolean): Promise<AllDue> {
  const due: AllDue = { now: [], ahead: [], missed: [] };
  const look = { after: contest.done[LOOKED] ?? contest.createdAt, now: work.now };
  const until = untilMorning(work.now);
  const begins = isSaving && (contest.done[LOOKED_AHEAD] ?? look.after) < until;
  const chasesNow = await chasesDue(work, contest, look, work.now);
  // Whoever gets one letter gets all of the day in it.
  const looksAhead = begins || (isSaving && chasesNow.length > 0);
  const chases = looksAhead ? await chasesDue(work, contest, look, until) : chasesNow;
  for (const chase of chases)
    for (const debt of await chase.debts(work, contest)) {
      const at = (step: { name: string }): Due => ({ contest, chase: chase.id, debt, step: step.name });
      const step = stepDue(debt, look);
      if (step) due.now.push(at(step));
      // What isn't his to do yet he is not asked for ahead.
      const later = looksAhead && debt.since <= work.now ? stepDue(debt, look, until) : null;
      if (later && later !== step) due.ahead.push(at(later));
      due.missed.push(...stepsMissed(debt, look).map(at));
    }
  const marks = {
    // The further back a look reaches, the more it finds that was looked at before.
    ...((chasesNow.length > 0 || work.now.getTime() - look.after.getTime() > DAY_MS) && {
      [LOOKED]: work.now,
    }),
    ...(begins && { [LOOKED_AHEAD]: until }),
  };
  if (Object.keys(marks).length > 0) mark(work, contest, marks);
  return due;
}

/** Those of which a step lies behind the last look and not behind `until`. */
async function chasesDue(work: Work, contest: Contest, look: Look, until: Date): Promise<Chase[]> {
  const due: Chase[] = [];
  for (const chase of chasesOf(contest)) {
    const steps = await chase.steps(work, contest, look);
    if (until > look.now) steps.push(...(await chase.steps(work, contest, { ...look, now: until })));
    if (steps.some((step) => isBetween({ after: look.after, now: until }, step))) due.push(chase);
  }
  return due;
}

/** After the letters are written: what was cut off before is done again, and adds nothing. */
function mark({ store, afterwards }: Work, { id }: Contest, done: Record<string, Date>): void {
  afterwards(async () => {
    const marks = Object.entries(done).map(([name, at]) => [`done.${name}`, at]);
    await store.contests.updateOne({ _id: id }, { $set: Object.fromEntries(marks) });
  });
}
