import { timeOf } from './clock.js';
import { addGroup } from './dialogs/addGroup.js';
import { addPerson } from './dialogs/addPerson.js';
import { setTime } from './dialogs/setTime.js';
import { trouble } from './dialogs/trouble.js';
import { h, icon, iconButton, showText } from './dom.js';
import { attempt } from './notice.js';
import * as server from './server.js';

/** @import { World } from './world.js' */

const HOUR = 3600;

/** @param {{ world: World, show(view: string): void }} page `show` brings a new phone out */
export function createTopBar({ world, show }) {
  const time = h('time', { class: 'clock', 'aria-label': 'Đồng hồ' });
  const hint = h('p', { class: 'hint' });
  const next = h('button', { type: 'button', class: 'next-hint', onclick: () => showHint(1) }, 'Gợi ý tiếp');
  let hintIndex = 0;

  /** @param {number} seconds */
  const advance = (seconds) => attempt(() => server.setClock({ advanceSeconds: seconds }));
  const run = iconButton('pause', 'Dừng đồng hồ', () =>
    attempt(() => server.setClock({ frozen: !world.state.clock.frozen })),
  );
  let shownFrozen = false;

  /** @param {string} words @param {Parameters<typeof icon>[0] | null} picture @param {() => void} onclick */
  const button = (words, picture, onclick) =>
    h(
      'button',
      { type: 'button', 'aria-label': words, title: words, onclick },
      picture && icon(picture),
      h('span', {}, words),
    );

  const element = h(
    'header',
    { class: 'top' },
    h(
      'h1',
      {},
      h('span', { class: 'logo', 'aria-hidden': 'true' }, icon('play')),
      h('span', {}, 'Trợ lý Cuộc thi', h('small', {}, ' – chạy thử')),
    ),
    h(
      'div',
      { class: 'time', role: 'group', 'aria-label': 'Thời gian' },
      icon('time'),
      time,
      run,
      button('+1 giờ', null, () => advance(HOUR)),
      button('+1 ngày', null, () => advance(24 * HOUR)),
      button('Đến lúc…', null, () => setTime(world.now())),
    ),
    h(
      'div',
      { class: 'tools', role: 'group', 'aria-label': 'Người và nhóm' },
      button('Thêm người', 'user', () => addPerson(world, (phone) => show(`person/${phone}`))),
      button('Thêm nhóm', 'group', () => addGroup(world, (chat) => show(`group/${chat}`))),
      button('Sự cố', 'trouble', trouble),
    ),
  );
  const hintLine = h('div', { class: 'hints' }, hint, next);

  /** @param {number} step */
  function showHint(step) {
    const hints = world.state.hints ?? [];
    hintIndex = hints.length === 0 ? 0 : (hintIndex + step) % hints.length;
    hintLine.hidden = hints.length === 0;
    next.hidden = hints.length < 2;
    const which = hints.length < 2 ? '' : ` ${hintIndex + 1}/${hints.length}`;
    hint.replaceChildren(h('b', {}, `Hãy thử${which}: `), hints[hintIndex] ?? '');
  }

  return {
    element,
    hintLine,
    tick() {
      if (world.ready) showText(time, timeOf(world.now()));
    },
    update() {
      const { frozen } = world.state.clock;
      if (frozen !== shownFrozen) {
        shownFrozen = frozen;
        const label = frozen ? 'Cho đồng hồ chạy' : 'Dừng đồng hồ';
        run.replaceChildren(icon(frozen ? 'play' : 'pause'));
        run.title = label;
        run.setAttribute('aria-label', label);
      }
      showHint(0);
    },
  };
}
