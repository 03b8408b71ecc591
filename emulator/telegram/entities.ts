import type { Entity, ShownStyle } from '../state.js';

/** What Telegram finds in plain text by itself. Order matters: the earlier pattern keeps its place. */
const patterns: [type: string, pattern: RegExp][] = [
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['url', /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]'”]/gi],
  [
    'url',
    /(?<![\w@./])(?:[a-z0-9-]+\.)+(?:com|net|org|vn|info|be|io|me|gl|tv|edu|gov)(?:\/[^\s<>"]*[^\s<>".,;:!?)\]'”])?(?![\w.@])/gi,
  ],
  ['bot_command', /(?<![^\s(])\/[a-zA-Z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])/g],
  ['mention', /(?<![\w/@])@[a-zA-Z]\w{3,31}/g],
  ['hashtag', /(?<![\p{L}\p{N}_#&])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
  ['phone_number', /(?<![\w+])\+\d{9,14}(?!\w)/g],
];

export function detectEntities(text: string): Entity[] {
  const found: Entity[] = [];
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (!found.some((other) => overlap(other, entity))) found.push(entity);
    }
  }
  return inOrder(found);
}

export const overlap = (a: Entity, b: Entity) =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length;

/** Outer ones before inner ones. */
export const inOrder = (entities: Entity[]) =>
  entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);

const styleOf: Record<string, ShownStyle['style']> = {
  bold: 'bold',
  italic: 'italic',
  code: 'code',
  pre: 'code',
  underline: 'underline',
  strikethrough: 'strike',
};

export function shownStyles(entities: Entity[]): ShownStyle[] {
  return entities.flatMap(({ type, offset, length }) => {
    const style = styleOf[type];
    return style ? [{ start: offset, length, style }] : [];
  });
}
