import { beginClosing, sendLists } from '../closeLists.js';
import { beginList } from '../list.js';
import { beginRegistration } from '../register.js';
import { beginReplacement } from '../replace.js';
import { showStatus } from '../status.js';
import { beginSubmission } from '../submit.js';
import { beginWithdrawal } from '../withdraw.js';
import type { Command } from './command.js';

/** What teams ask for. */
export const teams: Command[] = [
  {
    name: 'dangky',
    aliases: ['dang ky', 'dang ki', 'dangki', 'dk'],
    kind: 'form',
    where: 'private',
    run: beginRegistration,
  },
  {
    name: 'nopbai',
    aliases: ['nop bai', 'nop', 'gui bai'],
    kind: 'form',
    where: 'private',
    run: (turn) => beginSubmission(turn),
  },
  { name: 'trangthai', aliases: ['trang thai'], kind: 'look', where: 'private', run: showStatus },
  { name: 'thaybai', aliases: ['thay bai', 'thay'], kind: 'form', where: 'private', run: beginReplacement },
  { name: 'rutbai', aliases: ['rut bai', 'rut'], kind: 'form', where: 'private', run: beginWithdrawal },
  { name: 'danhsach', aliases: ['danh sach'], kind: 'form', where: 'private', run: beginList },
  {
    name: 'chotdanhsach',
    aliases: ['chot danh sach'],
    kind: 'form',
    where: 'private',
    run: beginClosing,
  },
  {
    name: 'xuatdanhsach',
    aliases: ['xuat danh sach'],
    kind: 'look',
    where: 'private',
    run: sendLists,
  },
];
