import type { Window } from '../domain/dates.js';
import { hasClosed, isOpen } from '../domain/dates.js';
import type { Registration } from '../store/documents.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import { allContests, type Contest } from './contest.js';
import { describeSituation } from './describeSituation.js';
import { situationOf } from './situation.js';
import { tellGroups, tellPerson, tellRole } from './tell.js';

/** News older than this is no news: it is marked as done without being told. */
const STALE_MS = 24 * 3_600_000;

/** The submission opens and closes by itself; those concerned are told once. */
export async function announceWindows(work: Work): Promise<void> {
  for (const contest of await allContests(work)) {
    const { submission } = contest.windows;
    if (!submission) continue;
    if (submission.opens && isOpen(submission, work.now))
      await once(work, contest, `opened:${submission.opens.toISOString()}`, submission.opens, (key) =>
        tellOpened(work, contest, submission, key),
      );
    if (hasClosed(submission, work.now))
      await once(work, contest, `closed:${submission.closes.toISOString()}`, submission.closes, (key) =>
        tellClosed(work, contest, key),
      );
  }
}

async function tellOpened(work: Work, contest: Contest, { closes }: Window, key: string): Promise<void> {
  const { t } = work;
  const registrations = await work.store.registrations
    .find({ contest: contest.id })
    .sort({ _id: 1 })
    .lean<Registration[]>();
  const text = t('tick.opened', { contest: contest.plan.shortName, closes: t.moment(closes) });
  await tellGroups(work, contest, text, key);
  for (const { person } of registrations) await tellPerson(work, person, text, `${key}/${person}`);
  const summary = t('tick.openedOrganizer', { closes: t.moment(closes), registered: registrations.length });
  await tellRole(work, contest, 'organizer', summary, key);
}

async function tellClosed(work: Work, contest: Contest, key: string): Promise<void> {
  const situation = describeSituation(work.t, contest, await situationOf(work, contest), work.now);
  await tellRole(work, contest, 'organizer', stack([work.t('tick.closedOrganizer'), situation]), key);
}

/**
 * The letters are stored before the mark, and each under a key of its own: a crash in between lets the
 * next tick write the same letters again, which adds nothing.
 */
async function once(
  work: Work,
  contest: Contest,
  what: string,
  since: Date,
  tell: (key: string) => Promise<void>,
): Promise<void> {
  // A dot would make a path of it.
  const name = what.replaceAll('.', '_');
  if (name in contest.done) return;
  if (work.now.getTime() - since.getTime() < STALE_MS) await tell(`${contest.id}/${what}`);
  work.afterwards(async () => {
    await work.store.contests.updateOne({ _id: contest.id }, { $set: { [`done.${name}`]: work.now } });
  });
}
