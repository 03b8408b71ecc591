import { bindGroup, findCode, type Joined, makeCode, readCode, redeemInvitation } from '../actions/codes.js';
import { contestOf } from '../actions/contest.js';
import { needRight } from '../actions/permissions.js';
import { unitName } from '../actions/registrations.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { dutyName, sayHelp } from './help.js';
import { beginLinking, refuseInGroup } from './link.js';
import { beginTakingOver } from './onBehalfAgree.js';
import { describeDecisions } from './rules.js';

/** `/nhom`: a one-time code that binds the group in which it is typed. */
export async function groupCode(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'bindGroup');
  const code = await makeCode(turn, contest.id, { purpose: 'group', name: null, by: turn.person });
  const { t, tools } = turn;
  const ways = tools.bots.map(({ platform, name }) =>
    platform === 'telegram'
      ? t('codes.groupTelegram', { bot: name, code })
      : t('codes.groupZalo', { bot: name, code }),
  );
  turn.say(stack([t('codes.group', { code }), stack(ways, '\n'), t('codes.onceGroup')]));
}

/** `/ma ABCD1234`, a bare code, or the code that came with an invitation link. */
export async function redeem(turn: Turn, args: string): Promise<void> {
  const { t } = turn;
  const typed = readCode(args);
  const code = typed && (await findCode(turn, typed));
  if (!code) throw new Refusal('codes.unknown');
  if (turn.chat.group && code.purpose === 'link') return refuseInGroup(turn, code);
  if (turn.chat.group) {
    const contest = await bindGroup(turn, code, turn.chat.name);
    const decided = describeDecisions(t, contest);
    return turn.say(
      stack([
        t('codes.groupBound', { contest: contest.plan.shortName }),
        // It wasn't there when the other groups were told.
        decided.length > 0 && stack([t('rules.decided'), ...decided]),
      ]),
    );
  }
  if (code.purpose === 'link') return beginLinking(turn, code);
  if (code.purpose === 'team') return beginTakingOver(turn, code);
  turn.say(welcome(turn, await redeemInvitation(turn, code)));
  await sayHelp(turn);
}

function welcome(turn: Turn, { contest, role, unit, name }: Joined) {
  const { t } = turn;
  const about = { name, contest: contest.plan.name };
  switch (role) {
    case 'judge':
      return unit === null
        ? t('codes.welcomeJudge', about)
        : t('codes.welcomeJudgeOf', { ...about, unit: unitName(contest, unit) });
    case 'organizer':
      return t('codes.welcomeOrganizer', about);
    case 'unit_coordinator':
      return t('codes.welcomeCoordinator', { ...about, unit: unitName(contest, unit ?? '') });
    default:
      return t('codes.welcomeRole', { ...about, role: dutyName(turn, contest)({ role, unit }) });
  }
}
