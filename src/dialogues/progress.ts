import { type Contest, contestOf } from '../actions/contest.js';
import { isBlind } from '../actions/entries.js';
import { soFarIn } from '../actions/judgedSoFar.js';
import { type JudgingProgress, judgingProgress } from '../actions/judgingProgress.js';
import { judgingWindow, lockedAt } from '../actions/locks.js';
import { hasDays } from '../actions/seats.js';
import { nameOfSeat } from '../actions/tellLock.js';
import type { Styled } from '../chat.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';

/** `/tiendo`: how far the judges are, and nothing of what they gave. */
export async function showProgress(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const parts: Styled[] = [];
  for (const progress of await judgingProgress(turn, contest))
    parts.push(await describeProgress(turn, contest, progress));
  turn.say(stack(parts));
}

async function describeProgress(
  turn: Turn,
  contest: Contest,
  { seat, judges, assignment, differing }: JudgingProgress,
): Promise<Styled> {
  const { t } = turn;
  const isDated = hasDays(contest, seat);
  const locked = isDated && (await lockedAt(turn, contest, seat));
  const idle = judges.filter(
    ({ soFar: { scored, count, parts } }) => (parts ?? { scored }).scored === 0 && count > 0,
  );
  return stack([
    t('progress.title', { where: nameOfSeat(turn, contest, seat) }),
    locked && t('progress.locked', { at: t.moment(locked) }),
    isDated &&
      !locked &&
      t('progress.until', { closes: t.moment((await judgingWindow(turn, contest, seat)).closes) }),
    assignment && t('progress.assigned', { number: assignment.number, views: assignment.views }),
    judges.length === 0
      ? t('progress.noJudges')
      : stack(
          judges.map(({ name, soFar, last, excluded }) => {
            const about = { name, soFar: soFarIn(t, soFar) };
            const line =
              last === null
                ? t('progress.line', about)
                : t('progress.lineLast', { ...about, last: t.moment(last) });
            return stack([line, excluded.length > 0 && excludedIn(t, contest, excluded)], '; ');
          }),
          '\n',
        ),
    assignment &&
      assignment.lacking.length > 0 &&
      t('progress.lacking', { codes: assignment.lacking.map(({ entry }) => entry).join(', ') }),
    idle.length > 0 && t('progress.idle', { names: idle.map(({ name }) => name).join(', ') }),
    differing && describeDiffering(turn, differing),
  ]);
}

/** Where codes are all that is known of entries, which of them are of one unit isn't said either. */
const excludedIn = (t: Words, contest: Contest, excluded: readonly string[]): Styled =>
  isBlind(contest)
    ? t('progress.excludedBlind', { count: excluded.length })
    : t('progress.excluded', { codes: excluded.join(', ') });

function describeDiffering(
  { t }: Turn,
  { codes, isPlans, hasOwn }: NonNullable<JudgingProgress['differing']>,
): Styled {
  const limit = t.plain(isPlans ? 'progress.limitPlan' : 'progress.limitUsual');
  return stack(
    [
      codes.length === 0
        ? t('progress.alike', { limit })
        : t('progress.differ', { codes: codes.join(', '), limit }),
      !hasOwn && t('progress.withoutOwn'),
    ],
    ' ',
  );
}
