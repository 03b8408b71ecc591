import type { Words } from '../words.js';
import { type FormerJudge, type Judge, linesOf, type Result, tookPart } from './figures.js';
import { type Content, documentOf, heading, note, paragraph, tableOf } from './layout.js';
import { particulars } from './particulars.js';
import {
  columnOf,
  entryOf,
  head,
  howCounted,
  juryName,
  nounOf,
  partsOf,
  signatureOf,
  standing,
} from './parts.js';
import { scoreColumns } from './summary.js';

/** What the jury signs. Whatever nobody told the assistant is left open, to be written in by hand. */
export function minutes(t: Words, result: Result, at: Date): Promise<Uint8Array> {
  const title = t.plain('papers.minutesTitle');
  const { jury } = result;
  return documentOf(
    [
      {
        head: head(t, result, { issuer: juryName(t, result), number: t.plain('papers.numberMinutes'), at }),
        title,
        about: t.plain('papers.minutesAbout', { contest: result.contest.name }),
        body: [
          ...timeAndBasis(t, result),
          ...people(t, result),
          ...scores(t, result, at),
          heading(t.plain('papers.minutesRemarks')),
          paragraph(t.plain('papers.minutesLines')),
          heading(t.plain('papers.minutesConclusion')),
          paragraph(
            t.plain('papers.minutesAgreed', {
              ...{ ranked: result.ranking.places.length, what: nounOf(t, result) },
            }),
          ),
          paragraph(t.plain('papers.minutesEnd'), { keepNext: true }),
        ],
        signatures: [
          signatureOf(t, t.plain('papers.secretary'), jury.secretaries[0] ?? null),
          signatureOf(t, t.plain('papers.minutesPresider'), jury.head),
        ],
      },
    ],
    { title, at },
  );
}

function timeAndBasis(t: Words, { jury, sources }: Result): Content[] {
  const until = t.moment(jury.until);
  return [
    heading(t.plain('papers.minutesTime')),
    paragraph(
      jury.from
        ? t.plain('papers.minutesJudged', { from: t.moment(jury.from), until })
        : t.plain('papers.minutesJudgedUntil', { until }),
    ),
    paragraph(t.plain('papers.minutesMet')),
    heading(t.plain('papers.minutesBasis')),
    paragraph(t.plain('papers.minutesDecision')),
    ...sources.map((source) => paragraph(sourceText(t, source))),
  ];
}

/** `2023-07-12` as people write it; a plan that knows the year or the month alone names no day. */
const dayOf = (date: string): string | null => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  if (year) return `${Number(day)}/${Number(month)}/${year}`;
  return /^\d{4}(-\d\d)?$/.test(date) ? null : date;
};

export function sourceText(t: Words, { title, number, date }: Result['sources'][number]): string {
  const day = date === undefined ? null : dayOf(date);
  if (number && day) return t.plain('papers.minutesNumberedDated', { title, number, day });
  if (number) return t.plain('papers.minutesNumbered', { title, number });
  if (day) return t.plain('papers.minutesDated', { title, day });
  return t.plain('papers.minutesSource', { title });
}

function people(t: Words, result: Result): Content[] {
  const { head: chair, secretaries, left = [] } = result.jury;
  // Whoever left it before the lock was no member any more, whatever he had given.
  const judges = result.jury.judges.filter(({ id }) => left.every((former) => former.id !== id));
  const present = judges.filter((judge) => tookPart(result, judge));
  const absent = judges.filter((judge) => !tookPart(result, judge));
  const names = (some: typeof judges) => some.map(({ name }) => name).join(', ');
  return [
    heading(t.plain('papers.minutesPeople')),
    paragraph(
      t.plain('papers.minutesMembers', {
        total: judges.length,
        present: present.length,
        absent: absent.length,
      }),
    ),
    ...(present.length > 0 ? [paragraph(t.plain('papers.minutesPresent', { names: names(present) }))] : []),
    ...(absent.length > 0 ? [paragraph(t.plain('papers.minutesAbsent', { names: names(absent) }))] : []),
    ...changesOf(t, judges, left).map((text) => paragraph(text)),
    paragraph(t.plain('papers.minutesChair', { name: chair ?? t.plain('papers.blank') })),
    paragraph(
      t.plain('papers.minutesSecretary', { name: secretaries.join(', ') || t.plain('papers.blank') }),
    ),
  ];
}

/** Who left the jury, and who sits there in whose place. */
const changesOf = (t: Words, judges: readonly Judge[], left: readonly FormerJudge[]): string[] => [
  ...left.map(({ name, until, reason }) => {
    const about = { name, until: t.moment(until) };
    return reason === null
      ? t.plain('papers.minutesLeft', about)
      : t.plain('papers.minutesLeftWhy', { ...about, reason });
  }),
  ...judges.flatMap(({ name, instead }) =>
    instead
      ? [t.plain('papers.minutesInstead', { name, of: instead.of, since: t.moment(instead.since) })]
      : [],
  ),
];

function scores(t: Words, result: Result, at: Date): Content[] {
  const lines = linesOf(result);
  const rows = lines.map((line, index) => [
    String(index + 1),
    line.entry.code,
    entryOf(t, line.entry),
    String(line.sheets),
    line.average === null ? '' : t.number(line.average),
    ...partsOf(t, line, result),
  ]);
  return [
    heading(t.plain('papers.minutesScores')),
    tableOf(
      [
        { title: t.plain('papers.columnNumber'), share: 7, align: 'center' },
        { title: t.plain('papers.columnCode'), share: 12, align: 'center' },
        { title: columnOf(t, result), share: 42 },
        { title: t.plain('papers.columnSheets'), share: 11, align: 'center' },
        { title: t.plain('papers.columnAverage'), share: 13, align: 'center' },
        ...scoreColumns(t, result),
      ],
      rows,
    ),
    ...howCounted(t, result).map(note),
    // They are of a meeting, which came before whatever was published.
    ...(result.published ? [] : [note(standing(t, result, at))]),
    ...particulars(t, result, lines).map((text) => paragraph(text)),
  ];
}
