import { expect, test } from '@jest/globals';
import { addContest } from '../support/contests.js';
import { codeIn, inviteJudge, register, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

const first = 'Video clip Tổ công nghệ số cộng đồng 2023';
const other = 'Video clip Bình Sơn';

story('Two contests at once', { at: '2023-08-31T08:00:00+07:00', usually: 'telegram' }, (scene) => {
  const second = (person: string) => scene.stage.person(scene.isZalo ? 'telegram' : 'zalo', person);
  let thu: Actor;
  let hai: Actor;
  let groups: Awaited<ReturnType<typeof scene.group>>[] = [];

  test('the other one is added', async () => {
    await addContest(scene.stage.store, 'binh-son', ({ entries }) => ({
      name: 'Cuộc thi video clip huyện Bình Sơn',
      shortName: other,
      codePrefix: 'BS',
      entries: { ...entries, perAuthor: 1 },
    }));
  });

  test('somebody new is in the first, and may go over to the other', async () => {
    const moi = scene.person('Mới');
    expect(await moi.says('/thele')).toContain('Thể lệ Cuộc thi video clip Tổ công nghệ số cộng đồng');
    expect(await moi.says('/cuocthi')).toBe(
      scene.asks(
        `Các cuộc thi\n\n1. ${first} (đang chọn ở đây)\nAnh/chị chưa tham gia.\n\n2. ${other}\nAnh/chị chưa tham gia.\n\nMuốn chuyển sang cuộc thi khác, xin chọn tên, hoặc gõ số thứ tự.`,
        first,
        other,
      ),
    );
    const chosen = `Từ bây giờ cuộc trò chuyện này là về Cuộc thi video clip huyện Bình Sơn.\n\nAnh/chị chưa tham gia.`;
    expect(await moi.chooses(other)).toContain(chosen);
    expect(await moi.says('/thele')).toContain('Thể lệ Cuộc thi video clip huyện Bình Sơn');
    expect(await moi.says('/cuocthi 1')).toContain('Cuộc thi video clip Tổ công nghệ số cộng đồng');
    expect(await moi.says('cuộc thi 2')).toContain(chosen);
    expect(await moi.says('/cuocthi video clip')).toMatch(/^Có nhiều cuộc thi giống/);
    expect(await moi.says('/cuocthi khác')).toMatch(/^Không có cuộc thi nào tên «khác»/);
    expect(await moi.says('/cuocthi qn-2023')).toContain('Cuộc thi video clip Tổ công nghệ số cộng đồng');
  });

  test('a code takes the chat to its contest', async () => {
    thu = await scene.organizer('Thư');
    hai = await scene.stage.organizer(scene.messenger, 'Hải', 'binh-son');
    expect(await thu.says('/tinhhinh')).toMatch(new RegExp(`^Tình hình ${first}`));
    expect(await hai.says('/tinhhinh')).toMatch(new RegExp(`^Tình hình ${other}`));
  });

  test('one may organize one and take part in the other, in one chat', async () => {
    await thu.says('/cuocthi binh son');
    await register(thu, { team: 'Đội của Thư' });
    expect(
      await thu.saysAll('/nopbai', 'Sông Trà', 'https://youtu.be/abcdefghijk', 'tôi cam kết', '1'),
    ).toMatch(/Mã bài: BS-01/);
    expect(await thu.says('/cuocthi')).toContain(
      `1. ${first}\nAnh/chị là: thành viên Ban Tổ chức\n\n2. ${other} (đang chọn ở đây)\nAnh/chị là: đội «Đội của Thư»`,
    );
    // The role of one contest is nothing in the other; it is said where it is held.
    expect(await thu.says('/tinhhinh')).toBe(
      `Việc này dành cho Ban Tổ chức, Tổ Thư ký, Tổ Giúp việc, đầu mối đơn vị. Trong ${other} anh/chị không giữ nhiệm vụ đó, nhưng có trong ${first}: gõ /cuocthi để chuyển sang cuộc thi ấy.`,
    );
    await thu.says('/cuocthi 1');
    expect(await thu.says('/tinhhinh')).toContain('Đội đã đăng ký: 0\nBài đã nộp: 0/26');
    expect(await thu.says('/trangthai')).toMatch(/^Anh\/chị chưa đăng ký dự thi\./);
    expect(await thu.says('/dangky')).toMatch(/^Anh\/chị đang giữ nhiệm vụ trong Ban Tổ chức/);
  });

  test('entries are numbered, scored and limited in their own contest', async () => {
    const an = scene.person('An');
    await register(an);
    expect(await submit(an)).toBe('QN-01');
    const giam = scene.person('Giám');
    await inviteJudge(hai, giam, 'Lê Giám');
    expect(await giam.says('/phieu')).toMatch(/BS-01 «Sông Trà»/);
    expect(await giam.says('/phieu')).not.toContain('QN-01');
    await thu.says('/cuocthi 2');
    expect(await thu.says('/rutbai QN-01')).toContain('Mã bài có dạng BS-01');
    await thu.says('/cuocthi 1');
    // A judge there may be an author here.
    await giam.says('/cuocthi 1');
    await register(giam, { unit: 'hanh thuan', team: 'Đội của Giám' });
  });

  test('what is being answered belongs to its contest until it is done', async () => {
    const chi = scene.person('Chi');
    await chi.saysAll('/dangky', 'tôi đồng ý', 'duc phong', '1');
    expect(await chi.says('/cuocthi 2')).toMatch(
      new RegExp(
        `^Anh/chị đang làm dở một việc của cuộc thi khác\\. .* rồi mới chuyển sang ${other}\\.\n---\n`,
      ),
    );
    const code = codeIn(await hai.says('/moigiamkhao'));
    expect(await chi.says(`/ma ${code}`)).toMatch(/^Anh\/chị đang làm dở một việc của cuộc thi khác\./);
    await chi.says('/huy');
    expect(await chi.says(`/ma ${code}`)).toMatch(
      /^Chào mừng giám khảo Chi của Cuộc thi video clip huyện Bình Sơn!/,
    );
  });

  test('groups hear of their own contest only', async () => {
    const member = scene.person('Thành viên');
    groups = [await scene.group('Nhóm tỉnh', [member]), await scene.group('Nhóm huyện', [member])];
    for (const [index, organizer] of [thu, hai].entries()) {
      const group = groups[index];
      if (group) await member.saysIn(group, `/ma ${codeIn(await organizer.says('/nhom'))}`);
    }
    const before = groups[0]?.messages.length;
    await hai.saysAll('/thangdiem 40 30 30 bước 1', '1');
    expect(groups.map(({ messages }) => messages.at(-1)?.text.split('\n')[0])).toEqual([
      `Nhóm này đã được gắn với ${first}. Thông báo và kết quả sẽ được gửi vào đây.`,
      other,
    ]);
    expect(groups[0]?.messages.length).toBe(before);
    // Nothing was settled in the first.
    expect(await thu.says('/thangdiem 50 25 25 điểm nguyên')).toContain('Nội dung, ý tưởng: tối đa 50 điểm');
    await thu.says('chưa, để sau');
  });

  test('an author sends as many as the plan lets him, on both messengers together', async () => {
    const binh = scene.person('Bình');
    await binh.says('/cuocthi 2');
    await register(binh, { unit: 'hanh thuan', team: 'Tổ Bình' });
    await binh.saysAll('/nopbai', 'Một', 'https://youtu.be/abcdefghij1', 'tôi cam kết', '1');
    const binh2 = second('Bình');
    await binh2.saysAll(`/lienket ${codeIn(await binh.says('/lienket'))}`, '1');
    // The new chat is about what he takes part in.
    expect(await binh2.says('/nopbai')).toMatch(
      /^Mỗi tác giả được gửi tối đa 1 bài và anh\/chị đã gửi đủ: BS-02 «Một» \(Tổ Bình\)\./,
    );
    await binh2.saysAll('/rutbai', '1');
    expect(await binh2.saysAll('/nopbai', 'Hai', 'https://youtu.be/abcdefghij2', 'tôi cam kết', '1')).toMatch(
      /Mã bài: BS-03/,
    );
    expect(await binh.says('/nopbai')).toMatch(/đã gửi đủ: BS-03 «Hai»/);
  });

  test('the windows of each are announced to its own people', async () => {
    await scene.stage.moveTo('2023-09-02T07:31:00+07:00');
    const closed = (person: Actor) =>
      person.read
        .filter((text) => /^Bản tin .*«Nộp bài» đã kết thúc/s.test(text))
        .map((text) => text.split('\n')[1]);
    expect(closed(thu)).toEqual([first]);
    expect(closed(hai)).toEqual([other]);
  });
});
