import { type Ranking, rank } from '../src/domain/ranking.js';
import { words } from '../src/words.js';
import { readRankingFile } from './rankingFile.js';
import type { Terminal } from './terminal.js';

const t = words.plain;

/** Anyone can rank what a contest is ranked from: rules, entries, sheets and snapshots in one file. */
export async function runRank(
  file: string,
  { json = false }: { json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const { strange, ...input } = await readRankingFile(file);
  for (const path of strange) terminal.say(t('cli.strangeField', { file, path }));
  const ranking = rank(input);
  terminal.show(json ? JSON.stringify(shown(ranking)) : table(ranking));
  // In the table it stands below the places.
  if (json && ranking.noSnapshot.length > 0) terminal.say(missing(ranking));
  return 0;
}

const shown = ({ places, unranked, draws }: Ranking) => ({
  places: places.map(({ tied: _, ...place }) => place),
  unranked,
  draws,
});

const missing = ({ noSnapshot }: Ranking) => t('cli.noSnapshot', { codes: noSnapshot.join(', ') });

/** For people: one line for each place. */
function table(ranking: Ranking): string {
  const { places, unranked, draws, noSnapshot } = ranking;
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
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), title.length),
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
    ...(['belowQuorum', 'absent'] as const).flatMap((why) => {
      const codes = unranked.flatMap(({ code, reason }) => (reason === why ? code : []));
      return codes.length > 0 ? [t(`cli.${why}`, { codes: codes.join(', ') })] : [];
    }),
    ...draws.map(({ place, codes, seed }) =>
      seed === undefined
        ? t('cli.toDraw', { place, codes: codes.join(', ') })
        : t('cli.drawn', { place, codes: codes.join(', '), seed }),
    ),
    ...(noSnapshot.length > 0 ? [missing(ranking)] : []),
  ].join('\n');
}

const isNumeric = [true, false, true, true, true, false];
