import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { abstain } from '../../src/actions/abstain.js';
import { contestById } from '../../src/actions/contest.js';
import { enterSheet } from '../../src/actions/enterSheet.js';
import { entryByCode } from '../../src/actions/entries.js';
import { explainResult } from '../../src/actions/explainResult.js';
import { giveConsent } from '../../src/actions/giveConsent.js';
import { lockEarly } from '../../src/actions/lockEarly.js';
import { isOutOfDate, rankNow } from '../../src/actions/publishResults.js';
import { recomputeResult } from '../../src/actions/recomputeResult.js';
import { recordPart } from '../../src/actions/recordPart.js';
import { registerTeam } from '../../src/actions/registerTeam.js';
import { resultInput } from '../../src/actions/resultInput.js';
import { addToOrder, markAbsent, moveInOrder, setOrder, toOrder } from '../../src/actions/runningOrder.js';
import { closePart, openPart, reopenPart, takeBackOpening } from '../../src/actions/runStage.js';
import { finalSeat } from '../../src/actions/seats.js';
import { owing } from '../../src/actions/stage.js';
import type { ChatId } from '../../src/chat.js';
import { explain } from '../../src/domain/ranking/explain.js';
import { rank } from '../../src/domain/ranking.js';
import type { Proposal } from '../../src/store/documents.js';
import type { Store } from '../../src/store/store.js';
import type { Tools, Turn } from '../../src/turn.js';
import { appoint, openTools, outcome } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const before = new Date('2023-10-02T08:00:00+07:00');
const day = new Date('2023-10-20T08:00:00+07:00');
const [ky, giam, khao, hoi, chu]: ChatId[] = [1, 2, 3, 4, 5].map((n) => `telegram:1:${n}` as const) as [
  ChatId,
  ChatId,
  ChatId,
  ChatId,
  ChatId,
];

let store: Store;
let tools: Tools;

beforeAll(async () => {
  tools = await openTools('dn-2023', before, { beside: ['qn-2023'] });
  store = tools.store;
  // What the plan leaves open, as an organizer would have settled it.
  const criteria = ['introduction', 'knowledge', 'skit'].flatMap((_, at) => [
    [`plan.scoring.criteria.${at}.max`, '10'],
    [`plan.scoring.criteria.${at}.step`, '0.5'],
  ]);
  const settled = {
    ...Object.fromEntries(criteria),
    'plan.scoring.jury.quorum': 2,
    'plan.scoring.tieChain': ['shared'],
  };
  await store.contests.updateOne({ _id: 'dn-2023' }, { $set: settled, $inc: { version: 1 } });
  for (const [person, role] of [
    [ky, 'secretary'],
    [giam, 'judge'],
    [khao, 'judge'],
    [hoi, 'head_judge'],
    [chu, 'chair'],
  ] as const)
    await appoint(store, { contest: 'dn-2023', person, role, unit: null, name: person, since: before });
  for (const [index, unit] of ['662', '663', '664'].entries()) {
    const person = `telegram:1:${index + 10}` as const;
    const turn = await turnIn(tools, person, { now: before, contest: 'dn-2023' });
    const contest = await contestById(turn, 'dn-2023');
    await giveConsent(turn, contest, 'có');
    const team = { unit, team: `Đội ${index + 1}`, contact: 'An', phone: `090512345${index}` };
    await registerTeam(turn, contest, { ...team, components: ['live'], headcount: 5 });
  }
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const model of [store.stages, store.stageClosings, store.sheets, store.locks, store.relations])
    await (model as typeof store.stages).deleteMany({});
});

const turnOf = (person: ChatId, now = day): Promise<Turn> =>
  turnIn(tools, person, { now, contest: 'dn-2023' });

/** In a turn of this person's. */
async function by<T>(
  person: ChatId,
  act: (turn: Turn, contest: Awaited<ReturnType<typeof contestById>>) => Promise<T>,
  turn?: Turn,
): Promise<T> {
  const own = turn ?? (await turnOf(person));
  return act(own, await contestById(own, 'dn-2023'));
}

const order = (...codes: string[]) =>
  by(ky, (turn, contest) => setOrder(turn, contest, { codes, byLot: false }));
