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
  expect(
    codeIn(words('codes.inviteNamed', { role: 'giám khảo', name: 'Mẫu 1', code: 'ABCD3467' }).text),
  ).toBe('ABCD3467');
});

test('places and totals are read from the published message, shared places too', () => {
  const place = { title: 'A. b', team: 'Tổ mẫu', unit: 'xã C' };
  const points = { jury: '60,00', audience: '2,50' };
  const message = [
    words('publish.headline', { contest: 'Cuộc thi' }).text,
    words('publish.sharedPlace', { place: 1, code: 'QN-10', ...place }).text,
    words('publish.points', { total: '62,50', ...points }).text,
    words('publish.sharedPlace', { place: 1, code: 'QN-02', ...place }).text,
    words('publish.points', { total: '62,50', ...points }).text,
    words('publish.place', { place: 3, code: 'QN-01', ...place }).text,
    words('publish.points', { total: '61,00', ...points }).text,
  ];
  const split = [message.slice(0, 3).join('\n'), message.slice(3).join('\n')];
  expect(rankingIn(resultIn(['before', ...split]))).toEqual([
    { place: 1, code: 'QN-10', total: '62.50' },
    { place: 1, code: 'QN-02', total: '62.50' },
    { place: 3, code: 'QN-01', total: '61.00' },
  ]);
});
