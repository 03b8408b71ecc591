import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { confirmRegistration, declineRegistration } from '../../src/actions/confirmRegistration.js';
import { contestById } from '../../src/actions/contest.js';
import { giveConsent } from '../../src/actions/giveConsent.js';
import { registerTeam } from '../../src/actions/registerTeam.js';
import { submitEntry } from '../../src/actions/submitEntry.js';
import type { ChatId } from '../../src/chat.js';
import type { Store } from '../../src/store/store.js';
import type { Tools } from '../../src/turn.js';
import { appoint, openTools, outcome } from '../support/tools.js';
import { turnIn } from '../support/turns.js';

const now = new Date('2023-08-31T08:00:00+07:00');
const coordinators: ChatId[] = ['telegram:1:1', 'zalo:2:1'];
const video = { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', site: 'youtu.be' } as const;

let store: Store;
let tools: Tools;
beforeAll(async () => {
  tools = await openTools('qn-2023', now);
  store = tools.store;
  const about = { contest: 'qn-2023', role: 'unit_coordinator', unit: '533', since: now } as const;
  for (const person of coordinators) await appoint(store, { ...about, person, name: 'Đầu mối' });
});
afterAll(() => store.close());

async function team(person: ChatId) {
  const turn = await turnIn(tools, person, { now });
  const contest = await contestById(turn, 'qn-2023');
  await giveConsent(turn, contest, 'có');
  const registration = await registerTeam(turn, contest, {
    unit: '21433',
    team: 'Tổ',
    contact: 'An',
    phone: '0905123456',
  });
  return { contest, shown: { id: registration._id, turn: registration.turn } };
}

test('an entry that comes in while its team is declined never stays without a team', async () => {
  const seen = new Set<string>();
  for (let round = 0; round < 20; round += 1) {
    const person: ChatId = `telegram:1:${100 + round}`;
    const { contest, shown } = await team(person);
    const results = await Promise.all([
      outcome(submitEntry(await turnIn(tools, person, { now }), contest, { title: 'Clip', video })),
      outcome(
        declineRegistration(
          await turnIn(tools, 'telegram:1:1', { now }),
          contest,
          shown,
          'không phải của xã',
        ),
      ),
    ]);
    seen.add(results.join(' '));
    expect(await store.registrations.countDocuments({ person })).toBe(0);
    expect(await store.entries.countDocuments({ person, state: 'submitted' })).toBe(0);
    expect(await store.entries.countDocuments({ person, slot: { $ne: null } })).toBe(0);
  }
  for (const each of seen) expect(['done done', 'submit.notRegistered done']).toContain(each);
});

test('of two coordinators who say yes and no at once, the first word counts', async () => {
  for (let round = 0; round < 10; round += 1) {
    const person: ChatId = `telegram:1:${200 + round}`;
    const { contest, shown } = await team(person);
    const [one, other] = await Promise.all(coordinators.map((chat) => turnIn(tools, chat, { now })));
    if (!one || !other) throw new Error('there are two');
    const results = await Promise.all([
      outcome(confirmRegistration(one, contest, shown)),
      outcome(declineRegistration(other, contest, shown, 'không phải của xã')),
    ]);
    const left = await store.registrations.findOne({ person }).lean();
    expect([results, left?.confirmation?.kind ?? null]).toEqual(
      left ? [['done', 'confirm.already'], 'confirmed'] : [['confirm.gone', 'done'], null],
    );
  }
});
