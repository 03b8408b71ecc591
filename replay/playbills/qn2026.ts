import type { Playbill } from '../playbill.js';

/** After the reform: all 96 communes send, nearly as much as they may, and clusters choose. */
export const qn2026: Playbill = {
  contest: 'qn-2026',
  begins: '2026-07-01T08:00:00+07:00',
  registers: '2026-07-06T08:00:00+07:00',
  atOnce: 8,
  groups: { telegram: 'Ban Tổ chức và Giám khảo 2026 (mẫu)', zalo: 'Các đội thi 2026 (mẫu)' },
  entries: 190,
  screeners: 3,
  fates: { corrected: 6, lapses: 2, rejected: 2 },
};
