import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { abstain } from '../../src/actions/abstain.js';
import { assignmentNow } from '../../src/actions/assignments.js';
import { contestById } from '../../src/actions/contest.js';
import { enterSheet } from '../../src/actions/enterSheet.js';
import { personWithHolds } from '../../src/actions/holds.js';
import { judgingProgress } from '../../src/actions/judgingProgress.js';
import { takeInPerson } from '../../src/actions/linkChats.js';
import { judgeProgress, recordScore } from '../../src/actions/recordScore.js';
import { finalSeat } from '../../src/actions/seats.js';
import { tellAssignments } from '../../src/actions/tellAssignments.js';
import type { ChatId } from '../../src/chat.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { RoleName } from '../../src/domain/roles.js';
import type { StoredAssignment, StoredEntry } from '../../src/store/documents.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const before = new Date('2026-10-13T08:00:00+07:00');
const judging = new Date('2026-10-20T08:00:00+07:00');
const over = new Date('2026-10-24T00:02:00+07:00');
const points = { content: '30', form: '20', meaning: '20' };

let store: Store;
let tools: Tools;
beforeAll(async () => {
  tools = await openTools('qn-2026', judging);
  ({ store } = tools);
  await store.contests.updateOne(
    { _id: 'qn-2026' },
    { $set: { 'plan.scoring.jury.assignment': { views: 2 } }, $inc: { version: 1 } },
  );
});
afterAll(() => store.close());

const judges: ChatId[] = ['telegram:1:1', 'telegram:1:2', 'telegram:1:3'];
const later: ChatId = 'telegram:1:4';
const head: ChatId = 'telegram:1:5';
const secretary: ChatId = 'telegram:1:6';

