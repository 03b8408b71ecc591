import { h, icon } from '../dom.js';
import { colourOf, initials } from '../names.js';

/** @param {{ id: string, name: string, bot?: boolean }} whose */
export function avatar({ id, name, bot = false }) {
  const element = h('span', { class: 'avatar', 'aria-hidden': 'true' }, bot ? icon('bot') : initials(name));
  element.style.setProperty('--colour', colourOf(id));
  return element;
}

/**
 * @param {import('../types.js').Chat} chat
 */
export const chatAvatar = (chat) =>
  avatar({
    id: chat.bot && chat.kind === 'private' ? chat.bot : chat.id,
    name: chat.title,
    bot: chat.kind === 'private',
  });
