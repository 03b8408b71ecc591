import { z } from 'zod';
import { acceptRules, owesAgreement, teamsOf } from '../actions/acceptRules.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { needRight, rightOf } from '../actions/permissions.js';
import { registrationOf, unitName } from '../actions/registrations.js';
import type { Styled } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import { inForce } from '../domain/rulesVersions.js';
import { showPhone } from '../domain/text.js';
import type { Registration } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { type Answers, isForTeam, Reopen, type Step, Stop } from './form.js';
import { offersOfTeam } from './status.js';
import { chooseOne } from './steps.js';

/** Teams agree to the rules when they register, and once more when these change. */

/** Shows the rules in force and takes a clear answer, before anything is handed in. */
export const rulesStep: Step = {
  name: 'rules',
  label: 'rulesVersion.label',
  answer: z.int(),
  ask: async (turn, answers) => {
    const { t } = turn;
    const { version, text } = inForce((await contestOf(turn)).rules);
    return {
      text: stack([
        t('rulesVersion.stepTitle', { version }),
        text,
        t(isForTeam(answers) ? 'rulesVersion.stepAskFor' : 'rulesVersion.stepAsk'),
      ]),
      choices: [
        { label: t.plain('rulesVersion.agree'), says: `agree:${version}` },
        {
          label: t.plain(isForTeam(answers) ? 'rulesVersion.disagreeFor' : 'rulesVersion.disagree'),
          says: 'no',
        },
      ],
    };
  },
  read: async (turn, input, answers) => {
    if (input.says === 'no')
      return new Stop(turn.t(isForTeam(answers) ? 'rulesVersion.disagreedFor' : 'rulesVersion.disagreed'));
    const version = Number(/^agree:(\d+)$/.exec(input.says ?? '')?.[1]);
    if (!version) throw chooseOne(turn);
    // Of a form in which somebody acts for a team: which.
    const team = answers.for === undefined ? null : String(answers.for);
    await acceptRules(turn, await contestOf(turn), version, team);
    return version;
  },
};

/** The answer to `rulesStep` that this team has given already, so that it isn't asked. */
export async function rulesGiven(
  turn: Turn,
  contest: Contest,
  team: Registration | null = null,
): Promise<Answers> {
  const registration = team ?? (await registrationOf(turn, contest));
  if (!registration || owesAgreement(contest, registration)) return {};
  return { rules: inForce(contest.rules).version };
}

/** The rules may have changed since they were agreed to, a few questions ago. */
export async function rulesChanged(turn: Turn, { rules }: Answers): Promise<Reopen | null> {
  const { version } = inForce((await contestOf(turn)).rules);
  return rules === version ? null : new Reopen('rules');
}

/** What sending a registration means, said where it is sent. */
export const agreeing = ({ t }: Turn, { rules }: Contest): Styled =>
  t('rulesVersion.registering', { version: inForce(rules).version });

/** `/dongythele 2`, `đồng ý thể lệ 2`: the version that was read. */
export async function agreeToRules(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  const { t } = turn;
  const { version } = inForce(contest.rules);
  const before = await registrationOf(turn, contest);
  const typed = /\d+/.exec(args)?.[0];
  const { teams, isNew } = await acceptRules(turn, contest, typed === undefined ? null : Number(typed));
  if (teams.length === 0) throw new Refusal('rulesVersion.noTeam');
  const about = { teams: teams.map(({ team }) => `«${team}»`).join(', '), version };
  turn.say(
    isNew
      ? t('rulesVersion.agreed', { ...about, at: t.moment(turn.now) })
      : t('rulesVersion.agreedAlready', about),
    before ? await offersOfTeam(turn, contest) : [],
  );
}

/** `/thelechua`: the teams for which nobody has agreed to the rules in force, in one's own units. */
export async function showOwing(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const { t } = turn;
  await needRight(turn, contest, 'seeSituation');
  const right = await rightOf(turn, contest, 'seeSituation');
  const isSeen = ({ unit }: Registration) =>
    right.kind !== 'units' || right.units.some((own) => contest.units.isUnder(unit, own));
  const all = (await teamsOf(turn, contest)).filter(isSeen);
  const owing = all.filter((each) => owesAgreement(contest, each));
  const { version } = inForce(contest.rules);
  const lines = owing.map(({ unit, team, contact, phone }) =>
    t('rulesVersion.listLine', { unit: unitName(contest, unit), team, contact, phone: showPhone(phone) }),
  );
  turn.say(
    stack([
      t('rulesVersion.listTitle', { version, agreed: all.length - owing.length, count: all.length }),
      all.length === 0 && t('rulesVersion.listNoTeams'),
      all.length > 0 && owing.length === 0 && t('rulesVersion.listNobody'),
      owing.length > 0 && stack([t('rulesVersion.listOwing'), ...lines], '\n'),
    ]),
  );
}
