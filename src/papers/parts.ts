import { DateTime } from 'luxon';
import type { Words } from '../words.js';
import {
  type Entry,
  hasVotes,
  type Line,
  type LockFigures,
  type Mark,
  type Result,
  type Sheet,
  type Signed,
} from './figures.js';
import type { Head, Signature } from './layout.js';

/* What several papers have in common. */

/** The day and the number are written in by hand, with the signature. */
export const head = (
  t: Words,
  { agency }: Pick<Result, 'agency'>,
  { issuer, number, at }: { issuer: string; number: string; at: Date },
): Head => ({
  above: agency,
  issuer,
  number,
  nation: t.plain('papers.nation'),
  motto: t.plain('papers.motto'),
  placeAndDay: t.plain('papers.placeAndDay', {
    year: String(DateTime.fromJSDate(at, { zone: 'Asia/Ho_Chi_Minh' }).year),
  }),
});

export const committeeName = (t: Words, { committee }: Result): string =>
  committee ?? t.plain('papers.committee');

export const juryName = (t: Words, { jury }: Pick<Signed, 'jury'>): string =>
  jury.name ?? t.plain('papers.jury');

/** Who isn't known signs with his own hand. */
export const signatureOf = (t: Words, title: string, name: string | null): Signature => ({
  title,
  how: t.plain('papers.signName'),
  name: name ?? '',
});

/** Who comes on a stage is called as his team. */
export const entryOf = (t: Words, { title, team, unit }: Entry): string =>
  title === team
    ? t.plain('papers.teamOf', { team, unit })
    : t.plain('papers.entryOf', { title, team, unit });

/** What is judged is called so inside a sentence: `bài`, or who comes on a stage `đội`. */
export const nounOf = (t: Words, { isOnStage }: Pick<Result, 'isOnStage'>): string =>
  t.plain(isOnStage ? 'papers.nounTeam' : 'papers.nounEntry');

/** The title of the column in which it is named. */
export const columnOf = (t: Words, { isOnStage }: Pick<Result, 'isOnStage'>): string =>
  t.plain(isOnStage ? 'papers.columnEntryOnStage' : 'papers.columnEntry');

export const incompleteOf = (t: Words, missing: readonly string[]): string =>
  t.plain('papers.incomplete', { parts: missing.join(', ') });

/** Why a sheet with points doesn't count; `null`: nothing keeps it from counting. */
export function whyLeftOut(t: Words, { missing, leftOut }: Sheet): string | null {
  if (missing) return incompleteOf(t, missing);
  if (!leftOut) return null;
  const why = t.plain(`uncounted.${leftOut.why}`);
  return leftOut.reason === null ? why : t.plain('papers.becauseOf', { why, reason: leftOut.reason });
}

/** The same where it stands by itself. */
export function notCounted(t: Words, sheet: Sheet): string | null {
  const why = whyLeftOut(t, sheet);
  return why !== null && sheet.leftOut ? t.plain('papers.notCounted', { why }) : why;
}

export function markOf(t: Words, mark: Mark): string {
  switch (mark.kind) {
    case 'sum':
      return mark.counts ? t.number(mark.sum) : t.plain('papers.leftOut', { sum: t.number(mark.sum) });
    case 'incomplete':
      return incompleteOf(t, mark.missing);
    case 'abstained':
      return t.plain('papers.abstained');
    case 'none':
      return '–';
  }
}

/** Whether it is what was published, or what would be. */
export const standing = (t: Words, { published }: Result, at: Date): string =>
  published
    ? t.plain('papers.published', { version: published.version, at: t.moment(published.at) })
    : t.plain('papers.draft', { at: t.moment(at) });

/** How the figures came about, sentence by sentence. */
export function howCounted(t: Words, result: Result): string[] {
  const { jury, audience, precision, scale, lock, accounts } = result;
  const aggregate = {
    mean: t.plain('papers.howMean', { precision }),
    median: t.plain('papers.howMedian', { precision }),
    trimmed: t.plain('papers.howTrimmed', { precision }),
  }[jury.aggregate];
  const isAdjusted = [...accounts.values()].some((account) => account.isAdjusted);
  return [
    aggregate,
    ...(isAdjusted ? [t.plain('papers.howAdjusted')] : []),
    t.plain('papers.howJury', { weight: t.number(jury.weight), scale: t.number(scale) }),
    audience ? t.plain('papers.howTotal') : t.plain('papers.howTotalJury'),
    ...(audience ? [howFrozen(t, result, audience.freezeAt)] : []),
    ...(audience && hasVotes(result)
      ? [t.plain('papers.howVotes', { at: t.moment(audience.freezeAt) })]
      : []),
    ...(lock ? [lockOf(t, lock)] : []),
  ];
}

/** Whose numbers weren't just read is named. */
function howFrozen(t: Words, { rulings = [], ...result }: Result, freezeAt: Date): string {
  const at = t.moment(freezeAt);
  if (rulings.length === 0) return t.plain('papers.howFreeze', { at });
  const codes = [...new Set(rulings.map(({ entry }) => entry))].sort().join(', ');
  return t.plain('papers.howFreezeRuled', { at, codes, what: nounOf(t, result) });
}

/** A refusal lies among the sheets, and is none with points. */
function lockOf(t: Words, { number, count, refused, checksum, at }: LockFigures): string {
  const about = { number, count: count - refused, checksum, at: t.moment(at) };
  return refused === 0 ? t.plain('papers.lock', about) : t.plain('papers.lockRefused', { ...about, refused });
}

/** What was ruled about engagement, sentence by sentence. */
export const rulingsOf = (t: Words, { rulings = [], ...result }: Result): string[] =>
  rulings.map(({ entry, what: ruled, at, document, reason }) =>
    t.plain('papers.minutesRuled', {
      ...{ entry, ruled, document, reason },
      ...{ at: t.moment(at), what: nounOf(t, result) },
    }),
  );

/** The part that a line has in the published table, or nothing. */
export const partsOf = (t: Words, { place, entry }: Line, { audience, ranking }: Result): string[] => [
  place ? t.number(place.jury) : '',
  ...(audience ? [place ? t.number(place.audience) : ''] : []),
  place ? t.number(place.total) : '',
  place ? String(place.place) : unrankedOf(t, ranking, entry.code),
];

export const unrankedOf = (t: Words, { unranked }: Result['ranking'], code: string): string =>
  unranked.some((each) => each.code === code && each.reason === 'absent')
    ? t.plain('papers.notThere')
    : t.plain('papers.notRanked');
