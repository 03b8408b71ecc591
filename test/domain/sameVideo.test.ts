import { expect, test } from '@jest/globals';
import { sharedVideos } from '../../src/domain/sameVideo.js';

const link = (url: string) => ({ kind: 'link' as const, url });
const file = (uniqueId: string) => ({ kind: 'file' as const, file: { uniqueId } });
const stage = { kind: 'stage' as const };
const entry = (code: string, person: string, video: Parameters<typeof sharedVideos>[0][number]['video']) => ({
  ...{ code, person, video },
});

test('entries of several teams that show one video are found, by link or by file', () => {
  const entries = [
    entry('1', 'an', link('https://a')),
    entry('2', 'binh', file('x')),
    entry('3', 'binh', link('https://a')),
    entry('4', 'chi', file('x')),
    entry('5', 'dung', link('https://b')),
  ];
  expect(sharedVideos(entries).map((alike) => alike.map(({ code }) => code))).toEqual([
    ['1', '3'],
    ['2', '4'],
  ]);
});

test('what one team hands in twice, and teams on a stage, are no remark', () => {
  const entries = [
    entry('1', 'an', link('https://a')),
    entry('2', 'an', link('https://a')),
    entry('3', 'binh', stage),
    entry('4', 'chi', stage),
  ];
  expect(sharedVideos(entries)).toEqual([]);
});
