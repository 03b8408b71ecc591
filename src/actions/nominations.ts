import { hasOpened, type Window } from '../domain/dates.js';
import { latenessAt } from '../domain/extensions.js';
import { graceOf } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import { nominationQuota, type Receiver, receivingRound, type Selection } from '../domain/selection.js';
import type { Nomination, StoredEntry } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import { type Contest, contestById, needWindow } from './contest.js';
import { entryName } from './entries.js';
import { extensionsFor } from './extendUnit.js';
import { needSelection } from './selecting.js';

/** The way up: from the selection here to the round that receives, in this contest or in the one above. */
export type WayUp = {
  selection: Selection;
  receiver: Receiver;
  /** The receiving round, by its id. */
  round: string;
  /** The contest above, `null` where this one receives, or where that one isn't run here. */
  upper: Contest | null;
  /** How many each unit may send, `null` if nobody has said. */
  quota: number | null;
};

/** Refuses where nothing is sent up. */
export async function needWayUp(work: Work, contest: Contest): Promise<WayUp> {
  const selection = needSelection(contest);
  const { receiver } = selection;
  if (!receiver) throw new Refusal('nominate.nowhere');
  const upper = receiver.kind === 'above' ? await contestAbove(work, receiver.feeding.contest) : null;
  const quota = nominationQuota(contest.plan, selection, upper?.plan ?? null);
  return { selection, receiver, round: receivingRound(receiver), upper, quota };
}

async function contestAbove(work: Work, id: string): Promise<Contest | null> {
  return (await work.store.contests.exists({ _id: id })) ? contestById(work, id) : null;
}

/** When nominations are taken, by the receiving round; where that isn't at hand, from the selection on. */
export function nominationWindow(
  contest: Contest,
  { receiver, selection, upper }: WayUp,
): Window | { opens: Date | null; closes: null } {
  if (receiver.kind === 'within')
    return needWindow(contest, receiver.round.intake?.window ?? receiver.round.window);
  if (upper) return needWindow(upper, 'submission');
  return { opens: needWindow(contest, selection.round.window).opens, closes: null };
}

/** Refuses to send up, or to take back, outside the window; a contest above may have given the unit longer, as for any entry. */
export function needOpenNomination(turn: Turn, contest: Contest, way: WayUp, sender: string): void {
  const { t, now } = turn;
  const { opens, closes } = nominationWindow(contest, way);
  if (closes === null) {
    if (opens && opens > now) throw new Refusal('nominate.notYetOpen', { opens: t.moment(opens) });
    return;
  }
  const window = { opens, closes };
  if (opens && !hasOpened(window, now))
    throw new Refusal('nominate.notYet', { opens: t.moment(opens), closes: t.moment(closes) });
  const leeway = way.upper
    ? { extensions: extensionsFor(way.upper, sender), graceMinutes: graceOf(way.upper.plan) }
    : { extensions: [], graceMinutes: 0 };
  if (latenessAt(now, window, leeway)) return;
  if (!opens) throw new Refusal('nominate.closedAt', { closes: t.moment(closes) });
  throw new Refusal('nominate.closed', { opens: t.moment(opens), closes: t.moment(closes) });
}

/** The unit that picks among this entry and others. */
export const senderOfEntry = (
  { units }: Contest,
  { level }: Selection,
  { unit }: Pick<StoredEntry, 'unit'>,
): string => units.ancestor(unit, level)?.code ?? unit;

export const nominationId = ({ id }: Contest, { round }: WayUp, code: string): string =>
  `${id}/${round}/${code}`;

/** What is sent up and not taken back, by rank; of one sender or of all. */
export const standingNominations = (work: Work, contest: Contest, sender?: string): Promise<Nomination[]> =>
  work.store.nominations
    .find({ contest: contest.id, withdrawnAt: null, ...(sender !== undefined && { sender }) })
    .sort({ sender: 1, rank: 1 })
    .lean<Nomination[]>()
    .exec();

/** `hạng 1: QN-07 «…» (xã …)`, for those who read what was sent. */
export async function describeNominations(
  turn: Turn,
  contest: Contest,
  nominations: readonly Nomination[],
): Promise<string> {
  const entries = await turn.store.entries
    .find({ contest: contest.id, code: { $in: nominations.map(({ entry }) => entry) } })
    .lean<StoredEntry[]>();
  return nominations
    .map(({ entry: code, rank }) => {
      const entry = entries.find((each) => each.code === code);
      return turn.t.plain('nominate.sentOne', {
        entry: entry ? entryName(entry) : code,
        team: entry?.team ?? '',
        rank,
      });
    })
    .join('; ');
}

/** As what an entry goes on in another contest. */
export type SentAbove = { contest: string; code: string };

/** For those of these entries that another contest has taken over, as what they go on there. */
export async function sentAbove(
  work: Work,
  contest: Contest,
  entries: readonly StoredEntry[],
): Promise<Map<string, SentAbove>> {
  const codes = entries.filter(({ state }) => state === 'nominated').map(({ code }) => code);
  if (codes.length === 0) return new Map();
  const found = await work.store.nominations
    .find({ contest: contest.id, entry: { $in: codes }, withdrawnAt: null })
    .lean<Nomination[]>();
  const sent = new Map<string, SentAbove>();
  for (const { entry, above } of found) {
    const upper = above && (await contestAbove(work, above.contest));
    if (above && upper) sent.set(entry, { contest: upper.plan.shortName, code: above.code });
  }
  return sent;
}

/** What receives, as people call it: "Vòng chung khảo", or the contest above. */
export function receiverName({ receiver, upper }: WayUp): string {
  if (receiver.kind === 'within') return receiver.round.title;
  return upper?.plan.shortName ?? receiver.feeding.contest;
}

/** Each sender's share: "2/3"; a unit that has sent nothing is there too. */
export async function nominationsBySender(
  work: Work,
  contest: Contest,
): Promise<{ way: WayUp; senders: { code: string; sent: Nomination[] }[] }> {
  const way = await needWayUp(work, contest);
  const sent = await standingNominations(work, contest);
  const units = contest.units.under(contest.plan.units.root, way.selection.level);
  const senders = units.map(({ code }) => ({ code, sent: sent.filter(({ sender }) => sender === code) }));
  return { way, senders };
}
