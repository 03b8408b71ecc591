import type { Styled } from '../chat.js';
import { hasOpened } from '../domain/dates.js';
import { rankingWaitsFor } from '../domain/decisions.js';
import { isUnknown } from '../domain/plan.js';
import { stack, type Words } from '../words.js';
import type { Contest } from './contest.js';

/**
 * What has still to be settled before anything can be ranked. `until`: from that moment on it is refused
 * (`conversion`) or missing where it is needed (`rubric`).
 */
export type OpenDecision = {
  what: 'rubric' | 'conversion' | 'quorum' | 'other';
  until: Date | null;
  tooLate: boolean;
};

export function openDecisions({ plan, windows }: Contest, now: Date): OpenDecision[] {
  const { criteria, audience } = plan.scoring;
  const kinds = new Set(
    rankingWaitsFor(plan).map((path): OpenDecision['what'] => {
      if (path.startsWith('scoring.criteria.') && path.endsWith('.max') && !isUnknown(criteria))
        return 'rubric';
      if (/^scoring\.audience\.(points\b|scale)/.test(path) && audience.mode === 'score') return 'conversion';
      return path === 'scoring.jury.quorum' ? 'quorum' : 'other';
    }),
  );
  const { voting, judging } = windows;
  const all: Record<OpenDecision['what'], Omit<OpenDecision, 'what'>> = {
    rubric: { until: judging?.opens ?? null, tooLate: false },
    conversion: {
      until: voting?.opens ?? null,
      tooLate: Boolean(voting?.opens && hasOpened(voting, now)),
    },
    quorum: { until: null, tooLate: false },
    other: { until: null, tooLate: false },
  };
  return (['rubric', 'conversion', 'quorum', 'other'] as const)
    .filter((what) => kinds.has(what))
    .map((what) => ({ what, ...all[what] }));
}

/** Each on a line of its own. */
export const describeOpenDecisions = (t: Words, contest: Contest, now: Date): Styled =>
  stack(
    openDecisions(contest, now).map((open) => describe(t, open, now)),
    '\n',
  );

/** By which command, until when; or that it is too late for it. */
function describe(t: Words, { what, until, tooLate }: OpenDecision, now: Date): Styled {
  switch (what) {
    case 'rubric':
      return until && now < until
        ? t('decide.owesRubricUntil', { until: t.moment(until) })
        : t('decide.owesRubric');
    case 'conversion':
      if (!until) return t('decide.owesConversion');
      return tooLate
        ? t('decide.conversionMissed', { opens: t.moment(until) })
        : t('decide.owesConversionUntil', { until: t.moment(until) });
    case 'quorum':
      return t('decide.owesQuorum');
    case 'other':
      return t('decide.owesOther');
  }
}
