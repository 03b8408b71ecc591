import { says, valuesIn } from './reading.js';
import type { Reckoned } from './reckoning.js';
import type { ContestRecord, Counts } from './record.js';

/** What a replay must end with. A finding is a key and what it fills in; none means that all is well. */
export type Finding =
  | { kind: 'count'; what: Counted; is: number; must: number }
  | { kind: 'groupsDiffer' }
  | { kind: 'groupShowsOther'; group: string }
  /** Places or totals that come out otherwise when they are worked out by hand. */
  | { kind: 'reckonedOtherwise'; codes: string[] }
  /** Reminders of what was done already, too many for one person on one day, or at night. */
  | { kind: 'reminded'; how: 'chased' | 'tooMany' | 'atNight'; which: string[] };

type Counted = Exclude<keyof Expected, 'ranking'> | 'ranking' | 'lost' | 'parked';

export type Expected = {
  registered: number;
  entries: number;
  /** Entries about which the screening has said nothing in the end. */
  unscreened: number;
  sheets: number;
  /** Entries that went up and were not taken back. */
  nominations: number;
  /** Closed lists, and the people on them. */
  lists: number;
  people: number;
  ranking: Reckoned;
};

export function findingsIn(
  recorded: ContestRecord,
  results: Record<string, string>,
  counts: Counts,
  expected: Expected,
): Finding[] {
  const { entries, sheets, ranking, lists } = recorded;
  const numbers = [
    { what: 'registered', is: recorded.registered, must: expected.registered },
    { what: 'entries', is: entries.length, must: expected.entries },
    { what: 'unscreened', is: entries.filter(isUnscreened).length, must: expected.unscreened },
    { what: 'sheets', is: sheets.length, must: expected.sheets },
    { what: 'nominations', is: recorded.nominations.length, must: expected.nominations },
    { what: 'lists', is: lists.length, must: expected.lists },
    { what: 'people', is: lists.reduce((sum, { people }) => sum + people, 0), must: expected.people },
    { what: 'ranking', is: ranking.length, must: expected.ranking.length },
    { what: 'lost', is: counts.lost, must: 0 },
    { what: 'parked', is: counts.parked, must: 0 },
  ] as const;
  const wrong = numbers.filter(({ is, must }) => is !== must);
  const kept = JSON.stringify(ranking);
  const others = Object.keys(results).filter(
    (group) => JSON.stringify(rankingIn(results[group] ?? '')) !== kept,
  );
  const elsewhere = differing(placesAndTotals(ranking), placesAndTotals(expected.ranking));
  return [
    ...wrong.map((number): Finding => ({ kind: 'count', ...number })),
    ...(new Set(Object.values(results).map(asRead)).size > 1 ? [{ kind: 'groupsDiffer' } as const] : []),
    ...others.map((group): Finding => ({ kind: 'groupShowsOther', group })),
    ...remindedWrongly(recorded),
    ...(elsewhere.length > 0 ? [{ kind: 'reckonedOtherwise', codes: elsewhere } as const] : []),
  ];
}

const remindedWrongly = ({ reminders }: ContestRecord): Finding[] =>
  (['chased', 'tooMany', 'atNight'] as const)
    .filter((how) => reminders[how].length > 0)
    .map((how) => ({ kind: 'reminded', how, which: reminders[how] }));

const isUnscreened = ({ state }: { state: string }): boolean =>
  state === 'screening' || state === 'needs_correction';

const placesAndTotals = (ranking: Reckoned): Map<string, string> =>
  new Map(ranking.map(({ place, code, total }) => [code, `${place}. ${total}`]));

/** The codes about which the two don't say the same. */
export const differing = (one: Map<string, string>, other: Map<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((code) => one.get(code) !== other.get(code));

/** A long message is split on its lines where a messenger takes less. */
const asRead = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The published result as a group saw it, put together again where it was split. */
export function resultIn(messages: readonly string[]): string {
  const from = messages.findLastIndex((text) => says(text, 'result.headline'));
  // A crash between sending and marking repeats a message.
  return from < 0
    ? ''
    : messages
        .slice(from)
        .filter((text, index, all) => text !== all[index - 1] && !says(text, 'result.pictureCaption'))
        .join('\n');
}

/** The places and totals that a message tells: who and where, perhaps a prize, the points, and the code. */
export const rankingIn = (result: string): Reckoned =>
  [...result.matchAll(/^(\d+)\. .+\n(?:.+\n)??(.+)\n([A-Z]+-\d{2,}), /gm)].map(
    ([, place, points = '', code = '']) => {
      const [told] = [...valuesIn(points, 'result.parts'), ...valuesIn(points, 'result.points')];
      return { place: Number(place), code, total: told?.total?.replace(',', '.') ?? '' };
    },
  );
