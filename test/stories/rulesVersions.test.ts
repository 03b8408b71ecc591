import { expect, test } from '@jest/globals';
import type { EmulatedChat } from '../../emulator/index.js';
import { codeIn, register, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story('New rules are agreed to once more', { at: '2023-08-31T08:00:00+07:00', usually: 'zalo' }, (scene) => {
  const contest = 'Video clip Tổ công nghệ số cộng đồng 2023';
  const part = (number: number) => `Điều ${number}. Video dài từ 3 đến 5 phút, "do đội tự làm", có phụ đề.`;
  const newRules = `${part(1)}\n${part(2)}`;
  let thu: Actor;
  let an: Actor;
  let binh: Actor;
  let chi: Actor;
  let group: EmulatedChat;
  const last = (person: Actor) => person.read.at(-1) ?? '';

  test('sending a registration agrees to the rules in force', async () => {
    thu = await scene.organizer('Thư');
    group = await scene.group('Các đội thi', [thu]);
    await thu.saysIn(group, `/ma ${codeIn(await thu.says('/nhom'))}`);
    [an, binh, chi] = ['An', 'Bình', 'Chi'].map((name) => scene.person(name)) as [Actor, Actor, Actor];
    expect(
      await an.saysAll('/dangky', 'tôi đồng ý', 'duc phong', '1', 'Tổ An', 'Lê An', '0905123456'),
    ).toContain('Gửi đăng ký là đội đồng ý với thể lệ (bản số 1, gõ /thele để đọc).');
    await an.says('1');
    await register(binh, { unit: 'hanh thuan', team: 'Tổ Bình', contact: 'Lê Bình' });
    expect(await submit(binh)).toBe('QN-01');
    expect(await an.says('/thele')).not.toContain('xin chọn dưới đây');
    expect(await thu.says('/thelechua')).toBe(
      'Thể lệ bản số 1\nĐã đồng ý: 2/2 đội.\n\nKhông còn đội nào chưa đồng ý.',
    );
  });

  test('only who runs the contest publishes new ones', async () => {
    for (const act of ['/thelemoi', '/thelechua'])
      expect(await an.says(act)).toMatch(/^Việc này dành cho Ban Tổ chức/);
    expect(await thu.says('thể lệ mới')).toMatch(/^Xin dán toàn văn thể lệ mới \(bản số 2\) vào đây\./);
  });

  test('a text may come in several messages, or as a file where the messenger passes it on', async () => {
    expect(await thu.says('Điều 1.')).toContain('đã nhận đến đoạn:\nĐiều 1.');
    expect(await thu.chooses('Đã đủ')).toMatch(/^Nội dung này quá ngắn để là một thể lệ\./);
    await thu.chooses('Dán lại từ đầu');
    const sent = await thu.sends({ kind: 'document', name: 'the-le.txt', content: Buffer.from(part(1)) });
    if (scene.isZalo) {
      expect(sent).toMatch(/^Zalo không chuyển được tệp đến Trợ lý\./);
      await thu.says(part(1));
    }
    expect(await thu.says(part(2))).toContain('đã nhận đến đoạn:');
    expect(await thu.chooses('Đã đủ')).toMatch(/^Lý do thay đổi là gì\?/);
    await thu.says('Thêm yêu cầu phụ đề');
    expect(await thu.says('1325/TB-STTTT')).toBe(
      scene.asks(
        `Thể lệ bản số 2 sẽ là:\n\n${newRules}\n\nLý do: Thêm yêu cầu phụ đề\nVăn bản: 1325/TB-STTTT\n\nBản đang có vẫn được lưu lại. 2 đội đã đăng ký sẽ được hỏi đã đọc và đồng ý chưa; đội chưa trả lời được hỏi lại khi nộp hoặc thay bài. Anh/chị xác nhận ban hành chứ?`,
        'Đúng, ban hành',
        'Sửa lại',
        'Chưa, để sau',
      ),
    );
  });

  test('everybody registered is asked once, and the groups hear of it', async () => {
    const before = [an.read.length, binh.read.length, chi.read.length];
    expect(await thu.chooses('Đúng, ban hành')).toBe(
      'Đã ban hành thể lệ bản số 2.\n\nĐã hỏi 2 người. Gõ /thelechua để xem đội nào chưa đồng ý.',
    );
    const ask = scene.isZalo
      ? 'Xin gõ /thele để đọc, rồi gõ: đồng ý thể lệ 2.'
      : 'Xin gõ /thele để đọc, rồi bấm «Đã đọc và đồng ý».';
    expect(last(an)).toBe(
      `${contest}\nBan Tổ chức ban hành thể lệ bản số 2. Đội của anh/chị: Tổ An.\nLý do: Thêm yêu cầu phụ đề\nVăn bản: 1325/TB-STTTT\n\n${ask}`,
    );
    expect(group.messages.at(-1)?.text).toBe(
      `${contest}\nBan Tổ chức ban hành thể lệ bản số 2. Gõ /thele để đọc.\nLý do: Thêm yêu cầu phụ đề\nVăn bản: 1325/TB-STTTT`,
    );
    await scene.stage.restart();
    await scene.stage.moveTo('2023-08-31T10:00:00+07:00');
    expect([an.read.length, binh.read.length, chi.read.length]).toEqual([
      (before[0] ?? 0) + 1,
      (before[1] ?? 0) + 1,
      before[2],
    ]);
  });

  test('both versions can be read, with what brought the newer one about', async () => {
    expect(await chi.says('/thele')).toMatch(
      /\(bản số 2\)\nBan hành lúc 8 giờ .*\nLý do: Thêm yêu cầu phụ đề\nVăn bản: 1325\/TB-STTTT\n\nĐiều 1\./,
    );
    expect(await chi.says('/thele')).toContain('Các bản trước: /thele 1.');
    expect(await chi.says('thể lệ 1')).toMatch(/\(bản số 1\)\n\nTHỂ LỆ TÓM TẮT[\s\S]*nay đã được thay\./);
    expect(await chi.says('/thele 3')).toBe('Không có thể lệ bản số 3. Các bản đang có: từ 1 đến 2.');
    expect(await thu.says('/lichsu')).toMatch(/Thư ban hành thể lệ bản số 2:\nLý do: Thêm yêu cầu phụ đề/);
  });

  test('who has not agreed is listed, and one tap is enough', async () => {
    expect(await thu.says('/thelechua')).toContain(
      'Đã đồng ý: 0/2 đội.\n\nChưa đồng ý:\n• xã Đức Phong, huyện Mộ Đức: Tổ An (Lê An, 0905 123 456)\n• xã Hành Thuận',
    );
    // The letter may have gone to another phone of hers.
    expect(await an.says('/trangthai')).toContain('Thể lệ đã có bản số 2, và đội «Tổ An» chưa trả lời.');
    await an.says('/thele');
    const agreed = scene.isZalo ? await an.says('dong y the le 2') : await an.presses('Đã đọc và đồng ý');
    expect(agreed).toMatch(/^Đã ghi nhận lúc 10 giờ .*: đội «Tổ An» đã đọc và đồng ý với thể lệ bản số 2\./);
    expect(await an.says('/dongythele')).toMatch(/^Đội «Tổ An» đã đồng ý với thể lệ bản số 2 rồi\./);
    expect(await chi.says('/dongythele')).toMatch(/^Anh\/chị chưa đăng ký đội nào/);
    const owing = await thu.says('thể lệ chưa');
    expect(owing).toContain('Đã đồng ý: 1/2 đội.');
    expect(owing).not.toContain('Tổ An');
  });

  test('who has agreed hands in as before; who has not is asked first', async () => {
    expect(await an.says('/nopbai')).toBe('Tên bài dự thi (tên video) là gì?');
    await an.says('/huy');
    expect(await binh.says('/nopbai')).toBe(
      scene.asks(
        `Thể lệ đã có bản số 2. Trước khi gửi bài, xin anh/chị đọc:\n\n${newRules}\n\nAnh/chị đã đọc và đồng ý với thể lệ này chứ?`,
        'Đã đọc và đồng ý',
        'Tôi không đồng ý',
      ),
    );
    expect(await binh.says('để xem')).toContain(newRules);
    expect(await binh.chooses('Tôi không đồng ý')).toMatch(/^Trợ lý hiểu rằng anh\/chị chưa đồng ý/);
    expect(await binh.says('/thaybai')).toContain('Thể lệ đã có bản số 2.');
    expect(await binh.chooses('Đã đọc và đồng ý')).toMatch(/Xin (?:gửi video|dán đường dẫn)/);
    await binh.saysAll('https://youtu.be/abcdefghij1', 'tôi cam kết');
    expect(await binh.says('1')).toMatch(/^Đã thay/);
    expect(await thu.says('/thelechua')).toContain('Đã đồng ý: 2/2 đội.');
  });

  test('rules that change while the clip is being handed in are asked for before it is taken', async () => {
    await an.saysAll('/nopbai', 'Sông Trà', 'https://youtu.be/abcdefghij2', 'tôi cam kết');
    await thu.saysAll('/thelemoi', part(3), 'Đã đủ', 'Sửa lỗi chữ', '1');
    await thu.chooses('Đúng, ban hành');
    expect(await an.says('1')).toContain(
      `Thể lệ đã có bản số 3. Trước khi gửi bài, xin anh/chị đọc:\n\n${part(3)}`,
    );
    expect(await an.says('1')).toContain('Tên bài: Sông Trà');
    expect(await an.says('1')).toContain('Mã bài: QN-02');
  });

  test('the same text is no new version, and a consent is another thing', async () => {
    await thu.saysAll('/thelemoi', part(3));
    expect(await thu.chooses('Đã đủ')).toMatch(/^Nội dung này không khác thể lệ đang có hiệu lực\./);
    await thu.says('/huy');
    expect(await binh.says('/dongy')).toMatch(/^Thể lệ đã có bản số 3, và đội «Tổ Bình» chưa trả lời\./);
    expect(await binh.chooses('Đã đọc và đồng ý')).toMatch(/đồng ý với thể lệ bản số 3\./);
    expect(await binh.says('/dongy')).toMatch(/^Anh\/chị đã đồng ý rồi, và sự đồng ý ấy vẫn có hiệu lực\./);
  });
});
