import { describe, expect, test } from '@jest/globals';
import { fold, tidy } from '../../src/domain/text.js';

describe('fold', () => {
  test.each([
    ['Đức Phong', 'duc phong'],
    ['ĐỨC  PHONG', 'duc phong'],
    ['Nghĩa Điền'.normalize('NFD'), 'nghia dien'],
    ['Nghĩa Điền'.normalize('NFC'), 'nghia dien'],
    ['\u00D0ức Phổ', 'duc pho'],
    [' tổ\u00A0dân\tphố ', 'to dan pho'],
    ['một\nhai', 'mot hai'],
    ['zero\u200Bwidth', 'zerowidth'],
    ['𝐐𝐍-𝟎𝟕', 'qn-07'],
    ['Ｑ７', 'q7'],
    ['', ''],
  ])('%j is compared as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('tidy', () => {
  test.each([
    ['Có Chú Minh  đây rồi ', 'Có Chú Minh đây rồi'],
    ['Hòa'.normalize('NFD'), 'Hòa'.normalize('NFC')],
    ['một\r\nhai', 'một hai'],
    ['a\u0000b\u0007c', 'abc'],
    ['đảo \u202Engược\u202C', 'đảo ngược'],
    ['riêng \uE000\uF8FF', 'riêng'],
    ['nửa \uD83D', 'nửa'],
    ['vui 🎬', 'vui 🎬'],
    ['\u200B\uFEFF', ''],
  ])('%j is kept as %j', (text, kept) => {
    expect(tidy(text)).toBe(kept);
  });

  test.each([
    ['một\r\nhai', 'một\nhai'],
    ['  một \n\n\n\n hai\u2028ba ', 'một\n\nhai\nba'],
  ])('with lines, %j is kept as %j', (text, kept) => {
    expect(tidy(text, { lines: true })).toBe(kept);
  });
});
