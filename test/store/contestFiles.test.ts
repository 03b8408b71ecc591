import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { readContest } from '../../src/store/contestFiles.js';

const text = await readFile('contests/qn-2023.yaml', 'utf8');

/** The document with one line changed; answers what is found, and whether it is found on that line. */
function findingsAfter(before: string, after: string) {
  expect(text.split(before)).toHaveLength(2);
  const line = text.slice(0, text.indexOf(before)).split('\n').length;
  const read = readContest(text.replace(before, after));
  return 'findings' in read
    ? read.findings.map((finding) => ({ ...finding, line: finding.line === line ? 'here' : finding.line }))
    : [];
}

test('the document as it stands is read', () => {
  const read = readContest(text);
  expect('plan' in read && read.plan.id).toBe('qn-2023');
});

test.each([
  ['theme', 'theme: '],
  ['windows.voting.closes', '  voting: '],
  ['rounds.final.intake.quota', 'intake: { from: district'],
  ['prizes.others', '  - id: others'],
  ['scoring.criteria.meaning.max', '- { id: meaning'],
  ['rounds.showcase.intake.quota', '  - id: showcase'],
  ['screening.correction', '# Cuộc thi video clip'],
])('%s stands on its line, or where it would belong', (path, beginning) => {
  const read = readContest(text);
  const line = text.slice(0, text.indexOf(beginning)).split('\n').length;
  expect('plan' in read && read.lineOf(path)).toBe(line);
});

test('a misspelt field is not missing as well', () => {
  expect(findingsAfter('\nwindows:', '\nwindow:').map(({ path }) => path)).toEqual(['window']);
  expect(findingsAfter('weight: 70, judges', 'weigth: 70, judges')).toEqual([
    { path: 'scoring.jury.weigth', line: 'here', code: 'unknown_field', values: { near: 'weight' } },
  ]);
});

test('a tab is one finding, and not what follows from it', () => {
  const before = '  registration: ';
  const line = text.slice(0, text.indexOf(before)).split('\n').length;
  const read = readContest(text.replace(before, '\tregistration: ').replace('  voting: ', '\tvoting: '));
  expect(read).toEqual({ findings: [{ path: '', line, code: 'tab', values: {} }] });
});

test('where a file can’t be read any further, that is said once', () => {
  const read = readContest('id: [qn\nname: x\nname: y');
  expect('findings' in read && read.findings.map(({ code }) => code)).toEqual(['not_yaml']);
});

