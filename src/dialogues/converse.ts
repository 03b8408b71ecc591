import { codesIn, findCode, readCode, saysOnlyCode } from '../actions/codes.js';
import { boundTo, contestOf } from '../actions/contest.js';
import { may } from '../actions/permissions.js';
import { registrationOf } from '../actions/registrations.js';
import { platformOf, type Styled } from '../chat.js';
import { codeInFront } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import type { Progress } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import { stack } from '../words.js';
import { askFirst, call, callInForm, goOnBefore, whatIsLeft } from './besideForm.js';
import { type Called, formWord, readCommand } from './commands.js';
import { FinishFirst } from './declaring.js';
import { recordSentTable } from './engagement.js';
import { captionOf } from './entrySteps.js';
import {
  answer,
  askAgain,
  askCloser,
  type Form,
  goBack,
  IS_ANSWER,
  leaveForm,
  openQuestion,
  takeMeant,
} from './form.js';
import { forms } from './forms.js';
import { meantByLabel, sayUnknown } from './help.js';
import { type Input, isSpoken, understand } from './input.js';
import { beginListWithTable } from './list.js';
import { beginWithOwnNumber } from './onBehalfAgree.js';
import { redeem } from './organize.js';
import { inWords } from './refused.js';
import { beginScoring } from './score.js';
import { beginWithPoints, leaveClosedPart, sayWhatIsOpen } from './scoreOnStage.js';
import { sheetsTyped } from './sheetSteps.js';
import { isLongAgo, isSentTwice, labelledIn, offeredIn, shownSince, traceOf } from './shown.js';
import { beginSubmission } from './submit.js';
import { holdsVideo, readVideo } from './video.js';

/** One turn: what this update means where this chat stands, and what is said to it. */
export async function converse(turn: Turn): Promise<void> {
  const { event, from } = turn.update;
  switch (event.kind) {
    case 'joined':
      turn.chat.name = event.title || turn.chat.name;
      await setReachable(turn, true);
      return greetGroup(turn);
    case 'left':
    case 'blocked':
      return setReachable(turn, false);
    case 'unblocked':
      return setReachable(turn, true);
    case 'moved':
      await setReachable(turn, false);
      await turn.store.groups.updateMany({ chat: turn.chat._id }, { $set: { chat: event.to } });
      return;
  }
  if (!from) {
    // An administrator who writes as the group itself: nobody to be asked or told in private.
    if (event.kind === 'text' && event.text.startsWith('/')) turn.say(turn.t('group.anonymous'));
    return;
  }
  if (!turn.chat.reachable) await setReachable(turn, true);
  if (!turn.chat.group && from.name) turn.chat.name = from.name;
  try {
    await (turn.chat.group ? hearInGroup(turn) : hear(turn));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error instanceof FinishFirst) return askFirst(turn, error);
    turn.say(inWords(turn.t, error));
  }
}

async function hear(turn: Turn): Promise<void> {
  const { chat, update } = turn;
  const { contest } = chat;
  const input = understand(update.event, chat.menu);
  if (input.old && (await isSecondTap(turn))) return;
  if (await isSentTwice(turn, input)) return turn.say(turn.t('form.cameTwice'));
  chat.answered = { turn: update._id, trace: traceOf(update.event) };
  if (update.event.kind === 'choice' && !input.says?.startsWith('/'))
    turn.reply({ kind: 'closeChoices', message: update.event.message });
  if (await beginWithOwnNumber(turn)) return;
  if (input.says === null && input.event.kind === 'text' && formWord(input.text) === null) {
    const over = chat.progress;
    const closed = await leaveClosedPart(turn);
    if (over && closed && !readCommand(input.text, true)) {
      if (await beginWithPoints(turn, input)) return;
      turn.say(inWords(turn.t, closed));
      return goOnBefore(turn, over, contest);
    }
  }
  const { progress } = chat;
  if (await beginWithPoints(turn, input)) return;
  const form = progress && forms[progress.form];
  if (progress && !form) leaveForm(turn);

  if (progress && form) {
    const word = input.says === null ? formWord(input.text) : null;
    switch (word) {
      case 'cancel':
        leaveForm(turn);
        turn.say(turn.t('form.cancelled', whatIsLeft(turn, form)));
        return goOnBefore(turn, progress, contest);
      case 'back':
        return goBack(turn, form, progress);
      case 'help':
        return askAgain(turn, form, progress, turn.t('form.help', { form: turn.t.plain(form.title) }));
    }
    if (input.old) return askAgain(turn, form, progress, turn.t('form.oldButton'));
    if (isSpoken(input.event)) return askAgain(turn, form, progress, turn.t('form.spoken'));
    const called = readCommand(input.says ?? input.text, !form.optional) ?? aboutAnEntry(input);
    if (called) return callInForm(turn, called);
    // A slip of the finger in a command is no answer; nor is what a button can't have said.
    if (/^\/\p{L}/u.test(input.says ?? input.text))
      return askAgain(turn, form, progress, turn.t('form.noSuchCommand'));
    const confirmed = progress.closer?.meant;
    if (confirmed && input.says === IS_ANSWER)
      return andGoOn(turn, progress, contest, takeMeant(turn, form, progress, confirmed));
    const meant = bareCommand(input);
    const text = meant && turn.t('form.answerOrCommand', { typed: input.text, command: `/${meant}` });
    if (text) {
      const doubt = { text, choices: [isAnswerOffer(turn)] };
      return askCloser(turn, progress, doubt, { says: input.says, command: meant });
    }
    const shown = input.event.kind === 'text' && isLongAgo(turn) ? await shownSince(turn) : [];
    const offered = readCommand(labelledIn(shown, input.text) ?? '', false);
    if (offered) return callInForm(turn, offered);
    if (isHidden(turn, form, input, shown)) return showFirst(turn, form, progress, input);
    return andGoOn(turn, progress, contest, answer(turn, form, progress, input));
  }

  if (input.old) return turn.say(turn.t('form.oldButtonNoForm'));
  const word = input.says === null ? formWord(input.text) : null;
  if (word === 'cancel' || word === 'back') return turn.say(turn.t('form.nothingOpen'));
  const shown = isNumber(input) ? await shownSince(turn) : [];
  const offered = offeredIn(shown, input.text);
  if (input.says !== null && offered === null && chat.menu && shown.length > 0 && isLongAgo(turn))
    return turn.say(turn.t('form.offeredLongAgo'), chat.menu.choices);
  const called = readCommand(offered ?? input.says ?? input.text, false);
  if (called) return call(turn, called);
  return makeSense(turn, input);
}

