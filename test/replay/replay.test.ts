import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'replay-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a whole contest comes to its end, although the bot and the database are killed in the middle', async () => {
  const file = path.join(folder, 'out.json');
  const command = [
    'bin/cuocthi.mjs',
    'replay',
    'qn-2023',
    '--seed',
    '3',
    '--json',
    file,
    '--kill',
    'bot',
    'engine',
  ];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const [status] = await once(child, 'close');
  expect({ status, told }).toEqual({ status: 0, told: expect.stringContaining('không mất gì') });

  const { entries, sheets, engagement, ranking, counts } = JSON.parse(await readFile(file, 'utf8'));
  expect({
    entries: entries.length,
    sheets: sheets.length,
    places: ranking.length,
    winner: entries.find(({ code }: { code: string }) => code === ranking[0].code).team,
    lost: counts.lost,
    parked: counts.parked,
  }).toEqual({ entries: 21, sheets: 126, places: 21, winner: 'Tổ CNSCĐ xã Nghĩa Điền', lost: 0, parked: 0 });
  expect(engagement.length).toBeGreaterThan(21);
}, 240_000);
