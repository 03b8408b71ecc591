import { z } from 'zod';
import { readCode } from '../actions/codes.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { endRole, mayEndRole } from '../actions/endRole.js';
import { type Invitation, revokeInvitation, unusedInvitations } from '../actions/invitations.js';
import { may, needRight, rightOf } from '../actions/permissions.js';
import { replacedBy, roleById, rolesIn } from '../actions/roles.js';
import { tellPerson } from '../actions/tell.js';
import type { Styled } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import { jury, roleNames } from '../domain/roles.js';
import { fold } from '../domain/text.js';
import type { Role } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import { stack } from '../words.js';
import { Again, type Answers, beginForm, type Form, type Question } from './form.js';
import { dutyName } from './help.js';
import { typedIn } from './input.js';
import { choiceStep, textStep } from './steps.js';

/**
 * `/nhiemvu`: who holds which role, and which invitations nobody has used yet; a coordinator sees those of
 * his own units. `/nhiemvu huy ABCD2345`: nobody comes in with that one any more.
 */
export async function showRoles(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  const { t } = turn;
  await needRight(turn, contest, 'seeRoles');
  const [verb = '', which = ''] = args.split(/\s+/);
  if (fold(verb) === 'huy') return revoke(turn, contest, which);
  const roles = await seen(turn, contest);
  const lines: Styled[] = [];
  for (const role of roles) {
    const about = { name: role.name, role: dutyName(turn, contest)(role), since: t.day(role.since) };
    const before = await replacedBy(turn, role);
    lines.push(
      stack([t('roles.line', about), before !== null && t('judges.insteadOf', { name: before })], ' '),
    );
  }
  const codes = await unusedInvitations(turn, contest);
  turn.say(
    stack([
      t('roles.title', { contest: contest.plan.shortName }),
      stack(lines, '\n'),
      codes.length > 0 && describeCodes(turn, contest, codes),
      t('roles.how'),
    ]),
    codes.slice(0, MOST_OFFERS).map(({ _id: code }) => ({
      label: t.plain('judges.revoke', { code }),
      says: `/nhiemvu huy ${code}`,
    })),
  );
}

function describeCodes(turn: Turn, contest: Contest, codes: Invitation[]): Styled {
  const { t } = turn;
  const lines = codes.map(({ _id: code, purpose, unit, name, createdAt }) => {
    const about = { code, role: dutyName(turn, contest)({ role: purpose, unit }), day: t.day(createdAt) };
    return name ? t('roles.codeNamed', { ...about, name }) : t('roles.code', about);
  });
  return stack([t('judges.codes', { count: codes.length }), ...lines, t('roles.codesHow')], '\n');
}

async function revoke(turn: Turn, contest: Contest, typed: string): Promise<void> {
  const code = readCode(typed);
  if (!code) throw new Refusal('roles.noSuchCode');
  await revokeInvitation(turn, contest, code);
  turn.say(turn.t('judges.revoked', { code }));
}

async function seen(turn: Turn, contest: Contest): Promise<Role[]> {
  const right = await rightOf(turn, contest, 'seeRoles');
  const roles = await rolesIn(turn, contest, roleNames);
  if (right.kind !== 'units') return roles;
  return roles.filter(
    ({ unit }) => unit !== null && right.units.some((own) => contest.units.isUnder(unit, own)),
  );
}

/** `/thoinhiemvu`: somebody's role ends; who ended it, when and why is kept. */
export const endDuty: Form = {
  name: 'endDuty',
  version: 1,
  title: 'roles.endTitle',
  steps: [
    {
      name: 'role',
      label: 'roles.whoLabel',
      answer: z.string(),
      ask: async (turn, answers) => whom(turn, await endable(turn, String(answers.typed))),
      read: async (turn, input) => {
        const chosen = (await endable(turn)).find(({ says }) => says === input.says);
        if (chosen) return chosen.says;
        const named = await endable(turn, typedIn(input));
        if (named.length === 0) throw new Refusal('roles.nobody');
        return new Again(whom(turn, named));
      },
    },
    textStep({
      name: 'reason',
      label: 'roles.reasonLabel',
      length: [3, 200],
      ask: (turn) => turn.t('roles.reasonAsk'),
    }),
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn, answers) => {
        const contest = await contestOf(turn);
        const role = await roleIn(turn, contest, answers);
        return turn.t('roles.sure', {
          name: role.name,
          role: dutyName(turn, contest)(role),
          reason: String(answers.reason),
        });
      },
      offers: { yes: (t) => t.plain('roles.yes'), no: (t) => t.plain('roles.no') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    if (answers.sure !== 'yes') return turn.say(t('roles.left'));
    const contest = await contestOf(turn);
    const role = await roleIn(turn, contest, answers);
    const reason = String(answers.reason);
    await endRole(turn, contest, role, reason);
    const words = dutyName(turn, contest)(role);
    await tellPerson(
      turn,
      role.person,
      t('roles.told', { role: words, contest: contest.plan.shortName, reason }),
      `role-ended/${role._id}`,
    );
    const offers = jury.includes(role.role)
      ? [{ label: t.plain('judges.substitute', { name: role.name }), says: `/giamkhao thay ${role._id}` }]
      : [];
    turn.say(t('roles.done', { name: role.name, role: words }), offers);
  },
};

/** `/thoinhiemvu`, `/thoinhiemvu binh`. */
export async function beginEnding(turn: Turn, typed: string): Promise<void> {
  await needRight(turn, await contestOf(turn), 'seeRoles');
  if ((await endable(turn, typed)).length === 0) throw new Refusal('roles.nobody');
  await beginForm(turn, endDuty, { typed });
}

/** More than this is no choice: the name has to be typed. */
const MOST_OFFERS = 20;

const whom = ({ t }: Turn, offers: Offer[]): Question =>
  offers.length > MOST_OFFERS
    ? { text: t('roles.whoType', { count: offers.length }) }
    : { text: t('roles.whoAsk'), choices: offers };

/** The roles that this person may end, of people with this in their names. */
async function endable(turn: Turn, typed = ''): Promise<Offer[]> {
  const contest = await contestOf(turn);
  const offers: Offer[] = [];
  for (const role of await seen(turn, contest)) {
    if (role.person === turn.person || !fold(role.name).includes(fold(typed))) continue;
    if (!(await may(turn, contest, `appoint:${role.role}`, role.unit ?? contest.plan.units.root))) continue;
    offers.push({ label: `${role.name} – ${dutyName(turn, contest)(role)}`, says: role._id });
  }
  return offers;
}

async function roleIn(turn: Turn, contest: Contest, answers: Answers): Promise<Role> {
  const role = await roleById(turn, String(answers.role));
  await mayEndRole(turn, contest, role);
  return role;
}
