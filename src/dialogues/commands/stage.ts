import { beginAbsence } from '../stageAbsence.js';
import { beginOrdering } from '../stageOrder.js';
import { beginClosingPart, beginOpening, beginOpeningAgain } from '../stageRun.js';
import type { Command } from './command.js';

/** What runs a live contest. */
export const stage: Command[] = [
  {
    name: 'xepthutu',
    aliases: ['xep thu tu'],
    kind: 'form',
    where: 'private',
    run: beginOrdering,
  },
  {
    name: 'moluot',
    aliases: ['mo luot', 'mo luot thi'],
    kind: 'form',
    where: 'private',
    run: beginOpening,
  },
  {
    name: 'dongluot',
    aliases: ['dong luot', 'dong luot thi'],
    kind: 'form',
    where: 'private',
    run: beginClosingPart,
  },
  {
    name: 'molailuot',
    aliases: ['mo lai luot', 'mo lai luot thi'],
    kind: 'form',
    where: 'private',
    run: beginOpeningAgain,
  },
  {
    name: 'vangmat',
    aliases: ['vang mat'],
    kind: 'form',
    where: 'private',
    takesText: true,
    run: beginAbsence,
  },
];
