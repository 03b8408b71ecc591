import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { codeIn, register } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

const last = 'Video clip Tổ công nghệ số cộng đồng 2026 (mẫu)';
const next = 'Video clip Tổ công nghệ số cộng đồng 2027 (mẫu)';

story(
  'A contest is set up like last year’s',
  { at: '2026-12-01T08:00:00+07:00', contest: 'qn-2026,sl-2024', usually: 'telegram' },
  (scene) => {
    let thu: Actor;
    let hai: Actor;

    test('only who runs a contest here may set up another', async () => {
      thu = await scene.organizer('Thư');
      hai = await scene.stage.organizer(scene.messenger, 'Hải', 'sl-2024');
      expect(await scene.person('An').says('/taocuocthi')).toMatch(
        /^Việc này dành cho Ban Tổ chức của một cuộc thi đang có ở đây\./,
      );
    });

    test('one’s own contests and the shipped plans are offered, and a name for the year', async () => {
      const asked = await thu.says('/taocuocthi');
      expect(asked).toMatch(/^Cuộc thi mới dựa trên kế hoạch nào\?/);
      expect(await thu.chooses(`Như ${last}`)).toBe(scene.asks('Cuộc thi tổ chức năm nào?', '2027'));
      expect(await thu.says('sang năm')).toMatch(/^Xin gõ năm gồm bốn chữ số, ví dụ: 2027\./);
      expect(await thu.chooses('2027')).toMatch(/^Mã của cuộc thi là gì\?.*ví dụ: qn-2027\./);
      expect(await thu.says('Quảng Ngãi!')).toMatch(/^Mã chỉ gồm chữ thường không dấu/);
      expect(await thu.says('sl 2024')).toMatch(/^Ở đây đã có cuộc thi mang mã sl-2024,/);
      expect(await thu.says('QN 2027')).toContain('năm 2027');
      await thu.chooses('Dùng tên này');
      expect(await thu.chooses('Dùng tên này')).toContain(
        `Kế hoạch ban đầu: ${last}\nMã: qn-2027\nTên: Cuộc thi video clip Tổ công nghệ số cộng đồng tỉnh Quảng Ngãi năm 2027 (mẫu)\nGọi tắt: ${next}\n\nMọi ngày tháng để trống, anh/chị đặt sau.`,
      );
    });

    test('who set it up is its organizer, and sees at once what is missing', async () => {
      const [done = '', found] = (await thu.chooses('Đúng, tạo cuộc thi')).split('\n---\n');
      expect(done).toContain('mã qn-2027. Anh/chị là Ban Tổ chức của cuộc thi này');
      expect(done).toContain('• /doingay – đặt ngày: còn 12 việc chưa có ngày\n• /thelemoi');
      expect(found).toMatch(
        new RegExp(`^Kiểm tra kế hoạch ${next.replace(/[()]/g, '\\$&')}\nCó 1 điều cần xem\\.`),
      );
      expect(found).toContain('1. 12 việc chưa có đủ ngày: Phát động, Đăng ký dự thi, Nộp bài, ');
      expect(await thu.says('/cuocthi')).toContain(
        `${next} (đang chọn ở đây)\nAnh/chị là: thành viên Ban Tổ chức`,
      );
    });

    test('without days nothing breaks: it is said what is missing', async () => {
      const an = scene.person('An');
      expect(await an.says('/cuocthi')).not.toContain(next);
      expect(await thu.says('/cuocthi')).toContain(next);
      expect(await an.says('/cuocthi qn-2027')).toContain('năm 2027');
      expect(await an.says('/thele')).toContain('THỂ LỆ TÓM TẮT');
      expect(await an.says('/dangky')).toBe(
        'Kế hoạch chưa nêu thời gian cho việc «Đăng ký dự thi». Xin Ban Tổ chức bổ sung.',
      );
      expect(await an.says('/nopbai')).toMatch(/^Kế hoạch chưa nêu thời gian cho việc «Nộp bài»\./);
      expect(await thu.says('/tinhhinh')).toContain(`Tình hình ${next}`);
      expect(await thu.says('/congbo')).toMatch(/còn thiếu quy định:\n• Thời gian của «.*» \(\/doingay\)\./);
      expect(await thu.says('/giahan cum 1 24 giờ Mưa lũ')).toMatch(/chưa nêu thời gian|không tìm thấy/);
      await scene.stage.moveTo('2026-12-02T08:00:00+07:00');
    });

    test('another contest’s organizer can do nothing in it, and hears nothing of it', async () => {
      const heard = hai.read.length;
      await thu.saysAll('/doingay trao giai', '12/11/2027', '12/11/2027', 'Kế hoạch năm 2027', '1', '1');
      expect(hai.read.length).toBe(heard);
      await hai.says('/cuocthi qn-2027');
      for (const act of ['/kiemtra', '/doingay', '/tinhhinh', '/thelemoi', '/lichsu'])
        expect(await hai.says(act)).toMatch(/^Việc này dành cho .* nhưng có trong Chuyển đổi số Sơn La 2024/);
      const offered = await hai.says('/taocuocthi');
      expect(scene.isZalo ? offered : hai.buttons.join()).not.toContain('Như Video clip');
      await hai.saysAll('/huy', '/cuocthi sl-2024');
    });

    test('what leans on a day that is missing says on which', async () => {
      expect(await thu.says('/doingay dang ky')).toMatch(/^Anh\/chị muốn đổi ngày nào\?/);
      await thu.chooses('Ngày kết thúc');
      expect(await thu.says('15/8/2027')).toMatch(
        /^Thời gian này tính theo «Phát động», mà việc ấy chưa có ngày\./,
      );
      await thu.says('/huy');
    });

    test('its days are set one after another, until nothing is found any more', async () => {
      const days: [string, string, string][] = [
        ['phat dong', '1/7/2027', '1/7/2027'],
        ['nop bai', '1/8/2027', '31/8/2027'],
        ['so loai', '1/9/2027', '7/9/2027'],
        ['xet chon', '8/9/2027', '20/9/2027'],
        ['cum cu bai', '21/9/2027', '25/9/2027'],
        ['dang bai', '28/9/2027', '29/9/2027'],
        ['cham diem', '14/10/2027', '23/10/2027'],
        ['xet duyet', '28/10/2027', '28/10/2027'],
        ['cong dien', '12/11/2027', '12/11/2027'],
      ];
      for (const [window, opens, closes] of days)
        expect(
          await thu.saysAll(`/doingay ${window}`, opens, closes, 'Kế hoạch năm 2027', '15/KH-SKHCN', '1'),
        ).toMatch(/^Đã đổi ngày\./);
      expect(
        await thu.saysAll('/doingay dang ky', '1', '15/8/2027', 'Kế hoạch năm 2027', '1', '1'),
      ).toContain('• Đăng ký dự thi: từ thứ Năm, 1/7/2027 đến Chủ nhật, 15/8/2027');
      expect(await thu.says('/kiemtra')).toBe(`Kiểm tra kế hoạch ${next}\nKhông còn điều gì cần xem.`);
    });

    test('nobody of last year is in it, and everybody may take part anew', async () => {
      const an = scene.person('Ân');
      await an.says('/cuocthi qn-2026');
      expect(await an.says('/dangky')).toMatch(/^Đã hết hạn đăng ký/);
      await scene.stage.moveTo('2027-07-02T08:00:00+07:00');
      await an.says('/cuocthi qn-2027');
      await register(an, { unit: 'nghia giang', headcount: '8', team: 'Tổ Ân' });
      expect(await thu.says('/tinhhinh')).toContain('Đội đã đăng ký: 1');
      await thu.says('/cuocthi qn-2026');
      expect(await thu.says('/tinhhinh')).toContain('Đội đã đăng ký: 0');
    });
  },
);

