import { lengthOf, sizeOf } from '../clock.js';
import { h, icon, iconButton } from '../dom.js';
import { hash } from '../names.js';
import { DOCUMENTS, PHOTOS, STICKERS, VIDEOS } from './samples.js';

/** @import { Command, Sending } from '../types.js' */
/** @import { OpenSheet } from './sheet.js' */

/** @typedef {(sending: Sending) => void} SendIt */

/** @param {string} title @param {() => void} close */
const heading = (title, close) => h('header', {}, h('h3', {}, title), iconButton('close', 'Đóng', close));

/**
 * @param {OpenSheet} open
 * @param {{ contact: string | null, mention: string | null, send: SendIt }} wishes `contact`: whose card can be
 *   shared; `mention`: the bot whose name may be put into the caption, without which it would not hear
 */
export const attach = (open, { contact, mention, send }) =>
  open('Đính kèm', 'bottom', (close) => {
    const caption = h('input', {
      type: 'text',
      placeholder: 'Chú thích (không bắt buộc)',
      'aria-label': 'Chú thích',
    });
    const calling = h('input', { type: 'checkbox' });
    const list = h('div', { class: 'choices' });

    /** @param {Sending} sending */
    const choose = (sending) => {
      close();
      const words = caption.value.trim();
      send({ ...sending, ...(words && { caption: words }), ...(calling.checked && { mention: true }) });
    };

    const kinds = /** @type {const} */ ({
      video: ['Video', 'video', () => [...VIDEOS.map((sample) => choice(sample, choose)), ownVideo(choose)]],
      photo: ['Ảnh', 'photo', () => PHOTOS.map((sample) => choice(sample, choose))],
      document: [
        'Tệp',
        'file',
        () => [ownFile(choose), ...DOCUMENTS.map((sample) => choice(sample, choose))],
      ],
    });

    /** @param {keyof typeof kinds} kind */
    function show(kind) {
      for (const button of tabs) button.setAttribute('aria-pressed', String(button.dataset.kind === kind));
      list.replaceChildren(...kinds[kind][2]());
    }

    const tabs = /** @type {(keyof typeof kinds)[]} */ (Object.keys(kinds)).map((kind) =>
      h(
        'button',
        { type: 'button', 'data-kind': kind, onclick: () => show(kind) },
        icon(kinds[kind][1]),
        kinds[kind][0],
      ),
    );
    show('video');
    return [
      heading('Đính kèm', close),
      h('div', { class: 'kinds' }, [
        ...tabs,
        contact !== null &&
          h(
            'button',
            { type: 'button', onclick: () => choose({ kind: 'contact', name: contact }) },
            icon('contact'),
            'Số của tôi',
          ),
      ]),
      h(
        'div',
        { class: 'caption-field' },
        caption,
        mention !== null && h('label', { class: 'tick' }, calling, `Nhắc @${mention} trong chú thích`),
      ),
      list,
    ];
  });

/** @param {Sending} sending @param {SendIt} choose */
function choice(sending, choose) {
  const { kind, name = '', bytes, seconds } = sending;
  const facts = [bytes !== undefined && sizeOf(bytes), seconds !== undefined && lengthOf(seconds)]
    .filter(Boolean)
    .join(' · ');
  const thumb = h(
    'span',
    { class: 'thumb', 'aria-hidden': 'true' },
    icon(kind === 'document' ? 'file' : kind === 'photo' ? 'photo' : 'play'),
  );
  thumb.style.setProperty('--hue', String(hash(name) % 360));
  return h(
    'button',
    { type: 'button', class: 'choice', onclick: () => choose(sending) },
    thumb,
    h('span', {}, h('b', {}, name), ' ', h('small', {}, facts)),
  );
}

/** More than this no bot of Telegram may fetch, so nobody reads what it holds. */
const MOST_READ = 20_000_000;

