import { bindGroup, findCode, type Joined, makeCode, readCode, redeemInvitation } from '../actions/codes.js';
import { contestOf } from '../actions/contest.js';
import { entryByCode, entryName } from '../actions/entries.js';
import { needRight } from '../actions/permissions.js';
import { recordEngagement } from '../actions/recordEngagement.js';
import { unitName } from '../actions/registrations.js';
import { readCount } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { sayHelp } from './help.js';
import { beginLinking, refuseInGroup } from './link.js';

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
    return turn.say(t('codes.groupBound', { contest: contest.plan.shortName }));
  }
  if (code.purpose === 'link') return beginLinking(turn, code);
  turn.say(welcome(turn, await redeemInvitation(turn, code)));
  await sayHelp(turn);
}

function welcome({ t }: Turn, { contest, role, unit, name }: Joined) {
  const about = { name, contest: contest.plan.name };
  switch (role) {
    case 'judge':
      return t('codes.welcomeJudge', about);
    case 'organizer':
      return t('codes.welcomeOrganizer', about);
    case 'unit_coordinator':
      return t('codes.welcomeCoordinator', { ...about, unit: unitName(contest, unit ?? '') });
    default:
      return t('codes.welcomeRole', { ...about, role: t.plain(`role.${role}`) });
  }
}

/** `/tuongtac QN-07 310 120`: likes, then shares. */
export async function engagement(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'recordEngagement');
  const [codeText, ...numbers] = args
    .replace(/^([a-z]+)[\s-]+(\d)/i, '$1-$2')
    .split(/[\s;]+|,(?!\d)/)
    .filter(Boolean);
  const [likes, shares] = numbers.map(readCount);
  const example = `${contest.plan.codePrefix}-07`;
  if (!codeText || likes == null || shares == null || numbers.length !== 2)
    throw new Refusal('engagement.how', { example: `/tuongtac ${example} 310 120` });
  const entry = await entryByCode(turn, contest, codeText);
  const { counts, freeze } = await recordEngagement(turn, contest, entry, { likes, shares });
  const { t } = turn;
  turn.say(
    stack([
      t('engagement.saved', { entry: entryName(entry), likes, shares, at: t.moment(turn.now) }),
      !counts && freeze && t('engagement.tooLate', { freeze: t.moment(freeze) }),
    ]),
  );
}
