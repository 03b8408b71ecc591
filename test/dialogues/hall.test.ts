import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { giveConsent } from '../../src/actions/giveConsent.js';
import { registerTeam } from '../../src/actions/registerTeam.js';
import type { ChatId } from '../../src/chat.js';
import type { Store } from '../../src/store/store.js';
import type { Tools } from '../../src/turn.js';
import { openTalk, type Talk } from '../support/talk.js';
import { appoint, openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

/* What a judge types in the hall, on the messenger without buttons, and what the secretary reads of it. */

const before = new Date('2023-10-02T08:00:00+07:00');
const [ky, giam, hoi] = ['ky', 'giam', 'hoi'].map((id) => `zalo:1:${id}`) as [ChatId, ChatId, ChatId];

let tools: Tools;
let store: Store;
let talk: Talk;

beforeAll(async () => {
  tools = await openTools('dn-2023', before);
  store = tools.store;
  const criteria = [0, 1, 2].flatMap((at) => [
    [`plan.scoring.criteria.${at}.max`, '10'],
    [`plan.scoring.criteria.${at}.step`, '0.5'],
  ]);
  const settled = { ...Object.fromEntries(criteria), 'plan.scoring.jury.quorum': 1 };
  await store.contests.updateOne({ _id: 'dn-2023' }, { $set: settled, $inc: { version: 1 } });
  for (const [person, role, name] of [
    [ky, 'secretary', 'Lê Ký'],
    [giam, 'judge', 'Lê Giám'],
    [hoi, 'head_judge', 'Lê Hội'],
  ] as const)
    await appoint(store, { contest: 'dn-2023', person, role, unit: null, name, since: before });
  for (const [index, unit] of ['662', '663'].entries()) {
    const turn = await turnIn(tools, `telegram:1:${index + 10}`, { now: before, contest: 'dn-2023' });
    const contest = await contestById(turn, 'dn-2023');
    await giveConsent(turn, contest, 'có');
    const team = { unit, team: `Đội ${index + 1}`, contact: 'An', phone: `090512345${index}` };
    await registerTeam(turn, contest, { ...team, components: ['live'], headcount: 5 });
  }
});
afterAll(() => store.close());
afterEach(() => talk.close());

beforeEach(async () => {
  for (const model of [store.stages, store.stageClosings, store.sheets, store.locks, store.chats])
    await (model as typeof store.stages).deleteMany({});
  for (const model of [store.letters, store.updates]) await (model as typeof store.letters).deleteMany({});
  talk = openTalk(tools, '2023-10-20T08:00:00+07:00');
  for (const chat of [giam, hoi]) await talk.says(chat, '/trogiup');
  await talk.saysAll(ky, '/xepthutu DN-01, DN-02', '1');
});

const open = (part = 'introduction', code = 'DN-01') => talk.says(ky, `/moluot ${code} ${part}`);
const lastRead = async (chat: ChatId) => (await talk.read(chat)).at(-1);
const isRead = (points: string) =>
  expect.stringMatching(new RegExp(`^Xin xác nhận điểm .*: ${points}/10\n`, 's'));

describe('a number that a judge types', () => {
  test('answers the menu that he was shown last, while a part is open', async () => {
    await open();
    await talk.says(giam, '/trogiup');
    expect(await talk.says(giam, '2')).toMatch(/^Phiếu chấm của anh\/chị/);
  });

  test('is points where he was called after the menu', async () => {
    await talk.says(giam, '/trogiup');
    await open();
    expect(await talk.says(giam, '2')).toEqual(isRead('2'));
  });

  test('is answered with what is open, where nothing is', async () => {
    await open();
    await talk.says(ky, '/dongluot DN-01 mở nhầm');
    for (const typed of ['8', '8-7,5-9'])
      expect(await talk.says(giam, typed)).toMatch(/^Chưa có lượt nào đang mở\./);
    expect(await talk.says(ky, '8')).toMatch(/^Trợ lý chưa hiểu ý/);
  });

  test('is points where nothing else is asked, and where no offer has that number', async () => {
    await open();
    expect(await talk.says(giam, '2')).toEqual(isRead('2'));
    await talk.saysAll(giam, '1', '/trogiup');
    await talk.says(hoi, '/trogiup');
    expect(await talk.says(hoi, '8,5')).toEqual(isRead('8,5'));
  });

  test('changes nothing where it came twice', async () => {
    await open();
    await talk.says(giam, '8');
    await talk.stick(true);
    expect(await talk.says(giam, '1')).toMatch(/^Đã ghi điểm/);
    expect(await talk.says(giam, '1', 1)).toMatch(/^Hai tin giống nhau đến liền nhau/);
    await talk.stick(false);
    expect(await talk.says(giam, '1')).toEqual(isRead('1'));
  });

  test.each([
    '8,5',
    '/cham 8,5',
    '/cham 1 8,5',
    '/cham1 8,5',
    'cham dn01 8,5',
    'dn 1 8,5',
    'DN1: 8,5',
    'chấm dn-01 8,5',
  ])('is understood as people type it: «%s»', async (typed) => {
    await open();
    expect(await talk.says(giam, typed)).toEqual(isRead('8,5'));
  });

  test('is an entry’s number or points, never half of each', async () => {
    await open();
    expect(await talk.says(giam, '/cham 1,5')).toEqual(isRead('1,5'));
    expect(await talk.says(giam, '/cham 8')).toEqual(isRead('8'));
    expect(await talk.says(giam, '/cham 1')).toMatch(/^DN-01, tiêu chí 1\/1/);
    expect(await talk.says(giam, '/cham 2')).toMatch(/DN-02 không có phần nào đang mở/);
  });

  test('is points where he was called while another form waited for him, which goes on afterwards', async () => {
    await talk.says(giam, '/hoi');
    await open();
    expect(await talk.says(giam, '70')).toMatch(/^Điểm «70» cao hơn mức tối đa 10/);
    expect(await talk.says(giam, '7')).toEqual(isRead('7'));
    expect(await talk.says(giam, '1')).toMatch(/^Đã ghi điểm DN-01.*\n---\nXin mời anh\/chị làm tiếp:/s);
  });
});

describe('points while two parts are open', () => {
  const which = /^«8,5» là của bài nào\?.*\n1\. DN-02: 8,5\n2\. DN-01: 8,5$/s;
  const isReadFor = (code: string, points: string) =>
    expect.stringMatching(new RegExp(`^Xin xác nhận điểm ${code}.*: ${points}/10\n`, 's'));

  /** The head judge opens once more what was closed. */
  async function reopen() {
    await talk.saysAll(hoi, '/molailuot DN-01', 'Chấm nhầm', '1');
    expect((await talk.read(giam)).at(-1)).toMatch(/Mở lại việc chấm .*DN-01/);
  }

  async function closeFirst() {
    await open();
    for (const judge of [giam, hoi]) await talk.saysAll(judge, '9', '1');
    await talk.says(ky, '/dongluot');
  }

  test('are asked about where another part was called since the sheet was opened', async () => {
    await closeFirst();
    await reopen();
    expect(await talk.says(giam, '/cham DN-01')).toMatch(/^DN-01, tiêu chí 1\/1/);
    await open('introduction', 'DN-02');
    expect(await talk.says(giam, '8,5')).toMatch(which);
    expect(await talk.says(giam, '8,5')).toMatch(which);
    expect(await talk.says(giam, '1')).toEqual(isReadFor('DN-02', '8,5'));
    await talk.saysAll(giam, '1', '/cham DN-01');
    expect(await talk.says(giam, '7')).toEqual(isReadFor('DN-01', '7'));
  });

  test('are taken for the open sheet where that was chosen', async () => {
    await closeFirst();
    await reopen();
    await talk.says(giam, '/cham DN-01');
    await open('introduction', 'DN-02');
    await talk.says(giam, '8,5');
    expect(await talk.says(giam, '2')).toEqual(isReadFor('DN-01', '8,5'));
  });

  test('are asked about where the other part was opened again after the call', async () => {
    await closeFirst();
    await open('introduction', 'DN-02');
    await reopen();
    expect(await talk.says(giam, '8,5')).toMatch(which);
    expect(await talk.says(giam, '2')).toEqual(isReadFor('DN-01', '8,5'));
  });

  test('belong to the newest call where only its points are owed', async () => {
    await closeFirst();
    await reopen();
    await open('introduction', 'DN-02');
    expect(await talk.says(giam, '8,5')).toEqual(isReadFor('DN-02', '8,5'));
  });

  test('answer the menu where the call was not out yet', async () => {
    await talk.says(giam, '/trogiup');
    await talk.stick(true);
    await open();
    expect(await talk.says(giam, '2')).toMatch(/^Phiếu chấm của anh\/chị/);
    await talk.stick(false);
  });
});

test('the first of several numbers may be an entry’s or its points', async () => {
  const contest = await contestById(await turnIn(tools, ky, { now: before, contest: 'dn-2023' }), 'dn-2023');
  const index = contest.plan.components.findIndex(({ kind }) => kind === 'live');
  const change = { [`plan.components.${index}.parts.1.criteria`]: ['knowledge', 'skit'] };
  await store.contests.updateOne({ _id: 'dn-2023' }, { $set: change, $inc: { version: 1 } });
  await open();
  for (const judge of [giam, hoi]) await talk.saysAll(judge, '9', '1');
  await talk.says(ky, '/dongluot');
  await talk.saysAll(hoi, '/molailuot DN-01', 'Chấm nhầm', '1');
  await open('knowledge', 'DN-02');
  await talk.says(ky, '3');
  expect(await talk.says(giam, '/cham 1 8')).toMatch(
    /^«1 8» là của bài nào\?.*\n1\. DN-01: 8\n2\. DN-02: 1 8$/s,
  );
  expect(await talk.says(giam, '2')).toMatch(/^Xin xác nhận điểm DN-02.*: 1\/10\n.*: 8\/10\n/s);
  const unset = { $unset: { [`plan.components.${index}.parts.1.criteria`]: 1 }, $inc: { version: 1 } };
  await store.contests.updateOne({ _id: 'dn-2023' }, unset);
});

test('an order takes the place of one that the teams know only for a reason, which they read', async () => {
  await talk.says('telegram:1:10', '/trogiup');
  await talk.says(ky, '/xepthutu');
  expect(await talk.saysAll(ky, '1')).toMatch(/^Các đội đã được báo thứ tự hiện nay\. Vì sao phải xếp lại\?/);
  await talk.saysAll(ky, 'Bốc thăm trước mặt các đội', '1');
  expect(await talk.says(ky, '/xepthutu dn 2, dn1')).toMatch(/^Thứ tự hiện nay do bốc thăm/);
  expect(await talk.says(ky, 'Đội 1 đến muộn')).toMatch(
    /^Thứ tự đã báo cho các đội sẽ không còn hiệu lực\. Lý do xếp lại: Đội 1 đến muộn\n\n.*1\. DN-02/s,
  );
  expect(await talk.says(ky, '1')).toMatch(/Lý do: Đội 1 đến muộn/);
  const events = (await store.stages.findOne().lean())?.events ?? [];
  expect(events.map((event) => event.kind === 'ordered' && event.reason)).toEqual([
    undefined,
    'Bốc thăm trước mặt các đội',
    'Đội 1 đến muộn',
  ]);
  expect(await lastRead('telegram:1:10')).toMatch(
    /thứ tự báo trước đây không còn hiệu lực\. Lý do: Đội 1 đến muộn\nĐội 1 \(mã DN-01\) nay lên sân khấu với số thứ tự 2/,
  );
});

test('an order that can’t be is refused before anything else is asked', async () => {
  expect(await talk.says(ky, '/xepthutu DN-02, DN-02')).toMatch(/^Bài DN-02 được ghi hai lần/);
  expect(await talk.says(ky, '/xepthutu DN-02, DN-09')).toMatch(
    /^Bài DN-09 không có trong danh sách lên sân khấu \(DN-01, DN-02\)/,
  );
  await talk.saysAll(ky, '/xepthutu');
  expect(await talk.says(ky, 'dn2')).toMatch(/^Thứ tự còn thiếu DN-01/);
  expect(await talk.says(ky, 'dn2, dn1')).toMatch(/Vì sao phải xếp lại\?/);
});

test('who comes too late reads whom to ask for the part to be opened again; who answers for it, how', async () => {
  await open();
  for (const judge of [giam, hoi]) await talk.says(judge, '8');
  await talk.saysAll(ky, '/dongluot', '1');
  expect(await lastRead(hoi)).toMatch(/Nếu cần chấm, anh\/chị mở lại bằng lệnh \/molailuot DN-01\.$/);
  for (const [judge, how] of [
    [giam, 'xin báo Trưởng Ban Giám khảo mở lại bằng lệnh /molailuot DN-01.'],
    [hoi, 'anh/chị mở lại bằng lệnh /molailuot DN-01.'],
  ] as const) {
    expect(await talk.says(judge, '1')).toContain(`Nếu cần, ${how}`);
    expect(await talk.says(judge, '/cham DN-01 8')).toContain(`phần đã đóng thì ${how}`);
  }
});

describe('points that a judge has not confirmed when the part is closed', () => {
  test('are named to the secretary, without the points, and the judge hears that they are not in', async () => {
    await open();
    await talk.saysAll(hoi, '9', '1');
    await talk.says(giam, '7');
    const asked = await talk.says(ky, '/dongluot');
    expect(asked).toBe(
      'DN-01, phần Giới thiệu đội và đề xuất giải pháp: còn thiếu điểm của Lê Giám. Đóng bây giờ thì phiếu thiếu phần này không được tính cho bài DN-01.\n\nLê Giám đã gõ điểm mà chưa xác nhận, nên điểm ấy chưa được ghi. Anh/chị có thể chờ giám khảo trả lời «Đúng, ghi điểm».\n\nVẫn đóng?\n1. Vẫn đóng\n2. Chờ thêm',
    );
    expect(await talk.says(ky, '1')).toMatch(
      /thiếu 1 giám khảo.*\n\nĐiểm mà Lê Giám gõ nhưng chưa xác nhận không được ghi\. Trợ lý đã nhắn cho Lê Giám\./,
    );
    expect(await lastRead(giam)).toMatch(/điểm anh\/chị gõ chưa được xác nhận\. Điểm ấy không được ghi/);
    expect(await talk.says(giam, '1')).toMatch(/^Bài DN-01, phần .*, đã đóng/);
    expect(await lastRead(hoi)).toMatch(/^Đã ghi điểm/);
    expect(await store.sheets.countDocuments()).toBe(1);
  });

  test('are named with who has to be called, where no letter reaches the judge', async () => {
    await open();
    await talk.says(giam, '7');
    await store.chats.updateOne({ _id: giam }, { $set: { reachable: false } });
    await talk.says(ky, '/dongluot');
    expect(await talk.says(ky, '1')).toMatch(
      /Điểm mà Lê Giám gõ nhưng chưa xác nhận không được ghi\.\n\nKhông nhắn được cho 1 người, xin gọi:\n• Lê Giám/,
    );
  });

  test('leave those that were confirmed before, and are waited for where the secretary says so', async () => {
    await open();
    for (const judge of [giam, hoi]) await talk.saysAll(judge, '9', '1');
    await talk.says(giam, '/cham DN-01 7');
    expect(await talk.says(ky, '/dongluot')).toMatch(/đã đủ điểm, nhưng Lê Giám đang sửa điểm/);
    expect(await talk.says(ky, '2')).toBe('Lượt này vẫn mở.');
    await talk.says(ky, '/dongluot');
    await talk.says(ky, '1');
    expect(await lastRead(giam)).toMatch(/điểm anh\/chị đã ghi trước được giữ nguyên/);
    expect((await store.sheets.findOne({ judge: giam }).lean())?.points).toEqual({ introduction: '9' });
  });
});

test.each(['/nhapphieu DN-01 Lê Giám 8,5', '/nhapphieu dn 1: Giám: 8,5', '/nhapphieu Lê Giám DN-01 8,5'])(
  'a paper sheet is read from one line: «%s»',
  async (typed) => {
    await open();
    expect(await talk.says(ky, typed)).toMatch(/^Xin kiểm tra phiếu giấy của Lê Giám, bài DN-01.*: 8,5\/10/s);
  },
);

test('who is tied to the team on stage is told so, and what he had typed for it is gone', async () => {
  expect(await talk.says(hoi, '/khongcham xã Ba Đình')).toMatch(
    /^Trong các đơn vị chọn được ở đây, không có đơn vị nào/,
  );
  await open();
  await talk.says(giam, '7');
  const reasons = await talk.says(giam, '/khongcham DN-01');
  expect(reasons).toMatch(
    /1\. Có quan hệ với đội\n2\. Cùng đơn vị\n3\. Lý do khác\n4\. Không, tôi vẫn chấm bài này$/,
  );
  expect(await talk.saysAll(giam, '2', '1')).toBe(
    'Đã ghi nhận: anh/chị không chấm bài DN-01.\nPhiếu đang chấm dở của bài DN-01 đã được bỏ: điểm vừa gõ không được ghi.',
  );
  expect(await lastRead(hoi)).toMatch(
    /\nLê Giám báo có liên quan, nên không chấm bài DN-01 và các bài cùng đơn vị\.$/,
  );
  expect(await talk.says(giam, '20')).toMatch(
    /^Trên sân khấu đang là bài DN-01\. Anh\/chị đã báo không chấm bài này/,
  );
  expect(await talk.says(hoi, '/tiendo')).toMatch(
    /Lê Giám: 0\/1 bài \(0\/3 phần thi\), gần nhất lúc [^\n]*; không chấm vì có liên quan: DN-01\n/,
  );
  await store.relations.deleteMany({});
});

test('a lock names judge, entry and parts of the sheets that are not complete, and asks', async () => {
  for (const code of ['DN-01', 'DN-02'])
    for (const [part, people] of [['introduction'], ['knowledge', '3'], ['skit', '5']] as const) {
      await open(part, code);
      if (people) await talk.says(ky, people);
      if (part !== 'skit') await talk.saysAll(giam, '8', '1');
      if (code === 'DN-01') await talk.saysAll(hoi, '9', '1');
      if ((await talk.says(ky, '/dongluot')).includes('Vẫn đóng?')) await talk.says(ky, '1');
    }
  expect(await talk.says(ky, '/moluot')).toBe(
    'Tất cả các đội đã thi xong. Xin báo Trưởng Ban Giám khảo hoặc Ban Tổ chức chốt điểm bằng lệnh /chotcham.',
  );
  expect(await talk.says(hoi, '/chotcham')).toBe(
    'Chưa đủ: 3 phiếu còn thiếu phần thi\nLê Hội, bài DN-02: thiếu Giới thiệu đội và đề xuất giải pháp, Thi kiến thức, Tiểu phẩm\nLê Giám, bài DN-01: thiếu Tiểu phẩm\nLê Giám, bài DN-02: thiếu Tiểu phẩm\n\n⚠️ DN-02 chưa có phiếu nào được tính, cần 1 phiếu mới được xếp hạng.\n\nPhiếu thiếu phần thì không được tính. Muốn bổ sung, Trưởng Ban Giám khảo mở lại phần ấy, ví dụ: /molailuot DN-02. Chốt điểm thi trực tiếp bây giờ thì không ai ghi hay sửa điểm được nữa. Anh/chị vẫn chốt chứ?\n1. Đúng, chốt điểm\n2. Chưa chốt',
  );
  expect(await talk.says(giam, '/phieu')).not.toMatch(/\n1\. |\/cham/);
  expect(await talk.says(hoi, '1')).toMatch(/: 3 phiếu\. .*Được tính: 1\/3 phiếu\.$/);
  expect(await talk.says(giam, '/phieu')).toMatch(
    /^Phiếu chấm của anh\/chị: 0\/2 bài \(4\/6 phần thi\)\. Điểm đã chốt lúc/,
  );
  expect(await talk.says(hoi, '/molailuot DN-01')).toMatch(
    /^Điểm đã chốt lúc .*, nên chưa mở lại từng phần được\. Xin báo Trưởng Ban Tổ chức mở lại việc chấm trước bằng lệnh \/molaicham/,
  );
  expect(await talk.says(ky, '/nhapphieu')).toMatch(/^Điểm đã chốt lúc/);
  const help = await talk.says(giam, '/trogiup');
  expect(help).toContain('Điểm đã chốt lúc');
  expect(help).not.toMatch(/\/cham|\/khongcham|Chấm bài/);
});

test('judge, head and secretary read the same of who has scored one part of several; who is absent is not owed', async () => {
  await open();
  expect(await talk.says(hoi, '/tiendo')).toMatch(
    /Lê Giám: 0\/2 bài \(0\/6 phần thi\)\n.*Chưa bắt đầu chấm: Lê Hội, Lê Giám\./s,
  );
  await talk.saysAll(giam, '8', '1');
  expect(await talk.says(hoi, '/tiendo')).toMatch(
    /Lê Giám: 0\/2 bài \(1\/6 phần thi\), .*Chưa bắt đầu chấm: Lê Hội\./s,
  );
  await talk.says(ky, '/vangmat DN-02 xe hỏng');
  for (const told of [await talk.says(hoi, '/tiendo'), await talk.says(ky, '/tinhhinh')])
    expect(told).toContain('Lê Giám: 0/1 bài (1/3 phần thi)');
  expect(await talk.says(giam, '/phieu')).toMatch(/^Phiếu chấm của anh\/chị: 0\/1 bài \(1\/3 phần thi\)/);
});

test('the secretary’s help shows what is due first, and the rest when asked', async () => {
  const help = await talk.says(ky, '/trogiup');
  expect(help).toContain('• /moluot – mở lượt tiếp theo');
  expect(help).not.toMatch(/\/vanban|\/congbo|\/xacnhan/);
  expect(help).toContain('Xem tất cả các việc khác: gõ /trogiup tất cả.');
  const all = await talk.says(ky, '/trogiup tất cả');
  for (const command of ['/moluot', '/vanban', '/xacnhan']) expect(all).toContain(command);
  expect(all).not.toContain('Việc chính lúc này');
});

test('the help of a judge in the hall speaks of parts', async () => {
  const help = await talk.says(giam, '/trogiup');
  expect(help).toContain('• /cham – chấm phần đang mở');
  expect(help).toContain('Điểm đã ghi vẫn sửa được đến khi phần thi ấy đóng');
  expect(help).not.toContain('chấm bài tiếp theo');
});

test('who heads the jury reads why nothing can be proposed yet', async () => {
  expect(await talk.says(hoi, '/dexuat')).toMatch(/^Chưa đề nghị kết quả được/);
});

test('who is no judge any more is told so, and since when', async () => {
  const endedAt = new Date('2023-10-20T09:00:00+07:00');
  await store.roles.updateOne({ person: giam }, { $set: { endedAt } });
  const gone = /^Anh\/chị đã thôi làm giám khảo từ 9 giờ thứ Sáu, 20\/10\/2023/;
  for (const command of ['/phieu', '/cham']) expect(await talk.says(giam, command)).toMatch(gone);
  await store.roles.updateOne({ person: giam }, { $set: { endedAt: null } });
});

describe('a form that a neighbouring command makes give way', () => {
  test('waits with the points that were read back, and asks again afterwards', async () => {
    await open();
    await talk.says(giam, '/cham DN-01 8');
    expect(await talk.says(giam, '/cham DN-01 9')).toEqual(isRead('9'));
    expect(await talk.says(giam, '/hoi')).toMatch(
      /^Việc «Chấm phần thi» đang làm dở được để lại, không mất gì\./,
    );
    expect(await talk.says(giam, '/huy')).toMatch(/Xin xác nhận điểm DN-01 .*: 9\/10/s);
    expect(await talk.says(giam, '1')).toMatch(/^Đã ghi điểm DN-01/);
  });

  test('understands the command without its slash, where an entry and points stand behind it', async () => {
    await open();
    await talk.says(giam, '/cham DN-01 8');
    expect(await talk.says(giam, 'chấm dn 01 9')).toEqual(isRead('9'));
    expect(await talk.says(giam, 'cham DN-02 7')).toMatch(
      /^Bài DN-02 không có phần nào .*\n---\nXin mời anh\/chị làm tiếp:/s,
    );
  });

  test('is answered first where it says that the very entry is not scored', async () => {
    await open();
    await talk.saysAll(giam, '/khongcham DN-01', '1');
    for (const typed of ['/cham DN-01 8', 'cham dn1 8'])
      expect(await talk.says(giam, typed)).toMatch(
        /^Anh\/chị đang báo không chấm bài DN-01, nên điểm chưa được ghi\..*\n\nXin ghi ngắn gọn mối quan hệ/s,
      );
    await talk.says(giam, '/huy');
    expect(await talk.says(giam, '/cham DN-01 8')).toEqual(isRead('8'));
  });

  test('is answered first also where its entry is not named, or where it waits under another', async () => {
    await talk.saysAll(giam, '/khongcham DN-01', '1');
    await open();
    const first = /^Anh\/chị đang báo không chấm bài DN-01.*\n\nXin ghi ngắn gọn mối quan hệ/s;
    for (const typed of ['8', '/cham', '/cham 8']) expect(await talk.says(giam, typed)).toMatch(first);
    await talk.says(giam, '/hoi');
    expect(await talk.says(giam, '/cham DN-01 8')).toMatch(first);
    expect(await talk.saysAll(giam, 'Con gái tôi', '1')).toMatch(
      /^Đã ghi nhận: anh\/chị không chấm bài DN-01/,
    );
    const sheet = await store.sheets.findOne({ judge: giam }).lean();
    expect([sheet?.points, sheet?.abstained?.words]).toEqual([{}, 'Con gái tôi']);
    await store.relations.deleteMany({});
  });

  test('stays, and asks again, where the command was refused', async () => {
    await open();
    await talk.says(giam, '/cham DN-01 8');
    expect(await talk.says(giam, '/suatuongtac')).toMatch(
      /^Việc này dành cho .*\n---\nXin mời anh\/chị làm tiếp:\n\nXin xác nhận điểm DN-01/s,
    );
    expect(await talk.says(giam, '1')).toMatch(/^Đã ghi điểm DN-01/);
  });
});
