import { isNight } from '../domain/dates.js';
import { isBetween, type Look, stepDue } from '../domain/reminders/steps.js';
import type { Work } from '../turn.js';
import { allContests, type Contest } from './contest.js';
import { chasesOf } from './debts/chases.js';
import type { Due } from './debts/claims.js';
import type { Chase } from './debts/debt.js';
import { remindElsewhere } from './remindElsewhere.js';
import { sendReminders } from './sendReminders.js';

/** Under which a contest keeps until when its steps have been taken. */
const LOOKED = 'reminders-looked';
const DAY_MS = 24 * 3_600_000;

/**
 * Who owes something is reminded of it, at the steps that lie between the last look and now: so what was missed
 * is done once, and what is stale is not done at all. Only where there is such a step are the debts worked out,
 * from what is true at this moment. At night nothing is done, and the next look reaches back.
 */
export async function remindOwing(work: Work): Promise<void> {
  if (isNight(work.now)) return;
  await remindElsewhere(work);
  const due: Due[] = [];
  for (const contest of await allContests(work))
    try {
      due.push(...(await dueIn(work, contest)));
    } catch (error) {
      // It is looked at again by the next tick, and keeps no other contest waiting.
      work.tools.warn?.(error, `the reminders of ${contest.id} could not be worked out`);
    }
  await sendReminders(work, due);
}

async function dueIn(work: Work, contest: Contest): Promise<Due[]> {
  const look = { after: contest.done[LOOKED] ?? contest.createdAt, now: work.now };
  const chases = await chasesDue(work, contest, look);
  const due: Due[] = [];
  for (const chase of chases)
    for (const debt of await chase.debts(work, contest)) {
      const step = stepDue(debt, look);
      if (step) due.push({ contest, chase: chase.id, debt, step: step.name });
    }
  // The further back a look reaches, the more it finds that was looked at before.
  if (chases.length > 0 || work.now.getTime() - look.after.getTime() > DAY_MS) markLooked(work, contest);
  return due;
}

async function chasesDue(work: Work, contest: Contest, look: Look): Promise<Chase[]> {
  const due: Chase[] = [];
  for (const chase of chasesOf(contest)) {
    const steps = await chase.steps(work, contest, look);
    if (steps.some((step) => isBetween(look, step))) due.push(chase);
  }
  return due;
}

/** After the letters are written: what was cut off before is done again, and adds nothing. */
function markLooked({ store, now, afterwards }: Work, { id }: Contest): void {
  afterwards(async () => {
    await store.contests.updateOne({ _id: id }, { $set: { [`done.${LOOKED}`]: now } });
  });
}
