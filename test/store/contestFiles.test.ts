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

describe('what is wrong is found with its place and line', () => {
  test.each<[string, string, string, object]>([
    ['a misspelt field', 'theme: Câu', 'thme: Câu', { path: 'thme', problem: 'unknownField', values: {} }],
    [
      'a number that is a word',
      'weight: 70, judges',
      'weight: seventy, judges',
      { path: 'scoring.jury.weight', problem: 'unreadable', values: {} },
    ],
    [
      'a count of nothing',
      'judges: 6',
      'judges: 0',
      { path: 'scoring.jury.judges', problem: 'tooSmall', values: { least: 0 } },
    ],
    [
      'half a judge',
      'judges: 6',
      'judges: 6.5',
      { path: 'scoring.jury.judges', problem: 'wrongKind', values: { expected: 'int' } },
    ],
    [
      'a way of aggregating there isn’t',
      'aggregate: mean',
      'aggregate: best',
      {
        path: 'scoring.jury.aggregate',
        problem: 'notAnOption',
        values: { options: 'mean, median, trimmed' },
      },
    ],
    [
      'a day there isn’t',
      'showcase: { on: 2023-10-02 }',
      'showcase: { on: 2023-10-32 }',
      { path: 'windows.showcase.on', problem: 'no_such_day', values: {} },
    ],
    [
      'days in the wrong order',
      'between: [2023-09-19, 2023-09-23]',
      'between: [2023-09-23, 2023-09-19]',
      { path: 'windows.judging.between', problem: 'ends_before_it_begins', values: {} },
    ],
    [
      'a window that isn’t there',
      'closes: { days: 14, after: posting }',
      'closes: { days: 14, after: decision }',
      { path: 'windows.voting.closes', problem: 'no_such_window', values: { other: 'decision' } },
    ],
    [
      'an empty field',
      'codePrefix: QN',
      'codePrefix:',
      { path: 'codePrefix', problem: 'wrongKind', values: { expected: 'string' } },
    ],
    [
      'a criterion that is there twice',
      'id: form, label: Hình thức',
      'id: content, label: Hình thức',
      { path: 'scoring.criteria.content.id', problem: 'same_id_twice', values: {} },
    ],
    [
      'a tie decided by a criterion there isn’t',
      'tieChain: [audience]',
      "tieChain: [audience, 'criterion:acting']",
      { path: 'scoring.tieChain.1', problem: 'no_such_criterion', values: {} },
    ],
    [
      'a source that isn’t listed',
      'theme: { from: plan }',
      'theme: { from: radio }',
      { path: 'sources.theme.from', problem: 'no_such_document', values: { other: 'radio' } },
    ],
    [
      'a round of a component there isn’t',
      'component: video\n    level: district',
      'component: quiz\n    level: district',
      { path: 'rounds.preliminary.component', problem: 'no_such_component', values: { other: 'quiz' } },
    ],
  ])('%s', (_, before, after, finding) => {
    expect(findingsAfter(before, after)).toContainEqual({ line: 'here', ...finding });
  });

  test('a missing field is looked for where it should be', () => {
    expect(findingsAfter('  sentBy: unit\n', '')).toEqual([
      {
        path: 'entries.sentBy',
        line: text.split('\n').indexOf('entries:') + 1,
        problem: 'missing',
        values: {},
      },
    ]);
  });

  test('a file that isn’t YAML is refused at the line', () => {
    expect(findingsAfter('kind: contest\nname', 'kind: [contest\nname')[0]).toMatchObject({
      problem: 'notYaml',
    });
  });

  test('a document that is no document', () => {
    expect(readContest('xin chào')).toEqual({
      findings: [{ path: '', line: 1, problem: 'wrongKind', values: { expected: 'object' } }],
    });
    expect(readContest('')).toEqual({
      findings: [{ path: '', line: 1, problem: 'wrongKind', values: { expected: 'object' } }],
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
