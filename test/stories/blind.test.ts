import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { codeIn, inviteJudge, register, settleRules, submit } from '../support/people.js';
import { type Actor, openStage, type Stage } from '../support/stage.js';

/*
 * A plan in which judges see codes only. Everything that judges read, on either messenger, is searched for
 * whose entries these are: titles, teams, units, and who made them.
 */

jest.setTimeout(120_000);

const identities = [
  ...['Chú Minh', 'Cây đa', 'Chợ quê', 'cay-da'],
  ...['Đức Phong', 'Mộ Đức', 'Hành Thuận', 'Nghĩa Hành'],
  ...['Nguyễn Văn An', 'Trần Bình', '0905123456'],
];

const people: Record<string, Actor> = {};
let stage: Stage;

const who = (name: string): Actor => {
  const person = people[name];
  if (!person) throw new Error(`nobody is called ${name}`);
  return person;
};

beforeAll(async () => {
  stage = await openStage({ at: '2023-08-31T08:00:00+07:00' });
  await stage.store.contests.updateOne(
    { _id: 'qn-2023' },
    { $set: { 'plan.scoring.jury.blind': true }, $inc: { version: 1 } },
  );
  const thu = await stage.organizer('telegram', 'Thư');
  people.Thư = thu;
  for (const name of ['Hội', 'Giám', 'An', 'Bình']) people[name] = stage.person('telegram', name);
  people.Khảo = stage.person('zalo', 'Khảo');
  await settleRules(thu);
  await register(who('An'));
  await register(who('Bình'), { unit: 'hanh thuan', team: 'Tổ Hành Thuận', contact: 'Trần Bình' });
  await submit(who('An'), { title: 'Chú Minh' });
  await who('An').saysAll('/nopbai', 'Cây đa');
  await who('An').sends({ kind: 'video', name: 'cay-da.mp4', bytes: 9_000_000, seconds: 250 });
  await who('An').saysAll('1', '1');
  await submit(who('Bình'), { title: 'Chợ quê' });
  await who('Hội').says(codeIn(await thu.says('/moi trưởng ban giám khảo Lê Hội')));
  await inviteJudge(thu, who('Giám'), 'Lê Giám');
  await inviteJudge(thu, who('Khảo'), 'Phạm Khảo');
  await stage.moveTo('2023-09-19T08:00:00+07:00');
});
afterAll(() => stage.close());

const foundIn = (text: string) => identities.filter((each) => text.includes(each));

test('who doesn’t judge still reads whose entries these are', async () => {
  expect(foundIn(await who('Thư').says('/tinhhinh'))).toEqual(
    expect.arrayContaining(['Chú Minh', 'Cây đa', 'Chợ quê', 'Mộ Đức', 'Nghĩa Hành']),
  );
});

test.each<[name: string, does: string, answer: string, ...says: string[]]>([
  ['Giám', 'opens an entry with a link', 'QN-01, tiêu chí 1/3', '/cham QN-01'],
  ['Giám', 'reads his points back', 'Xin xác nhận điểm bài QN-01:', '30 20 20'],
  ['Giám', 'goes on to one that lies in the messenger', 'Đã ghi điểm bài QN-01', '1'],
  ['Giám', 'opens it', 'QN-02, tiêu chí 1/3', '/cham QN-02'],
  ['Giám', 'looks at his sheets', 'QN-01: 30 + 20 + 20 = 70', '/huy', '/phieu'],
  ['Giám', 'looks at what he can leave out', 'Anh/chị không chấm bài nào?', '/khongcham'],
  ['Giám', 'looks for help', '/cham QN-0', '/huy', '/trogiup'],
  ['Khảo', 'opens an entry with a link', 'Bài QN-03', '/cham QN-03'],
  ['Khảo', 'opens one that lies in the other messenger', 'Bài QN-02', '/huy', '/cham QN-02'],
  ['Khảo', 'can’t see it', 'Anh/chị không chấm bài QN-02', '/khongcham QN-02 không xem được video', '/huy'],
  ['Khảo', 'is of one unit with it', 'mọi bài cùng đơn vị với bài QN-02', '/khongcham QN-02 cùng đơn vị'],
  ['Khảo', 'says so', 'Đã ghi nhận: anh/chị không chấm bài QN-02', '1'],
  ['Khảo', 'looks at what is left of his', 'không chấm vì có liên quan: QN-01, QN-02', '/phieu'],
  ['Khảo', 'tries what is not his any more', 'không chấm bài này', '/cham QN-01'],
  ['Hội', 'sees how far the judges are', 'Lê Giám: 1/3 bài', '/tiendo'],
  ['Hội', 'sets a sheet aside', 'QN-01', '/bophieu QN-01 Lê Giám', 'Chấm nhầm bài', '1'],
  [
    'Hội',
    'looks for a result',
    '',
    '/giaithich QN-01',
    '/giaithich',
    '/xephang',
    '/ketqua',
    '/dexuat',
    '/bienban',
  ],
  [
    'Giám',
    'looks around',
    '',
    '/giaithich QN-01',
    '/trangthai',
    '/nhiemvu',
    '/binhchon',
    '/tinhhinh',
    '/thele',
  ],
  ['Hội', 'tries to end the judging', 'Lê Giám', '/chotcham'],
])('%s %s', async (name, _, answer, ...says) => {
  const before = who(name).read.length;
  await who(name).saysAll(...says);
  expect(who(name).read.slice(before).join('\n')).toContain(answer);
});

test('the letters of a day before the close are sent too', async () => {
  await stage.moveTo('2023-09-23T08:00:00+07:00');
  expect(who('Giám').read.at(-1)).toContain('còn 2 bài: QN-02, QN-03');
});

test.each(['Giám', 'Khảo', 'Hội'])('nothing that %s has ever read says whose an entry is', async (name) => {
  // A video's file keeps its own name; its caption is in what was read.
  const letters = await stage.store.letters.find({ chat: who(name).chat.address as never }).lean();
  const said = letters.map(({ reply }) => reply).filter(({ kind }) => kind !== 'video');
  expect(foundIn(JSON.stringify(said))).toEqual([]);
  expect(foundIn([...who(name).read, ...who(name).buttons].join('\n'))).toEqual([]);
});
