import { describe, expect, test } from '@jest/globals';
import { parseJson } from '../src/json.js';

describe('JSON from outside', () => {
  test.each([
    ['{"id":1234567890123456789}', { id: '1234567890123456789' }],
    ['[-9007199254740993, 9007199254740991]', ['-9007199254740993', 9007199254740991]],
    [
      '{"text":"số 1234567890123456789 \\" 1234567890123456789"}',
      {
        text: 'số 1234567890123456789 " 1234567890123456789',
      },
    ],
    ['{"half":0.1234567890123456,"far":1e30}', { half: 0.1234567890123456, far: 1e30 }],
    ['{"date":1794200300789,"none":null}', { date: 1794200300789, none: null }],
  ])('%s keeps every digit of a whole number and leaves the rest alone', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  test('what is no JSON throws, however long its numbers', () => {
    expect(() => parseJson('<html>1234567890123456789</html>')).toThrow(SyntaxError);
  });
});
