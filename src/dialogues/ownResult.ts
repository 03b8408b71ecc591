import { standingOf } from '../actions/complaints.js';
import type { Contest } from '../actions/contest.js';
import { outcomeOf } from '../actions/publishResults.js';
import type { Styled } from '../chat.js';
import { type Outcome, titlesWonBy } from '../domain/outcome.js';
import { isJudgedOnStage } from '../domain/stage.js';
import type { Result } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { describeOwnStanding, describePrizes } from './resultWords.js';

/** An entry as its own people call it. */
type Own = { what: string; code: string; title: string };

/**
 * What somebody reads in private about entries of his: where each is, of a correction also where it was, and how long
 * he may complain.
 */
export function describeOwnResult(
  { t, now }: Turn,
  contest: Contest,
  { result, before, codes }: { result: Result; before: Result | null; codes: readonly string[] },
): Styled {
  const outcome = outcomeOf(result);
  const { ranking, entries } = outcome;
  const { version, why, publishedAt } = result;
  const about = { contest: contest.plan.shortName };
  const [only, ...others] = codes;
  // Of one that was taken out nothing can be explained.
  const isCounted = [...ranking.places, ...ranking.unranked].some(({ code }) => code === only);
  const what = t.plain(isJudgedOnStage(contest.plan) ? 'publish.ownTeam' : 'publish.ownEntry');
  const lines = codes.map((code) => {
    const own = { what, code, title: entries.find((entry) => entry.code === code)?.title ?? '' };
    return before ? corrected(t, own, outcomeOf(before), outcome) : first(t, own, outcome);
  });
  return stack([
    stack(
      [
        version > 1 ? t('publish.toPersonCorrection', { ...about, version }) : t('publish.toPerson', about),
        why !== null && t('result.why', { why }),
        ...lines,
      ],
      '\n',
    ),
    describeOwnStanding(t, standingOf(contest, version, publishedAt), now),
    stack(
      [
        t('publish.seeAll'),
        only !== undefined && others.length === 0 && isCounted && t('publish.howCounted', { code: only }),
      ],
      '\n',
    ),
  ]);
}

const placeIn = ({ ranking }: Outcome, code: string) => ranking.places.find((each) => each.code === code);

function first(t: Words, own: Own, outcome: Outcome): Styled {
  const { code } = own;
  const placed = placeIn(outcome, code);
  const prizes = describePrizes(t, outcome, code);
  if (placed) {
    const about = { ...own, place: placed.place, total: t.number(placed.total) };
    return stack([t(placed.tied ? 'publish.ownShared' : 'publish.ownPlace', about), prizes], ' ');
  }
  const isAbsent = outcome.ranking.unranked.some((each) => each.code === code && each.reason === 'absent');
  return stack([t(isAbsent ? 'publish.ownAbsent' : 'publish.ownUnranked', own), prizes], ' ');
}

/** Where it is now, and where it was. */
function corrected(t: Words, own: Own, before: Outcome, after: Outcome): Styled {
  const { code } = own;
  const [was, is] = [placeIn(before, code), placeIn(after, code)];
  const isSame = was && is && was.place === is.place && was.total === is.total && was.tied === is.tied;
  return stack(
    [
      isSame
        ? t('publish.ownStill', { ...own, place: is.place, total: t.number(is.total) })
        : placeNow(t, own, after),
      !isSame &&
        (was
          ? t('publish.ownWas', { place: was.place, total: t.number(was.total) })
          : is && t('publish.ownWasNot')),
      prizesNow(t, titlesWonBy(before.prizes, code), titlesWonBy(after.prizes, code)),
    ],
    ' ',
  );
}

function placeNow(t: Words, own: Own, outcome: Outcome): Styled {
  const { code } = own;
  const placed = placeIn(outcome, code);
  if (placed) {
    const about = { ...own, place: placed.place, total: t.number(placed.total) };
    return t(placed.tied ? 'publish.ownNowShared' : 'publish.ownNow', about);
  }
  const unranked = outcome.ranking.unranked.find((each) => each.code === code);
  if (!unranked) return t('publish.ownGone', { what: own.what, code });
  return t(unranked.reason === 'absent' ? 'publish.ownNowAbsent' : 'publish.ownNowUnranked', own);
}

function prizesNow(t: Words, was: readonly string[], is: readonly string[]): Styled | null {
  const [before, after] = [was.join('; '), is.join('; ')];
  if (before === after) return after === '' ? null : t('publish.ownPrizeStill', { after });
  if (after === '') return t('publish.ownPrizeNone', { before });
  return before === '' ? t('publish.ownPrizeNew', { after }) : t('publish.ownPrizeNow', { before, after });
}
