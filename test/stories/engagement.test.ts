import { expect, test } from '@jest/globals';
import { codeIn, register, settlePrizes, settleRules, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';
import { workbook } from '../support/workbook.js';

story('Numbers of the audience', { at: '2023-08-31T08:00:00+07:00', on: ['telegram'] }, (scene) => {
  let thu: Actor;
  let ky: Actor;
  let an: Actor;
  const skip = 'Đã ghi QN-01, chưa có minh chứng.';
  const seen = async () => (await ky.says('/tuongtac')).split('\n').filter((line) => line.startsWith('•'));

  test('the secretary may record them', async () => {
    thu = await scene.organizer('Thư');
    ky = scene.person('Kỳ');
    an = scene.person('An');
    const binh = scene.person('Bình');
    await register(an);
    await register(binh, { unit: 'hanh thuan', team: 'Tổ Hành Thuận', contact: 'Trần Bình' });
    await submit(an, { title: 'Chú Minh' });
    await submit(an, { title: 'Cây đa' });
    await submit(binh, { title: 'Chợ quê' });
    await ky.says(codeIn(await thu.says('/moi thư ký Trần Kỳ')));
    await settleRules(thu);
    await settlePrizes(thu);
    await scene.stage.moveTo('2023-09-16T10:00:00+07:00');
    expect(await ky.says('/tuongtac')).toBe(
      'Lượt tương tác Video clip Tổ công nghệ số cộng đồng 2023, chốt lúc 23 giờ 59 thứ Ba, 19/9/2023\n\nChưa có số được tính (3 bài): QN-01, QN-02, QN-03\n\nGhi thêm: /tuongtac QN-01 310 120, mỗi bài một dòng. Trên Telegram gửi được tệp Excel hoặc CSV có các cột mã bài, lượt thích, lượt chia sẻ.',
    );
  });

  test('where an entry was posted is kept, and told to its team', async () => {
    expect(await ky.says('/dangbai QN-01')).toContain(
      'ví dụ: /dangbai QN-01 https://www.facebook.com/…/posts/…',
    );
    expect(await ky.says('/dangbai QN-01 https://youtu.be/dQw4w9WgXcQ')).toMatch(
      /^Trợ lý không thấy đường dẫn bài đăng trên Facebook cho bài QN-01 trong «https:/,
    );
    const link = 'https://www.facebook.com/so.tttt/posts/122106844500';
    expect(await ky.says(`/dangbai QN-01 ${link}?ref=share`)).toBe(
      `Đã ghi lúc ${scene.moment}:\nQN-01 «Chú Minh»: ${link}\n\nCác đội có bài trên đã được báo.`,
    );
    expect(an.read.at(-1)).toBe(
      `Video clip Tổ công nghệ số cộng đồng 2023\nBài QN-01 «Chú Minh» của đội đã được đăng để bình chọn:\n${link}\nXin mời mọi người xem, thích và chia sẻ bài đăng này.`,
    );
    expect(await ky.says(`/dangbai qn2 ${link}`)).toBe(
      'Đường dẫn này đã được ghi cho bài QN-01. Mỗi bài cần một bài đăng riêng, xin xem lại.',
    );
    expect(await ky.says('/dangbai')).toContain('Chưa ghi nơi đăng (2 bài): QN-02, QN-03');
  });

  test('an earlier reading says when it was, and never what can’t have been', async () => {
    expect(await ky.says('/tuongtac QN-01 310 120 lúc 20:00 16/9')).toBe(
      `Lúc 20 giờ thứ Bảy, 16/9/2023 chưa tới (bây giờ là ${scene.moment}), nên chưa có số nào để ghi. Xin xem lại giờ và ngày.`,
    );
    expect(await ky.says('/tuongtac QN-01 310 120 20h 3/9')).toContain('bình chọn chưa mở');
    expect(await ky.says('/tuongtac QN-01 310 120 20h 15/9')).toBe(
      'Đã ghi:\nQN-01 «Chú Minh»: 310 lượt thích, 120 lượt chia sẻ – xem lúc 20 giờ thứ Sáu, 15/9/2023\n\nXin gửi ảnh chụp màn hình hoặc đường dẫn làm minh chứng, hoặc chọn «Bỏ qua».',
    );
    expect(await ky.says('để lát nữa')).toContain('Trợ lý chờ một ảnh chụp màn hình hoặc một đường dẫn.');
    // Nothing hangs on it, so other things can be done first, and are not followed by the question.
    expect(await ky.says('kết quả')).toBe('Kết quả chưa được công bố.');
    expect(await ky.sends({ kind: 'photo' })).toBe('Đã lưu minh chứng cho QN-01.');
    expect(await seen()).toEqual([
      '• QN-01 «Chú Minh»: 310 lượt thích, 120 lượt chia sẻ, xem lúc 20 giờ thứ Sáu, 15/9/2023 (ghi tay, có ảnh chụp).',
    ]);
  });

  test('a smaller number is asked back before it is kept', async () => {
    const question =
      'QN-01: 305 lượt thích, 121 lượt chia sẻ, thấp hơn lần trước (310 lượt thích, 120 lượt chia sẻ).\nCó đúng không? Trợ lý chưa ghi gì cả.';
    expect(await ky.says('/tuongtac QN-01 305 121')).toBe(question);
    expect(await ky.says('không')).toBe('Trợ lý chưa ghi gì cả. Xin gửi lại số đúng.');
    expect(await ky.says('/tuongtac QN-01 305 121')).toBe(question);
    expect(await ky.presses('Đúng, xin ghi')).toContain(
      'QN-01 «Chú Minh»: 305 lượt thích, 121 lượt chia sẻ (trước đó 310 lượt thích, 120 lượt chia sẻ)',
    );
    expect(await ky.says('bỏ qua')).toBe(skip);
    // An earlier reading that is brought later changes nothing about the newest.
    await ky.saysAll('/tuongtac QN-01 311 122 lúc 21h 15/9', 'bỏ qua');
    expect((await seen())[0]).toContain(' 305 lượt thích, 121 lượt chia sẻ');
  });

  test('a table is taken as a whole or not at all, with each line that is wrong', async () => {
    const rows = (...lines: string[]) => lines.map((line) => line.split('|'));
    const sheet = (...lines: string[]) => ({
      kind: 'document' as const,
      name: 'tương tác.xlsx',
      content: workbook(rows('Mã bài|Lượt thích|Lượt chia sẻ', ...lines)),
    });
    expect(await ky.sends(sheet('QN-02|90|40', 'QN-09|1|1', 'QN-03|nhiều|2'))).toBe(
      'Dòng 3: Không có bài dự thi nào mang mã QN-09. Xin anh/chị xem lại mã.\nDòng 4: Trợ lý không đọc được «QN-03 nhiều 2».\n\nChưa dòng nào được ghi. Xin sửa rồi gửi lại cả tin.',
    );
    expect(await seen()).toHaveLength(1);
    expect(await ky.sends(sheet('QN-02|90|40', 'qn 1|400|150'))).toContain('QN-02 «Cây đa»: 90 lượt thích');
    expect(await ky.says('https://www.facebook.com/so/posts/12')).toBe('Đã lưu minh chứng cho QN-02, QN-01.');
    expect(await seen()).toEqual([
      expect.stringContaining('QN-01 «Chú Minh»: 400 lượt thích, 150 lượt chia sẻ'),
      expect.stringMatching(/QN-02 .* \(từ bảng, có đường dẫn\)\.$/),
    ]);
  });

  test('what is odd is told once to the organizers, can be remarked on, and changes nothing', async () => {
    expect(await ky.says('/tuongtac qn01 900 160 https://fb.com/bai-dang')).toMatch(
      /\n\nMinh chứng gửi kèm đã được lưu\.$/,
    );
    await scene.stage.moveTo('2023-09-16T11:05:00+07:00');
    const found =
      'Video clip Tổ công nghệ số cộng đồng 2023\nLượt tương tác của bài QN-01 «Chú Minh» có dấu hiệu cần xem:\nTăng 634 lượt, khoảng 634 lượt mỗi giờ, đến 10 giờ';
    for (const { read } of [thu, ky])
      expect(read.filter((text) => text.includes('dấu hiệu cần xem'))).toEqual([
        expect.stringContaining(found),
      ]);
    const before = await seen();
    expect(await ky.says('/nghivan qn1 đã hỏi đội: gõ nhầm số')).toBe(
      'Đã lưu nhận xét về bài QN-01 «Chú Minh»: đã hỏi đội: gõ nhầm số',
    );
    expect(await thu.says('/nghivan')).toMatch(
      /^Dấu hiệu bất thường .*QN-01 «Chú Minh» \(Tổ CNSCĐ Đức Phong\)\n• Tăng .*\nNhận xét lúc .*: đã hỏi đội: gõ nhầm số\n\nĐây chỉ là dấu hiệu/s,
    );
    expect(await seen()).toEqual(before);
    const told = thu.read.length;
    await scene.stage.moveTo('2023-09-16T11:15:00+07:00');
    expect(thu.read.length).toBe(told);
  });

  test('an hour before the freeze and in the morning after it those who record hear once what is missing', async () => {
    const news = () => [thu, ky].map(({ read }) => read.at(-1));
    const none = news();
    await scene.stage.moveTo('2023-09-19T22:59:00+07:00');
    expect(news()).toEqual(none);
    await scene.stage.moveTo('2023-09-19T23:00:00+07:00');
    const soon =
      'Video clip Tổ công nghệ số cộng đồng 2023\nLượt tương tác chốt lúc 23 giờ 59 thứ Ba, 19/9/2023. Số ghi sau lúc ấy không được tính.\nChưa có số (1 bài): QN-03\nSố đã cũ hơn một ngày (2 bài): QN-01, QN-02\nXin xem và ghi ngay, mỗi bài một dòng: /tuongtac QN-01 310 120';
    expect(news()).toEqual([soon, soon]);
    await scene.stage.moveTo('2023-09-20T00:00:00+07:00');
    expect(news()).toEqual([soon, soon]);
    await scene.stage.moveTo('2023-09-20T07:00:00+07:00');
    const frozen = expect.stringMatching(
      /^Video clip .*\nLượt tương tác đã chốt lúc 23 giờ 59 thứ Ba, 19\/9\/2023\.\nChưa có số \(1 bài\): QN-03\n/,
    );
    expect(news()).toEqual([frozen, frozen]);
    const told = [thu.read.length, ky.read.length];
    await scene.stage.restart();
    await scene.stage.moveTo('2023-09-20T07:05:00+07:00');
    expect([thu.read.length, ky.read.length]).toEqual(told);
  });

  test('what was read in time and brought after the freeze counts only with a proof, and is marked', async () => {
    expect(await ky.says('/tuongtac QN-03 500 60 lúc 23h 19/9')).toContain(
      'Số xem trước lúc chốt mà bây giờ mới nhập chỉ được tính khi có ảnh chụp hoặc đường dẫn làm minh chứng.',
    );
    await ky.says('bỏ qua');
    expect((await seen()).at(-1)).toBe(
      '• QN-03 «Chợ quê»: chưa có số được tính. Không tính vì nhập sau khi chốt mà chưa có minh chứng: 500 lượt thích, 60 lượt chia sẻ, xem lúc 23 giờ thứ Ba, 19/9/2023.',
    );
    await ky.says('/tuongtac QN-03 500 60 lúc 23h 19/9');
    await ky.sends({ kind: 'photo' });
    await ky.saysAll('/tuongtac QN-03 900 99', 'bỏ qua');
    expect((await seen()).at(-1)).toBe(
      `• QN-03 «Chợ quê»: 500 lượt thích, 60 lượt chia sẻ, xem lúc 23 giờ thứ Ba, 19/9/2023 (ghi tay, có ảnh chụp, nhập sau khi chốt). Không tính: 900 lượt thích, 99 lượt chia sẻ, xem lúc ${scene.moment}, sau khi chốt.`,
    );
  });
});
