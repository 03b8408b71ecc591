import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { checkPlan, type Finding } from '../../../src/domain/plan/check.js';
import type { Plan } from '../../../src/domain/plan.js';
import type { Units } from '../../../src/domain/units.js';
import { loadUnits } from '../../../src/store/unitFiles.js';
import { type Preset, planFile, planFrom, preset } from '../../support/plans.js';

const lists = new Map<string, Units>();
for (const list of ['vn-2023-three-tiers', 'vn-2025-two-tiers'])
  lists.set(list, await loadUnits(`contests/units/${list}.csv`));

const province = await preset('qn-2023');

function check(plan: Plan, upper: Plan | null = province): [code: string, path: string][] {
  const units = lists.get(plan.units.list);
  const around = { ...(plan.feeds && { upper }), ...(units && { units }) };
  return checkPlan(plan, around).map(({ code, path }) => [code, path]);
}

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

/** A plan in which nothing is wrong, so that what is found afterwards is what was broken. */
const clean = await readFile(planFile('qn-2026'), 'utf8');
const festival = await readFile(planFile('dn-2023'), 'utf8');
const district = await readFile(planFile('binh-son-2023'), 'utf8');

type Change = [before: string, after: string];
type Found = [code: string, path: string];

function changed(text: string, changes: Change[]): Plan {
  return planFrom(
    changes.reduce((now, [before, after]) => {
      expect(now.split(before)).toHaveLength(2);
      return now.replace(before, after);
    }, text),
  );
}

/** What is found in `text` after the changes and wasn't before. */
function foundAfter(text: string, changes: Change[], upper: Plan | null = province): Found[] {
  const before = check(planFrom(text)).map(String);
  return check(changed(text, changes), upper).filter((finding) => !before.includes(String(finding)));
}

const otherwise = (item: string): Change => ['documents:\n', `otherwise:\n  - ${item}\n\ndocuments:\n`];
const screening = 'screening: { between: [2026-09-01, 2026-09-07] }';
const selection = 'selection: { between: [2026-09-08, 2026-09-20] }';
const nomination = 'between: [2026-09-21, 2026-09-25] }';
const judging = 'judging: { between: [2026-10-14, 2026-10-23] }';
const decision = 'decision: { on: 2026-10-28 }';
const votesClose = 'closes: { days: 14, after: posting, close: common }';
const freeze = 'freezeAt: { with: voting }';
const video = 'members: { least: 1, most: 10 }';
const shares = 'points: { like: 1, share: 2 }';
const asPrize: Change[] = [
  ['mode: score\n    weight: 30', 'mode: prize'],
  ['    scale: { method: cap, cap: 500 }\n', ''],
  ['weight: 70, judges', 'weight: 100, judges'],
];
const withoutVote: Change[] = [
  [
    `mode: score\n    weight: 30\n    ${shares}\n    scale: { method: cap, cap: 500 }\n    ${freeze}`,
    'mode: none',
  ],
  ['weight: 70, judges', 'weight: 100, judges'],
];

