import path from 'node:path';
import process from 'node:process';
import { type Unit, Units } from '../src/domain/units.js';
import { projectFolder } from '../src/main.js';
import { loadUnits } from '../src/store/unitFiles.js';

/** How long searches of one sort took, in milliseconds, and how often what was meant came first. */
export type SearchTimes = {
  what: string;
  queries: number;
  p50: number;
  p99: number;
  most: number;
  /** Of 100: what was meant was among the first ten. */
  found: number;
};

const SIZE = 20_000;
const QUERIES = 300;

/**
 * The country of 2025 with all its former names, filled up to 20,000 units with hamlets that bear the names
 * of the communes of 2023, so that names repeat as they do.
 */
export async function timeSearches(): Promise<{ units: number; names: number; times: SearchTimes[] }> {
  const list = (name: string) => loadUnits(path.join(projectFolder, 'contests/units', `${name}.csv`));
  const [before, now] = await Promise.all([list('vn-2023-three-tiers'), list('vn-2025-two-tiers')]);
  const communes = now.all.filter(({ level }) => level === 'commune');
  const namesakes = before.all.filter(({ level }) => level === 'commune');
  const hamlets = Array.from({ length: SIZE - now.all.length }, (_, index): Unit => {
    const parent = communes[(index * 7) % communes.length];
    const name = namesakes[(index * 11) % namesakes.length]?.name ?? '';
    return {
      code: `h${index}`,
      parentCode: parent?.code ?? null,
      level: 'hamlet',
      type: 'thon',
      kind: 'thôn',
      name,
    };
  });
  const units = new Units([...now.all, ...hamlets]);
  units.find('nghia dien');

  const some = communes.filter((_, index) => index % 11 === 0).slice(0, QUERIES);
  const meant = (queryOf: (unit: Unit, index: number) => string | undefined) =>
    some.flatMap((unit, index) => {
      const query = queryOf(unit, index);
      return query ? [{ query, code: unit.code }] : [];
    });
  const bare = (text: string) =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  const former = ({ formers = [] }: Unit) => formers.find(({ codes }) => codes.length === 1)?.fullName;
  const sorts: [string, { query: string; code: string }[]][] = [
    ['full name', meant((unit) => units.fullName(unit))],
    ['name without accents', meant(({ name }) => bare(name).toLowerCase())],
    ['former name', meant((unit) => former(unit))],
    ['one letter wrong', meant((unit, index) => withTypo(bare(units.fullName(unit)), index))],
    ['former, one letter wrong', meant((unit, index) => withTypo(bare(former(unit) ?? ''), index))],
    ['one syllable', meant(({ name }) => bare(name).split(' ')[0])],
    ['hamlet before it', meant((unit) => `thon ky tho nam 2, ${bare(units.fullName(unit))}`)],
    ['a sentence', meant((unit) => `chao ban toi o ${bare(units.fullName(unit))}, xin cam on nhieu lam a`)],
  ];
  return {
    units: units.all.length,
    names: units.all.reduce((count, { formers = [] }) => count + 1 + formers.length, 0),
    times: sorts.map(([what, queries]) => ({ what, ...timed(units, queries) })),
  };
}

function timed(units: Units, queries: { query: string; code: string }[]): Omit<SearchTimes, 'what'> {
  let found = 0;
  const times = queries.map(({ query, code }) => {
    // The processor's time rather than the clock's: whatever else runs on this computer is left out.
    const before = process.cpuUsage();
    const results = units.find(query);
    const { user, system } = process.cpuUsage(before);
    const time = (user + system) / 1_000;
    if (results.some(({ unit }) => unit.code === code)) found += 1;
    return time;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    queries: queries.length,
    p50: at(0.5),
    p99: at(0.99),
    most: at(1),
    found: (100 * found) / queries.length,
  };
}

/** A letter inserted, missing, wrong, or swapped with its neighbour, in the longest word. */
function withTypo(text: string, index: number): string | undefined {
  const [word = ''] = [...text.split(/[\s,]+/)].sort((a, b) => b.length - a.length);
  if (word.length < 4) return undefined;
  const at = 1 + (index % (word.length - 2));
  const [head, letter, next, tail] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const wrong = [
    `${head}${letter}x${next}${tail}`,
    `${head}${next}${tail}`,
    `${head}x${next}${tail}`,
    `${head}${next}${letter}${tail}`,
  ];
  return text.replace(word, wrong[index % wrong.length] ?? word);
}
