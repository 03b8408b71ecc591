import type { Entity } from '../state.js';
import { type Formatted, MarkupError } from './formatted.js';
import { linkAddress } from './links.js';

const plainTags: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
  pre: 'pre',
};
const otherTags = ['a', 'span', 'tg-emoji', 'blockquote'];

const references: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

type Attributes = Map<string, string>;
type Open = { tag: string; offset: number; attributes: Attributes };

/** Telegram's HTML, refused as Telegram refuses it. */
export function parseHtml(source: string): Formatted {
  return new Reader(source).read();
}

class Reader {
  #at = 0;
  #text = '';
  readonly #entities: Entity[] = [];
  readonly #open: Open[] = [];

  constructor(private readonly source: string) {}

  read(): Formatted {
    while (this.#at < this.source.length) this.#step();
    const unclosed = this.#open.at(-1);
    if (unclosed) throw new MarkupError(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
    return { text: this.#text, entities: withLanguages(this.#entities) };
  }

  #step(): void {
    if (this.source.startsWith('</', this.#at)) this.#endTag();
    else if (this.source[this.#at] === '<') this.#startTag();
    else this.#character();
  }

  #character(): void {
    const found = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot));?/i.exec(
      this.source.slice(this.#at, this.#at + 12),
    );
    this.#text += found ? referred(found) : this.source[this.#at];
    this.#at += found?.[0].length ?? 1;
  }

  #startTag(): void {
    const name = this.#match(/<([^\s>]*)/y)?.[1] ?? '';
    const start = this.#at;
    const tag = name.toLowerCase();
    const failed = (reason: string) => new MarkupError(`${reason} at byte offset ${this.#bytes(start)}`);
    this.#at += 1 + name.length;
    if (this.#at >= this.source.length) throw failed('Unclosed start tag');
    if (!(tag in plainTags) && !otherTags.includes(tag)) throw failed(`Unsupported start tag "${tag}"`);
    const attributes: Attributes = new Map();
    while (!this.#skip(/\s*>/y)) {
      const found = this.#match(/\s*([^\s=>]*)(?:\s*(=)\s*)?/y);
      this.#at += found?.[0].length ?? 0;
      if (this.#at >= this.source.length) throw failed(`Unclosed start tag "${tag}"`);
      if (!found?.[1]) throw failed(`Empty attribute name in the tag "${tag}"`);
      const value = found[2] ? this.#attributeValue() : '';
      if (value === null) throw failed('Unclosed start tag');
      attributes.set(found[1].toLowerCase(), value);
    }
    this.#open.push({ tag, attributes, offset: this.#text.length });
  }

  #attributeValue(): string | null {
    const found = this.#match(/"([^"]*)"|'([^']*)'|([\w.-]+)/y);
    if (!found && /["']/.test(this.source[this.#at] ?? '')) return null;
    this.#at += found?.[0].length ?? 0;
    if (!found || (found[3] !== undefined && !/[\s>]/.test(this.source[this.#at] ?? ''))) {
      throw new MarkupError(
        `Unexpected end of name token at byte offset ${this.#bytes(this.#at - (found?.[0].length ?? 0))}`,
      );
    }
    return found[1] ?? found[2] ?? found[3] ?? '';
  }

  #endTag(): void {
    const start = this.#bytes(this.#at);
    const last = this.#open.pop();
    if (!last) throw new MarkupError(`Unexpected end tag at byte offset ${start}`);
    const found = this.#match(/<\/([^\s>]*)\s*>/y);
    if (!found) throw new MarkupError(`Unclosed end tag at byte offset ${start}`);
    const name = (found[1] ?? '').toLowerCase();
    if (name && name !== last.tag) {
      throw new MarkupError(
        `Unmatched end tag at byte offset ${start}, expected "</${last.tag}>", found "</${name}>"`,
      );
    }
    this.#at += found[0].length;
    const range = { offset: last.offset, length: this.#text.length - last.offset };
    const kind = range.length > 0 ? kindOf(last, this.#text.slice(last.offset)) : null;
    if (kind) this.#entities.push({ ...kind, ...range });
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.source);
  }

  #skip(pattern: RegExp): boolean {
    const found = this.#match(pattern);
    this.#at += found?.[0].length ?? 0;
    return found !== null;
  }

  #bytes(index: number): number {
    return Buffer.byteLength(this.source.slice(0, index));
  }
}

function referred([whole, decimal, hex, name]: RegExpExecArray): string {
  if (name) return references[name.toLowerCase()] ?? whole;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function kindOf({ tag, attributes }: Open, text: string): { type: string; [field: string]: string } | null {
  if (tag === 'a') {
    const url = linkAddress(attributes.get('href') || text);
    return url ? { type: 'text_link', url } : null;
  }
  if (tag === 'span') return attributes.get('class') === 'tg-spoiler' ? { type: 'spoiler' } : null;
  if (tag === 'tg-emoji') return { type: 'custom_emoji', custom_emoji_id: attributes.get('emoji-id') ?? '' };
  if (tag === 'blockquote')
    return { type: attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote' };
  const language = /^language-(.+)$/.exec(attributes.get('class') ?? '')?.[1];
  return { type: plainTags[tag] ?? tag, ...(tag === 'code' && language && { language }) };
}

/** `<pre><code class="language-x">` is one entity. */
function withLanguages(entities: Entity[]): Entity[] {
  const sameRange = (a: Entity, b: Entity) => a.offset === b.offset && a.length === b.length;
  return entities.flatMap(({ language, ...entity }) => {
    const pre =
      entity.type === 'code' &&
      language &&
      entities.some((other) => other.type === 'pre' && sameRange(other, entity));
    if (pre) return [];
    const code = entities.find(
      (other) => other.type === 'code' && other.language && sameRange(other, entity),
    );
    return [entity.type === 'pre' && code ? { ...entity, language: code.language } : entity];
  });
}
