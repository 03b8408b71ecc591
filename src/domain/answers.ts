import { DateTime } from 'luxon';
import { Decimal, type DecimalText } from './decimals.js';
import { fold } from './text.js';

/*
 * Readers of what people type. Each returns the one way we write the value down, or `null` (or the
 * reason) when it can't be read: no guessing, the question is asked again.
 */

/** `8,5`, `8.5`, ` 8 `, `+8`, `-1` → `8.5`, `8.5`, `8`, `8`, `-1`. The comma is Vietnam's decimal point. */
export function readNumber(text: string): DecimalText | null {
  const written = fold(text).replace(/ ?([.,]) ?/, '$1');
  if (!/^[+-]?\d{1,15}([.,]\d{1,9})?$/.test(written)) return null;
  return new Decimal(written.replace(',', '.').replace('+', '')).toFixed();
}

const digitWords = 'khong mot hai ba bon tu nam lam sau bay tam chin muoi chuc'.split(' ');
const besideDigits = 'tram nghin ngan trieu ty ruoi phay linh le dong diem'.split(' ');

/**
 * Is it a number in words: «hai triệu», «ba mươi lăm rưỡi»? It isn't read, since many say less than they mean
 * («một trăm hai»): whoever typed it is asked for digits.
 */
export function isInWords(text: string): boolean {
  const said = fold(text).split(' ');
  return (
    said.some((word) => digitWords.includes(word)) &&
    said.every((word) => digitWords.includes(word) || besideDigits.includes(word))
  );
}

