import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { abstain } from '../../src/actions/abstain.js';
import { contestById } from '../../src/actions/contest.js';
import { mayDecide } from '../../src/actions/decide.js';
import { enterSheet } from '../../src/actions/enterSheet.js';
import { lockEarly } from '../../src/actions/lockEarly.js';
import { lockJudged } from '../../src/actions/lockJudged.js';
import { lockInForce, lockSheets } from '../../src/actions/lockSheets.js';
import { foreseeMove } from '../../src/actions/moveDate.js';
import { rankNow } from '../../src/actions/publishResults.js';
import { recordScore } from '../../src/actions/recordScore.js';
import { reopeningsOf } from '../../src/actions/reopenings.js';
import { reopenJudging } from '../../src/actions/reopenJudging.js';
import { resultInput } from '../../src/actions/resultInput.js';
import { finalSeat } from '../../src/actions/seats.js';
import { setAside } from '../../src/actions/setAside.js';
import type { ChatId } from '../../src/chat.js';
import { checksumOf } from '../../src/domain/locks.js';
import { unknown } from '../../src/domain/plan.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { RoleName } from '../../src/domain/roles.js';
import type { StoredEntry } from '../../src/store/documents.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const judging = new Date('2026-10-20T08:00:00+07:00');
const lastMoment = new Date('2026-10-23T23:59:59.999+07:00');
const over = new Date('2026-10-24T00:02:00+07:00');
const points = { content: '30', form: '20', meaning: '20' };
const others = { content: '10', form: '10', meaning: '10' };

let store: Store;
let tools: Tools;
beforeAll(async () => {
  tools = await openTools('qn-2026', judging);
  ({ store } = tools);
});
afterAll(() => store.close());

const giam: ChatId = 'telegram:1:1';
const khao: ChatId = 'telegram:1:2';
const hoi: ChatId = 'telegram:1:3';
const ky: ChatId = 'telegram:1:4';

beforeEach(async () => {
  for (const model of [
    store.entries,
    store.sheets,
    store.locks,
    store.roles,
    store.updates,
    store.relations,
    store.people,
  ])
    await (model as typeof store.entries).deleteMany({});
  await holds(giam, 'judge');
  await holds(khao, 'judge');
  await holds(hoi, 'head_judge');
  await holds(ky, 'secretary');
  await inFinal(1);
});

async function holds(person: ChatId, role: RoleName): Promise<void> {
  await store.roles.create({
    _id: `qn-2026/${person}`,
    contest: 'qn-2026',
    person,
    role,
    unit: null,
    name: person,
    since: judging,
    by: null,
    held: `qn-2026/${role}//${person}`,
    endedAt: null,
    endedBy: null,
    endReason: null,
  });
}

async function inFinal(number: number): Promise<void> {
  const entry: StoredEntry = {
    _id: `qn-2026/entry-${number}`,
    contest: 'qn-2026',
    number,
    code: `QN-0${number}`,
    person: `telegram:1:9${number}`,
    unit: '21040',
    sender: '21040',
    team: `Tổ ${number}`,
    slot: null,
    authorSlot: null,
    state: 'in_final',
    history: [],
    verdicts: [],
    correction: null,
    title: 'Clip',
    video: { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' },
    versions: [],
    submittedAt: judging,
    turn: `turn-${number}`,
  };
  await store.entries.create(entry);
}

const turnOf = (person: ChatId, now = judging) => turnIn(tools, person, { now, contest: 'qn-2026' });
const contestNow = async () => contestById(await turnOf(ky), 'qn-2026');
const workAt = (now: Date) => beginWork(tools, `work/${now.getTime()}`, now, 1);

async function entryOne(): Promise<StoredEntry> {
  const entry = await store.entries.findOne({ code: 'QN-01' }).lean<StoredEntry>();
  if (!entry) throw new Error('the entry is not there');
  return entry;
}

async function scores(person: ChatId, given: Record<string, string>, now = judging): Promise<string> {
  const contest = await contestNow();
  return outcome(
    recordScore(await turnOf(person, now), contest, await entryOne(), { points: given, remark: '' }),
  );
}

const reopenedAt = new Date('2026-10-21T09:00:00+07:00');

async function reopens(): Promise<void> {
  const until = new Date('2026-10-22T09:00:00+07:00');
  const reopened = { until, reason: 'x', document: '15', by: ky, at: reopenedAt, turn: 'reopening' };
  await store.locks.updateOne({ reopened: null }, { $set: { reopened } });
}

/** Why each one's sheet doesn't count in the next lock. */
async function uncountedNext(): Promise<unknown> {
  const contest = await contestNow();
  const closing = { cause: 'turn/next', by: ky, at: reopenedAt };
  const { sheets } = await lockSheets(workAt(reopenedAt), contest, finalSeat(contest), closing);
  return Object.fromEntries(sheets.map(({ judge, uncounted }) => [judge, uncounted]));
}

const related = (person: ChatId, at: Date) =>
  store.relations.create({
    _id: `qn-2026/${person}`,
    contest: 'qn-2026',
    person,
    to: { entry: 'QN-01' },
    words: 'em',
    at,
  });

async function goesUp(person: ChatId, other: ChatId): Promise<void> {
  const linked = { name: 'Giám', phone: null, createdAt: judging, version: 1 };
  await store.people.create({ ...linked, _id: person, joined: [], mergedInto: other });
  await store.people.create({ ...linked, _id: other, joined: [person], mergedInto: null });
}

/** Somebody locks the final before its time. */
async function closes(): Promise<void> {
  const contest = await contestNow();
  const closing = { cause: 'turn/closing', by: ky, at: judging };
  await lockSheets(workAt(judging), contest, finalSeat(contest), closing);
}

const outcome = (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.key : Promise.reject(error)),
  );

