import type { Contest } from '../actions/contest.js';
import { listedComponents } from '../actions/peopleLists.js';
import { may } from '../actions/permissions.js';
import { isReopener } from '../actions/reopenJudging.js';
import type { ResultCourse } from '../actions/resultCourse.js';
import { showcaseOf } from '../actions/showcase.js';
import type { Styled } from '../chat.js';
import type { Act } from '../domain/permissions.js';
import { type Phase, phaseNow } from '../domain/phases.js';
import { showcaseRound } from '../domain/plan.js';
import { isJudgedOnStage, stageOf } from '../domain/stage.js';
import type { Turn } from '../turn.js';
import type { Label } from '../words.js';

/** Lines of `/trogiup` for whoever has a task, whatever it is called. */

/** What somebody may do about the sheets of others. */
export async function aboutJudging(turn: Turn, contest: Contest, code: string): Promise<Styled[]> {
  const { t } = turn;
  const reopening: [Act, Styled][] = [['reopenStage', t('help.canReopenStage', { code })]];
  const lines: [Act, Styled][] = [
    ['seeProgress', t('help.canSeeProgress')],
    ['enterSheet', t('help.canEnterSheet')],
    ['setSheetAside', t('help.canSetAside', { code })],
    ['reopenJudging', t('help.canReopen')],
    ...(isJudgedOnStage(contest.plan) ? reopening : []),
  ];
  const allowed = await Promise.all(
    lines.map(([act]) => (act === 'reopenJudging' ? isReopener(turn, contest) : may(turn, contest, act))),
  );
  return lines.flatMap(([, line], index) => (allowed[index] ? [line] : []));
}

/** What the contest is at. Votes may be open for longer than the judging. */
export function phaseIn(
  { now }: Turn,
  { plan, windows }: Contest,
  { published, locked, votesUntil }: ResultCourse,
): Phase {
  return phaseNow(plan, windows, now, published !== null || (locked !== null && !votesUntil));
}

/** Is there anything that could come on a stage? In a showcase not before it is announced who does. */
export async function hasStageNow(turn: Turn, contest: Contest): Promise<boolean> {
  const stage = stageOf(contest.plan);
  if (!stage || stage.isScored) return stage !== null;
  return ((await showcaseOf(turn, contest))?.announcedAt ?? null) !== null;
}

const resultLines: [Act, Label][] = [
  ['proposeResult', 'help.canPropose'],
  ['approveResult', 'help.canApprove'],
  ['publishResult', 'help.canPublish'],
  ['pickShowcase', 'help.canPickShowcase'],
  ['answerComplaint', 'help.canAnswerComplaint'],
  ['ruleEngagement', 'help.canRuleEngagement'],
  ['complain', 'help.canComplain'],
];

/** What he can do on the way from the ranking to its publication, and after it. */
export async function aboutResult(turn: Turn, contest: Contest): Promise<Styled[]> {
  const lines: Styled[] = [];
  for (const [act, key] of resultLines) {
    if (act === 'pickShowcase' && !showcaseRound(contest.plan)) continue;
    if (act === 'ruleEngagement' && contest.plan.scoring.audience.mode === 'none') continue;
    if (await may(turn, contest, act)) lines.push(turn.t(key));
  }
  return lines;
}

/** Only where the contest has lists of people, for who keeps or closes them. */
export async function aboutLists(turn: Turn, contest: Contest): Promise<Styled | null> {
  if (listedComponents(contest).length === 0) return null;
  if (await may(turn, contest, 'closeList')) return turn.t('help.canCloseLists');
  return (await may(turn, contest, 'keepList')) ? turn.t('help.canKeepList') : null;
}
