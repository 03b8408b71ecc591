import type { Platform } from '../src/chat.js';
import type { Unit, Units } from '../src/domain/units.js';
import type { Chance } from './chance.js';
import { type Habit, habits, phoneAsWritten } from './typing.js';

/**
 * Who takes part in Quảng Ngãi's contest of 2023. The news names four teams; everything else is a sample
 * and says so: `[mẫu]`.
 */
export type Cast = {
  districts: Unit[];
  teams: Team[];
  /** Its district has sent all it may when this team comes. */
  third: Team;
  /** Comes when the submission is closed. */
  late: Team;
  judges: Player[];
  organizer: Player;
  /** Takes care of the group on the other messenger. */
  member: Player;
};

export type Player = { platform: Platform; name: string; habit: Habit };

export type Team = Player & {
  unit: Unit;
  district: Unit;
  team: string;
  contact: string;
  /** As it is kept, and as this person writes it. */
  phone: string;
  phoneWritten: string;
  title: string;
  video: SentVideo;
  slips: Slip[];
  /** Around 0; the judges and the audience see it alike, more or less. */
  quality: number;
};

export type SentVideo =
  | { kind: 'file'; name: string; bytes: number; seconds: number }
  | { kind: 'link'; url: string };

/** What goes wrong, or otherwise than planned, when a team registers or hands in its clip. */
export const slips = [
  'asksTooEarly',
  'unclearConsent',
  'namesDistrict',
  'mistypesUnit',
  'goesBack',
  'badPhone',
  'photoForText',
  'givesUpOnce',
  'changesTeam',
  'namesTeamTwice',
  'pressesOldButton',
  'asksForHelp',
  'sendsPhoto',
  'sendsDocument',
  'sendsTwoLinks',
  'sendsOpenLink',
  'confirmsTwice',
  'looksUpStatus',
  'sendsVideoFirst',
  'replacesVideo',
  'thinksOfWithdrawing',
] as const;
export type Slip = (typeof slips)[number];

const onTelegramOnly: Slip[] = ['pressesOldButton'];

/** 21 of 24 slots: each district sends two clips, three send only one. */
const SENDERS = 12;
const QUOTA = 2;
const WITH_ONE = 3;
const JUDGES = 6;

const known = [
  {
    district: 'Đức Phổ',
    unit: 'Phổ Hòa',
    team: 'Tổ CNSCĐ phường Phổ Hòa',
    title: 'Có Chú Minh đây rồi',
    quality: 1.4,
  },
  { district: 'Mộ Đức', unit: 'Đức Phong', team: 'Tổ CNSCĐ xã Đức Phong', title: null, quality: 1.3 },
  {
    district: 'Nghĩa Hành',
    unit: 'Hành Đức',
    team: 'Tổ CNSCĐ thôn Kỳ Thọ Nam 2, xã Hành Đức',
    title: null,
    quality: 1.2,
  },
  // Won in the end.
  { district: 'Tư Nghĩa', unit: 'Nghĩa Điền', team: 'Tổ CNSCĐ xã Nghĩa Điền', title: null, quality: 2.4 },
];

export function castOf(units: Units, province: string, chance: Chance): Cast {
  const districts = sendersOf(units, province, chance);
  const single = new Set(chance.shuffled(districts).slice(0, WITH_ONE));
  const places = districts.flatMap((district) => {
    const mine = known.find((each) => each.district === district.name);
    const first = mine && units.under(district.code, 'commune').find(({ name }) => name === mine.unit);
    const others = chance.shuffled(communesOf(units, district).filter((unit) => unit !== first));
    const count = single.has(district) ? 1 : QUOTA;
    return [...(first ? [first] : []), ...others].slice(0, count).map((unit) => ({ unit, district }));
  });
  const full = chance.oneOf(districts.filter((district) => !single.has(district)));
  const open = chance.oneOf([...single]);
  const extra = (district: Unit) => ({ unit: chance.oneOf(communesOf(units, district)), district });
  const all = [...chance.shuffled(places), extra(full), extra(open)];

  const wishes = deal(all.length - 2, chance);
  const members = all.map(
    (place, index): Team => ({ ...teamAt(index, place, units, chance), slips: wishes[index] ?? [] }),
  );
  const [late, third] = [members.pop(), members.pop()];
  if (!late || !third) throw new Error('nobody takes part');
  return {
    districts,
    teams: members,
    third,
    late,
    judges: Array.from({ length: JUDGES }, (_, index) => ({
      platform: platformAt(index),
      name: `Giám khảo mẫu ${index + 1}`,
      habit: chance.oneOf(habits),
    })),
    organizer: { platform: 'telegram', name: 'Thư ký mẫu', habit: 'neat' },
    member: { platform: 'zalo', name: 'Thành viên mẫu', habit: 'neat' },
  };
}

