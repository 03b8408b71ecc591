import { entryName } from '../src/actions/entries.js';
import { accountNow } from '../src/actions/explainResult.js';
import { notesBeside } from '../src/dialogues/explain.js';
import { describeAccount, type Names } from '../src/dialogues/explainWords.js';
import { readEntryCode } from '../src/domain/answers.js';
import { isKnown } from '../src/domain/plan.js';
import { type Account, explain } from '../src/domain/ranking/explain.js';
import { words } from '../src/words.js';
import { withContest } from './contestWork.js';
import { readRankingFile } from './rankingFile.js';
import type { Terminal } from './terminal.js';
import { WrongUse } from './wrongUse.js';

const t = words.plain;

/** How an entry came to its place: from a file as `rank` reads it, or from the database. */
export function runExplain(
  from: string,
  code: string,
  { json = false }: { json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const show = (account: Account, names: Names) => {
    terminal.show(json ? JSON.stringify(account) : describeAccount(words, account, names).text);
    return 0;
  };
  return isFile(from) ? fromFile(from, code, show) : fromDatabase(from, code, terminal, show);
}

/** Names of contests have neither points nor slashes. */
const isFile = (from: string): boolean => /[./\\]/.test(from);

type Show = (account: Account, names: Names) => number;

async function fromFile(file: string, code: string, show: Show): Promise<number> {
  const input = await readRankingFile(file);
  const account = explain(input, code);
  if (!account) throw new WrongUse(t('explain.noSuchEntry', { code }));
  const criteria = input.rules.criteria.map(({ id }) => ({ id, label: id }));
  return show(account, { entry: code, judge: (id) => id, criteria });
}

/** Like everybody else, whoever keeps the computer sees nothing before the judging is locked. */
const fromDatabase = (id: string, typed: string, terminal: Terminal, show: Show): Promise<number> =>
  withContest(id, terminal, async (work, contest) => {
    const code = readEntryCode(typed, contest.plan.codePrefix) ?? typed;
    const entry = await work.store.entries.findOne({ contest: id, code }).lean();
    if (!entry) throw new WrongUse(t('explain.noSuchEntry', { code }));
    const { account, judges, reading } = await accountNow(work, contest, code);
    const { criteria } = contest.plan.scoring;
    return show(account, {
      entry: entryName(entry),
      judge: (judge) => judges.find(({ person }) => person === judge)?.name ?? judge,
      reading,
      note: await notesBeside(work, contest, entry),
      criteria: isKnown(criteria) ? criteria : [],
    });
  });
