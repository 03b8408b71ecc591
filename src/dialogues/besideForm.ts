import { isDeepStrictEqual } from 'node:util';
import type { Styled } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import type { Menu, Progress } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import type { Called } from './commands.js';
import { FinishFirst, isDeclaring } from './declaring.js';
import { askAgain, chainOf, type Form, isHalfDone, isIntroduced, mayGoOn, openQuestion } from './form.js';
import { forms } from './forms.js';
import { inWords } from './refused.js';

/* What becomes of an open form when something else is asked for in the middle of it. */

/**
 * What gave way to a form that is over asks its question again, unless that form led over from `contest` to another.
 * `said`: why that form is over, which is not said twice.
 */
export async function goOnBefore(
  turn: Turn,
  over: Progress,
  contest: string | null,
  said: Styled | null = null,
): Promise<void> {
  const { progress } = turn.chat;
  const form = progress && forms[progress.form];
  if (!progress || !form || !over.before || !chainOf(over.before).includes(progress)) return;
  const leave = (why: Styled | null) => {
    if (isHalfDone(progress)) turn.say(stack([why, turn.t('form.gaveWay', whatIsLeft(turn, form))]));
  };
  // Its answers are the other contest's.
  if (isElsewhere(turn, contest)) {
    Object.assign(turn.chat, { progress: null, menu: null });
    return leave(null);
  }
  try {
    await mayGoOn(turn, form, progress);
    await askAgain(turn, form, progress, turn.t('form.goingOn'));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const why = inWords(turn.t, error);
    leave(why.text === said?.text ? null : why);
    Object.assign(turn.chat, { progress: progress.before ?? null, menu: null });
    return goOnBefore(turn, progress, contest, why);
  }
}

/** Is the chat about another contest by now? Before it was about any, nothing was answered for one. */
const isElsewhere = ({ chat }: Turn, contest: string | null): boolean =>
  contest !== null && chat.contest !== contest;

