import type { Entity } from './payload.js';

const HTTP = /^https?:\/\//i;
/** `youtu.be/x`, but neither `video.mov` nor `an@x.vn`: Telegram takes any name with a known ending for an address. */
const HOST_AND_PATH = /^[\w-]+(\.[\w-]+)+\/\S/;
const WRITTEN_OUT = /https?:\/\/[^\s<>"]+/gi;
const SENTENCE_END = /[.,;:!?…)\]}'”’»]+$/;

/**
 * The web addresses in a text, in their order, each once: those that Telegram marks, those hidden behind
 * words, and those it leaves unmarked (inside code, say). An address typed without `https://` gets it.
 */
export function linksIn(text: string, entities: Entity[] = []): string[] {
  const marked = entities.flatMap(({ type, offset, length, url }) => {
    if (type === 'text_link') return [{ at: offset, end: offset + length, link: url ?? '' }];
    if (type === 'url')
      return [{ at: offset, end: offset + length, link: text.slice(offset, offset + length) }];
    return [];
  });
  const unmarked = [...text.matchAll(WRITTEN_OUT)]
    .map((match) => ({ at: match.index, link: match[0].replace(SENTENCE_END, '') }))
    .filter(({ at }) => !marked.some((mark) => at >= mark.at && at < mark.end));
  const links = [...marked, ...unmarked]
    .sort((one, other) => one.at - other.at)
    .map(({ link }) => (HOST_AND_PATH.test(link) ? `https://${link}` : link))
    .filter((link) => HTTP.test(link) && URL.canParse(link));
  return [...new Set(links)];
}
