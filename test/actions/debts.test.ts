import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { recipientsOf } from '../../src/actions/announcements/recipients.js';
import { contestById } from '../../src/actions/contest.js';
import { chasesOf, owedIn } from '../../src/actions/debts/chases.js';
import type { RoleName, StoredEntry } from '../../src/store/documents.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { appoint, openTools } from '../support/tools.js';

const at = (local: string) => new Date(`${local}+07:00`);
const contest = 'qn-2026';
const MO_DUC = '21400';
const CLUSTER = 'mo_duc';

let tools: Tools;
let store: Store;
let cluster: string;
beforeAll(async () => {
  tools = await openTools(contest, at('2026-06-01T08:00:00'), { beside: ['dn-2023', 'sl-2024'] });
  store = tools.store;
  const { units } = await contestById(beginWork(tools, 'x', at('2026-06-01T08:00:00'), 0), contest);
  cluster = units.lineage(MO_DUC)[1]?.code ?? CLUSTER;
});
afterAll(() => store.close());
beforeEach(async () => {
  const { entries, nominations, roles, chats, proposals, complaints, registrations, lists } = store;
  for (const each of [entries, nominations, roles, chats, proposals, complaints, registrations, lists])
    await each.deleteMany();
});

/** Who owes what by this list of reminders, the moment it is asked for; the next moments at which he is told. */
async function owed(chase: string, local: string, of = contest): Promise<string[]> {
  const work = beginWork(tools, 'tick', at(local), 0);
  const now = await contestById(work, of);
  const debts =
    (await chasesOf(now)
      .find(({ id }) => id === chase)
      ?.debts(work, now)) ?? [];
  return debts.map(({ person, says, offer, steps }) => {
    const next = steps.find((step) => step.at >= work.now);
    return `${person} ${next ? tools.t.moment(next.at) : '-'}: ${says.text} [${offer.says}]`;
  });
}

const holds = (name: string, role: RoleName, unit: string | null = null, of = contest) =>
  appoint(store, { contest: of, person: name, role, unit, name, since: at('2026-06-02T08:00:00') });

const entry = (number: number, about: Partial<StoredEntry> = {}) =>
  store.entries.create({
    ...{ _id: `${contest}/${number}`, contest, number, code: `QN-0${number}`, person: 'An', unit: MO_DUC },
    ...{ sender: MO_DUC, team: 'Tổ An', slot: null, authorSlot: null, state: 'accepted', history: [] },
    ...{
      verdicts: [],
      correction: null,
      title: 'A',
      video: { kind: 'link', url: '-', site: null },
      versions: [],
    },
    ...{ submittedAt: at('2026-08-02T09:00:00'), turn: 'x' },
    ...(about as object),
  });

test('an entry that was sent back, until its own deadline', async () => {
  const correction = {
    defects: [],
    since: at('2026-09-02T10:00:00'),
    until: at('2026-09-04T23:59:59.999'),
    open: true,
  };
  await entry(1, { state: 'needs_correction', correction });
  await entry(2);
  const due =
    'Bài QN-01 «A» cần bổ sung mà chưa gửi lại. Hạn gửi: 23 giờ 59 thứ Sáu, 4/9/2026. Gõ /thaybai QN-01 để gửi bản sửa.';
  expect(await owed('correction', '2026-09-03T08:00:00')).toEqual([
    `An 7 giờ thứ Sáu, 4/9/2026: ${due} [/thaybai QN-01]`,
  ]);
  expect(await owed('correction', '2026-09-05T08:00:00')).toEqual([]);
});

test('a unit’s group reads the code of an entry beside its team only where judges may know whose it is', async () => {
  const correction = { defects: [], since: at('2026-09-02T10:00:00'), until: at('2026-09-04T23:59:59.999') };
  await entry(1, { state: 'needs_correction', correction: { ...correction, open: true } });
  const said = async () => {
    const work = beginWork(tools, 'tick', at('2026-09-03T08:00:00'), 0);
    const now = await contestById(work, contest);
    const isBlind = (blind: boolean) => {
      const { scoring } = now.plan;
      return { ...now, plan: { ...now.plan, scoring: { ...scoring, jury: { ...scoring.jury, blind } } } };
    };
    const chase = chasesOf(now).find(({ id }) => id === 'correction');
    const debts = await Promise.all([false, true].map((blind) => chase?.debts(work, isBlind(blind))));
    return debts.flat().map((debt) => debt?.inGroup?.says([debt.inGroup.team]).text);
  };
  const says = (team: string) =>
    `Đội ${team} còn phải gửi bản sửa của bài dự thi. Hạn gửi: 23 giờ 59 thứ Sáu, 4/9/2026. Xin đội nhắn riêng cho Trợ lý và gõ /thaybai để gửi.`;
  expect(await said()).toEqual([says('Tổ An (bài QN-01)'), says('Tổ An')]);
});

