import type { Words } from '../words.js';
import { linesOf, type Result } from './figures.js';
import { type Column, documentOf, note, tableOf } from './layout.js';
import {
  columnOf,
  entryOf,
  head,
  howCounted,
  juryName,
  markOf,
  partsOf,
  rulingsOf,
  signatureOf,
  standing,
} from './parts.js';

/** All judges' sums beside each other, what they come to, and the places. */
export function summary(t: Words, result: Result, at: Date): Promise<Uint8Array> {
  const { jury, audience } = result;
  const columns: Column[] = [
    { title: t.plain('papers.columnNumber'), share: 7, align: 'center' },
    { title: t.plain('papers.columnCode'), share: 12, align: 'center' },
    { title: columnOf(t, result), share: 40 },
    ...jury.judges.map((_, index) => ({
      title: t.plain('papers.columnJudge', { number: index + 1 }),
      share: 9,
      align: 'center' as const,
    })),
    { title: t.plain('papers.columnSheets'), share: 9, align: 'center' },
    { title: t.plain('papers.columnAverage'), share: 10, align: 'center' },
    ...scoreColumns(t, result),
  ];
  const rows = linesOf(result).map((line, index) => [
    String(index + 1),
    line.entry.code,
    entryOf(t, line.entry),
    ...line.marks.map((mark) => markOf(t, mark)),
    String(line.sheets),
    line.average === null ? '' : t.number(line.average),
    ...partsOf(t, line, result),
  ]);
  const named = jury.judges.map(({ name }, index) =>
    t.plain('papers.summaryJudge', { number: index + 1, name }),
  );
  const title = t.plain('papers.summaryTitle');
  return documentOf(
    [
      {
        wide: true,
        head: head(t, result, { issuer: juryName(t, result), number: '', at }),
        title,
        about: t.plain('papers.summaryAbout', { contest: result.contest.name }),
        body: [
          tableOf(columns, rows, { wide: true }),
          note(t.plain('papers.summaryJudges', { judges: named.join('; ') })),
          ...howCounted(t, result).map(note),
          ...rulingsOf(t, result).map(note),
          ...(audience || jury.judges.length > 0 ? [note(t.plain('papers.howAbstained'))] : []),
          note(standing(t, result, at)),
        ],
        signatures: [
          signatureOf(t, t.plain('papers.secretary'), jury.secretaries[0] ?? null),
          signatureOf(t, t.plain('papers.head'), jury.head),
        ],
      },
    ],
    { title, at },
  );
}

/** The parts, the total and the place. */
export const scoreColumns = (t: Words, { jury, audience }: Result): Column[] => [
  { title: t.plain('papers.columnJury', { weight: t.number(jury.weight) }), share: 11, align: 'center' },
  ...(audience
    ? [
        {
          title: t.plain('papers.columnAudience', { weight: t.number(audience.weight) }),
          share: 11,
          align: 'center' as const,
        },
      ]
    : []),
  { title: t.plain('papers.columnTotal'), share: 10, align: 'center' },
  { title: t.plain('papers.columnPlace'), share: 11, align: 'center' },
];
