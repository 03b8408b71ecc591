import { beginAbstaining } from '../abstain.js';
import { beginSettingAside } from '../aside.js';
import { beginDisqualification } from '../disqualify.js';
import { beginPaperSheet } from '../enterSheet.js';
import { inviteJudge } from '../invite.js';
import { showJudges } from '../judges.js';
import { beginLocking } from '../lock.js';
import { showProgress } from '../progress.js';
import { beginReopening } from '../reopen.js';
import { beginScoring, showSheets } from '../score.js';
import { beginScreening } from '../screen.js';
import type { Command } from './command.js';

/** What screeners, judges and their head do. */
export const judging: Command[] = [
  { name: 'thamdinh', aliases: ['tham dinh'], kind: 'form', where: 'private', run: beginScreening },
  { name: 'loai', aliases: ['loai bai'], kind: 'form', where: 'private', run: beginDisqualification },
  {
    name: 'cham',
    aliases: ['cham diem', 'cham bai'],
    kind: 'form',
    where: 'private',
    takesAll: true,
    run: beginScoring,
  },
  { name: 'phieu', aliases: ['phieu cham', 'phieu diem'], kind: 'look', where: 'private', run: showSheets },
  {
    name: 'khongcham',
    aliases: ['khong cham', 'khong cham bai'],
    kind: 'form',
    where: 'private',
    takesText: true,
    run: beginAbstaining,
  },
  { name: 'tiendo', aliases: ['tien do', 'tien do cham'], kind: 'look', where: 'private', run: showProgress },
  {
    name: 'nhapphieu',
    aliases: ['nhap phieu', 'nhap phieu giay'],
    kind: 'form',
    where: 'private',
    run: beginPaperSheet,
  },
  { name: 'bophieu', aliases: [], kind: 'form', where: 'private', run: beginSettingAside },
  {
    name: 'chotcham',
    aliases: ['chot cham', 'chot diem'],
    kind: 'form',
    where: 'private',
    run: beginLocking,
  },
  {
    name: 'molaicham',
    aliases: ['mo lai cham', 'mo lai viec cham'],
    kind: 'form',
    where: 'private',
    run: beginReopening,
  },
  {
    name: 'giamkhao',
    aliases: ['giam khao', 'danh sach giam khao'],
    kind: 'form',
    where: 'private',
    run: showJudges,
  },
  {
    name: 'moigiamkhao',
    aliases: ['moi giam khao'],
    kind: 'look',
    where: 'private',
    takes: () => true,
    run: inviteJudge,
  },
];
