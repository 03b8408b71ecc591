import { beforeAll, describe, expect, test } from '@jest/globals';
import { castOf, slips } from '../../replay/cast.js';
import { chanceOf } from '../../replay/chance.js';
import type { Units } from '../../src/domain/units.js';
import { loadUnits } from '../../src/store/unitFiles.js';

let units: Units;
beforeAll(async () => {
  units = await loadUnits('contests/units/vn-2023-three-tiers.csv');
});

const cast = (seed: string) => castOf(units, '51', chanceOf(seed));

describe('the cast of Quảng Ngãi 2023', () => {
  test.each(['1', '2', '3', '7', '8', '9'])('fills 21 of 24 slots of 12 districts (seed %s)', (seed) => {
    const { districts, teams } = cast(seed);
    const sent = districts.map(({ code }) => teams.filter(({ district }) => district.code === code).length);
    expect(sent.sort()).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
  });

  test('holds the four teams that were chosen, and marks everything else as a sample', () => {
    const { teams } = cast('7');
    const known = teams.filter(({ team }) => !team.startsWith('[mẫu]'));
    expect(known.map(({ unit, district }) => `${unit.name}, ${district.name}`).sort()).toEqual([
      'Hành Đức, Nghĩa Hành',
      'Nghĩa Điền, Tư Nghĩa',
      'Phổ Hòa, Đức Phổ',
      'Đức Phong, Mộ Đức',
    ]);
    expect(teams.filter(({ title }) => !title.startsWith('[mẫu]')).map(({ title }) => title)).toEqual([
      'Có Chú Minh đây rồi',
    ]);
  });

  test('is on both messengers, half and half', () => {
    const { teams, judges } = cast('7');
    const onTelegram = (players: { platform: string }[]) =>
      players.filter(({ platform }) => platform === 'telegram').length;
    expect([onTelegram(teams), onTelegram(judges)]).toEqual([11, 3]);
  });

  test('makes every slip at least once', () => {
    const made = new Set(cast('7').teams.flatMap((team) => team.slips));
    expect([...made].sort()).toEqual([...slips].sort());
  });

  test('has a third team for a district whose slots are taken, and a late one for a free slot', () => {
    const { teams, third, late } = cast('7');
    const fromDistrictOf = ({ district }: { district: { code: string } }) =>
      teams.filter((team) => team.district.code === district.code).length;
    expect([fromDistrictOf(third), fromDistrictOf(late)]).toEqual([2, 1]);
  });

  test('is the same for the same seed', () => {
    expect(cast('7')).toEqual(cast('7'));
    expect(cast('7')).not.toEqual(cast('8'));
  });
});
