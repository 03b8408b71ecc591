import { expect, test } from '@jest/globals';
import { type Answers, Fill } from '../../src/dialogues/form.js';
import { sheetSteps } from '../../src/dialogues/sheetSteps.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Turn } from '../../src/turn.js';
import { words } from '../../src/words.js';

const rubric = [
  ['content', 'Nội dung', '40'],
  ['form', 'Hình thức', '30'],
  ['meaning', 'Ý nghĩa', '30'],
].map(([id, label, max]) => ({ id, label, max, step: '1' }));

/** What is typed at this criterion, and the points that it fills in. */
async function typed(text: string, at: number, before: Answers = {}): Promise<unknown> {
  const step = sheetSteps(() => words('score.sum', { sum: '', scale: '' })).find(
    ({ name }) => name === `points${at}`,
  );
  const event = { kind: 'text' as const, text, links: [] };
  const answers = { code: 'QN-07', rubric, ...before };
  try {
    const read = await step?.read({ t: words } as Turn, { text, says: null, old: false, event }, answers);
    return read instanceof Fill ? read.answers : read;
  } catch (error) {
    if (error instanceof Refusal) return error.key;
    throw error;
  }
}

const rest = { points0: '32' };

test.each<[text: string, at: number, before: Answers, read: unknown]>([
  ['25 18', 1, rest, { points1: '25', points2: '18' }],
  ['25, 18', 1, rest, { points1: '25', points2: '18' }],
  ['25', 1, rest, { points1: '25' }],
  ['32 25', 0, {}, { points0: '32', points1: '25' }],
  // What was named before keeps its points.
  ['32 18', 0, { points1: '25' }, { points0: '32', points2: '18' }],
  ['30 25 18', 1, rest, { points0: '30', points1: '25', points2: '18' }],
  ['25 31', 1, rest, 'score.tooHigh'],
  ['25 18', 2, { ...rest, points1: '25' }, 'score.tooMany'],
  ['1 2 3 4', 0, {}, 'score.tooMany'],
  ['QN-07 40 24 16', 0, {}, { points0: '40', points1: '24', points2: '16' }],
  ['qn7: 40-24-16', 0, {}, { points0: '40', points1: '24', points2: '16' }],
  ['QN 07 25 18', 1, rest, { points1: '25', points2: '18' }],
  ['QN-08 40 24 16', 0, {}, 'score.otherEntry'],
  ['nd 40 ht 24', 0, {}, { points0: '40', points1: '24' }],
])('«%s» at criterion %d fills what is left in order', async (text, at, before, read) => {
  expect(await typed(text, at, before)).toEqual(read);
});
