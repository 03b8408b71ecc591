import { describe, expect, test } from '@jest/globals';
import { windowsOf } from '../../src/domain/dates.js';
import { leaves } from '../../src/domain/plan/paths.js';
import {
  isKnown,
  isUnknown,
  type Plan,
  planSchema,
  receivingRound,
  sourceOf,
  submissionQuota,
  unknown,
} from '../../src/domain/plan.js';
import { loadContest } from '../../src/store/contestFiles.js';

const quangNgai = await plan('contests/qn-2023.yaml');
const sonLa = await plan('test/domain/plan/sl-2024.yaml');
const dakNong = await plan('test/domain/plan/dn-2023.yaml');

async function plan(file: string): Promise<Plan> {
  const read = await loadContest(file);
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return read.plan;
}

const inVietnam = (local: string) => new Date(`${local}+07:00`);

describe('Quảng Ngãi 2023', () => {
  test('has its windows as instants', () => {
    expect(windowsOf(quangNgai)).toEqual({
      launch: { opens: inVietnam('2023-07-01T00:00:00'), closes: inVietnam('2023-07-31T23:59:59.999') },
      registration: { opens: inVietnam('2023-07-01T00:00:00'), closes: inVietnam('2023-09-01T23:59:59.999') },
      selection: { opens: inVietnam('2023-07-01T00:00:00'), closes: inVietnam('2023-08-30T23:59:59.999') },
      submission: { opens: inVietnam('2023-08-31T00:00:00'), closes: inVietnam('2023-09-01T23:59:59.999') },
      posting: { opens: inVietnam('2023-09-04T00:00:00'), closes: inVietnam('2023-09-05T23:59:59.999') },
      voting: { opens: inVietnam('2023-09-04T00:00:00'), closes: inVietnam('2023-09-19T23:59:59.999') },
      judging: { opens: inVietnam('2023-09-19T00:00:00'), closes: inVietnam('2023-09-23T23:59:59.999') },
      showcase: { opens: inVietnam('2023-10-02T00:00:00'), closes: inVietnam('2023-10-02T23:59:59.999') },
      awards: { opens: inVietnam('2023-10-02T00:00:00'), closes: inVietnam('2023-10-02T23:59:59.999') },
    });
  });

  test('takes two clips from each district', () => {
    expect(receivingRound(quangNgai)?.id).toBe('final');
    expect(submissionQuota(quangNgai)).toEqual({ level: 'district', count: 2 });
  });

  test('says of every stated value where it was taken from', () => {
    const { sources, documents, ...contents } = quangNgai;
    const unsourced = [
      ...leaves(contents, (value) => isUnknown(value) || (Array.isArray(value) && value.length === 0)),
    ]
      .filter(([, value]) => !isUnknown(value))
      .map(([path]) => path)
      .filter((path) => !sourceOf(quangNgai, path));
    expect(unsourced).toEqual([]);
    expect(new Set(sources.flatMap(({ from }) => from))).toEqual(new Set(Object.keys(documents)));
  });

  test('cites nothing that isn’t in it', () => {
    const contents = [...leaves(quangNgai, (value) => Array.isArray(value) && value.length === 0)].map(
      ([path]) => path,
    );
    const idle = quangNgai.sources.filter(
      ({ path }) => !contents.some((leaf) => `${leaf}.`.startsWith(`${path}.`)),
    );
    expect(idle).toEqual([]);
  });

  test('takes the closest citation', () => {
    expect(sourceOf(quangNgai, 'scoring.jury.weight')?.from).toEqual(['article']);
    expect(sourceOf(quangNgai, 'scoring.jury.aggregate')?.from).toEqual(['choice']);
    expect(sourceOf(quangNgai, 'windows.voting.closes.days')?.from).toEqual(['plan', 'choice']);
    expect(sourceOf(quangNgai, 'organizing.committee')).toBeUndefined();
  });

  test('has texts that fit in one message of either messenger', () => {
    const { consent, rules } = quangNgai.texts;
    for (const { text, version, sample } of [consent, rules]) {
      expect({ version, sample, fits: text.length < 1800 }).toEqual({ version: 1, sample: true, fits: true });
    }
  });
});

describe('the schema', () => {
  test('holds a contest of authors with a separate prize for engagement', () => {
    expect(sonLa.entries).toMatchObject({ sentBy: 'author', perAuthor: 3, madeBy: unknown });
    expect(sonLa.scoring).toMatchObject({ criteria: unknown, audience: { mode: 'prize' } });
    expect(submissionQuota(sonLa)).toBeNull();
    expect(windowsOf(sonLa).voting?.closes).toEqual(inVietnam('2024-09-10T23:59:59.999'));
  });

  test('holds a contest with live parts and a quiz, and a list to be closed before a day', () => {
    expect(dakNong.components.map(({ kind }) => kind)).toEqual(['live', 'quiz']);
    expect(windowsOf(dakNong).registration).toEqual({
      opens: null,
      closes: inVietnam('2023-10-05T23:59:59.999'),
    });
    expect(dakNong.budget).toBe(80_000_000);
  });

  test.each([
    ['Quảng Ngãi', quangNgai],
    ['Sơn La', sonLa],
    ['Đắk Nông', dakNong],
  ])('reads what the database kept of %s as it was', (_, plan) => {
    expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  test('keeps unknown apart from every text and number', () => {
    expect(quangNgai.organizing.committee).toEqual({ unknown: true });
    expect([isKnown(unknown), isKnown('unknown'), isKnown(0), isKnown(null)]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});
