import { isNews, type Read, signsOf, voteBurst } from '../domain/fraud.js';
import type { RoleName } from '../domain/roles.js';
import type { Remark, Snapshot, StoredEntry, Suspicion } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import { stack, type Words } from '../words.js';
import { allContests, type Contest } from './contest.js';
import { entryName, liveEntries } from './entries.js';
import { needRight } from './permissions.js';
import { tellRole } from './tell.js';

/** Who may see them, and is told. */
export const watchers: readonly RoleName[] = ['organizer', 'chair', 'standing_agency', 'secretary'];

const MINUTE_MS = 60_000;
/** Under which a contest keeps until when its numbers were looked through. */
const LOOKED = 'fraud-looked';
/** So long a turn may be under way with numbers that bear the moment at which they came. */
const BESIDE_MS = 5 * MINUTE_MS;
/** How far back numbers are laid beside each other. */
const LOOK_BACK_MS = 7 * 24 * 60 * MINUTE_MS;

/**
 * Looks through the numbers of entries that have got new ones since the last look. A sign is told once for each entry and kind, again when it has doubled, and
 * listed with `/nghivan`; it removes nothing and changes nothing that counts.
 */
export async function watchFraud(work: Work): Promise<void> {
  for (const contest of await allContests(work)) {
    if (contest.plan.scoring.audience.mode === 'none') continue;
    const looked = contest.done[LOOKED] ?? contest.createdAt;
    const fresh = new Date(looked.getTime() - BESIDE_MS);
    const codes = await work.store.snapshots.distinct('entry', {
      contest: contest.id,
      enteredAt: { $gte: fresh, $lte: work.now },
    });
    if (codes.length === 0) continue;
    await lookThrough(work, contest, codes);
    work.afterwards(async () => {
      await work.store.contests.updateOne({ _id: contest.id }, { $set: { [`done.${LOOKED}`]: work.now } });
    });
  }
}

async function lookThrough(work: Work, contest: Contest, codes: readonly string[]): Promise<void> {
  const [entries, snapshots, known] = await Promise.all([
    liveEntries(work, contest),
    work.store.snapshots
      .find(
        {
          contest: contest.id,
          entry: { $in: codes },
          source: { $ne: 'bot' },
          at: { $gte: new Date(work.now.getTime() - LOOK_BACK_MS) },
        },
        { entry: 1, at: 1, enteredAt: 1, likes: 1, shares: 1 },
      )
      .sort({ entry: 1, at: 1, enteredAt: 1 })
      .lean<Snapshot[]>(),
    suspicionsOf(work, contest),
  ]);
  const byEntry = new Map<string, Snapshot[]>(codes.map((code) => [code, []]));
  for (const each of snapshots) byEntry.get(each.entry)?.push(each);
  for (const entry of entries) {
    const signs = signsOf(lastAtEachMoment(byEntry.get(entry.code) ?? []));
    const before = known.filter(({ entry: code }) => code === entry.code).map(({ sign }) => sign);
    for (const sign of signs) if (isNews(sign, before)) await tellNew(work, contest, entry, sign);
  }
}

/** The votes given here, once they are counted. */
export async function lookAtVotes(
  work: Work,
  contest: Contest,
  entries: readonly StoredEntry[],
  given: ReadonlyMap<string, readonly Date[]>,
): Promise<void> {
  for (const entry of entries) {
    const sign = voteBurst(given.get(entry.code) ?? []);
    if (sign) await tellNew(work, contest, entry, sign);
  }
}

/** What was corrected is not a leap. */
const lastAtEachMoment = (snapshots: readonly Snapshot[]): Read[] => [
  ...new Map(snapshots.map((each) => [each.at.getTime(), each])).values(),
];

async function tellNew(
  work: Work,
  contest: Contest,
  entry: StoredEntry,
  sign: Suspicion['sign'],
): Promise<void> {
  const { t } = work;
  const _id = `${contest.id}/${entry.code}/${sign.kind}/${sign.at.toISOString()}`;
  const text = stack(
    [
      t('fraud.told', { contest: contest.plan.shortName, entry: entryName(entry) }),
      describeSign(t, sign),
      t('fraud.toldHow', { code: entry.code }),
    ],
    '\n',
  );
  await tellRole(work, contest, watchers, text, `suspicion/${_id}`);
  work.afterwards(async () => {
    await work.store.suspicions.updateOne(
      { _id },
      { $setOnInsert: { contest: contest.id, entry: entry.code, sign, foundAt: work.now } },
      { upsert: true },
    );
  });
}

export const suspicionsOf = (work: Work, contest: Contest): Promise<Suspicion[]> =>
  work.store.suspicions
    .find({ contest: contest.id })
    .sort({ entry: 1, 'sign.at': 1, _id: 1 })
    .lean<Suspicion[]>()
    .exec();

export const remarksIn = (work: Work, contest: Contest): Promise<Remark[]> =>
  work.store.remarks.find({ contest: contest.id }).sort({ at: 1, _id: 1 }).lean<Remark[]>().exec();

/** What somebody has found out about an entry's numbers. Kept beside them; nothing follows from it by itself. */
export async function remark(turn: Turn, contest: Contest, entry: StoredEntry, words: string): Promise<void> {
  await needRight(turn, contest, 'seeSuspicions');
  await turn.store.remarks.updateOne(
    { _id: `${contest.id}/${turn.id}` },
    { $setOnInsert: { contest: contest.id, entry: entry.code, words, by: turn.person, at: turn.now } },
    { upsert: true },
  );
}

/** "tăng 900 lượt trong vòng một giờ, đến 20 giờ thứ Sáu, 15/9/2023". */
export function describeSign(t: Words, sign: Suspicion['sign']) {
  const at = t.moment(sign.at);
  switch (sign.kind) {
    case 'burst':
      return t('fraud.burst', { gained: t.number(sign.gained), perHour: t.number(sign.perHour), at });
    case 'round':
      return t('fraud.round', { times: sign.times, at });
    case 'sharesOnly':
      return t('fraud.sharesOnly', { likes: t.number(sign.likes), shares: t.number(sign.shares), at });
    case 'votes':
      return t('fraud.votes', { perHour: t.number(sign.perHour), at });
    case 'fell':
      return t('fraud.fell', { from: t.number(sign.from), to: t.number(sign.to), at });
  }
}
