/** A query that names thousands is slow on every engine, and one of them refuses it. */
const AT_ONCE = 500;

/** What is found for all of these, some hundred at a time, in their order. */
export async function inParts<Each, Found>(
  all: readonly Each[],
  find: (some: Each[]) => Promise<Found[]>,
): Promise<Found[]> {
  const found: Found[] = [];
  for (let first = 0; first < all.length; first += AT_ONCE)
    found.push(...(await find(all.slice(first, first + AT_ONCE))));
  return found;
}
