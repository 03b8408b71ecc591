import { isNight } from '../domain/dates.js';
import { freezeInstant } from '../domain/decisions.js';
import { isStale } from '../domain/engagement.js';
import type { Snapshot } from '../store/documents.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import { allContests, type Contest } from './contest.js';
import { withoutEngagement } from './engagement.js';
import { exampleCode } from './entries.js';
import { once } from './once.js';
import { readablePosts } from './readFacebook.js';
import { recorders } from './recorders.js';
import { tellRole } from './tell.js';

const HOUR_MS = 3_600_000;
/** A number that is older than this at the freeze lacks the last wave of votes. */
const LAST_MINUTES_MS = 2 * 60_000;
/** Whoever was away so long is not told of a freeze that has long passed. */
const OLD_NEWS_MS = 24 * HOUR_MS;

/**
 * An hour before likes and shares are frozen those who record them hear which entries have no number, also at
 * night: what is not read by then can't be read any more. After it they hear what was frozen, by day.
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
    if (since > 0 && since < OLD_NEWS_MS && !isNight(work.now))
      await once(work, contest, `engagement-frozen:${freeze.toISOString()}`, (key) =>
        tellFrozen(work, contest, freeze, key),
      );
  }
}

async function tellSoon(work: Work, contest: Contest, freeze: Date, key: string): Promise<void> {
  const { t, now } = work;
  const { missing, counted } = await withoutEngagement(work, contest);
  const stale = staleAmong(counted, now);
  if (missing.length + stale.length === 0) return;
  const text = stack(
    [
      t('engagementAlarm.soon', { contest: contest.plan.shortName, freeze: t.moment(freeze) }),
      missing.length > 0 && t('engagementAlarm.missing', { count: missing.length, codes: codesOf(missing) }),
      stale.length > 0 && t('engagementAlarm.stale', { count: stale.length, codes: stale.join(', ') }),
      t('engagementAlarm.soonHow', { example: await exampleOf(work, contest) }),
    ],
    '\n',
  );
  await tellRole(work, contest, recorders, text, key);
}

async function tellFrozen(work: Work, contest: Contest, freeze: Date, key: string): Promise<void> {
  const { t } = work;
  const { missing, entries, counted } = await withoutEngagement(work, contest);
  if (entries.length === 0) return;
  const unread = await unreadAtLast(work, contest, freeze, counted);
  const stale = staleAmong(counted, freeze);
  const about = { contest: contest.plan.shortName, freeze: t.moment(freeze) };
  const all = t('engagementAlarm.frozenAll', { ...about, count: entries.length });
  const text = stack(
    [
      missing.length === 0 ? all : t('engagementAlarm.frozen', about),
      missing.length > 0 && t('engagementAlarm.missing', { count: missing.length, codes: codesOf(missing) }),
      stale.length > 0 && t('engagementAlarm.stale', { count: stale.length, codes: stale.join(', ') }),
      unread.length > 0 && t('engagementAlarm.unread', { count: unread.length, codes: unread.join(', ') }),
      missing.length > 0 && t('engagementAlarm.frozenHow', { example: await exampleOf(work, contest) }),
    ],
    '\n',
  );
  await tellRole(work, contest, recorders, text, key);
}

/** Of which entries the number that counts was old at that moment. */
const staleAmong = (counted: ReadonlyMap<string, Snapshot>, at: Date): string[] =>
  [...counted.values()]
    .filter((each) => isStale(each, at))
    .map(({ entry }) => entry)
    .sort();

/** What Facebook was asked about, and the newest that counts is not of the last minutes. */
async function unreadAtLast(
  work: Work,
  contest: Contest,
  freeze: Date,
  counted: ReadonlyMap<string, Snapshot>,
): Promise<string[]> {
  if (!work.tools.facebook) return [];
  const posts = await readablePosts(work, contest);
  return [...posts.keys()].filter((code) => {
    const at = counted.get(code)?.at;
    return !at || freeze.getTime() - at.getTime() > LAST_MINUTES_MS;
  });
}

const codesOf = (entries: readonly { code: string }[]): string => entries.map(({ code }) => code).join(', ');

const exampleOf = async (work: Work, contest: Contest): Promise<string> =>
  `/tuongtac ${await exampleCode(work, contest)} 310 120`;
