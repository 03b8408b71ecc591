import type { Member } from '../../domain/memberLists.js';
import { anything, collection, count, moment, perhapsText, text } from '../collection.js';
import type { ContestId } from './contests.js';
import type { PersonId } from './people.js';

/* Lists of people, as they stand and as they were closed. */

/** Those who take part in a component for a unit, as it stands. `_id`: `<contest>/<component>/<unit>`. */
export type StoredList = {
  _id: string;
  contest: ContestId;
  component: string;
  unit: string;
  members: Member[];
  /** Counts up with every change. */
  version: number;
  /** Who changed it when, by how many names, and how many there were afterwards. */
  changes: { turn: string; by: PersonId; at: Date; kind: ListChangeKind; count: number; total: number }[];
  /** The closing that found too few names on it. */
  short: { cause: string; count: number } | null;
};

export const lists = collection<StoredList>(
  'lists',
  {
    _id: text,
    contest: text,
    component: text,
    unit: text,
    members: [anything],
    version: count,
    changes: [anything],
    short: anything,
  },
  [[{ contest: 1, component: 1 }, {}]],
);

export type ListChangeKind = 'add' | 'replace' | 'remove';

/** A list as it was closed, never edited. `_id`: `<list>/<number>`. */
export type ListSnapshot = {
  _id: string;
  list: string;
  contest: ContestId;
  component: string;
  unit: string;
  number: number;
  members: Member[];
  /** SHA-256 of the members, written out. */
  digest: string;
  at: Date;
  /** `null`: the plan's day. */
  by: PersonId | null;
  /** What closed it, so that the same closing closes once. */
  cause: string;
};

export const listSnapshots = collection<ListSnapshot>(
  'listSnapshots',
  {
    _id: text,
    list: text,
    contest: text,
    component: text,
    unit: text,
    number: count,
    members: [anything],
    digest: text,
    at: moment,
    by: perhapsText,
    cause: text,
  },
  [
    [
      { list: 1, cause: 1 },
      { unique: true, name: 'cause' },
    ],
    [{ list: 1, number: -1 }, {}],
    [{ contest: 1, component: 1 }, {}],
  ],
);
