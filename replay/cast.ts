import type { Platform } from '../src/chat.js';
import { componentChoices, countsPeople, teamSize } from '../src/domain/participation.js';
import { type Component, isKnown } from '../src/domain/plan.js';
import type { Unit } from '../src/domain/units.js';
import type { Chance } from './chance.js';
import { type Clip, type Fate, fileOf, linkOf, sampleTitle } from './clips.js';
import { type ContestRead, hasVideo, judgesIn, selectionRound } from './contest.js';
import { namesOf } from './names.js';
import { makersIn, type Place, sendersOf } from './places.js';
import type { Playbill } from './playbill.js';
import { deal, handingInSlips, platformAt, registeringSlips, type Slip } from './slips.js';
import { type Habit, habits, phoneAsWritten } from './typing.js';

/** Who takes part in a contest. What no source names is a sample, and says so: `[mẫu]`. */
export type Cast = {
  teams: Team[];
  /** Its unit has sent all it may when this team comes. */
  third: Team | null;
  /** Comes when the submission is closed. */
  late: Team | null;
  judges: Player[];
  screeners: Player[];
  /** Those who select what goes up, unit by unit. */
  selections: Selection[];
  organizer: Player;
  /** Approves the result, and publishes it. */
  chair: Player;
  secretary: Player;
  /** Takes care of the group on the other messenger. */
  member: Player;
};

export type Player = { platform: Platform; name: string; habit: Habit };

/** `coordinator`: `null` where the unit is all of the contest, and its organizer answers for it. */
export type Selection = { unit: Unit; coordinator: Player | null; judges: Player[] };

export type Team = Player & {
  unit: Unit;
  sender: Unit;
  team: string;
  contact: string;
  /** As it is kept, and as this person writes it. */
  phone: string;
  phoneWritten: string;
  clips: Clip[];
  slips: Slip[];
  /** What it takes part in, where there is a choice; how many come, where that is asked. */
  components: string[] | null;
  headcount: number | null;
  /** Who is on its list, where there is one. */
  people: string[];
};

export function castOf(contest: ContestRead, bill: Playbill, chance: Chance): Cast {
  const { places, full, open } = sendersOf(contest, bill, chance);
  const extra = (sender: Unit): Place => ({
    unit: chance.oneOf(makersIn(contest, sender)),
    sender,
    entries: 1,
  });
  const all = [...places, ...(full ? [extra(full)] : []), ...(open ? [extra(open)] : [])];
  const able = hasVideo(contest) ? [...registeringSlips, ...handingInSlips] : registeringSlips;
  const slips = deal(able, places.length, chance);
  const severalIn = (unit: Unit) => all.filter((place) => place.unit === unit).length > 1;
  const about = { contest, bill, chance, severalIn };
  const members = all.map((place, index) => teamAt(index, place, about, slips[index] ?? []));
  const teams = members.slice(0, places.length);
  dealFates(teams, bill, chance);
  const player = playersOf(contest, chance);
  return {
    teams,
    third: full ? (members[places.length] ?? null) : null,
    late: open ? (members.at(-1) ?? null) : null,
    judges: player(judgesIn(contest, bill.judges ?? 0), (number) => `Giám khảo mẫu ${number}`),
    screeners: player(bill.screeners ?? 0, (number) => `Người thẩm định mẫu ${number}`),
    selections: selectionsOf(contest, player),
    organizer: { platform: 'telegram', name: `Thư ký mẫu${mark(contest)}`, habit: 'neat' },
    chair: { platform: 'zalo', name: `Trưởng ban mẫu${mark(contest)}`, habit: 'neat' },
    secretary: { platform: 'telegram', name: `Văn thư mẫu${mark(contest)}`, habit: 'neat' },
    member: { platform: 'zalo', name: `Thành viên mẫu${mark(contest)}`, habit: 'neat' },
  };
}

type Players = ReturnType<typeof playersOf>;

