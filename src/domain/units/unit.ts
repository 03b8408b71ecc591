import { z } from 'zod';

/** The levels of government, from the top; `cluster` groups communes where there are no districts. */
export const unitLevels = ['province', 'district', 'cluster', 'commune', 'hamlet'] as const;
export const unitLevel = z.enum(unitLevels);
export type UnitLevel = z.output<typeof unitLevel>;

export type Unit = {
  /** The official number. It is the same only within one list: numbers were given again in 2025. */
  code: string;
  parentCode: string | null;
  level: UnitLevel;
  /** `huyen`, `xa`, `thi_tran` …, as the official list spells it. */
  type: string;
  /** What the type is called, in small letters: `thị trấn`. */
  kind: string;
  name: string;
  /** The official wording of what a unit of 2025 was made from. */
  formerly?: string;
};