const inOrder = async () => {
  await by(ky, toOrder);
  return order('DN-02', 'DN-01', 'DN-03');
};
const open = (entry: string, part = 'skit', person = ky, turn?: Turn) =>
  by(person, (own, contest) => openPart(own, contest, { entry, part, people: null }), turn);
const close = (entry: string, part = 'skit', turn?: Turn) =>
  by(ky, (own, contest) => closePart(own, contest, { entry, part }), turn);
const scores = (person: ChatId, code: string, points: Record<string, string>, turn?: Turn) =>
  by(
    person,
    async (own, contest) =>
      recordPart(own, contest, await entryByCode(own, contest, code), { points, remark: '' }),
    turn,
  );
const reopen = (person: ChatId, entry = 'DN-02', part = 'skit') =>
  by(person, (turn, contest) => reopenPart(turn, contest, { entry, part, reason: 'Ghi nhầm điểm' }));
const points = async (judge: ChatId, entry = 'DN-02') => {
  const sheet = await store.sheets.findOne({ judge, entry }).lean();
  return sheet && { points: sheet.points, sum: sheet.sum };
};

/** As it was published before a ranking told who was absent. */
const publishedUntold = () =>
  by(ky, async (turn, contest) => {
    const { ranking, entries, prizes, lock, digest, digestUntold } = await rankNow(turn, contest);
    expect(digest).not.toBe(digestUntold);
    const proposal = { digest: digestUntold, version: 1, lock } as Proposal;
    expect(await isOutOfDate(turn, contest, proposal)).toBe(false);
    expect(await isOutOfDate(turn, contest, { ...proposal, digest: 'another' })).toBe(true);
    const unranked = ranking.unranked.map(({ code }) => ({ code, reason: 'belowQuorum' }));
    await store.results.create({
      ...{
        _id: 'dn-2023/1',
        contest: 'dn-2023',
        version: 1,
        ranking: { ...ranking, unranked },
        prizes,
        lock,
      },
      ...{ entries: [...entries], proposal: 1, paper: { number: '1/QĐ', day: '2023-10-20' }, why: null },
      ...{ publishedAt: turn.now, by: 'x', turn: 'published' },
    });
  });

describe('the running order', () => {
  test('makes each team that registered for the live part an entry, once, whoever asks at the same moment', async () => {
    await Promise.all([by(ky, toOrder), by(ky, toOrder), by(ky, toOrder)]);
    const entries = await store.entries.find().sort({ number: 1 }).lean();
    expect(entries.map(({ code, team, state, video }) => [code, team, state, video.kind])).toEqual([
      ['DN-01', 'Đội 1', 'submitted', 'stage'],
      ['DN-02', 'Đội 2', 'submitted', 'stage'],
      ['DN-03', 'Đội 3', 'submitted', 'stage'],
    ]);
  });

  test('has everybody in it, once', async () => {
    await by(ky, toOrder);
    expect(await outcome(order('DN-01', 'DN-02'))).toBe('stage.leftOut');
    expect(await outcome(order('DN-01', 'DN-02', 'DN-02', 'DN-03'))).toBe('stage.twice');
    expect(await outcome(order('DN-01', 'DN-02', 'DN-09'))).toBe('stage.notAmong');
    expect(await outcome(order('DN-01', 'DN-02', 'DN-03'))).toBe('done');
  });

  test('is drawn from a seed that is kept, the same in a repeated turn', async () => {
    await by(ky, toOrder);
    const turn = await turnOf(ky);
    const draw = () =>
      by(
        ky,
        (own, contest) => setOrder(own, contest, { codes: ['DN-01', 'DN-02', 'DN-03'], byLot: true }),
        turn,
      );
    const { order: first } = await draw();
    expect((await draw()).order).toEqual(first);
    const stage = await store.stages.findOne().lean();
    expect(stage?.events).toMatchObject([
      { kind: 'ordered', order: first, seed: expect.stringMatching(/^\w{32}$/) },
    ]);
  });

  test('is changed by two at the same moment, one after the other', async () => {
    await inOrder();
    const move = (code: string, place: number) =>
      by(ky, (turn, contest) => moveInOrder(turn, contest, { code, place }));
    await Promise.all([move('DN-01', 1), move('DN-03', 1)]);
    const stage = await store.stages.findOne().lean();
    expect([stage?.version, stage?.events.length]).toEqual([3, 3]);
  });

  test('is the secretary’s to keep, and nobody’s who judges', async () => {
    await inOrder();
    const absent = (person: ChatId) =>
      outcome(by(person, (turn, contest) => markAbsent(turn, contest, { code: 'DN-01', reason: 'Xe hỏng' })));
    expect(await absent(giam)).not.toBe('done');
    expect(await absent(ky)).toBe('done');
  });
});

