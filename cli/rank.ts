import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { z } from 'zod';
import { decimalText } from '../src/domain/decimals.js';
import { type Issue, issuesOf } from '../src/domain/plan/issues.js';
import { pathOf } from '../src/domain/plan/paths.js';
import { rankingRules } from '../src/domain/plan/scoring.js';
import { type Ranking, type RankingInput, rank } from '../src/domain/ranking.js';
import { sheetFaults } from '../src/domain/scoring.js';
import { words } from '../src/words.js';
import { WrongUse } from './wrongUse.js';

const t = words.plain;

const instant = z.iso.datetime({ offset: true });
const count = z.int().nonnegative();

const input = z.object({
  rules: rankingRules,
  entries: z.array(z.object({ code: z.string().min(1), submittedAt: instant })),
  sheets: z.array(
    z.union([
      z.object({ judge: z.string(), entry: z.string(), abstained: z.literal(true) }),
      z.object({ judge: z.string(), entry: z.string(), points: z.record(z.string(), decimalText) }),
    ]),
  ),
  snapshots: z
    .array(z.object({ entry: z.string(), at: instant, likes: count, shares: count, votes: count.optional() }))
    .default([]),
  headJudge: z.string().optional(),
});

/** Anyone can rank what a contest is ranked from: rules, entries, sheets and snapshots in one file. */
export async function runRank(file: string, { json = false }: { json?: boolean }): Promise<number> {
  const ranking = rank(await readInput(file));
  process.stdout.write(json ? `${JSON.stringify(shown(ranking))}\n` : `${table(ranking)}\n`);
  return 0;
}

const shown = ({ places, unranked, draws }: Ranking) => ({
  places: places.map(({ tied: _, ...place }) => place),
  unranked,
  draws,
});

async function readInput(file: string): Promise<RankingInput> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new WrongUse(t('cli.cannotRead', { file, reason: cause.code ?? 'unknown' }), { cause });
  });
  const document = parsed(text, file);
  const read = input.safeParse(document);
  if (!read.success) {
    const [first, ...others] = issuesOf(read.error);
    throw wrongAt(
      file,
      first ? pathText(document, first.path) : '',
      first ? problemOf(first) : '',
      others.length,
    );
  }
  checkTogether(file, read.data);
  return read.data;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new WrongUse(t('cli.notJson', { file }), { cause });
  }
}

/** What each part can't know alone: codes that exist, one sheet for judge and entry, points in their bounds. */
function checkTogether(file: string, { rules, entries, sheets, snapshots }: RankingInput): void {
  const known = new Map<string, number>();
  for (const [index, { code }] of entries.entries()) {
    const before = known.get(code);
    if (before !== undefined)
      throw wrongAt(file, `entries.${index}.code`, t('cli.problemTwice', { other: `entries.${before}` }));
    known.set(code, index);
  }
  const given = new Map<string, number>();
  for (const [index, sheet] of sheets.entries()) {
    if (!known.has(sheet.entry))
      throw wrongAt(file, `sheets.${index}.entry`, t('cli.problemUnknownEntry', { code: sheet.entry }));
    const key = JSON.stringify([sheet.judge, sheet.entry]);
    const before = given.get(key);
    if (before !== undefined)
      throw wrongAt(file, `sheets.${index}`, t('cli.problemTwice', { other: `sheets.${before}` }));
    given.set(key, index);
    if ('abstained' in sheet) continue;
    const [fault] = sheetFaults(sheet.points, rules.criteria);
    if (fault) {
      const { criterion } = fault;
      throw wrongAt(file, `sheets.${index}.points.${criterion}`, t('cli.problemPoints', { criterion }));
    }
  }
  for (const [index, { entry }] of snapshots.entries())
    if (!known.has(entry))
      throw wrongAt(file, `snapshots.${index}.entry`, t('cli.problemUnknownEntry', { code: entry }));
}

function wrongAt(file: string, path: string, problem: string, others = 0): WrongUse {
  const sentence = t('cli.badInput', { file, path: path || t('cli.wholeFile'), problem });
  return new WrongUse(others > 0 ? `${sentence} ${t('cli.andMore', { count: others })}` : sentence);
}

const pathText = (document: unknown, path: PropertyKey[]): string => pathOf(document, path) || path.join('.');

function problemOf(issue: Issue): string {
  if (issue.input === undefined && issue.code === 'invalid_type' && issue.message.includes('undefined'))
    return t('cli.problemMissing');
  return issue.code === 'invalid_type'
    ? t('cli.problemKind', { expected: issue.expected })
    : t('cli.problemValue');
}

/** For people: one line for each place. */
function table({ places, unranked, draws, noSnapshot }: Ranking): string {
  const header = [
    t('cli.columnPlace'),
    t('cli.columnCode'),
    t('cli.columnTotal'),
    t('cli.columnJury'),
    t('cli.columnAudience'),
    t('cli.columnDecidedBy'),
  ];
  const rows = places.map(({ place, code, total, jury, audience, decidedBy }) => [
    String(place),
    code,
    words.number(total),
    words.number(jury),
    words.number(audience),
    decidedBy ?? '',
  ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        isNumeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [
    ...[header, ...rows].map(line),
    ...(unranked.length > 0
      ? [t('cli.unranked', { codes: unranked.map(({ code }) => code).join(', ') })]
      : []),
    ...draws.map(({ place, codes }) => t('cli.toDraw', { place, codes: codes.join(', ') })),
    ...(noSnapshot.length > 0 ? [t('cli.noSnapshot', { codes: noSnapshot.join(', ') })] : []),
  ].join('\n');
}

const isNumeric = [true, false, true, true, true, false];
