import type { Unit } from '../src/domain/units.js';
import type { Chance } from './chance.js';
import { authorLimit, type ContestRead, makers, sending } from './contest.js';
import type { Playbill } from './playbill.js';

/** Where a team is at home, for whom its entries count, and how many it hands in. */
export type Place = { unit: Unit; sender: Unit; entries: number };

export type Senders = {
  places: Place[];
  /** One whose slots are all taken, and one that has a free one. */
  full: Unit | null;
  open: Unit | null;
};

/** Where nobody has said how many one may send. */
const MOST_BY_ITSELF = 3;

/** Spreads the contest's entries over those who send, and the senders' entries over their teams. */
export function sendersOf(contest: ContestRead, bill: Playbill, chance: Chance): Senders {
  const { quota } = sending(contest);
  const limit = authorLimit(contest);
  const most = quota ?? limit ?? MOST_BY_ITSELF;
  const senders = takingPart(contest, bill, chance);
  const counts = spread(senders, { total: bill.entries, most }, chance);
  const count = (sender: Unit) => counts.get(sender) ?? 0;
  const full = quota === null ? [] : senders.filter((sender) => count(sender) === quota);
  const open = senders.filter((sender) => count(sender) > 0 && count(sender) < most);
  const places = senders.flatMap((sender) =>
    teamsOf(contest, bill, { sender, entries: count(sender) }, chance),
  );
  return {
    places: chance.shuffled(places),
    full: full.length > 0 ? chance.oneOf(full) : null,
    open: open.length > 0 ? chance.oneOf(open) : null,
  };
}

/** Which ones sent nothing isn't known; those of whom anything is known did. */
function takingPart(contest: ContestRead, bill: Playbill, chance: Chance): Unit[] {
  const { level } = sending(contest);
  const all = contest.units.under(contest.root.code, level);
  const free = all.filter((unit) => !bill.fedFrom?.includes(unit.code));
  const known = (unit: Unit) => bill.known?.some(({ sender }) => sender === unit.name) ?? false;
  const silent = chance.shuffled(free.filter((unit) => !known(unit)));
  const left = new Set(silent.slice(0, Math.max(0, free.length - (bill.senders ?? free.length))));
  return free.filter((unit) => !left.has(unit));
}

/** Everybody sends one, and who sends more is chance. */
function spread(
  senders: readonly Unit[],
  { total, most }: { total: number; most: number },
  chance: Chance,
): Map<Unit, number> {
  const counts = new Map(senders.map((sender) => [sender, total === 0 ? 0 : 1]));
  const more = senders.flatMap((sender) => Array.from({ length: most - 1 }, () => sender));
  for (const sender of chance.shuffled(more).slice(0, Math.max(0, total - senders.length)))
    counts.set(sender, (counts.get(sender) ?? 0) + 1);
  return counts;
}

/** One team with all of the sender's entries, or one for each. A team of its own takes part without any. */
function teamsOf(
  contest: ContestRead,
  { known = [] }: Playbill,
  { sender, entries }: { sender: Unit; entries: number },
  chance: Chance,
): Place[] {
  const communes = makersIn(contest, sender);
  const mine = known.find((each) => each.sender === sender.name);
  const first = mine && communes.find(({ name }) => name === mine.unit);
  const others = chance.shuffled(communes.filter((unit) => unit !== first));
  const units = [...(first ? [first] : []), ...others];
  const limit = authorLimit(contest);
  const isAlone = contest.plan.entries.sentBy === 'author' || (limit !== null && chance.happens(0.7));
  if (entries === 0 || (isAlone && entries <= (limit ?? entries)))
    return units.slice(0, 1).map((unit) => ({ unit, sender, entries }));
  return Array.from({ length: entries }, (_, index) => ({
    unit: units[index % units.length] ?? sender,
    sender,
    entries: 1,
  }));
}

/** An island district has no communes: all its teams are its own. */
export function makersIn(contest: ContestRead, sender: Unit): Unit[] {
  const within = contest.units.under(sender.code, makers(contest.plan));
  return within.length > 0 ? within : [sender];
}
