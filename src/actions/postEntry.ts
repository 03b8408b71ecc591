import { postName } from '../domain/facebookPosts.js';
import { Refusal } from '../domain/refusal.js';
import type { Posting, StoredEntry } from '../store/documents.js';
import { isDuplicate } from '../store/store.js';
import type { Turn, Work } from '../turn.js';
import type { Contest } from './contest.js';
import { entryName, isAdmitted } from './entries.js';
import { needRight } from './permissions.js';
import { tellPerson } from './tell.js';

/** Where each entry was posted: the newest link, by code. */
export async function postingsOf(work: Work, contest: Contest): Promise<Map<string, Posting>> {
  const all = await work.store.postings
    .find({ contest: contest.id })
    .sort({ at: 1, _id: 1 })
    .lean<Posting[]>();
  return new Map(all.map((posting) => [posting.entry, posting]));
}

/** Keeps where entries were posted, and tells their authors. A link is one entry's. */
export async function postEntries(turn: Turn, contest: Contest, posted: readonly Posted[]): Promise<void> {
  await needRight(turn, contest, 'postEntry');
  const before = await postingsOf(turn, contest);
  for (const [index, { entry, url }] of posted.entries()) {
    if (!isAdmitted(contest, entry)) throw new Refusal('posting.notAdmitted', { code: entry.code });
    const others = [
      ...[...before.values()].filter(({ entry: code }) => !posted.some((each) => each.entry.code === code)),
      ...posted.slice(0, index).map((each) => ({ entry: each.entry.code, url: each.url })),
    ];
    const other = others.find((each) => postName(each.url) === postName(url));
    if (other && other.entry !== entry.code) throw new Refusal('posting.taken', { code: other.entry });
  }
  for (const each of posted) await letGo(turn, contest, each);
  for (const [index, { entry, url }] of posted.entries()) {
    const { code, person } = entry;
    await keep(turn, contest, `${contest.id}/${turn.id}/${index}`, { entry, url });
    const known = before.get(code);
    // Who is told twice of one link would look for what is new.
    if (known?.url === url && known.at < turn.now) continue;
    const about = { contest: contest.plan.shortName, entry: entryName(entry), url };
    const text = turn.t(known && known.at < turn.now ? 'posting.toldNew' : 'posting.told', about);
    await tellPerson(turn, person, text, `posted/${contest.id}/${turn.id}/${code}`);
  }
}

type Posted = { entry: StoredEntry; url: string };

const claimOf = (contest: Contest, url: string): string => `${contest.id}/${postName(url)}`;

/** What an entry was posted as before may be another's from now on: two may have been mixed up. */
async function letGo(turn: Turn, contest: Contest, { entry, url }: Posted): Promise<void> {
  const post = { $exists: true, $ne: claimOf(contest, url) };
  await turn.store.postings.updateMany(
    { contest: contest.id, entry: entry.code, post, at: { $lte: turn.now } },
    { $unset: { post: 1 } },
  );
}

async function keep(turn: Turn, contest: Contest, _id: string, { entry, url }: Posted): Promise<void> {
  const { postings } = turn.store;
  const about = { contest: contest.id, entry: entry.code, url, at: turn.now, by: turn.person };
  const post = claimOf(contest, url);
  try {
    await postings.updateOne({ _id }, { $setOnInsert: { ...about, post } }, { upsert: true });
  } catch (error) {
    if (!isDuplicate(error, 'postOf')) throw error;
    const holder = await postings.findOne({ post }, { entry: 1 }).lean();
    // Another chat was quicker.
    if (holder && holder.entry !== entry.code) throw new Refusal('posting.taken', { code: holder.entry });
    await postings.updateOne({ _id }, { $setOnInsert: about }, { upsert: true });
  }
}
