import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Cast, castOf } from '../../replay/cast.js';
import { chanceOf } from '../../replay/chance.js';
import { type ContestRead, readContest } from '../../replay/contest.js';
import type { Playbill } from '../../replay/playbill.js';
import { dn2023 } from '../../replay/playbills/dn2023.js';
import { qn2023 } from '../../replay/playbills/qn2023.js';
import { qn2026 } from '../../replay/playbills/qn2026.js';
import { sl2024 } from '../../replay/playbills/sl2024.js';
import { handingInSlips, registeringSlips } from '../../replay/slips.js';

const contests = new Map<string, ContestRead>();
beforeAll(async () => {
  for (const { contest } of [qn2023, sl2024, dn2023, qn2026])
    contests.set(contest, await readContest(contest));
});

function cast(bill: Playbill, seed = '7'): Cast {
  const contest = contests.get(bill.contest);
  if (!contest) throw new Error(`${bill.contest} was not read`);
  return castOf(contest, bill, chanceOf(seed));
}

const seeds = ['1', '2', '3', '7', '8', '9'];
const entriesOf = ({ teams }: Cast) => teams.flatMap(({ clips }) => clips);

/** How many entries each unit sends, the fewest first. */
function sent({ teams }: Cast): number[] {
  const counts = new Map<string, number>();
  for (const { sender, clips } of teams)
    counts.set(sender.code, (counts.get(sender.code) ?? 0) + clips.length);
  return [...counts.values()].sort((a, b) => a - b);
}

describe('the cast of Quảng Ngãi 2023', () => {
  test.each(seeds)('fills 21 of 24 slots of 12 districts (seed %s)', (seed) => {
    expect(sent(cast(qn2023, seed))).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
  });

  test('holds the four teams that were chosen, and marks everything else as a sample', () => {
    const { teams } = cast(qn2023);
    const known = teams.filter(({ team }) => !team.startsWith('[mẫu]'));
    expect(known.map(({ unit, sender }) => `${unit.name}, ${sender.name}`).sort()).toEqual([
      'Hành Đức, Nghĩa Hành',
      'Nghĩa Điền, Tư Nghĩa',
      'Phổ Hòa, Đức Phổ',
      'Đức Phong, Mộ Đức',
    ]);
    const titles = entriesOf({ ...cast(qn2023), teams }).map(({ title }) => title);
    expect(titles.filter((title) => !title.startsWith('[mẫu]'))).toEqual(['Có Chú Minh đây rồi']);
  });

  test('is on both messengers, half and half', () => {
    const { teams, judges } = cast(qn2023);
    const onTelegram = (players: { platform: string }[]) =>
      players.filter(({ platform }) => platform === 'telegram').length;
    expect([onTelegram(teams), onTelegram(judges)]).toEqual([11, 3]);
  });

  test('makes every slip at least once', () => {
    const made = new Set(cast(qn2023).teams.flatMap((team) => team.slips));
    expect([...made].sort()).toEqual([...registeringSlips, ...handingInSlips].sort());
  });

  test('has a third team for a district whose slots are taken, and a late one for a free slot', () => {
    const { teams, third, late } = cast(qn2023);
    const fromDistrictOf = (team: { sender: { code: string } } | null) =>
      teams.filter(({ sender }) => sender.code === team?.sender.code).length;
    expect([fromDistrictOf(third), fromDistrictOf(late)]).toEqual([2, 1]);
  });

  test('is the same for the same seed', () => {
    expect(cast(qn2023)).toEqual(cast(qn2023));
    expect(cast(qn2023)).not.toEqual(cast(qn2023, '8'));
  });
});

describe('the cast of Sơn La 2024', () => {
  test.each(seeds)(
    'has authors with as many entries as they may send, and none with more (seed %s)',
    (seed) => {
      const counts = cast(sl2024, seed).teams.map(({ clips }) => clips.length);
      expect([counts.length, Math.max(...counts), counts.reduce((a, b) => a + b)]).toEqual([14, 3, 26]);
    },
  );

  test('sends clips of the length that the plan asks for, some of which don’t pass the screening', () => {
    const entries = entriesOf(cast(sl2024));
    const files = entries.flatMap(({ video }) => (video.kind === 'file' ? [video.seconds] : []));
    expect(files.filter((seconds) => seconds < 240 || seconds > 300)).toEqual([]);
    expect(files.length).toBeGreaterThan(5);
    expect(
      entries
        .map(({ fate }) => fate)
        .filter((fate) => fate !== 'passes')
        .sort(),
    ).toEqual(['corrected', 'corrected', 'lapses', 'rejected']);
  });
});

describe('the cast of Đắk Nông 2023', () => {
  test.each(seeds)('is one team of each district, in one form or both (seed %s)', (seed) => {
    const { teams } = cast(dn2023, seed);
    expect(teams.length).toBe(8);
    for (const { components, headcount, people, clips } of teams) {
      const [live, online] = [components?.includes('live'), components?.includes('online')];
      expect({ counted: headcount !== null, listed: people.length >= 30, clips: clips.length }).toEqual({
        counted: live,
        listed: online,
        clips: 0,
      });
    }
  });

  test('puts nobody on a list twice', () => {
    for (const { people } of cast(dn2023).teams) expect(new Set(people).size).toBe(people.length);
  });
});

describe('the cast of Quảng Ngãi 2026', () => {
  test('sends 190 entries from 96 communes, never more than two from one', () => {
    const counts = sent(cast(qn2026));
    expect([counts.length, counts[0], counts[2], counts.at(-1)]).toEqual([96, 1, 2, 2]);
    expect(entriesOf(cast(qn2026)).length).toBe(190);
  });

  test('has a coordinator and three judges in each of the 14 clusters, and seven judges above', () => {
    const { selections, judges } = cast(qn2026);
    expect([
      selections.length,
      ...new Set(selections.map((each) => each.judges.length)),
      judges.length,
    ]).toEqual([14, 3, 7]);
  });
});