describe('a lock', () => {
  test('is made once by several who need it at the same moment, and verifies itself', async () => {
    await scores(giam, points);
    const contest = await contestNow();
    const seat = finalSeat(contest);
    const made = await Promise.all(
      [1, 2, 3, 4].map((later) => lockInForce(workAt(new Date(over.getTime() + later)), contest, seat)),
    );
    expect(new Set(made.map((lock) => lock?._id))).toEqual(new Set(['qn-2026/final/51/1']));
    expect(await store.locks.countDocuments()).toBe(1);
    expect(made[0]?.checksum).toBe(checksumOf(made[3]?.sheets ?? []));
  });

  test('is one, whatever closes the judging first', async () => {
    await scores(giam, points);
    const contest = await contestNow();
    const seat = finalSeat(contest);
    const closing = (cause: string) =>
      lockSheets(workAt(judging), contest, seat, { cause, by: ky, at: judging });
    const first = await closing('turn/one');
    expect(await closing('turn/other')).toEqual(first);
    expect(await store.locks.countDocuments()).toBe(1);
  });

  test('waits for what arrived in time, for an hour at most', async () => {
    await scores(giam, points);
    const turn = await turnOf(khao, lastMoment);
    await store.updates.create(turn.update);
    const contest = await contestNow();
    const lockedBy = (now: Date) => outcome(lockInForce(workAt(now), contest, finalSeat(contest)));
    expect(await lockedBy(over)).toBe('score.locking');
    expect(await store.locks.countDocuments()).toBe(0);
    // In the last millisecond, worked minutes later.
    await recordScore(turn, contest, await entryOne(), { points, remark: '' });
    expect(await lockedBy(over)).toBe('score.locking');
    expect(await lockedBy(new Date(over.getTime() + 3_600_000))).toBe('done');
    expect((await store.locks.findOne().lean())?.count).toBe(2);
  });

  test('is what is ranked from, whatever becomes of sheets, roles and relations', async () => {
    for (const person of [giam, khao, hoi]) await scores(person, points);
    await store.contests.updateOne(
      { _id: 'qn-2026' },
      { $set: { 'plan.scoring.jury.quorum': 3 }, $inc: { version: 1 } },
    );
    const contest = await contestNow();
    const before = await rankNow(workAt(over), contest);
    expect(before.ranking.places.map(({ code, jury }) => [code, jury])).toEqual([['QN-01', '49.00']]);
    await store.sheets.updateMany({}, { $set: { points: others, sum: '30' } });
    await store.roles.updateOne({ person: khao }, { $set: { endedAt: over, held: null } });
    await store.relations.create({
      _id: 'qn-2026/later',
      contest: 'qn-2026',
      person: giam,
      to: { entry: 'QN-01' },
      words: 'em',
      at: over,
    });
    expect(await rankNow(workAt(over), contest)).toEqual(before);
  });

  test('that is made early refuses what comes at the same moment, and never counts a part of it', async () => {
    for (const person of [giam, khao, hoi]) await scores(person, points);
    const contest = await contestNow();
    const [locked, scored] = await Promise.all([
      outcome(lockEarly(await turnOf(hoi), contest, finalSeat(contest))),
      scores(giam, others),
    ]);
    const lock = await store.locks.findOne().lean();
    expect(locked).toBe('done');
    expect(['done', 'score.locked']).toContain(scored);
    const own = lock?.sheets.find(({ judge }) => judge === giam);
    // Told that it is written down, it is; and the lock verifies itself in any case.
    if (scored === 'done') expect(own?.sum).toBe('30');
    expect(['30', '70']).toContain(own?.sum);
    expect(lock?.checksum).toBe(checksumOf(lock?.sheets ?? []));
  });

  test('undoes what it refuses, so that the next one doesn’t count it either', async () => {
    await scores(giam, points);
    const contest = await contestNow();
    const entry = await entryOne();
    const before = await store.sheets.findOne({ judge: giam }).lean();
    await closes();
    // Each has passed the question whether it is open, and writes when the lock is there.
    const [changing, aside, first] = [await turnOf(giam), await turnOf(hoi), await turnOf(khao)];
    const late = {
      points: others,
      sum: '30',
      abstained: { reason: 'video', words: null },
      turn: changing.id,
    };
    const by = { kind: 'aside', reason: 'x', by: hoi, at: judging, turn: aside.id } as const;
    await store.sheets.updateOne(
      { judge: giam },
      { $set: late, $push: { asides: by }, $inc: { version: 2 } },
    );
    const own = { _id: `qn-2026/${khao}/QN-01`, contest: 'qn-2026', judge: khao, entry: 'QN-01' };
    await store.sheets.create({ ...own, points, sum: '70', at: judging, version: 1, turn: first.id });
    const given = { points: others, remark: '' };
    const set = { sheet: before?._id ?? '', kind: 'aside', reason: 'x' } as const;
    expect(await outcome(recordScore(changing, contest, entry, given))).toBe('score.locked');
    expect(await outcome(setAside(aside, contest, entry, set))).toBe('score.locked');
    expect(await outcome(recordScore(first, contest, entry, given))).toBe('score.locked');
    expect(await store.sheets.find().lean()).toEqual([
      { ...before, asides: [], turn: `undone/${changing.id}` },
    ]);
    expect(await outcome(recordScore(changing, contest, entry, given))).toBe('score.locked');
  });

  test('counts a sheet that its turn wrote before, and says so when that turn is repeated', async () => {
    const turn = await turnOf(giam);
    const contest = await contestNow();
    const entry = await entryOne();
    await recordScore(turn, contest, entry, { points, remark: '' });
    await closes();
    expect(await outcome(recordScore(turn, contest, entry, { points, remark: '' }))).toBe('done');
  });

  test('counts what was not written since it was opened as the one before, whoever has left in between', async () => {
    for (const person of [giam, khao, hoi]) await scores(person, points);
    await closes();
    const ended = { endedAt: judging, held: null };
    await store.roles.updateOne({ person: khao }, { $set: ended });
    await related(giam, judging);
    await reopens();
    expect(await uncountedNext()).toEqual({ [giam]: null, [khao]: null, [hoi]: null });
  });

  test('decides anew for whom has left, recused himself or scored again since it was opened', async () => {
    for (const person of [giam, khao, hoi]) await scores(person, points);
    await closes();
    await reopens();
    await store.roles.updateOne({ person: khao }, { $set: { endedAt: reopenedAt, held: null } });
    await related(giam, reopenedAt);
    const aside = { kind: 'aside', reason: 'x', by: ky, at: reopenedAt, turn: 'aside' } as const;
    await store.sheets.updateOne({ judge: hoi }, { $push: { asides: aside }, $inc: { version: 1 } });
    expect(await uncountedNext()).toEqual({ [giam]: 'conflict', [khao]: 'notSitting', [hoi]: 'setAside' });
  });

  test('is told with who opened it, by the name of his role, and what the next lock has otherwise', async () => {
    for (const person of [giam, khao]) await scores(person, points);
    await closes();
    await reopens();
    await scores(giam, others, reopenedAt);
    await scores(hoi, points, reopenedAt);
    await uncountedNext();
    const contest = await contestNow();
    const [reopening, ...more] = await reopeningsOf(workAt(over), contest);
    expect(more).toEqual([]);
    expect(reopening).toMatchObject({ number: 1, by: ky, document: '15', reason: 'x', at: reopenedAt });
    expect(reopening?.changes.map(({ judge, before, after }) => [judge, before?.sum, after.sum])).toEqual([
      [giam, '70', '30'],
      [hoi, undefined, '70'],
    ]);
  });

  test('counts the sheets of a judge whose chats are just being linked', async () => {
    await scores(giam, points);
    await goesUp(giam, 'zalo:1:1');
    // Cut off in the middle: the role has gone over, the sheet has not.
    await store.roles.updateOne({ person: giam }, { $set: { person: 'zalo:1:1' } });
    expect(await uncountedNext()).toEqual({ [giam]: null });
  });

  test('names its judges as who they are now', async () => {
    await scores(giam, points);
    await scores(hoi, points);
    await closes();
    await goesUp(giam, 'zalo:1:1');
    await goesUp(hoi, 'zalo:1:3');
    await store.roles.updateOne({ person: giam }, { $set: { person: 'zalo:1:1' } });
    await store.roles.updateOne({ person: hoi }, { $set: { person: 'zalo:1:3' } });
    const { input, judges } = await resultInput(workAt(over), await contestNow());
    expect(judges.map(({ person }) => person)).toEqual(['zalo:1:1', khao, 'zalo:1:3']);
    expect(input.sheets.map(({ judge }) => judge)).toEqual(['zalo:1:1', 'zalo:1:3']);
    expect(input.headJudge).toBe('zalo:1:3');
  });

  test('is what there has to be before the final is ranked, and none that was opened again', async () => {
    await scores(giam, points);
    const contest = await contestNow();
    const ranked = () => outcome(resultInput(workAt(reopenedAt), contest));
    expect(await ranked()).toBe('lock.open');
    await closes();
    expect(await ranked()).toBe('done');
    await reopens();
    expect(await ranked()).toBe('lock.open');
  });

  test('is not made early while something that a judge has sent waits', async () => {
    for (const person of [giam, khao, hoi]) await scores(person, points);
    const contest = await contestNow();
    const waiting = await turnOf(giam);
    await store.chats.create(waiting.chat);
    await store.updates.create(waiting.update);
    const locks = async () => outcome(lockEarly(await turnOf(hoi), contest, finalSeat(contest)));
    expect(await locks()).toBe('lock.unheard');
    await store.updates.updateOne({ _id: waiting.update._id }, { $set: { state: 'done' } });
    expect(await locks()).toBe('done');
    await store.chats.deleteMany({});
  });

  test('that is made early ends what would bend the result: a quorum is not chosen, and no days are moved', async () => {
    await holds('telegram:1:5', 'chair');
    for (const person of [giam, khao, hoi]) await scores(person, points);
    const nobodySaid = { 'plan.scoring.jury.quorum': unknown, 'plan.scoring.jury.judges': 3 };
    await store.contests.updateOne({ _id: 'qn-2026' }, { $set: nobodySaid, $inc: { version: 1 } });
    const contest = await contestNow();
    const tries = async () => {
      const turn = await turnOf('telegram:1:5');
      const moving = (window: string) =>
        outcome(foreseeMove(turn, contest, { window, closes: { by: '2026-11-30' } }));
      const quorum = await outcome(mayDecide(turn, contest, { kind: 'quorum', item: null }));
      return [quorum, await moving('judging'), await moving('voting'), await moving('showcase')];
    };
    expect(await tries()).toEqual(['done', 'done', 'done', 'done']);
    await lockEarly(await turnOf(hoi), contest, finalSeat(contest));
    expect(await tries()).toEqual(['decide.judgingClosed', 'moveDate.locked', 'moveDate.counted', 'done']);
  });

  test('is opened once by two at the same moment', async () => {
    await holds('telegram:1:5', 'chair');
    await holds('telegram:1:6', 'chair');
    await scores(giam, points);
    const contest = await contestNow();
    const opening = async (person: ChatId) =>
      outcome(
        reopenJudging(await turnOf(person, over), contest, {
          reason: 'Có khiếu nại',
          document: '15/QĐ-BTC',
          until: new Date('2026-10-25T17:00:00+07:00'),
        }),
      );
    const both = await Promise.all([opening('telegram:1:5'), opening('telegram:1:6')]);
    expect(both.sort()).toEqual(['done', 'reopen.notLocked']);
  });
});

