import { dayOf, hourOf, wallTime } from '../clock.js';
import { h, iconButton, scrolling, showChildren, showText } from '../dom.js';
import { bubble } from './bubble.js';
import { oneStop } from './oneStop.js';

/** @import { Chat, Message, Phone } from '../types.js' */
/** @import { World } from '../world.js' */

/** Messages of one sender that follow one another this soon stand together. */
const TOGETHER_MS = 5 * 60_000;
const AT_END_PX = 60;
const PAGE = 150;

/**
 * The messages of a chat as one of its people sees them. It stays at the end as long as nobody scrolls up.
 *
 * @param {{
 *   world: World, holder(): Phone | undefined,
 *   press(message: Message, row: number, column: number): Promise<unknown>, command(command: string): void,
 *   reply(message: Message): void,
 * }} device
 */
export function createHistory({ world, holder, press, command, reply }) {
  const list = h('div', { class: 'messages', role: 'log', 'aria-label': 'Tin nhắn', tabindex: 0 });
  const dots = h('div', { class: 'typing-dots', 'aria-label': 'đang nhập' }, h('i'), h('i'), h('i'));
  const toEnd = iconButton('down', 'Xuống tin mới nhất', () => scrollToEnd(scrolling()), 'to-end');
  const older = h('button', { type: 'button', class: 'service older', onclick: showOlder }, 'Xem tin cũ hơn');
  const empty = h('p', { class: 'service empty' });
  const element = h('div', { class: 'history' }, list, toEnd);
  /** @type {Map<string, { node: HTMLElement, message: Message | null, look: string }>} */
  const known = new Map();
  const stop = oneStop(list);
  let atEnd = true;
  let size = '';
  let most = PAGE;

  list.addEventListener('scroll', () => {
    // A turned phone, a keyboard of glass or a new message moves things without anybody having scrolled.
    if (sizeChanged()) return stay();
    atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < AT_END_PX;
    toEnd.hidden = atEnd;
  });
  list.addEventListener('load', stay, true);
  new ResizeObserver(stay).observe(list);

  function sizeChanged() {
    const before = size;
    size = [list.clientWidth, list.clientHeight, list.scrollHeight].join();
    return size !== before;
  }

  function stay() {
    sizeChanged();
    if (atEnd) scrollToEnd();
  }

  function showOlder() {
    most += PAGE;
    const fromEnd = list.scrollHeight - list.scrollTop;
    refresh();
    list.scrollTop = list.scrollHeight - fromEnd;
  }

  /** @param {ScrollBehavior} [behavior] */
  function scrollToEnd(behavior = 'instant') {
    list.scrollTo({ top: list.scrollHeight, behavior });
  }

  /** @param {string} key @param {Message | null} message @param {string} look @param {() => HTMLElement} build */
  function keep(key, message, look, build) {
    const old = known.get(key);
    if (old && old.message === message && old.look === look) return old.node;
    const node = build();
    if (!old) node.classList.add('fresh');
    known.set(key, { node, message, look });
    return node;
  }

  /** @param {Message} message */
  function senderOf({ from }) {
    if (from.kind === 'bot') return { id: from.bot, name: world.bot(from.bot)?.name ?? 'Bot' };
    if (from.kind === 'phone') return { id: from.phone, name: world.phone(from.phone)?.name ?? '' };
    return { id: '', name: '' };
  }

  /** @param {Chat} chat @param {Phone} phone @param {Message[]} history */
  function nodesOf(chat, phone, history) {
    return history.flatMap((message, index) => {
      const before = history[index - 1];
      const after = history[index + 1];
      const nodes = /** @type {Node[]} */ ([]);
      if (!before || dayOf(before.at) !== dayOf(message.at)) {
        const day = dayWords(message.at, chat.platform);
        nodes.push(keep(`day ${message.id}`, null, day, () => h('p', { class: 'service day' }, day)));
      }
      const setting = {
        own: message.from.kind === 'phone' && message.from.phone === phone.id,
        group: chat.kind === 'group',
        first: !before || !together(before, message),
        last: !after || !together(message, after),
        platform: chat.platform,
        sender: senderOf(message),
      };
      nodes.push(
        keep(message.id, message, JSON.stringify(setting), () =>
          bubble(message, {
            ...setting,
            press: (row, column) => press(message, row, column),
            command,
            reply: () => reply(message),
          }),
        ),
      );
      return nodes;
    });
  }

  /** @type {Chat | undefined} */
  let shownChat;

  function refresh() {
    const chat = shownChat;
    const phone = holder();
    if (!chat || !phone) return;
    const history = world.history(chat.id);
    showText(
      empty,
      chat.kind === 'group' ? 'Chưa có tin nhắn trong nhóm.' : `Gửi tin nhắn đầu tiên cho ${chat.title}.`,
    );
    const hadFocus = list.contains(document.activeElement);
    showChildren(list, [
      ...(history.length > most ? [older] : []),
      ...(history.length === 0 && world.ready ? [empty] : nodesOf(chat, phone, history.slice(-most))),
      ...(world.isTyping(chat.id) ? [dots] : []),
    ]);
    stop.update();
    if (hadFocus && !list.contains(document.activeElement)) list.focus({ preventScroll: true });
  }

  return {
    element,
    scrollToEnd,
    /** @param {Chat} chat */
    update(chat) {
      shownChat = chat;
      refresh();
      stay();
      toEnd.hidden = atEnd;
    },
  };
}

/** @param {Message} one @param {Message} next */
const together = (one, next) =>
  one.from.kind !== 'system' &&
  JSON.stringify(one.from) === JSON.stringify(next.from) &&
  next.at - one.at < TOGETHER_MS &&
  dayOf(one.at) === dayOf(next.at);

/** Each messenger words the line between two days in its own way. @param {number} at @param {'telegram' | 'zalo'} platform */
function dayWords(at, platform) {
  const { day, month, year } = wallTime(at);
  return platform === 'zalo' ? `${hourOf(at)} · ${dayOf(at)}` : `${day} tháng ${month}, ${year}`;
}
