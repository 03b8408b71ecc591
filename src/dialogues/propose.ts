import { contestOf } from '../actions/contest.js';
import { may } from '../actions/permissions.js';
import { mayPropose, proposeResult, type ToPropose } from '../actions/proposeResult.js';
import { outcomeOf } from '../actions/publishResults.js';
import { describeMissing } from '../actions/shortOfSheets.js';
import { actorsReached } from '../actions/tellActors.js';
import type { Styled } from '../chat.js';
import { changesBetween } from '../domain/outcome.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { type Answers, beginForm, type Form } from './form.js';
import { describeMoney } from './moneyWords.js';
import {
  borderSteps,
  bordersIn,
  bordersToAsk,
  decidesAnew,
  describeLeftOpen,
  rankDecided,
} from './proposeBorders.js';
import { describeAgreed, describeCorrection, describeDraw, describeOutcome, namesIn } from './resultWords.js';
import { choiceStep, textStep } from './steps.js';

/** `/dexuat`: the head judge sees the ranking as it would go out, and proposes it to the chair. */
export const propose: Form = {
  name: 'propose',
  version: 1,
  title: 'propose.title',
  steps: [
    textStep({
      name: 'why',
      label: 'propose.whyLabel',
      when: ({ version }) => Number(version) > 1,
      length: [5, 300],
      ask: async (turn) => stack([await preview(turn), turn.t('propose.whyAsk')]),
    }),
    textStep({
      name: 'remark',
      label: 'propose.remarkLabel',
      length: [2, 1000],
      ask: async (turn, { version }) =>
        stack([Number(version) === 1 && (await preview(turn)), turn.t('propose.remarkAsk')]),
      offers: ({ t }) => [{ label: t.plain('propose.remarkNone'), says: NONE }],
    }),
    ...borderSteps,
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: sure,
      offers: { yes: (t) => t.plain('propose.yes'), no: (t) => t.plain('propose.no') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    if (answers.sure !== 'yes') return turn.say(t('propose.left'));
    const contest = await contestOf(turn);
    const proposal = await proposeResult(turn, contest, {
      previewed: String(answers.digest),
      remark: remarkIn(answers),
      why: answers.why === undefined ? null : String(answers.why),
      borders: bordersIn(answers),
      anew: decidesAnew(answers),
    });
    if (proposal === 'changed') {
      turn.say(t('propose.changed'));
      return beginProposing(turn);
    }
    const about = { number: proposal.number, at: t.moment(turn.now) };
    const { draws } = outcomeOf(proposal).ranking;
    turn.say(
      stack([
        (await may(turn, contest, 'approveResult')) ? t('propose.doneOwn', about) : t('propose.done', about),
        !(await actorsReached(turn, contest, 'approveResult')) && t('told.nobodyNext'),
        ...draws.map((draw) => describeDraw(t, draw)),
      ]),
    );
  },
};

const NONE = 'none';

const remarkIn = ({ remark }: Answers): string | null => (remark === NONE ? null : String(remark));

async function preview(turn: Turn): Promise<Styled> {
  const { t } = turn;
  const contest = await contestOf(turn);
  const { ranked, version, published } = await mayPropose(turn, contest);
  const willDraw = ranked.ranking.draws.some(({ seed }) => seed === undefined) && t('propose.willDraw');
  const missing = await describeMissing(turn, contest, ranked);
  if (!published)
    return stack([t('propose.preview'), describeOutcome(t, contest, ranked), missing, willDraw]);
  const before = outcomeOf(published);
  return stack([
    t('propose.previewCorrection', { version }),
    describeCorrection(t, contest, { before, after: ranked, why: null }),
    changesBetween(before, ranked).length === 0 && t('propose.nothingNew'),
    describeOutcome(t, contest, ranked),
    missing,
    willDraw,
  ]);
}

async function sure(turn: Turn, answers: Answers): Promise<Styled> {
  const { t } = turn;
  const contest = await contestOf(turn);
  const { published } = await mayPropose(turn, contest);
  const ranked = await rankDecided(turn, answers);
  const isDecided = bordersIn(answers).length > 0 || decidesAnew(answers);
  const { places } = ranked.ranking;
  const nameOf = namesIn(contest, ranked.entries);
  const firsts = places.filter(({ place }) => place === places[0]?.place).map(({ code }) => nameOf(code));
  const remark = remarkIn(answers);
  return stack([
    remark !== null && t('propose.sureRemark', { remark }),
    // The preview came before the head judge decided about prizes.
    isDecided &&
      published &&
      describeCorrection(t, contest, { before: outcomeOf(published), after: ranked, why: null }),
    describeAgreed(t, ranked.prizes),
    describeLeftOpen(t, ranked.borders),
    describeMoney(t, contest, ranked),
    t('propose.sure', {
      count: places.length,
      first: firsts.map(({ unit, title }) => `${unit} «${title}»`).join('; '),
    }),
  ]);
}

/** What is proposed is what was seen: the preview's digest rides along. */
export async function beginProposing(turn: Turn): Promise<void> {
  const { ranked, version }: ToPropose = await mayPropose(turn, await contestOf(turn));
  await beginForm(turn, propose, { digest: ranked.digest, version, ...bordersToAsk(ranked) });
}
