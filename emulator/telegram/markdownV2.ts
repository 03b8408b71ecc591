import type { Entity } from '../state.js';
import { type Formatted, MarkupError } from './formatted.js';
import { linkAddress } from './links.js';

const reserved = '_*[]()~`>#+-=|{}.!';

type Kind =
  | 'Bold'
  | 'Italic'
  | 'Underline'
  | 'Strikethrough'
  | 'Spoiler'
  | 'Code'
  | 'Pre'
  | 'PreCode'
  | 'TextUrl'
  | 'CustomEmoji';
type Open = { kind: Kind; offset: number; byteOffset: number; language?: string | undefined };

const marks: Record<Kind, { open: string; close: string; type: string }> = {
  Underline: { open: '__', close: '__', type: 'underline' },
  Italic: { open: '_', close: '_', type: 'italic' },
  Bold: { open: '*', close: '*', type: 'bold' },
  Strikethrough: { open: '~', close: '~', type: 'strikethrough' },
  Spoiler: { open: '||', close: '||', type: 'spoiler' },
  Pre: { open: '```', close: '```', type: 'pre' },
  PreCode: { open: '```', close: '```', type: 'pre' },
  Code: { open: '`', close: '`', type: 'code' },
  CustomEmoji: { open: '![', close: ']', type: 'custom_emoji' },
  TextUrl: { open: '[', close: ']', type: 'text_link' },
};
/** The longer mark comes first. */
const kinds = Object.keys(marks) as Kind[];

/** Telegram's `MarkdownV2`, refused as Telegram refuses it. */
export function parseMarkdownV2(source: string): Formatted {
  return new Reader(source).read();
}

class Reader {
  #at = 0;
  #text = '';
  /** Where the quotation began that goes on. */
  #quote: number | null = null;
  readonly #entities: Entity[] = [];
  readonly #open: Open[] = [];

  constructor(private readonly source: string) {}

  read(): Formatted {
    while (this.#at < this.source.length) this.#step();
    this.#mustBeClosed();
    this.#endQuote('blockquote');
    return { text: this.#text, entities: this.#entities };
  }

  #step(): void {
    const char = this.source[this.#at] ?? '';
    const { kind } = this.#open.at(-1) ?? {};
    const verbatim = kind === 'Code' || kind === 'Pre' || kind === 'PreCode';
    if (this.#isEscape(char)) this.#take(2, this.source[this.#at + 1]);
    else if (this.#quote !== null && this.#endsQuote(kind)) this.#endQuoteLine();
    else if (kind && this.#ends(kind)) this.#end(kind);
    else if (verbatim ? char !== '`' : !reserved.includes(char)) this.#take(1, char);
    else if (char === '>' && this.#atLineStart()) this.#beginQuote();
    else this.#begin(char);
  }

  #isEscape(char: string): boolean {
    const next = this.source.charCodeAt(this.#at + 1);
    return char === '\\' && next > 0 && next <= 126;
  }

  #begin(char: string): void {
    const kind = kinds.find((kind) => this.source.startsWith(marks[kind].open, this.#at));
    if (!kind)
      throw new MarkupError(`Character '${char}' is reserved and must be escaped with the preceding '\\'`);
    const open = { kind, offset: this.#text.length, byteOffset: this.#bytes(this.#at) };
    this.#at += marks[kind].open.length;
    if (kind !== 'Pre') {
      this.#open.push(open);
      return;
    }
    const language = /^[^\s`]+(?=\s)/.exec(this.source.slice(this.#at))?.[0];
    this.#at += language?.length ?? 0;
    this.#at += /^(?:\r\n|\n\r|\n|\r)/.exec(this.source.slice(this.#at))?.[0].length ?? 0;
    this.#open.push(language ? { ...open, kind: 'PreCode', language } : open);
  }

  #ends(kind: Kind): boolean {
    if (kind === 'Italic' && this.source.startsWith('__', this.#at)) return false;
    return this.source.startsWith(marks[kind].close, this.#at);
  }

  #end(kind: Kind): void {
    const open = this.#open.pop();
    if (!open) return;
    const text = this.#text.slice(open.offset);
    this.#at += marks[kind].close.length;
    const fields = this.#fieldsOf(open, text);
    if (text && fields) {
      this.#entities.push({ type: marks[kind].type, offset: open.offset, length: text.length, ...fields });
    }
  }

  /** What an entity has beside its range; `null` if it isn't one after all. */
  #fieldsOf({ kind, language }: Open, text: string): Record<string, string> | null {
    if (kind === 'PreCode') return { language: language ?? '' };
    if (kind === 'CustomEmoji') return { custom_emoji_id: this.#emojiId() };
    if (kind !== 'TextUrl') return {};
    const url = linkAddress(this.#address('URL') ?? text);
    return url ? { url } : null;
  }

  /** `(address)` after a link's text. */
  #address(what: string): string | undefined {
    const address = /^\(((?:\\.|[^\\)])*)\)/s.exec(this.source.slice(this.#at));
    if (!address && this.source[this.#at] === '(') {
      throw new MarkupError(`Can't find end of a ${what} at byte offset ${this.#bytes(this.#at + 1)}`);
    }
    this.#at += address?.[0].length ?? 0;
    return address?.[1]?.replace(/\\(.)/g, '$1');
  }

  #emojiId(): string {
    const address = this.#address('custom emoji URL');
    if (address === undefined) throw new MarkupError('Custom emoji entity must contain a tg://emoji URL');
    const id = /^tg:(?:\/\/)?emoji\/?\?(?:[^#]*&)?id=(\d+)/i.exec(address)?.[1];
    if (!id) throw new MarkupError('Custom emoji URL must have an emoji identifier');
    return id;
  }

  #beginQuote(): void {
    this.#at += 1;
    this.#quote ??= this.#text.length;
  }

  /** At the end of a line, or at the `||` before it that lets the quotation be folded. */
  #endsQuote(kind: Kind | undefined): boolean {
    if (this.source[this.#at] === '\n') return true;
    return kind !== 'Spoiler' && /^\|\|(?:$|\n(?!>))/.test(this.source.slice(this.#at));
  }

  #endQuoteLine(): void {
    const expandable = this.source.startsWith('||', this.#at);
    if (expandable) this.#at += 2;
    if (this.#at < this.source.length) this.#take(1, '\n');
    if (this.source[this.#at] === '>') {
      this.#beginQuote();
    } else {
      this.#mustBeClosed();
      this.#endQuote(expandable ? 'expandable_blockquote' : 'blockquote');
    }
  }

  #endQuote(type: string): void {
    if (this.#quote === null) return;
    const length = this.#text.length - this.#quote;
    if (length > 0) this.#entities.push({ type, offset: this.#quote, length });
    this.#quote = null;
  }

  #mustBeClosed(): void {
    const last = this.#open.at(-1);
    if (last)
      throw new MarkupError(`Can't find end of ${last.kind} entity at byte offset ${last.byteOffset}`);
  }

  #take(length: number, text = ''): void {
    this.#at += length;
    this.#text += text;
  }

  #atLineStart(): boolean {
    return this.#open.length === 0 && (this.#text === '' || this.#text.endsWith('\n'));
  }

  #bytes(index: number): number {
    return Buffer.byteLength(this.source.slice(0, index));
  }
}
