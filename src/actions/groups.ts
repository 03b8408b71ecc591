import { isNight } from '../domain/dates.js';
import type { GroupPurpose } from '../domain/groups.js';
import type { Group } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import { makeCode } from './codes.js';
import { allContests, type Contest } from './contest.js';
import { nameOfGroup } from './groupNames.js';
import { needRight } from './permissions.js';
import { boundGroups, tellRole } from './tell.js';

/** A one-time code that binds the group in which it is typed. */
export async function codeForGroup(
  turn: Turn,
  contest: Contest,
  { purpose, unit }: { purpose: GroupPurpose; unit: string | null },
): Promise<string> {
  await needRight(turn, contest, 'bindGroup');
  return makeCode(turn, contest.id, {
    purpose: 'group',
    groupPurpose: purpose,
    unit,
    name: null,
    by: turn.person,
  });
}

/** Every bound group, and whether the assistant can write there. */
export async function groupsOf(
  turn: Turn,
  contest: Contest,
): Promise<{ group: Group; isReachable: boolean }[]> {
  await needRight(turn, contest, 'bindGroup');
  const groups = await boundGroups(turn, contest);
  const lost = await turn.store.chats
    .find({ _id: { $in: groups.map(({ chat }) => chat) }, reachable: false }, { _id: 1 })
    .lean();
  return groups.map((group) => ({
    group,
    isReachable: !lost.some(({ _id }) => _id === group.chat),
  }));
}

/** Nothing of this contest is posted there any more; `null`: there is no such group. */
export async function unbindGroup(turn: Turn, contest: Contest, id: string): Promise<Group | null> {
  const { groups } = turn.store;
  const own = await groups.findOne({ contest: contest.id, endedTurn: turn.id }).lean<Group>();
  if (own) return own;
  const group = (await groupsOf(turn, contest)).find((each) => each.group._id === id)?.group ?? null;
  if (group)
    await groups.updateOne(
      { _id: group._id, endedAt: null },
      { $set: { endedAt: turn.now, endedBy: turn.person, endedTurn: turn.id } },
    );
  return group;
}

/** Those who bind groups hear once, by day, of each in which the assistant can't write any more. */
export async function watchGroups(work: Work): Promise<void> {
  if (isNight(work.now)) return;
  const { chats, groups } = work.store;
  const lost = await chats.find({ group: true, reachable: false }, { turn: 1 }).lean();
  const isLost = { chat: { $in: lost.map(({ _id }) => _id) } };
  const news = await groups
    .find({ ...isLost, endedAt: null, lostAt: null })
    .sort({ _id: 1 })
    .lean<Group[]>();
  for (const contest of news.length > 0 ? await allContests(work) : [])
    for (const group of news.filter((each) => each.contest === contest.id)) {
      const { _id, chat } = group;
      // It may be lost, and come back, more than once.
      const since = lost.find((each) => each._id === chat)?.turn ?? '';
      const text = work.t('group.lost', {
        contest: contest.plan.shortName,
        group: nameOfGroup(work.t, contest, group),
      });
      await tellRole(work, contest, ['organizer', 'secretary'], text, `group-lost/${_id}/${since}`);
      work.afterwards(async () => {
        await groups.updateOne({ _id }, { $set: { lostAt: work.now } });
      });
    }
  await groups.updateMany(
    { lostAt: { $type: 'date' }, chat: { $nin: lost.map(({ _id }) => _id) } },
    { $set: { lostAt: null } },
  );
}
