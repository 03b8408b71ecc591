import type { Playbill } from '../playbill.js';

/** All of its communes send, as the letter asks; the two that are picked end as entries of Quảng Ngãi's. */
export const binhSon2023: Playbill = {
  contest: 'binh-son-2023',
  begins: '2023-07-17T08:00:00+07:00',
  registers: '2023-07-24T08:00:00+07:00',
  groups: { telegram: 'Ban Tổ chức Bình Sơn (mẫu)', zalo: 'Các đội thi Bình Sơn (mẫu)' },
  entries: 26,
  phones: '0915',
};
