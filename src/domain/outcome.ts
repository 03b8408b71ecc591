import { isKnown, type Prize } from './plan.js';
import type { Awards } from './prizes.js';
import type { RankedEntry, Ranking } from './ranking.js';

/** An entry as it is called where a result is read. */
export type NamedEntry = { code: string; title: string; team: string; unit: string };

/** A prize by its title. `sum`: in đồng, `null` where nobody stated one. */
export type GivenPrize = { code: string; prize: string; sum: number | null };

/** Prizes that points and engagement alone give to nobody, and among whom they are, where that is known. */
export type OpenPrize = { prizes: string[]; codes: string[] };

/** A shared place over a border between prizes, as it was decided; `prize`: what all get, `null`: nothing. */
export type AgreedPrize = { prizes: string[]; codes: string[]; prize: string | null; reason: string };

/** `agreed` is there only where something had to be. */
export type Prizes = { given: GivenPrize[]; open: OpenPrize[]; agreed?: AgreedPrize[] };

/** What is proposed, approved and published: who is where and wins what, and what the entries are called. */
export type Outcome = { ranking: Ranking; entries: readonly NamedEntry[]; prizes: Prizes };

/** The awards as they are announced. Each prize once, however often it is open. */
export const announced = ({ awards, undecided, settled }: Awards): Prizes => ({
  given: awards.map(({ code, prize: { title, sum } }) => ({
    code,
    prize: title,
    sum: isKnown(sum) ? sum : null,
  })),
  open: undecided
    .filter(({ prizes }) => prizes.length > 0)
    .map(({ prizes, codes }) => ({ prizes: titlesOf(prizes), codes })),
  ...(settled.length > 0 && {
    agreed: settled.map(({ prizes, codes, prize, reason }) => ({
      prizes: titlesOf(prizes),
      codes,
      prize: prize?.title ?? null,
      reason,
    })),
  }),
});

const titlesOf = (prizes: readonly Prize[]): string[] => [...new Set(prizes.map(({ title }) => title))];

type FromTo<T> = { before: T; after: T };

/** What a correction changes about one entry. */
export type EntryChange =
  | { kind: 'new'; code: string; place: number }
  | { kind: 'gone'; code: string; place: number }
  | { kind: 'place'; code: string; place: FromTo<number>; total: FromTo<string> }
  | { kind: 'points'; code: string; place: number; total: FromTo<string> }
  /** By their titles; none: it wins nothing. */
  | { kind: 'prizes'; code: string; prizes: FromTo<string[]> };

/** How many of a prize are awarded, where they are fewer than before and nobody has still to decide. */
export type AwardChange = { kind: 'awarded'; prize: string; count: FromTo<number> };

export type OutcomeChange = EntryChange | AwardChange;

type Compared = Pick<Outcome, 'ranking' | 'prizes'>;

/**
 * What is new first, in the order of the new places, then what is ranked no more, then whose prizes are others
 * than before, then which prizes are awarded less often.
 */
export function changesBetween(before: Compared, after: Compared): OutcomeChange[] {
  const earlier = byCode(before.ranking);
  const later = byCode(after.ranking);
  const ranked: EntryChange[] = [
    ...after.ranking.places.flatMap((now) => {
      const was = earlier.get(now.code);
      return was ? changed(was, now) : [{ kind: 'new', code: now.code, place: now.place } as const];
    }),
    ...before.ranking.places
      .filter(({ code }) => !later.has(code))
      .map(({ code, place }) => ({ kind: 'gone', code, place }) as const),
  ];
  // Of who is new that follows.
  const told = new Set(ranked.filter(({ kind }) => kind === 'new').map(({ code }) => code));
  return [
    ...ranked,
    ...prizeChanges(before.prizes, after.prizes).filter(({ code }) => !told.has(code)),
    ...awardedLess(before.prizes, after.prizes),
  ];
}

function awardedLess(before: Prizes, after: Prizes): AwardChange[] {
  const countIn = ({ given }: Prizes, title: string) => given.filter(({ prize }) => prize === title).length;
  const waiting = new Set(after.open.flatMap(({ prizes }) => prizes));
  const titles = [...new Set(before.given.map(({ prize }) => prize))].filter((title) => !waiting.has(title));
  return titles.flatMap((prize) => {
    const count = { before: countIn(before, prize), after: countIn(after, prize) };
    return count.after < count.before ? [{ kind: 'awarded' as const, prize, count }] : [];
  });
}

function prizeChanges(before: Prizes, after: Prizes): Extract<EntryChange, { kind: 'prizes' }>[] {
  const codes = [...new Set([...after.given, ...before.given].map(({ code }) => code))];
  return codes.flatMap((code) => {
    const prizes = { before: titlesWonBy(before, code), after: titlesWonBy(after, code) };
    return prizes.before.join() === prizes.after.join() ? [] : [{ kind: 'prizes' as const, code, prizes }];
  });
}

/** The titles of what this entry wins. */
export const titlesWonBy = ({ given }: Prizes, code: string): string[] =>
  given.filter((each) => each.code === code).map(({ prize }) => prize);

/** The entries about which two versions of a result say something else: place, points, prizes, or whether it is ranked. */
export function changedCodes(before: Compared, after: Compared): Set<string> {
  const said = ({ ranking, prizes }: Compared) => {
    const places = ranking.places.map(({ code, place, total }) => [code, `${place} ${total}`] as const);
    const unranked = ranking.unranked.map(({ code, reason }) => [code, reason] as const);
    const about = new Map<string, string>([...places, ...unranked]);
    return (code: string) => `${about.get(code) ?? ''}|${titlesWonBy(prizes, code).join()}`;
  };
  const [was, is] = [said(before), said(after)];
  const codes = [before, after].flatMap(({ ranking, prizes }) =>
    [...ranking.places, ...ranking.unranked, ...prizes.given].map(({ code }) => code),
  );
  return new Set(codes.filter((code) => was(code) !== is(code)));
}

function changed(was: RankedEntry, now: RankedEntry): EntryChange[] {
  const { code } = now;
  const total = { before: was.total, after: now.total };
  if (was.place !== now.place)
    return [{ kind: 'place', code, place: { before: was.place, after: now.place }, total }];
  return was.total === now.total ? [] : [{ kind: 'points', code, place: now.place, total }];
}

const byCode = ({ places }: Ranking): Map<string, RankedEntry> =>
  new Map(places.map((each) => [each.code, each]));
