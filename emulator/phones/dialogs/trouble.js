import { h } from '../dom.js';
import { attempt, notice } from '../notice.js';
import * as server from '../server.js';
import { choiceField, openDialog, plainButton, submitButton, textField } from './dialog.js';

/** @type {[string, string][]} */
const KINDS = [
  ['429', 'Quá nhiều tin, bắt chờ (429)'],
  ['5xx', 'Máy chủ lỗi (500)'],
  ['hang', 'Treo, không trả lời'],
  ['lost-answer', 'Đã nhận nhưng mất hồi âm'],
  ['not-json', 'Trả lời không đọc được'],
  ['403', 'Không được phép gửi (403)'],
  ['400', 'Chê tin nhắn sai (400)'],
  ['duplicate', 'Tin của người dùng đến hai lần'],
  ['reorder', 'Tin của người dùng đến sai thứ tự'],
  ['burst', 'Tin của người dùng dồn lại rồi đến cùng lúc'],
];

/** Lets a messenger misbehave for the next few messages, to see what the bot makes of it. */
export const trouble = () =>
  openDialog('Gây sự cố', (close) => {
    const platform = choiceField('Ứng dụng', [
      ['zalo', 'Zalo'],
      ['telegram', 'Telegram'],
    ]);
    const wait = textField('Bắt chờ (giây)', { value: '5', inputmode: 'numeric' });
    const kind = h(
      'select',
      { onchange: showWait },
      KINDS.map(([value, words]) => h('option', { value }, words)),
    );
    const times = textField('Số lần', { value: '1', inputmode: 'numeric' });

    function showWait() {
      wait.field.hidden = kind.value !== '429';
    }

    return {
      body: [
        h(
          'p',
          { class: 'explain' },
          'Ứng dụng nhắn tin sẽ trục trặc ở những tin kế tiếp. Bot phải tự vượt qua mà không mất tin nào.',
        ),
        platform.field,
        h('label', { class: 'field' }, h('span', {}, 'Chuyện gì xảy ra'), kind),
        h('div', { class: 'pair' }, times.field, wait.field),
      ],
      actions: [
        plainButton('Dẹp mọi sự cố', async () => {
          if (!(await attempt(server.clearFaults))) return;
          notice('Mọi thứ lại bình thường.');
          close();
        }),
        submitButton('Gây sự cố'),
      ],
      async submit() {
        const [count, seconds] = [times.input, wait.input].map(({ value }) => Number(value));
        if (!wholeNumber(count)) return 'Số lần phải là số nguyên từ 1.';
        if (kind.value === '429' && !wholeNumber(seconds)) return 'Số giây phải là số nguyên từ 1.';
        const order = {
          platform: platform.value(),
          kind: kind.value,
          times: count,
          ...(kind.value === '429' && { retryAfterSeconds: seconds }),
        };
        await server.addFault(order);
        notice('Đã đặt sự cố cho những tin kế tiếp.');
        close();
      },
    };
  });

/** @param {number | undefined} number @returns {number is number} */
const wholeNumber = (number) => number !== undefined && Number.isInteger(number) && number > 0;
