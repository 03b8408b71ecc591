import { type Contest, contestOf, severalContests } from '../actions/contest.js';
import { exampleCode } from '../actions/entries.js';
import { hasConsented } from '../actions/giveConsent.js';
import { lockedAt } from '../actions/locks.js';
import { offeredInReminder } from '../actions/offeredInReminder.js';
import { may } from '../actions/permissions.js';
import { examplePoints, judgeProgress, rubricOf } from '../actions/recordScore.js';
import { canRegister, isRegistrationOver } from '../actions/registerTeam.js';
import { registrationOf, unitName } from '../actions/registrations.js';
import { type ResultCourse, resultCourse } from '../actions/resultCourse.js';
import { judgedRounds } from '../actions/seats.js';
import { isOnStage } from '../actions/stageClosings.js';
import { hasRoom, submissionNow } from '../actions/submitEntry.js';
import type { Styled } from '../chat.js';
import { rankingWaitsFor } from '../domain/decisions.js';
import { inBotOf } from '../domain/inBotVotes.js';
import type { Act } from '../domain/permissions.js';
import { screeningOf } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import type { Duty, RoleName } from '../domain/roles.js';
import { seatsOf } from '../domain/selection.js';
import { fold, tidy } from '../domain/text.js';
import type { Offer, Turn } from '../turn.js';
import { type Label, stack } from '../words.js';
import { helperHelp } from './helpHelper.js';
import { aboutJudging, aboutLists, aboutResult } from './helpLines.js';
import { organizerHelp } from './helpOrganizer.js';
import { isSpoken } from './input.js';
import { rulesOwed } from './rulesOwed.js';

/** Who a person is to the contest decides what is worth telling him. */
type Standing = 'organizer' | 'judge' | 'helper' | 'team' | 'withoutConsent' | 'newcomer';

const standingOfRole: Record<RoleName, Standing> = {
  organizer: 'organizer',
  chair: 'organizer',
  standing_agency: 'organizer',
  secretary: 'helper',
  support_staff: 'helper',
  head_judge: 'judge',
  judge: 'judge',
  screener: 'helper',
  unit_coordinator: 'helper',
};

async function standingOf(turn: Turn): Promise<Standing> {
  const contest = await contestOf(turn);
  const standings = (await turn.duties(contest.id)).map(({ role }) => standingOfRole[role]);
  for (const first of ['organizer', 'judge', 'helper'] as const) if (standings.includes(first)) return first;
  if (!(await registrationOf(turn, contest))) return 'newcomer';
  return (await hasConsented(turn, contest)) ? 'team' : 'withoutConsent';
}

/** `/start`: what this is, and the first step. */
export async function sayWelcome(turn: Turn): Promise<void> {
  const { plan } = await contestOf(turn);
  const standing = await standingOf(turn);
  if (standing !== 'newcomer') return sayHelp(turn);
  turn.say(turn.t('help.welcome', { contest: plan.name }), await offers(turn, standing));
}

/** `/trogiup`: what this person can do here; `args` is which part of it is wanted, where it comes in parts. */
export async function sayHelp(turn: Turn, args = ''): Promise<void> {
  const contest = await contestOf(turn);
  const standing = await standingOf(turn);
  const owed = await rulesOwed(turn, contest);
  const duties = await turn.duties(contest.id);
  const { t } = turn;
  const helper = standing === 'helper' ? await helperHelp(turn, contest, args) : null;
  const hasMore = helper ? helper.isPart : standing === 'organizer' && args === '';
  turn.say(
    stack([
      t('help.title', { contest: contest.plan.shortName }),
      helper && t('help.duties', { roles: duties.map(dutyName(turn, contest)).join('; ') }),
      standing === 'helper' ? helper?.text : await whatToDo(turn, contest, { standing, args }),
      // An organizer's are in their stage.
      standing === 'organizer' ? null : await aboutLists(turn, contest),
      standing !== 'organizer' && standing !== 'judge' && standing !== 'helper' && inBotOf(contest.plan)
        ? t('help.vote')
        : null,
      (await severalContests(turn)) && t('help.contests'),
      t('help.always'),
      owed?.text,
    ]),
    [
      ...(await offers(turn, standing)),
      ...(hasMore ? [{ label: t.plain('menu.allHelp'), says: '/trogiup tất cả' }] : []),
      ...(owed ? [owed.offer] : []),
    ],
  );
}

