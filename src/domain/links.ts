import { tidy } from './text.js';

export type LinkHost = 'youtube' | 'facebook' | 'tiktok' | 'drive' | 'other';

export type LinkRead =
  /** `url` is the same for every way of writing the same video, as far as the address alone tells. */
  { kind: 'link'; url: string; host: LinkHost } | { kind: 'refused'; reason: LinkRefusal };

export type LinkRefusal =
  | 'notALink'
  /** More than one link in the message: we don't choose for the sender. */
  | 'several'
  | 'tooLong'
  /** Another site, reached without encryption. */
  | 'notHttps'
  /** An address in a private network, a bare number, or with a password in it. */
  | 'notPublic'
  /** A known site, but a channel, a profile or a folder rather than one video. */
  | 'notAVideo'
  /** A video of a known site, and the end of its address is missing. */
  | 'cutShort';

const longest = 2000;
const written = /(?:https?:\/\/|(?<![\p{L}\d@.])(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}\/)\S+/giu;

/** Finds the one public link in what a person sent; it may stand among other words. */
export function readUrl(text: string): LinkRead {
  const found = [
    ...new Set((tidy(text).match(written) ?? []).map((link) => link.replace(/[.,;:!?)>\]»"'”]+$/, ''))),
  ];
  const [only, ...more] = found;
  if (only === undefined) return refused('notALink');
  if (more.length > 0) return refused('several');
  if (only.length > longest) return refused('tooLong');

  const url = parse(only);
  if (!url) return refused('notALink');
  const target = unwrapped(url);
  const host = hostOf(target);
  if (host !== 'other') {
    const canonical = canonicalBy[host](target);
    if (canonical) return { kind: 'link', url: canonical, host };
    return refused(isCutShort(host, target) ? 'cutShort' : 'notAVideo');
  }
  if (!isPublic(target)) return refused('notPublic');
  if (target.protocol !== 'https:') return refused('notHttps');
  for (const name of [...target.searchParams.keys()]) if (isTracking(name)) target.searchParams.delete(name);
  return { kind: 'link', url: target.href, host };
}

const refused = (reason: LinkRefusal): LinkRead => ({ kind: 'refused', reason });

function parse(link: string): URL | null {
  const whole = /^https?:\/\//i.test(link) ? link : `https://${link}`;
  return URL.canParse(whole) ? new URL(whole) : null;
}

/** Facebook wraps the links people copy from it. */
function unwrapped(url: URL): URL {
  const inner = /^lm?\.facebook\.com$/.test(url.hostname) ? url.searchParams.get('u') : null;
  return (inner && parse(inner)) || url;
}

const sites: [LinkHost, RegExp][] = [
  ['youtube', /(^|\.)(youtube\.com|youtu\.be|youtube-nocookie\.com)$/],
  ['facebook', /(^|\.)(facebook\.com|fb\.com|fb\.watch)$/],
  ['tiktok', /(^|\.)tiktok\.com$/],
  ['drive', /^(drive|docs)\.google\.com$/],
];

const hostOf = (url: URL): LinkHost => sites.find(([, names]) => names.test(url.hostname))?.[0] ?? 'other';

/** What a video's address begins with, without the whole of its number. */
function isCutShort(host: LinkHost, url: URL): boolean {
  const [first = '', second] = steps(url);
  switch (host) {
    case 'youtube':
      if (/youtu\.be$/.test(url.hostname)) return first !== '' || url.pathname === '/';
      return first === 'watch' || ['shorts', 'live', 'embed', 'v'].includes(first);
    case 'facebook':
      if (/fb\.watch$/.test(url.hostname)) return true;
      return first === 'watch' || first === 'video.php' || first === 'reel' || (first === 'share' && !second);
    case 'tiktok':
      return steps(url).includes('video') || /^(vm|vt)\./.test(url.hostname);
    case 'drive':
      return first === 'file';
    default:
      return false;
  }
}

const canonicalBy: Record<Exclude<LinkHost, 'other'>, (url: URL) => string | null> = {
  youtube(url) {
    const [first, second] = steps(url);
    const id = /youtu\.be$/.test(url.hostname)
      ? first
      : first === 'watch'
        ? url.searchParams.get('v')
        : ['shorts', 'live', 'embed', 'v'].includes(first ?? '')
          ? second
          : null;
    return id && /^[\w-]{11}$/.test(id) ? `https://www.youtube.com/watch?v=${id}` : null;
  },

  facebook(url) {
    const path = steps(url);
    const [first, second] = path;
    if (/fb\.watch$/.test(url.hostname)) return first ? `https://fb.watch/${first}/` : null;
    const video =
      first === 'watch' || first === 'video.php'
        ? url.searchParams.get('v')
        : path.includes('videos')
          ? path.findLast((step) => /^\d+$/.test(step))
          : null;
    if (video && /^\d+$/.test(video)) return `https://www.facebook.com/watch/?v=${video}`;
    if (first === 'reel' && second && /^\d+$/.test(second)) return `https://www.facebook.com/reel/${second}`;
    if (first === 'share' && second) return `https://www.facebook.com/${path.join('/')}/`;
    if (first === 'story.php' || first === 'permalink.php') {
      const [story, page] = [url.searchParams.get('story_fbid'), url.searchParams.get('id')];
      return story && page ? `https://www.facebook.com/${first}?story_fbid=${story}&id=${page}` : null;
    }
    const isPost = path.length >= 3 && (path.includes('posts') || path.includes('permalink'));
    return isPost ? `https://www.facebook.com/${path.join('/')}` : null;
  },

  tiktok(url) {
    const path = steps(url);
    const [first, second, third] = path;
    if (/^(vm|vt)\./.test(url.hostname)) return first ? `https://${url.hostname}/${first}/` : null;
    if (first === 't' && second) return `https://www.tiktok.com/t/${second}/`;
    const isVideo = first?.startsWith('@') && second === 'video' && /^\d+$/.test(third ?? '');
    return isVideo ? `https://www.tiktok.com/${first}/video/${third}` : null;
  },

  drive(url) {
    const path = steps(url);
    const id = path[0] === 'file' && path[1] === 'd' ? path[2] : url.searchParams.get('id');
    if (!id || path.includes('folders')) return null;
    const key = url.searchParams.get('resourcekey'); // older shared files can't be opened without it
    return `https://drive.google.com/file/d/${id}/view${key ? `?resourcekey=${key}` : ''}`;
  },
};

const steps = (url: URL): string[] => url.pathname.split('/').filter(Boolean);

const isTracking = (name: string): boolean => /^(utm_\w+|fbclid|gclid|igsh|si)$/.test(name);

function isPublic({ hostname, username, password }: URL): boolean {
  if (username || password) return false;
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[')) return false;
  return hostname.includes('.') && !/\.(local|localhost|internal|lan|home|test|invalid)$/.test(hostname);
}
