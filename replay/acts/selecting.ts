import { words } from '../../src/words.js';
import { converse } from '../conversation.js';
import type { Person } from '../person.js';
import { codeOfEntryIn, valuesIn } from '../reading.js';

/** What a coordinator does: see what the judges of his unit came to, and send up what was picked. */

/** Once everything is scored the judging of a unit may end before its window. */
export async function lockingScores(person: Person): Promise<void> {
  await converse(person.name, () => person.says('/chotcham'), {
    reactions: [['selection.lockSure', () => person.chooses(words.plain('selection.lockYes'))]],
    until: ['selection.locked'],
  });
}

export type UnitPlace = { place: number; code: string; total: string };

/** The ranking of his unit, as he reads it. */
export async function readingRanking(person: Person): Promise<UnitPlace[]> {
  const heard = await person.says('/xephang');
  const text = heard.join('\n');
  return [...valuesIn(text, 'selection.place'), ...valuesIn(text, 'selection.sharedPlace')].map(
    ({ place, entry = '', total = '' }) => ({
      place: Number(place),
      code: codeOfEntryIn(entry),
      total: total.replace(',', '.'),
    }),
  );
}

/** As it is typed: `15/QĐ-UBND`, `20/9/2026`. */
export type Decision = { number: string; day: string };

/** In one line or question by question. Answers the code under which it goes on, where that is another one. */
export async function nominating(
  person: Person,
  { code, rank, decision }: { code: string; rank: number; decision: Decision },
  { stepwise = false } = {},
): Promise<string | null> {
  const { number, day } = decision;
  const begin = stepwise ? `/cu ${code}` : `/cu ${code} ${rank} ${number} ngày ${day}`;
  const done = await converse(person.name, () => person.says(begin), {
    reactions: [
      ['nominate.rankAsk', () => person.says(String(rank))],
      ['nominate.decisionAsk', () => person.says(number)],
      ['nominate.dayAsk', () => person.says(day)],
      ['nominate.reasonAsk', () => person.says('[mẫu] Ban Tổ chức ở cơ sở thống nhất')],
      // Its place above is numbered in the order in which entries come in.
      ['nominate.check', () => person.alone.chooses(words.plain('nominate.yes'))],
    ],
    until: ['nominate.done', 'nominate.doneAbove'],
  });
  const [above] = valuesIn(done, 'nominate.doneAbove');
  return above?.code ?? null;
}

export async function takingBack(person: Person, code: string): Promise<void> {
  await converse(person.name, () => person.says(`/rutcu ${code} [mẫu] Ghi nhầm bài`), {
    reactions: [['nominate.backSure', () => person.chooses(words.plain('nominate.backYes'))]],
    until: ['nominate.backDone'],
  });
}
