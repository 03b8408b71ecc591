import { expect, test } from '@jest/globals';
import { openAttachments } from '../src/attachments.js';
import { type Bot, type ChatFile, Later, Wrong } from '../src/chat.js';

const file: ChatFile = { bot: 'telegram:1', fileId: 'f', uniqueId: 'u', name: 'ds.csv' };

/** As much of a bot as is asked for. */
const holding = (download: Bot['download']) =>
  openAttachments([{ id: 'telegram:1', download } as Partial<Bot> as Bot]);
const giving = (text: string | Uint8Array<ArrayBuffer>) =>
  holding(async () => ({ stream: new Blob([text]).stream() }));
const sent = (about: Partial<ChatFile> = {}) =>
  ({ kind: 'document', file: { ...file, ...about }, caption: '' }) as const;

test('a table is read line by line', async () => {
  expect(await giving('Họ tên;SĐT\n\nAn;0905123456')(sent())).toEqual({
    kind: 'table',
    lines: [
      { line: 1, values: ['Họ tên', 'SĐT'] },
      { line: 3, values: ['An', '0905123456'] },
    ],
  });
});

test.each([
  ['is another bot’s', { bot: 'telegram:2' as const }, giving(''), 'gone', null],
  [
    'the messenger keeps to itself',
    {},
    holding(async () => Promise.reject(new Wrong('20 MB'))),
    'gone',
    null,
  ],
  ['says it is too large', { bytes: 3_000_000 }, giving(''), 'tooLarge', null],
  ['turns out too large', { bytes: 3 }, giving(Buffer.alloc(3_000_000, 65)), 'tooLarge', null],
  ['is no workbook', { name: 'ds.xls' }, giving('x'), 'notXlsx', null],
  ['has an old encoding', {}, giving(Buffer.from([0xff, 0xfe, 0x41])), 'notUtf8', null],
  ['has a quote too many', {}, giving('a\nx"y"'), 'badQuotes', 2],
])('a table that %s can’t be read', async (_, about, read, problem, line) => {
  expect(await read(sent(about))).toEqual({ kind: 'unreadable', problem, line });
});

test('a plain text is handed on as it stands, and as a table where it is one', async () => {
  const lines = [{ line: 1, values: ['Điều 1'] }];
  expect(await giving('Điều 1')(sent({ name: 'the-le.txt' }))).toEqual({
    kind: 'table',
    lines,
    text: 'Điều 1',
  });
  expect(await giving('Điều 1 "chủ đề"\nx"y"')(sent({ name: 'the-le.txt' }))).toEqual({
    kind: 'unreadable',
    problem: 'badQuotes',
    line: 1,
    text: 'Điều 1 "chủ đề"\nx"y"',
  });
  expect(await giving('id: qn-2024')(sent({ name: 'ke-hoach.YAML' }))).toEqual({
    kind: 'text',
    text: 'id: qn-2024',
  });
});

test('what is no table is not even fetched', async () => {
  const read = holding(() => Promise.reject(new Error('fetched')));
  expect(await read(sent({ name: 'ke-hoach.pdf' }))).toBeNull();
  expect(await read({ kind: 'text', text: 'ds.csv', links: [] })).toBeNull();
  await expect(read(sent())).rejects.toThrow('fetched');
});

test('what can’t be had just now is tried again', async () => {
  const later = new Later(2_000, 'bot', 'not now');
  await expect(holding(() => Promise.reject(later))(sent())).rejects.toBe(later);
});
