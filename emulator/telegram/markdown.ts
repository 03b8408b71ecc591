import type { Entity } from '../state.js';
import { type Formatted, MarkupError } from './formatted.js';

/** The older `Markdown` mode: nothing is nested. */
export function parseMarkdown(source: string): Formatted {
  const entities: Entity[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const char = source[at] ?? '';
    if (char === '\\' && '_*`['.includes(source[at + 1] ?? ' ')) {
      text += source[at + 1];
      at += 2;
    } else if (!'_*`['.includes(char)) {
      text += char;
      at += 1;
    } else {
      const { content, end, ...entity } = readEntity(source, at);
      if (content) entities.push({ ...entity, offset: text.length, length: content.length });
      text += content;
      at = end;
    }
  }
  return { text, entities };
}

const types: Record<string, string> = {
  _: 'italic',
  '*': 'bold',
  '`': 'code',
  '```': 'pre',
  '[': 'text_link',
};

function readEntity(
  source: string,
  at: number,
): { type: string; content: string; end: number; url?: string } {
  const mark = source.startsWith('```', at) ? '```' : (source[at] ?? '');
  const close = mark === '[' ? ']' : mark;
  const end = source.indexOf(close, at + mark.length);
  if (end < 0) {
    const offset = Buffer.byteLength(source.slice(0, at));
    throw new MarkupError(`Can't find end of the entity starting at byte offset ${offset}`);
  }
  const content = source.slice(at + mark.length, end);
  const type = types[mark] ?? 'bold';
  if (mark !== '[') return { type, content, end: end + close.length };
  const address = /^\(([^)]*)\)/.exec(source.slice(end + 1));
  return { type, content, end: end + 1 + (address?.[0].length ?? 0), url: address?.[1] ?? content };
}
