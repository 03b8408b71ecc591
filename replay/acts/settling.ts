import { type Key, words } from '../../src/words.js';
import { converse, type Reaction } from '../conversation.js';
import type { Person } from '../person.js';
import type { Settlement } from '../playbill.js';
import { says } from '../reading.js';
import { expecting } from './organizing.js';

/** What the plan leaves open, settled before it is needed and for all to see. */
export async function settlingRubric(person: Person, maxima: readonly number[]): Promise<void> {
  await expecting(person.says(`/thangdiem ${maxima.slice(1).join(' ')}`), 'settle.rubricCount');
  await settling(person, `/thangdiem ${maxima.join(' ')}`);
}

/** How many look at an entry: one, or most of several. */
export const settlingScreeners = (person: Person, count: number): Promise<void> =>
  settling(person, `/sothamdinh ${count}`);

async function settling(person: Person, command: string): Promise<void> {
  await converse(person.name, () => person.says(command), {
    reactions: [
      ['settle.check', () => person.chooses(words.plain('settle.yes'))],
      ['settle.stepHow', () => person.says('1')],
    ],
    until: ['settle.done', 'settle.doneNoGroups'],
  });
}

/** Settles whatever else is open, one point after the other, until nothing keeps a result back. */
export async function settlingTheRest(person: Person, settlement: Settlement): Promise<void> {
  const { criteria = [], ties = [], likes = [1, 2], quorum = 2, prizes = 2 } = settlement;
  const typed = (text: string) => () => person.says(text);
  const first = () => person.says('1');
  const reactions: [Key, Reaction][] = [
    ['settle.check', () => person.chooses(words.plain('settle.yes'))],
    // What a result waits for is offered first.
    ['settle.pointAsk', first],
    ['settle.closeAsk', first],
    ['settle.basisAsk', first],
    ['settle.aggregateAsk', first],
    ['settle.criteriaAsk', typed(criteria.map(({ label, max }) => `${label}: ${max}`).join('\n'))],
    ['settle.stepHow', first],
    ['settle.tieAsk', typed(ties.join(' '))],
    ['settle.rateHow', typed(likes.join(' '))],
    ['settle.scaleHow', typed('cao nhất')],
    ['settle.quorumHow', typed(String(quorum))],
    ['settle.prizesAsk', typed(`Các giải khác: ${prizes} giải, 3 triệu đồng`)],
    ['settle.countHow', typed(String(prizes))],
    ['settle.sumHow', typed('3 triệu đồng')],
  ];
  const until: Key[] = ['settle.done', 'settle.doneNoGroups', 'settle.nothing', 'decide.already'];
  for (let left = true; left; ) {
    const heard = await converse(person.name, () => person.says('/quydinh'), { reactions, until });
    left =
      says(heard, 'settle.leftOver') ||
      says(heard, 'settle.leftOverBlocking') ||
      says(heard, 'decide.already');
  }
}
