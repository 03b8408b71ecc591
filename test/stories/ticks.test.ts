import { expect, test } from '@jest/globals';
import type { EmulatedChat } from '../../emulator/index.js';
import { codeIn, inviteJudge, register, settlePrizes, settleRules, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story('What happens by itself', { at: '2023-08-30T08:00:00+07:00', usually: 'telegram' }, (scene) => {
  const contest = 'Video clip Tổ công nghệ số cộng đồng 2023';
  let thu: Actor;
  let an: Actor;
  let binh: Actor;
  let giam: Actor;
  let khao: Actor;
  let group: EmulatedChat;
  const inGroup = () => group.messages.filter(({ from }) => from.kind === 'bot').map(({ text }) => text);
  const everything = () => [thu.read, an.read, binh.read, giam.read, khao.read, inGroup()];

  /** What each has been told since the last look. */
  let known = [0, 0, 0, 0, 0, 0];
  const news = () => {
    const all = everything();
    // What they read every morning has tests of its own.
    const isNews = (text: string) => !/^(Bản tin sáng|Tình hình Video clip)/.test(text);
    const fresh = all.map((read, index) => read.slice(known[index]).filter(isNews));
    known = all.map(({ length }) => length);
    return fresh;
  };
  const nobody = [[], [], [], [], [], []];
  const digest = () => thu.read.filter((text) => text.startsWith('Bản tin')).at(-1);

  test('before the opening nothing is said, and nothing taken in', async () => {
    thu = await scene.organizer('Thư');
    [an, binh, giam, khao] = ['An', 'Bình', 'Giám', 'Khảo'].map((name) => scene.person(name)) as [
      Actor,
      Actor,
      Actor,
      Actor,
    ];
    group = await scene.group('Các đội thi', [thu]);
    await thu.saysIn(group, `/ma ${codeIn(await thu.says('/nhom'))}`);
    await register(an);
    await inviteJudge(thu, giam, 'Lê Giám');
    await inviteJudge(thu, khao, 'Phạm Khảo');
    expect(await an.says('/nopbai')).toBe(
      'Chưa đến thời gian nộp bài. Trợ lý nhận bài từ 0 giờ thứ Năm, 31/8/2023 đến hết 23 giờ 59 thứ Sáu, 1/9/2023.',
    );
    await binh.says('/start');
    news();
    await scene.stage.moveTo('2023-08-30T23:59:59+07:00');
    expect(news()).toEqual(nobody);
  });

  test('the opening is told once, in the morning: to the teams and the groups', async () => {
    await scene.stage.moveTo('2023-08-31T00:00:00+07:00');
    expect(news()).toEqual(nobody);
    await scene.stage.restart();
    await scene.stage.moveTo('2023-08-31T07:00:00+07:00');
    const opened = `${contest}\nĐã mở nhận bài dự thi, đến hết 23 giờ 59 thứ Sáu, 1/9/2023. Đội đã đăng ký gõ /nopbai để nộp bài.`;
    expect(news()).toEqual([[], [opened], [], [], [], [opened]]);
    await scene.stage.restart();
    await scene.stage.moveTo('2023-08-31T08:00:00+07:00');
    expect(news()).toEqual(nobody);
    expect(digest()).toContain(
      '«Xét chọn ở cơ sở» đã kết thúc lúc 23 giờ 59 thứ Tư, 30/8/2023.\nĐã bắt đầu «Nộp bài», đến hết 23 giờ 59 thứ Sáu, 1/9/2023.\n',
    );
  });

  test('the close is told in the morning, once', async () => {
    await submit(an, { title: 'Chú Minh' });
    await submit(an, { title: 'Cây đa' });
    await settleRules(thu);
    await settlePrizes(thu);
    news();
    await scene.stage.moveTo('2023-09-02T00:00:10+07:00');
    expect(news()).toEqual(nobody);
    await scene.stage.restart();
    await scene.stage.moveTo('2023-09-02T08:00:00+07:00');
    const thanks = `${contest}\nĐã hết hạn nộp bài dự thi (23 giờ 59 thứ Sáu, 1/9/2023). Đã nhận 2 bài. Cảm ơn các đội.`;
    expect(news()).toEqual([[], [], [], [], [], [thanks]]);
    expect(digest()).toContain(
      '«Đăng ký dự thi» đã kết thúc lúc 23 giờ 59 thứ Sáu, 1/9/2023.\n«Nộp bài» đã kết thúc lúc 23 giờ 59 thứ Sáu, 1/9/2023.\n\nĐội đã đăng ký: 1',
    );
    expect(digest()).toContain('Đã hết hạn nộp bài, 12 đơn vị không có bài');
  });

  test('judges hear once that they can begin, with how many entries and by which word', async () => {
    await scene.stage.moveTo('2023-09-18T23:59:50+07:00');
    expect(news()).toEqual(nobody);
    await scene.stage.moveTo('2023-09-19T00:00:00+07:00');
    expect(news()).toEqual(nobody);
    await scene.stage.moveTo('2023-09-19T07:00:00+07:00');
    const begin = `${contest}\nĐã đến thời gian chấm, đến hết 23 giờ 59 thứ Bảy, 23/9/2023. Có 2 bài chờ anh/chị chấm. Gõ /cham để bắt đầu.`;
    const unread = `Nhắc việc · ${contest}\nCòn 2 bài chưa ghi lượt thích, lượt chia sẻ: QN-01, QN-02. Lúc chốt: 23 giờ 59 thứ Ba, 19/9/2023. Gõ /tuongtac QN-01 và hai con số để ghi.\n\nKhông muốn nhận lời nhắc nữa, anh/chị gõ /tatnhac.`;
    expect(news()).toEqual([[unread], [], [], [begin], [begin], []]);
    await scene.stage.restart();
    await scene.stage.moveTo('2023-09-19T08:00:00+07:00');
    expect(news()).toEqual(nobody);
    expect(digest()).toContain('Đã bắt đầu «Chấm điểm», đến hết 23 giờ 59 thứ Bảy, 23/9/2023.\n');
  });

  test('a day before the lock each judge hears what he still owes, once', async () => {
    await scene.stage.moveTo('2023-09-22T20:00:00+07:00');
    await giam.saysAll('/cham QN-01 32 25 18', '1', '/cham QN-02 32 25 18', '1');
    await khao.saysAll('/cham QN-01 32 25 18', '1');
    news();
    await scene.stage.moveTo('2023-09-23T06:59:50+07:00');
    expect(news()).toEqual(nobody);
    await scene.stage.moveTo('2023-09-23T07:00:00+07:00');
    const reminder = `Nhắc việc · ${contest}\nHạn chấm điểm là 23 giờ 59 thứ Bảy, 23/9/2023. Anh/chị đã chấm 1/2, còn 1 bài: QN-02. Gõ /cham để chấm tiếp bài QN-02.\n\nKhông muốn nhận lời nhắc nữa, anh/chị gõ /tatnhac.`;
    expect(news()).toEqual([[], [], [], [], [reminder], []]);
    await scene.stage.restart();
    await scene.stage.moveTo('2023-09-23T08:00:00+07:00');
    expect(news()).toEqual(nobody);
  });
});

story('An assistant that was away', { at: '2023-08-30T08:00:00+07:00', on: ['telegram'] }, (scene) => {
  test('does not tell old news when it is back', async () => {
    const thu = await scene.organizer('Thư');
    const an = scene.person('An');
    await register(an);
    // A digest is of this morning, and no old news.
    const heard = () =>
      [thu, an].map(
        ({ read }) => read.filter((text) => !/^(Bản tin sáng|Tình hình Video)/.test(text)).length,
      );
    const before = heard();
    await scene.stage.moveTo('2023-09-10T08:00:00+07:00');
    expect(heard()).toEqual(before);
  });
});

story('What nobody has settled yet', { at: '2023-08-27T20:00:00+07:00' }, (scene) => {
  const title = 'Bình chọn mở lúc 0 giờ thứ Hai, 4/9/2023. Ban Tổ chức còn phải quy định:';
  const rubric = '• Thang điểm (/thangdiem): xin quy định trước khi mở chấm điểm, 0 giờ thứ Ba, 19/9/2023.';
  const conversion =
    '• Cách tính lượt tương tác (/quydoi): phải quy định trước khi mở bình chọn, 0 giờ thứ Hai, 4/9/2023; sau lúc ấy không quy định được nữa.';
  const others =
    '• Hạn chung của «Bình chọn» (/quydinh).\n• Giải thưởng (/quydinh): Giải Nhất toàn diện, Các giải khác.';
  let thu: Actor;
  let known = 0;
  const news = () => {
    const fresh = thu.read.slice(known);
    known = thu.read.length;
    return fresh;
  };

  test('is recalled a week before the vote opens, though not at night, and once', async () => {
    thu = await scene.organizer('Thư');
    news();
    await scene.stage.moveTo('2023-08-28T00:00:10+07:00');
    expect(news()).toEqual([]);
    await scene.stage.moveTo('2023-08-28T07:00:00+07:00');
    expect(news()).toEqual([expect.stringContaining(`${title}\n${rubric}\n${conversion}\n${others}`)]);
    await scene.stage.restart();
    await scene.stage.moveTo('2023-08-30T20:00:00+07:00');
    expect(news()).toEqual([]);
  });

  test('is recalled again three days and one day before, as long as it is open', async () => {
    await thu.saysAll('/thangdiem 40 30 30 bước 1', '1');
    news();
    await scene.stage.moveTo('2023-09-01T08:00:00+07:00');
    expect(news()).toContainEqual(expect.stringContaining(`${title}\n${conversion}\n${others}`));
    await thu.saysAll('/quydoi 1 2', '1');
    await settlePrizes(thu);
    await scene.stage.moveTo('2023-09-02T08:00:00+07:00');
    news();
    await scene.stage.moveTo('2023-09-03T08:00:00+07:00');
    expect(news()).toEqual([]);
  });
});