const playersOf =
  (contest: ContestRead, chance: Chance) =>
  (count: number, name: (number: number) => string, from = 0): Player[] =>
    Array.from({ length: count }, (_, index) => ({
      platform: platformAt(from + index),
      name: `${name(index + 1)}${mark(contest)}`,
      habit: chance.oneOf(habits),
    }));

/** Names of people who are there in several contests at once differ. */
const mark = ({ plan }: ContestRead): string => ` (${plan.codePrefix})`;

/** One coordinator and one jury for each unit that selects. A jury of which nothing is known doesn't score. */
function selectionsOf(contest: ContestRead, player: Players): Selection[] {
  const round = selectionRound(contest);
  if (!round || !isKnown(round.level)) return [];
  const judges = isKnown(round.jury) && isKnown(round.jury.judges) ? round.jury.judges : 0;
  return contest.units.under(contest.root.code, round.level).map((unit, index) => {
    const [coordinator = null] =
      unit === contest.root ? [] : player(1, () => `Đầu mối mẫu ${unit.name}`, index);
    const jury = player(judges, (number) => `Giám khảo mẫu ${unit.name} ${number}`, index);
    return { unit, coordinator, judges: jury };
  });
}

type About = {
  contest: ContestRead;
  bill: Playbill;
  chance: Chance;
  /** Is this unit home to several teams? */
  severalIn: (unit: Unit) => boolean;
};

function teamAt(index: number, { unit, sender, entries }: Place, about: About, slips: Slip[]): Team {
  const { contest, bill, chance, severalIn } = about;
  const { plan, units } = contest;
  const number = String(index + 1).padStart(2, '0');
  const mine = bill.known?.find((each) => each.unit === unit.name && each.sender === sender.name);
  const platform = platformAt(index);
  const phone = `${bill.phones ?? '0905'}${String(index + 1).padStart(6, '0')}`;
  const choices = componentChoices(plan);
  const chosen = choices ? chance.oneOf(choices) : plan.components;
  return {
    platform,
    name: `Đội mẫu ${number}${mark(contest)}`,
    habit: habits[index % habits.length] ?? 'neat',
    unit,
    sender,
    team: mine?.team ?? `[mẫu] Tổ CNSCĐ ${units.shortName(unit)}${severalIn(unit) ? ` ${number}` : ''}`,
    contact: `Người liên hệ mẫu ${number}`,
    phone,
    phoneWritten: phoneAsWritten(phone, chance),
    clips: Array.from({ length: entries }, (_, nth): Clip => {
      const name = nth === 0 ? number : `${number}-${nth + 1}`;
      return {
        title: (nth === 0 && mine?.title) || sampleTitle(unit, chance),
        video: platform === 'telegram' && chance.happens(0.8) ? fileOf(name, plan, chance) : linkOf(name),
        quality: mine?.quality ?? chance.number() * 2 - 1,
        fate: 'passes',
      };
    }),
    slips,
    components: choices && chosen.map(({ id }) => id),
    headcount: chosen.some(countsPeople) ? headcountOf(chosen, chance) : null,
    people: chosen.some(({ list }) => list && isKnown(list.least))
      ? namesOf(chance.whole(30, 36), chance)
      : [],
  };
}

/** The usual size of a team, or what the plan allows of it. */
function headcountOf(components: readonly Component[], chance: Chance): number {
  const { least, most } = teamSize(components) ?? { least: 1, most: null };
  const highest = Math.max(least, Math.min(15, most ?? 15));
  return chance.whole(Math.max(least, Math.min(6, highest)), highest);
}

/** Who is sent back, corrects or doesn't, is rejected: single clips, of different teams. */
function dealFates(teams: readonly Team[], { fates = {} }: Playbill, chance: Chance): void {
  const plain = teams.filter(({ clips: [first] }) => first && first.quality < 1);
  const luckless = chance.shuffled(plain).map(({ clips: [first] }) => first);
  for (const [fate, count] of Object.entries(fates))
    for (const clip of luckless.splice(0, count)) if (clip) clip.fate = fate as Fate;
}
