import { contestOf } from '../actions/contest.js';
import { entryByCode, entryName, exampleCode } from '../actions/entries.js';
import { teamTold } from '../actions/missed.js';
import { receiverName } from '../actions/nominations.js';
import { needRight } from '../actions/permissions.js';
import { mayTakeBack, takeBackNomination } from '../actions/takeBackNomination.js';
import { Refusal } from '../domain/refusal.js';
import { tidy } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginForm, type Form } from './form.js';
import { choiceStep, textStep } from './steps.js';

const SHORTEST = 5;
const LONGEST = 300;

/** `/rutcu QN-07 lý do`: a unit takes back what it sent up. */
export const nominateBack: Form = {
  name: 'nominateBack',
  version: 1,
  title: 'nominate.backTitle',
  steps: [
    textStep({
      name: 'reason',
      label: 'nominate.backReasonLabel',
      length: [SHORTEST, LONGEST],
      ask: ({ t }, { entry }) => t('nominate.backReasonAsk', { entry: String(entry) }),
    }),
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: ({ t }, { entry, to, reason }) =>
        t('nominate.backSure', { entry: String(entry), to: String(to), reason: String(reason) }),
      offers: { yes: (t) => t.plain('nominate.backYes'), no: (t) => t.plain('nominate.backNo') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    const code = String(answers.code);
    if (answers.sure !== 'yes') return turn.say(t('nominate.backKept', { code }));
    const contest = await contestOf(turn);
    const entry = await entryByCode(turn, contest, code, { any: true });
    const { way } = await takeBackNomination(turn, contest, entry, String(answers.reason));
    turn.say(
      stack(
        [
          t('nominate.backDone', { entry: entryName(entry), at: t.moment(turn.now) }),
          await teamTold(turn, contest, entry),
          (way.receiver.kind === 'within' || way.upper) && t('nominate.backReceiverTold'),
        ],
        ' ',
      ),
    );
  },
};

export async function beginTakingBack(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'nominate');
  const [typed = '', ...rest] = tidy(args)
    .replace(/^([a-z]+)[\s-]+(\d)/i, '$1-$2')
    .split(' ');
  if (!typed) throw new Refusal('nominate.backHow', { code: await exampleCode(turn, contest) });
  const entry = await entryByCode(turn, contest, typed, { any: true });
  const { way } = await mayTakeBack(turn, contest, entry);
  const reason = rest.join(' ');
  const isReason = reason.length >= SHORTEST && reason.length <= LONGEST;
  await beginForm(turn, nominateBack, {
    ...(isReason && { reason }),
    code: entry.code,
    entry: entryName(entry),
    to: receiverName(way),
  });
}