beforeEach(async () => {
  const { assignments, entries, sheets, locks, roles, relations, chats } = store;
  for (const model of [assignments, entries, sheets, locks, roles, relations, chats])
    await (model as typeof entries).deleteMany({});
  for (const judge of judges) await holds(judge, 'judge');
  await holds(secretary, 'secretary');
  for (const number of [1, 2, 3, 4, 5, 6]) await inFinal(number);
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

const leaves = (person: ChatId) =>
  store.roles.updateOne({ person }, { $set: { endedAt: judging, held: null } });

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

let works = 0;
function workAt(now: Date) {
  works += 1;
  return beginWork(tools, `work/${works}`, now, works);
}
const turnOf = (person: ChatId, now = judging) => turnIn(tools, person, { now, contest: 'qn-2026' });
const contestNow = () => contestById(workAt(judging), 'qn-2026');
const assignedAt = async (now: Date) => assignmentNow(workAt(now), await contestNow());

/** Refuses where there is none. */
async function assigned(now = judging): Promise<StoredAssignment> {
  const assignment = await assignedAt(now);
  if (!assignment) throw new Error('nothing is assigned');
  return assignment;
}

const codesOf = ({ judges: all }: Pick<StoredAssignment, 'judges'>, person: ChatId): string[] =>
  all.flatMap(({ judge, entries }) => (judge === person ? entries : []));
const holdersOf = ({ judges: all }: StoredAssignment, code: string): string[] =>
  all.flatMap(({ judge, entries }) => (entries.includes(code) ? judge : []));
const loadsOf = ({ judges: all }: StoredAssignment): number[] => all.map(({ entries }) => entries.length);
const allCodes = ['QN-01', 'QN-02', 'QN-03', 'QN-04', 'QN-05', 'QN-06'];
const othersThan = (own: string[]): string => allCodes.find((code) => !own.includes(code)) ?? '';
const first = (codes: string[]): string => codes[0] ?? '';

async function entryOf(code: string): Promise<StoredEntry> {
  const entry = await store.entries.findOne({ code }).lean<StoredEntry>();
  if (!entry) throw new Error(`${code} is not there`);
  return entry;
}

const outcome = (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.key : Promise.reject(error)),
  );

const scores = async (person: ChatId, code: string): Promise<string> =>
  outcome(recordScore(await turnOf(person), await contestNow(), await entryOf(code), { points, remark: '' }));

async function listOf(person: ChatId, now = judging): Promise<string[]> {
  const contest = await contestNow();
  const seat = finalSeat(contest);
  const { entries } = await judgeProgress(workAt(now), contest, { judge: person, seat });
  return entries.map(({ code }) => code);
}

describe('an assignment', () => {
  test('is made once by several who need it at the same moment, and not before the judging opens', async () => {
    expect(await assignedAt(before)).toBeNull();
    expect(await listOf('telegram:1:1', before)).toEqual([]);
    const made = await Promise.all([1, 2, 3, 4].map(() => assigned()));
    expect(new Set(made.map(({ _id }) => _id))).toEqual(new Set(['qn-2026/1']));
    expect(await store.assignments.countDocuments()).toBe(1);
    for (const each of made) expect(each.judges).toEqual(made[0]?.judges);
    expect(loadsOf(await assigned())).toEqual([4, 4, 4]);
    for (const code of allCodes) expect(holdersOf(await assigned(), code)).toHaveLength(2);
  });

  test('is what a judge is shown, and what he and a secretary with his paper may score', async () => {
    const [judge] = judges as [ChatId];
    const own = codesOf(await assigned(), judge);
    expect(await listOf(judge)).toEqual(own);
    expect(await scores(judge, othersThan(own))).toBe('score.notAssigned');
    expect(await scores(judge, first(own))).toBe('done');
    const typed = async (code: string) =>
      outcome(
        enterSheet(await turnOf(secretary), await contestNow(), {
          judge,
          entry: await entryOf(code),
          points,
          remark: '',
        }),
      );
    expect(await typed(othersThan(own))).toBe('onPaper.notAssigned');
    expect(await typed(own[1] ?? '')).toBe('done');
  });

  test('is followed by the next when judges and entries come and go, which keeps what is scored', async () => {
    const [gone, stays] = judges as [ChatId, ChatId];
    const one = await assigned();
    const scored = codesOf(one, stays).slice(0, 2);
    for (const code of scored) expect(await scores(stays, code)).toBe('done');
    await leaves(gone);
    const two = await assigned();
    expect([two.number, two.lacking, loadsOf(two)]).toEqual([2, [], [6, 6]]);
    await holds(later, 'judge');
    await inFinal(7);
    await store.entries.updateOne({ code: othersThan(scored) }, { $set: { state: 'withdrawn' } });
    const three = await assigned();
    expect([three.number, loadsOf(three)]).toEqual([3, [4, 4, 4]]);
    expect(codesOf(three, stays)).toEqual(expect.arrayContaining(scored));
    expect(holdersOf(three, 'QN-07')).toHaveLength(2);
    expect(holdersOf(three, othersThan(scored))).toEqual([]);
    // Nothing has changed since.
    expect(await assigned()).toEqual(three);
    expect((await store.assignments.findOne({ number: 1 }).lean())?.judges).toEqual(one.judges);
  });

  test('gives to another what somebody doesn’t score, or as much as there are judges who may', async () => {
    const [judge] = judges as [ChatId];
    const [tied = '', unseen = ''] = codesOf(await assigned(), judge);
    for (const [code, reason] of [
      [tied, 'relation'],
      [unseen, 'video'],
    ] as const)
      await abstain(await turnOf(judge), await contestNow(), await entryOf(code), {
        reason,
        words: reason === 'relation' ? 'em' : null,
      });
    const next = await assigned();
    expect([holdersOf(next, tied), holdersOf(next, unseen)]).toEqual([judges.slice(1), judges.slice(1)]);
    // He may still say something else of what he isn't tied to.
    expect(await listOf(judge)).not.toContain(tied);
    expect(await scores(judge, unseen)).toBe('done');
    await leaves('telegram:1:2');
    expect((await assigned()).lacking).toEqual([{ entry: tied, views: 1 }]);
  });

  test('keeps the sheet of who was quicker than the next one', async () => {
    const [judge] = judges as [ChatId];
    const [code = ''] = codesOf(await assigned(), judge);
    expect(await scores(judge, code)).toBe('done');
    // As if it had been given to the two others at that moment.
    await store.assignments.updateOne(
      { number: 1 },
      {
        $set: {
          judges: judges.map((each) => ({ judge: each, entries: each === judge ? [] : allCodes })),
        },
      },
    );
    expect((await assigned()).number).toBe(1);
    expect(await listOf(judge)).toEqual([code]);
    expect(await scores(judge, code)).toBe('done');
  });

  test('goes along with who turns out to be somebody else', async () => {
    const [judge] = judges as [ChatId];
    const one = await assigned();
    await personWithHolds(workAt(judging), { person: judge, name: judge });
    await takeInPerson(await turnOf(later), judge);
    const now = await assigned();
    expect([now.number, codesOf(now, judge), codesOf(now, later)]).toEqual([1, [], codesOf(one, judge)]);
  });

  test('stays as it was once the judging is over', async () => {
    const one = await assigned();
    await leaves('telegram:1:1');
    expect(await assigned(over)).toEqual(one);
  });

  test('tells those who are given more, once', async () => {
    await assigned();
    for (const chat of [...judges, later]) await store.chats.create((await turnOf(chat)).chat);
    const told = async () => {
      const work = workAt(judging);
      await tellAssignments(work);
      for (const mark of work.marks) await mark();
      return work.letters.map(({ _id }) => _id).sort();
    };
    expect(await told()).toEqual([]);
    await leaves('telegram:1:1');
    const both = ['assigned/qn-2026/2/telegram:1:2', 'assigned/qn-2026/2/telegram:1:3'];
    expect(await told()).toEqual(both);
    expect(await told()).toEqual([]);
    await holds(later, 'judge');
    expect(await told()).toEqual(['assigned/qn-2026/3/telegram:1:4']);
  });

  test('is shown to who heads the jury: who has how many, and what lacks judges', async () => {
    await holds(head, 'head_judge');
    for (const judge of judges) await leaves(judge);
    const contest = await contestNow();
    const [progress] = await judgingProgress(await turnOf(head), contest);
    expect(progress?.judges).toEqual([
      { name: head, soFar: { scored: 0, count: 6, parts: null }, last: null, excluded: [] },
    ]);
    expect(progress?.assignment).toMatchObject({
      number: 1,
      views: 2,
      lacking: allCodes.map((entry) => ({ entry, views: 1 })),
    });
  });
});
