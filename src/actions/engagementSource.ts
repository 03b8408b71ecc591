import type { Snapshot } from '../store/documents.js';
import type { Words } from '../words.js';

/** From where numbers are, and what proves them where we haven't read them ourselves. */
export function sourceWords(
  t: Words,
  { source = 'typed', proof }: Pick<Snapshot, 'source' | 'proof'>,
): string[] {
  const from = t.plain(`engagementSource.${source}`);
  if (source === 'facebook' || source === 'bot') return [from];
  if (!proof) return [from, t.plain('engagement.provenNot')];
  return [from, t.plain(proof.kind === 'photo' ? 'engagement.provenPhoto' : 'engagement.provenLink')];
}
