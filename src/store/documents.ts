import type { BotId, ChatFile, ChatId, Reply, Styled, Update } from '../chat.js';
import type { EntryState } from '../domain/entryStates.js';
import type { Extension } from '../domain/extensions.js';
import type { Member } from '../domain/memberLists.js';
import type { Move } from '../domain/moves.js';
import type { Acceptance } from '../domain/plan/acceptance.js';
import type { Hold, RoleName } from '../domain/roles.js';
import type { Acknowledgement, PublishedRules } from '../domain/rulesVersions.js';
import type { Ballot, Defect } from '../domain/screening.js';
import type { Unit } from '../domain/units.js';

export type { RoleName } from '../domain/roles.js';

/** What lies in the collections. Ids are derived from the update that made the document, or from meaning. */

/**
 * The id of a private chat in which the assistant met this person first. He may have other chats by now:
 * whose a chat is, the chat says. Somebody for whom a coordinator acts, and who has none, has an id that
 * follows from his phone number.
 */
export type PersonId = string;
export type ContestId = string;

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
  state: 'waiting' | 'sent' | 'parked' | 'gone';
  tries: number;
  /** How many of its messages have been accepted already (a long reply is several). */
  sentParts: number;
  sentAt: Date | null;
  trouble: string | null;
};

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
  startedAt: Date;
  /** The form that gave way to this one, and goes on when it is over. */
  before?: Progress;
  /** What was asked more closely about the step: the question that is open. */
  closer?: { text: Styled; choices: Menu['choices'] };
  /** What had been answered when earlier answers were reopened, until they are given anew. */
  kept?: Pick<Progress, 'answers' | 'trail'>;
};

/** What was offered last, so that a number, a label or a button can be understood. */
export type Menu = { token: string; choices: { label: string; says: string }[] };

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
  heardAt: Date | null;
  lease: { owner: string; until: Date } | null;
  /** The process that worked here last. */
  worker: string | null;
  /** The update that was taken in last, by whichever process. */
  newest: string | null;
};

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
};

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
};

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
  name: string | null;
  by: PersonId | null;
  createdAt: Date;
  expiresAt: Date | null;
  usedBy: ChatId | null;
  usedAt: Date | null;
};

/** A group that gets this contest's announcements and results. `_id`: `<contest>/<chat>`. */
export type Group = {
  _id: string;
  contest: ContestId;
  chat: ChatId;
  title: string;
  by: PersonId;
  since: Date;
};

/** Evidence that consent was given: which words, by whom, when, through which chat. `_id`: `<contest>/<update>`. */
export type Consent = {
  _id: string;
  contest: ContestId;
  person: PersonId;
  chat: ChatId;
  version: string;
  text: string;
  answer: string;
  /** The coordinator who stated that the person agrees; absent or `null`: he said so himself. */
  by?: PersonId | null;
  at: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  /** The consent in a contest below from which it was taken over; words, chat and moment are those of there. */
  origin?: { contest: ContestId; consent: string; version: string };
};

/** A person registers one team in a contest: a unique key. `_id`: `<contest>/<who registered it>`. */
export type Registration = {
  _id: string;
  contest: ContestId;
  person: PersonId;
  unit: string;
  /** The hamlet of the team, as it was typed; it counts for the unit. */
  hamlet?: string;
  /** The unit whose quota it counts against (2023: the district). */
  sender: string;
  team: string;
  contact: string;
  phone: string;
  /** The components it takes part in; absent where the contest leaves no choice. */
  components?: string[];
  /** How many people are registered for the parts that count them. */
  headcount?: number;
  /** The versions of the rules that were agreed to for this team, the newest last; absent before there were any. */
  rules?: Acknowledgement[];
  /** The coordinator who registered it for the team; absent or `null`: it registered itself. */
  by?: PersonId | null;
  /** What its coordinators say of it; absent or `null`: nothing yet, which keeps it from nothing. */
  confirmation?: Confirmation | null;
  /** Its coordinators need not be told of it any more. */
  told?: boolean;
  /** The contest below from which it was taken over. */
  origin?: ContestId;
  at: Date;
  turn: string;
};

/** The first word counts. `declined` stands only until the registration has been put away. */
export type Confirmation = {
  kind: 'confirmed' | 'declined';
  by: PersonId;
  at: Date;
  reason: string | null;
  turn: string;
};

/** A registration that was declined, as it was then. `_id`: `<its id>/<the update that declined it>`. */
export type DeclinedRegistration = Registration;

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

export type Video = { kind: 'file'; file: ChatFile } | { kind: 'link'; url: string; site: string | null };

/** `by`: the coordinator who handed it in for the author. */
export type EntryVersion = { title: string; video: Video; by?: PersonId; at: Date; turn: string };

/** `by`: who did it, `null` where it happened by itself. `reason`: in words, or a code of the plan's. */
export type StateChange = {
  from: EntryState;
  to: EntryState;
  at: Date;
  by: PersonId | null;
  reason: string | null;
  turn: string;
};

/** What a screener has said of a version; `version` counts those that were handed in until then. */
export type Verdict = Ballot & { screener: PersonId; version: number; at: Date; turn: string };

/** What an author was sent back with. `open` until it was corrected, or its lapse was told. */
export type Correction = { defects: Defect[]; since: Date; until: Date; open: boolean };

