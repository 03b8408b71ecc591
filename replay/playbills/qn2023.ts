import type { Playbill } from '../playbill.js';

/** 21 of 24 slots: of the 13 districts 12 send, and three of them only one. The news names four teams. */
export const qn2023: Playbill = {
  contest: 'qn-2023',
  begins: '2023-07-12T08:00:00+07:00',
  registers: '2023-07-20T08:00:00+07:00',
  groups: { telegram: 'Ban Tổ chức và Giám khảo (mẫu)', zalo: 'Các đội thi Quảng Ngãi (mẫu)' },
  senders: 12,
  entries: 21,
  known: [
    {
      sender: 'Đức Phổ',
      unit: 'Phổ Hòa',
      team: 'Tổ CNSCĐ phường Phổ Hòa',
      title: 'Có Chú Minh đây rồi',
      quality: 1.4,
    },
    { sender: 'Mộ Đức', unit: 'Đức Phong', team: 'Tổ CNSCĐ xã Đức Phong', title: null, quality: 1.3 },
    {
      sender: 'Nghĩa Hành',
      unit: 'Hành Đức',
      team: 'Tổ CNSCĐ thôn Kỳ Thọ Nam 2, xã Hành Đức',
      title: null,
      quality: 1.2,
    },
    // Won in the end.
    { sender: 'Tư Nghĩa', unit: 'Nghĩa Điền', team: 'Tổ CNSCĐ xã Nghĩa Điền', title: null, quality: 2.4 },
  ],
  settles: { rubric: [40, 30, 30], likes: [1, 2] },
};
