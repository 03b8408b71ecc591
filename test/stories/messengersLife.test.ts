import { expect, test } from '@jest/globals';
import type { ChatId } from '../../src/chat.js';
import { register, submit } from '../support/people.js';
import { story } from '../support/story.js';

story('What people send', { at: '2023-08-31T08:00:00+07:00' }, (scene) => {
  const unknownText =
    'Trợ lý chưa hiểu ý anh/chị. Xin chọn một việc dưới đây, hoặc gõ /trogiup để xem tất cả những gì Trợ lý làm được.';
  const whatToDo = ['Đăng ký dự thi', 'Tôi có mã mời', 'Xem thể lệ'];
  const unknown = scene.asks(unknownText, ...whatToDo);

  test('nothing is left without an answer', async () => {
    const an = scene.person('An');
    // Who writes for the first time is welcomed, whatever he writes.
    expect(await an.says('alo')).toMatch(/^Xin chào! Đây là Trợ lý Cuộc thi/);
    for (const text of ['alo', '/khongco', '🙏', '12', 'ABCDEFGH']) expect(await an.says(text)).toBe(unknown);
    // What may be a question for people can be sent on to them.
    expect(await an.says('Chào anh, cho hỏi nộp bài ở đâu ạ?')).toBe(
      scene.asks(unknownText, ...whatToDo, 'Gửi câu này cho Ban Tổ chức'),
    );
    expect(await an.says('ABCD2345')).toBe(
      'Mã này không đúng. Xin kiểm tra lại từng chữ, hoặc xin Ban Tổ chức cấp mã mới.',
    );
    for (const kind of ['sticker', 'photo'] as const) expect(await an.sends({ kind })).toBe(unknown);
    expect(await an.sends({ kind: 'voice' })).toMatch(
      /^Trợ lý không nghe được tin nhắn thoại\. Xin anh\/chị gõ thành chữ/,
    );
    // Zalo tells that there was something, but not what.
    const withheld = scene.isZalo ? expect.stringMatching(/^Zalo không chuyển được tệp hay video/) : unknown;
    for (const kind of ['document', 'contact'] as const) expect(await an.sends({ kind })).toEqual(withheld);
  });

  test('a command without its slash is an answer only where that is said', async () => {
    const cuong = scene.person('Cường');
    await cuong.saysAll('/dangky', 'tôi đồng ý', 'duc phong', '1');
    expect(await cuong.says('tat nhac')).toBe(
      scene.asks(
        '«tat nhac» cũng là tên một việc của Trợ lý. Nếu anh/chị muốn làm việc ấy, xin gõ /tatnhac. Nếu đó là câu trả lời, xin chọn dưới đây; nếu gõ nhầm, xin gõ lại câu trả lời.',
        'Đó là câu trả lời của tôi',
      ),
    );
    expect(await cuong.says('Đó là câu trả lời của tôi')).toMatch(/^Họ và tên người liên hệ/);
  });

  test('of two commands in one message the first is done, and the other handed back', async () => {
    const binh = scene.person('Bình');
    expect(await binh.says('/ketqua /thele')).toBe('Kết quả chưa được công bố.');
    expect(await binh.says('/thele\n/ketqua')).toMatch(
      /\n---\nTrợ lý làm từng việc một\. Phần này chưa được làm, xin anh\/chị gửi lại sau:\n\/ketqua$/,
    );
  });

  test('an update that comes twice is answered once', async () => {
    const chi = scene.person('Chi');
    scene.stage.emulator.fault({ platform: scene.messenger, kind: 'duplicate' });
    const { counts } = scene.stage.assistant.inbox;
    const before = counts.duplicates;
    const answered = chi.read.length;
    await chi.says('/ketqua');
    await scene.until(() => counts.duplicates > before);
    expect(chi.read.slice(answered)).toEqual(['Kết quả chưa được công bố.']);
  });

  test('what an assistant that was away has missed is answered when it is back', async () => {
    const dung = scene.person('Dũng');
    await scene.stage.assistant.close();
    await dung.phone.say(dung.chat, '/ketqua');
    await scene.stage.restart();
    await scene.until(() => dung.read.length > 0);
    expect(dung.read).toEqual(['Kết quả chưa được công bố.']);
  });
});

story('Buttons, blocks and returns', { at: '2023-08-31T08:00:00+07:00', on: ['telegram'] }, (scene) => {
  test('a button pressed twice counts once', async () => {
    const an = scene.person('An');
    await an.saysAll('/dangky', '1', 'duc phong', '1', 'Tổ Đức Phong', 'Nguyễn Văn An', '0905123456');
    const question = an.chat.messages.at(-1)?.id as string;
    const press = () => an.phone.press(an.chat, 'Đúng, gửi đăng ký', { message: question });
    const before = an.read.length;
    await scene.stage.heard(async () => {
      await press();
      await press();
    });
    await scene.until(() => an.read.length > before);
    expect(an.read.slice(before)).toEqual([expect.stringMatching(/^Đã đăng ký cho đội Tổ Đức Phong/)]);
    expect(await scene.stage.store.registrations.countDocuments()).toBe(1);
    expect(an.chat.messages.find(({ id }) => id === question)?.buttons).toBeNull();
  });

  test('a button of an earlier question is recognised, and the open question comes again', async () => {
    const binh = scene.person('Bình');
    await binh.saysAll('/dangky', 'tôi đồng ý');
    expect(await binh.presses('Tôi không đồng ý')).toBe(
      'Nút anh/chị vừa bấm là của một câu hỏi trước đó. Câu đang chờ anh/chị trả lời là:\n\nĐội của anh/chị thuộc xã, phường, thị trấn nào? Xin gõ tên, không dấu cũng được (ví dụ: le hong phong).',
    );
  });

  test('to who has blocked the bot nothing is written; who comes back is served', async () => {
    const thu = await scene.organizer('Thư');
    const chi = scene.person('Chi');
    await register(chi, { unit: 'hanh thuan', team: 'Tổ Hành Thuận' });
    await submit(chi);
    await scene.stage.heard(() => chi.phone.block(scene.stage.bots.telegram));
    const chat = () => scene.stage.store.chats.findById(chi.chat.address as ChatId).lean();
    expect(await chat()).toMatchObject({ reachable: false });
    expect(await thu.says('/tinhhinh')).toContain('Huyện Nghĩa Hành: 1 bài');
    await scene.stage.heard(() => chi.phone.unblock(scene.stage.bots.telegram));
    expect(await chat()).toMatchObject({ reachable: true });
    expect(await chi.says('/trangthai')).toContain('QN-01');
  });

  test('a block that is found out by writing is noted, and ends with the next message', async () => {
    const dung = scene.person('Dũng');
    await dung.says('/start');
    scene.stage.emulator.fault({ platform: 'telegram', chat: dung.chat.id, kind: '403' });
    expect(await dung.says('/trogiup')).toBe('');
    const chat = () => scene.stage.store.chats.findById(dung.chat.address as ChatId).lean();
    expect(await chat()).toMatchObject({ reachable: false });
    expect(await dung.says('/ketqua')).toBe('Kết quả chưa được công bố.');
    expect(await chat()).toMatchObject({ reachable: true });
  });
});
