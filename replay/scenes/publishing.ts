import { words } from '../../src/words.js';
import { expecting } from '../acts/organizing.js';
import { approving, proposing, publishing as publishingResults } from '../acts/publishing.js';
import { type Company, isRanked } from '../company.js';
import { at, type Scene, scene } from '../scene.js';

/** The result, on the day of the decision or of the awards: proposed, approved, published. */
export function publishing(company: Company): Scene[] {
  const { contest, stage, organizer, leaders, judges, member, groups, late } = company;
  const day = (contest.windows.decision ?? contest.windows.awards)?.closes;
  const [head] = judges;
  if (!isRanked(company) || !day || !leaders || !head) return [];
  const { chair, secretary } = leaders;
  const paper = { number: '15/QĐ-BTC', day: written(day) };
  return [
    scene(at(day, '14:00'), () =>
      stage.play([
        async () => {
          await expecting(secretary.says('/congbo'), 'publish.notProposed');
          await proposing(head);
          await expecting(organizer.says('/pheduyet'), 'permissions.only');
          await approving(chair, paper);
        },
      ]),
    ),
    scene(
      at(day, '16:00'),
      async (reached) => {
        await stage.play([
          async () => {
            await expecting(member.saysIn(groups.zalo, '/ketqua'), 'result.notYet');
            await publishingResults(secretary);
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

/** `2/10/2023`. */
const written = (day: Date): string => words.day(day).replace(/^.*, /, '');
