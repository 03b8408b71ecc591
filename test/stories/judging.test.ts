import { expect, test } from '@jest/globals';
import { codeIn, inviteJudge, register, settleRules, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story('Judging', { at: '2023-08-31T08:00:00+07:00' }, (scene) => {
  const lock = '23 giờ 59 thứ Bảy, 23/9/2023';
  const readBack = (entry: string, points: [string, string, string], sum: string) =>
    scene.asks(
      `Xin xác nhận điểm bài ${entry}:\n\nNội dung, ý tưởng: ${points[0]}/40\nHình thức: ${points[1]}/30\nÝ nghĩa, hiệu quả của thông điệp: ${points[2]}/30\n\nTổng: ${sum}/100`,
      'Đúng, ghi điểm',
      'Chấm lại bài này',
      'Thêm nhận xét',
    );
  const progress = (scored: number, left: number, next: string) =>
    scene.asks(
      `Đã chấm ${scored}/3, còn ${left}, hạn ${lock}.`,
      `Chấm bài tiếp: ${next}`,
      'Xem phiếu chấm của tôi',
    );
  const askFirst = (code: string) =>
    `${code}, tiêu chí 1/3: Nội dung, ý tưởng. Anh/chị cho bao nhiêu điểm, từ 0 đến 40?`;
  /** Typed where there are no buttons: a number would be taken for points. */
  const orDecline = (code: string) =>
    scene.isZalo
      ? `\n\nNếu anh/chị không chấm bài này (có quan hệ với đội, không xem được video…), xin gõ /khongcham ${code}`
      : '';
  let thu: Actor;
  let an: Actor;
  let binh: Actor;
  let giam: Actor;
  let khao: Actor;

  test('a judge joins by a code, which works once', async () => {
    thu = await scene.organizer('Thư');
    an = scene.person('An');
    binh = scene.person('Bình');
    giam = scene.person('Giám');
    khao = scene.person('Khảo');
    await register(an);
    await register(binh, { unit: 'hanh thuan', team: 'Tổ Hành Thuận', contact: 'Trần Bình' });
    const invitation = await thu.says('/moigiamkhao Lê Giám');
    const code = codeIn(invitation);
    expect(invitation).toBe(
      `Mời làm giám khảo: Lê Giám\nMã mời: ${code}\n\n• Telegram: mở https://t.me/thi_bot?start=${code}\n• Zalo: mở ${zaloLink(invitation)} rồi gõ ${code}\n\nMã chỉ dùng được một lần, cho một người.`,
    );
    const welcome = await giam.says(scene.isZalo ? code.toLowerCase() : `/start ${code}`);
    expect(welcome).toMatch(
      /^Chào mừng giám khảo Lê Giám của Cuộc thi video clip .*!\n---\nVideo clip .* 2023\n\nGiám khảo có thể:\n/,
    );
    expect(await khao.says(`/ma ${code}`)).toBe(
      'Mã này đã được người khác dùng. Mỗi mã chỉ dùng một lần, xin Ban Tổ chức cấp mã mới.',
    );
    expect(await khao.says('/ma ABCD2345')).toBe(
      'Mã này không đúng. Xin kiểm tra lại từng chữ, hoặc xin Ban Tổ chức cấp mã mới.',
    );
    await inviteJudge(thu, khao, 'Phạm Khảo');
  });

  test('an author does not judge, and a judge does not take part', async () => {
    const code = codeIn(await thu.says('/moigiamkhao'));
    expect(await an.says(code)).toBe(
      'Anh/chị đã đăng ký dự thi, nên không thể làm giám khảo hay Ban Tổ chức của chính cuộc thi này.',
    );
    expect(await giam.says('/dangky')).toBe(
      'Anh/chị đang giữ nhiệm vụ trong Ban Tổ chức hoặc Ban Giám khảo của cuộc thi này, nên không được dự thi theo thể lệ.',
    );
    expect(await an.says('/cham QN-01 32 25 18')).toBe(
      'Việc này dành cho giám khảo. Nếu anh/chị giữ nhiệm vụ đó, xin nhập mã được cấp: gõ /ma rồi đến mã.',
    );
  });

  test('nothing is scored before its time, nor before the points are settled', async () => {
    expect(await giam.says('/cham')).toBe(
      `Chưa đến thời gian chấm. Giám khảo chấm từ 0 giờ thứ Ba, 19/9/2023 đến hết ${lock}.`,
    );
    await submit(an, { title: 'Chú Minh' });
    await submit(binh, { title: 'Chợ quê' });
    if (scene.isZalo) await submit(an, { title: 'Cây đa' });
    else {
      await an.saysAll('/nopbai', 'Cây đa');
      await an.sends({ kind: 'video', name: 'cay-da.mp4', bytes: 9_000_000, seconds: 250 });
      await an.saysAll('1', '1');
    }
    await scene.stage.moveTo('2023-09-19T08:00:00+07:00');
    expect(await giam.says('/cham QN-01 32 25 18')).toBe(
      'Ban Tổ chức chưa quy định thang điểm, nên chưa chấm được. Trợ lý chưa ghi gì cả.',
    );
    await settleRules(thu);
  });

  test('all points in one line are read back with their sum, and kept when confirmed', async () => {
    expect(await giam.says('/cham QN-01 32 25 18')).toBe(
      readBack('QN-01 «Chú Minh»', ['32', '25', '18'], '75'),
    );
    expect(await scene.stage.store.sheets.countDocuments()).toBe(0);
    expect(await giam.chooses('Đúng, ghi điểm')).toBe(
      progress(1, 2, 'QN-02').replace('Đã chấm', 'Đã ghi điểm bài QN-01: 75/100.\n\nĐã chấm'),
    );
  });

  test('the next entry is one tap away, and is scored step by step', async () => {
    expect(await giam.chooses('Chấm bài tiếp: QN-02')).toBe(
      `QN-02 «Chợ quê»\nTổ Hành Thuận, xã Hành Thuận, huyện Nghĩa Hành\n\nXem video tại đây:\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ${orDecline('QN-02')}\n---\n${askFirst('QN-02')}`,
    );
    expect(await giam.says('bốn mươi')).toBe(
      `Trợ lý không đọc được điểm «bốn mươi» cho tiêu chí Nội dung, ý tưởng. Xin gõ bằng chữ số, từ 0 đến 40.\n\n${askFirst('QN-02')}`,
    );
    expect(await giam.says('41')).toBe(
      `Điểm «41» cao hơn mức tối đa 40 của tiêu chí Nội dung, ý tưởng. Xin gõ lại.\n\n${askFirst('QN-02')}`,
    );
    expect(await giam.says('ý 30')).toMatch(
      /^«ý» có thể là tiêu chí nào trong số này: Nội dung, ý tưởng; Ý nghĩa, hiệu quả của thông điệp\?/,
    );
    expect(await giam.says('nd 30/40')).toBe(
      'QN-02, tiêu chí 2/3: Hình thức. Anh/chị cho bao nhiêu điểm, từ 0 đến 30?',
    );
    expect(await giam.says('-1')).toBe(
      'Điểm «-1» không được nhỏ hơn 0. Xin gõ lại điểm cho tiêu chí Hình thức, từ 0 đến 30.\n\nQN-02, tiêu chí 2/3: Hình thức. Anh/chị cho bao nhiêu điểm, từ 0 đến 30?',
    );
    expect(await giam.says('8,5')).toBe(
      'Tiêu chí Hình thức chỉ chấm điểm nguyên, nên «8,5» không dùng được. Xin gõ lại.\n\nQN-02, tiêu chí 2/3: Hình thức. Anh/chị cho bao nhiêu điểm, từ 0 đến 30?',
    );
    // All of them at once, at whichever criterion.
    expect(await giam.says('29 19 14')).toBe(readBack('QN-02 «Chợ quê»', ['29', '19', '14'], '62'));
    await giam.chooses('Chấm lại bài này');
    await giam.saysAll('30', '20');
    expect(await giam.says('15')).toBe(readBack('QN-02 «Chợ quê»', ['30', '20', '15'], '65'));
    expect(await giam.chooses('Chấm lại bài này')).toBe(askFirst('QN-02'));
    expect(await giam.says('31 21 16')).toBe(readBack('QN-02 «Chợ quê»', ['31', '21', '16'], '68'));
    expect(await giam.says('1')).toBe(
      progress(2, 1, 'QN-03').replace('Đã chấm', 'Đã ghi điểm bài QN-02: 68/100.\n\nĐã chấm'),
    );
  });

  test('a wrong count is refused with the order of the criteria', async () => {
    expect(await giam.says('/cham qn03 32 25')).toBe(
      'Bài này cần 3 điểm, theo thứ tự: Nội dung, ý tưởng (40), Hình thức (30), Ý nghĩa, hiệu quả của thông điệp (30). Anh/chị vừa ghi 2 điểm. Ví dụ: /cham QN-03 32 24 24',
    );
    expect(await giam.says('/cham QN-09 1 1 1')).toBe(
      'Không có bài dự thi nào mang mã QN-09. Xin anh/chị xem lại mã.',
    );
  });

  test('the judge sees the video: sent again where it lies in the messenger, else by its link', async () => {
    const before = khao.chat.messages.length;
    await khao.says('/cham QN-03');
    const [video, question] = khao.chat.messages.slice(before + 1);
    const about = 'QN-03 «Cây đa»\nTổ CNSCĐ Đức Phong, xã Đức Phong, huyện Mộ Đức';
    if (scene.isZalo)
      expect(video?.text).toBe(
        `${about}\n\nXem video tại đây:\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ${orDecline('QN-03')}`,
      );
    else {
      expect(video?.text).toBe(about);
      expect(video?.attachment).toMatchObject({ kind: 'video', bytes: 9_000_000, seconds: 250 });
      expect(khao.buttons).toEqual(['Không chấm bài này']);
    }
    expect(question?.text).toBe(askFirst('QN-03'));
    // Another entry may be taken up instead; what was begun is left.
    expect(await khao.says('/cham QN-02')).toContain(askFirst('QN-02'));
    await khao.says('20');
    expect(await khao.says('/cham QN-02')).toMatch(
      /^Anh\/chị đang làm dở việc «Chấm điểm»\. Những gì đã gõ vẫn còn: xin làm nốt/,
    );
  });

  test('a sheet can be changed until the lock, and not after', async () => {
    expect(await giam.says('/cham QN-01')).toContain(
      'Anh/chị đã chấm bài này 75/100. Chấm lại sẽ thay điểm cũ.',
    );
    await giam.says('33 25 17');
    // Other points instead of a yes: they take the place of those, and are read back.
    expect(await giam.says('33 25 18')).toBe(readBack('QN-01 «Chú Minh»', ['33', '25', '18'], '76'));
    expect(await giam.says('nội dung 34')).toBe(readBack('QN-01 «Chú Minh»', ['34', '25', '18'], '77'));
    await giam.says('Noi dung, y tuong: 33\nHinh thuc: 25\nY nghia: 18');
    expect(await giam.says('33 25 41')).toContain('cao hơn mức tối đa 30');
    await giam.says('1');
    await giam.saysAll('/cham QN-03 40 30 30');
    expect(await giam.says('1')).toBe(
      scene.asks(
        `Đã ghi điểm bài QN-03: 100/100.\n\nAnh/chị đã chấm đủ 3/3 bài. Xin cảm ơn! Điểm còn sửa được đến ${lock}.`,
        'Xem phiếu chấm của tôi',
      ),
    );
    expect(await giam.chooses('Xem phiếu chấm của tôi')).toBe(
      `Phiếu chấm của anh/chị: 3/3 bài, hạn ${lock}\n\nQN-01 «Chú Minh»: 33 + 25 + 18 = 76\nQN-02 «Chợ quê»: 31 + 21 + 16 = 68\nQN-03 «Cây đa»: 40 + 30 + 30 = 100\n\nMuốn chấm hoặc sửa bài nào, gõ /cham và mã bài, ví dụ /cham QN-01.`,
    );
    const sheet = await scene.stage.store.sheets.findById(`qn-2023/${giam.chat.address}/QN-01`).lean();
    expect(sheet).toMatchObject({
      points: { content: '33', form: '25', meaning: '18' },
      sum: '76',
      version: 2,
    });

    await khao.says('/cham QN-01 10 10 10');
    await scene.stage.moveTo('2023-09-24T00:00:00+07:00');
    const locked = `Điểm đã chốt lúc ${lock}, không ghi hay sửa được nữa.`;
    expect(await khao.says('1')).toBe(
      `${locked}\n---\nViệc «Chấm điểm» đang làm dở được dừng lại. Phiếu này chưa được lưu; điểm đã lưu trước vẫn còn.`,
    );
    expect(await giam.says('/cham QN-01 1 1 1')).toBe(locked);
    expect(await scene.stage.store.sheets.countDocuments({ judge: khao.chat.address as string })).toBe(0);
  });
});

const zaloLink = (text: string): string => /Zalo: mở (\S+)/.exec(text)?.[1] ?? '';

story(
  'A video on one messenger, a judge on the other',
  { at: '2023-08-31T08:00:00+07:00', on: ['telegram'] },
  (scene) => {
    test('watches it through a link, as long as it is small enough to pass', async () => {
      const { stage } = scene;
      const thu = await stage.organizer('zalo', 'Thư');
      const giam = stage.person('zalo', 'Giám');
      await inviteJudge(thu, giam, 'Lê Giám');
      await settleRules(thu);
      const an = stage.person('telegram', 'An');
      await register(an);
      const content = Buffer.from('\0\0\0\x18ftypmp42 what a phone has recorded');
      for (const video of [{ content }, { bytes: 94_000_000 }]) {
        await an.saysAll('/nopbai', 'Chú Minh');
        await an.sends({ kind: 'video', name: 'chu-minh.mp4', ...video });
        await an.saysAll('1', '1');
      }
      await stage.moveTo('2023-09-19T08:00:00+07:00');

      const link = /Xem video tại đây:\n(\S+)/.exec(await giam.says('/cham QN-01'))?.[1] ?? '';
      expect(link).toMatch(new RegExp(`^${stage.assistant.webUrl}/xem/`));
      const watched = await fetch(link);
      expect([watched.status, watched.headers.get('content-type')]).toEqual([200, 'video/mp4']);
      expect(Buffer.from(await watched.arrayBuffer())).toEqual(content);
      // A phone asks for the end of it first.
      const part = await fetch(link, { headers: { range: 'bytes=4-11' } });
      expect([part.status, await part.text()]).toEqual([206, 'ftypmp42']);
      expect((await fetch(`${link}x`)).status).toBe(404);

      expect(await giam.says('/cham QN-02')).toContain(
        'Video của bài này chỉ có trên Telegram, không chuyển sang đây được. Xin xem bằng Telegram, hoặc nhờ Ban Tổ chức xin đường dẫn công khai.',
      );
    });
  },
);