describe('the stage', () => {
  test('is opened by one of two phones at the same moment', async () => {
    await inOrder();
    const both = await Promise.all([outcome(open('DN-02')), outcome(open('DN-01'))]);
    expect(both.sort()).toEqual(['done', 'stage.busy']);
    await store.stages.deleteMany({});
    await inOrder();
    expect((await Promise.all([outcome(open('DN-02')), outcome(open('DN-02'))])).sort()).toEqual([
      'done',
      'stage.openAlready',
    ]);
  });

  test('calls every judge once, also in a repeated turn; on it nobody else can be scored', async () => {
    await inOrder();
    const turn = await turnOf(ky);
    for (const person of [giam, hoi]) await store.chats.create((await turnOf(person)).chat);
    const missed = [{ person: khao, who: khao }];
    expect(await open('DN-02', 'skit', ky, turn)).toEqual({ told: 2, missed, isScored: true });
    await store.chats.create((await turnOf(khao)).chat);
    await open('DN-02', 'skit', ky, turn);
    const keys = turn.letters.map(({ _id }) => _id);
    expect(new Set(keys)).toEqual(new Set([giam, khao, hoi].map((judge) => `stage/dn-2023/2/${judge}`)));
    await store.chats.deleteMany({});
    expect(await outcome(scores(giam, 'DN-01', { skit: '8' }))).toBe('stage.waiting');
    expect(await outcome(scores(giam, 'DN-02', { knowledge: '8' }))).toBe('stage.waiting');
    expect(await outcome(scores(giam, 'DN-02', { skit: '8', knowledge: '8' }))).toBe('stage.partAlone');
    expect(await outcome(scores(giam, 'DN-02', { skit: '8' }))).toBe('done');
    expect((await store.stages.findOne().lean())?.events.length).toBe(2);
  });

  test('is taken back where it was opened by mistake, while nobody has scored it', async () => {
    const takeBack = () =>
      outcome(by(ky, (turn, contest) => takeBackOpening(turn, contest, { entry: 'DN-02', part: 'skit' })));
    await inOrder();
    await open('DN-02');
    await scores(giam, 'DN-02', { skit: '8' });
    expect(await takeBack()).toBe('stage.hasPoints');
    for (let round = 0; round < 4; round += 1) {
      for (const model of [store.stages, store.sheets]) await (model as typeof store.stages).deleteMany({});
      await inOrder();
      await open('DN-02');
      const [given, taken] = await Promise.all([outcome(scores(giam, 'DN-02', { skit: '8' })), takeBack()]);
      const isTaken = taken === 'done';
      expect([given, taken]).not.toContain('stage.closedNow');
      expect(await points(giam)).toEqual(isTaken ? null : { points: { skit: '8' }, sum: '8' });
      expect(await outcome(open('DN-01'))).toBe(isTaken ? 'done' : 'stage.busy');
    }
  });

  test('keeps the points of each part beside those of the others', async () => {
    await inOrder();
    await open('DN-02', 'introduction');
    await scores(giam, 'DN-02', { introduction: '8.5' });
    await close('DN-02', 'introduction');
    await open('DN-02', 'skit');
    await scores(giam, 'DN-02', { skit: '7' });
    await scores(giam, 'DN-02', { skit: '9' });
    expect(await points(giam)).toEqual({ points: { introduction: '8.5', skit: '9' }, sum: '17.5' });
  });

  test('says who still owes his points, of those whose they are', async () => {
    await inOrder();
    await open('DN-02');
    await scores(giam, 'DN-02', { skit: '8' });
    await by(hoi, async (turn, contest) =>
      abstain(turn, contest, await entryByCode(turn, contest, 'DN-02'), { reason: 'other', words: 'Ốm' }),
    );
    const left = await by(ky, (turn, contest) => owing(turn, contest, { entry: 'DN-02', part: 'skit' }));
    expect(left.judges.map(({ person }) => person)).toEqual([khao]);
    expect(await close('DN-02')).toEqual({ missing: 1, unconfirmed: null, isScored: true });
  });

  test('takes what stands on a judge’s paper for the part that is open, and his own word above it', async () => {
    await inOrder();
    const typed = async (given: Record<string, string>) =>
      outcome(
        by(ky, async (turn, contest) => {
          const entry = await entryByCode(turn, contest, 'DN-02');
          await enterSheet(turn, contest, { judge: giam, entry, points: given, remark: '' });
        }),
      );
    expect(await typed({ skit: '8' })).toBe('stage.waiting');
    await open('DN-02');
    expect(await typed({ skit: '8' })).toBe('done');
    expect((await store.sheets.findOne({ judge: giam }).lean())?.enteredBy).toBe(ky);
    await scores(giam, 'DN-02', { skit: '9' });
    expect(await typed({ skit: '8' })).toBe('onPaper.ownSheet');
    expect(await points(giam)).toEqual({ points: { skit: '9' }, sum: '9' });
    await close('DN-02');
    await open('DN-02', 'knowledge');
    expect(await typed({ knowledge: '7' })).toBe('done');
    expect((await store.sheets.findOne({ judge: giam }).lean())?.enteredBy).toBe(ky);
    await close('DN-02', 'knowledge');
    await reopen(hoi);
    expect(await typed({ skit: '8' })).toBe('onPaper.ownSheet');
    await scores(giam, 'DN-02', { skit: '9.5' });
    expect(await points(giam)).toEqual({ points: { skit: '9.5', knowledge: '7' }, sum: '16.5' });
    await close('DN-02');
    await reopen(hoi, 'DN-02', 'knowledge');
    expect(await typed({ knowledge: '8' })).toBe('done');
    await scores(giam, 'DN-02', { knowledge: '8.5' });
    expect((await store.sheets.findOne({ judge: giam }).lean())?.enteredBy).toBeUndefined();
  });
});

