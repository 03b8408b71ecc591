import { createHmac } from 'node:crypto';
import {
  type BotId,
  botOf,
  type ChatEvent,
  type ChatId,
  type Choice,
  type Platform,
  type Reply,
  type Styled,
} from './chat.js';
import type { FacebookPost } from './domain/facebookPosts.js';
import type { TableLine } from './domain/memberLists.js';
import type { Plan } from './domain/plan.js';
import type { Duty } from './domain/roles.js';
import type { Units } from './domain/units.js';
import type { Chat, ContestId, Letter, PersonId, Progress, StoredUpdate } from './store/documents.js';
import type { Store } from './store/store.js';
import type { Words } from './words.js';

/**
 * One piece of work: a person's turn, or a tick's. It gathers the letters to be sent, and gives ids and
 * codes that come out the same when the work is repeated after a crash.
 */
export type Work = {
  /** Names this work: the update's id, or what the tick is about. */
  id: string;
  now: Date;
  store: Store;
  t: Words;
  /**
   * Letters for anybody. `key` says what the letter means where it could be written twice by different work;
   * `reminder`: the reminder that it is; `announcement`: the announcement that it is part of.
   */
  tell(
    chat: ChatId,
    reply: Reply | Styled,
    options?: {
      key?: string;
      choices?: Offer[];
      reminder?: string;
      announcement?: string;
      patient?: boolean;
    },
  ): void;
  /** Where this person can be reached best, `null` if nowhere. */
  chatOf(person: PersonId): Promise<ChatId | null>;
  /** A code nobody can guess, the same each time this work asks for its `label`. */
  code(label: string): string;
  letters: Letter[];
  /** Done when the letters are safe: marks that something has been told. */
  afterwards(step: () => Promise<void>): void;
  marks: (() => Promise<void>)[];
  tools: Tools;
};

/** What a person does in a chat, and what is said back. */
export type Turn = Work & {
  update: StoredUpdate;
  chat: Chat;
  /** Who acts, also in a group. */
  person: PersonId;
  personName: string;
  /** What lies in the document that this update brought; `null`: it brought none that is read. */
  attachment: Attachment | null;
  /** The form that is half done and waits while another command is called. */
  aside?: Progress;
  say(text: Styled, choices?: Offer[]): void;
  reply(reply: Reply): void;
  /** The roles that this person holds in the contest now. */
  duties(contest: ContestId): Promise<Duty[]>;
};

/**
 * What lies in a document that somebody sent, as it was read before the turn: a table, or a text that can't
 * be one. `text`: a plain text as it was written, which a table may be too. `gone`: the messenger doesn't
 * hand it out.
 */
export type Attachment =
  | { kind: 'table'; lines: TableLine[]; text?: string }
  | { kind: 'text'; text: string }
  | {
      kind: 'unreadable';
      problem: 'notXlsx' | 'tooLarge' | 'notUtf8' | 'badQuotes' | 'gone';
      line: number | null;
      text?: string;
    };

/** Something to choose: pressing it, or typing its number or label, is the same as saying `says`. */
export type Offer = { label: string; says: string };

/** What a post has gathered, and when Facebook said so. */
export type PostCounts = { likes: number; shares: number; at: Date };

/**
 * Asks Facebook about posts: what each has, `null` for what could not be read now. `denied`: the page's token
 * is refused. `freeze`: the last moment at which it is worth asking. Never throws.
 */
export type ReadPosts = (
  posts: readonly FacebookPost[],
  freeze?: Date,
) => Promise<{
  counts: (PostCounts | null)[];
  denied: boolean;
}>;

export type Tools = {
  store: Store;
  /** What a chat is about that nothing has been said in yet. */
  defaultContest: ContestId;
  /** The list of units that a plan names: `vn-2023-three-tiers`. */
  units(list: string): Promise<Units>;
  /** The plans that are shipped; left out where nobody sets up a contest. */
  presets?(): Promise<Plan[]>;
  t: Words;
  /** Makes codes unguessable. */
  secret: string;
  /** Links that open a chat with each bot that runs. */
  bots: {
    id: BotId;
    platform: Platform;
    name: string;
    link(start?: string): string;
    monthlyQuota: number | null;
  }[];
  /** Where people of the other messenger can watch a chat video, `null` if they can't reach this computer. */
  watchAddress(entry: string): string | null;
  /** Where a calendar of this name can be subscribed to; left out or `null` where nobody could reach it. */
  calendarAddress?(name: string): string | null;
  /** Writes into the log what failed and yet holds nothing up. */
  warn?(error: unknown, what: string): void;
  /** For the tick that reads likes and shares; left out where no token of the fanpage is given. */
  facebook?: ReadPosts;
  /** Can a picture of ours be seen there? Left out: everywhere. One messenger fetches pictures from this computer. */
  canSee?(chat: ChatId): boolean;
  /** For the one way in, which asks before a turn begins; left out where no messenger hands files out. */
  readAttachment?(event: ChatEvent): Promise<Attachment | null>;
};