test('a turn that is repeated never takes the place of what the judge has said since', async () => {
  const contest = await contestNow();
  const entry = await entryOne();
  const older = await turnOf(giam);
  const later = new Date(judging.getTime() + 1000);
  await recordScore(older, contest, entry, { points: others, remark: '' });
  expect(await scores(giam, points, later)).toBe('done');
  await recordScore(older, contest, entry, { points: others, remark: '' });
  await abstain(older, contest, entry, { reason: 'video', words: null });
  expect(await store.sheets.findOne({ judge: giam }).lean()).toMatchObject({
    sum: '70',
    version: 2,
    at: later,
  });
});

test('a sheet is set aside once by a turn, also where it was taken back in since', async () => {
  await scores(giam, points);
  const contest = await contestNow();
  const entry = await entryOne();
  const sheet = `qn-2026/${giam}/QN-01`;
  const setting = await turnOf(hoi);
  const aside = () => setAside(setting, contest, entry, { sheet, kind: 'aside', reason: 'x' });
  await aside();
  await setAside(await turnOf(hoi), contest, entry, { sheet, kind: 'back', reason: 'y' });
  await aside();
  expect((await store.sheets.findById(sheet).lean())?.asides?.map(({ kind }) => kind)).toEqual([
    'aside',
    'back',
  ]);
});

