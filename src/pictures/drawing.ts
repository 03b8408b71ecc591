import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { SKRSContext2D } from '@napi-rs/canvas';

/** What all our pictures are made of: lines of text on bands, as wide as a phone's screen has pixels. */

export const WIDTH = 1080;
export const MARGIN = 56;

export const INK = '#14213d';
export const FAINT = '#5b6478';
export const PAPER = '#ffffff';
export const BAND = '#f2f5fa';
export const HEAD = '#0b3d91';
export const HEAD_FAINT = '#cfdcf5';

/** Be Vietnam Pro, drawn for Vietnamese, under the SIL Open Font License 1.1. */
const FONT = 'Be Vietnam Pro';
const FONT_FILES = ['400Regular/BeVietnamPro_400Regular.ttf', '700Bold/BeVietnamPro_700Bold.ttf'];

export type Line = { text: string; size: number; bold: boolean; colour: string };
export const line = (text: string, size: number, colour: string, bold = false): Line => ({
  text,
  size,
  bold,
  colour,
});

/** Marks above and below the letters need room: two of them stand on one in `Ễ`. */
const lineHeight = ({ size }: Line): number => Math.round(size * 1.4);
export const heightOf = (lines: Line[]): number => lines.reduce((sum, each) => sum + lineHeight(each), 0);

export function fill(context: SKRSContext2D, colour: string, top: number, height: number): void {
  context.fillStyle = colour;
  context.fillRect(0, top, WIDTH, height);
}

export function write(context: SKRSContext2D, lines: Line[], left: number, top: number): void {
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

/** A picture under its heading: how its lines wrap, and, once it is known how high it is below that, its canvas. */
export async function begin(heading: readonly Line[]) {
  const { createCanvas } = await canvasWithFont();
  const measure = createCanvas(1, 1).getContext('2d');
  const head = heading.flatMap((each) => wrapped(measure, each, WIDTH - 2 * MARGIN));
  const headHeight = heightOf(head) + 2 * MARGIN;
  return {
    wrap: (whole: Line, width: number): Line[] => wrapped(measure, whole, width),
    headHeight,
    open: (below: number) => {
      const canvas = createCanvas(WIDTH, headHeight + below);
      const context = canvas.getContext('2d');
      context.textBaseline = 'top';
      fill(context, PAPER, 0, canvas.height);
      fill(context, HEAD, 0, headHeight);
      write(context, head, MARGIN, MARGIN);
      return { canvas, context };
    },
  };
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
