import { h } from '../dom.js';
import * as server from '../server.js';
import { choiceField, openDialog, plainButton, submitButton, textField } from './dialog.js';

/** @import { World } from '../world.js' */

const ROLES = ['Đội thi', 'Giám khảo', 'Ban Tổ chức', 'Khán giả'];

/** @param {World} world @param {(phone: string) => void} added */
export const addPerson = (world, added) =>
  openDialog('Thêm người', (close) => {
    const name = textField('Tên', { placeholder: 'Ví dụ: Nguyễn Thị Lan', autofocus: true });
    const label = textField('Vai', { list: 'roles', placeholder: 'Ví dụ: Đội thi' });
    const platform = choiceField('Nhắn bằng', [
      ['zalo', 'Zalo'],
      ['telegram', 'Telegram'],
    ]);
    const suggestions = h(
      'datalist',
      { id: 'roles' },
      ROLES.map((role) => h('option', { value: role })),
    );
    return {
      body: [name.field, platform.field, label.field, suggestions],
      actions: [plainButton('Thôi', close), submitButton('Thêm')],
      async submit() {
        const person = {
          name: name.input.value.trim(),
          label: label.input.value.trim(),
          platform: platform.value(),
        };
        if (person.name === '') return 'Xin cho biết tên của người này.';
        if (world.state.phones.some(({ name }) => alike(name) === alike(person.name)))
          return `Đã có một người tên ${person.name}. Xin ghi thêm họ hoặc nơi ở để dễ phân biệt.`;
        const phone = await server.addPhone(person);
        close();
        added(phone.id);
      },
    };
  });

/** @param {string} name */
const alike = (name) => name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ');
