import { type Contest, contestOf } from '../actions/contest.js';
import { entryByCode, entryName, exampleCode } from '../actions/entries.js';
import { needRight } from '../actions/permissions.js';
import { mayRecordEngagement, recordEngagement } from '../actions/recordEngagement.js';
import { readCount } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { inWords } from './refused.js';

type Row = { entry: StoredEntry; likes: number; shares: number };

/** `/tuongtac QN-07 310 120`: likes, then shares. Several lines at once are kept all, or none of them. */
export async function engagement(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'recordEngagement');
  mayRecordEngagement(turn, contest);
  const { t } = turn;
  const lines = linesOf(args);
  const rows: Row[] = [];
  try {
    for (const line of lines) rows.push(await readRow(turn, contest, line));
  } catch (error) {
    if (!(error instanceof Refusal) || lines.length === 1) throw error;
    return turn.say(stack([inWords(t, error), t('engagement.nothingKept')], ' '));
  }
  const said = [];
  let frozen: Date | null = null;
  for (const [index, { entry, likes, shares }] of rows.entries()) {
    const { counts, freeze, before } = await recordEngagement(turn, contest, entry, { likes, shares, index });
    if (!counts) frozen = freeze;
    const now = t('engagement.saved', {
      entry: entryName(entry),
      likes: t.number(likes),
      shares: t.number(shares),
    });
    const was =
      before && t('engagement.before', { likes: t.number(before.likes), shares: t.number(before.shares) });
    said.push(stack([now, was], ' '));
  }
  turn.say(
    stack([
      stack([t('engagement.at', { at: t.moment(turn.now) }), ...said], '\n'),
      frozen && t('engagement.tooLate', { freeze: t.moment(frozen) }),
    ]),
  );
}

/** One for each entry. */
function linesOf(args: string): string[] {
  const lines = args.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 0 ? lines : [''];
}

async function readRow(turn: Turn, contest: Contest, line: string): Promise<Row> {
  const [code, ...numbers] = line
    .replace(/^([a-z]+)[\s-]+(\d)/i, '$1-$2')
    .split(/[\s;:]+|,(?!\d)/)
    .filter(Boolean);
  const [likes, shares] = numbers.map(readCount);
  if (!code || likes == null || shares == null || numbers.length !== 2) {
    const example = `/tuongtac ${await exampleCode(turn, contest)} 310 120`;
    throw line === ''
      ? new Refusal('engagement.how', { example })
      : new Refusal('engagement.unreadable', { example, line });
  }
  return { entry: await entryByCode(turn, contest, code), likes, shares };
}
