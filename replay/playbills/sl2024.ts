import type { Playbill } from '../playbill.js';

/**
 * Authors send by themselves, up to three each. Two bodies screen, since the plan names both. What it leaves
 * open (how many screeners agree, all criteria, ties, the number of prizes) is settled in the chat.
 */
export const sl2024: Playbill = {
  contest: 'sl-2024',
  begins: '2024-06-03T08:00:00+07:00',
  registers: '2024-06-10T08:00:00+07:00',
  groups: { telegram: 'Ban Tổ chức và Giám khảo Sơn La (mẫu)', zalo: 'Các tác giả Sơn La (mẫu)' },
  senders: 14,
  entries: 26,
  judges: 5,
  screeners: 3,
  settles: {
    screeners: 3,
    criteria: [
      { label: 'Nội dung', max: 60 },
      { label: 'Hình thức', max: 40 },
    ],
    // Content first, then what people liked.
    ties: [2, 1],
    likes: [1, 2],
    quorum: 3,
  },
  fates: { corrected: 2, lapses: 1, rejected: 1 },
};
