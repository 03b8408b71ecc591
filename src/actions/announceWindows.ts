import type { Styled } from '../chat.js';
import { hasClosed, isNight, isOpen, type Window } from '../domain/dates.js';
import type { DroppedNews } from '../domain/digest.js';
import { inBotOf } from '../domain/inBotVotes.js';
import { selectionOf } from '../domain/selection.js';
import { finalWindow } from '../domain/stage.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import { announceDays } from './announceDays.js';
import { registeredPeople } from './concerned.js';
import { allContests, type Contest } from './contest.js';
import { admittedEntries } from './entries.js';
import { STALE_MS } from './newsOfDays.js';
import { drop, isDone, once } from './once.js';
import { lacksRubric } from './openDecisions.js';
import { postingsOf } from './postEntry.js';
import { judgeProgress } from './recordScore.js';
import { allJudges, judgedRounds } from './seats.js';
import { isOnStage } from './stageClosings.js';
import { tellGroups, tellPerson } from './tell.js';
import { tellMany } from './tellMany.js';

/**
 * The submission opens and closes by itself, and so do the vote and the judging; those concerned are told once. What
 * happens at night is told in the morning.
 */
export async function announceWindows(work: Work): Promise<void> {
  for (const contest of await allContests(work)) {
    await tellSubmission(work, contest);
    // On a stage each part is opened by hand, and its judges hear it then.
    for (const { round, window } of isNight(work.now) ? [] : judgedRounds(contest))
      if (!isOnStage(contest, { round }) && window.opens && isOpen(window, work.now)) {
        const name = nameOfRound(contest, round);
        const news: News = {
          what: `${round ?? 'judging'}-opened`,
          window: name,
          kind: 'begun',
          at: window.opens,
        };
        await tellNews(work, contest, news, (key) => tellJudging(work, contest, { round, window }, key));
      }
    await tellVoting(work, contest);
    await announceDays(work, contest);
  }
}

async function tellSubmission(work: Work, contest: Contest): Promise<void> {
  const window = 'submission';
  const { submission } = contest.windows;
  if (!submission) return;
  const { opens } = submission;
  if (opens && isOpen(submission, work.now) && !isNight(work.now))
    await tellNews(work, contest, { what: 'opened', window, kind: 'begun', at: opens }, (key) =>
      tellOpened(work, contest, submission, key),
    );
}

const nameOfRound = ({ plan }: Contest, round: string | null): string =>
  (round === null ? null : selectionOf(plan)?.round.window) ?? finalWindow(plan);

/** Teams and groups hear when people vote, since they are who brings the votes; in the morning. */
async function tellVoting(work: Work, contest: Contest): Promise<void> {
  const { t, now } = work;
  const window = 'voting';
  const { voting } = contest.windows;
  if (!voting || isNight(now)) return;
  const { opens, closes } = voting;
  const about = { contest: contest.plan.shortName, closes: t.moment(closes) };
  const opened: News | null =
    opens && isOpen(voting, now) ? { what: 'voting-opened', window, kind: 'begun', at: opens } : null;
  const isOwed = opened !== null && !isDone(contest, markOf(opened));
  const since = isOwed ? await votableSince(work, contest, opened.at) : null;
  if (opened && since)
    await tellNews(work, contest, { ...opened, since }, async (key) => {
      const text = stack([t('tick.votingOpened', about), await whereToVote(work, contest)]);
      await tellGroups(work, contest, 'announcements', text, key);
      const people = (await admittedEntries(work, contest)).map(({ person }) => person);
      await tellMany(work, new Map(people.map((person) => [person, text])), { key });
    });
  if (hasClosed(voting, now))
    await tellNews(
      work,
      contest,
      { what: 'voting-closed', window, kind: 'over', at: closes },
      async (key) => {
        await tellGroups(work, contest, 'announcements', t('tick.votingClosed', about), key);
      },
    );
}

/** So many addresses still are a message for a phone. */
const MOST_LINKS = 10;

/** Here, and where entries are posted, at their addresses. */
async function whereToVote(work: Work, contest: Contest): Promise<Styled> {
  const { t } = work;
  const posted = await postingsOf(work, contest);
  const links = (await admittedEntries(work, contest)).flatMap(({ code, team }) => {
    const url = posted.get(code)?.url;
    return url === undefined ? [] : [t('tick.votingLink', { code, team, url })];
  });
  const more = links.length - MOST_LINKS;
  return stack([
    inBotOf(contest.plan) !== null && t('tick.votingHere'),
    links.length > 0 &&
      stack(
        [
          t('tick.votingAt'),
          ...links.slice(0, MOST_LINKS),
          more > 0 && t('tick.votingMore', { count: more }),
        ],
        '\n',
      ),
  ]);
}

/** Since when there is something to vote for: where entries are posted, since the first was; `null`: not yet. */
async function votableSince(work: Work, contest: Contest, opens: Date): Promise<Date | null> {
  if (!contest.windows.posting || inBotOf(contest.plan)) return opens;
  const first = await work.store.postings.findOne({ contest: contest.id }, { at: 1 }).sort({ at: 1 }).lean();
  if (!first) return null;
  return first.at > opens ? first.at : opens;
}

async function tellOpened(work: Work, contest: Contest, { closes }: Window, key: string): Promise<void> {
  const { t } = work;
  const people = await registeredPeople(work, contest);
  const text = t('tick.opened', { contest: contest.plan.shortName, closes: t.moment(closes) });
  await tellGroups(work, contest, 'announcements', text, key);
  await tellMany(work, new Map(people.map((person) => [person, text])), { key });
}

/** Judges can begin: each is told once, with how many entries wait for him and by which word to begin. */
async function tellJudging(
  work: Work,
  contest: Contest,
  { round, window: { closes } }: { round: string | null; window: Window },
  key: string,
): Promise<void> {
  const { t } = work;
  const isScorable = !lacksRubric(contest, work.now);
  const { shortName } = contest.plan;
  if (round === null)
    await tellGroups(
      work,
      contest,
      'judging',
      t('tick.judgingOpenedGroup', { contest: shortName, closes: t.moment(closes) }),
      key,
    );
  for (const { person, seats } of await allJudges(work, contest))
    for (const seat of seats.filter((each) => each.round === round)) {
      const { entries } = await judgeProgress(work, contest, { judge: person, seat });
      const count = entries.length;
      if (count === 0) continue;
      const about = { contest: shortName, count, closes: t.moment(closes) };
      const text = isScorable ? t('tick.judgingOpened', about) : t('tick.judgingOpenedNoRubric', about);
      await tellPerson(work, person, text, `${key}/${person}${round === null ? '' : `/${seat.unit}`}`);
    }
}

/** What begins or ends. `what`: under which name it is marked as done; `since`: since when it is news, if later. */
type News = DroppedNews & { what: string; since?: Date };

const markOf = ({ what, at }: Pick<News, 'what' | 'at'>): string => `${what}:${at.toISOString()}`;

/** News older than a day is marked as done without being told, and the next digest says so. */
async function tellNews(
  work: Work,
  contest: Contest,
  { what, since, ...dropped }: News,
  tell: (key: string) => Promise<void>,
): Promise<void> {
  const mark = markOf({ what, at: dropped.at });
  if (isDone(contest, mark)) return;
  if (work.now.getTime() - (since ?? dropped.at).getTime() < STALE_MS) await once(work, contest, mark, tell);
  else drop(work, contest, { what: mark, dropped });
}
