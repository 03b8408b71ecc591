import { freezeInstant } from '../domain/decisions.js';
import { Refusal } from '../domain/refusal.js';
import type { Proof, Ruling, Snapshot } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { countedEngagement, needVoting, rulingsIn } from './engagement.js';
import { admittedCodes } from './entries.js';
import { needRight } from './permissions.js';
import { tellActors } from './tellActors.js';

/** `numbers`: what counts from now on; `null`: what counts now is set aside. */
export type ToRule = {
  entry: string;
  numbers: { likes: number; shares: number } | null;
  reason: string;
  document: string;
  proof: Proof;
};

/** What counts of this entry now. Refuses who may not, and while the vote still counts by itself. */
export async function mayRule(turn: Turn, contest: Contest, entry: string): Promise<Snapshot | null> {
  await needRight(turn, contest, 'ruleEngagement');
  needVoting(turn, contest);
  const freeze = freezeInstant(contest.plan);
  if (!freeze || turn.now <= freeze)
    throw new Refusal('ruling.votesOpen', { closes: freeze ? turn.t.moment(freeze) : '' });
  if (!(await admittedCodes(turn, contest)).includes(entry))
    throw new Refusal('ruling.notRanked', { code: entry });
  return (await countedEngagement(turn, contest)).get(entry) ?? null;
}

/** Would anything count for this entry without what counts now? Refuses where nothing would. */
export async function needAnother(turn: Turn, contest: Contest, entry: string): Promise<void> {
  const counts = await mayRule(turn, contest, entry);
  const rulings = await rulingsIn(turn, contest);
  const without = counts && { ...asideOf(counts), entry };
  const left =
    without &&
    (await countedEngagement(turn, contest, [
      ...rulings,
      { ...emptyRuling, ...without, contest: contest.id },
    ]));
  if (!left?.has(entry)) throw new Refusal('ruling.nothingLeft', { code: entry });
}

const emptyRuling = {
  ...{ _id: '', number: 0, reason: '', document: '', by: '', at: new Date(0), turn: '' },
  proof: { kind: 'link' as const, url: '', by: '', at: new Date(0) },
};

const asideOf = ({ _id, likes, shares, at }: Snapshot) => ({
  instead: { id: _id, likes, shares, at },
  numbers: null,
});

/**
 * Kept behind all rulings before it. Nothing that was read is changed or removed; a result that is out stands as it
 * is, and a correction follows.
 */
export async function ruleEngagement(turn: Turn, contest: Contest, about: ToRule): Promise<Ruling> {
  const { rulings } = turn.store;
  const own = await rulings.findOne({ contest: contest.id, turn: turn.id }).lean<Ruling>();
  const ruling = own ?? (await keep(turn, contest, about));
  const { entry, number } = ruling;
  const text = turn.t('ruling.told', {
    contest: contest.plan.shortName,
    code: entry,
    what: whatIn(turn, ruling),
  });
  await tellActors(turn, contest, 'proposeResult', text, `ruling/${contest.id}/${number}`);
  return ruling;
}

async function keep(turn: Turn, contest: Contest, about: ToRule): Promise<Ruling> {
  for (;;) {
    const last = (await rulingsIn(turn, contest)).at(-1);
    const counts = await mayRule(turn, contest, about.entry);
    if (!about.numbers) await needAnother(turn, contest, about.entry);
    const number = (last?.number ?? 0) + 1;
    const ruling: Ruling = {
      ...{ _id: `${contest.id}/${number}`, contest: contest.id, number, ...about },
      instead: counts && asideOf(counts).instead,
      ...{ by: turn.person, at: turn.now, turn: turn.id },
    };
    try {
      await turn.store.rulings.create(ruling);
      return ruling;
    } catch (error) {
      // Another ruling was quicker: this one is about what it left.
      if (!isDuplicate(error)) throw error;
    }
  }
}

/** "310 lượt thích, 120 lượt chia sẻ thay cho …", or that the reading was set aside. */
export function whatIn(
  { t }: Pick<Turn, 't'>,
  { numbers, instead }: Pick<Ruling, 'numbers' | 'instead'>,
): string {
  const was = instead
    ? t.plain('ruling.reading', {
        likes: t.number(instead.likes),
        shares: t.number(instead.shares),
        at: t.moment(instead.at),
      })
    : t.plain('ruling.noReading');
  if (!numbers) return t.plain('ruling.whatAside', { was });
  return t.plain('ruling.whatNumbers', {
    likes: t.number(numbers.likes),
    shares: t.number(numbers.shares),
    was,
  });
}
