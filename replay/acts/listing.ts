import { words } from '../../src/words.js';
import { converse, type Heard } from '../conversation.js';
import type { Person } from '../person.js';

/** Names go in as they are kept at home: pasted in two messages, or as a table where files pass. */
export async function listing(
  person: Person,
  people: readonly string[],
  { inFile, hasSlip }: { inFile: boolean; hasSlip: boolean },
): Promise<void> {
  const half = Math.ceil(people.length / 2);
  const phoneOf = (index: number) => `0905${person.chance.whole(100, 999)}${String(index).padStart(3, '0')}`;
  const line = (name: string, index: number) => `${index + 1}. ${name} - ${phoneOf(index)}`;
  const pasted = (some: readonly string[]) => some.map(line).join('\n');
  const wrong = hasSlip ? '\n99. Nguyễn Sai Số - 09051' : '';

  const sendsFirst = (): Promise<Heard> =>
    inFile && person.platform === 'telegram'
      ? person.sends({ kind: 'document', name: 'danh-sach.csv', content: asTable(people) })
      : person.says(`DANH SÁCH\n\n${pasted(people.slice(0, half))}${wrong}`);

  await converse(person.name, () => person.says('/danhsach'), {
    reactions: [
      [
        'list.readSome',
        (_text, time) =>
          time === 1 && !(inFile && person.platform === 'telegram')
            ? person.says(pasted(people.slice(half)))
            : person.chooses(words.plain('list.add')),
      ],
      ['list.pasteAsk', () => sendsFirst()],
    ],
    until: ['list.added'],
  });
}

/** As a spreadsheet writes it. */
const asTable = (people: readonly string[]): Buffer =>
  Buffer.from(
    ['STT;Họ và tên;Chức vụ', ...people.map((name, index) => `${index + 1};${name};Tổ viên`)].join('\n'),
  );

export async function closingByHand(person: Person): Promise<void> {
  await converse(person.name, () => person.says('/chotdanhsach'), {
    reactions: [['list.closeAsk', () => person.chooses(words.plain('list.closeYes'))]],
    until: ['list.closedTitle'],
  });
}
