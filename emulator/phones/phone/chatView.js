import { h, iconButton, showChildren, showText } from '../dom.js';
import { attempt } from '../notice.js';
import * as server from '../server.js';
import { chatAvatar } from './avatar.js';
import { chatMenu } from './chatMenu.js';
import { createComposer } from './composer.js';
import { createHistory } from './history.js';
import * as pickers from './pickers.js';
import { VOICE } from './samples.js';

/** @import { Bot, Chat, Message, Phone } from '../types.js' */
/** @import { OpenSheet } from './sheet.js' */
/** @import { World } from '../world.js' */

/**
 * One chat on one phone: the bar above, the messages, and where one writes.
 *
 * @param {Chat} first
 * @param {{
 *   world: World, holder(): Phone | undefined, openSheet: OpenSheet, unreadElsewhere(): number,
 *   hasList(): boolean, goBack(): void, showGroup: ((chat: string) => void) | null,
 * }} device `hasList`: the person has other chats to go back to; `showGroup`: null where it is shown already
 */
export function createChatView(
  first,
  { world, holder, openSheet, unreadElsewhere, hasList, goBack, showGroup },
) {
  let chat = first;
  const zalo = chat.platform === 'zalo';
  /** @type {Message | null} */
  let replyingTo = null;

  const elsewhere = h('span', { class: 'unread' });
  const title = h('h3', {}, chat.title);
  const subtitle = h('span', { class: 'subtitle' });
  const back = iconButton('back', 'Về danh sách trò chuyện', goBack, 'go-back');
  const bar = h(
    'header',
    { class: 'bar' },
    back,
    elsewhere,
    chatAvatar(chat),
    h('div', { class: 'titles' }, title, subtitle),
    iconButton('more', 'Tùy chọn', () =>
      pickers.menu(openSheet, chatMenu(chat, { world, holder, showGroup })),
    ),
  );

  /** @param {(phone: string) => Promise<unknown>} deed */
  const act = async (deed) => {
    const phone = holder();
    if (phone) await attempt(() => deed(phone.id));
  };

  /** @param {{ text: string, mention: boolean }} words */
  function say({ text, mention }) {
    const replyTo = replyingTo?.id;
    reply(null);
    history.scrollToEnd();
    return act((phone) =>
      server.say(chat.id, {
        phone,
        text,
        ...(mention && { mention }),
        ...(replyTo !== undefined && { replyTo }),
      }),
    );
  }

  /** @param {import('../types.js').Sending} sending */
  const send = (sending) => void act((phone) => server.send(chat.id, { ...sending, phone }));

  /** @param {Message | null} message */
  function reply(message) {
    replyingTo = message;
    quote.hidden = message === null;
    showText(quoted, message?.text || 'Tệp đính kèm');
    if (message) composer.focus();
  }

  const history = createHistory({
    world,
    holder,
    press: (message, row, column) =>
      act((phone) => server.press(chat.id, { phone, message: message.id, row, column })),
    command: (command) => say({ text: command, mention: false }),
    reply,
  });

  const quoted = h('span');
  const quote = h(
    'div',
    { class: 'quote', hidden: true },
    h('b', {}, 'Trả lời'),
    quoted,
    iconButton('close', 'Thôi trả lời', () => reply(null)),
  );

  /** @returns {Bot[]} */
  const bots = () => (chat.botPresent ? world.state.bots.filter(({ id }) => id === chat.bot) : []);

  const composer = createComposer({
    platform: chat.platform,
    group: chat.kind === 'group',
    bots,
    say,
    attach: () =>
      pickers.attach(openSheet, {
        contact: zalo || chat.kind === 'group' ? null : (holder()?.name ?? ''),
        mention: zalo && chat.kind === 'group' ? (bots()[0]?.name ?? null) : null,
        send,
      }),
    stickers: () => pickers.stickers(openSheet, send),
    voice: () => send(VOICE),
    commands: () =>
      pickers.commands(openSheet, bots()[0]?.commands ?? [], (text) => say({ text, mention: false })),
  });

  const keys = h('div', { class: 'keys', role: 'group', 'aria-label': 'Bàn phím gợi ý' });
  const start = h(
    'button',
    { type: 'button', class: 'foot', onclick: () => say({ text: '/start', mention: false }) },
    'Bắt đầu',
  );
  const unblock = h(
    'button',
    {
      type: 'button',
      class: 'foot',
      onclick: () => act((phone) => server.block(chat.id, { phone, blocked: false })),
    },
    'Bỏ chặn',
  );
  const foot = h('div', { class: 'writing' });
  const element = h('div', { class: 'chat' }, bar, history.element, foot);
  let shownKeys = '';

  function showKeys() {
    const rows = chat.keyboard ?? [];
    const asText = JSON.stringify(rows);
    if (asText === shownKeys) return;
    shownKeys = asText;
    keys.replaceChildren(
      ...rows.map((row) =>
        h(
          'div',
          { class: 'row' },
          row.map(({ text, requestContact }) =>
            h(
              'button',
              {
                type: 'button',
                onclick: () =>
                  requestContact
                    ? send({ kind: 'contact', name: holder()?.name ?? '' })
                    : say({ text, mention: false }),
              },
              text,
            ),
          ),
        ),
      ),
    );
  }

  /** What stands under the messages. */
  function footNodes() {
    if (chat.blocked) return [unblock];
    const untouched = world.ready && chat.kind === 'private' && !zalo && world.history(chat.id).length === 0;
    if (untouched) return [start];
    return [quote, composer.element, ...(chat.keyboard?.length ? [keys] : [])];
  }

  function subtitleText() {
    if (world.isTyping(chat.id)) return zalo ? 'Đang soạn tin…' : 'đang nhập…';
    if (chat.kind === 'private') return zalo ? 'Tài khoản tự động' : 'bot';
    return `${chat.phones.length + (chat.botPresent ? 1 : 0)} thành viên`;
  }

  return {
    element,
    /** @param {Chat} fresh */
    update(fresh) {
      chat = fresh;
      showText(title, chat.title);
      showText(subtitle, subtitleText());
      subtitle.classList.toggle('typing', world.isTyping(chat.id));
      back.hidden = !hasList();
      const unread = hasList() ? unreadElsewhere() : 0;
      elsewhere.hidden = unread === 0;
      showText(elsewhere, unread > 0 ? String(unread) : '');
      composer.showCommands(chat.kind === 'private' && (bots()[0]?.commands?.length ?? 0) > 0);
      showKeys();
      showChildren(foot, footNodes());
      history.update(chat);
    },
  };
}
