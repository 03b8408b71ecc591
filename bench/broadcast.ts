import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EmulatedClock, startEmulator } from '../emulator/index.js';
import { type AssistantProcess, startAssistantProcess } from '../replay/assistantProcess.js';
import type { Chat, Registration } from '../src/store/documents.js';
import { openStore } from '../src/store/store.js';
import { openEngine } from './stage.js';

/** Letters that followed each other without a standstill, by the messenger's clock. */
export type Life = { letters: number; seconds: number; perSecond: number };

export type Broadcast = {
  lives: Life[];
  /** All lives together, without the standstills between them. */
  rate: Life;
  /** How many read it twice, and how many never. */
  twice: number;
  never: number;
  tooFast: number;
  /** From the text to its preview, by our clock. */
  preview: number;
  seconds: number;
};

const TOKEN = '700100200:bench-token-of-nobody-0001';
const MORNING = Date.parse('2023-08-30T08:00:00+07:00');
const WORDS = 'Xin các đội kiểm tra lại danh sách thành viên trước ngày khai mạc.';

/**
 * An announcement to so many people through the real clients, on the emulated Telegram with its limits
 * enforced, by an assistant in a process of its own that is killed after a third and after two thirds.
 */
export async function broadcast({ people, speed }: { people: number; speed: number }): Promise<Broadcast> {
  const begun = performance.now();
  const folder = await mkdtemp(path.join(tmpdir(), 'cuocthi-broadcast-'));
  const clock = new EmulatedClock({ now: MORNING });
  const emulator = await startEmulator({ clock });
  const engine = await openEngine();
  let assistant: AssistantProcess | null = null;
  try {
    const bot = emulator.addBot({ platform: 'telegram', token: TOKEN, username: 'bench_bot', name: 'Bot' });
    assistant = await startAssistantProcess({
      logFile: path.join(folder, 'assistant.log'),
      environment: {
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_API_URL: emulator.telegramUrl,
        CLOCK_URL: emulator.clockUrl,
        MONGODB_URI: engine.uri,
        DATA_DIR: folder,
        PORT: '0',
        CONTEST: 'qn-2023',
        LOG_LEVEL: 'warn',
        REPLAY_SECRET: 'bench',
      },
    });
    const chats = Array.from({ length: people }, (_, index) =>
      emulator.addPhone({ platform: 'telegram', name: `Đội ${index + 1}` }).knows(bot),
    );
    await writeDown(engine.uri, chats);

    const thu = emulator.addPhone({ platform: 'telegram', name: 'Thư' });
    const own = thu.chatWith(bot);
    const { settle } = assistant;
    const says = async (text: string) => {
      const before = own.messages.length;
      await thu.say(own, text);
      // The emulator hands it over first, and then somebody may be asked whether everything is said.
      do await pause(20);
      while (own.messages.length <= before + 1 || (await settle()).letters > 0);
    };
    await says(`/ma ${await assistant.organizerCode('qn-2023')}`);
    await says('/thongbao');
    await says('Các đội dự thi');
    const asked = performance.now();
    await says(WORDS);
    const preview = (performance.now() - asked) / 1_000;

    const read = new Map(chats.map(({ id }) => [id, 0]));
    const times: number[] = [];
    let total = 0;
    const kills = [Math.floor(people / 3), Math.floor((2 * people) / 3)];
    const over = new Promise<void>((resolve) => {
      emulator.on('message', ({ chat, from, text }) => {
        const before = read.get(chat);
        if (before === undefined || from.kind !== 'bot' || !text.includes(WORDS)) return;
        read.set(chat, before + 1);
        times.push(clock.ms());
        total += 1;
        if (total === kills[0]) {
          kills.shift();
          assistant?.kill('bot');
        }
        if ([...(total >= people ? read.values() : [0])].every((each) => each > 0)) resolve();
      });
    });
    await says('Gửi');
    clock.setSpeed(speed);
    // Three times as long as it may take; then it is told how many never had it.
    await Promise.race([over, pause((3 * people * 1_000) / 30 / speed + 60_000)]);
    const counts = emulator.counts().bots[bot.id];
    const alive = livesIn(times).map(lifeOf);
    return {
      lives: alive,
      rate: together(alive),
      twice: [...read.values()].filter((times) => times > 1).length,
      never: [...read.values()].filter((times) => times === 0).length,
      tooFast: Object.values(counts?.limits ?? {}).reduce((sum, each) => sum + each, 0),
      preview,
      seconds: (performance.now() - begun) / 1_000,
    };
  } finally {
    await assistant?.close();
    await emulator.close();
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms).unref());

const STANDSTILL_MS = 1_000;

/** A standstill parts them: one for each death, or something was wrong. */
function livesIn(times: number[]): number[][] {
  const lives: number[][] = [];
  for (const at of times) {
    const life = lives.at(-1);
    if (life && at - (life.at(-1) ?? 0) <= STANDSTILL_MS) life.push(at);
    else lives.push([at]);
  }
  return lives;
}

function lifeOf(times: number[]): Life {
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
  return { letters: times.length, seconds, perSecond: (times.length - 1) / seconds };
}

function together(lives: Life[]): Life {
  const letters = lives.reduce((sum, life) => sum + life.letters, 0);
  const seconds = lives.reduce((sum, life) => sum + life.seconds, 0);
  return { letters, seconds, perSecond: (letters - lives.length) / seconds };
}

/** Everybody has written to the bot once, and registered. */
async function writeDown(uri: string, phones: { address: string | null }[]): Promise<void> {
  const store = await openStore(uri);
  try {
    const at = new Date(MORNING);
    const addresses = phones.flatMap(({ address }) => (address ? [address as Chat['_id']] : []));
    const chats = addresses.map((_id): Partial<Chat> & Pick<Chat, '_id'> => ({
      ...{ _id, bot: 'telegram:700100200', group: false, person: _id, name: 'Đội', reachable: true },
      ...{ contest: 'qn-2023', heardAt: at },
    }));
    const teams = addresses.map(
      (person, index): Registration => ({
        ...{ _id: `qn-2023/${person}`, contest: 'qn-2023', person, unit: '21433', sender: '533' },
        ...{ team: `Đội ${index + 1}`, contact: 'An', phone: '0905123456', told: true, at, turn: 'bench' },
      }),
    );
    for (let first = 0; first < addresses.length; first += 1_000) {
      await store.chats.collection.insertMany(chats.slice(first, first + 1_000) as never);
      await store.registrations.collection.insertMany(teams.slice(first, first + 1_000) as never);
    }
  } finally {
    await store.close();
  }
}
