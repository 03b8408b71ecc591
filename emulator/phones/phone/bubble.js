import { hourOf } from '../clock.js';
import { h, iconButton } from '../dom.js';
import { colourOf } from '../names.js';
import { richText } from '../text.js';
import { attachmentView, webAddress } from './attachment.js';
import { avatar } from './avatar.js';

/** @import { Message } from '../types.js' */

/**
 * @typedef {{
 *   own: boolean, group: boolean, first: boolean, last: boolean, platform: 'telegram' | 'zalo',
 *   sender: { id: string, name: string },
 *   press(row: number, column: number): Promise<unknown>, command(command: string): void, reply(): void,
 * }} Setting
 */

/** @param {Message} message @param {Setting} setting @returns {HTMLElement} */
export function bubble(message, setting) {
  const { from, at, text, attachment } = message;
  if (from.kind === 'system') return h('p', { class: 'service', 'data-message': message.id }, text);

  const { own, group, first, last, platform, sender } = setting;
  const isBot = from.kind === 'bot';
  const named = group && !own && first;
  const element = h(
    'article',
    {
      class: ['message', own ? 'own' : 'other', first && 'first', last && 'last'].filter(Boolean).join(' '),
      'aria-label': `${own ? 'Tôi' : sender.name}, ${hourOf(at)}`,
      'data-message': message.id,
      'data-from': from.kind,
    },
    group && !own && avatar({ ...sender, bot: isBot }),
    h(
      'div',
      { class: 'stack' },
      h(
        'div',
        { class: `bubble ${attachment?.kind ?? ''} ${text ? '' : 'no-text'}` },
        named && h('b', { class: 'sender' }, sender.name),
        attachment && attachmentView(attachment, text, isBot),
        text !== '' &&
          h(
            'span',
            { class: 'text' },
            richText(text, message.styles, platform === 'telegram' ? setting.command : null),
          ),
        meta(message, own, platform),
      ),
      message.buttons && keyboard(message.buttons, setting),
    ),
    group && isBot && iconButton('reply', `Trả lời ${sender.name}`, setting.reply, 'reply'),
  );
  element.style.setProperty('--sender', colourOf(sender.id));
  return element;
}

/** @param {Message} message @param {boolean} own @param {'telegram' | 'zalo'} platform */
const meta = ({ at, edited }, own, platform) =>
  h(
    'span',
    { class: 'meta' },
    edited && h('span', {}, 'đã sửa '),
    h('time', {}, hourOf(at)),
    own && platform === 'telegram' && h('span', { class: 'ticks', 'aria-hidden': 'true' }),
  );

/** @param {import('../types.js').Button[][]} rows @param {Setting} setting */
const keyboard = (rows, { press }) =>
  h(
    'div',
    { class: 'keyboard', role: 'group', 'aria-label': 'Các nút trả lời' },
    rows.map((row, rowIndex) =>
      h(
        'div',
        { class: 'row' },
        row.map(({ text, style, url }, column) => {
          if (url)
            return h('a', { href: webAddress(url), target: '_blank', rel: 'noopener noreferrer' }, text);
          const button = h(
            'button',
            {
              type: 'button',
              'data-style': style,
              onclick: async () => {
                button.classList.add('busy');
                await press(rowIndex, column);
                button.classList.remove('busy');
              },
            },
            text,
          );
          return button;
        }),
      ),
    ),
  );
