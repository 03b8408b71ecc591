import type { ChatId } from '../../chat.js';
import type { GroupPurpose } from '../../domain/groups.js';
import type { Hold, RoleName } from '../../domain/roles.js';
import { anything, collection, moment, perhapsMoment, perhapsText, text } from '../collection.js';
import type { ContestId } from './contests.js';

/* Who takes part, and who does what. */

/**
 * The id of a private chat in which the assistant met this person first. He may have other chats by now:
 * whose a chat is, the chat says. Somebody for whom a coordinator acts, and who has none, has an id that
 * follows from his phone number.
 */
export type PersonId = string;

export type Person = {
  _id: PersonId;
  name: string;
  phone: string | null;
  createdAt: Date;
  /**
   * What he is in every contest. Whatever excludes something else is claimed here first, in one
   * compare-and-set on `version`: absent until the first claim, which gathers what there is.
   */
  holds?: Hold[];
  version: number;
  /** Those who turned out to be the same person. Whoever has taken somebody in is nobody else himself. */
  joined: PersonId[];
  /** He was met under another id before, which stands for him since. */
  mergedInto: PersonId | null;
  /** Since when he wants no reminders; absent or `null`: he gets them. */
  remindersOff?: Date | null;
};

export const people = collection<Person>(
  'people',
  {
    _id: text,
    name: text,
    phone: perhapsText,
    createdAt: moment,
    holds: { type: [anything], default: undefined },
    version: { type: Number, default: 0 },
    joined: [String],
    mergedInto: perhapsText,
    remindersOff: { type: Date },
  },
  [[{ phone: 1 }, { partialFilterExpression: { phone: { $type: 'string' } } }]],
);

/** A role is ended, never erased. `_id`: `<contest>/<the code that gave it>`. */
export type Role = {
  _id: string;
  contest: ContestId;
  person: PersonId;
  role: RoleName;
  /** The unit that a coordinator answers for, or whose selection a judge sits in. */
  unit: string | null;
  name: string;
  since: Date;
  /** Who invited him; `null`: the operator. */
  by: PersonId | null;
  /** `<contest>/<role>/<unit>/<person>`: unique, so that nobody holds it twice. `null` once ended. */
  held: string | null;
  endedAt: Date | null;
  endedBy: PersonId | null;
  endReason: string | null;
  /** The role that ended before, and in whose place this one is held. */
  replaces?: string | null;
};

export const roles = collection<Role>(
  'roles',
  {
    _id: text,
    contest: text,
    person: text,
    role: text,
    unit: perhapsText,
    name: text,
    since: moment,
    by: perhapsText,
    held: perhapsText,
    endedAt: perhapsMoment,
    endedBy: perhapsText,
    endReason: perhapsText,
    replaces: { type: String },
  },
  [
    [{ contest: 1, role: 1 }, {}],
    [{ person: 1 }, {}],
    [{ held: 1 }, { unique: true, name: 'held', partialFilterExpression: { held: { $type: 'string' } } }],
  ],
);

/** A one-time code: whoever types it gets the role, binds the group, links his chat, or takes his team over. `_id` is the code. */
export type Code = {
  _id: string;
  /** `null`: a person's own code, for none in particular. */
  contest: ContestId | null;
  purpose: RoleName | 'group' | 'link' | 'team';
  /** For a coordinator, or a judge of a unit's selection. */
  unit: string | null;
  /** Whose team is taken over with it: the registration's id. */
  team?: string | null;
  /** In whose place: the role that ended. */
  replaces?: string | null;
  /** The unit that a judge comes from: he scores none of its entries. */
  home?: string | null;
  /** What the group is for that it binds; absent: for everybody. */
  groupPurpose?: GroupPurpose;
  name: string | null;
  by: PersonId | null;
  createdAt: Date;
  expiresAt: Date | null;
  usedBy: ChatId | null;
  usedAt: Date | null;
  /** Taken back before anybody had used it: `usedBy` is who did that, and it is nobody's. */
  revokedAt?: Date | null;
};

export const codes = collection<Code>('codes', {
  _id: text,
  contest: perhapsText,
  purpose: text,
  unit: perhapsText,
  team: perhapsText,
  replaces: { type: String },
  home: { type: String },
  groupPurpose: { type: String },
  name: perhapsText,
  by: perhapsText,
  createdAt: moment,
  expiresAt: perhapsMoment,
  usedBy: perhapsText,
  usedAt: perhapsMoment,
  revokedAt: { type: Date },
});

/** A group that gets what its purpose says of this contest. `_id`: `<contest>/<chat>`. */
export type Group = {
  _id: string;
  contest: ContestId;
  chat: ChatId;
  title: string;
  /** Absent: for everybody, as before there were several. */
  purpose?: GroupPurpose;
  /** Whose group it is, where it is a unit's. */
  unit?: string | null;
  by: PersonId;
  since: Date;
  /** Since when it gets nothing any more; absent or `null`: it does. */
  endedAt?: Date | null;
  endedBy?: PersonId | null;
  /** The turn that ended it. */
  endedTurn?: string | null;
  /** When it was noticed that nothing can be written there. */
  lostAt?: Date | null;
};

export const groups = collection<Group>(
  'groups',
  {
    _id: text,
    contest: text,
    chat: text,
    title: { type: String, default: '' },
    purpose: { type: String },
    unit: perhapsText,
    by: text,
    since: moment,
    endedAt: perhapsMoment,
    endedBy: perhapsText,
    endedTurn: perhapsText,
    lostAt: perhapsMoment,
  },
  [
    [{ contest: 1 }, {}],
    [{ chat: 1 }, {}],
  ],
);