describe('a part that is closed', () => {
  test('is scored no more, until who answers for the jury opens it again, with a reason that is kept', async () => {
    await inOrder();
    await open('DN-02');
    await scores(giam, 'DN-02', { skit: '8' });
    await close('DN-02');
    expect(await outcome(scores(giam, 'DN-02', { skit: '9' }))).toBe('stage.closedNow');
    expect(await outcome(scores(khao, 'DN-02', { skit: '9' }))).toBe('stage.closedNow');
    expect([await outcome(reopen(ky)), await outcome(reopen(giam))]).not.toContain('done');
    expect(await outcome(reopen(hoi))).toBe('done');
    expect(await outcome(reopen(chu))).toBe('stage.notClosed');
    await scores(giam, 'DN-02', { skit: '9' });
    await close('DN-02');
    expect(await points(giam)).toEqual({ points: { skit: '9' }, sum: '9' });
    const closings = await store.stageClosings.find().sort({ _id: 1 }).lean();
    expect(closings.map(({ _id, sheets }) => [_id, sheets.map(({ sum }) => sum)])).toEqual([
      ['dn-2023/3', ['8']],
      ['dn-2023/5', ['9']],
    ]);
    expect((await store.stages.findOne().lean())?.events[3]).toMatchObject({
      by: hoi,
      reason: 'Ghi nhầm điểm',
    });
  });

  test('has what arrives at the same moment, or refuses it and nothing of it stays', async () => {
    for (let round = 0; round < 6; round += 1) {
      for (const model of [store.stages, store.stageClosings, store.sheets])
        await (model as typeof store.stages).deleteMany({});
      await inOrder();
      await open('DN-02');
      await scores(giam, 'DN-02', { skit: '8' });
      const [changed, first] = await Promise.all([
        outcome(scores(giam, 'DN-02', { skit: '5' })),
        outcome(scores(khao, 'DN-02', { skit: '6' })),
        close('DN-02'),
      ]);
      const closing = await store.stageClosings.findOne().lean();
      const sealed = (judge: ChatId) => closing?.sheets.find((sheet) => sheet.judge === judge)?.sum ?? null;
      expect([changed, first].filter((each) => !['done', 'stage.closedNow'].includes(each))).toEqual([]);
      expect(sealed(giam)).toBe(changed === 'done' ? '5' : '8');
      expect(sealed(khao)).toBe(first === 'done' ? '6' : null);
      expect([(await points(giam))?.sum, (await points(khao))?.sum ?? null]).toEqual([
        sealed(giam),
        sealed(khao),
      ]);
    }
  });

  test('undoes what was written after its sheets were read', async () => {
    await inOrder();
    await open('DN-02');
    await scores(giam, 'DN-02', { skit: '8' });
    await close('DN-02');
    // This turn had asked whether it is open, and was cut off after it had written.
    const late = await turnOf(giam);
    const change = { points: { skit: '5' }, sum: '5', turn: late.id };
    await store.sheets.updateOne({ judge: giam }, { $set: change, $inc: { version: 1 } });
    expect(await outcome(scores(giam, 'DN-02', { skit: '5' }, late))).toBe('stage.closedNow');
    expect(await points(giam)).toEqual({ points: { skit: '8' }, sum: '8' });
    expect(await outcome(scores(giam, 'DN-02', { skit: '5' }, late))).toBe('stage.closedNow');
  });

  test('puts back what came too late of it, and nothing of what was scored since', async () => {
    await inOrder();
    await open('DN-02', 'introduction');
    await scores(giam, 'DN-02', { introduction: '8' });
    await close('DN-02', 'introduction');
    await open('DN-02', 'skit');
    // A process that stood still writes for what was closed meanwhile; then his other chat scores what is open.
    const late = await turnOf(giam);
    const change = { points: { introduction: '5' }, sum: '5', turn: late.id };
    await store.sheets.updateOne({ judge: giam }, { $set: change, $inc: { version: 1 } });
    await scores(giam, 'DN-02', { skit: '7' });
    expect(await outcome(scores(giam, 'DN-02', { introduction: '5' }, late))).toBe('stage.closedNow');
    expect(await points(giam)).toEqual({ points: { introduction: '8', skit: '7' }, sum: '15' });
  });

  test('says the same in a repeated turn, and keeps one closing', async () => {
    await inOrder();
    await open('DN-02');
    const turn = await turnOf(ky);
    expect(await close('DN-02', 'skit', turn)).toEqual({ missing: 3, unconfirmed: null, isScored: true });
    expect(await close('DN-02', 'skit', turn)).toEqual({ missing: 3, unconfirmed: null, isScored: true });
    expect(await store.stageClosings.countDocuments()).toBe(1);
  });

  test('waits for what a judge had sent before, but no longer than a minute', async () => {
    await inOrder();
    await open('DN-02');
    const waiting = await turnOf(giam);
    await store.chats.create(waiting.chat);
    await store.updates.create(waiting.update);
    expect(await outcome(close('DN-02'))).toBe('stage.unheard');
    const later = await turnOf(ky, new Date(day.getTime() + 60_001));
    expect(await outcome(close('DN-02', 'skit', later))).toBe('done');
    await store.updates.deleteMany({});
    await store.chats.deleteMany({});
  });

  test('is not left by saying that one doesn’t score the entry', async () => {
    await inOrder();
    await open('DN-02');
    await scores(giam, 'DN-02', { skit: '8' });
    await close('DN-02');
    const abstains = by(giam, async (turn, contest) =>
      abstain(turn, contest, await entryByCode(turn, contest, 'DN-02'), { reason: 'other', words: 'Ốm' }),
    );
    expect(await outcome(abstains)).toBe('stage.closedInPart');
    expect(await points(giam)).toEqual({ points: { skit: '8' }, sum: '8' });
  });
});