test('an announcement to those who owe something reaches whom a reminder of it would, while it can be done', async () => {
  await holds('Thư', 'organizer');
  await holds('Cúc', 'unit_coordinator', MO_DUC);
  const correction = {
    defects: [],
    since: at('2026-09-02T10:00:00'),
    until: at('2026-09-04T23:59:59.999'),
    open: true,
  };
  await entry(1, { state: 'needs_correction', correction, person: 'Bình' });
  await entry(2);
  const meant = async (local: string) => {
    const work = beginWork(tools, 'tick', at(local), 0);
    const now = await contestById(work, contest);
    const owing = await Promise.all(
      owedIn(now).map(async (owes) => {
        const people = await recipientsOf(work, now, { kind: 'owing', owes }, 'Sương');
        return people.length > 0 ? `${owes}: ${people.join(', ')}` : [];
      }),
    );
    return owing.flat();
  };
  expect(await meant('2026-08-03T08:00:00')).toEqual(['registration: Cúc']);
  expect(await meant('2026-09-03T08:00:00')).toEqual(['correction: Bình']);
  expect(await meant('2026-09-05T08:00:00')).toEqual([]);
});

test('a cluster that has something to send up and has sent nothing; who runs the contest where nobody answers for it', async () => {
  await holds('Thư', 'organizer');
  await entry(1);
  const due = (who: string) =>
    `${who} 7 giờ thứ Tư, 23/9/2026: Còn 1 đơn vị chưa cử đủ bài lên: cụm Nghĩa Hành, Mộ Đức (mẫu). Hạn cử bài: 23 giờ 59 thứ Sáu, 25/9/2026. Gõ /cu để chọn và cử bài. [/cu]`;
  expect(await owed('nomination', '2026-09-21T08:00:00')).toEqual([due('Thư')]);
  await holds('Mơi', 'unit_coordinator', cluster);
  expect(await owed('nomination', '2026-09-21T08:00:00')).toEqual([due('Mơi')]);
  await store.nominations.create({
    ...{
      _id: 'n',
      contest,
      round: 'final',
      entry: 'QN-01',
      sender: cluster,
      rank: 1,
      decision: '1',
      day: '2026-09-21',
    },
    ...{ by: 'Mơi', at: at('2026-09-21T09:00:00'), slot: 'a', rankSlot: 'b', above: null, withdrawnAt: null },
    ...{ withdrawnBy: null, withdrawnTurn: null, reason: null, earlier: [], turn: 'x' },
  });
  expect(await owed('nomination', '2026-09-21T10:00:00')).toEqual([]);
});

test('communes without a team, by whom they are answered for', async () => {
  await holds('Mơi', 'unit_coordinator', MO_DUC);
  await holds('Cụm', 'unit_coordinator', cluster);
  const [others, own] = await owed('registration', '2026-08-09T08:00:00');
  expect(own).toBe(
    'Mơi 7 giờ thứ Năm, 13/8/2026: Trong địa bàn còn 1 đơn vị chưa có đội đăng ký: xã Mộ Đức. Hạn đăng ký: 23 giờ 59 thứ Bảy, 15/8/2026. Nhờ anh/chị nhắc các đội, hoặc gõ /dangkythay để đăng ký thay. [/dangkythay]',
  );
  expect(others).toContain(
    'Cụm 7 giờ thứ Năm, 13/8/2026: Trong địa bàn còn 7 đơn vị chưa có đội đăng ký: xã Nghĩa Hành,',
  );
});

test('what was approved and is out of date is nobody’s to publish', async () => {
  await holds('Chủ', 'chair');
  await holds('Kỳ', 'secretary');
  const proposal = {
    ...{
      _id: `${contest}/1`,
      contest,
      number: 1,
      state: 'approved',
      version: 1,
      ranking: {},
      entries: [],
      prizes: {},
    },
    ...{ digest: 'x', remark: null, why: null, at: at('2026-10-24T08:00:00'), by: 'Đầu', turn: 'x' },
    ...{
      decidedAt: at('2026-10-25T08:00:00'),
      decidedBy: 'Chủ',
      decidedTurn: 'y',
      returnReason: null,
      paper: null,
    },
  };
  await store.proposals.create(proposal as never);
  // What it follows from has changed: nobody could do anything about it.
  expect(await owed('result', '2026-10-26T07:00:00')).toEqual([]);
});

