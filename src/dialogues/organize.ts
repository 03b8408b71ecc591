import { bindGroup, findCode, inviteJudge, makeCode, readCode, redeemInvitation } from '../actions/codes.js';
import { contestOf, needRole } from '../actions/contest.js';
import { Refusal } from '../domain/refusal.js';
import { tidy } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { sayHelp } from './help.js';
import { describeDecisions } from './rules.js';

/** `/moigiamkhao [tên]`: a one-time code for one judge, to be handed on. */
export async function invite(turn: Turn, args: string): Promise<void> {
  const name = tidy(args).slice(0, 60) || null;
  const code = await inviteJudge(turn, await contestOf(turn), name);
  const { t } = turn;
  turn.say(
    stack([
      name ? t('codes.judgeNamed', { name, code }) : t('codes.judge', { code }),
      howToJoin(turn, code),
      t('codes.once'),
    ]),
  );
}

/** On each messenger: the link that opens the chat, and what to type there. */
function howToJoin(turn: Turn, code: string) {
  return stack(
    turn.tools.bots.map((bot) =>
      bot.platform === 'telegram'
        ? turn.t('codes.joinTelegram', { link: bot.link(code) })
        : turn.t('codes.joinZalo', { link: bot.link(), code }),
    ),
    '\n',
  );
}

/** `/nhom`: a one-time code that binds the group in which it is typed. */
export async function groupCode(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  await needRole(turn, contest, 'organizer');
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
  const { contest, role, name } = await redeemInvitation(turn, code);
  turn.say(
    role === 'judge'
      ? t('codes.welcomeJudge', { name, contest: contest.plan.name })
      : t('codes.welcomeOrganizer', { name, contest: contest.plan.name }),
  );
  await sayHelp(turn);
}
