import { afterAll, beforeAll, test } from '@jest/globals';
import { openStage, type Stage } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ at: '2023-08-31T08:00:00+07:00' });
});
afterAll(() => stage.close());

test('a team', async () => {
  const an = stage.person('telegram', 'An');
  for (const text of [
    '/start',
    'đăng ký',
    'toi dong y',
    'duc phong',
    '1',
    'Tổ CNSCĐ <b>&_*[',
    'Nguyễn Văn An',
    '0905.123.456',
    '1',
    'nop bai',
    'Chuyển đổi số ở làng',
    'https://youtu.be/dQw4w9WgXcQ',
    '1',
    '1',
    '/trangthai',
  ]) {
    process.stdout.write(`\n> ${text}\n`);
    process.stdout.write(`${await an.says(text)}\n[${an.buttons().join('] [')}]\n`);
  }
});
