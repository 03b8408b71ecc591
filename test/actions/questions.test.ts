import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import {
  answerQuestion,
  askQuestion,
  openQuestions,
  shownQuestions,
  showQuestion,
} from '../../src/actions/questions.js';
import type { ChatId } from '../../src/chat.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools, type Turn } from '../../src/turn.js';
import { appoint, openTools, outcome } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const contest = 'qn-2023';
const now = new Date('2023-08-31T08:00:00+07:00');
const an: ChatId = 'telegram:1:1';
const thu: ChatId = 'telegram:1:2';

let tools: Tools;
let store: Store;
beforeAll(async () => {
  tools = await openTools(contest, now);
  store = tools.store;
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const model of [store.questions, store.roles]) await (model as typeof store.questions).deleteMany({});
  await appoint(store, { contest, person: thu, role: 'secretary', unit: null, name: 'Thư', since: now });
});

const here = () => contestById(beginWork(tools, 'test', now, 0), contest);
const by = (chat: ChatId): Promise<Turn> => turnIn(tools, chat, { now, contest });
const ask = async (text: string) => askQuestion(await by(an), await here(), text);

test('many who ask at once get numbers of their own', async () => {
  const people = Array.from({ length: 20 }, (_, index): ChatId => `telegram:1:${100 + index}`);
  const turns = await Promise.all(people.map(by));
  const at = await here();
  await Promise.all(turns.map((turn) => askQuestion(turn, at, 'Nộp được mấy bài?')));
  const numbers = (await openQuestions(await by(thu), at)).map(({ number }) => number);
  expect(numbers).toEqual(people.map((_, index) => index + 1));
});

test('five of one person may wait, also of those asked at once; an answer makes room', async () => {
  const turns = await Promise.all(Array.from({ length: 7 }, () => by(an)));
  const at = await here();
  const came = await Promise.all(turns.map((turn) => outcome(askQuestion(turn, at, 'Nộp ở đâu?'))));
  expect(came.sort()).toEqual([...Array(5).fill('done'), ...Array(2).fill('question.tooMany')]);
  await answerQuestion(await by(thu), at, 2, 'Ngay tại đây.');
  expect(await outcome(ask('Đến bao giờ?'))).toBe('done');
});

test('the same turn again asks, and answers, no second time', async () => {
  const [asking, answering, at] = [await by(an), await by(thu), await here()];
  const first = await askQuestion(asking, at, 'Nộp ở đâu?');
  expect(await askQuestion(asking, at, 'Nộp ở đâu?')).toEqual(first);
  await answerQuestion(answering, at, 1, 'Ngay tại đây.');
  expect((await answerQuestion(answering, at, 1, 'Ngay tại đây.')).answer?.text).toBe('Ngay tại đây.');
});

test('of two who answer at once one does, and the other hears who was quicker', async () => {
  await ask('Nộp ở đâu?');
  await appoint(store, {
    contest,
    person: 'telegram:1:3',
    role: 'organizer',
    unit: null,
    name: 'Hà',
    since: now,
  });
  const [one, other, at] = [await by(thu), await by('telegram:1:3'), await here()];
  const came = await Promise.all([
    outcome(answerQuestion(one, at, 1, 'Ở đây.')),
    outcome(answerQuestion(other, at, 1, 'Ở kia.')),
  ]);
  expect(came.sort()).toEqual(['done', 'question.answered']);
});

test('nothing is shown to everybody before it is answered, nor by who may not', async () => {
  await ask('Số của tôi là 0905123456, nộp ở đâu?');
  const at = await here();
  expect(await outcome(showQuestion(await by(thu), at, 1, 'Nộp ở đâu?'))).toBe('question.unanswered');
  await answerQuestion(await by(thu), at, 1, 'Ngay tại đây.');
  expect(await outcome(showQuestion(await by(an), at, 1, 'Nộp ở đâu?'))).toBe('permissions.only');
  await showQuestion(await by(thu), at, 1, 'Nộp ở đâu?');
  expect((await shownQuestions(await by(an), at, 10)).map(({ shown }) => shown?.text)).toEqual([
    'Nộp ở đâu?',
  ]);
  await showQuestion(await by(thu), at, 1, null);
  expect(await shownQuestions(await by(an), at, 10)).toEqual([]);
});
