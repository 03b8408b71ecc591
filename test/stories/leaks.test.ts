import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { EmulatedChat } from '../../emulator/index.js';
import { codeIn, inviteJudge, register, settlePrizes, submit } from '../support/people.js';
import { type Actor, openStage, type Stage } from '../support/stage.js';
import { until } from '../support/until.js';

/*
 * Somebody wants to know before the lock what a judge gave. He tries everything that is there; points that
 * occur nowhere else are looked for in every letter, every line of the log, and what the web answers.
 */

jest.setTimeout(120_000);

/** By whoever may read them: what he typed himself, and what comes of it. */
const given = {
  giam: ['13.37', '11.71', '12.93', '38.01', 'Bí mật của Giám'],
  khao: ['33.31', '22.27', '23.29', '78.87'],
  // Typed by the secretary from Khảo's paper.
  paper: ['31.13', '21.17', '19.19', '71.49'],
};
/** The mean of both sheets for QN-01, and its part of the total: nobody's to read. */
const aggregates = ['58.44', '40.91', '116.88'];

/** As it is stored, and as people here write it. */
const spelt = (secrets: string[]) => secrets.flatMap((each) => [each, each.replace('.', ',')]);
const found = (text: string, secrets: string[]) => spelt(secrets).filter((each) => text.includes(each));
const everything = [...Object.values(given).flat(), ...aggregates];

const logFile = path.join(mkdtempSync(path.join(tmpdir(), 'leaks-')), 'log');
const people: Record<string, Actor> = {};
let stage: Stage;
let group: EmulatedChat;

const who = (name: string): Actor => {
  const person = people[name];
  if (!person) throw new Error(`nobody is called ${name}`);
  return person;
};

beforeAll(async () => {
  stage = await openStage({ at: '2023-08-31T08:00:00+07:00', logFile });
  // Points that can't be there by chance.
  await stage.store.contests.updateOne(
    { _id: 'qn-2023' },
    {
      $set: Object.fromEntries([0, 1, 2].map((at) => [`plan.scoring.criteria.${at}.step`, '0.01'])),
      $inc: { version: 1 },
    },
  );
  const thu = await stage.organizer('telegram', 'Thư');
  people.Thư = thu;
  for (const name of ['Ký', 'Hội', 'Chủ', 'Giám', 'Khảo', 'An', 'Lạ'])
    people[name] = stage.person('telegram', name);
  await thu.saysAll('/thangdiem 40 30 30', '1', '/quydoi 1 2', '1');
  await settlePrizes(thu);
  await register(who('An'));
  await submit(who('An'), { title: 'Chú Minh' });
  await submit(who('An'), { title: 'Cây đa' });
  for (const [name, role] of [
    ['Ký', 'thư ký Lê Ký'],
    ['Hội', 'trưởng ban giám khảo Lê Hội'],
    ['Chủ', 'trưởng ban tổ chức Lê Chủ'],
  ] as const)
    await who(name).says(codeIn(await thu.says(`/moi ${role}`)));
  await inviteJudge(thu, who('Giám'), 'Lê Giám');
  await inviteJudge(thu, who('Khảo'), 'Phạm Khảo');
  group = stage.group('telegram', 'Các đội thi', [who('An'), who('Giám'), thu]);
  await stage.settled();
  await who('An').saysIn(group, `/ma ${codeIn(await thu.says('/nhom'))}`);
  await stage.moveTo('2023-09-19T08:00:00+07:00');
  await thu.says('/tuongtac QN-01 310 120\nQN-02 5 5');
  await who('Giám').says(`/cham QN-01 ${given.giam.slice(0, 3).join(' ')}`);
  await who('Giám').chooses('Thêm nhận xét');
  await who('Giám').saysAll('Bí mật của Giám', '1');
  await who('Khảo').saysAll(`/cham QN-01 ${given.khao.slice(0, 3).join(' ')}`, '1');
  await who('Ký').saysAll(`/nhapphieu Phạm Khảo: QN-02 ${given.paper.slice(0, 3).join(' ')}`, '1');
});
afterAll(() => stage.close());

