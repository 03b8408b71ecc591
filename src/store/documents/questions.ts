import { anything, collection, count, moment, perhapsText, text } from '../collection.js';
import type { ContestId } from './contests.js';
import type { PersonId } from './people.js';

/** What somebody asked the secretariat. `_id`: `<contest>/<the update that asked>`. */
export type Question = {
  _id: string;
  contest: ContestId;
  number: number;
  /** `CH-01` */
  code: string;
  person: PersonId;
  /** As the secretariat knows him: "Trần Bình, Tổ Hành Thuận". */
  name: string;
  text: string;
  at: Date;
  /** One of his places for questions that wait, a unique key; `null` once it is answered. */
  slot: string | null;
  answer: { text: string; by: PersonId; at: Date; turn: string } | null;
  /** As everybody may read it: perhaps worded anew, and never with a name. */
  shown: { text: string; by: PersonId; at: Date } | null;
};

export const questions = collection<Question>(
  'questions',
  {
    _id: text,
    contest: text,
    number: count,
    code: text,
    person: text,
    name: text,
    text,
    at: moment,
    slot: perhapsText,
    answer: anything,
    shown: anything,
  },
  [
    [
      { contest: 1, number: 1 },
      { unique: true, name: 'numberOfQuestion' },
    ],
    [
      { slot: 1 },
      { unique: true, name: 'slotOfQuestion', partialFilterExpression: { slot: { $type: 'string' } } },
    ],
  ],
);
