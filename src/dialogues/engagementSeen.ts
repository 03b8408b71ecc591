import type { Contest } from '../actions/contest.js';
import { newestEngagement, withoutEngagement } from '../actions/engagement.js';
import { sourceWords } from '../actions/engagementSource.js';
import { entryName, exampleCode } from '../actions/entries.js';
import type { Styled } from '../chat.js';
import { freezeInstant } from '../domain/decisions.js';
import { isNewer, lastHourBefore, standingOf } from '../domain/engagement.js';
import type { Snapshot, StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';

/** What counts for each entry now: when it was read, from where, with what proof; and what is missing. */
export async function showEngagement(turn: Turn, contest: Contest): Promise<void> {
  const { t, now } = turn;
  const [{ entries, counted, missing }, newest] = await Promise.all([
    withoutEngagement(turn, contest),
    newestEngagement(turn, contest),
  ]);
  const freeze = freezeInstant(contest.plan);
  const isFrozen = freeze !== null && freeze < now;
  const example = `/tuongtac ${await exampleCode(turn, contest)} 310 120`;
  const about = { contest: contest.plan.shortName, at: freeze ? t.moment(freeze) : '' };
  turn.say(
    stack([
      freeze === null
        ? t('engagement.seenTitle', { contest: about.contest })
        : t(isFrozen ? 'engagement.seenTitleFrozen' : 'engagement.seenTitleFreezes', about),
      entries.length === 0 && t('engagement.seenNone'),
      missing.length > 0 &&
        t('engagement.seenMissing', {
          count: missing.length,
          codes: missing.map(({ code }) => code).join(', '),
        }),
      stack(
        entries.flatMap((entry) => lineOf(t, entry, counted.get(entry.code), newest.get(entry.code), freeze)),
        '\n',
      ),
      t('engagement.seenHow', { example }),
    ]),
  );
}

function lineOf(
  t: Words,
  entry: StoredEntry,
  counts: Snapshot | undefined,
  newest: Snapshot | undefined,
  freeze: Date | null,
): Styled[] {
  const isOther = newest && (!counts || isNewer(newest, counts));
  if (!counts && !isOther) return [];
  return [
    stack(
      [
        `• ${entryName(entry)}:`,
        counts ? numbersOf(t, counts) : t('engagement.seenNothing'),
        counts && sourceOf(t, counts, freeze),
        isOther && notCounted(t, newest, freeze, counts),
      ],
      ' ',
    ),
  ];
}

const numbersOf = (t: Words, { likes, shares, at }: Snapshot): Styled =>
  t('engagement.seenNumbers', { likes: t.number(likes), shares: t.number(shares), at: t.moment(at) });

/** "(ghi tay, có ảnh chụp)", "(từ bảng, chưa có minh chứng, nhập sau khi chốt)". */
function sourceOf(t: Words, snapshot: Snapshot, freeze: Date | null): string {
  const words = [
    ...sourceWords(t, snapshot),
    standingOf(snapshot, freeze) === 'late' ? t.plain('engagement.enteredLate') : null,
  ];
  return `(${words.filter(Boolean).join(', ')}).`;
}

function notCounted(t: Words, newest: Snapshot, freeze: Date | null, counts: Snapshot | undefined): Styled {
  const about = { likes: t.number(newest.likes), shares: t.number(newest.shares), at: t.moment(newest.at) };
  const isReadAtLast = freeze !== null && counts !== undefined && counts.at > lastHourBefore(freeze);
  switch (standingOf(newest, freeze, isReadAtLast && standingOf(counts, freeze) === 'counts')) {
    case 'needsProof':
      return t('engagement.seenUnproven', about);
    case 'outweighed':
      return t('engagement.seenOutweighed', about);
    default:
      return t('engagement.seenTooLate', about);
  }
}
