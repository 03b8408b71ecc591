import { beginApproving } from '../approve.js';
import { engagement } from '../engagement.js';
import { beginPapers } from '../papers.js';
import { posting } from '../posting.js';
import { beginProposing } from '../propose.js';
import { beginPublishing } from '../publish.js';
import { beginReplying } from '../reply.js';
import { beginRuling } from '../ruleEngagement.js';
import { beginPicking } from '../showcase.js';
import { suspicions } from '../suspicions.js';
import type { Command } from './command.js';

/** From the figures of the audience to the published result. */
export const results: Command[] = [
  {
    name: 'tuongtac',
    aliases: ['tuong tac'],
    kind: 'over',
    where: 'private',
    takesAll: true,
    run: engagement,
  },
  {
    name: 'suatuongtac',
    aliases: ['sua tuong tac'],
    kind: 'form',
    where: 'private',
    run: beginRuling,
  },
  {
    name: 'dangbai',
    aliases: ['dang bai', 'noi dang'],
    kind: 'look',
    where: 'private',
    takesAll: true,
    run: posting,
  },
  {
    name: 'nghivan',
    aliases: ['nghi van', 'dau hieu'],
    kind: 'look',
    where: 'private',
    takes: () => true,
    run: suspicions,
  },
  {
    name: 'dexuat',
    aliases: ['de xuat', 'de nghi ket qua'],
    kind: 'form',
    where: 'private',
    run: beginProposing,
  },
  {
    name: 'pheduyet',
    aliases: ['phe duyet'],
    kind: 'form',
    where: 'private',
    run: beginApproving,
  },
  {
    name: 'chondien',
    aliases: ['chon dien', 'chon cong dien', 'cong dien'],
    kind: 'form',
    where: 'private',
    run: beginPicking,
  },
  { name: 'congbo', aliases: ['cong bo'], kind: 'form', where: 'private', run: beginPublishing },
  {
    name: 'traloi',
    aliases: ['tra loi', 'tra loi khieu nai'],
    kind: 'form',
    where: 'private',
    takesText: true,
    run: beginReplying,
  },
  { name: 'vanban', aliases: ['van ban', 'bien ban'], kind: 'form', where: 'private', run: beginPapers },
];
