import type { Styled } from '../chat.js';
import { hasClosed, hasOpened } from '../domain/dates.js';
import { freezeInstant, quorumOf } from '../domain/decisions.js';
import { entryRound, isUnknown } from '../domain/plan.js';
import { sharedVideos } from '../domain/sameVideo.js';
import { isByPoints, selectionOf, selectionQuorum } from '../domain/selection.js';
import { finalWindow } from '../domain/stage.js';
import type { Registration } from '../store/documents.js';
import { stack, type Words } from '../words.js';
import type { Contest } from './contest.js';
import { describeCourse } from './describeCourse.js';
import { entryNameLate } from './entries.js';
import { lineOfJudge } from './judgedSoFar.js';
import { nameOfWindow } from './moveDate.js';
import { describeOpenDecisions, openDecisions } from './openDecisions.js';
import { capital, unitName } from './registrations.js';
import { resultWindow } from './seats.js';
import type { Situation } from './situation.js';

/** The situation in words: for who asks, and for the summary at the close. */
export function describeSituation(t: Words, contest: Contest, situation: Situation, now: Date) {
  const { whole, units, quota, unconfirmed, names, judges, engagement, course } = situation;
  const judgedAt = course?.locked?.at ?? null;
  // Who has scored how much, and what is missing for a ranking, is over with it, until it is judged once more.
  const isOut = course?.published != null;
  const isJudging = !isOut || situation.reopenedUntil !== null;
  const sent = units.reduce((sum, { entries }) => sum + entries.length, 0);
  const registered = units.reduce((sum, { registrations }) => sum + registrations.length, 0);
  const silent = units.filter(({ registrations, entries }) => registrations.length + entries.length === 0);
  const active = units.filter(({ registrations, entries }) => registrations.length + entries.length > 0);
  const owing = openDecisions(contest, now);
  // A live contest has teams, and nothing that they hand in.
  const isHandedIn = entryRound(contest.plan) !== undefined;
  return stack([
    t('situation.title', { contest: contest.plan.shortName, at: t.moment(now) }),
    stack([deadlines(t, contest, now, judgedAt), ...extended(t, contest, situation)], '\n'),
    course && describeCourse(t, course, now),
    stack(
      [
        t('situation.registered', { registered }),
        quota === null
          ? isHandedIn && t('situation.sent', { sent })
          : t('situation.sentOf', {
              sent,
              slots: quota.senders * quota.each,
              senders: quota.senders,
              quota: quota.each,
            }),
      ],
      '\n',
    ),
    active.length > 0 &&
      stack(
        active.map(({ name, registrations, entries }) =>
          entries.length > 0
            ? t('situation.senderSent', {
                name: capital(name),
                count: entries.length,
                entries: entries.map((entry) => entryNameLate(t, entry, names)).join('; '),
              })
            : t(isHandedIn ? 'situation.senderRegistered' : 'situation.senderTeams', {
                name: capital(name),
                teams: registrations.map((team) => teamName(t, team, names)).join('; '),
              }),
        ),
        '\n',
      ),
    silent.length > 0 &&
      t(isHandedIn ? 'situation.silent' : 'situation.silentTeams', {
        count: silent.length,
        names: theFirst(
          silent.map(({ name }) => name),
          ', ',
          (count) => t.plain('situation.moreUnits', { count }),
        ),
      }),
    unconfirmed.length > 0 &&
      t('situation.unconfirmed', {
        count: unconfirmed.length,
        teams: theFirst(
          unconfirmed.map(({ team, unit }) => `${team} (${unitName(contest, unit)})`),
          '; ',
          (count) => t.plain('situation.moreTeams', { count }),
        ),
      }),
    whole && !isOut && describeSharedVideos(t, situation),
    situation.reopenedUntil && t('situation.reopened', { until: t.moment(situation.reopenedUntil) }),
    isJudging &&
      judges.length > 0 &&
      stack([t('situation.judges'), ...judges.map((judge) => lineOfJudge(t, judge))], '\n'),
    whole && isJudging && describeJury(t, contest, { judges: judges.length, judgedAt, now }),
    whole && describeShortJuries(t, contest, situation, now),
    whole && !isOut && sent > 0 && describeEngagement(t, contest, engagement.missing, now),
    whole &&
      owing.length > 0 &&
      stack([t('situation.undecided'), describeOpenDecisions(t, contest, now)], '\n'),
  ]);
}

/** With who registered it for whom, where a coordinator did. */
function teamName(t: Words, { team, by, contact }: Registration, names: Situation['names']): string {
  if (!by) return team;
  return `${team}, ${t.plain('onBehalf.behindTeam', { by: names.get(by) ?? by, author: contact })}`;
}

/** A longer list is no help on a phone. */
const MOST_NAMED = 20;

function theFirst(names: string[], between: string, more: (count: number) => string): string {
  const left = names.length - MOST_NAMED;
  // One more word is no shorter than the last name.
  return left <= 1 ? names.join(between) : [...names.slice(0, MOST_NAMED), more(left)].join(between);
}

