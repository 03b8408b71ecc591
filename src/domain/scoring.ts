import { checkPoints, type PointsRead, type PointsRule } from './answers.js';
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

export type SheetFault =
  | { criterion: string; fault: Exclude<PointsRead, { kind: 'points' } | { kind: 'unreadable' }> }
  | { criterion: string; fault: { kind: 'missing' } }
  | { criterion: string; fault: { kind: 'notInRubric' } };

/** What keeps a sheet from counting: every criterion needs points in its bounds, and there are no others. */
export function sheetFaults(points: SheetPoints, rubric: Rubric): SheetFault[] {
  const faults: SheetFault[] = [];
  for (const { id, ...rule } of rubric) {
    const given = points[id];
    if (given === undefined) {
      faults.push({ criterion: id, fault: { kind: 'missing' } });
      continue;
    }
    const checked = checkPoints(given, rule);
    if (checked.kind !== 'points' && checked.kind !== 'unreadable')
      faults.push({ criterion: id, fault: checked });
  }
  const strange = Object.keys(points).filter((criterion) => !rubric.some(({ id }) => id === criterion));
  return [...faults, ...strange.map((criterion) => ({ criterion, fault: { kind: 'notInRubric' as const } }))];
}
