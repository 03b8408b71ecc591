import { describe, expect, test } from '@jest/globals';
import { windowsOf } from '../../src/domain/dates.js';
import { leaves } from '../../src/domain/plan/paths.js';
import {
  entryRound,
  graceOf,
  hoursBefore,
  isKnown,
  isSample,
  isUnknown,
  leastOf,
  listOf,
  nextRound,
  type Plan,
  planSchema,
  quotaOf,
  roundsInOrder,
  screeningOf,
  selectionLevel,
  sourceOf,
  submissionQuota,
  unknown,
} from '../../src/domain/plan.js';
import { preset, presets } from '../support/plans.js';

const plans = await Promise.all(presets.map(preset));
const [quangNgai, sonLa, dakNong, binhSon, quangNgai2026] = plans as [Plan, Plan, Plan, Plan, Plan];

const inVietnam = (local: string) => new Date(`${local}+07:00`);
const named = plans.map((plan) => [plan.id, plan] as const);
const empty = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

describe.each(named)('%s', (id, plan) => {
  test('goes by the name of its file', () => {
    expect(presets).toContain(id);
  });

  test('says of every stated value where it was taken from', () => {
    const { sources, documents, ...contents } = plan;
    const unsourced = [...leaves(contents, (value) => isUnknown(value) || empty(value))]
      .filter(([, value]) => !isUnknown(value) && !empty(value))
      .map(([path]) => path)
      .filter((path) => !sourceOf(plan, path));
    expect(unsourced).toEqual([]);
    expect(new Set(sources.flatMap(({ from }) => from))).toEqual(new Set(Object.keys(documents)));
  });

  test('cites nothing that isn’t in it', () => {
    const contents = [...leaves(plan, empty)].map(([path]) => path);
    const idle = plan.sources.filter(
      ({ path }) => !contents.some((leaf) => `${leaf}.`.startsWith(`${path}.`)),
    );
    expect(idle.map(({ path }) => path)).toEqual([]);
  });

  test('has texts that fit in one message of either messenger', () => {
    const { consent, rules } = plan.texts;
    for (const { text, version, sample } of [consent, rules])
      expect({ version, sample, fits: text.length < 1900 }).toEqual({ version: 1, sample: true, fits: true });
  });

  test('asks consent under the law in force', () => {
    const { text } = plan.texts.consent;
    expect(text).toContain('91/2025/QH15');
    expect(text).not.toContain('13/2023');
  });

  test('is read from the database as it was', () => {
    expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });
});

describe('dates', () => {
  test.each([
    [
      'qn-2023',
      quangNgai,
      {
        launch: ['2023-07-01', '2023-07-31'],
        registration: ['2023-07-01', '2023-09-01'],
        selection: ['2023-07-01', '2023-08-30'],
        submission: ['2023-08-31', '2023-09-01'],
        posting: ['2023-09-04', '2023-09-05'],
        voting: ['2023-09-04', '2023-09-19'],
        judging: ['2023-09-19', '2023-09-23'],
        showcase: ['2023-10-02', '2023-10-02'],
        awards: ['2023-10-02', '2023-10-02'],
      },
    ],
    [
      'sl-2024',
      sonLa,
      {
        launch: ['2024-06-01', '2024-06-30'],
        registration: ['2024-06-01', '2024-07-31'],
        submission: ['2024-06-01', '2024-07-31'],
        screening: ['2024-08-01', '2024-08-10'],
        posting: ['2024-08-01', '2024-08-10'],
        judging: ['2024-08-11', '2024-08-30'],
        voting: ['2024-08-01', '2024-09-10'],
        decision: ['2024-09-15', '2024-09-15'],
        awards: ['2024-10-10', '2024-10-10'],
      },
    ],
    [
      'dn-2023',
      dakNong,
      {
        registration: [null, '2023-10-05'],
        showcase: ['2023-10-01', '2023-10-31'],
        quiz: ['2023-10-01', '2023-10-31'],
      },
    ],
    [
      'binh-son-2023',
      binhSon,
      {
        launch: [null, '2023-07-19'],
        registration: [null, '2023-08-10'],
        submission: [null, '2023-08-10'],
        selection: ['2023-08-11', '2023-08-30'],
      },
    ],
  ] as const)('%s has its windows to the second', (_, plan, days) => {
    const windows = Object.entries(days as Record<string, readonly [string | null, string]>).map(
      ([name, [first, last]]) => [
        name,
        { opens: first && inVietnam(`${first}T00:00:00`), closes: inVietnam(`${last}T23:59:59.999`) },
      ],
    );
    expect(windowsOf(plan)).toEqual(Object.fromEntries(windows));
  });
});

