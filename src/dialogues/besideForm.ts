import type { Styled } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import type { Progress } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import type { Called } from './commands.js';
import { FinishFirst, isDeclaring } from './declaring.js';
import { askAgain, chainOf, type Form, isHalfDone, leaveForm, openQuestion } from './form.js';
import { forms } from './forms.js';
import { inWords } from './refused.js';

/* What becomes of an open form when something else is asked for in the middle of it. */

/** What gave way to a form that is over asks its question again, unless that form led over from `contest` to another. */
export async function goOnBefore(turn: Turn, over: Progress, contest: string | null): Promise<void> {
  const { progress } = turn.chat;
  const form = progress && forms[progress.form];
  if (!progress || !form || !over.before || !chainOf(over.before).includes(progress)) return;
  if (!isElsewhere(turn, contest)) return askAgain(turn, form, progress, turn.t('form.goingOn'));
  // Its answers are the other contest's.
  Object.assign(turn.chat, { progress: null, menu: null });
  turn.say(turn.t('form.gaveWay', whatIsLeft(turn, form)));
}

/** Is the chat about another contest by now? Before it was about any, nothing was answered for one. */
const isElsewhere = ({ chat }: Turn, contest: string | null): boolean =>
  contest !== null && chat.contest !== contest;

/** In the middle of a form: looking something up is fine, and then the open question comes again. */
export async function callInForm(turn: Turn, called: Called): Promise<void> {
  const { progress } = turn.chat;
  const form = progress && forms[progress.form];
  if (!progress || !form) return call(turn, called);
  if (called.command.kind === 'form') {
    const { command, args } = called;
    const isHalf = isHalfDone(progress);
    if (command.name === form.resumedBy && (isHalf || args === ''))
      return askAgain(turn, form, progress, howItGoesOn(turn, form, called));
    if (!isHalf) return callInstead(turn, called, progress);
    if (await bringForward(turn, called, form, progress)) return;
    return callAside(turn, called, form, progress);
  }
  // What is looked up comes without its own offers: a number that is typed now answers the open question.
  const looking: Turn = called.command.kind === 'look' ? { ...turn, say: (text) => turn.say(text) } : turn;
  try {
    await call(looking, called);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    turn.say(inWords(turn.t, error));
  }
  if (turn.chat.progress === progress && !form.optional) await askBriefly(turn, form, progress);
}

/** What had been set aside goes on by its own command, and what is open now waits in its turn. `false`: nothing had. */
async function bringForward(turn: Turn, called: Called, form: Form, open: Progress): Promise<boolean> {
  const [, ...waiting] = chainOf(open);
  const own = waiting.find((each) => forms[each.form]?.resumedBy === called.command.name);
  const ownForm = own && forms[own.form];
  if (!own || !ownForm) return false;
  const progress = inOneChain([own, open, ...waiting.filter((each) => each !== own)]);
  Object.assign(turn.chat, { progress, menu: null });
  const aside = turn.t('form.setAside', { form: turn.t.plain(form.title) });
  await askAgain(turn, ownForm, progress, stack([aside, howItGoesOn(turn, ownForm, called)]));
  return true;
}

/** What has to be over first asks again, and all that is open besides waits for it. */
export async function askFirst(turn: Turn, error: FinishFirst): Promise<void> {
  const open = turn.chat.progress ? chainOf(turn.chat.progress) : [];
  const own = open.find((each) => isDeclaring(each, error.code));
  const form = own && forms[own.form];
  const first = inWords(turn.t, error);
  if (!own || !form) return turn.say(first);
  const progress = inOneChain([own, ...open.filter((each) => each !== own)]);
  delete progress.closer;
  Object.assign(turn.chat, { progress, menu: null });
  await askAgain(turn, form, progress, first);
}

/** Each gives way to the one in front of it. */
function inOneChain([{ before: _, ...first }, ...others]: [Progress, ...Progress[]]): Progress {
  const [next, ...rest] = others;
  return next ? { ...first, before: inOneChain([next, ...rest]) } : first;
}

const howItGoesOn = ({ t }: Turn, { title }: Form, { args }: Called): Styled =>
  args === '' ? t('form.goingOn') : t('form.unfinished', { form: t.plain(title) });

/** A question that fills the screen is not repeated as a whole when something was only looked up. */
const LONG_QUESTION = 400;

