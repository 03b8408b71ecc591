import type { Styled } from '../chat.js';
import { quorumOf } from '../domain/decisions.js';
import type { LockedSheet, Seal } from '../domain/locks.js';
import type { Ranking } from '../domain/ranking.js';
import { type Seat, selectionQuorum } from '../domain/selection.js';
import type { Lock, Sheet, StoredEntry } from '../store/documents.js';
import type { Work } from '../turn.js';
import { stack, type Words } from '../words.js';
import { viewsAt } from './assignments.js';
import type { Contest } from './contest.js';
import { sheetsThere, underPeopleNow } from './lockSheets.js';
import { judgeProgress } from './recordScore.js';
import { namesHeld } from './roles.js';
import { finalSeat, judgesAt } from './seats.js';

/** Entries that can't be ranked, by how many sheets count for them. Nothing of any points follows from it. */
export type Short = { quorum: number; lines: { count: number; codes: string[] }[] };

const quorumAt = ({ plan }: Contest, { round }: Seat): number | null =>
  round === null ? quorumOf(plan) : selectionQuorum(plan);

/** Which of these entries have fewer counted sheets than the quorum; `null`: none, or nobody has said how many it takes. */
export function shortAmong(
  contest: Contest,
  seat: Seat,
  codes: readonly string[],
  sheets: readonly Pick<LockedSheet, 'entry' | 'uncounted'>[],
): Short | null {
  const quorum = quorumAt(contest, seat);
  if (quorum === null) return null;
  const byCount = new Map<number, string[]>();
  for (const code of codes) {
    const count = sheets.filter(({ entry, uncounted }) => entry === code && uncounted === null).length;
    if (count < quorum) byCount.set(count, [...(byCount.get(count) ?? []), code]);
  }
  if (byCount.size === 0) return null;
  const lines = [...byCount].map(([count, short]) => ({ count, codes: short.sort() }));
  return { quorum, lines: lines.sort((one, other) => one.count - other.count) };
}

export const describeShort = (t: Words, { quorum, lines }: Short): Styled =>
  stack(
    lines.map(({ count, codes: short }) => {
      const codes = short.join(', ');
      return count === 0 ? t('lock.shortNone', { codes, quorum }) : t('lock.short', { codes, count, quorum });
    }),
    '\n',
  );

/**
 * How many sheets may still count for an entry, given and to come, without this one; `null`: enough, or another judge
 * is given the entry instead.
 */
export async function shortWithout(
  work: Work,
  contest: Contest,
  seat: Seat,
  { code, sheet }: Pick<StoredEntry, 'code'> & { sheet: string },
): Promise<{ count: number; quorum: number } | null> {
  const quorum = quorumAt(contest, seat);
  if (quorum === null || viewsAt(contest, seat) !== null) return null;
  // What comes in part by part is whole when its last part is.
  const given = (await sheetsThere(work, contest, seat)).filter(
    ({ _id, entry, uncounted }) =>
      entry === code && (uncounted === null || uncounted === 'incomplete') && _id !== sheet,
  );
  let count = given.length;
  for (const { person } of await judgesAt(work, contest, seat)) {
    const { entries, scored } = await judgeProgress(work, contest, { judge: person, seat });
    if (!scored.has(code) && entries.some((entry) => entry.code === code)) count += 1;
  }
  return count < quorum ? { count, quorum } : null;
}

/**
 * What a ranking doesn't show by itself: which entries lack sheets, and which sheets were set aside, by whom and why.
 * `null`: nothing of the kind. `lock`: what it was ranked from.
 */
export async function describeMissing(
  work: Work,
  contest: Contest,
  { lock: seal, ranking }: { lock?: Seal | null | undefined; ranking: Pick<Ranking, 'unranked'> },
): Promise<Styled | null> {
  if (!seal) return null;
  const { t, store } = work;
  const seat = finalSeat(contest);
  const lock = await store.locks.findOne({ contest: contest.id, ...seat, number: seal.number }).lean<Lock>();
  if (!lock) return null;
  const sheets = await underPeopleNow(work, lock.sheets);
  const codes = ranking.unranked.flatMap(({ code, reason }) => (reason === 'belowQuorum' ? code : []));
  const short = shortAmong(contest, seat, codes, sheets);
  const out = sheets.filter(({ uncounted }) => uncounted === 'setAside');
  const given = await store.sheets
    .find({ _id: { $in: out.map(({ _id }) => _id) } }, { asides: 1 })
    .lean<Pick<Sheet, '_id' | 'asides'>[]>();
  const asides = out.flatMap(({ _id, judge, entry }) => {
    const all = given.find((sheet) => sheet._id === _id)?.asides ?? [];
    const aside = all.findLast(({ kind, at }) => kind === 'aside' && at <= lock.at);
    return aside ? [{ judge, entry, ...aside }] : [];
  });
  if (!short && asides.length === 0) return null;
  const names = await namesHeld(
    work,
    contest,
    asides.flatMap(({ judge, by }) => [judge, by]),
  );
  const lines = asides.map(({ judge, entry, by, at, reason }) =>
    t('lock.aside', {
      code: entry,
      judge: names.get(judge) ?? judge,
      by: names.get(by) ?? by,
      at: t.moment(at),
      reason,
    }),
  );
  return stack([
    short && describeShort(t, short),
    lines.length > 0 && stack([t('lock.asides', { count: lines.length }), ...lines], '\n'),
  ]);
}