/** What each of them may know. */
const knows: Record<string, string[]> = {
  Giám: given.giam,
  Khảo: [...given.khao, ...given.paper],
  Ký: given.paper,
};

async function leaksTo(name: string): Promise<string[]> {
  const secrets = everything.filter((each) => !(knows[name] ?? []).includes(each));
  const letters = await stage.store.letters.find({ chat: who(name).chat.address as never }).lean();
  return [...found(JSON.stringify(letters), secrets), ...found(who(name).read.join('\n'), secrets)];
}

test('what is looked for is there, and would be found', async () => {
  const own = await who('Giám').says('/phieu');
  expect(found(own, given.giam)).toEqual([
    '13,37',
    '11,71',
    '12,93',
    '38,01',
    'Bí mật của Giám',
    'Bí mật của Giám',
  ]);
  const letters = await stage.store.letters.find().lean();
  expect(found(JSON.stringify(letters), everything.slice(0, -3)).length).toBeGreaterThan(10);
});

test.each<[name: string, tries: string, ...says: string[]]>([
  [
    'Khảo',
    'another judge, with his own sheet and all that he may look at',
    '/cham QN-01',
    '/huy',
    '/phieu',
    '/tiendo',
    '/xephang',
    '/ketqua',
    '/giamkhao',
    '/tinhhinh',
    '/congbo',
  ],
  [
    'Khảo',
    'another judge, as if he were a secretary',
    '/nhapphieu Lê Giám: QN-01 1 1 1',
    '/bophieu QN-01 Lê Giám',
  ],
  [
    'Hội',
    'who heads the jury, by how far the judges are',
    '/tiendo',
    '/phieu',
    '/xephang',
    '/ketqua',
    '/congbo',
  ],
  [
    'Hội',
    'who heads the jury, in scoring beside them until something shows',
    '/cham QN-01 14 12 12',
    '1',
    '/tiendo',
    '/cham QN-01 33 22 23',
    '1',
    '/tiendo',
  ],
  [
    'Hội',
    'who heads the jury, in setting a sheet aside',
    '/bophieu QN-01 Lê Giám',
    'Xem thử có gì trong phiếu',
    'không',
  ],
  [
    'Hội',
    'who heads the jury, by all that shows a result',
    '/dexuat',
    '/giaithich QN-01',
    '/vanban',
    'Phiếu chấm điểm của từng giám khảo',
    '/vanban',
    'Bảng tổng hợp điểm',
  ],
  [
    'Chủ',
    'the chair, by all that shows a result',
    '/dexuat',
    '/pheduyet',
    '/congbo',
    '/giaithich QN-01',
    '/tiendo',
    '/tuongtac',
    '/nghivan',
    '/vanban',
    'Biên bản họp Ban Giám khảo',
    '/vanban',
    'Bảng tính Excel',
  ],
  [
    'Ký',
    'the secretary, by all that shows a result',
    '/giaithich QN-02',
    '/vanban',
    'Danh sách dự thi',
    '/vanban',
    'Dự thảo quyết định trao giải',
  ],
  ['Hội', 'who heads the jury, in locking too early', '/chotcham'],
  [
    'Ký',
    'the secretary, with a paper sheet for who has scored by himself',
    '/nhapphieu Lê Giám: QN-01 1 1 1',
    '/nhapphieu Phạm Khảo: QN-01 1 1 1',
    '/nhapphieu Lê Giám: QN-02',
    '/huy',
  ],
  [
    'Ký',
    'the secretary, by everything that tells how the contest stands',
    '/tinhhinh',
    '/tiendo',
    '/giamkhao',
    '/nhiemvu',
    '/congbo',
    '/xephang',
    '/xuatdanhsach',
    '/kiemtra',
    '/lichsu',
  ],
  [
    'Thư',
    'an organizer, by everything that tells how the contest stands',
    '/tinhhinh',
    '/tiendo',
    '/giamkhao',
    '/nhiemvu',
    '/congbo',
    '/xephang',
    '/ketqua',
    '/kiemtra',
    '/lichsu',
    '/thele',
  ],
  [
    'Thư',
    'an organizer, by what asks for the ranking on its way',
    '/sophieu 1',
    '/huy',
    '/doingay cham diem',
    '25/9',
    '/huy',
    '/quydinh',
    '/huy',
    '/molaicham',
    '/chotcham',
  ],
  [
    'Thư',
    'an organizer, in setting a sheet aside and dismissing its judge',
    '/bophieu QN-01 Phạm Khảo',
    'Xem thử có gì trong phiếu',
    'không',
    '/giamkhao',
    'Thôi mời Lê Giám',
    'Xem thử có gì trong phiếu',
    'không',
  ],
  [
    'Chủ',
    'the chair',
    '/tinhhinh',
    '/tiendo',
    '/giamkhao',
    '/congbo',
    '/molaicham',
    '/xephang',
    '/bophieu QN-01',
    '/huy',
  ],
  ['An', 'the author', '/trangthai', '/ketqua', '/xephang', '/tiendo', '/cham QN-01', '/phieu', '/tinhhinh'],
  ['Lạ', 'a stranger', '/ketqua', '/trangthai', '/phieu', '/tiendo', '/cham QN-01 1 1 1', '/start'],
])('%s learns nothing: %s', async (name, _tries, ...says) => {
  const before = who(name).read.length;
  for (const each of says) await who(name).says(each);
  // There was an answer to each.
  expect(who(name).read.length - before).toBeGreaterThanOrEqual(says.length);
  expect(await leaksTo(name)).toEqual([]);
});

