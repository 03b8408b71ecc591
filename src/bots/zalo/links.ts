const LINK = /https?:\/\/[^\s<>"]+/gi;
/** Keys under which a preview card keeps pictures: they are no links that a person meant. */
const PICTURE = /thumb|icon|image|photo|avatar|picture/i;

/** The http(s) links in a text, without the punctuation that follows them. */
export function linksIn(text: string): string[] {
  return unique([...text.matchAll(LINK)].map(([link]) => withoutTail(link)));
}

/**
 * Every link anywhere in a value. A link that Zalo turned into a preview card has left the text, and no
 * document says where it went. Pictures come last.
 */
export function linksAnywhere(value: unknown, key = ''): string[] {
  const pictures: string[] = [];
  const links: string[] = [];
  visit(value, key);
  return unique([...links, ...pictures]);

  function visit(each: unknown, name: string): void {
    if (typeof each === 'string') (PICTURE.test(name) ? pictures : links).push(...linksIn(each));
    else if (Array.isArray(each)) for (const item of each) visit(item, name);
    else if (each && typeof each === 'object')
      for (const [inner, item] of Object.entries(each)) visit(item, inner);
  }
}

function withoutTail(link: string): string {
  const bare = link.replace(/[.,;:!?'”’»…]+$/, '');
  return /[)\]}]$/.test(bare) && !/[([{]/.test(bare) ? withoutTail(bare.slice(0, -1)) : bare;
}

const unique = (links: string[]): string[] => [...new Set(links)];
