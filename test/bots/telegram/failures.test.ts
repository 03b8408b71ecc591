import { describe, expect, test } from '@jest/globals';
import { GrammyError, HttpError } from 'grammy';
import { failureOf } from '../../../src/bots/telegram/failures.js';
import { Gone, Later, Moved, Wrong } from '../../../src/chat.js';

const CHAT = 'telegram:7:-45' as const;

const refused = (error_code: number, description: string, parameters: object = {}) =>
  new GrammyError(
    "Call to 'sendMessage' failed!",
    { ok: false, error_code, description, parameters },
    'sendMessage',
    {},
  );

/** Errors by what the rest of the program reads off them. */
const plain = (failure: ReturnType<typeof failureOf>) =>
  failure && { ...failure, name: failure.name, message: failure.message, cause: failure.cause };

const later = (waitMs: number, scope: 'chat' | 'bot', reason: string) =>
  plain(new Later(waitMs, scope, reason));
const gone = (reason: string) => plain(new Gone(reason));
const wrong = (reason: string, fatal = false) => plain(new Wrong(reason, fatal));

const FLOOD = 'Too Many Requests: retry after 7';

describe('what Telegram answers', () => {
  test.each([
    [429, FLOOD, { retry_after: 7 }, later(7_000, 'chat', `sendMessage: 429 ${FLOOD}`)],
    [500, 'Internal Server Error', {}, later(2_000, 'chat', 'sendMessage: 500 Internal Server Error')],
    [502, 'Bad Gateway', {}, later(2_000, 'chat', 'sendMessage: 502 Bad Gateway')],
    ...[
      'bot was blocked by the user',
      'user is deactivated',
      "bot can't initiate conversation with a user",
      'bot was kicked from the group chat',
      'bot was kicked from the supergroup chat',
      'bot is not a member of the supergroup chat',
      'the group chat was deleted',
    ].map((says) => [403, `Forbidden: ${says}`, {}, gone(`sendMessage: 403 Forbidden: ${says}`)] as const),
    [400, 'Bad Request: chat not found', {}, gone('sendMessage: 400 Bad Request: chat not found')],
    [400, 'Bad Request: PEER_ID_INVALID', {}, gone('sendMessage: 400 Bad Request: PEER_ID_INVALID')],
    [
      400,
      'Bad Request: group chat was upgraded to a supergroup chat',
      { migrate_to_chat_id: -1002233445566 },
      plain(new Moved('telegram:7:-1002233445566')),
    ],
    [
      400,
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content',
      {},
      null,
    ],
    [400, 'Bad Request: message to edit not found', {}, null],
    [400, 'Bad Request: message to delete not found', {}, null],
    [400, "Bad Request: message can't be edited", {}, null],
    [400, 'Bad Request: query is too old and response timeout expired or query ID is invalid', {}, null],
    ...[
      'wrong file_id or the file is temporarily unavailable',
      "can't use file of type Document as Video",
      "can't parse entities: unsupported start tag",
      'BUTTON_DATA_INVALID',
      'file is too big',
      'not enough rights to send text messages to the chat',
    ].map(
      (says) => [400, `Bad Request: ${says}`, {}, wrong(`sendMessage: 400 Bad Request: ${says}`)] as const,
    ),
    [401, 'Unauthorized', {}, wrong('sendMessage: 401 Unauthorized', true)],
    [404, 'Not Found', {}, wrong('sendMessage: 404 Not Found', true)],
    [404, 'Not Found: method not found', {}, wrong('sendMessage: 404 Not Found: method not found')],
    [413, 'Request Entity Too Large', {}, wrong('sendMessage: 413 Request Entity Too Large')],
  ])('%d %s', (code, description, parameters, failure) => {
    expect(plain(failureOf(refused(code, description, parameters), 'sendMessage', CHAT))).toEqual(failure);
  });

  test('about a call that goes to no chat concerns the bot', () => {
    expect(plain(failureOf(refused(429, FLOOD, { retry_after: 7 }), 'getFile'))).toEqual(
      later(7_000, 'bot', `getFile: 429 ${FLOOD}`),
    );
  });
});

describe('no answer', () => {
  const url = 'https://api.telegram.org/bot7019234411:AAHsecretsecretsecret/sendMessage';

  test.each([
    [
      'ECONNREFUSED',
      Object.assign(new Error(`request to ${url} failed`), { type: 'system', code: 'ECONNREFUSED' }),
    ],
    [
      'invalid-json',
      Object.assign(new Error(`invalid json response body at ${url}`), { type: 'invalid-json' }),
    ],
    ['timed out', new Error("Request to 'sendMessage' timed out after 45 seconds")],
    ['TypeError', new TypeError(url)],
    ['unknown', url],
  ])('(%s) is tried again, and its address is kept quiet', (why, inner) => {
    const failure = failureOf(new HttpError(`Network request failed! ${url}`, inner), 'sendMessage', CHAT);
    expect(plain(failure)).toEqual(later(2_000, 'bot', `sendMessage: no answer (${why})`));
  });
});

test('an error of our own is our message’s fault', () => {
  expect(plain(failureOf(new TypeError('x'), 'sendMessage', CHAT))).toEqual(wrong('sendMessage: TypeError'));
});

test('a failure stays the one it is', () => {
  const failure = new Later(5, 'chat', 'x');
  expect(failureOf(failure, 'sendMessage', CHAT)).toBe(failure);
});
