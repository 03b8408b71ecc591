import { isKnown } from '../../plan.js';
import { stageOf } from '../../stage.js';
import { type Checked, type Finding, found } from './finding.js';

/** Where the final is judged on a stage: each criterion is scored in one part, and each part by some of them. */
export function liveParts({ plan }: Checked): Finding[] {
  const { criteria } = plan.scoring;
  const stage = stageOf(plan);
  if (!stage?.isScored || !isKnown(criteria)) return [];
  const { parts, round } = stage;
  const path = `components.${round.component}.parts`;
  const scoredIn = (id: string) => parts.filter((part) => part.criteria.includes(id));
  return [
    ...parts
      .filter((part) => part.criteria.length === 0)
      .map(({ id, title }) => found('part_without_points', `${path}.${id}`, { part: title })),
    ...criteria.flatMap(({ id, label }) => {
      const [first, second] = scoredIn(id);
      if (!first) return [found('criterion_without_part', `scoring.criteria.${id}`, { criterion: label })];
      if (!second) return [];
      const values = { criterion: label, part: first.title, other: second.title };
      return [found('criterion_in_two_parts', `scoring.criteria.${id}`, values)];
    }),
  ];
}
