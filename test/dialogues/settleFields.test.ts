import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contestOf } from '../../src/actions/contest.js';
import { fieldSteps, readRubric, readTyped } from '../../src/dialogues/settleFields.js';
import { type Plan, unknown } from '../../src/domain/plan.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Tools } from '../../src/turn.js';
import { openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

/* What becomes of entries that are still equal when all that the plan states has been looked at. */

const now = new Date('2023-08-31T08:00:00+07:00');
const every = ['audience', 'criterion:content', 'criterion:form', 'criterion:meaning', 'earlier_submission'];
const step = fieldSteps.find(({ name }) => name === 'tieEnd');

let tools: Tools;
beforeAll(async () => {
  tools = await openTools('qn-2023', now);
});
afterAll(() => tools.store.close());

/** A turn in a contest whose plan states these steps. */
async function turnWhere(stated: string[]) {
  const change = { $set: { 'plan.scoring.tieChain': stated }, $inc: { version: 1 } };
  await tools.store.contests.updateOne({ _id: 'qn-2023' }, change);
  return turnIn(tools, 'zalo:1:thu', { now });
}

async function ask(stated: string[]) {
  const question = await step?.ask(await turnWhere(stated), {});
  return { text: question?.text.text, choices: question?.choices?.map(({ label }) => label) };
}

async function read(stated: string[], text: string, name = 'tieEnd') {
  const event = { kind: 'text' as const, text, links: [] };
  try {
    return await fieldSteps
      .find((each) => each.name === name)
      ?.read(await turnWhere(stated), { text, says: null, old: false, event }, {});
  } catch (error) {
    if (error instanceof Refusal) return error.key;
    throw error;
  }
}

test('the plan of these tests has these steps', async () => {
  const { plan } = await contestOf(await turnWhere([]));
  const { criteria, audience } = plan.scoring;
  const own = Array.isArray(criteria) ? criteria.map(({ id }) => `criterion:${id}`) : [];
  expect([audience.mode === 'none' ? null : 'audience', ...own, 'earlier_submission']).toEqual(every);
});

describe('where something is left to be looked at', () => {
  const stated = every.slice(0, 3);

  test('the ends stand behind it in the one numbered list, and nothing else has numbers', async () => {
    const { text, choices } = await ask(stated);
    expect(text).toMatch(/ghi 1 4 là .*\n1\. .*\n2\. .*\n3\. Đồng hạng\n4\. Bốc thăm$/s);
    expect(choices).toEqual([]);
  });

  test.each<[string, string | string[]]>([
    ['1', ['criterion:meaning', 'shared']],
    ['2 1', ['earlier_submission', 'criterion:meaning', 'shared']],
    ['1 4', ['criterion:meaning', 'draw']],
    ['1 3', ['criterion:meaning', 'shared']],
    ['3', ['shared']],
    ['4', ['draw']],
    ['0', ['shared']],
    ['2 bốc thăm', ['earlier_submission', 'draw']],
    ['đồng hạng', ['shared']],
    ['4 đồng hạng', 'settle.tieEndHow'],
    ['4 1', 'settle.tieEndHow'],
    ['3 4', 'settle.tieEndHow'],
    ['1 1', 'settle.tieEndHow'],
    ['5', 'settle.tieEndHow'],
  ])('«%s» is read by that list', async (text, chain) => {
    expect(await read(stated, text)).toEqual(chain);
  });
});

describe('where the plan states everything', () => {
  test('only the end is chosen', async () => {
    const { text, choices } = await ask(every);
    expect(text).toMatch(/Xin chọn:$/);
    expect(choices).toEqual(['Đồng hạng', 'Bốc thăm']);
  });

  test.each<[string, string | string[]]>([
    ['0', ['shared']],
    ['bốc thăm', ['draw']],
    ['2 1', 'settle.tieEndChooseHow'],
  ])('«%s»', async (text, chain) => {
    expect(await read(every, text)).toEqual(chain);
  });
});

describe('the points of the criteria', () => {
  test.each<[string, object | string]>([
    ['30 30 40', { maxima: ['30', '30', '40'] }],
    ['30 30 40 bước 0,5', { maxima: ['30', '30', '40'], step: '0.5' }],
    ['30, 30, 40, chấm điểm lẻ đến 0,25', { maxima: ['30', '30', '40'], step: '0.25' }],
    ['30/30/40 nửa điểm', { maxima: ['30', '30', '40'], step: '0.5' }],
    ['30 30 40 điểm nguyên', { maxima: ['30', '30', '40'], step: '1' }],
    ['30 30 40 cho đẹp', 'settle.notRead'],
    ['Hình thức nhiều', 'settle.notRead'],
    ['60 40', 'settle.rubricCount'],
  ])('«%s»', async (text, read) => {
    const turn = await turnWhere([]);
    const { plan } = await contestOf(turn);
    const outcome = () => {
      try {
        return readRubric(turn.t, plan, text);
      } catch (error) {
        if (error instanceof Refusal) return error.key;
        throw error;
      }
    };
    expect(outcome()).toEqual(read);
  });
});

describe('what the plan states beside it', () => {
  const rubric = ['content', 'form', 'meaning'].map((id) => ({ id, label: id, max: unknown, step: '0.5' }));
  const planOf = async (scoring: object) => {
    const turn = await turnWhere([]);
    const { plan } = await contestOf(turn);
    return { turn, plan: { ...plan, scoring: { ...plan.scoring, ...scoring } } as Plan };
  };

  test('the plan’s step stands: another is refused, the same is taken', async () => {
    const { turn, plan } = await planOf({ criteria: rubric });
    expect(() => readRubric(turn.t, plan, '30 30 40 bước 0,25')).toThrow('settle.stepStands');
    expect(readRubric(turn.t, plan, '30 30 40 bước 0,5').maxima).toEqual(['30', '30', '40']);
  });

  test('a weight has to fit a conversion by rank, and which is settled first is said', async () => {
    const scale = { method: 'rank', places: ['30', '20'] };
    const { turn, plan } = await planOf({ audience: { mode: 'score', weight: unknown, scale } });
    expect(await readTyped(turn, plan, 'weight', '70%')).toBe('70');
    await expect(readTyped(turn, plan, 'weight', '60')).rejects.toThrow('settle.weightByPlan');
  });
});

describe('days', () => {
  test.each<[string, number | string]>([
    ['5', 5],
    ['trong 5 ngày', 5],
    ['Không quy định', 'none'],
    ['5 ngày làm việc', 'settle.workingDays'],
    ['0', 'settle.notRead'],
    ['lâu', 'settle.notRead'],
  ])('for complaints: «%s»', async (text, days) => {
    expect(await read([], text, 'days')).toEqual(days);
  });
});
