import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { run } from '../../cli/run.js';
import { testDatabase } from '../support/database.js';

const folder = mkdtempSync(path.join(tmpdir(), 'cli-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a command answers, said where it was called from another program. */
type Answer = { status: number; stdout: string; stderr: string };

const cuocthi = (...args: string[]): Promise<Answer> => cuocthiOn({}, ...args);

async function cuocthiOn(variables: Record<string, string>, ...args: string[]): Promise<Answer> {
  const stdout = paper();
  const stderr = paper();
  const env = { ...process.env, ...variables };
  const status = await run(args, { stdout: stdout.stream, stderr: stderr.stream, env });
  return { status, stdout: stdout.read(), stderr: stderr.read() };
}

/** A stream, and what is written to it. */
function paper() {
  let text = '';
  const stream = new Writable({
    decodeStrings: false,
    write(more: string, _encoding, done) {
      text += more;
      done();
    },
  });
  return { stream, read: () => text };
}

/** The same in a process of its own, as an operator calls it. */
function program(file: string, variables: Record<string, string | undefined>, ...args: string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { PATH: process.env.PATH, ...variables },
  });
  return { status: status ?? -1, stdout, stderr };
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
  const start = (variables: Record<string, string>) => program('bin/start.mjs', variables);

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

describe('a process of its own', () => {
  const bin = (...args: string[]) => program('bin/cuocthi.mjs', {}, ...args);

  test('answers on its streams, and ends with the command’s status', () => {
    const { status, stdout, stderr } = bin('rank', file('contest.json', contest), '--json');
    expect({ status, stderr, first: JSON.parse(stdout).places[0].code }).toEqual({
      status: 0,
      stderr: '',
      first: 'QN-15',
    });
    expect(bin('check', file('shape.yaml', 'id: x\n'))).toMatchObject({ status: 1, stderr: '' });
  });

  test('says in a sentence what is wrong, and nothing of its own making', () => {
    expect(bin('ranking')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Không có lệnh «ranking».\nGõ npm run cuocthi -- help để xem hướng dẫn.\n',
    });
    expect(program('bin/cuocthi.mjs', { DATA_DIR: '/proc/nope' }, 'ma-to-chuc')).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Không ghi được vào thư mục dữ liệu \/proc\/nope\/mongodb\.[^\n]*\n$/),
    });
  });
});

describe('rank', () => {
  test('ranks a file for machines', async () => {
    const { status, stdout } = await cuocthi('rank', file('contest.json', contest), '--json');
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

  test('shows people a table', async () => {
    const { stdout } = await cuocthi('rank', file('contest.json', contest));
    expect(stdout).toBe(
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
      'rules.criteria.0.max',
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
  ])('refuses %s, and names the place', async (_what, content, place) => {
    const { status, stdout, stderr } = await cuocthi('rank', file('bad.json', content), '--json');
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(place),
    });
  });
});

describe('explain', () => {
  const from = file('explained.json', contest);

  test('tells step by step how an entry came to its place', async () => {
    expect(await cuocthi('explain', from, 'QN-12')).toEqual({
      status: 0,
      stderr: '',
      stdout: `${[
        'QN-12\nHạng 2 trong 3 bài được xếp hạng, tổng điểm 62,87.',
        'Điểm Ban Giám khảo\n• J1: 88\n• J2: 90\n• J3: 86\n• J4: 91\n• J5: 89\n• J6: 87\nTrung bình cộng của 6 phiếu: 531 ÷ 6 = 88,50\nĐiểm phần này: 70 × 531 ÷ (6 × 100) = 61,95\n(70 là điểm tối đa của phần này, 100 là điểm tối đa của một phiếu, 6 là số phiếu được tính)',
        'Điểm bình chọn\nSố được tính: 95 lượt thích, 20 lượt chia sẻ, ghi lúc 20 giờ thứ Ba, 19/9/2023.\nQuy đổi: 95 × 1 + 20 × 2 = 135\nBài cao nhất đạt 4.400. Điểm phần này: 30 × 135 ÷ 4.400 = 0,92',
        'Tổng điểm: 61,95 + 0,92 = 62,87\nMỗi phần chỉ làm tròn một lần, sau khi tính xong.',
      ].join('\n\n')}\n`,
    });
  });

  test('for machines, as plain data; and knows only what stands in the file', async () => {
    const { status, stdout } = await cuocthi('explain', from, 'QN-12', '--json');
    expect({ status, ...JSON.parse(stdout) }).toMatchObject({
      status: 0,
      code: 'QN-12',
      jury: { counted: 6, mean: { total: '531', of: 6, rounded: '88.50' }, points: '61.95' },
      audience: { raw: '135', scaling: { method: 'max', full: '4400' }, points: '0.92' },
      result: { place: 2, total: '62.87', decidedBy: null, ties: [] },
    });
    expect(await cuocthi('explain', from, 'QN-99')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Không có bài mang mã QN-99.\n',
    });
  });
});

