import { hasClosed, hasOpened } from '../domain/dates.js';
import { quorumOf, rankingWaitsFor } from '../domain/decisions.js';
import { stack, type Words } from '../words.js';
import type { Contest } from './contest.js';
import { entryName } from './entries.js';
import type { Situation } from './situation.js';
import { undecided } from './undecided.js';

/** The situation in words: for who asks, and for the summary at the close. */
export function describeSituation(t: Words, contest: Contest, situation: Situation, now: Date) {
  const { whole, senders, quota, judges, engagement } = situation;
  const sent = senders.reduce((sum, { entries }) => sum + entries.length, 0);
  const registered = senders.reduce((sum, { registrations }) => sum + registrations.length, 0);
  const silent = senders.filter(({ registrations, entries }) => registrations.length + entries.length === 0);
  const active = senders.filter(({ registrations, entries }) => registrations.length + entries.length > 0);
  const owing = rankingWaitsFor(contest.plan);
  const quorum = quorumOf(contest.plan);
  return stack([
    t('situation.title', { contest: contest.plan.shortName, at: t.moment(now) }),
    deadlines(t, contest, now),
    stack(
      [
        t('situation.registered', { registered }),
        quota === null
          ? t('situation.sent', { sent })
          : t('situation.sentOf', { sent, slots: senders.length * quota, senders: senders.length, quota }),
      ],
      '\n',
    ),
    active.length > 0 &&
      stack(
        active.map(({ name, registrations, entries }) =>
          entries.length > 0
            ? t('situation.senderSent', {
                name,
                count: entries.length,
                entries: entries.map(entryName).join('; '),
              })
            : t('situation.senderRegistered', {
                name,
                teams: registrations.map(({ team }) => team).join('; '),
              }),
        ),
        '\n',
      ),
    silent.length > 0 &&
      t('situation.silent', { count: silent.length, names: silent.map(({ name }) => name).join(', ') }),
    judges.length > 0 &&
      stack([t('situation.judges'), ...judges.map((judge) => t('situation.judge', judge))], '\n'),
    whole &&
      quorum !== null &&
      judges.length < quorum &&
      t('situation.fewJudges', { quorum, judges: judges.length }),
    whole &&
      sent > 0 &&
      (engagement.missing.length === 0
        ? t('situation.engagementAll')
        : t('situation.engagementMissing', {
            count: engagement.missing.length,
            codes: engagement.missing.join(', '),
          })),
    whole && owing.length > 0 && t('situation.undecided', { what: undecided(t, owing) }),
  ]);
}

export function deadlines(t: Words, { windows }: Contest, now: Date) {
  const lines = (['submission', 'voting', 'judging'] as const).map((name) => {
    const window = windows[name];
    if (!window) return null;
    const label = t.plain(`window.${name}`);
    if (hasClosed(window, now))
      return t('situation.windowClosed', { label, closes: t.moment(window.closes) });
    if (!hasOpened(window, now) && window.opens)
      return t('situation.windowAhead', { label, opens: t.moment(window.opens) });
    return t('situation.windowOpen', { label, closes: t.moment(window.closes) });
  });
  return stack(lines, '\n');
}
