import type { DecimalText } from './decimals.js';
import { type PrizeRules, prizeTiers } from './plan/prizes.js';
import { isKnown, type Plan, type Prize } from './plan.js';
import { alike } from './ranking/ties.js';
import type { Ranking } from './ranking.js';
import { compared, fraction } from './scaled.js';
import { isJudgedOnStage, type Staged } from './stage.js';

/** Who wins what, and by what. `place` and `points` are those of the prize's own basis. */
export type Award = {
  prize: Prize;
  code: string;
  basis: Basis;
  place: number;
  points: DecimalText;
};

/**
 * What the plan alone doesn't decide. `unknown`: the plan leaves open by what, or how many times, it is won.
 * `elsewhere`: it isn't won by points or engagement. `shared`: more entries share a place than there are
 * prizes like it, and the plan doesn't say who of `codes` gets which of `prizes`. `draw`: lots decide that, and
 * nobody has drawn. `waits`: it depends on another that is undecided.
 */
export type Undecided = {
  reason: 'unknown' | 'elsewhere' | 'shared' | 'draw' | 'waits';
  /** Each as often as it is to be won here. */
  prizes: Prize[];
  codes: string[];
};

/**
 * What people decided where a shared place reaches over a border between prizes, and the plan says nothing: all of
 * `codes` get the higher of `prizes` (their ids, as in `Undecided`), or the lower.
 */
export type Border = { codes: string[]; prizes: string[]; to: 'higher' | 'lower'; reason: string };

/** A border as it was decided; `prize`: what all of them get, `null`: nothing, since there are too few. */
export type SettledBorder = { prizes: Prize[]; codes: string[]; prize: Prize | null; reason: string };

export type Awards = { awards: Award[]; undecided: Undecided[]; settled: SettledBorder[] };

type Basis = 'jury' | 'total' | 'audience';

export type ToAward = {
  plan: Pick<Plan, 'prizes' | 'prizeRules'> & Staged;
  ranking: Pick<Ranking, 'places' | 'draws'>;
  /** The raw points of every entry at the freeze, see `engagementOf`. */
  engagement: readonly { code: string; raw: DecimalText }[];
  borders?: readonly Border[];
};

/** Who shares a place by some basis, best first. */
type Group = { place: number; codes: string[]; points: DecimalText; isToDraw: boolean };

/**
 * Prizes from places, the higher tier first. Extra prizes begin with the best again; an entry may win one
 * beside its prize, unless the plan rules that it wins one at most.
 */
export function awards({ plan, ranking, engagement, borders = [] }: ToAward): Awards {
  const result: Awards = { awards: [], undecided: [], settled: [] };
  if (!isKnown(plan.prizes)) return { ...result, undecided: [{ reason: 'unknown', prizes: [], codes: [] }] };
  const rules = plan.prizeRules ?? {};
  // What decides a final that is judged on a stage is what was shown there.
  const isLiveFinal = isJudgedOnStage(plan);
  const basisOf = ({ basis }: Prize) => (basis === 'live' && isLiveFinal ? 'total' : basis);
  const inOrder = [...plan.prizes].sort((a, b) => tierOf(a) - tierOf(b));
  const settled = inOrder.filter((prize) => {
    const reason = openIn(prize, basisOf(prize));
    if (reason) result.undecided.push({ reason, prizes: [prize], codes: [] });
    return reason === null;
  });
  for (const isExtra of [false, true])
    for (const basis of ['total', 'jury', 'audience'] as const) {
      const own = settled.filter((prize) => basisOf(prize) === basis && (prize.tier === 'extra') === isExtra);
      award(own, basis, groupsBy(basis, ranking, engagement), { rules, borders }, result);
    }
  return result;
}

const tierOf = ({ tier }: Prize): number => (isKnown(tier) ? prizeTiers.indexOf(tier) : prizeTiers.length);

function openIn({ tier, count }: Prize, basis: Prize['basis']): 'unknown' | 'elsewhere' | null {
  if (!isKnown(basis) || !isKnown(count) || !isKnown(tier)) return 'unknown';
  return basis === 'live' || basis === 'quiz' ? 'elsewhere' : null;
}

