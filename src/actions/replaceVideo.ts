import type { Lateness } from '../domain/extensions.js';
import { Refusal } from '../domain/refusal.js';
import type { EntryVersion, StoredEntry, Video } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { entryName, isLapsed, needPartaking } from './entries.js';
import { consentStands, hasConsented } from './giveConsent.js';
import { moveEntry } from './moveEntry.js';
import { needRight } from './permissions.js';
import { needOpenSubmission } from './submitEntry.js';
import { tellPerson } from './tell.js';

/**
 * Refuses early what `replaceVideo` would refuse at the end. What was sent back may be corrected until its
 * own deadline, whenever the intake closes.
 */
export async function mayReplace(turn: Turn, contest: Contest, entry: StoredEntry): Promise<Lateness> {
  needInTime(turn, entry);
  let lateness: Lateness = { lateBySeconds: entry.lateBySeconds ?? 0, extension: entry.extension ?? null };
  if (entry.state !== 'needs_correction') {
    lateness = needOpenSubmission(turn, contest, entry.unit);
    needReplaceable(entry);
  }
  await needConsent(turn, contest, entry);
  return lateness;
}

/** Refuses in the middle what would come too late at the end. */
export function needTimeLeft(turn: Turn, contest: Contest, entry: StoredEntry, isSentBack: boolean): void {
  if (isSentBack || entry.state === 'needs_correction') needInTime(turn, entry);
  else needOpenSubmission(turn, contest, entry.unit);
}

/** The author's own; to a coordinator of his unit, who acts for him, also what was stated for him. */
async function needConsent(turn: Turn, contest: Contest, { person, unit, team }: StoredEntry): Promise<void> {
  if (person === turn.person) {
    if (!(await hasConsented(turn, contest))) throw new Refusal('consent.needed');
    return;
  }
  await needRight(turn, contest, 'actOnBehalf', unit);
  if (!(await consentStands(turn, contest, person)))
    throw new Refusal('onBehalf.noConsent', { contact: team });
}

/** A new version of an entry, until the close. Its code and slot stay, and so do the earlier versions. */
export async function replaceVideo(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  given: { title: string; video: Video },
): Promise<void> {
  if (isVersionOf(turn, entry)) return tellScreeners(turn, entry);
  const lateness = await mayReplace(turn, contest, entry);
  if (entry.state === 'needs_correction') return correct(turn, contest, entry, given);
  const { modifiedCount } = await turn.store.entries.updateOne(
    { _id: entry._id, state: 'submitted', 'versions.turn': { $ne: turn.id } },
    {
      $set: { ...given, ...lateness, turn: turn.id },
      $push: { versions: versionOf(turn, entry, given) },
    },
  );
  if (modifiedCount === 1) return;
  const now = await turn.store.entries.findById(entry._id).lean<StoredEntry>();
  if (now && !isVersionOf(turn, now)) needReplaceable(now);
}

/** This very turn has handed it in, before it was cut off. */
const isVersionOf = ({ id }: Turn, { versions }: StoredEntry): boolean =>
  versions.some(({ turn }) => turn === id);

const versionOf = (
  { id: turn, now: at, person: by }: Turn,
  { person }: StoredEntry,
  given: { title: string; video: Video },
): EntryVersion => ({ ...given, ...(by !== person && { by }), at, turn });

/** What was sent back comes in again, and waits for the screeners once more; they are told. */
async function correct(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  given: { title: string; video: Video },
): Promise<void> {
  const { correction } = entry;
  const moved = await moveEntry(turn, contest, entry, {
    to: 'submitted',
    by: turn.person,
    set: { ...given, turn: turn.id, correction: correction && { ...correction, open: false } },
    push: { versions: versionOf(turn, entry, given) },
  });
  // A moment ago it was withdrawn, disqualified, or corrected in another chat.
  if (!moved) throw new Refusal('entry.movedMeanwhile', { code: entry.code });
  await tellScreeners(turn, moved);
}

/** Those who had looked at it know that it is in again. */
async function tellScreeners(turn: Turn, entry: StoredEntry): Promise<void> {
  const { code, team, versions } = entry;
  const before = entry.verdicts.filter(({ version }) => version === versions.length - 1);
  const text = turn.t('screen.toScreeners', { code, team, entry: entryName(entry) });
  for (const person of new Set(before.map(({ screener }) => screener)))
    await tellPerson(turn, person, text, `corrected/${entry._id}/${versions.length}/${person}`);
}

/** After its deadline a correction is refused, also before the entry has lapsed by itself. */
function needInTime({ t, now }: Turn, entry: StoredEntry): void {
  const { code, state, correction } = entry;
  if (!correction) return;
  if (isLapsed(entry) || (state === 'needs_correction' && correction.until < now))
    throw new Refusal('screen.correctionClosed', { code, closes: t.moment(correction.until) });
}

/** What has been looked at since it came in is what is judged. */
function needReplaceable(entry: StoredEntry): void {
  needPartaking(entry);
  const { code, state: from } = entry;
  if (from !== 'submitted') throw new Refusal('entry.notReplaceable', { code, from });
}
