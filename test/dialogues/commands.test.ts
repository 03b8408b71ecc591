import { expect, test } from '@jest/globals';
import { commands } from '../../src/dialogues/commands.js';
import { fold } from '../../src/domain/text.js';

test('no words mean two commands, and all are written as they are looked up', () => {
  const words = commands.flatMap(({ name, aliases }) => [name, ...aliases]);
  expect(words.filter((each, index) => words.indexOf(each) !== index)).toEqual([]);
  expect(words.filter((each) => fold(each) !== each)).toEqual([]);
});
