import { fold } from '../text.js';

/**
 * Numbers of identity cards and bank accounts are never kept, not even in the message they came in. Where
 * one stood, this does: so the line is recognised again when its turn is worked a second time.
 */
const REMOVED = '███';

const date = /(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)/g;
const year = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
/** As it is dialled, or with the country before it. */
const phone = /(?<![\d+])(?:\+84|84|0)(?:[ .-]?\d){9,10}(?!\d)/g;
const run = /\d(?:[ .-]?\d)*/g;

/** Words beside which any longer number is one that isn't kept. */
export const namesPrivate = (text: string): boolean =>
  /\b(?:cccd|cmnd|cmtnd|cmt|can cuoc|chung minh|dinh danh|ho chieu|stk|tai khoan|ngan hang)\b/.test(
    fold(text),
  );

/** More digits than a house, a hamlet, a year or a telephone has. */
const LONGEST_HARMLESS = 8;
/** Beside a word for it, already these are too many. */
const LONGEST_BESIDE_WORD = 5;

/** Does this hold a number of an identity card or an account? */
export const holdsPrivateNumber = (line: string): boolean =>
  line.includes(REMOVED) || privateRuns(line).length > 0;

/** The text, with a mark in the place of each such number. */
export const withoutPrivateNumbers = (text: string): string =>
  text
    .split('\n')
    .map((line) => privateRuns(line).reduce((left, number) => left.replaceAll(number, REMOVED), line))
    .join('\n');

function privateRuns(line: string): string[] {
  const named = namesPrivate(line);
  const most = named ? LONGEST_BESIDE_WORD : LONGEST_HARMLESS;
  const rest = line.replace(date, ' | ').replace(phone, ' | ').replace(year, ' | ');
  return (rest.match(run) ?? []).filter((number) => {
    const { length } = number.replace(/\D/g, '');
    return length > most && !isCutPhone(number, named);
  });
}

/** A mobile number that a spreadsheet has taken the first zero from. Identity cards began with 0 to 3. */
const isCutPhone = (number: string, named: boolean): boolean => !named && /^[5789]\d{8}$/.test(number);

/** With the words before it, where there are any: `sn 1961`, `(sinh năm: 1961)`. */
const birthday = new RegExp(
  `(?:(?<![\\p{L}])(?:sn|sinh năm|sinh ngày|năm sinh|ngày sinh|sinh nam|nam sinh|sinh)[ .:]*)?(?:${date.source}|${year.source})`,
  'giu',
);

export const holdsBirthday = (line: string): boolean => line.search(birthday) >= 0;

/** Without days and years of birth, which a list has no need of. */
export const withoutBirthdays = (line: string): string => line.replace(birthday, ' | ');
