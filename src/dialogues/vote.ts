import { type Contest, contestOf } from '../actions/contest.js';
import { admittedEntries, entryByCode, entryName } from '../actions/entries.js';
import { unitName } from '../actions/registrations.js';
import { mayVote, vote, votesLeft } from '../actions/vote.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';

const ON_A_PAGE = 10;

/** `/binhchon`: the entries, page by page; `/binhchon QN-07` gives it a vote. */
export async function voting(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  const { t } = turn;
  const typed = args.trim();
  const [, page] = /^trang (\d{1,3})$/.exec(fold(typed)) ?? [];
  if (typed === '' || page) return showEntries(turn, contest, Number(page ?? 1));
  await mayVote(turn, contest);
  const entry = await entryByCode(turn, contest, typed);
  const left = await vote(turn, contest, entry);
  turn.say(
    stack([
      t('vote.done', { entry: entryName(entry), team: entry.team }),
      left > 0 ? t('vote.left', { left }) : t('vote.hidden'),
    ]),
  );
}

async function showEntries(turn: Turn, contest: Contest, wanted: number): Promise<void> {
  const { t } = turn;
  const rule = await mayVote(turn, contest);
  const [entries, left] = await Promise.all([admittedEntries(turn, contest), votesLeft(turn, contest, rule)]);
  const pages = Math.max(1, Math.ceil(entries.length / ON_A_PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const shown = entries.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE);
  const [first] = shown;
  const turning = (label: string, to: number) =>
    to >= 1 && to <= pages ? [{ label, says: `/binhchon trang ${to}` }] : [];
  const about = { contest: contest.plan.shortName, votes: rule.votes, left };
  turn.say(
    stack([
      t(rule.per === 'day' ? 'vote.titleDay' : 'vote.titleContest', about),
      stack(
        shown.map((entry) =>
          t('vote.entry', { entry: entryName(entry), unit: unitName(contest, entry.unit) }),
        ),
        '\n',
      ),
      pages > 1 && t('vote.page', { page, pages }),
      first ? t('vote.how', { code: first.code }) : t('vote.none'),
    ]),
    [...turning(t.plain('vote.next'), page + 1), ...turning(t.plain('vote.previous'), page - 1)],
  );
}
