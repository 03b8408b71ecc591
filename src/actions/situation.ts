import type { Registration, StoredEntry } from '../store/documents.js';
import type { Work } from '../turn.js';
import { type Contest, intakeOf } from './contest.js';
import { liveEntries } from './entries.js';
import { judgeProgress } from './recordScore.js';

/** Where the contest stands: who has registered, who has sent, who is missing, how far the judges are. */
export type Situation = {
  quota: number | null;
  senders: { code: string; name: string; registrations: Registration[]; entries: StoredEntry[] }[];
  judges: { person: string; name: string; scored: number; count: number }[];
  engagement: { counted: number; missing: string[] };
};

export async function situationOf(work: Work, contest: Contest): Promise<Situation> {
  const { level, quota } = intakeOf(contest);
  const [registrations, entries, roles, read] = await Promise.all([
    work.store.registrations.find({ contest: contest.id }).sort({ at: 1 }).lean<Registration[]>(),
    liveEntries(work, contest),
    work.store.roles.find({ contest: contest.id, role: 'judge' }).sort({ since: 1 }).lean(),
    work.store.snapshots.distinct('entry', { contest: contest.id }),
  ]);
  const senders = contest.units.under(contest.plan.units.root, level).map((unit) => ({
    code: unit.code,
    name: contest.units.shortName(unit),
    registrations: registrations.filter(({ sender }) => sender === unit.code),
    entries: entries.filter(({ sender }) => sender === unit.code),
  }));
  const judges = await Promise.all(
    roles.map(async ({ person, name }) => {
      const progress = await judgeProgress(work, contest, person);
      return { person, name, scored: progress.scored.size, count: progress.entries.length };
    }),
  );
  const missing = entries.filter(({ code }) => !read.includes(code)).map(({ code }) => code);
  return { quota, senders, judges, engagement: { counted: entries.length - missing.length, missing } };
}
