import type { Contest } from '../actions/contest.js';
import { describeCourse } from '../actions/describeCourse.js';
import { exampleCode } from '../actions/entries.js';
import { openDecisions } from '../actions/openDecisions.js';
import { may } from '../actions/permissions.js';
import { capital } from '../actions/registrations.js';
import { resultCourse } from '../actions/resultCourse.js';
import type { Styled } from '../chat.js';
import type { Act } from '../domain/permissions.js';
import { type Phase, phases } from '../domain/phases.js';
import { isUnknown, screeningOf } from '../domain/plan.js';
import { selectionOf } from '../domain/selection.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { type Label, stack } from '../words.js';
import { aboutJudging, aboutLists, aboutResult, hasStageNow, phaseIn } from './helpLines.js';

/**
 * What an organizer can do: that of this phase first, `/trogiup chấm điểm` for another one, `/trogiup tất cả` for all
 * of it. Nothing is named that would be refused.
 */
export async function organizerHelp(turn: Turn, contest: Contest, args: string): Promise<Styled> {
  const { t } = turn;
  if (fold(args) === 'tat ca') {
    const all: Styled[] = [];
    for (const phase of phasesOf(contest)) all.push(await section(turn, contest, phase));
    return stack([t('help.organizerAll'), ...all]);
  }
  const own = phasesOf(contest);
  const asked = phaseMeant(turn, own, args);
  const course = await resultCourse(turn, contest);
  const now = phaseIn(turn, contest, course);
  // Without numbers, which belong to the offers below.
  const others = own.map((phase) => `• ${capital(t.plain(`phase.${phase}`))}`).join('\n');
  return stack([
    !asked &&
      stack(
        [
          describeCourse(t, course, turn.now),
          course.complaints.length > 0 &&
            t('course.complaints', { codes: course.complaints.map(({ code }) => code).join(', ') }),
        ],
        '\n',
      ),
    asked
      ? await section(turn, contest, asked)
      : stack(
          [
            t('help.organizerNow', { phase: t.plain(`phase.${now}`) }),
            t('help.canSeeSituation'),
            now !== 'prepare' && openDecisions(contest, turn.now).length > 0 && settling(turn, contest),
            ...(await linesOf(turn, contest, now)),
          ],
          '\n',
        ),
    t('help.organizerOthers', { others }),
  ]);
}

/** By its name, or as much of it as no other has; or by its place. */
function phaseMeant({ t }: Turn, own: Phase[], typed: string): Phase | undefined {
  const said = fold(typed).split(/\W+/).filter(Boolean);
  if (said.length === 0) return undefined;
  const named = own.filter((phase) => {
    const name = fold(t.plain(`phase.${phase}`)).split(' ');
    return said.every((word) => name.includes(word));
  });
  return named.length === 1 ? named[0] : own[Number(typed) - 1];
}

/** Where nobody votes nothing is said of it. */
const phasesOf = ({ plan }: Contest): Phase[] =>
  phases.filter((phase) => phase !== 'vote' || plan.scoring.audience.mode !== 'none');

const settling = ({ t }: Turn, { plan }: Contest): Styled =>
  t(plan.scoring.audience.mode === 'none' ? 'help.organizerSettleNoVote' : 'help.organizerSettle');

async function section(turn: Turn, contest: Contest, phase: Phase): Promise<Styled> {
  const title = turn.t('help.organizerPhase', { phase: capital(turn.t.plain(`phase.${phase}`)) });
  return stack([title, ...(await linesOf(turn, contest, phase))], '\n');
}

async function linesOf(turn: Turn, contest: Contest, phase: Phase): Promise<(Styled | null)[]> {
  const { t } = turn;
  const code = await exampleCode(turn, contest);
  const { plan } = contest;
  const screening = screeningOf(plan);
  // What is settled can't be settled once more.
  const isOpen = screening !== null && isUnknown(screening.screeners);
  const allowed = async (lines: [Act, Styled | null | false][]): Promise<Styled[]> => {
    const found: Styled[] = [];
    for (const [act, line] of lines) if (line && (await may(turn, contest, act))) found.push(line);
    return found;
  };
  switch (phase) {
    case 'prepare':
      return allowed([
        ['settlePlan', settling(turn, contest)],
        ['appoint:judge', t('help.organizerJudges')],
        ['appoint:secretary', t('help.organizerRoles')],
        ['bindGroup', t('help.canBindGroup')],
        ['announce', t('help.canAnnounce')],
        ['moveDate', t('help.organizerDates')],
        ['publishRules', t('help.organizerRules')],
        ['setUpContest', t('help.organizerSetUp')],
      ]);
    case 'take':
      return [
        ...(await allowed([
          ['confirmRegistration', t('help.canConfirm')],
          ['extendDeadline', t('help.organizerExtend')],
          ['announce', t('help.canAnnounce')],
          ['screen', screening && t(isOpen ? 'help.organizerScreeningOpen' : 'help.canScreen')],
          ['nominate', selectionOf(plan) && t('help.organizerSelection', { code })],
          ['disqualify', t('help.organizerOut', { code })],
        ])),
        await aboutLists(turn, contest),
      ];
    case 'vote':
      return allowed([
        ['recordEngagement', t('help.canRecordEngagement', { code })],
        ['seeSuspicions', t('help.canSeeSuspicions')],
      ]);
    case 'judge':
      return [
        ...(await allowed([
          ['appoint:judge', t('help.organizerJudges')],
          ['runStage', (await hasStageNow(turn, contest)) && t('help.canRunStage')],
        ])),
        ...(await aboutJudging(turn, contest, code)),
      ];
    case 'result': {
      const lines: [Act, Label][] = [
        ['explainResult', 'help.canExplain'],
        ['makePapers', 'help.canMakePapers'],
      ];
      return [
        ...(await aboutResult(turn, contest)),
        ...(await allowed(lines.map(([act, key]) => [act, t(key)]))),
        t('help.organizerResult'),
      ];
    }
  }
}
