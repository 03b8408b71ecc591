import { describe, expect, test } from '@jest/globals';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { drawSituation, type SituationPicture } from '../../src/pictures/situationPicture.js';

const day = (label: string, entries: number) => ({ label, teams: 9, entries });
const picture = (
  share: number,
  columns: SituationPicture['days']['columns'] = [day('1/9', 3), day('2/9', 5)],
): SituationPicture => ({
  headline: 'Tình hình sáng thứ Hai, 28/8/2023',
  contest: 'Cuộc thi video clip Tổ công nghệ số cộng đồng',
  bars: [{ label: 'Đơn vị đã có bài', value: '6/12', share }],
  days: { title: 'Từng buổi sáng', columns },
  legend: { teams: 'Đội đã đăng ký', entries: 'Bài đã nộp' },
});

/** The colour at a place. */
async function at(bytes: Buffer, x: number, y: number): Promise<number[]> {
  const image = await loadImage(bytes);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return [...context.getImageData(x, y, 1, 1).data];
}

const size = async (bytes: Buffer) => {
  const { width, height } = await loadImage(bytes);
  return { width, height };
};

describe('the picture of a situation', () => {
  test('fills each bar as far as its share', async () => {
    const bytes = await drawSituation(picture(0.5));
    const [full, empty] = [
      [11, 61, 145, 255],
      [242, 245, 250, 255],
    ];
    const without = await size(await drawSituation({ ...picture(0.5), bars: [] }));
    const { height } = await size(bytes);
    // Where the only bar is: its row is what makes the picture taller.
    expect(height - without.height).toBe(118);
    const image = await loadImage(bytes);
    const context = createCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const colours = (x: number) =>
      Array.from({ length: height }, (_, y) => String([...context.getImageData(x, y, 1, 1).data]));
    const [left, right] = [colours(500), colours(600)];
    const bar = left.findIndex((colour, y) => colour === String(full) && right[y] === String(empty));
    expect(bar).toBeGreaterThan(0);
    expect([await at(bytes, 60, bar), await at(bytes, 1000, bar)]).toEqual([full, empty]);
  });

  test('shows mornings beside each other only where there are two', async () => {
    const [one, two] = await Promise.all([
      drawSituation(picture(0.5, [day('1/9', 3)])).then(size),
      drawSituation(picture(0.5)).then(size),
    ]);
    expect(two.height).toBeGreaterThan(one.height + 300);
  });

  test('is the same, byte for byte, when it is drawn again', async () => {
    const drawn = () => drawSituation(picture(1));
    expect((await drawn()).equals(await drawn())).toBe(true);
  });
});
