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
  /** Its first and its last day, `2025-07-01`, where they are known. */
  from?: string;
  until?: string;
  /** The wording of what the unit was made from, as its list has it. */
  formerly?: string;
  /** What could be read of that wording. */
  formers?: Former[];
  /** Those pieces of it that say nothing that can be read. */
  unread?: string[];
};

/** A unit of an earlier list that this one, or some of it, was made from. */
export type Former = {
  /** `null` where the wording gives the name alone. */
  kind: string | null;
  name: string;
  /** Is all of it in the new unit? `unclear` where the wording allows both. */
  extent: 'whole' | 'part' | 'unclear';
  /**
   * The units of the earlier list that can be meant: one is certain, several have the same name and
   * nothing says which it is, none means that the earlier list has no such name.
   */
  codes: string[];
  /** `xã Nghĩa Điền, huyện Tư Nghĩa`, as far as it is certain. */
  fullName: string;
  /** What it was, or may have been, a part of. */
  above: readonly Pick<Unit, 'kind' | 'name'>[];
};

/** Was it in force on that day? What has no first or last day always was, or still is. */
export const isValidAt = ({ from, until }: Pick<Unit, 'from' | 'until'>, day: string): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until);
