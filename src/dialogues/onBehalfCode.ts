import { findCode, readCode } from '../actions/codes.js';
import { contestOf } from '../actions/contest.js';
import { isUnmet } from '../actions/onBehalf.js';
import { CODE_DAYS, makeTeamCode } from '../actions/onBehalfTakeOver.js';
import { may } from '../actions/permissions.js';
import { Refusal } from '../domain/refusal.js';
import type { Registration } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginForm, type Form } from './form.js';
import { howToJoin } from './inviteCode.js';
import { beginTakingOver } from './onBehalfAgree.js';
import { teamStepFor, teamsToChoose } from './teamStep.js';

const isWaiting = ({ person }: Registration): boolean => isUnmet(person);

/** For which team a coordinator wants a code, to be handed on to its contact. */
export const codeForTeam: Form = {
  name: 'codeForTeam',
  version: 1,
  title: 'onBehalf.codeTitle',
  steps: [teamStepFor({ ask: 'onBehalf.codeFor', which: isWaiting })],
  finish: (turn, answers) => sayCode(turn, String(answers.for)),
};

/** `/nhandoi`: a code for a contact; `/nhandoi ABCD2345`, by the contact himself. */
export async function takeOverOrCode(turn: Turn, args: string): Promise<void> {
  const typed = readCode(args);
  if (typed) {
    const code = await findCode(turn, typed);
    if (code?.purpose !== 'team') throw new Refusal('codes.unknown');
    return beginTakingOver(turn, code);
  }
  if (!(await may(turn, await contestOf(turn), 'actOnBehalf'))) throw new Refusal('onBehalf.codeAsk');
  const [only, ...others] = await teamsToChoose(turn, isWaiting);
  if (only && others.length === 0) return sayCode(turn, only._id);
  await beginForm(turn, codeForTeam);
}

async function sayCode(turn: Turn, team: string): Promise<void> {
  const { t } = turn;
  const { code, registration } = await makeTeamCode(turn, await contestOf(turn), team);
  const { contact } = registration;
  turn.say(
    stack([
      t('onBehalf.code', { contact, team: registration.team, code }),
      howToJoin(turn, code),
      t('onBehalf.codeOnce', { contact, days: CODE_DAYS }),
    ]),
  );
}
