import { expect, test } from '@jest/globals';
import { codeIn, inviteJudge } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story(
  'A live day in the hall',
  { at: '2023-10-02T08:00:00+07:00', contest: 'dn-2023', usually: 'zalo' },
  (scene) => {
    const contest = 'Hội thi Chuyển đổi số Đắk Nông 2023';
    const introduction = 'Giới thiệu đội và đề xuất giải pháp';
    let thu: Actor;
    let ky: Actor;
    let hoi: Actor;
    let giam: Actor;
    let mot: Actor;
    /** As it was drawn. */
    let order: [string, string, string];

    /** Both judges give their points for what is on stage, and the secretary closes it. */
    async function judged(points: [giam: string, hoi: string]): Promise<string> {
      for (const [index, judge] of [giam, hoi].entries()) await judge.saysAll(points[index] ?? '', '1');
      return ky.says('/dongluot');
    }

    test('teams register, points and ties are settled, and a jury is called', async () => {
      thu = await scene.organizer('Thư');
      [ky, hoi, giam] = ['Ký', 'Hội', 'Giám'].map((name) => scene.person(name)) as [Actor, Actor, Actor];
      await ky.says(codeIn(await thu.says('/moi thư ký Lê Ký')));
      await hoi.says(codeIn(await thu.says('/moi trưởng ban giám khảo Lê Hội')));
      await inviteJudge(thu, giam, 'Lê Giám');
      for (const [index, unit] of ['cu jut', 'dak mil', 'dak song'].entries()) {
        const team = scene.person(`Đội trưởng ${index + 1}`);
        if (index === 0) mot = team;
        await team.saysAll('/dangky', 'tôi đồng ý', unit, '1', '1', '5', `Đội ${index + 1}`, 'Trần Văn Đội');
        await team.saysAll(`090500011${index}`, '1');
      }
      await thu.saysAll('/thangdiem 10 10 10 bước 1', '1', '/sophieu 2', '1');
      expect(await thu.saysAll('/quydinh 1', '1', '1')).toMatch(/^Đã ghi nhận quy định/);
      expect(await mot.says('/thutu')).toBe('Chưa có thứ tự lên sân khấu.');
    });

    test('the secretary has the order drawn, from lots that anybody can work out; teams hear their place', async () => {
      await scene.stage.moveTo('2023-10-20T08:00:00+07:00');
      expect(await ky.says('/xepthutu')).toBe(
        scene.asks(
          'Các đội: DN-01 Đội 1; DN-02 Đội 2; DN-03 Đội 3.\n\nXin gõ mã bài theo thứ tự lên sân khấu, cách nhau bằng dấu phẩy, ví dụ: DN-03, DN-02, DN-01. Hoặc chọn bốc thăm.',
          'Bốc thăm',
        ),
      );
      await ky.says('bốc thăm');
      const drawn = await ky.says('1');
      order = [...drawn.matchAll(/^\d\. (DN-\d\d)/gm)]
        .slice(0, 3)
        .map(([, code]) => code ?? '') as typeof order;
      expect([...order].sort()).toEqual(['DN-01', 'DN-02', 'DN-03']);
      expect(await mot.says('/thutu')).toMatch(/Thứ tự do bốc thăm lần 1, chuỗi bốc thăm: \w{32}$/);
      expect(mot.read.join('\n')).toContain(
        `Đội 1 (mã DN-01) lên sân khấu với số thứ tự ${order.indexOf('DN-01') + 1}, trong 3 đội.`,
      );
      expect(await mot.says('/moluot')).toMatch(/^Việc này dành cho/);
    });

    test('a judge scores what is on stage, and nothing else, by typing his points', async () => {
      const [first, second] = order;
      expect(await giam.says('/cham')).toMatch(/^Chưa có lượt nào đang mở\./);
      expect(await giam.says(`/cham ${first} 8`)).toMatch(/không có phần nào đang mở để chấm/);
      await ky.says('/moluot');
      expect(await ky.chooses(`Mở ${first}: ${introduction}`)).toContain(
        `Đã mở ${first}, phần ${introduction}. Đã báo cho 2 giám khảo.`,
      );
      const called = `${contest}\nTrên sân khấu: ${first} «Đội ${first.slice(-1)}»\nPhần thi: ${introduction}\n\nXin cho điểm từ 0 đến 10: anh/chị gõ điểm ngay tại đây, ví dụ: 8. Hoặc gõ /cham ${first}.`;
      expect([giam.read.at(-1), hoi.read.at(-1)]).toEqual([called, called]);
      expect(await ky.says(`/moluot ${second}`)).toBe(
        `Bài ${first} còn trên sân khấu. Xin đóng lượt ấy trước, bằng lệnh /dongluot.`,
      );
      expect(await giam.says('11')).toMatch(/^Điểm «11» cao hơn mức tối đa 10/);
      expect(await giam.says('8,0 điểm')).toContain(`Xin xác nhận điểm ${first} «Đội ${first.slice(-1)}»`);
      expect(await giam.says('1')).toBe(
        `Đã ghi điểm ${first}, phần ${introduction}: 8/10. Còn sửa được đến khi phần này đóng.`,
      );
    });

    test('the secretary sees who still owes his points, never what they are, and closes when they are in', async () => {
      const [first, second] = order;
      expect(await ky.says('/thutu')).toContain(
        `Đang mở ${first}, phần ${introduction}: 1/2 giám khảo đã chấm. Còn thiếu: Lê Hội.`,
      );
      expect(await ky.says('/dongluot')).toContain('còn thiếu điểm của Lê Hội');
      expect(await ky.chooses('Chờ thêm')).toBe('Lượt này vẫn mở.');
      await hoi.saysAll('9', '1');
      expect(ky.read.at(-1)).toBe(
        `Đã đủ điểm của 2 giám khảo cho ${first}, phần ${introduction}. Gõ /dongluot để đóng.`,
      );
      expect(await ky.says('/dongluot')).toBe(
        scene.asks(
          `Đã đóng ${first}, phần ${introduction}. Điểm của phần này không sửa được nữa, trừ khi Trưởng Ban Giám khảo mở lại.`,
          `Mở ${second}: ${introduction}`,
          `Mở ${first}: Thi kiến thức`,
        ),
      );
    });

    test('a sheet that comes too late is refused, until the head judge opens that part again with a reason', async () => {
      const [first] = order;
      expect(await giam.says(`/cham ${first} 10`)).toMatch(/không có phần nào đang mở để chấm/);
      expect(await ky.says(`/molailuot ${first}`)).toMatch(/^Việc này dành cho/);
      await hoi.saysAll(`/molailuot ${first}`, 'Giám khảo gõ nhầm điểm');
      expect(await hoi.says('1')).toContain(
        `Đã mở lại ${first}, phần ${introduction}, và báo cho 2 giám khảo. Khi sửa xong, thư ký gõ /dongluot.`,
      );
      expect(ky.read.at(-1)).toContain('Hội đã mở lại việc chấm');
      await giam.saysAll(`/cham ${first} 10`, '1');
      expect(await ky.says('/dongluot')).toContain(
        'Điểm của phần này không sửa được nữa, trừ khi Trưởng Ban Giám khảo mở lại.',
      );
    });

    test('no more people come on stage than the part allows', async () => {
      const [first] = order;
      expect(await ky.says(`/moluot ${first} kiến thức`)).toBe(
        `${first}, phần Thi kiến thức: bao nhiêu người lên sân khấu? Nhiều nhất 3 người.`,
      );
      expect(await ky.says('4 người')).toMatch(/^4 người là quá số được lên sân khấu: nhiều nhất 3 người\./);
      expect(await ky.says('3 người')).toMatch(/^Đã mở/);
      // What he begins to change and doesn't confirm is not taken for the next part.
      await giam.saysAll('7', '1', '6');
      await hoi.saysAll('thi kiến thức 8/10', '1');
      expect(await ky.says('/dongluot')).toContain('nhưng Lê Giám đang sửa điểm mà chưa xác nhận.');
      await ky.chooses('Vẫn đóng');
      expect(giam.read.at(-1)).toContain('điểm anh/chị đã ghi trước được giữ nguyên');
      await ky.says(`/moluot ${first}`);
      expect(await ky.says('6')).toMatch(/nhiều nhất 5 người/);
      await ky.says('5');
      await judged(['9', '9']);
    });

    test('who hasn’t come is marked with a reason; then the last one is on stage, and all is locked', async () => {
      const [first, second, third] = order;
      expect(await hoi.says('/chotcham')).toMatch(/^Chưa chốt được vì còn lượt chưa đóng: /);
      expect(await ky.says(`/vangmat ${second} 2 người ốm`)).toContain(`Đã ghi ${second} vắng.`);
      expect(await ky.says(`/moluot ${second}`)).toContain('đang được ghi vắng (2 người ốm)');
      await ky.says(`/moluot ${third}`);
      await judged(['6', '7']);
      await ky.saysAll(`/moluot ${third}`, '3');
      await judged(['8', '8']);
      await ky.saysAll(`/moluot ${third}`, '5');
      expect(await judged(['5', '6'])).toMatch(/^Đã đóng/);
      expect(await ky.says(`/vangmat ${first} bỏ về`)).toMatch(/đã thi xong tất cả các phần/);
      const read = await mot.says('/thutu');
      expect(read.match(/: (đã thi xong|vắng)$/gm)).toEqual([': đã thi xong', ': vắng', ': đã thi xong']);
      expect(await ky.says('/thutu')).toContain(': vắng (2 người ốm)');
      // The secretary has seen no points in all that time.
      expect(ky.read.join('\n')).not.toMatch(/\d\/10(?!\/)/);
      await hoi.says('/chotcham');
      expect(await hoi.says('1')).toMatch(/^Đã chốt điểm thi trực tiếp lúc .*: 4 phiếu\./);
      expect(await ky.says(`/moluot ${third}`)).toMatch(/^Điểm đã chốt lúc/);
      for (const late of [`/vangmat ${second}`, `/xepthutu ${second} 1`])
        expect(await ky.says(late)).toMatch(
          /^Điểm đã chốt lúc .* thứ tự thi và việc ghi vắng không thay đổi/,
        );
      expect(await hoi.says(`/giaithich ${first}`)).toContain(
        `Điểm từng phần thi (các phiếu được tính)\nPhần ${introduction}: tổng 19, chia 2 = 9,50\nPhần Thi kiến thức: tổng 15, chia 2 = 7,50\nPhần Tiểu phẩm: tổng 18, chia 2 = 9,00`,
      );
      expect(await hoi.says(`/giaithich ${third}`)).toContain('66,67');
      expect(await hoi.says(`/giaithich ${second}`)).toMatch(/0 phiếu|chưa đủ|không xếp hạng/i);
    });
  },
);