describe('a plan that contradicts itself', () => {
  test.each<[string, Change[], Found[]]>([
    [
      'gives a step to two bodies',
      [['screening: { bodies: [secretariat] }', 'screening: { bodies: [secretariat, jury] }']],
      [['two_bodies', 'responsible.screening']],
    ],
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
      [[selection, 'selection: { between: [2026-09-07, 2026-09-20] }']],
      [['opens_before_feeder_closes', 'windows.selection']],
    ],
    [
      'takes nominations while the level below still selects',
      [[nomination, 'between: [2026-09-20, 2026-09-25] }']],
      [['opens_before_feeder_closes', 'windows.nomination']],
    ],
    [
      'judges while nominations still come in',
      [[judging, 'judging: { between: [2026-09-25, 2026-10-23] }']],
      [['opens_before_feeder_closes', 'windows.judging']],
    ],
    [
      'lets the level below select after the level above has taken in',
      [[selection, 'selection: { between: [2026-09-08, 2026-09-26] }']],
      [['lower_later_than_intake', 'windows.selection']],
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
    [
      'screens by the majority of two',
      [['screeners: { one: true }', 'screeners: { majorityOf: 2 }']],
      [['majority_of_even', 'screening.screeners']],
    ],
    [
      'asks more of a unit than it may send',
      [['least: { level: commune, count: 1 }', 'least: { level: commune, count: 3 }']],
      [['owes_more_than_allowed', 'rounds.cluster.intake.least']],
    ],
    [
      'takes entries nowhere',
      [
        ['    level: cluster\n', '    level: cluster\n    heldBy: units\n'],
        [
          '    level: province\n    window: judging\n',
          '    level: province\n    heldBy: units\n    window: judging\n',
        ],
      ],
      [['nothing_takes_entries', 'rounds']],
    ],
    [
      'has weights that don’t make a hundred',
      [['weight: 70, judges', 'weight: 60, judges']],
      [['weights_not_hundred', 'scoring.jury.weight']],
    ],
    [
      'weighs the jury less than a hundred where likes only win a prize',
      [
        ...asPrize.slice(0, 2),
        [
          'id: consolation, title: Giải Khuyến khích, tier: consolation, scope: collective, basis: total',
          'id: consolation, title: Giải Khuyến khích, tier: consolation, scope: collective, basis: audience',
        ],
      ],
      [['weights_not_hundred', 'scoring.jury.weight']],
    ],
    [
      'has criteria that don’t make the scale',
      [['max: 40 }', 'max: 45 }']],
      [['criteria_not_scale', 'scoring.criteria']],
    ],
    [
      'has a maximum that no steps reach',
      [["label: 'Hình thức, kỹ thuật', max: 30 }", "label: 'Hình thức, kỹ thuật', max: 30, step: 4 }"]],
      [['max_not_in_steps', 'scoring.criteria.form.step']],
    ],
    [
      'needs more sheets than it has judges',
      [
        [
          'weight: 70, judges: 7, aggregate: mean, quorum: 5',
          'weight: 70, judges: 7, aggregate: mean, quorum: 8',
        ],
      ],
      [['quorum_over_judges', 'scoring.jury.quorum']],
    ],
    [
      'needs more sheets in a cluster than that has judges',
      [['judges: 3, quorum: 2', 'judges: 3, quorum: 4']],
      [['quorum_over_judges', 'rounds.cluster.jury.quorum']],
    ],
    [
      'can leave a tie undecided',
      [["'criterion:content', draw]", "'criterion:content']"]],
      [['tie_chain_open', 'scoring.tieChain']],
    ],
    [
      'goes on after the lots are drawn',
      [["[audience, 'criterion:content', draw]", "[audience, draw, 'criterion:content']"]],
      [['tie_steps_unreached', 'scoring.tieChain.2']],
    ],
    [
      'decides ties by a vote there isn’t',
      withoutVote,
      [['tie_step_without_audience', 'scoring.tieChain.0']],
    ],
    [
      'gives a prize by a vote there isn’t',
      [
        ...withoutVote,
        ["tieChain: [audience, 'criterion", "tieChain: ['criterion"],
        ['tier: first, scope: collective, basis: total', 'tier: first, scope: collective, basis: audience'],
      ],
      [['audience_prize_without_vote', 'prizes.first.basis']],
    ],
    ['votes for a prize there isn’t', asPrize, [['audience_prize_missing', 'scoring.audience.mode']]],
    [
      'gives more than it has',
      [['budget: 60000000', 'budget: 31999999']],
      [['prizes_over_budget', 'budget']],
    ],
    [
      'gives the third more than the second',
      [['count: 3, sum: 3000000', 'count: 3, sum: 5000001']],
      [['lower_prize_is_worth_more', 'prizes.third.sum']],
    ],
    [
      'wants clips that are longer than they may be',
      [['least: 180, most: 300', 'least: 301, most: 300']],
      [['shortest_over_longest', 'entries.demands.seconds']],
    ],
    ['is held in a unit there isn’t', [["root: '51'", "root: '52000'"]], [['no_such_unit', 'units.root']]],
    [
      'puts a unit of another province into a cluster',
      [["'21025' #", "'00004' #"]],
      [
        ['no_such_unit', 'units.clusters.quang_ngai.members.0'],
        ['unit_in_no_cluster', 'units.clusters'],
      ],
    ],
    [
      'puts a commune into two clusters',
      [["        - '21040' #", "        - '21025'\n        - '21040' #"]],
      [['unit_in_two_clusters', 'units.clusters.binh_son.members.0']],
    ],
  ])('%s', (_, changes, findings) => {
    expect(foundAfter(clean, changes)).toEqual(findings);
  });

  test('has rounds of clusters and no clusters', () => {
    const plan = planFrom(clean);
    expect(check({ ...plan, units: { ...plan.units, clusters: [] } })).toEqual([
      ['clusters_missing', 'rounds.cluster.level'],
    ]);
  });

  test('lets more people answer than a team has', () => {
    expect(
      foundAfter(festival, [
        ['members: { least: unknown, most: unknown }', 'members: { least: 1, most: 2 }'],
      ]),
    ).toEqual([['part_takes_more_than_team', 'components.live.parts.knowledge.people']]);
  });
});

