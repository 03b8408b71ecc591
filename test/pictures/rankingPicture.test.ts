import { describe, expect, test } from '@jest/globals';
import { loadImage } from '@napi-rs/canvas';
import { drawRanking, MOST_ROWS, type RankingPicture } from '../../src/pictures/rankingPicture.js';

const row = (place: number, title = '«Chợ quê»') => ({
  place: String(place),
  name: 'Xã Hành Thuận',
  title,
  total: '79,35',
});

const picture = (rows: RankingPicture['rows'], more: string | null = null): RankingPicture => ({
  headline: 'KẾT QUẢ',
  contest: 'Cuộc thi video clip Tổ công nghệ số cộng đồng',
  notes: ['Văn bản số 15/QĐ-BTC ngày 20/10/2026'],
  rows,
  more,
});

const sizeOf = async (bytes: Buffer) => {
  const { width, height } = await loadImage(bytes);
  return { width, height };
};

describe('the picture of a ranking', () => {
  test('is as wide as a phone, and grows with its rows', async () => {
    const [one, two] = await Promise.all([
      drawRanking(picture([row(1)])).then(sizeOf),
      drawRanking(picture([row(1), row(2)])).then(sizeOf),
    ]);
    expect([one.width, two.width]).toEqual([1080, 1080]);
    expect(two.height).toBeGreaterThan(one.height);
  });

  test('wraps what is longer than a line, also where there is no blank', async () => {
    const short = await drawRanking(picture([row(1)])).then(sizeOf);
    for (const title of [`«${'một câu chuyện dài '.repeat(6)}»`, `«${'dài'.repeat(30)}»`])
      expect((await drawRanking(picture([row(1, title)])).then(sizeOf)).height).toBeGreaterThan(short.height);
  });

  test('has letters of its own for every Vietnamese vowel', async () => {
    const drawn = await Promise.all(
      ['«ẤẦẨẪẬ ắằẳẵặ ếềểễệ»', '«AAAAA aaaaa eeeee»'].map((title) => drawRanking(picture([row(1, title)]))),
    );
    // A font without them would draw boxes, each the same.
    const boxes = await drawRanking(picture([row(1, '«\u{10FFFD}\u{10FFFD}\u{10FFFD}»')]));
    expect(new Set([...drawn, boxes].map((bytes) => bytes.toString('base64'))).size).toBe(3);
  });

  test('is the same, byte for byte, when it is drawn again', async () => {
    const rows = Array.from({ length: MOST_ROWS }, (_, index) => row(index + 1));
    const drawn = () => drawRanking(picture(rows, '… và 76 bài khác'));
    expect((await drawn()).equals(await drawn())).toBe(true);
  });
});
