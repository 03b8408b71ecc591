import { expect, test } from '@jest/globals';
import type { EmulatedChat } from '../../emulator/index.js';
import { codeIn } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story('Questions to the secretariat', { at: '2023-08-31T08:00:00+07:00', on: ['zalo'] }, (scene) => {
  let an: Actor;
  let thu: Actor;
  let group: EmulatedChat;
  const inGroup = () => group.messages.filter(({ from }) => from.kind === 'bot').map(({ text }) => text);

  test('a sentence that nobody understands can be sent on with one answer', async () => {
    an = scene.person('An');
    thu = await scene.organizer('Thư');
    group = await scene.group('Tổ Thư ký', [thu]);
    await thu.saysIn(group, `/ma ${codeIn(await thu.says('/nhom thư ký'))}`);
    await an.says('chào');
    expect(await an.says('Cho hỏi xã tôi nộp được mấy bài vậy?')).toContain('4. Gửi câu này cho Ban Tổ chức');
    expect(await an.says('4')).toBe(
      'Đã gửi câu hỏi CH-01 tới Ban Tổ chức lúc 8 giờ thứ Năm, 31/8/2023. Khi có trả lời, Trợ lý nhắn lại anh/chị. Những câu đã được trả lời chung: /hoidap',
    );
    const told = [
      'Video clip Tổ công nghệ số cộng đồng 2023',
      'Câu hỏi CH-01 của An:',
      'Cho hỏi xã tôi nộp được mấy bài vậy?',
      '',
      'Để trả lời, xin nhắn riêng cho Trợ lý: /traloi CH-01',
    ].join('\n');
    expect([thu.read.at(-1), inGroup().at(-1)]).toEqual([told, told]);
  });

  test('what is asked for is sent on too, and nothing waits unseen', async () => {
    await an.says('/hoi');
    expect(await an.says('Video quay dọc có được không?')).toContain('Đã gửi câu hỏi CH-02');
    expect(await an.says('/traloi CH-01 Hai bài.')).toContain('Ban Tổ chức');
    expect(await thu.says('/tinhhinh')).toContain('Câu hỏi chờ trả lời (2), gõ /traloi và mã câu hỏi:');
    expect(await thu.says('/traloi')).toBe(
      [
        'Anh/chị trả lời khiếu nại hay câu hỏi nào?',
        '',
        'Câu hỏi chờ trả lời (2), gõ /traloi và mã câu hỏi:',
        '• CH-01, An, 8 giờ thứ Năm, 31/8/2023: Cho hỏi xã tôi nộp được mấy bài vậy?',
        '• CH-02, An, 8 giờ thứ Năm, 31/8/2023: Video quay dọc có được không?',
        '',
        '1. CH-01',
        '2. CH-02',
      ].join('\n'),
    );
  });

  test('the answer goes back, and everybody may read it without a name', async () => {
    expect(await thu.says('/traloi ch1: Mỗi huyện, thị xã, thành phố nộp hai bài.')).toBe(
      [
        'Câu hỏi CH-01 của An, lúc 8 giờ thứ Năm, 31/8/2023:',
        'Cho hỏi xã tôi nộp được mấy bài vậy?',
        '',
        'Gửi câu trả lời này? Đã gửi thì không sửa được.',
        'Mỗi huyện, thị xã, thành phố nộp hai bài.',
        '',
        '1. Gửi',
        '2. Để sau',
      ].join('\n'),
    );
    expect(await thu.says('1')).toBe('Đã gửi câu trả lời cho người hỏi CH-01.\n\n1. Công khai hỏi đáp này');
    expect(an.read.at(-1)).toBe(
      [
        'Video clip Tổ công nghệ số cộng đồng 2023',
        'Anh/chị hỏi (CH-01):',
        'Cho hỏi xã tôi nộp được mấy bài vậy?',
        '',
        'Ban Tổ chức trả lời:',
        'Mỗi huyện, thị xã, thành phố nộp hai bài.',
      ].join('\n'),
    );
    expect(await thu.says('1')).toBe(
      [
        'Mọi người sẽ đọc được như sau, không kèm tên người hỏi:',
        '',
        'Hỏi: Cho hỏi xã tôi nộp được mấy bài vậy?',
        'Đáp: Mỗi huyện, thị xã, thành phố nộp hai bài.',
        '',
        'Anh/chị công khai chứ?',
        '',
        '1. Công khai',
        '2. Viết lại câu hỏi',
        '3. Không công khai',
      ].join('\n'),
    );
    await thu.says('2');
    expect(await thu.says('Mỗi đơn vị nộp được mấy bài?')).toContain('Đã công khai hỏi đáp CH-01.');
    expect(await an.says('/hoidap')).toBe(
      [
        'Hỏi đáp về Video clip Tổ công nghệ số cộng đồng 2023',
        '',
        'Hỏi: Mỗi đơn vị nộp được mấy bài?',
        'Đáp: Mỗi huyện, thị xã, thành phố nộp hai bài.',
      ].join('\n'),
    );
    await thu.says('/congkhai CH-01 Được nộp mấy bài?');
    await thu.says('1');
    expect(await an.says('/hoidap')).toContain('Hỏi: Được nộp mấy bài?');
    expect(await thu.says('/traloi CH-01')).toContain('Câu hỏi CH-01 đã được Thư trả lời lúc');
  });
});
