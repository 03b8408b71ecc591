import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Styled } from '../../src/chat.js';
import { beginInvitation } from '../../src/dialogues/invite.js';
import type { Tools } from '../../src/turn.js';
import { appoint, openTools } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const contest = 'qn-2023';
const now = new Date('2023-08-31T08:00:00+07:00');

let tools: Tools;
beforeAll(async () => {
  tools = await openTools(contest, now);
  const person = 'telegram:1:1';
  await appoint(tools.store, { contest, person, role: 'organizer', unit: null, name: 'Thư', since: now });
});
afterAll(() => tools.store.close());

test.each([
  ['trưởng ban giám khảo: Lê Tuấn', 'Mã mời Trưởng Ban Giám khảo Lê Tuấn: '],
  ['truong ban giam khao : Lê Tuấn', 'Mã mời Trưởng Ban Giám khảo Lê Tuấn: '],
  ['trưởng giám khảo Lê Tuấn', 'Mã mời Trưởng Ban Giám khảo Lê Tuấn: '],
  ['giám khảo: Lê Tuấn', 'Mã mời giám khảo Lê Tuấn: '],
  ['thư ký: Lê Hoa', 'Mã mời Tổ Thư ký Lê Hoa: '],
  ['Lê Tuấn', 'Mã mời giám khảo Lê Tuấn: '],
])('/moi %s makes the code of that role', async (args, said) => {
  const turn = await turnIn(tools, 'telegram:1:1', { now, contest });
  await beginInvitation(turn, args);
  const texts = turn.letters.map(({ reply }) => (reply as { text: Styled }).text.text);
  expect(texts.join('\n')).toContain(said);
});