const isNumber = ({ event, text }: Input): boolean => event.kind === 'text' && /^\(?\d{1,2}[).]?$/.test(text);

/** A command's words without its slash, where an answer was asked for: `tắt nhắc` as the name of a team? */
function bareCommand({ event, says, text }: Input): string | null {
  if (event.kind !== 'text' || says !== null || !/\S\s+\S/.test(text)) return null;
  const called = readCommand(text, false);
  return called && called.args === '' && called.more === null ? called.command.name : null;
}

/** `cham QN-02 30,5 24 24`: a command, an entry's code and figures are nobody's answer to anything. */
function aboutAnEntry({ event, says, text }: Input): Called | null {
  if (event.kind !== 'text' || says !== null) return null;
  const called = readCommand(text, false);
  const isAboutOne = called !== null && /^\p{L}{2,4}\s?-?\s?\d{1,4}([\s,;/–-]+[\d.,]+)*$/u.test(called.args);
  return isAboutOne && called.more === null ? called : null;
}

const isAnswerOffer = ({ t }: Turn): Offer => ({ label: t.plain('form.isAnswer'), says: IS_ANSWER });

/**
 * Asked long ago, and with something else below it by now: may it have been meant for that? A reminder asks nothing
 * that words could answer, only a number that picks what it offers; nor does anything else ask for a video.
 */
function isHidden(
  turn: Turn,
  { steps }: Form,
  input: Input,
  shown: Awaited<ReturnType<typeof shownSince>>,
): boolean {
  const isVideo = steps.some(({ name }) => name === 'video') && holdsVideo(turn, input);
  return !isVideo && shown.some(({ reminder }) => reminder === undefined || isNumber(input));
}

/** Whatever comes of the answer, also a refusal: what had given way to a form that is over now asks again. */
async function andGoOn(turn: Turn, over: Progress, contest: string | null, answering: Promise<void>) {
  let why: Styled | null = null;
  try {
    await answering;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    why = inWords(turn.t, error);
    turn.say(why);
  }
  return goOnBefore(turn, over, contest, why);
}

const MOST_TYPED = 200;

/** A list, or a number that may be private: it isn't said again. */
const isUnsaid = (text: string): boolean => text.includes('\n') || /\d(?:[ .]?\d){8}/.test(text);

/** A number is typed again as soon as confirmed; and one that is typed below the offer could be another answer. */
const isNumberFirst = (text: string): boolean => /^[+-]?\d[^\n]{0,29}$/.test(text);

/** What hides behind other things is shown before anything is taken for its answer. */
async function showFirst(turn: Turn, form: Form, progress: Progress, input: Input): Promise<void> {
  const { t } = turn;
  const title = t.plain(form.title);
  const first = t('form.askedLongAgo', { form: title });
  const open = input.says === null ? await openQuestion(turn, form, progress) : null;
  const { text, choices = [] } = open ?? {};
  if (!text) return askAgain(turn, form, progress, first);
  if (choices.length === 0 && isNumberFirst(input.text)) {
    delete progress.closer;
    return askAgain(turn, form, progress, stack([first, t('form.typeAgain', { typed: input.text })]));
  }
  const typed = [...input.text].slice(0, MOST_TYPED).join('');
  const whether = isUnsaid(input.text) ? t('form.sentAnswer') : t('form.typedAnswer', { typed });
  const question = stack([first, text, whether]);
  askCloser(turn, progress, { text: question, choices: [...choices, isAnswerOffer(turn)] }, input);
}

