import { h, showChildren, showText } from './dom.js';
import { nameOf, platformOf } from './phone/phone.js';

/** @import { View } from './types.js' */

/**
 * The row of chips above the phones, one for each: white while its phone is in sight. At either end it says how
 * many more there are beyond the edge of the page.
 *
 * @param {{
 *   bringIntoSight(view: string, inline?: ScrollLogicalPosition): void, goOnIn(view: string): void,
 *   openDrawer(): void,
 * }} page `goOnIn` puts the focus where one writes on that phone
 */
export function createStrip({ bringIntoSight, goOnIn, openDrawer }) {
  /** @type {Map<string, HTMLButtonElement>} */
  const chips = new Map();
  const drawer = h('button', { type: 'button', class: 'away', onclick: openDrawer });
  const row = h('div', { class: 'strip' });
  const before = edge(
    (count) => [`‹ ${count} máy nữa`, `Xem ${count} máy nữa bên trái`],
    () => bringIntoSight(shown[first() - 1] ?? '', 'end'),
  );
  const after = edge(
    (count) => [`${count} máy nữa ›`, `Xem ${count} máy nữa bên phải`],
    () => bringIntoSight(shown[last() + 1] ?? '', 'start'),
  );
  const element = h(
    'nav',
    { class: 'choose', 'aria-label': 'Chọn điện thoại' },
    before.element,
    row,
    after.element,
  );
  /** The phones that are out, in order. @type {string[]} */
  let shown = [];
  /** @type {Set<string>} */
  const inSight = new Set();

  const first = () => shown.findIndex((view) => inSight.has(view));
  const last = () => shown.findLastIndex((view) => inSight.has(view));

  /** @param {View} view */
  function chipOf(view) {
    const known = chips.get(view.id);
    if (known) return known;
    const fresh = h(
      'button',
      {
        type: 'button',
        class: platformOf(view),
        onclick: (/** @type {MouseEvent} */ { detail }) => {
          bringIntoSight(view.id);
          // Pressed with a key: that hand goes on there. A finger would only get its keyboard in the way.
          if (detail === 0) goOnIn(view.id);
        },
      },
      h('i', { 'aria-hidden': 'true' }),
      h('span', {}, nameOf(view)),
      h('span', { class: 'unread', hidden: true }),
    );
    chips.set(view.id, fresh);
    return fresh;
  }

  /** @param {{ view: View, unread: number }} phone */
  function chip({ view, unread }) {
    const button = chipOf(view);
    button.setAttribute('aria-current', String(inSight.has(view.id)));
    button.setAttribute('aria-label', unread > 0 ? `${nameOf(view)}, ${unread} tin chưa đọc` : nameOf(view));
    const badge = /** @type {HTMLElement} */ (button.lastElementChild);
    badge.hidden = unread === 0;
    showText(badge, unread > 0 ? String(unread) : '');
    return button;
  }

  return {
    element,
    /** @param {{ view: View, unread: number }[]} phones @param {number} away how many were put away */
    update(phones, away) {
      shown = phones.map(({ view }) => view.id);
      drawer.hidden = away === 0;
      showText(drawer, `Đã cất ${away}`);
      showChildren(row, [...phones.map(chip), drawer]);
      if (first() < 0) return;
      before.show(first());
      after.show(shown.length - 1 - last());
    },
    /** @param {string} view @param {boolean} now */
    setInSight(view, now) {
      if (now) inSight.add(view);
      else inSight.delete(view);
    },
    /** Keeps the chips of the phones in sight in sight. */
    follow() {
      const [start, end] = [first(), last()].map((index) => chips.get(shown[index] ?? ''));
      if (!start || !end) return;
      const left = start.offsetLeft - row.offsetLeft;
      const right = end.offsetLeft + end.offsetWidth - row.offsetLeft;
      if (left < row.scrollLeft) row.scrollLeft = left;
      else if (right > row.scrollLeft + row.clientWidth)
        row.scrollLeft = Math.min(left, right - row.clientWidth);
    },
    focusDrawer: () => drawer.focus(),
  };
}

/** @param {(count: number) => [string, string]} words what it says, and its name @param {() => void} onclick */
function edge(words, onclick) {
  const element = h('button', { type: 'button', class: 'edge', hidden: true, onclick });
  return {
    element,
    /** @param {number} count */
    show(count) {
      const [text, label] = words(count);
      element.hidden = count <= 0;
      element.setAttribute('aria-label', label);
      showText(element, text);
    },
  };
}
