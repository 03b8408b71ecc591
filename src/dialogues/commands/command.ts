import { readCode } from '../../actions/codes.js';
import type { Turn } from '../../turn.js';

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
  /** What stands behind it is somebody's own words, in which a command may be named: all of the line is its. */
  takesText?: boolean;
  /** Where it may be used; what is private is never done, nor repeated, in a group. */
  where: 'private' | 'anywhere';
  /**
   * Does what stands behind a bare word belong to this command? Numbers do, unless this says otherwise:
   * "chào anh, cho hỏi…" is a question.
   */
  takes?(args: string): boolean;
  run(turn: Turn, args: string): Promise<void>;
};

export const isCode = (args: string): boolean => readCode(args) !== null;
