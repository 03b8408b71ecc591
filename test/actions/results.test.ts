import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decideComplaint } from '../../src/actions/answerComplaint.js';
import { decideProposal } from '../../src/actions/approveResult.js';
import { complain } from '../../src/actions/complain.js';
import { standingOf } from '../../src/actions/complaints.js';
import { contestById } from '../../src/actions/contest.js';
import { resultsOwed } from '../../src/actions/debts/results.js';
import { mayDecide } from '../../src/actions/decide.js';
import { finishComplaints } from '../../src/actions/finishComplaints.js';
import { keepPicture } from '../../src/actions/keepPicture.js';
import { proposeResult } from '../../src/actions/proposeResult.js';
import { latestResult, publishResults, rankNow } from '../../src/actions/publishResults.js';
import type { ChatId } from '../../src/chat.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { RoleName } from '../../src/domain/roles.js';
import { drawRanking, type RankingPicture } from '../../src/pictures/rankingPicture.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const now = new Date('2026-10-28T09:00:00+07:00');
const contest = 'qn-2026';
const commune = '21040';

let store: Store;
let tools: Tools;
beforeAll(async () => {
  tools = await openTools(contest, now);
  ({ store } = tools);
});
afterAll(() => store.close());

/** Nothing is proposed yet; two entries were judged by the whole jury. */
beforeEach(async () => {
  const { roles, entries, sheets, snapshots, registrations } = store;
  for (const model of [
    roles,
    entries,
    sheets,
    store.locks,
    snapshots,
    registrations,
    store.proposals,
    store.results,
    store.complaints,
  ])
    await (model as typeof roles).deleteMany({});
  await store.contests.updateOne({ _id: contest }, { $set: { done: {} } });
  for (const number of [1, 2]) {
    const code = `QN-0${number}`;
    await entries.create({
      _id: `${contest}/entry-${number}`,
      contest,
      number,
      code,
      person: `telegram:1:${number}`,
      unit: commune,
      sender: commune,
      team: `Tổ ${number}`,
      slot: null,
      authorSlot: null,
      state: 'in_final',
      history: [],
      verdicts: [],
      correction: null,
      title: `Clip ${number}`,
      video: { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' },
      versions: [],
      submittedAt: new Date('2026-08-20T08:00:00+07:00'),
      turn: `turn-${number}`,
    });
    const at = new Date('2026-10-13T20:00:00+07:00');
    await snapshots.create({
      _id: `${contest}/${number}`,
      contest,
      entry: code,
      likes: 100 * number,
      shares: 0,
      at,
      by: 'x',
    });
  }
  for (const index of [1, 2, 3, 4, 5, 6]) {
    const judge = `telegram:1:${index + 100}`;
    await takeUp(judge, index === 1 ? 'head_judge' : 'judge');
    for (const number of [1, 2])
      await sheets.create({
        _id: `${contest}/${judge}/QN-0${number}`,
        contest,
        judge,
        entry: `QN-0${number}`,
        points: { content: String(20 + number), form: '20', meaning: '20' },
        sum: String(60 + number),
        at: now,
        version: 1,
        turn: `${judge}/${number}`,
      });
  }
});

async function takeUp(person: string, role: RoleName): Promise<void> {
  const held = `${contest}/${role}//${person}`;
  await store.roles.create({
    _id: held,
    contest,
    person,
    role,
    unit: null,
    name: person,
    since: now,
    by: null,
    held,
    endedAt: null,
    endedBy: null,
    endReason: null,
  });
}

/** So many who hold the role, each with a turn of his own. */
async function several(role: RoleName, count = 4) {
  const people = Array.from({ length: count }, (_, index): ChatId => `telegram:1:${900 + index}`);
  for (const person of people) await takeUp(person, role);
  return Promise.all(people.map((chat) => turnIn(tools, chat, { now, contest })));
}

const here = () => contestById(beginWork(tools, 'test', now, 0), contest);

/** What each came to: `done`, or why not. */
const outcomes = (works: Promise<unknown>[]): Promise<string[]> =>
  Promise.all(
    works.map((work) =>
      work.then(
        () => 'done',
        (error: unknown) => {
          if (error instanceof Refusal) return error.key;
          throw error;
        },
      ),
    ),
  ).then((all) => all.sort());

async function proposed() {
  const [turn] = await several('head_judge', 1);
  if (!turn) throw new Error('nobody proposes');
  const { digest } = await rankNow(turn, await here());
  await proposeResult(turn, await here(), { previewed: digest, remark: null, why: null });
}

const paper = { number: '15/QĐ-BTC', day: '2026-10-28' };

async function approved() {
  await proposed();
  const turn = await turnIn(tools, 'telegram:1:700', { now, contest });
  await takeUp('telegram:1:700', 'chair');
  await decideProposal(turn, await here(), 1, { kind: 'approved', paper });
}

async function published() {
  await approved();
  const turn = await turnIn(tools, 'telegram:1:701', { now, contest });
  await takeUp('telegram:1:701', 'secretary');
  await publishResults(turn, await here(), 1);
}

describe('of several who do the same step at once one wins', () => {
  test('proposing', async () => {
    const turns = await several('head_judge');
    const contestNow = await here();
    const { digest } = await rankNow(turns[0] ?? beginWork(tools, 'x', now, 0), contestNow);
    const propose = turns.map((turn) =>
      proposeResult(turn, contestNow, { previewed: digest, remark: null, why: null }),
    );
    expect(await outcomes(propose)).toEqual(['done', ...Array(3).fill('propose.waits')]);
    expect(await store.proposals.countDocuments()).toBe(1);
  });

  test('approving and returning', async () => {
    await proposed();
    const contestNow = await here();
    const turns = await several('chair');
    const results = await outcomes(
      turns.map((turn, index) =>
        decideProposal(
          turn,
          contestNow,
          1,
          index % 2 === 0 ? { kind: 'approved', paper } : { kind: 'returned', reason: 'Xem lại' },
        ),
      ),
    );
    expect(results.filter((each) => each === 'done')).toHaveLength(1);
    expect(new Set(results.filter((each) => each !== 'done')).size).toBe(1);
  });

  test('publishing: byte for byte what was approved', async () => {
    await approved();
    const contestNow = await here();
    const turns = await several('secretary');
    expect(await outcomes(turns.map((turn) => publishResults(turn, contestNow, 1)))).toEqual([
      'done',
      ...Array(3).fill('publish.already'),
    ]);
    const [proposal] = await store.proposals.find().lean();
    const [result, ...others] = await store.results.find().lean();
    expect(others).toEqual([]);
    expect(JSON.stringify([result?.ranking, result?.entries, result?.prizes])).toBe(
      JSON.stringify([proposal?.ranking, proposal?.entries, proposal?.prizes]),
    );
    expect([proposal?.state, result?.version, result?.paper]).toEqual(['published', 1, paper]);
    // Two entries: the first prize, and one of the two second ones.
    expect(result?.prizes).toEqual({
      given: [
        { code: 'QN-02', prize: 'Giải Nhất', sum: 8_000_000 },
        { code: 'QN-01', prize: 'Giải Nhì', sum: 5_000_000 },
      ],
      open: [],
    });
  });
});

test('whose turn it is owes it, from the proposal to the publication', async () => {
  const next = async () => {
    const debts = await resultsOwed.debts(beginWork(tools, 'tick', now, 0), await here());
    return debts.map(({ person, offer }) => `${person} ${offer.says}`);
  };
  await takeUp('telegram:1:702', 'chair');
  await takeUp('telegram:1:703', 'secretary');
  expect(await next()).toEqual(['telegram:1:101 /dexuat']);
  await proposed();
  expect(await next()).toEqual(['telegram:1:702 /pheduyet']);
  const turn = await turnIn(tools, 'telegram:1:702', { now, contest });
  await decideProposal(turn, await here(), 1, { kind: 'approved', paper });
  expect(await next()).toEqual(['telegram:1:703 /congbo']);
  await publishResults(await turnIn(tools, 'telegram:1:703', { now, contest }), await here(), 1);
  expect(await next()).toEqual([]);
});

test('what waits behind the day of the decision goes on being asked for; what is out of date is to be proposed anew', async () => {
  const next = async (local: string) => {
    const at = new Date(`${local}+07:00`);
    const debts = await resultsOwed.debts(beginWork(tools, 'tick', at, 0), await here());
    return debts.map(({ person, says, offer, steps }) => {
      const step = steps.find((each) => each.at >= at);
      return [person, offer.says, step?.name, says.text.includes('Hạn đã qua')];
    });
  };
  await takeUp('telegram:1:702', 'chair');
  await proposed();
  expect(await next('2026-10-28T10:00:00')).toEqual([['telegram:1:702', '/pheduyet', '3h', false]]);
  expect(await next('2026-10-29T10:00:00')).toEqual([['telegram:1:702', '/pheduyet', '+1d', true]]);
  expect(await next('2026-11-02T10:00:00')).toEqual([['telegram:1:702', '/pheduyet', '+7d', true]]);
  await lockOtherPoints();
  expect(await next('2026-11-02T10:00:00')).toEqual(
    ['telegram:1:101', 'telegram:1:900'].map((head) => [head, '/dexuat', '+7d', true]),
  );
});

/** What the judging comes to when it was opened once more. */
async function lockOtherPoints(): Promise<void> {
  const first = await store.locks.findOne({ contest }).lean();
  if (!first) throw new Error('nothing is locked');
  const [sheet, ...others] = first.sheets;
  if (!sheet) throw new Error('the lock is empty');
  const other = { ...sheet, points: { ...sheet.points, content: '30' } };
  const later = { _id: `${first._id}/later`, number: 2, cause: 'later', sheets: [other, ...others] };
  await store.locks.create({ ...first, ...later });
}

test.each<[string, () => Promise<unknown>]>([
  ['a sheet, in a later lock', lockOtherPoints],
  ['a title', () => store.entries.updateOne({ code: 'QN-01' }, { $set: { title: 'Tên khác' } })],
  ['an entry', () => store.entries.updateOne({ code: 'QN-01' }, { $set: { state: 'disqualified' } })],
])('what was approved is not published when %s has changed', async (_what, change) => {
  await approved();
  await change();
  const [turn] = await several('secretary', 1);
  expect(await outcomes([publishResults(turn as NonNullable<typeof turn>, await here(), 1)])).toEqual([
    'publish.outOfDate',
  ]);
});

test('a sheet that is changed behind the lock changes nothing', async () => {
  await approved();
  await store.sheets.updateOne({ entry: 'QN-01' }, { $set: { 'points.content': '30' } });
  const [turn] = await several('secretary', 1);
  expect(await outcomes([publishResults(turn as NonNullable<typeof turn>, await here(), 1)])).toEqual([
    'done',
  ]);
});

test('likes that were read after the freeze change nothing', async () => {
  await approved();
  await store.snapshots.create({
    _id: `${contest}/9`,
    contest,
    entry: 'QN-01',
    likes: 9999,
    shares: 0,
    at: now,
    by: 'x',
  });
  const [turn] = await several('secretary', 1);
  expect(await outcomes([publishResults(turn as NonNullable<typeof turn>, await here(), 1)])).toEqual([
    'done',
  ]);
});

test('a result that can’t be drawn is told without its picture', async () => {
  const warned: string[] = [];
  const warn = (_error: unknown, what: string) => warned.push(what);
  const turn = await turnIn({ ...tools, warn }, 'telegram:1:701', { now, contest });
  const picture = {
    headline: '',
    contest: '',
    notes: [],
    rows: null,
    more: null,
  } as unknown as RankingPicture;
  expect(await keepPicture(turn, { draw: () => drawRanking(picture), name: 'x.png' })).toBe(null);
  expect(warned).toEqual(['a picture could not be drawn']);
});

describe('while the judging is reopened', () => {
  const hour = (later: number) => new Date(now.getTime() + later * 3_600_000);
  const reopened = () =>
    store.locks.updateOne(
      { contest },
      {
        $set: {
          reopened: { until: hour(1), reason: 'r', document: 'd', by: 'chair', at: now, turn: 'reopening' },
        },
      },
    );
  const publishing = async (at: Date) =>
    outcomes([publishResults(await turnIn(tools, 'telegram:1:701', { now: at, contest }), await here(), 1)]);

  test('what was approved is not published, and not after it either, even if no sheet has changed', async () => {
    await approved();
    await takeUp('telegram:1:701', 'secretary');
    await reopened();
    expect(await publishing(now)).toEqual(['publish.judgingOpen']);
    // Nor does anybody learn before the end whether points have changed.
    await store.sheets.updateOne(
      { entry: 'QN-01' },
      { $set: { 'points.content': '30' }, $inc: { version: 1 } },
    );
    expect(await publishing(now)).toEqual(['publish.judgingOpen']);
    await store.sheets.updateOne({ entry: 'QN-01' }, { $set: { 'points.content': '21' } });
    expect(await publishing(hour(2))).toEqual(['publish.outOfDate']);
  });

  test('nothing that was proposed is decided', async () => {
    await proposed();
    await reopened();
    const [turn] = await several('chair', 1);
    const verdict = { kind: 'approved', paper } as const;
    expect(
      await outcomes([decideProposal(turn as NonNullable<typeof turn>, await here(), 1, verdict)]),
    ).toEqual(['publish.judgingOpen']);
  });
});

describe('complaints', () => {
  /** Turns of coordinators, who may complain. */
  const complaining = (at: Date, count = 1) =>
    Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const chat: ChatId = `telegram:1:${800 + index}`;
        if (!(await store.roles.exists({ person: chat }))) await takeUp(chat, 'unit_coordinator');
        return turnIn(tools, chat, { now: at, contest });
      }),
    );
  const text = 'Điểm hình thức chưa đúng';
  // Five days after 28/10, in the plan of this sample.
  const closes = new Date('2026-11-02T23:59:59.999+07:00');
  const later = (minutes: number) => new Date(closes.getTime() + minutes * 60_000);

  const finish = async (at: Date) => {
    const work = beginWork(tools, `tick/${at.getTime()}`, at, 0);
    await finishComplaints(work);
    for (const mark of work.marks) await mark();
    return work.letters.map(({ _id }) => _id);
  };

  test('have numbers of their own, also when they come at once, and a deadline where the plan has one', async () => {
    await published();
    const contestNow = await here();
    const turns = await complaining(now, 4);
    const made = await Promise.all(turns.map((turn) => complain(turn, contestNow, { about: 'QN-01', text })));
    expect(made.map(({ code }) => code).sort()).toEqual(['KN-01', 'KN-02', 'KN-03', 'KN-04']);
    expect(made[0]?.dueAt).toEqual(new Date('2026-10-31T23:59:59.999+07:00'));
  });

  test('wait for an answer three at a time, of one person, also when he makes them at once', async () => {
    await published();
    const contestNow = await here();
    const [first] = await complaining(now);
    if (!first) throw new Error('nobody complains');
    const turns = await Promise.all([0, 1, 2, 3].map(() => turnIn(tools, first.chat._id, { now, contest })));
    const made = turns.map((turn) => complain(turn, contestNow, { about: 'QN-01', text }));
    expect(await outcomes(made)).toEqual(['complaint.tooMany', 'done', 'done', 'done']);
    const [chair] = await several('chair', 1);
    await decideComplaint(chair as NonNullable<typeof chair>, contestNow, 2, {
      text: 'Đã xem lại',
      upheld: false,
    });
    const again = await turnIn(tools, first.chat._id, { now, contest });
    expect(await outcomes([complain(again, contestNow, { about: 'QN-01', text })])).toEqual(['done']);
    // The same turn again finds what it has made, although there is no room left.
    expect(await outcomes([complain(again, contestNow, { about: 'QN-01', text })])).toEqual(['done']);
  });

  test('are taken until the window ends', async () => {
    await published();
    const contestNow = await here();
    const [inTime] = await complaining(closes);
    const [late] = await complaining(later(1));
    if (!inTime || !late) throw new Error('nobody complains');
    const complaint = { about: null, text };
    expect(await outcomes([complain(inTime, contestNow, complaint)])).toEqual(['done']);
    expect(await outcomes([complain(late, contestNow, complaint)])).toEqual(['complaint.closed']);
  });

  test('are limited by days that are settled before the publication, and by none afterwards', async () => {
    const stated = (await here()).plan.complaints;
    const state = (complaints: object) =>
      store.contests.updateOne(
        { _id: contest },
        { $set: { 'plan.complaints': complaints }, $inc: { version: 1 } },
      );
    await state({});
    const [turn] = await several('chair', 1);
    const point = { kind: 'complaints', item: null } as const;
    const asked = async () => (turn ? mayDecide(turn, await here(), point) : null);
    expect(await asked()).toMatchObject({ fields: ['days', 'answerDays'] });
    await published();
    expect(await outcomes([asked()])).toEqual(['decide.published']);
    const result = await latestResult(beginWork(tools, 'x', now, 0), await here());
    expect(result && standingOf(await here(), result.version, result.publishedAt)).toEqual({
      kind: 'unlimited',
    });
    await state(stated);
  });

  test('about the result are taken once there is one', async () => {
    const [turn] = await complaining(now);
    if (!turn) throw new Error('nobody complains');
    expect(await outcomes([complain(turn, await here(), { about: null, text })])).toEqual([
      'complaint.noResult',
    ]);
    expect(await outcomes([complain(turn, await here(), { about: 'QN-01', text })])).toEqual(['done']);
  });

  test('are decided once', async () => {
    await published();
    const contestNow = await here();
    const [turn] = await complaining(now);
    if (!turn) throw new Error('nobody complains');
    await complain(turn, contestNow, { about: null, text });
    const chairs = await several('chair');
    const decided = chairs.map((chair) =>
      decideComplaint(chair, contestNow, 1, { text: 'Đã xem lại', upheld: false }),
    );
    expect(await outcomes(decided)).toEqual([...Array(3).fill('complaint.answered'), 'done']);
  });

  test('keep the result provisional until the last of them is answered; then the groups hear of it once', async () => {
    await published();
    await store.groups.create({ _id: 'g', contest, chat: 'telegram:1:-1', title: '', by: 'x', since: now });
    const standing = async () => {
      const result = await latestResult(beginWork(tools, 'x', now, 0), await here());
      return result && standingOf(await here(), result.version, result.publishedAt);
    };
    expect(await standing()).toEqual({ kind: 'provisional', until: closes });
    const [turn] = await complaining(now);
    if (!turn) throw new Error('nobody complains');
    await complain(turn, await here(), { about: null, text });
    expect(await finish(later(10))).toEqual([]);
    const [chair] = await several('chair', 1);
    await decideComplaint(chair as NonNullable<typeof chair>, await here(), 1, {
      text: 'Đã xem lại',
      upheld: false,
    });
    // Nobody is told at night.
    expect(await finish(later(6))).toEqual([]);
    const morning = 9 * 60;
    // While something may still be corrected it is not final.
    await store.complaints.updateOne({}, { $set: { 'answer.upheld': true, 'answer.at': later(0) } });
    expect(await finish(later(morning))).toEqual([]);
    await store.complaints.updateOne({}, { $set: { 'answer.upheld': false } });
    const reopened = { until: later(morning), reason: 'r', document: 'd', by: 'x', at: now, turn: 'x' };
    await store.locks.updateOne({ contest }, { $set: { reopened } });
    expect(await finish(later(morning + 1))).toEqual([]);
    await store.locks.updateOne({ contest }, { $set: { reopened: null } });
    expect(await finish(later(morning + 2))).toEqual([`${contest}/result-final:1/g`]);
    expect(await finish(later(morning + 20))).toEqual([]);
    expect(await standing()).toEqual({ kind: 'final' });
  });
});
