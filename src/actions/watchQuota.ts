import type { BotId, Styled } from '../chat.js';
import { roomIn } from '../domain/announcements.js';
import { monthOf } from '../domain/dates.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import { allContests } from './contest.js';
import { tellRole } from './tell.js';

/** Organizers hear of it when so much of a month's messages is used up. */
const ALARM = 0.8;

export type Usage = { used: number; quota: number; month: string };

/**
 * Messages of this month, heard and sent: Zalo doesn't say which of them it counts, so both are. Read from
 * the post itself, so nothing can be miscounted by a crash.
 */
export async function usageOf(work: Work, bot: BotId, quota: number): Promise<Usage> {
  const { since, name: month } = monthOf(work.now);
  const [sent] = await work.store.letters.aggregate<{ messages: number }>([
    { $match: { bot, sentAt: { $gte: since } } },
    { $group: { _id: null, messages: { $sum: '$sentParts' } } },
  ]);
  const heard = await work.store.updates.countDocuments({
    _id: { $gte: `${bot}:`, $lt: `${bot};` },
    receivedAt: { $gte: since },
  });
  return { used: (sent?.messages ?? 0) + heard, quota, month };
}

/** Of each bot whose platform counts, what is used of this month, and how many letters wait that can wait. */
export async function quotasOf(
  work: Work,
): Promise<(Usage & { bot: BotId; name: string; waiting: number })[]> {
  const counted = work.tools.bots.flatMap(({ id, name, monthlyQuota }) =>
    monthlyQuota === null ? [] : [{ id, name, monthlyQuota }],
  );
  return Promise.all(
    counted.map(async ({ id: bot, name, monthlyQuota }) => ({
      bot,
      name,
      ...(await usageOf(work, bot, monthlyQuota)),
      waiting: await work.store.letters.countDocuments({
        ...{ bot, state: 'waiting' },
        $or: [{ patient: true }, { reminder: { $exists: true } }],
      }),
    })),
  );
}

/** Before that nobody needs to think of it. */
const TELLING = 0.5;

/** How the bots stand whose platform counts, once half a month's messages are used; `null`: none is so far. */
export async function describeQuotas(work: Work): Promise<Styled | null> {
  const { t } = work;
  const told = (await quotasOf(work)).filter(({ used, quota }) => used >= quota * TELLING);
  if (told.length === 0) return null;
  const saving = await savingBots(work);
  return stack(
    told.flatMap(({ bot, name, used, waiting, quota, month }) => [
      t('situation.quota', {
        ...{ bot: name, month, used: t.number(used), quota: t.number(quota) },
        room: t.number(roomIn({ used: used + waiting, quota })),
      }),
      saving.has(bot) && t('situation.saving', { bot: name }),
    ]),
    '\n',
  );
}

/** How many messages are left for what can wait, of the bots whose platform counts; and with those that are kept. */
export async function roomOfBots(work: Work): Promise<Map<BotId, { room: number; withKept: number }>> {
  const quotas = await quotasOf(work);
  return new Map(
    quotas.map(({ bot, used, waiting, quota }) => [
      bot,
      { room: roomIn({ used: used + waiting, quota }), withKept: quota - used - waiting },
    ]),
  );
}

const markOf = (bot: BotId, month: string): string => `quota/${bot}/${month}`;

/** The bots of whose month so much is used that their organizers were warned: what can be merged is merged there. */
export async function savingBots({ tools, store, now }: Work): Promise<Set<BotId>> {
  const marks = tools.bots.flatMap(({ id, monthlyQuota }) =>
    monthlyQuota === null ? [] : [{ id, mark: markOf(id, monthOf(now).name) }],
  );
  if (marks.length === 0) return new Set();
  const set = await store.settings.find({ _id: { $in: marks.map(({ mark }) => mark) } }, { _id: 1 }).lean();
  return new Set(marks.filter(({ mark }) => set.some(({ _id }) => _id === mark)).map(({ id }) => id));
}

/** Warns once a month, for each bot whose platform counts. */
export async function watchQuota(work: Work): Promise<void> {
  for (const { id, name, monthlyQuota } of work.tools.bots) {
    if (monthlyQuota === null) continue;
    const { used, quota, month } = await usageOf(work, id, monthlyQuota);
    if (used < quota * ALARM) continue;
    const mark = markOf(id, month);
    if (await work.store.settings.exists({ _id: mark })) continue;
    const percent = Math.floor((100 * used) / quota);
    for (const contest of await allContests(work))
      await tellRole(
        work,
        contest,
        'organizer',
        work.t('tick.quota', { bot: name, used, quota, month, percent }),
        `${mark}/${contest.id}`,
      );
    work.afterwards(async () => {
      await work.store.settings.updateOne(
        { _id: mark },
        { $setOnInsert: { value: String(used) } },
        { upsert: true },
      );
    });
  }
}
