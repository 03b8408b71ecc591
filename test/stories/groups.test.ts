import { expect, test } from '@jest/globals';
import type { EmulatedChat } from '../../emulator/index.js';
import { codeIn, inviteJudge } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

const groupHelp =
  'Trong nhóm, Trợ lý chỉ gửi thông báo và kết quả, và trả lời: /ketqua (xem kết quả), /thele (xem thể lệ), /ma (gắn nhóm). Các việc khác xin nhắn riêng cho Trợ lý.';
const privatePlease =
  'Việc này xin anh/chị làm trong cuộc trò chuyện riêng với Trợ lý, không làm trong nhóm.';

story('In a group', { at: '2023-09-19T08:00:00+07:00' }, (scene) => {
  let thu: Actor;
  let an: Actor;
  let group: EmulatedChat;

  test('what is private is refused there, and neither points nor codes are said again', async () => {
    thu = await scene.organizer('Thư');
    an = scene.person('An');
    const giam = scene.person('Giám');
    await inviteJudge(thu, giam, 'Lê Giám');
    group = await scene.group('Giám khảo', [an, giam, thu]);
    expect(await giam.saysIn(group, '/cham QN-07 32 25 18')).toBe(privatePlease);
    for (const command of ['/dangky', '/tinhhinh', '/moigiamkhao Lê Ba', '/trangthai', '/nopbai'])
      expect(await thu.saysIn(group, command)).toBe(privatePlease);
  });

  test('what everybody may know is answered', async () => {
    expect(await an.saysIn(group, '/ketqua')).toBe('Kết quả chưa được công bố.');
    expect(await an.saysIn(group, '/thele')).toMatch(/^Thể lệ Cuộc thi video clip/);
    expect(await an.saysIn(group, '/trogiup')).toBe(groupHelp);
    expect(await an.saysIn(group, '/batky')).toBe(groupHelp);
  });

  test('a code that is already used binds nothing', async () => {
    const code = codeIn(await thu.says('/nhom'));
    await thu.saysIn(group, `/ma ${code}`);
    const other = await scene.group('Nhóm khác', [thu]);
    expect(await thu.saysIn(other, `/ma ${code}`)).toBe(
      'Mã này đã được người khác dùng. Mỗi mã chỉ dùng một lần, xin Ban Tổ chức cấp mã mới.',
    );
    expect(await scene.stage.store.groups.distinct('chat')).toEqual([group.address]);
  });

  test('who speaks to the assistant is answered, who speaks to the others is not', async () => {
    if (scene.isZalo) {
      expect(await an.saysIn(group, 'chào em')).toBe(groupHelp);
      expect(await an.saysIn(group, 'bao giờ có kết quả vậy?')).toBe(groupHelp);
      return;
    }
    // A bot that is made administrator hears everything that is said.
    group.makeBotAdmin();
    await scene.stage.settled();
    expect(await an.saysIn(group, 'Hôm nay ai chấm xong rồi?')).toBe('');
    expect(await an.saysIn(group, 'kết quả')).toBe('');
  });
});

story('The life of a Telegram group', { at: '2023-08-31T08:00:00+07:00', on: ['telegram'] }, (scene) => {
  const hello =
    'Xin chào cả nhóm! Tôi là Trợ lý Cuộc thi, trả lời tự động. Để nhóm nhận thông báo và kết quả, xin Ban Tổ chức gõ /nhom trong cuộc trò chuyện riêng với tôi để lấy mã.';
  let thu: Actor;
  let group: EmulatedChat;
  const said = () => group.messages.filter(({ from }) => from.kind === 'bot').map(({ text }) => text);

  test('the assistant says hello, and what it is for', async () => {
    thu = await scene.organizer('Thư');
    await scene.stage.heard(() => {
      group = scene.stage.group('telegram', 'Các đội thi', [thu]);
    });
    expect(said()).toEqual([hello]);
    await thu.saysIn(group, `/ma ${codeIn(await thu.says('/nhom'))}`);
  });

  test('a group that becomes a supergroup keeps its binding', async () => {
    const before = group.address;
    await scene.stage.heard(() => group.upgrade());
    expect(group.address).not.toBe(before);
    await thu.saysAll('/thangdiem 40 30 30 bước 1', '1');
    expect(said().at(-1)).toContain('Ban Tổ chức quy định thang điểm của Ban Giám khảo');
    expect(await scene.stage.store.groups.distinct('chat')).toEqual([group.address]);
    expect(await thu.saysIn(group, '/ketqua')).toBe('Kết quả chưa được công bố.');
  });

  test('removed, nothing is written there; back again, announcements go on', async () => {
    await scene.stage.heard(() => group.removeBot());
    const before = said().length;
    await thu.saysAll('/quydoi 1 2', '1');
    expect(said()).toHaveLength(before);
    await scene.stage.heard(() => group.addBot(scene.stage.bots.telegram));
    expect(said().slice(before)).toEqual([
      'Xin chào cả nhóm! Tôi là Trợ lý Cuộc thi, trả lời tự động. Nhóm này đã được gắn với Video clip Tổ công nghệ số cộng đồng 2023 từ trước, nên thông báo và kết quả lại được gửi vào đây.',
    ]);
    await thu.saysAll('/sophieu 2', '1');
    expect(said()).toHaveLength(before + 2);
  });
});
