import type { Chance } from './chance.js';

/**
 * Plays conversations side by side, one deed at a time. Who is next is left to chance, and chance is
 * seeded, so the same seed gives the same order whatever takes how long.
 */
export function openDirector(chance: Chance) {
  type Deed = { perform(): Promise<void> };
  let waiting: Deed[] = [];
  let active = 0;
  let look: () => void = () => {};

  return {
    /** Waits for its turn, then does it. Inside `play`, everything that takes time goes through here. */
    deed<Result>(does: () => Promise<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        waiting.push({ perform: () => does().then(resolve, reject) });
        look();
      });
    },

    /** Resolves when all conversations are over. The first to break ends the play. */
    async play(conversations: (() => Promise<void>)[]): Promise<void> {
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
        const [next] = waiting.splice(chance.whole(0, waiting.length - 1), 1);
        await next?.perform();
      }
      look = () => {};
      waiting = [];
      if (broken) throw (broken as { error: unknown }).error;
    },
  };
}

export type Director = ReturnType<typeof openDirector>;
