import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { rankingRules } from '../../src/domain/plan/scoring.js';
import { explain } from '../../src/domain/ranking/explain.js';
import { type RankingInput, rank } from '../../src/domain/ranking.js';
import { decision } from '../../src/papers/decision.js';
import { entryList } from '../../src/papers/entryList.js';
import { linesOf, type Result } from '../../src/papers/figures.js';
import { minutes, sourceText } from '../../src/papers/minutes.js';
import { scoreSheets } from '../../src/papers/scoreSheets.js';
import { summary } from '../../src/papers/summary.js';
import { workbook } from '../../src/papers/workbook.js';
import { words as t } from '../../src/words.js';

const at = new Date('2023-09-24T08:00:00+07:00');
const freezeAt = '2023-09-19T23:59:59+07:00';

/** Three clips, six judges: 84.1666… and the like, so that something is rounded. */
const sums: Record<string, (number | null)[]> = {
  'QN-07': [82, 85, 80, 88, 84, 86],
  'QN-12': [88, 90, 86, 91, 89, 87],
  'QN-15': [79, 83, 81, 80, null, 82],
};
const engagement: Record<string, [likes: number, shares: number]> = {
  'QN-07': [310, 120],
  'QN-12': [95, 20],
  'QN-15': [2600, 900],
};
const names = ['An', 'Bình', 'Chi', 'Dũng', 'Em', 'Phúc'];
const codes = Object.keys(sums);

function resultWith(aggregate: 'mean' | 'trimmed' = 'mean', quorum = 5): Result {
  const sheets = codes.flatMap((entry) =>
    names.map((name, index) => {
      const sum = sums[entry]?.[index] ?? null;
      const points = sum === null ? null : { content: '40', form: `${sum - 40}.0`.replace('.0', '') };
      return {
        judge: name,
        entry,
        points,
        remark: index === 0 ? 'Âm thanh nhỏ' : null,
      };
    }),
  );
  const snapshots = codes.map((entry) => {
    const [likes = 0, shares = 0] = engagement[entry] ?? [];
    return { entry, at: new Date('2023-09-19T20:00:00+07:00'), likes, shares, counts: true, from: 'ghi tay' };
  });
  const submittedAt = new Date('2023-08-31T08:00:00+07:00');
  const rules = rankingRules.parse({
    criteria: [
      { id: 'content', max: 40 },
      { id: 'form', max: 60 },
    ],
    jury: { weight: 70, aggregate, quorum },
    audience: {
      mode: 'score',
      weight: 30,
      points: { like: 1, share: 2 },
      scale: { method: 'max' },
      freezeAt,
    },
    tieChain: ['audience'],
  });
  const input: RankingInput = {
    rules,
    entries: codes.map((code) => ({ code, submittedAt: submittedAt.toISOString() })),
    sheets: sheets.map(({ judge, entry, points }) =>
      points ? { judge, entry, points } : { judge, entry, abstained: true },
    ),
    snapshots: snapshots.map((snapshot) => ({ ...snapshot, at: snapshot.at.toISOString() })),
  };
  return {
    contest: { name: 'Cuộc thi «Câu chuyện»', shortName: 'Câu chuyện' },
    isOnStage: false,
    committee: null,
    chair: null,
    agency: 'Sở Thông tin và Truyền thông',
    sources: [{ title: 'Kế hoạch tổ chức', number: '1268/KH-STTTT', date: '2023-07-12' }],
    jury: {
      name: 'Ban Giám khảo cấp tỉnh',
      judges: [...names, 'Vắng'].map((name) => ({ id: name, name })),
      head: 'An',
      secretaries: [],
      from: new Date('2023-09-19T00:00:00+07:00'),
      until: new Date('2023-09-23T23:59:59+07:00'),
      aggregate,
      quorum,
      weight: '70',
    },
    criteria: [
      { id: 'content', label: 'Nội dung', max: '40' },
      { id: 'form', label: 'Hình thức', max: '60' },
    ],
    scale: '100',
    precision: 2,
    audience: { weight: '30', freezeAt: new Date(freezeAt) },
    entries: codes.map((code) => ({
      code,
      title: code === 'QN-12' ? '=SUM(A1:A9)' : `Chuyện ${code}`,
      team: `Tổ ${code}`,
      unit: 'xã Hành Đức',
      submittedAt,
    })),
    sheets,
    snapshots,
    ranking: rank(input),
    prizes: { given: [], open: [] },
    accounts: new Map(
      codes
        .flatMap((code) => explain(input, code)?.jury ?? [])
        .map((jury, index) => [codes[index] ?? '', jury]),
    ),
    lock: { number: 1, count: 18, refused: 1, checksum: 'ab12', at: new Date('2023-09-23T23:59:59+07:00') },
    published: null,
  };
}

