import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkContest, tellShape } from '../../src/actions/checkContest.js';
import { camel, severities } from '../../src/domain/plan/check/finding.js';
import { checkPlan } from '../../src/domain/plan/check.js';
import { words } from '../../src/words.js';
import { type Preset, preset, presets } from '../support/plans.js';

const said = (code: string) => ['', 'Proposal'].map((part) => `check.${camel(code)}${part}`);

test('everything that can be found has a sentence and a proposal', () => {
  const silent = Object.keys(severities)
    .flatMap(said)
    .filter((key) => !words.has(key));
  expect(silent).toEqual([]);
});

/** Every word with underscores that a schema of plans or the reader of documents has between quotes. */
function shapeCodes(): string[] {
  const schemas = readdirSync('src/domain/plan').map((name) => `src/domain/plan/${name}`);
  return ['src/domain/plan.ts', 'src/domain/decimals.ts', 'src/store/contestFiles.ts', ...schemas]
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/'([a-z]+(?:_[a-z]+)+)'/g)])
    .map(([, code]) => code ?? '')
    .filter((code) =>
      /^(no_such|not_|same_|ends_|windows?_|first_place|key_|unknown_field|wrong_|too_)/.test(code),
    );
}

test('so has everything that keeps a file from being a plan', () => {
  const codes = [...new Set([...shapeCodes(), 'missing', 'empty', 'unreadable'])];
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.flatMap(said).filter((key) => !words.has(key))).toEqual([]);
});

describe('in words', () => {
  const sentence = async (id: Preset, path: string) =>
    checkContest(words, await preset(id)).find((each) => each.path === path)?.message;

  test('a stored plan has no lines', async () => {
    const [first] = checkContest(words, await preset('sl-2024'));
    expect(first).toEqual({
      code: 'two_bodies',
      severity: 'error',
      path: 'responsible.screening',
      line: null,
      message: 'Việc «sơ loại» được giao cho nhiều nơi: Cơ quan Thường trực, Ban Giám khảo.',
      proposal: 'Xin quy định một nơi chịu trách nhiệm, hoặc ghi rõ là cùng làm.',
    });
  });

  test('days are days, lengths are minutes', async () => {
    expect(await sentence('qn-2023', 'otherwise.judging_held')).toBe(
      'Kế hoạch ghi «Chấm điểm» từ thứ Ba, 19/9/2023 đến thứ Bảy, 23/9/2023, nhưng theo «Báo Quảng Ngãi, bài về buổi chấm của Ban Giám khảo» đã chấm ngày thứ Ba, 12/9/2023, khi bình chọn còn mở đến thứ Ba, 19/9/2023.',
    );
    expect(await sentence('qn-2023', 'otherwise.launch_binh_son')).toContain(
      'ghi chậm nhất thứ Tư, 19/7/2023.',
    );
    expect(await sentence('sl-2024', 'entries.demands.seconds.tolerance')).toContain('từ 4 phút đến 5 phút');
  });

  test('hours, points and money are as people write them', async () => {
    const plan = await preset('qn-2026');
    const { windows, scoring } = plan;
    const told = checkContest(words, {
      ...plan,
      windows: { ...windows, decision: { opens: { at: '2026-10-23T14:30' }, closes: { by: '2026-10-28' } } },
      scoring: { ...scoring, jury: { ...scoring.jury, weight: '69.5' } },
      budget: 31_000_000,
    });
    expect(told.map(({ message }) => message)).toEqual([
      '«Xét duyệt kết quả» vào 14 giờ 30 thứ Sáu, 23/10/2026, trong khi chấm điểm đến thứ Sáu, 23/10/2026 mới kết thúc.',
      'Tỷ trọng không đủ 100: Ban Giám khảo 69,5, khán giả 30, cộng lại là 99,5.',
      'Các giải đã biết cộng lại là 32.000.000 đồng, quá kinh phí 31.000.000 đồng.',
    ]);
  });

  test('every finding of every shipped plan can be said', async () => {
    for (const id of presets) {
      const plan = await preset(id);
      expect(checkContest(words, plan)).toHaveLength(checkPlan(plan).length);
    }
  });
});

test('what no sentence fits is still said', () => {
  expect(tellShape(words, { code: 'odd_thing', path: 'scoring.precision', line: 3, values: {} })).toEqual({
    code: 'unreadable',
    severity: 'error',
    path: 'scoring.precision',
    line: 3,
    message: 'Mục «precision» (số chữ số thập phân của điểm) có giá trị không dùng được.',
    proposal: 'Xin so với một kế hoạch mẫu rồi ghi lại.',
  });
});

test.each([
  [
    'windows.submission.between.0',
    'not_a_day',
    {},
    'Phần tử thứ 1 của mục «between» (từ ngày nào đến ngày nào) phải là một ngày',
  ],
  ['scoring.audience.scale', 'missing', {}, 'Thiếu mục «scale» (cách quy điểm bình chọn về tỷ trọng).'],
  ['prizes.first.count', 'wrong_kind', { expected: 'number' }, 'Mục «count» (số lượng) phải là số.'],
  [
    'window',
    'unknown_field',
    { near: 'windows' },
    'Không có mục nào tên «window» ở chỗ này. Ý anh/chị là «windows»?',
  ],
  ['', 'tab', {}, 'Dòng này dùng dấu Tab để thụt lề.'],
])('what is wrong at %s is said in words: %s', (path, code, values, said) => {
  expect(tellShape(words, { code, path, line: 3, values }).message).toContain(said);
});
