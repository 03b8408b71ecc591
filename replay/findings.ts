import { says, valuesIn } from './reading.js';
import type { Recorded } from './record.js';

/** What a replay must end with. A finding is a key and what it fills in; none means that all is well. */
export type Finding =
  | { kind: 'count'; what: 'entries' | 'sheets' | 'ranking' | 'lost' | 'parked'; is: number; must: number }
  | { kind: 'groupsDiffer' }
  | { kind: 'groupShowsOther'; group: string };

export type Expected = { entries: number; sheets: number };

export function findingsIn(
  { entries, sheets, ranking, counts }: Recorded,
  results: Record<string, string>,
  expected: Expected,
): Finding[] {
  const numbers = [
    { what: 'entries', is: entries.length, must: expected.entries },
    { what: 'sheets', is: sheets.length, must: expected.sheets },
    { what: 'ranking', is: ranking.length, must: expected.entries },
    { what: 'lost', is: counts.lost, must: 0 },
    { what: 'parked', is: counts.parked, must: 0 },
  ] as const;
  const wrong = numbers.filter(({ is, must }) => is !== must);
  const kept = JSON.stringify(ranking);
  const others = Object.keys(results).filter(
    (group) => JSON.stringify(rankingIn(results[group] ?? '')) !== kept,
  );
  return [
    ...wrong.map((number): Finding => ({ kind: 'count', ...number })),
    ...(new Set(Object.values(results).map(asRead)).size > 1 ? [{ kind: 'groupsDiffer' } as const] : []),
    ...others.map((group): Finding => ({ kind: 'groupShowsOther', group })),
  ];
}

/** A long message is split on its lines where a messenger takes less. */
const asRead = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The published result as a group saw it, put together again where it was split. */
export function resultIn(messages: readonly string[]): string {
  const from = messages.findLastIndex((text) => says(text, 'publish.headline'));
  // A crash between sending and marking repeats a message.
  return from < 0
    ? ''
    : messages
        .slice(from)
        .filter((text, index, all) => text !== all[index - 1])
        .join('\n');
}

/** The places and totals that a message tells. */
export function rankingIn(result: string): Recorded['ranking'] {
  const totals = valuesIn(result, 'publish.points').map(({ total = '' }) => total.replace(',', '.'));
  const places = [...result.matchAll(/^(\d+)\.\D*?([A-Z]{2}-\d{2,})/gm)];
  return places.map(([, place, code = ''], index) => ({
    place: Number(place),
    code,
    total: totals[index] ?? '',
  }));
}
