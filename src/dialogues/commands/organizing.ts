import { showOwing } from '../acceptRules.js';
import { announcements } from '../announcements.js';
import { beginExtension } from '../extend.js';
import { beginAccepting, showFindings } from '../findings.js';
import { groupsOrCode } from '../groups.js';
import { showHistory } from '../history.js';
import { beginInvitation } from '../invite.js';
import { beginMove } from '../moveDate.js';
import { showPeopleToCall } from '../peopleToCall.js';
import { beginPublishingRules } from '../publishRules.js';
import { beginEnding, showRoles } from '../roles.js';
import { beginConversion, beginQuorum, beginRubric, beginScreeners, beginSettling } from '../settle.js';
import { beginSetUp } from '../setUpContest.js';
import { beginShowing } from '../showQuestion.js';
import { showSituation } from '../situation.js';
import type { Command } from './command.js';

/** What organizers set up, settle and say. */
export const organizing: Command[] = [
  {
    name: 'taocuocthi',
    aliases: ['tao cuoc thi'],
    kind: 'form',
    where: 'private',
    run: beginSetUp,
  },
  {
    name: 'kiemtra',
    aliases: ['kiem tra', 'kiem tra ke hoach'],
    kind: 'look',
    where: 'private',
    run: showFindings,
  },
  { name: 'chapnhan', aliases: ['chap nhan'], kind: 'form', where: 'private', run: beginAccepting },
  {
    name: 'quydinh',
    aliases: ['dieu chua quy dinh'],
    kind: 'form',
    where: 'private',
    run: beginSettling,
  },
  { name: 'thangdiem', aliases: ['thang diem'], kind: 'form', where: 'private', run: beginRubric },
  { name: 'sophieu', aliases: ['so phieu'], kind: 'form', where: 'private', run: beginQuorum },
  {
    name: 'sothamdinh',
    aliases: ['so nguoi tham dinh'],
    kind: 'form',
    where: 'private',
    run: beginScreeners,
  },
  { name: 'quydoi', aliases: ['quy doi'], kind: 'form', where: 'private', run: beginConversion },
  {
    name: 'doingay',
    aliases: ['doi ngay', 'doi lich'],
    kind: 'form',
    where: 'private',
    takes: () => true,
    run: beginMove,
  },
  {
    name: 'giahan',
    aliases: ['gia han'],
    kind: 'form',
    where: 'private',
    takes: () => true,
    run: beginExtension,
  },
  {
    name: 'thelemoi',
    aliases: ['thele moi', 'the le moi'],
    kind: 'form',
    where: 'private',
    run: beginPublishingRules,
  },
  {
    name: 'thelechua',
    aliases: ['thele chua', 'the le chua'],
    kind: 'look',
    where: 'private',
    run: showOwing,
  },
  { name: 'moi', aliases: [], kind: 'form', where: 'private', takes: () => true, run: beginInvitation },
  { name: 'nhiemvu', aliases: ['nhiem vu', 'phan cong'], kind: 'look', where: 'private', run: showRoles },
  {
    name: 'thoinhiemvu',
    aliases: ['thoi nhiem vu'],
    kind: 'form',
    where: 'private',
    takes: () => true,
    run: beginEnding,
  },
  { name: 'nhom', aliases: ['gan nhom'], kind: 'look', where: 'private', run: groupsOrCode },
  {
    name: 'thongbao',
    aliases: ['thong bao', 'gui thong bao'],
    kind: 'form',
    where: 'private',
    takesText: true,
    run: announcements,
  },
  { name: 'tinhhinh', aliases: ['tinh hinh'], kind: 'look', where: 'private', run: showSituation },
  { name: 'cangoi', aliases: ['can goi'], kind: 'look', where: 'private', run: showPeopleToCall },
  {
    name: 'congkhai',
    aliases: ['cong khai'],
    kind: 'form',
    where: 'private',
    takesText: true,
    run: beginShowing,
  },
  { name: 'lichsu', aliases: ['lich su'], kind: 'look', where: 'private', run: showHistory },
];
