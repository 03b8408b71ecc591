import { sheetSum } from '../domain/scoring.js';
import type { Words } from '../words.js';
import { type Judge, type Signed, tookPart } from './figures.js';
import { documentOf, note, paragraph, type Sheet, tableOf } from './layout.js';
import { columnOf, entryOf, head, incompleteOf, juryName, notCounted, nounOf, signatureOf } from './parts.js';

/** A score sheet for each judge who has filled in any, to be signed by him. */
export function scoreSheets(t: Words, result: Signed, at: Date): Promise<Uint8Array> {
  const judges = result.jury.judges.filter((judge) => tookPart(result, judge));
  const papers = judges.map((judge) => sheetOf(t, result, judge, at));
  return documentOf(papers, { title: t.plain('papers.sheetsTitle'), at });
}

function sheetOf(t: Words, result: Signed, judge: Judge, at: Date): Sheet {
  const own = new Map(
    result.sheets.filter((sheet) => sheet.judge === judge.id).map((sheet) => [sheet.entry, sheet]),
  );
  const rows = result.entries.flatMap((entry) => {
    const sheet = own.get(entry.code);
    if (!sheet) return [];
    const { points, missing, leftOut } = sheet;
    const marks = result.criteria.map(({ id }) => (points?.[id] === undefined ? '' : t.number(points[id])));
    const sum = points && t.number(sheetSum(points));
    const given = missing
      ? incompleteOf(t, missing)
      : leftOut && sum
        ? t.plain('papers.leftOut', { sum })
        : sum;
    const remark = [leftOut ? notCounted(t, sheet) : null, sheet.remark].filter(Boolean).join('\n');
    return [[entry.code, entryOf(t, entry), ...marks, given ?? t.plain('papers.abstained'), remark]];
  });
  const abstained = [...own.values()].filter(({ points }) => points === null).length;
  const incomplete = [...own.values()].filter(({ missing }) => missing !== undefined).length;
  const aside = [...own.values()].filter(({ leftOut }) => leftOut !== undefined).length;
  const scored = own.size - abstained - incomplete - aside;
  const what = nounOf(t, result);
  const columns = [
    { title: t.plain('papers.columnNumber'), share: 5, align: 'center' as const },
    { title: t.plain('papers.columnCode'), share: 9, align: 'center' as const },
    { title: columnOf(t, result), share: 44 },
    ...result.criteria.map(({ label, max }) => ({
      title: t.plain('papers.columnCriterion', { label, max: t.number(max) }),
      share: 13,
      align: 'center' as const,
    })),
    {
      title: t.plain('papers.columnSum', { max: t.number(result.scale) }),
      share: 12,
      align: 'center' as const,
    },
    { title: t.plain('papers.columnRemark'), share: 26 },
  ];
  return {
    wide: true,
    head: head(t, result, { issuer: juryName(t, result), number: '', at }),
    title: t.plain('papers.sheetsTitle'),
    about: t.plain('papers.sheetsAbout', { contest: result.contest.name }),
    body: [
      paragraph(t.plain('papers.sheetsJudge', { name: judge.name }), { bold: true }),
      tableOf(
        columns,
        rows.map((row, index) => [String(index + 1), ...row]),
        { wide: true },
      ),
      note(t.plain('papers.sheetsCount', { what, scored, abstained })),
      ...(incomplete > 0 ? [note(t.plain('papers.sheetsIncomplete', { what, count: incomplete }))] : []),
      ...(aside > 0 ? [note(t.plain('papers.sheetsLeftOut', { count: aside }))] : []),
    ],
    signatures: [{ title: '', how: '', name: '' }, signatureOf(t, t.plain('papers.judge'), judge.name)],
  };
}