const xmlOf = (file: Uint8Array, name = 'word/document.xml'): string =>
  strFromU8(unzipSync(file)[name] ?? new Uint8Array());

/** What stands in the paragraphs of a piece of a document, a line for each. */
const textOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/g)]
    .map(([each]) =>
      [...each.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, text]) => text ?? ' / ').join(''),
    )
    .filter((text) => text !== '');

/** The tables of a document, cell by cell; its head and its signatures are tables too. */
const tablesOf = (file: Uint8Array): string[][][] =>
  [...xmlOf(file).matchAll(/<w:tbl>.*?<\/w:tbl>/g)].map(([table]) =>
    [...table.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/g)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/g)].map(([cell]) => textOf(cell).join(' | ')),
    ),
  );

describe('the summary', () => {
  test('shows every judge’s sum, what they come to, and the places, as they were ranked', async () => {
    const [, table] = tablesOf(await summary(t, resultWith(), at));
    expect(table).toEqual([
      'TT,Mã số,Tác phẩm,GK1,GK2,GK3,GK4,GK5,GK6,GK7,Số phiếu,Điểm các phiếu,Điểm Ban Giám khảo (tối đa 70),Điểm bình chọn (tối đa 30),Tổng điểm,Hạng'.split(
        ',',
      ),
      '1;QN-15;«Chuyện QN-15» / Tổ QN-15, xã Hành Đức;79;83;81;80;không chấm;82;–;5;81,00;56,70;30,00;86,70;1'.split(
        ';',
      ),
      '2;QN-12;«=SUM(A1:A9)» / Tổ QN-12, xã Hành Đức;88;90;86;91;89;87;–;6;88,50;61,95;0,92;62,87;2'.split(
        ';',
      ),
      '3;QN-07;«Chuyện QN-07» / Tổ QN-07, xã Hành Đức;82;85;80;88;84;86;–;6;84,17;58,92;3,75;62,67;3'.split(
        ';',
      ),
    ]);
  });

  test('sets in brackets what is left out, and leaves open what isn’t ranked', async () => {
    const [, table = []] = tablesOf(await summary(t, resultWith('trimmed', 6), at));
    expect(table.slice(1).map((row) => row.slice(3))).toEqual([
      '88;90;(86);(91);89;87;–;6;88,50;61,95;0,92;62,87;1'.split(';'),
      '82;85;(80);(88);84;86;–;6;84,25;58,98;3,75;62,73;2'.split(';'),
      // Five sheets: fewer than the quorum.
      ['(79)', '(83)', '81', '80', 'không chấm', '82', '–', '5', '81,00', '', '', '', 'không xếp hạng'],
    ]);
  });
});

test('each judge signs a sheet of his own, with every criterion', async () => {
  const tables = tablesOf(await scoreSheets(t, resultWith(), at));
  // A head, a table and the signature for each of the six; who gave no sheet signs none.
  expect(tables.length).toBe(18);
  expect(tables[1]).toEqual([
    'TT;Mã số;Tác phẩm;Nội dung (tối đa 40);Hình thức (tối đa 60);Tổng điểm (tối đa 100);Nhận xét'.split(';'),
    '1;QN-07;«Chuyện QN-07» / Tổ QN-07, xã Hành Đức;40;42;82;Âm thanh nhỏ'.split(';'),
    '2;QN-12;«=SUM(A1:A9)» / Tổ QN-12, xã Hành Đức;40;48;88;Âm thanh nhỏ'.split(';'),
    '3;QN-15;«Chuyện QN-15» / Tổ QN-15, xã Hành Đức;40;39;79;Âm thanh nhỏ'.split(';'),
  ]);
  expect(tables[13]?.[3]?.slice(3)).toEqual(['', '', 'không chấm', '']);
});

