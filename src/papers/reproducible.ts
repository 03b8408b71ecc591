import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * Office files say when they were made, and so do the archives that they are. With `at` in all those places
 * the same content is the same bytes, whoever makes it and how often. `change` is given each XML part by its name.
 */
export function reproducible(
  file: Uint8Array,
  at: Date,
  change: (name: string, xml: string) => string = (_name, xml) => xml,
): Uint8Array {
  const stamp = `${at.toISOString().slice(0, 19)}Z`;
  const dated = (name: string, xml: string) =>
    name === 'docProps/core.xml' ? xml.replace(MOMENT, stamp) : xml;
  const parts = Object.entries(unzipSync(file)).sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1));
  return zipSync(
    Object.fromEntries(
      parts.map(([name, bytes]) => [
        name,
        name.endsWith('.xml') ? strToU8(change(name, dated(name, strFromU8(bytes)))) : bytes,
      ]),
    ),
    { mtime: ARCHIVED },
  );
}

/** Readers look for the list of contents first. */
const order = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);

const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** The first moment that an archive can hold, by whatever clock it is read. */
const ARCHIVED = new Date(1980, 0, 2);
