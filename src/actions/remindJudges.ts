import { hasClosed, type Window } from '../domain/dates.js';
import type { Seat } from '../domain/selection.js';
import type { Work } from '../turn.js';
import { allContests, type Contest } from './contest.js';
import { lockedAt } from './locks.js';
import { judgeProgress } from './recordScore.js';
import { allJudges, judgedRounds } from './seats.js';
import { isOnStage } from './stageClosings.js';
import { tellPerson } from './tell.js';

const DAY_MS = 24 * 3_600_000;

/** A day before a round's judging closes, each judge who still owes sheets is told which, once. */
export async function remindJudges(work: Work): Promise<void> {
  for (const contest of await allContests(work))
    for (const { round, window } of judgedRounds(contest)) {
      if (isOnStage(contest, { round })) continue;
      const { closes } = window;
      if (hasClosed(window, work.now) || closes.getTime() - work.now.getTime() > DAY_MS) continue;
      const mark = `${round ?? 'judging'}-reminder:${closes.toISOString().replaceAll('.', '_')}`;
      if (mark in contest.done) continue;
      for (const { person, seats } of await allJudges(work, contest))
        for (const seat of seats)
          if (seat.round === round) await remind(work, contest, { person, seat, window });
      work.afterwards(async () => {
        await work.store.contests.updateOne({ _id: contest.id }, { $set: { [`done.${mark}`]: work.now } });
      });
    }
}

async function remind(
  work: Work,
  contest: Contest,
  { person, seat, window: { closes } }: { person: string; seat: Seat; window: Window },
): Promise<void> {
  const { t } = work;
  const { entries, scored, next } = await judgeProgress(work, contest, { judge: person, seat });
  if (!next || (await lockedAt(work, contest, seat))) return;
  const codes = entries.filter(({ code }) => !scored.has(code)).map(({ code }) => code);
  const where = seat.round === null ? '' : `/${seat.unit}`;
  await tellPerson(
    work,
    person,
    t('tick.judgingSoon', {
      closes: t.moment(closes),
      scored: scored.size,
      count: entries.length,
      left: codes.length,
      codes: codes.join(', '),
      next: next.code,
    }),
    `reminder/${contest.id}/${person}/${closes.toISOString()}/24h${where}`,
  );
}