describe('check', () => {
  const plan = readFileSync('contests/qn-2026.yaml', 'utf8');
  const lineOf = (text: string) => plan.slice(0, plan.indexOf(text)).split('\n').length;
  const checked = async (...args: string[]) => {
    const { status, stdout, stderr } = await cuocthi('check', ...args, '--json');
    return { status, stderr, ...JSON.parse(stdout) };
  };

  test('finds nothing in a plan that is in order, and ends with status 0', async () => {
    expect(await checked('qn-2026')).toEqual({ status: 0, stderr: '', findings: [] });
    expect(await checked(file('plan.yaml', plan))).toEqual({ status: 0, stderr: '', findings: [] });
    const { stdout } = await cuocthi('check', 'qn-2026');
    expect(stdout).toMatch(
      /: không có điều gì phải sửa trước khi bắt đầu\. Còn 1 điều chưa quy định, không cản việc gì: rounds\.showcase\.jury\.\n$/,
    );
  });

  test('says what is wrong, where, and what to do, and ends with status 1', async () => {
    const text = plan
      .replace('weight: 70, judges: 7', 'weight: 60, judges: 7')
      .replace('draw]', 'draw, shared]');
    expect(await checked(file('wrong.yaml', text))).toEqual({
      status: 1,
      stderr: '',
      findings: [
        {
          code: 'weights_not_hundred',
          severity: 'error',
          path: 'scoring.jury.weight',
          line: lineOf('weight: 70, judges: 7'),
          message: 'Tỷ trọng không đủ 100: Ban Giám khảo 60, khán giả 30, cộng lại là 90.',
          proposal: 'Xin sửa để hai phần cộng lại bằng 100.',
        },
        expect.objectContaining({
          code: 'tie_steps_unreached',
          severity: 'warning',
          line: lineOf('tieChain:'),
        }),
      ],
    });
  });

  test('what is only unknown or doubtful ends with status 0', async () => {
    const { status, findings } = await checked('qn-2023');
    const severities = findings.map(({ severity }: { severity: string }) => severity);
    expect({ status, severities: [...new Set(severities)] }).toEqual({
      status: 0,
      severities: ['warning', 'unknown'],
    });
  });

  test('a plan that feeds another is compared with it, which may lie beside it', async () => {
    const found = ({ findings }: { findings: { code: string; path: string }[] }) =>
      findings.filter(({ path }) => /^(feeds|windows)/.test(path)).map(({ code }) => code);
    expect(found(await checked('binh-son-2023'))).toEqual(['launch_differs_from_upper']);
    const lower = readFileSync('contests/binh-son-2023.yaml', 'utf8').replace(
      'contest: qn-2023',
      'contest: upper',
    );
    const place = file('lower.yaml', lower);
    expect(found(await checked(place))).toEqual(['upper_not_found']);
    file('upper.yaml', readFileSync('contests/qn-2023.yaml', 'utf8').replaceAll('count: 2 }', 'count: 1 }'));
    expect(found(await checked(place))).toEqual(['sends_more_than_taken', 'launch_differs_from_upper']);
  });

  test('what keeps a file from being a plan is found with its line, all of it at once', async () => {
    const text = plan
      .replace('showcase: { on: 2026-11-10 }', 'showcase: { on: 10/11/2026 }')
      .replace('theme:', 'chude:');
    expect(await checked(file('shape.yaml', text))).toEqual({
      status: 1,
      stderr: '',
      findings: [
        {
          code: 'missing',
          severity: 'error',
          path: 'theme',
          line: 1,
          message: 'Thiếu mục «theme» (chủ đề).',
          proposal: 'Xin bổ sung mục này. Điều chưa ai quy định thì ghi là chưa biết (unknown).',
        },
        {
          code: 'unknown_field',
          severity: 'error',
          path: 'chude',
          line: lineOf('theme:'),
          message: 'Không có mục nào tên «chude» ở chỗ này.',
          proposal: 'Xin xem lại cách viết tên mục, hoặc bỏ mục này.',
        },
        {
          code: 'not_a_day',
          severity: 'error',
          path: 'windows.showcase.on',
          line: lineOf('showcase: { on: 2026-11-10 }'),
          message:
            'Mục «on» (vào ngày nào) phải là một ngày viết theo thứ tự năm-tháng-ngày, như 2023-08-31.',
          proposal: 'Xin ghi lại ngày.',
        },
      ],
    });
    const { findings } = await checked(file('broken.yaml', 'id: [qn\nname: x'));
    expect(findings[0]).toMatchObject({
      code: 'not_yaml',
      severity: 'error',
    });
  });

  test('shows people what is wrong, grouped, with lines', async () => {
    const text = plan
      .replace('weight: 70, judges: 7', 'weight: 60, judges: 7')
      .replace('precision: 2', 'precision: unknown');
    expect(await cuocthi('check', file('read.yaml', text))).toEqual({
      status: 1,
      stderr: '',
      stdout: [
        'Kế hoạch «Video clip Tổ công nghệ số cộng đồng 2026 (mẫu)»: 2 điều cần xem.',
        '',
        'SAI HOẶC MÂU THUẪN (1)',
        `• dòng ${lineOf('weight: 70, judges: 7')}, scoring.jury.weight`,
        '  Tỷ trọng không đủ 100: Ban Giám khảo 60, khán giả 30, cộng lại là 90.',
        '  Đề nghị: Xin sửa để hai phần cộng lại bằng 100.',
        '',
        'CHƯA QUY ĐỊNH (1)',
        `• dòng ${lineOf('precision: 2')}, scoring.precision`,
        '  Chưa quy định số chữ số thập phân của điểm, nên chưa xếp hạng được.',
        '  Đề nghị: Xin quy định trước khi chấm; chưa có thì không công bố được kết quả.',
        '',
      ].join('\n'),
    });
  });
});

