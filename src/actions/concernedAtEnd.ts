import type { Styled } from '../chat.js';
import { partaking } from '../domain/entryStates.js';
import type { News } from '../domain/news.js';
import type { PersonId } from '../store/documents.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import type { Contest } from './contest.js';
import { byPerson, coordinatorsNear } from './debts/coordinators.js';
import { named } from './debts/debt.js';
import { teamsWithoutEntry } from './debts/entries.js';
import { halfFilled } from './debts/forms.js';
import { sendersWithout } from './debts/units.js';
import { admittedEntries } from './entries.js';
import { submissionCloses } from './extendUnit.js';
import { latestLock } from './locks.js';
import { postingsOf } from './postEntry.js';
import { judgeProgress } from './recordScore.js';
import { capital, unitName } from './registrations.js';
import { holdersOf, rolesIn } from './roles.js';
import { allJudges, judgedRounds, windowOfSeat } from './seats.js';
import { isOnStage } from './stageClosings.js';

/** What somebody reads of it that is over, and what he can do. `isOwn`: it is his own to do, or what he has missed. */
export type AtEnd = { person: PersonId; line: Styled; todo: string; isOwn: boolean };

/** Whom it concerns that something is over: who has missed it, and who answers for those. */
export async function concernedAtEnd(work: Work, contest: Contest, news: News): Promise<AtEnd[]> {
  if (news.name === 'submission') {
    const chairs = news.unit === null ? await holdersOf(work, contest, ['chair']) : [];
    const line = await describeIntake(work, contest, news);
    return [
      ...(await teamsConcerned(work, contest, news)),
      ...(await coordinatorsConcerned(work, contest, news)),
      ...chairs.map(({ person }) => ({ person, line, todo: 'organizer', isOwn: false })),
    ];
  }
  if (news.name === 'registration') return answerersConcerned(work, contest, news);
  if (news.name === 'posting') return postersConcerned(work, contest, news);
  return judgesConcerned(work, contest, news);
}

/** For whoever runs the contest: what has come in, and which units have sent nothing. */
export async function describeIntake(
  work: Work,
  contest: Contest,
  { unit, window: { closes } }: News,
): Promise<Styled> {
  const { t, store } = work;
  const entries = await store.entries
    .find({ contest: contest.id, state: { $in: partaking } }, { unit: 1 })
    .lean();
  const here = entries.filter((entry) => unit === null || contest.units.isUnder(entry.unit, unit));
  const about = { closes: t.moment(closes), count: here.length };
  if (unit !== null) return t('days.extensionIntake', { ...about, unit: capital(unitName(contest, unit)) });
  const missing = contest.plan.entries.sentBy === 'unit' ? await unitsMissed(work, contest, closes) : [];
  return stack(
    [
      t('days.intake', about),
      missing.length > 0 && t('days.unitsMissing', { count: missing.length, names: named(t, missing) }),
    ],
    ' ',
  );
}

/** The units without an entry that may send none any more. */
export async function unitsMissed(work: Work, contest: Contest, closes: Date): Promise<string[]> {
  const silent = await sendersWithout(work, contest, 'entries');
  return silent.filter(({ code }) => isOverFor(contest, code, closes)).map(({ name }) => name);
}

/** Is this the end for that unit, and no extension goes on? */
const isOverFor = (contest: Contest, unit: string, closes: Date): boolean =>
  (submissionCloses(contest, unit) ?? closes) <= closes;

const isWithin = ({ units }: Contest, unit: string, whole: string | null): boolean =>
  whole === null || units.isUnder(unit, whole);

async function missedTeams(work: Work, contest: Contest, { unit, window: { closes } }: News) {
  const teams = await teamsWithoutEntry(work, contest);
  return teams.filter((team) => isWithin(contest, team.unit, unit) && isOverFor(contest, team.unit, closes));
}

async function teamsConcerned(work: Work, contest: Contest, news: News): Promise<AtEnd[]> {
  const { t } = work;
  const begun = await halfFilled(work, contest, 'submit', { quietMs: 0 });
  return (await missedTeams(work, contest, news)).map(({ person, team }) => {
    const about = { team, closes: t.moment(news.window.closes) };
    const line = begun.has(person) ? t('days.entryUnfinished', about) : t('days.entryMissed', about);
    return { person, line, todo: 'missed', isOwn: true };
  });
}

