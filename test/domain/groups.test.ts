import { expect, test } from '@jest/globals';
import { type GroupPurpose, hears, type Topic } from '../../src/domain/groups.js';

test.each<[GroupPurpose, Topic[]]>([
  ['everyone', ['announcements', 'results']],
  ['announcements', ['announcements']],
  ['results', ['results']],
  ['unit', ['announcements', 'results']],
  ['judges', ['results', 'judging']],
  ['secretariat', ['announcements', 'results', 'questions']],
])('a group of %s hears %j', (purpose, topics) => {
  const all: Topic[] = ['announcements', 'results', 'judging', 'questions'];
  expect(all.filter((topic) => hears(purpose, topic))).toEqual(topics);
});
