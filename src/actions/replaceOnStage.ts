import type { RankedEntry } from '../domain/ranking.js';
import { Refusal } from '../domain/refusal.js';
import type { Showcase, StageChange, StagePick, StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { admittedEntries, entryName } from './entries.js';
import { needRight } from './permissions.js';
import { latestResult, needDecided, outcomeOf, rankNow } from './publishResults.js';
import { chosenIn, whenOnStage } from './showcase.js';
import { tellGroups } from './tell.js';
import { tellAuthor } from './tellAuthor.js';

/**
 * Who stands in the announced choice, and who of the others is ranked, best first: in the published ranking, and
 * before that in the one of this moment. None while that may not be seen; then somebody can only drop out.
 */
export type ToReplace = { stored: Showcase; picks: StagePick[]; others: { code: string; place: number }[] };

/** Refuses who may not, and before the choice was announced: until then it is simply made anew. */
export async function mayReplaceOnStage(turn: Turn, contest: Contest): Promise<ToReplace> {
  await needRight(turn, contest, 'pickShowcase');
  const stored = await turn.store.showcases.findById(contest.id).lean<Showcase>();
  if (!stored?.announced) throw new Refusal('showcase.notAnnounced');
  const picks = chosenIn(stored);
  const taking = new Set((await admittedEntries(turn, contest)).map(({ code }) => code));
  const others = (await placesToSee(turn, contest))
    .filter(({ code }) => taking.has(code) && !picks.some((pick) => pick.code === code))
    .map(({ code, place }) => ({ code, place }));
  return { stored, picks, others };
}

async function placesToSee(turn: Turn, contest: Contest): Promise<RankedEntry[]> {
  const published = await latestResult(turn, contest);
  if (published) return outcomeOf(published).ranking.places;
  try {
    await needDecided(turn, contest);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
  return (await rankNow(turn, contest)).ranking.places;
}

/** `into`: who comes in his place, `null`: nobody. */
export type Replacement = { out: string; into: string | null; reason: string; document: string };

/**
 * Puts another entry in the place of one that was announced, by a document, on condition that nobody has done so
 * meanwhile. Both teams hear of it, and, where the choice has been published, the groups.
 */
export async function replaceOnStage(
  turn: Turn,
  contest: Contest,
  given: Replacement,
): Promise<{ groups: number; entries: StoredEntry[] }> {
  const { showcases } = turn.store;
  const own = await showcases.findOne({ _id: contest.id, 'changes.turn': turn.id }).lean<Showcase>();
  const number = own
    ? (own.changes ?? []).findIndex((change) => change.turn === turn.id) + 1
    : await keep(turn, contest, given);
  const codes = [given.out, ...(given.into === null ? [] : [given.into])];
  const entries = await turn.store.entries
    .find({ contest: contest.id, code: { $in: codes } })
    .sort({ number: 1 })
    .lean<StoredEntry[]>();
  return { groups: await tell(turn, contest, given, { entries, number }), entries };
}

async function keep(turn: Turn, contest: Contest, { out, into, ...why }: Replacement): Promise<number> {
  const { stored, picks, others } = await mayReplaceOnStage(turn, contest);
  const coming = others.find(({ code }) => code === into) ?? null;
  if (!picks.some(({ code }) => code === out) || (into !== null && !coming))
    throw new Refusal('showcase.changed');
  const { changes = [] } = stored;
  const change: StageChange = { out, into: coming, ...why, at: turn.now, by: turn.person, turn: turn.id };
  const sinceThen = changes.length === 0 ? { $exists: false } : { $size: changes.length };
  const { modifiedCount } = await turn.store.showcases.updateOne(
    { _id: contest.id, changes: sinceThen },
    { $push: { changes: change } },
  );
  if (modifiedCount === 0) throw new Refusal('showcase.meanwhile');
  return changes.length + 1;
}

/** Answers how many groups have heard. */
async function tell(
  turn: Turn,
  contest: Contest,
  { out, into, reason, document }: Replacement,
  { entries, number }: { entries: readonly StoredEntry[]; number: number },
): Promise<number> {
  const { t } = turn;
  const nameOf = (code: string) => {
    const entry = entries.find((each) => each.code === code);
    return entry ? entryName(entry) : code;
  };
  const why = { contest: contest.plan.shortName, reason, document };
  const key = `showcase/${contest.id}/change/${number}`;
  for (const entry of entries) {
    const about = { ...why, entry: entryName(entry) };
    const text =
      entry.code === out
        ? t('showcase.toldOut', about)
        : t('showcase.told', { ...about, when: whenOnStage(turn, contest) });
    await tellAuthor(turn, contest, entry, text, `${key}/${entry.code}`);
  }
  // Before the publication groups have never read who is on stage.
  if (!(await turn.store.results.exists({ contest: contest.id }))) return 0;
  const text =
    into === null
      ? t('showcase.toldGroupsOut', { ...why, out: nameOf(out) })
      : t('showcase.toldGroups', { ...why, out: nameOf(out), into: nameOf(into) });
  return tellGroups(turn, contest, 'results', text, key);
}
