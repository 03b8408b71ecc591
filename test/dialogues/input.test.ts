import { expect, test } from '@jest/globals';
import { understand } from '../../src/dialogues/input.js';

const menu = (...labels: [label: string, says: string][]) => ({
  token: 'x',
  choices: labels.map(([label, says]) => ({ label, says })),
});
const confirm = menu(['Đúng, ghi điểm', 'yes'], ['Nhập lại', 'again'], ['Để sau', 'no']);
const consent = menu(['Tôi đồng ý', 'yes'], ['Tôi không đồng ý', 'no']);

const says = (text: string, choices: ReturnType<typeof menu>) =>
  understand({ kind: 'text', text, links: [] }, choices).says;

test.each([
  ['dung roi', 'yes'],
  ['Đúng rồi ạ', 'yes'],
  ['OK', 'yes'],
  ['ok gui di', 'yes'],
  ['vâng ạ', 'yes'],
  ['có', 'yes'],
  ['dung roi gui di', 'yes'],
  ['xác nhận', 'yes'],
  ['khong', 'no'],
  ['2', 'again'],
  ['đúng là không', null],
  ['có bài nào?', null],
  ['gửi cho tôi', null],
])('«%s» at a question of yes or no means %s', (typed, meant) => {
  expect(says(typed, confirm)).toBe(meant);
});

test.each([
  ['tôi đồng ý', 'yes'],
  ['đồng ý', 'yes'],
  ['ok', null],
  ['vâng', null],
  ['có', null],
])('consent is given in its own words: «%s» means %s', (typed, meant) => {
  expect(says(typed, consent)).toBe(meant);
});
