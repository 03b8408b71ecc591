import { drawer } from './dialogs/drawer.js';
import { h, scrolling, showChildren } from './dom.js';
import { openLayout } from './layout.js';
import { notices } from './notice.js';
import { createPhone } from './phone/phone.js';
import { createStrip } from './strip.js';
import { createTopBar } from './topBar.js';
import { openWorld } from './world.js';

/** @import { PhoneElement } from './phone/phone.js' */
/** @import { View } from './types.js' */

const TICK_MS = 500;

const layout = openLayout();
const world = openWorld({ changed: update, toast });
/** @type {Map<string, PhoneElement>} */
const phones = new Map();
/** A phone that was asked for and may not have arrived yet. */
let wanted = '';

const shelf = h('main', { class: 'phones', 'aria-label': 'Các điện thoại' });
const strip = createStrip({
  bringIntoSight,
  goOnIn: (view) => phones.get(view)?.goOn(),
  openDrawer: () => drawer(layout.views(world).away, ({ id }) => show(id)),
});
const topBar = createTopBar({ world, show });
const lost = h(
  'p',
  { class: 'lost', role: 'alert', hidden: true },
  'Mất kết nối với chương trình. Đang thử nối lại…',
);
document.body.append(
  topBar.element,
  h('div', { class: 'under-top' }, strip.element, topBar.hintLine),
  lost,
  shelf,
  notices,
);

/** What is at least half in sight counts as looked at. */
const sight = new IntersectionObserver(
  (entries) => {
    for (const { target, intersectionRatio } of entries) {
      const view = /** @type {HTMLElement} */ (target).dataset.view ?? '';
      phones.get(view)?.setVisible(intersectionRatio >= 0.5);
      strip.setInSight(view, intersectionRatio >= 0.5);
    }
    update();
    strip.follow();
  },
  { root: shelf, threshold: 0.5 },
);

/** @param {string} view */
function show(view) {
  layout.show(view, true);
  wanted = view;
  update();
}

/**
 * Glides to the phone next door, and jumps to one further away.
 *
 * @param {string} view @param {ScrollLogicalPosition} [inline]
 */
function bringIntoSight(view, inline = 'center') {
  const element = phones.get(view)?.element;
  if (!element) return;
  const { left, right, width } = element.getBoundingClientRect();
  const edges = shelf.getBoundingClientRect();
  const outside = Math.max(edges.left - left, right - edges.right);
  const behavior = outside > 1.2 * width ? 'instant' : scrolling();
  element.scrollIntoView({ behavior, inline, block: 'nearest' });
}

/** @param {View} view */
function phoneOf(view) {
  const known = phones.get(view.id);
  if (known) return known;
  const fresh = createPhone(view, {
    world,
    layout,
    putAway() {
      layout.show(view.id, false);
      update();
      strip.focusDrawer();
    },
    showGroup: (chat) => show(`group/${chat}`),
    changed: update,
  });
  phones.set(view.id, fresh);
  sight.observe(fresh.element);
  return fresh;
}

function update() {
  lost.hidden = world.connected;
  topBar.update();
  const views = layout.views(world);
  const out = views.out.map(phoneOf);
  showChildren(
    shelf,
    out.map(({ element }) => element),
  );
  for (const phone of out) phone.update();
  strip.update(
    views.out.map((view) => ({ view, unread: phoneOf(view).unread() })),
    views.away.length,
  );
  tick();
  if (wanted && views.out.some(({ id }) => id === wanted)) {
    bringIntoSight(wanted);
    phones.get(wanted)?.element.focus({ preventScroll: true });
    wanted = '';
  }
}

function tick() {
  topBar.tick();
  for (const phone of phones.values()) phone.tick();
}

/** @param {import('./types.js').Toast} toast */
function toast(toast) {
  const views = layout.views(world).out;
  const own = views.find((view) => view.kind === 'person' && view.phone.id === toast.phone);
  const shown = own ?? views.find((view) => phoneOf(view).holder()?.id === toast.phone);
  if (shown) phoneOf(shown).toast(toast);
}

/** Where a keyboard of glass leaves little room, what is being written stays above it. */
addEventListener('resize', () => {
  const { activeElement } = document;
  if (activeElement instanceof HTMLTextAreaElement)
    activeElement.closest('.phone')?.scrollIntoView({ block: 'end', inline: 'nearest' });
});

setInterval(tick, TICK_MS);
update();
