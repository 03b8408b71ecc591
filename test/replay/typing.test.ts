import { expect, test } from '@jest/globals';
import { chanceOf } from '../../replay/chance.js';
import { asTyped, habits, mistyped, phoneAsWritten } from '../../replay/typing.js';
import { readPhone } from '../../src/domain/answers.js';
import { fold } from '../../src/domain/text.js';

test.each(habits)('a person who types %s means the same', (habit) => {
  const text = 'Đồng ý, xã Đức Phong';
  expect(fold(asTyped(text, habit))).toBe(fold(text));
});

test('people type in ways that differ', () => {
  expect(habits.map((habit) => asTyped('Đức Phổ', habit))).toEqual([
    'Đức Phổ',
    'duc pho',
    'Đức Phổ'.normalize('NFD'),
    'ĐỨC PHỔ',
    'DUC PHO',
    '  Đức   Phổ ',
  ]);
});

test('a slip leaves the first letters of words where they are', () => {
  const chance = chanceOf('slips');
  const written = Array.from({ length: 30 }, () => mistyped('Nghĩa Điền', chance));
  expect(written.every((text) => text !== 'Nghĩa Điền' && /^N\p{L}+ Đ\p{L}+$/u.test(text))).toBe(true);
});

test('a phone number can be read however it is written', () => {
  const chance = chanceOf('phones');
  const written = new Set(Array.from({ length: 40 }, () => phoneAsWritten('0905123456', chance)));
  expect(written.size).toBe(4);
  expect([...written].map(readPhone)).toEqual(Array(4).fill('0905123456'));
});
