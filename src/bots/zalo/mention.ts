/**
 * A message that mentions the bot carries its name, somewhere at one end: `@Bot Hội Thi nop 42`. What is
 * left is what the person meant, in composed letters (NFC), whichever way his keyboard writes them.
 */
export function withoutMention(text: string, names: string[]): string {
  let rest = text.normalize('NFC').trim();
  for (const name of names) {
    const mention = `@${pattern(name)}`;
    rest = rest
      .replace(new RegExp(`^${mention}(?![\\p{L}\\p{N}])[\\s,:]*`, 'iu'), '')
      .replace(new RegExp(`[\\s,:]*(?<![\\p{L}\\p{N}])${mention}[\\s.!?]*$`, 'iu'), '');
  }
  return rest;
}

const pattern = (name: string): string =>
  name
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('\\s+');
