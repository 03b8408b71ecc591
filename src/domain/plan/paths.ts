/*
 * A path names a place in a document: `scoring.jury.weight`. In a list whose items have an `id`, an item
 * is named by it (`scoring.criteria.content.max`), so that a path keeps its meaning when the list is
 * reordered; in any other list by its number from 0.
 */

export type Path = string;

/** What stands at the path, `undefined` if there is nothing. */
export function valueAt(document: unknown, path: Path): unknown {
  return path.split('.').reduce((value, key) => child(value, key), document);
}

/** A copy of the document with another value at the path; what the path doesn't touch is shared. */
export function withValueAt<T>(document: T, path: Path, value: unknown): T {
  return replaced(document, path.split('.'), value) as T;
}

/** Every value that isn't itself a list or an object with something in it, with its path. */
export function* leaves(
  value: unknown,
  isLeaf: (value: unknown) => boolean,
  path: Path = '',
): Generator<[Path, unknown]> {
  if (isLeaf(value) || typeof value !== 'object' || value === null) {
    yield [path, value];
    return;
  }
  const items = Object.entries(value);
  for (const [key, item] of items) {
    if (item === undefined) continue;
    const name = (Array.isArray(value) && idOf(item)) || key;
    yield* leaves(item, isLeaf, path ? `${path}.${name}` : name);
  }
}

/** The keys and list numbers by which zod and YAML find a place, as a path. */
export function pathOf(document: unknown, steps: readonly PropertyKey[]): Path {
  const names: string[] = [];
  let value = document;
  for (const step of steps) {
    const item =
      value && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[step] : undefined;
    names.push((Array.isArray(value) && idOf(item)) || String(step));
    value = item;
  }
  return names.join('.');
}

/** The keys and list numbers that lead to a path, as far as there is something. */
export function stepsOf(document: unknown, path: Path): (string | number)[] {
  const steps: (string | number)[] = [];
  let value = document;
  for (const key of path === '' ? [] : path.split('.')) {
    const next = child(value, key);
    if (next === undefined) break;
    steps.push(Array.isArray(value) ? indexOf(value, key) : key);
    value = next;
  }
  return steps;
}

function child(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[indexOf(value, key)];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function indexOf(list: unknown[], key: string): number {
  const byId = list.findIndex((item) => idOf(item) === key);
  return byId >= 0 ? byId : /^\d+$/.test(key) ? Number(key) : -1;
}

function idOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('id' in item)) return undefined;
  return typeof item.id === 'string' ? item.id : undefined;
}

function replaced(value: unknown, [key, ...rest]: string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value)) {
    const index = indexOf(value, key);
    return value.map((item, at) => (at === index ? replaced(item, rest, replacement) : item));
  }
  return { ...(value as object), [key]: replaced(child(value, key), rest, replacement) };
}
