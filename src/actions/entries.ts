import { entryCode, readEntryCode } from '../domain/answers.js';
import { admitted, courseOf, partaking, takesPart } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import type { PersonId, StoredEntry } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import type { Words } from '../words.js';
import type { Contest } from './contest.js';

/** The entries that take part, by number. */
export const liveEntries = (work: Work, contest: Contest): Promise<StoredEntry[]> =>
  work.store.entries
    .find({ contest: contest.id, state: { $in: partaking } })
    .sort({ number: 1 })
    .lean<StoredEntry[]>()
    .exec();

/** Those of them that may be judged and ranked, by number. */
export const admittedEntries = (work: Work, contest: Contest): Promise<StoredEntry[]> =>
  work.store.entries
    .find({ contest: contest.id, state: { $in: admitted(courseOf(contest.plan)) } })
    .sort({ number: 1 })
    .lean<StoredEntry[]>()
    .exec();

/** Only what they are called, for ticks that come often. */
export async function admittedCodes(work: Work, contest: Contest): Promise<string[]> {
  const which = { contest: contest.id, state: { $in: admitted(courseOf(contest.plan)) } };
  const found = await work.store.entries.find(which, { code: 1 }).sort({ number: 1 }).lean();
  return found.map(({ code }) => code);
}

export const isAdmitted = ({ plan }: Contest, { state }: Pick<StoredEntry, 'state'>): boolean =>
  admitted(courseOf(plan)).includes(state);

/** This person's own entries, also those that take no part any more. */
export const entriesOf = (turn: Turn, contest: Contest): Promise<StoredEntry[]> =>
  turn.store.entries
    .find({ contest: contest.id, person: turn.person })
    .sort({ number: 1 })
    .lean<StoredEntry[]>()
    .exec();

/** What a person typed as an entry's code; refuses what can't be one, and, unless `any`, what takes no part. */
export async function entryByCode(
  work: Work,
  contest: Contest,
  typed: string,
  { any = false } = {},
): Promise<StoredEntry> {
  const code = readEntryCode(typed, contest.plan.codePrefix);
  if (!code) throw new Refusal('common.badCode', { typed, example: entryCode(contest.plan.codePrefix, 1) });
  const entry = await work.store.entries.findOne({ contest: contest.id, code }).lean<StoredEntry>();
  if (!entry) throw new Refusal('common.noEntry', { code });
  if (!any) needPartaking(entry);
  return entry;
}

/** Refuses what was withdrawn, rejected or disqualified. */
export function needPartaking({ code, state }: Pick<StoredEntry, 'code' | 'state'>): void {
  if (takesPart(state)) return;
  if (state === 'rejected') throw new Refusal('common.rejectedEntry', { code });
  if (state === 'disqualified') throw new Refusal('common.disqualifiedEntry', { code });
  throw new Refusal('common.withdrawnEntry', { code });
}

/** It was sent back, and not corrected in time. */
export const isLapsed = ({ state, history, correction }: StoredEntry): boolean =>
  state === 'rejected' && Boolean(correction) && history.at(-1)?.by === null;

/** A code to show in an example: the first entry's, so that it can be tried. */
export async function exampleCode(work: Work, contest: Contest): Promise<string> {
  const [first] = await liveEntries(work, contest);
  return first?.code ?? entryCode(contest.plan.codePrefix, 1);
}

/** `QN-07 «Có Chú Minh đây rồi»`. */
export const entryName = ({ code, title }: Pick<StoredEntry, 'code' | 'title'>): string =>
  `${code} «${title}»`;

/** Do its judges see only the codes of entries? */
export const isBlind = ({ plan }: Contest): boolean => plan.scoring.jury.blind === true;

/** What who judges an entry reads of it. */
export const nameForJudges = (contest: Contest, entry: Pick<StoredEntry, 'code' | 'title'>): string =>
  isBlind(contest) ? entry.code : entryName(entry);

/**
 * Its name, with who handed it in for whom where a coordinator did, and how late it came where it came after
 * the common close. `names`: what they are called.
 */
export function entryNameLate(
  t: Words,
  entry: Pick<StoredEntry, 'code' | 'title' | 'lateBySeconds' | 'extension' | 'person' | 'by'>,
  names: ReadonlyMap<PersonId, string>,
): string {
  const { lateBySeconds = 0, extension = null } = entry;
  const behind = behindEntry(t, entry, names);
  const name = behind ? `${entryName(entry)} (${behind})` : entryName(entry);
  if (lateBySeconds === 0) return name;
  const about = { entry: name, late: latenessIn(t, lateBySeconds) };
  return extension === null ? t.plain('extend.late', about) : t.plain('extend.lateExtended', about);
}

/** "Mơi nộp thay Nguyễn Văn An"; `null`: the author handed it in himself. */
export const behindEntry = (
  t: Words,
  { person, by }: Pick<StoredEntry, 'person' | 'by'>,
  names: ReadonlyMap<PersonId, string>,
): string | null =>
  by ? t.plain('onBehalf.behind', { by: names.get(by) ?? by, author: names.get(person) ?? person }) : null;

/** How late something came, in the units that matter: "1 ngày 12 giờ", "1 giờ 20 phút", "40 giây". */
export function latenessIn(t: Words, seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return t.plain('extend.seconds', { seconds });
  if (minutes < 60) return t.plain('extend.minutes', { minutes });
  const about = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  const days = { days: Math.floor(about.hours / 24), hours: about.hours % 24 };
  if (days.days > 0)
    return days.hours === 0 ? t.plain('extend.days', days) : t.plain('extend.daysHours', days);
  return about.minutes === 0 ? t.plain('extend.hours', about) : t.plain('extend.hoursMinutes', about);
}
