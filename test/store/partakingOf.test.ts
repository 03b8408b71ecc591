import { expect, test } from '@jest/globals';
import { openStore } from '../../src/store/store.js';
import { testDatabase } from '../support/database.js';

test('who asks at the same moment is told how many entries of his own sender take part', async () => {
  const store = await openStore(await testDatabase());
  const entry = (contest: string, sender: string, state: string, number: number) => ({
    _id: `${contest}/${number}`,
    contest,
    sender,
    state,
    number,
  });
  await store.entries.collection.insertMany([
    entry('qn-2023', 'a', 'submitted', 1),
    entry('qn-2023', 'a', 'accepted', 2),
    entry('qn-2023', 'a', 'withdrawn', 3),
    entry('qn-2023', 'b', 'submitted', 4),
    entry('sl-2024', 'b', 'submitted', 1),
  ] as never[]);
  const asked = ['qn-2023/a', 'sl-2024/a', 'qn-2023/b', 'qn-2023/a', 'qn-2023/c'].map((key) => {
    const [contest = '', sender = ''] = key.split('/');
    return store.partakingOf({ contest, sender });
  });
  expect(await Promise.all(asked)).toEqual([2, 0, 1, 2, 0]);
  await store.close();
});
