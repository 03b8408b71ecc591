import { h } from '../dom.js';
import { attempt } from '../notice.js';
import * as server from '../server.js';
import { choiceField, openDialog, plainButton, submitButton, textField } from './dialog.js';

/** @import { Platform } from '../types.js' */
/** @import { World } from '../world.js' */

/** @param {World} world @param {(chat: string) => void} added */
export const addGroup = (world, added) =>
  openDialog('Thêm nhóm', (close) => {
    const title = textField('Tên nhóm', { placeholder: 'Ví dụ: Ban Giám khảo', autofocus: true });
    const members = h('div', { class: 'people' });
    const platform = choiceField(
      'Ứng dụng',
      [
        ['zalo', 'Zalo'],
        ['telegram', 'Telegram'],
      ],
      showPeople,
    );
    const withBot = h('input', { type: 'checkbox', checked: true });

    /** @param {Platform} messenger */
    function showPeople(messenger) {
      const people = world.state.phones.filter((phone) => phone.platform === messenger);
      members.replaceChildren(
        ...people.map(({ id, name, label }) =>
          h(
            'label',
            { class: 'tick' },
            h('input', { type: 'checkbox', value: id, checked: true }),
            h('span', {}, name, label !== '' && h('small', {}, ` ${label}`)),
          ),
        ),
        ...(people.length === 0 ? [h('p', {}, 'Chưa có ai dùng ứng dụng này.')] : []),
      );
    }
    showPeople('zalo');

    return {
      body: [
        title.field,
        platform.field,
        h('fieldset', { class: 'field' }, h('legend', {}, 'Thành viên'), members),
        h('label', { class: 'tick' }, withBot, 'Thêm cả bot vào nhóm'),
      ],
      actions: [plainButton('Thôi', close), submitButton('Tạo nhóm')],
      async submit() {
        const phones = [...members.querySelectorAll('input')]
          .filter(({ checked }) => checked)
          .map(({ value }) => value);
        const group = { title: title.input.value.trim(), platform: platform.value(), phones };
        if (group.title === '') return 'Xin đặt tên cho nhóm.';
        if (phones.length === 0) return 'Xin chọn ít nhất một thành viên.';
        const chat = await server.addGroup(group);
        close();
        added(chat.id);
        const bot = world.state.bots.find((bot) => bot.platform === group.platform);
        if (bot && withBot.checked)
          await attempt(() => server.setBotPresent(chat.id, { bot: bot.id, present: true }));
      },
    };
  });
