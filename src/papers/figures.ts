import type { DecimalText } from '../domain/decimals.js';
import type { LockedSheet } from '../domain/locks.js';
import type { Prizes } from '../domain/outcome.js';
import type { Aggregate } from '../domain/plan/scoring.js';
import type { JuryAccount, WhyLeftOut } from '../domain/ranking/explain.js';
import type { Ranking } from '../domain/ranking.js';
import { type Abstention, type SheetPoints, sheetSum } from '../domain/scoring.js';

/** What the papers of a result are made of: all of it as it lies in the database, points as decimals. */
export type Result = {
  contest: { name: string; shortName: string };
  /** Those who come on a stage are teams, and no entries. */
  isOnStage: boolean;
  committee: string | null;
  /** Who signs the decision, where one person is known to head the committee. */
  chair: string | null;
  agency: string | null;
  /** The documents that the contest goes by, as its plan names them. */
  sources: { title: string; number?: string | undefined; date?: string | undefined }[];
  jury: {
    name: string | null;
    /** Who judges the final, in the order in which they are counted everywhere. */
    judges: Judge[];
    /** Who left it before the lock, the earliest first. */
    left?: FormerJudge[];
    head: string | null;
    secretaries: string[];
    from: Date | null;
    until: Date;
    aggregate: Aggregate;
    quorum: number;
    weight: DecimalText;
  };
  criteria: { id: string; label: string; max: DecimalText }[];
  /** What a sheet can add up to. */
  scale: DecimalText;
  precision: number;
  /** `null`: the audience has no part in the score. */
  audience: { weight: DecimalText; freezeAt: Date } | null;
  /** In the order of their numbers; those that are ranked, or could have been. */
  entries: Entry[];
  sheets: Sheet[];
  /** Under which number and checksum the sheets were frozen. */
  lock: LockFigures | null;
  /** How often the sheets had been locked and were opened once more, the earliest first. */
  reopenings?: Reopening[];
  /** What was scored on a stage and opened once more, the earliest first. */
  stageReopenings?: StageReopening[];
  rulings?: EngagementRuling[];
  snapshots: Reading[];
  ranking: Ranking;
  prizes: Prizes;
  /** By the entries' codes: how each came to its jury points. */
  accounts: ReadonlyMap<string, JuryAccount>;
  /** `null`: what the sheets come to now, and nobody has published it. */
  published: { version: number; at: Date } | null;
};

/** What the judges have signed, whatever comes of it. */
export type Signed = Pick<
  Result,
  'contest' | 'isOnStage' | 'committee' | 'agency' | 'criteria' | 'scale' | 'entries' | 'sheets'
> & {
  jury: Pick<Result['jury'], 'name' | 'judges'>;
};

/** `changes`: the sheets that the next lock has otherwise, by the judges' names. */
export type Reopening = {
  number: number;
  at: Date;
  by: string;
  document: string;
  reason: string;
  changes: { judge: string; entry: string; before: Standing | null; after: Standing }[];
};

/** `part`: as the plan calls it. */
export type StageReopening = { entry: string; part: string; at: Date; by: string; reason: string };

/** `refused`: those of the sheets on which a judge says that he doesn't score the entry. */
export type LockFigures = { number: number; count: number; refused: number; checksum: string; at: Date };

/** What was ruled about an entry's engagement; `what` in words, with the numbers. */
export type EngagementRuling = {
  entry: string;
  what: string;
  document: string;
  reason: string;
  at: Date;
};

/**
 * Engagement as it was read. `votes`: those given here, in a snapshot of their own. `from`: its source, in words.
 * `ruling`: by which it counts, or doesn't any more.
 */
export type Reading = {
  entry: string;
  at: Date;
  likes: number;
  shares: number;
  votes?: number;
  counts: boolean;
  from: string;
  ruling?: EngagementRuling;
  /** Nobody read these numbers: the ruling itself gives them. */
  isRuled?: boolean;
};

/** A sheet as it stood in a lock. */
export type Standing = { sum: DecimalText } & Pick<LockedSheet, 'uncounted'>;

/** `instead`: in whose place, and since when. */
export type Judge = { id: string; name: string; instead?: { of: string; since: Date } | undefined };

/** Somebody who sat on the jury, and no longer when the sheets were locked. */
export type FormerJudge = { id: string; name: string; until: Date; reason: string | null };

export type Entry = { code: string; title: string; team: string; unit: string; submittedAt: Date };

/**
 * `points: null`: the judge abstained. `missing`: the parts that he didn't score, for which it doesn't count.
 * `leftOut`: what else keeps it from counting, and what was said about it.
 */
export type Sheet = {
  judge: string;
  entry: string;
  points: SheetPoints | null;
  missing?: readonly string[];
  abstained?: Abstention;
  leftOut?: { why: Exclude<WhyLeftOut, 'incomplete'>; reason: string | null };
  remark: string | null;
};

/** One judge's mark for an entry, as it stands in the summary. */
export type Mark =
  | { kind: 'sum'; sum: DecimalText; counts: boolean }
  | { kind: 'incomplete'; missing: readonly string[] }
  | { kind: 'abstained' | 'none' };

export type Line = {
  entry: Entry;
  /** One for each judge, in the order of the jury. */
  marks: Mark[];
  sheets: number;
  /** Of the marks that count, rounded as published; `null` without any. */
  average: DecimalText | null;
  /** `null`: not ranked. */
  place: Ranking['places'][number] | null;
};

/** The summary: what is ranked by place, then by code; what isn't after it. */
export function linesOf({ entries, sheets, jury, accounts, ranking }: Result): Line[] {
  const placeOf = new Map(ranking.places.map((place, index) => [place.code, { place, index }]));
  const byKey = new Map(sheets.map((sheet) => [keyOf(sheet), sheet]));
  const lines = entries.map((entry): Line => {
    const account = accounts.get(entry.code);
    const counted = new Map(account?.sheets.map((sheet) => [sheet.judge, sheet]));
    const marks = jury.judges.map(({ id }): Mark => {
      const sheet = byKey.get(keyOf({ judge: id, entry: entry.code }));
      if (!sheet) return { kind: 'none' };
      if (!sheet.points) return { kind: 'abstained' };
      if (sheet.missing) return { kind: 'incomplete', missing: sheet.missing };
      return { kind: 'sum', sum: sheetSum(sheet.points), counts: counted.get(id)?.kind === 'counted' };
    });
    return {
      entry,
      marks,
      sheets: account?.counted ?? 0,
      average: account?.mean?.rounded ?? null,
      place: placeOf.get(entry.code)?.place ?? null,
    };
  });
  const rankOf = ({ entry }: Line) => placeOf.get(entry.code)?.index ?? Number.POSITIVE_INFINITY;
  return lines.sort((a, b) => (rankOf(a) === rankOf(b) ? 0 : rankOf(a) - rankOf(b)));
}

const keyOf = ({ judge, entry }: Pick<Sheet, 'judge' | 'entry'>): string => JSON.stringify([judge, entry]);

/** Has this judge filled in a sheet, or abstained, for anything? */
export const tookPart = ({ sheets }: Pick<Result, 'sheets'>, { id }: Judge): boolean =>
  sheets.some(({ judge }) => judge === id);

/** Did people vote in the assistant too? */
export const hasVotes = ({ snapshots }: Result): boolean =>
  snapshots.some(({ votes }) => votes !== undefined);
