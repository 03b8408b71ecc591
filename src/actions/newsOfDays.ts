import type { Styled } from '../chat.js';
import { isEvent } from '../domain/concerns.js';
import { beginsDay, dayOf, startOfDay } from '../domain/dates.js';
import { type DroppedNews, isDigestTime, isRunning, type MorningNews } from '../domain/digest.js';
import { isOfMorning, isOneDay, momentOf, type News, newsOf } from '../domain/news.js';
import { graceOf } from '../domain/plan.js';
import type { RoleName } from '../domain/roles.js';
import type { Digest } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Words } from '../words.js';
import type { Contest } from './contest.js';
import { submissionCloses } from './extendUnit.js';
import { nameOfWindow } from './moveDate.js';
import { droppedIn } from './once.js';
import { capital, unitName } from './registrations.js';

/** What is older is not told any more. */
export const STALE_MS = 24 * 3_600_000;

/** Who runs a contest from day to day, and reads its digest every morning. */
export const daily: RoleName[] = ['organizer', 'standing_agency', 'secretary'];

/** What begins and ends in this contest; of a unit's extensions the last one. */
export const newsIn = (contest: Contest): News[] =>
  newsOf(contest, graceOf(contest.plan)).filter(
    ({ unit, window: { closes } }) =>
      unit === null || (submissionCloses(contest, unit) ?? closes).getTime() <= closes.getTime(),
  );

/** Of these news those which today's digest brings: what it has written down, or all of the morning before it has. */
export async function leftToDigest({ store, now }: Work, contest: Contest): Promise<(news: News) => boolean> {
  const today = await store.digests
    .findOne({ contest: contest.id, day: dayOf(now) }, { counts: 1 })
    .lean<Pick<Digest, 'counts'>>();
  if (today) {
    const { news: written = [] } = today.counts;
    return (news) => written.some((each) => isSame(each, morningNews(news)));
  }
  const isToCome = isRunning(contest.windows, now);
  return (news) => isToCome && isOfMorning(news);
}

/** What was left to the digest of this moment, since the last one that was told; what was dropped it names as that. */
export async function newsFor(
  { store, now }: Work,
  contest: Contest,
  before: Pick<Digest, 'at'> | null,
): Promise<MorningNews[]> {
  if (!isDigestTime(now)) return [];
  // A digest that was written and never told has told nothing of its own news.
  const told = await store.digests
    .findOne({ contest: contest.id, day: { $lt: dayOf(now) }, told: { $ne: null } }, { at: 1 })
    .sort({ day: -1 })
    .lean<Pick<Digest, 'at'>>();
  const since = told?.at ?? startOfDay(before?.at ?? now);
  const dropped = droppedIn(contest);
  return newsIn(contest)
    .filter((news) => isOfMorning(news) && news.tellAt >= since && news.tellAt <= now)
    .map(morningNews)
    .filter((news) => !dropped.some((each) => isSame(each, news)));
}

/** Are they about the same edge of the same window? */
const isSame = (one: DroppedNews, { window, kind, at, unit }: DroppedNews): boolean =>
  one.window === window &&
  one.kind === kind &&
  one.at.getTime() === at.getTime() &&
  (one.unit ?? null) === (unit ?? null);

/** Each in a line, as everybody reads it; what was said in words of its own stays as it is. */
export function linesOf(t: Words, contest: Contest, news: readonly (Styled | MorningNews)[]): Styled[] {
  const today = news.flatMap((each) => (isNews(each) && isAllDay(contest, each) ? [each] : []));
  const [first] = today;
  return news.flatMap((each) => {
    if (!isNews(each)) return [each];
    if (!isAllDay(contest, each)) return [describe(t, contest, each)];
    // What takes place on one day is one sentence, however much it is.
    const names = today.map(({ window }) => nameOfWindow(t, contest.plan, window));
    return each === first ? [t('days.today', { window: names.join('; ') })] : [];
  });
}

export const morningNews = (news: News): MorningNews => ({
  window: news.name,
  kind: news.kind,
  at: momentOf(news),
  unit: news.unit,
});

const isNews = (each: Styled | MorningNews): each is MorningNews => 'window' in each;

/** Does it take place on one day, at no hour that anybody has named? */
function isAllDay({ windows }: Contest, { window: name, kind }: MorningNews): boolean {
  const window = windows[name];
  if (kind === 'over' || !window?.opens || !isEvent(name)) return false;
  return isOneDay(window) && beginsDay(window.opens);
}

function describe(t: Words, contest: Contest, { window: name, kind, at, unit }: MorningNews): Styled {
  const window = nameOfWindow(t, contest.plan, name);
  if (kind === 'over')
    return unit === null
      ? t('days.over', { window, closes: t.moment(at) })
      : t('days.extensionOver', { unit: capital(unitName(contest, unit)), closes: t.moment(at) });
  const days = contest.windows[name];
  return days?.opens && isEvent(name) && isOneDay(days)
    ? t('days.todayFrom', { window, from: t.moment(days.opens) })
    : t('days.begun', { window, closes: t.moment(days?.closes ?? at) });
}