test('a sheet that lacks a part shows no points that nobody gave, and says that it doesn’t count', async () => {
  const result = resultWith();
  const [first, ...others] = result.sheets;
  if (!first) throw new Error('nobody scored');
  const lacking = { ...first, points: { content: '40' }, missing: ['Tiểu phẩm'] };
  const incomplete = { ...result, sheets: [lacking, ...others] };
  const says = 'thiếu phần Tiểu phẩm, không tính';
  expect(tablesOf(await scoreSheets(t, incomplete, at))[1]?.[1]?.slice(3)).toEqual([
    ...['40', '', says, 'Âm thanh nhỏ'],
  ]);
  const book = await readXlsxFile(Buffer.from(await workbook(t, incomplete, at)));
  expect(book.find(({ sheet }) => sheet === 'Phiếu chấm')?.data[1]).toEqual([
    'An',
    'QN-07',
    40,
    null,
    null,
    says,
    'Âm thanh nhỏ',
  ]);
  expect(linesOf(incomplete).flatMap(({ marks }) => marks)).toContainEqual({
    ...{ kind: 'incomplete', missing: ['Tiểu phẩm'] },
  });
});

test('a sheet that was left out is marked so wherever it stands, with the reason', async () => {
  const result = resultWith();
  const [first, ...others] = result.sheets;
  if (!first) throw new Error('nobody scored');
  const aside = { ...first, leftOut: { why: 'setAside' as const, reason: 'Chấm nhầm bài' } };
  const leftOut = { ...result, sheets: [aside, ...others] };
  const why = 'Ban Tổ chức hoặc Trưởng Ban Giám khảo đã để riêng phiếu này, lý do: Chấm nhầm bài';
  const sheets = await scoreSheets(t, leftOut, at);
  expect(tablesOf(sheets)[1]?.[1]?.slice(5)).toEqual(['(82)', `Không tính: ${why} / Âm thanh nhỏ`]);
  expect(textOf(xmlOf(sheets))).toEqual(
    expect.arrayContaining([
      'Số bài đã chấm: 2; số bài không chấm: 0.',
      'Số phiếu không được tính (điểm trong ngoặc đơn): 1.',
    ]),
  );
  expect(textOf(xmlOf(await minutes(t, leftOut, at)))).toContain(
    `Phiếu không được tính: An, bài QN-07 (${why}).`,
  );
  const book = await readXlsxFile(Buffer.from(await workbook(t, leftOut, at)));
  expect(book.find(({ sheet }) => sheet === 'Phiếu chấm')?.data[1]?.[5]).toBe(`Không tính: ${why}`);
  // Where it stands among others it is no number that could be reckoned with.
  const account = result.accounts.get('QN-07');
  if (!account) throw new Error('nothing was ranked');
  const sheetsOf = account.sheets.map((sheet) =>
    sheet.judge === 'An' ? { judge: 'An', kind: 'setAside' as const, points: {} } : sheet,
  );
  const accounts = new Map(result.accounts).set('QN-07', { ...account, sheets: sheetsOf });
  const ranked = await readXlsxFile(Buffer.from(await workbook(t, { ...leftOut, accounts }, at)));
  const row = ranked.find((each) => each.sheet === 'Xếp hạng')?.data[3] ?? [];
  expect([row[5], row[6], row.at(-1)]).toEqual(['(82)', 85, `Phiếu của An không được tính: ${why}`]);
});

