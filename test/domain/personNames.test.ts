import { expect, test } from '@jest/globals';
import { isHardlyPerson, isHardlyTeam, saysDone } from '../../src/domain/personNames.js';

test.each(['xong', 'Xong rồi ạ', 'đủ rồi', 'hết', 'ok', 'OK nhé', 'gửi xong rồi', 'đồng ý'])(
  '%j says that nothing more is to come',
  (text) => expect(saysDone(text)).toBe(true),
);

test.each(['chưa xong', 'Nguyễn Văn Đủ', 'ok Nguyễn Văn An', 'còn nữa'])(
  '%j does not say that nothing more is to come',
  (text) => expect(saysDone(text)).toBe(false),
);

test.each([
  ['Tổ CNSCĐ thôn 1 Nghĩa Điền', true, false],
  ['To cong nghe so thon 3', true, false],
  ['Đội thôn 2', true, false],
  ['UBND xã', true, false],
  ['Phạm Văn Năm', false, true],
  ['Tô Thị Hoa', false, true],
  ['to thi hoa', false, false],
  ['Hoa Sen', false, false],
  ['Sông Trà Khúc', false, false],
])('%j: hardly a person: %p; hardly a team: %p', (text, person, team) => {
  expect([isHardlyPerson(text), isHardlyTeam(text)]).toEqual([person, team]);
});
