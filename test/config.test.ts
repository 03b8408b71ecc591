import { describe, expect, test } from '@jest/globals';
import { CannotStart } from '../src/cannotStart.js';
import { isTrial, readConfig } from '../src/config.js';
import { words } from '../src/words.js';

const TOKEN = '700100200:AAF-secret_of_nobody';

/** Which variables are named as wrong. */
function wrongIn(variables: Record<string, string>): string[] {
  try {
    readConfig(variables);
    return [];
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    expect(error.key).toBe('operator.configWrong');
    return String(error.values.variables).split(', ');
  }
}

describe('nothing configured', () => {
  test('is the trial mode, with everything at hand', () => {
    const config = readConfig({});
    expect(isTrial(config)).toBe(true);
    expect(config).toEqual({
      ZALO_BOT_TOKENS: [],
      DATA_DIR: 'data',
      PORT: 8080,
      HOST: '127.0.0.1',
      UPDATES: 'polling',
      CONTEST: ['qn-2023'],
      LOG_LEVEL: 'info',
    });
  });

  test('is the same as everything left empty', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: '', PORT: '', PUBLIC_URL: '' })).toEqual(readConfig({}));
  });
});

test('one messenger with a token is enough for real work', () => {
  expect(isTrial(readConfig({ TELEGRAM_BOT_TOKEN: TOKEN }))).toBe(false);
  expect(isTrial(readConfig({ ZALO_BOT_TOKENS: TOKEN }))).toBe(false);
});

test('several Zalo bots are parted by commas, blanks or lines', () => {
  expect(readConfig({ ZALO_BOT_TOKENS: `1:a, 2:b\n3:c,` }).ZALO_BOT_TOKENS).toEqual(['1:a', '2:b', '3:c']);
});

test('an address loses the strokes at its end', () => {
  expect(readConfig({ PUBLIC_URL: 'https://thi.example.vn//' }).PUBLIC_URL).toBe('https://thi.example.vn');
});

test.each([
  ['TELEGRAM_BOT_TOKEN', 'no-token'],
  ['ZALO_BOT_TOKENS', `${TOKEN},no-token`],
  ['PORT', '70000'],
  ['PORT', 'eighty'],
  ['PUBLIC_URL', 'thi.example.vn'],
  ['PUBLIC_URL', 'ftp://thi.example.vn'],
  ['UPDATES', 'pigeon'],
  ['CONTEST', '../../etc/passwd'],
  ['LOG_LEVEL', 'loud'],
  ['CLOCK_URL', 'noon'],
  ['FACEBOOK_PAGE_TOKEN', 'too short'],
  ['FACEBOOK_GRAPH_URL', 'graph'],
])('%s=%s is refused', (name, value) => {
  expect(wrongIn({ [name]: value })).toEqual([name]);
});

test('webhooks need an address that the platforms can reach over https', () => {
  expect(wrongIn({ UPDATES: 'webhook' })).toEqual(['PUBLIC_URL']);
  expect(wrongIn({ UPDATES: 'webhook', PUBLIC_URL: 'http://thi.example.vn' })).toEqual(['PUBLIC_URL']);
  expect(wrongIn({ UPDATES: 'webhook', PUBLIC_URL: 'https://thi.example.vn' })).toEqual([]);
});

test('all wrong variables are named in one message, and none of what they hold', () => {
  const variables = { TELEGRAM_BOT_TOKEN: 'a-secret', PORT: 'b-secret', CONTEST: 'C-SECRET' };
  expect(wrongIn(variables)).toEqual(['TELEGRAM_BOT_TOKEN', 'PORT', 'CONTEST']);
  let error: unknown;
  try {
    readConfig(variables);
  } catch (thrown) {
    error = thrown;
  }
  const { key, values, message, cause } = error as CannotStart;
  const sentence = words.loose(key, values).text;
  expect(sentence).toContain('TELEGRAM_BOT_TOKEN, PORT, CONTEST');
  expect(`${sentence} ${message} ${String(cause)}`).not.toMatch(/secret/i);
});
