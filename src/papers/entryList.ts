import type { Words } from '../words.js';
import type { Entry, Result } from './figures.js';
import { documentOf, note, tableOf } from './layout.js';
import { head, signatureOf } from './parts.js';

/** What takes part, by number. It holds no points, so it may be had at any time. */
export type EntryList = Pick<Result, 'contest' | 'agency' | 'committee' | 'isOnStage'> & {
  entries: Entry[];
  secretary: string | null;
};

export function entryList(t: Words, list: EntryList, at: Date): Promise<Uint8Array> {
  const { contest, entries, secretary, isOnStage } = list;
  const title = t.plain(isOnStage ? 'papers.entriesTitleOnStage' : 'papers.entriesTitle');
  const count = { count: entries.length };
  const committee = list.committee ?? t.plain('papers.committee');
  return documentOf(
    [
      {
        wide: true,
        head: head(t, list, { issuer: committee, number: '', at }),
        title,
        about: t.plain('papers.entriesAbout', { contest: contest.name }),
        body: [
          tableOf(
            [
              { title: t.plain('papers.columnNumber'), share: 5, align: 'center' },
              { title: t.plain('papers.columnCode'), share: 9, align: 'center' },
              ...(isOnStage ? [] : [{ title: t.plain('papers.columnTitle'), share: 30 }]),
              { title: t.plain('papers.columnTeam'), share: isOnStage ? 54 : 24 },
              { title: t.plain('papers.columnUnit'), share: 28 },
              { title: t.plain('papers.columnSubmitted'), share: 18, align: 'center' },
            ],
            entries.map(({ code, title, team, unit, submittedAt }, index) => [
              String(index + 1),
              code,
              ...(isOnStage ? [] : [title]),
              team,
              unit,
              t.moment(submittedAt),
            ]),
            { wide: true },
          ),
          note(
            isOnStage ? t.plain('papers.entriesCountOnStage', count) : t.plain('papers.entriesCount', count),
          ),
        ],
        signatures: [
          { title: '', how: '', name: '' },
          signatureOf(t, t.plain('papers.secretary'), secretary),
        ],
      },
    ],
    { title, at },
  );
}