describe('what is wrong is found with its place and line', () => {
  test.each<[string, string, string, object]>([
    [
      'a misspelt field',
      'theme: Câu',
      'thme: Câu',
      { path: 'thme', code: 'unknown_field', values: { near: 'theme' } },
    ],
    [
      'a number that is a word',
      'weight: 70, judges',
      'weight: seventy, judges',
      { path: 'scoring.jury.weight', code: 'unreadable', values: {} },
    ],
    [
      'a count of nothing',
      'weight: 70, judges: 6',
      'weight: 70, judges: 0',
      { path: 'scoring.jury.judges', code: 'too_small', values: { least: 1 } },
    ],
    [
      'half a judge',
      'weight: 70, judges: 6',
      'weight: 70, judges: 6.5',
      { path: 'scoring.jury.judges', code: 'wrong_kind', values: { expected: 'int' } },
    ],
    [
      'a way of aggregating there isn’t',
      'aggregate: mean',
      'aggregate: best',
      {
        path: 'scoring.jury.aggregate',
        code: 'not_an_option',
        values: { options: 'mean, median, trimmed' },
      },
    ],
    [
      'a day there isn’t',
      'showcase: { on: 2023-10-02 }',
      'showcase: { on: 2023-10-32 }',
      { path: 'windows.showcase.on', code: 'no_such_day', values: {} },
    ],
    [
      'days in the wrong order',
      'between: [2023-09-19, 2023-09-23]',
      'between: [2023-09-23, 2023-09-19]',
      { path: 'windows.judging.between', code: 'ends_before_it_begins', values: {} },
    ],
    [
      'a window that isn’t there',
      'closes: { days: 14, after: posting',
      'closes: { days: 14, after: decision',
      { path: 'windows.voting.closes', code: 'no_such_window', values: { other: 'decision' } },
    ],
    [
      'an empty field',
      'codePrefix: QN',
      'codePrefix:',
      { path: 'codePrefix', code: 'wrong_kind', values: { expected: 'string' } },
    ],
    [
      'a criterion that is there twice',
      'id: form, label: Hình thức',
      'id: content, label: Hình thức',
      { path: 'scoring.criteria.content.id', code: 'same_id_twice', values: { id: 'content' } },
    ],
    [
      'a tie decided by a criterion there isn’t',
      'tieChain: [audience]',
      "tieChain: [audience, 'criterion:acting']",
      { path: 'scoring.tieChain.1', code: 'no_such_criterion', values: { other: 'acting' } },
    ],
    [
      'a source that isn’t listed',
      'theme: { from: plan }',
      'theme: { from: radio }',
      { path: 'sources.theme.from', code: 'no_such_document', values: { other: 'radio' } },
    ],
    [
      'a round of a component there isn’t',
      'component: video\n    level: district',
      'component: quiz\n    level: district',
      { path: 'rounds.preliminary.component', code: 'no_such_component', values: { other: 'quiz' } },
    ],
  ])('%s', (_, before, after, finding) => {
    expect(findingsAfter(before, after)).toContainEqual({ line: 'here', ...finding });
  });

  test.each<[string, string, string, object]>([
    [
      'a day written as people write it',
      'says: { on: 2023-09-12 }',
      'says: { on: 12/9/2023 }',
      { path: 'otherwise.judging_held.says.on', code: 'not_a_day', values: {} },
    ],
    [
      'a kind of component there isn’t',
      'kind: video',
      'kind: film',
      { path: 'components.video.kind', code: 'not_an_option', values: { options: 'video, live, quiz' } },
    ],
    [
      'a reminder of a window that isn’t there',
      'owes: sheet, window: judging',
      'owes: sheet, window: marking',
      { path: 'reminders.sheet.window', code: 'no_such_window', values: { other: 'marking' } },
    ],
    [
      'a reminder at no time',
      'window: submission, before: [7d, 3d, 1d, 3h]',
      'window: submission, before: [1 tuần]',
      { path: 'reminders.entry.before.0', code: 'not_a_span', values: {} },
    ],
    [
      'the freeze at a window that isn’t there',
      'freezeAt: { with: voting }',
      'freezeAt: { with: liking }',
      { path: 'scoring.audience.freezeAt', code: 'no_such_window', values: { other: 'liking' } },
    ],
    [
      'two rounds of one name',
      '- id: showcase',
      '- id: final',
      { path: 'rounds.final.id', code: 'same_id_twice', values: { id: 'final' } },
    ],
    ['the same field twice', 'codePrefix: QN', 'id: qn', { path: '', code: 'key_twice', values: {} }],
  ])('%s', (_, before, after, finding) => {
    expect(findingsAfter(before, after)).toContainEqual({ line: 'here', ...finding });
  });

  test('a missing field is looked for where it should be', () => {
    expect(findingsAfter('  sentBy: unit\n', '')).toEqual([
      {
        path: 'entries.sentBy',
        line: text.split('\n').indexOf('entries:') + 1,
        code: 'missing',
        values: {},
      },
    ]);
  });

  test('a file that isn’t YAML is refused at the line', () => {
    expect(findingsAfter('kind: contest\nname', 'kind: [contest\nname')[0]).toMatchObject({
      code: 'not_yaml',
    });
  });

  test('a document that is no document', () => {
    expect(readContest('xin chào')).toEqual({
      findings: [{ path: '', line: 1, code: 'wrong_kind', values: { expected: 'object' } }],
    });
    expect(readContest('')).toEqual({
      findings: [{ path: '', line: 1, code: 'wrong_kind', values: { expected: 'object' } }],
    });
  });

  test('all of it at once, from the top', () => {
    const read = readContest(
      text.replace('kind: contest', 'kind: concert').replace('precision: 2', 'precision: 9'),
    );
    expect('findings' in read && read.findings.map(({ path }) => path)).toEqual([
      'kind',
      'scoring.precision',
    ]);
  });
});
