import { h, iconButton } from '../dom.js';
import { Refused } from '../server.js';

/**
 * A window over the whole page. Its form's `submit` answers a sentence when something is wrong, nothing when done;
 * what the server refuses is told in the same place.
 *
 * @param {string} title
 * @param {(close: () => void) => { body: Node[], actions: Node[], submit(): Promise<string | void> | string | void }} build
 */
export function openDialog(title, build) {
  const dialog = h('dialog', { 'aria-label': title, class: 'window' });
  const close = () => dialog.close();
  const { body, actions, submit } = build(close);
  const problem = h('p', { class: 'problem', role: 'alert' });
  dialog.append(
    h(
      'form',
      {
        novalidate: true,
        onsubmit: async (/** @type {Event} */ event) => {
          event.preventDefault();
          problem.textContent = await problemOf(submit);
        },
      },
      h('header', {}, h('h2', {}, title), iconButton('close', 'Đóng', close)),
      ...body,
      problem,
      h('footer', {}, ...actions),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) close();
  });
  document.body.append(dialog);
  dialog.showModal();
  /** @type {HTMLElement | null} */ (dialog.querySelector('[autofocus]'))?.focus();
}

/** @param {() => Promise<string | void> | string | void} submit */
async function problemOf(submit) {
  try {
    return (await submit()) ?? '';
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.message;
  }
}

/** @param {string} label @param {Record<string, unknown>} [props] @param {string} [hint] */
export function textField(label, props = {}, hint) {
  const input = h('input', { type: 'text', autocomplete: 'off', ...props });
  return {
    input,
    field: h('label', { class: 'field' }, h('span', {}, label), input, hint && h('small', {}, hint)),
  };
}

/**
 * Buttons of which exactly one is chosen.
 *
 * @template {string} T
 * @param {string} label
 * @param {[T, string][]} options
 * @param {(value: T) => void} [chosen]
 */
export function choiceField(label, options, chosen) {
  const name = `choice-${Math.random().toString(36).slice(2)}`;
  const inputs = options.map(([value], index) =>
    h('input', { type: 'radio', name, value, checked: index === 0, onchange: () => chosen?.(value) }),
  );
  return {
    field: h(
      'fieldset',
      { class: 'field' },
      h('legend', {}, label),
      h(
        'div',
        { class: 'segments' },
        options.map(([, words], index) => h('label', {}, inputs[index], h('span', {}, words))),
      ),
    ),
    /** @returns {T} */
    value: () => /** @type {T} */ (inputs.find(({ checked }) => checked)?.value),
  };
}

/** @param {string} words */
export const submitButton = (words) => h('button', { type: 'submit', class: 'primary' }, words);

/** @param {string} words @param {() => void} onclick */
export const plainButton = (words, onclick) =>
  h('button', { type: 'button', class: 'plain', onclick }, words);
