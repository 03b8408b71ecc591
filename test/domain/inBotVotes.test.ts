import { describe, expect, test } from '@jest/globals';
import { voteBurst } from '../../src/domain/fraud.js';
import { countVotes, inBotOf, isRead, periodAt } from '../../src/domain/inBotVotes.js';
import type { Plan } from '../../src/domain/plan.js';
import { planSchema } from '../../src/domain/plan.js';
import { preset } from '../support/plans.js';

const start = Date.parse('2026-10-01T23:30:00+07:00');
const after = (minutes: number) => new Date(start + minutes * 60_000);
const sample = await preset('qn-2026');

/** The sample with votes in the bot, and these points. */
const withVotes = (points: object, inBot: object | undefined = { per: 'day', votes: 2 }): Plan =>
  planSchema.parse({
    ...sample,
    scoring: { ...sample.scoring, audience: { ...sample.scoring.audience, points, inBot } },
  });

describe('a plan', () => {
  test('that says nothing of votes in the bot has none', () => {
    expect([inBotOf(sample), isRead(sample)]).toEqual([null, true]);
  });

  test('says how often, and what a vote is worth', () => {
    const plan = withVotes({ like: '1', share: '2', vote: '3' });
    expect([inBotOf(plan), isRead(plan)]).toEqual([{ per: 'day', votes: 2 }, true]);
    expect(isRead(withVotes({ like: '0', share: '0', vote: '1' }))).toBe(false);
  });

  test('can’t have votes that are worth nobody knows what', () => {
    expect(() => withVotes({ like: '1', share: '2' })).toThrow('vote_without_points');
  });
});

test('a day is one in Vietnam', () => {
  const daily = { per: 'day', votes: 1 } as const;
  expect([after(0), after(29.99), after(30)].map((at) => periodAt(daily, at))).toEqual([
    '2026-10-01',
    '2026-10-01',
    '2026-10-02',
  ]);
  expect(periodAt({ per: 'contest', votes: 3 }, after(0))).toBe('all');
});

describe('votes are counted', () => {
  const given = (person: string, entry: string, minutes: number, period = 'all') => ({
    person,
    entry,
    period,
    at: after(minutes),
  });
  const rule = { per: 'contest', votes: 2 } as const;
  const numbers = (votes: Map<string, Date[]>) =>
    Object.fromEntries([...votes].map(([entry, moments]) => [entry, moments.length]));
  const self = (person: string) => person;

  test.each([
    ['each once', [given('an', 'A', 0), given('an', 'B', 1), given('binh', 'A', 2)], { A: 2, B: 1 }],
    [
      'no more than the plan gives',
      [given('an', 'C', 2), given('an', 'A', 0), given('an', 'B', 1)],
      { A: 1, B: 1 },
    ],
    [
      'not twice for one entry',
      [given('an', 'A', 0), given('an', 'A', 1), given('an', 'B', 2)],
      { A: 1, B: 1 },
    ],
    ['anew on another day', [given('an', 'A', 0, '1'), given('an', 'A', 60, '2')], { A: 2 }],
  ])('%s', (_title, votes, expected) => {
    expect(numbers(countVotes(votes, rule, self))).toEqual(expected);
  });

  test('for two who turned out to be one person as one person’s', () => {
    const votes = [
      given('an', 'A', 0),
      given('an too', 'A', 1),
      given('an too', 'B', 2),
      given('an', 'C', 3),
    ];
    expect(numbers(countVotes(votes, rule, () => 'an'))).toEqual({ A: 1, B: 1 });
  });

  test('however many came for one entry, in little more time', () => {
    const many = Array.from({ length: 200_000 }, (_, index) => given(`p${index}`, 'A', index / 1_000));
    expect(numbers(countVotes(many, rule, self))).toEqual({ A: 200_000 });
  });
});

test('300 votes within an hour stand out, 299 don’t', () => {
  const every = (seconds: number, count: number) =>
    Array.from({ length: count }, (_, index) => after((index * seconds) / 60));
  expect(voteBurst(every(12, 299))).toBeNull();
  expect(voteBurst(every(13, 1_000))).toBeNull();
  expect(voteBurst(every(10, 300))).toEqual({ kind: 'votes', at: after(2_990 / 60), perHour: 300 });
});
