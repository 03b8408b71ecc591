import type { Styled } from '../chat.js';
import type { Refusal } from '../domain/refusal.js';
import type { Words } from '../words.js';

/**
 * A refusal in words. A well-known window is named as people call it, another by the plan's own title; a
 * state of an entry as people call it.
 */
export function inWords(t: Words, { key, values }: Refusal): Styled {
  const { window, from, to } = values;
  return t.loose(key, {
    ...values,
    ...(window !== undefined &&
      t.has(`window.${window}`) && { window: t.loose(`window.${window}`, {}).text }),
    ...(from !== undefined && { from: t.loose(`state.${from}`, {}).text }),
    ...(to !== undefined && { to: t.loose(`state.${to}`, {}).text }),
  });
}
