import type { Words } from '../words.js';
import type { Line, Reopening, Result, Sheet, StageReopening, Standing } from './figures.js';
import { nounOf, rulingsOf, whyLeftOut } from './parts.js';

/** What the minutes say beside their table, sentence by sentence. */
export const particulars = (t: Words, result: Result, lines: readonly Line[]): string[] => [
  ...(result.stageReopenings ?? []).map((reopening) => openedOnStage(t, reopening)),
  ...(result.reopenings ?? []).flatMap((reopening) => reopened(t, reopening, nounOf(t, result))),
  ...unranked(t, result, lines),
  ...uncounted(t, result),
  ...rulingsOf(t, result),
  ...apart(t, result),
];

/** That the sheets were opened again, by which document and whom, and what came of it. */
function reopened(
  t: Words,
  { number, at, by, document, reason, changes }: Reopening,
  what: string,
): string[] {
  const list = changes.map(({ judge, entry, before, after }) => {
    const about = { judge, entry, what, after: standingOf(t, after) };
    if (!before) return t.plain('papers.minutesSheetNew', about);
    if (isOnlyCounted(before, after)) {
      const same = { judge, entry, what, sum: t.number(after.sum) };
      return after.uncounted === null
        ? t.plain('papers.minutesSheetInNow', same)
        : t.plain('papers.minutesSheetOutNow', same);
    }
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

/** The same points, which count now and didn't, or the other way round. */
const isOnlyCounted = (before: Standing, after: Standing): boolean =>
  before.sum === after.sum &&
  (before.uncounted === null) !== (after.uncounted === null) &&
  ![before.uncounted, after.uncounted].includes('abstained');

const openedOnStage = (t: Words, { at, ...about }: StageReopening): string =>
  t.plain('papers.minutesStageReopened', { ...about, at: t.moment(at) });

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
function uncounted(t: Words, { sheets, jury, isOnStage }: Result): string[] {
  const what = nounOf(t, { isOnStage });
  const ofEach = (said: (sheet: Sheet, judge: string) => string | null) =>
    jury.judges.flatMap(({ id, name }) =>
      sheets.filter(({ judge }) => judge === id).flatMap((sheet) => said(sheet, name) ?? []),
    );
  const leftOut = ofEach((sheet, judge) => {
    const why = whyLeftOut(t, sheet);
    return why === null ? null : t.plain('papers.minutesOfSheet', { judge, what, code: sheet.entry, why });
  });
  const abstained = ofEach(({ points, entry: code, abstained: given }, judge) => {
    if (points !== null) return null;
    return given
      ? t.plain('papers.minutesOfSheet', { judge, what, code, why: reasonOf(t, given) })
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

/** What took equal totals apart, and what was agreed where nothing did. */
function apart(t: Words, { ranking, prizes, isOnStage }: Result): string[] {
  const what = nounOf(t, { isOnStage });
  const decided = ranking.places.filter(({ decidedBy, tied }) => decidedBy !== null && !tied);
  const shared = ranking.places.filter(({ tied }) => tied);
  return [
    ...(decided.length > 0 ? [t.plain('papers.minutesTied', { what, codes: codesOf(decided) })] : []),
    ...ranking.draws.flatMap(({ codes, seed }) =>
      seed === undefined
        ? []
        : [
            t.plain('papers.minutesDrawn', {
              what,
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
