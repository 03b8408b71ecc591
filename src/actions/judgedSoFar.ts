import type { Styled } from '../chat.js';
import { absenceOf, hasPart } from '../domain/stage.js';
import type { Work } from '../turn.js';
import type { Words } from '../words.js';
import type { Contest } from './contest.js';
import type { JudgeProgress } from './recordScore.js';
import { hallOf } from './stage.js';
import { isOnStage } from './stageClosings.js';

/**
 * How many of a judge's entries he is through with. `parts`: on a stage, where an entry has several, how many of
 * those are scored; an entry counts there when all of them are, and who hasn't come isn't waited for.
 */
export type SoFar = { scored: number; count: number; parts: { scored: number; count: number } | null };

export async function judgedSoFar(
  work: Work,
  contest: Contest,
  seat: Parameters<typeof isOnStage>[1],
  { entries, scored }: Pick<JudgeProgress, 'entries' | 'scored'>,
): Promise<SoFar> {
  if (!isOnStage(contest, seat)) return { scored: scored.size, count: entries.length, parts: null };
  const {
    stage: { parts },
    events,
  } = await hallOf(work, contest);
  const scoredOf = (code: string): number => {
    const sheet = scored.get(code);
    if (sheet?.abstained) return parts.length;
    return parts.filter((part) => hasPart(part, sheet?.points ?? {})).length;
  };
  const counts = entries
    .map(({ code }) => ({ code, done: scoredOf(code) }))
    .filter(({ code, done }) => done === parts.length || absenceOf(events, code) === null);
  return {
    scored: counts.filter(({ done }) => done === parts.length).length,
    count: counts.length,
    parts:
      parts.length > 1
        ? {
            scored: counts.reduce((total, { done }) => total + done, 0),
            count: counts.length * parts.length,
          }
        : null,
  };
}

/** `2/3 bài`; on a stage also `7/9 phần thi`. */
export const soFarIn = (t: Words, { parts, ...entries }: SoFar): string =>
  parts === null
    ? t.plain('progress.entries', entries)
    : t.plain('progress.entriesAndParts', {
        ...entries,
        scoredParts: parts.scored,
        countParts: parts.count,
      });

/** How far one of the judges is, as a line of its own. */
export const lineOfJudge = (t: Words, { name, ...judge }: { name: string } & SoFar): Styled =>
  t('progress.line', { name, soFar: soFarIn(t, judge) });
