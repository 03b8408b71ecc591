import { readCode } from '../actions/codes.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { beginAbstaining } from './abstain.js';
import { agreeToRules, showOwing } from './acceptRules.js';
import { announcements } from './announcements.js';
import { beginApproving } from './approve.js';
import { beginSettingAside } from './aside.js';
import { showCalendar } from './calendar.js';
import { beginClosing, sendLists } from './closeLists.js';
import { beginComplaining } from './complain.js';
import { beginConfirming } from './confirmTeams.js';
import { beginConsent, beginTakingConsentBack } from './consent.js';
import { chooseContest } from './contests.js';
import { beginDisqualification } from './disqualify.js';
import { engagement } from './engagement.js';
import { beginPaperSheet } from './enterSheet.js';
import { showExplanation } from './explain.js';
import { beginExtension } from './extend.js';
import { beginAccepting, showFindings } from './findings.js';
import { groupsOrCode } from './groups.js';
import { sayHelp, sayWelcome } from './help.js';
import { showHistory } from './history.js';
import { beginInvitation, inviteJudge } from './invite.js';
import { showJudges } from './judges.js';
import { linkOrAsk } from './link.js';
import { beginList } from './list.js';
import { beginLocking } from './lock.js';
import { beginMove } from './moveDate.js';
import { beginNomination } from './nominate.js';
import { beginTakingBack } from './nominateBack.js';
import { takeOverOrCode } from './onBehalfCode.js';
import { beginRegisteringFor } from './onBehalfRegister.js';
import { beginSubmittingFor } from './onBehalfSubmit.js';
import { redeem } from './organize.js';
import { beginPapers } from './papers.js';
import { showPeopleToCall } from './peopleToCall.js';
import { posting } from './posting.js';
import { showProgress } from './progress.js';
import { beginProposing } from './propose.js';
import { beginPublishing, showResult } from './publish.js';
import { beginPublishingRules } from './publishRules.js';
import { beginAsking } from './questions.js';
import { beginRegistration } from './register.js';
import { switchReminders } from './reminders.js';
import { beginReopening } from './reopen.js';
import { beginReplacement } from './replace.js';
import { beginReplying } from './reply.js';
import { beginEnding, showRoles } from './roles.js';
import { beginRuling } from './ruleEngagement.js';
import { showRules } from './rules.js';
import { beginScoring, showSheets } from './score.js';
import { beginScreening } from './screen.js';
import { showRanking } from './selection.js';
import { beginConversion, beginQuorum, beginRubric, beginScreeners, beginSettling } from './settle.js';
import { beginSetUp } from './setUpContest.js';
import { beginPicking } from './showcase.js';
import { beginShowing, showAnswers } from './showQuestion.js';
import { showSituation } from './situation.js';
import { beginAbsence, beginOrdering, showOrder } from './stageOrder.js';
import { beginClosingPart, beginOpening, beginOpeningAgain } from './stageRun.js';
import { showStatus } from './status.js';
import { beginSubmission } from './submit.js';
import { suspicions } from './suspicions.js';
import { voting } from './vote.js';
import { beginWithdrawal } from './withdraw.js';

/** Everything that can be asked for by name. */
export type Command = {
  name: string;
  /** Other ways to say it, folded: without accents and in small letters. */
  aliases: string[];
  /**
   * `form`: asks questions of its own, so it waits while another form is unfinished. `over`: asks too, but
   * the unfinished form gives way to it.
   */
  kind: 'look' | 'form' | 'over';
  /** Said several times in one message, it is one: `args` then holds all of it. */
  takesAll?: boolean;
  /** Where it may be used; what is private is never done, nor repeated, in a group. */
  where: 'private' | 'anywhere';
  /**
   * Does what stands behind a bare word belong to this command? Numbers do, unless this says otherwise:
   * "chào anh, cho hỏi…" is a question.
   */
  takes?(args: string): boolean;
  run(turn: Turn, args: string): Promise<void>;
};

const hasNumbers = (args: string): boolean => /\d/.test(args);
const isCode = (args: string): boolean => readCode(args) !== null;

