import { expect, test } from '@jest/globals';
import { rankingIn, resultIn } from '../../replay/findings.js';
import { codeIn, says, valuesIn } from '../../replay/reading.js';
import { words } from '../../src/words.js';

test('a sentence is recognised whatever was filled in, and in the middle of a message', () => {
  const { text } = words('score.progress', { scored: 9, count: 21, left: 12, closes: '23:59' });
  expect(says(`Đã ghi.\n\n${text}`, 'score.progress')).toBe(true);
  expect(says(text, 'score.allDone')).toBe(false);
});

test('what was filled in can be read back', () => {
  const asked = { code: 'QN-07', number: 2, count: 3, label: 'Hình thức', max: '30' };
  expect(valuesIn(`Xin lỗi.\n\n${words('score.pointsAsk', asked).text}`, 'score.pointsAsk')).toEqual([
    { code: 'QN-07', number: '2', count: '3', label: 'Hình thức', max: '30' },
  ]);
});

test('the code is found in an invitation', () => {
  expect(codeIn(words('codes.inviteAs', { role: 'giám khảo', name: 'Mẫu 1', code: 'ABCD3467' }).text)).toBe(
    'ABCD3467',
  );
});

test('places and totals are read from the published message, shared places too', () => {
  const block = (key: 'result.place' | 'result.sharedPlace', place: number, code: string, points: string) => [
    words(key, { place, title: 'A. b', unit: 'Xã 3' }).text,
    points,
    words('result.who', { code, team: 'Tổ 2' }).text,
  ];
  const parts = words('result.parts', { total: '62,50', jury: '60,00', audience: '2,50' }).text;
  const message = [
    words('result.headline', { contest: 'Cuộc thi' }).text,
    ...block('result.sharedPlace', 1, 'QN-10', parts),
    ...block('result.sharedPlace', 1, 'QN-02', parts),
    ...block('result.place', 3, 'QN-01', words('result.points', { total: '61,00' }).text),
  ];
  const split = [message.slice(0, 4).join('\n'), message.slice(4).join('\n')];
  expect(rankingIn(resultIn(['before', ...split]))).toEqual([
    { place: 1, code: 'QN-10', total: '62.50' },
    { place: 1, code: 'QN-02', total: '62.50' },
    { place: 3, code: 'QN-01', total: '61.00' },
  ]);
});
