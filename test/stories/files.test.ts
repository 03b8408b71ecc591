import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChatId } from '../../src/chat.js';
import { letter } from '../../src/turn.js';
import { openStage, type Stage } from '../support/stage.js';

/** Pictures of ours, through the whole program: uploaded to Telegram, fetched by Zalo from our address. */

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ at: '2023-08-31T08:00:00+07:00' });
  await stage.store.files.create({
    _id: 'bang-xep-hang',
    bytes: PIXEL,
    mime: 'image/png',
    name: 'Bảng xếp hạng.png',
    at: stage.clock.now(),
  });
});
afterAll(() => stage.close());

test('a picture is served under its public address as it was stored', async () => {
  const answer = await fetch(`${stage.assistant.webUrl}/tep/bang-xep-hang`);
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(PIXEL);
});

test.each(['telegram', 'zalo'] as const)('a picture reaches a person on %s with its caption', async (on) => {
  const an = stage.person(on, 'An');
  await an.says('xin chào');
  const picture = letter({
    key: `picture/${on}`,
    chat: an.chat.address as ChatId,
    reply: { kind: 'picture', file: 'bang-xep-hang', caption: { text: 'Bảng xếp hạng', styles: [] } },
    now: stage.clock.now(),
    order: 1,
    part: 0,
  });
  await stage.assistant.post.addLetters([picture]);
  stage.assistant.outbox.hand([picture], true);
  const shown = await an.chat.next({ after: an.chat.messages.length });
  expect({ text: shown.text, kind: shown.attachment?.kind }).toEqual({
    text: 'Bảng xếp hạng',
    kind: 'photo',
  });
});
