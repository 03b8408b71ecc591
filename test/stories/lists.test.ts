import { expect, test } from '@jest/globals';
import type { Member } from '../../src/domain/memberLists.js';
import { codeIn } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';
import { workbook } from '../support/workbook.js';

const syllables = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga', 'Oanh'];
const names = Array.from(
  { length: 40 },
  (_, index) =>
    `Nguyễn ${index < 11 ? 'Văn' : index < 22 ? 'Thị' : index < 33 ? 'Đức' : 'Hữu'} ${syllables[index % 11]}`,
);
const phoneOf = (index: number) => `09051234${String(index).padStart(2, '0')}`;
const pasted = (from: number, to: number) =>
  names
    .slice(from, to)
    .map((name, index) => `${index + 1}. ${name} - ${phoneOf(from + index)}`)
    .join('\n');

async function registerDistrict(person: Actor, unit: string, choice: string, headcount?: string) {
  await person.saysAll('/dangky', 'tôi đồng ý', unit, '1', choice);
  if (headcount) await person.says(headcount);
  return person.saysAll(`Đội ${unit}`, 'Trần Văn Đội', '0905000111', '1');
}

story(
  'Lists of people',
  { at: '2023-10-02T08:00:00+07:00', contest: 'dn-2023', usually: 'telegram' },
  (scene) => {
    let thu: Actor;
    let ky: Actor;
    let moi: Actor;
    let cu: Actor;
    let mil: Actor;

    const said = (person: Actor, about: RegExp) =>
      person.read.filter((text) => about.test(text)).at(-1) ?? '';
    const members = async (unit: RegExp): Promise<Member[]> => {
      const all = await scene.stage.store.lists.find().lean();
      const units = await scene.stage.assistant.tools.units('vn-2023-three-tiers');
      return all.find((list) => unit.test(units.get(list.unit)?.name ?? ''))?.members ?? [];
    };

    test('a district registers for both forms, with how many people it brings', async () => {
      thu = await scene.organizer('Thư');
      ky = scene.person('Kỳ');
      await ky.says(codeIn(await thu.says('/moi thư ký Kỳ')));
      moi = scene.person('Mơi');
      await moi.says(codeIn(await ky.says('/moi đầu mối cư jút')));
      cu = scene.person('Cư');
      await cu.saysAll('/dangky', 'tôi đồng ý', 'cu jut');
      expect(await cu.says('1')).toBe(
        scene.asks(
          'Đơn vị dự thi theo hình thức nào?',
          'Thi trực tiếp',
          'Thi trực tuyến',
          'Thi trực tiếp + Thi trực tuyến',
        ),
      );
      expect(await cu.chooses('Thi trực tiếp + Thi trực tuyến')).toBe(
        'Thi trực tiếp: đội đăng ký bao nhiêu người? Số người tham gia khi thi không được vượt quá số này.',
      );
      expect(await cu.says('0')).toMatch(/^Số người đăng ký phải từ 1 đến 200\. Xin gõ lại\./);
      expect(await cu.says('mười hai')).toMatch(/^Xin gõ số người bằng chữ số/);
      await cu.saysAll('12 người', 'Đội Cư Jút', 'Trần Văn Cư');
      expect(await cu.says('0905000111')).toContain(
        'Hình thức thi: Thi trực tiếp + Thi trực tuyến\nSố người đăng ký: 12',
      );
      expect(await cu.says('1')).toContain('gửi danh sách người dự thi bằng lệnh /danhsach');
      const registered = await scene.stage.store.registrations.findOne({ team: 'Đội Cư Jút' }).lean();
      expect([registered?.components, registered?.headcount]).toEqual([['live', 'online'], 12]);
    });

    test('31 names are pasted in two messages, and lines that are wrong are named by their place', async () => {
      const asked = await cu.says('/danhsach');
      expect(asked).toContain(
        'Danh sách Thi trực tuyến, huyện Cư Jút, tỉnh Đắk Nông\n\nHiện có 0 người; cần ít nhất 30, còn thiếu 30.\nDanh sách được chốt lúc 23 giờ 59 thứ Năm, 5/10/2023.',
      );
      expect(asked.includes('tệp Excel')).toBe(!scene.isZalo);
      const first = await cu.says(
        `DANH SÁCH\n\n${pasted(0, 16)}\n17. Lê Sai - 09051\n18. Lê Số - 067090001234`,
      );
      expect(first).toContain('Trợ lý đọc được 16 người:\n1. Nguyễn Văn An (0905 123 400)\n');
      expect(first).toContain(
        'Chưa nhận 2 dòng:\nDòng 19: số điện thoại chưa đúng, cần đủ 10 chữ số.\nDòng 20: có số căn cước hoặc số tài khoản.',
      );
      expect(first).toContain('Thêm vào thì danh sách có 16 người, còn thiếu 14.');
      const second = await cu.says(pasted(16, 31).normalize('NFD'));
      expect(second).toContain('Trợ lý đọc được 31 người:');
      expect(second).toContain('Thêm vào thì danh sách có 31 người.');
      expect(await cu.chooses('Ghi vào danh sách')).toContain(
        'Đã ghi thêm 31 người.\n\nHiện có 31 người, đủ ít nhất 30 người.',
      );
      expect((await members(/Cư Jút/)).map(({ name }) => name)).toEqual(names.slice(0, 31));
    });

    test('an identity number is kept nowhere', async () => {
      const everything = await Promise.all(
        Object.values(scene.stage.store.connection.models).map((model) => model.find().lean()),
      );
      const text = JSON.stringify(everything);
      expect(text).toContain(names[0]);
      expect(text).not.toContain('067090001234');
    });

    test('the coordinator of the district keeps the same list', async () => {
      await moi.says('/danhsach');
      expect(await moi.chooses('Bớt người')).toContain('31. ');
      expect(await moi.says('31, 99')).toMatch(/^Trợ lý cần số thứ tự từ 1 đến 31/);
      expect(await moi.says('31')).toContain(`Bớt khỏi danh sách: ${names[30]}. Đúng không ạ?`);
      expect(await moi.chooses('Đúng, bớt đi')).toContain('Đã bớt 1 người.\n\nHiện có 30 người');
      // Whoever is on it already is not there twice.
      await moi.saysAll('/danhsach', pasted(29, 31), 'Ghi vào danh sách');
      expect((await members(/Cư Jút/)).length).toBe(31);
    });

    test('a file is read where files pass, and asked for as text where they don’t', async () => {
      mil = scene.person('Mil');
      await registerDistrict(mil, 'dak mil', 'Thi trực tuyến');
      await mil.says('/danhsach');
      const rows = names
        .slice(0, 28)
        .map((name, index) => [String(index + 1), name, 'Tổ viên', String(Number(phoneOf(index)))]);
      rows[4] = ['5', names[4] ?? '', '', '12345'];
      const content = workbook([
        ['UBND HUYỆN ĐẮK MIL'],
        ['STT', 'Họ và tên', 'Chức vụ', 'Số điện thoại'],
        ...rows,
      ]);
      const answer = await mil.sends({ kind: 'document', name: 'danh sách.xlsx', content });
      if (scene.isZalo) {
        expect(answer).toMatch(/^Zalo không chuyển được tệp đến Trợ lý/);
        await mil.says(rows.map((cells) => cells.join('\t')).join('\n'));
      } else {
        expect(answer).toContain('Trợ lý đọc được 27 người:\n1. Nguyễn Văn An (Tổ viên, 0905 123 400)\n');
        expect(answer).toContain('Chưa nhận 1 dòng:\nDòng 7: số điện thoại chưa đúng');
        expect(await mil.sends({ kind: 'document', name: 'kế hoạch.pdf' })).toMatch(
          /^Trợ lý chỉ đọc được tệp Excel/,
        );
      }
      expect(await mil.says(`${names[4]}\n${names[39]}`)).toContain('Trợ lý đọc được 29 người:');
      expect(await mil.chooses('Ghi vào danh sách')).toContain(
        'Hiện có 29 người; cần ít nhất 30, còn thiếu 1.',
      );
    });

    test('a table that was sent without a word is taken for the list', async () => {
      await mil.says('/huy');
      if (scene.isZalo) return;
      const answer = await mil.sends({
        kind: 'document',
        name: 'bo-sung.csv',
        content: Buffer.from('Họ tên;SĐT;Số CCCD\nLê Thêm;0905777666;067090001234'),
      });
      expect(answer).toContain('Bảng có cột số căn cước hoặc số tài khoản (dòng 1).');
      const again = await mil.sends({
        kind: 'document',
        name: 'bo-sung.csv',
        content: Buffer.from(`Họ tên;SĐT\n${names[4]};\nLê Thêm;0905777666`),
      });
      expect(again).toContain('Trợ lý đọc được 2 người:');
      await mil.says('/huy');
      const unasked = await mil.sends({
        kind: 'document',
        name: 'bo-sung.csv',
        content: Buffer.from('Họ tên;SĐT\nLê Thêm;0905777666'),
      });
      expect(unasked).toContain('Trợ lý đọc được 1 người:\n1. Lê Thêm (0905 777 666)');
      await mil.says('/huy');
    });

    test('who changes a list after its day has first closed it as it was, before any tick', async () => {
      scene.stage.clock.set(Date.parse('2023-10-06T00:00:10+07:00'));
      await cu.saysAll('/danhsach', 'Lê Muộn - 0905999888');
      expect(await cu.chooses('Ghi vào danh sách')).toBe(
        scene.asks(
          'Đã ghi thêm 1 người.\n\nHiện có 32 người, đủ ít nhất 30 người.\nĐã chốt lần 1 lúc 23 giờ 59 thứ Năm, 5/10/2023: 31 người. Thay đổi từ bây giờ không làm thay đổi bản đã chốt.',
          'Sửa tiếp danh sách',
        ),
      );
      await mil.saysAll('/danhsach', 'Lê Muộn - 0905999888');
      expect(await mil.chooses('Ghi vào danh sách')).toContain(
        'Hiện có 30 người, đủ ít nhất 30 người.\nDanh sách chưa được chốt lúc 23 giờ 59 thứ Năm, 5/10/2023 vì thiếu người.',
      );
    });

    test('at the close 29 names are refused, 31 are written down, and all concerned are told', async () => {
      await scene.stage.moveTo('2023-10-06T00:01:05+07:00');
      expect(cu.read.filter((text) => /Đã chốt danh sách/.test(text))).toEqual([]);
      await scene.stage.moveTo('2023-10-06T07:00:05+07:00');
      expect(said(cu, /Đã chốt danh sách/)).toMatch(
        /^Đã chốt danh sách Thi trực tuyến, huyện Cư Jút, tỉnh Đắk Nông\nLần 1, lúc 23 giờ 59 thứ Năm, 5\/10\/2023: 31 người\. Mã kiểm tra: [0-9a-f]{12}\.\n\nThay đổi sau lúc đó không được tính vào bản đã chốt\.$/,
      );
      expect(said(moi, /Đã chốt danh sách/)).toBe(said(cu, /Đã chốt danh sách/));
      expect(said(mil, /Chưa chốt/)).toContain('Danh sách có 29 người, cần ít nhất 30, còn thiếu 1.');
      expect(said(ky, /^Chốt danh sách/)).toBe(
        'Chốt danh sách Thi trực tuyến\n• Huyện Cư Jút: đã chốt lần 1, 31 người\n• Huyện Đắk Mil: chưa chốt được, mới có 29/30 người, còn thiếu 1',
      );
      expect(said(thu, /^Chốt danh sách/)).toBe(said(ky, /^Chốt danh sách/));
    });

    test('a later change makes no difference to what was closed', async () => {
      const before = await scene.stage.store.listSnapshots.find().lean();
      await cu.saysAll('/danhsach', 'Lê Muộn Nữa');
      await cu.chooses('Ghi vào danh sách');
      await scene.stage.moveTo('2023-10-06T09:00:00+07:00');
      const after = await scene.stage.store.listSnapshots.find().lean();
      expect(after.map(({ number, members: on }) => [number, on.length])).toEqual([[1, 31]]);
      expect(after).toEqual(before);
      expect((await members(/Cư Jút/)).length).toBe(33);
    });

    test('those who close lists see how they stand, close them once more, and get them as tables', async () => {
      expect(await mil.says('/chotdanhsach')).toMatch(/^Việc này dành cho Ban Tổ chức, /);
      expect(await ky.says('/danhsach')).toContain(
        '• Huyện Cư Jút: 33 người; đã chốt lần 1 lúc 23 giờ 59 thứ Năm, 5/10/2023, 31 người\n• Huyện Đắk Mil: 30 người',
      );
      await ky.says('/chotdanhsach');
      const close = await ky.chooses('Chốt ngay');
      expect(close).toContain(
        '• Huyện Cư Jút: đã chốt lần 2, 33 người\n• Huyện Đắk Mil: đã chốt lần 1, 30 người',
      );
      expect(said(mil, /Đã chốt danh sách/)).toContain('Lần 1, lúc 9 giờ');
      await ky.says('/chotdanhsach');
      expect(await ky.chooses('Chốt ngay')).toContain('• Huyện Cư Jút: không có gì mới từ lần chốt 2');
      const exported = await ky.says('/xuatdanhsach');
      expect(exported).toContain('Danh sách Thi trực tuyến đã chốt: 2 đơn vị, 63 người.');
      expect(/\/tep\/[A-Z0-9]{24}$/m.test(exported)).toBe(scene.isZalo);
      expect(ky.chat.messages.at(-1)?.attachment?.kind).toBe(scene.isZalo ? undefined : 'document');
      const [file] = await scene.stage.store.files.find({ mime: { $ne: 'image/png' } });
      const text = file?.bytes.toString() ?? '';
      expect(text.split('\r\n').length).toBe(1 + 63 + 1);
      expect(text).toContain('"huyện Cư Jút, tỉnh Đắk Nông",32,Lê Muộn,,0905 999 888,,2,');
    });

    test('who takes no part in the form with a list, or in nothing, keeps none', async () => {
      const glong = scene.person('Glong');
      expect(await glong.says('/danhsach')).toMatch(/^Anh\/chị chưa đăng ký dự thi/);
    });
  },
);
