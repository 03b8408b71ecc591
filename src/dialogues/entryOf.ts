import { contestOf } from '../actions/contest.js';
import { entriesOf, entryByCode, entryName, isLapsed, needPartaking } from '../actions/entries.js';
import { takesPart } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';

/** The entry that was named, or the only one; otherwise offers a choice and answers `null`. */
export async function theEntry(turn: Turn, typed: string, command: string): Promise<StoredEntry | null> {
  if (typed) {
    const entry = await entryByCode(turn, await contestOf(turn), typed, { any: true });
    if (entry.person !== turn.person) throw new Refusal('submit.notYours', { code: entry.code });
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
export async function ownEntry(turn: Turn, code: string): Promise<StoredEntry> {
  const entry = (await entriesOf(turn, await contestOf(turn))).find((each) => each.code === code);
  if (!entry) throw new Refusal('common.noEntry', { code });
  return entry;
}
