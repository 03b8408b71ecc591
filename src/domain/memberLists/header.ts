import { fold } from '../text.js';
import { namesPrivate } from './privateNumbers.js';
import type { TableLine } from './tableLine.js';

/** Which column holds what. `name` is two columns where the family name has its own. */
export type Columns = {
  name: number[];
  phone: number | null;
  role: number | null;
  unit: number | null;
  /** A column for numbers of identity cards or accounts. */
  hasPrivate: boolean;
};

const fullName =
  /^(?:ho va ten|ho ten|ho, ten|ho & ten|ten thanh vien|thanh vien|ten nguoi|nguoi tham gia|ho va ten .*|ho ten .*)$/;
const familyName = /^(?:ho|ho dem|ho va dem|ho va ten dem|ho lot|ho va ten lot|ho va chu lot)$/;
const givenName = /^ten$/;
const phone = /dien thoai|sdt|so dt|di dong|lien he|zalo/;
const role = /chuc vu|chuc danh|vai tro|nhiem vu|cuong vi/;
const unit = /don vi|to cong nghe|\bthon\b|\bxa\b|phuong|to dan pho|dia chi|noi o|co quan|\bbon\b|\bbuon\b/;

/** Official tables have their title, and the unit's, over the line of column titles. */
const LINES_ABOVE = 15;

export function findHeader(lines: readonly TableLine[]): { line: number; columns: Columns } | null {
  for (const { line, values } of lines.slice(0, LINES_ABOVE)) {
    const columns = columnsOf(values.map(fold));
    if (columns) return { line, columns };
  }
  return null;
}

function columnsOf(titles: readonly string[]): Columns | null {
  // One cell alone is a title of the whole, or a line of text.
  if (titles.filter((title) => title !== '').length < 2) return null;
  const at = (is: RegExp): number | null => {
    const index = titles.findIndex((title) => is.test(title));
    return index < 0 ? null : index;
  };
  const family = at(familyName);
  const given = at(givenName);
  const both = family !== null && given !== null ? [family, given] : null;
  const one = at(fullName) ?? given;
  const name = both ?? (one === null ? null : [one]);
  if (!name) return null;
  const elsewhere = (index: number | null) => (index !== null && name.includes(index) ? null : index);
  return {
    name,
    phone: elsewhere(at(phone)),
    role: elsewhere(at(role)),
    unit: elsewhere(at(unit)),
    hasPrivate: titles.some(namesPrivate),
  };
}
