import { h } from './dom.js';
import { Refused } from './server.js';

const SHOWN_MS = 6000;

/** Where notices stand. A popover, since nothing else lies above an open dialog. */
export const notices = h('div', { id: 'notices', role: 'status', popover: 'manual' });

/** @param {string} text a sentence at the foot of the page, gone by itself */
export function notice(text) {
  const line = h('p', { class: 'notice' }, text);
  // Whatever was shown last lies on top.
  notices.hidePopover();
  notices.showPopover();
  notices.append(line);
  setTimeout(() => line.remove(), SHOWN_MS);
}

/**
 * Does what a finger asked for. A refusal is told, and everything else is a bug that may show in the console.
 *
 * @template T
 * @param {() => Promise<T>} deed
 * @returns {Promise<T | undefined>}
 */
export async function attempt(deed) {
  try {
    return await deed();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    notice(error.message);
    return undefined;
  }
}
