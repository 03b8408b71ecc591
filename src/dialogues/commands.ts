import { fold } from '../domain/text.js';
import type { Command } from './commands/command.js';
import { coordinators } from './commands/coordinators.js';
import { everyone } from './commands/everyone.js';
import { judging } from './commands/judging.js';
import { organizing } from './commands/organizing.js';
import { results } from './commands/results.js';
import { stage } from './commands/stage.js';
import { teams } from './commands/teams.js';

export const commands: Command[] = [
  ...everyone,
  ...teams,
  ...coordinators,
  ...judging,
  ...stage,
  ...organizing,
  ...results,
];

const hasNumbers = (args: string): boolean => /\d/.test(args);

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
  const called = readFirst(text, awaitsAnswer, /\s+(?=\/\p{L})/u);
  // In what somebody writes to others a command may be named; the next one begins a line.
  return called?.command.takesText ? readFirst(text, awaitsAnswer, /\s*\n\s*(?=\/\p{L})/u) : called;
}

/** `between`: where one command ends and the next begins. */
function readFirst(text: string, awaitsAnswer: boolean, between: RegExp): Called | null {
  const [first = '', ...rest] = text.trim().split(between);
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
