import { isNight } from '../domain/dates.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import { allContests, type Contest } from './contest.js';
import { once } from './once.js';
import { describeOpenDecisions, openDecisions } from './openDecisions.js';
import { tellRole } from './tell.js';

const DAY_MS = 24 * 3_600_000;
const DAYS_BEFORE = [1, 3, 7];

/**
 * What nobody settled before the vote opens can't be settled afterwards, so the organizers hear of it
 * 7, 3 and 1 days before. What becomes due at night waits for the morning.
 */
export async function remindOrganizers(work: Work): Promise<void> {
  if (isNight(work.now)) return;
  for (const contest of await allContests(work)) {
    const opens = contest.windows.voting?.opens;
    if (!opens || opens <= work.now) continue;
    const left = opens.getTime() - work.now.getTime();
    // Only the nearest: who was away for a week is not told three times.
    const days = DAYS_BEFORE.find((each) => left <= each * DAY_MS);
    if (days === undefined || openDecisions(contest, work.now).length === 0) continue;
    await once(work, contest, `decisions-open:${opens.toISOString()}:${days}`, (key) =>
      remind(work, contest, key),
    );
  }
}

async function remind(work: Work, contest: Contest, key: string): Promise<void> {
  const { t, now } = work;
  const text = stack([t('tick.decisionsOpen'), describeOpenDecisions(t, contest, now)], '\n');
  await tellRole(work, contest, 'organizer', text, key);
}