test('the minutes tell a reopening, who didn’t score and why, and what was ruled about engagement', async () => {
  const result = resultWith();
  const by = { by: 'Trần Chủ', document: '15/QĐ-UBND', reason: 'Cộng nhầm', at };
  const standing = (sum: string, uncounted: 'setAside' | 'abstained' | null = null) => ({ sum, uncounted });
  const changes = [
    { judge: 'An', entry: 'QN-07', before: standing('82'), after: standing('85') },
    { judge: 'An', entry: 'QN-12', before: standing('88'), after: standing('88') },
    { judge: 'Chi', entry: 'QN-07', before: null, after: standing('0', 'abstained') },
    { judge: 'Em', entry: 'QN-07', before: standing('84'), after: standing('84', 'setAside') },
  ];
  const sheets = result.sheets.map((sheet) =>
    sheet.points ? sheet : { ...sheet, abstained: { reason: 'relation' as const, words: 'Em họ' } },
  );
  const ruling = { entry: 'QN-07', what: 'tính 310 lượt thích', document: '21/QĐ', reason: 'Đếm sai', at };
  const reopenings = [
    { ...by, number: 1, changes },
    { ...by, number: 2, changes: [] },
  ];
  const text = textOf(xmlOf(await minutes(t, { ...result, sheets, reopenings, rulings: [ruling] }, at)));
  const opened = (number: number) =>
    `Điểm đã chốt lần ${number} được mở lại lúc 8 giờ Chủ nhật, 24/9/2023; người mở: Trần Chủ; theo văn bản: 15/QĐ-UBND. Lý do: Cộng nhầm`;
  expect(text).toEqual(
    expect.arrayContaining([
      opened(1),
      'Phiếu thay đổi giữa lần chốt 1 và lần chốt 2: An, bài QN-07 (từ 82 thành 85); An, bài QN-12 (ghi lại, tổng vẫn là 88); Chi, bài QN-07 (phiếu mới: không chấm); Em, bài QN-07 (tổng vẫn là 84, nay không được tính).',
      opened(2),
      'Đến lần chốt 3 không có phiếu nào thay đổi.',
      'Không chấm: Em, bài QN-15 (Có quan hệ với đội, lý do: Em họ).',
      'Lượt tương tác của bài QN-07: Ban Tổ chức đã quyết định lúc 8 giờ Chủ nhật, 24/9/2023, văn bản 21/QĐ: tính 310 lượt thích. Lý do: Đếm sai',
    ]),
  );
});

test('after a ruling every paper says whose numbers it gave, when, by which document and why', async () => {
  const ruling = { entry: 'QN-07', what: 'tính 310 lượt thích', document: '21/QĐ', reason: 'Đếm sai', at };
  const said = 'lúc 8 giờ Chủ nhật, 24/9/2023, văn bản 21/QĐ: tính 310 lượt thích. Lý do: Đếm sai';
  const [reading, ...others] = resultWith().snapshots;
  if (!reading) throw new Error('nothing was read');
  const ruled = { ...reading, at: new Date(freezeAt), from: 'Trưởng Ban Tổ chức quyết định', isRuled: true };
  const snapshots = [{ ...reading, counts: false, ruling }, ...others, { ...ruled, ruling }];
  const result = { ...resultWith(), snapshots, rulings: [ruling] };
  for (const paper of [summary, minutes])
    expect(textOf(xmlOf(await paper(t, result, at)))).toEqual(
      expect.arrayContaining([
        'Lượt thích, lượt chia sẻ lấy theo lần ghi cuối cùng đến 23 giờ 59 thứ Ba, 19/9/2023; riêng bài QN-07 lấy theo quyết định của Ban Tổ chức.',
        `Lượt tương tác của bài QN-07: Ban Tổ chức đã quyết định ${said}`,
      ]),
    );
  const book = await readXlsxFile(Buffer.from(await workbook(t, result, at)));
  const rows = book.find(({ sheet }) => sheet === 'Tương tác')?.data ?? [];
  const told = said.replace('lúc', 'Lúc');
  expect([rows[0]?.slice(4), rows[1], rows[2]?.slice(4), rows[4]]).toEqual([
    ['Được tính', 'Nguồn', 'Quyết định của Ban Tổ chức'],
    ['QN-07', '20 giờ thứ Ba, 19/9/2023', 310, 120, 'Không', 'ghi tay', told],
    ['Có', 'ghi tay', null],
    ['QN-07', null, 310, 120, 'Có', 'Trưởng Ban Tổ chức quyết định', told],
  ]);
});

