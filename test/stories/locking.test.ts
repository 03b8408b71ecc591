import { expect, test } from '@jest/globals';
import { checksumOf } from '../../src/domain/locks.js';
import { codeIn, inviteJudge, register, settlePrizes, settleRules, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story(
  'The final is locked, and opened once more',
  { at: '2023-08-31T08:00:00+07:00', on: ['zalo'] },
  (scene) => {
    const name = 'Video clip Tổ công nghệ số cộng đồng 2023';
    const locks = () => scene.stage.store.locks.find().sort({ number: 1 }).lean();
    let thu: Actor;
    let ky: Actor;
    let hoi: Actor;
    let chu: Actor;
    let giam: Actor;

    test('when its judging is over the sheets are locked under a number, with a checksum', async () => {
      thu = await scene.organizer('Thư');
      [ky, hoi, chu, giam] = ['Ký', 'Hội', 'Chủ', 'Giám'].map((each) => scene.person(each)) as [
        Actor,
        Actor,
        Actor,
        Actor,
      ];
      await settleRules(thu);
      await settlePrizes(thu);
      const an = scene.person('An');
      await register(an);
      await submit(an, { title: 'Chú Minh' });
      await ky.says(codeIn(await thu.says('/moi thư ký Lê Ký')));
      await hoi.says(codeIn(await thu.says('/moi trưởng ban giám khảo Lê Hội')));
      await inviteJudge(thu, giam, 'Lê Giám');
      await thu.saysAll('/sophieu 1', '1');
      await scene.stage.moveTo('2023-09-19T08:00:00+07:00');
      await thu.says('/tuongtac QN-01 310 120');
      await giam.saysAll('/cham QN-01 32 25 18', '1');
      expect(await hoi.says('/chotcham')).toMatch(
        /^Chưa chốt được vì còn thiếu phiếu chấm: Lê Hội còn 1 bài\./,
      );
      expect(await thu.says('/molaicham')).toMatch(/^Điểm vòng chung khảo chưa chốt/);
      await hoi.saysAll('/khongcham QN-01', '3', '1');

      await scene.stage.moveTo('2023-09-24T00:00:30+07:00');
      expect(await locks()).toEqual([]);
      await scene.stage.moveTo('2023-09-24T00:02:00+07:00');
      const [first] = await locks();
      expect(first).toMatchObject({
        _id: 'qn-2023/final/51/1',
        number: 1,
        count: 2,
        by: null,
        at: new Date('2023-09-23T23:59:59.999+07:00'),
        headJudge: hoi.chat.address,
      });
      expect(first?.sheets.map(({ sum, uncounted }) => [sum, uncounted]).sort()).toEqual([
        ['0', 'abstained'],
        ['75', null],
      ]);
      expect(first?.checksum).toBe(checksumOf(first?.sheets ?? []));
      const told = `${name}\nPhiếu chấm vòng chung khảo đã chốt lần 1, lúc 23 giờ 59 thứ Bảy, 23/9/2023: 2 phiếu, trong đó 1 phiếu được tính.\nMã kiểm tra: ${first?.checksum.slice(0, 12)}. Mã này không đổi nếu không phiếu nào bị sửa.`;
      expect(ky.read.filter((each) => each.includes('Mã kiểm tra'))).toEqual([]);
      await scene.stage.moveTo('2023-09-24T07:00:00+07:00');
      expect([ky, hoi].map(({ read }) => read.includes(told))).toEqual([true, true]);
      expect(thu.read).toContain(told);
      await scene.stage.moveTo('2023-09-24T08:00:00+07:00');
      expect(ky.read.filter((each) => each.includes('Mã kiểm tra'))).toHaveLength(1);
    });

    test('nothing that happens to the jury changes what is locked', async () => {
      await thu.says('/giamkhao');
      expect(await thu.chooses('Thôi mời Lê Giám')).toMatch(/^Điểm đã chốt lúc .* gõ \/molaicham\.$/);
      expect(await thu.says('/doingay cham diem')).toMatch(/^Kết thúc vào ngày nào\?/);
      expect(await thu.says('30/9')).toMatch(/^Điểm vòng chung khảo đã chốt, nên không đổi thời gian chấm/);
      await thu.saysAll('/huy', '/thoinhiemvu giám', '1', 'Nghỉ hưu từ tháng này', '1');
      expect(await hoi.says('/dexuat')).toContain('82,50 điểm = Ban Giám khảo 52,50 + bình chọn 30,00');
      await hoi.says('/huy');
    });

    test('it is opened by the chair alone, with reason and document, until a moment', async () => {
      await chu.says(codeIn(await thu.says('/moi trưởng ban tổ chức Trần Chủ')));
      expect(await thu.says('/molaicham')).toBe(
        'Chỉ Trưởng Ban Tổ chức (Trần Chủ) được mở lại việc chấm đã chốt.',
      );
      expect(await thu.says('/trogiup 4')).not.toContain('/molaicham');
      expect(await chu.says('/trogiup 4')).toContain('• /molaicham – mở lại việc chấm đã chốt');
      expect(await ky.says('/molaicham')).toMatch(/^Việc này dành cho Ban Tổ chức\./);
      expect(await chu.says('/molaicham')).toMatch(
        /^Điểm vòng chung khảo đã chốt lúc .* \(lần 1\)\. Vì sao phải mở lại việc chấm\?/,
      );
      await chu.says('Trưởng Ban chưa kịp xem video');
      for (const typed of ['OK', 'không'])
        expect(await chu.says(typed)).toMatch(
          new RegExp(`^«${typed}» chưa phải số văn bản: trong số văn bản có`),
        );
      await chu.says('15/QĐ-BTC ngày 24/9/2023');
      expect(await chu.says('23/9')).toMatch(/^23 giờ 59 thứ Bảy, 23\/9\/2023 đã qua rồi\./);
      expect(await chu.says('24/9 17h')).toContain(
        'Mở lại việc chấm vòng chung khảo đến 17 giờ Chủ nhật, 24/9/2023.\nLý do: Trưởng Ban chưa kịp xem video\nVăn bản: 15/QĐ-BTC ngày 24/9/2023\nBản chốt lần 1 được giữ nguyên',
      );
      expect(await chu.says('1')).toBe(
        'Đã mở lại việc chấm đến 17 giờ Chủ nhật, 24/9/2023. Đã báo cho 1 giám khảo.',
      );
      expect(hoi.read.at(-1)).toMatch(/được mở lại đến 17 giờ Chủ nhật, 24\/9\/2023 \(văn bản 15\/QĐ-BTC/);
      expect(await thu.says('/congbo')).toContain('17 giờ Chủ nhật, 24/9/2023');
      expect(await thu.says('/tinhhinh')).toContain(
        'Việc chấm đang được mở lại, đến 17 giờ Chủ nhật, 24/9/2023;',
      );
      expect(await chu.says('/molaicham')).toMatch(/^Điểm vòng chung khảo chưa chốt, hoặc đang được mở lại/);
      expect(await hoi.saysAll('/cham QN-01 40 30 30', '1')).toContain('Đã ghi điểm bài QN-01: 100/100.');
    });

    test('at its end comes the next lock, and the first stays as it was', async () => {
      const [before] = await locks();
      await scene.stage.moveTo('2023-09-24T17:02:00+07:00');
      const [first, second, ...others] = await locks();
      expect(others).toEqual([]);
      expect(first).toEqual(before);
      expect(second).toMatchObject({ _id: 'qn-2023/final/51/2', cause: 'reopened/qn-2023/final/51/1' });
      // What was locked and not written since counts as it did, also of whom has left before it was opened.
      expect(second?.sheets.map(({ sum, uncounted }) => [sum, uncounted]).sort()).toEqual([
        ['100', null],
        ['75', null],
      ]);
      expect(await hoi.says('/cham QN-01 1 1 1')).toBe(
        'Điểm đã chốt lúc 17 giờ Chủ nhật, 24/9/2023, không ghi hay sửa được nữa.',
      );
      expect(await hoi.says('/dexuat')).toContain('91,25 điểm = Ban Giám khảo 61,25 + bình chọn 30,00');
      await hoi.saysAll('1', '1');
      await chu.saysAll('/pheduyet 15/QĐ-BTC 24/9/2023', '1');
      expect(await ky.saysAll('/congbo', '1')).toMatch(/^Đã công bố kết quả lúc/);
    });

    test('it may be opened after a publication too, and then be locked before its time', async () => {
      await chu.saysAll('/molaicham', 'Có khiếu nại được giải quyết', '16/QĐ-BTC ngày 24/9/2023');
      expect(await chu.says('26/9')).toContain('Kết quả đã công bố vẫn giữ nguyên');
      await chu.says('1');
      expect(await hoi.saysAll('/cham QN-01 20 15 15', '1')).toContain('50/100');
      expect(await hoi.says('/chotcham')).toContain('1 giám khảo đã chấm đủ 1 bài vòng chung khảo.');
      expect(await hoi.says('1')).toMatch(
        /^Đã chốt điểm vòng chung khảo lúc .*, lần 3: 2 phiếu\. Mã kiểm tra: /,
      );
      expect(await hoi.says('/cham QN-01 1 1 1')).toMatch(/^Điểm đã chốt lúc /);
      expect((await locks()).map(({ number, reopened }) => [number, reopened !== null])).toEqual([
        [1, true],
        [2, true],
        [3, false],
      ]);
    });
  },
);
