import { entryCode } from '../domain/answers.js';
import { hasClosed, hasOpened, type Window } from '../domain/dates.js';
import { partaking, takesPart } from '../domain/entryStates.js';
import { closesWith, type Lateness, latenessAt } from '../domain/extensions.js';
import { graceOf, isKnown } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import type { Origin, Registration, Shown, StoredEntry, Video } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import { type Contest, intakeOf, needWindow } from './contest.js';
import { entryName } from './entries.js';
import { extensionsFor } from './extendUnit.js';
import { consentStands, hasConsented } from './giveConsent.js';
import { moveEntry } from './moveEntry.js';
import { may, needRight } from './permissions.js';
import { isDeclined, registrationOf, senderName } from './registrations.js';

/** Why an entry goes out that came in while its team was declined or changed hands. */
export const TEAM_GONE = 'team_gone';

export type Submitted = { entry: StoredEntry; used: number; quota: number | null };

/**
 * Refuses what comes outside the submission window, by the clock at arrival; for `unit` the window may have
 * been extended. Answers how late it comes.
 */
export function needOpenSubmission(turn: Turn, contest: Contest, unit?: string): Lateness {
  const window = needWindow(contest, 'submission');
  const { t, now } = turn;
  if (window.opens && !hasOpened(window, now))
    throw new Refusal('submit.notYet', { opens: t.moment(window.opens), closes: t.moment(window.closes) });
  const lateness = latenessNow(turn, contest, window, unit);
  if (lateness) return lateness;
  const closes = closesWith(window, unit === undefined ? [] : extensionsFor(contest, unit));
  throw new Refusal('submit.closed', { closes: t.moment(closes) });
}

const latenessNow = ({ now }: Turn, contest: Contest, window: Window, unit?: string): Lateness | null =>
  latenessAt(now, window, {
    extensions: unit === undefined ? [] : extensionsFor(contest, unit),
    graceMinutes: graceOf(contest.plan),
  });

/** What `needOpenSubmission` would say; `ahead` also while no days are set. */
export function submissionNow(turn: Turn, contest: Contest, unit?: string): 'ahead' | 'open' | 'over' {
  const { submission } = contest.windows;
  if (!submission || !hasOpened(submission, turn.now)) return 'ahead';
  return latenessNow(turn, contest, submission, unit) ? 'open' : 'over';
}

/** Refuses in the middle what would come too late at the end; only after the close it is looked who was given longer. */
export async function needStillOpen(turn: Turn, contest: Contest, team?: ForTeam): Promise<void> {
  if (!hasClosed(needWindow(contest, 'submission'), turn.now)) return;
  needOpenSubmission(turn, contest, (await teamOf(turn, contest, team))?.unit);
}

/** For whom: the team of who acts, or one that a coordinator acts for, by its registration's id. */
export type ForTeam = string | undefined;

/** Refuses early what `submitEntry` would refuse at the end; answers whose entry it will be. */
export async function maySubmit(turn: Turn, contest: Contest, team?: ForTeam): Promise<Registration> {
  needOpenSubmission(turn, contest, (await teamOf(turn, contest, team))?.unit);
  const registration = await needTeam(turn, contest, team);
  await freeSlots(turn, contest, registration);
  return registration;
}

/**
 * Takes an entry in. Its number, its slot in the sender's quota and its slot in what its author may send
 * are unique keys of one document: in a rush for the last slot exactly one insert succeeds and takes all
 * three, and the others look again.
 */
export async function submitEntry(
  turn: Turn,
  contest: Contest,
  given: { title: string; video: Video },
  team?: ForTeam,
): Promise<Submitted> {
  const before = await takenIn(turn, contest);
  if (before) return withUse(turn, contest, before, team);

  const lateness = needOpenSubmission(turn, contest, (await teamOf(turn, contest, team))?.unit);
  const registration = await needTeam(turn, contest, team);
  return withUse(turn, contest, await takeIn(turn, contest, { ...given, registration, lateness }), team);
}