test('the minutes tell who left the jury, who sits in whose place, and what was opened again on a stage', async () => {
  const result = resultWith();
  const [until, since] = ['2023-09-21T09:00:00+07:00', '2023-09-21T10:00:00+07:00'].map(
    (day) => new Date(day),
  );
  if (!until || !since) throw new Error('no days');
  const judges = result.jury.judges.map((judge) =>
    judge.id === 'Phúc' ? { ...judge, instead: { of: 'Em', since } } : judge,
  );
  const left = [{ id: 'Em', name: 'Em', until, reason: 'Bận công tác' }];
  const opened = { entry: 'QN-07', part: 'Tiểu phẩm', at, by: 'Trần Chủ', reason: 'Thiếu phiếu của Chi' };
  const onStage = { ...result, isOnStage: true, stageReopenings: [opened] };
  const text = textOf(xmlOf(await minutes(t, { ...onStage, jury: { ...result.jury, judges, left } }, at)));
  expect(text).toEqual(
    expect.arrayContaining([
      'Ban Giám khảo có 6 thành viên; có phiếu chấm: 5; không có phiếu chấm: 1.',
      'Có phiếu chấm: An, Bình, Chi, Dũng, Phúc.',
      'Em làm giám khảo đến 9 giờ thứ Năm, 21/9/2023 thì thôi. Lý do: Bận công tác',
      'Phúc làm giám khảo thay Em từ 10 giờ thứ Năm, 21/9/2023.',
      'Phần Tiểu phẩm của đội QN-07 được mở lại lúc 8 giờ Chủ nhật, 24/9/2023 để chấm bổ sung hoặc sửa; người mở: Trần Chủ. Lý do: Thiếu phiếu của Chi',
      'Ban Giám khảo thống nhất kết quả trên và đề nghị Ban Tổ chức xem xét, công nhận 3 đội được xếp hạng.',
      'Đội thi',
    ]),
  );
});

test.each([
  ['2023', 'Kế hoạch năm 2023.'],
  ['2023-07', 'Kế hoạch năm 2023.'],
  ['2023-07-12', 'Kế hoạch năm 2023, ngày 12/7/2023.'],
])('a document of %s is named with a day only where there is one', (date, says) => {
  expect(sourceText(t, { title: 'Kế hoạch năm 2023', date })).toBe(says);
});

test('minutes are of a meeting before the publication; a team on a stage is named once', async () => {
  const result = resultWith();
  const entries = result.entries.map((entry) => ({ ...entry, title: entry.team }));
  const published = { version: 1, at };
  const text = textOf(xmlOf(await minutes(t, { ...result, entries, published }, at)));
  expect(text.filter((line) => line.includes('đã công bố'))).toEqual([]);
  expect(text).toContain('Tổ QN-07 / xã Hành Đức');
});

test('no word of a workbook’s titles is wider than its column, and their lines have room', async () => {
  const file = await workbook(t, resultWith(), at);
  const xml = xmlOf(file, 'xl/worksheets/sheet1.xml');
  const widths = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
  const height = Number(/<row [^>]* ht="([\d.]+)"/.exec(xml)?.[1]);
  const [titles] = (await readXlsxFile(Buffer.from(file)))[0]?.data ?? [];
  for (const [column, title] of (titles ?? []).entries()) {
    const width = widths[column] ?? 0;
    expect(
      Math.max(
        ...String(title)
          .split(' ')
          .map(({ length }) => length),
      ),
    ).toBeLessThan(width);
    expect(height).toBeGreaterThanOrEqual(Math.ceil(String(title).length / width) * 15);
  }
});

test('the minutes name who was there, the figures, and leave open what nobody told', async () => {
  const file = await minutes(t, resultWith('mean', 6), at);
  const text = textOf(xmlOf(file));
  for (const line of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
    'BAN GIÁM KHẢO CẤP TỈNH',
    'Kế hoạch tổ chức, số 1268/KH-STTTT, ngày 12/7/2023.',
    'Ban Giám khảo chấm điểm từ 0 giờ thứ Ba, 19/9/2023 đến 23 giờ 59 thứ Bảy, 23/9/2023.',
    'Ban Giám khảo có 7 thành viên; có phiếu chấm: 6; không có phiếu chấm: 1.',
    'Không có phiếu chấm: Vắng.',
    'Chủ trì: An.',
    'Thư ký: …………………….',
    'Không xếp hạng vì chưa đủ 6 phiếu: QN-15.',
    'Không chấm: Em (QN-15).',
    'Điểm đã chốt lần 1 lúc 23 giờ 59 thứ Bảy, 23/9/2023: 17 phiếu chấm và 1 lượt từ chối chấm. Mã kiểm tra: ab12',
    'Chưa công bố: tính theo phiếu chấm và lượt tương tác lúc 8 giờ Chủ nhật, 24/9/2023.',
  ])
    expect(text).toContain(line);
  expect(
    tablesOf(file)[1]
      ?.slice(1)
      .map((row) => row.slice(3)),
  ).toEqual([
    ['6', '88,50', '61,95', '0,92', '62,87', '1'],
    ['6', '84,17', '58,92', '3,75', '62,67', '2'],
    ['5', '81,00', '', '', '', 'không xếp hạng'],
  ]);
});

