import { isKnown, type Screening, screeningOf } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import {
  agreeing,
  type Ballot,
  correctionEnds,
  lastWords,
  type Outcome,
  outcomeOf,
  type ScreenersRule,
} from '../domain/screening.js';
import type { StoredEntry, Verdict } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { type Contest, needWindow } from './contest.js';
import { needPartaking } from './entries.js';
import { movedIn, moveEntry } from './moveEntry.js';
import { needRight } from './permissions.js';
import { conflictsOf } from './relations.js';

/**
 * Refuses who doesn't screen, and whom nothing in the plan lets begin yet. After the last day of its window
 * the screening goes on with what is undecided: what was sent back that day comes in again only later.
 */
export async function mayScreen(
  turn: Turn,
  contest: Contest,
): Promise<{ screening: Screening; rule: ScreenersRule }> {
  const screening = screeningOf(contest.plan);
  await needRight(turn, contest, 'screen');
  if (!screening) throw new Refusal('screen.none');
  const { opens } = needWindow(contest, screening.window);
  if (opens && opens > turn.now) throw new Refusal('screen.notYet', { opens: turn.t.moment(opens) });
  const { screeners } = screening;
  if (!isKnown(screeners)) throw new Refusal('screen.undecided');
  return { screening, rule: screeners };
}

export type ToScreen = {
  next: StoredEntry | null;
  /** Of those that wait for him. */
  left: number;
  /** Sent back, and not in again. */
  awaited: number;
};

/** What this screener has still to look at, those first that nobody else has opened. */
export async function toScreen(turn: Turn, contest: Contest): Promise<ToScreen> {
  const entries = await turn.store.entries
    .find({ contest: contest.id, state: { $in: ['submitted', 'screening', 'needs_correction'] } })
    .sort({ number: 1 })
    .lean<StoredEntry[]>();
  const conflictWith = await conflictsOf(turn, contest);
  const own = entries.filter(
    (entry) =>
      entry.state !== 'needs_correction' &&
      conflictWith(entry) === null &&
      !verdictsOf(entry).some(({ screener }) => screener === turn.person),
  );
  const isFree = ({ state, history }: StoredEntry) =>
    state === 'submitted' || history.at(-1)?.by === turn.person;
  return {
    next: own.find(isFree) ?? own[0] ?? null,
    left: own.length,
    awaited: entries.filter(({ state }) => state === 'needs_correction').length,
  };
}

/** What was said of the version that is in now. */
export const verdictsOf = ({ verdicts, versions }: StoredEntry): Verdict[] =>
  verdicts.filter(({ version }) => version === versions.length);

/** Refuses an entry that this person may not decide about, or that nothing is to be decided about. */
async function needUndecided(turn: Turn, contest: Contest, entry: StoredEntry): Promise<void> {
  const { code, state: from } = entry;
  switch ((await conflictsOf(turn, contest))(entry)) {
    case 'author':
      throw new Refusal('screen.ownEntry', { code });
    case 'unit':
      throw new Refusal('screen.ownUnit', { code });
    case 'relation':
      throw new Refusal('screen.related', { code });
  }
  needPartaking(entry);
  if (from !== 'submitted' && from !== 'screening') throw new Refusal('screen.decided', { code, from });
}

/**
 * A screener opens an entry. The first one takes it into the screening: from then on its author changes it
 * only when it is sent back, even where the plan lets the screening begin before the intake closes.
 */
export async function openForScreening(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
): Promise<StoredEntry> {
  await mayScreen(turn, contest);
  for (let now: StoredEntry = entry; ; now = await entryAgain(turn, entry)) {
    await needUndecided(turn, contest, now);
    if (now.state === 'screening') return now;
    const opened = await moveEntry(turn, contest, now, { to: 'screening', by: turn.person });
    if (opened) return opened;
  }
}

export type Screened = {
  entry: StoredEntry;
  /** What was decided by this very verdict, `null` if more have to say the same. */
  outcome: Outcome | null;
  said: number;
  agreeing: number;
};

/**
 * One screener's word. Verdicts are only ever added, and each is written on condition that nobody has added
 * one since it was read: so of several at once, exactly one decides, and in the same write the entry moves.
 */
export async function castVerdict(
  turn: Turn,
  contest: Contest,
  about: { entry: StoredEntry; version: number; ballot: Ballot },
): Promise<Screened> {
  const { rule } = await mayScreen(turn, contest);
  const { version, ballot } = about;
  for (let entry = about.entry; ; entry = await entryAgain(turn, about.entry)) {
    if (entry.verdicts.some((each) => each.turn === turn.id)) return screened(turn, entry, rule);
    await needUndecided(turn, contest, entry);
    if (entry.versions.length !== version) throw new Refusal('screen.newVersion', { code: entry.code });
    const verdict: Verdict = { ...ballot, screener: turn.person, version, at: turn.now, turn: turn.id };
    const after = await write(turn, contest, entry, verdict, rule);
    if (after) return screened(turn, after, rule);
  }
}

async function write(
  turn: Turn,
  contest: Contest,
  entry: StoredEntry,
  verdict: Verdict,
  rule: ScreenersRule,
): Promise<StoredEntry | null> {
  const outcome = outcomeOf([...verdictsOf(entry), verdict], rule);
  const where = { verdicts: { $size: entry.verdicts.length } };
  const push = { verdicts: verdict };
  const by = turn.person;
  switch (outcome?.kind) {
    case undefined:
      return turn.store.entries
        .findOneAndUpdate(
          { ...where, _id: entry._id, state: 'screening' },
          { $push: push },
          { returnDocument: 'after' },
        )
        .lean<StoredEntry>()
        .exec();
    case 'pass':
      return moveEntry(turn, contest, entry, { to: 'accepted', by, where, push });
    case 'reject':
      return moveEntry(turn, contest, entry, { to: 'rejected', by, reason: outcome.reason, where, push });
    case 'send_back': {
      const { defects, limit } = outcome;
      const correction = { defects, since: turn.now, until: correctionEnds(limit, turn.now), open: true };
      return moveEntry(turn, contest, entry, {
        to: 'needs_correction',
        by,
        where,
        push,
        set: { correction },
      });
    }
  }
}

function screened(turn: Turn, entry: StoredEntry, rule: ScreenersRule): Screened {
  const own = entry.verdicts.find((each) => each.turn === turn.id);
  const words = entry.verdicts.slice(0, own && entry.verdicts.indexOf(own) + 1);
  const now = words.filter(({ version }) => version === own?.version);
  const decided = (['accepted', 'rejected', 'needs_correction'] as const).some((to) =>
    movedIn(turn, entry, to),
  );
  return {
    entry,
    outcome: decided ? outcomeOf(now, rule) : null,
    said: lastWords(now).length,
    agreeing: agreeing(rule),
  };
}

async function entryAgain({ store }: Turn, { _id }: StoredEntry): Promise<StoredEntry> {
  const entry = await store.entries.findById(_id).lean<StoredEntry>();
  if (!entry) throw new Error(`the entry ${_id} is gone`);
  return entry;
}
