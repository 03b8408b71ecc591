import { z } from 'zod';
import { contestOf, intakeOf } from '../actions/contest.js';
import { hasConsented } from '../actions/giveConsent.js';
import { mayRegister, registerTeam } from '../actions/registerTeam.js';
import { senderName, unitName } from '../actions/registrations.js';
import { findPhone } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { agreeing } from './acceptRules.js';
import {
  chosenComponents,
  componentStep,
  headcountStep,
  participationOf,
  titlesOf,
} from './componentSteps.js';
import { consentStep } from './consentStep.js';
import { beginForm, type Form } from './form.js';
import { showPhone } from './phone.js';
import { confirmStep, textStep } from './steps.js';
import { home, homeName, unitStep, whereIs } from './unitStep.js';

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

/** A team registers: consent first, then its unit, its name, who answers for it, and how to reach him. */
export const register: Form = {
  name: 'register',
  version: 1,
  title: 'register.title',
  steps: [
    consentStep({ title: 'register.consentTitle', refused: 'register.consentRefused' }),
    unitStep,
    componentStep,
    headcountStep,
    textStep({
      name: 'team',
      label: 'register.teamLabel',
      length: [2, 100],
      ask: (turn) => turn.t('register.teamAsk'),
      check: (text) => {
        if (!hasLetters(text)) throw new Refusal('register.teamNoName');
      },
    }),
    textStep({
      name: 'contact',
      label: 'register.contactLabel',
      length: [2, 60],
      ask: (turn) => turn.t('register.contactAsk'),
      check: (text) => {
        if (!hasLetters(text)) throw new Refusal('register.contactNoName');
      },
    }),
    {
      name: 'phone',
      label: 'register.phoneLabel',
      answer: z.string(),
      ask: (turn) => ({ text: turn.t('register.phoneAsk') }),
      read: (_turn, input) => {
        const typed = input.event.kind === 'contact' ? input.event.phone : input.text;
        const phone = findPhone(typed);
        if (!phone) throw new Refusal('register.phoneBad');
        return phone;
      },
    },
    confirmStep({
      ask: async (turn, answers) => {
        const contest = await contestOf(turn);
        const { t } = turn;
        const components = titlesOf(chosenComponents(contest, answers));
        return stack(
          [
            t('register.check', {
              unit: homeName(contest, answers.unit),
              team: String(answers.team),
              contact: String(answers.contact),
              phone: showPhone(String(answers.phone)),
            }),
            answers.components !== undefined && t('register.checkComponents', { components }),
            answers.headcount !== undefined &&
              t('register.checkHeadcount', { headcount: Number(answers.headcount) }),
            agreeing(turn, contest),
          ],
          '\n',
        );
      },
      yes: 'register.send',
      change: [
        { step: 'unit', label: 'register.unitLabel' },
        { step: 'components', label: 'register.componentsLabel' },
        { step: 'headcount', label: 'register.headcountLabel' },
        { step: 'team', label: 'register.teamLabel' },
        { step: 'contact', label: 'register.contactLabel' },
        { step: 'phone', label: 'register.phoneLabel' },
      ],
    }),
  ],
  async finish(turn, answers) {
    const contest = await contestOf(turn);
    const details = z
      .object({
        unit: home,
        team: z.string(),
        contact: z.string(),
        phone: z.string(),
        components: z.array(z.string()).optional(),
        headcount: z.number().optional(),
      })
      .parse(answers);
    const registration = await registerTeam(turn, contest, { ...details, ...whereIs(details.unit) });
    const { t } = turn;
    const { quota } = intakeOf(contest);
    const { submission } = contest.windows;
    const components = chosenComponents(contest, answers);
    const owesList = components.some(({ list }) => list);
    const hasVideo = components.some(({ kind }) => kind === 'video');
    turn.say(
      stack([
        t('register.done', { team: registration.team, unit: unitName(contest, registration.unit) }),
        submission?.opens &&
          t('register.submitWhen', {
            opens: t.moment(submission.opens),
            closes: t.moment(submission.closes),
          }),
        quota !== null && t('register.quota', { sender: senderName(contest, registration.sender), quota }),
        owesList && t('register.listNext'),
      ]),
      [
        owesList && { label: t.plain('list.formTitle'), says: '/danhsach' },
        hasVideo && { label: t.plain('menu.submit'), says: '/nopbai' },
        { label: t.plain('menu.status'), says: '/trangthai' },
      ].filter((offer) => offer !== false),
    );
  },
};

export async function beginRegistration(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  await mayRegister(turn, contest);
  const consented = await hasConsented(turn, contest);
  await beginForm(turn, register, { ...(consented && { consent: 'yes' }), ...participationOf(contest) });
}
