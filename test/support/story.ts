import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { EmulatedChat } from '../../emulator/index.js';
import { words } from '../../src/words.js';
import { type Depth, sweep } from './crashes.js';
import { type Actor, openStage, type Stage } from './stage.js';

// A stage is a whole assistant with two messengers; on a busy computer that takes its time.
jest.setTimeout(120_000);

export const messengers = ['telegram', 'zalo'] as const;
export type Messenger = (typeof messengers)[number];

/** `nowhere`: for tables of what is refused, which change nothing. */
type About = {
  at: string;
  contest?: string;
  on?: readonly Messenger[];
  /** For long ones: on this messenger alone, and on all of them with TEST_SWEEP=every-write. */
  usually?: Messenger;
  sweep?: Depth | 'nowhere';
};

/**
 * Conversations that are played in their order, on one stage, first on Telegram and then on Zalo. When all
 * of them are over, the whole is played again in processes that die, and has to come out the same: no story
 * in which something happens is left out of the sweep. Most die once at each update, at a write that changes
 * from one to the next; with TEST_SWEEP=every-write all of them die at every write.
 */
export function story(
  title: string,
  { at, contest, on: all = messengers, usually, sweep: chosen = 'every update' }: About,
  tell: (scene: Scene) => void,
): void {
  const isThorough = process.env.TEST_SWEEP === 'every-write';
  const on = usually && !isThorough ? [usually] : all;
  const depth = chosen !== 'nowhere' && isThorough ? 'every write' : chosen;
  describe.each(on)(`${title}, on %s`, (messenger) => {
    const scene = new Scene(messenger);
    beforeAll(async () => {
      scene.open(await openStage({ at, ...(contest && { contest }) }));
    });
    afterAll(() => scene.stage.close());

    tell(scene);

    // What the database sees is the same on both messengers: one of them is enough, in half the stories each.
    if (depth === 'nowhere' || messenger !== on[title.length % on.length]) return;
    test(`comes out the same when the process dies, at ${depth}`, async () => {
      const { tools, store } = scene.stage.assistant;
      const swept = await sweep({ tools, store }, depth);
      const { updates, crashes, undisturbed, different } = swept;
      if (process.env.TEST_COUNTS)
        process.stdout.write(`${title}, ${messenger}: ${updates} updates, ${crashes} deaths\n`);
      // It did die, and on the way.
      expect(crashes).toBeGreaterThan(updates / 2);
      for (const state of different) expect(state).toEqual(undisturbed);
    }, 240_000);
  });
}

/** Where a story is played. */
export class Scene {
  #stage: Stage | null = null;

  constructor(readonly messenger: Messenger) {}

  open(stage: Stage): void {
    this.#stage = stage;
  }

  get stage(): Stage {
    if (!this.#stage) throw new Error('the stage opens when the tests run');
    return this.#stage;
  }

  get isZalo(): boolean {
    return this.messenger === 'zalo';
  }

  /** Somebody with the messenger of this round. */
  person(name: string): Actor {
    return this.stage.person(this.messenger, name);
  }

  organizer(name: string): Promise<Actor> {
    return this.stage.organizer(this.messenger, name);
  }

  /** A group on the messenger of its members, with the assistant in it. */
  async group(title: string, members: [Actor, ...Actor[]]): Promise<EmulatedChat> {
    const { platform } = members[0].phone;
    const begin = () => this.stage.group(platform, title, members);
    // Zalo tells a bot nothing of the groups it comes into.
    if (platform === 'zalo') return begin();
    let group: EmulatedChat | undefined;
    await this.stage.heard(() => {
      group = begin();
    });
    return group as EmulatedChat;
  }

  /** For what nobody answers: waits, by the computer's clock, until it has come to pass. */
  async until(holds: () => boolean): Promise<void> {
    const started = performance.now();
    while (!holds()) {
      if (performance.now() - started > 20_000) throw new Error('it did not come to pass within 20 s');
      await this.stage.settled();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** What the clock shows, as the assistant says it: "8 giờ thứ Năm, 31/8/2023". */
  get moment(): string {
    return words.moment(this.stage.clock.now());
  }

  /** As a chat shows a question with its choices: numbered lines where there are no buttons. */
  asks(text: string, ...choices: string[]): string {
    if (!this.isZalo || choices.length === 0) return text;
    return `${text}\n\n${choices.map((label, index) => `${index + 1}. ${label}`).join('\n')}`;
  }
}
