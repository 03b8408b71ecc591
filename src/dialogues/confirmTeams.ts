import { z } from 'zod';
import {
  confirmRegistration,
  declineRegistration,
  mayDecline,
  type Shown,
  stillUnconfirmed,
  unconfirmedFor,
} from '../actions/confirmRegistration.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { entryName } from '../actions/entries.js';
import { missedAmong } from '../actions/missed.js';
import { personNow } from '../actions/people.js';
import { unitName } from '../actions/registrations.js';
import type { Styled } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import { showPhone } from '../domain/text.js';
import type { Registration } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { type Answers, beginForm, type Form, type Step } from './form.js';
import { choiceStep, chooseOne, textStep } from './steps.js';

/** A longer list is no help on a phone; the next come when these are through. */
const MOST_SHOWN = 8;

/** What was shown rides along in the answers: whatever is said is said of these, and of no newer ones. */
const shownTeams = z.array(
  z.object({
    id: z.string(),
    turn: z.string(),
    team: z.string(),
    unit: z.string(),
    contact: z.string(),
    phone: z.string(),
    headcount: z.number().optional(),
  }),
);
type ShownTeam = z.output<typeof shownTeams>[number];
const teamsIn = ({ teams }: Answers): ShownTeam[] => shownTeams.parse(teams);

/** How a team is answered for in a form: by the turn that registered it, which no other has. */
const byTurn = (answers: Answers, turn: unknown): ShownTeam | undefined =>
  teamsIn(answers).find((team) => team.turn === turn);

const isDeclining = ({ what }: Answers): boolean => what === 'decline';

const whatStep: Step = {
  name: 'what',
  label: 'confirm.whatLabel',
  answer: z.string(),
  ask: ({ t }, answers) => {
    const teams = teamsIn(answers);
    const count = Number(answers.count);
    const title =
      count > teams.length
        ? t('confirm.waitingSome', { count, shown: teams.length })
        : t('confirm.waiting', { count });
    const lines = teams.map((team, index) =>
      stack(
        [
          t('confirm.line', { ...team, number: index + 1, phone: showPhone(team.phone) }),
          team.headcount !== undefined && t('register.checkHeadcount', { headcount: team.headcount }),
        ],
        '\n',
      ),
    );
    return {
      text: stack([title, ...lines, t('confirm.ask')]),
      choices: [
        ...teams.map(({ team, unit, turn }) => ({
          label: t.plain('confirm.one', { team, unit }),
          says: turn,
        })),
        ...(teams.length > 1
          ? [{ label: t.plain('confirm.all', { count: teams.length }), says: 'all' }]
          : []),
        { label: t.plain('confirm.decline'), says: 'decline' },
      ],
    };
  },
  read: (turn, { says }, answers) => {
    if (says === 'all' || says === 'decline' || byTurn(answers, says)) return says;
    throw chooseOne(turn);
  },
};

const allSureStep = choiceStep({
  name: 'allSure',
  label: 'form.confirm',
  when: ({ what }) => what === 'all',
  ask: ({ t }, answers) => {
    const teams = teamsIn(answers);
    return t('confirm.allSure', { count: teams.length, teams: teams.map(({ team }) => team).join('; ') });
  },
  offers: { yes: (t) => t.plain('confirm.allYes'), no: (t) => t.plain('confirm.allNo') },
});

const whichStep: Step = {
  name: 'which',
  label: 'confirm.whatLabel',
  when: isDeclining,
  answer: z.string(),
  ask: ({ t }, answers) => ({
    text: t('confirm.declineWhich'),
    choices: teamsIn(answers).map(({ team, unit, turn }) => ({ label: `${team} (${unit})`, says: turn })),
  }),
  async read(turn, { says }, answers) {
    const shown = byTurn(answers, says);
    if (!shown) throw chooseOne(turn);
    await stillWaiting(turn, shown);
    return says;
  },
};

const reasonStep = textStep({
  name: 'reason',
  label: 'confirm.reasonLabel',
  when: isDeclining,
  length: [5, 500],
  ask: ({ t }, answers) => t('confirm.reasonAsk', { team: byTurn(answers, answers.which)?.team ?? '' }),
});

