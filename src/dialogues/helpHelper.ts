import type { Contest } from '../actions/contest.js';
import { exampleCode } from '../actions/entries.js';
import { may } from '../actions/permissions.js';
import { resultCourse } from '../actions/resultCourse.js';
import { ownSelections } from '../actions/selecting.js';
import type { Styled } from '../chat.js';
import type { Act } from '../domain/permissions.js';
import type { Phase } from '../domain/phases.js';
import { screeningOf } from '../domain/plan.js';
import { selectionOf } from '../domain/selection.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { type Label, stack } from '../words.js';
import { aboutJudging, aboutResult, hasStageNow, phaseIn } from './helpLines.js';

/** What somebody may do whose role opens only some of it, as the permissions say, and when it is his to do. */
const helperLines: [Act, Label | 'help.canRecordEngagement' | 'help.canNominate', Phase | null][] = [
  ['seeSituation', 'help.canSeeSituation', null],
  ['confirmRegistration', 'help.canConfirm', 'take'],
  ['actOnBehalf', 'help.canActOnBehalf', 'take'],
  ['screen', 'help.canScreen', 'take'],
  ['appoint:unit_coordinator', 'help.canAppoint', 'prepare'],
  ['runStage', 'help.canRunStage', 'judge'],
  ['holdSelection', 'help.canHoldSelection', 'take'],
  ['nominate', 'help.canNominate', 'take'],
  ['seeRoles', 'help.canSeeRoles', 'prepare'],
  ['bindGroup', 'help.canBindGroup', 'prepare'],
  ['announce', 'help.canAnnounce', null],
  ['recordEngagement', 'help.canRecordEngagement', 'vote'],
  ['seeSuspicions', 'help.canSeeSuspicions', 'vote'],
  ['makePapers', 'help.canMakePapers', 'result'],
  ['explainResult', 'help.canExplain', 'result'],
];

const aboutVotes: Act[] = ['recordEngagement', 'seeSuspicions'];
const picking: Act[] = ['holdSelection', 'nominate'];

/** So many lines can be taken in on a phone; of more only what is due now is shown first. */
const MOST_LINES = 12;

/** `isPart`: the rest of it is behind `/trogiup tất cả`. */
export async function helperHelp(
  turn: Turn,
  contest: Contest,
  args: string,
): Promise<{ text: Styled; isPart: boolean }> {
  const { t } = turn;
  const code = await exampleCode(turn, contest);
  const lines: { line: Styled; phase: Phase | null }[] = [];
  for (const [act, key, phase] of helperLines) {
    if (!(await may(turn, contest, act))) continue;
    if (act === 'screen' && !screeningOf(contest.plan)) continue;
    if (act === 'runStage' && !(await hasStageNow(turn, contest))) continue;
    if (aboutVotes.includes(act) && contest.plan.scoring.audience.mode === 'none') continue;
    if (picking.includes(act) && !(await holdsSelection(turn, contest))) continue;
    const line = key === 'help.canRecordEngagement' || key === 'help.canNominate' ? t(key, { code }) : t(key);
    lines.push({ line, phase });
  }
  for (const line of await aboutResult(turn, contest)) lines.push({ line, phase: 'result' });
  for (const line of await aboutJudging(turn, contest, code)) lines.push({ line, phase: 'judge' });
  const isPart = lines.length > MOST_LINES && fold(args) !== 'tat ca';
  if (!isPart)
    return {
      text: stack(
        lines.map(({ line }) => line),
        '\n',
      ),
      isPart,
    };
  const now = phaseIn(turn, contest, await resultCourse(turn, contest));
  const due = lines.filter(({ phase }) => phase === null || phase === now).map(({ line }) => line);
  return {
    text: stack([
      stack([t('help.helperNow', { phase: t.plain(`phase.${now}`) }), ...due], '\n'),
      t('help.helperOthers'),
    ]),
    isPart,
  };
}

/** Is there a unit of his that picks what it sends up? */
async function holdsSelection(turn: Turn, contest: Contest): Promise<boolean> {
  return selectionOf(contest.plan) !== null && (await ownSelections(turn, contest)).length > 0;
}
