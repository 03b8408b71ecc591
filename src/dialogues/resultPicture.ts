import { standingOf } from '../actions/complaints.js';
import type { Contest } from '../actions/contest.js';
import { outcomeOf } from '../actions/publishResults.js';
import { MOST_ROWS, type RankingPicture } from '../pictures/rankingPicture.js';
import type { Result } from '../store/documents.js';
import type { Words } from '../words.js';
import { describePaper, describePrizes, namesIn } from './resultWords.js';

/** The first of a published result, as they are drawn. */
export function pictureOf(t: Words, contest: Contest, result: Result): RankingPicture {
  const { version, paper, publishedAt } = result;
  const standing = standingOf(contest, version, publishedAt);
  const outcome = outcomeOf(result);
  const { ranking, entries } = outcome;
  const nameOf = namesIn(contest, entries);
  const left = ranking.places.length - MOST_ROWS;
  return {
    headline:
      version > 1 ? t.plain('result.pictureTitleCorrection', { version }) : t.plain('result.pictureTitle'),
    contest: contest.plan.name,
    notes: [
      t.plain('result.picturePaper', { paper: describePaper(t, paper) }),
      ...(standing.kind === 'provisional'
        ? [t.plain('result.provisional', { until: t.moment(standing.until) })]
        : []),
    ],
    rows: ranking.places.slice(0, MOST_ROWS).map(({ place, code, total, tied }) => {
      const { unit, title } = nameOf(code);
      const prizes = describePrizes(t, outcome, code)?.text;
      const about = [`«${title}»`, tied && t.plain('result.pictureShared'), prizes].filter(Boolean);
      return { place: String(place), name: unit, title: about.join(' · '), total: t.number(total) };
    }),
    more: left > 0 ? t.plain('result.pictureMore', { count: left }) : null,
  };
}