test('the draft of the decision names the awards, and leaves open what points don’t decide', async () => {
  const rows = async (prizes: Result['prizes']) =>
    tablesOf(await decision(t, { ...resultWith(), prizes }, at))[1]
      ?.slice(1)
      .map(([, code, , total, prize]) => [code, total, prize]);
  const given = [
    { code: 'QN-15', prize: 'Giải Nhất', sum: 5_000_000 },
    { code: 'QN-12', prize: 'Giải Nhì', sum: null },
  ];
  const open = [
    { prizes: ['Giải Ba'], codes: ['QN-07'] },
    { prizes: ['Giải triển vọng'], codes: [] },
  ];
  expect(await rows({ given, open })).toEqual([
    ['QN-15', '86,70', 'Giải Nhất / 5.000.000 đồng'],
    ['QN-12', '62,87', 'Giải Nhì'],
    ['QN-07', '62,67', '……………………'],
    ['', '', 'Giải triển vọng'],
  ]);
  expect(await rows({ given: [], open: [] })).toEqual([
    ['QN-15', '86,70', '……………………'],
    ['QN-12', '62,87', '……………………'],
    ['QN-07', '62,67', '……………………'],
  ]);
});

test('the layout is that of official papers', async () => {
  const file = await minutes(t, resultWith(), at);
  const millimetres = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 25.4);
  const margin = /<w:pgMar [^>]*>/.exec(xmlOf(file))?.[0] ?? '';
  const size = /<w:pgSz [^>]*>/.exec(xmlOf(file))?.[0] ?? '';
  const of = (text: string, name: string) => millimetres(new RegExp(`w:${name}="(\\d+)"`).exec(text)?.[1]);
  expect(
    Object.fromEntries(['top', 'bottom', 'left', 'right'].map((side) => [side, of(margin, side)])),
  ).toEqual({
    top: 20,
    bottom: 20,
    left: 30,
    right: 18,
  });
  expect([of(size, 'w'), of(size, 'h')]).toEqual([210, 297]);
  expect(xmlOf(file, 'word/styles.xml')).toContain('w:ascii="Times New Roman"');
  // No number on the first page, and one on each other.
  expect(xmlOf(file)).toContain('<w:titlePg/>');
  const headers = ['word/header1.xml', 'word/header2.xml'].map((name) => /PAGE/.test(xmlOf(file, name)));
  expect(headers.sort()).toEqual([false, true]);
});

