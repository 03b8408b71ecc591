import { describe, expect, test } from '@jest/globals';
import { type Change, clean, type Found, foundAfter } from '../../../support/brokenPlans.js';

const screening = 'screening: { between: [2026-09-01, 2026-09-07] }';
const selection = 'selection: { title: Xét chọn ở cụm, between: [2026-09-08, 2026-09-20] }';
const nomination = 'between: [2026-09-21, 2026-09-25] }';
const judging = 'judging: { between: [2026-10-14, 2026-10-23] }';
const decision = 'decision: { on: 2026-10-28 }';
const votesClose = 'closes: { days: 14, after: posting, close: common }';
const freeze = 'freezeAt: { with: voting }';
const video = 'members: { least: 1, most: 10 }';

const otherwise = (item: string): Change => ['documents:\n', `otherwise:\n  - ${item}\n\ndocuments:\n`];

describe('dates: a plan that is wrong or silent', () => {
  test.each<[string, Change[], Found[]]>([
    [
      'closes a window before it opens',
      [[nomination, 'opens: { from: 2026-09-25 }, closes: { before: 2026-09-25 } }']],
      [['zero_days', 'windows.nomination']],
    ],
    [
      'has a window of no time at all',
      [[nomination, 'opens: { at: 2026-09-25T17:00 }, closes: { at: 2026-09-25T17:00 } }']],
      [['zero_days', 'windows.nomination']],
    ],
    [
      'screens while entries still come in',
      [[screening, 'screening: { between: [2026-08-31, 2026-09-07] }']],
      [['opens_before_feeder_closes', 'windows.screening']],
    ],
    [
      'screens in the month that the submission ends with',
      [[screening, 'screening: { month: 2026-08 }']],
      [['opens_before_feeder_closes', 'windows.screening']],
    ],
    [
      'selects while entries are still screened',
      [[selection, 'selection: { title: Xét chọn ở cụm, between: [2026-09-07, 2026-09-20] }']],
      [['opens_before_feeder_closes', 'windows.selection']],
    ],
    [
      'judges while nominations still come in',
      [[judging, 'judging: { between: [2026-09-25, 2026-10-23] }']],
      [['opens_before_feeder_closes', 'windows.judging']],
    ],
    [
      'decides on the last day of the vote',
      [[votesClose, 'closes: { by: 2026-10-28 }']],
      [['results_before_votes_close', 'windows.decision']],
    ],
    [
      'decides on the last day of judging',
      [[decision, 'decision: { on: 2026-10-23 }']],
      [['results_before_scores_close', 'windows.decision']],
    ],
    [
      'freezes likes and shares on the day of the decision',
      [[freeze, 'freezeAt: { by: 2026-10-28 }']],
      [['freeze_after_results', 'scoring.audience.freezeAt']],
    ],
    [
      'freezes likes and shares before the vote closes',
      [[freeze, 'freezeAt: { by: 2026-10-12 }']],
      [['freeze_before_votes_close', 'scoring.audience.freezeAt']],
    ],
    [
      'freezes likes and shares after the vote has closed',
      [[freeze, 'freezeAt: { by: 2026-10-14 }']],
      [['votes_after_freeze', 'scoring.audience.freezeAt']],
    ],
    [
      'closes the list when the round has begun',
      [[video, `${video}\n    list: { least: unknown, freeze: { by: 2026-09-08 } }`]],
      [['list_freezes_too_late', 'components.video.list.freeze']],
    ],
    [
      'has other days in another document',
      [otherwise('{ id: news, window: awards, says: { on: 2026-11-12 }, from: sample }')],
      [['documents_disagree', 'otherwise.news']],
    ],
    [
      'was judged while votes were open',
      [otherwise('{ id: news, window: judging, says: { on: 2026-10-06 }, from: sample }')],
      [['judged_while_votes_open', 'otherwise.news']],
    ],
    ['when a round is', [[nomination, 'closes: unknown }']], [['undated', 'windows.nomination']]],
    [
      'whether all clips close together',
      [[votesClose, 'closes: { days: 14, after: posting }']],
      [['close_common_or_each', 'windows.voting.closes']],
    ],
    [
      'opens the vote before anything is posted',
      [['voting: { opens: { with: posting }', 'voting: { opens: { from: 2026-09-27 }']],
      [['begins_too_early', 'windows.voting']],
    ],
    [
      'awards before it has decided',
      [[decision, 'decision: { on: 2026-11-11 }']],
      [['begins_too_early', 'windows.awards']],
    ],
    [
      'registers when nothing is taken any more',
      [['closes: { by: 2026-08-15 }', 'closes: { by: 2026-09-01 }']],
      [['registration_after_submission', 'windows.registration']],
    ],
  ])('%s', (_, changes, findings) => {
    expect(foundAfter(clean, changes)).toEqual(findings);
  });
});

describe('dates: what only looks wrong', () => {
  test.each<[string, Change[]]>([
    ['a window of one day', [[nomination, 'opens: { from: 2026-09-25 }, closes: { by: 2026-09-25 } }']]],
    [
      'a screening that begins the day after',
      [[screening, 'screening: { between: [2026-09-01, 2026-09-01] }']],
    ],
    [
      'judging that begins the day after the nominations',
      [[judging, 'judging: { between: [2026-09-26, 2026-10-23] }']],
    ],
    [
      'judging while votes are open, planned so',
      [[judging, 'judging: { between: [2026-10-01, 2026-10-12] }']],
    ],
    ['a decision the day after judging', [[decision, 'decision: { on: 2026-10-24 }']]],
    ['a decision in the month of judging', [[decision, 'decision: { month: 2026-10 }']]],
    ['a vote through the day before the decision', [[votesClose, 'closes: { before: 2026-10-28 }']]],
    ['a freeze on the vote’s last day, named by its date', [[freeze, 'freezeAt: { by: 2026-10-13 }']]],
    [
      'days counted from a single day',
      [
        [votesClose, 'closes: { days: 14, after: posting }'],
        ['posting: { between: [2026-09-28, 2026-09-29] }', 'posting: { on: 2026-09-29 }'],
      ],
    ],
    [
      'a list closed the day before the round',
      [[video, `${video}\n    list: { least: unknown, freeze: { before: 2026-09-08 } }`]],
    ],
    [
      'another document that says the same',
      [otherwise('{ id: news, window: awards, says: { between: [2026-11-10, 2026-11-10] }, from: sample }')],
    ],
    ['a majority of three', [['screeners: { one: true }', 'screeners: { majorityOf: 3 }']]],
    [
      'registration until the last day of submission',
      [['closes: { by: 2026-08-15 }', 'closes: { by: 2026-08-31 }']],
    ],
    ['awards in the month of the decision', [['awards: { on: 2026-11-10 }', 'awards: { month: 2026-10 }']]],
    ['a decision on the day of the awards', [[decision, 'decision: { on: 2026-11-10 }']]],
  ])('%s', (_, changes) => {
    expect(foundAfter(clean, changes)).toEqual([]);
  });
});
