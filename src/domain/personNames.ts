import { fold } from './text.js';

/** Is this somebody's name? What people type is never refused for it, only doubted. */

const surnames = new Set(
  (
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong lam doan trinh dao mai ' +
    'ha cao luu luong thai chau ta phung to van tang quach nghiem kieu la diep trieu ma nong vi lo lu luong ' +
    'quang cam tong giang thao vang sung mua lau hang ban cu va ca bac deo dieu siu ksor rmah rcom rah kpa nay ' +
    'y h ho k a rah ro cham nie eban ayun mlo'
  ).split(' '),
);

/** What is said to somebody at the end of a list, and is nobody's name. */
const said = new Set(
  (
    'xong roi nhe nha a da vang ok oke okay du het gui ghi cam on chao em anh chi ban nha day do vay thoi di ' +
    'tat ca chung toi minh cho voi tro ly oi duoc chua nhung nguoi danh sach la'
  ).split(' '),
);

/** Words that end a sentence; with their accents, since without them they may be somebody's name. */
const ends = /(?:^|\s)(?:rồi|nhé|ạ|nhá|nha|vậy|đấy|roi|nhe)$/u;

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => /\p{L}/u.test(word));

const isCapital = (word: string): boolean => /^\P{L}*\p{Lu}/u.test(word);

const startsWithSurname = ([first = '']: string[]): boolean =>
  surnames.has(fold(first).replace(/['’].*$/, ''));

/** `xong`, `gửi rồi nhé`: in a line in which a name is looked for. Who writes a name with capitals is believed. */
export function isHardlyName(text: string): boolean {
  const words = wordsOf(text);
  if (words.every((word) => said.has(fold(word))) || ends.test(text.normalize('NFC'))) return true;
  if (startsWithSurname(words) && words.length > 1) return false;
  const [first = '', ...others] = words;
  return others.length === 0 ? !isCapital(first) : !others.some(isCapital);
}

/** `xong`, `đủ rồi ạ`, `ok`: that nothing more is to come. */
export const saysDone = (text: string): boolean =>
  /^(?:(?:da |gui |nhu vay |the |vay )*(?:xong|du|het|ok|oke|okay|vang|ghi|dong y|thoi)(?: (?:ca|het|roi|nhe|nha|a|day|do|vay|thoi|di|luon|em|ban|vao|danh sach))*(?: |$))+$/.test(
    fold(text).replace(/[.!,;]+/g, ''),
  );

const GROUP =
  /^(?:tổ|đội|nhóm|thôn|xã|phường|câu lạc bộ|clb|ubnd|ủy ban|uỷ ban|khu phố|khối phố|tổ dân phố)\s/u;
const GROUP_BARE = /^(?:to|doi|nhom) (?:cong nghe|cnscd|cns|so|dan pho|thon|xa|khu|\d)|\b(?:cnscd|ubnd)\b/;

const namesGroup = (text: string): boolean =>
  GROUP.test(text.normalize('NFC').toLowerCase()) || GROUP_BARE.test(fold(text));

/** `Tổ CNSCĐ thôn 1`, where a person is asked for. */
export const isHardlyPerson = namesGroup;

/** `Nguyễn Thị Hoa`, where a team is asked for. */
export function isHardlyTeam(text: string): boolean {
  const words = wordsOf(text);
  if (namesGroup(text) || /\d/.test(text) || words.length < 3 || words.length > 4) return false;
  return startsWithSurname(words) && words.every(isCapital);
}
