import { describe, expect, test } from '@jest/globals';
import { write } from '../../../src/bots/telegram/write.js';
import type { Choice, Reply, Styled } from '../../../src/chat.js';
import { Wrong } from '../../../src/chat.js';

const CHAT = 'telegram:7019234411:-1002233445566' as const;
const TO = { chat_id: -1002233445566 };
const NO_PREVIEW = { link_preview_options: { is_disabled: true } };

const plain = (text: string): Styled => ({ text, styles: [] });
const labels = (choices: string[]): Choice[] =>
  choices.map((label, index) => ({ label, data: `c:${index}` }));
const YES_NO = {
  inline_keyboard: [
    [
      { text: 'Có', callback_data: 'y' },
      { text: 'Không', callback_data: 'n' },
    ],
  ],
};
const yesNo: Choice[] = [
  { label: 'Có', data: 'y' },
  { label: 'Không', data: 'n' },
];

describe('text', () => {
  test('goes as it is spelt, its styles beside it', () => {
    const text: Styled = {
      text: 'Đội <b>&_*[ 👋 QN-07',
      styles: [
        { start: 4, length: 7, style: 'bold' },
        { start: 15, length: 5, style: 'code' },
      ],
    };
    expect(write(CHAT, { kind: 'text', text })).toEqual([
      {
        method: 'sendMessage',
        params: {
          ...TO,
          text: 'Đội <b>&_*[ 👋 QN-07',
          entities: [
            { type: 'bold', offset: 4, length: 7 },
            { type: 'code', offset: 15, length: 5 },
          ],
          ...NO_PREVIEW,
        },
      },
    ]);
  });

  test('that is too long goes in pieces, the buttons under the last', () => {
    const first = 'a'.repeat(4000);
    const second = 'b'.repeat(200);
    const text: Styled = {
      text: `${first}\n${second}`,
      styles: [{ start: 4001, length: 200, style: 'italic' }],
    };
    expect(write(CHAT, { kind: 'text', text, choices: yesNo })).toEqual([
      { method: 'sendMessage', params: { ...TO, text: first, ...NO_PREVIEW } },
      {
        method: 'sendMessage',
        params: {
          ...TO,
          text: second,
          entities: [{ type: 'italic', offset: 0, length: 200 }],
          ...NO_PREVIEW,
          reply_markup: YES_NO,
        },
      },
    ]);
  });

  test.each([
    [
      'alone on its line is shown',
      'QN-07\nhttps://youtu.be/abc\nChấm: /cham',
      { url: 'https://youtu.be/abc' },
    ],
    ['in a sentence is not', 'Nộp tại https://a.vn/nop nhé', { is_disabled: true }],
  ])('a page whose link stands %s', (_where, text, link_preview_options) => {
    expect(write(CHAT, { kind: 'text', text: plain(text) })).toEqual([
      { method: 'sendMessage', params: { ...TO, text, link_preview_options } },
    ]);
  });

  test('that says nothing is refused', () => {
    expect(() => write(CHAT, { kind: 'text', text: plain(' \n') })).toThrow(Wrong);
  });
});

describe('buttons', () => {
  const rowsOf = (choices: Choice[]): string[][] => {
    const calls = write(CHAT, { kind: 'text', text: plain('?'), choices });
    return calls
      .flatMap(
        (call) => (call.params.reply_markup as { inline_keyboard: { text: string }[][] }).inline_keyboard,
      )
      .map((row) => row.map((button) => button.text));
  };

  test.each([
    ['three to a row when short', ['1', '2', '3', '4'], [['1', '2', '3'], ['4']]],
    ['two when longer', ['Bình Sơn', 'Sơn Tịnh 1', 'Trà Bồng'], [['Bình Sơn', 'Sơn Tịnh 1'], ['Trà Bồng']]],
    [
      'one when long',
      ['Có', 'Thị trấn Châu Ổ, Bình Sơn', 'Không'],
      [['Có'], ['Thị trấn Châu Ổ, Bình Sơn'], ['Không']],
    ],
  ])('stand %s', (_how, choices, rows) => {
    expect(rowsOf(labels(choices))).toEqual(rows);
  });

  test.each([
    ['65 bytes of data', [{ label: 'Ổ', data: `${'ổ'.repeat(21)}xx` }]],
    ['no data', [{ label: 'Ổ', data: '' }]],
    ['more than 100 on a message', labels(Array.from({ length: 101 }, () => 'x'))],
  ])('with %s are refused', (_what, choices) => {
    expect(() => rowsOf(choices)).toThrow(Wrong);
  });

  test('may carry 64 bytes, and be 100', () => {
    const most = Array.from({ length: 100 }, () => ({ label: 'x', data: `${'ổ'.repeat(21)}x` }));
    expect(rowsOf(most).flat()).toHaveLength(100);
  });

  test('are taken off', () => {
    expect(write(CHAT, { kind: 'closeChoices', message: '409' })).toEqual([
      {
        method: 'editMessageReplyMarkup',
        params: { ...TO, message_id: 409, reply_markup: { inline_keyboard: [] } },
      },
    ]);
  });
});

describe('files', () => {
  const file = {
    bot: 'telegram:7019234411',
    fileId: 'BAAC',
    uniqueId: 'Ag',
    seconds: 247,
    width: 1920,
  } as const;
  const caption: Styled = { text: 'QN-07', styles: [{ start: 0, length: 5, style: 'bold' }] };
  const words = { caption: 'QN-07', caption_entities: [{ type: 'bold', offset: 0, length: 5 }] };

  test.each<[string, Reply, string, object]>([
    [
      'a picture of ours',
      { kind: 'picture', file: 'chart/1', caption },
      'sendPhoto',
      { photo: { ownFile: 'chart/1' }, ...words },
    ],
    [
      'a document of ours',
      { kind: 'document', file: 'sheet/1', name: 'Bảng điểm.xlsx', caption: plain('') },
      'sendDocument',
      { document: { ownFile: 'sheet/1', name: 'Bảng điểm.xlsx' } },
    ],
    [
      'a video that somebody sent',
      { kind: 'video', file, caption, choices: yesNo },
      'sendVideo',
      { video: 'BAAC', ...words, reply_markup: YES_NO },
    ],
    [
      'a video that somebody sent as a file, as a file',
      { kind: 'video', file: { bot: file.bot, fileId: 'BQAC', uniqueId: 'Ag', mime: 'video/mp4' }, caption },
      'sendDocument',
      { document: 'BQAC', ...words },
    ],
  ])('%s', (_which, reply, method, params) => {
    expect(write(CHAT, reply)).toEqual([{ method, params: { ...TO, ...params } }]);
  });

  test('come first when the caption is too long, and the text with the buttons after them', () => {
    const text = 'x'.repeat(1025);
    expect(write(CHAT, { kind: 'video', file, caption: plain(text), choices: yesNo })).toEqual([
      { method: 'sendVideo', params: { ...TO, video: 'BAAC' } },
      { method: 'sendMessage', params: { ...TO, text, ...NO_PREVIEW, reply_markup: YES_NO } },
    ]);
  });

  test('of another bot are refused', () => {
    const foreign = { ...file, bot: 'telegram:1' } as const;
    expect(() => write(CHAT, { kind: 'video', file: foreign, caption })).toThrow(Wrong);
  });
});