/** Examples are such as could be sent as they stand. */
async function whatToDo(
  turn: Turn,
  contest: Contest,
  { standing, args }: { standing: Exclude<Standing, 'helper'>; args: string },
): Promise<Styled> {
  const { t } = turn;
  if (standing === 'organizer') return organizerHelp(turn, contest, args);
  if (standing !== 'judge') {
    return stack([t(await whatNow(turn, contest, standing)), ...(await aboutResult(turn, contest))], '\n');
  }
  const code = await codeToScore(turn, contest);
  const points = pointsOf(contest);
  const locked = await lockedForJudge(turn, contest);
  const seats = seatsOf(contest, await turn.duties(contest.id));
  const onStage = seats.length > 0 && seats.every((seat) => isOnStage(contest, seat));
  const scoring = locked
    ? [t('help.judgeLocked', { at: t.moment(locked) })]
    : [
        onStage ? t('help.judgeOnStage') : t('help.judge', { code }),
        !onStage && points && t('help.judgeAtOnce', { code, points }),
        t('help.judgeAbstain', { code }),
      ];
  const whileOpen = t(onStage ? 'help.judgeSheetsOnStage' : 'help.judgeSheets');
  return stack(
    [
      ...scoring,
      ...(await aboutResult(turn, contest)),
      locked ? t('help.judgeSheetsLocked') : whileOpen,
      ...(await aboutJudging(turn, contest, code)),
      (await may(turn, contest, 'explainResult')) && t('help.canExplain'),
    ],
    '\n',
  );
}

/** What is over is not named. */
async function whatNow(
  turn: Turn,
  contest: Contest,
  standing: 'team' | 'withoutConsent' | 'newcomer',
): Promise<Label> {
  if (standing === 'newcomer')
    return isRegistrationOver(turn, contest) ? 'help.newcomerLate' : 'help.newcomer';
  if (standing === 'withoutConsent') return 'help.withoutConsent';
  if (await isPublished(turn, contest)) return 'help.teamAfter';
  const unit = (await registrationOf(turn, contest))?.unit;
  return submissionNow(turn, contest, unit) === 'over' ? 'help.teamLate' : 'help.team';
}

/** When all that this judge scores was locked; `null`: there is something that he may still score. */
async function lockedForJudge(turn: Turn, contest: Contest): Promise<Date | null> {
  const seats = seatsOf(contest, await turn.duties(contest.id));
  // A judging without days has not begun.
  const days = judgedRounds(contest).map(({ round }) => round);
  if (!seats.every(({ round }) => days.includes(round))) return null;
  let last: Date | null = null;
  for (const seat of seats) {
    const at = await lockedAt(turn, contest, seat);
    if (!at) return null;
    if (!last || at > last) last = at;
  }
  return last;
}

/** The first that this judge scores, where there is one. */
async function codeToScore(turn: Turn, contest: Contest): Promise<string> {
  const [seat] = seatsOf(contest, await turn.duties(contest.id));
  const progress = seat && (await judgeProgress(turn, contest, { judge: turn.person, seat }));
  return progress?.entries[0]?.code ?? exampleCode(turn, contest);
}

