import { hourOf } from '../clock.js';
import { h, iconButton, showChildren, showText } from '../dom.js';
import { platformName } from '../names.js';
import { createChatList } from './chatList.js';
import { createChatView } from './chatView.js';
import { sheetOpener } from './sheet.js';

/** @import { Layout } from '../layout.js' */
/** @import { Phone, Toast, View } from '../types.js' */
/** @import { World } from '../world.js' */

const TOAST_MS = 4000;

/** @typedef {ReturnType<typeof createPhone>} PhoneElement */

/** @param {View} view */
export const nameOf = (view) => (view.kind === 'person' ? view.phone.name : view.chat.title);

/** @param {View} view */
export const platformOf = (view) => (view.kind === 'person' ? view.phone : view.chat).platform;

/**
 * @param {View} view
 * @param {{ world: World, layout: Layout, putAway(): void, showGroup(chat: string): void, changed(): void }} page
 */
export function createPhone(view, { world, layout, putAway, showGroup, changed }) {
  const platform = platformOf(view);
  const name = nameOf(view);
  const time = h('time', { class: 'status-time' });
  const content = h('div', { class: 'content' });
  const screen = h(
    'div',
    { class: 'screen' },
    statusBar(time),
    content,
    h('div', { class: 'home-bar', 'aria-hidden': 'true' }),
  );
  const sheets = h('div', { class: 'sheets' });
  const toasts = h('div', { class: 'toasts', role: 'status' });
  const openSheet = sheetOpener(screen, sheets);
  const holderSelect = h('select', {
    'aria-label': `Người cầm máy trong ${name}`,
    onchange: () => {
      if (view.kind === 'group') layout.hold(view.chat.id, holderSelect.value);
      changed();
    },
  });
  const owner =
    view.kind === 'person'
      ? h('span', { class: 'label' }, view.phone.label)
      : h('label', { class: 'label' }, 'Máy của ', holderSelect);
  const element = h(
    'section',
    { class: `phone ${platform}`, 'aria-label': labelOf(view), 'data-view': view.id, tabindex: -1 },
    h('header', { class: 'caption' }, [
      h('div', {}, h('h2', {}, name), owner),
      h('span', { class: 'messenger' }, platformName(platform)),
      iconButton('close', `Cất điện thoại ${name}`, putAway, 'put-away'),
    ]),
    h('div', { class: 'device' }, screen, sheets, toasts),
  );
  /** @type {Map<string, ReturnType<typeof createChatView>>} */
  const chats = new Map();
  let visible = true;

  /** @returns {Phone | undefined} whose fingers these are */
  function holder() {
    if (view.kind === 'person') return world.phone(view.phone.id);
    const members = world.chat(view.chat.id)?.phones ?? view.chat.phones;
    const chosen = layout.holderOf(view.chat.id);
    return world.phone(chosen !== undefined && members.includes(chosen) ? chosen : (members[0] ?? ''));
  }

  /** @param {string} chat */
  function open(chat) {
    layout.open(view.id, chat);
    changed();
  }

  const chatList = createChatList({ world, layout, holder, open });

  /** @returns {import('../types.js').Chat | undefined} undefined: the list of chats */
  function openedChat() {
    if (view.kind === 'group') return world.chat(view.chat.id);
    const chats = world.chatsOf(view.phone.id);
    const chosen = layout.openedIn(view.id);
    if (chosen === '' && chats.length > 1) return undefined;
    return chats.find(({ id }) => id === chosen) ?? chats.find(({ kind }) => kind === 'private') ?? chats[0];
  }

  /** @param {string | null} except */
  const unreadBut = (except) => {
    const phone = holder();
    const chats = view.kind === 'group' ? [view.chat] : phone ? world.chatsOf(phone.id) : [];
    return phone
      ? chats
          .filter(({ id }) => id !== except)
          .reduce((sum, { id }) => sum + layout.unread(world, phone.id, id), 0)
      : 0;
  };

  /** @param {import('../types.js').Chat} chat */
  function chatView(chat) {
    const known = chats.get(chat.id);
    if (known) return known;
    const fresh = createChatView(chat, {
      world,
      holder,
      openSheet,
      unreadElsewhere: () => unreadBut(chat.id),
      hasList: () => view.kind === 'person' && world.chatsOf(view.phone.id).length > 1,
      goBack: () => open(''),
      showGroup: view.kind === 'person' ? showGroup : null,
    });
    chats.set(chat.id, fresh);
    return fresh;
  }

  function showHolders() {
    const members = view.kind === 'group' ? (world.chat(view.chat.id)?.phones ?? []) : [];
    const options = members.flatMap((id) => world.phone(id) ?? []);
    const ids = options.map(({ id }) => id).join();
    if (holderSelect.dataset.members !== ids) {
      holderSelect.dataset.members = ids;
      holderSelect.replaceChildren(...options.map(({ id, name }) => h('option', { value: id }, name)));
    }
    holderSelect.value = holder()?.id ?? '';
  }

  return {
    element,
    holder,
    unread: () => unreadBut(null),
    /** Puts the focus where one writes, or where one begins to. */
    goOn() {
      const covered = sheets.querySelector('.sheet');
      const start = covered ?? content.querySelector('textarea, .foot, .chats button') ?? element;
      /** @type {HTMLElement} */ (start).focus({ preventScroll: true });
    },
    /** @param {boolean} now what can't be seen isn't read */
    setVisible(now) {
      visible = now;
    },
    tick: () => showText(time, hourOf(world.now())),
    update() {
      const phone = holder();
      showHolders();
      const chat = openedChat();
      if (chat && phone && visible) layout.markSeen(world, phone.id, chat.id);
      if (!chat) chatList.update();
      const current = chat ? chatView(chat) : chatList;
      showChildren(content, [current.element]);
      if (chat) chatView(chat).update(chat);
    },
    /** @param {Toast} toast */
    toast({ text, alert }) {
      if (alert) {
        openSheet(text, 'middle', (close) => [
          h('p', {}, text),
          h('button', { type: 'button', class: 'primary', onclick: close }, 'Đã hiểu'),
        ]);
        return;
      }
      const line = h('p', { class: 'toast' }, text);
      toasts.append(line);
      setTimeout(() => line.remove(), TOAST_MS);
    },
  };
}

/** @param {View} view */
function labelOf(view) {
  const whose = view.kind === 'person' ? `Điện thoại của ${view.phone.name}` : `Nhóm ${view.chat.title}`;
  const label = view.kind === 'person' ? view.phone.label : '';
  return [whose, label, platformName(platformOf(view))].filter(Boolean).join(', ');
}

/** @param {HTMLElement} time */
function statusBar(time) {
  return h(
    'div',
    { class: 'status-bar' },
    time,
    h('span', { class: 'camera', 'aria-hidden': 'true' }),
    h('span', { class: 'signals', 'aria-hidden': 'true' }, h('i'), h('i'), h('b')),
  );
}
