import { type Contest, contestOf } from '../actions/contest.js';
import { describeChanges } from '../actions/moveDate.js';
import { total } from '../actions/recordScore.js';
import type { Styled } from '../chat.js';
import { unknownPaths } from '../domain/decisions.js';
import { changesBetween } from '../domain/moves.js';
import { isUnknown } from '../domain/plan.js';
import type { Turn } from '../turn.js';
import { type Label, stack, type Words } from '../words.js';

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

/** What was settled since the plan, each with its day. */
export function describeDecisions(t: Words, { plan, planned, moves, decisions }: Contest): Styled[] {
  const settledAt = (beginning: string): Date | undefined =>
    decisions.findLast(({ path }) => path.startsWith(beginning))?.at;
  const { criteria, audience, jury } = plan.scoring;
  const said: Styled[] = [];
  const rubric = settledAt('scoring.criteria');
  if (rubric && !isUnknown(criteria)) {
    const known = criteria.map(({ label, max }) => ({ label, max: String(max) }));
    said.push(stack([t('rules.rubric', { day: t.day(rubric) }), rubricLines(t, known)], '\n'));
  }
  const conversion = settledAt('scoring.audience');
  if (conversion && audience.mode === 'score' && !isUnknown(audience.scale)) {
    const { points, scale } = audience;
    const cap = scale.method === 'cap' ? scale.cap : null;
    const lines = conversionLines(t, { like: String(points.like), share: String(points.share), cap });
    said.push(stack([t('rules.conversion', { day: t.day(conversion) }), lines], '\n'));
  }
  const quorum = settledAt('scoring.jury.quorum');
  if (quorum && !isUnknown(jury.quorum))
    said.push(
      stack(
        [t('rules.quorum', { day: t.day(quorum) }), t('settle.quorumLine', { quorum: jury.quorum })],
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

export const rubricLines = (t: Words, criteria: { label: string; max: string }[]): Styled =>
  stack([
    stack(
      criteria.map(({ label, max }) => t('settle.rubricLine', { label, max: t.number(max) })),
      '\n',
    ),
    t('settle.rubricSum', { scale: t.number(total(criteria.map(({ max }) => max))) }),
  ]);

/** `cap: null`: the entry with the most points gets the whole weight. */
export const conversionLines = (
  t: Words,
  { like, share, cap }: { like: string; share: string; cap: string | null },
): Styled =>
  stack(
    [
      t('settle.conversionPoints', { like: t.number(like), share: t.number(share) }),
      cap === null ? t('settle.scaleMax') : t('settle.scaleCap', { cap: t.number(cap) }),
    ],
    '\n',
  );
