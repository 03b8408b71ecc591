import { hasClosed } from '../domain/dates.js';
import type { Work } from '../turn.js';
import { allContests } from './contest.js';
import { judgeProgress } from './recordScore.js';
import { situationOf } from './situation.js';
import { tellPerson } from './tell.js';

const DAY_MS = 24 * 3_600_000;

/** A day before the judging closes, each judge who still owes sheets is told which, once. */
export async function remindJudges(work: Work): Promise<void> {
  for (const contest of await allContests(work)) {
    const { judging } = contest.windows;
    if (!judging || hasClosed(judging, work.now)) continue;
    const { closes } = judging;
    if (closes.getTime() - work.now.getTime() > DAY_MS) continue;
    const mark = `judging-reminder:${closes.toISOString().replaceAll('.', '_')}`;
    if (mark in contest.done) continue;
    const { t } = work;
    const { judges } = await situationOf(work, contest);
    for (const { person, scored, count } of judges) {
      if (scored >= count) continue;
      const { entries, scored: done, next } = await judgeProgress(work, contest, person);
      const codes = entries.filter(({ code }) => !done.has(code)).map(({ code }) => code);
      await tellPerson(
        work,
        person,
        t('tick.judgingSoon', {
          closes: t.moment(closes),
          scored,
          count,
          left: codes.length,
          codes: codes.join(', '),
          next: next?.code ?? '',
        }),
        `reminder/${contest.id}/${person}/${closes.toISOString()}/24h`,
      );
    }
    work.afterwards(async () => {
      await work.store.contests.updateOne({ _id: contest.id }, { $set: { [`done.${mark}`]: work.now } });
    });
  }
}
