import { dayOf, hourOf, shortDayOf } from '../clock.js';
import { h, showChildren, showText } from '../dom.js';
import { platformName } from '../names.js';
import { attachmentWord } from './attachment.js';
import { chatAvatar } from './avatar.js';

/** @import { Chat, Message, Phone } from '../types.js' */
/** @import { Layout } from '../layout.js' */
/** @import { World } from '../world.js' */

/**
 * A person's first screen: his chats, the newest first.
 *
 * @param {{ world: World, layout: Layout, holder(): Phone | undefined, open(chat: string): void }} device
 */
export function createChatList({ world, layout, holder, open }) {
  const title = h('h3');
  const list = h('ul', { class: 'chats', 'aria-label': 'Các cuộc trò chuyện' });
  const element = h('div', { class: 'home' }, h('header', { class: 'bar' }, title), list);
  /** @type {Map<string, { row: HTMLElement, shown: string }>} */
  const rows = new Map();

  /** @param {Phone} phone @param {Chat} chat */
  function row(phone, chat) {
    const newest = world.history(chat.id).at(-1);
    const unread = layout.unread(world, phone.id, chat.id);
    const typing = world.isTyping(chat.id);
    const preview = typing ? 'đang nhập…' : previewOf(newest, phone);
    const time = newest ? momentOf(newest.at, world.now()) : '';
    const shown = JSON.stringify([chat.title, preview, time, unread]);
    const known = rows.get(chat.id);
    if (known?.shown === shown) return known.row;
    const fresh = h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          'aria-label': unread > 0 ? `${chat.title}, ${unread} tin chưa đọc` : chat.title,
          'aria-description': [time, preview].filter(Boolean).join(', '),
          onclick: () => open(chat.id),
        },
        chatAvatar(chat),
        h('span', { class: 'title' }, chat.title),
        h('time', {}, time),
        h('span', { class: typing ? 'preview typing' : 'preview' }, preview),
        unread > 0 && h('span', { class: 'unread' }, String(unread)),
      ),
    );
    rows.set(chat.id, { row: fresh, shown });
    return fresh;
  }

  /** @param {Message | undefined} newest @param {Phone} phone */
  function previewOf(newest, phone) {
    if (!newest) return 'Chưa có tin nhắn';
    const { from, text, attachment } = newest;
    const words = text || (attachment ? attachmentWord(attachment) : '');
    return from.kind === 'phone' && from.phone === phone.id ? `Bạn: ${words}` : words;
  }

  return {
    element,
    update() {
      const phone = holder();
      if (!phone) return;
      showText(title, platformName(phone.platform));
      const newest = (/** @type {Chat} */ { id }) => world.history(id).at(-1)?.at ?? 0;
      const chats = world.chatsOf(phone.id).sort((one, other) => newest(other) - newest(one));
      showChildren(
        list,
        chats.map((chat) => row(phone, chat)),
      );
    },
  };
}

/** @param {number} at @param {number} now */
const momentOf = (at, now) => (dayOf(at) === dayOf(now) ? hourOf(at) : shortDayOf(at));