function groupsBy(
  basis: Basis,
  { places, draws }: ToAward['ranking'],
  engagement: ToAward['engagement'],
): Group[] {
  // Where nothing but the jury counts, its points are the total, and ties are decided already.
  const isRanked =
    basis === 'total' || (basis === 'jury' && places.every(({ jury, total }) => jury === total));
  if (isRanked) {
    const undrawn = draws.filter(({ seed }) => seed === undefined).map(({ place }) => place);
    return alike(places, (a, b) => a.place === b.place).map((members) => ({
      place: members[0]?.place ?? 0,
      codes: members.map(({ code }) => code),
      points: members[0]?.total ?? '0',
      isToDraw: undrawn.includes(members[0]?.place ?? 0),
    }));
  }
  const valued =
    basis === 'jury'
      ? places.map(({ code, jury }) => ({ code, points: jury }))
      : engagement.map(({ code, raw }) => ({ code, points: raw })).filter(({ points }) => points !== '0');
  valued.sort((a, b) => compared(fraction(b.points), fraction(a.points)) || (a.code < b.code ? -1 : 1));
  let place = 1;
  return alike(valued, (a, b) => a.points === b.points).map((members) => {
    const group = { place, codes: members.map(({ code }) => code), points: members[0]?.points ?? '0' };
    place += members.length;
    return { ...group, isToDraw: false };
  });
}

/** Each group takes as many prizes as it has members, as its members take as many places. */
function award(
  prizes: Prize[],
  basis: Basis,
  groups: Group[],
  { rules, borders }: { rules: PrizeRules; borders: readonly Border[] },
  result: Awards,
): void {
  const left = prizes.flatMap((prize) => (isKnown(prize.count) ? Array(prize.count).fill(prize) : []));
  const winners = result.awards.map(({ code }) => code);
  const waiting = result.undecided.flatMap(({ codes }) => codes);
  for (const { place, codes: all, points, isToDraw } of groups) {
    const codes = rules.onePerEntry ? all.filter((code) => !winners.includes(code)) : all;
    if (left.length === 0) return;
    if (codes.length === 0) continue;
    const taken: Prize[] = left.splice(0, codes.length);
    if (rules.onePerEntry && codes.some((code) => waiting.includes(code))) {
      // Whether they still may win this one, nobody knows yet, nor who comes after them.
      result.undecided.push({ reason: 'waits', prizes: [...taken, ...left], codes });
      return;
    }
    const isClear = taken.length === codes.length && taken.every((prize) => prize === taken[0]);
    const own = borders.find((border) => isAbout(border, { codes, prizes: taken }));
    const to = rules.sharedBorder ?? own?.to;
    const forAll = isClear ? taken[0] : to && atBorder(taken, codes.length, to);
    if (isClear || to !== undefined) {
      if (forAll) for (const code of codes) result.awards.push({ prize: forAll, code, basis, place, points });
      if (!isClear && rules.sharedBorder === undefined && own)
        result.settled.push({ prizes: taken, codes, prize: forAll ?? null, reason: own.reason });
    } else result.undecided.push({ reason: isToDraw ? 'draw' : 'shared', prizes: taken, codes });
  }
}

/** The prize that all of a group get where it reaches over a border; `undefined`: none, there are too few. */
export const atBorder = (taken: readonly Prize[], size: number, to: Border['to']): Prize | undefined =>
  to === 'higher' ? taken[0] : taken.length === size ? taken.at(-1) : undefined;

const isAbout = (
  border: Pick<Border, 'codes' | 'prizes'>,
  { codes, prizes }: Pick<Undecided, 'codes' | 'prizes'>,
): boolean =>
  border.codes.length === codes.length &&
  codes.every((code) => border.codes.includes(code)) &&
  prizes.map(({ id }) => id).join() === border.prizes.join();

/** What is wrong with a choice that people make from the ranking, as for the showcase. */
export type PickFault =
  | { fault: 'tooMany'; places: number }
  | { fault: 'twice' | 'notRanked'; code: string }
  /** He was picked before these, who stand before him, and nobody said why. */
  | { fault: 'needsReason'; code: string; skipped: string[] };

export function pickFaults(
  picks: readonly { code: string; reason?: string | undefined }[],
  { places }: Pick<Ranking, 'places'>,
  howMany: number,
): PickFault[] {
  const codes = picks.map(({ code }) => code);
  const faults: PickFault[] = picks.length > howMany ? [{ fault: 'tooMany', places: howMany }] : [];
  for (const [index, { code, reason }] of picks.entries()) {
    const own = places.find((each) => each.code === code);
    if (codes.indexOf(code) !== index) faults.push({ fault: 'twice', code });
    else if (!own) faults.push({ fault: 'notRanked', code });
    else if (!reason?.trim()) {
      const skipped = places.filter((each) => each.place < own.place && !codes.includes(each.code));
      if (skipped.length > 0)
        faults.push({ fault: 'needsReason', code, skipped: skipped.map((each) => each.code) });
    }
  }
  return faults;
}
