import { expect, test } from '@jest/globals';
import { codeIn, register, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { type Scene, story } from '../support/story.js';

const name = 'Chuyển đổi số Sơn La 2024';
const at = '2024-07-30T08:00:00+07:00';

/** The way an entry has gone, and why. */
async function wayOf({ stage }: Scene, code: string): Promise<string[]> {
  const entry = await stage.store.entries.findOne({ code }).lean();
  return (entry?.history ?? []).map(({ to, reason }) => (reason ? `${to}: ${reason}` : to));
}

async function takesUp(person: Actor, organizer: Actor, role: string): Promise<void> {
  const welcome = await person.says(codeIn(await organizer.says(`/moi ${role}`)));
  if (!welcome.startsWith('Chào mừng')) throw new Error(`not invited: ${welcome}`);
}

async function enters(person: Actor, unit: string, title: string): Promise<string> {
  await register(person, { unit, team: `Tổ ${person.phone.name}` });
  const link = `https://video.example/${title.replaceAll(' ', '-')}`;
  return submit(person, title === 'Bản em lên số' ? { title } : { title, link });
}

/** From the verdict's question to the last yes. */
const sendsBack = (screener: Actor, code: string, words: string, limit = '2 ngày') =>
  screener.saysAll(`/thamdinh ${code}`, '2', '2', words, limit, '1');
const corrects = (author: Actor, code: string, link: string) =>
  author.saysAll(`/thaybai ${code}`, link, 'tôi cam kết', '1');

story('Screening by one', { at, contest: 'sl-2024', usually: 'telegram' }, (scene) => {
  let thu: Actor;
  let ky: Actor;
  let dinh: Actor;
  let dau: Actor;
  let an: Actor;
  let binh: Actor;
  let chi: Actor;

  test('begins when the plan says so, and once it is settled how many screen', async () => {
    thu = await scene.organizer('Thư');
    ky = scene.person('Kỳ');
    dinh = scene.person('Định');
    dau = scene.person('Đầu');
    await takesUp(ky, thu, 'thư ký');
    await takesUp(ky, thu, 'đầu mối chieng coi');
    await takesUp(dinh, thu, 'thẩm định');
    await takesUp(dau, thu, 'đầu mối thành phố sơn la');
    an = scene.person('An');
    binh = scene.person('Bình');
    chi = scene.person('Chi');
    expect(await enters(an, 'chieng xom', 'Bản em lên số')).toBe('SL-01');
    expect(await enters(binh, 'chieng coi', 'Chợ phiên')).toBe('SL-02');
    expect(await enters(chi, 'hua la', 'Mùa mận')).toBe('SL-03');
    expect(await an.says('/thamdinh')).toMatch(/^Việc này dành cho Ban Tổ chức, /);
    expect(await dinh.says('/thamdinh')).toBe(
      'Chưa đến thời gian thẩm định. Việc thẩm định bắt đầu từ 0 giờ thứ Năm, 1/8/2024.',
    );
    await scene.stage.moveTo('2024-08-01T08:00:00+07:00');
    expect(await dinh.says('/thamdinh')).toMatch(/^Ban Tổ chức chưa quy định mỗi bài do mấy người thẩm định/);
    expect(await thu.saysAll('/sothamdinh 1', '1')).toContain('Mỗi bài do một người thẩm định và kết luận.');
    expect(await thu.says('/sothamdinh 3')).toContain(
      'Số người thẩm định đã được quy định rồi, không đổi được nữa. Gõ /thele để xem các quy định đang áp dụng.',
    );
  });

  test('a screener of the same unit is refused, and given what he may look at', async () => {
    expect(await ky.says('/thamdinh SL-02')).toBe(
      'Bài SL-02 là của đơn vị anh/chị, nên anh/chị không thẩm định bài này. Gõ /thamdinh để xem bài khác.',
    );
    expect(await wayOf(scene, 'SL-02')).toEqual([]);
    expect(await ky.says('/thamdinh')).toMatch(/^SL-01 «Bản em lên số»\nTổ An, /);
    expect(await wayOf(scene, 'SL-01')).toEqual(['screening']);
    await ky.says('/huy');
  });

  test('who says that he is close to the team looks at other entries', async () => {
    await ky.saysAll('/thamdinh SL-03', '4');
    expect(await ky.chooses('Tôi liên quan đến đội này')).toBe(
      'Xin ghi ngắn gọn mối liên quan. Điều này được lưu lại.',
    );
    await ky.says('Đội trưởng là em tôi');
    expect(await ky.chooses('Đúng, ghi lại')).toBe(
      scene.asks(
        'Đã ghi nhận: anh/chị có liên quan đến bài SL-03, nên không thẩm định.\n\nCòn 1 bài chờ anh/chị thẩm định.',
        'Thẩm định bài tiếp: SL-01',
      ),
    );
    expect(await ky.says('/thamdinh SL-03')).toMatch(/^Anh\/chị đã khai có liên quan đến bài SL-03/);
  });

  test('an author is sent back with the exact defect and a time limit', async () => {
    // Those that nobody has opened come first.
    expect(await dinh.says('/thamdinh')).toMatch(/^SL-02 /);
    await dinh.says('/huy');
    expect(await dinh.says('/thamdinh 1')).toBe(
      `SL-01 «Bản em lên số»\nTổ An, xã Chiềng Xôm, thành phố Sơn La\n\nXem video tại đây:\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n---\n${scene.asks(
        'Cần kiểm tra:\n• Tệp MP4, độ nét HD hoặc Full HD\n• Thời lượng từ 4 đến 5 phút\n• Là tiểu phẩm, kịch ngắn hoặc tình huống, đúng chủ đề\n• Do tác giả, nhóm tác giả tự sáng tác, tuân thủ pháp luật về báo chí và bản quyền\n• Chưa công bố trước ngày phát động\n• Tác giả đúng đối tượng, gửi không quá 3 tác phẩm\n\nAnh/chị kết luận bài SL-01 thế nào?',
        'Đạt',
        'Trả lại để bổ sung',
        'Không hợp lệ, bài dừng ở đây',
        'Tôi có liên quan, xin không thẩm định',
      )}`,
    );
    await dinh.saysAll('2', '2', 'Clip dài 6 phút');
    expect(await dinh.says('mai')).toMatch(/^Trợ lý không đọc được thời hạn\./);
    expect(await dinh.says('2 ngày')).toBe(
      scene.asks(
        'Bài SL-01 «Bản em lên số»: trả lại để bổ sung.\n• Thời lượng từ 4 đến 5 phút: Clip dài 6 phút\nThời hạn: 2 ngày',
        'Đúng, ghi lại',
        'Làm lại',
      ),
    );
    expect(await dinh.says('1')).toContain('Đã trả bài SL-01 để bổ sung, hạn 23 giờ 59 thứ Bảy, 3/8/2024.');
    const told = `${name}\nBài SL-01 «Bản em lên số» cần bổ sung:\n• Thời lượng từ 4 đến 5 phút: Clip dài 6 phút\n\nXin gõ /thaybai SL-01 để gửi bản đã sửa, chậm nhất 23 giờ 59 thứ Bảy, 3/8/2024. Đến hạn mà chưa có bản đã sửa thì bài không còn dự thi nữa.`;
    expect([an.read.at(-1), dau.read.at(-1)]).toEqual([told, told]);
    expect(await an.says('/trangthai')).toMatch(
      / – trạng thái: chờ bổ sung, hạn 23 giờ 59 thứ Bảy, 3\/8\/2024\n/,
    );
  });

  test('he is sent back twice and passes, although the intake is closed', async () => {
    expect(await an.says('/nopbai')).toMatch(/^Đã hết hạn nộp bài lúc 23 giờ 59 thứ Tư, 31\/7\/2024/);
    expect(await corrects(an, 'SL-01', 'https://youtu.be/abcdefghij1')).toMatch(
      /^Đã nhận bản sửa của bài SL-01 lúc .*\nTên bài: Bản em lên số\nBài được thẩm định lại; mã bài giữ nguyên\.$/,
    );
    expect(dinh.read.at(-1)).toBe(
      'Tổ An đã gửi bản sửa của bài SL-01 «Bản em lên số». Gõ /thamdinh SL-01 để thẩm định lại.',
    );
    expect(await an.says('/thaybai SL-01')).toMatch(/^Đã hết hạn nộp bài/);
    await sendsBack(dinh, 'SL-01', 'Mất tiếng ở phút thứ hai', '12 giờ');
    await corrects(an, 'SL-01', 'https://youtu.be/abcdefghij2');
    expect(await dinh.saysAll('/thamdinh SL-01', '1', '1')).toMatch(/^Đã kết luận bài SL-01: đạt\./);
    expect(an.read.at(-1)).toBe(`${name}\nBài SL-01 «Bản em lên số» đã được thẩm định: đạt.`);
    const sentBack = ['screening', 'needs_correction', 'submitted'];
    expect(await wayOf(scene, 'SL-01')).toEqual([...sentBack, ...sentBack, 'screening', 'accepted']);
    expect(await dinh.says('/thamdinh SL-01')).toBe(
      'Bài SL-01 đã có kết luận: hợp lệ. Gõ /thamdinh để xem bài tiếp theo.',
    );
  });

  test('two screeners at the same moment: one decides, and the author hears of one', async () => {
    const ha = scene.person('Hà');
    await takesUp(ha, thu, 'thẩm định');
    await dinh.saysAll('/thamdinh SL-03', '1');
    await ha.saysAll('/thamdinh SL-03', '3', '3', 'Không ghi thêm');
    const before = chi.read.length;
    const answers = await Promise.all([dinh.says('1'), ha.says('1')]);
    const decided = answers.filter((answer) => answer.startsWith('Đã kết luận bài SL-03'));
    const refused = answers.filter((answer) => answer.includes('Bài SL-03'));
    expect([decided.length, refused.length]).toEqual([1, 1]);
    expect(chi.read.length).toBe(before + 1);
    expect((await wayOf(scene, 'SL-03')).length).toBe(2);
  });

  test('what is not corrected in time is refused with the closing time, and lapses by itself, once', async () => {
    await sendsBack(dinh, 'SL-02', 'Clip dài 6 phút', '1 ngày');
    scene.stage.clock.set(Date.parse('2024-08-02T23:59:30+07:00'));
    await binh.says('/thaybai SL-02');
    scene.stage.clock.set(Date.parse('2024-08-03T00:00:30+07:00'));
    const late =
      'Đã hết hạn bổ sung bài SL-02 lúc 23 giờ 59 thứ Sáu, 2/8/2024, nên Trợ lý không nhận bản sửa nữa. Mọi thắc mắc xin liên hệ Ban Tổ chức.';
    expect(await binh.says('https://youtu.be/abcdefghij3')).toBe(late);
    const before = [binh, ky, dau].map(({ read }) => read.length);
    await scene.stage.moveTo('2024-08-03T00:06:00+07:00');
    await scene.stage.moveTo('2024-08-03T07:00:00+07:00');
    expect([binh, ky].map(({ read }) => read.at(-1))).toEqual([
      `${name}\nBài SL-02 «Chợ phiên» (Tổ Bình) không được bổ sung trước 23 giờ 59 thứ Sáu, 2/8/2024, nên không còn dự thi.`,
      `${name}\nTổ Bình không bổ sung bài SL-02 «Chợ phiên» trước 23 giờ 59 thứ Sáu, 2/8/2024. Bài không còn dự thi. Đội đã được báo.`,
    ]);
    // The secretary is the coordinator of that unit too, and hears both.
    expect([binh, ky, dau].map(({ read }, index) => read.length - (before[index] ?? 0))).toEqual([1, 2, 1]);
    expect(await binh.says('/thaybai SL-02')).toBe(late);
    expect(await binh.says('/trangthai')).toContain('• SL-02 «Chợ phiên» – không hợp lệ');
    expect(await wayOf(scene, 'SL-02')).toEqual(['screening', 'needs_correction', 'rejected: not_corrected']);
    expect(await dinh.says('/thamdinh')).toBe('Hiện không còn bài nào chờ anh/chị thẩm định.');
  });

  test('organizers take an entry out with a reason, which its author is told', async () => {
    expect(await ky.says('/loai SL-01')).toMatch(/^Việc này dành cho Ban Tổ chức\. /);
    expect(await thu.says('/loai')).toContain('Xin ghi mã bài cần loại, ví dụ: /loai SL-01.');
    expect(await thu.says('/loai SL-01')).toBe(
      'Anh/chị muốn loại bài SL-01 «Bản em lên số» (Tổ An, xã Chiềng Xôm, thành phố Sơn La)? Xin ghi lý do. Lý do được lưu lại và báo cho đội.',
    );
    expect(await thu.says('Trùng bài đã đăng báo')).toBe(
      scene.asks(
        'Bài SL-01 «Bản em lên số» sẽ bị loại và không dự thi nữa.\nLý do: Trùng bài đã đăng báo\nViệc này không huỷ lại được. Anh/chị xác nhận chứ?',
        'Đúng, loại bài',
        'Không loại',
      ),
    );
    expect(await thu.chooses('Đúng, loại bài')).toMatch(/^Đã loại bài SL-01 lúc /);
    expect(an.read.at(-1)).toBe(
      `${name}\nBan Tổ chức loại bài SL-01 «Bản em lên số», bài không còn dự thi. Lý do: Trùng bài đã đăng báo\nMọi thắc mắc xin liên hệ Ban Tổ chức.`,
    );
    expect((await wayOf(scene, 'SL-01')).at(-1)).toBe('disqualified: Trùng bài đã đăng báo');
    expect(await thu.says('/loai SL-01')).toBe('Bài SL-01 đã bị Ban Tổ chức loại, không còn dự thi.');
    expect(await an.says('/trangthai')).toContain('• SL-01 «Bản em lên số» – bị loại');
  });
});

story('Screening by a majority of three', { at, contest: 'sl-2024', usually: 'zalo' }, (scene) => {
  let screeners: Actor[] = [];
  let an: Actor;

  test('one word of three decides nothing, and may be changed', async () => {
    const thu = await scene.organizer('Thư');
    screeners = ['Một', 'Hai', 'Ba'].map((each) => scene.person(each));
    for (const screener of screeners) await takesUp(screener, thu, 'thẩm định');
    an = scene.person('An');
    await enters(an, 'chieng xom', 'Bản em lên số');
    await submit(an, { title: 'Bản thứ hai' });
    await scene.stage.moveTo('2024-08-01T08:00:00+07:00');
    expect(await thu.says('/sothamdinh 3')).toContain(
      'Mỗi bài do 3 người thẩm định, lấy theo đa số: có 2 người cùng ý kiến thì thành kết luận.',
    );
    await thu.says('1');
    const [mot] = screeners;
    expect(await mot?.saysAll('/thamdinh', '1', '1')).toBe(
      scene.asks(
        'Đã ghi ý kiến của anh/chị về bài SL-01: 1 người đã cho ý kiến. Có 2 người cùng ý kiến thì thành kết luận; trước đó anh/chị đổi ý được bằng cách gõ /thamdinh SL-01.\n\nCòn 1 bài chờ anh/chị thẩm định.',
        'Thẩm định bài tiếp: SL-02',
      ),
    );
    expect(await mot?.saysAll('/thamdinh SL-01', '3', '1', 'không', '1')).toMatch(/ 1 người đã cho ý kiến\./);
    expect(await wayOf(scene, 'SL-01')).toEqual(['screening']);
  });

  test('two who say the same decide, for the reason they give', async () => {
    const [, hai, ba] = screeners;
    expect(await hai?.saysAll('/thamdinh SL-01', '1', '1')).toMatch(/ 2 người đã cho ý kiến\./);
    expect(await ba?.saysAll('/thamdinh SL-01', '3', '1', 'Hình mờ từ phút thứ hai')).toContain(
      'Lý do: Không đúng định dạng hoặc độ nét: Hình mờ từ phút thứ hai\n',
    );
    expect(await ba?.says('1')).toMatch(/^Đã kết luận bài SL-01: không hợp lệ\./);
    expect(await wayOf(scene, 'SL-01')).toEqual(['screening', 'rejected: format']);
    expect(an.read.at(-1)).toBe(
      `${name}\nBài SL-01 «Bản em lên số» được thẩm định là không hợp lệ, không còn dự thi. Lý do: Không đúng định dạng hoặc độ nét: Hình mờ từ phút thứ hai`,
    );
  });

  test('three at the same moment decide exactly once', async () => {
    for (const screener of screeners) await screener.saysAll('/thamdinh SL-02', '1');
    const before = an.read.length;
    const answers = await Promise.all(screeners.map((screener) => screener.says('1')));
    expect(answers.filter((answer) => answer.startsWith('Đã kết luận bài SL-02: đạt.')).length).toBe(1);
    expect(an.read.length).toBe(before + 1);
    expect(await wayOf(scene, 'SL-02')).toEqual(['screening', 'accepted']);
  });
});