async function coordinatorsConcerned(work: Work, contest: Contest, news: News): Promise<AtEnd[]> {
  const { t, store } = work;
  const { unit: extended, window } = news;
  const [coordinators, teams, entries] = await Promise.all([
    rolesIn(work, contest, ['unit_coordinator']),
    missedTeams(work, contest, news),
    store.entries.find({ contest: contest.id, state: { $in: partaking } }, { unit: 1 }).lean(),
  ]);
  return coordinators.flatMap(({ person, unit }) => {
    if (unit === null || !isOverFor(contest, unit, window.closes)) return [];
    const near =
      extended === null || contest.units.isUnder(unit, extended) || contest.units.isUnder(extended, unit);
    if (!near) return [];
    const own = teams.filter((team) => contest.units.isUnder(team.unit, unit)).map(({ team }) => team);
    const count = entries.filter((entry) => contest.units.isUnder(entry.unit, unit)).length;
    const about = { closes: t.moment(window.closes), unit: unitName(contest, unit), count };
    const line = stack(
      [
        t('days.intakeOfUnit', about),
        own.length > 0 && t('days.teamsMissing', { count: own.length, teams: named(t, own) }),
      ],
      ' ',
    );
    return [{ person, line, todo: 'organizer', isOwn: false }];
  });
}

/** Who answers for units in which nobody has registered. */
async function answerersConcerned(work: Work, contest: Contest, { window }: News): Promise<AtEnd[]> {
  if (contest.plan.entries.sentBy !== 'unit') return [];
  const { t } = work;
  const [missing, near] = await Promise.all([
    sendersWithout(work, contest, 'registrations'),
    coordinatorsNear(work, contest),
  ]);
  return byPerson(missing, ({ code }) => near(code)).map(({ who, things }) => {
    const names = things.map((unit) => unit.name);
    const about = { closes: t.moment(window.closes), count: names.length, names: named(t, names) };
    return { person: who.person, line: t('days.registrationMissed', about), todo: 'missed', isOwn: true };
  });
}

/** Whoever posts the entries, while some are not posted. */
async function postersConcerned(work: Work, contest: Contest, { name, window }: News): Promise<AtEnd[]> {
  const { t } = work;
  const posted = await postingsOf(work, contest);
  const missing = (await admittedEntries(work, contest)).filter(({ code }) => !posted.has(code));
  if (missing.length === 0) return [];
  const codes = missing.map(({ code }) => code);
  const about = { closes: t.moment(window.closes), count: codes.length, codes: named(t, codes) };
  const line = t('days.postingMissed', about);
  const posters = await holdersOf(work, contest, ['support_staff', 'secretary']);
  return posters.map(({ person }) => ({ person, line, todo: name, isOwn: true }));
}

/** Judges who have left entries unscored. On a stage each part is closed by hand, and they hear it then. */
async function judgesConcerned(work: Work, contest: Contest, { name, window }: News): Promise<AtEnd[]> {
  const { t } = work;
  const { closes } = window;
  const judged = judgedRounds(contest).filter((each) => each.window === contest.windows[name]);
  const rounds = judged.map(({ round }) => round);
  if (rounds.length === 0) return [];
  const heard: AtEnd[] = [];
  for (const { person, seats } of await allJudges(work, contest))
    for (const seat of seats.filter(({ round }) => rounds.includes(round))) {
      if (isOnStage(contest, seat) || windowOfSeat(contest, seat).closes > closes) continue;
      // It goes on where it was opened once more.
      if ((await latestLock(work, contest, seat))?.reopened) continue;
      const { entries, scored } = await judgeProgress(work, contest, { judge: person, seat });
      const codes = entries.filter(({ code }) => !scored.has(code)).map(({ code }) => code);
      if (codes.length === 0) continue;
      const about = { closes: t.moment(closes), count: codes.length, codes: named(t, codes) };
      heard.push({ person, line: t('days.sheetsMissed', about), todo: 'missed', isOwn: true });
    }
  return heard;
}
