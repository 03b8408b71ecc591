import { bindGroup, codesIn, findCode, type Joined, readCode, redeemInvitation } from '../actions/codes.js';
import { describePurpose } from '../actions/groupNames.js';
import { judgingWindow } from '../actions/locks.js';
import { unitName } from '../actions/registrations.js';
import { hasDays } from '../actions/seats.js';
import type { Styled } from '../chat.js';
import { hears } from '../domain/groups.js';
import { Refusal } from '../domain/refusal.js';
import { seatsOf } from '../domain/selection.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { dutyName, sayHelp } from './help.js';
import { beginLinking, refuseInGroup } from './link.js';
import { beginTakingOver } from './onBehalfAgree.js';
import { describeDecisions } from './rules.js';

/** `/ma ABCD1234`, a bare code, or the code that came with an invitation link. */
export async function redeem(turn: Turn, args: string): Promise<void> {
  const { t } = turn;
  const typed = readCode(args) ?? codesIn(args)[0];
  const code = typed && (await findCode(turn, typed));
  if (!code) throw new Refusal('codes.unknown');
  if (turn.chat.group && code.purpose === 'link') return refuseInGroup(turn, code);
  if (turn.chat.group) {
    const { contest, group } = await bindGroup(turn, code, turn.chat.name);
    const isForEverybody = (group.purpose ?? 'everyone') === 'everyone';
    return turn.say(
      stack([
        isForEverybody
          ? t('codes.groupBound', { contest: contest.plan.shortName })
          : t('group.bound', {
              contest: contest.plan.shortName,
              purpose: describePurpose(t, contest, group),
            }),
        // It wasn't there when the other groups were told.
        hears(group.purpose ?? 'everyone', 'announcements') && describeDecisions(t, contest),
      ]),
    );
  }
  if (code.purpose === 'link') return beginLinking(turn, code);
  if (code.purpose === 'team') return beginTakingOver(turn, code);
  turn.say(await welcome(turn, await redeemInvitation(turn, code)));
  await sayHelp(turn);
}

async function welcome(turn: Turn, joined: Joined): Promise<Styled> {
  const { t } = turn;
  const { contest, home, insteadOf, role, unit } = joined;
  const [seat] = insteadOf === null ? [] : seatsOf(contest, [{ role, unit }]);
  return stack(
    [
      greeting(turn, joined),
      insteadOf !== null && t('codes.welcomeInstead', { name: insteadOf }),
      seat &&
        hasDays(contest, seat) &&
        t('codes.welcomeUntil', { closes: t.moment((await judgingWindow(turn, contest, seat)).closes) }),
      home !== null && t('codes.welcomeHome', { unit: unitName(contest, home) }),
    ],
    '\n',
  );
}

function greeting(turn: Turn, { contest, role, unit, name }: Joined): Styled {
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
