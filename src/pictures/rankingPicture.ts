import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { SKRSContext2D } from '@napi-rs/canvas';

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

/** As wide as a phone's screen has pixels, so that nothing is shown smaller than it was drawn. */
const WIDTH = 1080;
const MARGIN = 56;
const PLACE_WIDTH = 100;
const TOTAL_WIDTH = 190;
const TEXT_LEFT = MARGIN + PLACE_WIDTH;
const TEXT_WIDTH = WIDTH - MARGIN - TOTAL_WIDTH - TEXT_LEFT;

const INK = '#14213d';
const FAINT = '#5b6478';
const PAPER = '#ffffff';
const BAND = '#f2f5fa';
const HEAD = '#0b3d91';
const HEAD_FAINT = '#cfdcf5';
const MEDALS = ['#c9960c', '#7d8899', '#a5662c'];

/** Be Vietnam Pro, drawn for Vietnamese, under the SIL Open Font License 1.1. */
const FONT = 'Be Vietnam Pro';
const FONT_FILES = ['400Regular/BeVietnamPro_400Regular.ttf', '700Bold/BeVietnamPro_700Bold.ttf'];

type Line = { text: string; size: number; bold: boolean; colour: string };
const line = (text: string, size: number, colour: string, bold = false): Line => ({
  text,
  size,
  bold,
  colour,
});

/** The bytes of a PNG; the same picture gives the same bytes. */
export async function drawRanking(picture: RankingPicture): Promise<Buffer> {
  const { createCanvas } = await canvasWithFont();
  const measure = createCanvas(1, 1).getContext('2d');
  const head = [
    line(picture.headline, 60, PAPER, true),
    line(picture.contest, 38, PAPER),
    ...picture.notes.map((note) => line(note, 32, HEAD_FAINT)),
  ].flatMap((each) => wrapped(measure, each, WIDTH - 2 * MARGIN));
  const rows = picture.rows.map((row) => ({
    ...row,
    lines: [line(row.name, 42, INK, true), line(row.title, 36, FAINT)].flatMap((each) =>
      wrapped(measure, each, TEXT_WIDTH),
    ),
  }));
  const more =
    picture.more === null ? [] : wrapped(measure, line(picture.more, 34, FAINT), WIDTH - 2 * MARGIN);

  const headHeight = heightOf(head) + 2 * MARGIN;
  const rowsHeight = rows.reduce((sum, { lines }) => sum + rowHeight(lines), 0);
  const moreHeight = more.length > 0 ? heightOf(more) + MARGIN : 0;
  const canvas = createCanvas(WIDTH, headHeight + rowsHeight + moreHeight + MARGIN / 2);
  const context = canvas.getContext('2d');
  context.textBaseline = 'top';
  fill(context, PAPER, 0, canvas.height);
  fill(context, HEAD, 0, headHeight);
  write(context, head, MARGIN, MARGIN);

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

/** Marks above and below the letters need room: two of them stand on one in `Ễ`. */
const lineHeight = ({ size }: Line): number => Math.round(size * 1.4);
const heightOf = (lines: Line[]): number => lines.reduce((sum, each) => sum + lineHeight(each), 0);

function fill(context: SKRSContext2D, colour: string, top: number, height: number): void {
  context.fillStyle = colour;
  context.fillRect(0, top, WIDTH, height);
}

function write(context: SKRSContext2D, lines: Line[], left: number, top: number): void {
  let y = top;
  for (const each of lines) {
    context.font = fontOf(each);
    context.fillStyle = each.colour;
    context.fillText(each.text, left, y + each.size * 0.1);
    y += lineHeight(each);
  }
}

const fontOf = ({ size, bold }: Line): string => `${bold ? 700 : 400} ${size}px "${FONT}"`;

/** Between words; a word that is wider than the line is cut where it has to be. */
function wrapped(context: SKRSContext2D, whole: Line, width: number): Line[] {
  context.font = fontOf(whole);
  const fits = (text: string) => context.measureText(text).width <= width;
  const lines: string[] = [];
  let current = '';
  for (const word of whole.text
    .normalize('NFC')
    .split(/\s+/)
    .flatMap((each) => cutToFit(each, fits))) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current === '' || fits(longer)) current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current].filter(Boolean).map((text) => ({ ...whole, text }));
}

function cutToFit(word: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && !fits(piece + letter)) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** Loaded when the first picture is drawn: most processes never draw one. */
let loaded: Promise<typeof import('@napi-rs/canvas')> | null = null;

function canvasWithFont(): Promise<typeof import('@napi-rs/canvas')> {
  loaded ??= load().catch((error: unknown) => {
    // What failed once may work the next time.
    loaded = null;
    throw error;
  });
  return loaded;
}

async function load() {
  const canvas = await import('@napi-rs/canvas');
  const { resolve } = createRequire(import.meta.url);
  for (const file of FONT_FILES)
    canvas.GlobalFonts.register(await readFile(resolve(`@expo-google-fonts/be-vietnam-pro/${file}`)), FONT);
  return canvas;
}