async function askBriefly(turn: Turn, form: Form, progress: Progress): Promise<void> {
  const { t } = turn;
  const open = await openQuestion(turn, form, progress);
  if (!open || open.text.text.length <= LONG_QUESTION)
    return askAgain(turn, form, progress, t('form.goingOn'));
  turn.chat.menu = null;
  turn.say(t('form.stillOpen', { form: t.plain(form.title) }), open.choices ?? []);
}

/** Nothing has been typed that could be lost. */
async function callInstead(turn: Turn, called: Called, progress: Progress): Promise<void> {
  const { menu } = turn.chat;
  leaveForm(turn);
  if (turn.chat.progress) return callInForm(turn, called);
  try {
    return await call(turn, called);
  } catch (error) {
    // Nothing came of the new command, so what was begun stays.
    if (error instanceof Refusal) Object.assign(turn.chat, { progress, menu });
    throw error;
  }
}

/** What is half done waits until the new command is through; only the same form begun anew takes its place. */
async function callAside(turn: Turn, called: Called, form: Form, progress: Progress): Promise<void> {
  const { chat } = turn;
  const { menu, contest } = chat;
  Object.assign(chat, { progress: null, menu: null });
  const isAgain = () => chat.progress?.form === form.name;
  const leaving = sayingFirst({ ...turn, aside: progress }, () => {
    if (isElsewhere(turn, contest) || chat.progress === null) return null;
    if (!isAgain()) return turn.t('form.setAside', { form: turn.t.plain(form.title) });
    return bringsOtherAnswers(progress, chat.progress)
      ? null
      : turn.t('form.gaveWay', whatIsLeft(turn, form));
  });
  try {
    await call(leaving, called);
  } catch (error) {
    // Nothing came of the new command, so what was begun stays.
    if (!(error instanceof Refusal)) throw error;
    Object.assign(chat, { progress, menu });
    if (error instanceof FinishFirst) return askFirst(turn, error);
    turn.say(inWords(turn.t, error));
    return askAgain(turn, form, progress, turn.t('form.goingOn'));
  }
  if (isElsewhere(turn, contest)) return turn.say(turn.t('form.gaveWay', whatIsLeft(turn, form)));
  if (isAgain()) {
    if (chat.progress && progress.before) chat.progress.before = progress.before;
    return;
  }
  if (chat.progress) {
    chat.progress.before = inOneChain(withoutOlder(progress, chat.progress));
    return;
  }
  chat.progress = progress;
  await askAgain(turn, form, progress, turn.t('form.goingOn'));
}

/** What was set aside even before, and is begun anew about the very same thing now, has given way to that. */
function withoutOlder(progress: Progress, now: Progress): [Progress, ...Progress[]] {
  const [first, ...waiting] = chainOf(progress);
  const isOlder = ({ form, answers }: Progress) =>
    form === now.form && answers.code !== undefined && answers.code === now.answers.code;
  return [first, ...waiting.filter((each) => !isOlder(each))];
}

/** The same command about the same entry, once more and with its answers behind it: nothing is lost. */
const bringsOtherAnswers = ({ trail, given = 0, answers }: Progress, now: Progress): boolean =>
  answers.code !== undefined && now.answers.code === answers.code && trail.length <= given;

export const whatIsLeft = ({ t }: Turn, { title, stays = 'form.nothingSent' }: Form) => ({
  form: t.plain(title),
  stays: t.plain(stays),
});

/** A turn that says what becomes of the open form before the first question of the next; a refusal comes without it. */
function sayingFirst(turn: Turn, what: () => Styled | null): Turn {
  let isSaid = false;
  const first = () => {
    const words = isSaid ? null : what();
    if (!words) return;
    isSaid = true;
    turn.say(words);
  };
  return {
    ...turn,
    say: (text, choices) => {
      first();
      turn.say(text, choices);
    },
    reply: (reply) => {
      first();
      turn.reply(reply);
    },
    tell: (chat, what, options) => {
      if (chat === turn.chat._id) first();
      turn.tell(chat, what, options);
    },
  };
}

export async function call(turn: Turn, { command, args, more }: Called): Promise<void> {
  await command.run(turn, args);
  if (more) turn.say(turn.t('common.oneAtATime', { more }));
}