const declineSureStep = choiceStep({
  name: 'declineSure',
  label: 'form.confirm',
  when: isDeclining,
  async ask(turn, answers) {
    const shown = byTurn(answers, answers.which);
    const live = shown ? await stillWaiting(turn, shown) : [];
    const about = { team: shown?.team ?? '', reason: String(answers.reason) };
    return live.length > 0
      ? turn.t('confirm.declineSureEntries', { ...about, entries: live.map(entryName).join('; ') })
      : turn.t('confirm.declineSure', about);
  },
  offers: { yes: (t) => t.plain('confirm.declineYes'), no: (t) => t.plain('confirm.declineNo') },
});

/** Refuses early what would be refused at the end; answers with what the team has sent. */
async function stillWaiting(turn: Turn, shown: Shown) {
  const contest = await contestOf(turn);
  return mayDecline(turn, contest, await stillUnconfirmed(turn, contest, shown));
}

/** A coordinator goes through the registrations of his units: one tap confirms one. */
export const confirmTeams: Form = {
  name: 'confirmTeams',
  version: 1,
  title: 'confirm.title',
  steps: [whatStep, allSureStep, whichStep, reasonStep, declineSureStep],
  async finish(turn, answers) {
    const isPutOff = answers.allSure === 'no' || answers.declineSure === 'no';
    if (isPutOff) return turn.say(turn.t('confirm.left'));
    const contest = await contestOf(turn);
    const done = await carryOut(turn, contest, answers);
    if (!(await showWaiting(turn, contest, done))) turn.say(done);
  },
};

async function carryOut(turn: Turn, contest: Contest, answers: Answers): Promise<Styled> {
  const { t } = turn;
  if (answers.what === 'all') {
    const count = await confirmAll(turn, contest, teamsIn(answers));
    return t('confirm.confirmedAll', { count });
  }
  const shown = byTurn(answers, isDeclining(answers) ? answers.which : answers.what);
  if (!shown) throw new Refusal('confirm.gone');
  const { team, unit } = shown;
  if (!isDeclining(answers)) {
    await confirmRegistration(turn, contest, shown);
    return t('confirm.confirmed', { team, unit });
  }
  const { registration, withdrawn } = await declineRegistration(turn, contest, shown, String(answers.reason));
  const entries = withdrawn.map(entryName).join('; ');
  const done = entries
    ? t('confirm.declinedEntries', { team, unit, entries })
    : t('confirm.declined', { team, unit });
  return stack([done, await contactTold(turn, contest, registration)], ' ');
}

/** Its registration is put away already, so who is to be called is read from what was declined. */
async function contactTold(turn: Turn, contest: Contest, registration: Registration): Promise<Styled> {
  const { person, contact, phone } = registration;
  const [missed] = await missedAmong(turn, contest, [await personNow(turn, person)]);
  return missed ? turn.t('told.nobody', { who: `${contact}, ${showPhone(phone)}` }) : turn.t('told.team');
}

/** What somebody else has settled meanwhile stays as he settled it. */
async function confirmAll(turn: Turn, contest: Contest, teams: readonly Shown[]): Promise<number> {
  let count = 0;
  for (const shown of teams) {
    try {
      await confirmRegistration(turn, contest, shown);
      count += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return count;
}

/** `/xacnhan` */
export async function beginConfirming(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  if (!(await showWaiting(turn, contest))) turn.say(turn.t('confirm.none'));
}

/** `false`: nothing waits. */
async function showWaiting(turn: Turn, contest: Contest, first?: Styled): Promise<boolean> {
  const { count, first: waiting } = await unconfirmedFor(turn, contest, MOST_SHOWN);
  if (count === 0) return false;
  const teams: ShownTeam[] = waiting.map(({ _id, turn, team, unit, contact, phone, headcount }) => ({
    id: _id,
    turn,
    team,
    unit: unitName(contest, unit),
    contact,
    phone,
    ...(headcount !== undefined && { headcount }),
  }));
  await beginForm(turn, confirmTeams, { teams, count }, first ? { first } : {});
  return true;
}
