import { judging, type ScoringStyle, sheetsOf } from '../acts/judging.js';
import { expecting, inviting, joining } from '../acts/organizing.js';
import { lockingScores } from '../acts/selecting.js';
import { type Company, maximaIn, stillIn } from '../company.js';
import { selectionRound } from '../contest.js';
import type { Person } from '../person.js';
import { at, BRISK, type Scene, scene } from '../scene.js';

const STYLES: ScoringStyle[] = ['command', 'together'];

type Selection = Company['selections'][number];

/** Each unit's own jury scores what its communes sent; half of the units close as soon as they are through. */
export function selecting(company: Company): Scene[] {
  const { contest, bill, stage, selections, done } = company;
  const round = selectionRound(contest);
  const window = round && contest.windows[round.window];
  const maxima = maximaIn(company);
  const [first, second] = selections;
  if (!window?.opens || !maxima || !first || !second) return [];
  const { opens, closes } = window;
  const everybody = selections.flatMap((selection) =>
    selection.judges.map((judge, index) => ({ judge, index, selection })),
  );
  const own = ({ unit }: Selection) =>
    stillIn(company).filter(
      ({ member }) => member && contest.units.isUnder(member.team.unit.code, unit.code),
    );

  const scoring = async (
    { judge, index, selection }: { judge: Person; index: number; selection: Selection },
    onScored: () => void,
  ): Promise<void> => {
    const entries = own(selection).map(({ code, clip }) => ({ code, quality: clip.quality }));
    const sheets = sheetsOf(entries, maxima, judge.chance.apart('sheets'));
    done.selectionSheets.set(judge.name, sheets);
    await judging(judge, sheets, { style: STYLES[index % STYLES.length] ?? 'command', onScored });
  };

  return [
    scene(at(new Date(bill.begins), '08:00', 1), async () => {
      const invited: [Person, string][] = [];
      await stage.play(
        selections.map(({ coordinator, judges }) => async () => {
          for (const judge of judges)
            invited.push([judge, await inviting(coordinator, `giám khảo ${judge.name}`)]);
        }),
      );
      await stage.play(
        invited.map(
          ([judge, code]) =>
            () =>
              joining(judge, code),
        ),
      );
    }),
    scene(
      at(opens, '07:45'),
      async (reached) => {
        const [stranger] = first.judges;
        const code = own(second)[0]?.code;
        if (stranger && code)
          await stage.play([
            () => expecting(stranger.says(`/cham ${code} ${maxima.join(' ')}`), 'score.otherUnit'),
          ]);
        await stage.play(
          everybody.map((each) => () => scoring(each, reached)),
          BRISK,
        );
      },
      (bill.entries * everybody.length) / selections.length,
    ),
    scene(at(closes, '09:00', -2), async () => {
      await stage.play([() => expecting(first.coordinator.says('/xephang'), 'selection.notYet')]);
      await stage.play(
        selections
          .filter((_, index) => index % 2 === 1)
          .map(
            ({ coordinator }) =>
              () =>
                lockingScores(coordinator),
          ),
      );
    }),
  ];
}
