import { freezeInstant } from '../domain/decisions.js';
import { isStale } from '../domain/engagement.js';
import type { RoleName } from '../domain/roles.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import { allContests, type Contest } from './contest.js';
import { withoutEngagement } from './engagement.js';
import { exampleCode } from './entries.js';
import { once } from './once.js';
import { tellRole } from './tell.js';

/** Those who write the numbers down, and who is answerable for them. */
export const recorders: readonly RoleName[] = ['organizer', 'standing_agency', 'secretary', 'support_staff'];

const HOUR_MS = 3_600_000;
/** Whoever was away so long is not told of a freeze that has long passed. */
const OLD_NEWS_MS = 24 * HOUR_MS;

/**
 * An hour before likes and shares are frozen, and right after it, those who record them hear which entries
 * have no number, also at night: what is not read by then can't be read any more.
 */
export async function watchFreeze(work: Work): Promise<void> {
  for (const contest of await allContests(work)) {
    const freeze = freezeInstant(contest.plan);
    if (freeze === null) continue;
    const since = work.now.getTime() - freeze.getTime();
    if (since <= 0 && since >= -HOUR_MS)
      await once(work, contest, `engagement-soon:${freeze.toISOString()}`, (key) =>
        tellSoon(work, contest, freeze, key),
      );
    if (since > 0 && since < OLD_NEWS_MS)
      await once(work, contest, `engagement-frozen:${freeze.toISOString()}`, (key) =>
        tellFrozen(work, contest, freeze, key),
      );
  }
}

async function tellSoon(work: Work, contest: Contest, freeze: Date, key: string): Promise<void> {
  const { t, now } = work;
  const { missing, counted } = await withoutEngagement(work, contest);
  const stale = [...counted.values()].filter((each) => isStale(each, now)).map(({ entry }) => entry);
  if (missing.length + stale.length === 0) return;
  const text = stack(
    [
      t('engagementAlarm.soon', { contest: contest.plan.shortName, freeze: t.moment(freeze) }),
      missing.length > 0 && t('engagementAlarm.missing', { count: missing.length, codes: codesOf(missing) }),
      stale.length > 0 && t('engagementAlarm.stale', { count: stale.length, codes: stale.sort().join(', ') }),
      t('engagementAlarm.soonHow', { example: await exampleOf(work, contest) }),
    ],
    '\n',
  );
  await tellRole(work, contest, recorders, text, key);
}

async function tellFrozen(work: Work, contest: Contest, freeze: Date, key: string): Promise<void> {
  const { t } = work;
  const { missing, entries } = await withoutEngagement(work, contest);
  if (entries.length === 0) return;
  const about = { contest: contest.plan.shortName, freeze: t.moment(freeze) };
  const text =
    missing.length === 0
      ? t('engagementAlarm.frozenAll', { ...about, count: entries.length })
      : stack(
          [
            t('engagementAlarm.frozen', about),
            t('engagementAlarm.missing', { count: missing.length, codes: codesOf(missing) }),
            t('engagementAlarm.frozenHow', { example: await exampleOf(work, contest) }),
          ],
          '\n',
        );
  await tellRole(work, contest, recorders, text, key);
}

const codesOf = (entries: readonly { code: string }[]): string => entries.map(({ code }) => code).join(', ');

const exampleOf = async (work: Work, contest: Contest): Promise<string> =>
  `/tuongtac ${await exampleCode(work, contest)} 310 120`;
