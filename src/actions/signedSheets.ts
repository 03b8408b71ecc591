import type { LockedSheet } from '../domain/locks.js';
import { finalJuryName, isKnown, type Plan } from '../domain/plan.js';
import { isJudgedOnStage, partsMissing, stageOf } from '../domain/stage.js';
import type { Signed } from '../papers/figures.js';
import type { Lock } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Words } from '../words.js';
import type { Contest } from './contest.js';
import { admittedEntries } from './entries.js';
import { underPeopleNow } from './lockSheets.js';
import { rubricOf, scaleOf } from './recordScore.js';
import { unitName } from './registrations.js';
import { type Juror, jurorsOf } from './resultInput.js';
import { whyUncounted } from './whyUncounted.js';

/** The sheets of a lock as judges sign them: they wait for nothing but the points that can be given. */
export async function signedSheets(
  work: Work,
  contest: Contest,
  lock: Lock | null,
): Promise<{ figures: Signed; jurors: Juror[] }> {
  const { plan } = contest;
  const rubric = rubricOf(contest);
  const entries = await admittedEntries(work, contest);
  const codes = new Set(entries.map(({ code }) => code));
  const sheets = await underPeopleNow(work, lock?.sheets ?? []);
  const jurors = await jurorsOf(work, contest, sheets);
  const reasons = lock
    ? await whyUncounted(work, contest, { at: lock.at, sheets })
    : new Map<string, string>();
  return {
    jurors,
    figures: {
      ...bodiesOf(plan),
      jury: {
        name: finalJuryName(plan),
        judges: jurors.map(({ person, name }) => ({ id: person, name })),
      },
      criteria: rubric.map(({ id, label, max }) => ({ id, label, max })),
      scale: scaleOf(rubric),
      entries: entries.map((entry) => ({ ...entry, unit: unitName(contest, entry.unit) })),
      sheets: sheets
        .filter(({ entry }) => codes.has(entry))
        .map((sheet) => asSigned(work.t, contest, sheet, reasons)),
    },
  };
}

function asSigned(
  t: Words,
  { plan }: Contest,
  { _id, judge, entry, points, remark, enteredBy, abstained, uncounted }: LockedSheet,
  reasons: ReadonlyMap<string, string>,
): Signed['sheets'][number] {
  return {
    judge,
    entry,
    points: abstained === null ? points : null,
    ...(abstained !== null && { abstained }),
    ...(uncounted === 'incomplete' && { missing: partsMissing(stageOf(plan)?.parts ?? [], points) }),
    ...(abstained === null &&
      (uncounted === 'setAside' || uncounted === 'conflict' || uncounted === 'notSitting') && {
        leftOut: { why: uncounted, reason: reasons.get(_id) ?? null },
      }),
    remark: enteredBy === null ? remark : stackedRemark(t, remark),
  };
}

/** That somebody typed it from paper stands before what the judge has remarked. */
const stackedRemark = (t: Words, remark: string | null): string =>
  [t.plain('papers.typed'), remark].filter(Boolean).join('\n');

/** What every paper names: the contest, and whose it is. */
export function bodiesOf(plan: Plan): Pick<Signed, 'contest' | 'isOnStage' | 'committee' | 'agency'> {
  const { name, shortName, organizing } = plan;
  const { committee, standingAgency } = organizing;
  return {
    contest: { name, shortName },
    isOnStage: isJudgedOnStage(plan),
    committee: isKnown(committee) ? committee : null,
    agency: isKnown(standingAgency) ? standingAgency : null,
  };
}
