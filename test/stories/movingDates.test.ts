import { expect, test } from '@jest/globals';
import type { EmulatedChat } from '../../emulator/index.js';
import { codeIn, inviteJudge, register, settlePrizes, settleRules, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story(
  'A date is moved while votes are open',
  { at: '2023-08-31T08:00:00+07:00', usually: 'zalo' },
  (scene) => {
    const contest = 'Video clip Tổ công nghệ số cộng đồng 2023';
    const line =
      '• Bình chọn: từ thứ Hai, 4/9/2023 đến 17 giờ thứ Sáu, 22/9/2023 (trước đây từ thứ Hai, 4/9/2023 đến thứ Ba, 19/9/2023)';
    const why = 'Lý do: Mưa lũ, nhiều nơi mất mạng\nVăn bản: 1320/TB-STTTT ngày 8/9/2023';
    let thu: Actor;
    let bao: Actor;
    let an: Actor;
    let binh: Actor;
    let giam: Actor;
    let group: EmulatedChat;
    const inGroup = () => group.messages.filter(({ from }) => from.kind === 'bot').map(({ text }) => text);
    const everything = () => [bao.read, an.read, binh.read, giam.read, inGroup()];
    let known = [0, 0, 0, 0, 0];
    const news = () => {
      const all = everything();
      // What they read every morning has tests of its own.
      const isNews = (text: string) => !/^(Bản tin sáng|Tình hình Video clip)/.test(text);
      const fresh = all.map((read, index) => read.slice(known[index]).filter(isNews));
      known = all.map(({ length }) => length);
      return fresh;
    };

    test('only who may move a date is asked for it', async () => {
      thu = await scene.organizer('Thư');
      bao = await scene.organizer('Bảo');
      [an, binh, giam] = ['An', 'Bình', 'Giám'].map((name) => scene.person(name)) as [Actor, Actor, Actor];
      group = await scene.group('Các đội thi', [thu]);
      await thu.saysIn(group, `/ma ${codeIn(await thu.says('/nhom'))}`);
      await settleRules(thu);
      await settlePrizes(thu);
      await inviteJudge(thu, giam, 'Lê Giám');
      await register(an);
      await register(binh, { unit: 'hanh thuan', team: 'Tổ Bình' });
      await submit(an);
      await scene.stage.moveTo('2023-09-08T09:00:00+07:00');
      expect(await an.says('/doingay')).toMatch(/^Việc này dành cho Ban Tổ chức\./);
      expect(await giam.says('/doingay')).toMatch(/^Việc này dành cho Ban Tổ chức\./);
    });

    test('an opening that has passed is not offered, and days that make no sense are asked again', async () => {
      expect(await thu.says('/doingay binh chon')).toMatch(/^Kết thúc vào ngày nào\?/);
      expect(await thu.says('hôm nào đó')).toMatch(/^Trợ lý không đọc được ngày «hôm nào đó»\./);
      expect(await thu.says('7/9/2023')).toMatch(/^23 giờ 59 thứ Năm, 7\/9\/2023 đã qua rồi\./);
      expect(await thu.says('7/9')).toBe(
        scene.asks(
          '23 giờ 59 thứ Năm, 7/9/2023 đã qua rồi. Nếu anh/chị muốn nói năm sau, xin chọn; nếu không, xin ghi ngày khác.',
          '7/9/2024',
        ),
      );
      expect(await thu.says('19/9')).toMatch(/^Thời gian này không khác hiện nay\./);
    });

    test('it is shown what would follow: who hears of it, and what the checker says to it', async () => {
      await thu.says('22/9 17h');
      await thu.says('Mưa lũ, nhiều nơi mất mạng');
      const question = await thu.says('1320/TB-STTTT ngày 8/9/2023');
      const both = scene.isZalo ? '2 qua Zalo, 0 qua Telegram' : '0 qua Zalo, 2 qua Telegram';
      expect(question).toBe(
        scene.asks(
          [
            `Xin anh/chị kiểm tra lại:\n${line}`,
            why,
            `Sẽ báo cho 2 người (1 thành viên Ban Tổ chức, 1 đội dự thi): ${both}.\nSố nhóm nhận tin: 1.`,
            'Ngày cũ được lưu lại. Anh/chị xác nhận chứ?',
          ].join('\n\n'),
          'Đúng, đổi ngày',
          'Sửa lại',
          'Không, để nguyên',
        ),
      );
    });

    test('what would contradict another date is said before it is confirmed', async () => {
      await bao.saysAll('/doingay tong ket', 'cả hai ngày', '15/9', '15/9', 'Gộp với hội nghị của tỉnh', '1');
      expect(bao.read.at(-1)).toContain(
        'Đổi như vậy thì phải xem lại:\n• «Tổng kết, trao giải» vào thứ Sáu, 15/9/2023, trong khi chấm điểm đến thứ Bảy, 23/9/2023 mới kết thúc.\n• «Tổng kết, trao giải» vào thứ Sáu, 15/9/2023, trong khi bình chọn đến thứ Ba, 19/9/2023 mới kết thúc.',
      );
      expect(await bao.chooses('Không, để nguyên')).toBe('Chưa có gì thay đổi.');
    });

    test('only those whom it concerns are told, once', async () => {
      news();
      expect(await thu.chooses('Đúng, đổi ngày')).toMatch(/^Đã đổi ngày\./);
      const told = `${contest}\nBan Tổ chức điều chỉnh thời gian:\n${line}\n${why}`;
      expect(news()).toEqual([[told], [told], [], [], [told]]);
      await scene.stage.restart();
      await scene.stage.moveTo('2023-09-09T09:00:00+07:00');
      expect(news()).toEqual([[], [], [], [], []]);
    });

    test('everything that goes by the date follows: what is read on 22/9 still counts', async () => {
      await scene.stage.moveTo('2023-09-20T09:00:00+07:00');
      expect(await thu.says('/tuongtac QN-01 310 120')).not.toContain('không được tính');
      expect(await thu.says('/tinhhinh')).toContain('Bình chọn: đang mở, đến hết 17 giờ thứ Sáu, 22/9/2023');
      expect(await thu.says('/congbo')).toContain('17 giờ thứ Sáu, 22/9/2023');
      expect(await an.says('/thele')).toContain(line);
    });

    test('who was shown the earlier days does not move them over a move in between', async () => {
      await thu.saysAll('/doingay binh chon', '23/9', 'Thêm một ngày nữa', 'chưa có văn bản');
      await bao.saysAll('/doingay binh chon', '24/9', 'Thêm hai ngày nữa', 'chưa có văn bản', '1');
      expect(await thu.says('1')).toMatch(/^Trong lúc đó lịch của cuộc thi vừa được người khác đổi\./);
    });

    test('the earlier days are kept, with who moved them, when, why and by which document', async () => {
      const history = await bao.says('/lichsu');
      expect(history).toMatch(
        /^Những thay đổi trong Video clip .*\n\n9 giờ thứ Sáu, 8\/9\/2023, Thư đổi ngày:\n/,
      );
      expect(history).toContain(`${line}\n${why}`);
      expect(history).toContain(
        '• Bình chọn: từ thứ Hai, 4/9/2023 đến Chủ nhật, 24/9/2023 (trước đây từ thứ Hai, 4/9/2023 đến 17 giờ thứ Sáu, 22/9/2023)\nLý do: Thêm hai ngày nữa',
      );
      expect(history).not.toContain('Thêm một ngày nữa');
    });

    test('who could have seen the ranking gives nobody more time', async () => {
      await giam.saysAll('/cham QN-01 32 25 18', '1');
      await thu.saysAll('/sophieu 1', '1');
      await scene.stage.moveTo('2023-09-25T09:00:00+07:00');
      await thu.says('/doingay binh chon');
      expect(await thu.says('30/9')).toMatch(
        /^Điểm vòng chung khảo đã chốt, nên không đổi được nữa thời gian/,
      );
      await thu.says('/huy');
      // What ranks nobody can still be moved, and concerns all.
      await thu.saysAll('/doingay tong ket', 'cả hai ngày', '9/10', '9/10', 'Trùng lịch của tỉnh', '1');
      news();
      expect(await thu.says('1')).toContain('Đã báo cho 4 người');
      expect(news().map(({ length }) => length)).toEqual([1, 1, 1, 1, 1]);
    });
  },
);

story(
  'An opening and a close that are moved',
  { at: '2023-08-29T08:00:00+07:00', usually: 'telegram' },
  (scene) => {
    let thu: Actor;
    let an: Actor;
    const last = (person: Actor) => person.read.at(-1) ?? '';

    test('the opening is announced when it comes now, and not when it was to come', async () => {
      thu = await scene.organizer('Thư');
      an = scene.person('An');
      await register(an);
      await thu.saysAll('/doingay nop bai', 'cả hai ngày', '1/9 8h', '3/9', 'Nghỉ lễ Quốc khánh', '1', '1');
      await scene.stage.moveTo('2023-08-31T00:00:00+07:00');
      expect(last(an)).toContain('Nộp bài: từ 8 giờ thứ Sáu, 1/9/2023 đến Chủ nhật, 3/9/2023');
      expect(await an.says('/nopbai')).toMatch(/^Chưa đến thời gian nộp bài\./);
      await scene.stage.moveTo('2023-09-01T08:00:00+07:00');
      expect(last(an)).toContain('Đã mở nhận bài dự thi, đến hết 23 giờ 59 Chủ nhật, 3/9/2023.');
    });

    test('a close that has passed can be moved, and comes to pass once more', async () => {
      await scene.stage.moveTo('2023-09-04T08:00:10+07:00');
      expect(thu.read).toContainEqual(
        expect.stringMatching(/^Bản tin[\s\S]*«Nộp bài» đã kết thúc lúc 23 giờ 59 Chủ nhật, 3\/9\/2023\./),
      );
      expect(await thu.says('/doingay nop bai')).toMatch(/^Kết thúc vào ngày nào\?/);
      await thu.saysAll('4/9 17h', 'Nhiều đội xin thêm', '1', '1');
      expect(last(an)).toContain('đến 17 giờ thứ Hai, 4/9/2023');
      expect(await submit(an)).toBe('QN-01');
      await scene.stage.moveTo('2023-09-04T17:00:10+07:00');
      expect(thu.read).toContainEqual(
        expect.stringMatching(
          /\nĐã hết hạn nộp bài dự thi \(17 giờ thứ Hai, 4\/9\/2023\)\. Đã nhận 1 bài\. 12 đơn vị không có bài: /,
        ),
      );
    });
  },
);
