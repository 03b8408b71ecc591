import { isNight } from '../domain/dates.js';
import type { StoredAssignment } from '../store/documents.js';
import type { Work } from '../turn.js';
import { assignmentNow } from './assignments.js';
import { allContests, type Contest } from './contest.js';
import { tellPerson } from './tell.js';

/** Who is given more entries than he was last told of hears which. Only while the final is judged, and by day. */
export async function tellAssignments(work: Work): Promise<void> {
  for (const contest of await allContests(work)) {
    const now = await assignmentNow(work, contest);
    if (now && now.told === null && !isNight(work.now)) await tellGained(work, contest, now);
  }
}

async function tellGained(work: Work, contest: Contest, now: StoredAssignment): Promise<void> {
  const { t, store } = work;
  const before = await store.assignments
    .findOne({ contest: contest.id, told: { $ne: null }, number: { $lt: now.number } })
    .sort({ number: -1 })
    .lean<StoredAssignment>();
  for (const { judge, entries } of now.judges) {
    const known = new Set(
      (before?.judges ?? []).flatMap((each) => (each.judge === judge ? each.entries : [])),
    );
    const gained = entries.filter((code) => !known.has(code));
    const [next] = gained;
    if (!next) continue;
    const about = { contest: contest.plan.shortName, codes: gained.join(', '), count: gained.length, next };
    await tellPerson(work, judge, t('tick.assigned', about), `assigned/${now._id}/${judge}`);
  }
  work.afterwards(async () => {
    await store.assignments.updateMany(
      { contest: contest.id, number: { $lte: now.number }, told: null },
      { $set: { told: work.now } },
    );
  });
}