describe('a plan that doesn’t say', () => {
  test.each<[string, Change[], Found[]]>([
    ['when a round is', [[nomination, 'closes: unknown }']], [['undated', 'windows.nomination']]],
    [
      'whether all clips close together',
      [[votesClose, 'closes: { days: 14, after: posting }']],
      [['close_common_or_each', 'windows.voting.closes']],
    ],
    [
      'who screens',
      [['screeners: { one: true }', 'screeners: unknown']],
      [['screening_not_described', 'screening']],
    ],
    [
      'how a round of screening goes',
      [
        ['    kind: selection\n', '    kind: screening\n'],
        [/screening:\n {2}round[\s\S]*?lapse: not_corrected\n/.exec(clean)?.[0] ?? '', ''],
      ],
      [['screening_not_described', 'rounds.cluster']],
    ],
    [
      'how many points a criterion has',
      [['max: 40 }', 'max: unknown }']],
      [['points_unknown', 'scoring.criteria']],
    ],
    [
      'what a share is worth',
      [[shares, 'points: { like: 1, share: unknown }']],
      [['audience_without_conversion', 'scoring.audience.points']],
    ],
    [
      'how points become a part of the total',
      [['scale: { method: cap, cap: 500 }', 'scale: unknown']],
      [['audience_without_scaling', 'scoring.audience.scale']],
    ],
    [
      'what engagement is, where there is a prize for it',
      [
        ...asPrize,
        [shares, 'points: { like: unknown, share: unknown }'],
        ['tier: first, scope: collective, basis: total', 'tier: first, scope: collective, basis: audience'],
      ],
      [['engagement_undefined', 'scoring.audience.points']],
    ],
    [
      'how points are rounded',
      [['precision: 2', 'precision: unknown']],
      [['unknown_blocks', 'scoring.precision']],
    ],
    [
      'how judges’ points are put together',
      [['aggregate: mean', 'aggregate: unknown']],
      [['unknown_blocks', 'scoring.jury.aggregate']],
    ],
    [
      'which prizes there are',
      [[/prizes:\n(?: {2}- .*\n)+/.exec(clean)?.[0] ?? '', 'prizes: unknown\n']],
      [['prizes_unknown', 'prizes']],
    ],
    [
      'how many seconds',
      [['count: 2, sum: 5000000', 'count: unknown, sum: 5000000']],
      [['prize_incomplete', 'prizes.second']],
    ],
    ['how much the first is', [['sum: 8000000', 'sum: unknown']], [['prize_incomplete', 'prizes.first']]],
    [
      'how long a clip is',
      [['seconds: { least: 180, most: 300, tolerance: 10 }', 'seconds: unknown']],
      [['demands_unknown', 'entries.demands']],
    ],
    [
      'how exactly',
      [['tolerance: 10', 'tolerance: unknown']],
      [['tolerance_unknown', 'entries.demands.seconds.tolerance']],
    ],
    [
      'who answers for personal data',
      [['controller: Sở Khoa học và Công nghệ tỉnh Quảng Ngãi', 'controller: unknown']],
      [['controller_unknown', 'texts.consent.controller']],
    ],
  ])('%s', (_, changes, findings) => {
    expect(foundAfter(clean, changes)).toEqual(findings);
  });
});

