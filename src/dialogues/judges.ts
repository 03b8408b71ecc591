import { readCode } from '../actions/codes.js';
import { contestOf, exampleUnit } from '../actions/contest.js';
import { dismissJudge, juryOf, mayDismiss, mayReplace } from '../actions/dismissJudge.js';
import { revokeInvitation } from '../actions/invitations.js';
import { soFarIn } from '../actions/judgedSoFar.js';
import { needRight } from '../actions/permissions.js';
import { unitName } from '../actions/registrations.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginForm, type Form } from './form.js';
import { sayJudgeCode } from './inviteJudge.js';
import { choiceStep, textStep } from './steps.js';

/** `/giamkhao`: who judges and who is still invited, and an end to either. */
export async function showJudges(turn: Turn, args: string): Promise<void> {
  const [verb, which = '', ...rest] = args.split(/\s+/);
  if (verb === 'thoi') return beginDismissal(turn, which);
  if (verb === 'huy') return revoke(turn, which);
  if (verb === 'thay') return inviteSubstitute(turn, which, rest.join(' '));
  const contest = await contestOf(turn);
  const { judges, codes } = await juryOf(turn, contest);
  const { t } = turn;
  turn.say(
    stack([
      judges.length === 0 && codes.length === 0 && t('judges.none'),
      judges.length > 0 &&
        stack(
          [
            t('judges.list', { count: judges.length }),
            ...judges.map(({ name, unit, insteadOf, homes, ...judge }) => {
              const about = { name, soFar: soFarIn(t, judge.soFar) };
              const line =
                unit === null
                  ? t('judges.line', about)
                  : t('judges.lineOf', { ...about, unit: unitName(contest, unit) });
              const units = homes.map((home) => unitName(contest, home)).join('; ');
              return stack(
                [
                  line,
                  insteadOf !== null && t('judges.insteadOf', { name: insteadOf }),
                  units !== '' && t('judges.ofHome', { units }),
                ],
                ' ',
              );
            }),
          ],
          '\n',
        ),
      codes.length > 0 &&
        stack(
          [
            t('judges.codes', { count: codes.length }),
            ...codes.map(({ _id: code, name, createdAt }) =>
              name
                ? t('judges.codeNamed', { code, name, day: t.day(createdAt) })
                : t('judges.code', { code, day: t.day(createdAt) }),
            ),
          ],
          '\n',
        ),
    ]),
    [
      ...judges.map(({ name, _id }) => ({
        label: t.plain('judges.dismiss', { name }),
        says: `/giamkhao thoi ${_id}`,
      })),
      ...codes.map(({ _id: code }) => ({
        label: t.plain('judges.revoke', { code }),
        says: `/giamkhao huy ${code}`,
      })),
    ],
  );
}

async function revoke(turn: Turn, typed: string): Promise<void> {
  const contest = await contestOf(turn);
  const code = readCode(typed);
  if (!code) throw new Refusal('roles.noSuchCode');
  await needRight(turn, contest, 'appoint:judge');
  await revokeInvitation(turn, contest, code);
  turn.say(turn.t('judges.revoked', { code }));
}

export const dismiss: Form = {
  name: 'dismiss',
  version: 1,
  title: 'judges.title',
  steps: [
    textStep({
      name: 'reason',
      label: 'judges.reasonLabel',
      length: [5, 300],
      ask: (turn, answers) => turn.t('judges.reasonAsk', { name: String(answers.judge) }),
    }),
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn, answers) => {
        const { name, soFar } = await mayDismiss(turn, await contestOf(turn), String(answers.role));
        return turn.t('judges.ask', {
          name,
          soFar: soFarIn(turn.t, soFar),
          reason: String(answers.reason),
        });
      },
      offers: { yes: (t) => t.plain('judges.yes'), no: (t) => t.plain('judges.no') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    const name = String(answers.judge);
    if (answers.sure !== 'yes') return turn.say(t('judges.kept', { name }));
    const contest = await contestOf(turn);
    const reason = String(answers.reason);
    const role = String(answers.role);
    await dismissJudge(turn, contest, { role, reason });
    turn.say(t('judges.done', { name, reason, at: t.moment(turn.now) }), [
      { label: t.plain('judges.substitute', { name }), says: `/giamkhao thay ${role}` },
    ]);
  },
};

const NO_NAME = 'none';

/** Who is invited in the place of a judge that was dismissed. */
export const substitute: Form = {
  name: 'substitute',
  version: 1,
  title: 'judges.substituteTitle',
  steps: [
    textStep({
      name: 'who',
      label: 'judges.substituteLabel',
      length: [2, 120],
      ask: async (turn, { judge }) =>
        turn.t('judges.substituteAsk', {
          name: String(judge),
          unit: exampleUnit(await contestOf(turn)),
        }),
      offers: ({ t }) => [{ label: t.plain('judges.substituteNoName'), says: NO_NAME }],
    }),
  ],
  finish: (turn, { role, who }) => saySubstitute(turn, String(role), who === NO_NAME ? '' : String(who)),
};

/** `/giamkhao thay <nhiệm vụ đã thôi> [tên]`: a code for who judges in the place of somebody dismissed. */
async function inviteSubstitute(turn: Turn, id: string, name: string): Promise<void> {
  if (name !== '') return saySubstitute(turn, id, name);
  const { name: judge } = await mayReplace(turn, await contestOf(turn), id);
  await beginForm(turn, substitute, { role: id, judge });
}

async function saySubstitute(turn: Turn, id: string, typed: string): Promise<void> {
  const { _id: replaces, role, unit } = await mayReplace(turn, await contestOf(turn), id);
  await sayJudgeCode(turn, { role, unit, replaces }, { typed, command: `/giamkhao thay ${id}` });
}

async function beginDismissal(turn: Turn, role: string): Promise<void> {
  const { name } = await mayDismiss(turn, await contestOf(turn), role);
  await beginForm(turn, dismiss, { role, judge: name });
}
