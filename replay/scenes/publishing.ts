import { expecting, publishing as publishingResults } from '../acts/organizing.js';
import { type Company, isRanked } from '../company.js';
import { at, type Scene, scene } from '../scene.js';

/** The result, on the day of the decision or of the awards. */
export function publishing(company: Company): Scene[] {
  const { contest, stage, organizer, member, groups, late } = company;
  const day = (contest.windows.decision ?? contest.windows.awards)?.closes;
  if (!isRanked(company) || !day) return [];
  return [
    scene(
      at(day, '16:00'),
      async (reached) => {
        await stage.play([
          async () => {
            await expecting(member.saysIn(groups.zalo, '/ketqua'), 'result.notYet');
            await publishingResults(organizer);
            reached();
          },
        ]);
        await stage.play([
          () => organizer.chatsIn(groups.telegram, 'Chúc mừng các đội!').then(() => {}),
          ...(late ? [() => expecting(late.person.types('kết quả'), 'result.headline')] : []),
        ]);
      },
      1,
    ),
  ];
}
