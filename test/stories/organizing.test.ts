import { expect, test } from '@jest/globals';
import type { EmulatedChat } from '../../emulator/index.js';
import { codeIn, inviteJudge, register, settlePrizes, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { type Messenger, messengers, story } from '../support/story.js';

story('Organizing', { at: '2023-08-31T08:00:00+07:00' }, (scene) => {
  const lastIn = (group: EmulatedChat) => group.messages.at(-1)?.text;
  const districts =
    'thành phố Quảng Ngãi, huyện Bình Sơn, huyện Trà Bồng, huyện Sơn Tịnh, huyện Tư Nghĩa, huyện Sơn Hà, huyện Sơn Tây, huyện Minh Long, huyện Nghĩa Hành, huyện Mộ Đức, thị xã Đức Phổ, huyện Ba Tơ, huyện Lý Sơn'.split(
      ', ',
    );
  const without = (...active: string[]) => districts.filter((name) => !active.includes(name)).join(', ');
  let thu: Actor;
  let an: Actor;
  let binh: Actor;
  let giam: Actor;
  let khao: Actor;
  const groups = {} as Record<Messenger, EmulatedChat>;

  test('the first organizer comes with a code from the operator, which works once', async () => {
    const code = await scene.stage.assistant.newOrganizerCode('qn-2023');
    thu = scene.person('Thư');
    const askCode = 'Xin gõ mã mời gồm 8 chữ và số mà Ban Tổ chức đã gửi cho anh/chị.';
    expect(await thu.says('/ma')).toBe(askCode);
    expect(await thu.says(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`)).toMatch(
      /^Chào mừng Thư, Ban Tổ chức Cuộc thi video clip .*!\n---\nVideo clip .* 2023\n\nViệc chính lúc này: nhận đội/s,
    );
    // What this stage asks for, and the way to everything else.
    const help = await thu.says('/trogiup');
    expect(help.match(/^• \/\w+/gm)).toEqual(
      ['/tinhhinh', '/quydinh', '/xacnhan', '/giahan', '/thongbao', '/loai'].map((command) => `• ${command}`),
    );
    // The only numbers are those of the offers.
    expect(help).toContain('• Chuẩn bị\n• Nhận đội và bài dự thi\n• Bình chọn\n• Chấm điểm\n• Kết quả');
    const judging = ['/moigiamkhao', '/tiendo', '/nhapphieu', '/bophieu', '/molaicham'];
    for (const asked of ['/trogiup chấm điểm', '/trogiup cham', '/trogiup 4'])
      expect((await thu.says(asked)).match(/^• \/\w+/gm)).toEqual(judging.map((each) => `• ${each}`));
    const all = (await thu.says('trợ giúp tất cả')).match(/^• \/\w+/gm);
    for (const command of [...judging, '/quydinh', '/tuongtac', '/pheduyet', '/vanban'])
      expect([command, all?.join(' ').includes(command)]).toEqual([command, true]);
    const stranger = scene.person('Kẻ lạ');
    expect(await stranger.says(`/ma ${code}`)).toBe(
      'Mã này đã được người khác dùng. Mỗi mã chỉ dùng một lần, xin Ban Tổ chức cấp mã mới.',
    );
    const only = (who: string) =>
      `Việc này dành cho ${who}. Nếu anh/chị giữ nhiệm vụ đó, xin nhập mã được cấp: gõ /ma rồi đến mã.`;
    expect(await stranger.says('/tinhhinh')).toBe(
      only('Ban Tổ chức, Tổ Thư ký, Tổ Giúp việc, đầu mối đơn vị'),
    );
    for (const command of ['/moigiamkhao', '/thangdiem 40 30 30'])
      expect(await stranger.says(command)).toBe(only('Ban Tổ chức'));
    for (const command of ['/nhom', '/tuongtac QN-01 1 1'])
      expect(await stranger.says(command)).toBe(only('Ban Tổ chức, Tổ Thư ký, Tổ Giúp việc'));
    expect(await stranger.says('/congbo')).toBe(only('Ban Tổ chức, Tổ Thư ký'));
  });

  test('groups of both messengers are bound by codes', async () => {
    for (const messenger of messengers) {
      const member = scene.stage.person(messenger, 'Thành viên');
      groups[messenger] = await scene.group('Các đội thi', [member]);
      const code = codeIn(await thu.says('/nhom'));
      expect(await member.says(code)).toBe(
        'Mã này dùng để gắn nhóm: xin gõ mã trong nhóm cần gắn, không phải ở đây.',
      );
      expect(await member.saysIn(groups[messenger], `/ma ${code}`)).toBe(
        'Nhóm này đã được gắn với Video clip Tổ công nghệ số cộng đồng 2023. Thông báo và kết quả sẽ được gửi vào đây.',
      );
    }
    const judgeCode = codeIn(await thu.says('/moigiamkhao'));
    const member = scene.stage.person('zalo', 'Người khác');
    const other = await scene.group('Nhóm khác', [member]);
    expect(await member.saysIn(other, `/ma ${judgeCode}`)).toBe(
      'Mã này dành cho một người. Xin nhập mã trong cuộc trò chuyện riêng với Trợ lý, và xin Ban Tổ chức cấp mã mới vì mã đã lộ trong nhóm.',
    );
  });

  test('the situation says who has registered, sent and is missing', async () => {
    an = scene.stage.person('telegram', 'An');
    binh = scene.stage.person('zalo', 'Bình');
    giam = scene.stage.person('telegram', 'Giám');
    khao = scene.stage.person('zalo', 'Khảo');
    await register(an);
    await register(binh, { unit: 'hanh thuan', team: 'Tổ Hành Thuận', contact: 'Trần Bình' });
    await submit(an, { title: 'Chú Minh' });
    await submit(an, { title: 'Cây đa' });
    await inviteJudge(thu, giam, 'Lê Giám');
    await inviteJudge(thu, khao, 'Phạm Khảo');
    const dates =
      'Nộp bài: đang mở, đến hết 23 giờ 59 thứ Sáu, 1/9/2023\nBình chọn: sẽ mở lúc 0 giờ thứ Hai, 4/9/2023\nChấm điểm: sẽ mở lúc 0 giờ thứ Ba, 19/9/2023';
    expect(await thu.says('/tinhhinh')).toBe(
      `Tình hình Video clip Tổ công nghệ số cộng đồng 2023\nLúc ${scene.moment}\n\n${dates}\n\nĐội đã đăng ký: 2\nBài đã nộp: 2/26 (13 đơn vị, mỗi đơn vị tối đa 2 bài)\n\n• Huyện Nghĩa Hành: đã đăng ký (Tổ Hành Thuận), chưa nộp bài\n• Huyện Mộ Đức: 2 bài – QN-01 «Chú Minh»; QN-02 «Cây đa»\n\nChưa đăng ký, chưa nộp (11): ${without('huyện Nghĩa Hành', 'huyện Mộ Đức')}\n\nGiám khảo đã chấm:\n• Lê Giám: 0/2 bài\n• Phạm Khảo: 0/2 bài\n\nMỗi bài cần 6 phiếu chấm mới được xếp hạng, hiện mới có 2 giám khảo: xin mời thêm (/moigiamkhao) hoặc quy định lại (/sophieu).\n\nLượt tương tác: ghi được từ 0 giờ thứ Hai, 4/9/2023, khi mở bình chọn.\n\nCòn phải quy định:\n• Thang điểm (/thangdiem): xin quy định trước khi mở chấm điểm, 0 giờ thứ Ba, 19/9/2023.\n• Cách tính lượt tương tác (/quydoi): phải quy định trước khi mở bình chọn, 0 giờ thứ Hai, 4/9/2023; sau lúc ấy không quy định được nữa.\n• Hạn chung của «Bình chọn» (/quydinh).\n• Giải thưởng (/quydinh): Giải Nhất toàn diện, Các giải khác.\n\nSo với 8 giờ thứ Năm, 31/8/2023: +2 đội đăng ký, +2 bài nộp.`,
    );
    await submit(binh, { title: 'Chợ quê' });
  });

  test('what the plan leaves open is settled once, confirmed, and told to the groups of both messengers', async () => {
    expect(await thu.says('/thangdiem 40 30')).toBe(
      'Có 3 tiêu chí, mà anh/chị ghi 2 số.\n\nXin ghi 3 số, là điểm tối đa của từng tiêu chí theo thứ tự: Nội dung, ý tưởng; Hình thức; Ý nghĩa, hiệu quả của thông điệp. Ví dụ: 34 33 33. Muốn cho điểm lẻ thì ghi thêm bước điểm, ví dụ: 34 33 33 bước 0,5',
    );
    const rubric =
      'Nội dung, ý tưởng: tối đa 40 điểm\nHình thức: tối đa 30 điểm\nÝ nghĩa, hiệu quả của thông điệp: tối đa 30 điểm\n\nCộng: 100 điểm\n\nĐiểm cho theo bước 0,5.';
    const final =
      'Xin xem kỹ: sau khi xác nhận, quy định này được báo vào các nhóm. Ban Tổ chức còn quy định lại được (/quydinh) cho tới khi mở chấm điểm; từ lúc ấy không đổi được nữa.';
    // The question stays open, so the numbers alone are enough.
    expect(await thu.says('40 30 30 bước 0,5')).toBe(
      scene.asks(
        `Thang điểm của Ban Giám khảo sẽ được quy định như sau:\n\n${rubric}\n\n${final}`,
        'Đúng, quy định như vậy',
        'Chưa, để sau',
      ),
    );
    expect(await thu.chooses('Chưa, để sau')).toBe('Chưa có gì thay đổi.');
    expect(await thu.says('/thangdiem 40, 30, 30')).toBe(
      scene.asks(
        'Giám khảo cho điểm nguyên hay điểm lẻ? Xin chọn, hoặc gõ bước điểm, ví dụ: 0,2 (cho được 8 hoặc 8,2).',
        ...['Điểm nguyên', 'Bước 0,5', 'Bước 0,25'],
      ),
    );
    await thu.says('nửa điểm');
    expect(await thu.chooses('Đúng, quy định như vậy')).toBe(
      `Đã ghi nhận quy định và báo vào các nhóm.\n\n${rubric}\n\nKế hoạch còn để ngỏ 7 điều, trong đó 4 điều phải quy định trước khi công bố kết quả: gõ /quydinh để làm tiếp.`,
    );
    for (const messenger of messengers)
      expect(lastIn(groups[messenger])).toBe(
        `Video clip Tổ công nghệ số cộng đồng 2023\nBan Tổ chức quy định thang điểm của Ban Giám khảo:\n\n${rubric}`,
      );
    // Nobody scores by it yet.
    expect(await thu.says('/thangdiem 50 25 25 bước 1')).toContain('Nội dung, ý tưởng: tối đa 50 điểm');
    await thu.chooses('Chưa, để sau');

    expect(await thu.says('/quydoi')).toContain('ví dụ: 1 2');
    await thu.says('1, 2');
    expect(await thu.says('thứ hạng 20 25')).toContain('hạng 1 được trọn 30 điểm của phần bình chọn');
    expect(await thu.says('thứ hạng 30, 25, 20')).toContain(
      'Điểm bình chọn tính theo thứ hạng của số điểm này: hạng 1 được 30, hạng 2 được 25, hạng 3 được 20; các hạng sau không có điểm.',
    );
    await thu.says('/quydinh');
    expect(await thu.chooses('Giải Nhất toàn diện')).toBe(
      scene.asks(
        '«Giải Nhất toàn diện» xét theo điểm nào?',
        'Tổng điểm',
        'Điểm của Ban Giám khảo',
        'Lượt bình chọn',
      ),
    );
    await thu.says('/quydoi 1 2');
    const conversion =
      'Mỗi lượt thích 1 điểm, mỗi lượt chia sẻ 2 điểm.\nBài có số điểm này cao nhất được trọn phần điểm bình chọn, các bài khác theo tỷ lệ.';
    expect(await thu.says('1')).toBe(
      `Đã ghi nhận quy định và báo vào các nhóm.\n\n${conversion}\n\nKế hoạch còn để ngỏ 6 điều, trong đó 3 điều phải quy định trước khi công bố kết quả: gõ /quydinh để làm tiếp.\n---\nXin mời anh/chị làm tiếp:\n\n${scene.asks('«Giải Nhất toàn diện» xét theo điểm nào?', 'Tổng điểm', 'Điểm của Ban Giám khảo', 'Lượt bình chọn')}`,
    );
    await thu.says('/huy');
    for (const messenger of messengers)
      expect(lastIn(groups[messenger])).toBe(
        `Video clip Tổ công nghệ số cộng đồng 2023\nBan Tổ chức quy định cách tính lượt thích và lượt chia sẻ:\n\n${conversion}`,
      );

    // What was settled is part of the rules from then on, and a group that comes later reads it too.
    const decided = `Ban Tổ chức đã quy định thêm, thứ Năm, 31/8/2023:\n\nThang điểm của Ban Giám khảo:\n${rubric}\n\nCách tính lượt thích và lượt chia sẻ:\n${conversion}`;
    const rules = await an.says('/thele');
    expect(rules).toContain(decided);
    expect(rules).toMatch(/\n\nChưa quy định: thời lượng, định dạng, mức thưởng\.$/);
    const late = scene.stage.person(scene.messenger, 'Đến sau');
    const lateGroup = await scene.group('Nhóm mới', [late]);
    expect(await late.saysIn(lateGroup, `/ma ${codeIn(await thu.says('/nhom'))}`)).toBe(
      `Nhóm này đã được gắn với Video clip Tổ công nghệ số cộng đồng 2023. Thông báo và kết quả sẽ được gửi vào đây.\n\n${decided}`,
    );
  });

  test('engagement is noted, and after the freeze it is kept but not counted', async () => {
    expect(await thu.says('/tuongtac QN-01 310 120')).toBe(
      'Bình chọn sẽ mở lúc 0 giờ thứ Hai, 4/9/2023. Lượt thích, lượt chia sẻ ghi được từ lúc ấy; Trợ lý chưa ghi gì cả.',
    );
    await scene.stage.moveTo('2023-09-19T23:00:00+07:00');
    const noted = (text: string) =>
      scene.asks(
        `${text}\n\nXin gửi ảnh chụp màn hình hoặc đường dẫn làm minh chứng, hoặc chọn «Bỏ qua».`,
        'Bỏ qua',
      );
    expect(await thu.says('/tuongtac QN-01')).toBe(
      'Trợ lý không đọc được «QN-01».\n\nMỗi bài một dòng: mã bài, số lượt thích rồi số lượt chia sẻ, ví dụ: /tuongtac QN-01 310 120. Nếu số đã xem từ trước, xin ghi thêm lúc xem, ví dụ: lúc 20:00 15/9.',
    );
    expect(await thu.says('/tuongtac qn 1 310 120')).toBe(
      noted(`Đã ghi lúc ${scene.moment}:\nQN-01 «Chú Minh»: 310 lượt thích, 120 lượt chia sẻ`),
    );
    expect(await thu.says('bỏ qua')).toBe('Đã ghi QN-01, chưa có minh chứng.');
    expect(await thu.says('/tuongtac QN-02 90 40\n/tuongtac QN-09 1 1')).toBe(
      'Dòng 2: Không có bài dự thi nào mang mã QN-09. Xin anh/chị xem lại mã.\n\nChưa dòng nào được ghi. Xin sửa rồi gửi lại cả tin.',
    );
    expect(await thu.says('/tuongtac QN-02 90 40\n/tuongtac QN-03 1.000 37\n/ketqua')).toBe(
      `${noted(`Đã ghi lúc ${scene.moment}:\nQN-02 «Cây đa»: 90 lượt thích, 40 lượt chia sẻ\nQN-03 «Chợ quê»: 1.000 lượt thích, 37 lượt chia sẻ`)}\n---\nTrợ lý làm từng việc một. Phần này chưa được làm, xin anh/chị gửi lại sau:\n/ketqua`,
    );
    expect(await thu.says('/tuongtac QN-02 100 50')).toBe(
      noted(
        `Đã ghi lúc ${scene.moment}:\nQN-02 «Cây đa»: 100 lượt thích, 50 lượt chia sẻ (trước đó 90 lượt thích, 40 lượt chia sẻ)`,
      ),
    );
    await scene.stage.moveTo('2023-09-20T00:00:00+07:00');
    expect(await thu.says('/tuongtac QN-02 110 60')).toBe(
      noted(
        `Đã ghi lúc ${scene.moment}:\nQN-02 «Cây đa»: 110 lượt thích, 60 lượt chia sẻ (trước đó 100 lượt thích, 50 lượt chia sẻ)\n\nCác số này được lưu nhưng không tính, vì lượt tương tác đã chốt lúc 23 giờ 59 thứ Ba, 19/9/2023.`,
      ),
    );
  });

  test('nothing is published while judges can still change their sheets', async () => {
    await giam.saysAll('/cham QN-01 32 25 18', '1', '/cham QN-02 30 20 20', '1', '/cham QN-03 28 21 22', '1');
    await khao.saysAll('/cham QN-01 30 24 20', '1', '/cham QN-02 35 25 25', '1', '/cham QN-03 28 21 21', '1');
    await thu.saysAll('/sophieu 2', '1');
    expect(await thu.says('/dexuat')).toBe(
      'Chưa đề nghị kết quả được, vì còn thiếu quy định:\n• Hạn chung của «Bình chọn» (/quydinh).\n• Giải thưởng (/quydinh): Giải Nhất toàn diện, Các giải khác.',
    );
    await settlePrizes(thu);
    for (const [command, notYet] of [
      ['/dexuat', 'Chưa đề nghị kết quả được'],
      ['/congbo', 'Chưa công bố được'],
    ] as const)
      expect(await thu.says(command)).toBe(
        `${notYet}: giám khảo còn được chấm và sửa điểm đến hết 23 giờ 59 thứ Bảy, 23/9/2023.`,
      );
    expect(await an.says('/ketqua')).toBe('Kết quả chưa được công bố.');
    await scene.stage.moveTo('2023-09-24T00:00:00+07:00');
  });

  // QN-01: 74.5 of 100 → 52.15, and 550 of 1074 → 15.36. QN-02: 77.5 → 54.25, 200 → 5.59. QN-03: 70.5 → 49.35, 30.
  const list =
    '1. Xã Hành Thuận «Chợ quê»\nGiải Nhất toàn diện\n79,35 điểm = Ban Giám khảo 49,35 + bình chọn 30,00\nQN-03, Tổ Hành Thuận\n\n2. Xã Đức Phong «Chú Minh»\n67,51 điểm = Ban Giám khảo 52,15 + bình chọn 15,36\nQN-01, Tổ CNSCĐ Đức Phong\n\n3. Xã Đức Phong «Cây đa»\n59,84 điểm = Ban Giám khảo 54,25 + bình chọn 5,59\nQN-02, Tổ CNSCĐ Đức Phong\n\nCác giải khác: Ban Tổ chức công bố riêng.\n\nTổng điểm = Ban Giám khảo (tối đa 70) + bình chọn (tối đa 30).';
  const result = `KẾT QUẢ\nCuộc thi video clip Tổ công nghệ số cộng đồng lần thứ I, năm 2023, tỉnh Quảng Ngãi\n\nBan Tổ chức phê duyệt: văn bản số 15/QĐ-BTC ngày 23/9/2023.\n\n${list}\n\nXin nhắn riêng cho Trợ lý, nếu đội muốn biết vì sao được điểm như vậy: /giaithich QN-03\nNếu có khiếu nại: /khieunai`;

  test('who organizes alone proposes, approves and publishes: each step is seen before it is made', async () => {
    const before = messengers.map((messenger) => groups[messenger].messages.length);
    expect(await thu.says('/congbo')).toMatch(/^Chưa công bố được: chưa có kết quả nào được đề nghị/);
    expect(await thu.says('/dexuat')).toContain(`XEM TRƯỚC – chưa gửi cho ai\n\n${list}`);
    await thu.says('Không có nhận xét');
    // «Không» means the offer that declines, whatever its label.
    expect(await thu.says('không')).toBe('Chưa đề nghị. Kết quả chưa được gửi cho ai.');
    await thu.saysAll('/dexuat', '1');
    expect(await thu.chooses('Đề nghị')).toMatch(
      /^Đã lập đề nghị số 1 lúc .* anh\/chị phê duyệt được: gõ \/pheduyet\.$/,
    );
    expect(await thu.says('/pheduyet')).toContain(list);
    expect(await thu.saysAll('15/QĐ-BTC 23/9/2023', '1')).toMatch(/công bố được ngay: gõ \/congbo\.$/);
    expect(await thu.says('/congbo')).toMatch(
      /⚠️ Còn giải chưa quyết định trao cho bài nào: Các giải khác\. .*\n\nKết quả trên sẽ được gửi vào 3 nhóm/,
    );
    expect(thu.read.at(-1)).toContain(`${result}\n\n⚠️`);
    expect(messengers.map((messenger) => groups[messenger].messages.length)).toEqual(before);
  });

  test('the result goes to the groups of both messengers and to each team', async () => {
    expect(await thu.chooses('Công bố')).toBe(
      `Đã công bố kết quả lúc ${scene.moment}: gửi vào 3 nhóm. Các đội và đầu mối đã được báo riêng.`,
    );
    for (const messenger of messengers) {
      const [text, picture] = groups[messenger].messages.slice(-2);
      expect(text?.text).toBe(result);
      expect(picture?.text).toBe('Bảng xếp hạng Video clip Tổ công nghệ số cộng đồng 2023');
      expect(picture?.attachment?.kind).toBe('photo');
    }
    expect(an.read.at(-1)).toBe(
      'Video clip Tổ công nghệ số cộng đồng 2023 đã công bố kết quả.\nBài QN-01 «Chú Minh»: hạng 2, tổng điểm 67,51.\nBài QN-02 «Cây đa»: hạng 3, tổng điểm 59,84.\n\nNếu có khiếu nại: /khieunai\n\nGõ /ketqua để xem đầy đủ.',
    );
    expect(binh.read.at(-1)).toContain('Bài QN-03 «Chợ quê»: hạng 1, tổng điểm 79,35.');
    expect(giam.read.at(-1)).toContain('Xin cảm ơn anh/chị giám khảo!');
    expect(await khao.says('/ketqua')).toBe(result);
  });

  test('a published result stands', async () => {
    const before = messengers.map((messenger) => groups[messenger].messages.length);
    expect(await thu.says('/congbo')).toMatch(
      /^Kết quả đã được công bố lúc 0 giờ (0\d )?chủ nhật, 24\/9\/2023\./i,
    );
    expect(await thu.says('/dexuat')).toContain('nên không có gì để đính chính');
    expect(messengers.map((messenger) => groups[messenger].messages.length)).toEqual(before);
  });
});

story('Settling too late', { at: '2023-09-04T08:00:00+07:00', on: ['telegram'] }, (scene) => {
  test('how votes count is not settled once the vote is open', async () => {
    const thu = await scene.organizer('Thư');
    expect(await thu.says('/quydoi 1 2')).toBe(
      'Bình chọn đã mở lúc 0 giờ thứ Hai, 4/9/2023. Cách tính phải có trước khi mở bình chọn, nên không đặt ở đây được nữa.',
    );
    expect(await thu.says('/thangdiem 40 30 30 bước 1')).toContain('Thang điểm');
    await thu.says('1');
    const missed =
      '• Cách tính lượt thích và lượt chia sẻ: bình chọn đã mở lúc 0 giờ thứ Hai, 4/9/2023 mà chưa có quy định, nên bây giờ không quy định được nữa và Trợ lý không xếp hạng, không công bố kết quả được. Phiếu chấm và lượt tương tác vẫn được ghi và lưu lại đầy đủ (phiếu chấm lấy bằng lệnh /vanban sau khi chốt điểm); kết quả xin Ban Tổ chức quyết định ngoài Trợ lý.';
    const others =
      '• Hạn chung của «Bình chọn» (/quydinh).\n• Giải thưởng (/quydinh): Giải Nhất toàn diện, Các giải khác.';
    expect(await thu.says('/congbo')).toBe(`Chưa công bố được, vì còn thiếu quy định:\n${missed}\n${others}`);
    const situation = await thu.says('/tinhhinh');
    expect(situation).toContain(`Còn phải quy định:\n${missed}`);
    expect(situation).not.toContain('/quydoi');
    // It is said why, and not offered.
    expect(await thu.says('/quydinh')).toBe(
      scene.asks(
        'Những điều dưới đây kế hoạch cũng chưa nêu, nhưng bây giờ không quy định được nữa:\n• Cách tính lượt thích và lượt chia sẻ. Bình chọn đã mở lúc 0 giờ thứ Hai, 4/9/2023. Cách tính phải có trước khi mở bình chọn, nên không đặt ở đây được nữa.\nVì thế Trợ lý không xếp hạng, không công bố kết quả được. Phiếu chấm và lượt tương tác vẫn được ghi và lưu lại đầy đủ (phiếu chấm lấy bằng lệnh /vanban sau khi chốt điểm); kết quả xin Ban Tổ chức quyết định ngoài Trợ lý.\n\nKế hoạch còn để ngỏ những điều dưới đây. Anh/chị muốn quy định điều nào?',
        'Hạn chung của «Bình chọn»',
        'Giải Nhất toàn diện',
        'Các giải khác',
        'Số phiếu chấm tối thiểu của mỗi bài',
        'Cách xét khi bằng điểm',
        'Thời hạn khiếu nại về kết quả',
        'Quy định lại: Thang điểm của Ban Giám khảo',
      ),
    );
  });
});
