import type { BotId, ChatId, Reply, Styled, Update } from '../../chat.js';
import { anything, collection, count, moment, perhapsMoment, perhapsText, text, yes } from '../collection.js';
import type { ContestId } from './contests.js';
import type { PersonId } from './people.js';

/* What is heard and said, and what must outlive the process. */

/** An update that was taken in. `order` is the order of arrival; `receivedAt` is what deadlines go by. */
export type StoredUpdate = Omit<Update, 'id'> & {
  _id: string;
  order: number;
  receivedAt: Date;
  state: 'waiting' | 'done' | 'failed';
  tries: number;
  /** Not before this moment (wall clock), after a failure. */
  retryAt: Date | null;
  trouble: string | null;
};

export const updates = collection<StoredUpdate>(
  'updates',
  {
    _id: text,
    chat: text,
    group: yes,
    from: anything,
    sentAt: moment,
    event: anything,
    order: count,
    receivedAt: moment,
    state: text,
    tries: count,
    retryAt: perhapsMoment,
    trouble: perhapsText,
  },
  [
    [
      { chat: 1, order: 1 },
      { partialFilterExpression: { state: 'waiting' }, name: 'waiting' },
    ],
  ],
);

/** Something to be said. Its key says what it means, so that adding it twice adds it once. */
export type Letter = {
  _id: string;
  chat: ChatId;
  bot: BotId;
  contest: ContestId | null;
  reply: Reply;
  /** Order within a chat: the order of the update it answers, then its place among that turn's letters. */
  order: number;
  part: number;
  dueAt: Date;
  state: 'waiting' | 'sent' | 'parked' | 'gone' | 'withdrawn';
  /**
   * The reminder that it is: whether it is still owed is asked again right before it is sent. Taken away from a
   * letter that was lost, once its person is reminded elsewhere.
   */
  reminder?: string;
  /** The announcement that it is part of: what it says is asked again right before it is sent. */
  announcement?: string;
  /** Withdrawn for good: by then its reader had done what it was about, or wanted no reminders. */
  needless?: true;
  /** It gives way to all letters that are not, also in its own chat: nobody waits for an answer behind it. */
  patient?: true;
  tries: number;
  /** How many of its messages have been accepted already (a long reply is several). */
  sentParts: number;
  sentAt: Date | null;
  trouble: string | null;
};

export const letters = collection<Letter>(
  'letters',
  {
    _id: text,
    chat: text,
    bot: text,
    contest: perhapsText,
    reply: anything,
    order: count,
    part: count,
    dueAt: moment,
    state: text,
    reminder: { type: String },
    announcement: { type: String },
    needless: { type: Boolean },
    patient: { type: Boolean },
    tries: count,
    sentParts: count,
    sentAt: perhapsMoment,
    trouble: perhapsText,
  },
  [
    [
      { bot: 1, patient: 1, order: 1, part: 1 },
      { partialFilterExpression: { state: 'waiting' }, name: 'waitingByPatience' },
    ],
    [
      { announcement: 1, state: 1 },
      { partialFilterExpression: { announcement: { $exists: true } }, name: 'ofAnnouncement' },
    ],
    [{ chat: 1, order: 1, part: 1 }, {}],
    // Of the messenger that counts a month's messages.
    [
      { bot: 1, sentAt: 1 },
      { partialFilterExpression: { bot: { $gte: 'zalo:', $lt: 'zalo;' } }, name: 'sentWhereCounted' },
    ],
    // What no messenger took.
    [
      { state: 1, chat: 1, order: 1 },
      { partialFilterExpression: { state: 'parked' }, name: 'parked' },
    ],
    // Reminders that no messenger took.
    [{ state: 1 }, { partialFilterExpression: { reminder: { $exists: true } }, name: 'reminders' }],
  ],
);

/**
 * What somebody said of which it isn't clear what it answers: the update that brought it, which alone keeps its words.
 * `under`: what had been asked more closely before. `command`: the one whose name these words are.
 */
export type Meant = { update: string; says: string | null; command?: string; under?: Progress['closer'] };

/** What a person has answered so far: plain data that survives a deploy and can be read by a human. */
export type Progress = {
  /** The update that began the form. */
  id: string;
  form: string;
  version: number;
  /** The step that has been asked. */
  step: string;
  answers: Record<string, unknown>;
  /** Names of the answered steps, in the order in which they were answered. */
  trail: string[];
  /** How many of them the command brought along; absent in progress from before that was kept. */
  given?: number;
  /** The command that began it, where one did. */
  command?: string;
  startedAt: Date;
  /** The form that gave way to this one, and goes on when it is over. */
  before?: Progress;
  /** What was asked more closely about the step: the question that is open. `meant`: whether that is its answer. */
  closer?: { text: Styled; choices: Menu['choices']; meant?: Meant };
  /** What had been answered when earlier answers were reopened, until they are given anew. */
  kept?: Pick<Progress, 'answers' | 'trail'>;
};

/**
 * What was offered last, so that a number, a label or a button can be understood. `at`: when; absent in offers from
 * before that was kept.
 */
export type Menu = { token: string; choices: { label: string; says: string }[]; at?: Date };

export type Chat = {
  _id: ChatId;
  bot: BotId;
  group: boolean;
  /** Whose private chat it is; `null` for groups. */
  person: PersonId | null;
  name: string;
  reachable: boolean;
  contest: ContestId | null;
  progress: Progress | null;
  menu: Menu | null;
  /** The update that was worked last. */
  turn: string | null;
  /**
   * The last one that was not passed over as sent twice, and a trace of its text: enough to see that another differs,
   * and too little to tell what it said. Absent in chats from before that was kept.
   */
  answered?: { turn: string; trace: string | null } | null;
  heardAt: Date | null;
  lease: { owner: string; until: Date } | null;
  /** The process that worked here last. */
  worker: string | null;
  /** The update that was taken in last, by whichever process. */
  newest: string | null;
};

export const chats = collection<Chat>(
  'chats',
  {
    _id: text,
    bot: text,
    group: yes,
    person: perhapsText,
    name: { type: String, default: '' },
    reachable: yes,
    contest: perhapsText,
    progress: anything,
    menu: anything,
    turn: perhapsText,
    answered: anything,
    heardAt: perhapsMoment,
    lease: anything,
    worker: perhapsText,
    newest: perhapsText,
  },
  [
    [{ person: 1 }, { partialFilterExpression: { group: false } }],
    // Groups that the assistant can't write to any more.
    [{ reachable: 1 }, { partialFilterExpression: { group: true, reachable: false }, name: 'lostGroups' }],
  ],
);

/** Who may send for a bot, or run a tick. `_id` names the thing that only one process may do. */
export type Lease = { _id: string; owner: string; until: Date };

export const leases = collection<Lease>('leases', { _id: text, owner: text, until: moment });

/** A picture or document of ours, under an unguessable id. */
export type StoredFile = { _id: string; bytes: Buffer; mime: string; name: string; at: Date };

export const files = collection<StoredFile>('files', {
  _id: text,
  bytes: { type: Buffer, required: true },
  mime: text,
  name: text,
  at: moment,
});

/** Small things that must outlive the process. */
export type Setting = { _id: string; value: string };

export const settings = collection<Setting>('settings', { _id: text, value: text });
