import { type Invited, invite } from '../actions/codes.js';
import { allContests, type Contest, contestOf } from '../actions/contest.js';
import { unitName } from '../actions/registrations.js';
import type { Styled } from '../chat.js';
import type { RoleName } from '../domain/roles.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { dutyName } from './help.js';

/* The code that an invitation ends in, and how whoever gets it comes in with it. */

export async function sayCode(turn: Turn, about: Invited): Promise<void> {
  const { t } = turn;
  const contest = await contestOf(turn);
  const code = await invite(turn, contest, about);
  turn.say(
    stack([
      stack([await contestHeading(turn, contest), invited(turn, contest, about, code)], '\n'),
      howToJoin(turn, code),
      t('codes.once'),
    ]),
  );
}

function invited(turn: Turn, contest: Contest, about: Invited, code: string): Styled {
  const { t } = turn;
  const { name, home } = about;
  const role = dutyName(turn, contest)(about);
  const isBody = bodies.includes(about.role);
  return stack(
    [
      name === null
        ? t('codes.invite', { role, code })
        : t(isBody ? 'codes.inviteInto' : 'codes.inviteAs', { role, name, code }),
      home !== undefined && t('invite.home', { unit: unitName(contest, home) }),
    ],
    '\n',
  );
}

/** One is in these, rather than one of them. */
const bodies: RoleName[] = ['standing_agency', 'secretary', 'support_staff'];

/** Which contest a code is for, where whoever hands it on is something in several. */
export async function contestHeading(turn: Turn, { plan }: Contest): Promise<Styled | null> {
  let own = 0;
  for (const { id } of await allContests(turn)) if ((await turn.duties(id)).length > 0) own += 1;
  return own > 1 ? turn.t('codes.contest', { contest: plan.shortName }) : null;
}

/** On each messenger: the link that opens the chat, and what to type there. */
export function howToJoin(turn: Turn, code: string) {
  return stack(
    turn.tools.bots.map((bot) =>
      bot.platform === 'telegram'
        ? turn.t('codes.joinTelegram', { link: bot.link(code) })
        : turn.t('codes.joinZalo', { link: bot.link(), code }),
    ),
    '\n',
  );
}
