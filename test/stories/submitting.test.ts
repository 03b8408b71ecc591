import { expect, test } from '@jest/globals';
import { register, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story('Submitting', { at: '2023-08-31T08:00:00+07:00', sweep: 'every write' }, (scene) => {
  const askTitle = 'Tên bài dự thi (tên video) là gì?';
  const askVideo = scene.isZalo
    ? 'Xin dán đường dẫn công khai của video (YouTube, Facebook, TikTok, Google Drive). Zalo không chuyển được tệp video đến Trợ lý, nên ở đây chỉ nhận đường dẫn.'
    : 'Xin gửi video vào đây (bấm biểu tượng kẹp giấy rồi chọn video), hoặc dán đường dẫn công khai của video trên YouTube, Facebook, TikTok, Google Drive.';
  const askOriginal = scene.asks(
    'Anh/chị có cam kết đây là sản phẩm do đội tự làm, không sao chép, không vi phạm quyền tác giả và đội chịu trách nhiệm về nội dung không?',
    'Tôi cam kết',
    'Tôi không cam kết được',
  );
  const awkwardTeam = 'Tổ <b>&_*[ Đức Phong';
  let an: Actor;
  let binh: Actor;

  test('who has not registered is told to', async () => {
    an = scene.person('An');
    expect(await an.says('/nopbai')).toBe(
      'Anh/chị chưa đăng ký dự thi. Xin gõ /dangky để đăng ký trước, chỉ mất khoảng hai phút.',
    );
    await register(an, { team: awkwardTeam });
    expect(await an.says('/thaybai')).toBe('Anh/chị chưa có bài nào đang dự thi. Gõ /nopbai để nộp bài.');
  });

  test('what is no video is told apart, and what was said stays', async () => {
    expect(await an.says('Nộp bài')).toBe(askTitle);
    expect(await an.says('www.youtube.com')).toBe(
      `Đây là đường dẫn, chưa phải tên bài. Xin gõ tên bài trước, Trợ lý sẽ hỏi video ở câu sau.\n\n${askTitle}`,
    );
    expect(await an.says('Có Chú Minh đây rồi!')).toBe(askVideo);
    expect(await an.sends({ kind: 'photo' })).toBe(
      `Trợ lý nhận được một ảnh, nhưng ở đây cần video. Xin ${scene.isZalo ? '' : 'gửi video, hoặc '}dán đường dẫn công khai của video.\n\n${askVideo}`,
    );
    expect(await an.says('tôi gửi sau nhé')).toBe(
      `Trợ lý chưa thấy đường dẫn nào trong tin của anh/chị. Xin dán đường dẫn công khai của video, bắt đầu bằng https://\n\n${askVideo}`,
    );
    expect(await an.says('https://youtu.be/dQw4w9WgXcQ và https://youtu.be/9bZkp7q19f0')).toBe(
      `Trong tin có nhiều đường dẫn. Xin chỉ gửi một đường dẫn của video dự thi.\n\n${askVideo}`,
    );
    if (scene.isZalo) {
      expect(await an.sends({ kind: 'video', name: 'chu-minh.mp4' })).toBe(
        `Trợ lý chưa nhận được tệp này. Những gì anh/chị đã trả lời vẫn còn. Xin đăng video lên một trong những trang dưới đây, ở chế độ công khai.\n\n${askVideo}`,
      );
    } else {
      expect(await an.sends({ kind: 'document', name: 'chu-minh.pdf' })).toBe(
        `Tệp vừa gửi không phải là video. Xin gửi video, hoặc dán đường dẫn công khai của video.\n\n${askVideo}`,
      );
    }
  });

  test('nobody hands in what is not his own', async () => {
    expect(await an.says('https://youtu.be/dQw4w9WgXcQ')).toBe(askOriginal);
    expect(await an.chooses('Tôi không cam kết được')).toBe(
      'Bài dự thi phải do đội tự làm, nên Trợ lý chưa nhận bài này. Khi đã có bài của đội, xin gõ /nopbai.',
    );
    expect(await scene.stage.store.entries.countDocuments()).toBe(0);
  });

  test('the receipt says the code, the time of arrival and the slots used', async () => {
    await an.saysAll('/nopbai', 'Có Chú Minh đây rồi!');
    let video = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
    if (scene.isZalo) await an.says('video của đội: https://youtu.be/dQw4w9WgXcQ');
    else {
      await an.sends({ kind: 'video', name: 'chu-minh.mp4', bytes: 12_582_912, seconds: 245 });
      video = 'chu-minh.mp4 (12,0 MB, 4 phút 5 giây)';
    }
    expect(await an.says('toi cam ket')).toBe(
      scene.asks(
        `Xin anh/chị kiểm tra lại:\nTên bài: Có Chú Minh đây rồi!\nVideo: ${video}`,
        'Đúng, nộp bài',
        'Sửa lại',
      ),
    );
    expect(await an.chooses('Đúng, nộp bài')).toBe(
      scene.asks(
        `ĐÃ NHẬN BÀI DỰ THI\nMã bài: QN-01\nTên bài: Có Chú Minh đây rồi!\nĐội: ${awkwardTeam}, xã Đức Phong, huyện Mộ Đức\nNhận lúc: ${scene.moment}\n\nHuyện Mộ Đức đã gửi 1/2 bài.\n\nXin giữ lại mã bài QN-01. Đến hết hạn nộp bài, anh/chị vẫn thay được (/thaybai) hoặc rút được (/rutbai).`,
        'Xem tình trạng',
      ),
    );
    const received = scene.moment;
    expect(await an.says('/trangthai')).toBe(
      scene.asks(
        `${awkwardTeam}, xã Đức Phong, huyện Mộ Đức\nNgười liên hệ: Nguyễn Văn An, 0905 123 456\n\n• QN-01 «Có Chú Minh đây rồi!» – nhận lúc ${received}\n\nNộp bài: đang mở, đến hết 23 giờ 59 thứ Sáu, 1/9/2023\nBình chọn: sẽ mở lúc 0 giờ thứ Hai, 4/9/2023\nChấm điểm: sẽ mở lúc 0 giờ thứ Ba, 19/9/2023`,
        'Nộp bài dự thi',
        'Thay bài đã nộp',
        'Rút bài',
      ),
    );
  });

  test('until the close a video can be replaced: code and slot stay, and so does what was handed in', async () => {
    expect(await an.says('/thaybai')).toBe(
      `Anh/chị thay video của bài QN-01 «Có Chú Minh đây rồi!». Tên bài sửa được ở bước kiểm tra.\n\n${askVideo}`,
    );
    await an.saysAll('https://www.tiktok.com/@mo_duc/video/7269999999999999999', '1');
    expect(await an.says('1')).toBe(
      `Đã thay bài QN-01 lúc ${scene.moment}.\nTên bài: Có Chú Minh đây rồi!\nMã bài giữ nguyên; bản cũ vẫn được lưu.`,
    );
    expect(await an.says('/trangthai')).toMatch(
      /• QN-01 «Có Chú Minh đây rồi!» – nhận lúc .*, đã thay 1 lần\n/,
    );
    const entry = await scene.stage.store.entries.findOne({ code: 'QN-01' }).lean();
    expect(entry?.versions.map(({ video }) => video.kind)).toEqual([scene.isZalo ? 'link' : 'file', 'link']);
    expect(entry?.slot).toBe('qn-2023/533/1');
  });

  test('the entry over the quota is refused, naming those that fill it', async () => {
    binh = scene.person('Bình');
    await register(binh, { unit: 'mo duc', team: 'Tổ Mộ Đức' });
    expect(await submit(binh, { title: 'Chợ quê không tiền mặt' })).toBe('QN-02');
    const full =
      'Huyện Mộ Đức được gửi tối đa 2 bài và đã gửi đủ: QN-01 «Có Chú Minh đây rồi!» (Tổ <b>&_*[ Đức Phong); QN-02 «Chợ quê không tiền mặt» (Tổ Mộ Đức). Muốn gửi bài khác, xin rút một bài trước khi hết hạn: anh/chị gõ /rutbai QN-01.';
    expect(await an.says('/nopbai')).toBe(full);
    expect(await binh.says('/thaybai QN-01')).toBe(
      'Bài QN-01 không phải do anh/chị nộp, nên anh/chị không thay hay rút được.',
    );
  });

  test('a withdrawn entry gives its slot back, but not its code', async () => {
    expect(await binh.says('rút bài')).toBe(
      scene.asks(
        'Anh/chị chắc chắn muốn rút bài QN-02 «Chợ quê không tiền mặt»? Bài đã rút không dự thi nữa và mã bài không dùng lại.',
        'Rút bài',
        'Không rút',
      ),
    );
    expect(await binh.chooses('Không rút')).toBe('Bài QN-02 vẫn dự thi như cũ.');
    await binh.says('/rutbai qn2');
    expect(await binh.chooses('Rút bài')).toBe(`Đã rút bài QN-02 lúc ${scene.moment}.`);
    expect(await binh.says('/trangthai')).toContain('• QN-02 «Chợ quê không tiền mặt» – đã rút');
    expect(await submit(an, { title: 'Bài thứ hai' })).toBe('QN-03');
    expect(await an.says('/rutbai')).toBe(
      scene.asks('Anh/chị muốn nói đến bài nào?', 'QN-01 «Có Chú Minh đây rồi!»', 'QN-03 «Bài thứ hai»'),
    );
  });

  test('a video that nobody asked for begins a submission', async () => {
    const chi = scene.person('Chi');
    if (!scene.isZalo)
      expect(await chi.sends({ kind: 'video' })).toBe(
        'Anh/chị chưa đăng ký dự thi. Xin gõ /dangky để đăng ký trước, chỉ mất khoảng hai phút.',
      );
    await register(chi, { unit: 'hanh thuan', team: 'Tổ Hành Thuận' });
    expect(
      await (scene.isZalo ? chi.says('https://youtu.be/9bZkp7q19f0') : chi.sends({ kind: 'video' })),
    ).toBe('Trợ lý đã nhận video. Tên bài dự thi (tên video) là gì?');
    expect(await chi.says('Cây đa số')).toBe(askOriginal);
  });

  test('a big chat video is taken in, with a word about those who can not watch it', async () => {
    if (scene.isZalo) return;
    const dung = scene.person('Dũng');
    await register(dung, { unit: 'ly son', team: 'Tổ Lý Sơn' });
    await dung.saysAll('/nopbai', 'Đảo số');
    await dung.sends({ kind: 'video', name: 'dao.mp4', bytes: 150_000_000, seconds: 280 });
    expect(await dung.saysAll('1', '1')).toContain(
      'Video lớn hơn 20 MB nên giám khảo dùng Zalo chưa xem được. Nếu có thể, xin gõ /thaybai QN-04 và gửi thêm đường dẫn công khai.',
    );
  });

  test('what arrives in the last second is taken in, and a second later refused with the closing time', async () => {
    const giang = scene.person('Giang');
    const hoa = scene.person('Hoa');
    for (const [person, unit] of [
      [giang, 'hanh duc'],
      [hoa, 'hanh minh'],
    ] as const) {
      await register(person, { unit, team: `Tổ ${person.phone.name}` });
      await person.saysAll('/nopbai', `Bài của ${person.phone.name}`, 'https://youtu.be/9bZkp7q19f0', '1');
    }
    scene.stage.clock.set(Date.parse('2023-09-01T23:59:57+07:00'));
    expect(await giang.says('1')).toMatch(
      /Nhận lúc: 23 giờ 59 thứ Sáu, 1\/9\/2023\n\nHuyện Nghĩa Hành đã gửi 1\/2 bài/,
    );
    scene.stage.clock.set(Date.parse('2023-09-01T23:59:58+07:00'));
    const closed =
      'Đã hết hạn nộp bài lúc 23 giờ 59 thứ Sáu, 1/9/2023, nên Trợ lý không nhận, thay hay rút bài được nữa. Mọi thắc mắc xin liên hệ Ban Tổ chức.';
    expect(await hoa.says('1')).toBe(closed);
    expect(await giang.says('/rutbai')).toBe(closed);
    expect(await giang.says('/thaybai')).toBe(closed);
    expect(await hoa.says('/nopbai')).toBe(closed);
  });
});
