import { type Contest, contestOf } from '../actions/contest.js';
import { describeChanges } from '../actions/moveDate.js';
import { nameOfPoint } from '../actions/openDecisions.js';
import type { Styled } from '../chat.js';
import { unknownPaths } from '../domain/decisions.js';
import { changesBetween } from '../domain/moves.js';
import { idOf, pointAt } from '../domain/openPoints.js';
import type { Turn } from '../turn.js';
import { type Label, stack, type Words } from '../words.js';
import { pointLines } from './pointWords.js';

/** The rules in words: as the plan has them, and what was settled since. */

/** `/thele`. */
export async function showRules(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const { rules } = contest.plan.texts;
  const { t } = turn;
  const decided = describeDecisions(t, contest);
  turn.say(
    stack([
      t('help.rules', { contest: contest.plan.name, version: rules.version }),
      rules.text,
      decided.length > 0 && stack([t('rules.decided'), ...decided]),
      describeUnknown(t, contest),
    ]),
  );
}

/** What was settled since the plan, each point with its last day. */
export function describeDecisions(t: Words, contest: Contest): Styled[] {
  const { plan, planned, moves, decisions } = contest;
  const settled = new Map<string, { point: NonNullable<ReturnType<typeof pointAt>>; at: Date }>();
  for (const { path, at } of decisions) {
    const point = pointAt(path);
    if (point) settled.set(idOf(point), { point, at });
  }
  const said = [...settled.values()].map(({ point, at }) =>
    stack(
      [
        t('rules.settled', { name: nameOfPoint(t, plan, point), day: t.day(at) }),
        pointLines(t, contest, point),
      ],
      '\n',
    ),
  );
  const last = moves.at(-1);
  // From what to what in the end, however often it was moved in between.
  if (last)
    said.push(
      stack(
        [t('rules.moved', { day: t.day(last.at) }), describeChanges(t, plan, changesBetween(planned, plan))],
        '\n',
      ),
    );
  return said;
}

/** What people ask about first, of all that nobody has settled yet. */
function describeUnknown(t: Words, { plan }: Contest): Styled | null {
  const asked: [RegExp, Label][] = [
    [/^entries\.demands\.seconds$/, 'rules.seconds'],
    [/^entries\.demands\.containers$/, 'rules.containers'],
    [/^scoring\.criteria/, 'rules.points'],
    [/^scoring\.audience\.(points|scale)/, 'rules.engagement'],
    [/^prizes\..*\bsum$/, 'rules.sums'],
  ];
  const open = unknownPaths(plan);
  const names = asked
    .filter(([path]) => open.some((each) => path.test(each)))
    .map(([, label]) => t.plain(label));
  return names.length > 0 ? t('rules.unknown', { what: names.join(', ') }) : null;
}
