import { h, icon, iconButton } from '../dom.js';

/** @import { Bot } from '../types.js' */

/**
 * @typedef {{
 *   platform: 'telegram' | 'zalo', group: boolean, bots(): Bot[],
 *   say(words: { text: string, mention: boolean }): Promise<unknown>,
 *   attach(): void, commands(): void, stickers(): void, voice(): void,
 * }} Wishes
 */

/** On a keyboard of glass, Enter makes a line and only the button sends, as both messengers have it there. */
const ofGlass = () => matchMedia('(pointer: coarse)').matches;

/**
 * Where a message is written. In a group, `@` offers the bots; a name picked there is a real mention,
 * the same letters typed by hand are not (on Telegram they are: it goes by the username).
 *
 * @param {Wishes} wishes
 */
export function createComposer({ platform, group, bots, say, attach, commands, stickers, voice }) {
  const zalo = platform === 'zalo';
  const input = h('textarea', {
    rows: 1,
    'aria-label': 'Nhập tin nhắn',
    placeholder: zalo && group ? 'Gõ @ để gọi bot' : 'Tin nhắn',
    autocomplete: 'off',
    oninput: changed,
    onkeydown: pressed,
  });
  const sendButton = iconButton('send', 'Gửi', submit, 'send');
  const voiceButton = iconButton('mic', 'Gửi tin nhắn thoại', voice);
  const menuButton = h(
    'button',
    { type: 'button', class: 'menu-button', onclick: commands },
    icon('menu'),
    'Menu',
  );
  const suggestions = h('div', {
    class: 'mentions',
    role: 'listbox',
    'aria-label': 'Nhắc tên',
    hidden: true,
  });
  const element = h(
    'form',
    { class: 'composer', onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
    suggestions,
    zalo ? iconButton('sticker', 'Nhãn dán', stickers) : menuButton,
    input,
    group && iconButton('at', 'Nhắc tên', () => insert('@')),
    iconButton('attach', 'Đính kèm', attach),
    voiceButton,
    sendButton,
  );
  /** @type {Set<string>} */
  const picked = new Set();
  let highlighted = 0;

  const nameOf = (/** @type {Bot} */ bot) => (zalo ? bot.name : bot.username);

  /** The words after the last `@` before the cursor, if a name may still come of them. */
  function wanted() {
    const match = /(?:^|\s)@([\p{L}\p{N}_ ]{0,24})$/u.exec(input.value.slice(0, input.selectionStart));
    return group && match ? (match[1] ?? '') : null;
  }

  function offered() {
    const words = wanted();
    if (words === null) return [];
    return bots().filter((bot) =>
      nameOf(bot).toLocaleLowerCase('vi').startsWith(words.toLocaleLowerCase('vi')),
    );
  }

  function changed() {
    input.style.height = 'auto';
    if (input.scrollHeight > 0) input.style.height = `${input.scrollHeight}px`;
    const empty = input.value.trim() === '';
    sendButton.hidden = empty;
    voiceButton.hidden = !empty;
    const bots = offered();
    highlighted = Math.min(highlighted, Math.max(bots.length - 1, 0));
    suggestions.hidden = bots.length === 0;
    suggestions.replaceChildren(
      ...bots.map((bot, index) =>
        h(
          'button',
          {
            type: 'button',
            role: 'option',
            'aria-selected': index === highlighted,
            onclick: () => pick(bot),
          },
          icon('bot'),
          h('span', {}, bot.name, !zalo && h('small', {}, `@${bot.username}`)),
        ),
      ),
    );
  }

  /** @param {Bot} bot */
  function pick(bot) {
    const end = input.selectionStart;
    const start = end - (wanted()?.length ?? 0);
    input.setRangeText(`${nameOf(bot)} `, start, end, 'end');
    picked.add(nameOf(bot));
    input.focus();
    changed();
  }

  /** @param {string} words */
  function insert(words) {
    const before = input.value.slice(0, input.selectionStart);
    input.setRangeText(
      /(^|\s)$/.test(before) ? words : ` ${words}`,
      input.selectionStart,
      input.selectionEnd,
      'end',
    );
    input.focus();
    changed();
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.isComposing) return;
    const bots = suggestions.hidden ? [] : offered();
    const chosen = bots[highlighted];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && bots.length > 0) highlighted = (highlighted + step + bots.length) % bots.length;
    else if (event.key === 'Escape' && chosen) suggestions.hidden = true;
    else if (event.key === 'Enter' && chosen) pick(chosen);
    else if (event.key === 'Enter' && !event.shiftKey && !ofGlass()) submit();
    else return;
    event.preventDefault();
    if (step) changed();
  }

  async function submit() {
    const text = input.value.trim();
    if (text === '') return;
    const mention = [...picked].some((name) => text.includes(`@${name}`));
    picked.clear();
    input.value = '';
    changed();
    input.focus();
    await say({ text, mention });
  }

  changed();
  return {
    element,
    focus: () => input.focus(),
    /** @param {boolean} any */
    showCommands(any) {
      menuButton.hidden = !any;
    },
  };
}
