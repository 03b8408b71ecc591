import { expect, test } from '@jest/globals';
import { type Act, type Capacity, cellOf } from '../../src/domain/permissions.js';
import type { RoleName } from '../../src/domain/roles.js';
import { codeIn, inviteJudge, register, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

const only = (who: string) =>
  `Việc này dành cho ${who}. Nếu anh/chị giữ nhiệm vụ đó, xin nhập mã được cấp: gõ /ma rồi đến mã.`;

story('Roles', { at: '2023-08-31T08:00:00+07:00', usually: 'zalo' }, (scene) => {
  let thu: Actor;
  let ky: Actor;
  let moi: Actor;
  let an: Actor;

  test('a secretary is invited by name, and told what she may do', async () => {
    thu = await scene.organizer('Thư');
    ky = scene.person('Kỳ');
    const invitation = await thu.says('/moi thư ký Trần Thị Kỳ');
    expect(invitation).toMatch(/^Mời vào Tổ Thư ký: Trần Thị Kỳ\nMã mời: [A-Z0-9]{8}\n/);
    const welcome = await ky.says(codeIn(invitation));
    expect(welcome).toMatch(
      /^Chào mừng Trần Thị Kỳ, Tổ Thư ký của Cuộc thi video clip .*!\n---\n.*Nhiệm vụ của anh\/chị: Tổ Thư ký\.\n\nViệc chính lúc này: .*\n• \/tinhhinh – .*\n• \/xacnhan .*\n• \/thongbao .*gõ \/trogiup tất cả/s,
    );
    expect(await ky.says('/trogiup tất cả')).toMatch(
      /\n• \/moi đầu mối .*\n• \/nhiemvu .*\n• \/nhom .*\n• \/dangbai .*\n• \/tuongtac .*\n• \/nghivan .*\n• \/congbo /s,
    );
    expect(await ky.says('/moigiamkhao Lê Giám')).toBe(only('Ban Tổ chức'));
    expect(await ky.says('/tinhhinh')).toMatch(/^Tình hình Video clip/);
  });

  test('whom to invite can be chosen, and is spelt with marks or without', async () => {
    expect(await ky.says('/moi')).toBe(
      scene.asks(
        'Anh/chị muốn mời ai? Xin chọn nhiệm vụ; cũng có thể gõ luôn kèm tên, ví dụ: thư ký Trần Thị Bình, đầu mối thành phố Quảng Ngãi: Lê Văn An',
        'Tổ Giúp việc',
        'Đầu mối đơn vị',
      ),
    );
    expect(await ky.says('Lê Văn An')).toMatch(/^Xin chọn một nhiệm vụ, hoặc gõ nhiệm vụ rồi đến tên/);
    expect(await ky.says('đầu mối huyện Mộ Đức: Lê Văn An')).toMatch(
      /^Mời làm đầu mối huyện Mộ Đức, tỉnh Quảng Ngãi: Lê Văn An\nMã mời: /,
    );
    await ky.says('/moi');
    expect(await ky.chooses('Tổ Giúp việc')).toMatch(/^Mã mời Tổ Giúp việc: /);
    for (const [typed, answer] of [
      ['/moi trưởng ban giám khảo Lê Giám', 'Mời làm Trưởng Ban Giám khảo: Lê Giám\nMã mời: '],
      ['/moi TRUONG BAN GIAM KHAO', 'Mã mời Trưởng Ban Giám khảo: '],
      ['mời giám khảo Phạm Khảo', 'Mời làm giám khảo: Phạm Khảo\nMã mời: '],
      ['/moi Phạm Khảo', 'Mời làm giám khảo: Phạm Khảo\nMã mời: '],
      ['/moi co quan thuong truc', 'Mã mời Cơ quan Thường trực: '],
      ['/moi trưởng ban tổ chức', 'Mã mời Trưởng Ban Tổ chức: '],
    ] as const)
      expect(await thu.says(typed)).toMatch(new RegExp(`^${answer}[A-Z0-9]{8}\n`));
  });

  test('a coordinator is invited for a unit, which is found by typing', async () => {
    moi = scene.person('Mơi');
    expect(await ky.says('/moi đầu mối')).toBe(
      'Đầu mối của đơn vị nào? Xin gõ tên đơn vị; không dấu cũng được.',
    );
    expect(await ky.says('xyzt')).toContain('không có đơn vị nào tên «xyzt»');
    expect(await ky.says('mo duc')).toBe(
      scene.asks(
        'Có 2 nơi giống tên anh/chị gõ. Xin chọn một, hoặc gõ lại tên kèm tên huyện:',
        'huyện Mộ Đức, tỉnh Quảng Ngãi',
        'thị trấn Mộ Đức, huyện Mộ Đức',
      ),
    );
    expect(await ky.chooses('huyện Mộ Đức, tỉnh Quảng Ngãi')).toMatch(
      /^Mã mời đầu mối huyện Mộ Đức, tỉnh Quảng Ngãi: [A-Z0-9]{8}\n/,
    );
    const welcome = await moi.says(codeIn(await ky.says('/moi dau moi huyen mo duc')));
    expect(welcome).toMatch(/^Chào mừng Mơi, đầu mối huyện Mộ Đức, tỉnh Quảng Ngãi trong Cuộc thi/);
  });

  test('a coordinator sees his own units, and nothing of judges and likes', async () => {
    an = scene.person('An');
    const binh = scene.person('Bình');
    const giam = scene.person('Giám');
    await register(an);
    await register(binh, { unit: 'hanh thuan', team: 'Tổ Hành Thuận', contact: 'Trần Bình' });
    await submit(an);
    await submit(binh, { title: 'Chợ quê' });
    await inviteJudge(thu, giam, 'Lê Giám');
    const dates =
      'Nộp bài: đang mở, đến hết 23 giờ 59 thứ Sáu, 1/9/2023\nBình chọn: sẽ mở lúc 0 giờ thứ Hai, 4/9/2023\nChấm điểm: sẽ mở lúc 0 giờ thứ Ba, 19/9/2023';
    expect(await moi.says('/tinhhinh')).toBe(
      `Tình hình Video clip Tổ công nghệ số cộng đồng 2023\nLúc ${scene.moment}\n\n${dates}\n\nĐội đã đăng ký: 1\nBài đã nộp: 1/2 (1 đơn vị, mỗi đơn vị tối đa 2 bài)\n\n• Xã Đức Phong: 1 bài – QN-01 «Có Chú Minh đây rồi»\n\nChưa đăng ký, chưa nộp (12): thị trấn Mộ Đức, xã Đức Lợi, xã Đức Thắng, xã Đức Nhuận, xã Đức Chánh, xã Đức Hiệp, xã Đức Minh, xã Đức Thạnh, xã Đức Hòa, xã Đức Tân, xã Đức Phú, xã Đức Lân\n\nChưa được đầu mối đơn vị xác nhận (1): Tổ CNSCĐ Đức Phong (xã Đức Phong, huyện Mộ Đức)`,
    );
    expect(await moi.says('/nhom')).toBe(only('Ban Tổ chức, Tổ Thư ký, Tổ Giúp việc'));
  });

  test('a coordinator of a district invites for its communes, and for no others', async () => {
    expect(await moi.says('/moi đầu mối hành thuận')).toContain('không có đơn vị nào tên «hành thuận»');
    const xa = scene.person('Xã');
    const invitation = await moi.says('/moi đầu mối đức phong');
    expect(invitation).toMatch(/^Mã mời đầu mối xã Đức Phong, huyện Mộ Đức: /);
    await xa.says(codeIn(invitation));
    expect(await xa.says('/tinhhinh')).toContain(
      'Đội đã đăng ký: 1\nBài đã nộp: 1\n\n• Xã Đức Phong: 1 bài – QN-01',
    );
    expect(await moi.says('/nhiemvu')).toMatch(
      /^Nhiệm vụ trong Video clip .*\n\n• Mơi: đầu mối huyện Mộ Đức, .*\n• Xã: đầu mối xã Đức Phong, huyện Mộ Đức, từ thứ Năm, 31\/8\/2023\n\n/,
    );
  });

  test('who may appoint sees the invitations that nobody has used, and revokes one', async () => {
    const code = codeIn(await ky.says('/moi đầu mối xã Hành Thuận: Lê Thuận'));
    const line = `• ${code}: Lê Thuận, đầu mối xã Hành Thuận, huyện Nghĩa Hành, lấy thứ Năm, 31/8/2023`;
    const seen = await ky.says('/nhiemvu');
    expect(seen).toContain(line);
    // Of those whom she may not appoint she is not shown the codes.
    expect(seen).not.toContain(': Phạm Khảo, giám khảo, lấy');
    expect(await thu.says('/nhiemvu')).toContain(': Phạm Khảo, giám khảo, lấy');
    expect(await moi.says('/nhiemvu')).not.toContain(code);
    expect(await moi.says(`/nhiemvu huỷ ${code}`)).toMatch(/^Không có mã mời nào như vậy/);
    expect(await ky.says(`/nhiemvu huỷ ${code}`)).toBe(
      `Đã huỷ mã ${code}. Từ bây giờ không ai dùng được mã này nữa.`,
    );
    expect(await ky.says('/nhiemvu')).not.toContain(code);
    expect(await scene.person('Thuận').says(code)).toMatch(/^Mã này đã được người khác dùng/);
  });

  test('a coordinator may enter with a team of his own, but not judge', async () => {
    const code = codeIn(await thu.says('/moigiamkhao'));
    expect(await moi.says(code)).toMatch(/^Anh\/chị đang giữ nhiệm vụ khác trong cuộc thi này\./);
    await register(moi, { team: 'Tổ của đầu mối' });
  });

  test('who has entered is not appointed, and who is appointed does not enter', async () => {
    const code = codeIn(await thu.says('/moi thư ký'));
    expect(await an.says(code)).toMatch(/^Anh\/chị đã đăng ký dự thi, nên không thể/);
    expect(await ky.says('/dangky')).toMatch(/^Anh\/chị đang giữ nhiệm vụ trong Ban Tổ chức/);
    // The code was not used up by the refusal.
    const viec = scene.person('Việc');
    expect(await viec.says(code)).toMatch(/^Chào mừng Việc, Tổ Thư ký của/);
  });

  test('a role ends with a reason that is kept and told, and its holder is free again', async () => {
    expect(await thu.says('/thoinhiemvu thư')).toContain('Không có ai tên như vậy');
    expect(await thu.says('/thoinhiemvu kỳ')).toBe(
      scene.asks('Anh/chị muốn cho ai thôi nhiệm vụ?', 'Trần Thị Kỳ – Tổ Thư ký'),
    );
    await thu.chooses('Trần Thị Kỳ – Tổ Thư ký');
    expect(await thu.says('Chuyển công tác')).toContain(
      'Trần Thị Kỳ sẽ thôi nhiệm vụ: Tổ Thư ký.\nLý do: Chuyển công tác',
    );
    expect(await thu.chooses('Đúng, cho thôi')).toBe('Đã ghi nhận: Trần Thị Kỳ thôi nhiệm vụ Tổ Thư ký.');
    expect(ky.read.at(-1)).toBe(
      'Anh/chị thôi nhiệm vụ Tổ Thư ký trong Video clip Tổ công nghệ số cộng đồng 2023. Lý do: Chuyển công tác',
    );
    const [kept] = await scene.stage.store.roles.find({ name: 'Trần Thị Kỳ' }).lean();
    expect(kept).toMatchObject({ role: 'secretary', endReason: 'Chuyển công tác', held: null });
    expect(await ky.says('/tinhhinh')).toMatch(/^Việc này dành cho/);
    expect(await thu.says('/nhiemvu')).not.toContain('Trần Thị Kỳ');
    await register(ky, { unit: 'hanh thuan', team: 'Tổ Kỳ' });
  });

  test('a code gives its role once, also after the role has ended', async () => {
    const giup = scene.person('Giúp');
    const code = codeIn(await thu.says('/moi giúp việc'));
    await giup.says(code);
    expect(await giup.says(`/ma ${code}`)).toMatch(/^Chào mừng Giúp, Tổ Giúp việc/);
    await thu.saysAll('/thoinhiemvu giúp', '1', 'Nhầm người', '1');
    expect(await giup.says(`/ma ${code}`)).toMatch(/^Mã này đã được người khác dùng/);
  });
});

story(
  'Every command and every role',
  { at: '2023-08-31T08:00:00+07:00', on: ['telegram'], sweep: 'nowhere' },
  (scene) => {
    const people = {} as Record<Capacity, Actor>;
    const commands: [command: string, act: Act][] = [
      ['/tinhhinh', 'seeSituation'],
      ['/xacnhan', 'confirmRegistration'],
      ['/dangkythay', 'actOnBehalf'],
      ['/guithay', 'actOnBehalf'],
      ['/nhom', 'bindGroup'],
      ['/nhiemvu', 'seeRoles'],
      ['/thangdiem 40 30 30', 'settlePlan'],
      ['/quydoi 1 2', 'settlePlan'],
      ['/sophieu 5', 'settlePlan'],
      ['/doingay', 'moveDate'],
      ['/giahan', 'extendDeadline'],
      ['/lichsu', 'checkPlan'],
      ['/kiemtra', 'checkPlan'],
      ['/chapnhan 1', 'acceptFinding'],
      ['/tuongtac QN-01 1 1', 'recordEngagement'],
      ['/dangbai', 'postEntry'],
      ['/nghivan', 'seeSuspicions'],
      ['/vanban', 'makePapers'],
      ['/dexuat', 'proposeResult'],
      ['/pheduyet', 'approveResult'],
      ['/congbo', 'publishResult'],
      ['/khieunai', 'complain'],
      ['/traloi', 'answerComplaint'],
      ['/thamdinh', 'screen'],
      ['/sothamdinh 1', 'settlePlan'],
      ['/loai QN-01', 'disqualify'],
      ['/cham QN-01', 'score'],
      ['/phieu', 'score'],
      ['/moigiamkhao', 'appoint:judge'],
      ['/moi btc', 'appoint:organizer'],
      ['/moi truong ban to chuc', 'appoint:chair'],
      ['/moi thuong truc', 'appoint:standing_agency'],
      ['/moi thu ky', 'appoint:secretary'],
      ['/moi giup viec', 'appoint:support_staff'],
      ['/moi truong ban giam khao', 'appoint:head_judge'],
      ['/moi tham dinh', 'appoint:screener'],
      ['/moi dau moi', 'appoint:unit_coordinator'],
      ['/nopbai', 'enter'],
      ['/dangky', 'register'],
    ];

    test('everybody takes up his role', async () => {
      people.organizer = await scene.organizer('Tổ chức');
      const invited: [Exclude<RoleName, 'organizer'>, string][] = [
        ['chair', 'trưởng ban tổ chức'],
        ['standing_agency', 'cơ quan thường trực'],
        ['secretary', 'thư ký'],
        ['support_staff', 'giúp việc'],
        ['head_judge', 'trưởng ban giám khảo'],
        ['judge', 'giám khảo'],
        ['screener', 'thẩm định'],
        ['unit_coordinator', 'đầu mối huyện mộ đức'],
      ];
      for (const [role, called] of invited) {
        people[role] = scene.person(role);
        const welcome = await people[role].says(codeIn(await people.organizer.says(`/moi ${called}`)));
        expect(welcome).toMatch(/^Chào mừng/);
      }
      people.author = scene.person('Tác giả');
      people.anyone = scene.person('Ai đó');
      await register(people.author);
      await submit(people.author);
    });

    test.each(commands)(
      '%s is done for whom the table allows it, and refused to all others',
      async (command, act) => {
        for (const [capacity, person] of Object.entries(people) as [Capacity, Actor][]) {
          const answer = await person.says(command);
          const isRefused =
            /^(?:Việc này dành cho|Anh\/chị chưa đăng ký dự thi|Anh\/chị đang giữ nhiệm vụ trong)/.test(
              answer,
            );
          const cell = cellOf(act, capacity);
          const isBarred = cell === 'eligible' && capacity !== 'unit_coordinator';
          // The districts of this contest pick what they send up by themselves.
          const isNo = ['no', 'selecting', 'vacant'].includes(cell) || isBarred;
          expect([command, capacity, isRefused]).toEqual([command, capacity, isNo]);
          await person.says('/huy');
        }
      },
    );
  },
);
