import { z } from 'zod';
import { mayInvite } from '../actions/codes.js';
import { type Contest, contestOf, exampleUnit } from '../actions/contest.js';
import { may, rightOf } from '../actions/permissions.js';
import { capital } from '../actions/registrations.js';
import { Refusal } from '../domain/refusal.js';
import { type RoleName, roleNames } from '../domain/roles.js';
import { selectionOf } from '../domain/selection.js';
import { fold } from '../domain/text.js';
import type { Unit } from '../domain/units.js';
import type { Turn } from '../turn.js';
import { Again, beginForm, type Form, type Question } from './form.js';
import { typedIn } from './input.js';
import { sayCode } from './inviteCode.js';
import { nameIn, sayJudgeCode } from './inviteJudge.js';
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
  return inviteToJury(turn, 'judge', args);
}

/**
 * `/moi giám khảo Lê Giám`, `/moi giám khảo cụm Bình Sơn: Lê Giám`. A coordinator's judges sit in the
 * selection of his unit; anybody else's in the final, unless he names a unit that selects. Any may be named with the
 * unit he comes from: `/moi giám khảo Lê Giám, xã Bình Minh`.
 */
async function inviteToJury(turn: Turn, role: 'judge' | 'head_judge', args: string): Promise<void> {
  const contest = await contestOf(turn);
  await mayInvite(turn, contest, role);
  const { units, plan } = contest;
  const right = await rightOf(turn, contest, `appoint:${role}`);
  const selecting = selectingUnits(contest, right.kind === 'units' ? right.units : [plan.units.root]);
  const [only, ...others] = selecting;
  if (right.kind === 'units' && !only) throw new Refusal('invite.noneOfYours');
  const [first = '', ...rest] = args.split(/\s+/);
  const chosen = selecting.find(({ code }) => code === first);
  const say = (unit: string | null, typed: string) =>
    sayJudgeCode(turn, { role, unit }, { typed, command: `/moi ${calledBy[role][0]} ${unit ?? ''}`.trim() });
  if (chosen) return say(chosen.code, rest.join(' '));
  const kind = selecting.find((unit) => fold(args).startsWith(`${fold(unit.kind)} `));
  if (right.kind === 'units' && !kind && only && others.length === 0) return say(only.code, args);
  if (right.kind === 'yes' && !kind) return say(null, args);
  const { typed, name } = withName(args);
  const picked = kind
    ? unitMeant(
        turn,
        contest,
        typed,
        selecting.map(({ code }) => code),
        kind.level,
      )
    : new Again({
        text: turn.t('invite.whichJury'),
        choices: selecting.map((unit) => ({ label: units.shortName(unit), says: unit.code })),
      });
  if (typeof picked === 'string') return say(picked, name);
  const { text, choices = [] } = picked.question;
  turn.say(
    text,
    choices.map(({ label, says }) => ({ label, says: `/moi ${calledBy[role][0]} ${says} ${name}`.trim() })),
  );
}

/** The units in these that pick what they send up. */
function selectingUnits({ units, plan }: Contest, within: readonly string[]): Unit[] {
  const level = selectionOf(plan)?.level;
  // What the whole contest is for needs no naming.
  const isNamed = ({ code }: Unit) => code !== plan.units.root;
  return level ? within.flatMap((code) => units.under(code, level)).filter(isNamed) : [];
}

/** `/moi thư ký Trần Thị Bình`, `/moi đầu mối Bình Sơn: Trần Văn Tư`; a name alone is a judge's. */
export async function beginInvitation(turn: Turn, args: string): Promise<void> {
  if (!args) return askWhom(turn);
  const { role = 'judge', rest } = roleIn(args);
  const contest = await contestOf(turn);
  if (role === 'judge' || role === 'head_judge') return inviteToJury(turn, role, rest);
  await mayInvite(turn, contest, role);
  if (role !== 'unit_coordinator') return sayCode(turn, { role, unit: null, name: nameIn(rest) });
  const { typed, name } = withName(rest);
  const picked = typed ? await pickUnit(turn, contest, typed) : null;
  if (typeof picked === 'string') return sayCode(turn, { role, unit: picked, name: nameIn(name) });
  await beginForm(turn, inviteCoordinator, { typed, name });
}

async function askWhom(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  // Refuses in words who may invite nobody.
  if ((await rolesToGive(turn, contest)).length === 0) await mayInvite(turn, contest, 'judge');
  await beginForm(turn, inviteWhom);
}

async function rolesToGive(turn: Turn, contest: Contest): Promise<RoleName[]> {
  const given = await Promise.all(roleNames.map((role) => may(turn, contest, `appoint:${role}`)));
  return roleNames.filter((_, index) => given[index]);
}

/** Who is invited: a role that is chosen, or typed with what else is known: `đầu mối Mộ Đức: Lê Văn An`. */
export const inviteWhom: Form = {
  name: 'inviteWhom',
  version: 1,
  title: 'invite.whichTitle',
  steps: [
    {
      name: 'whom',
      label: 'invite.whichLabel',
      answer: z.string(),
      ask: async (turn) => {
        const contest = await contestOf(turn);
        const roles = await rolesToGive(turn, contest);
        return {
          text: turn.t('invite.which', { unit: await exampleFor(turn, contest) }),
          choices: roles.map((role) => ({
            label: capital(turn.t.plain(`role.${role}`)),
            says: calledBy[role][0] ?? '',
          })),
        };
      },
      read: (_turn, input) => {
        const typed = typedIn(input);
        if (!roleIn(typed).role) throw new Refusal('invite.whichUnclear');
        return typed;
      },
    },
  ],
  finish: (turn, answers) => beginInvitation(turn, String(answers.whom)),
};

/** A unit for which this person may appoint. */
async function exampleFor(turn: Turn, contest: Contest): Promise<string> {
  const right = await rightOf(turn, contest, 'appoint:unit_coordinator');
  return exampleUnit(contest, right.kind === 'units' ? right.units : undefined);
}

/** The longest name first: "trưởng ban giám khảo" before "giám khảo". */
function roleIn(args: string): { role?: RoleName; rest: string } {
  const words = args.split(/\s+/);
  for (let length = Math.min(5, words.length); length > 0; length -= 1) {
    // A colon may part the role from the name, as it parts a unit from it.
    const said = fold(words.slice(0, length).join(' ').replace(/\s*:$/, ''));
    const role = roleNames.find((each) => calledBy[each].includes(said));
    if (role) return { role, rest: words.slice(length).join(' ').replace(/^:\s*/, '') };
  }
  return { rest: args };
}

/** `cụm Bình Sơn: Trần Văn Tư`. */
function withName(args: string): { typed: string; name: string } {
  const [, typed = args, name = ''] = /^([^:]+):(.*)$/s.exec(args) ?? [];
  return { typed: typed.trim(), name: name.trim() };
}

/** Which unit a new coordinator answers for. */
export const inviteCoordinator: Form = {
  name: 'inviteCoordinator',
  version: 1,
  title: 'invite.coordinatorTitle',
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
    sayCode(turn, {
      role: 'unit_coordinator',
      unit: String(answers.unit),
      name: nameIn(String(answers.name ?? '')),
    }),
};

/** Among the units for which this person may appoint. */
async function pickUnit(turn: Turn, contest: Contest, typed: string): Promise<string | Again> {
  const right = await rightOf(turn, contest, 'appoint:unit_coordinator');
  return unitMeant(turn, contest, typed, right.kind === 'units' ? right.units : [contest.plan.units.root]);
}
