import { h } from './dom.js';

/** @import { Style } from './types.js' */

const TAGS = /** @type {const} */ ({
  bold: 'strong',
  italic: 'em',
  code: 'code',
  underline: 'u',
  strike: 's',
});

/** A link without the full stop or bracket that ends its sentence. */
const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'…]/gu;
const COMMAND = /(?<![\p{L}\p{N}/_.])\/[a-z][a-z0-9_]{0,31}(?![\p{L}\p{N}/_]|\.[\p{L}\p{N}])/gu;

/**
 * A message's text as nodes: styles as given, links to press and, where the messenger does so, commands to press.
 *
 * @param {string} text
 * @param {Style[]} styles counted in UTF-16 units, as strings are
 * @param {((command: string) => void) | null} onCommand
 * @returns {Node[]}
 */
export function richText(text, styles, onCommand) {
  const links = [...text.matchAll(LINK)].map((match) => ({ at: match.index, words: match[0], link: true }));
  const commands = onCommand
    ? [...text.matchAll(COMMAND)].map((match) => ({ at: match.index, words: match[0], link: false }))
    : [];
  const nodes = /** @type {Node[]} */ ([]);
  let done = 0;
  for (const { at, words, link } of [...links, ...commands].sort((one, other) => one.at - other.at)) {
    if (at < done) continue;
    nodes.push(...styled(text, styles, done, at));
    done = at + words.length;
    const inside = styled(text, styles, at, done);
    nodes.push(
      link
        ? h('a', { href: words, target: '_blank', rel: 'noopener noreferrer' }, inside)
        : h('button', { type: 'button', class: 'command', onclick: () => onCommand?.(words) }, inside),
    );
  }
  return [...nodes, ...styled(text, styles, done, text.length)];
}

/** @param {string} text @param {Style[]} styles @param {number} from @param {number} to @returns {Node[]} */
function styled(text, styles, from, to) {
  const borders = styles.flatMap(({ start, length }) => [start, start + length]);
  const cuts = [...new Set([from, ...borders.filter((at) => at > from && at < to), to])].sort(
    (one, other) => one - other,
  );
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? to;
    return styles
      .filter((style) => style.start <= start && style.start + style.length >= end)
      .reduce(
        (/** @type {Node} */ node, { style }) => h(TAGS[style], {}, node),
        document.createTextNode(text.slice(start, end)),
      );
  });
}
