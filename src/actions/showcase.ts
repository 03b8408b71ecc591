import { isKnown, type Round, showcaseRound } from '../domain/plan.js';
import { type PickFault, pickFaults } from '../domain/prizes.js';
import type { Ranking } from '../domain/ranking.js';
import { Refusal } from '../domain/refusal.js';
import type { Showcase, StagePick } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { admittedEntries, entryName } from './entries.js';
import { needRight } from './permissions.js';
import { needDecided, rankNow } from './publishResults.js';
import { tellAuthor } from './tellAuthor.js';

/** Who is on stage; by place, as it was when they were chosen. */
export type OnStage = { picks: StagePick[]; announcedAt: Date | null };

/** Those chosen for the showcase who still take part. `null`: nobody has chosen. */
export async function showcaseOf(work: Work, contest: Contest): Promise<OnStage | null> {
  const stored = await work.store.showcases.findById(contest.id).lean<Showcase>();
  if (!stored || stored.choices.length === 0) return null;
  const taking = new Set((await admittedEntries(work, contest)).map(({ code }) => code));
  return {
    picks: chosenIn(stored).filter(({ code }) => taking.has(code)),
    announcedAt: stored.announced?.at ?? null,
  };
}

/** Those of the last choice, with what was changed since; by place. */
export function chosenIn({ choices, changes = [] }: Showcase): StagePick[] {
  return changes.reduce(
    (picks: StagePick[], { out, into, reason }) =>
      [...picks.filter(({ code }) => code !== out), ...(into ? [{ ...into, reason }] : [])].sort(
        (one, other) => one.place - other.place,
      ),
    choices.at(-1)?.picks ?? [],
  );
}

export type ToPick = { round: Round; ranking: Ranking; stored: Showcase | null; howMany: number | null };

/** Refuses who may not, where there is no showcase, before there is a ranking, and once it was announced. */
export async function mayPick(turn: Turn, contest: Contest): Promise<ToPick> {
  await needRight(turn, contest, 'pickShowcase');
  const round = showcaseRound(contest.plan);
  if (!round) throw new Refusal('showcase.noRound');
  const stored = await turn.store.showcases.findById(contest.id).lean<Showcase>();
  if (stored?.announced)
    throw new Refusal('showcase.announced', {
      at: turn.t.moment(stored.announced.at),
      codes: codesOf(stored),
    });
  await needDecided(turn, contest, 'pick');
  const { ranking } = await rankNow(turn, contest);
  const { places } = round;
  return { round, ranking, stored, howMany: places !== undefined && isKnown(places) ? places : null };
}

const codesOf = (stored: Showcase): string =>
  chosenIn(stored)
    .map(({ code }) => code)
    .join(', ');

/** What is wrong with this choice, given the ranking as it is now. */
export const faultsIn = (
  { ranking, howMany }: Pick<ToPick, 'ranking' | 'howMany'>,
  picks: readonly { code: string; reason: string | null }[],
): PickFault[] =>
  pickFaults(
    picks.map(({ code, reason }) => ({ code, ...(reason !== null && { reason }) })),
    ranking,
    howMany ?? ranking.places.length,
  );

/**
 * Keeps a choice behind those before it, on condition that nobody has chosen or announced meanwhile. Answers its
 * number.
 */
export async function pickShowcase(
  turn: Turn,
  contest: Contest,
  picks: readonly { code: string; reason: string | null }[],
): Promise<number> {
  const { showcases } = turn.store;
  const own = await showcases.findOne({ _id: contest.id, 'choices.turn': turn.id }).lean<Showcase>();
  if (own) return own.choices.findIndex((choice) => choice.turn === turn.id) + 1;
  const may = await mayPick(turn, contest);
  if (faultsIn(may, picks).length > 0) throw new Refusal('showcase.changed');
  const placeOf = new Map(may.ranking.places.map(({ code, place }) => [code, place]));
  const ordered = picks
    .map(({ code, reason }) => ({ code, place: placeOf.get(code) ?? 0, reason }))
    .sort((one, other) => one.place - other.place);
  const choice = { picks: ordered, at: turn.now, by: turn.person, turn: turn.id };
  if (may.stored) {
    const { length } = may.stored.choices;
    const kept = await showcases.updateOne(
      { _id: contest.id, announced: null, choices: { $size: length } },
      { $push: { choices: choice } },
    );
    if (kept.modifiedCount === 0) throw new Refusal('showcase.meanwhile');
    return length + 1;
  }
  try {
    await showcases.create({ _id: contest.id, choices: [choice], announced: null });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new Refusal('showcase.meanwhile');
  }
  return 1;
}

/** From now on the choice with this number stands, and its teams and their coordinators hear of it. */
export async function announceShowcase(turn: Turn, contest: Contest, number: number): Promise<StagePick[]> {
  const { showcases } = turn.store;
  const by = { at: turn.now, by: turn.person, turn: turn.id };
  const own = await showcases.findOne({ _id: contest.id, 'announced.turn': turn.id }).lean<Showcase>();
  if (!own) {
    await mayPick(turn, contest);
    const claimed = await showcases.updateOne(
      { _id: contest.id, announced: null, choices: { $size: number } },
      { $set: { announced: by } },
    );
    if (claimed.modifiedCount === 0) throw new Refusal('showcase.meanwhile');
  }
  const onStage = await showcaseOf(turn, contest);
  const entries = await admittedEntries(turn, contest);
  for (const { code } of onStage?.picks ?? []) {
    const entry = entries.find((each) => each.code === code);
    if (!entry) continue;
    const about = {
      contest: contest.plan.shortName,
      entry: entryName(entry),
      when: whenOnStage(turn, contest),
    };
    await tellAuthor(turn, contest, entry, turn.t('showcase.told', about), `showcase/${contest.id}/${code}`);
  }
  return onStage?.picks ?? [];
}

/** "thứ Hai, 2/10/2023", or that the day is still open. */
export function whenOnStage({ t }: Pick<Work, 't'>, contest: Contest): string {
  const round = showcaseRound(contest.plan);
  const opens = round && contest.windows[round.window]?.opens;
  return opens ? t.day(opens) : t.plain('showcase.dayOpen');
}
