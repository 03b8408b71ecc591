import { beginConfirming } from '../confirmTeams.js';
import { beginNomination } from '../nominate.js';
import { beginTakingBack } from '../nominateBack.js';
import { takeOverOrCode } from '../onBehalfCode.js';
import { beginRegisteringFor } from '../onBehalfRegister.js';
import { beginSubmittingFor } from '../onBehalfSubmit.js';
import { showRanking } from '../selection.js';
import { type Command, isCode } from './command.js';

/** What coordinators do for their unit. */
export const coordinators: Command[] = [
  {
    name: 'xacnhan',
    aliases: ['xac nhan', 'xac nhan dang ky'],
    kind: 'form',
    where: 'private',
    run: beginConfirming,
  },
  {
    name: 'dangkythay',
    aliases: ['dang ky thay', 'dang ki thay'],
    kind: 'form',
    where: 'private',
    run: beginRegisteringFor,
  },
  {
    name: 'guithay',
    aliases: ['gui thay', 'nop thay'],
    kind: 'form',
    where: 'private',
    run: beginSubmittingFor,
  },
  {
    name: 'nhandoi',
    aliases: ['nhan doi'],
    kind: 'form',
    where: 'private',
    takes: isCode,
    run: takeOverOrCode,
  },
  {
    name: 'xephang',
    aliases: ['xep hang', 'bang xep hang'],
    kind: 'look',
    where: 'private',
    run: showRanking,
  },
  { name: 'cu', aliases: ['cu len', 'cu bai'], kind: 'form', where: 'private', run: beginNomination },
  {
    name: 'rutcu',
    aliases: ['rut cu', 'rut bai da cu'],
    kind: 'form',
    where: 'private',
    run: beginTakingBack,
  },
];
