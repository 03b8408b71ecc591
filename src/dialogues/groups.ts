import { type Contest, contestOf, exampleUnit } from '../actions/contest.js';
import { describePurpose, messengerOf, nameOfGroup, sinceOf } from '../actions/groupNames.js';
import { codeForGroup, groupsOf, unbindGroup } from '../actions/groups.js';
import { needRight } from '../actions/permissions.js';
import { type GroupPurpose, groupPurposes } from '../domain/groups.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Offer, Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { Again } from './form.js';
import { contestHeading } from './inviteCode.js';
import { unitMeant } from './unitMeant.js';

/** How purposes are named behind `/nhom`, folded. */
const calledBy: Record<Exclude<GroupPurpose, 'unit'>, RegExp> = {
  everyone: /^(chung)?$/,
  announcements: /^(chi )?thong bao$/,
  results: /^(chi )?ket qua$/,
  judges: /^(ban )?giam khao$|^bgk$/,
  secretariat: /^(to )?thu k[yi]$/,
};

/**
 * `/nhom`: a one-time code for a group of everybody; `/nhom giám khảo`, `/nhom Mộ Đức`: for what else a group may
 * be. `/nhom xem` lists those that are bound, `/nhom bỏ 2` ends the second of them, once it was named and confirmed.
 */
export async function groupsOrCode(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'bindGroup');
  const said = fold(args).replace(/^nhom /, '');
  if (/^(xem|danh sach)$/.test(said)) return showGroups(turn, contest);
  const [, number] = /^(?:bo|thoi gan|go) (\d+)$/.exec(said) ?? [];
  if (number) return askToEnd(turn, contest, Number(number));
  const [, id] = /^bo (\S+)$/.exec(args) ?? [];
  if (id) return endGroup(turn, contest, id);
  const purpose = groupPurposes.find((each) => each !== 'unit' && calledBy[each].test(said));
  if (purpose) return sayCode(turn, contest, { purpose, unit: null });
  const unit = unitMeant(turn, contest, args, [contest.plan.units.root]);
  if (!(unit instanceof Again)) return sayCode(turn, contest, { purpose: 'unit', unit });
  const { text, choices = [] } = unit.question;
  turn.say(
    text,
    choices.map(({ label, says }) => ({ label, says: `/nhom ${says}` })),
  );
}

async function sayCode(
  turn: Turn,
  contest: Contest,
  about: { purpose: GroupPurpose; unit: string | null },
): Promise<void> {
  const { t, tools } = turn;
  const code = await codeForGroup(turn, contest, about);
  const ways = tools.bots.map(({ platform, name }) =>
    platform === 'telegram'
      ? t('codes.groupTelegram', { bot: name, code })
      : t('codes.groupZalo', { bot: name, code }),
  );
  const isForEverybody = about.purpose === 'everyone';
  turn.say(
    stack([
      stack(
        [
          await contestHeading(turn, contest),
          isForEverybody
            ? t('codes.group', { code })
            : t('group.codeFor', { code, purpose: describePurpose(t, contest, about) }),
        ],
        '\n',
      ),
      stack(ways, '\n'),
      t('codes.onceGroup'),
      isForEverybody && t('group.others', { unit: exampleUnit(contest) }),
    ]),
    isForEverybody ? otherPurposes(t) : [],
  );
}

const otherPurposes = (t: Words): Offer[] => [
  { label: t.plain('group.offerJudges'), says: '/nhom giám khảo' },
  { label: t.plain('group.offerSecretariat'), says: '/nhom thư ký' },
  { label: t.plain('group.offerResults'), says: '/nhom kết quả' },
  { label: t.plain('group.offerBound'), says: '/nhom xem' },
];

async function showGroups(turn: Turn, contest: Contest): Promise<void> {
  const { t } = turn;
  const groups = await groupsOf(turn, contest);
  if (groups.length === 0) return turn.say(t('group.noneBound'));
  const lines = groups.map(({ group, isReachable }, index) =>
    t(isReachable ? 'group.line' : 'group.lineLost', {
      number: index + 1,
      title:
        group.title.trim() ||
        t.plain('group.untitledInList', { messenger: messengerOf(t, group), since: sinceOf(t, group) }),
      purpose: describePurpose(t, contest, group),
    }),
  );
  turn.say(stack([t('group.list', { count: groups.length }), stack(lines, '\n'), t('group.listEnd')]));
}

/** Its number may be another's by now, so it is named before anything is done. */
async function askToEnd(turn: Turn, contest: Contest, number: number): Promise<void> {
  const { t } = turn;
  const groups = await groupsOf(turn, contest);
  const { group } = groups[number - 1] ?? {};
  if (groups.length === 0) throw new Refusal('group.noneBound');
  if (!group) throw new Refusal('group.noSuchNumber', { number, count: groups.length });
  turn.say(t('group.endAsk', { group: nameOfGroup(t, contest, group) }), [
    { label: t.plain('group.endYes'), says: `/nhom bo ${group._id}` },
    { label: t.plain('group.endNo'), says: '/nhom xem' },
  ]);
}

async function endGroup(turn: Turn, contest: Contest, id: string): Promise<void> {
  const group = await unbindGroup(turn, contest, id);
  if (!group) return showGroups(turn, contest);
  turn.say(turn.t('group.ended', { group: nameOfGroup(turn.t, contest, group) }));
}