describe('a paper sheet', () => {
  const typed = async () => {
    const contest = await contestNow();
    const entry = await entryOne();
    return outcome(enterSheet(await turnOf(ky), contest, { judge: giam, entry, points: others, remark: '' }));
  };
  const sheet = () => store.sheets.findOne({ judge: giam }).lean();

  test('never takes the place of what the judge says at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      await store.sheets.deleteMany({});
      const [own, paper] = await Promise.all([scores(giam, points), typed()]);
      expect([own, ['done', 'onPaper.ownSheet'].includes(paper)]).toEqual(['done', true]);
      expect(await sheet()).toMatchObject({ sum: '70' });
      expect((await sheet())?.enteredBy).toBeUndefined();
    }
  });

  test('is not taken where he said that he doesn’t score the entry, nor after the close', async () => {
    const contest = await contestNow();
    const video = { reason: 'video', words: null } as const;
    await abstain(await turnOf(giam), contest, await entryOne(), video);
    expect(await typed()).toBe('onPaper.ownSheet');
    const late = enterSheet(await turnOf(ky, over), contest, {
      judge: khao,
      entry: await entryOne(),
      points,
      remark: '',
    });
    expect(await outcome(late)).toBe('score.locked');
  });
});

test('a lock is made at night and told in the morning, with whose sheets are missing', async () => {
  await store.chats.create({
    ...{ _id: ky, bot: 'telegram:1', group: false, person: ky, name: 'Ký', reachable: true, heardAt: over },
  });
  await scores(giam, points);
  const tick = async (now: Date) => {
    const work = beginWork(tools, `tick/${now.getTime()}`, now, 0);
    await lockJudged(work);
    for (const mark of work.marks) await mark();
    return work.letters.map(({ reply }) => (reply.kind === 'text' ? reply.text.text : reply.kind));
  };
  expect(await tick(over)).toEqual([]);
  expect(await store.locks.countDocuments()).toBe(1);
  const [told, ...again] = await tick(new Date('2026-10-24T07:00:00+07:00'));
  expect(told).toMatch(
    /: 1 phiếu, trong đó 1 phiếu được tính\.\n.*\nCòn thiếu phiếu của: .*\(1 bài\); .*\(1 bài\)\.\n⚠️ QN-01 chỉ có 1 phiếu được tính, cần 3 phiếu mới được xếp hạng\.$/,
  );
  expect(again).toEqual([]);
  expect(await tick(new Date('2026-10-24T07:00:20+07:00'))).toEqual([]);
  await store.chats.deleteMany({});
});
