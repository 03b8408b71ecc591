import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { checkPoints } from '../src/domain/answers.js';
import { type DecimalText, decimalText, wholeNumber } from '../src/domain/decimals.js';
import { instantText } from '../src/domain/instants.js';
import { type Issue, issuesOf } from '../src/domain/plan/issues.js';
import { keysAt } from '../src/domain/plan/keys.js';
import { rankingRules, scoringPart } from '../src/domain/plan/scoring.js';
import type { RankedSheet, RankingInput, RankingRules } from '../src/domain/ranking.js';
import type { SheetPoints } from '../src/domain/scoring.js';
import { words } from '../src/words.js';
import { cannotRead } from './cannotRead.js';
import { WrongUse } from './wrongUse.js';

const t = words.plain;

/** Where the plan states no quorum, all of its judges are needed, as in a contest that is run from it. */
const rules = z.preprocess((value) => {
  const read = z.object({ jury: z.looseObject({ judges: z.unknown() }) }).safeParse(value);
  if (!read.success) return value;
  const { jury } = read.data;
  const isOpen = jury.quorum === undefined || jury.quorum === 'unknown';
  return isOpen && wholeNumber.safeParse(jury.judges).success
    ? { ...(value as object), jury: { ...jury, quorum: jury.judges } }
    : value;
}, rankingRules);

const name = z.string().min(1);

const input = z.object({
  rules,
  entries: z.array(z.object({ code: name, submittedAt: instantText, absent: z.boolean().optional() })),
  sheets: z.array(z.unknown()),
  snapshots: z
    .array(
      z.object({
        entry: name,
        at: instantText,
        likes: wholeNumber,
        shares: wholeNumber,
        votes: wholeNumber.optional(),
      }),
    )
    .default([]),
  headJudge: name.nullish().transform((judge) => judge ?? undefined),
  drawSeed: name.nullish().transform((seed) => seed ?? undefined),
});

const abstention = z.object({ judge: name, entry: name, abstained: z.literal(true) });
const filledIn = z.object({
  judge: name,
  entry: name,
  points: z.record(z.string(), z.unknown()),
  abstained: z.literal(false).optional(),
});

/** `strange`: places of the rules that no contest document has, so that nothing follows from them. */
export type RankingFile = RankingInput & { strange: string[] };

/** Reads what a ranking follows from, or says what is wrong with it, and where in the file. */
export async function readRankingFile(file: string): Promise<RankingFile> {
  const document = parsed(await textOf(file), file);
  const wrong: Complain = (path, problem, others = 0) => {
    const where = path.length > 0 ? path.map(String).join('.') : t('cli.wholeFile');
    const sentence = t('cli.badInput', { file, path: where, problem });
    throw new WrongUse(others > 0 ? `${sentence} ${t('cli.andMore', { count: others })}` : sentence);
  };
  const fits = input.safeParse(document);
  if (!fits.success) {
    const [first, ...others] = issuesOf(fits.error);
    return wrong(first?.path ?? [], first ? problemOf(first) : '', others.length);
  }
  const { sheets, ...rest } = fits.data;
  const known = new Map<string, number>();
  for (const [index, { code }] of rest.entries.entries()) {
    const before = known.get(code);
    if (before !== undefined)
      wrong(['entries', index, 'code'], t('cli.problemTwice', { other: `entries.${before}` }));
    known.set(code, index);
  }
  for (const [index, { entry }] of rest.snapshots.entries())
    if (!known.has(entry))
      wrong(['snapshots', index, 'entry'], t('cli.problemUnknownEntry', { code: entry }));
  const read = readSheets(sheets, rest.rules, known, wrong);
  for (const [index, { code, absent }] of rest.entries.entries())
    if (absent && read.some((sheet) => sheet.entry === code && 'points' in sheet))
      wrong(['entries', index, 'absent'], t('cli.problemAbsentScored'));
  const { rules: written } = document as { rules: unknown };
  return { ...rest, sheets: read, strange: strangeIn(written, []).map((path) => `rules.${path}`) };
}

/** What is written there and has no meaning in a contest document, by its path. */
function strangeIn(value: unknown, steps: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const known = Array.isArray(value) ? null : keysAt(scoringPart, steps);
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = [...steps, key];
    return known && known.length > 0 && !known.includes(key) ? [path.join('.')] : strangeIn(inner, path);
  });
}

type Complain = (path: PropertyKey[], problem: string, others?: number) => never;

async function textOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new WrongUse(cannotRead(file, cause.code), { cause });
  });
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new WrongUse(t('cli.notJson', { file }), { cause });
  }
}

/**
 * One sheet for judge and entry, with points in their bounds. There may be a million of them, so what every
 * sheet has is looked at by hand, and each writing of points is read once.
 */
