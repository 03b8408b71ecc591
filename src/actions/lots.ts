import type { Drawn, Ranking } from '../domain/ranking.js';
import type { StoredDraw } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';

/** The lots that were drawn in this contest, the earliest first. */
export async function drawnLots(work: Work, { id }: Contest): Promise<(Drawn & { number: number })[]> {
  const draws = await work.store.draws.find({ contest: id }).sort({ number: 1 }).lean<StoredDraw[]>();
  return draws.map(({ number, codes, seed }) => ({ number, codes, seed }));
}

/**
 * Draws lots among those of a ranking who still have to. Who has drawn together never draws again, so nobody can
 * propose until he likes what came of it. The seed can't be known before, and is the same in a repeated turn.
 */
export async function drawLots(turn: Turn, contest: Contest, { draws }: Ranking): Promise<void> {
  for (const { codes, seed } of draws) if (seed === undefined) await drawAmong(turn, contest, codes);
}

async function drawAmong(turn: Turn, contest: Contest, codes: string[]): Promise<void> {
  for (;;) {
    const before = await drawnLots(turn, contest);
    if (before.some((draw) => codes.every((code) => draw.codes.includes(code)))) return;
    const number = (before.at(-1)?.number ?? 0) + 1;
    try {
      await turn.store.draws.create({
        _id: `${contest.id}/${number}`,
        contest: contest.id,
        number,
        codes,
        seed: turn.code(`lots/${codes.join('/')}`),
        at: turn.now,
        by: turn.person,
        turn: turn.id,
      });
    } catch (error) {
      // Somebody has drawn at the same moment, perhaps among these.
      if (!isDuplicate(error)) throw error;
    }
  }
}