describe('tao', () => {
  let MONGODB_URI = '';
  beforeAll(async () => {
    MONGODB_URI = await testDatabase();
  });
  const tao = (...args: string[]) => cuocthiOn({ MONGODB_URI }, 'tao', ...args);
  const code = expect.stringMatching(/^[A-Z0-9]{8}$/);
  const plan = readFileSync('contests/qn-2026.yaml', 'utf8');

  test('sets up a shipped plan as it is, once, and hands out the first organizer’s code', async () => {
    const { status, stdout } = await tao('qn-2026', '--json');
    expect({ status, ...JSON.parse(stdout) }).toEqual({ status: 0, contest: 'qn-2026', code, findings: [] });
    expect(await tao('qn-2026')).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('Đã có cuộc thi mang mã qn-2026, nên không tạo và không thay gì cả.'),
    });
  });

  test('copies a contest that is there without its days', async () => {
    const { status, stdout } = await tao('--tu', 'qn-2026', '--ma', 'qn-2027', '--ten-ngan', 'Cuộc thi 2027');
    const lines = stdout.split('\n');
    expect({ status, lines: lines.slice(0, 5).map((line) => line.replace(/[A-Z0-9]{8}$/, '…')) }).toEqual({
      status: 0,
      lines: [
        'Đã tạo cuộc thi qn-2027: Cuộc thi video clip Tổ công nghệ số cộng đồng tỉnh Quảng Ngãi năm 2027 (mẫu).',
        'Mã Ban Tổ chức của qn-2027 (dùng một lần): …',
        'Người được cấp mở bot, gõ /ma rồi đến mã này.',
        '',
        'Kế hoạch «Cuộc thi 2027»: 12 điều cần xem.',
      ],
    });
    expect(stdout).toContain('CHƯA QUY ĐỊNH (12)\n• windows.launch\n');
  });

  test('a document is taken as it is written, and what the checker calls wrong ends with status 1', async () => {
    const own = file(
      'own.yaml',
      plan.replace('id: qn-2026', 'id: cua-toi').replace('weight: 70, judges: 7', 'weight: 60, judges: 7'),
    );
    const { status, stdout } = await tao(own, '--json');
    expect({ status, ...JSON.parse(stdout) }).toEqual({
      status: 1,
      contest: 'cua-toi',
      code,
      findings: [expect.objectContaining({ code: 'weights_not_hundred', line: expect.any(Number) })],
    });
  });

  test('what can be no contest is told with its lines, and nothing is set up', async () => {
    const nowhere = file(
      'nowhere.yaml',
      plan.replace('id: qn-2026', 'id: o-dau').replace("root: '51'", "root: '99999'"),
    );
    expect(await tao(nowhere)).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/• dòng \d+, units\.root\n[\s\S]*Chưa tạo cuộc thi nào/),
    });
    expect(await tao(file('shape.yaml', 'id: o-dau\n'), '--json')).toMatchObject({ status: 1 });
    const { stderr } = await tao('--tu', 'o-dau', '--ma', 'x-2027');
    expect(stderr).toContain('Không có cuộc thi nào mang mã o-dau.');
  });

  test.each([
    [[], 'Hãy cho biết một tệp kế hoạch, hoặc cuộc thi để sao'],
    [['qn-2026', '--tu', 'qn-2026'], 'Hãy cho biết một tệp kế hoạch, hoặc cuộc thi để sao'],
    [['--tu', 'qn-2026'], 'Bản sao cần một mã mới: thêm --ma, ví dụ --ma qn-2027.'],
    [['qn-2026', '--ma', 'Quảng Ngãi'], 'Mã chỉ gồm chữ thường không dấu'],
    [['khong-co'], 'Không có tệp khong-co'],
  ])('%j ends with status 2', async (args, sentence) => {
    expect(await tao(...args)).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(sentence) });
  });
});

