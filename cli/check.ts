import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Told, tell, tellShape } from '../src/actions/checkContest.js';
import { unknownPaths } from '../src/domain/decisions.js';
import { checkPlan, type Severity } from '../src/domain/plan/check.js';
import type { Plan } from '../src/domain/plan.js';
import type { Units } from '../src/domain/units.js';
import { loadContest, readContest } from '../src/store/contestFiles.js';
import { loadUnits } from '../src/store/unitFiles.js';
import { words } from '../src/words.js';
import { cannotRead } from './cannotRead.js';
import type { Terminal } from './terminal.js';
import { WrongUse } from './wrongUse.js';

const t = words.plain;
const shipped = fileURLToPath(new URL('../contests', import.meta.url));

/** What is wrong with a plan, contradictory or missing. `file` may also name a plan that is shipped. */
export async function runCheck(
  file: string,
  { json = false }: { json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const { folder, text } = await find(file);
  const read = readContest(text);
  const told =
    'plan' in read ? await checked(read, folder) : read.findings.map((each) => tellShape(words, each));
  const heading =
    'plan' in read ? headingOf(read.plan, told.length) : t('check.reportShape', { file, count: told.length });
  terminal.show(json ? JSON.stringify({ findings: told }) : report(heading, told));
  return told.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The plans that are shipped, by their names. */
const shippedPlans = async (): Promise<string[]> =>
  (await readdir(shipped)).flatMap((name) => (name.endsWith('.yaml') ? [name.slice(0, -5)] : [])).sort();

/** A plan's text, by the name of a shipped one or by its place. */
export async function find(file: string): Promise<{ folder: string; text: string; isShipped: boolean }> {
  const allowed = await shippedPlans();
  const isShipped = allowed.includes(file);
  const place = isShipped ? path.join(shipped, `${file}.yaml`) : file;
  try {
    return { folder: path.dirname(place), text: await readFile(place, 'utf8'), isShipped };
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    const sentence =
      code === 'ENOENT' ? t('cli.noSuchPlan', { file, allowed: allowed.join(', ') }) : cannotRead(file, code);
    throw new WrongUse(sentence, { cause });
  }
}

async function checked(
  { plan, lineOf }: { plan: Plan; lineOf: (path: string) => number },
  folder: string,
): Promise<Told[]> {
  const units = await unitsOf(plan, folder);
  const upper = plan.feeds ? await upperOf(plan.feeds.contest, folder) : undefined;
  const findings = checkPlan(plan, { units, ...(upper !== undefined && { upper }) });
  return findings.map((finding) => tell(words, finding, lineOf(finding.path)));
}

/** Beside the plan first, then among what is shipped. */
async function nearest<T>(
  folder: string,
  name: string,
  load: (file: string) => Promise<T>,
): Promise<T | null> {
  for (const place of [folder, shipped]) {
    try {
      return await load(path.join(place, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return null;
}

const unitsOf = ({ units }: Plan, folder: string): Promise<Units | null> =>
  nearest(folder, path.join('units', `${units.list}.csv`), loadUnits);

async function upperOf(id: string, folder: string): Promise<Plan | null> {
  const read = await nearest(folder, `${id}.yaml`, loadContest);
  return read && 'plan' in read ? read.plan : null;
}

export function headingOf(plan: Plan, count: number): string {
  const contest = plan.shortName;
  if (count > 0) return t('check.reportTitle', { contest, count });
  // What nobody has settled and nothing waits for is no finding, but it is open all the same.
  const open = unknownPaths(plan);
  return open.length > 0
    ? t('check.reportOpen', { contest, count: open.length, places: open.join(', ') })
    : t('check.reportNothing', { contest });
}

const groups = [
  ['error', 'check.reportError'],
  ['warning', 'check.reportWarning'],
  ['unknown', 'check.reportUnknown'],
] as const satisfies [Severity, string][];

export function report(heading: string, told: Told[]): string {
  const parts = groups.flatMap(([severity, title]) => {
    const own = told.filter((each) => each.severity === severity);
    return own.length === 0 ? [] : [[t(title, { count: own.length }), ...own.map(paragraph)].join('\n')];
  });
  return [heading, ...parts].join('\n\n');
}

const paragraph = ({ line, path: place, message, proposal }: Told): string =>
  [
    `• ${[line === null ? '' : t('check.reportLine', { line }), place].filter(Boolean).join(', ')}`,
    `  ${message}`,
    `  ${t('check.reportProposal', { proposal })}`,
  ].join('\n');
