import { expect, test } from '@jest/globals';
import { codeIn, register, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story('A unit may hand in longer', { at: '2023-09-01T08:00:00+07:00', usually: 'telegram' }, (scene) => {
  const until = '23 giờ 59 thứ Bảy, 2/9/2023';
  let thu: Actor;
  let an: Actor;
  let binh: Actor;
  let chi: Actor;
  let mo: Actor;

  test('the committee gives it, in one message, and is shown what it means', async () => {
    const { contests } = scene.stage.store;
    await contests.updateOne(
      { _id: 'qn-2023' },
      { $set: { 'plan.entries.graceMinutes': 10 }, $inc: { version: 1 } },
    );
    thu = await scene.organizer('Thư');
    [an, binh, chi, mo] = ['An', 'Bình', 'Chi', 'Mơ'].map((name) => scene.person(name)) as [
      Actor,
      Actor,
      Actor,
      Actor,
    ];
    await register(an);
    await register(binh, { unit: 'hanh thuan', team: 'Tổ Bình' });
    await register(chi, { unit: 'hanh thuan', team: 'Tổ Chi' });
    await mo.says(codeIn(await thu.says('/moi đầu mối huyện mộ đức')));
    expect(await an.says('/giahan duc phong 24 giờ mất điện')).toMatch(/^Việc này dành cho Ban Tổ chức\./);
    expect(await thu.says('/giahan huyện mộ đức 24 giờ Mất điện cả huyện')).toBe(
      scene.asks(
        `Huyện Mộ Đức, tỉnh Quảng Ngãi và các đơn vị trực thuộc sẽ nộp được đến hết ${until}.\nLý do: Mất điện cả huyện\nAnh/chị xác nhận chứ?`,
        'Đúng, gia hạn',
        'Sửa lại',
        'Không, để nguyên',
      ),
    );
  });

  test('only its teams and coordinators are told', async () => {
    const before = [binh.read.length, chi.read.length];
    expect(await thu.chooses('Đúng, gia hạn')).toContain(
      `nộp được đến hết ${until}. Số người đã được báo: 2.`,
    );
    const told = `Video clip Tổ công nghệ số cộng đồng 2023\nBan Tổ chức gia hạn nộp bài cho huyện Mộ Đức, tỉnh Quảng Ngãi: đến hết ${until}.\nLý do: Mất điện cả huyện`;
    expect([an.read.at(-1), mo.read.at(-1)]).toEqual([told, told]);
    expect([binh.read.length, chi.read.length]).toEqual(before);
    expect(await thu.says('/giahan đức phong 12 giờ vẫn mất điện')).toMatch(/đã nộp được đến hết/);
  });

  test('within the minutes of grace everybody is still taken, and how late it was is kept', async () => {
    await scene.stage.moveTo('2023-09-02T00:05:00+07:00');
    const code = await submit(binh);
    expect(await binh.says('/trangthai')).toContain(`${code} «Có Chú Minh đây rồi» (muộn 5 phút) – nhận lúc`);
  });

  test('after them only the teams of that unit can submit, replace and withdraw', async () => {
    await scene.stage.moveTo('2023-09-02T09:00:00+07:00');
    for (const command of ['/thaybai', '/rutbai'])
      expect(await binh.says(command)).toMatch(/^Đã hết hạn nộp bài lúc 23 giờ 59 thứ Sáu, 1\/9\/2023/);
    expect(await chi.says('/nopbai')).toMatch(/^Đã hết hạn nộp bài lúc 23 giờ 59 thứ Sáu, 1\/9\/2023/);
    expect(await an.says('/trangthai')).toContain(
      `Đơn vị của anh/chị được gia hạn, nộp được đến hết ${until}.`,
    );
    expect(an.buttons).toEqual(scene.isZalo ? [] : ['Nộp bài dự thi']);
    const first = await submit(an, { title: 'Rút' });
    await an.saysAll(`/rutbai ${first}`, '1');
    const code = await submit(an, { title: 'Cây đa' });
    await an.saysAll('/thaybai', 'Cây đa, bản mới', 'https://youtu.be/abcdefghijk', 'tôi cam kết', '1');
    expect(await thu.says('/tinhhinh')).toMatch(
      new RegExp(`${code} «Cây đa[^»]*» \\(sau hạn chung 9 giờ[^)]*, được gia hạn\\)`),
    );
  });

  test('whoever asks later sees who had longer, and why', async () => {
    expect(await thu.says('/tinhhinh')).toContain(
      `Gia hạn nộp bài: Huyện Mộ Đức, tỉnh Quảng Ngãi, đến hết ${until} (Mất điện cả huyện)`,
    );
    expect(await thu.says('/lichsu')).toMatch(
      /Thư gia hạn nộp bài cho huyện Mộ Đức, tỉnh Quảng Ngãi đến hết .*\nLý do: Mất điện cả huyện$/,
    );
    await scene.stage.moveTo('2023-09-03T00:11:00+07:00');
    expect(await an.says('/nopbai')).toMatch(new RegExp(`^Đã hết hạn nộp bài lúc ${until}`));
  });

  test('what would change nothing, or can’t be read, is said so', async () => {
    await thu.says('/giahan');
    expect(await thu.says('khong co dau')).toMatch(/«khong co dau»/);
    expect(await thu.says('xã hành thuận')).toBe(
      'Xã Hành Thuận, huyện Nghĩa Hành: thêm bao lâu so với hạn chung (23 giờ 59 thứ Sáu, 1/9/2023)? Ví dụ: 24 giờ, 2 ngày, hoặc đến hết 3/9.',
    );
    expect(await thu.says('31/9')).toMatch(/^Tháng 9 chỉ có 30 ngày\./);
    expect(await thu.says('một lúc')).toMatch(
      /^Trợ lý không đọc được «một lúc»\. Xin ghi như 24 giờ, 2 ngày, hoặc đến hết 3\/9\./,
    );
    expect(await thu.says('3 giờ')).toMatch(/^Hạn chung là .*, đã qua rồi\. Xin ghi thời gian dài hơn\./);
    expect(await thu.says('đến hết 4/9')).toMatch(/^Lý do là gì\?/);
    expect(await thu.says('Mưa lũ lớn')).toContain('sẽ nộp được đến hết 23 giờ 59 thứ Hai, 4/9/2023.');
  });
});
