import type { Words } from '../words.js';

/** What has still to be settled before a ranking, said as the commands that settle it. */
export function undecided(t: Words, paths: string[]): string {
  const owes = {
    rubric: paths.some((path) => path.startsWith('scoring.criteria')),
    conversion: paths.some((path) => path.startsWith('scoring.audience')),
    other: paths.some((path) => !/^scoring\.(criteria|audience)/.test(path)),
  };
  return [
    owes.rubric && t.plain('situation.owesRubric'),
    owes.conversion && t.plain('situation.owesConversion'),
    owes.other && t.plain('situation.owesOther'),
  ]
    .filter((part) => part !== false)
    .join('; ');
}