describe('the end of the day', () => {
  const parts = ['introduction', 'knowledge', 'skit'];
  const perform = async (entry: string, given: Record<string, string>, missesSkit: ChatId[] = []) => {
    for (const part of parts) {
      await open(entry, part);
      for (const [judge, each] of Object.entries(given))
        if (part !== 'skit' || !missesSkit.includes(judge as ChatId))
          await scores(judge as ChatId, entry, { [part]: each });
      await close(entry, part);
    }
  };
  const lock = () => by(hoi, (turn, contest) => lockEarly(turn, contest, finalSeat(contest)));

  test('is locked and ranked as any other final is; who missed a part has no sheet that counts', async () => {
    await inOrder();
    await perform('DN-02', { [giam]: '8.5', [khao]: '8' });
    expect(await outcome(lock())).toBe('stage.notOver');
    await perform('DN-01', { [giam]: '9', [khao]: '9', [hoi]: '1' }, [hoi]);
    await store.chats.create((await turnOf('telegram:1:12')).chat);
    await by(ky, async (turn, contest) => {
      expect(await markAbsent(turn, contest, { code: 'DN-03', reason: 'Xe hỏng' })).toEqual([]);
      const [letter, ...more] = turn.letters;
      expect([letter?.chat, more]).toEqual(['telegram:1:12', []]);
      expect(JSON.stringify(letter?.reply)).toMatch(/^(?!.*Xe hỏng).*DN-03\) đang được ghi là vắng mặt/);
    });
    await store.chats.deleteMany({});
    expect(await outcome(lock())).toBe('done');
    const locked = await store.locks.findOne().lean();
    expect(
      locked?.sheets.filter(({ uncounted }) => uncounted).map(({ judge, uncounted }) => [judge, uncounted]),
    ).toEqual([[hoi, 'incomplete']]);
    const { input } = await by(ky, resultInput);
    expect(explain(input, 'DN-01')?.jury.sheets).toContainEqual({
      ...{ judge: hoi, kind: 'incomplete' },
      points: expect.any(Object),
    });
    const { places, unranked } = rank(input);
    expect(places.map(({ place, code, total }) => [place, code, total])).toEqual([
      [1, 'DN-01', '90.00'],
      [2, 'DN-02', '82.50'],
    ]);
    expect(unranked).toEqual([{ code: 'DN-03', reason: 'absent' }]);
    await publishedUntold();
    expect(await by(ky, recomputeResult)).toMatchObject({ isSame: true, differences: [] });
    for (const person of [ky, 'telegram:1:10' as const])
      expect(
        await by(person, async (turn, contest) =>
          explainResult(turn, contest, await entryByCode(turn, contest, 'DN-01')),
        ),
      ).toMatchObject({ isOutdated: false });
    await store.results.deleteMany({});
    expect(await outcome(open('DN-03'))).toBe('score.locked');
  });
});

