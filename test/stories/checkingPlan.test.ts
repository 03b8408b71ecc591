import { expect, test } from '@jest/globals';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story('The plan is checked in the chat', { at: '2023-07-01T08:00:00+07:00' }, (scene) => {
  const doubt =
    '1. Kế hoạch ghi «Chấm điểm» từ thứ Ba, 19/9/2023 đến thứ Bảy, 23/9/2023, nhưng theo «Báo Quảng Ngãi, bài về buổi chấm của Ban Giám khảo» đã chấm ngày thứ Ba, 12/9/2023, khi bình chọn còn mở đến thứ Ba, 19/9/2023.';
  const accepted =
    /Đã được chấp nhận:\n• Kế hoạch ghi «Chấm điểm» .* \(Thư chấp nhận lúc 8 giờ .*: Buổi ngày 12\/9 chỉ chấm thử\)/;
  let thu: Actor;

  test('an organizer sees what is found, the worst first and numbered; nobody else does', async () => {
    thu = await scene.organizer('Thư');
    const found = await thu.says('/kiemtra');
    expect(found).toMatch(
      /^Kiểm tra kế hoạch Video clip Tổ công nghệ số cộng đồng 2023\nCó 10 điều cần xem\.\n\nNên xem lại:\n1\. .*\n2\. .*\n3\. .*\n\nChưa quy định:\n4\. /,
    );
    expect(found).toContain(`${doubt} Đề nghị: `);
    expect(found).not.toContain('Đã được chấp nhận');
    expect(await scene.person('An').says('/kiemtra')).toMatch(/^Việc này dành cho Ban Tổ chức, Tổ Thư ký\./);
  });

  test('a number that is none is asked for again, with an example', async () => {
    expect(await thu.says('/chapnhan')).toMatch(/^Xin ghi số thứ tự từ 1 đến 10 như trong \/kiemtra/);
    expect(await thu.says('/chapnhan 11 để nguyên')).toMatch(/^Xin ghi số thứ tự từ 1 đến 10/);
  });

  test('one is let stand for a reason, and is shown apart, with whose reason it was', async () => {
    expect(await thu.says('/chapnhan 1')).toContain('Vì sao để nguyên được?');
    expect(await thu.says('Buổi ngày 12/9 chỉ chấm thử')).toContain(
      'Để nguyên vì: Buổi ngày 12/9 chỉ chấm thử\nAnh/chị xác nhận chứ?',
    );
    expect(await thu.chooses('Đúng, để nguyên')).toMatch(/^Đã ghi nhận\./);
    const found = await thu.says('/kiemtra');
    expect(found).toContain('Có 9 điều cần xem.');
    expect(found).not.toContain(`\n${doubt}`);
    expect(found).toMatch(accepted);
  });

  test('who says no has changed nothing', async () => {
    await thu.says('/chapnhan 2 Giải khác do Sở định');
    expect(await thu.chooses('Không, xem lại sau')).toBe('Chưa có gì thay đổi.');
    expect(await thu.says('/kiemtra')).toContain('Có 9 điều cần xem.');
  });

  test('it comes back when what it is about has changed', async () => {
    await thu.saysAll('/doingay cham diem', 'ngày kết thúc', '24/9/2023', 'Thêm một ngày chấm', '1', '1');
    const found = await thu.says('/kiemtra');
    expect(found).toContain('Có 10 điều cần xem.');
    expect(found).toContain('1. Kế hoạch ghi «Chấm điểm» từ thứ Ba, 19/9/2023 đến Chủ nhật, 24/9/2023,');
    expect(found).not.toContain('Đã được chấp nhận');
  });
});