/** Whole and not negative; groups of three may be set apart: `1250`, `1.250`, `1,250`, `1 250` → 1250. */
export function readCount(text: string): number | null {
  const written = fold(text);
  if (/^\d{1,12}$/.test(written)) return Number(written);
  if (!/^[1-9]\d{0,2}(?:([.,' ])\d{3})(?:\1\d{3}){0,2}$/.test(written)) return null;
  return Number(written.replace(/\D/g, ''));
}

const rankWords = ['nhat', 'nhi', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'];

/** `1`, `hạng 2`, `hạng nhất`, `thứ nhì`, `giải ba` → 1, 2, 1, 2, 3. */
export function readRank(text: string): number | null {
  const said = fold(text).replace(/^(?:xep )?(?:hang |thu |giai )*/, '');
  const inWords = rankWords.indexOf(said.replace(/^hai$/, 'nhi').replace(/^bon$/, 'tu'));
  return inWords < 0 ? readCount(said) : inWords + 1;
}

/** `1tr5`, `2 triệu 500`, `3 triệu rưỡi`: one figure after the unit is a tenth of it, three are its thousandths. */
const afterUnit = /^(\d{1,6}) ?(ty|trieu|tr) ?(\d|\d{3}|ruoi)$/;

/**
 * `5.000.000`, `5 triệu`, `5,5tr đồng`, `500 nghìn`, `500k`, `1tr5` → whole đồng; `null` if it isn't a whole sum.
 * `1.250 triệu` might be a million or a thousand million, so it is asked again.
 */
export function readDong(text: string): number | null {
  const written = fold(text)
    .replace(/ ?(?:vnd|dong|d)$/, '')
    .replace(afterUnit, (_, whole, unit, part) => {
      return `${whole},${part === 'ruoi' ? '5' : part} ${unit}`;
    });
  const [matched, amount, unit] =
    /^(\d{1,6}(?:,\d{1,3}|\.\d{1,2})?) ?(ty|trieu|tr|nghin|ngan|k)$/.exec(written) ?? [];
  if (!matched) return readCount(written);
  const factor = unit === 'ty' ? 1_000_000_000 : unit?.startsWith('tr') ? 1_000_000 : 1_000;
  const dong = new Decimal((amount ?? '').replace(',', '.')).times(factor);
  return dong.isInteger() && dong.greaterThan(0) ? dong.toNumber() : null;
}

export type PointsRule = { max: DecimalText; step: DecimalText };

export type PointsRead =
  | { kind: 'points'; points: DecimalText }
  | { kind: 'unreadable' }
  /** `30/50` where the most is 40. */
  | { kind: 'otherScale' }
  | { kind: 'tooLow'; min: DecimalText }
  | { kind: 'tooHigh'; max: DecimalText }
  | { kind: 'offStep'; step: DecimalText };

/**
 * Points for one criterion: from 0 to its `max`, in its `step`. `8,5 điểm`, `8 rưỡi` and `30/40`, where 40 is
 * the `max`, are understood too.
 */
export function readPoints(text: string, { max, step }: PointsRule): PointsRead {
  const [given = '', outOf, ...others] = fold(text)
    .replace(/ ?(diem|d)$/, '')
    .split('/');
  const points = readNumber(given.trim().replace(/^(\d+) ruoi$/, '$1.5'));
  if (points === null || others.length > 0) return { kind: 'unreadable' };
  if (outOf === undefined) return checkPoints(points, { max, step });
  const scale = readNumber(outOf);
  if (scale === null) return { kind: 'unreadable' };
  return scale === max ? checkPoints(points, { max, step }) : { kind: 'otherScale' };
}

/** The same bounds for points that were read already: a sheet from a table, a paper sheet. */
export function checkPoints(points: DecimalText, { max, step }: PointsRule): PointsRead {
  const value = new Decimal(points);
  if (value.isNegative() && !value.isZero()) return { kind: 'tooLow', min: '0' };
  if (value.greaterThan(max)) return { kind: 'tooHigh', max };
  if (!value.modulo(step).isZero()) return { kind: 'offStep', step };
  return { kind: 'points', points: value.abs().toFixed() };
}

const mobile = /^0[35789]\d{8}$/;
const landline = /^02\d{9}$/;

/**
 * A Vietnamese number, mobile or landline, as it is dialled at home: `0905.123.456`, `+84 905 123 456`,
 * `84905123456`, `(+84) 0905 123 456`, and `905123456` as spreadsheets leave it → `0905123456`.
 */
export function readPhone(text: string): string | null {
  const written = fold(text);
  if (!/^[\d+().\-–/ ]+$/.test(written) || written.lastIndexOf('+') > 1) return null;
  const digits = written.replace(/\D/g, '');
  const national =
    /^(?:00)?84/.test(digits) && digits.length > 10 ? digits.replace(/^(?:00)?84/, '') : digits;
  const dialled = national.startsWith('0') ? national : `0${national}`;
  return mobile.test(dialled) || landline.test(dialled) ? dialled : null;
}

/** The one number in a sentence: `sdt cua toi la 0905.123.456`. `null` if there is none, or several. */
export function findPhone(text: string): string | null {
  const alone = readPhone(text);
  if (alone) return alone;
  const candidates = fold(text).match(/[+(]{0,2}\d[\d().\-–/ ]{7,}\d/g) ?? [];
  const [phone, ...others] = new Set(candidates.map(readPhone).filter((each) => each !== null));
  return phone && others.length === 0 ? phone : null;
}

/** A day of the calendar, without an hour or a place: `2023-08-15`. */
export type CalendarDate = string;

const dayFirst = /^(?:ngay )?(\d{1,2})(?: ?[/.-] ?| thang )(\d{1,2})(?:(?: ?[/.-] ?|,? nam )(\d{4}|\d{2}))?$/;
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** `15/8/2023`, `15-8-23`, `ngày 15 tháng 8`, `2023-08-15`. Without a year: the such day nearest to `near`. */
export function readDate(text: string, near: Date, zone: string): CalendarDate | null {
  const written = fold(text);
  const iso = yearFirst.exec(written);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const [matched, day, month, year] = dayFirst.exec(written) ?? [];
  if (!matched) return null;
  if (year) return calendarDate(Number(year) + (year.length === 2 ? 2000 : 0), Number(month), Number(day));

  const then = DateTime.fromJSDate(near, { zone }).startOf('day');
  const candidates = [then.year - 1, then.year, then.year + 1]
    .map((year) => calendarDate(year, Number(month), Number(day)))
    .filter((date) => date !== null);
  const distance = (date: CalendarDate) => Math.abs(DateTime.fromISO(date, { zone }).diff(then, 'days').days);
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** A day, and the hour if one was said: `17:00`. */
export type DayTime = { day: CalendarDate; time: string | null };

/** A day that no calendar has, as it was typed: the month (and its year, if one was said) with its last day. */
export type NoSuchDay = { month: number; year: number | null; last: number };

/** `31/9`, `29/2/2027 17h`: why it is no day. `null` where nothing in the text is written like one that isn't. */
export function noSuchDay(text: string): NoSuchDay | null {
  const [, day, monthText, yearText] =
    /(?<![\d/.-])(\d{1,2})(?: ?[/.-] ?| thang )(\d{1,2})(?:(?: ?[/.-] ?|,? nam )(\d{4}|\d{2}))?(?!\d)/.exec(
      fold(text),
    ) ?? [];
  const month = Number(monthText);
  if (day === undefined || month < 1 || month > 12) return null;
  const year = yearText ? Number(yearText) + (yearText.length === 2 ? 2000 : 0) : null;
  // Without a year even the 29th of February may be meant.
  const last = DateTime.utc(year ?? 2000, month, 1).daysInMonth ?? 31;
  return Number(day) > last ? { month, year, last } : null;
}

const hour =
  '(?:luc |vao )?(\\d{1,2})(?: ?(?:h|g|gio|:) ?(\\d{2}|ruoi)?)(?: ?phut)?(?: (?:buoi )?(sang|trua|chieu|toi|dem))?';
const hourLast = new RegExp(`^(.+?),? ${hour}$`);
const hourFirst = new RegExp(`^${hour},? (.+)$`);

/** `15/8`, `đến hết 15/8`, `15/8/2026 17h`, `17 giờ 30 ngày 15/8`, `15-8 lúc 5h chiều`. Hours go from 0 to 23. */
export function readDayTime(text: string, near: Date, zone: string): DayTime | null {
  const written = fold(text).replace(/^(?:den het|den|het) (?:ngay )?/, '');
  const whole = readDate(written, near, zone);
  if (whole) return { day: whole, time: null };
  const last = hourLast.exec(written);
  const first = hourFirst.exec(written);
  const [date, hours, minutes, part] = last
    ? [last[1], last[2], last[3], last[4]]
    : first
      ? [first[4], first[1], first[2], first[3]]
      : [];
  const day = date === undefined ? null : readDate(date, near, zone);
  const hourOfDay = hourIn(Number(hours), part);
  const minute = minutes === 'ruoi' ? '30' : (minutes ?? '00');
  if (!day || hourOfDay === null || Number(minute) > 59) return null;
  return { day, time: `${String(hourOfDay).padStart(2, '0')}:${minute}` };
}

/** Which hours of the clock are said with a part of the day, and how many come on top in the afternoon. */
const partsOfDay: Record<string, { hours: number[]; later: number[] }> = {
  sang: { hours: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], later: [] },
  trua: { hours: [10, 11, 12, 13, 14], later: [1, 2] },
  chieu: { hours: [12, 13, 14, 15, 16, 17, 18], later: [1, 2, 3, 4, 5, 6] },
  toi: { hours: [18, 19, 20, 21, 22, 23], later: [6, 7, 8, 9, 10, 11] },
  // Midnight would be of one day or of the next.
  dem: { hours: [1, 2, 3, 20, 21, 22, 23], later: [8, 9, 10, 11] },
};

/** `null` where the two don't go together: 17 giờ sáng. */
function hourIn(hour: number, part: string | undefined): number | null {
  if (part === undefined) return hour <= 23 ? hour : null;
  const about = partsOfDay[part];
  if (about?.later.includes(hour)) return hour + 12;
  return about?.hours.includes(hour) ? hour : null;
}

/** `24 giờ`, `24h`, `2 ngày` → hours; at most 60 days. */
export function readHours(text: string): number | null {
  const [matched, amount, unit] = /^(\d{1,4}) ?(h|gio|tieng|ngay)$/.exec(fold(text)) ?? [];
  if (!matched) return null;
  const hours = Number(amount) * (unit === 'ngay' ? 24 : 1);
  return hours > 0 && hours <= 60 * 24 ? hours : null;
}

function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  return DateTime.utc(year, month, day).toISODate();
}

/** `qn 7`, `QN-07`, `QN07`, `#7`, `7` → `QN-07`, in a contest whose codes begin with `QN`. */
export function readEntryCode(text: string, prefix: string): string | null {
  const written = fold(text).replace(/^#/, '').trim();
  const bare = written.startsWith(fold(prefix)) ? written.slice(fold(prefix).length) : written;
  const number = /^[\s\-–—_./#]*(\d{1,6})$/.exec(bare)?.[1];
  return number && Number(number) > 0 ? entryCode(prefix, Number(number)) : null;
}

/**
 * A code in front of a sentence, as it was typed, and the sentence. A number without the code's letters is one only
 * where nothing follows: «3 giám khảo chấm sai» is about three judges.
 */
export function codeInFront(text: string, prefix: string): { code: string; rest: string } | null {
  const [, code = '', rest = ''] = /^([a-z]*[\s-]*\d+)(?:[\s:;,.–-]+(.*))?$/is.exec(text) ?? [];
  const isMeant = rest === '' || /^[a-z]/i.test(code);
  return isMeant && readEntryCode(code, prefix) ? { code, rest } : null;
}

/** The 7th entry of `QN` is `QN-07`; past 99 the code grows. */
export const entryCode = (prefix: string, number: number): string =>
  `${prefix}-${String(number).padStart(2, '0')}`;
