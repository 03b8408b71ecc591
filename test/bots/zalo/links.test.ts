import { describe, expect, test } from '@jest/globals';
import { linksAnywhere, linksIn } from '../../../src/bots/zalo/links.js';

describe('links', () => {
  test.each([
    ['Bài: https://youtu.be/xyz?t=1.', ['https://youtu.be/xyz?t=1']],
    [
      '(https://youtu.be/xyz), “https://drive.google.com/d/1/view”',
      ['https://youtu.be/xyz', 'https://drive.google.com/d/1/view'],
    ],
    ['https://vi.wikipedia.org/wiki/An_(họ)', ['https://vi.wikipedia.org/wiki/An_(họ)']],
    ['HTTP://A.VN HTTP://A.VN', ['HTTP://A.VN']],
    ['không có gì', []],
  ])('in %j are %j', (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });

  test('are found at any depth, once each, with pictures last', () => {
    const payload = {
      thumb: 'https://i.vn/t.jpg',
      list: [{ href: 'https://a.vn/1', thumbs: ['https://i.vn/u.jpg'] }, 'xem https://a.vn/2 nhé', 7, null],
      again: 'https://a.vn/1',
    };
    expect(linksAnywhere(payload)).toEqual([
      'https://a.vn/1',
      'https://a.vn/2',
      'https://i.vn/t.jpg',
      'https://i.vn/u.jpg',
    ]);
  });
});
