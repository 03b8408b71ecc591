import { readCode } from '../actions/codes.js';
import { contestOf } from '../actions/contest.js';
import { withdrawConsent } from '../actions/giveConsent.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { chooseContest } from './contests.js';
import { leaveForm } from './form.js';
import { sayHelp, sayWelcome } from './help.js';
import { beginInvitation, inviteJudge } from './invite.js';
import { linkOrAsk } from './link.js';
import { engagement, groupCode, redeem } from './organize.js';
import { beginPublishing, showResult } from './publish.js';
import { beginRegistration } from './register.js';
import { beginEnding, showRoles } from './roles.js';
import { beginScoring, showSheets } from './score.js';
import { beginConversion, beginQuorum, beginRubric } from './settle.js';
import { showSituation, showStatus } from './situation.js';
import { beginReplacement, beginSubmission, beginWithdrawal } from './submit.js';

/** Everything that can be asked for by name. */
export type Command = {
  name: string;
  /** Other ways to say it, folded: without accents and in small letters. */
  aliases: string[];
  /** `form`: asks questions of its own, so it waits while another form is unfinished. */
  kind: 'look' | 'form';
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
  { name: 'thele', aliases: ['the le', 'quy dinh'], kind: 'look', where: 'anywhere', run: showRules },
  {
    name: 'rutdongy',
    aliases: ['rut dong y', 'rut lai dong y'],
    kind: 'look',
    where: 'private',
    run: takeConsentBack,
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
  { name: 'tinhhinh', aliases: ['tinh hinh'], kind: 'look', where: 'private', run: showSituation },
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
  { name: 'nhom', aliases: ['gan nhom'], kind: 'look', where: 'private', run: groupCode },
  { name: 'tuongtac', aliases: ['tuong tac'], kind: 'look', where: 'private', run: engagement },
  { name: 'thangdiem', aliases: ['thang diem'], kind: 'form', where: 'private', run: beginRubric },
  { name: 'sophieu', aliases: ['so phieu'], kind: 'form', where: 'private', run: beginQuorum },
  { name: 'quydoi', aliases: ['quy doi'], kind: 'form', where: 'private', run: beginConversion },
  { name: 'congbo', aliases: ['cong bo'], kind: 'form', where: 'private', run: beginPublishing },
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
  const words = first.replace(/^\/\s?/, '').split(/\s+/);
  // The longest name first: "nộp bài" before "nộp".
  for (const length of [3, 2, 1]) {
    const called = fold(words.slice(0, length).join(' '));
    const command = commands.find(({ name, aliases }) => name === called || aliases.includes(called));
    if (!command || words.length < length) continue;
    const args = words.slice(length).join(' ');
    if (!slashed && args && !(command.takes ?? hasNumbers)(args)) continue;
    return { command, args, more };
  }
  return null;
}

/** A link into the chat brings its code along: `/start ABCD2345`. */
async function start(turn: Turn, args: string): Promise<void> {
  return args && !turn.chat.group ? redeem(turn, args) : sayWelcome(turn);
}

async function enterCode(turn: Turn, args: string): Promise<void> {
  return args ? redeem(turn, args) : turn.say(turn.t('codes.ask'));
}

async function takeConsentBack(turn: Turn): Promise<void> {
  await withdrawConsent(turn, await contestOf(turn));
  // What was being filled in asks for data that may not be kept any more.
  leaveForm(turn);
  turn.say(turn.t('consent.withdrawn', { at: turn.t.moment(turn.now) }));
}

async function showRules(turn: Turn): Promise<void> {
  const { plan } = await contestOf(turn);
  turn.say(
    stack([
      turn.t('help.rules', { contest: plan.name, version: plan.texts.rules.version }),
      plan.texts.rules.text,
    ]),
  );
}
