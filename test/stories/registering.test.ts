import { expect, test } from '@jest/globals';
import type { ChatId } from '../../src/chat.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story('Registering', { at: '2023-08-10T08:00:00+07:00' }, (scene) => {
  const askUnit =
    'Đội của anh/chị thuộc xã, phường, thị trấn nào? Xin gõ tên, không dấu cũng được (ví dụ: le hong phong).';
  const askTeam = 'Tên đội hoặc tên Tổ công nghệ số cộng đồng là gì?';
  const askContact = 'Họ và tên người liên hệ của đội là gì?';
  const askPhone = 'Số điện thoại của người liên hệ là gì? (ví dụ: 0905 123 456)';

  test('whoever comes first learns what this is and what can be done', async () => {
    const an = scene.person('An');
    expect(await an.says('/start')).toBe(
      scene.asks(
        'Xin chào! Đây là Trợ lý Cuộc thi, trả lời tự động thay Ban Tổ chức Cuộc thi video clip Tổ công nghệ số cộng đồng lần thứ I, năm 2023, tỉnh Quảng Ngãi.\n\nTại đây đội thi đăng ký và nộp video, giám khảo chấm điểm, và mọi người nhận kết quả. Anh/chị muốn làm gì?',
        'Đăng ký dự thi',
        'Tôi có mã mời',
        'Xem thể lệ',
      ),
    );
    expect(await an.chooses('Xem thể lệ')).toMatch(
      /^Thể lệ Cuộc thi video clip .* \(bản số 1\)\n\nTHỂ LỆ TÓM TẮT/,
    );
  });

  test('of who does not consent nothing is kept', async () => {
    const binh = scene.person('Bình');
    expect(await binh.says('/dangky')).toContain('Rút lại: gửi /rutdongy bất cứ lúc nào');
    // The text was read a moment ago: only the question comes again.
    expect(await binh.says('để tôi hỏi lại đã')).toBe(
      scene.asks(
        'Trợ lý cần một câu trả lời rõ ràng: «Tôi đồng ý» hoặc «Tôi không đồng ý».\n\nAnh/chị có đồng ý không?',
        'Tôi đồng ý',
        'Tôi không đồng ý',
      ),
    );
    expect(await binh.chooses('Tôi không đồng ý')).toBe(
      'Trợ lý hiểu rằng anh/chị không đồng ý, nên không đăng ký và không giữ thông tin nào. Khi nào đổi ý, xin gõ /dangky.',
    );
    const { consents, registrations, people } = scene.stage.store;
    expect([await consents.find(), await registrations.find(), await people.find()]).toEqual([[], [], []]);
  });

  test('consent is kept as evidence: which words, by whom, when, through which chat', async () => {
    const chi = scene.person('Chi');
    await chi.says('ĐĂNG KÝ');
    expect(await chi.says('TÔI ĐỒNG Ý')).toBe(askUnit);
    const person = chi.chat.address;
    const [evidence, ...others] = await scene.stage.store.consents.find().lean();
    expect(others).toEqual([]);
    expect(evidence).toEqual({
      _id: expect.stringMatching(new RegExp(`^qn-2023/${scene.messenger}:`)),
      contest: 'qn-2023',
      person,
      by: null,
      chat: person,
      version: '1',
      text: expect.stringMatching(
        /^ĐỒNG Ý CHO XỬ LÝ DỮ LIỆU CÁ NHÂN.*Không đồng ý thì không đăng ký dự thi được/s,
      ),
      answer: 'TÔI ĐỒNG Ý',
      at: scene.stage.clock.now(),
      withdrawnAt: null,
      withdrawnBy: null,
    });
  });

  test('a team registers, however it types', async () => {
    const dung = scene.person('Dũng');
    await dung.saysAll('/start', 'dang ky');
    expect(await dung.says('1')).toBe(askUnit);
    expect(await dung.says('DUC PHONG')).toBe(
      scene.asks('Có phải là xã Đức Phong, huyện Mộ Đức không?', 'Đúng', 'Không phải'),
    );
    expect(await dung.chooses('Không phải')).toBe(askUnit);
    await dung.says('duc phong');
    expect(await dung.chooses('Đúng')).toBe(askTeam);
    expect(await dung.says('Tổ CNSCĐ <b>&_*[ Đức Phong'.normalize('NFD'))).toBe(askContact);
    expect(await dung.says('0905.123.456')).toBe(
      `Xin gõ họ và tên bằng chữ. Số điện thoại Trợ lý sẽ hỏi ở câu sau.\n\n${askContact}`,
    );
    expect(await dung.says('  Trần   Văn Dũng ')).toBe(askPhone);
    expect(await dung.says('0905.123')).toBe(
      `Số này chưa đúng là số điện thoại Việt Nam. Xin gõ đủ 10 chữ số, ví dụ 0905 123 456.\n\n${askPhone}`,
    );
    expect(await dung.says('sdt cua toi la 0905.123.456 a')).toBe(
      scene.asks(
        'Xin anh/chị kiểm tra lại:\nĐơn vị: xã Đức Phong, huyện Mộ Đức\nTên đội: Tổ CNSCĐ <b>&_*[ Đức Phong\nNgười liên hệ: Trần Văn Dũng\nSố điện thoại: 0905 123 456\nGửi đăng ký là đội đồng ý với thể lệ (bản số 1, gõ /thele để đọc).',
        'Đúng, gửi đăng ký',
        'Sửa lại',
      ),
    );
    expect(await dung.chooses('Đúng, gửi đăng ký')).toBe(
      scene.asks(
        'Đã đăng ký cho đội Tổ CNSCĐ <b>&_*[ Đức Phong, xã Đức Phong, huyện Mộ Đức.\n\nThời gian nộp bài: từ 0 giờ thứ Năm, 31/8/2023 đến hết 23 giờ 59 thứ Sáu, 1/9/2023.\n\nHuyện Mộ Đức được gửi tối đa 2 bài.',
        'Xem tình trạng',
      ),
    );
    const person = dung.chat.address;
    expect(await scene.stage.store.registrations.find({ person }).lean()).toEqual([
      {
        _id: `qn-2023/${person}`,
        by: null,
        confirmation: null,
        told: false,
        contest: 'qn-2023',
        person,
        unit: '21433',
        sender: '533',
        team: 'Tổ CNSCĐ <b>&_*[ Đức Phong'.normalize('NFC'),
        contact: 'Trần Văn Dũng',
        phone: '0905123456',
        rules: [
          {
            version: 1,
            digest: expect.stringMatching(/^[0-9a-f]{64}$/),
            by: person,
            at: scene.stage.clock.now(),
            turn: expect.any(String),
          },
        ],
        at: scene.stage.clock.now(),
        turn: expect.any(String),
      },
    ]);
    expect(await dung.says('/dangky')).toBe(
      'Anh/chị đã đăng ký cho đội «Tổ CNSCĐ <b>&_*[ Đức Phong», xã Đức Phong, huyện Mộ Đức. Gõ /trangthai để xem lại.',
    );
  });

  test('of several places with one name one is picked: by number, by label, or by asking again', async () => {
    const giang = scene.person('Giang');
    await giang.saysAll('/dangky', '1');
    expect(await giang.says('xyz')).toBe(
      `Trợ lý không tìm thấy nơi nào tên «xyz» trong địa bàn cuộc thi. Xin kiểm tra và gõ lại tên xã, phường, thị trấn.\n\n${askUnit}`,
    );
    const baTo = ['thị trấn Ba Tơ, huyện Ba Tơ', 'xã Ba Tô, huyện Ba Tơ'];
    const pick = scene.asks(
      'Có 2 nơi giống tên anh/chị gõ. Xin chọn một, hoặc gõ lại tên kèm tên huyện:',
      ...baTo,
    );
    expect(await giang.says('ba to')).toBe(pick);
    expect(await giang.says('Ba Tơ')).toBe(pick);
    expect(await giang.says('số 2')).toBe(askTeam);
    expect(await giang.says('/lui')).toBe(askUnit);
    await giang.says('ba to');
    expect(await giang.says('thi tran ba to, huyen ba to')).toBe(askTeam);
  });

  test('a number can be shared where the messenger offers it, and typed everywhere', async () => {
    const hoa = scene.person('Hoa');
    await hoa.saysAll('/dangky', '1', 'hanh thuan', '1', 'Đội Hành Thuận', 'Lê Thị Hoa');
    const answer = await hoa.sends({ kind: 'contact' });
    if (scene.isZalo) {
      expect(answer).toBe(
        `Ở câu này xin anh/chị gõ số điện thoại: Trợ lý không đọc được ảnh, nhãn dán, danh thiếp hay tệp.\n\n${askPhone}`,
      );
      expect(await hoa.says('+84 905 000 111')).toContain('Số điện thoại: 0905 000 111');
    } else {
      const shared = hoa.phone.phone.replace(/^(\d{4})(\d{3})/, '$1 $2 ');
      expect(answer).toContain(`Số điện thoại: ${shared}`);
    }
  });

  test('one thing is changed at the check, and the rest stays', async () => {
    const khanh = scene.person('Khánh');
    await khanh.saysAll('/dangky', '1', 'pho phong', '1', 'Đội Phổ Phong', 'Lê Khánh', '0905 111 222');
    expect(await khanh.chooses('Sửa lại')).toBe(
      scene.asks('Anh/chị muốn sửa mục nào?', 'Đơn vị', 'Tên đội', 'Người liên hệ', 'Số điện thoại'),
    );
    expect(await khanh.chooses('Tên đội')).toBe(askTeam);
    expect(await khanh.says('Đội Phổ Phong 2')).toBe(
      scene.asks(
        'Xin anh/chị kiểm tra lại:\nĐơn vị: xã Phổ Phong, thị xã Đức Phổ\nTên đội: Đội Phổ Phong 2\nNgười liên hệ: Lê Khánh\nSố điện thoại: 0905 111 222\nGửi đăng ký là đội đồng ý với thể lệ (bản số 1, gõ /thele để đọc).',
        'Đúng, gửi đăng ký',
        'Sửa lại',
      ),
    );
  });

  test('at any question one may go back, ask for help, look something up, or leave', async () => {
    const lan = scene.person('Lan');
    expect(await lan.says('/lui')).toBe(
      'Hiện không có việc nào đang làm dở. Gõ /trogiup để xem có thể làm gì.',
    );
    await lan.saysAll('/dangky', '1', 'duc phong', '1');
    expect(await lan.says('/trogiup')).toBe(
      `Anh/chị đang làm: Đăng ký dự thi. Cứ trả lời từng câu một; gõ /lui để quay lại câu trước, /huy để dừng.\n\n${askTeam}`,
    );
    expect(await lan.says('/thele')).toMatch(
      new RegExp(
        `^Thể lệ Cuộc thi.*\n---\nXin mời anh/chị làm tiếp:\n\n${askTeam.replace('?', '\\?')}$`,
        's',
      ),
    );
    expect(await lan.says('/ketqua')).toBe(
      `Kết quả chưa được công bố.\n---\nXin mời anh/chị làm tiếp:\n\n${askTeam}`,
    );
    // One menu, not two: a number that is typed now answers the open question.
    expect(await lan.says('/trangthai')).toBe(
      `Anh/chị chưa đăng ký dự thi.\n---\nXin mời anh/chị làm tiếp:\n\n${askTeam}`,
    );
    expect(await lan.says('/nopbai')).toBe(
      `Chưa đến thời gian nộp bài. Trợ lý nhận bài từ 0 giờ thứ Năm, 31/8/2023 đến hết 23 giờ 59 thứ Sáu, 1/9/2023.\n---\nXin mời anh/chị làm tiếp:\n\n${askTeam}`,
    );
    expect(await lan.says('/dangky')).toBe(`Xin mời anh/chị làm tiếp:\n\n${askTeam}`);
    await lan.says('Đội Lan');
    expect(await lan.says('Lùi')).toBe(askTeam);
    expect(await lan.says('quay lại')).toBe(askUnit);
    expect(await lan.says('/lui')).toMatch(/^Trước khi đăng ký/);
    expect(await lan.says('/lui')).toMatch(/^Đây là câu đầu tiên, không lùi được nữa\. Gõ \/huy nếu/);
    expect(await lan.says('HỦY')).toBe(
      'Đã dừng việc «Đăng ký dự thi». Chưa có gì được gửi đi. Gõ /trogiup để xem có thể làm gì tiếp.',
    );
  });

  test('a form waits for days, and outlives a restart of the assistant', async () => {
    const mai = scene.person('Mai');
    await mai.saysAll('/dangky', '1', 'duc phong', '1', 'Đội Mai');
    await scene.stage.moveTo('2023-08-15T21:00:00+07:00');
    await scene.stage.restart();
    expect(await mai.says('Nguyễn Thị Mai')).toBe(askPhone);
  });

  test('a form begun under an earlier version keeps the answers that still fit', async () => {
    const nam = scene.person('Nam');
    await nam.saysAll('/dangky', '1', 'duc phong', '1', 'Đội Nam');
    await scene.stage.store.chats.updateOne(
      { _id: nam.chat.address as ChatId },
      { $set: { 'progress.version': 0, 'progress.answers.unit': 21433, 'progress.step': 'formerName' } },
    );
    expect(await nam.says('Nguyễn Nam')).toBe(askUnit);
    await nam.says('duc phong');
    expect(await nam.says('1')).toBe(askContact);
  });

  test('of many places with one name some are shown, with how many more there are', async () => {
    const quy = scene.person('Quý');
    await quy.saysAll('/dangky', '1');
    const answer = await quy.says('tinh');
    expect(answer).toMatch(
      /^Có \d+ nơi giống tên anh\/chị gõ, dưới đây là 8 nơi gần nhất, còn \d+ nơi nữa\. Xin chọn một; nếu chưa thấy, xin gõ đủ tên kèm tên huyện/,
    );
  });

  test('after the close nobody registers any more', async () => {
    await scene.stage.moveTo('2023-09-02T00:00:00+07:00');
    const phuc = scene.person('Phúc');
    expect(await phuc.says('/dangky')).toBe(
      'Đã hết hạn đăng ký lúc 23 giờ 59 thứ Sáu, 1/9/2023, nên Trợ lý không nhận đăng ký mới nữa. Mọi thắc mắc xin liên hệ Ban Tổ chức.',
    );
  });
});

