import type { Chance } from './chance.js';

/** Made-up people: every name a list can hold differs from every other. */

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hồ', 'Y', 'K’', 'Đỗ'] as const;
const middles = ['Văn', 'Thị', 'Đức', 'Hữu', 'Ngọc', 'Minh'] as const;
const given = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hà',
  'Khánh',
  'Lan',
  'Nga',
  'Oanh',
  'Phúc',
  'Quý',
] as const;

/** So many different names. */
export function namesOf(count: number, chance: Chance): string[] {
  const all = families.flatMap((family) =>
    middles.flatMap((middle) => given.map((name) => `${family} ${middle} ${name}`)),
  );
  return chance.shuffled(all).slice(0, count);
}
