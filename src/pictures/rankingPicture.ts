import {
  BAND,
  begin,
  FAINT,
  fill,
  HEAD_FAINT,
  heightOf,
  INK,
  type Line,
  line,
  MARGIN,
  PAPER,
  WIDTH,
  write,
} from './drawing.js';

/** A ranking as a picture for phones. All that is read on it comes in, as it is to be read. */
export type RankingPicture = {
  headline: string;
  contest: string;
  /** Below the name: by which paper, provisional or not. */
  notes: string[];
  rows: { place: string; name: string; title: string; total: string }[];
  /** What is said where the list goes on. */
  more: string | null;
};

/** The longest list that can still be read on a phone. */
export const MOST_ROWS = 20;

const PLACE_WIDTH = 100;
const TOTAL_WIDTH = 190;
const TEXT_LEFT = MARGIN + PLACE_WIDTH;
const TEXT_WIDTH = WIDTH - MARGIN - TOTAL_WIDTH - TEXT_LEFT;

const MEDALS = ['#c9960c', '#7d8899', '#a5662c'];

/** The bytes of a PNG; the same picture gives the same bytes. */
export async function drawRanking(picture: RankingPicture): Promise<Buffer> {
  const { wrap, headHeight, open } = await begin([
    line(picture.headline, 60, PAPER, true),
    line(picture.contest, 38, PAPER),
    ...picture.notes.map((note) => line(note, 32, HEAD_FAINT)),
  ]);
  const rows = picture.rows.map((row) => ({
    ...row,
    lines: [line(row.name, 42, INK, true), line(row.title, 36, FAINT)].flatMap((each) =>
      wrap(each, TEXT_WIDTH),
    ),
  }));
  const more = picture.more === null ? [] : wrap(line(picture.more, 34, FAINT), WIDTH - 2 * MARGIN);
  const rowsHeight = rows.reduce((sum, { lines }) => sum + rowHeight(lines), 0);
  const moreHeight = more.length > 0 ? heightOf(more) + MARGIN : 0;
  const { canvas, context } = open(rowsHeight + moreHeight + MARGIN / 2);

  let top = headHeight;
  for (const [index, { lines, place, total }] of rows.entries()) {
    const height = rowHeight(lines);
    if (index % 2 === 1) fill(context, BAND, top, height);
    const middle = top + height / 2;
    const medal = MEDALS[Number(place) - 1];
    write(context, [line(place, 56, medal ?? INK, true)], MARGIN, middle - 40);
    write(context, lines, TEXT_LEFT, top + ROW_PADDING);
    context.textAlign = 'right';
    write(context, [line(total, 48, INK, true)], WIDTH - MARGIN, middle - 34);
    context.textAlign = 'left';
    top += height;
  }
  write(context, more, MARGIN, top + MARGIN / 2);
  return canvas.encode('png');
}

const ROW_PADDING = 26;
const rowHeight = (lines: Line[]): number => heightOf(lines) + 2 * ROW_PADDING;
