import type { CountsReport, Emulator } from '../emulator/index.js';
import type { ChatEvent } from '../src/chat.js';
import { partaking } from '../src/domain/entryStates.js';
import type { Ranking } from '../src/domain/ranking.js';
import { jury } from '../src/domain/roles.js';
import { openLog } from '../src/log.js';
import type { Letter, Sheet, Shown, StoredEntry } from '../src/store/documents.js';
import { startServer } from '../src/store/server.js';
import { openStore, type Store } from '../src/store/store.js';
import { readContest } from './contest.js';
import { type RemindersRecord, readReminders } from './reminders.js';

/** What a replay leaves: the main contest's data, what everybody read, and the count of what went in and out. */
export type Recorded = ContestRecord & {
  /** The contests that were played with it. */
  others: Record<string, ContestRecord>;
  /** What the assistant said, by chat, in order. */
  messages: Record<string, string[]>;
  counts: Counts;
};

/** What is stored of one contest in the end. */
export type ContestRecord = {
  registered: number;
  entries: {
    code: string;
    title: string;
    team: string;
    unit: string;
    sender: string;
    state: string;
    video: string;
    submittedAt: string;
  }[];
  sheets: { judge: string; entry: string; points: Record<string, string>; sum: string }[];
  /** What units sent up. `above`: by which code it goes on in another contest. */
  nominations: { entry: string; sender: string; rank: number; above: string | null }[];
  engagement: { entry: string; likes: number; shares: number; at: string }[];
  /** Lists as they were closed last. */
  lists: { component: string; unit: string; number: number; people: number; digest: string }[];
  ranking: { place: number; code: string; total: string }[];
  reminders: RemindersRecord;
  /** Between whom lots were drawn, and by which seed. */
  draws: { codes: string[]; seed?: string }[];
};

export type Counts = {
  /** Updates that the messengers handed to the bots, each once. */
  updatesIn: number;
  turns: number;
  /** Messages that reached their chats. */
  sent: number;
  /** Calls that a messenger refused, or whose answer got lost. */
  refused: number;
  /** Arrived once more, and left no trace. */
  duplicatesDropped: number;
  /** Messages people sent again because nothing came back. */
  sentAgain: number;
  parked: number;
  /** What somebody sent and the bot has not worked, or the bot has sent and nobody got. */
  lost: number;
};

/** Opens the data folder that the assistant has left. */
export async function readRecord(options: {
  folder: string;
  /** The main one first. */
  contests: readonly string[];
  emulator: Emulator;
  sentAgain: number;
}): Promise<Recorded> {
  const { folder, contests, emulator, sentAgain } = options;
  const server = await startServer({ dataDir: folder, database: 'cuocthi', log: openLog('silent') });
  try {
    const store = await openStore(server.uri);
    try {
      const records: [string, ContestRecord][] = [];
      for (const contest of contests) records.push([contest, await readData(store, contest)]);
      const [[, main] = [], ...others] = records;
      if (!main) throw new Error('nothing was played');
      const counts = await readCounts(store, emulator, sentAgain);
      return { ...main, others: Object.fromEntries(others), messages: messagesOf(emulator), counts };
    } finally {
      await store.close();
    }
  } finally {
    await server.close();
  }
}

