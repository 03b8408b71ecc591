import type { Words } from '../words.js';
import { linesOf, type Result } from './figures.js';
import { centred, documentOf, note, paragraph, tableOf } from './layout.js';
import { sourceText } from './minutes.js';
import { columnOf, committeeName, entryOf, head, signatureOf, standing } from './parts.js';

/**
 * A draft of the decision that recognises the result. What points alone give to nobody is left open, to be
 * written in by hand; where they give nothing at all, every ranked entry stands in it.
 */
export function decision(t: Words, result: Result, at: Date): Promise<Uint8Array> {
  const title = t.plain('papers.decisionTitle');
  const { contest, sources } = result;
  const cells = rowsOf(t, result);
  return documentOf(
    [
      {
        head: head(t, result, {
          issuer: committeeName(t, result),
          number: t.plain('papers.numberDecision'),
          at,
        }),
        title,
        about: t.plain('papers.decisionAbout', { contest: contest.name }),
        body: [
          ...sources.map((source) =>
            paragraph(
              t.plain('papers.decisionBasis', { source: sourceText(t, source).replace(/\.$/, ';') }),
              { italics: true },
            ),
          ),
          paragraph(`${t.plain('papers.decisionMinutes')};`, { italics: true }),
          paragraph(t.plain('papers.decisionProposal'), { italics: true }),
          centred(t.plain('papers.decisionDecides')),
          paragraph(
            t.plain(result.isOnStage ? 'papers.decisionOneOnStage' : 'papers.decisionOne', {
              contest: contest.name,
            }),
          ),
          tableOf(
            [
              { title: t.plain('papers.columnNumber'), share: 6, align: 'center' },
              { title: t.plain('papers.columnCode'), share: 11, align: 'center' },
              { title: columnOf(t, result), share: 40 },
              { title: t.plain('papers.columnTotal'), share: 15, align: 'center' },
              { title: t.plain('papers.columnPrize'), share: 28, align: 'center' },
            ],
            cells.map((row, index) => [String(index + 1), ...row]),
          ),
          note(standing(t, result, at)),
          paragraph(t.plain('papers.decisionTwo')),
          paragraph(t.plain('papers.decisionThree'), { keepNext: true }),
        ],
        recipients: [
          t.plain('papers.decisionRecipients'),
          t.plain('papers.decisionLikeThree'),
          t.plain('papers.decisionFile'),
        ],
        signatures: [
          {
            ...signatureOf(t, t.plain('papers.decisionSigner'), result.chair),
            how: t.plain('papers.signSeal'),
          },
        ],
      },
    ],
    { title, at },
  );
}

/** Code, entry, total and prize of each. */
function rowsOf(t: Words, result: Result): string[][] {
  const { given, open } = result.prizes;
  const blank = t.plain('papers.blank');
  const lines = new Map(linesOf(result).map((line) => [line.entry.code, line]));
  const row = (code: string, prize: string): string[] => {
    const line = lines.get(code);
    return line
      ? [code, entryOf(t, line.entry), line.place ? t.number(line.place.total) : '', prize]
      : ['', blank, '', prize];
  };
  if (given.length === 0 && open.length === 0)
    return result.ranking.places.map(({ code }) => row(code, blank));
  return [
    ...given.map(({ code, prize, sum }) =>
      row(code, sum === null ? prize : t.plain('papers.money', { prize, sum: t.number(sum) })),
    ),
    ...open.flatMap(({ prizes, codes }) =>
      codes.length > 0 ? codes.map((code) => row(code, blank)) : prizes.map((prize) => row('', prize)),
    ),
  ];
}