export type StoredEntry = {
  /** `<contest>/<update that submitted it>`. */
  _id: string;
  contest: ContestId;
  number: number;
  code: string;
  person: PersonId;
  /** The coordinator who handed it in for him; absent or `null`: he did himself. */
  by?: PersonId | null;
  unit: string;
  sender: string;
  team: string;
  /** `<contest>/<sender>/<n>`: unique, so that a quota holds under any rush. `null` once it takes no part. */
  slot: string | null;
  /** `<contest>/author/<person>/<n>`: the same for what one author may send. */
  authorSlot: string | null;
  state: EntryState;
  /** Every change of the state, the newest last. */
  history: StateChange[];
  /** Every word of every screener, the newest last. */
  verdicts: Verdict[];
  correction: Correction | null;
  title: string;
  video: Video;
  /** All versions that were handed in, the newest last. */
  versions: EntryVersion[];
  submittedAt: Date;
  /**
   * How many seconds after the common close its newest version came, and the extension that let it in;
   * neither in entries from before there was either.
   */
  lateBySeconds?: number;
  extension?: string | null;
  /** The entry of a lower contest that was sent up as this one. */
  origin?: Origin;
  turn: string;
};

/**
 * What keeps somebody from deciding about an entry, declared by himself: his own unit, or that he is close to
 * those who made it. `_id`: `<contest>/<update>`.
 */
export type Relation = {
  _id: string;
  contest: ContestId;
  person: PersonId;
  /** A unit, with all that lies in it, or one entry. */
  to: { unit: string } | { entry: string };
  words: string;
  at: Date;
};

/**
 * One of a judge for an entry in a round: a unique key. `_id`: `<contest>/<who filled it in>/<entry code>`,
 * in a selection `<contest>/<round>/<who filled it in>/<entry code>`. Points are decimal strings.
 */
export type Sheet = {
  _id: string;
  contest: ContestId;
  judge: PersonId;
  entry: string;
  /** The selection it belongs to; absent in those of the final. */
  round?: string;
  points: Record<string, string>;
  sum: string;
  at: Date;
  /** How often it was confirmed; a change before the lock counts up. */
  version: number;
  turn: string;
};

/** A unit's selection in which the judging ended before its window did. `_id`: `<contest>/<round>/<unit>`. */
export type Lock = {
  _id: string;
  contest: ContestId;
  round: string;
  unit: string;
  at: Date;
  by: PersonId;
};

/**
 * What a unit's selection sends up. `_id`: `<contest>/<receiving round>/<entry code>`. Taken back it keeps
 * who did it, when and why; an entry that is sent up once more keeps what was said the time before.
 */
export type Nomination = NominationWords & {
  _id: string;
  contest: ContestId;
  /** The round that receives it, here or in the contest above. */
  round: string;
  entry: string;
  /** The unit that sends it. */
  sender: string;
  /** `<contest>/<round>/<sender>/<n>`: unique, so that the quota holds under any rush. `null` once taken back. */
  slot: string | null;
  /** `<contest>/<round>/<sender>/rank/<rank>`: unique, since a sender ranks what it sends. `null` once taken back. */
  rankSlot: string | null;
  earlier: NominationWords[];
};

export type NominationWords = {
  rank: number;
  /** Number and day of the decision: `15/QĐ-UBND`, `2026-08-10`. */
  decision: string;
  day: string;
  by: PersonId;
  at: Date;
  turn: string;
  /** The entry that it became in the contest above. */
  above: Origin | null;
  withdrawnAt: Date | null;
  withdrawnBy: PersonId | null;
  withdrawnTurn: string | null;
  reason: string | null;
};

/** An entry of another contest. */
export type Origin = { contest: ContestId; code: string };

/** Engagement as read at one moment. `_id`: `<contest>/<update>`. */
export type Snapshot = {
  _id: string;
  contest: ContestId;
  entry: string;
  likes: number;
  shares: number;
  at: Date;
  by: PersonId;
};

/** A published result, never edited. `_id`: `<contest>/<version>`. */
export type Result = {
  _id: string;
  contest: ContestId;
  version: number;
  ranking: unknown;
  publishedAt: Date;
  by: PersonId;
  turn: string;
};

export type StoredContest = {
  _id: ContestId;
  /** Counts up with every change of the plan and of what was settled since: whoever has read this version needn't read again. */
  version: number;
  plan: unknown;
  decisions: { path: string; value: unknown; by: string; at: Date; note: string; turn: string }[];
  /** Absent in contests that were stored before anything could be moved, extended or accepted. */
  moves?: (Move & { turn: string })[];
  extensions?: Extension[];
  acceptances?: (Acceptance & { turn: string })[];
  /** The versions of its rules that were published since the plan. */
  rules?: PublishedRules[];
  /** The turn in which somebody set it up in a chat; absent where the operator did. */
  turn?: string;
  /** What happens once in a contest, by name, and when it was done. */
  done: Record<string, Date>;
  createdAt: Date;
};

/** Who may send for a bot, or run a tick. `_id` names the thing that only one process may do. */
export type Lease = { _id: string; owner: string; until: Date };

/** A picture or document of ours, under an unguessable id. */
export type StoredFile = { _id: string; bytes: Buffer; mime: string; name: string; at: Date };

/** Which generation of an imported list of units is in force. `before`: the list that it followed on. */
export type StoredUnitList = {
  _id: string;
  generation: string;
  before: string | null;
  count: number;
  importedAt: Date;
};

/** Some hundred units of one generation. `_id`: `<list>/<generation>/<part>`. */
export type UnitChunk = { _id: string; list: string; generation: string; part: number; units: Unit[] };

/** Small things that must outlive the process. */
export type Setting = { _id: string; value: string };
