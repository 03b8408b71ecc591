import { contestOf } from '../actions/contest.js';
import { entryByCode, entryName } from '../actions/entries.js';
import { teamTold } from '../actions/missed.js';
import { unitName } from '../actions/registrations.js';
import { declareRelation } from '../actions/relations.js';
import { othersShowing } from '../actions/sameVideo.js';
import { castVerdict, mayScreen, openForScreening, toScreen } from '../actions/screenEntry.js';
import { tellVerdict } from '../actions/tellVerdict.js';
import type { Styled } from '../chat.js';
import { isKnown } from '../domain/plan.js';
import { reasonsToGive, reasonWithWords } from '../domain/screening.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { type Answers, beginForm, type Form, Reopen } from './form.js';
import { asScreening, ballotOf, limitIn, type Screening, screenSteps } from './screenSteps.js';
import { showVideo } from './showVideo.js';
import { chooseOne, confirmStep } from './steps.js';

/** A screener looks at an entry and says whether it meets the plan's demands. */
export const screen: Form = {
  name: 'screen',
  version: 1,
  title: 'screen.title',
  steps: [
    ...screenSteps,
    {
      ...confirmStep({ ask: readBack, yes: 'screen.yes', change: [] }),
      ask: (turn, answers) => ({
        text: readBack(turn, answers),
        choices: [
          { label: turn.t.plain('screen.yes'), says: 'yes' },
          { label: turn.t.plain('screen.again'), says: 'again' },
        ],
      }),
      read: (turn, input) => {
        if (input.says === 'yes') return 'yes';
        if (input.says === 'again') return new Reopen(...screenSteps.map(({ name }) => name));
        throw chooseOne(turn);
      },
    },
  ],
  async finish(turn, answers) {
    const contest = await contestOf(turn);
    const { code, unit, version } = asScreening(answers);
    const { t } = turn;
    const ballot = ballotOf(answers);
    if (!ballot) {
      const to = answers.tie === 'unit' ? { unit } : { entry: code };
      await declareRelation(turn, contest, { to, words: String(answers.tieWords) });
      return sayNext(turn, t('screen.tieSaved', { code }));
    }
    // Also one that this very turn has rejected: a turn that is repeated must find it again.
    const entry = await entryByCode(turn, contest, code, { any: true });
    const screened = await castVerdict(turn, contest, { entry, version, ballot });
    await tellVerdict(turn, contest, screened);
    const told = screened.outcome && (await teamTold(turn, contest, entry));
    await sayNext(turn, stack([concluded(turn, screened), told], ' '));
  },
};

function concluded({ t }: Turn, { entry, outcome, said, agreeing }: Awaited<ReturnType<typeof castVerdict>>) {
  const { code, correction } = entry;
  switch (outcome?.kind) {
    case undefined:
      return t('screen.counted', { code, said, agreeing });
    case 'pass':
      return t('screen.passed', { code });
    case 'reject':
      return t('screen.rejected', { code });
    case 'send_back':
      return t('screen.sentBack', { code, closes: t.moment(correction?.until ?? entry.submittedAt) });
  }
}

function readBack({ t }: Turn, answers: Answers): Styled {
  const { entry, checklist, reasons }: Screening = asScreening(answers);
  const ballot = ballotOf(answers);
  switch (ballot?.kind) {
    case undefined:
      return t('screen.checkTie', { entry, words: String(answers.tieWords) });
    case 'pass':
      return t('screen.checkPass', { entry });
    case 'reject': {
      const reason = reasons.find(({ code }) => code === ballot.reason)?.text ?? ballot.reason;
      const said = ballot.words === undefined ? [] : [ballot.words];
      return t('screen.checkReject', { entry, reason: reasonWithWords(reason, said) });
    }
    case 'send_back': {
      const { item, words } = ballot.defect;
      const named = checklist.find(({ id }) => id === item);
      const defect = named ? t.plain('screen.defect', { item: named.text, words }) : `• ${words}`;
      return t('screen.checkBack', { entry, defect, limit: limitIn(t, ballot.limit) });
    }
  }
}

/** `/thamdinh`: the next one; `/thamdinh SL-07`: this one, also to change one's mind. */
export async function beginScreening(turn: Turn, typed: string): Promise<void> {
  const contest = await contestOf(turn);
  const { screening } = await mayScreen(turn, contest);
  const wanted = typed ? await entryByCode(turn, contest, typed) : (await toScreen(turn, contest)).next;
  if (!wanted) return sayNext(turn);
  const entry = await openForScreening(turn, contest, wanted);
  const { t } = turn;
  const last = wanted.history.at(-1);
  if (wanted.state === 'screening' && last?.by === turn.person && last.turn !== turn.id)
    turn.say(t('screen.openAlready', { code: wanted.code }));
  const about = { entry: entryName(entry), team: entry.team, unit: unitName(contest, entry.unit) };
  const alike = await othersShowing(turn, contest, entry);
  const remark = alike.length > 0 && t('screen.sameVideo', { entries: alike.map(named).join('; ') });
  await showVideo(turn, entry, stack([t('score.entry', about), remark], '\n'));
  const given: Screening = {
    code: entry.code,
    entry: about.entry,
    unit: entry.unit,
    unitName: about.unit,
    version: entry.versions.length,
    checklist: isKnown(screening.checklist) ? screening.checklist : [],
    reasons: reasonsToGive(screening),
    usual: isKnown(screening.correction) ? screening.correction : null,
  };
  await beginForm(turn, screen, given);
}

/** What is left for this screener, and the next one in one tap. */
async function sayNext(turn: Turn, first?: Styled): Promise<void> {
  const { t } = turn;
  const { next, left, awaited } = await toScreen(turn, await contestOf(turn));
  turn.say(
    stack([
      first,
      stack(
        [
          next ? t('screen.left', { left }) : t('screen.noneLeft'),
          awaited > 0 && t('screen.awaited', { awaited }),
        ],
        '\n',
      ),
    ]),
    next ? [offerOf(turn, next)] : [],
  );
}

const named = (entry: StoredEntry): string => `${entryName(entry)} (${entry.team})`;

const offerOf = ({ t }: Turn, { code }: StoredEntry) => ({
  label: t.plain('screen.next', { code }),
  says: `/thamdinh ${code}`,
});
