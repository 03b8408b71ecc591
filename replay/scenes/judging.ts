import {
  changingAScore,
  judging as judgingEntries,
  type ScoringStyle,
  scoringInGroup,
  sheetsOf,
} from '../acts/judging.js';
import { expecting } from '../acts/organizing.js';
import { type Company, inFinal, maximaIn } from '../company.js';
import type { Person } from '../person.js';
import { at, BRISK, type Scene, scene } from '../scene.js';

const STYLES: ScoringStyle[] = ['command', 'together', 'oneByOne'];

/** What the last judge scores only after he was reminded. */
const LEFT_FOR_LATER = 3;

/** The last round: too early, in time, once more, on the last day, and too late. */
export function judging(company: Company): Scene[] {
  const { contest, stage, judges, groups, organizer, bill, done } = company;
  const { judging: window } = contest.windows;
  const [first, second] = judges;
  const last = judges.at(-1);
  if (!window?.opens || !first || !second || !last) return [];
  const { opens, closes } = window;
  const eve = scene(at(opens, '20:00', -1), () =>
    stage.play([() => expecting(first.types('chấm'), 'score.notYet')]),
  );
  const maxima = maximaIn(company);
  if (!maxima) return [];

  const codes = () => inFinal(company).map(({ code }) => code);
  const scoring = (judge: Person, index: number, about: { stopAfter?: number; onScored: () => void }) =>
    judgingEntries(judge, done.sheets.get(judge.name) ?? new Map(), {
      style: STYLES[index % STYLES.length] ?? 'command',
      overshootsOnce: index === 2,
      hesitatesOnce: index === 1,
      ...about,
    });

  return [
    eve,
    scene(
      at(opens, '07:45'),
      async (onScored) => {
        const entries = inFinal(company).map(({ code, clip }) => ({ code, quality: clip.quality }));
        for (const judge of judges)
          done.sheets.set(judge.name, sheetsOf(entries, maxima, judge.chance.apart('sheets')));
        await stage.play(
          judges.map((judge, index) => async () => {
            if (judge === first && first.platform === 'telegram')
              await scoringInGroup(judge, groups.telegram, codes()[0] ?? '');
            const stopAfter = judge === last ? { stopAfter: entries.length - LEFT_FOR_LATER } : {};
            await scoring(judge, index, { ...stopAfter, onScored });
          }),
          BRISK,
        );
      },
      bill.entries * judges.length - LEFT_FOR_LATER,
    ),
    scene(at(opens, '09:30', 1), () => stage.play([() => secondThoughts()])),
    scene(at(closes, '15:00', -1), () =>
      stage.play([() => expecting(organizer.types('công bố'), 'publish.judgingOpen', 'publish.votesOpen')]),
    ),
    // Reminded a day before the judging ends.
    scene(
      at(closes, '08:00'),
      (onScored) => stage.play([() => scoring(last, judges.length - 1, { onScored })], BRISK),
      LEFT_FOR_LATER,
    ),
    scene(at(closes, '08:00', 1), () =>
      stage.play([
        () => expecting(first.says(`/cham ${codes()[0]} ${maxima.map(() => 1).join(' ')}`), 'score.locked'),
      ]),
    ),
  ];

  async function secondThoughts(): Promise<void> {
    const own = done.sheets.get(second?.name ?? '');
    const code = codes()[4] ?? '';
    if (!own || !second || !maxima) return;
    const points = maxima.map((max) => Math.round(max * 0.82));
    await changingAScore(second, code, points);
    own.set(code, points);
  }
}
