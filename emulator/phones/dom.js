import { ICONS } from './icons.js';

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * Builds an element. Strings become text nodes, so nobody's words are ever read as markup.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [props] attributes, and listeners under `on…`; false and null are left out (but `aria-…` spells both booleans)
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value == null || (value === false && !name.startsWith('aria-'))) continue;
    if (typeof value === 'function')
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : String(value));
  }
  element.append(...present(children.flat()));
  return element;
}

/** @param {Child[]} children @returns {(Node | string)[]} */
const present = (children) =>
  /** @type {(Node | string)[]} */ (children.filter((child) => child || child === ''));

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/**
 * A button that shows only a picture; `label` is its name for everyone who can't see it.
 *
 * @param {keyof typeof ICONS} name
 * @param {string} label
 * @param {() => void} onclick
 * @param {string} [className]
 */
export const iconButton = (name, label, onclick, className = '') =>
  h(
    'button',
    { type: 'button', class: `icon-button ${className}`, 'aria-label': label, title: label, onclick },
    icon(name),
  );

/**
 * Makes `parent` hold exactly `children`, moving as little as possible: what stays keeps its focus and scroll.
 *
 * @param {Element} parent
 * @param {Node[]} children
 */
export function showChildren(parent, children) {
  const kept = new Set(children);
  for (const child of [...parent.childNodes]) if (!kept.has(child)) child.remove();
  children.forEach((child, index) => {
    if (parent.childNodes[index] !== child) parent.insertBefore(child, parent.childNodes[index] ?? null);
  });
}

/** How to scroll for somebody's eyes to follow, if they want to. @returns {ScrollBehavior} */
export const scrolling = () =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';

/** @param {Element} element @param {string} text */
export function showText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