story('A contest from a document', { at: '2023-07-01T08:00:00+07:00' }, (scene) => {
  let thu: Actor;

  test('what is wrong with it is told with its lines, and nothing is set up', async () => {
    thu = await scene.organizer('Thư');
    await thu.says('/taocuocthi');
    const text = await readFile('contests/binh-son-2023.yaml', 'utf8');
    if (scene.isZalo) {
      expect(await thu.sends({ kind: 'document', name: 'bs.yaml', content: Buffer.from(text) })).toMatch(
        /^Zalo không chuyển được tệp đến Trợ lý\./,
      );
      return;
    }
    const send = (name: string, content: string) =>
      thu.sends({ kind: 'document', name, content: Buffer.from(content) });
    expect(await send('bs.pdf', text)).toMatch(/^Tệp này không phải là kế hoạch cuộc thi\./);
    const wrong = text.replace('{ before: 2023-07-20 }', '{ before: 20/7/2023 }').replace('theme:', 'chude:');
    const said = await send('bs.yaml', wrong);
    expect(said).toContain('Tệp này chưa thành kế hoạch được: 3 chỗ sai.');
    expect(said).toMatch(/• Dòng \d+: Mục «before» \(.*\) phải là một ngày/);
    expect(await send('bs.yaml', text.replace("root: '524'", "root: '99999'"))).toMatch(
      /• Dòng \d+: Mã 99999 không có trong danh mục/,
    );
    // Of the file before nothing is said any more.
    const taken = await send('bs.yaml', text.replace('id: binh-son-2023', 'id: qn-2023'));
    expect(taken).toMatch(/^Ở đây đã có cuộc thi mang mã qn-2023,/);
    expect(taken).not.toContain('99999');
    expect(await send('bs.yaml', text)).toContain('Kế hoạch ban đầu: tệp của anh/chị\nMã: binh-son-2023\n');
    expect(await thu.presses('Đúng, tạo cuộc thi')).toContain('mã binh-son-2023.');
    expect(await thu.says('/lichsu')).toMatch(/^Các lần đổi|Bình Sơn/);
  });

  test('a shipped plan under its own id is taken as it is, days and all', async () => {
    await thu.says('/huy');
    await thu.says('/cuocthi qn-2023');
    await thu.says('/taocuocthi');
    await thu.chooses('Mẫu: Chuyển đổi số Sơn La 2024');
    await thu.saysAll('2024', 'sl-2024', '1');
    expect(await thu.says('1')).toContain('Ngày tháng theo đúng kế hoạch này.');
    const [done, found] = (await thu.says('1')).split('\n---\n');
    expect(done).toContain('Đã tạo Cuộc thi tìm hiểu, tuyên truyền về Chuyển đổi số tỉnh Sơn La năm 2024');
    expect(done).not.toContain('/doingay');
    expect(found).toContain('Việc «sơ loại» được giao cho nhiều nơi');
  });

  test('a freeze that fell on a day is open in a copy, and is settled with what else is open', async () => {
    await thu.says('/taocuocthi');
    await thu.chooses('Như Chuyển đổi số Sơn La 2024');
    await thu.saysAll('2025', '1', '1', '1');
    expect(await thu.says('1')).toContain('• /quydinh – quy định 11 điều khác mà kế hoạch chưa nêu');
    await thu.says('/quydinh');
    expect(await thu.chooses('Lúc chốt lượt tương tác')).toMatch(/^Chốt khi hết khoảng thời gian nào\?/);
    expect(await thu.says('10/9/2022')).toMatch(/đã qua rồi/);
    expect(await thu.says('10/9/2025 17h')).toContain('Lượt tương tác chốt lúc 17 giờ thứ Tư, 10/9/2025.');
    expect(await thu.says('1')).toMatch(/^Đã ghi nhận quy định/);
    await thu.says('/quydinh');
    await thu.chooses('Lúc chốt danh sách của «Video clip»');
    expect(await thu.says('31/7/2025')).toContain('Danh sách chốt lúc 23 giờ 59 thứ Năm, 31/7/2025.');
    expect(await thu.says('1')).toMatch(/^Đã ghi nhận quy định/);
  });

  test('its organizer invites others into it', async () => {
    const code = codeIn(await thu.says('/moi thư ký Trần Bình'));
    expect(await scene.person('Bình').says(code)).toContain('Sơn La năm 2025');
  });
});