describe('the workbook', () => {
  const sheet = async (name: string) => {
    const file = Buffer.from(await workbook(t, resultWith(), at));
    return (await readXlsxFile(file)).find((each) => each.sheet === name)?.data ?? [];
  };

  test('holds numbers that can be reckoned with, and texts that stay texts', async () => {
    const [titles, ...rows] = await sheet('Xếp hạng');
    expect(titles?.slice(0, 5)).toEqual(['Hạng', 'Mã số', 'Tên tác phẩm', 'Đội thi', 'Đơn vị']);
    expect(rows).toEqual([
      [
        1,
        'QN-15',
        'Chuyện QN-15',
        'Tổ QN-15',
        'xã Hành Đức',
        79,
        83,
        81,
        80,
        'không chấm',
        82,
        null,
        5,
        81,
        56.7,
        30,
        86.7,
        null,
      ],
      [
        2,
        'QN-12',
        '=SUM(A1:A9)',
        'Tổ QN-12',
        'xã Hành Đức',
        88,
        90,
        86,
        91,
        89,
        87,
        null,
        6,
        88.5,
        61.95,
        0.92,
        62.87,
        null,
      ],
      [
        3,
        'QN-07',
        'Chuyện QN-07',
        'Tổ QN-07',
        'xã Hành Đức',
        82,
        85,
        80,
        88,
        84,
        86,
        null,
        6,
        84.17,
        58.92,
        3.75,
        62.67,
        null,
      ],
    ]);
  });

  test('has every sheet and every reading of the likes', async () => {
    const sheets = await sheet('Phiếu chấm');
    expect(sheets.length).toBe(1 + 18);
    expect(sheets[1]).toEqual(['An', 'QN-07', 40, 42, 82, 'Có', 'Âm thanh nhỏ']);
    expect((await sheet('Tương tác')).slice(1)).toEqual([
      ['QN-07', '20 giờ thứ Ba, 19/9/2023', 310, 120, 'Có', 'ghi tay'],
      ['QN-12', '20 giờ thứ Ba, 19/9/2023', 95, 20, 'Có', 'ghi tay'],
      ['QN-15', '20 giờ thứ Ba, 19/9/2023', 2600, 900, 'Có', 'ghi tay'],
    ]);
  });

  test('has the votes beside the readings where people voted in the assistant', async () => {
    const result = resultWith();
    const votes = {
      entry: 'QN-12',
      at,
      likes: 0,
      shares: 0,
      votes: 37,
      counts: true,
      from: 'bình chọn tại đây',
    };
    const file = Buffer.from(await workbook(t, { ...result, snapshots: [votes] }, at));
    const rows = (await readXlsxFile(file)).find((each) => each.sheet === 'Tương tác')?.data ?? [];
    expect(rows.map((row) => row.filter((_, column) => column !== 1))).toEqual([
      ['Mã số', 'Lượt thích', 'Lượt chia sẻ', 'Phiếu bình chọn qua Trợ lý', 'Được tính', 'Nguồn'],
      ['QN-12', null, null, 37, 'Có', 'bình chọn tại đây'],
    ]);
  });

  test('writes no formula', async () => {
    const parts = unzipSync(await workbook(t, resultWith(), at));
    const cells = Object.entries(parts).filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
    expect(cells.length).toBe(4);
    expect(cells.filter(([, bytes]) => /<f[ >]/.test(strFromU8(bytes)))).toEqual([]);
  });
});

test('a workbook is printed one page wide, and lies where it is wide', async () => {
  const parts = unzipSync(await workbook(t, resultWith(), at));
  const pages = Object.entries(parts)
    .filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .map((xml) => [
      /<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/.test(xml),
      /<pageSetup [^>]*>/.exec(xml)?.[0],
    ]);
  const page = '<pageSetup fitToWidth="1" fitToHeight="0" paperSize="9"';
  const lying = `${page} orientation="landscape"/>`;
  expect(pages).toEqual([
    [true, lying],
    [true, lying],
    [true, lying],
    [true, lying],
  ]);
});

test('the decision is for the chair to sign, by name where it is known', async () => {
  const signed = async (chair: string | null) =>
    xmlOf(await decision(t, { ...resultWith(), chair }, at), 'word/document.xml').includes('Trần Văn Chủ');
  expect([await signed(null), await signed('Trần Văn Chủ')]).toEqual([false, true]);
});

test('the same figures make the same bytes, whenever they are written', async () => {
  const result = resultWith();
  const list = { ...result, secretary: null };
  const makers = [
    () => scoreSheets(t, result, at),
    () => summary(t, result, at),
    () => minutes(t, result, at),
    () => decision(t, result, at),
    () => entryList(t, list, at),
    () => workbook(t, result, at),
  ];
  for (const make of makers) {
    const first = Buffer.from(await make());
    expect(first.equals(Buffer.from(await make()))).toBe(true);
    const stamps = Object.values(unzipSync(first)).flatMap(
      (part) => strFromU8(part).match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [],
    );
    expect(stamps.filter((stamp) => stamp !== '2023-09-24T01:00:00Z')).toEqual([]);
  }
});