/** In the middle of a form: looking something up is fine, and then the open question comes again. */
export async function callInForm(turn: Turn, called: Called): Promise<void> {
  const { progress } = turn.chat;
  const form = progress && forms[progress.form];
  if (!progress || !form) return call(turn, called);
  leaveDoubt(progress, called);
  if (called.command.kind === 'form') {
    const own = chainOf(progress).find((each) => isResumedBy(each, called));
    return own ? resume(turn, called, own, progress) : callAside(turn, called, form, progress);
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

/** Who was asked whether some words are an answer or this command, and gives the command, has said which. */
function leaveDoubt(progress: Progress, { command }: Called): void {
  const meant = progress.closer?.meant;
  if (meant?.command !== command.name) return;
  delete progress.closer;
  if (meant.under) progress.closer = meant.under;
}

/** Does this command go on with it, without a look at what it would begin? */
const isResumedBy = (progress: Progress, { command, args }: Called): boolean =>
  command.name === forms[progress.form]?.resumedBy && (isHalfDone(progress) || args === '');

/** What is open or was set aside goes on by its own command, and all else that is open waits in its turn. */
async function resume(turn: Turn, called: Called, own: Progress, open: Progress): Promise<void> {
  const form = forms[own.form];
  const inFront = forms[open.form];
  if (!form || !inFront) return call(turn, called);
  const waiting = chainOf(open).filter((each) => each !== own && isHalfDone(each));
  const progress = own === open ? open : inOneChain([own, ...waiting]);
  turn.chat.progress = progress;
  try {
    await mayGoOn(turn, form, progress);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const why = inWords(turn.t, error);
    turn.say(why);
    return goOnBefore(turn, progress, turn.chat.contest, why);
  }
  if (own !== open) turn.chat.menu = null;
  const isAside = own !== open && isHalfDone(open);
  const aside = isAside && turn.t('form.setAside', { form: turn.t.plain(inFront.title) });
  await askAgain(turn, form, progress, stack([aside, howItGoesOn(turn, form, called)]));
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

/**
 * What is open waits until the new command is through, and then asks again. Where the command would begin the very
 * form that is half done already, that one goes on instead.
 */
async function callAside(turn: Turn, called: Called, form: Form, progress: Progress): Promise<void> {
  const { chat, t } = turn;
  const { menu, contest } = chat;
  const isHalf = isHalfDone(progress);
  Object.assign(chat, { progress: null, menu: null });
  const held = holdingBack({ ...turn, aside: progress });
  try {
    await call(held.turn, called);
  } catch (error) {
    // Nothing came of the new command, so what was begun stays.
    if (!(error instanceof Refusal)) throw error;
    held.say();
    Object.assign(chat, { progress, menu });
    if (error instanceof FinishFirst) return askFirst(turn, error);
    if (!isHalf) throw error;
    turn.say(inWords(t, error));
    return askAgain(turn, form, progress, t('form.goingOn'));
  }
  const { progress: begun, menu: offered } = chat;
  if (isElsewhere(turn, contest)) {
    held.say();
    if (isHalf) turn.say(t('form.gaveWay', whatIsLeft(turn, form)));
    return;
  }
  if (!begun) {
    held.say();
    if (form.optional && !isHalf) return;
    chat.progress = progress;
    // Nothing has been answered yet: what was offered just now is rather chosen from.
    return !isHalf && offered ? undefined : askAgain(turn, form, progress, t('form.goingOn'));
  }
  const open = chainOf(progress);
  const own = open.find((each) => bringsNothing(begun, each, called));
  if (own) {
    held.tell();
    return resume(turn, called, own, progress);
  }
  const older = open.find((each) => isAboutSame(begun, each));
  const [next, ...others] = waitingBehind(
    begun,
    open.filter((each) => !isAboutSame(begun, each)),
  );
  if (next) begun.before = inOneChain([next, ...others]);
  const left = older && hasTyped(older) && forms[older.form];
  if (left) turn.say(t('form.gaveWay', whatIsLeft(turn, left)));
  if (isHalf && next === progress) turn.say(t('form.setAside', { form: t.plain(form.title) }));
  held.say();
}

/**
 * What waits for a form: all that is half done. Of what nothing has been answered in, only the last is still meant,
 * and not where the other is the same form, or about the same entry.
 */
function waitingBehind(front: Progress, [last, ...older]: readonly Progress[]): Progress[] {
  if (!last) return [];
  const isInstead =
    last.form === front.form || (last.answers.code !== undefined && last.answers.code === front.answers.code);
  const isMeant = isHalfDone(last) || !(isInstead || forms[last.form]?.optional === true);
  return [...(isMeant ? [last] : []), ...older.filter(isHalfDone)];
}

/**
 * Does the command only name what is open? The bare command means what it had begun; with something behind it, all
 * that it brings has to be there already, word for word, and nothing of it refused.
 */
function bringsNothing(begun: Progress, open: Progress, { command, args }: Called): boolean {
  if (begun.form !== open.form) return false;
  const isKnown = (name: string) => isDeepStrictEqual(begun.answers[name], open.answers[name]);
  if (args === '')
    return isHalfDone(open) && (open.command ?? command.name) === command.name && begun.trail.every(isKnown);
  return hasTyped(open) && !isIntroduced(begun) && Object.keys(begun.answers).every(isKnown);
}

const firstStep = (form: string): string => forms[form]?.steps[0]?.name ?? '';

/** Has anything been answered besides what the command brought along? */
const hasTyped = ({ trail, given = 0 }: Progress): boolean => trail.length > given;

/** The same form about the same thing: an entry, a question, or what its first step asks. */
function isAboutSame(begun: Progress, open: Progress): boolean {
  const subject = ({ form, answers }: Progress) => answers.code ?? answers.number ?? answers[firstStep(form)];
  return begun.form === open.form && isDeepStrictEqual(subject(begun), subject(open));
}

export const whatIsLeft = ({ t }: Turn, { title, stays = 'form.nothingSent' }: Form) => ({
  form: t.plain(title),
  stays: t.plain(stays),
});

/** A turn that says nothing before what becomes of the open form is known. */
function holdingBack(turn: Turn): { turn: Turn; say(): void; tell(): void } {
  const { chat } = turn;
  const held: (() => void)[] = [];
  const toOthers: (() => void)[] = [];
  /** Stands for what will be offered once it is said. */
  let offered: Menu | null = null;
  return {
    turn: {
      ...turn,
      say: (text, choices = []) => {
        if (choices.length > 0) chat.menu = offered = { token: '', choices };
        held.push(() => turn.say(text, choices));
      },
      reply: (reply) => void held.push(() => turn.reply(reply)),
      tell: (to, what, options) =>
        void (to === chat._id ? held : toOthers).push(() => turn.tell(to, what, options)),
    },
    say: () => {
      const { menu } = chat;
      for (const each of [...held.splice(0), ...toOthers.splice(0)]) each();
      if (menu !== offered) chat.menu = menu;
    },
    tell: () => {
      for (const each of toOthers.splice(0)) each();
    },
  };
}

export async function call(turn: Turn, { command, args, more }: Called): Promise<void> {
  await command.run(turn, args);
  const { progress } = turn.chat;
  if (progress?.id === turn.id) progress.command ??= command.name;
  if (more) turn.say(turn.t('common.oneAtATime', { more }));
}
