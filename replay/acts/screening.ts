import { words } from '../../src/words.js';
import type { Team } from '../cast.js';
import { type Clip, type Fate, linkOf } from '../clips.js';
import { converse, type Heard } from '../conversation.js';
import type { Person } from '../person.js';
import { codeOfEntryIn } from '../reading.js';
import { replacing } from './submitting.js';

/** How long an author gets for a correction. */
const LIMIT = '2 ngày';

/** A screener takes one entry after another, until none is left for him. Which ones depends on the others. */
export async function screening({ alone: person }: Person, ballotFor: (code: string) => Fate): Promise<void> {
  const t = words.plain;
  const next = (): Promise<Heard> => person.types('thẩm định');
  const first = (): Promise<Heard> => person.chooses(person.offers()[0] ?? '');
  let code = '';

  await converse(person.name, next, {
    reactions: [
      ['screen.ask', (text) => verdict(text)],
      ['screen.itemAsk', () => first()],
      ['screen.wordsAsk', () => person.says('[mẫu] Hình bị mờ ở phút thứ hai, xin gửi bản rõ hơn')],
      ['screen.limitAsk', () => person.says(LIMIT)],
      ['screen.reasonAsk', () => first()],
      ['screen.noteAsk', () => first()],
      ['screen.checkPass', () => person.chooses(t('screen.yes'))],
      ['screen.checkBack', () => person.chooses(t('screen.yes'))],
      ['screen.checkReject', () => person.chooses(t('screen.yes'))],
      // Somebody else has decided while this one was looking.
      ['screen.decided', () => next()],
      ['common.rejectedEntry', () => next()],
      ['screen.left', () => next()],
    ],
    until: ['screen.noneLeft'],
  });

  function verdict(text: string): Promise<Heard> {
    code = codeOfEntryIn(text.slice(text.lastIndexOf(asking)));
    switch (ballotFor(code)) {
      case 'passes':
        return person.chooses(t('screen.pass'));
      case 'corrected':
      case 'lapses':
        return person.chooses(t('screen.sendBack'));
      case 'rejected':
        return person.chooses(t('screen.reject'));
    }
  }
}

const asking = words.plain('screen.askPlain', { code: '' }).split('  ')[0] ?? '';

/** What was sent back comes in again, although the intake is closed. */
export const correcting = (person: Person, team: Team, clip: Clip & { code: string }): Promise<void> =>
  replacing(person, team, clip.code, { ...clip, video: linkOf(`${clip.code.toLowerCase()}-ban-sua`) });
