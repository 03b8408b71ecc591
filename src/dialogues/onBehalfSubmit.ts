import { type Contest, contestOf } from '../actions/contest.js';
import { submitOnBehalf } from '../actions/onBehalfSubmit.js';
import { unitName } from '../actions/registrations.js';
import { hasRoom, maySubmit, needStillOpen } from '../actions/submitEntry.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { rulesGiven, rulesStep } from './acceptRules.js';
import { changeable, newEntryOwed, newEntrySteps, summary } from './entrySteps.js';
import { type Answers, beginForm, Fill, type Form, isForTeam, type Step, Stop } from './form.js';
import { receipt } from './receipt.js';
import { inWords } from './refused.js';
import { replaceInstead } from './replace.js';
import { isNew, replacedIn } from './sameVideoStep.js';
import { confirmStep } from './steps.js';
import { teamStepFor, teamsToChoose } from './teamStep.js';
import { asVideo } from './video.js';

const everyTeam = (): boolean => true;
const choose = teamStepFor({
  ask: 'onBehalf.submitFor',
  which: everyTeam,
  isFull: async (turn, team) => !(await hasRoom(turn, await contestOf(turn), team)),
});

/** That a team can't send any more is said before anything else is asked, and ends it: asked again, it still can't. */
const teamStep: Step = {
  ...choose,
  async read(turn, input, answers) {
    const team = await choose.read(turn, input, answers);
    if (typeof team !== 'string') return team;
    const contest = await contestOf(turn);
    const refused = await refusalFor(turn, contest, team);
    if (refused) return new Stop(stack([inWords(turn.t, refused), turn.t('onBehalf.otherTeam')]));
    const registration = (await teamsToChoose(turn, everyTeam)).find(({ _id }) => _id === team) ?? null;
    return new Fill({ for: team, ...(await rulesGiven(turn, contest, registration)) });
  },
};

async function refusalFor(turn: Turn, contest: Contest, team: string): Promise<Refusal | null> {
  try {
    await maySubmit(turn, contest, team);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** A coordinator hands in a clip for a team of his units. */
export const submitFor: Form = {
  name: 'submitFor',
  version: 1,
  title: 'onBehalf.submitTitle',
  resumedBy: 'guithay',
  mayGoOn: async (turn, answers) => {
    if (isForTeam(answers)) await needStillOpen(turn, await contestOf(turn), String(answers.for));
  },
  steps: [
    teamStep,
    rulesStep,
    ...newEntrySteps((turn, _contest, answers) => teamIn(turn, answers)),
    confirmStep({
      when: isNew,
      ask: async (turn, answers) =>
        stack([await teamLine(turn, answers), turn.t('submit.check', summary(turn, answers))]),
      yes: 'submit.send',
      change: [...changeable],
      owed: newEntryOwed,
    }),
  ],
  async finish(turn, answers) {
    const replaced = replacedIn(answers);
    if (replaced) return replaceInstead(turn, replaced, answers);
    const contest = await contestOf(turn);
    const given = { title: String(answers.title), video: asVideo(answers.video) };
    const taken = await submitOnBehalf(turn, contest, String(answers.for), given);
    const { t } = turn;
    turn.say(await receipt(turn, taken), [{ label: t.plain('menu.situation'), says: '/tinhhinh' }]);
  },
};

/** For whom it is, before it is sent. */
async function teamLine(turn: Turn, answers: Answers) {
  const contest = await contestOf(turn);
  const team = await teamIn(turn, answers);
  return team && turn.t('onBehalf.forTeam', { team: team.team, unit: unitName(contest, team.unit) });
}

const teamIn = async (turn: Turn, answers: Answers) =>
  (await teamsToChoose(turn, everyTeam)).find(({ _id }) => _id === answers.for);

/** `/guithay`, `/guithay to cu tu`: for the team that is named, or asked for which. */
export async function beginSubmittingFor(turn: Turn, typed: string): Promise<void> {
  const teams = await teamsToChoose(turn, everyTeam);
  const named = teams.filter(({ _id, team }) => _id === typed || fold(team) === fold(typed));
  const [only, ...others] = named.length > 0 ? named : teams;
  if (!only || others.length > 0) return beginForm(turn, submitFor);
  const contest = await contestOf(turn);
  await maySubmit(turn, contest, only._id);
  await beginForm(turn, submitFor, { for: only._id, ...(await rulesGiven(turn, contest, only)) });
}
