import { h } from '../dom.js';
import { attempt } from '../notice.js';
import * as server from '../server.js';
import { choiceField, openDialog, plainButton, submitButton, textField } from './dialog.js';

const ROLES = ['Đội thi', 'Giám khảo', 'Ban Tổ chức', 'Khán giả'];

/** @param {(phone: string) => void} added */
export const addPerson = (added) =>
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
        const phone = await attempt(() => server.addPhone(person));
        if (!phone) return;
        close();
        added(phone.id);
      },
    };
  });
