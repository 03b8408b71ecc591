import { describe, expect, test } from '@jest/globals';
import { checkPlan, type Finding } from '../../../src/domain/plan/check.js';
import { changed, check, clean, province } from '../../support/brokenPlans.js';
import { type Preset, preset } from '../../support/plans.js';

describe('what the shipped plans leave open or contradict', () => {
  test.each<[Preset, [string, string][]]>([
    [
      'qn-2023',
      [
        ['judged_while_votes_open', 'otherwise.judging_held'],
        ['documents_disagree', 'otherwise.launch_binh_son'],
        ['tie_chain_open', 'scoring.tieChain'],
        ['close_common_or_each', 'windows.voting.closes'],
        ['demands_unknown', 'entries.demands'],
        ['points_unknown', 'scoring.criteria'],
        ['audience_without_conversion', 'scoring.audience.points'],
        ['audience_without_scaling', 'scoring.audience.scale'],
        ['prize_incomplete', 'prizes.overall_first'],
        ['prize_incomplete', 'prizes.others'],
      ],
    ],
    [
      'sl-2024',
      [
        ['two_bodies', 'responsible.screening'],
        ['screening_not_described', 'screening'],
        ['demands_unknown', 'entries.demands'],
        ['tolerance_unknown', 'entries.demands.seconds.tolerance'],
        ['engagement_undefined', 'scoring.audience.points'],
        ['unknown_blocks', 'scoring.criteria'],
        ['unknown_blocks', 'scoring.jury.quorum'],
        ['unknown_blocks', 'scoring.tieChain'],
        ['prize_incomplete', 'prizes.second'],
        ['prize_incomplete', 'prizes.third'],
        ['prize_incomplete', 'prizes.consolation'],
        ['controller_unknown', 'texts.consent.controller'],
      ],
    ],
    [
      'dn-2023',
      [
        ['quiz_unknown', 'components.online'],
        ['points_unknown', 'scoring.criteria'],
        ['unknown_blocks', 'scoring.jury.quorum'],
        ['unknown_blocks', 'scoring.tieChain'],
        ['prize_incomplete', 'prizes.team_first'],
        ['prize_incomplete', 'prizes.team_second'],
        ['prize_incomplete', 'prizes.team_third'],
        ['prize_incomplete', 'prizes.first'],
        ['prize_incomplete', 'prizes.second'],
        ['prize_incomplete', 'prizes.third'],
        ['prize_incomplete', 'prizes.consolation'],
        ['controller_unknown', 'texts.consent.controller'],
      ],
    ],
    [
      'binh-son-2023',
      [
        ['launch_differs_from_upper', 'windows.launch'],
        ['demands_unknown', 'entries.demands'],
        ['unknown_blocks', 'scoring.criteria'],
        ['unknown_blocks', 'scoring.jury.quorum'],
        ['unknown_blocks', 'scoring.tieChain'],
        ['controller_unknown', 'texts.consent.controller'],
      ],
    ],
    ['qn-2026', []],
  ])('%s', async (id, findings) => {
    expect(check(await preset(id))).toEqual(findings);
  });

  test('of a prize it says what is missing', async () => {
    const missing = (findings: Finding[], path: string) =>
      findings.find((finding) => finding.path === path)?.values.missing;
    expect(missing(checkPlan(await preset('sl-2024')), 'prizes.second')).toEqual([
      { term: 'check.prizeCount' },
    ]);
    expect(missing(checkPlan(await preset('dn-2023')), 'prizes.first')).toEqual([
      { term: 'check.prizeSum' },
      { term: 'check.prizeBasis' },
    ]);
  });

  test('a jury that sat a week early is told with all three days', () => {
    const [finding] = checkPlan(province);
    const day = (local: string) => new Date(`${local}+07:00`);
    expect(finding?.values).toMatchObject({
      planned: { opens: day('2023-09-19T00:00:00'), closes: day('2023-09-23T23:59:59.999') },
      other: { opens: day('2023-09-12T00:00:00'), closes: day('2023-09-12T23:59:59.999') },
      votesClose: day('2023-09-19T23:59:59.999'),
    });
  });
});

test('errors come first, then warnings, then what is unknown', () => {
  const severities = checkPlan(
    changed(clean, [
      ['precision: 2', 'precision: unknown'],
      ["'criterion:content', draw]", "'criterion:content']"],
      ['weight: 70, judges', 'weight: 60, judges'],
    ]),
  ).map(({ severity }) => severity);
  expect(severities).toEqual(['error', 'warning', 'unknown']);
});