describe('what can’t be scored', () => {
  test('is a part whose points nobody has settled', async () => {
    await inOrder();
    const set = (max: unknown) =>
      store.contests.updateOne(
        { _id: 'dn-2023' },
        { $set: { 'plan.scoring.criteria.2.max': max }, $inc: { version: 1 } },
      );
    await set('unknown');
    expect(await outcome(open('DN-02'))).toBe('score.noRubric');
    await set('10');
    expect(await outcome(open('DN-02'))).toBe('done');
  });

  test('is a showcase, where the order is kept and opened all the same', async () => {
    const at = new Date('2023-10-02T08:00:00+07:00');
    const held = { contest: 'qn-2023', person: ky, role: 'secretary', unit: null } as const;
    await appoint(store, { ...held, name: ky, since: before });
    const shown = { sender: '51', unit: '51', slot: null, authorSlot: null, correction: null, turn: 'x' };
    const video = { kind: 'link', url: 'https://youtu.be/x', site: 'youtu.be' } as const;
    for (const number of [1, 2])
      await store.entries.create({
        ...shown,
        ...{
          _id: `qn-2023/${number}`,
          contest: 'qn-2023',
          number,
          code: `QN-0${number}`,
          video,
          team: 'Đội',
        },
        ...{
          person: `telegram:1:${number + 20}`,
          title: 'Bài',
          state: 'in_final',
          history: [],
          verdicts: [],
        },
        ...{ versions: [], submittedAt: before },
      });
    const picks = [1, 2].map((place) => ({ code: `QN-0${place}`, place, reason: null }));
    const by = { at: before, by: ky, turn: 'x' };
    await store.showcases.create({ _id: 'qn-2023', choices: [{ picks, ...by }], announced: by });
    const there = async <T>(
      act: (turn: Turn, contest: Awaited<ReturnType<typeof contestById>>) => Promise<T>,
    ): Promise<T> => {
      const turn = await turnIn(tools, ky, { now: at, contest: 'qn-2023' });
      return act(turn, await contestById(turn, 'qn-2023'));
    };
    const part = 'showcase';
    expect(
      await there((turn, contest) => setOrder(turn, contest, { codes: ['QN-02'], byLot: false })),
    ).toMatchObject({ order: ['QN-02'] });
    await store.chats.create((await turnIn(tools, 'telegram:1:22', { now: at, contest: 'qn-2023' })).chat);
    await there(async (turn, contest) => {
      await setOrder(turn, contest, { codes: ['QN-01'], byLot: false, reason: 'Đội 2 chưa đến' });
      expect(turn.letters.map(({ chat }) => chat)).toEqual(['telegram:1:22']);
      expect(JSON.stringify(turn.letters[0]?.reply)).toMatch(
        /Lý do: Đội 2 chưa đến.*QN-02\) không có trong thứ tự mới/,
      );
    });
    await store.chats.deleteMany({});
    await there((turn, contest) =>
      setOrder(turn, contest, { codes: ['QN-02'], byLot: false, reason: 'Đội 2 đã đến' }),
    );
    const opening = await there((turn, contest) =>
      openPart(turn, contest, { entry: 'QN-02', part, people: null }),
    );
    expect(opening).toEqual({ told: 0, missed: [], isScored: false });
    expect(await there((turn, contest) => closePart(turn, contest, { entry: 'QN-02', part }))).toEqual({
      missing: 0,
      unconfirmed: null,
      isScored: false,
    });
    expect([await store.stageClosings.countDocuments(), await store.sheets.countDocuments()]).toEqual([0, 0]);
  });
});

