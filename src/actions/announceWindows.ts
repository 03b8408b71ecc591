import { hasClosed, isNight, isOpen, type Window } from '../domain/dates.js';
import type { Registration } from '../store/documents.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import { announceDays } from './announceDays.js';
import { allContests, type Contest } from './contest.js';
import { describeSituation } from './describeSituation.js';
import { admittedEntries } from './entries.js';
import { once } from './once.js';
import { lacksRubric } from './openDecisions.js';
import { judgeProgress } from './recordScore.js';
import { allJudges, judgedRounds } from './seats.js';
import { situationOf } from './situation.js';
import { isOnStage } from './stageClosings.js';
import { tellGroups, tellPerson, tellRole } from './tell.js';

const STALE_MS = 24 * 3_600_000;

/** The submission opens and closes by itself, and so does the judging; those concerned are told once. */
export async function announceWindows(work: Work): Promise<void> {
  for (const contest of await allContests(work)) {
    const { submission } = contest.windows;
    if (submission?.opens && isOpen(submission, work.now))
      await news(work, contest, 'opened', submission.opens, (key) =>
        tellOpened(work, contest, submission, key),
      );
    if (submission && hasClosed(submission, work.now))
      await news(work, contest, 'closed', submission.closes, (key) => tellClosed(work, contest, key));
    // On a stage each part is opened by hand, and its judges hear it then.
    for (const { round, window } of judgedRounds(contest))
      if (!isOnStage(contest, { round }) && window.opens && isOpen(window, work.now))
        await news(work, contest, `${round ?? 'judging'}-opened`, window.opens, (key) =>
          tellJudging(work, contest, { round, window }, key),
        );
    await tellVoting(work, contest);
    await announceDays(work, contest);
  }
}

/** Teams and groups hear when people vote, since they are who brings the votes; in the morning. */
async function tellVoting(work: Work, contest: Contest): Promise<void> {
  const { t, now } = work;
  const { voting } = contest.windows;
  if (!voting || isNight(now)) return;
  const { opens, closes } = voting;
  const about = { contest: contest.plan.shortName, closes: t.moment(closes) };
  if (opens && isOpen(voting, now))
    await news(work, contest, 'voting-opened', opens, async (key) => {
      await tellGroups(work, contest, 'announcements', t('tick.votingOpened', about), key);
      const people = new Set((await admittedEntries(work, contest)).map(({ person }) => person));
      for (const person of people)
        await tellPerson(work, person, t('tick.votingOpened', about), `${key}/${person}`);
    });
  if (hasClosed(voting, now))
    await news(work, contest, 'voting-closed', closes, async (key) => {
      await tellGroups(work, contest, 'announcements', t('tick.votingClosed', about), key);
    });
}

async function tellOpened(work: Work, contest: Contest, { closes }: Window, key: string): Promise<void> {
  const { t } = work;
  const registrations = await work.store.registrations
    .find({ contest: contest.id })
    .sort({ _id: 1 })
    .lean<Registration[]>();
  const text = t('tick.opened', { contest: contest.plan.shortName, closes: t.moment(closes) });
  await tellGroups(work, contest, 'announcements', text, key);
  for (const { person } of registrations) await tellPerson(work, person, text, `${key}/${person}`);
  const summary = t('tick.openedOrganizer', { closes: t.moment(closes), registered: registrations.length });
  await tellRole(work, contest, 'organizer', summary, key);
}

async function tellClosed(work: Work, contest: Contest, key: string): Promise<void> {
  const situation = describeSituation(work.t, contest, await situationOf(work, contest), work.now);
  await tellRole(work, contest, 'organizer', stack([work.t('tick.closedOrganizer'), situation]), key);
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

/** News older than a day is marked as done without being told. */
function news(
  work: Work,
  contest: Contest,
  what: string,
  since: Date,
  tell: (key: string) => Promise<void>,
): Promise<void> {
  const isFresh = work.now.getTime() - since.getTime() < STALE_MS;
  return once(work, contest, `${what}:${since.toISOString()}`, isFresh ? tell : async () => {});
}