story('Registering with second thoughts', { at: '2023-08-10T08:00:00+07:00' }, (scene) => {
  let an: Actor;
  test('the first words may be the name of what can be done', async () => {
    an = scene.person('An');
    expect(await an.says('dang ky du thi')).toContain('Anh/chị có đồng ý không?');
  });

  test('a closer question stays open, whatever is said to it', async () => {
    await an.saysAll('1');
    const asked = scene.asks('Có phải là xã Đức Phong, huyện Mộ Đức không?', 'Đúng', 'Không phải');
    expect(await an.says('duc phong')).toBe(asked);
    expect(await an.says('/tiep')).toContain(asked);
    expect(await an.says('/trogiup')).toContain(asked);
    expect(await an.says('7')).toContain(asked);
    expect(await an.says('/lui')).toContain('Đội của anh/chị thuộc xã, phường, thị trấn nào?');
    await an.saysAll('duc phong', 'dung', 'Tổ số', 'Lê An', '0905123456');
  });

  test('who changes his mind about changing keeps what he had answered', async () => {
    const what = ['Đơn vị', 'Tên đội', 'Người liên hệ', 'Số điện thoại'];
    expect(await an.chooses('Sửa lại')).toBe(scene.asks('Anh/chị muốn sửa mục nào?', ...what));
    expect(await an.says('9')).toContain('Anh/chị muốn sửa mục nào?');
    expect(await an.says('ten doi')).toContain('Tên đội');
    expect(await an.says('/lui')).toContain('Tên đội: Tổ số\n');
    await an.chooses('Sửa lại');
    await an.chooses('Tên đội');
    expect(await an.says('Tổ công nghệ số')).toContain('Tên đội: Tổ công nghệ số\n');
    expect(await an.chooses('Đúng, gửi đăng ký')).toContain('Đã đăng ký cho đội Tổ công nghệ số');
  });
});
