import { describe, expect, test } from '@jest/globals';
import type { Failed, Refused } from '../../../src/bots/zalo/client.js';
import { openPatience } from '../../../src/bots/zalo/patience.js';
import { Gone, Later } from '../../../src/chat.js';

const refused = (code: number): Refused => ({ kind: 'refused', code, description: 'No' });
const failed = (connected: boolean): Failed => ({ kind: 'failed', reason: 'ECONNRESET', connected });

/** "later 5000 bot", "gone", "wrong", "wrong fatal". */
function shown(problem: ReturnType<ReturnType<typeof openPatience>['verdict']>): string {
  if (problem instanceof Later) return `later ${problem.waitMs} ${problem.scope}`;
  if (problem instanceof Gone) return 'gone';
  return problem.fatal ? 'wrong fatal' : 'wrong';
}

function verdicts(answers: (Refused | Failed)[], random = () => 0): string[] {
  const patience = openPatience(random);
  return answers.map((answer) => shown(patience.verdict('sendMessage', 'lan', answer)));
}

describe('a message that was not accepted', () => {
  test.each<[string, Refused | Failed, string[]]>([
    ['400', refused(400), ['wrong', 'wrong']],
    ['401', refused(401), ['wrong fatal', 'wrong fatal']],
    ['403', refused(403), ['later 5000 chat', 'later 30000 chat', 'gone', 'later 5000 chat']],
    ['404', refused(404), ['wrong', 'wrong']],
    ['408', refused(408), ['later 1000 chat', 'later 2000 chat', 'later 4000 chat']],
    [
      '429',
      refused(429),
      ['later 5000 bot', 'later 15000 bot', 'later 60000 bot', 'wrong', 'later 5000 bot'],
    ],
    ['500', refused(500), [1, 2, 4, 8, 16, 30, 30].map((seconds) => `later ${seconds}000 chat`)],
    ['a refusal without a code', refused(200), ['later 1000 chat']],
    ['a connection that broke', failed(true), ['later 1000 chat', 'later 2000 chat']],
    ['a connection that was never made', failed(false), ['later 1000 bot', 'later 2000 bot']],
  ])('after %s, again and again', (_, answer, expected) => {
    expect(verdicts(expected.map(() => answer))).toEqual(expected);
  });

  test('waits up to a quarter longer after 429, so that not all come back at once', () => {
    expect(verdicts([refused(429)], () => 0.999)).toEqual(['later 6249 bot']);
  });

  test('begins to count anew when one was accepted, and counts each chat for itself', () => {
    const patience = openPatience(() => 0);
    const refuse = (chat: string) => shown(patience.verdict('sendMessage', chat, refused(403)));
    expect([refuse('lan'), refuse('minh'), refuse('lan')]).toEqual([
      'later 5000 chat',
      'later 5000 chat',
      'later 30000 chat',
    ]);
    patience.settled('lan');
    expect([refuse('lan'), refuse('minh')]).toEqual(['later 5000 chat', 'later 30000 chat']);
  });

  test('says which method was refused and why', () => {
    expect(openPatience(() => 0).verdict('sendPhoto', 'lan', refused(429)).message).toBe('sendPhoto: 429 No');
  });
});