async function readData(store: Store, contest: string): Promise<ContestRecord> {
  const [registered, entries, sheets, nominations, snapshots, roles, closed, result] = await Promise.all([
    store.registrations.countDocuments({ contest }),
    store.entries
      .find({ contest, state: { $in: partaking } })
      .sort({ number: 1 })
      .lean<StoredEntry[]>(),
    store.sheets.find({ contest }).lean<Sheet[]>(),
    store.nominations.find({ contest, withdrawnAt: null }).sort({ sender: 1, rank: 1 }).lean(),
    store.snapshots.find({ contest }).sort({ at: 1, entry: 1 }).lean(),
    store.roles.find({ contest, role: { $in: jury } }).lean(),
    store.listSnapshots.find({ contest }).sort({ list: 1, number: 1 }).lean(),
    store.results.findOne({ contest }).sort({ version: -1 }).lean(),
  ]);
  const judges = new Map(roles.map(({ person, name }) => [person, name]));
  const { places = [], draws = [] } = (result?.ranking ?? {}) as Partial<Ranking>;
  const lists = new Map(closed.map((snapshot) => [snapshot.list, snapshot]));
  return {
    registered,
    entries: entries.map(({ code, title, team, unit, sender, state, video, submittedAt }) => ({
      code,
      title,
      team,
      unit,
      sender,
      state,
      video: nameOfVideo(video),
      submittedAt: submittedAt.toISOString(),
    })),
    sheets: sheets
      .map(({ judge, entry, points, sum }) => ({ judge: judges.get(judge) ?? '', entry, points, sum }))
      .sort((a, b) => a.entry.localeCompare(b.entry) || a.judge.localeCompare(b.judge)),
    nominations: nominations.map(({ entry, sender, rank, above }) => ({
      entry,
      sender,
      rank,
      above: above?.code ?? null,
    })),
    engagement: snapshots.map(({ entry, likes, shares, at }) => ({
      entry,
      likes,
      shares,
      at: at.toISOString(),
    })),
    lists: [...lists.values()].map(({ component, unit, number, members, digest }) => ({
      component,
      unit,
      number,
      people: members.length,
      digest,
    })),
    draws: draws.map(({ codes, seed }) => ({ codes, ...(seed !== undefined && { seed }) })),
    ranking: places.map(({ place, code, total }) => ({ place, code, total })),
    reminders: await readReminders(store, await readContest(contest)),
  };
}

function messagesOf(emulator: Emulator): Recorded['messages'] {
  const spoken = emulator.chats.flatMap(({ address, messages }) => {
    const texts = messages.filter(({ from }) => from.kind === 'bot').map(({ text }) => text);
    return address && texts.length > 0 ? [[address, texts] as const] : [];
  });
  return Object.fromEntries(spoken.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function readCounts(store: Store, emulator: Emulator, sentAgain: number): Promise<Counts> {
  const [updatesIn, heard, turns, parked, letters] = await Promise.all([
    store.updates.countDocuments(),
    store.updates.countDocuments({ 'event.kind': { $in: personal } }),
    store.updates.countDocuments({ state: 'done' }),
    store.letters.countDocuments({ state: 'parked' }),
    store.letters.find({ state: { $ne: 'parked' } }).lean<Letter[]>(),
  ]);
  const report = emulator.counts();
  const told = inAll(report, 'bots', ({ told }) => told);
  const delivered = inAll(report, 'bots', ({ delivered }) => delivered);
  const said = inAll(report, 'bots', ({ said }) => said);
  // What was never stored: it came again from whoever got no answer, or it is lost.
  const unheard = said - heard;
  const unsent = letters.filter(({ state }) => state === 'waiting').length;
  return {
    updatesIn,
    turns,
    sent: inAll(report, 'bots', ({ sent }) => sent),
    refused: inAll(report, 'chats', refusedIn),
    duplicatesDropped: delivered - told,
    sentAgain,
    parked,
    lost: Math.max(0, unheard - sentAgain) + (updatesIn - turns) + unsent + unseen(emulator, letters),
  };
}

/** What a person does, and not the messenger on his behalf. */
const personal: ChatEvent['kind'][] = [
  'text',
  'choice',
  'video',
  'document',
  'photo',
  'contact',
  'unsupported',
];

type Tally = CountsReport['bots'][string];

const inAll = (report: CountsReport, where: keyof CountsReport, what: (tally: Tally) => number): number =>
  Object.values(report[where]).reduce((sum, tally) => sum + what(tally), 0);

const refusedIn = ({ refused, faults }: Tally): number =>
  Object.values(refused).reduce((sum, times) => sum + times, 0) +
  (faults['lost-answer'] ?? 0) +
  (faults['not-json'] ?? 0);

/** Letters that are marked as sent, but of which the chat shows less than was sent. */
function unseen(emulator: Emulator, letters: Letter[]): number {
  const parts = new Map<string, number>();
  for (const { chat, reply, sentParts } of letters)
    if (reply.kind !== 'closeChoices') parts.set(chat, (parts.get(chat) ?? 0) + sentParts);
  return emulator.chats.reduce((sum, { address, formerAddresses, messages }) => {
    const sent = [address, ...formerAddresses].reduce((all, each) => all + (parts.get(each ?? '') ?? 0), 0);
    const shown = messages.filter(({ from }) => from.kind === 'bot').length;
    return sum + Math.max(0, sent - shown);
  }, 0);
}

function nameOfVideo(video: Shown): string {
  if (video.kind === 'stage') return '';
  return video.kind === 'link' ? video.url : (video.file.name ?? '');
}
