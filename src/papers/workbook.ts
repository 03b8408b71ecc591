import writeXlsxFile from 'write-excel-file/node';
import { Decimal, type DecimalText } from '../domain/decimals.js';
import { type SheetPoints, sheetSum } from '../domain/scoring.js';
import type { Words } from '../words.js';
import { hasVotes, type Line, linesOf, type Reading, type Result } from './figures.js';
import { markOf, notCounted, unrankedOf, whyLeftOut } from './parts.js';
import { reproducible } from './reproducible.js';

/** A cell: a text stays a text whatever it begins with, a number is a number that can be reckoned with. */
type Value = string | number | null;

type Tab = { name: string; titles: string[]; widths: number[]; rows: Value[][] };

/** All figures of a result in one workbook. */
export async function workbook(t: Words, result: Result, at: Date): Promise<Uint8Array> {
  const tabs = [ranking(t, result), sheets(t, result), engagement(t, result), entries(t, result)];
  const file = await writeXlsxFile(
    tabs.map(({ name, titles, widths, rows }) => {
      const wide = widths.map((width, column) => Math.max(width, wordIn(titles[column] ?? '')));
      return {
        sheet: name,
        stickyRowsCount: 1,
        ...(isWide(widths) && { orientation: 'landscape' as const }),
        columns: wide.map((width) => ({ width })),
        data: [
          titles.map((value) => ({ ...titleCell, value, height: heightOf(titles, wide) })),
          ...rows.map((row) => row.map(cell)),
        ],
      };
    }),
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBuffer();
  return reproducible(file, at, (name, xml) =>
    name.startsWith('xl/worksheets/sheet') ? onePageWide(xml) : xml,
  );
}

const titleCell = {
  type: String,
  fontWeight: 'bold' as const,
  textWrap: true,
  alignVertical: 'top' as const,
};

/** Bold letters are wider than those that a column's width is counted in. */
const BOLD = 1.25;

/** How wide a column has to be for the longest word of its title. */
const wordIn = (title: string): number =>
  Math.ceil(Math.max(...title.split(' ').map(({ length }) => length)) * BOLD) + 1;

const LINE_POINTS = 17;

/** Not every program makes room for titles by itself. */
function heightOf(titles: readonly string[], widths: readonly number[]): number {
  const lines = titles.map((title, column) => {
    let [count, taken] = [1, 0];
    for (const word of title.split(' ')) {
      const room = word.length * BOLD;
      if (taken > 0 && taken + room > (widths[column] ?? 0) - 1) [count, taken] = [count + 1, 0];
      taken += room + 1;
    }
    return count;
  });
  return Math.max(...lines) * LINE_POINTS;
}

/** In characters: more of them can't be read on an upright A4. */
const MOST_UPRIGHT = 95;

const isWide = (widths: readonly number[]): boolean =>
  widths.reduce((sum, width) => sum + width, 0) > MOST_UPRIGHT;

/** Printed, no column goes to a page of its own. The library knows how a page lies, and not what it has to hold. */
function onePageWide(xml: string): string {
  const fitted = xml.includes('<pageSetup ')
    ? xml.replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')
    : xml.replace('</worksheet>', '<pageSetup fitToWidth="1" fitToHeight="0" paperSize="9"/></worksheet>');
  return fitted.replace(/<worksheet\b[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
}

const cell = (value: Value) => {
  if (value === null) return null;
  // What holds a break would be shown in one line.
  return typeof value === 'number'
    ? { value, type: Number }
    : { value, type: String, textWrap: true, alignVertical: 'top' as const };
};

/** As a number, unless it has more digits than a workbook's numbers hold. */
const points = (text: DecimalText): Value => (new Decimal(Number(text)).equals(text) ? Number(text) : text);

function ranking(t: Words, result: Result): Tab {
  const { jury, audience, isOnStage } = result;
  return {
    name: t.plain('papers.tabRanking'),
    titles: [
      t.plain('papers.columnPlace'),
      t.plain('papers.columnCode'),
      ...(isOnStage ? [] : [t.plain('papers.columnTitle')]),
      t.plain('papers.columnTeam'),
      t.plain('papers.columnUnit'),
      ...jury.judges.map(({ name }) => name),
      t.plain('papers.columnSheets'),
      t.plain('papers.columnAverage'),
      t.plain('papers.columnJury', { weight: t.number(jury.weight) }),
      ...(audience ? [t.plain('papers.columnAudience', { weight: t.number(audience.weight) })] : []),
      t.plain('papers.columnTotal'),
      t.plain('papers.columnState'),
    ],
    widths: [
      ...[8, 10, ...(isOnStage ? [] : [36]), 26, 34, ...jury.judges.map(() => 12)],
      ...[10, 12, 14, ...(audience ? [14] : []), 10, 50],
    ],
    rows: linesOf(result).map((line) => {
      const { entry, marks, sheets: count, average, place } = line;
      return [
        place ? place.place : null,
        entry.code,
        ...(isOnStage ? [] : [entry.title]),
        entry.team,
        entry.unit,
        ...marks.map((mark) => markIn(t, mark)),
        count,
        average === null ? null : points(average),
        place ? points(place.jury) : null,
        ...(audience ? [place ? points(place.audience) : null] : []),
        place ? points(place.total) : null,
        stateOf(t, result, line),
      ];
    }),
  };
}

/** What doesn't count is no number, or whoever reckons with the column comes to something else than was published. */
function markIn(t: Words, mark: Line['marks'][number]): Value {
  if (mark.kind === 'none') return null;
  return mark.kind === 'sum' && mark.counts ? points(mark.sum) : markOf(t, mark);
}

/** Why an entry has no place, and whose sheets for it don't count. */
function stateOf(t: Words, { jury, sheets: all, accounts, ranking: ranked }: Result, line: Line): Value {
  const { code } = line.entry;
  const account = accounts.get(code);
  const left = jury.judges.flatMap(({ id, name: judge }) => {
    const sheet = all.find((each) => each.entry === code && each.judge === id);
    const why = sheet?.points ? whyLeftOut(t, sheet) : null;
    if (why !== null) return [t.plain('papers.stateSheet', { judge, why })];
    const isDropped = account?.sheets.some((each) => each.judge === id && each.kind === 'dropped');
    if (!isDropped) return [];
    return [
      t.plain(jury.aggregate === 'median' ? 'papers.stateNotInMiddle' : 'papers.stateDropped', { judge }),
    ];
  });
  const said = [
    ...(line.place ? [] : [unrankedOf(t, ranked, code)]),
    ...left,
    ...(account?.isAdjusted ? [t.plain('papers.stateAdjusted')] : []),
  ];
  return said.length > 0 ? said.join('\n') : null;
}

function sheets(t: Words, result: Result): Tab {
  const { jury, criteria, sheets: all, scale, entries: ordered, accounts } = result;
  const counts = (judge: string, entry: string) =>
    accounts.get(entry)?.sheets.some((sheet) => sheet.judge === judge && sheet.kind === 'counted') ?? false;
  const order = new Map(ordered.map(({ code }, index) => [code, index]));
  const byEntry = [...all].sort((a, b) => (order.get(a.entry) ?? 0) - (order.get(b.entry) ?? 0));
  return {
    name: t.plain('papers.tabSheets'),
    titles: [
      t.plain('papers.columnJudgeName'),
      t.plain('papers.columnCode'),
      ...criteria.map(({ label, max }) => t.plain('papers.columnCriterion', { label, max: t.number(max) })),
      t.plain('papers.columnSum', { max: t.number(scale) }),
      t.plain('papers.columnCounts'),
      t.plain('papers.columnRemark'),
    ],
    widths: [26, 10, ...criteria.map(() => 14), 12, 12, 50],
    rows: jury.judges.flatMap(({ id, name }) =>
      byEntry
        .filter(({ judge }) => judge === id)
        .map((sheet) => [
          name,
          sheet.entry,
          ...criteria.map((criterion) => pointsIn(sheet.points, criterion.id)),
          sheet.points
            ? sheet.missing
              ? null
              : points(sheetSum(sheet.points))
            : t.plain('papers.abstained'),
          notCounted(t, sheet) ?? t.plain(counts(id, sheet.entry) ? 'papers.yes' : 'papers.no'),
          sheet.remark,
        ]),
    ),
  };
}

/** Empty where nobody gave any. */
function pointsIn(given: SheetPoints | null, criterion: string): Value {
  const own = given?.[criterion];
  return own === undefined ? null : points(own);
}

function ruledAs(t: Words, { ruling }: Reading): Value {
  if (!ruling) return null;
  const { what: ruled, at, document, reason } = ruling;
  return t.plain('papers.engagementRuled', { at: t.moment(at), document, ruled, reason });
}

function engagement(t: Words, result: Result): Tab {
  const isRuled = result.snapshots.some(({ ruling }) => ruling !== undefined);
  const isVoted = hasVotes(result);
  return {
    name: t.plain('papers.tabEngagement'),
    titles: [
      t.plain('papers.columnCode'),
      t.plain('papers.columnReadAt'),
      t.plain('papers.columnLikes'),
      t.plain('papers.columnShares'),
      ...(isVoted ? [t.plain('papers.columnVotes')] : []),
      t.plain('papers.columnCounts'),
      t.plain('papers.columnSource'),
      ...(isRuled ? [t.plain('papers.columnRuling')] : []),
    ],
    widths: [10, 34, 12, 14, ...(isVoted ? [14] : []), 12, 36, ...(isRuled ? [70] : [])],
    rows: result.snapshots.map((reading) => {
      const { entry, at, likes, shares, votes, counts, from, isRuled: given = false } = reading;
      return [
        entry,
        given ? null : t.moment(at),
        ...(votes === undefined ? [likes, shares] : [null, null]),
        ...(isVoted ? [votes ?? null] : []),
        t.plain(counts ? 'papers.yes' : 'papers.no'),
        from,
        ...(isRuled ? [ruledAs(t, reading)] : []),
      ];
    }),
  };
}

function entries(t: Words, { entries: all, isOnStage }: Result): Tab {
  return {
    name: t.plain(isOnStage ? 'papers.tabEntriesOnStage' : 'papers.tabEntries'),
    titles: [
      t.plain('papers.columnCode'),
      ...(isOnStage ? [] : [t.plain('papers.columnTitle')]),
      t.plain('papers.columnTeam'),
      t.plain('papers.columnUnit'),
      t.plain('papers.columnSubmitted'),
    ],
    widths: [10, ...(isOnStage ? [] : [40]), 30, 36, 34],
    rows: all.map(({ code, title, team, unit, submittedAt }) => [
      code,
      ...(isOnStage ? [] : [title]),
      team,
      unit,
      t.moment(submittedAt),
    ]),
  };
}
