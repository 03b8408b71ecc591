import type { Contest } from '../actions/contest.js';
import { rankUnit, type UnitRanking } from '../actions/rankSelection.js';
import type { Styled } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';

/** Where the committee of the unit has decided otherwise than its judges' sums, it is asked to look twice. */
export async function noteOn(
  turn: Turn,
  contest: Contest,
  { sender, code, rank }: { sender: string; code: string; rank: number },
): Promise<Styled | null> {
  const ranked = await rankedByPoints(turn, contest, sender);
  const place = ranked?.ranking.places.find((each) => each.code === code)?.place;
  if (place === undefined) return tooFewSheets(turn, contest, { sender, code });
  return place === rank ? null : turn.t('nominate.otherPlace', { place });
}

/** Said where judges were to score it and too few did: it can be sent up all the same. */
export async function tooFewSheets(
  turn: Turn,
  contest: Contest,
  { sender, code }: { sender: string; code: string },
): Promise<Styled | null> {
  const ranked = await rankedByPoints(turn, contest, sender);
  if (!ranked || ranked.ranking.places.some((each) => each.code === code)) return null;
  const { quorum, sheets } = ranked;
  return turn.t('nominate.tooFewSheets', { count: sheets.get(code) ?? 0, quorum });
}

/** `null` where nothing is ranked by points. */
async function rankedByPoints(turn: Turn, contest: Contest, sender: string): Promise<UnitRanking | null> {
  try {
    return await rankUnit(turn, contest, sender);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
