import { expect, test } from '@jest/globals';
import { codeIn, inviteJudge, register, settlePrizes, settleRules, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story('The jury changes', { at: '2023-08-31T08:00:00+07:00', usually: 'zalo' }, (scene) => {
  let thu: Actor;
  let an: Actor;
  let giam: Actor;
  let khao: Actor;
  let hoi: Actor;

  test('who judges and which invitations wait is listed, and a code that nobody used is revoked', async () => {
    thu = await scene.organizer('Thư');
    [an, giam, khao, hoi] = ['An', 'Giám', 'Khảo', 'Hội'].map((name) => scene.person(name)) as [
      Actor,
      Actor,
      Actor,
      Actor,
    ];
    await register(an);
    await submit(an);
    await settleRules(thu);
    await settlePrizes(thu);
    expect(await thu.says('/giamkhao')).toBe(
      'Chưa có giám khảo nào. Gõ /moigiamkhao rồi đến tên để lấy mã mời.',
    );
    await inviteJudge(thu, giam, 'Lê Giám');
    await inviteJudge(thu, khao, 'Phạm Khảo');
    const code = codeIn(await thu.says('/moigiamkhao Lê Ba'));
    expect(await thu.says('giám khảo')).toBe(
      scene.asks(
        `Giám khảo (2):\n• Lê Giám: đã chấm 0/1 bài\n• Phạm Khảo: đã chấm 0/1 bài\n\nMã mời chưa dùng (1):\n• ${code}, mời Lê Ba, lấy ngày thứ Năm, 31/8/2023`,
        'Thôi mời Lê Giám',
        'Thôi mời Phạm Khảo',
        `Huỷ mã ${code}`,
      ),
    );
    expect(await thu.chooses(`Huỷ mã ${code}`)).toBe(
      `Đã huỷ mã ${code}. Từ bây giờ không ai dùng được mã này nữa.`,
    );
    expect(await scene.person('Ba').says(code)).toContain('Mã này đã được người khác dùng.');
    expect(await thu.says('/giamkhao huy ABCD2345')).toContain('Không có mã mời nào như vậy');
    expect(await thu.says('/giamkhao')).not.toContain('Mã mời chưa dùng');
    expect(await an.says('/giamkhao')).toContain('Việc này dành cho Ban Tổ chức.');
  });

  test('a judge is dismissed with a reason: his sheets stay, and are not counted', async () => {
    await scene.stage.moveTo('2023-09-19T08:00:00+07:00');
    await hoi.says(codeIn(await thu.says('/moi trưởng ban giám khảo Lê Hội')));
    await thu.says('/tuongtac QN-01 310 120');
    await giam.saysAll('/cham QN-01 32 25 18', '1');
    await khao.saysAll('/cham QN-01 40 30 30', '1');
    await thu.says('/giamkhao');
    expect(await thu.chooses('Thôi mời Phạm Khảo')).toBe(
      'Vì sao thôi mời giám khảo Phạm Khảo? Xin ghi lý do, Trợ lý lưu lại cùng quyết định này.',
    );
    expect(await thu.says('người nhà dự thi')).toBe(
      scene.asks(
        'Thôi mời giám khảo Phạm Khảo?\nLý do: người nhà dự thi\nCác phiếu đã ghi (đã chấm 1/1 bài) được lưu lại nhưng không tính vào kết quả. Người này được báo kèm lý do và không chấm được nữa.',
        'Thôi mời',
        'Giữ lại',
      ),
    );
    expect(await thu.says('không')).toBe('Phạm Khảo vẫn là giám khảo.');
    await thu.says('/giamkhao');
    await thu.chooses('Thôi mời Phạm Khảo');
    await thu.says('người nhà dự thi');
    const done = await thu.chooses('Thôi mời');
    expect(done).toBe(
      scene.asks(
        `Đã thôi mời giám khảo Phạm Khảo lúc ${scene.moment}, lý do: người nhà dự thi. Các phiếu đã ghi được lưu lại, không tính vào kết quả.`,
        'Mời người thay Phạm Khảo',
      ),
    );
    expect(khao.read.at(-1)).toBe(
      `Từ ${scene.moment}, anh/chị không còn là giám khảo của Video clip Tổ công nghệ số cộng đồng 2023. Lý do: người nhà dự thi\nCác phiếu đã chấm được lưu lại nhưng không tính. Mọi thắc mắc xin liên hệ Ban Tổ chức.`,
    );
    expect(await khao.says('/cham QN-01 1 1 1')).toMatch(/^Anh\/chị đã thôi làm giám khảo từ 8 giờ/);
    const { roles, sheets } = scene.stage.store;
    expect(await roles.find({ endedAt: { $ne: null } }).lean()).toMatchObject([
      {
        person: khao.chat.address,
        role: 'judge',
        name: 'Phạm Khảo',
        endReason: 'người nhà dự thi',
        endedBy: thu.chat.address,
      },
    ]);
    expect(await sheets.countDocuments()).toBe(2);
  });

  test('somebody is invited in his place, and it shows in whose', async () => {
    expect(await thu.chooses('Mời người thay Phạm Khảo')).toMatch(/^Mời ai thay Phạm Khảo\? Xin gõ họ tên;/);
    const invitation = await thu.says('Ngô Thay, huyện Bình Sơn');
    expect(invitation).toContain('\nThuộc huyện Bình Sơn, tỉnh Quảng Ngãi: không chấm bài của đơn vị này.');
    const thay = scene.person('Thay');
    expect(await thay.says(codeIn(invitation))).toMatch(
      /^Chào mừng giám khảo Ngô Thay của [^\n]*\nAnh\/chị chấm thay Phạm Khảo\.\nHạn chấm: 23 giờ 59 thứ Bảy, 23\/9\/2023\.\nBan Tổ chức ghi anh\/chị thuộc huyện Bình Sơn, tỉnh Quảng Ngãi, nên/,
    );
    expect(hoi.read.slice(-2)).toEqual([
      expect.stringMatching(
        /^Video clip [^\n]*\nTừ 8 giờ [^\n]*, Phạm Khảo thôi làm giám khảo\. Lý do: người nhà dự thi$/,
      ),
      expect.stringMatching(/\nNgô Thay đã nhận làm giám khảo, thay Phạm Khảo\.$/),
    ]);
    expect(await thu.says('/giamkhao')).toContain(
      '\n• Ngô Thay: đã chấm 0/1 bài (thay Phạm Khảo) (không chấm bài của huyện Bình Sơn, tỉnh Quảng Ngãi)',
    );
    expect(await thu.says('/nhiemvu')).toMatch(/\n• Ngô Thay: giám khảo, từ [^\n]* \(thay Phạm Khảo\)\n/);
    expect(await thu.says('/giamkhao thay khong-co')).toMatch(/^Không tìm thấy giám khảo đã thôi/);
  });

  test('the result counts those who sit, and after it nobody is dismissed any more', async () => {
    await thu.saysAll('/sophieu 1', '1');
    await scene.stage.moveTo('2023-09-24T08:00:00+07:00');
    // 75 of 100 by the one who sits: 52.5 of 70.
    expect(await hoi.says('/dexuat')).toContain('82,50 điểm = Ban Giám khảo 52,50 + bình chọn 30,00');
    await hoi.saysAll('Không có nhận xét', '1');
    await thu.saysAll('/pheduyet', '15/QĐ-BTC 24/9/2023', '1', '/congbo', '1');
    await thu.says('/giamkhao');
    expect(await thu.chooses('Thôi mời Lê Giám')).toBe(
      'Kết quả đã được công bố, nên không thay đổi Ban Giám khảo được nữa.',
    );
  });
});
