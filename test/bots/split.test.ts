import { describe, expect, test } from '@jest/globals';
import { splitStyled } from '../../src/bots/split.js';
import type { Style, Styled } from '../../src/chat.js';

const plain = (text: string): Styled => ({ text, styles: [] });
const texts = (text: string, limit: number) => splitStyled(plain(text), limit).map((piece) => piece.text);

test('a text that fits stays as it is', () => {
  const styled: Styled = { text: '  Xin chào 👋\n', styles: [{ start: 2, length: 3, style: 'bold' }] };
  expect(splitStyled(styled, styled.text.length)).toEqual([styled]);
});

test.each(['', ' ', '\n \n', ' '.repeat(50)])('a blank text (%j) has no pieces', (text) => {
  expect(texts(text, 10)).toEqual([]);
});

describe('a text that is too long', () => {
  test.each([
    ['between paragraphs first', 'một hai\nba\n\nbốn năm sáu', 16, ['một hai\nba', 'bốn năm sáu']],
    ['else between lines', 'một hai ba\nbốn năm sáu', 16, ['một hai ba', 'bốn năm sáu']],
    ['else between words', 'một hai ba bốn năm', 16, ['một hai ba bốn', 'năm']],
    ['inside a word when it must', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    [
      'after a short title when only words are left',
      'Kết quả\n'.concat('x'.repeat(20)),
      20,
      ['Kết quả', 'x'.repeat(20)],
    ],
    [
      'not behind a short title if the rest can be broken too',
      'A\n\nmột hai ba bốn',
      14,
      ['A\n\nmột hai ba', 'bốn'],
    ],
    ['exactly at the limit', 'abcd efgh', 4, ['abcd', 'efgh']],
    ['with all blanks of the border gone', 'một   \n\n\n  hai', 8, ['một', '  hai']],
    ['but not at a no-break space', 'Điểm 1\u00a0000', 8, ['Điểm', '1\u00a0000']],
  ])('is cut %s', (_where, text, limit, pieces) => {
    expect(texts(text, limit)).toEqual(pieces);
  });

  test('is never cut inside a surrogate pair', () => {
    expect(texts('a😀😀😀', 4)).toEqual(['a😀', '😀😀']);
    expect(texts('😀😀', 2)).toEqual(['😀', '😀']);
  });

  test('keeps its styles, each piece counting from its own beginning', () => {
    const styled: Styled = {
      text: 'đậm nghiêng mã',
      styles: [
        { start: 0, length: 3, style: 'bold' },
        { start: 0, length: 11, style: 'italic' },
        { start: 12, length: 2, style: 'code' },
      ],
    };
    expect(splitStyled(styled, 7)).toEqual([
      {
        text: 'đậm',
        styles: [
          { start: 0, length: 3, style: 'bold' },
          { start: 0, length: 3, style: 'italic' },
        ],
      },
      { text: 'nghiêng', styles: [{ start: 0, length: 7, style: 'italic' }] },
      { text: 'mã', styles: [{ start: 0, length: 2, style: 'code' }] },
    ]);
  });
});

/** The same numbers at every run: a linear congruential generator. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const WORDS = [
  'thi',
  'Quảng',
  'Ngãi',
  '😀',
  '👨‍👩‍👧',
  '\n',
  '\n\n',
  ' ',
  '\t',
  'x'.repeat(40),
  '8,5',
  'a\u0323\u0302',
];

/** Every visible unit with the styles on it: what must survive any splitting. */
const visible = (pieces: Styled[]) =>
  pieces.flatMap(({ text, styles }) =>
    [...text.split('').keys()]
      .filter((at) => !/\s/.test(text.charAt(at)))
      .map((at) => {
        const on = styles.filter(({ start, length }) => at >= start && at < start + length);
        return [text.charAt(at), ...on.map(({ style }) => style)].join(' ');
      }),
  );

test('whatever the text: no piece is too long or blank, and nothing visible is lost or loses its style', () => {
  for (let seed = 1; seed <= 150; seed++) {
    const below = numbers(seed);
    const text = Array.from({ length: below(60) }, () => WORDS[below(WORDS.length)]).join(
      below(2) ? ' ' : '',
    );
    const styles = Array.from({ length: below(5) }, () => {
      const start = below(text.length + 1);
      const style = (['bold', 'italic', 'code'] as Style[])[below(3)] ?? 'bold';
      return { start, length: below(text.length - start + 1), style };
    });
    const limit = 2 + below(60);
    const pieces = splitStyled({ text, styles }, limit);
    expect(pieces.filter((piece) => piece.text.length > limit || !piece.text.trim())).toEqual([]);
    expect(pieces.filter((piece) => /\p{Cs}/u.test(piece.text))).toEqual([]);
    expect(visible(pieces)).toEqual(visible([{ text, styles }]));
  }
});
