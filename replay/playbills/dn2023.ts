import type { Playbill } from '../playbill.js';

/** Every huyện and thành phố takes part, in one form or both. What is live or a quiz is not played. */
export const dn2023: Playbill = {
  contest: 'dn-2023',
  begins: '2023-09-11T08:00:00+07:00',
  registers: '2023-09-18T08:00:00+07:00',
  groups: { telegram: 'Ban Tổ chức Hội thi Đắk Nông (mẫu)', zalo: 'Các đội thi Đắk Nông (mẫu)' },
  entries: 0,
};
