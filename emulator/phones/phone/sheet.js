import { h } from '../dom.js';

const FOCUSABLE = 'button:not([disabled]), input, select, textarea, [tabindex="0"]';

/** @typedef {(label: string, look: 'bottom' | 'corner' | 'middle', build: (close: () => void) => Node[]) => void} OpenSheet */

/**
 * Something that covers a phone's screen for a moment: a picker, a menu, an alert. The rest of that phone
 * can't be reached meanwhile; Escape or a press beside it closes it, and the focus returns to where it was.
 *
 * @param {HTMLElement} screen
 * @param {HTMLElement} layer
 * @returns {OpenSheet}
 */
export const sheetOpener = (screen, layer) => (label, look, build) => {
  const opener = document.activeElement;

  function close() {
    layer.replaceChildren();
    screen.inert = false;
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  }

  const panel = h(
    'div',
    {
      class: `sheet ${look}`,
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': label,
      tabindex: -1,
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key === 'Escape') close();
      },
    },
    build(close),
  );
  layer.replaceChildren(h('div', { class: 'shade', onclick: close }), panel);
  screen.inert = true;
  /** @type {HTMLElement | null} */ (panel.querySelector(FOCUSABLE))?.focus({ preventScroll: true });
};
