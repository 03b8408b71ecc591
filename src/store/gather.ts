/**
 * Gathers what is asked of the database at the same moment into one round trip. While batches are under
 * way, the next one fills; an idle gatherer sends at once, so nobody waits for company. One batch keeps a core of
 * the server busy, and ours only before and after it: `atOnce` of them may be under way. With one, what is asked
 * first is also made first.
 */
export function gather<Item, Result>(
  send: (items: Item[]) => Promise<PromiseSettledResult<Result>[]>,
  { most = 500, atOnce = 2 }: { most?: number; atOnce?: number } = {},
): (item: Item) => Promise<Result> {
  type Waiting = { item: Item; resolve: (result: Result) => void; reject: (reason: unknown) => void };
  let waiting: Waiting[] = [];
  let underWay = 0;

  async function drain() {
    underWay += 1;
    // Whoever asks in the same breath comes along.
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        const results = await send(batch.map(({ item }) => item));
        batch.forEach(({ resolve, reject }, index) => {
          const result = results[index];
          if (result?.status === 'fulfilled') resolve(result.value);
          else reject(result?.reason ?? new Error('the batch did not answer for this item'));
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    underWay -= 1;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (underWay < atOnce) void drain();
    });
}