function readSheets(
  given: unknown[],
  { criteria }: RankingRules,
  entries: ReadonlyMap<string, number>,
  wrong: Complain,
): RankedSheet[] {
  const readers = criteria.map((criterion) => ({ id: criterion.id, read: pointsReader(criterion) }));
  const byJudge = new Map<string, Map<number, number>>();
  return given.map((value, index) => {
    const sheet = shapeOf(value) ?? strictShape(value, index, wrong);
    const { judge, entry } = sheet;
    const number = entries.get(entry);
    if (number === undefined)
      return wrong(['sheets', index, 'entry'], t('cli.problemUnknownEntry', { code: entry }));
    const own = byJudge.get(judge);
    const before = own?.get(number);
    if (before !== undefined) wrong(['sheets', index], t('cli.problemTwice', { other: `sheets.${before}` }));
    if (own) own.set(number, index);
    else byJudge.set(judge, new Map([[number, index]]));
    if ('abstained' in sheet && sheet.abstained) return { judge, entry, abstained: true };

    const { points } = sheet;
    for (const { id, read } of readers) {
      const raw = Object.hasOwn(points, id) ? points[id] : undefined;
      const result = read(raw);
      if ('problem' in result) return wrong(['sheets', index, 'points', id], result.problem);
      // In the document that was just read, rather than in a million copies.
      if (raw !== result.points) points[id] = result.points;
    }
    const strange = Object.keys(points).find((id) => !readers.some((each) => each.id === id));
    if (strange !== undefined) wrong(['sheets', index, 'points', strange], t('cli.problemNoCriterion'));
    return 'abstained' in sheet ? { judge, entry, points: points as SheetPoints } : (sheet as RankedSheet);
  });
}

type Shape =
  | { judge: string; entry: string; abstained: true }
  | { judge: string; entry: string; points: Record<string, unknown>; abstained?: false | undefined };

/** The plain case: a judge's points for an entry. */
function shapeOf(value: unknown): Shape | null {
  if (typeof value !== 'object' || value === null) return null;
  const { judge, entry, points, abstained } = value as Record<string, unknown>;
  const isPlain =
    typeof judge === 'string' &&
    judge !== '' &&
    typeof entry === 'string' &&
    typeof points === 'object' &&
    points !== null &&
    !Array.isArray(points) &&
    abstained === undefined;
  return isPlain ? (value as Shape) : null;
}

function strictShape(value: unknown, index: number, wrong: Complain): Shape {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const isOther = given.points !== undefined && given.abstained !== true;
  const read = (isOther ? filledIn : abstention).safeParse(value);
  if (read.success) return read.data;
  const [first, ...others] = issuesOf(read.error);
  const path = first?.path ?? [];
  // Neither points nor an abstention: what is missing are the points.
  if (path[0] === 'abstained' && !given.abstained)
    return wrong(['sheets', index, 'points'], t('cli.problemMissing'));
  return wrong(['sheets', index, ...path], first ? problemOf(first) : '', others.length);
}

type PointsResult = { points: DecimalText } | { problem: string };

function pointsReader(rule: { max: DecimalText; step: DecimalText }): (value: unknown) => PointsResult {
  const known = new Map<unknown, PointsResult>();
  return (value) => {
    const before = known.get(value);
    if (before) return before;
    const result = readPoints(value, rule);
    known.set(value, result);
    return result;
  };
}

function readPoints(value: unknown, rule: { max: DecimalText; step: DecimalText }): PointsResult {
  if (value === undefined) return { problem: t('cli.problemMissing') };
  const read = decimalText.safeParse(value);
  if (!read.success) return { problem: t('cli.problemDecimal') };
  const checked = checkPoints(read.data, rule);
  switch (checked.kind) {
    case 'points':
      return { points: checked.points };
    case 'tooHigh':
      return { problem: t('cli.problemTooHigh', { max: words.number(checked.max) }) };
    case 'offStep':
      return { problem: t('cli.problemStep', { step: words.number(checked.step) }) };
    default:
      return { problem: t('cli.problemDecimal') };
  }
}

function problemOf(issue: Issue): string {
  if (issue.input === undefined && issue.code === 'invalid_type' && issue.message.includes('undefined'))
    return t('cli.problemMissing');
  switch (issue.message) {
    case 'not_an_instant':
      return t('cli.problemInstant', { example: '2023-09-19T20:00:00+07:00' });
    case 'first_place_is_not_the_weight':
      return t('cli.problemFirstPlace');
    case 'no_such_criterion':
      return t('cli.problemNoCriterion');
    case 'same_id_twice':
      return t('cli.problemSameId');
  }
  switch (issue.code) {
    case 'invalid_type':
      return t('cli.problemKind', { expected: issue.expected });
    case 'invalid_value':
      return t('cli.problemNoOption', { options: issue.values.map(String).join(', ') });
    case 'invalid_union':
      if ('options' in issue && issue.options)
        return t('cli.problemNoOption', { options: issue.options.map(String).join(', ') });
      return t('cli.problemValue');
    default:
      return t('cli.problemValue');
  }
}
