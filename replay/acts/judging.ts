import type { EmulatedChat } from '../../emulator/index.js';
import { words } from '../../src/words.js';
import type { Chance } from '../chance.js';
import { converse, type Heard } from '../conversation.js';
import type { Person } from '../person.js';
import { says, valuesIn } from '../reading.js';

/** How a judge likes to score: by one command, by three numbers at once, or criterion by criterion. */
export type ScoringStyle = 'command' | 'together' | 'oneByOne';

export type Sheets = Map<string, readonly number[]>;

/** What a judge will find right: good clips get more, some judges give less, and none the same twice. */
export function sheetsOf(
  entries: readonly { code: string; quality: number }[],
  maxima: readonly number[],
  chance: Chance,
): Sheets {
  const severity = chance.number() * 0.06;
  return new Map(
    entries.map(({ code, quality }) => [
      code,
      maxima.map((max) => {
        const share = 0.74 + quality * 0.07 - severity + (chance.number() - 0.5) * 0.12;
        return Math.max(0, Math.min(max, Math.round(max * share)));
      }),
    ]),
  );
}

/** A judge scores what is left, and stops after so many if he means to go on another day. */
export async function judging(
  person: Person,
  sheets: Sheets,
  about: {
    style: ScoringStyle;
    stopAfter?: number;
    overshootsOnce?: boolean;
    hesitatesOnce?: boolean;
    onScored: () => void;
  },
): Promise<void> {
  const { style, stopAfter } = about;
  let { overshootsOnce = false, hesitatesOnce = false } = about;
  const pointsOf = (code: string) => sheets.get(code) ?? [];
  const inOneLine = (code: string) => pointsOf(code).join(person.chance.happens(0.3) ? '; ' : ' ');

  const next = (text: string): Promise<Heard> => {
    const [offer = ''] = /[A-Z]{2}-\d{2,}/.exec(text.slice(text.lastIndexOf(nextEntry))) ?? [];
    if (style === 'command' && offer) return person.says(`/cham ${offer} ${inOneLine(offer)}`);
    return style === 'together' && offer
      ? person.chooses(words.plain('score.next', { code: offer }))
      : person.types('chấm');
  };

  await converse(person.name, () => person.types('chấm'), {
    reactions: [
      [
        'score.pointsAsk',
        async (text) => {
          const [asked] = valuesIn(text, 'score.pointsAsk');
          if (!asked) throw new Error(`not a question about points: ${text}`);
          const { code = '', number, max } = asked;
          const points = pointsOf(code)[Number(number) - 1] ?? 0;
          if (overshootsOnce) {
            overshootsOnce = false;
            return person.says(String(Number(max) + 5));
          }
          return style === 'oneByOne' ? person.says(String(points)) : person.says(inOneLine(code));
        },
      ],
      [
        'score.readBack',
        async () => {
          const again = hesitatesOnce;
          hesitatesOnce = false;
          if (!again) about.onScored();
          return person.chooses(words.plain(again ? 'score.again' : 'score.yes'));
        },
      ],
      [
        'score.progress',
        async (text) => {
          const scored = Number(valuesIn(text, 'score.progress')[0]?.scored);
          return scored === stopAfter ? null : next(`${text}\n${person.offers().join('\n')}`);
        },
      ],
    ],
    until: ['score.allDone'],
  });
}

const nextEntry = words.plain('score.next', { code: '' }).trim();

/** Scored once more: the newer sheet takes the place of the older. */
export async function changingAScore(person: Person, code: string, points: readonly number[]): Promise<void> {
  await converse(person.name, () => person.says(`/cham ${code} ${points.join(' ')}`), {
    reactions: [['score.readBack', () => person.chooses(words.plain('score.yes'))]],
    until: ['score.allDone'],
  });
}

/** In a group the bot answers that this is for the private chat, and repeats nothing. */
export async function scoringInGroup(person: Person, group: EmulatedChat, code: string): Promise<void> {
  const heard = await person.saysIn(group, `/cham ${code} 40 30 30`);
  if (!heard.some((text) => says(text, 'group.privatePlease')))
    throw new Error(`a score in the group was answered with: ${heard.join(' / ')}`);
}