/** A real file of this computer: a list of people, say. @param {SendIt} choose */
function ownFile(choose) {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const field = h('input', { type: 'file', 'aria-label': 'Chọn tệp từ máy này' });
  field.addEventListener('change', async () => {
    const file = field.files?.[0];
    if (!file) return;
    try {
      const content = file.size > 0 && file.size <= MOST_READ ? await base64Of(file) : null;
      choose({
        kind: 'document',
        name: file.name,
        ...(content === null ? { bytes: Math.max(1, file.size) } : { content }),
      });
    } catch {
      problem.textContent = 'Không đọc được tệp này. Xin chọn tệp khác.';
    }
  });
  return h('div', { class: 'own-file' }, h('label', {}, icon('plus'), 'Tệp từ máy này…', field), problem);
}

/** @param {File} file @returns {Promise<string>} */
const base64Of = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });

/** @param {SendIt} choose */
function ownVideo(choose) {
  const name = h('input', { type: 'text', value: 'video.mp4' });
  const megabytes = h('input', { type: 'text', inputmode: 'decimal', value: '150' });
  const length = h('input', { type: 'text', value: '4:30' });
  const problem = h('p', { class: 'problem', role: 'alert' });

  function submit(/** @type {Event} */ event) {
    event.preventDefault();
    const size = Number(megabytes.value.replace(',', '.'));
    const time = /^(\d{1,3}):([0-5]\d)$/.exec(length.value.trim());
    if (!(size > 0)) problem.textContent = 'Xin nhập dung lượng bằng số, ví dụ 18,5.';
    else if (!time) problem.textContent = 'Xin nhập thời lượng theo phút:giây, ví dụ 4:30.';
    else {
      const seconds = Number(time[1]) * 60 + Number(time[2]);
      choose({
        kind: 'video',
        name: name.value.trim() || 'video.mp4',
        bytes: Math.round(size * 1_000_000),
        seconds,
        width: 1920,
        height: 1080,
      });
    }
  }

  const details = h(
    'details',
    { class: 'own-video', ontoggle: () => details.open && details.scrollIntoView({ block: 'nearest' }) },
    h('summary', {}, icon('plus'), 'Tự nhập…'),
    h(
      'form',
      { onsubmit: submit, novalidate: true },
      h('label', { class: 'wide' }, 'Tên tệp', name),
      h('label', {}, 'Dung lượng (MB)', megabytes),
      h('label', {}, 'Thời lượng', length),
      problem,
      h('button', { type: 'submit', class: 'primary' }, 'Gửi video'),
    ),
  );
  return details;
}

/** @param {OpenSheet} open @param {SendIt} send */
export const stickers = (open, send) =>
  open('Nhãn dán', 'bottom', (close) => [
    heading('Nhãn dán', close),
    h(
      'div',
      { class: 'stickers' },
      STICKERS.map((sticker) => {
        const button = h(
          'button',
          {
            type: 'button',
            class: 'big-sticker',
            onclick: () => {
              close();
              send(sticker);
            },
          },
          sticker.name,
        );
        button.style.setProperty('--hue', String(hash(sticker.name ?? '') % 360));
        return button;
      }),
    ),
  ]);

/** @param {OpenSheet} open @param {Command[]} commands @param {(command: string) => void} say */
export const commands = (open, commands, say) =>
  open('Danh sách lệnh', 'bottom', (close) => [
    heading('Danh sách lệnh', close),
    h(
      'div',
      { class: 'choices' },
      commands.map(({ command, description }) =>
        h(
          'button',
          {
            type: 'button',
            class: 'choice',
            onclick: () => {
              close();
              say(`/${command}`);
            },
          },
          h('span', {}, h('b', {}, `/${command}`), ' ', h('small', {}, description)),
        ),
      ),
    ),
  ]);

/**
 * @param {OpenSheet} open
 * @param {{ label: string, icon: Parameters<typeof icon>[0], act(): unknown }[]} items
 */
export const menu = (open, items) =>
  open('Tùy chọn', 'corner', (close) =>
    items.map((item) =>
      h(
        'button',
        {
          type: 'button',
          onclick: () => {
            close();
            item.act();
          },
        },
        icon(item.icon),
        item.label,
      ),
    ),
  );
