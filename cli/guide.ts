import { contestById } from '../src/actions/contest.js';
import { windowsOf } from '../src/domain/dates.js';
import { openPoints } from '../src/domain/openPoints.js';
import type { Plan } from '../src/domain/plan.js';
import type { Assistant } from '../src/main.js';
import { beginWork } from '../src/turn.js';
import { words } from '../src/words.js';

/*
 * What leads somebody through the trial mode who has never seen a contest.
 */

/**
 * The way from the first message to the result of this contest, step by step and on its own days. What is open is
 * settled first: some of it can't be any more once the vote is open.
 */
export function hints(code: string, plan: Plan | null): string[] {
  const { voting, judging } = plan ? windowsOf(plan) : {};
  const asksQuorum = plan && openPoints(plan).some(({ kind }) => kind === 'quorum');
  const engagement = plan &&
    voting &&
    plan.scoring.audience.mode !== 'none' && {
      day: words.day(voting.closes),
      entry: `${plan.codePrefix}-01`,
    };
  return [
    words.plain('operator.hintOrganizer', { code }),
    words.plain(asksQuorum ? 'operator.hintSettleQuorum' : 'operator.hintSettle'),
    words.plain('operator.hintGroup', { group: words.plain('operator.groupTelegram') }),
    words.plain('operator.hintInvite'),
    words.plain('operator.hintTeam'),
    ...(engagement ? [words.plain('operator.hintEngagement', engagement)] : []),
    judging?.opens
      ? words.plain('operator.hintJudgeFrom', { day: words.day(judging.opens) })
      : words.plain('operator.hintJudge'),
    judging
      ? words.plain('operator.hintResultAfter', { day: words.day(judging.closes) })
      : words.plain('operator.hintResult'),
  ];
}

/** What can't be done any more once the clock has jumped this far, and nobody has done yet. */
export async function cautionBefore(
  { clock, store, tools }: Assistant,
  id: string,
  to: Date,
): Promise<string | null> {
  const now = clock.now();
  const { plan, windows } = await contestById(beginWork(tools, 'trial/caution', now, 0), id);
  const { voting } = windows;
  if (!voting || plan.scoring.audience.mode === 'none') return null;
  const { opens, closes } = voting;
  const isOpen = openPoints(plan).some(({ kind }) => kind === 'conversion' || kind === 'weights');
  if (isOpen && opens && now < opens && opens <= to)
    return words.plain('operator.cautionSettle', { day: words.day(opens) });
  const hasEntries = await store.entries.exists({ contest: id });
  if (hasEntries && now < closes && closes < to && !(await store.snapshots.exists({ contest: id })))
    return words.plain('operator.cautionEngagement', { day: words.day(closes) });
  return null;
}
