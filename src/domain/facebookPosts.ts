/**
 * A post on a fanpage as its link names it. `video`: the link names the clip, and Facebook knows the post
 * that it belongs to. `page`: whose it is, where the link says it by number; else the page's whose token asks.
 */
export type FacebookPost = { kind: 'post' | 'video'; id: string; page: string | null };

/**
 * Reads a link in the form that `readUrl` gives it. `null` for those that name their post in letters
 * (`pfbid…`, `/share/…`, `fb.watch`): only Facebook's own pages can open them.
 */
export function facebookPostIn(link: string): FacebookPost | null {
  const { pathname, searchParams } = new URL(link);
  const steps = pathname.split('/').filter(Boolean);
  const [first, second] = steps;
  if (first === 'groups') return null;
  if (first === 'watch') return named('video', searchParams.get('v'), null);
  if (first === 'reel') return named('video', second ?? null, null);
  if (first === 'permalink.php' || first === 'story.php')
    return named('post', searchParams.get('story_fbid'), searchParams.get('id'));
  if (!steps.includes('posts') && !steps.includes('permalink')) return null;
  return named('post', steps.at(-1) ?? null, first ?? null);
}

/** The same for every way to write one post, as far as its link tells. */
export function postName(link: string): string {
  const post = facebookPostIn(link);
  return post ? `${post.kind}/${post.id}` : link;
}

function named(kind: FacebookPost['kind'], id: string | null, page: string | null): FacebookPost | null {
  if (id === null || !isNumber(id)) return null;
  return { kind, id, page: page !== null && isNumber(page) ? page : null };
}

const isNumber = (text: string): boolean => /^\d{5,25}$/.test(text);
