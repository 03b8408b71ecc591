import type { Styled } from '../chat.js';
import type { Refusal } from '../domain/refusal.js';
import type { Words } from '../words.js';

/** A refusal in words. A window of the plan is named as people call it. */
export function inWords(t: Words, { key, values }: Refusal): Styled {
  const { window } = values;
  return t.loose(
    key,
    window === undefined ? values : { ...values, window: t.loose(`window.${window}`, {}).text },
  );
}
