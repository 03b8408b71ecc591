import { type Key, words } from '../../src/words.js';
import { converse, type Reaction } from '../conversation.js';
import { says } from '../reading.js';
import type { Person } from '../stage.js';

/** An organizer who settles whatever else the plan leaves open, until nothing keeps a result back. */
export async function settlingTheRest(person: Person): Promise<void> {
  const typed = (text: string) => () => person.says(text);
  const first = () => person.says('1');
  const reactions: [Key, Reaction][] = [
    ['settle.check', () => person.chooses(words.plain('settle.yes'))],
    // What a result waits for is offered first.
    ['settle.pointAsk', first],
    ['settle.closeAsk', first],
    ['settle.basisAsk', first],
    ['settle.aggregateAsk', first],
    ['settle.criteriaAsk', typed('Nội dung: 40\nHình thức: 30\nHiệu quả: 30')],
    ['settle.tieAsk', typed('1 2')],
    ['settle.rateHow', typed('1 2')],
    ['settle.scaleHow', typed('cao nhất')],
    ['settle.quorumHow', typed('2')],
    ['settle.countHow', typed('2')],
    ['settle.sumHow', typed('3 triệu đồng')],
    ['settle.questionsHow', typed('30')],
    ['settle.minutesHow', typed('20')],
    ['settle.attemptsHow', typed('2')],
  ];
  const until: Key[] = ['settle.done', 'settle.doneNoGroups', 'settle.nothing', 'decide.already'];
  for (let left = true; left; ) {
    const heard = await converse(person.name, () => person.says('/quydinh'), { reactions, until });
    left = says(heard, 'settle.leftOver') || says(heard, 'decide.already');
  }
}