describe('a team that registers after the order was set', () => {
  const lock = () => outcome(by(hoi, (turn, contest) => lockEarly(turn, contest, finalSeat(contest))));

  test('comes at its end, also when somebody has been on stage, and the final waits for it', async () => {
    await inOrder();
    await open('DN-02');
    const contact = 'telegram:1:14';
    await by(
      contact,
      async (turn, contest) => {
        await giveConsent(turn, contest, 'có');
        const team = { unit: '665', team: 'Đội 4', contact: 'An', phone: '0905123454' };
        await registerTeam(turn, contest, { ...team, components: ['live'], headcount: 5 });
        await store.chats.create(turn.chat);
      },
      await turnIn(tools, contact, { now: before, contest: 'dn-2023' }),
    );
    // Nobody has looked at the order since.
    expect(await lock()).toBe('stage.outsideOrder');
    expect(await outcome(order('DN-01', 'DN-02', 'DN-03', 'DN-04'))).toBe('stage.begunMove');
    const turn = await turnOf(ky);
    const add = () => by(ky, (own, contest) => addToOrder(own, contest, 'DN-04'), turn);
    await add();
    expect(await add()).toEqual({ order: ['DN-02', 'DN-01', 'DN-03', 'DN-04'], told: 1, missed: [] });
    expect(new Set(turn.letters.map(({ _id }) => _id))).toEqual(
      new Set([`stage/dn-2023/3/DN-04/${contact}`]),
    );
    expect(await lock()).toBe('stage.notOver');
  });

  test('hears when its place changes, as the others whose place does; who can’t be told is named', async () => {
    const codes = ['DN-01', 'DN-02', 'DN-03', 'DN-04'];
    await by(ky, (turn, contest) => setOrder(turn, contest, { codes, byLot: false }));
    const turn = await turnOf(ky);
    const moved = await by(
      ky,
      (own, contest) => moveInOrder(own, contest, { code: 'DN-04', place: 3 }),
      turn,
    );
    expect([moved.told, moved.missed.map(({ person }) => person)]).toEqual([1, ['telegram:1:12']]);
    expect(turn.letters.map(({ _id }) => _id)).toEqual(['stage/dn-2023/2/DN-04/telegram:1:14']);
  });
});
