import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseJson } from './requests.js';
import { WorldState } from './state.js';
import type { World } from './world.js';

const quietMs = 500;

/**
 * More numbers than can be given away between two writes. After an emulator was killed, so many are left
 * out: a number that was told to a bot must never come again for something else.
 */
const reservedNumbers = 100_000;

export function readState(path: string): WorldState | null {
  if (!existsSync(path)) return null;
  const state = WorldState.safeParse(parseJson(readFileSync(path, 'utf8')));
  if (state.success) return state.data;
  throw new Error(`${path} is not a state of this emulator: move it away to begin anew`);
}

/** The clock goes on where it was, as if the emulator had run all the time. */
export function clockOf({ clock }: WorldState): { now: number; speed: number; frozen: boolean } {
  const away = clock.frozen ? 0 : Math.max(0, Date.now() - clock.savedAt);
  return { now: clock.now + away, speed: clock.speed, frozen: clock.frozen };
}

export function fill(world: World, state: WorldState): void {
  const skipped = state.complete ? 0 : reservedNumbers;
  world.numbersFrom = state.numbersFrom + skipped;
  for (const [name, count] of Object.entries(state.counters)) world.counters[name] = count + skipped;
  for (const bot of state.bots) {
    bot.lastUpdate += skipped;
    bot.lastNumber += skipped;
    world.bots.set(bot.id, bot);
  }
  for (const phone of state.phones) world.phones.set(phone.id, phone);
  for (const file of state.files) world.files.set(file.id, file);
  for (const [chat, messages] of Object.entries(state.messages)) world.messages.set(chat, messages);
  for (const chat of state.chats) {
    chat.lastNumber += skipped;
    world.chats.set(chat.id, chat);
    world.index(chat);
  }
}

/**
 * Keeps `path` up to date, from now on and shortly after each change. Answers how to write at once and end:
 * only then the state is complete.
 */
export function keepState(world: World, path: string): () => void {
  mkdirSync(dirname(path), { recursive: true });
  let timer: NodeJS.Timeout | undefined;
  const write = (complete = false) => {
    timer = undefined;
    try {
      writeFileSync(`${path}.new`, JSON.stringify(snapshot(world, complete)), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    } catch (error) {
      world.failed(error);
    }
  };
  world.touched = () => {
    timer ??= setTimeout(() => write(), quietMs).unref();
  };
  // At once: who is killed before the first change must not leave a state that calls itself complete.
  write();
  return () => {
    clearTimeout(timer);
    world.touched = () => {};
    write(true);
  };
}

function snapshot(world: World, complete: boolean): WorldState {
  return {
    version: 1,
    complete,
    numbersFrom: world.numbersFrom,
    clock: { ...world.clock.reading(), savedAt: Date.now() },
    counters: world.counters,
    bots: [...world.bots.values()],
    phones: [...world.phones.values()],
    chats: [...world.chats.values()],
    messages: Object.fromEntries(world.messages),
    files: [...world.files.values()],
  };
}
