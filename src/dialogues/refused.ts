import type { Styled } from '../chat.js';
import type { Refusal } from '../domain/refusal.js';
import type { Words } from '../words.js';

/** A refusal in words. A window of the plan and a state of an entry are named as people call them. */
export function inWords(t: Words, { key, values }: Refusal): Styled {
  const { window, from, to } = values;
  return t.loose(key, {
    ...values,
    ...(window !== undefined && { window: t.loose(`window.${window}`, {}).text }),
    ...(from !== undefined && { from: t.loose(`state.${from}`, {}).text }),
    ...(to !== undefined && { to: t.loose(`state.${to}`, {}).text }),
  });
}
