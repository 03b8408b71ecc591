import { isRead } from '../domain/inBotVotes.js';
import { selectionOf, selectionQuorum } from '../domain/selection.js';
import type { Unit } from '../domain/units.js';
import type { PersonId, Registration, StoredEntry } from '../store/documents.js';
import type { Work } from '../turn.js';
import { type Contest, intakeOf, madeBy } from './contest.js';
import { countedEngagement } from './engagement.js';
import { isAdmitted, liveEntries } from './entries.js';
import { judgedSoFar, type SoFar } from './judgedSoFar.js';
import { latestLock } from './locks.js';
import { namesBehind } from './onBehalf.js';
import { judgeProgress } from './recordScore.js';
import { isAnsweredFor, isDeclined } from './registrations.js';
import { type ResultCourse, resultCourse } from './resultCourse.js';
import { rolesIn } from './roles.js';
import { allJudges, finalSeat, judgesAt } from './seats.js';

/**
 * Where the contest stands: who has registered, who has sent, who is missing, how far the judges are. Of a
 * part of the units it is only the first three: what the judges and the audience do is told to nobody there.
 */
export type Situation = {
  whole: boolean;
  /** How many entries each of so many senders may send; `null`: nobody has said, or the units share one's slots. */
  quota: { each: number; senders: number } | null;
  /** Those of which a coordinator has said nothing yet, where there is one. */
  unconfirmed: Registration[];
  /** The senders; of a part of the units each that makes entries, since its coordinator wants to know which are missing. */
  units: { code: string; name: string; registrations: Registration[]; entries: StoredEntry[] }[];
  /** Of those who acted for others, and those for whom they did. */
  names: Map<PersonId, string>;
  judges: ({ person: string; name: string } & SoFar)[];
  /** The units that pick by points and have too few judges for any ranking. */
  shortJuries: { name: string; judges: number }[];
  engagement: { counted: number; missing: string[] };
  /** Until when the final's judges may score once more; `null`: its judging isn't reopened. */
  reopenedUntil: Date | null;
  /** How far the result is; of a part of the units `null`. */
  course: ResultCourse | null;
};

/** `within`: seen by those who answer for these units. */
export async function situationOf(
  work: Work,
  contest: Contest,
  within: readonly string[] | null = null,
): Promise<Situation> {
  const senders = sendersWithin(contest, within);
  const units = within === null ? senders : senders.flatMap((sender) => makersIn(contest, sender));
  const [all, entries, sitting, coordinators, read] = await Promise.all([
    work.store.registrations.find({ contest: contest.id }).sort({ at: 1 }).lean<Registration[]>(),
    liveEntries(work, contest),
    within === null ? judgesAt(work, contest, finalSeat(contest)) : [],
    rolesIn(work, contest, ['unit_coordinator']),
    countedEngagement(work, contest),
  ]);
  const registrations = all.filter((each) => !isDeclined(each));
  const judges = await Promise.all(
    sitting.map(async ({ person, name }) => {
      const progress = await judgeProgress(work, contest, { judge: person, seat: finalSeat(contest) });
      return { person, name, ...(await judgedSoFar(work, contest, finalSeat(contest), progress)) };
    }),
  );
  const names = await namesBehind(work, [...registrations, ...entries]);
  const posted = entries.filter((entry) => isAdmitted(contest, entry));
  const unread = isRead(contest.plan) ? posted.filter(({ code }) => !read.has(code)) : [];
  const missing = unread.map(({ code }) => code);
  return {
    whole: within === null,
    quota: quotaOf(contest, senders),
    unconfirmed: registrations.filter(
      (each) =>
        !each.confirmation &&
        units.some((unit) => isOf(contest, each, unit)) &&
        isAnsweredFor(contest, coordinators, each.unit),
    ),
    units: units.map((unit) => ({
      code: unit.code,
      name: contest.units.shortName(unit),
      registrations: registrations.filter((each) => isOf(contest, each, unit)),
      entries: entries.filter((each) => isOf(contest, each, unit)),
    })),
    names,
    judges,
    shortJuries: within === null ? await shortJuries(work, contest) : [],
    engagement: { counted: posted.length - missing.length, missing },
    reopenedUntil: within === null ? await reopenedUntil(work, contest) : null,
    course: within === null ? await resultCourse(work, contest) : null,
  };
}

async function reopenedUntil(work: Work, contest: Contest): Promise<Date | null> {
  const until = (await latestLock(work, contest, finalSeat(contest)))?.reopened?.until;
  return until && until >= work.now ? until : null;
}

async function shortJuries(work: Work, contest: Contest): Promise<Situation['shortJuries']> {
  const quorum = selectionQuorum(contest.plan);
  const selection = selectionOf(contest.plan);
  if (quorum === null || !selection) return [];
  const seats = (await allJudges(work, contest)).flatMap((judge) => judge.seats);
  return contest.units
    .under(contest.plan.units.root, selection.level)
    .map((unit) => ({
      name: contest.units.shortName(unit),
      judges: seats.filter(({ round, unit: code }) => round === selection.round.id && code === unit.code)
        .length,
    }))
    .filter(({ judges }) => judges < quorum);
}

/** The units that send, in these units; a unit below that level stands for itself. */
export function sendersWithin(
  { units, plan, ...contest }: Contest,
  within: readonly string[] | null,
): Unit[] {
  const { level } = intakeOf({ units, plan, ...contest });
  const all = (within ?? [plan.units.root]).flatMap((code) => {
    const senders = units.under(code, level);
    const own = units.get(code);
    return senders.length > 0 || !own ? senders : [own];
  });
  return [...new Set(all)];
}

/** The units that make entries for this sender. */
function makersIn(contest: Contest, sender: Unit): Unit[] {
  const makers = contest.units.under(sender.code, madeBy(contest));
  return makers.length > 0 ? makers : [sender];
}

/** A unit below the level that sends has no slots of its own. */
function quotaOf(contest: Contest, senders: Unit[]): Situation['quota'] {
  const { level, quota } = intakeOf(contest);
  if (quota === null || senders.some((unit) => unit.level !== level)) return null;
  return { each: quota, senders: senders.length };
}

/** What counts against the unit's quota; for a unit below that level, what was made in it. */
const isOf = (
  { units }: Contest,
  { sender, unit }: Pick<Registration, 'sender' | 'unit'>,
  { code }: Unit,
): boolean => sender === code || units.isUnder(unit, code);
