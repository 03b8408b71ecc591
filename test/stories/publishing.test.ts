import { expect, test } from '@jest/globals';
import type { EmulatedChat } from '../../emulator/index.js';
import { codeIn, inviteJudge, register, settlePrizes, settleRules, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

const contest = 'Video clip Tổ công nghệ số cộng đồng 2023';

story('From proposal to publication', { at: '2023-08-31T08:00:00+07:00', usually: 'zalo' }, (scene) => {
  let thu: Actor;
  let an: Actor;
  let binh: Actor;
  // Who heads the jury, who heads the committee, and its secretary.
  let khoi: Actor;
  let chinh: Actor;
  let ky: Actor;
  let group: EmulatedChat;
  /** Without the pictures beside them. */
  const inGroup = () =>
    group.messages.map(({ text }) => text).filter((text) => !text.startsWith('Bảng xếp hạng'));

  test('the judging is over, and nobody but the head judge sees what it came to', async () => {
    thu = await scene.organizer('Thư');
    [an, binh] = [scene.person('An'), scene.person('Bình')];
    await register(an);
    await register(binh, { unit: 'hanh thuan', team: 'Tổ Hành Thuận', contact: 'Trần Bình' });
    await submit(an, { title: 'Chú Minh' });
    await submit(binh, { title: 'Chợ quê' });
    await submit(an, { title: 'Cây đa' });
    await settleRules(thu);
    await settlePrizes(thu);
    const giam = scene.person('Giám');
    await inviteJudge(thu, giam, 'Lê Giám');
    const takingUp = async (role: string, name: string) => {
      const person = scene.person(name);
      await person.says(codeIn(await thu.says(`/moi ${role} ${name}`)));
      return person;
    };
    khoi = await takingUp('trưởng ban giám khảo', 'Khôi');
    chinh = await takingUp('trưởng ban tổ chức', 'Chính');
    ky = await takingUp('thư ký', 'Ký');
    group = await scene.group('Các đội thi', [thu]);
    await thu.saysIn(group, `/ma ${codeIn(await thu.says('/nhom'))}`);
    await thu.saysAll('/sophieu 2', '1');
    await scene.stage.moveTo('2023-09-19T08:00:00+07:00');
    await thu.says('/tuongtac QN-01 300 0\n/tuongtac QN-02 100 0\n/tuongtac QN-03 150 0');
    for (const judge of [giam, khoi]) {
      await judge.saysAll('/cham QN-01 30 20 20', '1', '/cham QN-02 20 20 20', '1');
      await judge.saysAll('/cham QN-03 20 20 10', '1');
    }
    await scene.stage.moveTo('2023-09-24T08:00:00+07:00');
    for (const person of [thu, ky, giam])
      expect(await person.says('/dexuat')).toBe(
        'Việc này dành cho Trưởng Ban Giám khảo. Nếu anh/chị giữ nhiệm vụ đó, xin nhập mã được cấp: gõ /ma rồi đến mã.',
      );
    expect(await thu.says('/pheduyet')).toContain('Việc này dành cho Trưởng Ban Tổ chức.');
    expect(await chinh.says('/pheduyet')).toMatch(/^Chưa có đề nghị kết quả nào chờ phê duyệt/);
    expect(await ky.says('/congbo')).toMatch(/^Chưa công bố được: chưa có kết quả nào/);
    // Proofs are still asked for.
    await thu.says('/huy');
    await isDue('Đề nghị kết quả');
  });

  /** Whose step it is has it among his offers, and nobody another one. */
  async function isDue(due: string): Promise<void> {
    for (const [label, person] of [
      ['Đề nghị kết quả', khoi],
      ['Phê duyệt kết quả', chinh],
      ['Công bố kết quả', thu],
    ] as const)
      expect(await person.says('/trogiup')).toEqual(
        label === due ? expect.stringContaining(label) : expect.not.stringContaining(label),
      );
  }

  const list =
    '1. Xã Đức Phong «Chú Minh»\nGiải Nhất toàn diện\n79,00 điểm = Ban Giám khảo 49,00 + bình chọn 30,00\nQN-01, Tổ CNSCĐ Đức Phong';

  const money =
    'TIỀN THƯỞNG\nGiải Nhất toàn diện: 1 × 5.000.000 = 5.000.000 đồng\nCộng: 5.000.000 đồng. Mọi giải trong kế hoạch cộng lại: 13.000.000 đồng.\n⚠️ Các giải khác: còn 4 giải chưa quyết định trao cho ai.';

  test('the head judge proposes, and the chair sends it back with a reason', async () => {
    expect(await khoi.says('/dexuat')).toContain(`XEM TRƯỚC – chưa gửi cho ai\n\n${list}`);
    expect(await khoi.says('Ban Giám khảo thống nhất cao')).toBe(
      scene.asks(
        `Nhận xét gửi kèm: Ban Giám khảo thống nhất cao\n\n${money}\n\nĐề nghị kết quả trên (3 bài xếp hạng, hạng nhất là Xã Đức Phong «Chú Minh») và trình phê duyệt?`,
        'Đề nghị',
        'Chưa đề nghị',
      ),
    );
    expect(await khoi.chooses('Đề nghị')).toBe(
      `Đã lập đề nghị số 1 lúc ${scene.moment} và trình phê duyệt. Kết quả chưa được gửi cho ai khác.`,
    );
    expect(chinh.read.at(-1)).toBe(
      `${contest}\nCó đề nghị kết quả số 1 chờ phê duyệt. Xin gõ /pheduyet để xem và quyết định.`,
    );
    expect(await khoi.says('/dexuat')).toMatch(/^Đề nghị số 1 đang chờ phê duyệt/);
    expect(await ky.says('/congbo')).toMatch(/^Chưa công bố được: đề nghị số 1 còn chờ/);
    await isDue('Phê duyệt kết quả');
    const proposed = await chinh.says('/pheduyet');
    expect(proposed).toContain(money);
    expect(proposed).toMatch(
      new RegExp(
        `^ĐỀ NGHỊ SỐ 1 – chưa công bố\n.*Khôi đề nghị lúc .*\n\nNhận xét gửi kèm: .*\n\n${list.replace('+', '\\+')}`,
      ),
    );
    expect(await chinh.says('24/9/2023')).toMatch(/^Đây là ngày, chưa có số văn bản/);
    expect(await chinh.says('15/QĐ-BTC')).toMatch(/^Còn thiếu ngày ký/);
    await chinh.chooses('Trả lại');
    await chinh.says('Xem lại bài QN-02');
    expect(await chinh.chooses('Xác nhận')).toContain('Đã trả lại đề nghị số 1');
    expect(khoi.read.at(-1)).toBe(
      `${contest}\nĐề nghị kết quả số 1 được trả lại. Lý do: Xem lại bài QN-02\nXem xét xong, xin gõ /dexuat để đề nghị lại.`,
    );
    expect(await chinh.says('/pheduyet')).toContain('Đề nghị số 1 đã được trả lại');
  });

  test('what has changed since it was proposed is neither approved nor published', async () => {
    await khoi.saysAll('/dexuat', '1', '1');
    await chinh.saysAll('/pheduyet số 15/QĐ-BTC ngày 23/9/2023', '1');
    expect(ky.read.at(-1)).toBe(
      `${contest}\nĐề nghị kết quả số 2 đã được phê duyệt (văn bản số 15/QĐ-BTC). Xin gõ /congbo để xem lại và công bố.`,
    );
    await isDue('Công bố kết quả');
    await ky.says('/congbo');
    await thu.saysAll('/loai QN-02', 'vi phạm bản quyền', '1');
    const outOfDate = /^Từ khi lập đề nghị số 2, .* Xin Trưởng Ban Giám khảo đề nghị lại \(\/dexuat\)\.$/;
    expect(await ky.chooses('Công bố')).toMatch(outOfDate);
    expect(inGroup().join()).not.toContain('KẾT QUẢ');
    await khoi.saysAll('/dexuat', '1', '1');
    await chinh.says('/pheduyet');
    expect(await chinh.chooses('Phê duyệt')).toMatch(/^Xin ghi số và ngày của văn bản phê duyệt, /);
    await chinh.saysAll('16/QĐ-BTC 24/9/2023', '1');
    expect(await ky.says('/congbo')).toContain('văn bản số 16/QĐ-BTC ngày 24/9/2023');
    expect(await ky.chooses('Công bố')).toMatch(/^Đã công bố kết quả lúc/);
    expect(inGroup().at(-1)).toMatch(
      /^KẾT QUẢ\n.*\n\nBan Tổ chức phê duyệt: văn bản số 16\/QĐ-BTC ngày 24\/9\/2023\.\n\n1\. Xã Đức Phong/,
    );
    expect(an.read.at(-1)).toContain('Bài QN-01 «Chú Minh»: hạng 1, tổng điểm 79,00.');
  });

  test('a correction is a version of its own, and says what it changes and why', async () => {
    expect(await khoi.says('/dexuat')).toMatch(/^Phiếu chấm, .* nên không có gì để đính chính\.$/);
    await thu.saysAll('/loai QN-01', 'trùng với bài đã đăng', '1');
    const changes =
      'Những thay đổi so với bản trước:\n• Xã Đức Phong «Cây đa» (QN-03): từ hạng 2 (50,00 điểm) thành hạng 1 (65,00 điểm); nay được Giải Nhất toàn diện\n• Không còn xếp hạng Xã Đức Phong «Chú Minh» (QN-01), trước đây hạng 1; không còn được Giải Nhất toàn diện';
    expect(await khoi.says('/dexuat')).toContain(
      `XEM TRƯỚC BẢN ĐÍNH CHÍNH số 2 – chưa gửi cho ai\n\n${changes}`,
    );
    await khoi.saysAll('Bài QN-01 đã đăng năm trước', '1', '1');
    await chinh.saysAll('/pheduyet 17/QĐ-BTC 24/9/2023', '1');
    await ky.saysAll('/congbo', '1');
    const corrected = `Lý do đính chính: Bài QN-01 đã đăng năm trước\n${changes}\n\n1. Xã Đức Phong «Cây đa»`;
    expect(inGroup().at(-1)).toMatch(/^ĐÍNH CHÍNH KẾT QUẢ \(bản số 2\)\n/);
    expect(inGroup().at(-1)).toContain(corrected);
    expect(an.read.at(-1)).toBe(
      `${contest} đã đính chính kết quả (bản số 2).\nLý do đính chính: Bài QN-01 đã đăng năm trước\nBài QN-01 nay không còn trong bảng xếp hạng. Trước đây: hạng 1, tổng điểm 79,00. Giải thưởng trước đây: Giải Nhất toàn diện; nay không còn.\nBài QN-03 «Cây đa» nay xếp hạng 1, tổng điểm 65,00. Trước đây: hạng 2, tổng điểm 50,00. Giải thưởng nay là: Giải Nhất toàn diện.\n\nNếu có khiếu nại: /khieunai\n\nGõ /ketqua để xem đầy đủ.`,
    );
    expect(await an.says('/ketqua')).toMatch(/Xem bản trước khi đính chính: \/ketqua 1$/);
    const earlier = await an.says('/ketqua 1');
    expect(earlier).toMatch(/^KẾT QUẢ\n.*\n\nBan Tổ chức phê duyệt: văn bản số 16\/QĐ-BTC /);
    expect(earlier).toMatch(/Đây là bản số 1, đã được thay bằng bản đính chính số 2\..*$/);
    expect(await an.says('/ketqua 3')).toMatch(/^Không có kết quả bản số 3\./);
    expect(await scene.stage.store.results.countDocuments()).toBe(2);
  });

  test('who takes part complains, the secretary writes the answer, and the chair decides', async () => {
    expect(await khoi.says('/khieunai')).toMatch(/^Việc này dành cho đội dự thi và đầu mối đơn vị\./);
    expect(await binh.says('/khieunai sai điểm')).toMatch(/^Nội dung «sai điểm» còn ngắn quá/);
    await binh.says('/huy');
    expect(await binh.says('/khieunai Bài QN-02 bị loại nhầm')).toContain(
      'Gửi khiếu nại về bài QN-02 tới Ban Tổ chức?\nBài QN-02 bị loại nhầm',
    );
    await binh.says('/huy');
    expect(await binh.says('/khieunai')).toBe(
      scene.asks(
        'Anh/chị khiếu nại về bài nào, hay về kết quả chung? Xin chọn, hoặc gõ mã bài.',
        'QN-02 «Chợ quê»',
        'Kết quả chung',
      ),
    );
    await binh.chooses('QN-02 «Chợ quê»');
    expect(await binh.says('Bài của đội không vi phạm bản quyền')).toContain(
      'Gửi khiếu nại về bài QN-02 tới Ban Tổ chức?\nBài của đội không vi phạm bản quyền',
    );
    expect(await binh.chooses('Gửi khiếu nại')).toBe(
      `Đã nhận khiếu nại KN-01 về bài QN-02 lúc ${scene.moment}. Kế hoạch không quy định thời hạn trả lời; khi Ban Tổ chức trả lời, Trợ lý báo ngay tại đây.`,
    );
    const complaint = 'Khiếu nại KN-01 của Trần Bình, Tổ Hành Thuận về bài QN-02';
    expect(ky.read.at(-1)).toBe(
      `${contest}\n${complaint}:\nBài của đội không vi phạm bản quyền\n\nĐể trả lời, xin gõ /traloi KN-01`,
    );
    expect(await thu.says('/tinhhinh')).toMatch(
      /Khiếu nại chờ trả lời \(1\), gõ \/traloi:\n• KN-01, Trần Bình, Tổ Hành Thuận, về bài QN-02: gửi lúc .*$/,
    );
    expect(await ky.says('/traloi kn 1 Đã xem lại, nhạc nền chưa được phép')).toMatch(
      /^Khiếu nại KN-01 .*\n.*\n\nTrình câu trả lời này để quyết định\?\nĐã xem lại, nhạc nền chưa được phép/,
    );
    expect(await ky.chooses('Gửi')).toMatch(/^Đã trình câu trả lời khiếu nại KN-01/);
    expect(chinh.read.at(-1)).toContain('Khiếu nại KN-01 đã có câu trả lời soạn sẵn');
    expect(await chinh.says('/traloi kn-01')).toContain(
      'Câu trả lời do Ký soạn:\nĐã xem lại, nhạc nền chưa được phép',
    );
    await chinh.saysAll('draft', '2');
    expect(chinh.read.at(-1)).toContain('khiếu nại không đúng?\ndraft');
    await chinh.says('/huy');
    await chinh.says('/traloi kn-01');
    await chinh.chooses('Dùng câu trả lời đã soạn');
    await chinh.chooses('Khiếu nại không đúng');
    expect(await chinh.chooses('Gửi')).toMatch(
      /^Đã trả lời khiếu nại KN-01 lúc .* Người khiếu nại đã được báo\.$/,
    );
    expect(binh.read.at(-1)).toBe(
      `${contest}\nTrả lời khiếu nại KN-01 về bài QN-02: Ban Tổ chức kết luận khiếu nại không đúng.\nĐã xem lại, nhạc nền chưa được phép`,
    );
    expect(await ky.says('/traloi KN-01')).toMatch(/^Khiếu nại KN-01 đã được trả lời lúc/);
    expect(await ky.says('/traloi')).toBe('Không có khiếu nại hay câu hỏi nào chờ trả lời.');
  });

  test('the chair rules which likes count, and who is on stage is chosen and told', async () => {
    expect(await chinh.says('/suatuongtac QN-03')).toMatch(
      /^Bài QN-03: đang tính số 150 lượt thích, 0 lượt chia sẻ ghi lúc .*\./,
    );
    expect(await chinh.chooses('Bỏ số đang được tính')).toMatch(/^Nếu bỏ .* không còn số nào khác\./);
    await chinh.saysAll('120 5', 'Có lượt thích ảo', '21/QĐ-BTC ngày 24/9/2023', 'https://fb.com/xac-minh');
    const what = /bỏ số 150 lượt thích, 0 lượt chia sẻ ghi lúc .*; tính 120 lượt thích, 5 lượt chia sẻ/;
    expect(await chinh.chooses('Quyết định')).toMatch(what);
    expect(khoi.read.at(-1)).toMatch(what);
    expect(await an.says('/giaithich QN-03')).not.toMatch(what);
    await khoi.saysAll('/dexuat', 'Lượt thích đã được xác minh lại', '1', '1');
    await chinh.saysAll('/pheduyet 22/QĐ-BTC 24/9/2023', '1');
    await ky.saysAll('/congbo', '1');
    expect(await an.says('/giaithich QN-03')).toMatch(what);
    expect(await thu.says('/chondien')).toContain('1. QN-03 «Cây đa»');
    await thu.says('QN-03');
    expect(await thu.chooses('Chọn và báo ngay cho các đội')).toBe(
      `Đã chọn các bài công diễn lúc ${scene.moment} và báo cho các đội: QN-03.`,
    );
    expect(an.read.at(-1)).toContain('Bài QN-03 «Cây đa» được chọn công diễn.');
    expect(await binh.says('/ketqua')).toContain('Được chọn công diễn\n• Xã Đức Phong «Cây đa» (QN-03)');
  });
});
