import type { Words } from '../words.js';
import type { Line, Reopening, Result, Sheet, Standing } from './figures.js';
import { whyLeftOut } from './parts.js';

/** What the minutes say beside their table, sentence by sentence. */
export const particulars = (t: Words, result: Result, lines: readonly Line[]): string[] => [
  ...(result.reopenings ?? []).flatMap((reopening) => reopened(t, reopening)),
  ...unranked(t, result, lines),
  ...uncounted(t, result),
  ...ruled(t, result),
  ...apart(t, result),
];

/** That the sheets were opened again, by which document and whom, and what came of it. */
function reopened(t: Words, { number, at, by, document, reason, changes }: Reopening): string[] {
  const list = changes.map(({ judge, entry, before, after }) => {
    const about = { judge, entry, after: standingOf(t, after) };
    if (!before) return t.plain('papers.minutesSheetNew', about);
    const was = standingOf(t, before);
    return was === about.after
      ? t.plain('papers.minutesSheetSame', about)
      : t.plain('papers.minutesSheetChanged', { ...about, before: was });
  });
  return [
    t.plain('papers.minutesReopened', { number, at: t.moment(at), by, document, reason }),
    list.length > 0
      ? t.plain('papers.minutesReopenedChanges', { number, next: number + 1, list: list.join('; ') })
      : t.plain('papers.minutesReopenedNothing', { next: number + 1 }),
  ];
}

function standingOf(t: Words, { sum, uncounted: why }: Standing): string {
  if (why === 'abstained') return t.plain('papers.abstained');
  return why === null ? t.number(sum) : t.plain('papers.minutesSheetOut', { sum: t.number(sum) });
}

function unranked(t: Words, { jury: { quorum }, ranking }: Result, lines: readonly Line[]): string[] {
  const absent = ranking.unranked.filter(({ reason }) => reason === 'absent');
  const others = lines
    .filter(({ place }) => place === null)
    .map(({ entry }) => entry)
    .filter(({ code }) => absent.every((each) => each.code !== code));
  return [
    ...(others.length > 0 ? [t.plain('papers.minutesUnranked', { quorum, codes: codesOf(others) })] : []),
    ...(absent.length > 0 ? [t.plain('papers.minutesMissing', { codes: codesOf(absent) })] : []),
  ];
}

/** Whose sheets don't count, and who didn't score what, each with the reason. */
function uncounted(t: Words, { sheets, jury }: Result): string[] {
  const ofEach = (said: (sheet: Sheet, judge: string) => string | null) =>
    jury.judges.flatMap(({ id, name }) =>
      sheets.filter(({ judge }) => judge === id).flatMap((sheet) => said(sheet, name) ?? []),
    );
  const leftOut = ofEach((sheet, judge) => {
    const why = whyLeftOut(t, sheet);
    return why === null ? null : t.plain('papers.minutesOfSheet', { judge, code: sheet.entry, why });
  });
  const abstained = ofEach(({ points, entry: code, abstained: given }, judge) => {
    if (points !== null) return null;
    return given
      ? t.plain('papers.minutesOfSheet', { judge, code, why: reasonOf(t, given) })
      : t.plain('papers.minutesAbstention', { judge, codes: code });
  });
  return [
    ...(leftOut.length > 0 ? [t.plain('papers.minutesLeftOut', { list: leftOut.join('; ') })] : []),
    ...(abstained.length > 0 ? [t.plain('papers.minutesAbstentions', { list: abstained.join('; ') })] : []),
  ];
}

function reasonOf(t: Words, { reason, words }: NonNullable<Sheet['abstained']>): string {
  const why = t.plain(`abstain.${reason}`);
  return words === null ? why : t.plain('papers.becauseOf', { why, reason: words });
}

const ruled = (t: Words, { rulings = [] }: Result): string[] =>
  rulings.map(({ at, ...about }) => t.plain('papers.minutesRuled', { ...about, at: t.moment(at) }));

/** What took equal totals apart, and what was agreed where nothing did. */
function apart(t: Words, { ranking, prizes }: Result): string[] {
  const decided = ranking.places.filter(({ decidedBy, tied }) => decidedBy !== null && !tied);
  const shared = ranking.places.filter(({ tied }) => tied);
  return [
    ...(decided.length > 0 ? [t.plain('papers.minutesTied', { codes: codesOf(decided) })] : []),
    ...ranking.draws.flatMap(({ codes, seed }) =>
      seed === undefined
        ? []
        : [
            t.plain('papers.minutesDrawn', {
              codes: [...codes].sort().join(', '),
              order: codes.join(', '),
              seed,
            }),
          ],
    ),
    ...(prizes.agreed ?? []).map(({ prizes: titles, codes, prize, reason }) => {
      const about = { prizes: titles.join(', '), codes: codes.join(', '), reason };
      return prize === null
        ? t.plain('result.prizeAgreedNone', about)
        : t.plain('result.prizeAgreed', { ...about, prize });
    }),
    ...(shared.length > 0 ? [t.plain('papers.minutesShared', { codes: codesOf(shared) })] : []),
  ];
}

const codesOf = (some: readonly { code: string }[]): string => some.map(({ code }) => code).join(', ');
