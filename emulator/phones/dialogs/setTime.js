import { dayOf, instant, twoDigits, WEEKDAYS, wallTime } from '../clock.js';
import { h, iconButton, showText } from '../dom.js';
import * as server from '../server.js';
import { openDialog, plainButton, submitButton, textField } from './dialog.js';

const DAY = 86_400_000;
const WEEK = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];
const USUAL_HOURS = ['08:00', '17:00', '23:59'];

/**
 * Picks a moment from a calendar of our own: the browser's speaks the browser's language. Days that are over can't
 * be chosen, since the clock only goes forward.
 *
 * @param {number} now
 */
export const setTime = (now) =>
  openDialog('Đến lúc…', (close) => {
    const start = wallTime(now);
    const today = instant({ year: start.year, month: start.month, day: start.day });
    let chosen = instant(start);
    /** The moment before which somebody was cautioned, and may go there all the same. */
    let cautioned = 0;
    let { year, month } = start;
    const title = h('strong', { 'aria-live': 'polite' });
    const grid = h('div', { class: 'calendar', role: 'group', 'aria-label': 'Chọn ngày' });
    const hour = textField('Giờ', {
      value: `${twoDigits(start.hour)}:${twoDigits(start.minute)}`,
      inputmode: 'numeric',
      maxlength: 5,
      size: 5,
    });

    /** @param {number} months */
    function turn(months) {
      ({ year, month } = wallTime(instant({ year, month: month + months, day: 1 })));
      show();
    }

    const previous = iconButton('left', 'Tháng trước', () => turn(-1));

    /** @param {number} day */
    function choose(day) {
      if (day < today) return;
      chosen = day;
      ({ year, month } = wallTime(day));
      show();
      /** @type {HTMLElement | null} */ (grid.querySelector('[aria-pressed=true]'))?.focus();
    }

    /** @param {KeyboardEvent} event */
    function move(event) {
      const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
      if (days === undefined) return;
      event.preventDefault();
      choose(chosen + days * DAY);
    }

    function show() {
      showText(title, `Tháng ${month} năm ${year}`);
      const first = instant({ year, month, day: 1 });
      const blank = (wallTime(first).weekday + 6) % 7;
      const count = Math.round((instant({ year, month: month + 1, day: 1 }) - first) / DAY);
      const reachable = wallTime(chosen).month === month ? chosen : Math.max(first, today);
      previous.disabled = first <= today;
      grid.replaceChildren(
        ...WEEK.map((name, index) => h('abbr', { title: WEEKDAYS[(index + 1) % 7] }, name)),
        ...Array.from({ length: count }, (_, index) => {
          const day = first + index * DAY;
          const pressed = dayOf(day) === dayOf(chosen);
          const button = h(
            'button',
            {
              type: 'button',
              'aria-label': dayOf(day),
              'aria-pressed': pressed,
              'data-today': day === today,
              disabled: day < today,
              tabindex: dayOf(day) === dayOf(reachable) ? 0 : -1,
              onclick: () => choose(day),
            },
            String(index + 1),
          );
          if (index === 0) button.style.gridColumnStart = String(blank + 1);
          return button;
        }),
      );
    }
    grid.addEventListener('keydown', move);
    show();

    return {
      body: [
        h(
          'div',
          { class: 'month' },
          previous,
          title,
          iconButton('right', 'Tháng sau', () => turn(1)),
        ),
        grid,
        h(
          'div',
          { class: 'hours' },
          hour.field,
          USUAL_HOURS.map((words) =>
            plainButton(words, () => {
              hour.input.value = words;
            }),
          ),
        ),
      ],
      actions: [plainButton('Thôi', close), submitButton('Chuyển đồng hồ')],
      async submit() {
        const match = /^([01]?\d|2[0-3])[:hg.]([0-5]\d)$/.exec(hour.input.value.trim());
        if (!match) return 'Xin nhập giờ từ 00:00 đến 23:59, ví dụ 08:05.';
        const to = instant({ ...wallTime(chosen), hour: Number(match[1]), minute: Number(match[2]) });
        const { caution } = to === cautioned ? { caution: null } : await server.cautionBefore(to);
        if (caution) {
          cautioned = to;
          return `${caution} Vẫn muốn chuyển thì bấm «Chuyển đồng hồ» lần nữa.`;
        }
        await server.setClock({ to });
        close();
      },
    };
  });
