import { expect, test } from '@jest/globals';
import { codeIn, register, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

const at = '2023-08-05T08:00:00+07:00';
const district = 'Video clip Tổ công nghệ số cộng đồng Bình Sơn 2023';
const province = 'Video clip Tổ công nghệ số cộng đồng 2023';

async function enters(person: Actor, unit: string, title: string): Promise<string> {
  await register(person, { unit, team: `Tổ ${person.phone.name}`, contact: person.phone.name });
  return submit(person, { title });
}

story(
  'A district contest that feeds the province',
  { at, contest: 'binh-son-2023,qn-2023', usually: 'zalo' },
  (scene) => {
    let huyen: Actor;
    let tinh: Actor;
    let an: Actor;
    let binh: Actor;
    let chi: Actor;
    let dung: Actor;
    let giang: Actor;

    test('communes send to their district, which sends nothing up before the province takes it in', async () => {
      huyen = await scene.organizer('Huyện');
      tinh = await scene.stage.organizer(scene.messenger, 'Tỉnh', 'qn-2023');
      [an, binh, chi, dung, giang] = ['An', 'Bình', 'Chi', 'Dũng', 'Giang'].map((each) =>
        scene.person(each),
      ) as [Actor, Actor, Actor, Actor, Actor];
      expect(await enters(an, 'xã bình minh', 'Sông Trà')).toBe('BS-01');
      expect(await enters(binh, 'xã bình chương', 'Chợ quê')).toBe('BS-02');
      expect(await enters(chi, 'xã bình thanh', 'Cây đa')).toBe('BS-03');
      expect(await enters(dung, 'xã bình an', 'Bến đò')).toBe('BS-04');
      expect(await enters(giang, 'xã bình phước', 'Ruộng muối')).toBe('BS-05');
      await scene.stage.moveTo('2023-08-25T08:00:00+07:00');
      expect(await huyen.says('/xephang')).toMatch(/^Kế hoạch không nêu tiêu chí chấm cho vòng xét chọn/);
      expect(await huyen.says('/cu BS-01 1 20/QĐ-UBND 24/8/2023')).toBe(
        'Chưa đến thời gian cử bài. Bài được cử lên từ 0 giờ thứ Năm, 31/8/2023 đến hết 23 giờ 59 thứ Sáu, 1/9/2023.',
      );
      expect(await an.says('/cu BS-01')).toMatch(/^Việc này dành cho Ban Tổ chức, /);
      const xa = scene.person('Xã');
      await xa.says(codeIn(await huyen.says('/moi đầu mối xã bình minh')));
      // He hears of the team that waits for his word.
      await scene.stage.moveTo('2023-08-25T08:15:00+07:00');
      expect(xa.read.at(-1)).toContain('/xacnhan');
      expect(await xa.says('/cu BS-01')).toBe(
        'Anh/chị chỉ làm việc này cho đơn vị mình làm đầu mối: xã Bình Minh, huyện Bình Sơn.',
      );
    });

    test('what the district picks is an entry of the province, with registration and consent', async () => {
      await scene.stage.moveTo('2023-08-31T08:00:00+07:00');
      await huyen.says('/cu BS-01 1 20/QĐ-UBND 24/8/2023');
      const before = an.read.length;
      expect(await huyen.says('1')).toMatch(
        new RegExp(
          `^Đã cử bài BS-01 «Sông Trà» lên ${province} lúc .*\\. Mã bài ở đó: QN-01\\.\n\nHuyện Bình Sơn đã cử 1/2 bài\\.\n\nĐến hết 23 giờ 59 thứ Sáu, 1/9/2023, muốn rút lại xin gõ /rutcu BS-01 rồi đến lý do\\.$`,
        ),
      );
      expect(an.read.slice(before)).toEqual([
        `${district}\nChúc mừng đội! Huyện Bình Sơn cử bài BS-01 «Sông Trà» lên ${province}, hạng 1 (quyết định số 20/QĐ-UBND). Mã bài ở đó là QN-01. Đăng ký và sự đồng ý của đội được chuyển lên cùng bài; gõ /cuocthi để sang cuộc thi ấy xem thể lệ, tình trạng bài, hoặc rút lại sự đồng ý.`,
      ]);
      expect(tinh.read.at(-1)).toBe(
        `${province}\nHuyện Bình Sơn cử bài BS-01 «Sông Trà» (Tổ An) từ ${district}, hạng 1, quyết định số 20/QĐ-UBND. Mã bài ở đây: QN-01.`,
      );
      const { entries, registrations, consents } = scene.stage.store;
      const above = await entries.findOne({ contest: 'qn-2023' }).lean();
      const person = above?.person ?? '';
      expect(above).toMatchObject({
        code: 'QN-01',
        title: 'Sông Trà',
        team: 'Tổ An',
        sender: '524',
        slot: 'qn-2023/524/1',
        state: 'submitted',
        origin: { contest: 'binh-son-2023', code: 'BS-01' },
      });
      expect(await registrations.findOne({ contest: 'qn-2023', person }).lean()).toMatchObject({
        team: 'Tổ An',
        contact: 'An',
        sender: '524',
        origin: 'binh-son-2023',
      });
      const given = await consents.findOne({ contest: 'binh-son-2023', person }).lean();
      const { chat, text, answer, at: moment } = given ?? {};
      expect(await consents.findOne({ contest: 'qn-2023', person }).lean()).toMatchObject({
        ...{ chat, text, answer, at: moment, withdrawnAt: null },
        origin: { contest: 'binh-son-2023', consent: given?._id, version: '1' },
      });
    });

    test('its author finds it in both', async () => {
      expect(await an.says('/trangthai')).toContain(` – đã cử lên ${province}, mã bài ở đó: QN-01\n`);
      await an.says('/cuocthi qn-2023');
      expect(await an.says('/trangthai')).toMatch(
        /^Tổ An, xã Bình Minh, huyện Bình Sơn\n.*\n\n• QN-01 «Sông Trà»/,
      );
      // The province has rules of its own, to which nobody of the team has agreed yet.
      expect(await an.says('/thaybai QN-01')).toContain('THỂ LỆ');
      expect(await an.saysAll('1', 'https://youtu.be/abcdefghij1', 'tôi cam kết', '1')).toMatch(/QN-01/);
      expect(await tinh.says('/tinhhinh')).toContain('• Huyện Bình Sơn: 1 bài – QN-01 «Sông Trà»');
    });

    test('a third is refused, and one that is taken back leaves the province too', async () => {
      await huyen.saysAll('/cu BS-02 2 20/QĐ-UBND 24/8/2023', '1');
      expect(await huyen.says('/cu BS-03 3 20/QĐ-UBND 24/8/2023')).toBe(
        'Huyện Bình Sơn được cử tối đa 2 bài và đã cử đủ: hạng 1 – BS-01 «Sông Trà» (Tổ An); hạng 2 – BS-02 «Chợ quê» (Tổ Bình). Muốn cử bài khác, xin rút lại một bài trước: gõ /rutcu BS-02 rồi đến lý do.',
      );
      expect(await huyen.saysAll('/rutcu BS-02 Nhầm bài', '1')).toMatch(
        /^Đã rút lại bài BS-02 «Chợ quê» lúc /,
      );
      expect(binh.read.at(-1)).toBe(
        `${district}\nHuyện Bình Sơn rút lại bài BS-02 «Chợ quê», không cử lên ${province} nữa. Lý do: Nhầm bài`,
      );
      expect(tinh.read.at(-1)).toBe(
        `${province}\nHuyện Bình Sơn rút lại bài BS-02 «Chợ quê» đã cử từ ${district}; bài QN-02 ở đây không còn dự thi. Lý do: Nhầm bài`,
      );
      const states = async () =>
        (await scene.stage.store.entries.find().sort({ _id: 1 }).lean())
          .map(({ code, state }) => `${code} ${state}`)
          .sort();
      expect(await states()).toEqual([
        'BS-01 nominated',
        'BS-02 submitted',
        'BS-03 submitted',
        'BS-04 submitted',
        'BS-05 submitted',
        'QN-01 submitted',
        'QN-02 withdrawn',
      ]);
      expect(await huyen.saysAll('/cu BS-03 2 21/QĐ-UBND 31/8/2023', '1')).toContain('Mã bài ở đó: QN-03.');
    });

    test('what the province would refuse to the author, it refuses to the district', async () => {
      await huyen.saysAll('/rutcu BS-03 Xét lại', '1');
      // A judge of the province's is an author in the district, which is another contest.
      await giang.says(codeIn(await tinh.says('/moigiamkhao Giang')));
      expect(await huyen.says('/cu BS-05 2 22/QĐ-UBND 31/8/2023')).toBe(
        `Người đứng tên của Tổ Giang đang giữ nhiệm vụ trong ${province}, nên theo thể lệ không được dự thi ở đó.`,
      );
      await dung.saysAll('/rutdongy', '1');
      expect(await huyen.says('/cu BS-04 2 22/QĐ-UBND 31/8/2023')).toBe(
        'Đội Tổ Dũng đã rút lại sự đồng ý cho xử lý dữ liệu, nên không chuyển bài BS-04 lên được. Đội cần gõ /dongy trước.',
      );
      // Somebody of the district has entered with the province by himself, and one slot is left.
      const em = scene.person('Em');
      await em.says('/cuocthi qn-2023');
      await register(em, { unit: 'xã bình dương', team: 'Tổ Em', contact: 'Em' });
      await submit(em, { title: 'Đường làng' });
      expect(await huyen.says('/cu BS-02 2 22/QĐ-UBND 31/8/2023')).toBe(
        `Trong ${province}, Huyện Bình Sơn được gửi tối đa 2 bài và đã gửi đủ: QN-01 «Sông Trà» (Tổ An); QN-04 «Đường làng» (Tổ Em).`,
      );
      expect(await scene.stage.store.nominations.countDocuments({ entry: 'BS-02', withdrawnAt: null })).toBe(
        0,
      );
    });

    test('what is disqualified below leaves the province while that still takes in', async () => {
      await huyen.saysAll('/loai BS-01', 'Trùng bài đã đăng báo', '1');
      expect(tinh.read.at(-1)).toBe(
        `Bài BS-01 «Sông Trà» không còn dự thi trong ${district} (lý do: Trùng bài đã đăng báo), nên bài QN-01 được rút theo.`,
      );
      expect(await huyen.saysAll('/cu BS-02 1 23/QĐ-UBND 31/8/2023', '1')).toContain('Mã bài ở đó: QN-05.');
      await scene.stage.moveTo('2023-09-02T00:10:00+07:00');
      expect(await huyen.says('/cu BS-04')).toMatch(/^Đã hết thời gian cử bài/);
      // Entries above take their own way; here they stay what they are.
      expect((await scene.stage.store.entries.findOne({ code: 'BS-02' }).lean())?.state).toBe('nominated');
    });
  },
);

story(
  'A district contest whose province is not run here',
  { at, contest: 'binh-son-2023', on: ['telegram'] },
  (scene) => {
    test('keeps what it sends up, and says that it is only kept', async () => {
      const huyen = await scene.organizer('Huyện');
      const an = scene.person('An');
      await enters(an, 'xã bình minh', 'Sông Trà');
      expect(await huyen.says('/cu BS-01')).toBe(
        'Chưa đến thời gian cử bài. Bài được cử lên từ 0 giờ thứ Sáu, 11/8/2023.',
      );
      await scene.stage.moveTo('2023-08-25T08:00:00+07:00');
      expect(await huyen.saysAll('/cu BS-01 1 20/QĐ-UBND 24/8/2023', '1')).toMatch(
        /^Đã ghi nhận việc cử bài BS-01 «Sông Trà» lúc .*\. Cuộc thi cấp trên không dùng Trợ lý này, nên hồ sơ xin gửi lên như lâu nay\.\n\nHuyện Bình Sơn đã cử 1\/2 bài\.\n\nMuốn rút lại, xin gõ \/rutcu BS-01 rồi đến lý do\.$/,
      );
      expect(await huyen.saysAll('/rutcu BS-01 Xét lại', '1')).toMatch(/^Đã rút lại bài BS-01/);
    });
  },
);
