import { type Named, readFormerly } from './formerly.js';
import { spellingKey } from './syllables.js';
import type { Former, Unit } from './unit.js';

/** What is asked of the earlier list. */
type Earlier = {
  all: readonly Unit[];
  get(code: string): Unit | undefined;
  lineage(code: string): Unit[];
};

/**
 * Each unit with what its wording says it was made from, looked up in the earlier list: by the name, within
 * the provinces that its own province was made from, and within the district that is named in brackets.
 * Nothing is guessed: where a name stands for several units, all of them are given.
 */
export function withFormers(units: readonly Unit[], earlier: Earlier): Unit[] {
  const find = finderOf(earlier);
  const provinces = new Map<string, Set<string>>();
  const described = (unit: Unit, places: ReadonlySet<string> | null): Unit => {
    if (unit.formerly === undefined) return unit;
    const { unchanged, named, unread } = readFormerly(unit.formerly);
    const names = unchanged ? [itself(unit, earlier)] : named;
    const formers = names.map((each) => formerOf(each, find(each, places, unit.code), earlier));
    return { ...unit, formers, ...(unread.length > 0 && { unread }) };
  };

  const top = units.map((unit) => {
    if (unit.parentCode !== null) return unit;
    const province = described(unit, null);
    provinces.set(unit.code, new Set(province.formers?.flatMap(({ codes }) => codes)));
    return province;
  });
  const parents = new Map(units.map(({ code, parentCode }) => [code, parentCode]));
  const provinceOf = (code: string): string => {
    let at = code;
    for (let up = parents.get(at); up; up = parents.get(at)) at = up;
    return at;
  };
  return withSharedAsParts(
    top.map((unit) =>
      unit.parentCode === null ? unit : described(unit, provinces.get(provinceOf(unit.code)) ?? null),
    ),
  );
}

/** What went into several units is in none of them as a whole, whatever their wordings say. */
function withSharedAsParts(units: Unit[]): Unit[] {
  const uses = new Map<string, number>();
  for (const { codes } of units.flatMap(({ formers = [] }) => formers)) {
    const [only] = codes;
    if (only !== undefined && codes.length === 1) uses.set(only, (uses.get(only) ?? 0) + 1);
  }
  const isShared = ({ codes }: Former) => codes.length === 1 && (uses.get(codes[0] ?? '') ?? 0) > 1;
  return units.map((unit) =>
    unit.formers?.some(isShared)
      ? {
          ...unit,
          formers: unit.formers.map((each) => (isShared(each) ? { ...each, extent: 'part' as const } : each)),
        }
      : unit,
  );
}

/** A province that is unchanged may have another name now, but it has its number still: 46 is Huế. */
function itself({ code, level, kind, name }: Unit, earlier: Earlier): Named {
  const before = level === 'province' ? earlier.get(code) : undefined;
  return {
    kind,
    name,
    ...(before && { kind: before.kind, name: before.name }),
    extent: 'whole',
    within: null,
  };
}

type Find = (named: Named, provinces: ReadonlySet<string> | null, code: string) => Unit[];

function finderOf(earlier: Earlier): Find {
  const byName = new Map<string, Unit[]>();
  for (const unit of earlier.all) {
    const key = spellingKey(unit.name);
    const namesakes = byName.get(key);
    if (namesakes) namesakes.push(unit);
    else byName.set(key, [unit]);
  }
  return ({ kind, name, within }, provinces, code) => {
    const place = within && spellingKey(within);
    const isMeant = (unit: Unit) => {
      const line = earlier.lineage(unit.code);
      if (provinces ? !provinces.has(line.at(-1)?.code ?? '') : line.length > 1) return false;
      return !place || line.slice(1).some((each) => spellingKey(`${each.kind} ${each.name}`) === place);
    };
    const found = (byName.get(spellingKey(name)) ?? []).filter(isMeant);
    const ofKind = kind ? found.filter((unit) => unit.kind === kind) : found;
    // A xã that became a phường in between is still that xã, and the earlier list has it as one.
    const meant = ofKind.length > 0 ? ofKind : found;
    // Where a unit went on it kept its number.
    const same = meant.filter((unit) => unit.code === code);
    return same.length > 0 ? same : meant;
  };
}

function formerOf({ kind, name, extent, within }: Named, found: Unit[], earlier: Earlier): Former {
  const lines = found.map((unit) => earlier.lineage(unit.code).slice(1));
  const certain = lines.length === 1 ? lines[0]?.[0] : undefined;
  const place = certain ? `${certain.kind} ${certain.name}` : within;
  return {
    kind,
    name,
    extent,
    codes: found.map((unit) => unit.code),
    fullName: [kind ? `${kind} ${name}` : name, ...(place ? [place] : [])].join(', '),
    above: [...new Set(lines.flat())],
  };
}
