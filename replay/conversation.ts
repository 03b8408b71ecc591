import type { Key } from '../src/words.js';
import { says } from './reading.js';

/** What was said in answer, message by message. */
export type Heard = string[];

/** `time`: 1 when this is heard first, 2 the next time … Without anything more to do, `null`. */
export type Reaction = (text: string, time: number) => Promise<Heard | null>;

/** More steps than any conversation here takes: a screener has a hundred entries to look at. */
const MOST_STEPS = 1_000;

/**
 * Talks until one of the words in `until` is heard: reads the newest message, and reacts as somebody with
 * this in mind would. Whatever was lost, repeated or asked again, the conversation goes on from what the
 * bot said last. Answers the message that ended it, the last one that was reacted to at any rate.
 */
export async function converse(
  name: string,
  begin: () => Promise<Heard>,
  plan: { reactions: [to: Key, react: Reaction][]; until?: Key[] },
): Promise<string> {
  const times = new Map<Key, number>();
  let heard = await begin();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const ending = heard.find((text) => plan.until?.some((key) => says(text, key)));
    if (ending !== undefined) return ending;
    const next = firstMatch([...heard].reverse(), plan.reactions);
    if (!next) throw new Error(`${name} doesn't know what to do about: ${heard.join(' / ') || 'silence'}`);
    const time = (times.get(next.key) ?? 0) + 1;
    times.set(next.key, time);
    const answer = await next.react(next.text, time);
    if (answer === null) return next.text;
    heard = answer;
  }
  throw new Error(`${name} goes round in circles: ${heard.join(' / ')}`);
}

function firstMatch(texts: string[], reactions: [Key, Reaction][]) {
  for (const text of texts)
    for (const [key, react] of reactions) if (says(text, key)) return { text, key, react };
  return null;
}
