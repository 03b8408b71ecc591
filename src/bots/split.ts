import type { Styled } from '../chat.js';

/** Above words, a border is taken only if it leaves a piece at least this full: a title shouldn't travel alone. */
const FULL_ENOUGH = 0.5;

/**
 * Pieces of at most `limit` UTF-16 units (2 or more), cut between paragraphs, else lines, else words, and
 * inside a word only when nothing else is left. Blanks around a border fall away; no piece is blank, so a
 * blank text has no pieces.
 */
export function splitStyled(styled: Styled, limit: number): Styled[] {
  const pieces: Styled[] = [];
  let start = 0;
  while (styled.text.length - start > limit) {
    const { end, next } = border(styled.text, start, limit);
    pieces.push(cut(styled, start, end));
    start = next;
  }
  pieces.push(cut(styled, start, styled.text.length));
  return pieces.filter((piece) => piece.text.trim() !== '');
}

/** Where the piece from `start` ends, and where the one after it begins. */
function border(text: string, start: number, limit: number): { end: number; next: number } {
  const last = start + limit;
  const least = start + limit * FULL_ENOUGH;
  for (const separator of ['\n\n', '\n']) {
    const at = text.lastIndexOf(separator, last);
    if (at >= least) return around(text, start, at);
  }
  for (let at = last; at >= start; at--) if (isBlank(text, at)) return around(text, start, at);
  const end = isInsidePair(text, last) ? last - 1 : last;
  return { end, next: end };
}

/** Leaves out the blanks around the border, but keeps the indentation of a line that begins after it. */
function around(text: string, start: number, at: number): { end: number; next: number } {
  let end = at;
  while (end > start && isBlank(text, end - 1)) end--;
  const blanks = /[ \t]*\n+|[ \t]+/y;
  blanks.lastIndex = at;
  return { end, next: at + (blanks.exec(text)?.[0].length ?? 0) };
}

function cut({ text, styles }: Styled, from: number, to: number): Styled {
  return {
    text: text.slice(from, to),
    styles: styles.flatMap(({ start, length, style }) => {
      const first = Math.max(start, from);
      const behind = Math.min(start + length, to);
      return behind > first ? [{ start: first - from, length: behind - first, style }] : [];
    }),
  };
}

/** No-break spaces are none: they are there to hold words together. */
const isBlank = (text: string, at: number): boolean => /[ \t\n]/.test(text.charAt(at));

const isInsidePair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
