import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contestById } from '../../src/actions/contest.js';
import { showing } from '../../src/actions/sameVideo.js';
import type { StoredEntry, Video } from '../../src/store/documents.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { openTools } from '../support/tools.js';

/* Which entries show a video: asked whenever one is handed in, among thousands. */

const id = 'qn-2026';
const now = new Date('2026-08-20T08:00:00+07:00');
const linkOf = (name: number): Video => ({ kind: 'link', url: `https://youtu.be/${name}`, site: 'youtu.be' });
const fileOf = (name: number): Video => ({
  kind: 'file',
  file: { bot: 'telegram:1', fileId: `file-${name}`, uniqueId: `unique-${name}` },
});

let tools: Tools;
beforeAll(async () => {
  tools = await openTools(id, now);
  await tools.store.entries.insertMany(Array.from({ length: 300 }, (_, index) => entryOf(index + 1)));
});
afterAll(() => tools.store.close());

/** Two of three are links, each shown by two entries, of which one in five was taken back. */
const entryOf = (number: number): StoredEntry => ({
  ...{
    _id: `${id}/entry-${number}`,
    contest: id,
    number,
    code: `QN-${number}`,
    person: `telegram:1:${number}`,
  },
  ...{ unit: '21040', sender: '21040', team: `Tổ ${number}`, slot: null, authorSlot: null },
  ...{ state: number % 5 === 0 ? 'withdrawn' : 'submitted', history: [], verdicts: [], correction: null },
  ...{ title: 'Clip', video: number % 3 === 0 ? fileOf(number % 150) : linkOf(number % 150) },
  ...{ versions: [], submittedAt: now, turn: `turn-${number}` },
});

test.each<[string, Video, string, string[]]>([
  ['links', linkOf(7), 'link', ['QN-7', 'QN-157']],
  ['files', fileOf(9), 'file', ['QN-9', 'QN-159']],
])('%s are found by their own key, and no other entry is read', async (_, video, key, codes) => {
  const work = beginWork(tools, 'test', now, 0);
  const contest = await contestById(work, id);
  expect((await showing(work, contest, video).lean<StoredEntry[]>()).map(({ code }) => code)).toEqual(codes);
  expect(await showing(work, contest, video).explain('executionStats')).toMatchObject({
    queryPlanner: { winningPlan: { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: key } } },
    executionStats: { totalKeysExamined: 2, totalDocsExamined: 2 },
  });
});
