import type { Contest } from '../../src/actions/contest.js';
import { contestById } from '../../src/actions/contest.js';
import type { StoredEntry } from '../../src/store/documents.js';
import type { Store } from '../../src/store/store.js';
import { beginWork, type Tools } from '../../src/turn.js';
import { appoint } from './tools.js';

/** When the final of `qn-2026` is judged and its vote is closed. */
export const afterJudging = new Date('2026-10-28T09:00:00+07:00');
export const judgedId = 'qn-2026';
const commune = '21040';

/** A final of `qn-2026` that six judges are through with: each entry's points for its content, and its likes. */
export type Judged = { content: number; likes: number; submittedAt?: string };

export async function judge({ store }: Tools, entries: readonly Judged[]): Promise<void> {
  await empty(store);
  const at = new Date('2026-10-13T20:00:00+07:00');
  for (const [index, { likes, submittedAt = '2026-08-20T08:00:00+07:00' }] of entries.entries()) {
    await store.entries.create(entryOf(index + 1, new Date(submittedAt)));
    await store.snapshots.create({
      ...{ _id: `${judgedId}/${index + 1}`, contest: judgedId, entry: codeOf(index + 1), likes, shares: 0 },
      ...{ at, by: 'x' },
    });
  }
  for (const number of [1, 2, 3, 4, 5, 6]) {
    const person = `telegram:1:${number + 100}`;
    await appoint(store, {
      ...{ contest: judgedId, person, role: number === 1 ? 'head_judge' : 'judge', unit: null },
      ...{ name: `Giám khảo ${number}`, since: at },
    });
    for (const [index, { content }] of entries.entries())
      await store.sheets.create({
        ...{ _id: `${judgedId}/${person}/${codeOf(index + 1)}`, contest: judgedId, judge: person },
        ...{ entry: codeOf(index + 1), points: { content: String(content), form: '20', meaning: '20' } },
        ...{ sum: String(content + 40), at: afterJudging, version: 1, turn: `${person}/${index}` },
      });
  }
}

export const codeOf = (number: number): string => `QN-0${number}`;

const entryOf = (number: number, submittedAt: Date): StoredEntry => ({
  ...{ _id: `${judgedId}/entry-${number}`, contest: judgedId, number, code: codeOf(number) },
  ...{ person: `telegram:1:${number}`, unit: commune, sender: commune, team: `Tổ ${number}` },
  ...{ slot: null, authorSlot: null, state: 'in_final', history: [], verdicts: [], correction: null },
  ...{ title: `Clip ${number}`, versions: [], submittedAt, turn: `turn-${number}` },
  video: { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' },
});

async function empty(store: Store): Promise<void> {
  for (const model of Object.values(store.connection.models))
    if (model.modelName !== 'contests') await model.deleteMany({});
  await store.contests.updateMany({}, { $set: { done: {} } });
}

/** Somebody who holds this role in it. */
export const holding = async (
  { store }: Tools,
  person: string,
  role: Parameters<typeof appoint>[1]['role'],
): Promise<void> =>
  appoint(store, { contest: judgedId, person, role, unit: null, name: person, since: afterJudging });

export const judgedContest = (tools: Tools): Promise<Contest> =>
  contestById(beginWork(tools, 'test', afterJudging, 0), judgedId);
