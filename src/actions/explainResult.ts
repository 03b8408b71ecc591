import { freezeInstant } from '../domain/decisions.js';
import type { Prizes } from '../domain/outcome.js';
import { cellOf } from '../domain/permissions.js';
import { type Account, explain } from '../domain/ranking/explain.js';
import { type Ranking, rank } from '../domain/ranking.js';
import { Refusal } from '../domain/refusal.js';
import type { Ruling, Snapshot, StoredEntry } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import { type Standing, standingOf } from './complaints.js';
import type { Contest } from './contest.js';
import { countedEngagement } from './engagement.js';
import { judgingWindow, lockedAt } from './locks.js';
import { covers, rightOf } from './permissions.js';
import { postingsOf } from './postEntry.js';
import { latestResult } from './publishResults.js';
import { asToldIn, lockBehind, publishedInput, type ResultInput, resultInput } from './resultInput.js';
import { finalSeat } from './seats.js';

/** `post`: where the entry was posted, of what we read there ourselves. */
export type CountedReading = Pick<Snapshot, 'at' | 'enteredAt' | 'source' | 'proof'> & {
  post: string | null;
};

export type Explained = {
  account: Account;
  /** Their names, in the order of the jury. */
  judges: { person: string; name: string }[];
  /** The committee's own view: it knows who judged what. */
  isInside: boolean;
  /** What lies in the database now isn't what was published. */
  isOutdated: boolean;
  /** What was ruled about its engagement, and was ranked with. */
  rulings: Ruling[];
  /** Where its engagement that counts is from; `null`: nothing counts, or only votes given here. */
  reading: CountedReading | null;
  /** How what was published stands, `null` before. */
  standing: Standing | null;
  /** The prizes as they were published, `null` before. */
  prizes: Prizes | null;
};

/**
 * How an entry came to its place: once the judging is locked for the committee, once it is published for
 * its team and the coordinators of its unit too; to nobody else.
 */
export async function explainResult(turn: Turn, contest: Contest, entry: StoredEntry): Promise<Explained> {
  const { code, person, unit } = entry;
  const isInside = (await turn.duties(contest.id)).some(
    (duty) => duty.unit === null && cellOf('explainResult', duty.role) === 'yes',
  );
  const right = await rightOf(turn, contest, 'explainResult');
  const isOwn = person === turn.person || (right.kind === 'units' && covers(contest, right, unit));
  const published = await latestResult(turn, contest);
  if (!isInside) {
    if (!published) throw new Refusal('explain.notPublished');
    if (!isOwn) throw new Refusal('explain.notYours', { code });
  }
  // What is published stays explained as it was published, also while its judging is reopened.
  const explained =
    published && !isInside
      ? await accountIn(
          turn,
          contest,
          code,
          await publishedInput(turn, contest, published, await lockBehind(turn, contest, published)),
        )
      : await accountNow(turn, contest, code);
  const isOutdated =
    published !== null &&
    JSON.stringify(published.ranking) !== JSON.stringify(asToldIn(published.ranking, explained.ranking));
  // What was changed since may not be read off before it is published too.
  if (isOutdated && !isInside) throw new Refusal('explain.changed');
  const standing = published && standingOf(contest, published.version, published.publishedAt);
  return { ...explained, isInside, isOutdated, standing, prizes: published?.prizes ?? null };
}

type Worked = Pick<Explained, 'account' | 'judges' | 'rulings' | 'reading'> & { ranking: Ranking };

/** As everything stands now. Refuses while judges may still score, and while votes still count. */
export async function accountNow(work: Work, contest: Contest, code: string): Promise<Worked> {
  const { t, now } = work;
  const seat = finalSeat(contest);
  if (!(await lockedAt(work, contest, seat)))
    throw new Refusal('explain.notLocked', {
      closes: t.moment((await judgingWindow(work, contest, seat)).closes),
    });
  const freeze = freezeInstant(contest.plan);
  if (freeze && now <= freeze) throw new Refusal('explain.votesOpen', { closes: t.moment(freeze) });
  return accountIn(work, contest, code, await resultInput(work, contest));
}

async function accountIn(
  work: Work,
  contest: Contest,
  code: string,
  { input, judges, rulings }: ResultInput,
): Promise<Worked> {
  const account = explain(input, code);
  if (!account) throw new Refusal('explain.notRanked', { code });
  const snapshot = (await countedEngagement(work, contest, rulings)).get(code);
  const post = (await postingsOf(work, contest)).get(code)?.url ?? null;
  return {
    ...{ account, judges, ranking: rank(input), reading: snapshot ? { ...snapshot, post } : null },
    rulings: rulings.filter(({ entry }) => entry === code),
  };
}
