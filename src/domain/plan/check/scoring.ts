import { Decimal, sum } from '../../decimals.js';
import { isKnown, isUnknown } from '../../plan.js';
import { endOf } from '../scoring.js';
import { type Checked, type Finding, found } from './finding.js';

const points = (value: Decimal | string | number) => ({ decimal: new Decimal(value).toFixed() });

/** The jury's and the audience's weight, which together make the hundred. */
export function weights({ plan: { scoring } }: Checked): Finding[] {
  const { jury, audience } = scoring;
  const part = audience.mode === 'score' ? audience.weight : '0';
  if (!isKnown(jury.weight) || !isKnown(part)) return [];
  const total = new Decimal(jury.weight).plus(part);
  if (total.equals(100)) return [];
  const values = { jury: points(jury.weight), audience: points(part), total: points(total) };
  return [found('weights_not_hundred', 'scoring.jury.weight', values)];
}

/** The points of the criteria: known, adding up to the scale, and reachable in their steps. */
export function criteria({ plan: { scoring } }: Checked): Finding[] {
  const { criteria, outOf } = scoring;
  if (!isKnown(criteria)) return [];
  const open = criteria.filter(({ max }) => !isKnown(max));
  if (open.length > 0) {
    const names = open.map(({ label }) => label).join('; ');
    return [found('points_unknown', 'scoring.criteria', { names })];
  }
  const total = sum(criteria.map(({ max }) => new Decimal(isKnown(max) ? max : 0)));
  const uneven = criteria.filter(
    ({ max, step }) => isKnown(max) && isKnown(step) && !new Decimal(max).modulo(step).isZero(),
  );
  const scale = outOf !== undefined && isKnown(outOf) ? outOf : null;
  return [
    ...(scale !== null && !total.equals(scale)
      ? [found('criteria_not_scale', 'scoring.criteria', { total: points(total), outOf: points(scale) })]
      : []),
    ...(scale === null && !total.equals(100)
      ? [found('scale_not_named', 'scoring.criteria', { total: points(total) })]
      : []),
    ...uneven.map(({ id, label, max, step }) =>
      found('max_not_in_steps', `scoring.criteria.${id}.step`, {
        criterion: label,
        max: points(isKnown(max) ? max : 0),
        step: points(isKnown(step) ? step : 0),
      }),
    ),
  ];
}

/** How likes and shares become points, and points a part of the total; or what a prize for them counts. */
export function conversion({ plan: { scoring } }: Checked): Finding[] {
  const { audience } = scoring;
  if (audience.mode === 'none') return [];
  const isOpen = isUnknown(audience.points.like) || isUnknown(audience.points.share);
  const path = 'scoring.audience.points';
  if (audience.mode === 'prize') return isOpen ? [found('engagement_undefined', path)] : [];
  return [
    ...(isOpen ? [found('audience_without_conversion', path)] : []),
    ...(isUnknown(audience.scale) ? [found('audience_without_scaling', 'scoring.audience.scale')] : []),
  ];
}

/** More sheets are needed than there are judges: in the final scores, or in a round with a jury of its own. */
export function quorum({ plan: { scoring, rounds } }: Checked): Finding[] {
  const juries = [
    { path: 'scoring.jury.quorum', ...scoring.jury },
    ...rounds.flatMap(({ id, jury }) =>
      isKnown(jury) ? [{ path: `rounds.${id}.jury.quorum`, ...jury }] : [],
    ),
  ];
  return juries.flatMap(({ path, judges, quorum }) =>
    isKnown(judges) && isKnown(quorum) && quorum > judges
      ? [found('quorum_over_judges', path, { quorum, judges })]
      : [],
  );
}

/** Fewer judges look at an entry than it needs sheets, or more than there are. */
export function assignment({ plan: { scoring } }: Checked): Finding[] {
  const { judges, quorum, assignment } = scoring.jury;
  if (!assignment) return [];
  const { views } = assignment;
  return [
    ...(isKnown(quorum) && quorum > views
      ? [found('quorum_over_views', 'scoring.jury.quorum', { quorum, views })]
      : []),
    ...(isKnown(judges) && views > judges
      ? [found('views_over_judges', 'scoring.jury.assignment.views', { views, judges })]
      : []),
  ];
}

/** A chain that can end without a decision, has steps after its end, or asks a vote there isn't. */
export function tieChain({ plan: { scoring } }: Checked): Finding[] {
  const { tieChain, audience } = scoring;
  if (!isKnown(tieChain)) return [];
  const end = endOf(tieChain);
  const idle = end >= 0 && end < tieChain.length - 1;
  const vote = tieChain.indexOf('audience');
  return [
    ...(end < 0 ? [found('tie_chain_open', 'scoring.tieChain')] : []),
    ...(idle ? [found('tie_steps_unreached', `scoring.tieChain.${end + 1}`)] : []),
    ...(vote >= 0 && audience.mode === 'none'
      ? [found('tie_step_without_audience', `scoring.tieChain.${vote}`)]
      : []),
  ];
}