/** Twelve of the thirteen districts. Which one sent nothing isn't known; the four that were chosen did. */
function sendersOf(units: Units, province: string, chance: Chance): Unit[] {
  const all = units.under(province, 'district');
  const silent = chance.shuffled(all.filter(({ name }) => !known.some(({ district }) => district === name)));
  const left = new Set(silent.slice(0, all.length - SENDERS));
  return all.filter((district) => !left.has(district));
}

/** An island district has no communes: all its teams are its own. */
function communesOf(units: Units, district: Unit): Unit[] {
  const communes = units.under(district.code, 'commune');
  return communes.length > 0 ? communes : Array.from({ length: QUOTA }, () => district);
}

const platformAt = (index: number): Platform => (index % 2 === 0 ? 'telegram' : 'zalo');

function teamAt(
  index: number,
  { unit, district }: { unit: Unit; district: Unit },
  units: Units,
  chance: Chance,
): Omit<Team, 'slips'> {
  const number = String(index + 1).padStart(2, '0');
  const mine = known.find((each) => each.unit === unit.name && each.district === district.name);
  const platform = platformAt(index);
  const phone = `09050000${number}`;
  return {
    platform,
    name: `Đội mẫu ${number}`,
    habit: habits[index % habits.length] ?? 'neat',
    unit,
    district,
    team: mine?.team ?? `[mẫu] Tổ CNSCĐ ${units.shortName(unit)}${district === unit ? ` ${number}` : ''}`,
    contact: `Người liên hệ mẫu ${number}`,
    phone,
    phoneWritten: phoneAsWritten(phone, chance),
    title: mine?.title ?? `[mẫu] ${chance.oneOf(subjects)} – ${unit.name}`,
    video: platform === 'telegram' && chance.happens(0.8) ? fileOf(number, chance) : linkOf(number),
    quality: mine?.quality ?? chance.number() * 2 - 1,
  };
}

const subjects = [
  'Bà Sáu dùng dịch vụ công',
  'Chợ quê không tiền mặt',
  'Ông nội gọi video',
  'Tổ công nghệ số về thôn',
  'Sổ sức khỏe điện tử của mẹ',
  'Nộp hồ sơ tại nhà',
  'Mã QR ở bến cá',
  'Lớp học ban đêm',
] as const;

/** One minute of HD weighs about 19 MB. */
function fileOf(number: string, chance: Chance): SentVideo {
  const seconds = chance.whole(35, 280);
  return { kind: 'file', name: `mau-${number}.mp4`, bytes: seconds * 312_500, seconds };
}

export const linkOf = (number: string): SentVideo => ({
  kind: 'link',
  url: `https://video.example/mau/${number}`,
});

/** Each slip happens to somebody; on Telegram only what needs its buttons. */
function deal(count: number, chance: Chance): Slip[][] {
  const dealt = Array.from({ length: count }, (): Slip[] => []);
  const everybody = Array.from({ length: count }, (_, index) => index);
  for (const slip of slips) {
    const able = everybody.filter(
      (index) => !onTelegramOnly.includes(slip) || platformAt(index) === 'telegram',
    );
    const least = Math.min(...able.map((index) => dealt[index]?.length ?? 0));
    const luckless = able.filter((index) => dealt[index]?.length === least);
    dealt[chance.oneOf(luckless)]?.push(slip);
  }
  return dealt;
}
