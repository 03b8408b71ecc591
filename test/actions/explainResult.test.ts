import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { rankNow } from '../../src/actions/publishResults.js';
import { recomputeResult } from '../../src/actions/recomputeResult.js';
import type { Styled } from '../../src/chat.js';
import { showExplanation } from '../../src/dialogues/explain.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { RoleName } from '../../src/domain/roles.js';
import type { Store } from '../../src/store/store.js';
import type { Tools } from '../../src/turn.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const contest = 'qn-2026';
const judging = new Date('2026-10-20T08:00:00+07:00');
const locked = new Date('2026-10-24T08:00:00+07:00');
const communes = ['21040', '21433'];

let store: Store;
let tools: Tools;
beforeAll(async () => {
  tools = await openTools(contest, judging);
  ({ store } = tools);
  for (const [index, unit] of communes.entries()) {
    const number = index + 1;
    await store.entries.create({
      ...{ _id: `${contest}/entry-${number}`, contest, number, code: `QN-0${number}`, unit, sender: unit },
      ...{ person: `telegram:1:author-${number}`, team: `Tổ ${number}`, title: `Clip ${number}` },
      ...{ slot: null, authorSlot: null, state: 'in_final', history: [], verdicts: [], correction: null },
      video: { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' },
      ...{ versions: [], submittedAt: judging, turn: `entry-${number}` },
    });
    await store.snapshots.create({
      ...{ _id: `${contest}/read-${number}`, contest, entry: `QN-0${number}`, by: 'x' },
      ...{ likes: 310, shares: 120 * number, at: new Date('2026-10-13T20:00:00+07:00'), source: 'table' },
      proof: { kind: 'link', url: 'https://example.vn/so', by: 'x', at: judging },
    });
  }
  for (const judge of [1, 2, 3, 4, 5, 6]) {
    await hold(`judge-${judge}`, judge === 1 ? 'head_judge' : 'judge');
    for (const number of judge === 6 ? [1] : [1, 2])
      await store.sheets.create({
        ...{ _id: `${contest}/${judge}/QN-0${number}`, contest, judge: `telegram:1:judge-${judge}` },
        ...{ entry: `QN-0${number}`, points: { content: `${30 + judge}`, form: '25', meaning: '20' } },
        ...{ sum: `${75 + judge}`, at: judging, version: 1, turn: `sheet-${judge}-${number}` },
        ...(judge === 5 && { enteredBy: 'telegram:1:secretary' }),
      });
  }
  await store.sheets.create({
    ...{
      _id: `${contest}/6/QN-02`,
      contest,
      judge: 'telegram:1:judge-6',
      entry: 'QN-02',
      points: {},
      sum: '0',
    },
    ...{ abstained: { reason: 'relation', words: 'Anh em họ' }, at: judging, version: 1, turn: 'sheet-6-2' },
  });
  await hold('secretary', 'secretary');
  await hold('support', 'support_staff');
  await hold('coordinator', 'unit_coordinator', '21040');
  await hold('cluster', 'head_judge', 'cum:binh_son');
});
afterAll(() => store.close());

async function hold(who: string, role: RoleName, unit: string | null = null): Promise<void> {
  const held = `${contest}/${role}/${unit}/${who}`;
  await store.roles.create({
    ...{ _id: held, contest, person: `telegram:1:${who}`, role, unit, name: `Tên ${who}`, since: judging },
    ...{ by: null, held, endedAt: null, endedBy: null, endReason: null },
  });
}

/** What somebody is told, or the key of what refuses him. */
async function asks(who: string, code: string, now: Date): Promise<string> {
  const turn = await turnIn(tools, `telegram:1:${who}`, { now, contest });
  try {
    await showExplanation(turn, code);
  } catch (error) {
    if (error instanceof Refusal) return error.key;
    throw error;
  }
  return turn.letters.map(({ reply }) => (reply as { text: Styled }).text.text).join('\n---\n');
}

const ofFirst = (judge: (number: number) => string, note: (number: number) => string = () => '') =>
  [
    'QN-01 «Clip 1»\nHạng 1 trong 2 bài được xếp hạng, tổng điểm 84,95.',
    [
      'Điểm Ban Giám khảo',
      ...[1, 2, 3, 4, 5, 6].map(
        (number) => `• ${judge(number)}: ${30 + number} + 25 + 20 = ${75 + number}${note(number)}`,
      ),
      'Trung bình cộng của 6 phiếu: 471 ÷ 6 = 78,50',
      'Điểm phần này: 70 × 471 ÷ (6 × 100) = 54,95',
      '(70 là điểm tối đa của phần này, 100 là điểm tối đa của một phiếu, 6 là số phiếu được tính)',
    ].join('\n'),
    'Điểm bình chọn\nSố được tính: 310 lượt thích, 120 lượt chia sẻ, ghi lúc 20 giờ thứ Ba, 13/10/2026.\nNguồn: từ bảng, có đường dẫn: https://example.vn/so\nQuy đổi: 310 × 1 + 120 × 2 = 550\nĐã đạt mức trần 500, nên được trọn điểm phần này: 30,00',
    'Tổng điểm: 54,95 + 30,00 = 84,95\nMỗi phần chỉ làm tròn một lần, sau khi tính xong.',
  ].join('\n\n');

/** Whose it is reads too how long it may be complained about. */
const toTeam = `${ofFirst((number) => `Giám khảo ${number}`)}\n\nĐây là kết quả tạm thời: khiếu nại được nhận đến hết 23 giờ 59 thứ Năm, 29/10/2026.\nNếu có khiếu nại: /khieunai`;

describe('how an entry came to its place', () => {
  test.each<[string, Date, string]>([
    ['secretary', judging, 'explain.notLocked'],
    ['judge-1', judging, 'explain.notLocked'],
    ['judge-2', judging, 'explain.notPublished'],
    ['author-1', locked, 'explain.notPublished'],
    ['coordinator', locked, 'explain.notPublished'],
    ['support', locked, 'explain.notPublished'],
    ['cluster', locked, 'explain.notPublished'],
  ])('is not told to %s too early', async (who, now, refusal) => {
    expect(await asks(who, 'QN-01', now)).toBe(refusal);
  });

  test('is told to the committee once the judging is locked, with the names of the judges', async () => {
    for (const who of ['secretary', 'judge-1'])
      expect(await asks(who, 'QN-01', locked)).toBe(
        ofFirst(
          (number) => `Tên judge-${number}`,
          (number) => (number === 5 ? ' – phiếu giấy do thư ký nhập' : ''),
        ),
      );
  });

  test('once it is published, its team and its unit see it with numbers for the judges, and no others', async () => {
    await publish();
    for (const who of ['author-1', 'coordinator']) expect(await asks(who, 'QN-01', locked)).toBe(toTeam);
    expect(await asks('author-1', '', locked)).toContain('QN-01 «Clip 1»');
    expect(await asks('author-1', 'QN-02', locked)).toBe('explain.notYours');
    expect(await asks('coordinator', 'QN-02', locked)).toBe('explain.notYours');
    expect(await asks('judge-2', 'QN-01', locked)).toBe('explain.notYours');
    expect(await asks('secretary', 'QN-02', locked)).toContain(
      '• Tên judge-6: không chấm bài này, nên không tính vào trung bình – lý do: Có quan hệ với đội (Anh em họ)',
    );
    expect(await asks('author-1', 'QN-01', locked)).not.toContain('phiếu giấy');
    expect(await asks('secretary', 'QN-77', locked)).toBe('common.noEntry');
  });
});

describe('a published result, worked out again', () => {
  const recomputed = async () => {
    const turn = await turnIn(tools, 'telegram:1:secretary', { now: locked, contest });
    return recomputeResult(turn, await contestById(turn, contest));
  };

  test('is the same to the last byte', async () => {
    expect(await recomputed()).toEqual({
      version: 1,
      publishedAt: locked,
      isSame: true,
      differences: [],
      rulings: [],
    });
  });

  test('stays explained to its team as it was published, when the judging was opened and locked again', async () => {
    const first = await store.locks.findOne({ contest }).lean();
    const [sheet, ...others] = first?.sheets ?? [];
    if (!first || !sheet) throw new Error('nothing is locked');
    const later = { _id: `${first._id}/later`, number: first.number + 1, cause: 'later' };
    const changed = [{ ...sheet, points: { ...sheet.points, content: '40' } }, ...others];
    await store.locks.create({ ...first, ...later, sheets: changed, checksum: 'other' });
    expect(await asks('author-1', 'QN-01', locked)).toBe(toTeam);
    expect(await asks('secretary', 'QN-01', locked)).toMatch(/^⚠️ Số liệu đã khác với kết quả đã công bố\./);
    expect(await recomputed()).toMatchObject({ version: 1, isSame: true });
    await store.locks.deleteOne({ _id: later._id });
  });

  test('is not, once a sheet was tampered with: it is named, and changes nothing, since the lock counts', async () => {
    const sheet = `${contest}/2/QN-01`;
    await store.sheets.updateOne({ _id: sheet }, { 'points.content': '38' });
    const points = { content: '32', form: '25', meaning: '20' };
    const path = `sheets.${sheet}`;
    const differences = [{ path, published: points, recomputed: { ...points, content: '38' } }];
    expect(await recomputed()).toMatchObject({ isSame: false, differences });
    expect(await asks('author-1', 'QN-01', locked)).toBe(toTeam);
    await store.sheets.updateOne({ _id: sheet }, { 'points.content': '32' });
    expect(await recomputed()).toMatchObject({ isSame: true });
  });

  test('is not, once a sheet is there that the lock never had, or that was set aside without a trace', async () => {
    const _id = `${contest}/1/QN-01`;
    const first = await store.sheets.findById(_id).lean();
    if (!first) throw new Error('the sheet is not there');
    const added = { ...first, _id: `${contest}/added`, judge: 'telegram:1:added', turn: 'added' };
    await store.sheets.create(added);
    const asides = [{ kind: 'aside' as const, reason: 'r', by: 'x', at: locked, turn: 'x' }];
    await store.sheets.updateOne({ _id }, { $set: { asides } });
    const found = await recomputed();
    expect(found?.differences.map(({ path }) => path)).toEqual([
      `sheets.${_id}.uncounted`,
      `sheets.${added._id}`,
    ]);
    await store.sheets.deleteOne({ _id: added._id });
    await store.sheets.updateOne({ _id }, { $unset: { asides: 1 } });
  });

  test('stays the same while its judging is opened once more, and after another lock', async () => {
    const _id = `${contest}/2/QN-01`;
    const lock = await store.locks.findOne({ contest }).lean();
    if (!lock) throw new Error('nothing is locked');
    const reopened = { until: locked, reason: 'r', document: 'd', by: 'x', at: judging, turn: 'reopening' };
    const later = new Date(locked.getTime() + 3_600_000);
    await store.locks.updateOne({ _id: lock._id }, { $set: { reopened: { ...reopened, until: later } } });
    await store.sheets.updateOne({ _id }, { $set: { 'points.content': '38' }, $inc: { version: 1 } });
    expect(await recomputed()).toMatchObject({ isSame: true, differences: [], rulings: [] });
    await store.locks.create({ ...lock, _id: 'later', number: 2, cause: 'later', at: later, sheets: [] });
    expect(await recomputed()).toMatchObject({ isSame: true, differences: [], rulings: [] });
    await store.locks.deleteOne({ _id: 'later' });
    await store.locks.updateOne({ _id: lock._id }, { $set: { reopened: null } });
    await store.sheets.updateOne({ _id }, { $set: { 'points.content': '32' }, $inc: { version: -1 } });
  });

  test('is not, once the lock was tampered with: then it is named what differs, and teams see nothing new', async () => {
    const lock = await store.locks.findOne({ contest }).lean();
    if (!lock) throw new Error('nothing is locked');
    const sheets = lock.sheets.map((sheet) =>
      sheet._id === `${contest}/2/QN-01` ? { ...sheet, points: { ...sheet.points, content: '38' } } : sheet,
    );
    await store.locks.updateOne({ _id: lock._id }, { $set: { sheets } });
    const found = await recomputed();
    expect(found?.differences.map(({ path }) => path)).toEqual([
      'locks.1.checksum',
      `sheets.${contest}/2/QN-01`,
      'places.QN-01.total',
      'places.QN-01.jury',
    ]);
    expect(await asks('author-1', 'QN-01', locked)).toBe('explain.changed');
    expect(await asks('secretary', 'QN-01', locked)).toMatch(/^⚠️ Số liệu đã khác với kết quả đã công bố\./);
  });
});

async function publish(): Promise<void> {
  const turn = await turnIn(tools, 'telegram:1:secretary', { now: locked, contest });
  const { ranking, entries, prizes, lock } = await rankNow(turn, await contestById(turn, contest));
  await store.results.create({
    ...{ _id: `${contest}/1`, contest, version: 1, ranking, publishedAt: locked, by: 'x', turn: 'published' },
    ...{
      entries: [...entries],
      prizes,
      lock,
      proposal: 1,
      paper: { number: '1/QĐ', day: '2026-10-24' },
      why: null,
    },
  });
}
