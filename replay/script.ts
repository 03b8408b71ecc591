import type { Company } from './company.js';
import { inOrder, type Scene } from './scene.js';
import { engagement } from './scenes/engagement.js';
import { handingIn } from './scenes/handingIn.js';
import { judging } from './scenes/judging.js';
import { lists } from './scenes/lists.js';
import { nominating } from './scenes/nominating.js';
import { opening } from './scenes/opening.js';
import { publishing } from './scenes/publishing.js';
import { registration } from './scenes/registering.js';
import { reminding } from './scenes/reminding.js';
import { screening } from './scenes/screening.js';
import { selecting } from './scenes/selecting.js';
import { settling } from './scenes/settling.js';

const parts = [
  opening,
  registration,
  lists,
  handingIn,
  screening,
  selecting,
  nominating,
  settling,
  engagement,
  judging,
  publishing,
  reminding,
];

/** What happens in a contest: which scenes there are, and when each is played, follows from its plan. */
export const scriptOf = (company: Company): Scene[] => inOrder(parts.flatMap((part) => part(company)));
