import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { cautionBefore, hints } from '../../cli/guide.js';
import { preset, presets } from '../support/plans.js';
import { openStage, type Stage } from '../support/stage.js';

jest.setTimeout(60_000);

const way = [
  'Hà gõ /ma ABCD2345 để làm Ban Tổ chức.',
  'Hà gõ /quydinh, quy định từng điều cho đến hết; số phiếu tối thiểu: 1.',
  'Hà gõ /nhom, rồi gõ /ma và mã ấy trong nhóm Ban Tổ chức và Giám khảo.',
  'Hà gõ /moigiamkhao; Minh gõ mã mời để làm giám khảo.',
  'Lan gõ «đăng ký», rồi «nộp bài» với một đường dẫn YouTube.',
  'Cho đồng hồ đến thứ Ba, 19/9/2023: Hà gõ /tuongtac QN-01 310 120.',
  'Cho đồng hồ đến thứ Ba, 19/9/2023: Minh gõ /cham.',
  'Cho đồng hồ qua thứ Bảy, 23/9/2023: Hà gõ /dexuat, /pheduyet rồi /congbo.',
];

test('the hints name each step on the days of the contest', async () => {
  expect(hints('ABCD2345', await preset('qn-2023'))).toEqual(way);
});

test.each([...presets, null])('%s has hints that fit two lines of a phone', async (id) => {
  const all = hints('ABCD2345', id && (await preset(id)));
  expect(all.length).toBeGreaterThanOrEqual(7);
  expect(all.filter((hint) => hint.length > 80)).toEqual([]);
});

describe('who follows the hints', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ at: '2023-08-31T08:00:00+07:00' });
  });
  afterAll(() => stage.close());

  const caution = (to: string) => cautionBefore(stage.assistant, 'qn-2023', new Date(to));

  test('is cautioned before jumping over a step, and gets to a published result', async () => {
    const ha = await stage.organizer('zalo', 'Hà');
    const minh = stage.person('zalo', 'Minh');
    const lan = stage.person('zalo', 'Lan');
    expect(await caution('2023-09-03T23:59:00+07:00')).toBe(null);
    expect(await caution('2023-09-19T08:00:00+07:00')).toBe(
      'Từ thứ Hai, 4/9/2023 không quy định được cách tính bình chọn nữa, và cuộc thi sẽ không xếp hạng được. Xin để Ban Tổ chức gõ /quydinh trước.',
    );

    await ha.saysAll('/quydinh', 'Thang điểm của Ban Giám khảo', '40 30 30', 'Điểm nguyên', '1');
    await ha.saysAll('/quydinh', 'Cách tính lượt thích và lượt chia sẻ', '1 2', 'cao nhất', '1');
    await ha.saysAll('/quydinh', 'Hạn chung của «Bình chọn»', '1', '1');
    await ha.saysAll('/quydinh', 'Giải Nhất toàn diện', 'Tổng điểm', '10.000.000', '1');
    await ha.saysAll('/quydinh', 'Các giải khác', 'Giải Nhất: 1 giải, 5.000.000 đồng', 'Tổng điểm', '1');
    await ha.saysAll('/quydinh', 'Số phiếu chấm tối thiểu của mỗi bài', '1', '1');
    await ha.saysAll('/quydinh', 'Cách xét khi bằng điểm', '5', '1');
    await ha.saysAll('/quydinh', 'Thời hạn khiếu nại về kết quả', '3', '3', '1');
    expect(await ha.says('/quydinh')).toContain('Không còn điều nào phải quy định thêm');

    const group = stage.group('zalo', 'Ban Tổ chức và Giám khảo', [ha, minh]);
    const code = /Mã gắn nhóm: (\w+)/.exec(await ha.saysAll('/huy', '/nhom'))?.[1];
    expect(await ha.saysIn(group, `/ma ${code}`)).toContain('Nhóm này đã được gắn');
    const invitation = /Mã mời giám khảo: (\w+)/.exec(await ha.says('/moigiamkhao'))?.[1] ?? '';
    await minh.says(invitation);
    await lan.saysAll('đăng ký', '1', 'duc phong', '1', 'Tổ số', 'Nguyễn Thị Lan', '0905123456', '1');
    expect(
      await lan.saysAll('nộp bài', 'Chợ phiên lên mạng', 'https://youtu.be/dQw4w9WgXcQ', '1', '1'),
    ).toContain('Mã bài: QN-01');

    expect(await caution('2023-09-19T08:00:00+07:00')).toBe(null);
    expect(await caution('2023-09-24T08:00:00+07:00')).toBe(
      'Sau thứ Ba, 19/9/2023 lượt thích, lượt chia sẻ được chốt mà chưa bài nào có số. Xin để Ban Tổ chức gõ /tuongtac trước.',
    );
    await stage.moveTo('2023-09-19T08:00:00+07:00');
    await ha.saysAll('/tuongtac QN-01 310 120', '1');
    expect(await minh.saysAll('/cham', '35', '25', '28', '1')).toContain('Đã ghi điểm bài QN-01: 88/100.');
    expect(await caution('2023-09-24T08:00:00+07:00')).toBe(null);

    await stage.moveTo('2023-09-24T08:00:00+07:00');
    expect(await ha.saysAll('/dexuat', '1', '1')).toContain('Đã lập đề nghị số 1');
    await ha.saysAll('/pheduyet', '15/QĐ-BTC 24/9/2023', '1');
    expect(await ha.saysAll('/congbo', '1')).toContain('Đã công bố kết quả');
    expect(group.messages.map(({ text }) => text).join('\n')).toContain(
      '1. Xã Đức Phong «Chợ phiên lên mạng»',
    );
  });
});