/** The entry that this very turn has made, before it was cut off. */
export const takenIn = ({ store, id }: Turn, contest: Contest): Promise<StoredEntry | null> =>
  store.entries.findById(`${contest.id}/${id}`).lean<StoredEntry>().exec();

/** Whose an entry is, and against which limits it counts. */
export type Sender = Pick<Registration, 'person' | 'unit' | 'sender' | 'team'> & { contact?: string };

/** The entry itself, from whichever way it comes in. Refuses when there is no room for it. */
export async function takeIn(
  turn: Turn,
  contest: Contest,
  about: { title: string; video: Shown; registration: Sender; lateness: Lateness; origin?: Origin },
): Promise<StoredEntry> {
  const { entries } = turn.store;
  const { title, video, registration, lateness, origin } = about;
  for (;;) {
    const slots = await freeSlots(turn, contest, registration);
    const newest = await entries.findOne({ contest: contest.id }, { number: 1 }).sort({ number: -1 }).lean();
    const number = (newest?.number ?? 0) + 1;
    const entry: StoredEntry = {
      _id: `${contest.id}/${turn.id}`,
      contest: contest.id,
      number,
      code: entryCode(contest.plan.codePrefix, number),
      person: registration.person,
      by: registration.person === turn.person ? null : turn.person,
      unit: registration.unit,
      sender: registration.sender,
      team: registration.team,
      ...slots,
      ...lateness,
      state: 'submitted',
      history: [],
      verdicts: [],
      correction: null,
      title,
      video,
      versions: [{ title, video, at: turn.now, turn: turn.id }],
      submittedAt: turn.now,
      ...(origin && { origin }),
      turn: turn.id,
    };
    try {
      await entries.create(entry);
      return entry;
    } catch (error) {
      // Somebody took a slot or the number a moment ago.
      if (!['slot', 'authorSlot', 'number'].some((key) => isDuplicate(error, key))) throw error;
    }
  }
}

const teamOf = (turn: Turn, contest: Contest, team: ForTeam): Promise<Registration | null> =>
  team === undefined
    ? registrationOf(turn, contest)
    : turn.store.registrations.findOne({ _id: team, contest: contest.id }).lean<Registration>().exec();

async function needTeam(turn: Turn, contest: Contest, team: ForTeam): Promise<Registration> {
  if (team === undefined) await needRight(turn, contest, 'enter');
  const registration = await teamOf(turn, contest, team);
  if (!registration || isDeclined(registration)) throw noTeam(team);
  if (team === undefined) {
    if (!(await hasConsented(turn, contest))) throw new Refusal('consent.needed');
    return registration;
  }
  await needRight(turn, contest, 'actOnBehalf', registration.unit);
  const { person, contact } = registration;
  if (!(await consentStands(turn, contest, person))) throw new Refusal('onBehalf.noConsent', { contact });
  return registration;
}

const noTeam = (team: ForTeam): Refusal =>
  team === undefined ? new Refusal('submit.notRegistered') : new Refusal('onBehalf.noTeam');

/**
 * Whoever declines a team, or takes it over, claims that first and looks at its entries then; this looks at
 * the team after its entry is in: so one of both sees the other.
 */
async function withUse(turn: Turn, contest: Contest, entry: StoredEntry, team: ForTeam): Promise<Submitted> {
  const registration = await teamOf(turn, contest, team);
  if (!registration || isDeclined(registration) || registration.person !== entry.person) {
    if (takesPart(entry.state))
      await moveEntry(turn, contest, entry, { to: 'withdrawn', by: null, reason: TEAM_GONE });
    throw noTeam(team);
  }
  const used = await turn.store.entries.countDocuments({
    contest: contest.id,
    sender: entry.sender,
    state: { $in: partaking },
  });
  return { entry, used, quota: intakeOf(contest).quota };
}

type Slots = Pick<StoredEntry, 'slot' | 'authorSlot'>;