export const commands: Command[] = [
  {
    name: 'start',
    aliases: ['bat dau', 'xin chao', 'chao', 'hello', 'hi'],
    kind: 'look',
    where: 'anywhere',
    takes: isCode,
    run: start,
  },
  {
    name: 'trogiup',
    aliases: ['tro giup', 'help', 'huong dan', 'menu'],
    kind: 'look',
    where: 'anywhere',
    takes: (args) => /^(?:\d|tat ca)$/.test(fold(args)),
    run: sayHelp,
  },
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
  { name: 'thele', aliases: ['the le', 'quy dinh'], kind: 'look', where: 'anywhere', run: showRules },
  { name: 'dongythele', aliases: ['dong y the le'], kind: 'look', where: 'private', run: agreeToRules },
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
  {
    name: 'rutdongy',
    aliases: ['rut dong y', 'rut lai dong y'],
    kind: 'over',
    where: 'private',
    run: beginTakingConsentBack,
  },
  {
    name: 'dongy',
    aliases: ['dong y', 'dong y lai', 'toi dong y'],
    kind: 'form',
    where: 'private',
    run: beginConsent,
  },
  {
    name: 'lich',
    aliases: ['lich thi', 'lich cuoc thi'],
    kind: 'look',
    where: 'anywhere',
    takes: (args) => fold(args) === 'tat ca',
    run: showCalendar,
  },
  { name: 'ketqua', aliases: ['ket qua'], kind: 'look', where: 'anywhere', run: showResult },
  {
    name: 'ma',
    aliases: ['ma moi', 'nhap ma'],
    kind: 'look',
    where: 'anywhere',
    takes: isCode,
    run: enterCode,
  },
  { name: 'cham', aliases: ['cham diem', 'cham bai'], kind: 'form', where: 'private', run: beginScoring },
  { name: 'phieu', aliases: ['phieu cham', 'phieu diem'], kind: 'look', where: 'private', run: showSheets },
  {
    name: 'khongcham',
    aliases: ['khong cham', 'khong cham bai'],
    kind: 'form',
    where: 'private',
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
    name: 'molaicham',
    aliases: ['mo lai cham', 'mo lai viec cham'],
    kind: 'form',
    where: 'private',
    run: beginReopening,
  },
  { name: 'thutu', aliases: ['thu tu', 'thu tu thi'], kind: 'look', where: 'anywhere', run: showOrder },
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
  { name: 'vangmat', aliases: ['vang mat'], kind: 'form', where: 'private', run: beginAbsence },
  {
    name: 'xephang',
    aliases: ['xep hang', 'bang xep hang'],
    kind: 'look',
    where: 'private',
    run: showRanking,
  },
  {
    name: 'chotcham',
    aliases: ['chot cham', 'chot diem'],
    kind: 'form',
    where: 'private',
    run: beginLocking,
  },
  { name: 'cu', aliases: ['cu len', 'cu bai'], kind: 'form', where: 'private', run: beginNomination },
  {
    name: 'rutcu',
    aliases: ['rut cu', 'rut bai da cu'],
    kind: 'form',
    where: 'private',
    run: beginTakingBack,
  },
  { name: 'thamdinh', aliases: ['tham dinh'], kind: 'form', where: 'private', run: beginScreening },
  { name: 'loai', aliases: ['loai bai'], kind: 'form', where: 'private', run: beginDisqualification },
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
  { name: 'tinhhinh', aliases: ['tinh hinh'], kind: 'look', where: 'private', run: showSituation },
  { name: 'cangoi', aliases: ['can goi'], kind: 'look', where: 'private', run: showPeopleToCall },
  {
    name: 'moigiamkhao',
    aliases: ['moi giam khao'],
    kind: 'look',
    where: 'private',
    takes: () => true,
    run: inviteJudge,
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
  {
    name: 'lienket',
    aliases: ['lien ket'],
    kind: 'form',
    where: 'anywhere',
    takes: isCode,
    run: linkOrAsk,
  },
  {
    name: 'cuocthi',
    aliases: ['cuoc thi', 'doi cuoc thi'],
    kind: 'look',
    where: 'private',
    run: chooseContest,
  },
  {
    name: 'tatnhac',
    aliases: ['tat nhac', 'tat nhac viec'],
    kind: 'look',
    where: 'private',
    run: (turn) => switchReminders(turn, false),
  },
  {
    name: 'batnhac',
    aliases: ['bat nhac', 'bat nhac viec'],
    kind: 'look',
    where: 'private',
    run: (turn) => switchReminders(turn, true),
  },
  {
    name: 'giamkhao',
    aliases: ['giam khao', 'danh sach giam khao'],
    kind: 'form',
    where: 'private',
    run: showJudges,
  },
  { name: 'nhom', aliases: ['gan nhom'], kind: 'look', where: 'private', run: groupsOrCode },
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
    name: 'binhchon',
    aliases: ['binh chon'],
    kind: 'look',
    where: 'private',
    run: voting,
  },
  {
    name: 'quydinh',
    aliases: ['quy dinh', 'dieu chua quy dinh'],
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
    name: 'thongbao',
    aliases: ['thong bao', 'gui thong bao'],
    kind: 'form',
    where: 'private',
    run: announcements,
  },
  {
    name: 'doingay',
    aliases: ['doi ngay', 'doi lich'],
    kind: 'form',
    where: 'private',
    takes: () => true,
    run: beginMove,
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
    name: 'giahan',
    aliases: ['gia han'],
    kind: 'form',
    where: 'private',
    takes: () => true,
    run: beginExtension,
  },
  {
    name: 'taocuocthi',
    aliases: ['tao cuoc thi'],
    kind: 'form',
    where: 'private',
    run: beginSetUp,
  },
  { name: 'vanban', aliases: ['van ban', 'bien ban'], kind: 'form', where: 'private', run: beginPapers },
  { name: 'lichsu', aliases: ['lich su'], kind: 'look', where: 'private', run: showHistory },
  {
    name: 'giaithich',
    aliases: ['giai thich', 'giai thich diem'],
    kind: 'look',
    where: 'private',
    run: showExplanation,
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
    name: 'khieunai',
    aliases: ['khieu nai'],
    kind: 'form',
    where: 'private',
    takes: () => true,
    run: beginComplaining,
  },
  {
    name: 'traloi',
    aliases: ['tra loi', 'tra loi khieu nai'],
    kind: 'form',
    where: 'private',
    run: beginReplying,
  },
  {
    name: 'hoi',
    aliases: ['cau hoi', 'hoi ban to chuc'],
    kind: 'form',
    where: 'private',
    takes: (args) => args.length >= 5,
    run: beginAsking,
  },
  { name: 'hoidap', aliases: ['hoi dap'], kind: 'look', where: 'anywhere', run: showAnswers },
  { name: 'congkhai', aliases: ['cong khai'], kind: 'form', where: 'private', run: beginShowing },
];

