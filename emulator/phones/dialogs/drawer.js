import { h } from '../dom.js';
import { platformName } from '../names.js';
import { nameOf, platformOf } from '../phone/phone.js';
import { openDialog, plainButton } from './dialog.js';

/** @import { View } from '../types.js' */

/** The phones that were put away. @param {View[]} away @param {(view: View) => void} takeOut */
export const drawer = (away, takeOut) =>
  openDialog('Điện thoại đã cất', (close) => ({
    body: [
      h(
        'div',
        { class: 'drawer' },
        away.map((view) =>
          h(
            'button',
            {
              type: 'button',
              onclick: () => {
                close();
                takeOut(view);
              },
            },
            h('b', {}, nameOf(view)),
            h(
              'small',
              {},
              ` ${view.kind === 'person' ? view.phone.label : 'Nhóm'} · ${platformName(platformOf(view))}`,
            ),
          ),
        ),
      ),
    ],
    actions: [plainButton('Đóng', close)],
    submit() {},
  }));