test('a group learns nothing, also when a judge scores in it by mistake', async () => {
  for (const text of ['/ketqua', '/phieu', '/tiendo', '/xephang', '/tinhhinh'])
    await who('An').saysIn(group, text);
  await who('Giám').saysIn(group, '/cham QN-02 13,37 11,71 12,93');
  const said = group.messages.filter(({ from }) => from.kind === 'bot').map(({ text }) => text);
  expect(said.length).toBeGreaterThan(6);
  expect(found(said.join('\n'), everything)).toEqual([]);
});

test('the log and the web keep still, also when a sheet can’t be written', async () => {
  const broken = jest.spyOn(stage.store.sheets, 'updateOne').mockImplementationOnce(() => {
    throw new Error('the database is away');
  });
  const answer = await who('Khảo').saysAll(`/cham QN-01 ${given.khao.slice(0, 3).join(' ')}`, '1');
  expect(answer).toMatch(/^Xin lỗi anh\/chị, Trợ lý đang gặp trục trặc/);
  broken.mockRestore();
  // What was held up is done after all: nothing is locked while it waits.
  await until(async () => !(await stage.store.updates.exists({ state: 'waiting' })));
  const log = readFileSync(logFile, 'utf8');
  expect(log).toContain('the database is away');
  expect(found(log, everything)).toEqual([]);
  for (const where of ['/', '/health', '/xem/QN-01', '/files/QN-01']) {
    const page = await fetch(`${stage.assistant.webUrl}${where}`);
    expect(found(await page.text(), everything)).toEqual([]);
  }
});

test('nobody learns anything by what is told without being asked, up to the lock and by it', async () => {
  // Judges are reminded a day before; then everything is locked and told.
  for (const moment of [
    '2023-09-23T08:00:00+07:00',
    '2023-09-24T00:02:00+07:00',
    '2023-09-24T07:01:00+07:00',
  ]) {
    await stage.moveTo(moment);
    for (const name of Object.keys(people)) expect([name, await leaksTo(name)]).toEqual([name, []]);
  }
  expect(who('Ký').read.join('\n')).toContain('Mã kiểm tra');
});

test('after the lock the ranking is there, so it had been hidden', async () => {
  await who('Thư').saysAll('/sophieu 2', '1');
  const preview = await who('Hội').says('/dexuat');
  expect(preview).toMatch(/Ban Giám khảo \d\d,\d\d/);
});
