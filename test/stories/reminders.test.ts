import { expect, test } from '@jest/globals';
import { codeIn, inviteJudge, register, settlePrizes, settleRules, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { type Scene, story } from '../support/story.js';

/** What everybody who is named here is reminded of: when, who, and each thing by its first line. */
function tableOf(scene: Scene, year: string) {
  const actors = new Map<string, Actor>();
  const seen = new Map<string, number>();
  const table: string[] = [];
  return {
    table,
    actors,
    actor(name: string): Actor {
      const known = actors.get(name) ?? scene.person(name);
      actors.set(name, known);
      return known;
    },
    /** One moment after the other. */
    async at(...moments: string[]): Promise<void> {
      for (const moment of moments) {
        await scene.stage.moveTo(`${year}-${moment}:00+07:00`);
        for (const [name, { read }] of actors) {
          const fresh = read.slice(seen.get(name) ?? 0).filter((text) => text.startsWith('Nhắc việc · '));
          seen.set(name, read.length);
          for (const text of fresh)
            table.push(...linesOf(text).map((line) => `${moment.replace('T', ' ')} ${name}: ${line}`));
        }
      }
    },
  };
}

const linesOf = (text: string): string[] =>
  text
    .replace(/^.*\n/, '')
    .split('\n\n')
    .slice(0, -1)
    .map((paragraph) => paragraph.split('\n', 1)[0] ?? '');

story(
  'Who is reminded of what, and when, in Quảng Ngãi 2023',
  { at: '2023-08-24T08:00:00+07:00', usually: 'telegram' },
  (scene) => {
    const { table, actors, actor, at } = tableOf(scene, '2023');

    test('the whole contest, with three days in which nothing ran', async () => {
      const thu = await scene.organizer('Thư');
      actors.set('Thư', thu);
      await actor('Mơi').says(codeIn(await thu.says('/moi đầu mối huyện Mộ Đức: Lê Mơi')));
      await inviteJudge(thu, actor('Giám'), 'Lê Giám');
      await at('08-26T06:59', '08-26T07:00');
      await register(actor('An'));
      await register(actor('Bình'), { team: 'Tổ Nghĩa Hoà', unit: 'nghia hoa', phone: '0905123457' });
      // Dần never gets to the end of it.
      await actor('Dần').saysAll('/dangky', 'tôi đồng ý');
      await at('08-28T08:00');
      await scene.stage.restart();
      await at('08-31T08:00');
      await submit(actor('An'), { title: 'Chú Minh' });
      await at('09-01T06:59', '09-01T07:00', '09-01T07:01', '09-01T20:00', '09-02T08:00');
      await settleRules(thu);
      await at('09-03T07:00');
      await settlePrizes(thu);
      await at('09-19T07:00');
      await thu.saysAll('/tuongtac QN-01 310 120');
      await at('09-19T20:00', '09-21T07:00');
      await actor('Giám').says('/tatnhac');
      await at('09-23T07:00');
      await actor('Giám').says('/batnhac');
      await at('09-23T20:00', '09-24T08:00', '09-28T08:00');
      const registration = 'Hạn đăng ký: 23 giờ 59 thứ Sáu, 1/9/2023';
      const entry = 'Hạn nộp: 23 giờ 59 thứ Sáu, 1/9/2023';
      const unsettled = 'Thư: Bình chọn mở lúc 0 giờ thứ Hai, 4/9/2023. Ban Tổ chức còn phải quy định:';
      const begun = `Dần: Anh/chị đang đăng ký dở, chưa gửi. ${registration}. Gõ /dangky để làm tiếp.`;
      const owing = `Bình: Đội Tổ Nghĩa Hoà đã đăng ký mà chưa nộp bài. ${entry}. Gõ /nopbai để nộp bài.`;
      const behind =
        'Thư: Còn 12 đơn vị chưa gửi bài nào: thành phố Quảng Ngãi, huyện Bình Sơn, huyện Trà Bồng, huyện Sơn Tịnh, huyện Tư Nghĩa, huyện Sơn Hà, huyện Sơn Tây, huyện Minh Long, huyện Nghĩa Hành, thị xã Đức Phổ… (còn 2 nữa)';
      const unread =
        'Thư: Còn 1 bài chưa ghi lượt thích, lượt chia sẻ: QN-01. Lúc chốt: 23 giờ 59 thứ Ba, 19/9/2023. Gõ /tuongtac QN-01 và hai con số để ghi.';
      const sheets =
        'Giám: Hạn chấm điểm là 23 giờ 59 thứ Bảy, 23/9/2023. Anh/chị đã chấm 0/1, còn 1 bài: QN-01. Gõ /cham để chấm tiếp bài QN-01.';
      expect(table).toEqual([
        `08-26 07:00 Mơi: Trong địa bàn còn 1 đơn vị chưa có đội đăng ký: huyện Mộ Đức. ${registration}. Nhờ anh/chị nhắc các đội, hoặc gõ /dangkythay để đăng ký thay.`,
        `08-28 08:00 ${unsettled}`,
        // What was due on the 30th, once; what became of it meanwhile is not asked for.
        `08-31 08:00 ${begun}`,
        `09-01 07:00 ${behind}. ${entry}. Gõ /tinhhinh để xem tất cả.`,
        `09-01 07:00 ${unsettled}`,
        `09-01 07:00 ${owing}`,
        `09-01 07:00 ${begun}`,
        `09-01 20:00 ${owing}`,
        `09-01 20:00 ${begun}`,
        `09-03 07:00 ${unsettled}`,
        `09-19 07:00 ${unread}`,
        `09-21 07:00 ${sheets}`,
        `09-23 20:00 ${sheets}`,
      ]);
    });
  },
);

story(
  'The same in Sơn La 2024',
  { at: '2024-07-22T08:00:00+07:00', contest: 'sl-2024', on: ['zalo'] },
  (scene) => {
    const { table, actors, actor, at } = tableOf(scene, '2024');

    test('where authors send, and entries are sent back', async () => {
      const thu = await scene.organizer('Thư');
      actors.set('Thư', thu);
      await actor('Định').says(codeIn(await thu.says('/moi thẩm định')));
      await actor('Kỳ').says(codeIn(await thu.says('/moi thư ký')));
      await register(actor('An'), { unit: 'chieng xom', team: 'Tổ An' });
      await register(actor('Bình'), { unit: 'hua la', team: 'Tổ Bình', phone: '0905123457' });
      await at('07-25T07:00');
      await submit(actor('An'), { title: 'Bản em' });
      await at('07-29T07:00', '07-31T07:00', '07-31T20:00', '08-04T08:00');
      await thu.saysAll('/sothamdinh 1', '1');
      await actor('Định').saysAll('/thamdinh SL-01', '2', '2', 'Clip dài 6 phút', '2 ngày', '1');
      await at('08-05T07:00', '08-06T07:00', '08-06T20:00');
      await actor('An').saysAll('/thaybai SL-01', 'https://youtu.be/aaaaaaaaaaa', 'tôi cam kết', '1');
      await at('08-07T07:00');
      await actor('Định').saysAll('/thamdinh SL-01', '1', '1');
      await at('09-10T07:00', '09-10T20:00');
      const owing = (team: string) =>
        `${team}: Đội Tổ ${team} đã đăng ký mà chưa nộp bài. Hạn nộp: 23 giờ 59 thứ Tư, 31/7/2024. Gõ /nopbai để nộp bài.`;
      const unsettled = 'Thư: Bình chọn mở lúc 0 giờ thứ Năm, 1/8/2024. Ban Tổ chức còn phải quy định:';
      const sentBack =
        'An: Bài SL-01 «Bản em» cần bổ sung mà chưa gửi lại. Hạn gửi: 23 giờ 59 thứ Ba, 6/8/2024. Gõ /thaybai SL-01 để gửi bản sửa.';
      const unread =
        'Kỳ: Còn 1 bài chưa ghi lượt thích, lượt chia sẻ: SL-01. Lúc chốt: 23 giờ 59 thứ Ba, 10/9/2024. Gõ /tuongtac SL-01 và hai con số để ghi.';
      expect(table).toEqual([
        `07-25 07:00 ${unsettled}`,
        `07-25 07:00 ${owing('An')}`,
        `07-25 07:00 ${owing('Bình')}`,
        `07-29 07:00 ${unsettled}`,
        `07-29 07:00 ${owing('Bình')}`,
        '07-31 07:00 Thư: Còn 1 đội chưa nộp bài: Tổ Bình. Hạn nộp: 23 giờ 59 thứ Tư, 31/7/2024. Gõ /tinhhinh để xem tất cả.',
        `07-31 07:00 ${unsettled}`,
        `07-31 07:00 ${owing('Bình')}`,
        `07-31 20:00 ${owing('Bình')}`,
        `08-06 07:00 ${sentBack}`,
        `08-06 20:00 ${sentBack}`,
        '09-10 07:00 Thư: Việc chấm đã xong từ 23 giờ 59 thứ Sáu, 30/8/2024 nhưng chưa thể đề nghị kết quả. Xin Ban Tổ chức quy định:',
        `09-10 07:00 ${unread}`,
        `09-10 20:00 ${unread}`,
      ]);
    });
  },
);
