import { z } from 'zod';
import { invite, mayInvite } from '../actions/codes.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { may, rightOf } from '../actions/permissions.js';
import { Refusal } from '../domain/refusal.js';
import { type RoleName, roleNames } from '../domain/roles.js';
import { fold, tidy } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { Again, beginForm, type Form, type Question } from './form.js';
import { dutyName } from './help.js';
import { unitMeant } from './unitMeant.js';

/** How the roles are named behind `/moi`, folded. */
const calledBy: Record<RoleName, string[]> = {
  organizer: ['thanh vien ban to chuc', 'ban to chuc', 'btc'],
  chair: ['truong ban to chuc', 'truong btc'],
  standing_agency: ['co quan thuong truc', 'thuong truc'],
  secretary: ['to thu ky', 'thu ky', 'thu ki'],
  support_staff: ['to giup viec', 'giup viec'],
  head_judge: ['truong ban giam khao', 'truong giam khao', 'truong bgk'],
  judge: ['ban giam khao', 'giam khao', 'bgk'],
  screener: ['nguoi tham dinh', 'tham dinh'],
  unit_coordinator: ['dau moi don vi', 'dau moi'],
};

/** `/moigiamkhao [tên]`: a one-time code for one judge, to be handed on. */
export async function inviteJudge(turn: Turn, args: string): Promise<void> {
  return sayCode(turn, { role: 'judge', unit: null, name: nameIn(args) });
}

/** `/moi thư ký Trần Thị Bình`, `/moi đầu mối Bình Sơn`; a name alone is a judge's. */
export async function beginInvitation(turn: Turn, args: string): Promise<void> {
  if (!args) return offerRoles(turn);
  const { role, rest } = roleIn(args);
  const contest = await contestOf(turn);
  await mayInvite(turn, contest, role);
  if (role !== 'unit_coordinator') return sayCode(turn, { role, unit: null, name: nameIn(rest) });
  const picked = rest ? await pickUnit(turn, contest, rest) : null;
  if (typeof picked === 'string') return sayCode(turn, { role, unit: picked, name: null });
  await beginForm(turn, inviteCoordinator, { typed: rest });
}

async function offerRoles(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const offers = [];
  for (const role of roleNames)
    if (await may(turn, contest, `appoint:${role}`))
      offers.push({ label: turn.t.plain(`role.${role}`), says: `/moi ${calledBy[role][0]}` });
  // Refuses in words who may invite nobody.
  if (offers.length === 0) await mayInvite(turn, contest, 'judge');
  turn.say(turn.t('invite.which'), offers);
}

/** The longest name first: "trưởng ban giám khảo" before "giám khảo". */
function roleIn(args: string): { role: RoleName; rest: string } {
  const words = args.split(/\s+/);
  for (let length = Math.min(5, words.length); length > 0; length -= 1) {
    const said = fold(words.slice(0, length).join(' '));
    const role = roleNames.find((each) => calledBy[each].includes(said));
    if (role) return { role, rest: words.slice(length).join(' ') };
  }
  return { role: 'judge', rest: args };
}

const nameIn = (text: string): string | null => tidy(text).slice(0, 60) || null;

/** Which unit a new coordinator answers for. */
export const inviteCoordinator: Form = {
  name: 'inviteCoordinator',
  version: 1,
  title: 'invite.coordinatorTitle',
  restartable: true,
  steps: [
    {
      name: 'unit',
      label: 'register.unitLabel',
      answer: z.string(),
      ask: async (turn, answers): Promise<Question> => {
        const picked = answers.typed
          ? await pickUnit(turn, await contestOf(turn), String(answers.typed))
          : null;
        return picked instanceof Again ? picked.question : { text: turn.t('invite.unitAsk') };
      },
      read: async (turn, input) => {
        const contest = await contestOf(turn);
        const unit = input.says ? contest.units.get(input.says) : undefined;
        if (unit) return unit.code;
        if (input.event.kind !== 'text') throw new Refusal('form.textPlease');
        return pickUnit(turn, contest, input.text);
      },
    },
  ],
  finish: (turn, answers) =>
    sayCode(turn, { role: 'unit_coordinator', unit: String(answers.unit), name: null }),
};

/** Among the units for which this person may appoint. */
async function pickUnit(turn: Turn, contest: Contest, typed: string): Promise<string | Again> {
  const right = await rightOf(turn, contest, 'appoint:unit_coordinator');
  return unitMeant(turn, contest, typed, right.kind === 'units' ? right.units : [contest.plan.units.root]);
}

async function sayCode(turn: Turn, about: Parameters<typeof invite>[2]): Promise<void> {
  const { t } = turn;
  const contest = await contestOf(turn);
  const code = await invite(turn, contest, about);
  const role = dutyName(turn, contest)(about);
  turn.say(
    stack([
      about.name
        ? t('codes.inviteNamed', { role, name: about.name, code })
        : t('codes.invite', { role, code }),
      howToJoin(turn, code),
      t('codes.once'),
    ]),
  );
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
