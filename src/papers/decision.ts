import type { Words } from '../words.js';
import { linesOf, type Result } from './figures.js';
import { centred, documentOf, note, paragraph, tableOf } from './layout.js';
import { sourceText } from './minutes.js';
import { committeeName, entryOf, head, signatureOf, standing } from './parts.js';

/** One prize for one entry; `sum` in đồng. */
export type Award = { entry: string; prize: string; sum: number | null };

/**
 * A draft of the decision that recognises the result. Where no awards are given, all that are ranked stand
 * in it and the prizes are left open, to be written in by hand.
 */
export function decision(t: Words, result: Result, awards: Award[] | null, at: Date): Promise<Uint8Array> {
  const title = t.plain('papers.decisionTitle');
  const { contest, sources } = result;
  const ranked = linesOf(result).filter(({ place }) => place !== null);
  const rows = awards
    ? awards.map(({ entry, prize, sum }) => ({
        line: ranked.find((line) => line.entry.code === entry),
        prize: sum === null ? prize : t.plain('papers.money', { prize, sum: t.number(sum) }),
      }))
    : ranked.map((line) => ({ line, prize: t.plain('papers.blank') }));
  const cells = rows.flatMap(({ line, prize }) =>
    line ? [[line.entry.code, entryOf(t, line.entry), totalOf(t, line.place), prize]] : [],
  );
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
          paragraph(t.plain('papers.decisionOne', { contest: contest.name })),
          tableOf(
            [
              { title: t.plain('papers.columnNumber'), share: 6, align: 'center' },
              { title: t.plain('papers.columnCode'), share: 11, align: 'center' },
              { title: t.plain('papers.columnEntry'), share: 40 },
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
          { ...signatureOf(t, t.plain('papers.decisionSigner'), null), how: t.plain('papers.signSeal') },
        ],
      },
    ],
    { title, at },
  );
}

const totalOf = (t: Words, place: Result['ranking']['places'][number] | null): string =>
  place ? `${t.number(place.total)}` : '';
