import { expect, test } from '@jest/globals';
import { codeIn, inviteJudge, register, settleRules, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story(
  'Sheets that count, and sheets that do not',
  { at: '2023-08-31T08:00:00+07:00', on: ['telegram'] },
  (scene) => {
    const name = 'Video clip Tổ công nghệ số cộng đồng 2023';
    const lock = '23 giờ 59 thứ Bảy, 23/9/2023';
    const sheetOf = (judge: Actor, code: string) =>
      scene.stage.store.sheets.findById(`qn-2023/${judge.chat.address}/${code}`).lean();
    let thu: Actor;
    let ky: Actor;
    let hoi: Actor;
    let giam: Actor;
    let khao: Actor;

    test('three entries, two judges and who heads them', async () => {
      thu = await scene.organizer('Thư');
      [ky, hoi, giam, khao] = ['Ký', 'Hội', 'Giám', 'Khảo'].map((each) => scene.person(each)) as [
        Actor,
        Actor,
        Actor,
        Actor,
      ];
      await settleRules(thu);
      const [an, binh] = [scene.person('An'), scene.person('Bình')];
      await register(an);
      await register(binh, { unit: 'hanh thuan', team: 'Tổ Hành Thuận', contact: 'Trần Bình' });
      await submit(an, { title: 'Chú Minh' });
      await submit(binh, { title: 'Chợ quê' });
      await submit(an, { title: 'Cây đa' });
      await ky.says(codeIn(await thu.says('/moi thư ký Lê Ký')));
      await hoi.says(codeIn(await thu.says('/moi trưởng ban giám khảo Lê Hội')));
      await inviteJudge(thu, giam, 'Lê Giám');
      await inviteJudge(thu, khao, 'Phạm Khảo');
      expect(await khao.says('/khongcham QN-02')).toBe('Vì sao anh/chị không chấm bài QN-02 «Chợ quê»?');
      expect(khao.buttons).toEqual(['Có quan hệ với đội', 'Cùng đơn vị', 'Không, tôi vẫn chấm bài này']);
      await khao.says('/huy');
      // Before anything can be scored, and whatever that unit will send.
      const hanhDuc = 'xã Hành Đức, huyện Nghĩa Hành';
      expect(await khao.says('/khongcham xã Hành Đức')).toContain(
        `Anh/chị thuộc hoặc có liên quan với ${hanhDuc}, nên`,
      );
      expect(await khao.chooses('Đúng, không chấm')).toBe(
        `Đã ghi nhận: anh/chị không chấm các bài của ${hanhDuc}.`,
      );
      expect(hoi.read.at(-1)).toBe(
        `${name}\nPhạm Khảo báo có liên quan, nên không chấm các bài của ${hanhDuc}.`,
      );
      await scene.stage.moveTo('2023-09-19T08:00:00+07:00');
    });

    test('who is of the same unit says so once: what he has given stays, and no longer counts', async () => {
      // Two sheets in one message are read back one after the other.
      expect(await giam.says('QN-01 32 25 18\nQN-02 1 1 90')).toMatch(
        /^Mỗi lần một bài: xin xác nhận bài này trước\. Sau đó Trợ lý đọc tiếp:\nQN-02 1 1 90\n\nXin xác nhận điểm bài QN-01/,
      );
      await giam.says('1');
      expect(giam.read.slice(-2)).toEqual([
        'Đã ghi điểm bài QN-01: 75/100.',
        expect.stringMatching(
          /^Điểm «90» cao hơn mức tối đa .*\n\nChưa được ghi, xin gửi lại từng dòng:\n\/cham QN-02 1 1 90$/s,
        ),
      ]);
      expect(await giam.says('/cham QN-01')).toContain('QN-01, tiêu chí 1/3');
      expect(await giam.presses('Không chấm bài này')).toBe(
        'Vì sao anh/chị không chấm bài QN-01 «Chú Minh»?',
      );
      expect(giam.buttons).toEqual([
        'Có quan hệ với đội',
        'Cùng đơn vị',
        'Không xem được video',
        'Lý do khác',
        'Không, tôi vẫn chấm bài này',
      ]);
      // A slip of the finger: nothing is kept, and the sheet is one tap away.
      expect(await giam.chooses('Không, tôi vẫn chấm bài này')).toBe(
        scene.asks('Chưa ghi gì cả: phiếu chấm bài QN-01 của anh/chị vẫn giữ nguyên.', 'Chấm bài QN-01'),
      );
      expect(await giam.chooses('Chấm bài QN-01')).toContain('QN-01, tiêu chí 1/3');
      await giam.presses('Không chấm bài này');
      expect(await giam.chooses('Cùng đơn vị')).toBe(
        'Anh/chị không chấm bài QN-01 «Chú Minh».\nLý do: Cùng đơn vị\nAnh/chị sẽ không chấm mọi bài của xã Đức Phong, huyện Mộ Đức; điểm đã cho trước đó, nếu có, được lưu lại nhưng không tính.',
      );
      // Both entries of the commune are no longer his.
      expect(await giam.chooses('Đúng, không chấm')).toBe(
        `Đã ghi nhận: anh/chị không chấm bài QN-01.\n\nĐã chấm 0/1, còn 1, hạn ${lock}.`,
      );
      expect(hoi.read.at(-1)).toMatch(/\nLê Giám báo có liên quan, nên không chấm bài QN-01 và các bài/);
      expect(await giam.says('/cham QN-03 1 1 1')).toBe(
        'Bài QN-03 là của đơn vị anh/chị, nên anh/chị không chấm bài này. Gõ /cham để chấm bài khác.',
      );
      expect(await sheetOf(giam, 'QN-01')).toMatchObject({
        sum: '75',
        abstained: { reason: 'unit', words: null },
      });
      expect(await giam.says('/phieu')).toContain('Anh/chị không chấm vì có liên quan: QN-01, QN-03.');
    });

    test('who can’t see a video says so, and may score it all the same before the lock', async () => {
      await khao.says('/khongcham QN-01 không xem được video');
      expect(khao.read.at(-1)).toBe(
        'Anh/chị không chấm bài QN-01 «Chú Minh».\nLý do: Không xem được video\nTrước khi chốt điểm, muốn chấm lại chỉ cần gõ /cham QN-01.',
      );
      expect(await khao.says('1')).toContain(`Đã chấm 1/3, còn 2, hạn ${lock}.`);
      expect(await khao.says('/phieu')).toContain('QN-01 «Chú Minh»: không chấm (Không xem được video)');
      expect(await khao.says('/cham QN-01')).toContain('Anh/chị đã báo không chấm bài này.');
      await khao.saysAll('30 20 10', '1');
      expect((await sheetOf(khao, 'QN-01'))?.abstained).toBeUndefined();
      // In his own words; points that were there are gone.
      await khao.says('/khongcham QN-01');
      expect(await khao.says('Mạng ở xã quá yếu')).toContain(
        'Lý do anh/chị ghi: «Mạng ở xã quá yếu». Đây là trường hợp nào',
      );
      expect(await khao.chooses('Không xem được video')).toContain(
        'Lý do: Không xem được video\nMạng ở xã quá yếu\nĐiểm anh/chị đã cho bài này',
      );
      await khao.says('1');
      expect(await sheetOf(khao, 'QN-01')).toMatchObject({ points: {}, sum: '0', version: 3 });
      expect(await khao.says('/khongcham')).toMatch(/^Anh\/chị không chấm bài nào\? .* ví dụ: \/khongcham /);
    });

    test('a remark is added at the read-back, stays when points change, and can be taken off', async () => {
      await khao.says('/cham QN-02 31 21 16');
      expect(await khao.chooses('Thêm nhận xét')).toBe(
        'Xin ghi nhận xét về bài này, tối đa 1000 ký tự. Trước khi chốt điểm chỉ anh/chị đọc được.',
      );
      expect(await khao.says('a'.repeat(1001))).toMatch(/^Câu trả lời dài 1001 ký tự, tối đa là 1000\./);
      expect(await khao.says('Lời thoại hay')).toContain('Tổng: 68/100\n\nNhận xét: Lời thoại hay');
      await khao.says('1');
      expect(await khao.says('/phieu')).toContain(
        'QN-02 «Chợ quê»: 31 + 21 + 16 = 68 – nhận xét: Lời thoại hay',
      );
      expect(await khao.says('/cham QN-02 30 21 16')).toContain('Nhận xét: Lời thoại hay');
      await khao.chooses('Sửa nhận xét');
      expect(await khao.chooses('Không ghi nhận xét')).not.toContain('Nhận xét:');
      await khao.says('1');
      expect((await sheetOf(khao, 'QN-02'))?.remark).toBe('');
    });

    test('a secretary types a paper sheet; the judge hears it, and his own takes its place', async () => {
      expect(await giam.says('/nhapphieu')).toMatch(/^Việc này dành cho Ban Tổ chức, Tổ Thư ký\./);
      expect(await ky.says('/nhapphieu Phạm Khảo: QN-02 1 1 1')).toBe(
        'Giám khảo Phạm Khảo đã tự trả lời bài QN-02 qua tin nhắn, nên phiếu giấy không được nhận. Nếu cần sửa, giám khảo tự gõ /cham QN-02.',
      );
      expect(await ky.says('/nhapphieu giám QN-01, 1 1 1')).toBe(
        'Giám khảo Lê Giám có liên quan đến bài QN-01, nên không nhận phiếu cho bài này.',
      );
      expect(await ky.says('/nhapphieu')).toBe('Phiếu giấy của giám khảo nào?');
      expect(await ky.chooses('Lê Giám')).toMatch(/^Phiếu chấm bài nào\?/);
      expect(await ky.says('QN-02')).toContain('QN-02, tiêu chí 1/3');
      expect(await ky.says('31 22 41')).toContain('cao hơn mức tối đa 30');
      expect(await ky.says('31 22 14')).toContain(
        'Xin kiểm tra phiếu giấy của Lê Giám, bài QN-02 «Chợ quê»:',
      );
      expect(await ky.says('1')).toBe(
        'Đã nhập phiếu giấy của Lê Giám cho bài QN-02: 67/100. Giám khảo đã được báo để kiểm tra.',
      );
      expect(giam.read.at(-1)).toBe(
        `${name}\nLê Ký đã nhập phiếu giấy của anh/chị cho bài QN-02: 31 + 22 + 14 = 67/100. Nếu không đúng, trước khi chốt điểm anh/chị gõ /cham QN-02 để tự chấm lại; phiếu ấy thay cho phiếu giấy.`,
      );
      expect(await ky.chooses('Phiếu tiếp của Lê Giám')).toMatch(/^Phiếu chấm bài nào\?/);
      expect(await ky.says('/nhapphieu Lê Xa QN-02 1 1 1')).toBe('Phiếu giấy của giám khảo nào?');
      await ky.says('/huy');
      expect(await giam.says('/phieu')).toContain('= 67 – nhập từ phiếu giấy');
      expect(await sheetOf(giam, 'QN-02')).toMatchObject({ sum: '67', enteredBy: ky.chat.address });
      await giam.saysAll('/cham QN-02 10 10 10', '1');
      expect((await sheetOf(giam, 'QN-02'))?.enteredBy).toBeUndefined();
      expect(await ky.says('/nhapphieu Lê Giám: QN-02 31 22 14')).toContain('đã tự trả lời bài QN-02');
    });

    test('a sheet is set aside with a reason, without its points being seen, and taken back in', async () => {
      expect(await ky.says('/bophieu QN-02')).toMatch(
        /^Việc này dành cho Ban Tổ chức, Trưởng Ban Giám khảo\./,
      );
      expect(await hoi.says('/bophieu QN-03')).toMatch(/^Bài QN-03 không có phiếu nào/);
      expect(await hoi.says('/bophieu QN-02')).toBe(
        'Phiếu của giám khảo nào cho bài QN-02 «Chợ quê»? Điểm trong phiếu không hiện ra ở đây.',
      );
      expect(hoi.buttons).toEqual(['Lê Giám', 'Phạm Khảo']);
      await hoi.saysAll('khảo', 'Con của trưởng thôn');
      expect(await hoi.chooses('Đúng, ghi nhận')).toMatch(/^Đã để riêng phiếu của Phạm Khảo cho bài QN-02/);
      expect(khao.read.at(-1)).toBe(
        `${name}\nPhiếu của anh/chị cho bài QN-02 được lưu lại nhưng không tính vào kết quả. Lý do: Con của trưởng thôn`,
      );
      expect(await khao.says('/cham QN-02 40 30 30')).toMatch(
        /^Phiếu của anh\/chị cho bài QN-02 đã được để riêng/,
      );
      expect(await khao.says('/phieu')).toContain('= 67 – để riêng, không tính');
      await hoi.says('/bophieu QN-02 Phạm Khảo');
      await hoi.says('Đã xem lại, không có quan hệ');
      expect(await hoi.chooses('Đúng, ghi nhận')).toBe(
        'Phiếu của Phạm Khảo cho bài QN-02 được tính lại. Giám khảo đã được báo.',
      );
      expect((await sheetOf(khao, 'QN-02'))?.asides?.map(({ kind, reason }) => [kind, reason])).toEqual([
        ['aside', 'Con của trưởng thôn'],
        ['back', 'Đã xem lại, không có quan hệ'],
      ]);
    });

    test('who heads the jury sees how far they are, and which sheets are far apart', async () => {
      const lines =
        /^Tiến độ chấm: Vòng chung khảo\n\nHạn chấm: 23 giờ 59 thứ Bảy, 23\/9\/2023\.\n\n• Lê Hội: 0\/3 bài\n• Lê Giám: 1\/1 bài, gần nhất lúc 8 giờ [^\n]*; không chấm vì có liên quan: QN-01, QN-03\n• Phạm Khảo: 2\/3 bài, gần nhất lúc [^\n]*\n\nChưa bắt đầu chấm: Lê Hội\./;
      expect(await hoi.says('/tiendo')).toMatch(lines);
      expect(hoi.read.at(-1)?.split('\n\n').at(-1)).toBe(
        'Bài có các phiếu chênh nhau nhiều: QN-02. Kế hoạch không nêu mức chênh; đây là mức thường dùng, 10% thang điểm. Chỉ so các phiếu được tính; điểm của từng người không hiện ra ở đây. Trước khi chốt điểm, phiếu của chính anh/chị không được so.',
      );
      expect(await ky.says('/tiendo')).toMatch(lines);
      expect(ky.read.at(-1)).not.toContain('chênh');
      expect(await giam.says('/tiendo')).toMatch(
        /^Việc này dành cho Ban Tổ chức, Tổ Thư ký, Trưởng Ban Giám khảo\./,
      );
    });
  },
);