/** What works at every step of every form. */
export type FormWord = 'cancel' | 'back' | 'help';
const formWords: Record<string, FormWord> = {
  huy: 'cancel',
  'huy bo': 'cancel',
  thoat: 'cancel',
  cancel: 'cancel',
  lui: 'back',
  'quay lai': 'back',
  back: 'back',
  trogiup: 'help',
  'tro giup': 'help',
  help: 'help',
};

export const formWord = (text: string): FormWord | null => formWords[fold(text).replace(/^\//, '')] ?? null;

export type Called = {
  command: Command;
  args: string /** A second command in the same message. */;
  more: string | null;
};

/**
 * The command in a message. With a slash it may stand in the middle of a form; without one it is taken
 * for a command only where no answer is awaited.
 */
export function readCommand(text: string, awaitsAnswer: boolean): Called | null {
  const [first = '', ...rest] = text.trim().split(/\s+(?=\/\p{L})/u);
  const more = rest.length > 0 ? rest.join(' ') : null;
  const slashed = /^\/\s?/.test(first);
  if (!slashed && awaitsAnswer) return null;
  // `/cham07`: no command has a number in its name.
  const parted = slashed ? first.replace(/^(\/\s?\p{L}+)(?=\d)/u, '$1 ') : first;
  const words = parted.replace(/^\/\s?/, '').split(/\s+/);
  // The longest name first: "nộp bài" before "nộp".
  for (const length of [4, 3, 2, 1]) {
    const called = fold(words.slice(0, length).join(' '));
    const command = commands.find(({ name, aliases }) => name === called || aliases.includes(called));
    if (!command || words.length < length) continue;
    const args = argsOf(parted, length);
    if (!slashed && args && !(command.takes ?? hasNumbers)(args)) continue;
    const next = command.takesAll && more !== null ? readCommand(more, true) : null;
    if (next?.command !== command) return { command, args, more };
    return { command, args: `${args}\n${next.args}`, more: next.more };
  }
  return null;
}

/** What stands behind the command's words; its lines stay. */
const argsOf = (text: string, length: number): string =>
  text
    .replace(/^\/\s?/, '')
    .replace(new RegExp(`^(?:\\S+\\s*){${length}}`), '')
    .trim();

/** A link into the chat brings its code along: `/start ABCD2345`. */
async function start(turn: Turn, args: string): Promise<void> {
  return args && !turn.chat.group ? redeem(turn, args) : sayWelcome(turn);
}

async function enterCode(turn: Turn, args: string): Promise<void> {
  return args ? redeem(turn, args) : turn.say(turn.t('codes.ask'));
}
