import { expect, test } from '@jest/globals';
import { codeIn, register, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { type Scene, story } from '../support/story.js';

const name = 'Video clip Tổ công nghệ số cộng đồng 2026 (mẫu)';
const at = '2026-08-10T08:00:00+07:00';

/** Answers the code: one after the other the communes of a cluster send a clip, which passes the screening. */
async function enters(person: Actor, unit: string, title: string): Promise<string> {
  await register(person, {
    unit,
    headcount: '5',
    team: `Tổ ${person.phone.name}`,
    contact: person.phone.name,
  });
  return submit(person, { title });
}

async function takesUp(person: Actor, host: Actor, role: string): Promise<string> {
  const welcome = await person.says(codeIn(await host.says(`/moi ${role}`)));
  if (!welcome.startsWith('Chào mừng')) throw new Error(`not invited: ${welcome}`);
  return welcome;
}

async function stateOf({ stage }: Scene, code: string): Promise<string | undefined> {
  return (await stage.store.entries.findOne({ code }).lean())?.state;
}

story('Selection in a cluster', { at, contest: 'qn-2026', usually: 'zalo' }, (scene) => {
  const lock = '23 giờ 59 Chủ nhật, 20/9/2026';
  let thu: Actor;
  let dau: Actor;
  let mot: Actor;
  let hai: Actor;
  let khac: Actor;
  let teams: Actor[] = [];

  test('a coordinator invites those who judge in his own cluster', async () => {
    // Two go up from each cluster, so that the third is one too many.
    await scene.stage.store.contests.updateOne(
      { _id: 'qn-2026' },
      { $set: { 'plan.rounds.0.sends.count': 2 }, $inc: { version: 1 } },
    );
    thu = await scene.organizer('Thư');
    dau = scene.person('Đầu');
    mot = scene.person('Một');
    hai = scene.person('Hai');
    khac = scene.person('Khác');
    await takesUp(dau, thu, 'đầu mối cụm bình sơn');
    const welcome = await mot.says(codeIn(await dau.says('/moigiamkhao Lê Một')));
    expect(welcome).toMatch(
      /^Chào mừng giám khảo Lê Một, chấm các bài của cụm Bình Sơn \(mẫu\), tỉnh Quảng Ngãi trong Cuộc thi/,
    );
    await takesUp(hai, dau, 'giám khảo Lê Hai');
    expect(await dau.says('/trogiup')).toMatch(
      /• \/xephang – .*\/chotcham – .*\n• \/cu QN-01 – .*\/rutcu QN-01 – /,
    );
    // An organizer names the cluster.
    expect(await thu.says('/moi giám khảo cụm trà bồng: Lê Khác')).toMatch(
      /^Mời làm giám khảo cụm Trà Bồng \(mẫu\), tỉnh Quảng Ngãi: Lê Khác\nMã mời: [A-Z0-9]{8}\n/,
    );
    await takesUp(khac, thu, 'giám khảo cụm tra bong: Lê Khác');
    expect(await thu.says('/moi giám khảo cụm số mười')).toContain('không có đơn vị nào tên');
    expect(await dau.says('/giamkhao')).toMatch(
      /^Giám khảo \(2\):\n• Lê Một \(cụm Bình Sơn \(mẫu\), tỉnh Quảng Ngãi\): đã chấm 0\/0 bài\n• Lê Hai /,
    );
    expect(await thu.says('/giamkhao')).toMatch(/^Giám khảo \(3\):\n/);
    // A commune picks nothing.
    const xa = scene.person('Xã');
    await takesUp(xa, dau, 'đầu mối xã bình minh');
    expect(await xa.says('/moigiamkhao')).toMatch(/^Đơn vị anh\/chị làm đầu mối không có vòng xét chọn/);
    expect(await xa.says('/xephang')).toMatch(/^Đơn vị anh\/chị làm đầu mối không có vòng xét chọn/);
  });

  test('a judge of another cluster is refused, with whose entries he judges', async () => {
    teams = ['An', 'Bình', 'Chi', 'Dũng', 'Em'].map((each) => scene.person(each));
    const units = ['xã bình minh', 'xã bình chương', 'xã đông sơn', 'xã vạn tường', 'xã thanh bồng'];
    for (const [index, unit] of units.entries())
      await enters(teams[index] as Actor, unit, `Clip ${index + 1}`);
    await scene.stage.moveTo('2026-09-02T08:00:00+07:00');
    for (const number of [1, 2, 3, 5]) await thu.saysAll(`/thamdinh QN-0${number}`, '1', '1');
    expect(await mot.says('/cham')).toBe(
      `Chưa đến thời gian chấm. Giám khảo chấm từ 0 giờ thứ Ba, 8/9/2026 đến hết ${lock}.`,
    );
    await scene.stage.moveTo('2026-09-08T08:00:00+07:00');
    expect([mot, khac].map(({ read }) => read.at(-1))).toEqual(
      [3, 1].map(
        (count) =>
          `${name}\nĐã đến thời gian chấm, đến hết ${lock}. Có ${count} bài chờ anh/chị chấm. Gõ /cham để bắt đầu.`,
      ),
    );
    expect(await khac.says('/cham QN-01 30 20 20')).toBe(
      'Bài QN-01 là của xã Bình Minh, cụm Bình Sơn (mẫu). Anh/chị chấm các bài của cụm Trà Bồng (mẫu), tỉnh Quảng Ngãi: gõ /cham để chấm bài tiếp theo.',
    );
    expect(await khac.says('/cham')).toMatch(/^QN-05 «Clip 5»/);
    await khac.says('/huy');
    expect(await mot.says('/cham QN-04 30 20 20')).toMatch(/^Bài QN-04 chưa qua thẩm định/);
  });

  test('sheets of the cluster are its own, and the ranking is shown to nobody before the close', async () => {
    await mot.saysAll('/cham QN-01 30 20 20', '1', '/cham QN-02 38 28 28', '1', '/cham QN-03 25 20 20');
    expect(await mot.says('1')).toContain('Anh/chị đã chấm đủ 3/3 bài.');
    const sheet = await scene.stage.store.sheets.findOne({ entry: 'QN-01' }).lean();
    expect(sheet).toMatchObject({
      _id: `qn-2026/cluster/${sheet?.judge}/QN-01`,
      round: 'cluster',
      sum: '70',
    });
    await hai.saysAll('/cham QN-01 31 21 21', '1', '/cham QN-02 36 26 26', '1');
    const early = `Chưa xem được bảng xếp hạng: giám khảo còn được chấm và sửa điểm đến hết ${lock}.`;
    expect(await dau.says('/xephang')).toBe(early);
    expect(await thu.says('/xephang cụm bình sơn')).toBe(early);
    expect(await mot.says('/xephang')).toMatch(/^Việc này dành cho Ban Tổ chức, đầu mối đơn vị\./);
    expect(await dau.says('/chotcham')).toBe(
      `Chưa chốt được vì còn thiếu phiếu chấm: Lê Hai còn 1 bài. Điểm tự chốt khi hết hạn chấm, ${lock}.`,
    );
    expect(await dau.says('/cu QN-01')).toMatch(/^Chưa đến thời gian cử bài\. Bài được cử lên từ/);
  });

  test('a day before the close a judge hears what he owes', async () => {
    await scene.stage.moveTo('2026-09-20T08:00:00+07:00');
    expect(hai.read.at(-1)).toContain(
      `\nHạn chấm điểm là ${lock}. Anh/chị đã chấm 2/3, còn 1 bài: QN-03. Gõ /cham để chấm tiếp bài QN-03.\n`,
    );
    expect(mot.read.at(-1)).not.toContain('Hạn chấm điểm');
  });

  test('when all sheets are in, the coordinator may close earlier, and then sees the ranking', async () => {
    await thu.says('/thamdinh QN-04');
    await thu.saysAll('2', '1', 'Thiếu tiếng', '2 ngày', '1');
    expect(await dau.says('/chotcham')).toContain('còn thiếu phiếu chấm');
    await hai.saysAll('/cham QN-03 25 20 20', '1');
    expect(await dau.says('/chotcham')).toBe(
      scene.asks(
        '2 giám khảo của cụm Bình Sơn (mẫu), tỉnh Quảng Ngãi đã chấm đủ 3 bài. Chốt bây giờ thì không ai ghi hay sửa điểm được nữa. Anh/chị xác nhận chứ?',
        'Đúng, chốt điểm',
        'Chưa chốt',
      ),
    );
    expect(await dau.chooses('Đúng, chốt điểm')).toMatch(
      /^Đã chốt điểm vòng xét chọn của cụm Bình Sơn .* Gõ \/xephang để xem bảng xếp hạng\.$/,
    );
    expect(mot.read.at(-1)).toContain('được chốt lúc');
    expect(await mot.says('/cham QN-01 1 1 1')).toMatch(/^Điểm đã chốt lúc /);
    expect(await dau.says('/chotcham')).toMatch(/^Điểm đã chốt lúc /);
    expect(await dau.says('/xephang')).toBe(
      'Cụm Bình Sơn (mẫu): bảng xếp hạng\nVòng sơ khảo ở cụm\n\n1. QN-02 «Clip 2» (xã Bình Chương): 91,00 điểm, 2 phiếu\n2. QN-01 «Clip 1» (xã Bình Minh): 71,50 điểm, 2 phiếu\n3. QN-03 «Clip 3» (xã Đông Sơn): 65,00 điểm, 2 phiếu',
    );
    expect(await thu.says('/xephang cụm trà bồng')).toMatch(/^Chưa xem được bảng xếp hạng/);
  });

  test('two clips are sent up with rank, decision and day, read back first', async () => {
    await scene.stage.moveTo('2026-09-21T08:00:00+07:00');
    expect(await khac.says('/xephang')).toMatch(/^Việc này dành cho/);
    // With one judge of the two that are needed, nothing is ranked there.
    expect(await thu.says('/xephang cụm trà bồng')).toBe(
      'Cụm Trà Bồng (mẫu): bảng xếp hạng\nVòng sơ khảo ở cụm\n\nKhông xếp hạng vì chưa đủ 2 phiếu chấm:\n• QN-05 «Clip 5» (xã Thanh Bồng): 0 phiếu',
    );
    const readBack = await dau.says('/cu QN-02 1 15/QĐ-UBND 10/8/2026');
    expect(readBack).toBe(
      scene.asks(
        'Xin anh/chị kiểm tra lại:\nCụm Bình Sơn (mẫu) cử bài QN-02 «Clip 2» (Tổ Bình, xã Bình Chương, cụm Bình Sơn (mẫu))\nLên: Vòng chung khảo\nThứ hạng: 1\nQuyết định số 15/QĐ-UBND, thứ Hai, 10/8/2026',
        'Đúng, cử lên',
        'Sửa lại',
      ),
    );
    const before = (teams[1] as Actor).read.length;
    expect(await dau.chooses('Đúng, cử lên')).toMatch(
      /^Đã cử bài QN-02 «Clip 2» lên Vòng chung khảo lúc .*\n\nCụm Bình Sơn \(mẫu\) đã cử 1\/2 bài\.\n\nĐến hết 23 giờ 59 thứ Sáu, 25\/9\/2026, muốn rút lại xin gõ \/rutcu QN-02 rồi đến lý do\.$/,
    );
    expect(await stateOf(scene, 'QN-02')).toBe('nominated');
    expect((teams[1] as Actor).read.slice(before)).toEqual([
      `${name}\nChúc mừng đội! Cụm Bình Sơn (mẫu) cử bài QN-02 «Clip 2» lên Vòng chung khảo, hạng 1 (quyết định số 15/QĐ-UBND).`,
    ]);
    expect(thu.read.at(-1)).toBe(
      `${name}\nCụm Bình Sơn (mẫu) cử bài QN-02 «Clip 2» (Tổ Bình) lên Vòng chung khảo, hạng 1, quyết định số 15/QĐ-UBND.`,
    );
    // Step by step, the best of those that are left first.
    expect(await dau.says('/cu')).toBe(
      scene.asks('Anh/chị cử bài nào? Xin chọn hoặc gõ mã bài.', 'QN-01 «Clip 1»', 'QN-03 «Clip 3»'),
    );
    expect(await dau.chooses('QN-03 «Clip 3»')).toMatch(/^Bài QN-03 «Clip 3» được xếp hạng mấy/);
    expect(await dau.says('1')).toMatch(/^Hạng 1 đã dành cho bài QN-02\. /);
    expect(await dau.says('áp chót')).toMatch(/^Trợ lý không đọc được thứ hạng «áp chót»\./);
    expect(await dau.says('hạng 2')).toBe(
      scene.asks('Quyết định cử bài số mấy? Ví dụ: 15/QĐ-UBND.', 'Như bài trước: 15/QĐ-UBND, 10/8/2026'),
    );
    expect(await dau.says('21/9/2026')).toMatch(/^Đây là ngày, chưa phải số quyết định\./);
    expect(await dau.says('16/QĐ-UBND')).toBe('Quyết định ký ngày nào? Ví dụ: 21/9/2026.');
    expect(await dau.says('22/9')).toMatch(/^Ngày thứ Ba, 22\/9\/2026 chưa đến\./);
    // There is one place left, and something better without one.
    expect(await dau.says('ngày 20 tháng 9')).toMatch(/^Xếp trên bài QN-03 mà chưa được cử: QN-01\. /);
    const why = 'Xếp trên mà chưa được cử, nay đã hết chỗ: QN-01. Lý do: Hợp với sân khấu hơn';
    expect(await dau.says('Hợp với sân khấu hơn')).toContain(
      `${why}\n\nLưu ý: trong bảng điểm của giám khảo, bài này xếp hạng 3.`,
    );
    // Of one message only the rank that is taken is asked for again.
    expect(await dau.says('/cu QN-03 1 16/QĐ-UBND 20/9/2026')).toMatch(
      /Hạng 1 đã dành cho bài QN-02\. Xin ghi hạng khác\.\n\nBài QN-03 «Clip 3» được xếp hạng mấy/,
    );
    expect(await dau.saysAll('2', 'Hợp với sân khấu hơn')).toContain(
      `Thứ hạng: 2\nQuyết định số 16/QĐ-UBND, Chủ nhật, 20/9/2026\n\n${why}`,
    );
    await dau.says('1');
    expect(thu.read.at(-1)).toBe(
      `${name}\nCụm Bình Sơn (mẫu) cử bài QN-03 «Clip 3» (Tổ Chi) lên Vòng chung khảo, hạng 2, quyết định số 16/QĐ-UBND.\n${why}`,
    );
  });

  test('a third is refused, naming the two and how to take one back', async () => {
    expect(await dau.says('/cu QN-01 3 17/QĐ-UBND 20/9/2026')).toBe(
      'Cụm Bình Sơn (mẫu) được cử tối đa 2 bài và đã cử đủ: hạng 1 – QN-02 «Clip 2» (Tổ Bình); hạng 2 – QN-03 «Clip 3» (Tổ Chi). Muốn cử bài khác, xin rút lại một bài trước: gõ /rutcu QN-03 rồi đến lý do.',
    );
    expect(await dau.says('/cu QN-02 1 15/QĐ-UBND 10/8/2026')).toBe(
      'Cụm Bình Sơn (mẫu) đã cử bài QN-02 rồi, hạng 1.',
    );
    expect(await dau.says('/cu QN-04')).toMatch(
      /^Cụm .* được cử tối đa|^Bài QN-04 đang ở trạng thái «chờ bổ sung»/,
    );
    expect(await dau.says('/cu QN-05')).toMatch(/^Anh\/chị chỉ làm việc này cho đơn vị mình làm đầu mối/);
    expect((await dau.says('/tinhhinh')).split('\n\n').at(-1)).toBe(
      'Bài được cử lên Vòng chung khảo: 2/2\n• Cụm Bình Sơn (mẫu): 2/2 – QN-02, QN-03\nHạn cử bài: 23 giờ 59 thứ Sáu, 25/9/2026.',
    );
  });

  test('one is taken back with a reason, and another goes in its place', async () => {
    expect(await dau.says('/rutcu QN-01')).toMatch(/^Bài QN-01 chưa được cử lên/);
    expect(await dau.says('/rutcu QN-03 Nhầm bài hạng ba')).toBe(
      scene.asks(
        'Bài QN-03 «Clip 3» sẽ không còn được cử lên Vòng chung khảo.\nLý do: Nhầm bài hạng ba\nAnh/chị xác nhận chứ?',
        'Đúng, rút lại',
        'Không rút',
      ),
    );
    expect(await dau.chooses('Đúng, rút lại')).toMatch(/^Đã rút lại bài QN-03 «Clip 3» lúc /);
    expect(await stateOf(scene, 'QN-03')).toBe('accepted');
    const told = `${name}\nCụm Bình Sơn (mẫu) rút lại bài QN-03 «Clip 3», không cử lên Vòng chung khảo nữa. Lý do: Nhầm bài hạng ba`;
    expect([teams[2]?.read.at(-1), thu.read.at(-1)]).toEqual([told, told]);
    const again = ['/cu QN-03 3 17/QĐ-UBND 20/9/2026', 'Hợp với sân khấu', '1'];
    expect(await dau.saysAll(...again)).toContain('đã cử 2/2 bài');
    await dau.saysAll('/rutcu QN-03 Nhầm bài hạng ba', '1');
    const kept = await scene.stage.store.nominations.findOne({ entry: 'QN-03' }).lean();
    expect(kept?.earlier.map(({ rank, reason, passed }) => [rank, reason, passed])).toEqual([
      [2, 'Nhầm bài hạng ba', { entries: ['QN-01'], left: 0, reason: 'Hợp với sân khấu hơn' }],
    ]);
    expect(await dau.saysAll('/cu qn 1 2 17/QĐ-UBND 20/9/2026', '1')).toContain('đã cử 2/2 bài');
  });

  test('the final opens with exactly those, under-filled, and everybody is told once', async () => {
    const before = teams.map(({ read }) => read.length);
    await scene.stage.moveTo('2026-09-26T00:03:00+07:00');
    expect(await stateOf(scene, 'QN-02')).toBe('nominated');
    await scene.stage.moveTo('2026-09-26T00:06:00+07:00');
    await scene.stage.moveTo('2026-09-26T00:08:00+07:00');
    const states = await Promise.all([1, 2, 3, 5].map((number) => stateOf(scene, `QN-0${number}`)));
    expect(states).toEqual(['in_final', 'in_final', 'accepted', 'accepted']);
    const isIn = (entry: string) => `${name}\nBài ${entry} của đội được vào Vòng chung khảo. Chúc mừng đội!`;
    const isOut = (entry: string) =>
      `${name}\nBài ${entry} không nằm trong số bài được cử vào Vòng chung khảo. Xin cảm ơn đội đã tham gia; mong được gặp lại đội ở cuộc thi sau.`;
    await scene.stage.moveTo('2026-09-26T07:00:00+07:00');
    const told = teams.map(({ read }, index) => read.slice(before[index]));
    expect([0, 1, 2, 4].map((index) => told[index])).toEqual([
      [isIn('QN-01 «Clip 1»')],
      [isIn('QN-02 «Clip 2»')],
      [isOut('QN-03 «Clip 3»')],
      [isOut('QN-05 «Clip 5»')],
    ]);
    expect(await dau.says('/cu QN-03 3 18/QĐ-UBND 20/9/2026')).toBe(
      'Đã hết thời gian cử bài (từ 0 giờ thứ Hai, 21/9/2026 đến hết 23 giờ 59 thứ Sáu, 25/9/2026), nên không cử hay rút lại được nữa. Mọi thắc mắc xin liên hệ Ban Tổ chức.',
    );
    expect(await dau.says('/rutcu QN-02 Đổi ý rồi')).toMatch(/^Đã hết thời gian cử bài/);
    const situation = await thu.says('/tinhhinh');
    expect(situation).toContain('Bài được cử lên Vòng chung khảo: 2/28\n');
    expect(situation).toContain('\n• Cụm Bình Sơn (mẫu): 2/2 – QN-02, QN-01\n');
    expect(situation).toContain('\n• Cụm Trà Bồng (mẫu): 0/2\n');
  });

  test('judges of the final score what came up, and no other', async () => {
    const tinh = scene.person('Tỉnh');
    await tinh.says(codeIn(await thu.says('/moigiamkhao Lê Tỉnh')));
    await scene.stage.moveTo('2026-10-14T08:00:00+07:00');
    expect(tinh.read.at(-1)).toContain('Có 2 bài chờ anh/chị chấm.');
    expect(await tinh.says('/cham QN-03 30 20 20')).toBe(
      'Bài QN-03 chưa được cấp dưới cử lên, nên không chấm ở vòng này. Gõ /cham để chấm bài khác.',
    );
    expect(await tinh.saysAll('/cham QN-02 30 20 20', '1')).toContain('Đã chấm 1/2, còn 1');
    expect(await mot.says('/cham QN-02 30 20 20')).toMatch(/^Điểm đã chốt lúc /);
    const sheets = await scene.stage.store.sheets.find({ entry: 'QN-02' }).sort({ round: 1 }).lean();
    expect(sheets.map(({ round, sum }) => [round, sum])).toEqual([
      [undefined, '70'],
      ['cluster', '94'],
      ['cluster', '88'],
    ]);
  });
});
