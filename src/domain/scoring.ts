import type { PointsRule } from './answers.js';
import { Decimal, type DecimalText, sum } from './decimals.js';

/** A judge's points by criterion. */
export type SheetPoints = Record<string, DecimalText>;

/** Why a judge doesn't score an entry. */
export const abstentionReasons = ['relation', 'unit', 'video', 'other'] as const;
export type AbstentionReason = (typeof abstentionReasons)[number];

/** `words`: in the judge's own, where the reason asks for them. */
export type Abstention = { reason: AbstentionReason; words: string | null };

/** Who is tied to an entry can't score it later, and what he has given for it doesn't count. */
export const isRecusal = (reason: AbstentionReason): boolean => reason === 'relation' || reason === 'unit';

type Rubric = readonly ({ id: string } & PointsRule)[];

/** What a sheet's points add up to. */
export const sheetSum = (points: SheetPoints): DecimalText =>
  sum(Object.values(points).map((value) => new Decimal(value))).toFixed();

/** The most a sheet can add up to. */
export const rubricSum = (rubric: Rubric): DecimalText =>
  sum(rubric.map(({ max }) => new Decimal(max))).toFixed();