describe('wrong use', () => {
  test.each([
    [['check'], 'Lệnh này còn thiếu tham số.'],
    [['check', 'sl-1990'], 'Không có tệp sl-1990'],
    [['check', 'test'], 'test là một thư mục. Xin ghi tên một tệp ở trong đó.'],
    [['ranking'], 'Không có lệnh «ranking».'],
    [['rank'], 'Lệnh này còn thiếu tham số.'],
    [['rank', 'a.json', '--xml'], 'Không có tuỳ chọn «--xml».'],
    [['replay', 'sl-1990'], 'Giá trị «sl-1990» không dùng được ở đây.'],
    [['replay', 'qn-2023', '--seed', 'bảy'], 'Giá trị «bảy» không dùng được ở đây.'],
    [['replay', 'qn-2023', '--kill', 'operator'], 'Giá trị «operator» không dùng được ở đây.'],
  ])('%j ends with status 2', async (args, sentence) => {
    expect(await cuocthi(...args)).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(sentence),
    });
  });

  test('help is in Vietnamese and ends with status 0', async () => {
    const { status, stdout } = await cuocthi('--help');
    expect({ status, english: /Usage|ptions|Commands|display help|default/.test(stdout) }).toEqual({
      status: 0,
      english: false,
    });
  });
});

describe('donvi', () => {
  test('tells everything that is wrong with a file, line by line', async () => {
    const table = file('units.csv', 'mã;mã cấp trên;cấp;tên;tên đầy đủ\n1;;tỉnh;A;Tỉnh A\n1;9;xóm;B;Xã C\n');
    expect(await cuocthi('donvi', 'nhap', table, '--danh-sach', 'thu')).toMatchObject({
      status: 1,
      stdout: [
        'Dòng 3: không có cấp «xóm»; hãy ghi tỉnh, huyện, cụm, xã hoặc thôn.',
        'Dòng 3: tên đầy đủ «Xã C» phải gồm loại đơn vị rồi đến đúng tên «B», ví dụ: Xã Nghĩa Giang.',
        'Dòng 3: mã 1 đã có ở dòng 2.',
        'Dòng 3: đơn vị cấp trên 9 không có trong tệp.',
        'Có 4 chỗ sai nên chưa nhập dòng nào. Hãy sửa tệp rồi chạy lại lệnh.',
        '',
      ].join('\n'),
    });
  });

  test.each([
    [['nhap', 'x.csv', '--danh-sach', 'Của tôi'], 'Tên danh sách «Của tôi» chưa đúng.'],
    [['nhap', 'x.csv', '--danh-sach', 'vn-2025-two-tiers'], 'đi kèm chương trình nên không nhập đè được.'],
    [['nhap', 'x.csv'], 'Lệnh này cần thêm tuỳ chọn «--danh-sach <name>».'],
    [
      ['nhap', 'khong-co.csv', '--danh-sach', 'thu'],
      'Không có tệp khong-co.csv. Xin xem lại tên tệp và thư mục.',
    ],
  ])('%j ends with status 2', async (args, sentence) => {
    const { status, stderr } = await cuocthi('donvi', ...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('prints a list as the table it was read from', async () => {
    const { status, stdout } = await cuocthi('donvi', 'xuat', 'vn-2025-two-tiers');
    expect([status, stdout.split('\r\n').slice(0, 2)]).toEqual([
      0,
      [
        '\uFEFFcode,parent_code,level,type,name,name_with_type,formerly,from,until',
        '01,,province,thanh_pho,Hà Nội,Thành phố Hà Nội,giữ nguyên,2025-07-01,',
      ],
    ]);
  });
});
