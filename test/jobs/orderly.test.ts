import { expect, test } from '@jest/globals';
import type { AgendaBackend } from 'agenda';
import { keepOrderly } from '../../src/jobs/orderly.js';

/** A backend whose database can be told to fail, and to answer late. */
function backend() {
  const asked: string[] = [];
  let answerAll = () => {};
  const answered = new Promise<void>((resolve) => {
    answerAll = resolve;
  });
  const repository = {
    unlockJob: async (id: string) => {
      asked.push(id);
      throw new Error('away');
    },
    getNextJobToRun: async (name: string) => {
      asked.push(name);
      await answered;
      return name;
    },
  };
  return { asked, answerAll, backend: { name: 'test', repository } as unknown as AgendaBackend };
}

// What agenda gives is no matter here, only whether and when it is passed on.
type Asked = Record<'unlockJob' | 'getNextJobToRun', (about: string) => Promise<unknown>>;
const asked = (orderly: { backend: AgendaBackend }) => orderly.backend.repository as unknown as Asked;

test('a call that nobody waits for tells its failure instead of ending the process', async () => {
  const failures: unknown[] = [];
  const orderly = keepOrderly(backend().backend, (error) => failures.push(error));
  await asked(orderly).unlockJob('a');
  expect(failures).toEqual([new Error('away')]);
});

test('closing waits for what is under way, and nothing is asked after it', async () => {
  const behind = backend();
  const orderly = keepOrderly(behind.backend, () => {});
  const told: unknown[] = [];
  void asked(orderly)
    .getNextJobToRun('before')
    .then((answer) => told.push(answer));
  const closing = orderly.close().then(() => told.push('closed'));
  void asked(orderly)
    .getNextJobToRun('after')
    .then((answer) => told.push(answer));
  behind.answerAll();
  await closing;
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual(['before', 'closed']);
  expect(behind.asked).toEqual(['before']);
});
