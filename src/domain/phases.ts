import { hasClosed, hasOpened, isOpen, type Windows } from './dates.js';
import { finalWindow, type Staged } from './stage.js';

/** What a contest goes through, as far as those who run it have different things to do. */
export const phases = ['prepare', 'take', 'vote', 'judge', 'result'] as const;
export type Phase = (typeof phases)[number];

const windowsOf = (final: string): Record<'take' | 'vote' | 'judge', string[]> => ({
  take: ['registration', 'submission', 'selection', 'screening'],
  vote: ['posting', 'voting'],
  judge: [final],
});

/**
 * The latest that is on; between two of them the one that comes, and before all of them the preparations.
 * `isJudged`: the final is locked, whatever its days are.
 */
export function phaseNow(plan: Staged, windows: Windows, now: Date, isJudged = false): Phase {
  if (isJudged) return 'result';
  const judging = finalWindow(plan);
  const found = (['judge', 'vote', 'take'] as const).map((phase) => ({
    phase,
    windows: windowsOf(judging)[phase].flatMap((name) => windows[name] ?? []),
  }));
  const all = found.flatMap((each) => each.windows);
  const final = windows[judging];
  if (final && hasClosed(final, now)) return 'result';
  const on = found.find((each) => each.windows.some((window) => isOpen(window, now)));
  if (on) return on.phase;
  if (!all.some((window) => hasOpened(window, now))) return 'prepare';
  const next = all
    .filter((window) => !hasOpened(window, now))
    .sort((one, other) => Number(one.opens) - Number(other.opens))[0];
  return found.find((each) => next && each.windows.includes(next))?.phase ?? 'result';
}
