import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { inviteJudge, register, settleRules, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story('Official papers', { at: '2023-08-31T08:00:00+07:00' }, (scene) => {
  let thu: Actor;
  let giam: Actor;
  const list = 'Danh sách dự thi';
  const open =
    'Giám khảo còn chấm và sửa điểm đến hết 23 giờ 59 thứ Bảy, 23/9/2023, nên đến lúc đó chưa ai được xem điểm.';
  const others = [
    'Phiếu chấm điểm của từng giám khảo',
    'Bảng tổng hợp điểm',
    'Biên bản họp Ban Giám khảo',
    'Dự thảo quyết định trao giải',
    'Bảng tính Excel',
  ];
  const settleClose = ['/quydinh 1', '1', '1'];

  /** What the file that was sent last holds. */
  async function newestFile() {
    const [file] = await scene.stage.store.files.find().sort({ at: -1 }).limit(1);
    if (!file) throw new Error('no file was made');
    const parts = unzipSync(file.bytes);
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    return { name: file.name, texts: [...xml.matchAll(/<w:t[^>]*>([^<]+)</g)].map(([, text]) => text) };
  }

  test('the list of entries is there at any time, and nothing with points before the lock', async () => {
    thu = await scene.organizer('Thư');
    const an = scene.person('An');
    giam = scene.person('Giám');
    await register(an);
    await submit(an, { title: 'Chú Minh' });
    await settleRules(thu);
    await thu.saysAll(...settleClose, '/sophieu 1', '1');
    await inviteJudge(thu, giam, 'Lê Giám');
    expect(await an.says('/vanban')).toContain('Việc này dành cho');
    expect(await thu.says('/vanban')).toBe(
      scene.asks(
        `Anh/chị cần văn bản nào? Trợ lý làm sẵn theo số liệu đang có; chỗ nào chưa biết thì để trống cho anh/chị điền.\n\nChưa lấy được: ${others.join('; ')}. ${open}`,
        list,
      ),
    );
    const sent = await thu.chooses(list);
    expect(sent).toContain(
      'Danh sách dự thi – Video clip Tổ công nghệ số cộng đồng 2023. Xin đọc lại trước khi ký.',
    );
    expect(/\/tep\/[A-Z0-9]{24}$/m.test(sent)).toBe(scene.isZalo);
    const { name, texts } = await newestFile();
    expect(name).toBe('danh-sach-tac-pham-qn-2023.docx');
    expect(texts).toContain('Chú Minh');
    await thu.says('/vanban');
    expect(await thu.says('bang tong hop diem')).toBe(open);
  });

  test('after the lock they hold what the judges gave', async () => {
    await scene.stage.moveTo('2023-09-19T08:00:00+07:00');
    await thu.says('/tuongtac QN-01 310 120');
    await giam.saysAll('/cham QN-01 32 26 18', '1');
    await scene.stage.moveTo('2023-09-24T08:00:00+07:00');
    await thu.says('/vanban');
    const caption = await thu.chooses('Biên bản họp Ban Giám khảo');
    expect(caption).toContain('Kết quả chưa được công bố: xin giữ kín');
    const { name, texts } = await newestFile();
    expect(name).toBe('bien-ban-qn-2023.docx');
    // 76 of 100 points, of 70; and all of the audience's 30.
    expect(texts).toEqual(expect.arrayContaining(['76,00', '53,20', '30,00', '83,20']));
    await thu.says('/vanban');
    await thu.chooses('Bảng tính Excel');
    expect((await newestFile()).name).toBe('so-lieu-qn-2023.xlsx');
  });
});

story(
  'Papers of a contest that nothing can rank',
  { at: '2023-08-31T08:00:00+07:00', usually: 'zalo' },
  (scene) => {
    test('what the judges have signed is there all the same, for a decision elsewhere', async () => {
      const thu = await scene.organizer('Thư');
      const [an, giam] = [scene.person('An'), scene.person('Giám')];
      await register(an);
      await submit(an, { title: 'Chú Minh' });
      await thu.saysAll('/thangdiem 40 30 30 bước 1', '1', '/sophieu 1', '1');
      await inviteJudge(thu, giam, 'Lê Giám');
      await scene.stage.moveTo('2023-09-19T08:00:00+07:00');
      await giam.saysAll('/cham QN-01 32 26 18', '1');
      await scene.stage.moveTo('2023-09-24T08:00:00+07:00');
      const asked = await thu.says('/vanban');
      expect(asked).toContain(
        'Chưa lấy được: Bảng tổng hợp điểm; Biên bản họp Ban Giám khảo; Dự thảo quyết định trao giải; Bảng tính Excel. Chưa làm được văn bản có điểm, vì còn thiếu quy định:\n• Cách tính lượt thích và lượt chia sẻ: bình chọn đã mở',
      );
      expect(asked.match(/^\d\. .+$/gm)).toEqual([
        '1. Danh sách dự thi',
        '2. Phiếu chấm điểm của từng giám khảo',
      ]);
      expect(await thu.says('2')).toContain('Kết quả chưa được công bố: xin giữ kín');
      const [file] = await scene.stage.store.files.find().sort({ at: -1 }).limit(1);
      const parts = unzipSync(file?.bytes ?? new Uint8Array());
      const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
      const texts = [...xml.matchAll(/<w:t[^>]*>([^<]+)</g)].map(([, text]) => text);
      expect(texts).toEqual(expect.arrayContaining(['Giám khảo: Lê Giám', '32', '26', '18', '76']));
    });
  },
);
