import { expect, test } from '@jest/globals';
import { addContest } from '../support/contests.js';
import { codeIn, inviteJudge, register, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { type Scene, story } from '../support/story.js';

const contest = 'Video clip Tổ công nghệ số cộng đồng 2023';
const link = 'https://youtu.be/dQw4w9WgXcQ';

/** From the statement that the contact agrees to the last yes. */
const registersFor = (
  coordinator: Actor,
  { unit = 'duc phong', team = 'Tổ Cụ Tư', contact = 'Phạm Văn Tư', phone = '0905111222' } = {},
): Promise<string> =>
  coordinator.saysAll('/dangkythay', 'người liên hệ đã đồng ý', unit, '1', team, contact, phone, '1');

const second = (scene: Scene, name: string): Actor =>
  scene.stage.person(scene.isZalo ? 'telegram' : 'zalo', name);

story('A coordinator acts for teams', { at: '2023-08-31T08:00:00+07:00', usually: 'zalo' }, (scene) => {
  let thu: Actor;
  let moi: Actor;
  let tu: Actor;

  test('an old team without a smartphone is registered by its coordinator', async () => {
    thu = await scene.organizer('Thư');
    moi = scene.person('Mơi');
    await moi.says(codeIn(await thu.says('/moi dau moi huyen mo duc')));
    const asked = await moi.says('/dangkythay');
    expect(asked).toMatch(/^Anh\/chị đăng ký thay cho một đội\. Trước hết, .*\n\nĐỒNG Ý CHO XỬ LÝ DỮ LIỆU/s);
    expect(asked).toContain('Người liên hệ của đội có đồng ý không?');
    expect(await moi.says('chưa có sự đồng ý')).toMatch(
      /^Khi chưa có sự đồng ý của người liên hệ, Trợ lý không/,
    );
    expect(await registersFor(moi)).toBe(
      scene.asks(
        'Đã đăng ký thay cho đội Tổ Cụ Tư, xã Đức Phong, huyện Mộ Đức. Người liên hệ: Phạm Văn Tư.\n\nPhạm Văn Tư chưa nhắn cho Trợ lý bao giờ. Khi muốn tự làm, người ấy nhận lại đội bằng mã: anh/chị gõ /nhandoi để lấy mã.',
        'Nộp bài thay',
        'Lấy mã nhận đội',
      ),
    );
  });

  test('who stated the consent is kept, and both names with the team', async () => {
    const { registrations, consents } = scene.stage.store;
    const registration = await registrations.findOne({ team: 'Tổ Cụ Tư' }).lean();
    const by = moi.chat.address;
    expect(registration).toMatchObject({
      contact: 'Phạm Văn Tư',
      by,
      confirmation: { kind: 'confirmed', by },
    });
    const person = registration?.person ?? '';
    // His number is in no id.
    expect(person).toMatch(/^contact:[0-9a-f]{24}$/);
    expect(await consents.find({ person }).lean()).toMatchObject([
      { by, chat: by, answer: expect.stringMatching(/^người liên hệ đã đồng ý$/i), version: '1' },
    ]);
    expect(await thu.says('/tinhhinh')).toContain(
      '• Huyện Mộ Đức: đã đăng ký (Tổ Cụ Tư, Mơi đăng ký thay Phạm Văn Tư), chưa nộp bài',
    );
  });

  test('a coordinator of another district is refused', async () => {
    const hanh = scene.person('Hành');
    await hanh.says(codeIn(await thu.says('/moi dau moi huyen nghia hanh')));
    expect(await hanh.saysAll('/dangkythay', '1', 'duc phong')).toMatch(
      /^Anh\/chị chỉ làm việc này cho đơn vị mình làm đầu mối: huyện Nghĩa Hành, tỉnh Quảng Ngãi\./,
    );
    await hanh.says('/huy');
    expect(await hanh.says('/guithay')).toMatch(/^Trong địa bàn của anh\/chị chưa có đội nào/);
    expect(await hanh.says('/nhandoi')).toMatch(/^Trong địa bàn của anh\/chị chưa có đội nào/);
    expect(await hanh.says('/tinhhinh')).not.toContain('Mộ Đức');
  });

  test('she hands in for the team, through the places of its unit', async () => {
    const asked = await moi.says('/guithay to cu tu');
    expect(asked).toBe('Tên bài dự thi (tên video) là gì?');
    expect(await moi.saysAll('Chuyện cụ Tư', link)).toMatch(/^Đội có cam kết đây là sản phẩm do đội tự làm/);
    expect(await moi.saysAll('đội cam kết', '1')).toMatch(
      /^ĐÃ NHẬN BÀI DỰ THI\nMã bài: QN-01\nTên bài: Chuyện cụ Tư\nĐội: Tổ Cụ Tư, xã Đức Phong, huyện Mộ Đức\n.*\n\nHuyện Mộ Đức đã gửi 1\/2 bài\./,
    );
    for (const who of [thu, moi])
      expect(await who.says('/tinhhinh')).toContain(
        '1 bài – QN-01 «Chuyện cụ Tư» (Mơi nộp thay Phạm Văn Tư)',
      );
    const entry = await scene.stage.store.entries.findOne({ code: 'QN-01' }).lean();
    expect(entry).toMatchObject({ by: moi.chat.address, person: expect.stringMatching(/^contact:/) });
  });

  test('what she has handed in she replaces and takes back; another district’s is not hers', async () => {
    expect(await moi.saysAll('/thaybai QN-01', link, 'đội cam kết', '1')).toMatch(/QN-01/);
    const entry = await scene.stage.store.entries.findOne({ code: 'QN-01' }).lean();
    expect(entry?.versions.map(({ by }) => by ?? null)).toEqual([null, moi.chat.address]);
    const hanh = scene.person('Hạnh');
    await hanh.says(codeIn(await thu.says('/moi dau moi huyen nghia hanh')));
    for (const command of ['/thaybai QN-01', '/rutbai QN-01'])
      expect(await hanh.says(command)).toMatch(/^Bài QN-01 không phải do anh\/chị nộp/);
  });

  test('a unit’s limit holds whoever sends, on whichever messenger', async () => {
    const binh = second(scene, 'Bình');
    await register(binh, { unit: 'duc thang', team: 'Tổ Hai', contact: 'Trần Bình', phone: '0905000002' });
    await submit(binh, { title: 'Hai' });
    expect(await binh.says('/nopbai')).toMatch(/^Huyện Mộ Đức được gửi tối đa 2 bài và đã gửi đủ: QN-01/);
    // A part of the team's or the unit's name is enough to find it.
    expect(await binh.says('/trangthai')).not.toContain('Nộp bài dự thi');
    expect(await moi.says('/guithay')).toContain('Tổ Hai – xã Đức Thắng, huyện Mộ Đức (đã đủ bài)');
    expect(await moi.says('duc thang')).toMatch(
      /^Huyện Mộ Đức được gửi tối đa 2 bài và đã gửi đủ: QN-01 «Chuyện cụ Tư» \(Tổ Cụ Tư\); QN-02.* anh\/chị gõ \/rutbai QN-01\.\n\nMuốn nộp thay cho đội khác, xin gõ \/guithay\.$/,
    );
    expect(await moi.says('/huy')).toMatch(/^Hiện không có việc nào đang làm dở/);
  });

  test('a number stands for one team, by whomever it is registered', async () => {
    expect(
      await moi.saysAll('/dangkythay', '1', 'duc loi', '1', 'Tổ khác', 'Ông Tư', '0905.111.222'),
    ).toMatch(/^Số điện thoại này đã được dùng để đăng ký một đội trong cuộc thi này/);
    await moi.says('/huy');
    tu = second(scene, 'Bác Tư');
    // Whoever only knows the number gets nothing with it.
    expect(
      await tu.saysAll('/dangky', 'tôi đồng ý', 'duc phong', '1', 'Tổ của tôi', 'Phạm Văn Tư', '0905111222'),
    ).toMatch(
      /^Số điện thoại này đã được Mơi dùng để đăng ký thay cho đội «Tổ Cụ Tư», xã Đức Phong, huyện Mộ Đức\. .*\/nhandoi/,
    );
    await tu.says('/huy');
  });

  test('the contact takes the team over with a code, and agrees himself with one tap', async () => {
    expect(await tu.says('/nhandoi')).toMatch(/^Xin gõ \/nhandoi rồi đến mã/);
    const given = await moi.says('/nhandoi');
    expect(given).toMatch(
      /^Mã để Phạm Văn Tư tự nhận đội Tổ Cụ Tư: [A-Z0-9]{8}\n[\s\S]*Mã dùng được một lần, trong 14 ngày\./,
    );
    const asked = await tu.says(codeIn(given));
    expect(asked).toMatch(
      /^Mơi đã đăng ký thay Phạm Văn Tư: đội Tổ Cụ Tư, xã Đức Phong, huyện Mộ Đức\. Bài đã nộp: QN-01 «Chuyện cụ Tư»\.\n\nXin anh\/chị đọc/,
    );
    expect(asked).toContain('ĐỒNG Ý CHO XỬ LÝ DỮ LIỆU');
    expect(await tu.says('tôi đồng ý')).toMatch(/^Cảm ơn anh\/chị\. Từ nay anh\/chị tự làm được mọi việc/);
    expect(moi.read.at(-1)).toMatch(
      new RegExp(
        `^${contest}\nPhạm Văn Tư đã tự nhận đội Tổ Cụ Tư, xã Đức Phong, huyện Mộ Đức, và đồng ý lúc`,
      ),
    );
    const status = await tu.says('/trangthai');
    expect(status).toMatch(
      /^Tổ Cụ Tư, xã Đức Phong, huyện Mộ Đức\nNgười liên hệ: Phạm Văn Tư, 0905 111 222\n/,
    );
    expect(status).toContain('\n\nĐăng ký thay: Mơi đăng ký thay Phạm Văn Tư.\n\n');
    expect(status).toContain('• QN-01 «Chuyện cụ Tư» (Mơi nộp thay Phạm Văn Tư) – nhận lúc');
    const consents = await scene.stage.store.consents
      .find({ person: tu.chat.address })
      .sort({ at: 1 })
      .lean();
    // Also what he had said when he tried to register by himself.
    expect(consents.map(({ by }) => by)).toEqual([moi.chat.address, null, null]);
  });

  test('afterwards he does everything himself, and a stranger nothing with the old code', async () => {
    const stranger = scene.person('Người lạ');
    const [code] = await scene.stage.store.codes.find({ purpose: 'team' }).lean();
    expect(await stranger.says(code?._id ?? '')).toMatch(/^Mã này đã dùng rồi, đội đã có người nhận\./);
    expect(await moi.says('/nhandoi')).toMatch(/^Trong địa bàn của anh\/chị chưa có đội nào/);
    expect(await tu.saysAll('/rutbai QN-01', '1')).toMatch(/QN-01/);
    expect(await submit(tu, { title: 'Tự tay' })).toBe('QN-03');
    expect(await tu.says('/dangky')).toMatch(/^Anh\/chị đã đăng ký cho đội «Tổ Cụ Tư»/);
  });

  test('who shares his own number is known by it where the messenger vouches for it', async () => {
    const nam = scene.stage.person('telegram', 'Năm');
    const { phone } = nam.phone;
    await registersFor(moi, { unit: 'duc loi', team: 'Tổ Năm', contact: 'Lê Năm', phone });
    const stranger = scene.stage.person('telegram', 'Kẻ lạ');
    // Out of a phone book anybody can send it.
    expect(await stranger.sends({ kind: 'contact', phoneNumber: phone })).not.toContain('Tổ Năm');
    await nam.saysAll('/dangky', 'tôi đồng ý', 'duc loi', '1', 'Tổ Năm', 'Lê Năm');
    expect(await nam.sends({ kind: 'contact' })).toMatch(
      /^Mơi đã đăng ký thay Lê Năm: đội Tổ Năm, xã Đức Lợi, huyện Mộ Đức\.\n\n/,
    );
    expect(await nam.presses('Tôi đồng ý')).toMatch(/^Cảm ơn anh\/chị\./);
    expect(await nam.says('/trangthai')).toMatch(/^Tổ Năm, xã Đức Lợi/);
  });

  test('who doesn’t agree is heard: nothing more is taken in, and the committee knows', async () => {
    await registersFor(moi, { unit: 'duc loi', team: 'Tổ Sáu', contact: 'Đỗ Sáu', phone: '0905666777' });
    const code = codeIn(await moi.says('/nhandoi'));
    const sau = second(scene, 'Sáu');
    await sau.says(code);
    expect(await sau.chooses('Tôi không đồng ý')).toMatch(/^Đã ghi nhận: anh\/chị không đồng ý\./);
    const told =
      /\nĐỗ Sáu, người liên hệ của đội Tổ Sáu, .* do Mơi đăng ký thay, cho biết lúc .* là không đồng ý\. Điện thoại: 0905666777\./;
    for (const who of [moi, thu]) expect(who.read.at(-1)).toMatch(told);
    expect(await moi.saysAll('/guithay', 'to sau')).toMatch(
      /^Trợ lý không có sự đồng ý của Đỗ Sáu cho xử lý dữ liệu, nên không nhận bài nộp thay\./,
    );
    await moi.says('/huy');
    // He may think better of it.
    await sau.says(code);
    expect(await sau.chooses('Tôi đồng ý')).toMatch(/^Cảm ơn anh\/chị\./);
    expect(await sau.says('/nopbai')).toMatch(/^Huyện Mộ Đức được gửi tối đa 2 bài/);
  });

  test('a contact who is known already is told, and asked by himself', async () => {
    await addContest(scene.stage.store, 'binh-son', () => ({ shortName: 'Video clip Bình Sơn' }));
    const bay = second(scene, 'Bảy');
    await bay.says('/cuocthi binh son');
    await register(bay, { unit: 'duc hiep', team: 'Tổ Bảy', contact: 'Võ Bảy', phone: '0905777888' });
    expect(
      await registersFor(moi, { unit: 'duc minh', team: 'Tổ Bảy', contact: 'VÕ BẢY', phone: '0905777888' }),
    ).toMatch(/\n\nVÕ BẢY đã được báo\./);
    expect(bay.read.at(-1)).toMatch(
      new RegExp(
        `^${contest}\nMơi đã đăng ký thay anh/chị cho đội Tổ Bảy, xã Đức Minh, .*\n\nXin gõ /cuocthi để chọn .*, rồi gõ /dongy`,
      ),
    );
    await bay.says(`/cuocthi ${contest}`);
    expect(await bay.says('/dongy')).toMatch(
      /^Mơi đã đăng ký thay VÕ BẢY: đội Tổ Bảy, xã Đức Minh, huyện Mộ Đức\.\n\nXin anh\/chị đọc/,
    );
    expect(await bay.chooses('Tôi đồng ý')).toMatch(/^Cảm ơn anh\/chị\./);
    expect(await bay.says('/dongy')).toMatch(/^Anh\/chị đã đồng ý rồi/);
  });

  test('nobody is entered who may not enter', async () => {
    const tam = second(scene, 'Tám');
    await register(tam, { unit: 'duc hiep', team: 'Tổ Tám', contact: 'Hồ Tám', phone: '0905888999' });
    await moi.saysAll('/xacnhan', 'không xác nhận một đội', '2', 'Đăng ký nhầm xã', '1');
    await inviteJudge(thu, tam, 'Hồ Tám');
    expect(
      await registersFor(moi, { unit: 'duc hiep', team: 'Tổ Tám', contact: 'Hồ Tám', phone: '0905888999' }),
    ).toMatch(/^Hồ Tám đang giữ nhiệm vụ trong Ban Tổ chức hoặc Ban Giám khảo của cuộc thi này/);
    expect(await thu.says('/tinhhinh')).not.toContain('Tổ Tám');
  });
});

story(
  'An author on one messenger, his coordinator on the other',
  {
    at: '2024-07-30T08:00:00+07:00',
    contest: 'sl-2024',
  },
  (scene) => {
    test('one person’s limit holds, whoever sends and from wherever', async () => {
      const thu = await scene.organizer('Thư');
      const son = scene.person('Sơn');
      await son.says(codeIn(await thu.says('/moi đầu mối thành phố sơn la')));
      const an = second(scene, 'An');
      await register(an, { unit: 'hua la', team: 'Tổ An' });
      for (const title of ['Một', 'Hai']) await submit(an, { title });
      expect(await son.saysAll('/guithay', 'Ba', link, 'nộp thành bài khác', 'đội cam kết', '1')).toContain(
        'Mã bài: SL-03',
      );
      expect(an.read.at(-1)).toMatch(
        /^Chuyển đổi số Sơn La 2024\nSơn đã nộp bài thay anh\/chị cho đội Tổ An: SL-03 «Ba», nhận lúc /,
      );
      expect(await an.says('/nopbai')).toMatch(
        /^Mỗi tác giả được gửi tối đa 3 bài và anh\/chị đã gửi đủ: SL-01 .*SL-03 «Ba»/,
      );
      expect(await son.says('/guithay')).toMatch(
        /^Mỗi tác giả được gửi tối đa 3 bài, và Nguyễn Văn An đã gửi đủ: SL-01 .*SL-03 «Ba»/,
      );
      await son.saysAll('/rutbai SL-03', '1');
      expect(an.read.at(-1)).toBe('Chuyển đổi số Sơn La 2024\nSơn đã rút bài của đội Tổ An: SL-03 «Ba».');
      expect(await son.saysAll('/guithay', 'Bốn', link, 'nộp thành bài khác', 'đội cam kết', '1')).toContain(
        'Mã bài: SL-04',
      );
      // Her work is named to whoever looks at it.
      const dinh = scene.person('Định');
      await dinh.says(codeIn(await thu.says('/moi thẩm định')));
      await thu.saysAll('/sothamdinh 1', '1');
      await scene.stage.moveTo('2024-08-01T08:00:00+07:00');
      expect(await dinh.says('/thamdinh SL-04')).toMatch(
        /^SL-04 «Bốn»\nTổ An, xã Hua La, thành phố Sơn La\nSơn nộp thay Nguyễn Văn An\n/,
      );
    });
  },
);
