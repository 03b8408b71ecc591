import { expect, test } from '@jest/globals';
import { codeIn, inviteJudge, register, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

const contest = 'Video clip Tổ công nghệ số cộng đồng 2023';

story(
  'Coordinators confirm registrations',
  { at: '2023-08-31T08:00:00+07:00', usually: 'telegram' },
  (scene) => {
    let thu: Actor;
    let moi: Actor;
    let phong: Actor;
    let an: Actor;
    let binh: Actor;
    let chi: Actor;
    const minutesLater = (minutes: number) =>
      scene.stage.moveTo(new Date(scene.stage.clock.now().getTime() + minutes * 60_000).toISOString());

    test('nothing waits where nobody has registered', async () => {
      thu = await scene.organizer('Thư');
      moi = scene.person('Mơi');
      phong = scene.person('Phong');
      await moi.says(codeIn(await thu.says('/moi dau moi huyen mo duc')));
      await phong.says(codeIn(await thu.says('/moi dau moi xa duc phong')));
      expect(await moi.says('/xacnhan')).toBe('Không có đăng ký nào đang chờ anh/chị xác nhận.');
    });

    test('new teams are told in one letter to the nearest coordinator who can be reached', async () => {
      [an, binh, chi] = [scene.person('An'), scene.person('Bình'), scene.person('Chi')];
      await register(an, { team: 'Tổ Một' });
      await register(binh, { team: 'Tổ Hai', contact: 'Trần Bình', phone: '0905000002' });
      await register(chi, { unit: 'duc thang', team: 'Tổ Ba', contact: 'Lê Chi', phone: '0905000003' });
      const before = [moi.read.length, phong.read.length];
      await minutesLater(5);
      expect([moi.read.length, phong.read.length]).toEqual(before);
      await minutesLater(6);
      expect(phong.read.at(-1)).toBe(
        `${contest}\nCó 2 đội mới đăng ký, chờ anh/chị xác nhận:\n• Tổ Một, xã Đức Phong, huyện Mộ Đức\n• Tổ Hai, xã Đức Phong, huyện Mộ Đức\n\nXin gõ /xacnhan để xem và xác nhận.`,
      );
      expect(moi.read.at(-1)).toBe(
        `${contest}\nCó 1 đội mới đăng ký, chờ anh/chị xác nhận:\n• Tổ Ba, xã Đức Thắng, huyện Mộ Đức\n\nXin gõ /xacnhan để xem và xác nhận.`,
      );
      await minutesLater(30);
      expect([moi.read.length, phong.read.length]).toEqual(before.map((count) => count + 1));
    });

    test('a team that nobody has confirmed takes part, and is named as such', async () => {
      expect(await submit(an, { title: 'Một' })).toBe('QN-01');
      expect(await submit(an, { title: 'Một nữa' })).toBe('QN-02');
      expect(await an.says('/trangthai')).toContain('\n\nĐăng ký chưa được đầu mối của đơn vị xác nhận.\n\n');
      const unconfirmed =
        'Chưa được đầu mối đơn vị xác nhận (3): Tổ Một (xã Đức Phong, huyện Mộ Đức); Tổ Hai (xã Đức Phong, huyện Mộ Đức); Tổ Ba (xã Đức Thắng, huyện Mộ Đức)';
      expect(await thu.says('/tinhhinh')).toContain(unconfirmed);
      expect(await moi.says('/tinhhinh')).toContain(unconfirmed);
      // Who answers for one commune sees that one, and nothing of the others.
      expect(await phong.says('/tinhhinh')).toMatch(
        /\n\nĐội đã đăng ký: 2\nBài đã nộp: 2\n\n• Xã Đức Phong: 2 bài – QN-01 «Một»; QN-02 «Một nữa»\n\nChưa được đầu mối đơn vị xác nhận \(2\): Tổ Một \(xã Đức Phong, huyện Mộ Đức\); Tổ Hai \(xã Đức Phong, huyện Mộ Đức\)$/,
      );
    });

    test('the list of those who wait is numbered, and one tap confirms one', async () => {
      expect(await moi.says('/xacnhan')).toBe(
        scene.asks(
          'Có 3 đội chờ xác nhận\n\n1. Tổ Một, xã Đức Phong, huyện Mộ Đức\nNgười liên hệ: Nguyễn Văn An, 0905 123 456\n\n2. Tổ Hai, xã Đức Phong, huyện Mộ Đức\nNgười liên hệ: Trần Bình, 0905 000 002\n\n3. Tổ Ba, xã Đức Thắng, huyện Mộ Đức\nNgười liên hệ: Lê Chi, 0905 000 003\n\nĐội nào đúng là của đơn vị, xin chọn để xác nhận. Đội chưa được xác nhận vẫn dự thi bình thường.',
          'Xác nhận Tổ Một (xã Đức Phong, huyện Mộ Đức)',
          'Xác nhận Tổ Hai (xã Đức Phong, huyện Mộ Đức)',
          'Xác nhận Tổ Ba (xã Đức Thắng, huyện Mộ Đức)',
          'Tất cả: xác nhận cả 3 đội',
          'Không xác nhận một đội',
        ),
      );
      expect(await moi.says('3')).toMatch(
        /^Đã xác nhận đội Tổ Ba, xã Đức Thắng, huyện Mộ Đức\.\n\nCó 2 đội chờ xác nhận\n/,
      );
      expect(chi.read.at(-1)).toBe(
        `${contest}\nĐăng ký của đội Tổ Ba, xã Đức Thắng, huyện Mộ Đức, đã được đầu mối của đơn vị xác nhận (người xác nhận: Mơi).`,
      );
      expect(await chi.says('/trangthai')).toMatch(
        /Đăng ký đã được đầu mối của đơn vị xác nhận \(người xác nhận: Mơi, lúc 8 giờ \d\d thứ Năm, 31\/8\/2023\)\./,
      );
      const kept = await scene.stage.store.registrations.findOne({ team: 'Tổ Ba' }).lean();
      expect(kept?.confirmation).toMatchObject({ kind: 'confirmed', by: moi.chat.address, reason: null });
      await moi.says('/huy');
    });

    test('what somebody else has settled meanwhile is not settled again', async () => {
      await phong.says('/xacnhan');
      await moi.saysAll('/xacnhan', 'xác nhận tổ hai (xã đức phong, huyện mộ đức)', '/huy');
      expect(await phong.says('2')).toBe(
        'Đội «Tổ Hai» đã được Mơi xác nhận rồi. Gõ /xacnhan để xem những đội còn lại.',
      );
    });

    test('a team is declined with a reason; its entries go out, and their places are free', async () => {
      await phong.saysAll('/xacnhan', 'không xác nhận một đội', '1');
      expect(await phong.says('Đội không phải của xã')).toBe(
        scene.asks(
          'Không xác nhận đội Tổ Một: đăng ký của đội không còn hiệu lực, bài đã nộp được rút và nhường chỗ cho bài khác: QN-01 «Một»; QN-02 «Một nữa».\nLý do: Đội không phải của xã',
          'Đúng, không xác nhận',
          'Để lại sau',
        ),
      );
      // Somebody else is full up until then.
      expect(await binh.says('/nopbai')).toMatch(/^Huyện Mộ Đức được gửi tối đa 2 bài và đã gửi đủ/);
      expect(await phong.chooses('Đúng, không xác nhận')).toBe(
        'Đã ghi nhận: anh/chị không xác nhận đội Tổ Một, xã Đức Phong, huyện Mộ Đức. Bài đã nộp được rút: QN-01 «Một»; QN-02 «Một nữa». Đội đã được báo.',
      );
      expect(an.read.at(-1)).toContain(
        'không được đầu mối của đơn vị xác nhận nên không còn hiệu lực (người trả lời: Phong). Bài đã nộp được rút: QN-01 «Một»; QN-02 «Một nữa».\nLý do: Đội không phải của xã\n',
      );
      expect(await an.says('/trangthai')).toMatch(/^Anh\/chị chưa đăng ký dự thi\./);
      expect(await an.says('/nopbai')).toMatch(/^Anh\/chị chưa đăng ký dự thi\./);
      expect(await submit(binh, { title: 'Hai' })).toBe('QN-03');
      const [put] = await scene.stage.store.declinedRegistrations.find().lean();
      expect(put).toMatchObject({
        team: 'Tổ Một',
        person: an.chat.address,
        confirmation: { kind: 'declined', by: phong.chat.address, reason: 'Đội không phải của xã' },
      });
    });

    test('whoever was declined may register anew, or take up a role', async () => {
      const giam = codeIn(await thu.says('/moi thư ký'));
      expect(await binh.says(giam)).toMatch(/^Anh\/chị đã đăng ký dự thi, nên không thể/);
      await register(an, { unit: 'duc thang', team: 'Tổ Một mới' });
      expect(await an.says(giam)).toMatch(/^Anh\/chị đã đăng ký dự thi, nên không thể/);
      expect(await phong.says('/xacnhan')).toBe('Không có đăng ký nào đang chờ anh/chị xác nhận.');
      expect(await moi.says('/xacnhan')).toMatch(/^Có 1 đội chờ xác nhận\n\n1\. Tổ Một mới/);
      await moi.says('/huy');
    });

    test('all that were shown are confirmed after one more question', async () => {
      const dung = scene.person('Dung');
      await register(dung, { unit: 'duc thang', team: 'Tổ Bốn', contact: 'Đỗ Dung' });
      await moi.says('/xacnhan');
      // Who comes later was not shown, and is not meant.
      const em = scene.person('Em');
      await register(em, { unit: 'duc thang', team: 'Tổ Năm', contact: 'Vũ Em' });
      expect(await moi.says('3')).toBe(
        scene.asks('Xác nhận cả 2 đội: Tổ Một mới; Tổ Bốn?', 'Đúng, xác nhận tất cả', 'Chưa xác nhận'),
      );
      expect(await moi.chooses('Chưa xác nhận')).toBe('Chưa xác nhận gì cả.');
      await moi.saysAll('/xacnhan', 'tất cả: xác nhận cả 3 đội', '2', '/xacnhan');
      expect(await moi.says('1')).toContain('Đã xác nhận đội Tổ Một mới');
      expect(await moi.saysAll('3', '1')).toBe('Đã xác nhận 2 đội.');
    });

    test('a coordinator of another district sees nothing of it, and is refused', async () => {
      const hanh = scene.person('Hành');
      await hanh.says(codeIn(await thu.says('/moi dau moi nghia hanh')));
      const giang = scene.person('Giang');
      await register(giang, { team: 'Tổ Sáu', contact: 'Hồ Giang' });
      expect(await hanh.says('/xacnhan')).toBe('Không có đăng ký nào đang chờ anh/chị xác nhận.');
      const judge = scene.person('Giám');
      await inviteJudge(thu, judge, 'Lê Giám');
      expect(await judge.says('/xacnhan')).toMatch(/^Việc này dành cho Ban Tổ chức, .*đầu mối/i);
      expect(await thu.says('/xacnhan')).toMatch(/^Có 1 đội chờ xác nhận\n\n1\. Tổ Sáu/);
      await thu.says('/huy');
    });

    test('a team whose entries are in when the intake has closed can’t be declined', async () => {
      const hoa = scene.person('Hoa');
      await register(hoa, { unit: 'duc thang', team: 'Tổ Bảy', contact: 'Phạm Hoa' });
      await submit(hoa, { title: 'Bảy' });
      await scene.stage.moveTo('2023-09-02T08:00:00+07:00');
      await moi.saysAll('/xacnhan', 'không xác nhận một đội');
      expect(await moi.says('2')).toMatch(
        /^Đội «Tổ Bảy» đã có bài dự thi và đã hết hạn nộp bài lúc 23 giờ 59 thứ Sáu, 1\/9\/2023, nên không thể từ chối/,
      );
      // One that has sent nothing can.
      expect(await moi.saysAll('1', 'Đội đã giải thể', '1')).toMatch(
        /^Đã ghi nhận: .*không xác nhận đội Tổ Sáu/,
      );
    });
  },
);
