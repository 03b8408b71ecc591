import { type ChatId, platformOf } from '../chat.js';
import type { DigestCounts } from '../domain/digest.js';
import { entryRound } from '../domain/plan.js';
import { drawSituation, type SituationPicture } from '../pictures/situationPicture.js';
import type { Digest } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Words } from '../words.js';
import type { Contest } from './contest.js';
import { keepPicture } from './keepPicture.js';

const MOST_DAYS = 10;

/**
 * The digest as a picture, after its text: to Telegram every time, where pictures cost nothing; to Zalo, whose
 * messages are counted, once a week.
 */
export async function showDigest(
  work: Work,
  contest: Contest,
  about: { digest: Digest; chats: readonly ChatId[]; isWeekly: boolean; key: string },
): Promise<void> {
  const { digest, isWeekly, key } = about;
  const { counts, day, at } = digest;
  const chats = about.chats.filter(
    (chat) => platformOf(chat) === 'telegram' || (isWeekly && (work.tools.canSee?.(chat) ?? true)),
  );
  if (chats.length === 0) return;
  const before = await work.store.digests
    .find({ contest: contest.id, day: { $lt: day } })
    .sort({ at: -1 })
    .limit(MOST_DAYS - 1)
    .lean<Digest[]>();
  const picture = pictureOf(work.t, contest, { counts, at, before: before.reverse() });
  const file = await keepPicture(work, {
    draw: () => drawSituation(picture),
    name: work.t.plain('digest.pictureName'),
    label: `digest/${contest.id}`,
  });
  if (file === null) return;
  const caption = work.t('digest.pictureCaption', { contest: contest.plan.shortName });
  for (const chat of new Set(chats))
    work.tell(chat, { kind: 'picture', file, caption }, { key: `${key}/picture/${chat}` });
}

function pictureOf(
  t: Words,
  { plan }: Contest,
  { counts, at, before }: { counts: DigestCounts; at: Date; before: readonly Digest[] },
): SituationPicture {
  const { senders, entries, screened, sheets, units: silent, unregistered } = counts;
  const isHandedIn = entryRound(plan) !== undefined;
  const bar = (label: string, done: number, of: number) => ({
    label,
    value: `${t.number(done)}/${t.number(of)}`,
    share: of === 0 ? 0 : done / of,
  });
  return {
    headline: t.plain('digest.pictureTitle', { day: t.day(at) }),
    contest: plan.name,
    bars: [
      bar(t.plain('digest.barRegistered'), senders - unregistered.length, senders),
      ...(isHandedIn ? [bar(t.plain('digest.barUnits'), senders - silent.length, senders)] : []),
      ...(screened === null ? [] : [bar(t.plain('digest.barScreened'), screened, entries)]),
      ...(sheets ? [bar(t.plain('digest.barSheets'), sheets.done, sheets.owed)] : []),
    ],
    days: {
      title: t.plain('digest.chart'),
      columns: (isHandedIn ? [...before, { at, counts }] : []).map((each) => ({
        label: t.dayAndMonth(each.at),
        teams: each.counts.teams,
        entries: each.counts.entries,
      })),
    },
    legend: { teams: t.plain('digest.legendTeams'), entries: t.plain('digest.legendEntries') },
  };
}
