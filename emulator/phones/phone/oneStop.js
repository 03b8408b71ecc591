const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

/**
 * Makes all links and buttons in a list of messages one stop of the Tab key: the newest message's first one, or
 * where the focus last was. From there the arrow keys go on. A list without any is the stop itself, to be scrolled.
 *
 * @param {HTMLElement} list
 */
export function oneStop(list) {
  /** @type {Element | null} */
  let current = null;

  /** @returns {HTMLElement[]} */
  const controls = () => [...list.querySelectorAll('a, button')].filter((one) => one instanceof HTMLElement);

  function update() {
    const all = controls();
    if (!current?.contains(document.activeElement) || !list.contains(current)) current = newest(all);
    for (const one of all) one.tabIndex = one === current ? 0 : -1;
    list.tabIndex = current ? -1 : 0;
  }

  list.addEventListener('focusin', ({ target }) => {
    current = controls().find((one) => one === target) ?? current;
    update();
  });
  list.addEventListener('keydown', (event) => {
    const step = STEPS[/** @type {keyof typeof STEPS} */ (event.key)];
    const all = controls();
    const at = all.indexOf(/** @type {HTMLElement} */ (event.target));
    if (step === undefined || at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    all[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus();
  });

  return { update };
}

/** @param {Element[]} controls @returns {Element | null} of the newest message that has any: its answers come first */
function newest(controls) {
  const message = controls.at(-1)?.closest('.message');
  const own = controls.filter((one) => one.closest('.message') === message);
  return own.find((one) => one.closest('.keyboard')) ?? own[0] ?? null;
}
