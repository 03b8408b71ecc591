import { describe, expect, test } from '@jest/globals';
import { readSheet } from '../../src/domain/sheetText.js';

const labels = ['Nội dung, ý tưởng', 'Hình thức', 'Ý nghĩa, hiệu quả của thông điệp'];

const points = (...typed: (string | undefined)[]) => ({ kind: 'points', typed });

describe('a sheet', () => {
  test.each([
    ['32 25,5 18', points('32', '25,5', '18')],
    ['32; 25,5; 18', points('32', '25,5', '18')],
    ['32, 25, 18', points('32', '25', '18')],
    ['32+25+18', points('32', '25', '18')],
    ['32-25-18', points('32', '25', '18')],
    ['32 – 25,5 – 18', points('32', '25,5', '18')],
    ['32 -5 18', points('32', '-5', '18')],
    ['32 điểm, 25 điểm, 18 điểm', points('32', '25', '18')],
    ['30/40 25/30 28 / 30', points('30/40', '25/30', '28/30')],
    ['8 rưỡi 25 28', points('8 rưỡi', '25', '28')],
    ['nội dung 30 hình thức 25 ý nghĩa 28', points('30', '25', '28')],
    ['Noi dung, y tuong: 30\nHinh thuc: 25\nY nghia: 28', points('30', '25', '28')],
    ['hình thức 25 ý nghĩa 28 nội dung 30', points('30', '25', '28')],
    ['30 nội dung, 25 hình thức, 28 thông điệp', points('30', '25', '28')],
    ['nd 30, ht 25', points('30', '25', undefined)],
    ['nd30 ht25 yn28', points('30', '25', '28')],
    ['ý tưởng = 30/40', points('30/40', undefined, undefined)],
    ['điểm hình thức là 25', points(undefined, '25', undefined)],
    ['nội dung 8 rưỡi', points('8 rưỡi', undefined, undefined)],
    ['32 25 cao', points('32', '25', 'cao')],
    ['8,5,1 25 28', points('8,5,1', '25', '28')],
    ['32 25', { kind: 'wrongCount', given: 2 }],
    ['30 25 28 = 83', { kind: 'wrongCount', given: 4 }],
    ['ba mươi lăm', { kind: 'wrongCount', given: 0 }],
    ['', { kind: 'wrongCount', given: 0 }],
    ['nội dung 30 25 28', { kind: 'mixed' }],
    ['nội dung 30 hình thức hai lăm', { kind: 'mixed' }],
    ['hình thức', { kind: 'mixed' }],
    ['ý 28 hình thức 25', { kind: 'ambiguous', typed: 'ý', criteria: [labels[0], labels[2]] }],
    ['kỹ thuật 20', { kind: 'noSuchCriterion', typed: 'kỹ thuật' }],
    ['nội dung 30 ý tưởng 28', { kind: 'twice', criterion: labels[0] }],
  ])('%j is read as %j', (text, read) => {
    expect(readSheet(text, labels)).toEqual(read);
  });

  test.each([
    ['Nội dung và ý tưởng 35', points('35', undefined)],
    ['nd 35 chỉ tiêu lan tỏa 20', points('35', '20')],
    ['ndvyt 35, ctlt 20', points('35', '20')],
    ['ndyt 35', points('35', undefined)],
  ])('whose criteria have filling words in their names: %j is read as %j', (text, read) => {
    expect(readSheet(text, ['Nội dung và ý tưởng', 'Chỉ tiêu lan tỏa'])).toEqual(read);
  });

  test('a name that is a whole label is not confused with a longer one', () => {
    expect(readSheet('hình thức 25', ['Hình thức', 'Hình thức thể hiện'])).toEqual(points('25', undefined));
  });
});