/** One video handed in by several teams: a remark for people to look at. */
function describeSharedVideos(t: Words, { units }: Situation): Styled | null {
  const shared = sharedVideos(units.flatMap(({ entries }) => entries));
  if (shared.length === 0) return null;
  const groups = shared.map((alike) => alike.map(({ code, team }) => `${code} (${team})`).join(', '));
  return t('situation.sameVideo', {
    groups: theFirst(groups, '; ', (count) => t.plain('situation.moreVideos', { count })),
  });
}

/** In the selection of which units nothing could be ranked, while something can be done about it. */
function describeShortJuries(t: Words, { plan, windows }: Contest, { shortJuries }: Situation, now: Date) {
  const selection = selectionOf(plan);
  const quorum = selectionQuorum(plan);
  const window = selection && windows[selection.round.window];
  if (!selection || quorum === null || shortJuries.length === 0 || (window && hasClosed(window, now)))
    return null;
  return t('situation.shortJuries', {
    quorum,
    round: selection.round.title,
    count: shortJuries.length,
    units: theFirst(
      shortJuries.map(({ name, judges }) => `${name} (${judges})`),
      ', ',
      (count) => t.plain('situation.moreJuries', { count }),
    ),
  });
}

/** Too few judges for any ranking: with what can still be done about it. */
function describeJury(
  t: Words,
  contest: Contest,
  { judges, judgedAt, now }: { judges: number; judgedAt: Date | null; now: Date },
) {
  const { plan, windows } = contest;
  const quorum = quorumOf(plan);
  if (quorum === null || judges >= quorum) return null;
  const final = selectionOf(plan) && plan.rounds.find(({ kind }) => kind === 'final');
  const about = {
    quorum,
    judges,
    each: final ? t.plain('situation.eachAt', { round: final.title }) : t.plain('situation.each'),
  };
  const canSettle = isUnknown(plan.scoring.jury.quorum);
  const judging = windows[resultWindow(contest)];
  const canInvite = judgedAt === null && (!judging || !hasClosed(judging, now));
  if (canInvite) return t(canSettle ? 'situation.fewJudges' : 'situation.fewJudgesInvite', about);
  return t(canSettle ? 'situation.fewJudgesQuorum' : 'situation.fewJudgesOver', about);
}

function describeEngagement(t: Words, { plan, windows }: Contest, missing: string[], now: Date) {
  if (plan.scoring.audience.mode === 'none') return null;
  const { voting } = windows;
  if (voting?.opens && !hasOpened(voting, now))
    return t('situation.engagementAhead', { opens: t.moment(voting.opens) });
  if (missing.length === 0) return t('situation.engagementAll');
  const freeze = freezeInstant(plan);
  const about = { count: missing.length, codes: missing.join(', ') };
  if (!freeze) return t('situation.engagementOwed', about);
  const withFreeze = { ...about, freeze: t.moment(freeze) };
  return t(freeze < now ? 'situation.engagementMissed' : 'situation.engagementMissing', withFreeze);
}

/** Who of these units may hand in longer than the others. */
const extended = (t: Words, contest: Contest, { whole, units }: Situation) =>
  contest.extensions
    .filter(({ unit }) => whole || units.some(({ code }) => contest.units.isUnder(code, unit)))
    .map(({ unit, until, reason }) =>
      t('extend.line', { unit: capital(unitName(contest, unit)), until: t.moment(until), reason }),
    );

/**
 * What people wait for or have to be in time for, in the order in which a contest goes. `judgedAt`: when the final
 * was locked, which may be before its last day.
 */
export function deadlines(t: Words, contest: Contest, now: Date, judgedAt: Date | null = null) {
  const { plan, windows } = contest;
  const { registration, submission } = windows;
  const selection = selectionOf(plan);
  const names = [
    // Mostly it ends with the submission, and needs no line of its own.
    registration?.closes.getTime() !== submission?.closes.getTime() && 'registration',
    'submission',
    plan.screening?.window,
    isByPoints(plan) && selection?.receiver && selection.round.window,
    selection?.receiver?.kind === 'within' && selection.receiver.round.intake?.window,
    'voting',
    finalWindow(plan),
  ].filter((name) => typeof name === 'string');
  const lines = [...new Set(names)].map((name) => {
    const window = windows[name];
    if (!window) return null;
    const label = nameOfWindow(t, plan, name);
    if (name === resultWindow(contest) && judgedAt && judgedAt < window.closes)
      return t('situation.windowClosed', { label, closes: t.moment(judgedAt) });
    if (hasClosed(window, now))
      return t('situation.windowClosed', { label, closes: t.moment(window.closes) });
    if (!hasOpened(window, now) && window.opens)
      return t('situation.windowAhead', { label, opens: t.moment(window.opens) });
    return t('situation.windowOpen', { label, closes: t.moment(window.closes) });
  });
  return stack(lines, '\n');
}
