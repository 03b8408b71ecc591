import { type Told, tell, tellShape } from '../src/actions/checkContest.js';
import { allContests } from '../src/actions/contest.js';
import { addContest, examine, patternOf } from '../src/actions/setUpContest.js';
import type { Path } from '../src/domain/plan/paths.js';
import type { Plan } from '../src/domain/plan.js';
import { namedFor, planCopy, yearOf } from '../src/domain/planCopy.js';
import { Refusal } from '../src/domain/refusal.js';
import { readContest } from '../src/store/contestFiles.js';
import type { Work } from '../src/turn.js';
import { words } from '../src/words.js';
import { find, headingOf, report } from './check.js';
import { withStore } from './database.js';
import { operatorsWork } from './operatorsWork.js';
import { organizerCode } from './organizerCode.js';
import type { Terminal } from './terminal.js';
import { WrongUse } from './wrongUse.js';

const t = words.plain;

type Options = { tu?: string; ma?: string; ten?: string; tenNgan?: string; json?: boolean };

/** What a new contest begins with. `isOwn`: a document that says itself what it is about, days and all. */
type Pattern = { plan: Plan; isOwn: boolean; lineOf: ((path: Path) => number) | null };

/**
 * Sets a contest up: from a document, from a shipped plan, or as a copy of a contest that is there. What is
 * there is never changed. Prints what the checker finds, and the code of the first organizer.
 */
export function runTao(file: string | undefined, options: Options, terminal: Terminal): Promise<number> {
  const { tu: from, ma: id } = options;
  if ((file === undefined) === (from === undefined)) throw new WrongUse(t('setUp.eitherOr'));
  if (from !== undefined && id === undefined)
    throw new WrongUse(t('setUp.idNeeded', { example: `${from.replace(/-20\d\d$/, '')}-2027` }));
  if (id !== undefined && !/^[a-z][a-z0-9-]*$/.test(id))
    throw new WrongUse(t('setUp.idBad', { example: 'qn-2027' }));
  return file === undefined ? fromContest(from ?? '', options, terminal) : fromFile(file, options, terminal);
}

async function fromFile(file: string, options: Options, terminal: Terminal): Promise<number> {
  const { text, isShipped } = await find(file);
  const read = readContest(text);
  if ('findings' in read) {
    const wrong = read.findings.map((finding) => tellShape(words, finding));
    return refused(t('check.reportShape', { file, count: wrong.length }), wrong, options, terminal);
  }
  const { plan, lineOf } = read;
  const pattern = { plan, isOwn: !isShipped || (options.ma ?? plan.id) === plan.id, lineOf };
  return withStore(terminal.env, async (store) => {
    const { work } = await operatorsWork(store, plan.id);
    return setUp(work, pattern, options, terminal);
  });
}

function fromContest(from: string, options: Options, terminal: Terminal): Promise<number> {
  return withStore(terminal.env, async (store) => {
    const { work } = await operatorsWork(store, from);
    const contests = await allContests(work);
    const contest = contests.find(({ id }) => id === from);
    if (!contest) {
      const all = contests.map(({ id }) => id).join(', ');
      throw new WrongUse(t('setUp.noSuchContest', { id: from, all }));
    }
    return setUp(
      work,
      { plan: await patternOf(work, contest), isOwn: false, lineOf: null },
      options,
      terminal,
    );
  });
}

async function setUp(
  work: Work,
  { plan: pattern, isOwn, lineOf }: Pattern,
  options: Options,
  terminal: Terminal,
): Promise<number> {
  const plan = named(pattern, isOwn, options);
  const { findings, broken } = await examine(work, plan);
  const inWords = (some: typeof findings) =>
    some.map((finding) => tell(words, finding, isOwn && lineOf ? lineOf(finding.path) : null));
  if (broken.length > 0) return refused(headingOf(plan, broken.length), inWords(broken), options, terminal);
  if (await work.store.contests.exists({ _id: plan.id })) throw taken(plan.id);
  await addContest(work, plan).catch((error: unknown) => {
    // Somebody else was quicker by a moment.
    throw error instanceof Refusal ? taken(plan.id) : error;
  });
  const code = await organizerCode(work, plan.id);
  const told = inWords(findings);
  if (options.json) terminal.show(JSON.stringify({ contest: plan.id, code, findings: told }));
  else {
    terminal.show(t('setUp.created', { id: plan.id, contest: plan.name }));
    terminal.show(`${t('cli.organizerCodeIs', { contest: plan.id, code })}\n${t('cli.organizerCodeHow')}\n`);
    terminal.show(report(headingOf(plan, told.length), told));
  }
  return told.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** A document of one's own says its days itself; a shipped plan under another id is a pattern, as a contest is. */
function named(plan: Plan, isOwn: boolean, { ma, ten, tenNgan }: Options): Plan {
  const id = ma ?? plan.id;
  const year = yearOf({ id, name: '' });
  const proposed = isOwn || year === null ? plan : namedFor(plan, year);
  const name = { id, name: ten ?? proposed.name, shortName: tenNgan ?? proposed.shortName };
  return isOwn ? { ...plan, ...name } : planCopy(plan, name);
}

/** What keeps it from being a contest; nothing was set up. */
function refused(heading: string, wrong: Told[], { json = false }: Options, terminal: Terminal): number {
  terminal.show(
    json ? JSON.stringify({ findings: wrong }) : `${report(heading, wrong)}\n\n${t('setUp.notCreated')}`,
  );
  return 1;
}

const taken = (id: string) => new WrongUse(t('setUp.idTaken', { id }));
