/** Vietnam has kept UTC+7 without summer time since 1975. */
const OFFSET = 7 * 3_600_000;

export const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

/** @typedef {{ year: number, month: number, day: number, weekday: number, hour: number, minute: number }} WallTime */

/** @param {number} at @returns {WallTime} what a clock on a wall in Quảng Ngãi shows; months from 1 */
export function wallTime(at) {
  const date = new Date(at + OFFSET);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}

/** @param {{ year: number, month: number, day: number, hour?: number, minute?: number }} wall */
export const instant = ({ year, month, day, hour = 0, minute = 0 }) =>
  Date.UTC(year, month - 1, day, hour, minute) - OFFSET;

/** @param {number} number */
export const twoDigits = (number) => String(number).padStart(2, '0');

/** @param {number} at @returns {string} `08:05` */
export function hourOf(at) {
  const { hour, minute } = wallTime(at);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** @param {number} at @returns {string} `thứ Năm, 31/8/2023` */
export function dayOf(at) {
  const { weekday, day, month, year } = wallTime(at);
  return `${WEEKDAYS[weekday]}, ${day}/${month}/${year}`;
}

/** @param {number} at @returns {string} `thứ Năm, 31/8/2023 08:05` */
export const timeOf = (at) => `${dayOf(at)} ${hourOf(at)}`;

/** @param {number} at @returns {string} `31/8` */
export function shortDayOf(at) {
  const { day, month } = wallTime(at);
  return `${day}/${month}`;
}

/** @param {number} seconds @returns {string} `4:32` */
export const lengthOf = (seconds) => `${Math.floor(seconds / 60)}:${twoDigits(Math.floor(seconds % 60))}`;

/** @param {number} bytes @returns {string} `18,4 MB`, in the units messengers show */
export function sizeOf(bytes) {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${amount.toLocaleString('vi-VN', { maximumFractionDigits: amount < 100 ? 1 : 0 })} ${unit}`;
}
