import { createHash } from 'node:crypto';
import { isKnown } from '../src/domain/plan.js';
import { type Company, inFinal, maximaIn } from './company.js';

/**
 * The result by another way than the assistant's: whole numbers and fractions, from what people typed. As on
 * a pocket calculator each part is rounded half up once, and the total is the sum of the parts.
 */
/** What of a company it follows from. */
type Reckonable = Pick<Company, 'contest' | 'bill' | 'done'>;

export type Reckoned = { place: number; code: string; total: string }[];

type Fraction = { of: bigint; by: bigint };
type Contender = { code: string; total: bigint; tie: Fraction[]; lot: string | null };

/** `draws`: as they were published; whoever is equal in everything else stands in the order of his lot. */
export function reckoned(
  company: Reckonable,
  draws: readonly { codes: string[]; seed?: string }[] = [],
): Reckoned {
  const { scoring } = company.contest.plan;
  const digits = isKnown(scoring.precision) ? scoring.precision : 2;
  const contenders = inFinal(company).map(({ code }): Contender => {
    const total = rounded(juryPart(company, code), digits) + rounded(audiencePart(company, code), digits);
    return { code, total, tie: tieValues(company, code), lot: lotOf(code, draws) };
  });
  contenders.sort(better);
  return contenders.map((own) => ({
    place: 1 + contenders.filter((other) => better(other, own) < 0).length,
    code: own.code,
    total: written(own.total, digits),
  }));
}

/** The mean of an entry's sums in its unit's selection, by code: of those that all of a jury scored. */
export function reckonedInUnits({ contest, done }: Reckonable): Map<string, string> {
  const { precision } = contest.plan.scoring;
  const digits = isKnown(precision) ? precision : 2;
  const sums = new Map<string, number[]>();
  for (const sheets of done.selectionSheets.values())
    for (const [code, points] of sheets)
      sums.set(code, [...(sums.get(code) ?? []), points.reduce((sum, each) => sum + each, 0)]);
  return new Map(
    [...sums].map(([code, own]) => {
      const mean = fraction(
        own.reduce((sum, each) => sum + each, 0),
        own.length,
      );
      return [code, written(rounded(mean, digits), digits)];
    }),
  );
}

/** The sheets' mean, as a part of the full marks, times the weight. */
function juryPart(company: Reckonable, code: string): Fraction {
  const { weight } = company.contest.plan.scoring.jury;
  const fullMarks = (maximaIn(company) ?? []).reduce((sum, max) => sum + max, 0);
  const sheets = sheetsFor(company, code);
  const points = sheets.flat().reduce((sum, each) => sum + each, 0);
  return fraction(points * Number(weight), fullMarks * sheets.length);
}

function audiencePart(company: Reckonable, code: string): Fraction {
  const { audience } = company.contest.plan.scoring;
  if (audience.mode !== 'score') return fraction(0, 1);
  const raws = inFinal(company).map((entry) => rawPoints(company, entry.code));
  const most =
    isKnown(audience.scale) && audience.scale.method === 'cap'
      ? Number(audience.scale.cap)
      : Math.max(...raws);
  return fraction(Math.min(rawPoints(company, code), most) * Number(audience.weight), Math.max(1, most));
}

/** What a like and a share are worth: as the plan says, or as the organizer typed it. */
function rawPoints({ contest, bill, done }: Reckonable, code: string): number {
  const { audience } = contest.plan.scoring;
  if (audience.mode === 'none') return 0;
  const [like = 0, share = 0] = isKnown(audience.points.like)
    ? [audience.points.like, audience.points.share].map(Number)
    : (bill.settles?.likes ?? []);
  const { likes, shares } = done.engagement.get(code) ?? { likes: 0, shares: 0 };
  return likes * like + shares * share;
}

/** Step by step what is compared between equals; a criterion by its place among the others. */
function tieSteps({ contest, bill }: Reckonable): ('audience' | number)[] {
  const { criteria, tieChain, audience } = contest.plan.scoring;
  if (isKnown(tieChain))
    return tieChain.flatMap((step): ('audience' | number)[] => {
      const place = isKnown(criteria) ? criteria.findIndex(({ id }) => step === `criterion:${id}`) : -1;
      return step === 'audience' ? [step] : place < 0 ? [] : [place];
    });
  // As it was offered: first the vote, where there is one, then the criteria.
  const offered = audience.mode === 'none' ? [] : (['audience'] as const);
  return (bill.settles?.ties ?? []).map((number) => offered[number - 1] ?? number - 1 - offered.length);
}

function tieValues(company: Reckonable, code: string): Fraction[] {
  const sheets = sheetsFor(company, code);
  return tieSteps(company).map((step) =>
    step === 'audience'
      ? fraction(rawPoints(company, code), 1)
      : fraction(
          sheets.reduce((sum, sheet) => sum + (sheet[step] ?? 0), 0),
          Math.max(1, sheets.length),
        ),
  );
}

const sheetsFor = ({ done }: Reckonable, code: string): (readonly number[])[] =>
  [...done.sheets.values()].flatMap((sheets) => {
    const own = sheets.get(code);
    return own ? [own] : [];
  });

const fraction = (of: number, by: number): Fraction => ({ of: BigInt(of), by: BigInt(by) });

function better(one: Contender, other: Contender): number {
  if (one.total !== other.total) return one.total > other.total ? -1 : 1;
  for (const [index, { of, by }] of one.tie.entries()) {
    const against = other.tie[index];
    const ahead = against ? of * against.by - against.of * by : 0n;
    if (ahead !== 0n) return ahead > 0n ? -1 : 1;
  }
  if (one.lot === null || other.lot === null || one.lot === other.lot) return 0;
  return one.lot < other.lot ? -1 : 1;
}

/** As anybody can work it out: `printf %s 'SEED:QN-07' | sha256sum`. */
function lotOf(code: string, draws: readonly { codes: string[]; seed?: string }[]): string | null {
  const own = draws.find(({ codes, seed }) => seed !== undefined && codes.includes(code));
  return own ? createHash('sha256').update(`${own.seed}:${code}`).digest('hex') : null;
}

/** In the last digit that is published, half up. */
const rounded = ({ of, by }: Fraction, digits: number): bigint =>
  (2n * of * 10n ** BigInt(digits) + by) / (2n * by);

function written(units: bigint, digits: number): string {
  const text = String(units).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
