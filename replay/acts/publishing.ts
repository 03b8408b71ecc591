import { words } from '../../src/words.js';
import { converse } from '../conversation.js';
import type { Person } from '../person.js';

/** The head judge looks at the ranking, thinks it over once, and proposes it. */
export async function proposing(person: Person): Promise<void> {
  await converse(person.name, () => person.says('/dexuat'), {
    reactions: [
      [
        'propose.sure',
        async (_text, time) => {
          if (time > 1) return person.chooses(words.plain('propose.yes'));
          await person.chooses(words.plain('propose.no'));
          return person.types('đề xuất');
        },
      ],
      ['propose.borderAsk', () => person.chooses(words.plain('propose.borderOpen'))],
      ['propose.borderTooFew', () => person.chooses(words.plain('propose.borderOpen'))],
      ['propose.remarkAsk', () => person.chooses(words.plain('propose.remarkNone'))],
    ],
    until: ['propose.done', 'propose.doneOwn', 'propose.waits'],
  });
}

/** The chair forgets the day of the paper at first. */
export async function approving(person: Person, paper: { number: string; day: string }): Promise<void> {
  await converse(person.name, () => person.says('/pheduyet'), {
    reactions: [
      ['approve.sureApprove', () => person.chooses(words.plain('approve.yes'))],
      ['approve.paperNoDay', () => person.says(`${paper.number} ${paper.day}`)],
      ['approve.decisionAsk', () => person.says(paper.number)],
    ],
    until: ['approve.done', 'approve.doneOwn', 'approve.already'],
  });
}

/** What was approved goes out. */
export async function publishing(person: Person): Promise<void> {
  await converse(person.name, () => person.says('/congbo'), {
    reactions: [['publish.preview', () => person.chooses(words.plain('publish.yes'))]],
    until: ['publish.done', 'publish.doneNoGroups', 'publish.already'],
  });
}
