import { z } from 'zod';
import { Entity } from '../state.js';
import { detectEntities, inOrder, overlap } from './entities.js';
import { bad } from './errors.js';
import { type Formatted, MarkupError } from './formatted.js';
import { parseHtml } from './html.js';
import { parseMarkdown } from './markdown.js';
import { parseMarkdownV2 } from './markdownV2.js';

const parsers: Record<string, (source: string) => Formatted> = {
  html: parseHtml,
  markdown: parseMarkdown,
  markdownv2: parseMarkdownV2,
};

const mostBytes = 32_768;

export const Entities = z.array(Entity);

/** What people will read, and its styles: from `parse_mode`, else from `entities`. */
export function formatted(
  source: string,
  parseMode: string | undefined,
  entities: Entity[] | undefined,
): Formatted {
  if (Buffer.byteLength(source) > mostBytes) throw bad('message is too long');
  const given = parseMode
    ? parse(source, parseMode)
    : { text: source, entities: checked(source, entities ?? []) };
  const { text, entities: explicit } = trimmed(given);
  const detected = detectEntities(text).filter((entity) => !explicit.some((other) => hides(other, entity)));
  return { text, entities: inOrder([...explicit, ...detected]) };
}

function parse(source: string, parseMode: string): Formatted {
  const parser = parsers[parseMode.toLowerCase()];
  if (!parser) throw bad('unsupported parse_mode');
  try {
    return parser(source);
  } catch (error) {
    if (error instanceof MarkupError) throw bad(`can't parse entities: ${error.message}`);
    throw error;
  }
}

function checked(text: string, entities: Entity[]): Entity[] {
  for (const { offset, length } of entities) {
    if (offset < 0 || length < 0 || offset > text.length)
      throw bad("can't parse entities: wrong offset or length");
  }
  return entities.filter(({ offset, length }) => length > 0 && offset + length <= text.length);
}

/** Telegram cuts blanks off both ends. */
function trimmed({ text, entities }: Formatted): Formatted {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  const moved = entities.flatMap((entity) => {
    const from = Math.max(entity.offset - start, 0);
    const to = Math.min(entity.offset + entity.length - start, kept.length);
    return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
  });
  return { text: kept, entities: moved };
}

const hides = (explicit: Entity, detected: Entity) =>
  overlap(explicit, detected) &&
  (['code', 'pre', 'text_link', 'text_mention'].includes(explicit.type) || explicit.type === detected.type);