test('what is unsettled keeps the result waiting after the judging, until it is settled', async () => {
  await holds('Thư', 'organizer', null, 'sl-2024');
  const [asks, ...others] = await owed('decisions', '2024-12-01T08:00:00', 'sl-2024');
  expect(others).toEqual([]);
  expect(asks).toMatch(
    /^Thư .*: Việc chấm đã xong từ .* nhưng chưa thể đề nghị kết quả. Xin Ban Tổ chức quy định:\n• /,
  );
});

test('a complaint, to those who answer it, and once its answer is written to who decides', async () => {
  await holds('Chủ', 'chair');
  await holds('Kỳ', 'secretary');
  await store.complaints.create({
    ...{
      _id: `${contest}/k`,
      contest,
      number: 1,
      code: 'KN-01',
      person: 'An',
      name: 'An',
      about: null,
      text: '-',
    },
    ...{
      at: at('2026-11-02T08:00:00'),
      dueAt: at('2026-11-05T23:59:59.999'),
      state: 'open',
      draft: null,
      answer: null,
    },
  });
  const due =
    'Khiếu nại KN-01 chưa được trả lời. Hạn trả lời: 23 giờ 59 thứ Năm, 5/11/2026. Gõ /traloi KN-01 để trả lời. [/traloi KN-01]';
  const all = ['Chủ', 'Kỳ'].map((who) => `${who} 7 giờ thứ Năm, 5/11/2026: ${due}`);
  expect(await owed('complaint', '2026-11-04T08:00:00')).toEqual(all);
  await store.complaints.updateOne({}, { $set: { state: 'drafted' } });
  expect(await owed('complaint', '2026-11-04T08:00:00')).toEqual(all.slice(0, 1));
  // It goes on waiting when its time is over, or where there is none.
  expect(await owed('complaint', '2026-11-06T08:00:00')).toEqual([
    'Chủ 7 giờ thứ Bảy, 7/11/2026: Khiếu nại KN-01 chưa được trả lời, đã quá hạn từ 23 giờ 59 thứ Năm, 5/11/2026. Gõ /traloi KN-01 để trả lời ngay. [/traloi KN-01]',
  ]);
  await store.complaints.updateOne({}, { $set: { dueAt: null } });
  expect(await owed('complaint', '2026-11-04T08:00:00')).toEqual([
    'Chủ 8 giờ thứ Năm, 5/11/2026: Khiếu nại KN-01 gửi 8 giờ thứ Hai, 2/11/2026 chưa được trả lời. Gõ /traloi KN-01 để trả lời. [/traloi KN-01]',
  ]);
});

test('a list that would be too short at its closing, to whoever keeps it', async () => {
  const dn = 'dn-2023';
  const DAK_GLONG = '661';
  await holds('Mơi', 'unit_coordinator', DAK_GLONG, dn);
  await store.registrations.create({
    ...{
      _id: `${dn}/An`,
      contest: dn,
      person: 'An',
      unit: DAK_GLONG,
      sender: DAK_GLONG,
      team: 'Tổ An',
      contact: 'An',
    },
    ...{ phone: '0905123456', at: at('2023-09-01T08:00:00'), turn: 'x' },
  });
  const due =
    ': Danh sách «Thi trực tuyến» của huyện Đăk Glong, tỉnh Đắk Nông còn thiếu 30 người. Hạn gửi: 23 giờ 59 thứ Năm, 5/10/2023. Gõ /danhsach để bổ sung. [/danhsach]';
  expect(await owed('list', '2023-10-01T08:00:00', dn)).toEqual(
    ['An', 'Mơi'].map((who) => expect.stringMatching(new RegExp(`^${who} .*30 người`))),
  );
  expect((await owed('list', '2023-10-01T08:00:00', dn))[0]).toContain(due);
});

test('a form that somebody has begun to register with and left for an hour', async () => {
  await store.chats.create({
    ...{
      _id: 'telegram:1:Dần',
      bot: 'telegram:1',
      group: false,
      person: 'Dần',
      name: 'Dần',
      reachable: true,
    },
    ...{
      contest,
      progress: { form: 'register', trail: ['component'], given: 1 },
      menu: null,
      turn: null,
      lease: null,
      worker: null,
      newest: null,
    },
    heardAt: at('2026-08-10T08:00:00'),
  } as never);
  // He has only looked.
  expect(await owed('form', '2026-08-10T09:30:00')).toEqual([]);
  await store.chats.updateMany({}, { $set: { 'progress.trail': ['consent', 'component'] } } as never);
  expect(await owed('form', '2026-08-10T08:30:00')).toEqual([]);
  expect(await owed('form', '2026-08-10T09:30:00')).toEqual([
    'Dần 7 giờ thứ Năm, 13/8/2026: Anh/chị đang đăng ký dở, chưa gửi. Hạn đăng ký: 23 giờ 59 thứ Bảy, 15/8/2026. Gõ /dangky để làm tiếp. [/dangky]',
  ]);
});
