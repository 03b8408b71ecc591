import { hasOpened, isNight } from '../domain/dates.js';
import { freezeInstant } from '../domain/decisions.js';
import { slotAt } from '../domain/engagement/slots.js';
import { type FacebookPost, facebookPostIn } from '../domain/facebookPosts.js';
import type { ContestId, Snapshot } from '../store/documents.js';
import type { Store } from '../store/store.js';
import type { PostCounts, Work } from '../turn.js';
import { allContests, type Contest } from './contest.js';
import { countedEngagement, rulingsIn } from './engagement.js';
import { admittedCodes } from './entries.js';
import { once } from './once.js';
import { postingsOf } from './postEntry.js';
import { behindResult } from './publishResults.js';
import { recorders } from './recorders.js';
import { tellRole } from './tell.js';

/**
 * Reads the likes and shares of what was posted, every hour while the vote is open and ever more often before
 * the freeze. What could not be read is owed until its stretch of time is over, so each tick asks only for that.
 */
export async function readFacebook(work: Work): Promise<void> {
  if (!work.tools.facebook) return;
  for (const contest of await allContests(work)) {
    const freeze = freezeInstant(contest.plan);
    const { voting } = contest.windows;
    if (!freeze || (voting && !hasOpened(voting, work.now))) continue;
    await lookAgain(work, contest, freeze);
    const slot = slotAt(work.now, freeze);
    // Counted back from the freeze: where that has moved, the same name means another stretch of time.
    if (slot !== null) await readPosts(work, contest, freeze, `${freeze.toISOString()}/${slot}`);
  }
}

/** So long after the freeze an answer may have come in, and its process have died before it looked behind itself. */
const LOOKED_FOR_MS = 3_600_000;

/**
 * Takes out what counts and no published result has seen: somebody was cut off between writing it and looking. What
 * was ruled about counts by the ruling.
 */
async function lookAgain(work: Work, contest: Contest, freeze: Date): Promise<void> {
  const since = work.now.getTime() - freeze.getTime();
  if (since < 0 || since > LOOKED_FOR_MS) return;
  if (!(await work.store.results.exists({ contest: contest.id }))) return;
  if ((await rulingsIn(work, contest)).length > 0) return;
  const counted = [...(await countedEngagement(work, contest)).values()];
  const read = counted.filter(({ source }) => source === 'facebook').map(({ _id }) => _id);
  const behind = await behindResult(work, contest, read);
  if (behind.length > 0) await work.store.snapshots.deleteMany({ _id: { $in: behind } });
}

/** Of each contest the stretch of time in which all was read, with how many posts there were. Only spares reading. */
const allRead = new WeakMap<Store, Map<ContestId, string>>();

type Owed = { id: string; entry: string; post: FacebookPost };

async function readPosts(work: Work, contest: Contest, freeze: Date, slot: string): Promise<void> {
  if (!work.tools.facebook) return;
  const { store } = work;
  const posts = await store.postings.countDocuments({ contest: contest.id });
  const name = `${slot}/${posts}`;
  const read = allRead.get(store) ?? new Map<ContestId, string>();
  allRead.set(store, read);
  if (posts === 0 || read.get(contest.id) === name) return;
  const owed = await owedIn(work, contest, slot);
  if (owed.length === 0) {
    read.set(contest.id, name);
    return;
  }
  const { counts, denied } = await work.tools.facebook(
    owed.map(({ post }) => post),
    freeze,
  );
  const answered = owed.flatMap((each, index) => {
    const found = counts[index];
    return found ? [{ ...each, found }] : [];
  });
  if (answered.length > 0) {
    const { upsertedIds } = await work.store.snapshots.bulkWrite(
      answered.map(({ id, entry, found }) => keeping(contest, id, entry, found)),
    );
    const written = Object.values(upsertedIds).map(String);
    // A slow answer may come in behind a result that it would have changed.
    const inTime = answered.filter(({ id, found }) => written.includes(id) && found.at <= freeze);
    const ids = inTime.map(({ id }) => id);
    const behind = await behindResult(work, contest, ids);
    if (behind.length > 0) await work.store.snapshots.deleteMany({ _id: { $in: behind } });
  }
  if (denied && !isNight(work.now)) await tellDenied(work, contest);
}

/** Kept as of the moment of Facebook's answer, so that what came a moment too late is not taken for in time. */
const keeping = (contest: Contest, _id: string, entry: string, { likes, shares, at }: PostCounts) => ({
  updateOne: {
    filter: { _id },
    update: {
      $setOnInsert: {
        contest: contest.id,
        entry,
        likes,
        shares,
        at,
        enteredAt: at,
        source: 'facebook' as const,
        by: null,
      },
    },
    upsert: true,
  },
});

async function owedIn(work: Work, contest: Contest, slot: string): Promise<Owed[]> {
  const posts = await readablePosts(work, contest);
  const all = [...posts].map(([entry, post]) => ({
    id: `facebook/${contest.id}/${entry}/${slot}`,
    entry,
    post,
  }));
  const kept = await work.store.snapshots
    .find({ _id: { $in: all.map(({ id }) => id) } }, { _id: 1 })
    .lean<Pick<Snapshot, '_id'>[]>();
  const ids = new Set(kept.map(({ _id }) => _id));
  return all.filter(({ id }) => !ids.has(id));
}

/** The posts that Facebook can be asked about, by the code of their entry. */
export async function readablePosts(work: Work, contest: Contest): Promise<Map<string, FacebookPost>> {
  const postings = await postingsOf(work, contest);
  if (postings.size === 0) return new Map();
  const codes = await admittedCodes(work, contest);
  return new Map(
    codes.flatMap((code): [string, FacebookPost][] => {
      const url = postings.get(code)?.url;
      const post = url === undefined ? null : facebookPostIn(url);
      return post ? [[code, post]] : [];
    }),
  );
}

/** Once a day, by day: only the operator can put a new token there. */
async function tellDenied(work: Work, contest: Contest): Promise<void> {
  const day = work.now.toISOString().slice(0, 10);
  await once(work, contest, `facebook-denied:${day}`, (key) =>
    tellRole(
      work,
      contest,
      recorders,
      work.t('engagementAlarm.denied', { contest: contest.plan.shortName }),
      key,
    ),
  );
}
