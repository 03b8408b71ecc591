import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Window, type Windows, windowsOf } from '../src/domain/dates.js';
import { isKnown, type Plan, type Round, submissionQuota } from '../src/domain/plan.js';
import { nominationQuota, selectionOf } from '../src/domain/selection.js';
import type { Unit, UnitLevel, Units } from '../src/domain/units.js';
import { loadContest } from '../src/store/contestFiles.js';
import { readUnits } from '../src/store/unitFiles.js';

/** A contest as its document has it, and the units it is held in. */
export type ContestRead = { id: string; plan: Plan; windows: Windows; units: Units; root: Unit };

const folder = fileURLToPath(new URL('../contests', import.meta.url));

export async function readContest(id: string): Promise<ContestRead> {
  const read = await loadContest(path.join(folder, `${id}.yaml`));
  if ('findings' in read) throw new Error(`${id}: ${read.findings[0]?.path} ${read.findings[0]?.code}`);
  const { plan } = read;
  const { list, root, clusters } = plan.units;
  const file = path.join(folder, 'units', `${list}.csv`);
  const units = readUnits(linesAbout(root, await readFile(file, 'utf8')), file).withClusters(clusters);
  const rootUnit = units.get(root);
  if (!rootUnit) throw new Error(`${id}: there is no unit ${root}`);
  return { id, plan, windows: windowsOf(plan), units, root: rootUnit };
}

/** Of the country's list only what lies in one unit, and what that lies in: all of it takes 40 MB. */
export function linesAbout(root: string, table: string): string {
  const [header = '', ...lines] = table.split(/\r?\n/);
  const rows = lines.map((line) => ({ line, cells: line.split(',', 2) }));
  const parents = new Map(rows.map(({ cells: [code = '', parent = ''] }) => [code, parent]));
  const about = new Set<string>();
  for (let code: string | undefined = root; code; code = parents.get(code)) about.add(code);
  const under = new Set([root]);
  const kept = rows.filter(({ cells: [code = '', parent = ''] }) => {
    if (under.has(parent)) under.add(code);
    return under.has(code) || about.has(code);
  });
  return [header, ...kept.map(({ line }) => line)].join('\n');
}

/** The level of the units for which something is sent, and how many entries each may send; `null`: any number. */
export function sending({ plan }: ContestRead): { level: UnitLevel; quota: number | null } {
  const quota = submissionQuota(plan);
  return quota ? { level: quota.level, quota: quota.count } : { level: makers(plan), quota: null };
}

/** The level whose people make what is sent, or stand on the stage. */
export const makers = ({ entries }: Pick<Plan, 'entries'>): UnitLevel =>
  isKnown(entries.madeBy) ? entries.madeBy : 'commune';

/** The round of a level that this contest itself holds. */
export const selectionRound = ({ plan }: ContestRead): Round | undefined => selectionOf(plan)?.round;

export const hasVideo = ({ plan }: ContestRead): boolean =>
  plan.components.some(({ kind }) => kind === 'video');

/** How many entries one author may send; `null`: nobody has said. */
export const authorLimit = ({ plan }: ContestRead): number | null =>
  isKnown(plan.entries.perAuthor) ? plan.entries.perAuthor : null;

/** How many judge in the last round. */
export function judgesIn({ plan }: ContestRead, otherwise: number): number {
  const { judges } = plan.scoring.jury;
  return isKnown(judges) ? judges : otherwise;
}

/** When units send up what they picked: by the round that receives it, in this contest or in the one above. */
export function nominationWindow(
  { plan, windows }: ContestRead,
  above: ContestRead | null,
): Window | undefined {
  const receiver = selectionOf(plan)?.receiver;
  if (receiver?.kind === 'above') return above?.windows.submission;
  return receiver ? windows[receiver.round.intake?.window ?? receiver.round.window] : undefined;
}

/** How many each unit may send up, `null` if nobody has said. */
export function nominationsEach({ plan }: ContestRead): number | null {
  const selection = selectionOf(plan);
  return selection && nominationQuota(plan, selection);
}
