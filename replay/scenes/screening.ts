import { screeningOf } from '../../src/domain/plan.js';
import { expecting } from '../acts/organizing.js';
import { correcting, screening as screeningEntries } from '../acts/screening.js';
import type { Fate } from '../clips.js';
import type { Company } from '../company.js';
import { at, BRISK, type Scene, scene } from '../scene.js';

/** Every entry is looked at; what is sent back is corrected and looked at again, or lapses. */
export function screening(company: Company): Scene[] {
  const { contest, stage, screeners, done } = company;
  const rules = screeningOf(contest.plan);
  const window = rules && contest.windows[rules.window];
  if (!window?.opens || screeners.length === 0) return [];
  const { opens } = window;
  /** What has come in again is right now. */
  const corrected = new Set<string>();
  const ballotFor = (code: string): Fate => {
    const entry = done.entries.find((each) => each.code === code);
    return entry && !corrected.has(code) ? entry.clip.fate : 'passes';
  };
  const looking = (): Promise<void> =>
    stage.play(
      screeners.map((screener) => () => screeningEntries(screener, ballotFor)),
      BRISK,
    );

  return [
    scene(at(opens, '20:00', -1), () =>
      stage.play(
        screeners
          .slice(0, 1)
          .map((screener) => () => expecting(screener.types('thẩm định'), 'screen.notYet')),
      ),
    ),
    scene(at(opens, '08:00'), looking),
    scene(at(opens, '19:30', 1), async () => {
      const owing = done.entries.filter(({ clip }) => clip.fate === 'corrected');
      await stage.play(
        owing.map(({ code, clip, member }) => async () => {
          if (member) await correcting(member.person, member.team, { ...clip, code });
          corrected.add(code);
        }),
        BRISK,
      );
    }),
    scene(at(opens, '08:00', 2), looking),
  ];
}