const SECOND_TAP_MS = 60_000;

/** Was this very button the last thing in this chat? A finger that slipped has had its answer. */
async function isSecondTap({ store, chat, update, now }: Turn): Promise<boolean> {
  const { event } = update;
  if (event.kind !== 'choice' || chat.turn === null) return false;
  const last = await store.updates.findById(chat.turn, { event: 1, receivedAt: 1 }).lean();
  return (
    last?.event.kind === 'choice' &&
    last.event.data === event.data &&
    last.event.message === event.message &&
    now.getTime() - last.receivedAt.getTime() <= SECOND_TAP_MS
  );
}

/** A judge's entry by its code alone, and perhaps its points: `qn 07`, `QN7: 32 25 18`. */
async function beginWithCode(turn: Turn, { event, text }: Input): Promise<boolean> {
  if (event.kind !== 'text' || !/^[a-z]+[\s-]*\d/i.test(text)) return false;
  const contest = await contestOf(turn);
  const named = codeInFront(text, contest.plan.codePrefix);
  if (!named || !(await may(turn, contest, 'score'))) return false;
  const [, ...others] = sheetsTyped(text, contest.plan.codePrefix);
  if (others.length > 0) {
    await beginScoring(turn, text);
    return true;
  }
  await beginScoring(turn, `${named.code} ${named.rest}`.trim());
  return true;
}

/** No form, no command: a code, a video, or something to be answered with what can be done. */
async function makeSense(turn: Turn, input: Input): Promise<void> {
  if (await beginWithCode(turn, input)) return;
  const code = readCode(input.text);
  // Letters and figures in one piece are meant for a code, also if one of them is wrong.
  const isMeant = /\d/.test(code ?? '') && /[A-Z]/.test(code ?? '') && !/\s/.test(input.text);
  if (code && (isMeant || (await findCode(turn, code)))) return redeem(turn, code);
  if (await foundCode(turn, input.text)) return;
  const called = readCommand((await meantByLabel(turn, input.text)) ?? '', false);
  if (called) return call(turn, called);
  if ((await recordSentTable(turn)) || (await beginListWithTable(turn, input))) return;
  // Zalo tells that there was a file, and keeps the file.
  if (input.event.kind === 'unsupported' && input.event.what === 'withheld' && input.event.links.length === 0)
    throw new Refusal('submit.fileOutside');
  if (holdsVideo(turn, input)) {
    const contest = await contestOf(turn);
    if (await registrationOf(turn, contest))
      return beginSubmission(turn, { video: readVideo(turn, input), ...captionOf(input) });
    if (input.event.kind === 'video') throw new Refusal('submit.notRegistered');
  }
  if (await sayWhatIsOpen(turn, input)) return;
  return sayUnknown(turn);
}

/** A code among other words: taken where nothing else is said, offered else. `false`: there is none. */
async function foundCode(turn: Turn, text: string): Promise<boolean> {
  const [code, ...others] = codesIn(text);
  if (!code || others.length > 0) return false;
  const isKnown = (await findCode(turn, code)) !== null;
  if (!isKnown && !/\d/.test(code)) return false;
  if (saysOnlyCode(text, code)) {
    await redeem(turn, code);
    return true;
  }
  if (!isKnown) return false;
  turn.say(turn.t('codes.isItMeant', { code }), [
    { label: turn.t.plain('codes.useIt', { code }), says: `/ma ${code}` },
  ]);
  return true;
}

/** In groups only commands are answered, and nothing private is done or repeated there. */
async function hearInGroup(turn: Turn): Promise<void> {
  const { event } = turn.update;
  const text = event.kind === 'text' ? event.text : event.kind === 'choice' ? event.data : '';
  const isZalo = platformOf(turn.chat._id) === 'zalo';
  const called = readCommand(text, !isZalo);
  if (called?.command.where === 'private') return turn.say(turn.t('group.privatePlease'));
  if (called?.command.name === 'start' || called?.command.name === 'trogiup')
    return turn.say(turn.t('group.help'));
  if (called) return call(turn, called);
  const code = readCode(text);
  if (code && (await findCode(turn, code))) return redeem(turn, code);
  // Zalo passes on only what was said to the bot; on Telegram people may just be talking to each other.
  if (isZalo || text.startsWith('/')) turn.say(turn.t('group.help'));
}

/** A group that was bound before stays bound when the assistant comes back. */
async function greetGroup(turn: Turn): Promise<void> {
  const contest = await boundTo(turn);
  turn.say(contest ? turn.t('group.helloBound', { contest: contest.plan.shortName }) : turn.t('group.hello'));
}

async function setReachable(turn: Turn, reachable: boolean): Promise<void> {
  turn.chat.reachable = reachable;
  await turn.store.chats.updateOne({ _id: turn.chat._id }, { $set: { reachable } });
}
