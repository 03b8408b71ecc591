import { z } from 'zod';
import { type Contest, contestOf, intakeOf, isPickable, madeBy } from '../actions/contest.js';
import { giveConsent, hasConsented, refuseConsent } from '../actions/giveConsent.js';
import { mayRegister, registerTeam } from '../actions/registerTeam.js';
import { senderName, unitName } from '../actions/registrations.js';
import { readPhone } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { Again, beginForm, type Form, Stop } from './form.js';
import { confirmStep, textStep } from './steps.js';

/** A team registers: consent first, then its unit, its name, who answers for it, and how to reach him. */
export const register: Form = {
  name: 'register',
  version: 1,
  title: 'register.title',
  steps: [
    {
      name: 'consent',
      label: 'register.consentLabel',
      answer: z.literal('yes'),
      ask: async (turn) => {
        const { plan } = await contestOf(turn);
        return {
          text: stack([
            turn.t('register.consentTitle'),
            plan.texts.consent.text,
            turn.t('register.consentAsk'),
          ]),
          choices: [
            { label: turn.t.plain('register.consentYes'), says: 'yes' },
            { label: turn.t.plain('register.consentNo'), says: 'no' },
          ],
        };
      },
      read: async (turn, input) => {
        if (input.says === 'no') {
          await refuseConsent(turn, await contestOf(turn));
          return new Stop(turn.t('register.consentRefused'));
        }
        if (input.says !== 'yes') throw new Refusal('register.consentUnclear');
        await giveConsent(turn, await contestOf(turn), input.text);
        return 'yes';
      },
    },
    {
      name: 'unit',
      label: 'register.unitLabel',
      answer: z.string(),
      ask: (turn) => ({ text: turn.t('register.unitAsk') }),
      read: async (turn, input) => {
        const contest = await contestOf(turn);
        const unit = input.says ? contest.units.get(input.says) : undefined;
        if (unit && isPickable(contest, unit)) return unit.code;
        if (input.event.kind !== 'text') throw new Refusal('form.textPlease');
        return pickUnit(turn, contest, input.text);
      },
    },
    textStep({
      name: 'team',
      label: 'register.teamLabel',
      length: [2, 100],
      ask: (turn) => turn.t('register.teamAsk'),
    }),
    textStep({
      name: 'contact',
      label: 'register.contactLabel',
      length: [2, 60],
      ask: (turn) => turn.t('register.contactAsk'),
    }),
    {
      name: 'phone',
      label: 'register.phoneLabel',
      answer: z.string(),
      ask: (turn) => ({ text: turn.t('register.phoneAsk') }),
      read: (_turn, input) => {
        const typed = input.event.kind === 'contact' ? input.event.phone : input.text;
        const phone = readPhone(typed);
        if (!phone) throw new Refusal('register.phoneBad');
        return phone;
      },
    },
    confirmStep({
      ask: async (turn, answers) => {
        const contest = await contestOf(turn);
        return turn.t('register.check', {
          unit: unitName(contest, String(answers.unit)),
          team: String(answers.team),
          contact: String(answers.contact),
          phone: showPhone(String(answers.phone)),
        });
      },
      yes: 'register.send',
      change: [
        { step: 'unit', label: 'register.unitLabel' },
        { step: 'team', label: 'register.teamLabel' },
        { step: 'contact', label: 'register.contactLabel' },
        { step: 'phone', label: 'register.phoneLabel' },
      ],
    }),
  ],
  async finish(turn, answers) {
    const contest = await contestOf(turn);
    const details = z
      .object({ unit: z.string(), team: z.string(), contact: z.string(), phone: z.string() })
      .parse(answers);
    const registration = await registerTeam(turn, contest, details);
    const { t } = turn;
    const { quota } = intakeOf(contest);
    const { submission } = contest.windows;
    turn.say(
      stack([
        t('register.done', { team: registration.team, unit: unitName(contest, registration.unit) }),
        submission?.opens &&
          t('register.submitWhen', {
            opens: t.moment(submission.opens),
            closes: t.moment(submission.closes),
          }),
        quota !== null && t('register.quota', { sender: senderName(contest, registration.sender), quota }),
      ]),
      [
        { label: t.plain('menu.submit'), says: '/nopbai' },
        { label: t.plain('menu.status'), says: '/trangthai' },
      ],
    );
  },
};

export async function beginRegistration(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  await mayRegister(turn, contest);
  await beginForm(turn, register, (await hasConsented(turn, contest)) ? { consent: 'yes' } : {});
}

/** The one unit that was meant, or a list to pick from. */
function pickUnit(turn: Turn, contest: Contest, typed: string): string | Again {
  const found = contest.units
    .search(typed, { under: contest.plan.units.root, limit: 40 })
    .filter((unit) => isPickable(contest, unit))
    .slice(0, 8);
  const [only, ...others] = found;
  if (!only) {
    const level = madeBy(contest);
    const higher = contest.units.search(typed, { under: contest.plan.units.root, limit: 1 })[0];
    if (higher && higher.level !== level)
      throw new Refusal('register.unitTooHigh', { unit: contest.units.fullName(higher) });
    throw new Refusal('register.unitNone', { typed });
  }
  return new Again({
    text:
      others.length === 0
        ? turn.t('register.unitIsIt', { unit: contest.units.fullName(only) })
        : turn.t('register.unitPick', { count: found.length }),
    choices: found.map((unit) => ({ label: contest.units.fullName(unit), says: unit.code })),
  });
}

/** `0905 123 456`. */
export const showPhone = (phone: string): string => phone.replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3');