export async function beginTurn(
  tools: Tools,
  chat: Chat,
  update: StoredUpdate,
  attachment: Attachment | null = null,
): Promise<Turn> {
  const work = beginWork(tools, update._id, update.receivedAt, update.order);
  const turn: Turn = {
    ...work,
    update,
    chat,
    person: await whoActs(tools.store, chat, update),
    personName: update.from?.name ?? chat.name,
    attachment,
    say: (text, choices = []) => {
      work.tell(chat._id, text, { choices });
      if (choices.length > 0) chat.menu = { token: menuToken(work.id), choices, at: work.now };
    },
    reply: (reply) => work.tell(chat._id, reply),
    async duties(contest) {
      const held = { contest, person: turn.person, endedAt: null };
      const found = await tools.store.roles.find(held, { role: 1, unit: 1 }).sort({ since: 1 }).lean();
      return found.map(({ role, unit }) => ({ role, unit: unit ?? null }));
    },
  };
  return turn;
}

/** Whose private chat it is; in a group, whose private chat the sender's is, if he has ever opened it. */
async function whoActs(store: Store, chat: Chat, { from }: StoredUpdate): Promise<PersonId> {
  if (!chat.group) return chat.person ?? chat._id;
  if (!from) return chat._id;
  const own = await store.chats.findById(from.chat, { person: 1 }).lean();
  return own?.person ?? from.chat;
}

export function beginWork(tools: Tools, id: string, now: Date, order: number): Work {
  const letters: Letter[] = [];
  const marks: Work['marks'] = [];
  return {
    id,
    now,
    store: tools.store,
    t: tools.t,
    letters,
    marks,
    afterwards: (step) => void marks.push(step),
    tools,
    tell(chat, what, options = {}) {
      const reply: Reply = 'kind' in what ? what : { kind: 'text', text: what };
      if (options.choices && options.choices.length > 0 && (reply.kind === 'text' || reply.kind === 'video'))
        reply.choices = options.choices.map(({ label, says }, index) => ({
          label,
          data: choiceData(menuToken(id), index, says),
        }));
      const part = letters.length;
      const { key = `${id}/${part}`, reminder, announcement, patient = false } = options;
      letters.push(
        letter({
          ...{ key, chat, reply, now, order, part },
          ...(reminder && { reminder }),
          ...(announcement && { announcement }),
          ...{ patient },
        }),
      );
    },
    async chatOf(person) {
      const chat = await tools.store.chats
        .findOne({ person, group: false, reachable: true }, { _id: 1 })
        .sort({ heardAt: -1 })
        .lean();
      return chat?._id ?? null;
    },
    code: (label) => guardedCode(tools.secret, `${id}/${label}`),
  };
}

export function letter(about: {
  key: string;
  chat: ChatId;
  reply: Reply;
  now: Date;
  order: number;
  part: number;
  contest?: ContestId | null;
  reminder?: string;
  announcement?: string;
  /** It gives way to all that isn't, as reminders and announcements do. */
  patient?: boolean;
}): Letter {
  const bot: BotId = botOf(about.chat);
  return {
    _id: about.key,
    chat: about.chat,
    bot,
    contest: about.contest ?? null,
    reply: about.reply,
    order: about.order,
    part: about.part,
    dueAt: about.now,
    state: 'waiting',
    ...(about.reminder && { reminder: about.reminder }),
    ...(about.announcement && { announcement: about.announcement }),
    ...((about.patient || about.reminder || about.announcement) && { patient: true as const }),
    tries: 0,
    sentParts: 0,
    sentAt: null,
    trouble: null,
  };
}

/** Says which question a button belongs to, so that an old button is recognised. */
export const menuToken = (turn: string): string =>
  createHmac('sha256', 'menu').update(turn).digest('hex').slice(0, 10);

/** A command is carried whole and stays valid for ever; an answer belongs to its question. */
export function choiceData(token: string, index: number, says: string): Choice['data'] {
  return says.startsWith('/') && Buffer.byteLength(says) <= 64 ? says : `${token}:${index}`;
}

/** Letters and digits that can't be mistaken for each other when read aloud or copied by hand. */
const ALPHABET = 'ABCDEFGHJKMNPQRTUVWXY346789';

function guardedCode(secret: string, label: string): string {
  const digest = createHmac('sha256', secret).update(label).digest();
  return Array.from(digest.subarray(0, 8), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
