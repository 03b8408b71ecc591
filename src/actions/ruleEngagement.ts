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

/** What counts of this entry now, and what would without it. Refuses where nothing would. */
export async function needAnother(
  turn: Turn,
  contest: Contest,
  entry: string,
): Promise<{ instead: Told; left: Told }> {
  const counts = await mayRule(turn, contest, entry);
  const instead = counts && toTell(counts);
  const aside = { ...emptyRuling, contest: contest.id, entry, instead, numbers: null };
  const without = await countedEngagement(turn, contest, [...(await rulingsIn(turn, contest)), aside]);
  const left = without.get(entry);
  if (!instead || !left) throw new Refusal('ruling.nothingLeft', { code: entry });
  return { instead, left: toTell(left) };
}

const emptyRuling = {
  ...{ _id: '', number: 0, reason: '', document: '', by: '', at: new Date(0), turn: '' },
  proof: { kind: 'link' as const, url: '', by: '', at: new Date(0) },
};

type Told = NonNullable<Ruling['instead']>;

const toTell = ({ _id, likes, shares, at }: Snapshot): Told => ({ id: _id, likes, shares, at });

/** What a ruling makes of it: what counts no more, and what does instead. */
export async function consequencesOf(
  turn: Turn,
  contest: Contest,
  { entry, numbers }: Pick<ToRule, 'entry' | 'numbers'>,
): Promise<Pick<Ruling, 'instead' | 'numbers' | 'left'>> {
  if (numbers === null) return { numbers, ...(await needAnother(turn, contest, entry)) };
  const counts = await mayRule(turn, contest, entry);
  return { numbers, instead: counts && toTell(counts) };
}

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
    const number = (last?.number ?? 0) + 1;
    const ruling: Ruling = {
      ...{ _id: `${contest.id}/${number}`, contest: contest.id, number, ...about },
      ...(await consequencesOf(turn, contest, about)),
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

/** "bỏ số 310 lượt thích, … ghi lúc …; tính số 250 lượt thích, … ghi lúc …". */
export function whatIn(
  turn: Pick<Turn, 't'>,
  { numbers, instead, left }: Pick<Ruling, 'numbers' | 'instead' | 'left'>,
): string {
  const { t } = turn;
  const parts = [
    instead ? t.plain('ruling.whatOut', { reading: readingIn(turn, instead) }) : t.plain('ruling.whatNone'),
    numbers &&
      t.plain('ruling.whatNumbers', { likes: t.number(numbers.likes), shares: t.number(numbers.shares) }),
    left && t.plain('ruling.whatLeft', { reading: readingIn(turn, left) }),
  ];
  return parts.filter((part) => typeof part === 'string').join('; ');
}

/** "310 lượt thích, 120 lượt chia sẻ ghi lúc …". */
export const readingIn = (
  { t }: Pick<Turn, 't'>,
  { likes, shares, at }: Pick<Snapshot, 'likes' | 'shares' | 'at'>,
): string =>
  t.plain('ruling.reading', { likes: t.number(likes), shares: t.number(shares), at: t.moment(at) });
