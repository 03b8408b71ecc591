import { expect, test } from '@jest/globals';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story(
  'What a plan leaves open is settled by chat',
  { at: '2024-06-10T08:00:00+07:00', contest: 'sl-2024', usually: 'zalo' },
  (scene) => {
    let thu: Actor;
    const yes = 'Đúng, quy định như vậy';

    test('everything that is open is offered, what a result waits for first', async () => {
      thu = await scene.organizer('Thư');
      expect(await thu.says('/quydinh')).toBe(
        scene.asks(
          'Kế hoạch còn để ngỏ những điều dưới đây. Anh/chị muốn quy định điều nào?',
          'Các tiêu chí chấm điểm',
          'Số phiếu chấm tối thiểu của mỗi bài',
          'Cách tính lượt thích và lượt chia sẻ',
          'Cách xét khi bằng điểm',
          'Giải Nhì',
          'Giải Ba',
          'Giải Khuyến khích',
          'Số người thẩm định mỗi bài',
          'Thời hạn khiếu nại về kết quả',
        ),
      );
    });

    test('criteria are typed one on a line; a line that is none is named', async () => {
      expect(await thu.chooses('Các tiêu chí chấm điểm')).toMatch(/^Xin ghi mỗi tiêu chí một dòng/);
      expect(await thu.says('Nội dung: 50\nHình thức: nhiều')).toMatch(
        /^Chưa đọc được dòng «Hình thức: nhiều»\. .*\n\nXin ghi mỗi tiêu chí một dòng/s,
      );
      expect(await thu.says('Nội dung: 50\nHình thức: 40')).toBe(
        scene.asks(
          'Giám khảo cho điểm nguyên hay điểm lẻ? Xin chọn, hoặc gõ bước điểm, ví dụ: 0,2 (cho được 8 hoặc 8,2).',
          ...['Điểm nguyên', 'Bước 0,5', 'Bước 0,25'],
        ),
      );
      expect(await thu.says('0,2')).toContain(
        'Nội dung: tối đa 50 điểm\nHình thức: tối đa 40 điểm\n\nCộng: 90 điểm\n\nĐiểm cho theo bước 0,2.\n\nXin lưu ý: cộng lại là 90 điểm, không phải 100 điểm.',
      );
      await thu.chooses('Chưa, để sau');
      await thu.says('/quydinh 1');
      await thu.says('Nội dung: 60\nHình thức: 40');
      expect(await thu.chooses('Điểm nguyên')).toMatch(
        /Cộng: 100 điểm\n\nGiám khảo cho điểm nguyên\.\n\nXin xem kỹ/,
      );
      expect(await thu.chooses(yes)).toContain(
        'Kế hoạch còn để ngỏ 8 điều, trong đó 6 điều phải quy định trước khi công bố kết quả',
      );
    });

    test('ties are asked by numbers, in the order in which they count', async () => {
      await thu.says('/quydinh');
      expect(await thu.chooses('Cách xét khi bằng điểm')).toContain(
        '1. bài nhiều lượt thích, chia sẻ hơn (theo cách tính đã quy định)\n2. bài có điểm «Nội dung» cao hơn\n3. bài có điểm «Hình thức» cao hơn\n4. bài nộp sớm hơn',
      );
      expect(await thu.says('2 2')).toMatch(/^Xin ghi các số từ 1 đến 4 theo thứ tự xét, mỗi số một lần/);
      expect(await thu.says('2, 4')).toContain(
        'Khi bằng điểm thì xét lần lượt: bài có điểm «Nội dung» cao hơn; bài nộp sớm hơn; đồng hạng.',
      );
      await thu.chooses(yes);
    });

    test('a prize lacks only what the plan does not say of it', async () => {
      await thu.says('/quydinh');
      expect(await thu.chooses('Giải Nhì')).toBe('Có bao nhiêu giải như thế? Xin ghi một số, ví dụ: 2.');
      expect(await thu.says('hai')).toBe(
        'Trợ lý chỉ đọc số viết bằng chữ số. Xin gõ lại «hai» bằng chữ số.\n\nCó bao nhiêu giải như thế? Xin ghi một số, ví dụ: 2.',
      );
      expect(await thu.says('nhiều')).toBe(
        'Câu trả lời «nhiều» chưa dùng được.\n\nCó bao nhiêu giải như thế? Xin ghi một số, ví dụ: 2.',
      );
      expect(await thu.says('2')).toMatch(/^Giải Nhì: 2 giải, mỗi giải [\d.]+ đồng, xét theo .*$/m);
      await thu.chooses(yes);
      expect(await thu.says('/thele')).toMatch(
        /đã quy định thêm, thứ Hai, 10\/6\/2024:\n.*\nGiải Nhì:\nGiải Nhì: 2 giải/s,
      );
    });

    test('two organizers settle the same at the same time: the second hears that it stands', async () => {
      const bao = await scene.organizer('Bảo');
      await thu.saysAll('/quydinh', 'Giải Ba', '3');
      await bao.saysAll('/quydinh', 'Giải Ba', '4', yes);
      expect(await thu.chooses(yes)).toBe('Quy định này vừa được người khác đặt. Gõ /tinhhinh để xem.');
    });

    test('the rest by their own commands; then nothing is left', async () => {
      await thu.saysAll('/sophieu 2', yes, '/quydoi 1 2', yes, '/sothamdinh 3', yes);
      await thu.saysAll('/quydinh', '1', '5', yes);
      expect(
        await thu.saysAll('/quydinh', 'Thời hạn khiếu nại về kết quả', '5 ngày', 'không quy định'),
      ).toContain(
        'Khiếu nại về kết quả được nhận đến hết 5 ngày sau ngày công bố; trong thời gian ấy kết quả là tạm thời.\nKhông quy định thời hạn trả lời khiếu nại.',
      );
      await thu.says(yes);
      expect(await thu.says('/quydinh')).toContain(
        'Không còn điều nào phải quy định thêm: kế hoạch đã đủ để xếp hạng và công bố.',
      );
    });

    test('what nobody goes by yet is settled anew', async () => {
      expect(await thu.chooses('Quy định lại: Số phiếu chấm tối thiểu của mỗi bài')).toMatch(
        /^Xin ghi một bài cần ít nhất/,
      );
      expect(await thu.says('3')).toMatch(/cho tới khi mở chấm điểm; từ lúc ấy không đổi được nữa\.$/m);
      expect(await thu.says(yes)).toContain('Mỗi bài cần ít nhất 3 phiếu chấm mới được xếp hạng.');
      expect(await thu.says('/thele')).toContain('Mỗi bài cần ít nhất 3 phiếu chấm');
    });

    test('who is nobody here settles nothing', async () => {
      expect(await scene.person('Lạ').says('/quydinh')).toMatch(/^Việc này dành cho /);
    });
  },
);
