import { fold } from '../../domain/text.js';
import type { Turn } from '../../turn.js';
import { agreeToRules } from '../acceptRules.js';
import { showCalendar } from '../calendar.js';
import { beginComplaining } from '../complain.js';
import { beginConsent, beginTakingConsentBack } from '../consent.js';
import { chooseContest } from '../contests.js';
import { showExplanation } from '../explain.js';
import { sayHelp, sayWelcome } from '../help.js';
import { linkOrAsk } from '../link.js';
import { redeem } from '../organize.js';
import { showResult } from '../publish.js';
import { beginAsking } from '../questions.js';
import { switchReminders } from '../reminders.js';
import { showRules } from '../rules.js';
import { showAnswers } from '../showQuestion.js';
import { showOrder } from '../stageShown.js';
import { voting } from '../vote.js';
import { type Command, isCode } from './command.js';

/** What everybody can ask for. */
export const everyone: Command[] = [
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
  { name: 'thele', aliases: ['the le', 'quy dinh'], kind: 'look', where: 'anywhere', run: showRules },
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
    name: 'hoi',
    aliases: ['cau hoi', 'hoi ban to chuc'],
    kind: 'form',
    where: 'private',
    takesText: true,
    takes: (args) => args.length >= 5,
    run: beginAsking,
  },
  { name: 'hoidap', aliases: ['hoi dap'], kind: 'look', where: 'anywhere', run: showAnswers },
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
  { name: 'dongythele', aliases: ['dong y the le'], kind: 'look', where: 'private', run: agreeToRules },
  {
    name: 'khieunai',
    aliases: ['khieu nai'],
    kind: 'form',
    where: 'private',
    takesText: true,
    takes: () => true,
    run: beginComplaining,
  },
  {
    name: 'binhchon',
    aliases: ['binh chon'],
    kind: 'look',
    where: 'private',
    run: voting,
  },
  {
    name: 'giaithich',
    aliases: ['giai thich', 'giai thich diem'],
    kind: 'look',
    where: 'private',
    run: showExplanation,
  },
  { name: 'thutu', aliases: ['thu tu', 'thu tu thi'], kind: 'look', where: 'anywhere', run: showOrder },
];

/** A link into the chat brings its code along: `/start ABCD2345`. */
async function start(turn: Turn, args: string): Promise<void> {
  return args && !turn.chat.group ? redeem(turn, args) : sayWelcome(turn);
}

async function enterCode(turn: Turn, args: string): Promise<void> {
  return args ? redeem(turn, args) : turn.say(turn.t('codes.ask'));
}
