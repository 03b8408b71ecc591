import i18next from 'i18next';
import { DateTime } from 'luxon';
import vi from '../locales/vi/index.js';
import type { Style, Styled } from './chat.js';

/**
 * The words in a person's language. A sentence may carry `<b>`, `<i>` and `<code>`; what is filled in is
 * shown as it is spelt, whatever signs it holds.
 */

type Leaves<Tree, Prefix extends string = ''> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? `${Prefix}${Name}`
    : Leaves<Tree[Name], `${Prefix}${Name}.`>;
}[keyof Tree & string];
type Sentence<Tree, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Tree
    ? Sentence<Tree[Head], Rest>
    : never
  : Path extends keyof Tree
    ? Tree[Path]
    : never;
type Blanks<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Blanks<Rest> : never;

export type Key = Leaves<typeof vi>;
export type Value = string | number;
type Values<K extends Key> = [Blanks<Sentence<typeof vi, K>>] extends [never]
  ? []
  : [values: Record<Blanks<Sentence<typeof vi, K>>, Value>];

/** A key whose sentence has no blanks: names of forms, steps and buttons. */
export type Label = { [K in Key]: Values<K> extends [] ? K : never }[Key];

export type Words = {
  <K extends Key>(key: K, ...values: Values<K>): Styled;
  /** Without styling: for labels and file names. */
  plain<K extends Key>(key: K, ...values: Values<K>): string;
  /** For keys that come from a `Refusal`; a test sees that each exists. */
  loose(key: string, values: Record<string, Value>): Styled;
  has(key: string): boolean;
  /** "23 giờ 59 thứ Sáu, 1/9/2023", in the contest's time zone. */
  moment(at: Date): string;
  /** "thứ Sáu, 1/9/2023". */
  day(at: Date): string;
  /** "1/9". */
  dayAndMonth(at: Date): string;
  /** "62,67" and "1.310": as people here write them. */
  number(value: string | number): string;
};

const ZONE = 'Asia/Ho_Chi_Minh';

/** Stands for `<` in what is filled in, so that it can't be taken for our own styling. */
const LESS_THAN = '\uE000';

const i18n = i18next.createInstance();
await i18n.init({
  lng: 'vi',
  resources: { vi: { translation: vi } },
  returnNull: false,
  saveMissing: true,
  missingKeyHandler: (_languages, _namespace, key) => {
    throw new Error(`no words for ${key}`);
  },
  missingInterpolationHandler: (text, match) => {
    throw new Error(`no value for ${match[1]} in: ${text}`);
  },
  interpolation: {
    escapeValue: true,
    escape: (value: string) => String(value).replaceAll(LESS_THAN, '').replaceAll('<', LESS_THAN),
  },
});

const inZone = (at: Date): DateTime => DateTime.fromJSDate(at, { zone: ZONE }).setLocale('vi');

/** Weekdays as official papers spell them: "thứ Hai", but "Chủ nhật". */
const dayOf = (at: DateTime): string =>
  at.toFormat('cccc, d/M/yyyy').replace('Thứ', 'thứ').replace('Chủ Nhật', 'Chủ nhật');

const say = (key: string, values: Record<string, Value> = {}): Styled =>
  parse(notTwice(i18n.t(key, marked(values))));

const NAMED_TEAM = '\uE001';

const marked = (values: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && /^đội\s/i.test(value) ? `${NAMED_TEAM}${value}` : value,
    ]),
  );

/** Many a team is called "Đội …", and would be "đội Đội …" where the sentence says so too. The name stays as it is. */
const notTwice = (sentence: string): string =>
  sentence.replace(/(đội )?(<b>)?\uE001(.)/gi, (_, said = '', bold = '', first) =>
    // At the beginning of a sentence also a name that was typed without capitals has one.
    said.startsWith('Đ') ? `${bold}${first.toUpperCase()}` : `${bold}${first}`,
  );

export const words: Words = Object.assign(
  (key: string, values?: Record<string, Value>): Styled => say(key, values),
  {
    plain: (key: string, values?: Record<string, Value>): string => say(key, values).text,
    loose: say,
    has: (key: string): boolean => i18n.exists(key),
    moment: (at: Date): string => {
      const { minute } = inZone(at);
      return `${inZone(at).toFormat(minute === 0 ? "H 'giờ'" : "H 'giờ' mm")} ${dayOf(inZone(at))}`;
    },
    day: (at: Date): string => dayOf(inZone(at)),
    dayAndMonth: (at: Date): string => inZone(at).toFormat('d/M'),
    number: (value: string | number): string => {
      const [whole = '', decimals] = String(value).split('.');
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
      return decimals === undefined ? grouped : `${grouped},${decimals}`;
    },
  },
) as Words;

const TAGS: Record<string, Style> = { b: 'bold', i: 'italic', code: 'code' };

function parse(sentence: string): Styled {
  const styles: Styled['styles'] = [];
  const open: { style: Style; start: number }[] = [];
  let text = '';
  for (const piece of sentence.split(/(<\/?(?:b|i|code)>)/)) {
    const tag = /^<(\/?)(b|i|code)>$/.exec(piece);
    if (!tag) {
      text += piece.replaceAll(LESS_THAN, '<');
      continue;
    }
    const style = TAGS[tag[2] ?? ''] ?? 'bold';
    if (!tag[1]) open.push({ style, start: text.length });
    else {
      const begun = open.pop();
      if (begun && text.length > begun.start)
        styles.push({ start: begun.start, length: text.length - begun.start, style: begun.style });
    }
  }
  return { text, styles };
}

/** Puts texts one under the other, with `between` as the border: a blank line unless said otherwise. */
export function stack(texts: (Styled | string | null | undefined | false)[], between = '\n\n'): Styled {
  const styles: Styled['styles'] = [];
  let text = '';
  for (const each of texts) {
    if (!each) continue;
    const piece = typeof each === 'string' ? { text: each, styles: [] } : each;
    if (piece.text === '') continue;
    if (text !== '') text += between;
    for (const style of piece.styles) styles.push({ ...style, start: style.start + text.length });
    text += piece.text;
  }
  return { text, styles };
}
