import { expect, test } from '@jest/globals';
import type { ChatId } from '../../src/chat.js';
import { codeIn, inviteJudge, register, settleRules, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { type Messenger, story } from '../support/story.js';

story('One person, two messengers', { at: '2023-08-31T08:00:00+07:00' }, (scene) => {
  const otherMessenger = (): Messenger => (scene.isZalo ? 'telegram' : 'zalo');
  const nameOf = { telegram: 'Telegram', zalo: 'Zalo' };
  /** Somebody with the other messenger, for his second chat. */
  const second = (name: string) => scene.stage.person(otherMessenger(), name);
  const link = async (one: Actor, other: Actor) =>
    other.saysAll(`/lienket ${codeIn(await one.says('/lienket'))}`, '1');
  let thu: Actor;
  let an: Actor;
  let an2: Actor;

  test('a code is asked for in one chat', async () => {
    thu = await scene.organizer('Thư');
    an = scene.person('An');
    an2 = second('An (máy khác)');
    await register(an);
    const answer = await an.says('/lienket');
    expect(answer).toMatch(
      /^Mã liên kết: [A-Z0-9]{8}\nMuốn dùng chung .*\n\n• .* rồi gõ \/lienket [A-Z0-9]{8}\n• .*\n\nMã dùng được một lần, trong 15 phút\./,
    );
  });

  test('it is typed in the other, and confirmed there', async () => {
    const code = codeIn(await an.says('/lienket'));
    const asked = await an2.says(`/lienket ${code}`);
    expect(asked).toContain(
      `Anh/chị sắp liên kết cuộc trò chuyện này với ${nameOf[scene.messenger]} «An». Sau khi liên kết`,
    );
    expect(await an2.says('không liên kết')).toBe('Chưa liên kết gì cả.');
    await an2.says(`/lienket ${code}`);
    expect(await an2.says('đúng là tôi, liên kết')).toMatch(
      new RegExp(`^Đã liên kết với ${nameOf[scene.messenger]} «An»\\. .*\n---\n.*Đội thi có thể:`, 's'),
    );
    expect(an.read.at(-1)).toContain(
      `Tài khoản của anh/chị vừa được liên kết với ${nameOf[otherMessenger()]} «An (máy khác)».`,
    );
  });

  test('afterwards both chats show the same, and limits count them as one', async () => {
    expect(await an2.says('/trangthai')).toMatch(/^Tổ CNSCĐ Đức Phong, xã Đức Phong, huyện Mộ Đức\n/);
    expect(await an2.says('/dangky')).toMatch(/^Anh\/chị đã đăng ký cho đội «Tổ CNSCĐ Đức Phong»/);
    await submit(an, { title: 'Một' });
    await submit(an2, { title: 'Hai' });
    expect(await an2.says('/nopbai')).toMatch(/và đã gửi đủ: QN-01 «Một» .*QN-02 «Hai»/);
    expect(await an.says('/trangthai')).toMatch(/QN-01 «Một»[\s\S]*QN-02 «Hai»/);
    // What was begun on one messenger may be undone on the other.
    await an.saysAll('/rutbai QN-02', '1');
    expect(await an2.says('/trangthai')).toContain('QN-02 «Hai» – đã rút');
  });

  test('a role that is refused to one of the chats is refused to both', async () => {
    const code = codeIn(await thu.says('/moigiamkhao'));
    expect(await an2.says(code)).toMatch(/^Anh\/chị đã đăng ký dự thi, nên không thể/);
  });

  test('a code works once, for fifteen minutes, in another private chat', async () => {
    const binh = scene.person('Bình');
    const stranger = second('Người lạ');
    const code = codeIn(await binh.says('/lienket'));
    expect(await binh.says(`/lienket ${code}`)).toMatch(/^Mã này do chính anh\/chị lấy\./);
    expect(await stranger.says('/lienket ABCD2345')).toMatch(/^Mã này không phải là mã liên kết\./);
    await second('Bình 2').saysAll(`/lienket ${code}`, '1');
    expect(await stranger.says(`/lienket ${code}`)).toMatch(/^Mã liên kết này đã dùng rồi\./);

    const late = codeIn(await binh.says('/lienket'));
    await scene.stage.moveTo(new Date(scene.stage.clock.now().getTime() + 15 * 60_000).toISOString());
    expect(await stranger.says(`/lienket ${late}`)).toMatch(
      /^Mã liên kết chỉ dùng được trong 15 phút và đã hết hạn\./,
    );
  });

  test('a code that was typed in a group is worth nothing any more', async () => {
    const chi = scene.person('Chi');
    const group = await scene.group('Các đội', [chi]);
    for (const type of [(code: string) => `/lienket ${code}`, (code: string) => `/ma ${code}`]) {
      const code = codeIn(await chi.says('/lienket'));
      expect(await chi.saysIn(group, type(code))).toMatch(/Mã vừa gõ đã lộ trong nhóm/);
      expect(await second('Kẻ lạ').says(`/lienket ${code}`)).toMatch(/^Mã liên kết này đã dùng rồi\./);
    }
  });

  test('whoever has linked chats is not taken into another person', async () => {
    const dung = scene.person('Dung');
    const code = codeIn(await dung.says('/lienket'));
    expect(await an.says(`/lienket ${code}`)).toMatch(/^Tài khoản này đã được liên kết với tài khoản khác\./);
    // The other way round it goes, and what Dung has comes along.
    expect(await link(an, dung)).toContain('Đã liên kết với');
    expect(await dung.says('/trangthai')).toContain('QN-01 «Một»');
  });

  test('nothing is linked where a rule would be broken, and nothing has changed', async () => {
    const em = scene.person('Em');
    const em2 = second('Em');
    await register(em, { unit: 'hanh thuan', team: 'Tổ Em' });
    await register(em2, { unit: 'hanh thuan', team: 'Tổ Em hai' });
    const before = await scene.stage.store.people.find().sort({ _id: 1 }).lean();
    const code = codeIn(await em.says('/lienket'));
    expect(await em2.says(`/lienket ${code}`)).toMatch(
      /^Không liên kết được: cả hai tài khoản đều đã đăng ký dự thi Video clip Tổ công nghệ số cộng đồng 2023/,
    );

    const giam = second('Giám');
    await inviteJudge(thu, giam, 'Lê Giám');
    expect(await giam.says(`/lienket ${code}`)).toMatch(
      /^Không liên kết được: trong Video clip .*, tài khoản này là giám khảo còn tài khoản kia là đội dự thi/,
    );
    expect(await em.says(`/lienket ${codeIn(await giam.says('/lienket'))}`)).toMatch(
      /tài khoản này là đội dự thi còn tài khoản kia là giám khảo/,
    );
    const after = await scene.stage.store.people
      .find({ name: { $ne: 'Lê Giám' } })
      .sort({ _id: 1 })
      .lean();
    expect(after).toEqual(before);
    expect(await em2.says('/trangthai')).toContain('Tổ Em hai');
  });

  test('in a group the person is known by whichever account speaks', async () => {
    const phu = scene.person('Phú');
    const phu2 = second('Phú');
    await thu.says('/trogiup');
    const invitation = codeIn(await thu.says('/moi giúp việc Phú'));
    await phu.says(invitation);
    await link(phu, phu2);
    const group = await scene.group('Tổ chức', [phu2]);
    await phu2.saysIn(group, `/ma ${codeIn(await phu2.says('/nhom'))}`);
    const bound = await scene.stage.store.groups.findOne({ chat: group.address as ChatId }).lean();
    expect(bound?.by).toBe(phu.chat.address);
  });
});

story('Judges with two messengers', { at: '2023-08-31T08:00:00+07:00' }, (scene) => {
  const second = (name: string) => scene.stage.person(scene.isZalo ? 'telegram' : 'zalo', name);
  let thu: Actor;
  let giam: Actor;
  let giam2: Actor;

  test('two who are judges become one, with the sheets of both', async () => {
    thu = await scene.organizer('Thư');
    const an = scene.person('An');
    await register(an);
    await submit(an, { title: 'Một' });
    await submit(an, { title: 'Hai' });
    await settleRules(thu);
    giam = scene.person('Giám');
    giam2 = second('Giám');
    await inviteJudge(thu, giam, 'Lê Giám');
    await inviteJudge(thu, giam2, 'Lê Giám Hai');
    await scene.stage.moveTo('2023-09-19T08:00:00+07:00');
    await giam.saysAll('/cham QN-01 30 20 20', '1');
    await giam2.saysAll('/cham QN-02 35 25 25', '1');
    await giam2.saysAll(`/lienket ${codeIn(await giam.says('/lienket'))}`, '1');
    for (const chat of [giam, giam2])
      expect(await chat.says('/phieu')).toMatch(/QN-01 «Một».*70.*\n.*QN-02 «Hai».*85/);
    expect(await thu.says('/tinhhinh')).toContain('Giám khảo đã chấm:\n• Lê Giám: 2/2 bài\n');
  });

  test('a sheet of one chat is changed in the other', async () => {
    expect(await giam2.saysAll('/cham QN-01 31 20 20', '1')).toContain('71/100');
    const sheets = await scene.stage.store.sheets.find({ entry: 'QN-01' }).lean();
    expect(sheets.map(({ sum, version }) => ({ sum, version }))).toEqual([{ sum: '71', version: 2 }]);
  });

  test('two who have scored the same entry stay two', async () => {
    const khao = scene.person('Khảo');
    const khao2 = second('Khảo');
    await inviteJudge(thu, khao, 'Phạm Khảo');
    await inviteJudge(thu, khao2, 'Phạm Khảo Hai');
    for (const chat of [khao, khao2]) await chat.saysAll('/cham QN-02 30 20 20', '1');
    expect(await khao2.says(`/lienket ${codeIn(await khao.says('/lienket'))}`)).toMatch(
      /^Không liên kết được: cả hai tài khoản đều đã chấm bài QN-02,/,
    );
  });
});
