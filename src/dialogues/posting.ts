import { type Contest, contestOf } from '../actions/contest.js';
import { admittedEntries, entryByCode, entryName, exampleCode } from '../actions/entries.js';
import { describeUnreached } from '../actions/missed.js';
import { needRight } from '../actions/permissions.js';
import { postEntries, postingsOf } from '../actions/postEntry.js';
import { facebookPostIn } from '../domain/facebookPosts.js';
import { readUrl } from '../domain/links.js';
import { Refusal } from '../domain/refusal.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { inWords } from './refused.js';

/** `/dangbai QN-07 https://facebook.com/…`, one line for each entry; alone it shows what is posted where. */
export async function posting(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'postEntry');
  if (args.trim() === '') return showPostings(turn, contest);
  const { t } = turn;
  const lines = args.split('\n').filter((line) => line.trim() !== '');
  const posted: { entry: StoredEntry; url: string }[] = [];
  try {
    for (const line of lines) posted.push(await readLine(turn, contest, line));
    await postEntries(turn, contest, posted);
  } catch (error) {
    if (!(error instanceof Refusal) || lines.length === 1) throw error;
    return turn.say(stack([inWords(t, error), t('posting.nothingKept')], ' '));
  }
  // Only where somebody asks Facebook does it matter how the link is written.
  const unread = turn.tools.facebook ? posted.filter(({ url }) => facebookPostIn(url) === null) : [];
  turn.say(
    stack([
      stack(
        [
          t('posting.kept', { at: t.moment(turn.now) }),
          ...posted.map(({ entry, url }) => t('posting.line', { entry: entryName(entry), url })),
        ],
        '\n',
      ),
      (await describeUnreached(
        turn,
        contest,
        posted.map(({ entry }) => entry.person),
      )) ?? t('posting.heard'),
      unread.length > 0 &&
        t('posting.unreadByUs', { codes: unread.map(({ entry }) => entry.code).join(', ') }),
    ]),
  );
}

async function readLine(turn: Turn, contest: Contest, line: string) {
  const [typed, rest] = /^\s*([a-z]*[\s-]*\d+)[\s:;,]+(\S.*)$/i.exec(line)?.slice(1) ?? [];
  const example = await exampleCode(turn, contest);
  if (!typed || !rest) throw new Refusal('posting.how', { code: example });
  const entry = await entryByCode(turn, contest, typed);
  const link = readUrl(rest);
  if (link.kind === 'refused' || link.host !== 'facebook')
    throw new Refusal('posting.notAPost', { code: entry.code, link: rest });
  return { entry, url: link.url };
}

async function showPostings(turn: Turn, contest: Contest): Promise<void> {
  const { t } = turn;
  const [entries, postings] = await Promise.all([admittedEntries(turn, contest), postingsOf(turn, contest)]);
  const missing = entries.filter(({ code }) => !postings.has(code));
  turn.say(
    stack([
      t('posting.title', { contest: contest.plan.shortName }),
      missing.length > 0 &&
        t('posting.missing', {
          count: missing.length,
          codes: missing.map(({ code }) => code).join(', '),
        }),
      stack(
        entries.flatMap((entry) => {
          const posted = postings.get(entry.code);
          const about = { entry: entryName(entry), url: posted?.url ?? '' };
          return posted ? [t('posting.lineSince', { ...about, at: t.moment(posted.at) })] : [];
        }),
        '\n',
      ),
      t('posting.how', { code: await exampleCode(turn, contest) }),
    ]),
  );
}
