import type { ShownStyle } from '../state.js';

export type Shown = { text: string; styles: ShownStyle[] };

type Rule = { pattern: RegExp; style: ShownStyle['style'] | null };

/** What stands between the marks is the last group that matched. */
const markdownRules: Rule[] = [
  { pattern: /`([^`\n]+)`/, style: 'code' },
  { pattern: /\*\*(\S(?:.*?\S)?)\*\*/s, style: 'bold' },
  { pattern: /\*(\S(?:[^*\n]*[^*\s])?)\*/, style: 'italic' },
  { pattern: /~~(\S(?:.*?\S)?)~~/s, style: 'strike' },
  { pattern: /\{underline\}(.*?)\{\/underline\}/s, style: 'underline' },
  {
    pattern: /\{(?:red|green|orange|yellow|big|small)\}(.*?)\{\/(?:red|green|orange|yellow|big|small)\}/s,
    style: null,
  },
  { pattern: /^#{1,4} +(.+)$/m, style: 'bold' },
];

const htmlRules: Rule[] = [
  { pattern: /<(?:b|strong|h[1-4])>(.*?)<\/(?:b|strong|h[1-4])>/is, style: 'bold' },
  { pattern: /<(?:i|em)>(.*?)<\/(?:i|em)>/is, style: 'italic' },
  { pattern: /<u>(.*?)<\/u>/is, style: 'underline' },
  { pattern: /<(?:s|strike|del)>(.*?)<\/(?:s|strike|del)>/is, style: 'strike' },
  { pattern: /<code>(.*?)<\/code>/is, style: 'code' },
  { pattern: /<br ?\/?>()/i, style: null },
];

const references: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' };

export const readMarkdown = (source: string): Shown => read(source, markdownRules, (plain) => plain);

export const readHtml = (source: string): Shown =>
  read(source.replace(/<br ?\/?>/gi, '\n'), htmlRules, (plain) =>
    plain
      .replace(/<[^<>]*>/g, '')
      .replace(/&(lt|gt|amp|quot|nbsp);/g, (whole, name: string) => references[name] ?? whole),
  );

function read(source: string, rules: Rule[], plain: (piece: string) => string): Shown {
  const first = rules
    .map(({ pattern, style }) => ({ found: pattern.exec(source), style }))
    .filter(({ found }) => found !== null)
    .sort((a, b) => (a.found?.index ?? 0) - (b.found?.index ?? 0))[0];
  if (!first?.found) return { text: plain(source), styles: [] };
  const { found, style } = first;
  const before = plain(source.slice(0, found.index));
  const inner =
    style === 'code' ? { text: plain(found[1] ?? ''), styles: [] } : read(found[1] ?? '', rules, plain);
  const after = read(source.slice(found.index + found[0].length), rules, plain);
  const innerStart = before.length;
  const afterStart = innerStart + inner.text.length;
  return {
    text: before + inner.text + after.text,
    styles: [
      ...(style && inner.text ? [{ start: innerStart, length: inner.text.length, style }] : []),
      ...moved(inner.styles, innerStart),
      ...moved(after.styles, afterStart),
    ],
  };
}

const moved = (styles: ShownStyle[], by: number) =>
  styles.map((style) => ({ ...style, start: style.start + by }));

/** Zalo's own codes; colours, sizes, lists and indents change nothing that matters here. */
const styleOfCode: Record<string, ShownStyle['style']> = {
  b: 'bold',
  i: 'italic',
  u: 'underline',
  s: 'strike',
};
const otherCode = /^(f_1[358]|f_20|c_[0-9a-f]{6}|lst_[12]|ind_[1-5])$/;

export type TextStyle = { start: number; len: number; st: string[] };

/** `null` if they don't fit the text. */
export function readTextStyles(text: string, styles: TextStyle[]): Shown | null {
  for (const { start, len, st } of styles) {
    if (start < 0 || len < 1 || start + len > text.length) return null;
    if (!st.every((code) => code in styleOfCode || otherCode.test(code))) return null;
  }
  const shown = styles.flatMap(({ start, len, st }) =>
    st.flatMap((code) => {
      const style = styleOfCode[code];
      return style ? [{ start, length: len, style }] : [];
    }),
  );
  return { text, styles: shown };
}
