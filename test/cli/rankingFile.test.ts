import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readRankingFile } from '../../cli/rankingFile.js';
import { rank } from '../../src/domain/ranking.js';

const folder = mkdtempSync(path.join(tmpdir(), 'ranking-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: unknown): string {
  const where = path.join(folder, 'contest.json');
  writeFileSync(where, typeof content === 'string' ? content : JSON.stringify(content));
  return where;
}

const rules = {
  criteria: [
    { id: 'content', max: 60, step: '0.5' },
    { id: 'form', max: '40' },
  ],
  jury: { weight: 70, aggregate: 'mean', quorum: 2 },
  audience: {
    mode: 'score',
    weight: 30,
    points: { like: 1, share: 2 },
    scale: { method: 'cap', cap: 1000 },
    freezeAt: '2023-09-19T23:59:59+07:00',
  },
  tieChain: ['audience', 'criterion:content', 'head_judge', 'earlier_submission', 'draw'],
  precision: 2,
};
const entry = (code: string) => ({ code, submittedAt: '2023-08-31T08:00:00+07:00' });
const sheet = (judge: string, entry: string, content: unknown, form: unknown) => ({
  judge,
  entry,
  points: { content, form },
});
const sheets = [sheet('J1', 'A', '50', '30'), sheet('J2', 'A', '50', '30')];
const contest = {
  rules,
  entries: [entry('A')],
  sheets,
  snapshots: [{ entry: 'A', at: '2023-09-19T20:00:00+07:00', likes: 300, shares: 100 }],
  headJudge: 'J1',
};
const at = (where: string, value: unknown, document: unknown = contest): unknown => {
  const [key = '', ...rest] = where.split('.');
  const copy = Array.isArray(document) ? [...document] : { ...(document as object) };
  const inside = (document as Record<string, unknown>)[key];
  const next = rest.length > 0 ? at(rest.join('.'), value, inside) : value;
  return Object.assign(copy, { [key]: next });
};
const without = (where: string) => at(where, undefined);
const audience = (value: unknown) => at('rules.audience', value);
const ranked = async (content: unknown) => rank(await readRankingFile(file(content)));

const usual = { place: 1, code: 'A', total: '71.00', jury: '56.00', audience: '15.00', decidedBy: null };

test('names what the rules say without any effect, and nothing else of a contest document', async () => {
  const mistyped = at('rules.jury.quorom', 3, at('rules.criteria.0.label', 'Nội dung'));
  const { strange } = await readRankingFile(file(at('rules.note', 'x', mistyped)));
  expect(strange).toEqual(['rules.jury.quorom', 'rules.note']);
  expect((await readRankingFile(file(contest))).strange).toEqual([]);
});

describe('a file to rank from', () => {
  test.each<[string, unknown, object?]>([
    ['as the rules describe it', contest],
    ['numbers in writing', at('rules.jury', { weight: '70.0', aggregate: 'mean', quorum: '2' })],
    [
      'likes and shares in writing',
      at('snapshots.0', { ...contest.snapshots[0], likes: '300', shares: '100' }),
    ],
    ['points as numbers', at('sheets', [sheet('J1', 'A', 50, 30.0), sheet('J2', 'A', 5e1, 30)])],
    ['points with zeros', at('sheets', [sheet('J1', 'A', '050.00', '30.0'), sheet('J2', 'A', 50, 30)])],
    ['a byte order mark before it', `\uFEFF${JSON.stringify(contest)}`],
    ['the whole scoring part of a document', at('rules.outOf', 100)],
    ['labels beside the criteria', at('rules.criteria.0.label', 'Nội dung')],
    [
      'the quorum left to the number of judges',
      at('rules.jury', { weight: 70, aggregate: 'mean', judges: 2 }),
    ],
    [
      'an unknown quorum, and the number of judges',
      at('rules.jury', { weight: 70, aggregate: 'mean', quorum: 'unknown', judges: '2' }),
    ],
    ['no precision: two digits', without('rules.precision')],
    ['no chain', without('rules.tieChain')],
    ['no head judge', without('headJudge')],
    ['nobody as head judge', at('headJudge', null)],
    ['an abstention', at('sheets.2', { judge: 'J3', entry: 'A', abstained: true })],
    [
      'an abstention with what was noted beside it',
      at('sheets.2', { judge: 'J3', entry: 'A', abstained: true, points: {}, reason: 'x' }),
    ],
    ['one who expressly did not abstain', at('sheets.0.abstained', false)],
    ['remarks on a sheet', at('sheets.0.remark', 'Hay')],
    ['the freeze in Greenwich', at('rules.audience.freezeAt', '2023-09-19T16:59:59Z')],
    ['the freeze in the basic format', at('rules.audience.freezeAt', '20230919T235959+0700')],
    ['moments without seconds', at('snapshots.0.at', '2023-09-19T20:00+07:00')],
    ['moments with a short offset', at('entries.0.submittedAt', '2023-08-31T08:00:00+07')],
    ['moments finer than a millisecond', at('snapshots.0.at', '2023-09-19T23:59:58.999999+07:00')],
    [
      'points of places as numbers and in writing',
      audience({ ...rules.audience, scale: { method: 'rank', places: ['30.00', 20] } }),
      { total: '86.00', audience: '30.00' },
    ],
    ['weights with decimals', at('rules.jury.weight', '70.5'), { total: '71.40', jury: '56.40' }],
    ['a jury that weighs nothing', at('rules.jury.weight', 0), { total: '15.00', jury: '0.00' }],
    ['a vote that weighs nothing', at('rules.audience.weight', '0'), { total: '56.00', audience: '0.00' }],
    ['whole points only', at('rules.precision', 0), { total: '71', jury: '56', audience: '15' }],
    [
      'six digits',
      at('rules.precision', '6'),
      { total: '71.000000', jury: '56.000000', audience: '15.000000' },
    ],
    ['no vote', audience({ mode: 'none' }), { total: '56.00', audience: '0.00' }],
    [
      'a prize of its own for the vote',
      audience({ ...rules.audience, mode: 'prize' }),
      { total: '56.00', audience: '0.00' },
    ],
    ['no snapshots', without('snapshots'), { total: '56.00', audience: '0.00' }],
    [
      'a snapshot after the freeze',
      at('snapshots.0.at', '2023-09-20T00:00:00+07:00'),
      { total: '56.00', audience: '0.00' },
    ],
    [
      'a snapshot a millionth of a second late',
      at('snapshots.0.at', '2023-09-19T23:59:59.000001+07:00'),
      { total: '56.00', audience: '0.00' },
    ],
    [
      'more likes than people',
      at('snapshots.0.likes', 9007199254740991),
      { total: '86.00', audience: '30.00' },
    ],
    [
      'a cap that nobody reaches',
      at('rules.audience.scale.cap', '1e300'.replace('e300', '0'.repeat(14))),
      { total: '56.00', audience: '0.00' },
    ],
    [
      'an enormous weight',
      at('rules.jury.weight', 1e21),
      { total: '800000000000000000015.00', jury: '800000000000000000000.00' },
    ],
  ])('%s', async (_, content, expected = {}) => {
    const { places, unranked } = await ranked(content);
    expect({ places, unranked }).toEqual({ places: [{ ...usual, tied: false, ...expected }], unranked: [] });
  });

  test('criteria may have any name', async () => {
    const named = { ...rules, criteria: [{ id: 'Ý tưởng', max: 100 }], tieChain: ['criterion:Ý tưởng'] };
    const given = ['J1', 'J2'].map((judge) => ({ judge, entry: 'A', points: { 'Ý tưởng': 80 } }));
    const { places } = await ranked({ ...contest, rules: named, sheets: given });
    expect(places).toEqual([{ ...usual, tied: false }]);
  });

  test('nothing in it: nothing is ranked', async () => {
    expect(await ranked({ rules, entries: [], sheets: [] })).toEqual({
      places: [],
      unranked: [],
      draws: [],
      noSnapshot: [],
    });
  });

  test('with a seed the lots are drawn, and the draw names it', async () => {
    const entries = [entry('A'), entry('B')];
    const both = ['A', 'B'].flatMap((code) => [sheet('J1', code, 50, 30), sheet('J2', code, 50, 30)]);
    const tied = { rules: { ...rules, tieChain: ['draw'] }, entries, sheets: both };
    const places = ({ place, code, decidedBy }: { place: number; code: string; decidedBy: string | null }) =>
      `${place} ${code} ${decidedBy}`;
    const undrawn = await ranked(tied);
    expect([undrawn.places.map(places), undrawn.draws]).toEqual([
      ['1 A null', '1 B null'],
      [{ place: 1, codes: ['A', 'B'] }],
    ]);
    // printf %s '20/9:A' | sha256sum → b923…, and 3b30… for B.
    const drawn = await ranked({ ...tied, drawSeed: '20/9' });
    expect([drawn.places.map(places), drawn.draws]).toEqual([
      ['1 B draw', '2 A draw'],
      [{ place: 1, codes: ['B', 'A'], seed: '20/9' }],
    ]);
  });
});

describe('is refused, with the place in the file,', () => {
  test.each<[string, unknown, string]>([
    ['what is no JSON', '{', 'không phải là JSON'],
    ['an empty file', '', 'không phải là JSON'],
    ['a list', [], 'toàn bộ tệp'],
    ['null', 'null', 'toàn bộ tệp'],
    ['no rules', without('rules'), ' rules:'],
    ['no entries', without('entries'), ' entries:'],
    ['no sheets', without('sheets'), ' sheets:'],
    ['sheets that are no list', at('sheets', {}), ' sheets:'],
    ['no criteria', at('rules.criteria', []), ' rules.criteria:'],
    ['a criterion without its most points', at('rules.criteria.1.max', undefined), ' rules.criteria.1.max:'],
    ['a criterion of no points', at('rules.criteria.1.max', 0), ' rules.criteria.1.max:'],
    ['a criterion twice', at('rules.criteria.1.id', 'content'), ' rules.criteria.1.id:'],
    ['an unknown weight', at('rules.jury.weight', 'unknown'), ' rules.jury.weight:'],
    ['a negative weight', at('rules.jury.weight', -70), ' rules.jury.weight:'],
    ['a weight in words', at('rules.jury.weight', 'bảy mươi'), ' rules.jury.weight:'],
    ['an aggregate that is none', at('rules.jury.aggregate', 'sum'), ' rules.jury.aggregate:'],
    ['no quorum', at('rules.jury.quorum', undefined), ' rules.jury.quorum:'],
    ['a quorum of nobody', at('rules.jury.quorum', 0), ' rules.jury.quorum:'],
    ['half a quorum', at('rules.jury.quorum', 1.5), ' rules.jury.quorum:'],
    ['seven digits', at('rules.precision', 7), ' rules.precision:'],
    ['a mode that is none', audience({ mode: 'half' }), ' rules.audience.mode:'],
    ['no conversion', at('rules.audience.points', undefined), ' rules.audience.points:'],
    ['a scaling that is none', at('rules.audience.scale.method', 'log'), ' rules.audience.scale.method:'],
    ['a cap of nothing', at('rules.audience.scale.cap', 0), ' rules.audience.scale.cap:'],
    [
      'a first place that is not the weight',
      audience({ ...rules.audience, scale: { method: 'rank', places: [29, 10] } }),
      ' rules.audience.scale.places.0:',
    ],
    ['a tie step that is none', at('rules.tieChain.0', 'luck'), ' rules.tieChain.0:'],
    [
      'a tie step about a criterion that is not there',
      at('rules.tieChain.0', 'criterion:style'),
      ' rules.tieChain.0:',
    ],
    ['a freeze that is a day', at('rules.audience.freezeAt', '2023-09-19'), ' rules.audience.freezeAt:'],
    ['a moment without an offset', at('snapshots.0.at', '2023-09-19T20:00:00'), ' snapshots.0.at:'],
    [
      'a day that is not in the calendar',
      at('entries.0.submittedAt', '2023-02-30T08:00:00Z'),
      ' entries.0.submittedAt:',
    ],
    ['an absence in words', at('entries.0.absent', 'có'), ' entries.0.absent:'],
    ['an entry twice', at('entries.1', entry('A')), ' entries.1.code:'],
    ['an entry without a code', at('entries.0.code', ''), ' entries.0.code:'],
    ['a sheet for an entry that is not there', at('sheets.1.entry', 'B'), ' sheets.1.entry:'],
    ['two sheets of one judge', at('sheets.1.judge', 'J1'), ' sheets.1: trùng với sheets.0'],
    ['a sheet of nobody', at('sheets.1.judge', undefined), ' sheets.1.judge:'],
    ['a sheet without points', at('sheets.1.points', undefined), ' sheets.1.points:'],
    [
      'a sheet that says neither yes nor no',
      at('sheets.1', { judge: 'J2', entry: 'A', abstained: 'yes' }),
      ' sheets.1.abstained:',
    ],
    ['a sheet that is nothing', at('sheets.1', null), ' sheets.1:'],
    ['points for one criterion missing', at('sheets.1.points.form', undefined), ' sheets.1.points.form:'],
    ['points for a criterion that is not there', at('sheets.1.points.style', 5), ' sheets.1.points.style:'],
    ['points beyond the most', at('sheets.1.points.form', '40.5'), ' sheets.1.points.form: nhiều nhất là 40'],
    ['points below nothing', at('sheets.1.points.form', -1), ' sheets.1.points.form:'],
    [
      'points off the step',
      at('sheets.1.points.content', 50.25),
      ' sheets.1.points.content: điểm phải là bội của 0,5',
    ],
    [
      'half points where no step is stated',
      at('sheets.1.points.form', 30.5),
      ' sheets.1.points.form: điểm phải là bội của 1',
    ],
    ['points with a comma', at('sheets.1.points.form', '30,5'), ' sheets.1.points.form:'],
    ['points with an exponent in writing', at('sheets.1.points.form', '3e1'), ' sheets.1.points.form:'],
    ['no points', at('sheets.1.points.form', null), ' sheets.1.points.form:'],
    ['points in a list', at('sheets.1.points', [50, 30]), ' sheets.1.points:'],
    ['points in an object', at('sheets.1.points.form', { value: 3 }), ' sheets.1.points.form:'],
    ['half a like', at('snapshots.0.likes', 0.5), ' snapshots.0.likes:'],
    ['likes below nothing', at('snapshots.0.likes', -1), ' snapshots.0.likes:'],
    ['a snapshot without shares', at('snapshots.0.shares', undefined), ' snapshots.0.shares:'],
    ['a snapshot of an entry that is not there', at('snapshots.0.entry', 'B'), ' snapshots.0.entry:'],
  ])('%s', async (_, content, message) => {
    await expect(readRankingFile(file(content))).rejects.toThrow(message);
  });

  test('a file that is not there', async () => {
    await expect(readRankingFile(path.join(folder, 'nope.json'))).rejects.toThrow(
      /^Không có tệp .*nope\.json\. Xin xem lại tên tệp và thư mục\.$/,
    );
  });
});