describe('rounds', () => {
  test('entries come into existence where the contest takes them from their makers', () => {
    expect(plans.map((plan) => entryRound(plan)?.id)).toEqual([
      'final', // What the districts do before is theirs.
      'screening',
      undefined,
      'district',
      'cluster',
    ]);
  });

  test('each is followed by the next of its component', () => {
    expect(roundsInOrder(quangNgai2026).map(({ id }) => id)).toEqual(['cluster', 'final', 'showcase']);
    expect(roundsInOrder(dakNong, 'online').map(({ id }) => id)).toEqual(['online']);
    expect(nextRound(quangNgai2026, { id: 'cluster', component: 'video' })?.id).toBe('final');
    expect(nextRound(quangNgai2026, { id: 'showcase', component: 'video' })).toBeUndefined();
    expect(nextRound(dakNong, { id: 'live', component: 'live' })).toBeUndefined();
  });

  test('a level picks what is sent up', () => {
    expect(plans.map(selectionLevel)).toEqual(['district', null, null, 'district', 'cluster']);
  });

  test('each has its own quota, and its least', () => {
    expect(quotaOf(quangNgai, 'final')).toEqual({ level: 'district', count: 2 });
    expect(quotaOf(quangNgai, 'preliminary')).toBeNull();
    expect(quotaOf(quangNgai2026, 'cluster')).toEqual({ level: 'commune', count: 2 });
    expect(quotaOf(quangNgai2026, 'final')).toEqual({ level: 'cluster', count: 3 });
    expect(leastOf(binhSon, 'district')).toEqual({ level: 'commune', count: 1 });
    expect(quotaOf(binhSon, 'nowhere')).toBeNull();
    expect(plans.map(submissionQuota)).toEqual([
      { level: 'district', count: 2 },
      null,
      null,
      null,
      { level: 'commune', count: 2 },
    ]);
  });

  test('a district’s contest feeds the province’s', () => {
    expect(binhSon.feeds).toEqual({ contest: 'qn-2023', round: 'final', count: 2 });
  });
});

describe('what else a plan is asked', () => {
  test('how long something may come late: not at all, where nobody promised it', () => {
    expect(plans.map(graceOf)).toEqual([0, 0, 0, 0, 30]);
  });

  test('which list is closed, when, and how many it needs', () => {
    expect(listOf(dakNong)).toEqual({
      component: 'online',
      least: { level: 'district', count: 30 },
      freeze: { before: '2023-10-06' },
    });
    expect(listOf(dakNong, 'live')).toBeNull();
    expect(listOf(sonLa)).toEqual({ component: 'video', least: unknown, freeze: { by: '2024-07-31' } });
  });

  test('what is screened, and what becomes of what isn’t corrected', () => {
    expect(screeningOf(quangNgai)).toBeNull();
    expect(screeningOf(quangNgai2026)).toMatchObject({
      screeners: { one: true },
      correction: { days: 2 },
      lapse: 'not_corrected',
    });
    expect(screeningOf(sonLa)).toMatchObject({ screeners: unknown, correction: unknown });
  });

  test('who is chased and when: a week, three days, a day and three hours before, unless it says otherwise', () => {
    expect(quangNgai.reminders.map((reminder) => [reminder.id, hoursBefore(reminder)])).toEqual([
      ['entry', [168, 72, 24, 3]],
      ['sheet', [168, 72, 24, 3]],
    ]);
    const { reminders } = planSchema.parse({
      ...quangNgai,
      reminders: [{ id: 'entry', who: 'contestant', owes: 'entry', window: 'submission' }],
    });
    expect(reminders.map(hoursBefore)).toEqual([[168, 72, 24, 3]]);
  });

  test('where a value was taken from: the closest citation', () => {
    expect(sourceOf(quangNgai, 'scoring.jury.weight')?.from).toEqual(['article']);
    expect(sourceOf(quangNgai, 'scoring.jury.aggregate')?.from).toEqual(['choice']);
    expect(sourceOf(quangNgai, 'windows.voting.closes.days')?.from).toEqual(['plan', 'choice']);
    expect(sourceOf(quangNgai, 'organizing.committee')).toBeUndefined();
  });

  test('what is made up', () => {
    expect(isSample(quangNgai2026, 'windows.submission')).toBe(true);
    expect(isSample(quangNgai2026, 'units.clusters.ba_to.name')).toBe(true);
    expect(isSample(quangNgai2026, 'units.root')).toBe(false);
    expect(
      plans.slice(0, 4).some((plan) => [...leaves(plan, empty)].some(([path]) => isSample(plan, path))),
    ).toBe(false);
  });
});

describe('the schema', () => {
  test('keeps unknown apart from every text and number', () => {
    expect(quangNgai.organizing.committee).toEqual({ unknown: true });
    expect([isKnown(unknown), isKnown('unknown'), isKnown(0), isKnown(null)]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  test('takes what was stored before there was more to say', () => {
    const { responsible, reminders, otherwise, screening, ...older } = structuredClone(quangNgai);
    const entries: Partial<Plan['entries']> = { ...older.entries };
    delete entries.graceMinutes;
    const rounds = older.rounds.map(({ heldBy, ...round }) => ({ ...round, jury: 'Ban Giám khảo' }));
    const read = planSchema.parse({ ...older, entries, rounds });
    expect(read).toMatchObject({ responsible: {}, reminders: [], otherwise: [] });
    expect(read.entries.graceMinutes).toEqual(unknown);
    expect(read.rounds[0]).toMatchObject({
      heldBy: 'contest',
      jury: { name: 'Ban Giám khảo', judges: unknown, quorum: unknown },
    });
  });
});
