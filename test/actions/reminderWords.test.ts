import { expect, test } from '@jest/globals';
import type { Contest } from '../../src/actions/contest.js';
import type { Item } from '../../src/actions/debts/claims.js';
import { describeReminder } from '../../src/actions/reminderWords.js';
import { words } from '../../src/words.js';

const at = new Date('2023-09-01T23:59:59+07:00');
const contest = { id: 'qn-2023', plan: { shortName: 'Cuộc thi' } } as Contest;
const item = (chase: string, says: string, what: string[], who: string | null): Item => ({
  ...{ contest, chase, step: '1d' },
  debt: {
    ...{ person: 'telegram:1:1', unit: null, of: '', what, since: at, deadline: at, steps: [] },
    ...{ says: { text: says, styles: [] }, offer: { label: 'Xem', says: '/tinhhinh' } },
  },
  insteadOf: who === null ? null : { person: 'telegram:1:2', who },
});
const said = (items: Item[]) =>
  describeReminder(words, items, null).text.split('\n').filter(Boolean).slice(1, -1);

test('who reads which teams are behind is only told whom to call of them', () => {
  const behind = item('entry/coordinators', 'Còn 1 đội: Tổ 1.', ['Tổ 1'], null);
  const short = 'Trong đó Trợ lý không nhắn được cho: An, Tổ 1. Nhờ anh/chị gọi giúp.';
  expect(said([behind, item('entry', 'Tổ 1 chưa nộp.', ['Tổ 1'], 'An, Tổ 1')])).toEqual([
    'Còn 1 đội: Tổ 1.',
    short,
  ]);
  expect(said([behind, item('entry', 'Tổ 2 chưa nộp.', ['Tổ 2'], 'Bình, Tổ 2')])[1]).toBe(
    'Trợ lý không nhắn được cho: Bình, Tổ 2. Nhờ anh/chị nhắc giúp việc này: Tổ 2 chưa nộp.',
  );
});
