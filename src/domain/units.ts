import { type Cluster, withClusters } from './units/clusters.js';
import { withFormers } from './units/formers.js';
import { searchIndex, type UnitFound, type UnitSearch } from './units/search.js';
import { isValidAt, type Unit, type UnitLevel } from './units/unit.js';

export { type Cluster, type ClusterFault, clusterFaults } from './units/clusters.js';
export type { UnitFound, UnitSearch } from './units/search.js';
export { type Former, isValidAt, type Unit, type UnitLevel, unitLevel, unitLevels } from './units/unit.js';

/** One list of units as a tree. It doesn't change; another year's units are another list. */
export class Units {
  readonly #byCode: Map<string, Unit>;
  readonly #children = new Map<string, Unit[]>();
  /** Made at the first search: most lists are never searched by the process that reads them. */
  #find: ((query: string, options: UnitSearch) => UnitFound[]) | null = null;

  constructor(readonly all: readonly Unit[]) {
    this.#byCode = new Map(all.map((unit) => [unit.code, unit]));
    for (const unit of all) {
      if (unit.parentCode === null) continue;
      const siblings = this.#children.get(unit.parentCode);
      if (siblings) siblings.push(unit);
      else this.#children.set(unit.parentCode, [unit]);
    }
  }

  get(code: string): Unit | undefined {
    return this.#byCode.get(code);
  }

  parent(code: string): Unit | undefined {
    const parentCode = this.get(code)?.parentCode;
    return parentCode ? this.get(parentCode) : undefined;
  }

  children(code: string): readonly Unit[] {
    return this.#children.get(code) ?? [];
  }

  /** The unit itself, its parent, and so on to the top. */
  lineage(code: string): Unit[] {
    const line: Unit[] = [];
    for (let unit = this.get(code); unit && !line.includes(unit); unit = this.parent(unit.code))
      line.push(unit);
    return line;
  }

  /** The unit of that level which this one is, or is part of. */
  ancestor(code: string, level: UnitLevel): Unit | undefined {
    return this.lineage(code).find((unit) => unit.level === level);
  }

  /** Is it the unit `ancestorCode`, or a part of it? */
  isUnder(code: string, ancestorCode: string): boolean {
    return this.lineage(code).some((unit) => unit.code === ancestorCode);
  }

  /** The codes of the unit and of all its parts, of whichever level. */
  within(code: string): string[] {
    return [code, ...this.children(code).flatMap((child) => this.within(child.code))];
  }

  /** All units of a level that are, or are part of, the unit `code`, in the order of the list. */
  under(code: string, level: UnitLevel): Unit[] {
    const unit = this.get(code);
    if (unit?.level === level) return [unit];
    return this.children(code).flatMap((child) => this.under(child.code, level));
  }

  /** `xã Đức Phong` */
  shortName({ kind, name }: Unit): string {
    return `${kind} ${name}`;
  }

  /** `xã Đức Phong, huyện Mộ Đức`: with the unit it is a part of, since names repeat. */
  fullName(unit: Unit): string {
    return this.lineage(unit.code)
      .slice(0, 2)
      .map((each) => this.shortName(each))
      .join(', ');
  }

  /** The units that were in force on that day, `2025-07-01`, as a tree of their own. */
  validAt(day: string): Units {
    return new Units(this.all.filter((unit) => isValidAt(unit, day)));
  }

  /** The same units with the former names that their wordings tell, looked up in the list before this one. */
  after(earlier: Units): Units {
    return new Units(withFormers(this.all, earlier));
  }

  /** The same tree with clusters between communes and what they are part of. */
  withClusters(clusters: readonly Cluster[]): Units {
    return clusters.length === 0 ? this : new Units(withClusters(this, clusters));
  }

  /**
   * Finds units by what a person typed, best first: by the name they have or one they had, without accents
   * or with, with or without the kind (`xa`, `p.`, `TP`), with parents' names after it, with a hamlet's
   * before it, and with a wrong letter in a syllable. Worse matches are left out where there are better ones.
   */
  find(query: string, options: UnitSearch = {}): UnitFound[] {
    this.#find ??= searchIndex(this);
    return this.#find(query, options);
  }

  /** The units that `find` finds. */
  search(query: string, options: UnitSearch = {}): Unit[] {
    return this.find(query, options).map(({ unit }) => unit);
  }
}
