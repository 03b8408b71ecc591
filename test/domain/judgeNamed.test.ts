import { expect, test } from '@jest/globals';
import { judgeNamed } from '../../src/domain/judgeNamed.js';

const binhMinh = { name: 'Lê Giám', home: 'xã Bình Minh', isSaid: true };

test.each([
  ['Lê Giám, xã Bình Minh', binhMinh],
  ['Lê Giám, xã Bình Minh, huyện Bình Sơn', { ...binhMinh, home: 'xã Bình Minh, huyện Bình Sơn' }],
  ['Lê Giám - thuộc xã Bình Minh', binhMinh],
  ['Lê Giám (xã Bình Minh)', binhMinh],
  ['Lê Giám xã Bình Minh', binhMinh],
  ['xã Bình Minh: Lê Giám', binhMinh],
  ['huyen Mo Duc: Le Giam', { name: 'Le Giam', home: 'huyen Mo Duc', isSaid: true }],
  ['Lê Giám (21040)', { name: 'Lê Giám', home: '21040', isSaid: false }],
  ['Lê Giám, Phó Giám đốc', { name: 'Lê Giám', home: 'Phó Giám đốc', isSaid: false }],
  ['Lê Giám', null],
  ['Nguyễn Thị Phương Thảo', null],
  ['Lê Xa', null],
])('a judge typed as «%s»', (typed, named) => {
  expect(judgeNamed(typed)).toEqual(named);
});
