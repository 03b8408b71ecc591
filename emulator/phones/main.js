import { drawer } from './dialogs/drawer.js';
import { h, showChildren, showText } from './dom.js';
import { openLayout } from './layout.js';
import { createPhone, nameOf, platformOf } from './phone/phone.js';
import { createTopBar } from './topBar.js';
import { openWorld } from './world.js';

/** @import { PhoneElement } from './phone/phone.js' */
/** @import { View } from './types.js' */

const TICK_MS = 500;

const layout = openLayout();
const world = openWorld({ changed: update, toast });
/** @type {Map<string, PhoneElement>} */
const phones = new Map();
/** @type {Map<string, HTMLButtonElement>} */
const tabs = new Map();
/** A phone that was asked for and may not have arrived yet. */
let wanted = '';

const shelf = h('main', { class: 'phones', 'aria-label': 'Các điện thoại' });
const away = h('button', {
  type: 'button',
  class: 'away',
  onclick: () => drawer(layout.views(world).away, ({ id }) => show(id)),
});
const strip = h('nav', { class: 'strip', 'aria-label': 'Chọn điện thoại' });
const topBar = createTopBar({ world, show });
const lost = h(
  'p',
  { class: 'lost', role: 'alert', hidden: true },
  'Mất kết nối với chương trình. Đang thử nối lại…',
);
document.body.append(
  topBar.element,
  h('div', { class: 'under-top' }, strip, topBar.hintLine),
  lost,
  shelf,
  h('div', { id: 'notices', role: 'status' }),
);

/** What is at least half in sight counts as looked at. */
const sight = new IntersectionObserver(
  (entries) => {
    for (const { target, intersectionRatio } of entries) {
      const view = /** @type {HTMLElement} */ (target).dataset.view ?? '';
      phones.get(view)?.setVisible(intersectionRatio >= 0.5);
      tabs.get(view)?.setAttribute('aria-current', String(intersectionRatio >= 0.5));
    }
    strip.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    update();
  },
  { root: shelf, threshold: 0.5 },
);

/** @param {string} view */
function show(view) {
  layout.show(view, true);
  wanted = view;
  update();
}

/** @param {string} view */
function bringIntoSight(view) {
  phones.get(view)?.element.scrollIntoView({ behavior: 'smooth', inline: 'center', block: 'nearest' });
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
    },
    showGroup: (chat) => show(`group/${chat}`),
    changed: update,
  });
  phones.set(view.id, fresh);
  sight.observe(fresh.element);
  return fresh;
}

/** @param {View} view */
function tabOf(view) {
  const known = tabs.get(view.id);
  if (known) return known;
  const fresh = h(
    'button',
    { type: 'button', class: platformOf(view), onclick: () => bringIntoSight(view.id) },
    h('i', { 'aria-hidden': 'true' }),
    h('span', {}, nameOf(view)),
    h('span', { class: 'unread', hidden: true }),
  );
  tabs.set(view.id, fresh);
  return fresh;
}

/** @param {View} view */
function showTab(view) {
  const tab = tabOf(view);
  const count = phoneOf(view).unread();
  const badge = tab.lastElementChild;
  if (badge instanceof HTMLElement) {
    badge.hidden = count === 0;
    showText(badge, count > 0 ? String(count) : '');
  }
  return tab;
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
  away.hidden = views.away.length === 0;
  showText(away, `Đã cất ${views.away.length}`);
  showChildren(strip, [...views.out.map(showTab), away]);
  tick();
  if (wanted && views.out.some(({ id }) => id === wanted)) {
    bringIntoSight(wanted);
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

setInterval(tick, TICK_MS);
update();
