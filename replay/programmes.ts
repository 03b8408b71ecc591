import type { Playbill } from './playbill.js';
import { binhSon2023 } from './playbills/binhSon2023.js';
import { dn2023 } from './playbills/dn2023.js';
import { qn2023 } from './playbills/qn2023.js';
import { qn2026 } from './playbills/qn2026.js';
import { sl2024 } from './playbills/sl2024.js';

/** What is played under a name: one contest, or several in one installation. The first is the main one. */
export type Programme = readonly [Playbill, ...Playbill[]];

export const programmes = {
  'qn-2023': [qn2023],
  'sl-2024': [sl2024],
  'dn-2023': [dn2023],
  // Bình Sơn's two come from its own contest, so nobody sends for it by himself.
  'binh-son-2023': [{ ...qn2023, senders: 11, entries: 19, fedFrom: ['524'] }, binhSon2023],
  'qn-2026': [qn2026],
} as const satisfies Record<string, Programme>;

export type ProgrammeName = keyof typeof programmes;

export const replayable = Object.keys(programmes) as ProgrammeName[];
