import { type Contest, contestOf } from '../actions/contest.js';
import { entriesOf, entryByCode, entryName, isLapsed, needPartaking } from '../actions/entries.js';
import { may } from '../actions/permissions.js';
import { takesPart } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';

/** The entry that was named, or the only one; otherwise offers a choice and answers `null`. */
export async function theEntry(turn: Turn, typed: string, command: string): Promise<StoredEntry | null> {
  if (typed) {
    const contest = await contestOf(turn);
    const entry = await entryByCode(turn, contest, typed, { any: true });
    await needHis(turn, contest, entry);
    // A correction that comes too late is told so, with its deadline, by who is asked for it.
    if (!isLapsed(entry)) needPartaking(entry);
    return entry;
  }
  const own = (await entriesOf(turn, await contestOf(turn))).filter(({ state }) => takesPart(state));
  const [only, ...others] = own;
  if (!only) throw new Refusal('submit.noneYet');
  if (others.length === 0) return only;
  turn.say(
    turn.t('submit.whichEntry'),
    own.map((entry) => ({ label: entryName(entry), says: `${command} ${entry.code}` })),
  );
  return null;
}

/** Also after it was withdrawn in the same turn: repeating a turn must find it again. */
export async function hisEntry(turn: Turn, code: string): Promise<StoredEntry> {
  const contest = await contestOf(turn);
  const entry = await entryByCode(turn, contest, code, { any: true });
  await needHis(turn, contest, entry);
  return entry;
}

/** Refuses what is neither his own nor of a team for which he may act. */
async function needHis(turn: Turn, contest: Contest, { code, person, unit }: StoredEntry): Promise<void> {
  if (person === turn.person || (await may(turn, contest, 'actOnBehalf', unit))) return;
  throw new Refusal('submit.notYours', { code });
}
