import type { Unit } from '../domain/units.js';
import type { Registration, StoredEntry } from '../store/documents.js';
import type { Work } from '../turn.js';
import { type Contest, intakeOf } from './contest.js';
import { isAdmitted, liveEntries } from './entries.js';
import { judgeProgress } from './recordScore.js';
import { finalSeat, judgesAt } from './seats.js';

/**
 * Where the contest stands: who has registered, who has sent, who is missing, how far the judges are. Of a
 * part of the units it is only the first three: what the judges and the audience do is told to nobody there.
 */
export type Situation = {
  whole: boolean;
  quota: number | null;
  senders: { code: string; name: string; registrations: Registration[]; entries: StoredEntry[] }[];
  judges: { person: string; name: string; scored: number; count: number }[];
  engagement: { counted: number; missing: string[] };
};

/** `within`: seen by those who answer for these units. */
export async function situationOf(
  work: Work,
  contest: Contest,
  within: readonly string[] | null = null,
): Promise<Situation> {
  const { level, quota } = intakeOf(contest);
  const units = sendersWithin(contest, within);
  const [registrations, entries, sitting, read] = await Promise.all([
    work.store.registrations.find({ contest: contest.id }).sort({ at: 1 }).lean<Registration[]>(),
    liveEntries(work, contest),
    within === null ? judgesAt(work, contest, finalSeat(contest)) : [],
    work.store.snapshots.distinct('entry', { contest: contest.id }),
  ]);
  const senders = units.map((unit) => ({
    code: unit.code,
    name: contest.units.shortName(unit),
    registrations: registrations.filter((each) => isOf(contest, each, unit)),
    entries: entries.filter((each) => isOf(contest, each, unit)),
  }));
  const judges = await Promise.all(
    sitting.map(async ({ person, name }) => {
      const progress = await judgeProgress(work, contest, { judge: person, seat: finalSeat(contest) });
      return { person, name, scored: progress.scored.size, count: progress.entries.length };
    }),
  );
  const posted = entries.filter((entry) => isAdmitted(contest, entry));
  const missing = posted.filter(({ code }) => !read.includes(code)).map(({ code }) => code);
  return {
    whole: within === null,
    // A unit below the level that sends has no slots of its own.
    quota: units.every((unit) => unit.level === level) ? quota : null,
    senders,
    judges,
    engagement: { counted: posted.length - missing.length, missing },
  };
}

/** The units that send, in these units; a unit below that level stands for itself. */
function sendersWithin({ units, plan, ...contest }: Contest, within: readonly string[] | null): Unit[] {
  const { level } = intakeOf({ units, plan, ...contest });
  const all = (within ?? [plan.units.root]).flatMap((code) => {
    const senders = units.under(code, level);
    const own = units.get(code);
    return senders.length > 0 || !own ? senders : [own];
  });
  return [...new Set(all)];
}

/** What counts against the unit's quota; for a unit below that level, what was made in it. */
const isOf = (
  { units }: Contest,
  { sender, unit }: Pick<Registration, 'sender' | 'unit'>,
  { code }: Unit,
): boolean => sender === code || units.isUnder(unit, code);
