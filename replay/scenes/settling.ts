import { openPoints } from '../../src/domain/openPoints.js';
import { settlingTheRest } from '../acts/settling.js';
import type { Company } from '../company.js';
import { at, type Scene, scene } from '../scene.js';

/** The day before it would be too late: before the vote opens, or the judging where that comes first. */
export function settling(company: Company): Scene[] {
  const { contest, bill, stage, organizer } = company;
  const { settles } = bill;
  const openings = [contest.windows.voting?.opens, contest.windows.judging?.opens].filter(
    (opens) => opens != null,
  );
  const [first] = openings.sort((one, other) => one.getTime() - other.getTime());
  if (!settles || !first || openPoints(contest.plan).length === 0) return [];
  return [scene(at(first, '09:00', -1), () => stage.play([() => settlingTheRest(organizer, settles)]))];
}