/** By this contest's own rubric; `null` while it is open. */
function pointsOf(contest: Contest): string | null {
  try {
    return examplePoints(rubricOf(contest));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** "Tổ Thư ký", "đầu mối huyện Mộ Đức". */
export const dutyName =
  ({ t }: Turn, contest: Contest) =>
  ({ role, unit }: Duty): string =>
    unit === null
      ? t.plain(`role.${role}`)
      : role === 'unit_coordinator'
        ? t.plain('role.coordinatorOf', { unit: unitName(contest, unit) })
        : t.plain('role.ofUnit', { role: t.plain(`role.${role}`), unit: unitName(contest, unit) });

/** What an offer stands for whose label was typed, although nothing has been offered yet. */
export async function meantByLabel(turn: Turn, text: string): Promise<string | null> {
  // What was asked in a letter, and not offered here.
  if (fold(text) === fold(turn.t.plain('rulesVersion.agree'))) return '/dongythele';
  const all = await offers(turn, await standingOf(turn));
  const offered = all.find(({ label }) => fold(label) === fold(text));
  return offered?.says ?? offeredInReminder(turn, text);
}

/** Nothing was understood: never silence, and never a riddle. Who writes for the first time is welcomed. */
export async function sayUnknown(turn: Turn): Promise<void> {
  if (turn.chat.turn === null) return sayWelcome(turn);
  const all = await offers(turn, await standingOf(turn));
  const owed = await rulesOwed(turn, await contestOf(turn));
  const isHeard = !isSpoken(turn.update.event);
  turn.say(stack([turn.t(isHeard ? 'help.unknown' : 'help.spoken'), owed?.text]), [
    ...all,
    ...askingOf(turn),
    ...(owed ? [owed.offer] : []),
  ]);
}

/** A sentence that nothing here understands is often a question for people. */
function askingOf({ t, update: { event } }: Turn): Offer[] {
  const text = event.kind === 'text' ? tidy(event.text) : '';
  const isSentence = text.split(' ').length >= 4 && text.length <= 1500 && !text.startsWith('/');
  return isSentence ? [{ label: t.plain('question.offer'), says: `/hoi ${text}` }] : [];
}

async function offers(turn: Turn, standing: Standing): Promise<Offer[]> {
  const { t } = turn;
  if (standing === 'helper') return helperOffers(turn);
  const resultOffers = await offersOfResult(turn);
  const contest = await contestOf(turn);
  const isOut = await isPublished(turn, contest);
  const registration = standing === 'team' ? await registrationOf(turn, contest) : null;
  const fits =
    registration !== null &&
    submissionNow(turn, contest, registration.unit) === 'open' &&
    (await hasRoom(turn, contest, registration));
  const isScoring = standing === 'judge' && !(await lockedForJudge(turn, contest));
  const all: Record<Exclude<Standing, 'helper'>, Offer[]> = {
    newcomer: [
      ...((await canRegister(turn, contest)) ? [{ label: t.plain('menu.register'), says: '/dangky' }] : []),
      { label: t.plain('menu.code'), says: '/ma' },
      { label: t.plain('menu.rules'), says: '/thele' },
    ],
    team: [
      ...(isOut ? [{ label: t.plain('menu.result'), says: '/ketqua' }] : []),
      ...(fits && !isOut ? [{ label: t.plain('menu.submit'), says: '/nopbai' }] : []),
      { label: t.plain('menu.status'), says: '/trangthai' },
      { label: t.plain('menu.rules'), says: '/thele' },
    ],
    withoutConsent: [
      { label: t.plain('menu.consent'), says: '/dongy' },
      { label: t.plain('menu.status'), says: '/trangthai' },
      { label: t.plain('menu.rules'), says: '/thele' },
    ],
    judge: [
      ...(isScoring ? [{ label: t.plain('menu.score'), says: '/cham' }] : []),
      { label: t.plain('menu.sheets'), says: '/phieu' },
      ...resultOffers,
    ],
    organizer: [
      { label: t.plain('menu.situation'), says: '/tinhhinh' },
      { label: t.plain('menu.invite'), says: '/moigiamkhao' },
      { label: t.plain('menu.group'), says: '/nhom' },
      ...resultOffers,
    ],
  };
  return all[standing];
}

const isPublished = async ({ store }: Turn, { id }: Contest): Promise<boolean> =>
  (await store.results.exists({ contest: id })) !== null;

/** The step to the result that is due now, to whom it falls. */
async function offersOfResult(turn: Turn): Promise<Offer[]> {
  const contest = await contestOf(turn);
  const due = stepDue(contest, await resultCourse(turn, contest));
  if (!due) return [];
  const { act, label, says } = resultSteps[due];
  return (await may(turn, contest, act)) ? [{ label: turn.t.plain(label), says }] : [];
}

const resultSteps = {
  propose: { act: 'proposeResult', label: 'menu.propose', says: '/dexuat' },
  approve: { act: 'approveResult', label: 'menu.approve', says: '/pheduyet' },
  publish: { act: 'publishResult', label: 'menu.publish', says: '/congbo' },
} satisfies Record<string, { act: Act; label: Label; says: string }>;

/** What is out needs nothing more, unless a correction is on its way, or is due. */
function stepDue(
  { plan }: Contest,
  { locked, votesUntil, proposal, published }: ResultCourse,
): keyof typeof resultSteps | null {
  if (proposal?.state === 'approved') return 'publish';
  if (proposal?.state === 'proposed') return 'approve';
  if (published && !published.isOvertaken && !proposal) return null;
  return locked && !votesUntil && rankingWaitsFor(plan).length === 0 ? 'propose' : null;
}

/** Nothing is offered that would be refused. */
async function helperOffers(turn: Turn): Promise<Offer[]> {
  const { t } = turn;
  const contest = await contestOf(turn);
  const screens = screeningOf(contest.plan) !== null && (await may(turn, contest, 'screen'));
  const sees = await may(turn, contest, 'seeSituation');
  return [
    ...(screens ? [{ label: t.plain('menu.screen'), says: '/thamdinh' }] : []),
    ...(sees ? [{ label: t.plain('menu.situation'), says: '/tinhhinh' }] : []),
    { label: t.plain('menu.rules'), says: '/thele' },
  ];
}
