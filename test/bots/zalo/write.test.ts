import { describe, expect, test } from '@jest/globals';
import { write } from '../../../src/bots/zalo/write.js';
import type { Call, Reply, Styled } from '../../../src/chat.js';

const plain = (text: string): Styled => ({ text, styles: [] });
const say = (reply: Reply): Call[] => write('zalo:1:zgr-0f', reply, (id) => `https://thi.vn/tep/${id}`);
const textsOf = (calls: Call[]) => calls.map(({ params }) => String(params.text));

describe('a text', () => {
  test('is sent plain, as it is spelt', () => {
    expect(say({ kind: 'text', text: plain('Đội **<b>&_*[**') })).toEqual([
      { method: 'sendMessage', params: { chat_id: 'zgr-0f', text: 'Đội **<b>&_*[**' } },
    ]);
  });

  test('has its styles beside it, counted in UTF-16 units', () => {
    const text = '🎬 Mã bài: QN-07, xin gõ /cham';
    const styles: Styled['styles'] = [
      { start: text.indexOf('QN-07'), length: 5, style: 'bold' },
      { start: text.indexOf('xin'), length: 3, style: 'italic' },
      { start: text.indexOf('/cham'), length: 5, style: 'code' },
    ];
    expect(say({ kind: 'text', text: { text, styles } })).toEqual([
      {
        method: 'sendMessage',
        params: {
          chat_id: 'zgr-0f',
          text,
          text_styles: [
            { start: 11, len: 5, st: ['b'] },
            { start: 18, len: 3, st: ['i'] },
            { start: 25, len: 5, st: ['b'] },
          ],
        },
      },
    ]);
  });

  test('with choices ends in a numbered menu', () => {
    const choices = [
      { label: 'Đồng ý', data: 'yes' },
      { label: 'Không đồng ý', data: 'no' },
    ];
    expect(textsOf(say({ kind: 'text', text: plain('Anh/chị có đồng ý không?'), choices }))).toEqual([
      'Anh/chị có đồng ý không?\n\n1. Đồng ý\n2. Không đồng ý',
    ]);
    expect(textsOf(say({ kind: 'text', text: plain('1. Tổ Một\n2. Tổ Hai'), choices }))).toEqual([
      '1. Tổ Một\n2. Tổ Hai\n\nXin gõ số để chọn:\n1. Đồng ý\n2. Không đồng ý',
    ]);
    expect(textsOf(say({ kind: 'text', text: plain('Xong.'), choices: [] }))).toEqual(['Xong.']);
    expect(textsOf(say({ kind: 'text', text: plain(''), choices }))).toEqual(['1. Đồng ý\n2. Không đồng ý']);
  });

  test('longer than Zalo takes becomes several, each with its own styles', () => {
    const paragraph = 'Thể lệ cuộc thi. '.repeat(70).trim();
    const text = `${paragraph}\n\n${paragraph}`;
    const styles: Styled['styles'] = [{ start: paragraph.length + 2, length: 6, style: 'bold' }];
    const calls = say({ kind: 'text', text: { text, styles } });
    expect(textsOf(calls)).toEqual([paragraph, paragraph]);
    expect(calls.map(({ params }) => params.text_styles)).toEqual([
      undefined,
      [{ start: 0, len: 6, st: ['b'] }],
    ]);
  });

  test('without anything to read is not sent', () => {
    expect(say({ kind: 'text', text: plain(' \n') })).toEqual([]);
  });
});

describe('a picture', () => {
  test('is an address with a caption', () => {
    expect(say({ kind: 'picture', file: 'p1', caption: plain('Kết quả') })).toEqual([
      {
        method: 'sendPhoto',
        params: { chat_id: 'zgr-0f', photo: 'https://thi.vn/tep/p1', caption: 'Kết quả' },
      },
    ]);
  });

  test('without a caption has none, and a long one goes on below it', () => {
    expect(say({ kind: 'picture', file: 'p1', caption: plain('') })).toEqual([
      { method: 'sendPhoto', params: { chat_id: 'zgr-0f', photo: 'https://thi.vn/tep/p1' } },
    ]);
    const line = 'Bảng xếp hạng. '.repeat(90).trim();
    expect(say({ kind: 'picture', file: 'p1', caption: plain(`${line}\n${line}`) })).toEqual([
      { method: 'sendPhoto', params: { chat_id: 'zgr-0f', photo: 'https://thi.vn/tep/p1', caption: line } },
      { method: 'sendMessage', params: { chat_id: 'zgr-0f', text: line } },
    ]);
  });
});

describe('what Zalo has no message for', () => {
  test('a document is the address where it can be fetched', () => {
    const caption: Styled = {
      text: 'Biên bản chấm thi',
      styles: [{ start: 0, length: 8, style: 'bold' }],
    };
    expect(say({ kind: 'document', file: 'd1', name: 'Biên bản <1>.pdf', caption })).toEqual([
      {
        method: 'sendMessage',
        params: {
          chat_id: 'zgr-0f',
          text: 'Biên bản chấm thi\n\n📄 Biên bản <1>.pdf\nBấm vào liên kết để tải về: https://thi.vn/tep/d1',
          text_styles: [{ start: 0, len: 8, st: ['b'] }],
        },
      },
    ]);
  });

  test('a video of another messenger is its caption and its choices', () => {
    const file = { bot: 'telegram:1', fileId: 'f', uniqueId: 'u' } as const;
    const choices = [{ label: 'Chấm bài này', data: 'c' }];
    expect(textsOf(say({ kind: 'video', file, caption: plain('Bài QN-07'), choices }))).toEqual([
      'Bài QN-07\n\n1. Chấm bài này',
    ]);
  });

  test('there are no buttons to take away', () => {
    expect(say({ kind: 'closeChoices', message: '7', chosen: 'Đồng ý' } as Reply)).toEqual([]);
  });
});
