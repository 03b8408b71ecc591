import type { SKRSContext2D } from '@napi-rs/canvas';
import {
  BAND,
  begin,
  FAINT,
  fill,
  HEAD,
  HEAD_FAINT,
  heightOf,
  INK,
  line,
  MARGIN,
  PAPER,
  WIDTH,
  write,
} from './drawing.js';

/** Where a contest stands, as a picture for phones. All that is read on it comes in, as it is to be read. */
export type SituationPicture = {
  headline: string;
  contest: string;
  /** How far each thing is; `share`: 0 to 1, of the whole bar. */
  bars: { label: string; value: string; share: number }[];
  /** What was there on one morning after the other, the newest last; fewer than two are not drawn. */
  days: { title: string; columns: { label: string; teams: number; entries: number }[] };
  legend: { teams: string; entries: string };
};

const TEAMS = '#9db4dd';
const ENTRIES = HEAD;
const BAR_HEIGHT = 26;
const BAR_ROW = 118;
const CHART_HEIGHT = 300;
const TEXT = WIDTH - 2 * MARGIN;

/** The bytes of a PNG; the same picture gives the same bytes. */
export async function drawSituation(picture: SituationPicture): Promise<Buffer> {
  const { wrap, headHeight, open } = await begin([
    line(picture.headline, 56, PAPER, true),
    line(picture.contest, 36, HEAD_FAINT),
  ]);
  const barsHeight = picture.bars.length * BAR_ROW + MARGIN;
  const hasChart = picture.days.columns.length > 1;
  const title = wrap(line(picture.days.title, 36, INK, true), TEXT);
  const chartHeight = hasChart ? heightOf(title) + CHART_HEIGHT + 3 * MARGIN : 0;
  const { canvas, context } = open(barsHeight + chartHeight);
  for (const [index, bar] of picture.bars.entries())
    drawBar(context, bar, headHeight + MARGIN / 2 + index * BAR_ROW);
  if (hasChart) {
    const top = headHeight + barsHeight;
    fill(context, BAND, top, chartHeight);
    write(context, title, MARGIN, top + MARGIN / 2);
    drawColumns(context, picture, top + MARGIN + heightOf(title));
  }
  return canvas.encode('png');
}

function drawBar(
  context: SKRSContext2D,
  { label, value, share }: SituationPicture['bars'][number],
  top: number,
): void {
  write(context, [line(label, 36, INK)], MARGIN, top);
  context.textAlign = 'right';
  write(context, [line(value, 38, INK, true)], WIDTH - MARGIN, top);
  context.textAlign = 'left';
  context.fillStyle = BAND;
  context.fillRect(MARGIN, top + 58, TEXT, BAR_HEIGHT);
  context.fillStyle = HEAD;
  context.fillRect(MARGIN, top + 58, Math.round(TEXT * Math.min(1, Math.max(0, share))), BAR_HEIGHT);
}

/** Two columns for each morning, from the same ground and to the same scale. */
function drawColumns(context: SKRSContext2D, { days, legend }: SituationPicture, top: number): void {
  const { columns } = days;
  const most = Math.max(1, ...columns.flatMap(({ teams, entries }) => [teams, entries]));
  const room = CHART_HEIGHT - 70;
  const ground = top + 40 + room;
  const width = TEXT / columns.length;
  const each = Math.min(48, width * 0.36);
  for (const [index, { label, teams, entries }] of columns.entries()) {
    const middle = MARGIN + width * (index + 0.5);
    const values = [
      { value: teams, colour: TEAMS, left: middle - each },
      { value: entries, colour: ENTRIES, left: middle },
    ];
    context.textAlign = 'center';
    for (const { value, colour, left } of values) {
      const height = Math.round((room * value) / most);
      context.fillStyle = colour;
      context.fillRect(left, ground - height, each - 2, height);
      write(context, [line(String(value), 24, FAINT)], left + each / 2, ground - height - 36);
    }
    write(context, [line(label, 26, FAINT)], middle, ground + 10);
    context.textAlign = 'left';
  }
  drawLegend(context, legend, ground + 64);
}

function drawLegend(
  context: SKRSContext2D,
  { teams, entries }: SituationPicture['legend'],
  top: number,
): void {
  let left = MARGIN;
  for (const { text, colour } of [
    { text: teams, colour: TEAMS },
    { text: entries, colour: ENTRIES },
  ]) {
    context.fillStyle = colour;
    context.fillRect(left, top + 8, 28, 28);
    write(context, [line(text, 30, INK)], left + 42, top);
    left += 42 + context.measureText(text).width + 48;
  }
}