/** A free slot of the sender's and one of the author's; refuses with what fills them when there is none. */
export async function freeSlots(
  turn: Turn,
  contest: Contest,
  { sender, person, team, contact = team }: Omit<Sender, 'unit'>,
): Promise<Slots> {
  return {
    slot: await freeSlotOf(turn, contest, sender),
    authorSlot: await freeSlot(turn, contest, {
      count: authorLimit(contest),
      whose: { person },
      key: `${contest.id}/author/${person}`,
      field: 'authorSlot',
      full: async (limit, entries, [first]) =>
        person === turn.person
          ? new Refusal('submit.authorFull', { limit, entries, command: toWithdraw(first) })
          : new Refusal('onBehalf.authorFull', { contact, limit, entries }),
    }),
  };
}

const freeSlotOf = (turn: Turn, contest: Contest, sender: string): Promise<string | null> =>
  freeSlot(turn, contest, {
    count: intakeOf(contest).quota,
    whose: { sender },
    key: `${contest.id}/${sender}`,
    field: 'slot',
    full: async (quota, entries, live) =>
      new Refusal('submit.quotaFull', {
        sender: senderName(contest, sender),
        quota,
        entries,
        how: await howToMakeRoom(turn, contest, live),
      }),
  });

/** What limits would say to an entry of this team now; `null`: there is room for it. */
export const noRoomFor = (turn: Turn, contest: Contest, team: Registration): Promise<Refusal | null> =>
  refusalOf(freeSlots(turn, contest, team));

/** What a unit's limit would say to one more entry, of whatever team; `null`: there is room. */
export async function noRoomIn(turn: Turn, contest: Contest, sender: string): Promise<Refusal | null> {
  const { quota } = intakeOf(contest);
  if (quota === null || (await turn.store.partakingOf({ contest: contest.id, sender })) < quota) return null;
  return refusalOf(freeSlotOf(turn, contest, sender));
}

async function refusalOf(attempt: Promise<unknown>): Promise<Refusal | null> {
  try {
    await attempt;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Would an entry of this team be taken in now, as far as limits go? */
export const hasRoom = async (turn: Turn, contest: Contest, registration: Registration): Promise<boolean> =>
  (await noRoomFor(turn, contest, registration)) === null;

const toWithdraw = (entry: StoredEntry | undefined): string => `/rutbai ${entry?.code ?? ''}`;

/** What who reads this can do himself so that one more can come in. */
async function howToMakeRoom(turn: Turn, contest: Contest, live: readonly StoredEntry[]): Promise<string> {
  const { t } = turn;
  const own = live.find(({ person }) => person === turn.person);
  if (own) return t.plain('submit.roomOwn', { command: toWithdraw(own) });
  for (const entry of live)
    if (await may(turn, contest, 'actOnBehalf', entry.unit))
      return t.plain('onBehalf.roomFor', { command: toWithdraw(entry) });
  return t.plain('submit.roomOther', { command: toWithdraw(live[0]) });
}

/** How many entries one author may send, `null` if nobody has said. */
function authorLimit({ plan }: Contest): number | null {
  const { perAuthor } = plan.entries;
  return isKnown(perAuthor) ? perAuthor : null;
}

/** `null`: there is no limit. Slots are numbered keys, so that two entries can't take the same one. */
async function freeSlot(
  turn: Turn,
  contest: Contest,
  about: {
    count: number | null;
    whose: { sender: string } | { person: string };
    key: string;
    field: keyof Slots;
    full(count: number, entries: string, live: readonly StoredEntry[]): Promise<Refusal>;
  },
): Promise<string | null> {
  const { count, whose, key, field, full } = about;
  if (count === null) return null;
  const live = await turn.store.entries
    .find({ contest: contest.id, ...whose, state: { $in: partaking } })
    .sort({ number: 1 })
    .lean<StoredEntry[]>();
  const taken = new Set(live.map((entry) => entry[field]));
  const free = Array.from({ length: count }, (_, index) => `${key}/${index + 1}`).find(
    (slot) => !taken.has(slot),
  );
  if (free === undefined || live.length >= count) {
    const names = live.map((entry) => `${entryName(entry)} (${entry.team})`).join('; ');
    throw await full(count, names, live);
  }
  return free;
}
