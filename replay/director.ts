import type { Chance } from './chance.js';

/** Something that somebody is about to do. Two deeds in one lane are never done at once. */
export type Deed = {
  lane: string;
  /** What comes of it depends on who is first: nothing else is done at that moment. */
  alone: boolean;
};

/**
 * Plays conversations side by side, so many deeds at a moment. Whose turn it is is left to chance, and chance
 * is seeded, so the same seed gives the same order whatever takes how long.
 */
export function openDirector<Each extends Deed>(chance: Chance, perform: (deeds: Each[]) => Promise<void>) {
  type Waiting = { deed: Each; done(): void; failed(error: unknown): void };
  let waiting: Waiting[] = [];
  let active = 0;
  let look: () => void = () => {};

  /** One by chance, and with it others by chance that don't get into its way. */
  function next(atOnce: number): Waiting[] {
    const chosen: Waiting[] = [];
    for (const each of chance.shuffled(waiting)) {
      const { lane, alone } = each.deed;
      const isInTheWay = chosen.some(({ deed }) => deed.alone || deed.lane === lane);
      if (chosen.length > 0 && (alone || isInTheWay)) continue;
      chosen.push(each);
      if (alone || chosen.length === atOnce) break;
    }
    waiting = waiting.filter((each) => !chosen.includes(each));
    return chosen;
  }

  return {
    /** Waits for its turn; resolves when it is done. Inside `play`, everything that takes time goes through here. */
    deed(deed: Each): Promise<void> {
      return new Promise((done, failed) => {
        waiting.push({ deed, done, failed });
        look();
      });
    },

    /** Resolves when all conversations are over. The first to break ends the play. */
    async play(conversations: (() => Promise<void>)[], atOnce = 1): Promise<void> {
      let broken: { error: unknown } | null = null;
      active = conversations.length;
      for (const conversation of conversations)
        void conversation()
          .catch((error: unknown) => {
            broken ??= { error };
          })
          .finally(() => {
            active -= 1;
            look();
          });
      while (active > 0) {
        if (broken) break;
        if (waiting.length < active) {
          await new Promise<void>((resolve) => {
            look = resolve;
          });
          continue;
        }
        const chosen = next(atOnce);
        try {
          await perform(chosen.map(({ deed }) => deed));
          for (const { done } of chosen) done();
        } catch (error) {
          for (const { failed } of chosen) failed(error);
        }
      }
      look = () => {};
      waiting = [];
      if (broken) throw (broken as { error: unknown }).error;
    },
  };
}

export type Director = ReturnType<typeof openDirector>;
