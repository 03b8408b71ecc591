import { accentsOf, syllables } from './syllables.js';
import type { Former, Unit } from './unit.js';
import type { Vocabulary } from './vocabulary.js';

/** All that may be named after a unit; shared by those that are parts of the same. */
export type Surroundings = {
  index: number;
  /** Names, without their kinds. */
  names: number[][];
  /** Those of all names and kinds. */
  syllables: number[];
};

/** A name of a unit, its own or a former one, as it is compared. */
export type Entry = {
  unit: Unit;
  former: Former | null;
  /** The unit's place in the list. */
  order: number;
  name: number[];
  accents: string[];
  /** The kind in full and as initials: `thanh pho`, `tp`. */
  kinds: number[][];
  /** What it is a part of, and what it was: numbers of the vocabulary. */
  above: Surroundings;
  /** The codes of all it is a part of; shared by those that are parts of the same. */
  partOf: ReadonlySet<string>;
};

export type Tree = { all: readonly Unit[]; lineage(code: string): Unit[] };

type Named = { kind: string | null; name: string };

/** Every name by which a unit of the tree can be found. */
export function entriesOf(
  tree: Tree,
  vocabulary: Vocabulary,
): { entries: Entry[]; surroundings: Surroundings[] } {
  const numbered = (words: string[]) => words.map((word) => vocabulary.number(word));
  const kindsOf = remembered((kind: string) => {
    const words = syllables(kind);
    return kind === '' ? [] : [numbered(words), numbered([words.map((word) => word.charAt(0)).join('')])];
  });
  const nameOf = remembered((name: string) => numbered(syllables(name)));
  const surroundings: Surroundings[] = [];
  const surroundedBy = remembered((called: string): Surroundings => {
    const named = called.split('\n').map((each) => each.split('\t'));
    const names = named.map(([, name = '']) => nameOf(name));
    const kinds = named.flatMap(([kind = '']) => kindsOf(kind).flat());
    const made = { index: surroundings.length, names, syllables: [...new Set([...names.flat(), ...kinds])] };
    surroundings.push(made);
    return made;
  });
  const around = (named: readonly Named[]) =>
    surroundedBy([...new Set(named.map(({ kind, name }) => `${kind ?? ''}\t${name}`))].join('\n'));
  const upwards = remembered((parentCode: string) => {
    const units = tree.lineage(parentCode);
    return { units, partOf: new Set(units.map(({ code }) => code)), around: around(units) };
  });
  const compared = ({ kind, name }: Named): Pick<Entry, 'name' | 'accents' | 'kinds'> => ({
    name: nameOf(name),
    accents: accentsOf(name),
    kinds: kindsOf(kind ?? ''),
  });

  const entries = tree.all.flatMap((unit, order): Entry[] => {
    const { units: now, partOf, around: aroundNow } = upwards(unit.parentCode ?? '');
    const { formers } = unit;
    const entry = { ...compared(unit), unit, former: null, order, partOf };
    if (!formers) return [{ ...entry, above: aroundNow }];
    const before = formers.flatMap(({ above }) => above);
    return [
      { ...entry, above: around([...now, ...before]) },
      ...formers
        .filter((former) => isAnotherName(former, unit))
        .map((former) => {
          const above = around([unit, ...now, ...former.above]);
          return { ...compared(former), unit, former, order, partOf, above };
        }),
    ];
  });
  return { entries, surroundings };
}

const isAnotherName = (former: Former, unit: Unit): boolean =>
  former.name !== unit.name || (former.kind !== null && former.kind !== unit.kind);

function remembered<Value>(make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const before = made.get(text);
    if (before !== undefined) return before;
    const value = make(text);
    made.set(text, value);
    return value;
  };
}
