import { expect, test } from '@jest/globals';
import { type Expected, findingsIn } from '../../replay/findings.js';
import type { ContestRecord, Counts } from '../../replay/record.js';
import { words } from '../../src/words.js';

const entry = (code: string, state = 'accepted') => ({
  code,
  title: 'A',
  team: 'Đội',
  unit: '1',
  sender: '1',
  state,
  video: '',
  submittedAt: '2023-09-01T00:00:00.000Z',
});
const sheet = { judge: 'Giám khảo', entry: 'QN-01', points: { content: '60' }, sum: '60' };
const ranking = [{ place: 1, code: 'QN-01', total: '62.50' }];

const recorded: ContestRecord = {
  registered: 1,
  entries: [entry('QN-01')],
  sheets: [sheet],
  nominations: [{ entry: 'QN-01', sender: '1', rank: 1, above: null }],
  engagement: [],
  lists: [{ component: 'online', unit: '1', number: 1, people: 30, digest: '' }],
  draws: [],
  ranking,
  reminders: { sent: 4, chased: [], tooMany: [], atNight: [] },
};
const counts: Counts = {
  updatesIn: 9,
  turns: 9,
  sent: 9,
  refused: 1,
  duplicatesDropped: 1,
  sentAgain: 1,
  parked: 0,
  lost: 0,
};
const expected: Expected = {
  registered: 1,
  entries: 1,
  unscreened: 0,
  sheets: 1,
  nominations: 1,
  lists: 1,
  people: 30,
  ranking,
};
const result = [
  words('result.headline', { contest: 'Cuộc thi' }).text,
  words('result.place', { place: 1, title: 'A', unit: 'Xã C' }).text,
  words('result.parts', { total: '62,50', jury: '60,00', audience: '2,50' }).text,
  words('result.who', { code: 'QN-01', team: 'Đội' }).text,
].join('\n');
const results = { one: result, other: result };

test('a contest that ended as it was played has nothing wrong with it', () => {
  expect(findingsIn(recorded, results, counts, expected)).toEqual([]);
});

test.each<[string, Partial<ContestRecord>, Partial<Counts>, unknown]>([
  ['a team too few', { registered: 0 }, {}, { kind: 'count', what: 'registered', is: 0, must: 1 }],
  ['a sheet too few', { sheets: [] }, {}, { kind: 'count', what: 'sheets', is: 0, must: 1 }],
  [
    'an entry that the screening forgot',
    { entries: [entry('QN-01', 'screening')] },
    {},
    { kind: 'count', what: 'unscreened', is: 1, must: 0 },
  ],
  [
    'an entry that did not go up',
    { nominations: [] },
    {},
    { kind: 'count', what: 'nominations', is: 0, must: 1 },
  ],
  ['a list that was not closed', { lists: [] }, {}, { kind: 'count', what: 'lists', is: 0, must: 1 }],
  ['a message that was lost', {}, { lost: 1 }, { kind: 'count', what: 'lost', is: 1, must: 0 }],
  ['a letter that was parked', {}, { parked: 1 }, { kind: 'count', what: 'parked', is: 1, must: 0 }],
])('%s is found', (_what, record, count, finding) => {
  const found = findingsIn({ ...recorded, ...record }, results, { ...counts, ...count }, expected);
  expect(found).toContainEqual(finding);
});

test('a group that got another result, or none, is found', () => {
  const found = findingsIn(recorded, { ...results, other: '' }, counts, expected);
  expect(found).toEqual([{ kind: 'groupsDiffer' }, { kind: 'groupShowsOther', group: 'other' }]);
});

test.each(['chased', 'tooMany', 'atNight'] as const)('a reminder that is %s is found', (how) => {
  const reminders = { ...recorded.reminders, [how]: ['reminder/An/2023-09-01/1'] };
  expect(findingsIn({ ...recorded, reminders }, results, counts, expected)).toEqual([
    { kind: 'reminded', how, which: ['reminder/An/2023-09-01/1'] },
  ]);
});

test('a total that can’t be worked out again is found', () => {
  const wrong = [{ place: 1, code: 'QN-01', total: '62.51' }];
  const found = findingsIn(recorded, results, counts, { ...expected, ranking: wrong });
  expect(found).toEqual([{ kind: 'reckonedOtherwise', codes: ['QN-01'] }]);
});
