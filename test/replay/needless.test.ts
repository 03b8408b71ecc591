import { beforeAll, describe, expect, test } from '@jest/globals';
import { type ContestRead, readContest } from '../../replay/contest.js';
import { type Asked, type Deeds, isNeedless } from '../../replay/needless.js';

const at = (day: string) => new Date(`2026-${day}T08:00:00+07:00`);
const early = at('06-01');
const late = at('10-01');
const nothing = {
  ...{ registrations: [], entries: [], sheets: [], nominations: [], snapshots: [], lists: [] },
  ...{ complaints: [], proposals: [], results: [] },
};

let contest: ContestRead;
let commune: { code: string; name: string };
let cluster: { code: string; name: string };
beforeAll(async () => {
  contest = await readContest('qn-2026');
  const named = (level: 'commune' | 'cluster') => {
    const [unit] = contest.units.under(contest.root.code, level);
    return { code: unit?.code ?? '', name: unit ? contest.units.shortName(unit) : '' };
  };
  [commune, cluster] = [named('commune'), named('cluster')];
});

/** Asked on the first of September, by a letter that names everything. */
const asked = (chase: string, what: string[], of = ''): Asked => ({
  person: 'An',
  at: at('09-01'),
  said: `Nhắc việc\n${what.join(', ')}`,
  item: { chase, of, what, claim: '', contest: 'qn-2026', step: '', deadline: null, insteadOf: null },
});

const done = (deeds: { [Kind in keyof Deeds]?: object[] }) => ({ ...nothing, ...deeds }) as Deeds;

describe('a reminder is needless once the thing is done, and not before', () => {
  const table: [string, () => Asked, (when: Date) => Deeds][] = [
    [
      'a commune without a team',
      () => asked('registration', [commune.name]),
      (when) => done({ registrations: [{ sender: commune.code, at: when }] }),
    ],
    [
      'a team without an entry',
      () => asked('entry', ['Tổ An']),
      (when) => done({ entries: [{ person: 'An', submittedAt: when }] }),
    ],
    [
      'a coordinator’s team without an entry',
      () => asked('entry/coordinators', ['Tổ Bình']),
      (when) =>
        done({
          registrations: [{ team: 'Tổ Bình', person: 'Bình', at: early }],
          entries: [{ person: 'Bình', submittedAt: when }],
        }),
    ],
    [
      'a commune that has sent nothing',
      () => asked('entry/organizers', [commune.name]),
      (when) => done({ entries: [{ person: 'Bình', sender: commune.code, submittedAt: when }] }),
    ],
    [
      'an entry that was sent back',
      () => asked('correction', ['QN-01'], 'QN-01'),
      (when) =>
        done({
          entries: [
            {
              code: 'QN-01',
              submittedAt: early,
              history: [
                { at: early, to: 'needs_correction' },
                { at: when, to: 'submitted' },
              ],
            },
          ],
        }),
    ],
    [
      'a cluster that has sent nothing up',
      () => asked('nomination', [cluster.name]),
      (when) => done({ nominations: [{ sender: cluster.code, at: when, withdrawnAt: null }] }),
    ],
    [
      'a sheet',
      () => asked('sheet', ['QN-01']),
      (when) => done({ sheets: [{ judge: 'An', entry: 'QN-01', at: when }] }),
    ],
    [
      'likes and shares',
      () => asked('engagement', ['QN-01']),
      (when) => done({ snapshots: [{ entry: 'QN-01', at: when }] }),
    ],
    [
      'a registration that was begun',
      () => asked('form', []),
      (when) => done({ registrations: [{ person: 'An', at: when }] }),
    ],
    [
      'a complaint',
      () => asked('complaint', ['KN-01'], 'KN-01'),
      (when) => done({ complaints: [{ code: 'KN-01', answer: { at: when } }] }),
    ],
    [
      'a proposal that waits for the chair',
      () => asked('result', ['1'], 'approveResult/1'),
      (when) => done({ proposals: [{ number: 1, at: early, decidedAt: when }] }),
    ],
    [
      'an approved result',
      () => asked('result', ['1'], 'publishResult/1'),
      (when) =>
        done({
          proposals: [{ number: 1, at: early, decidedAt: early }],
          results: [{ proposal: 1, publishedAt: when }],
        }),
    ],
    [
      'what is unsettled',
      () => asked('decisions', ['prize']),
      (when) => done({ proposals: [{ number: 1, at: when }] }),
    ],
  ];
  test.each(table)('%s', (_what, ask, deeds) => {
    const judged = [nothing, deeds(late), deeds(early)].map((each) => isNeedless(contest, each, ask()));
    expect(judged).toEqual([false, false, true]);
  });
});

test('what the letter does not name is not held against it, since it was asked for anew before it went out', () => {
  const deeds = done({ sheets: [{ judge: 'An', entry: 'QN-01', at: early }] });
  const both = asked('sheet', ['QN-01', 'QN-02']);
  expect(isNeedless(contest, deeds, both)).toBe(true);
  expect(isNeedless(contest, deeds, { ...both, said: 'Nhắc việc\nQN-02' })).toBe(false);
});

test('a kind of debt that this doesn’t know is never taken for a right one', () => {
  expect(isNeedless(contest, nothing, asked('something', []))).toBe(true);
});
