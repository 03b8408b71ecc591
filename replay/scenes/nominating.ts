import { selectionOf } from '../../src/domain/selection.js';
import { expecting } from '../acts/organizing.js';
import { nominating as nominatingEntry, readingRanking, takingBack } from '../acts/selecting.js';
import { type Company, maximaIn, stillIn } from '../company.js';
import { nominationsEach, nominationWindow } from '../contest.js';
import { at, type Scene, scene } from '../scene.js';

type Selection = Company['selections'][number];

/**
 * What each unit picked goes up: by the judges' ranking where there is one, otherwise as it sees fit. The
 * last of several sends one less than it may, as it happens.
 */
export function nominating(company: Company): Scene[] {
  const { contest, stage, organizer, selections, done, above } = company;
  const window = nominationWindow(contest, above?.contest ?? null);
  const most = nominationsEach(contest);
  const isByPoints = maximaIn(company) !== null;
  if (!window?.opens || most === null || selections.length === 0) return [];
  const { opens, closes } = window;
  const isWithin = selectionOf(contest.plan)?.receiver?.kind === 'within';
  const decision = (index: number) => ({
    number: `${index + 11}/QĐ-UBND`,
    day: written(at(opens, '00:00', -1)),
  });

  const chosenBy = async ({ coordinator, unit }: Selection): Promise<string[]> => {
    if (!isByPoints) {
      const own = stillIn(company).filter(
        ({ member }) => member && contest.units.isUnder(member.team.unit.code, unit.code),
      );
      return own.sort((one, other) => other.clip.quality - one.clip.quality).map(({ code }) => code);
    }
    const places = await readingRanking(coordinator);
    for (const { code, total } of places) done.unitTotals.set(code, total);
    return places.map(({ code }) => code);
  };

  const sending = async (selection: Selection, index: number, reached: () => void): Promise<void> => {
    const { coordinator } = selection;
    const codes = await chosenBy(selection);
    const isShort = selections.length > 1 && index === selections.length - 1;
    const picked = codes.slice(0, isShort ? most - 1 : most);
    const spare = codes[most];
    // Sends the wrong one first, and takes it back.
    if (index === 0 && spare !== undefined) {
      await nominatingEntry(coordinator, { code: spare, rank: 1, decision: decision(index) });
      await takingBack(coordinator, spare);
      // Its team stays registered there, although nothing of it takes part.
      if (above) above.done.registered += 1;
    }
    for (const [place, code] of picked.entries()) {
      const stepwise = index % 3 === 1 && place === 0;
      const about = { code, rank: place + 1, decision: decision(index) };
      const codeAbove = await nominatingEntry(coordinator, about, { stepwise });
      done.nominated.push(code);
      if (codeAbove) goesOn(code, codeAbove);
      reached();
    }
    if (index === 0 && spare !== undefined)
      await expecting(coordinator.says(`/cu ${spare} ${most + 1} 99/QĐ-UBND`), 'nominate.full');
  };

  /** With its team's registration. */
  function goesOn(code: string, codeAbove: string): void {
    const entry = done.entries.find((each) => each.code === code);
    if (!above || !entry) return;
    above.done.entries.push({ ...entry, code: codeAbove });
    above.done.registered += 1;
  }

  return [
    scene(
      at(opens, '09:00'),
      (reached) => stage.play(selections.map((selection, index) => () => sending(selection, index, reached))),
      selections.length * most - (selections.length > 1 ? 1 : 0),
    ),
    ...(isWithin
      ? [
          scene(at(closes, '08:00', 1), () =>
            stage.play([() => expecting(organizer.says('/tinhhinh'), 'received.sentOf')]),
          ),
        ]
      : []),
  ];
}

/** `20/9/2026` */
const written = (day: Date): string => {
  const [year, month, date] = new Date(day.getTime() + 7 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
    .map(Number);
  return `${date}/${month}/${year}`;
};
