import { lengthOf, sizeOf } from '../clock.js';
import { h, icon } from '../dom.js';
import { hash } from '../names.js';
import { avatar } from './avatar.js';

/** @import { Attachment } from '../types.js' */

/**
 * @param {Attachment} attachment
 * @param {string} caption
 * @param {boolean} real what a pretended phone sends is filler: there is nothing to look at behind its address
 * @returns {HTMLElement}
 */
export function attachmentView(attachment, caption, real) {
  const { kind, name = '', bytes, seconds } = attachment;
  const url = real ? attachment.url : undefined;
  const facts = [bytes !== undefined && sizeOf(bytes), seconds !== undefined && lengthOf(seconds)].filter(
    Boolean,
  );
  switch (kind) {
    case 'photo':
      return h('figure', { class: 'photo' }, picture(name || (caption.split('\n')[0] ?? ''), url));
    case 'video':
      return h(
        'figure',
        { class: 'video' },
        tinted(
          name,
          h('span', { class: 'play', 'aria-hidden': 'true' }, icon('play')),
          seconds !== undefined && h('span', { class: 'length' }, lengthOf(seconds)),
        ),
        h(
          'figcaption',
          {},
          h('b', {}, name || 'Video'),
          bytes !== undefined && h('small', {}, sizeOf(bytes)),
        ),
      );
    case 'voice':
      return h('div', { class: 'voice', 'aria-label': `Tin nhắn thoại ${facts.join(', ')}`, role: 'img' }, [
        h('span', { class: 'play' }, icon('play')),
        waves(name),
        h('small', {}, lengthOf(seconds ?? 0)),
      ]);
    case 'contact':
      return h(
        'div',
        { class: 'file' },
        avatar({ id: name, name }),
        h('span', {}, h('b', {}, name), h('small', {}, 'Danh thiếp')),
      );
    case 'sticker':
      return tilted(name || 'Nhãn dán');
    case 'document':
      return h('div', { class: 'file' }, [
        h('span', { class: 'file-icon', 'aria-hidden': 'true' }, icon('file')),
        h('span', {}, fileName(name, url), h('small', {}, facts.join(' · '))),
      ]);
  }
}

/** @param {Attachment} attachment @returns {string} how the list of chats names it */
export const attachmentWord = ({ kind, name }) =>
  ({
    photo: 'Ảnh',
    video: 'Video',
    voice: 'Tin nhắn thoại',
    contact: 'Danh thiếp',
    sticker: 'Nhãn dán',
    document: name || 'Tệp',
  })[kind];

/** @param {string | undefined} url @returns {string | null} null for everything a browser might run */
export const webAddress = (url) => (url && /^(https?:\/\/|\/)/.test(url) ? url : null);

/** @param {string} name @param {string | undefined} url */
function fileName(name, url) {
  const address = webAddress(url);
  return address
    ? h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, name || 'Tệp')
    : h('b', {}, name || 'Tệp');
}

/**
 * A link to the whole of it, in a tab where it can be made larger. Without a picture to show, a landscape is drawn.
 *
 * @param {string} name @param {string | undefined} url
 */
function picture(name, url) {
  const address = webAddress(url);
  const drawn = () => tinted(name, h('span', { class: 'sun' }), h('span', { class: 'hills' }));
  if (!address) return drawn();
  const image = h('img', { src: address, alt: name || 'Ảnh', loading: 'lazy' });
  const link = h(
    'a',
    { href: address, target: '_blank', rel: 'noopener noreferrer', title: 'Mở ảnh' },
    image,
  );
  image.addEventListener('error', () => link.replaceWith(drawn()));
  return link;
}

/** @param {string} name @param {...(Node | false)} children */
function tinted(name, ...children) {
  const element = h('div', { class: 'picture', role: 'img', 'aria-label': name || 'Ảnh' }, children);
  element.style.setProperty('--hue', String(hash(name) % 360));
  return element;
}

/** @param {string} words */
function tilted(words) {
  const element = h('div', { class: 'big-sticker' }, words);
  element.style.setProperty('--hue', String(hash(words) % 360));
  return element;
}

/** @param {string} seed */
function waves(seed) {
  const bars = Array.from({ length: 20 }, (_, index) => {
    const bar = h('i');
    bar.style.setProperty('--height', String(20 + (hash(`${seed}${index * 7}`) % 80)));
    return bar;
  });
  return h('span', { class: 'waves' }, bars);
}
