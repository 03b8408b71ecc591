import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';

const folder = mkdtempSync(path.join(tmpdir(), 'cli-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cuocthi(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/cuocthi.mjs', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function file(name: string, content: unknown): string {
  const where = path.join(folder, name);
  writeFileSync(where, typeof content === 'string' ? content : JSON.stringify(content));
  return where;
}

const sheetsOf = (entry: string, sums: number[]) =>
  sums.map((sum, index) => ({ judge: `J${index + 1}`, entry, points: { all: String(sum) } }));

const contest = {
  rules: {
    criteria: [{ id: 'all', max: 100 }],
    jury: { weight: 70, aggregate: 'mean', quorum: 6 },
    audience: {
      mode: 'score',
      weight: 30,
      points: { like: 1, share: 2 },
      scale: { method: 'max' },
      freezeAt: '2023-09-19T23:59:59+07:00',
    },
    tieChain: ['audience'],
    precision: 2,
  },
  entries: ['QN-07', 'QN-12', 'QN-15'].map((code) => ({ code, submittedAt: '2023-08-31T08:00:00+07:00' })),
  sheets: [
    ...sheetsOf('QN-07', [82, 85, 80, 88, 84, 86]),
    ...sheetsOf('QN-12', [88, 90, 86, 91, 89, 87]),
    ...sheetsOf('QN-15', [79, 83, 81, 80, 84, 82]),
  ],
  snapshots: [
    { entry: 'QN-07', at: '2023-09-19T20:00:00+07:00', likes: 310, shares: 120 },
    { entry: 'QN-12', at: '2023-09-19T20:00:00+07:00', likes: 95, shares: 20 },
    { entry: 'QN-15', at: '2023-09-19T20:00:00+07:00', likes: 2600, shares: 900 },
  ],
};

describe('npm start', () => {
  const start = (variables: Record<string, string>) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/start.mjs'], {
      encoding: 'utf8',
      timeout: 20_000,
      env: { PATH: process.env.PATH, ...variables },
    });
    return { status, stdout, stderr };
  };

  test('says which folder can not be written, and ends', () => {
    expect(start({ DATA_DIR: '/proc/nope' })).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'Không ghi được vào thư mục dữ liệu /proc/nope. Hãy cấp quyền ghi thư mục này cho người chạy chương trình hoặc chọn thư mục dữ liệu khác, rồi chạy lại.\n',
    });
  });

  test('says what a wrong variable may hold', () => {
    expect(start({ PORT: 'eighty', UPDATES: 'pigeon' })).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'Các biến môi trường sau đặt chưa đúng, xin đặt lại như ghi ở đây (phần cấu hình trong README nói rõ hơn) rồi chạy lại:\n• PORT: một số từ 0 đến 65535\n• UPDATES: polling hoặc webhook\n',
    });
  });
});

describe('rank', () => {
  test('ranks a file for machines', () => {
    const { status, stdout } = cuocthi('rank', file('contest.json', contest), '--json');
    expect({ status, ...JSON.parse(stdout) }).toEqual({
      status: 0,
      places: [
        { place: 1, code: 'QN-15', total: '87.05', jury: '57.05', audience: '30.00', decidedBy: null },
        { place: 2, code: 'QN-12', total: '62.87', jury: '61.95', audience: '0.92', decidedBy: null },
        { place: 3, code: 'QN-07', total: '62.67', jury: '58.92', audience: '3.75', decidedBy: null },
      ],
      unranked: [],
      draws: [],
    });
  });

  test('shows people a table', () => {
    expect(cuocthi('rank', file('contest.json', contest)).stdout).toBe(
      [
        'Hạng  Mã bài   Tổng  Giám khảo  Bình chọn  Phân định bằng',
        '   1  QN-15   87,05      57,05      30,00',
        '   2  QN-12   62,87      61,95       0,92',
        '   3  QN-07   62,67      58,92       3,75',
        '',
      ].join('\n'),
    );
  });

  test.each([
    [
      'a criterion without its most points',
      { ...contest, rules: { ...contest.rules, criteria: [{ id: 'all' }] } },
      'rules.criteria.all.max',
    ],
    [
      'a sheet for an entry that is not there',
      { ...contest, sheets: sheetsOf('QN-99', [80]) },
      'sheets.0.entry',
    ],
    ['points beyond the scale', { ...contest, sheets: sheetsOf('QN-07', [80, 101]) }, 'sheets.1.points.all'],
    [
      'two sheets of one judge',
      { ...contest, sheets: [...contest.sheets, ...sheetsOf('QN-12', [70])] },
      'sheets.18',
    ],
    ['something that is no JSON', '{', 'JSON'],
  ])('refuses %s, and names the place', (_what, content, place) => {
    const { status, stdout, stderr } = cuocthi('rank', file('bad.json', content), '--json');
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(place),
    });
  });
});

describe('wrong use', () => {
  test.each([
    [['ranking'], 'Không có lệnh «ranking».'],
    [['rank'], 'Lệnh này còn thiếu tham số.'],
    [['rank', 'a.json', '--xml'], 'Không có tuỳ chọn «--xml».'],
    [['replay', 'sl-1990'], 'Giá trị «sl-1990» không dùng được ở đây.'],
    [['replay', 'qn-2023', '--seed', 'bảy'], 'Giá trị «bảy» không dùng được ở đây.'],
    [['replay', 'qn-2023', '--kill', 'operator'], 'Giá trị «operator» không dùng được ở đây.'],
  ])('%j ends with status 2', (args, sentence) => {
    expect(cuocthi(...args)).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(sentence) });
  });

  test('help is in Vietnamese and ends with status 0', () => {
    const { status, stdout } = cuocthi('--help');
    expect({ status, english: /Usage|ptions|Commands|display help|default/.test(stdout) }).toEqual({
      status: 0,
      english: false,
    });
  });
});
