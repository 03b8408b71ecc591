import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { FacebookPost } from '../domain/facebookPosts.js';
import type { Log } from '../log.js';
import type { PostCounts, ReadPosts } from '../turn.js';
import { type Graph, MOST_IN_BATCH, openGraph, type Trouble } from './graph.js';

export const graphRoot = 'https://graph.facebook.com';

/** All reactions, since Facebook shows them as one number; `limit(0)`: nobody's name comes along. */
const COUNTS = 'fields=reactions.summary(total_count).limit(0),shares';

const whole = z.number().int().nonnegative();
/** A post that nobody has shared comes without `shares`. */
const counts = z.object({
  reactions: z.object({ summary: z.object({ total_count: whole }) }),
  shares: z.object({ count: whole }).optional(),
});
const id = z.string().regex(/^\d+$/);
const page = z.object({ id });
const video = z.object({ post_id: z.string().regex(/^(?:\d+_)?\d+$/) });

/** After a failure that may pass quickly; twice as long each time, since a tick comes every few seconds. */
const FIRST_REST_MS = 2_000;
const LONGEST_REST_MS = 60_000;
/** A token that is refused doesn't mend by itself. */
const DENIED_REST_MS = 10 * 60_000;
/** A post that can't be read (taken down, another page's) is asked about less often. */
const UNREADABLE_REST_MS = 5 * 60_000;

/**
 * Reads likes and shares with the page's own token. What it remembers only spares calls: which page it is,
 * which post a clip belongs to, and until when it is better not to ask.
 */
export function openFacebook(about: { token: string; apiRoot?: string; clock: Clock; log: Log }): ReadPosts {
  const { clock } = about;
  const graph = openGraph({ token: about.token, root: about.apiRoot ?? graphRoot, log: about.log });
  const known: { page?: string; posts: Map<string, string> } = { posts: new Map() };
  /** Posts, and clips whose post could not be told, by the name that was asked for. */
  const unreadable = new Map<string, number>();
  const now = () => clock.now();
  let restUntil = 0;
  let failures = 0;
  let isDenied = false;
  /** After that moment no answer is of use any more. */
  let lastCall: number | null = null;

  return async (posts, freeze) => {
    lastCall = freeze?.getTime() ?? null;
    const none = posts.map(() => null);
    if (clock.now().getTime() < restUntil) return { counts: none, denied: isDenied };
    const nodes = await nodesOf(posts);
    if (nodes === null) return { counts: none, denied: isDenied };
    const asked = nodes.map((node) => (node === null || isResting(node) ? null : node));
    const read = await all(
      graph,
      asked.flatMap((node) => (node === null ? [] : [`${node}?${COUNTS}`])),
      now,
    );
    if (read.trouble) rest(read.trouble);
    else if (read.bodies.length > 0) succeeded();
    const bodies = read.bodies[Symbol.iterator]();
    return {
      counts: asked.map((node) => (node === null ? null : countsIn(node, bodies.next().value))),
      denied: isDenied,
    };
  };

  function countsIn(node: string, answer: Answer | undefined): PostCounts | null {
    if (answer?.body === undefined) return null;
    const found = counts.safeParse(answer.body);
    if (!found.success) {
      unreadable.set(node, restOf(UNREADABLE_REST_MS));
      return null;
    }
    const { reactions, shares } = found.data;
    return { likes: reactions.summary.total_count, shares: shares?.count ?? 0, at: answer.at };
  }

  /** By which name Facebook knows each post: `<page>_<post>`. `null` where it couldn't be asked. */
  async function nodesOf(posts: readonly FacebookPost[]): Promise<(string | null)[] | null> {
    const videos = posts.filter(
      ({ kind, id: clip }) => kind === 'video' && !known.posts.has(clip) && !isResting(clip),
    );
    const paths = [
      ...(known.page === undefined ? ['me?fields=id'] : []),
      ...videos.map((post) => `${post.id}?fields=post_id`),
    ];
    const read = await all(graph, paths, now);
    const bodies = [...read.bodies];
    if (known.page === undefined) {
      const me = page.safeParse(bodies.shift()?.body);
      if (me.success) known.page = me.data.id;
    }
    for (const [index, { id: clip }] of videos.entries()) {
      const body = bodies[index]?.body;
      const found = video.safeParse(body);
      if (found.success) known.posts.set(clip, found.data.post_id);
      else if (body !== undefined) unreadable.set(clip, restOf(UNREADABLE_REST_MS));
    }
    if (read.trouble) {
      rest(read.trouble);
      return null;
    }
    if (known.page === undefined) {
      rest({ kind: 'failed', reason: 'no page' });
      return null;
    }
    const own = known.page;
    return posts.map((post) => {
      if (post.kind === 'video' && !known.posts.has(post.id) && !isResting(post.id)) return null;
      // A clip whose post can't be told is tried under its own number: on older pages the two are one.
      const number = post.kind === 'video' ? (known.posts.get(post.id) ?? post.id) : post.id;
      return number.includes('_') ? number : `${post.page ?? own}_${number}`;
    });
  }

  function isResting(node: string): boolean {
    return (unreadable.get(node) ?? 0) > clock.now().getTime();
  }

  /** Until when to rest: shorter towards the freeze, so that none reaches past it. */
  function restOf(usualMs: number): number {
    const since = clock.now().getTime();
    const left = lastCall === null ? 0 : lastCall - since;
    return since + (left > 0 ? Math.min(usualMs, Math.max(FIRST_REST_MS, left / 2)) : usualMs);
  }

  function rest(trouble: Trouble): void {
    failures += 1;
    isDenied = trouble.kind === 'denied';
    if (trouble.kind === 'throttled') restUntil = clock.now().getTime() + trouble.waitMs;
    else if (trouble.kind === 'denied') restUntil = restOf(DENIED_REST_MS);
    else restUntil = restOf(Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (failures - 1)));
  }

  function succeeded(): void {
    failures = 0;
    isDenied = false;
  }
}

type Answer = { body: unknown; at: Date };

/** In as many batches as it takes, one after another; those behind one that failed are not asked. */
async function all(
  graph: Graph,
  paths: readonly string[],
  now: () => Date,
): Promise<{ bodies: Answer[]; trouble: Trouble | null }> {
  const bodies: Answer[] = [];
  for (let first = 0; first < paths.length; first += MOST_IN_BATCH) {
    const some = paths.slice(first, first + MOST_IN_BATCH);
    const batch = await graph(some);
    const at = now();
    bodies.push(...batch.bodies.map((body) => ({ body, at })));
    if (batch.trouble) return { bodies, trouble: batch.trouble };
  }
  return { bodies, trouble: null };
}