describe('what only looks wrong', () => {
  test.each<[string, Change[]]>([
    [
      'two bodies that do it together',
      [
        [
          'screening: { bodies: [secretariat] }',
          'screening: { bodies: [secretariat, jury], together: true }',
        ],
      ],
    ],
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
      'owing all that may be sent',
      [['least: { level: commune, count: 1 }', 'least: { level: commune, count: 2 }']],
    ],
    [
      'weights with decimals',
      [
        ['weight: 70, judges', "weight: '66.7', judges"],
        ['weight: 30\n', "weight: '33.3'\n"],
      ],
    ],
    [
      'criteria with decimals',
      [
        ['max: 40 }', "max: '40.2', step: '0.1' }"],
        ["kỹ thuật', max: 30 }", "kỹ thuật', max: '29.8', step: '0.1' }"],
      ],
    ],
    [
      'criteria where no scale is named',
      [
        ['max: 40 }', 'max: 45 }'],
        ['  outOf: 100\n', ''],
      ],
    ],
    [
      'an audience that counts for nothing',
      [
        ['weight: 30\n', 'weight: 0\n'],
        ['weight: 70, judges', 'weight: 100, judges'],
      ],
    ],
    ['a quorum of the whole jury', [['aggregate: mean, quorum: 5', 'aggregate: mean, quorum: 7']]],
    ['a tie that ends in a shared place', [["'criterion:content', draw]", 'shared]']]],
    ['prizes that cost all there is', [['budget: 60000000', 'budget: 32000000']]],
    ['prizes of two tiers with one sum', [['count: 3, sum: 3000000', 'count: 3, sum: 5000000']]],
    [
      'an extra prize above the others',
      [
        [
          'tier: third, scope: collective, basis: total, count: 3, sum: 3000000',
          'tier: extra, scope: collective, basis: total, count: 3, sum: 9000000',
        ],
        ['budget: 60000000', 'budget: unknown'],
      ],
    ],
    ['a clip of exactly one length', [['least: 180, most: 300', 'least: 300, most: 300']]],
    ['a tolerance of nothing', [['tolerance: 10', 'tolerance: 0']]],
    [
      'an unknown that nothing hangs on',
      [
        ['perAuthor: 2', 'perAuthor: unknown'],
        ['certificate: bang_khen', 'certificate: unknown'],
      ],
    ],
  ])('%s', (_, changes) => {
    expect(foundAfter(clean, changes)).toEqual([]);
  });
});

describe('a contest that feeds another', () => {
  const count = 'round: final, count: 2';
  const chosen = 'closes: { before: 2023-08-31 }';
  test.each<[string, Change[], Found[]]>([
    [
      'sends more than is taken',
      [[count, 'round: final, count: 3']],
      [['sends_more_than_taken', 'feeds.count']],
    ],
    [
      'sends less than is taken',
      [[count, 'round: final, count: 1']],
      [['sends_less_than_taken', 'feeds.count']],
    ],
    [
      'doesn’t say how many it sends',
      [[count, 'round: final, count: unknown']],
      [['sent_count_unknown', 'feeds.count']],
    ],
    [
      'chooses after the limit above',
      [[chosen, 'closes: { by: 2023-08-31 }']],
      [['lower_later_than_limit', 'windows.selection']],
    ],
    [
      'chooses after the intake above',
      [[chosen, 'closes: { by: 2023-09-02 }']],
      [['lower_later_than_intake', 'windows.selection']],
    ],
    [
      'names a round that takes nothing',
      [[count, 'round: showcase, count: 2']],
      [['upper_round_not_found', 'feeds.round']],
    ],
    [
      'is held by a commune where districts send',
      [["root: '524'", "root: '21046'"]],
      [['upper_takes_other_level', 'units.root']],
    ],
    [
      'launches in the same month',
      [['launch: { closes: { before: 2023-07-20 } }', 'launch: { month: 2023-07 }']],
      [],
    ],
  ])('%s', (_, changes, findings) => {
    expect(foundAfter(district, changes)).toEqual(findings);
  });

  test('whose plan isn’t there', () => {
    expect(foundAfter(district, [], null)).toEqual([['upper_not_found', 'feeds.contest']]);
  });

  test('isn’t compared where nobody looked for the other', () => {
    expect(checkPlan(planFrom(district)).filter(({ path }) => /^(feeds|windows)/.test(path))).toEqual([]);
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
