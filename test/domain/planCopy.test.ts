import { describe, expect, test } from '@jest/globals';
import { checkPlan } from '../../src/domain/plan/check.js';
import { sourceOf, unknown } from '../../src/domain/plan.js';
import { namedFor, planCopy, yearOf } from '../../src/domain/planCopy.js';
import { loadContest } from '../../src/store/contestFiles.js';

async function planOf(id: string) {
  const read = await loadContest(`contests/${id}.yaml`);
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return read.plan;
}
const named = { id: 'qn-2027', name: 'Cuộc thi năm 2027', shortName: 'Cuộc thi 2027' };

describe('a copy of a plan', () => {
  test('has no day of it left, and leans on what it leaned on', async () => {
    const { windows } = planCopy(await planOf('qn-2026'), named);
    const open = { opens: unknown, closes: unknown };
    expect(windows).toEqual({
      launch: open,
      registration: { opens: { with: 'launch' }, closes: unknown },
      submission: open,
      screening: open,
      selection: { title: 'Xét chọn ở cụm', ...open },
      nomination: { title: 'Cụm cử bài lên cấp tỉnh', ...open },
      posting: open,
      voting: { opens: { with: 'posting' }, closes: { days: 14, after: 'posting', close: 'common' } },
      judging: open,
      decision: open,
      showcase: open,
      awards: open,
    });
  });

  test('awaits no opening where there was only a last day', async () => {
    const { windows } = planCopy(await planOf('binh-son-2023'), named);
    expect(windows.submission).toEqual({ closes: unknown });
  });

  test('freezes nothing on last year’s day', async () => {
    const { scoring, components } = planCopy(await planOf('sl-2024'), named);
    expect(scoring.audience).toMatchObject({ mode: 'prize', freezeAt: unknown });
    expect(components[0]?.list?.freeze).toEqual(unknown);
    expect(planCopy(await planOf('qn-2026'), named).scoring.audience).toMatchObject({
      freezeAt: { with: 'voting' },
    });
  });

  test('keeps all other rules, and says where they come from', async () => {
    const plan = await planOf('qn-2026');
    const copy = planCopy(plan, named);
    const kept = ({ eligibility, rounds, entries, screening, prizes, units }: typeof plan) => ({
      eligibility,
      rounds,
      entries,
      screening,
      prizes,
      units,
    });
    expect(kept(copy)).toEqual(kept(plan));
    expect(copy.texts.consent).toEqual(plan.texts.consent);
    expect(copy.documents.copied).toEqual({ title: plan.name });
    expect(['name', 'windows.judging', 'prizes.first.sum'].map((path) => sourceOf(copy, path)?.from)).toEqual(
      [['copied'], undefined, ['sample']],
    );
  });

  test('has the text of the rules as a sample, since it speaks of last year', async () => {
    const plan = await planOf('qn-2026');
    const texts = { ...plan.texts, rules: { version: 4, sample: false, text: 'Bản thứ tư' } };
    expect(planCopy({ ...plan, texts }, named).texts.rules).toEqual({
      version: 1,
      sample: true,
      text: 'Bản thứ tư',
    });
  });

  test('lacks nothing but its days', async () => {
    const findings = checkPlan(planCopy(await planOf('qn-2026'), named));
    expect([...new Set(findings.map(({ code }) => code))]).toEqual(['undated']);
  });

  test.each(['qn-2023', 'sl-2024', 'dn-2023', 'binh-son-2023'])('of %s can be copied again', async (id) => {
    const copy = planCopy(await planOf(id), named);
    expect(planCopy(copy, { ...named, id: 'qn-2028' })).toMatchObject({
      id: 'qn-2028',
      windows: copy.windows,
      documents: { copied: { title: named.name } },
    });
  });
});

describe('the year of a contest', () => {
  test.each([
    [{ id: 'qn-2023', name: 'Cuộc thi' }, 2023],
    [{ id: 'qn', name: 'Cuộc thi lần thứ I, năm 2024, tỉnh Quảng Ngãi' }, 2024],
    [{ id: 'qn', name: 'Cuộc thi' }, null],
  ])('of %j is %s', (plan, year) => {
    expect(yearOf(plan)).toBe(year);
  });

  test('is replaced wherever it stands, and added where it does not', () => {
    expect(
      namedFor({ id: 'qn-2023', name: 'Cuộc thi năm 2023, tỉnh Quảng Ngãi', shortName: 'Video clip' }, 2024),
    ).toEqual({ id: 'qn-2024', name: 'Cuộc thi năm 2024, tỉnh Quảng Ngãi', shortName: 'Video clip 2024' });
  });
});
