import { expect, test } from '@jest/globals';
import { codeIn, register } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story('An announcement to one district', { at: '2023-08-30T08:00:00+07:00' }, (scene) => {
  const contest = 'Video clip Tổ công nghệ số cộng đồng 2023';
  const first = 'Kính gửi các đội,\n\nTập huấn quay phim lúc 8 giờ ngày 5/9.\nĐịa điểm: Hội trường huyện.';
  const second =
    'Kính gửi các đội,\n\nTập huấn quay phim dời sang 14 giờ ngày 6/9.\nĐịa điểm: Hội trường huyện.';
  const read = (text: string) => `${contest} – Thông báo\n\n${text}`;
  let thu: Actor;
  let moi: Actor;
  let an: Actor;
  let binh: Actor;
  let dong: Actor;

  /** What was announced to everybody but the organizer since the last look. */
  const others = () => [moi, an, binh, dong];
  let known = [0, 0, 0, 0];
  const news = () => {
    const fresh = others().map((actor, index) => actor.read.slice(known[index]));
    known = others().map((actor) => actor.read.length);
    return fresh.map((texts) => texts.filter((text) => text.includes('– Thông báo\n')));
  };

  test('is typed with the name of the district, and shown as it will be read', async () => {
    thu = await scene.organizer('Thư');
    [moi, an, binh, dong] = ['Mơi', 'An', 'Bình', 'Đông'].map((name) => scene.person(name)) as [
      Actor,
      Actor,
      Actor,
      Actor,
    ];
    await moi.says(codeIn(await thu.says('/moi đầu mối huyện Mộ Đức: Lê Mơi')));
    await register(an);
    await register(binh, {
      unit: 'duc nhuan',
      team: 'Tổ Đức Nhuận',
      contact: 'Trần Bình',
      phone: '0905123457',
    });
    await register(dong, {
      unit: 'hanh thuan',
      team: 'Tổ Hành Thuận',
      contact: 'Lê Đông',
      phone: '0905123458',
    });
    // A contact who has never written: nothing reaches him but by his coordinator.
    const team = ['duc phu', '1', 'Tổ Cụ Tư', 'Phạm Văn Tư', '0905111222', '1'];
    await moi.saysAll('/dangkythay', 'người liên hệ đã đồng ý', ...team);
    news();
    expect(await thu.says('/thongbao')).toContain('Anh/chị muốn gửi thông báo cho ai?');
    expect(await thu.says('huyện Mộ Đức')).toMatch(/^Xin gõ nội dung thông báo, tối đa 3\.000 ký tự/);
    expect(await thu.says('Tập huấn')).toMatch(/ký tự/);
    const [zalo, telegram] = scene.isZalo ? [3, 0] : [0, 3];
    const preview = await thu.says(first);
    expect(preview.replace(/^.* trên Zalo: .* tin, gửi xong .*\n?/m, '').replace('\n\n\n', '\n\n')).toBe(
      scene.asks(
        [
          'Thông báo sẽ được đọc như sau:',
          read(first),
          `Gửi cho: huyện Mộ Đức, tỉnh Quảng Ngãi\nNgười nhận: 4 (qua Zalo ${zalo}, qua Telegram ${telegram}).\n1 người không nhắn thẳng được, sẽ nhờ đầu mối của đơn vị chuyển giúp.`,
          'Anh/chị gửi thông báo này chứ?',
        ].join('\n\n'),
        'Gửi',
        'Sửa lại',
        'Không gửi',
      ),
    );
    expect(preview).toMatch(/Bot .*: tháng 8\/2023 đã dùng \d+\/3\.000 tin, gửi xong sẽ là khoảng \d+\./);
    expect(await thu.chooses('Gửi')).toBe(
      'Nửa phút nữa, thông báo số 1 bắt đầu được gửi cho 4 nơi nhận. Khi gửi xong, Trợ lý báo lại cho anh/chị.\n\nXem đã gửi đến đâu: /thongbao 1\nDừng lại: /thongbao 1 dừng\nSửa nội dung: /thongbao 1 sửa',
    );
  });

  test('stopped, nothing goes out until somebody lets it go on, with the text as it was edited', async () => {
    expect(await thu.says('/thongbao 1 dừng')).toMatch(/^Đã dừng thông báo số 1\./);
    await scene.stage.moveTo('2023-08-30T08:30:00+07:00');
    expect(news()).toEqual([[], [], [], []]);
    expect(await thu.says('/thongbao 1 dừng')).toMatch(/^Thông báo số 1 không đang được gửi/);
    expect(await moi.says('/thongbao 1 tiếp')).toMatch(/^Việc này dành cho/);
    expect(await thu.says('/thongbao 1 sửa')).toContain(first);
    expect(await thu.says(first)).toMatch(/^Nội dung này giống hệt/);
    expect(await thu.says(second)).toBe(
      scene.asks(
        `Nội dung mới sẽ được đọc như sau:\n\n${read(second)}\n\nNội dung mới chỉ đến những nơi chưa gửi (4). Nơi đã nhận vẫn giữ nội dung cũ.\n\nAnh/chị dùng nội dung mới này chứ?`,
        'Dùng nội dung mới',
        'Giữ nội dung cũ',
      ),
    );
    expect(await thu.chooses('Dùng nội dung mới')).toBe('Đã sửa thông báo số 1.');
    expect(await thu.says('/thongbao 1 tiếp')).toMatch(/^Thông báo số 1 được gửi tiếp\./);
    news();
  });

  test('everybody of the district has it once; who has no chat, by his coordinator; and it is reported', async () => {
    const before = thu.read.length;
    for (const minute of ['31', '32', '33', '34', '35'])
      await scene.stage.moveTo(`2023-08-30T08:${minute}:00+07:00`);
    const passedOn = `Trợ lý không nhắn được cho 1 người dưới đây. Xin anh/chị chuyển giúp thông báo này tới:\n• Phạm Văn Tư, Tổ Cụ Tư, xã Đức Phú, huyện Mộ Đức, 0905 111 222\n\n${read(second)}`;
    expect(news()).toEqual([[read(second), passedOn], [read(second)], [read(second)], []]);
    const [zalo, telegram] = scene.isZalo ? [3, 0] : [0, 3];
    expect(thu.read.slice(before)).toEqual([
      `${contest}\nThông báo số 1 đã gửi xong: 3/4 nơi đã nhận (qua Zalo ${zalo}, qua Telegram ${telegram}).\n1 người không nhắn thẳng được, đã nhờ nhóm hoặc đầu mối của đơn vị chuyển giúp.`,
    ]);
    expect(await thu.says('/thongbao 1')).toMatch(
      /^Thông báo số 1 – đã gửi xong\nViết lúc .*, gửi cho: huyện Mộ Đức, tỉnh Quảng Ngãi\nĐã nhận: 3\/4 \(.*\)\.\nNhờ chuyển giúp: 1 người\.\n\nNội dung:\n/,
    );
    expect(await thu.says('/thongbao 1 sửa')).toMatch(/^Thông báo số 1 đã gửi xong nên không sửa được nữa\./);
    expect(await thu.says('/thongbao xem')).toContain('• Số 1, 8 giờ');
  });
});
