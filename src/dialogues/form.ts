import type { z } from 'zod';
import type { Styled } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import type { Meant, Progress, StoredUpdate } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import { type Label, stack } from '../words.js';
import { type Input, understand } from './input.js';
import { inWords } from './refused.js';

/**
 * The form engine. A form is data: steps by name, each with its question and its answer's shape. What a
 * person has answered is plain data too (`Progress`), so a form survives days, restarts and deploys.
 */
export type Answers = Record<string, unknown>;

/** Does a coordinator speak for a team here? `for` says for which. */
export const isForTeam = ({ for: team }: Answers): boolean => team !== undefined;

export type Question = { text: Styled; choices?: Offer[] };

export type Step = {
  name: string;
  /** What the step is called where it is offered for changing. */
  label: Label;
  /** Asked only when this holds for what has been answered so far. */
  when?(answers: Answers): boolean;
  ask(turn: Turn, answers: Answers): Question | Promise<Question>;
  /** How it is asked once more after an answer that can't be one, where the whole question is long. */
  askShort?(turn: Turn, answers: Answers): Question | Promise<Question>;
  /** What is kept; an answer of an earlier version that no longer fits is asked again. */
  answer: z.ZodType;
  /** Throws a `Refusal` for what can't be an answer; asks more closely with `Again`; reopens a step with `Reopen`. */
  read(turn: Turn, input: Input, answers: Answers): unknown | Promise<unknown>;
};

export type Form = {
  name: string;
  version: number;
  title: Label;
  steps: Step[];
  /** The command that begins it goes on with it as it stands, whatever it would begin now and whatever is behind it. */
  resumedBy?: string;
  /** What stays when it is left before its end; where nothing is said, nothing has been sent. */
  stays?: Label;
  /** Refuses where nothing can come of it any more, since its time is over, say: the next answer hears so. Only reads. */
  mayGoOn?(turn: Turn, answers: Answers): void | Promise<void>;
  /** Nothing hangs on its answer: a command needs no slash here, and it doesn't ask again after one. */
  optional?: boolean;
  /** The answers are complete: calls the action and says what came of it. */
  finish(turn: Turn, answers: Answers): Promise<void>;
};

/** The answer was understood but leaves a choice: asks the same step more closely. */
export class Again {
  constructor(readonly question: Question) {}
}

/** Earlier answers are to be given anew; all others stay. */
export class Reopen {
  readonly steps: string[];
  constructor(...steps: string[]) {
    this.steps = steps;
  }
}

/** One message answered several steps. `beside`: what it said besides, and no step asks for. */
export class Fill {
  constructor(
    readonly answers: Answers,
    readonly beside: Answers = {},
  ) {}
}

/** This answer ends the form: nothing more is asked, nothing is done. */
export class Stop {
  constructor(
    readonly words: Styled,
    readonly offers: Offer[] = [],
  ) {}
}

/** What was sent before its form was open, and would be lost with it: no mere word behind a command. */
const SENT = ['video', 'lines'];

/** Those that began with something to say, as that a part of what was typed can't be. */
const introduced = new WeakSet<Progress>();

export const isIntroduced = (progress: Progress): boolean => introduced.has(progress);

/**
 * `first` is said before the first question. `over`: the form that is open gives way to this one, and goes
 * on when this one is over.
 */
export async function beginForm(
  turn: Turn,
  form: Form,
  given: Answers = {},
  { first, over = false }: { first?: Styled; over?: boolean } = {},
): Promise<void> {
  const answers: Answers = {};
  const trail: string[] = [];
  for (const step of form.steps) {
    if (!(step.name in given)) continue;
    answers[step.name] = given[step.name];
    trail.push(step.name);
  }
  // What a command was called with and no step asks for: the entry in question, say.
  for (const [name, value] of Object.entries(given)) answers[name] ??= value;
  const open = turn.chat.progress;
  const before = open?.form === form.name ? open.before : open;
  const progress: Progress = {
    id: turn.id,
    form: form.name,
    version: form.version,
    step: '',
    answers,
    trail,
    given: trail.filter((name) => !SENT.includes(name)).length,
    startedAt: turn.now,
    ...(over && before && { before }),
  };
  if (first) introduced.add(progress);
  turn.chat.progress = progress;
  await goOn(turn, form, progress, first);
}

/** Leaves a form of which nothing can come any more, and refuses. */
export async function mayGoOn(turn: Turn, form: Form, { answers }: Progress): Promise<void> {
  try {
    await form.mayGoOn?.(turn, answers);
  } catch (error) {
    if (error instanceof Refusal) leaveForm(turn);
    throw error;
  }
}

/** Takes an answer to the step that was asked. */
export async function answer(turn: Turn, form: Form, progress: Progress, input: Input): Promise<void> {
  const step = current(form, progress);
  if (!step) return goOn(turn, form, progress);
  await mayGoOn(turn, form, progress);
  let read: unknown;
  try {
    read = await step.read(turn, input, progress.answers);
    if (read instanceof Again) {
      const { text, choices = [] } = read.question;
      delete progress.closer;
      // Without a choice of its own it is the same question once more.
      if (choices.length > 0) progress.closer = { text, choices };
      return sayCloser(turn, { text, choices });
    }
    if (read instanceof Stop) {
      leaveForm(turn);
      return turn.say(read.words, read.offers);
    }
    if (read instanceof Reopen) {
      progress.kept = { answers: { ...progress.answers }, trail: [...progress.trail] };
      for (const name of read.steps) forget(progress, name);
      return await goOn(turn, form, progress);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refused = inWords(turn.t, error);
    if (progress.closer) return sayCloser(turn, progress.closer, refused);
    return ask(turn, step, progress, refused, step.askShort);
  }
  const given = read instanceof Fill ? read.answers : { [step.name]: read };
  if (read instanceof Fill) Object.assign(progress.answers, read.beside);
  for (const [name, value] of Object.entries(given)) {
    const answered = form.steps.find((each) => each.name === name) ?? step;
    progress.answers[name] = answered.answer.parse(value);
    progress.trail = [...progress.trail.filter((each) => each !== name), name];
  }
  for (const each of form.steps) if (each.when && !each.when(progress.answers)) forget(progress, each.name);
  // All that was reopened is answered again, but for what is no longer asked.
  const isOwed = ({ name, when }: Step) =>
    !progress.trail.includes(name) && (when?.(progress.answers) ?? true);
  if (!form.steps.some((each) => progress.kept?.trail.includes(each.name) && isOwed(each)))
    delete progress.kept;
  await goOn(turn, form, progress);
}

/** `/lui`: back to the question before, and to what had been answered before something was to be changed. */
export async function goBack(turn: Turn, form: Form, progress: Progress): Promise<void> {
  if (progress.closer) return goOn(turn, form, progress);
  const { kept } = progress;
  if (kept) {
    delete progress.kept;
    Object.assign(progress, kept);
    return goOn(turn, form, progress);
  }
  const last = progress.trail.at(-1);
  if (last === undefined) return askAgain(turn, form, progress, turn.t('form.atTheBeginning'));
  forget(progress, last);
  await goOn(turn, form, progress);
}

/** The question that is open, with something said before it. */
export async function askAgain(turn: Turn, form: Form, progress: Progress, first?: Styled): Promise<void> {
  const step = current(form, progress);
  if (!step) return goOn(turn, form, progress, first);
  if (progress.closer) return sayCloser(turn, progress.closer, first);
  await ask(turn, step, progress, first);
}

/** The question that is open, as it would be asked now; `null`: its form was begun under an earlier version. */
export async function openQuestion(turn: Turn, form: Form, progress: Progress): Promise<Question | null> {
  const step = current(form, progress);
  return step ? (asked(progress) ?? step.ask(turn, progress.answers)) : null;
}

/** What was asked more closely about the step itself, and not whether something was meant for it. */
const asked = ({ closer }: Progress): Progress['closer'] => (closer?.meant ? closer.meant.under : closer);

/** What the offer says that takes what was typed before as the answer. */
export const IS_ANSWER = 'isAnswer';

/** Asks more closely in the place of the open question, which waits. `meant`: what may be its answer. */
export function askCloser(
  turn: Turn,
  progress: Progress,
  { text, choices = [] }: Question,
  meant?: Pick<Input, 'says'> & { command?: string },
): void {
  const under = asked(progress);
  progress.closer = {
    text,
    choices,
    ...(meant && {
      meant: {
        ...{ update: turn.update._id, says: meant.says },
        ...(meant.command && { command: meant.command }),
        ...(under && { under }),
      },
    }),
  };
  sayCloser(turn, progress.closer);
}

/** What was typed before is the answer: the question that it answers is open again, and this is its turn. */
export async function takeMeant(turn: Turn, form: Form, progress: Progress, meant: Meant): Promise<void> {
  const { update: id, says, under } = meant;
  delete progress.closer;
  if (under) progress.closer = under;
  const update = await turn.store.updates.findById(id).lean<StoredUpdate>();
  if (!update) return askAgain(turn, form, progress);
  await answer({ ...turn, update, attachment: null }, form, progress, {
    ...understand(update.event, null),
    says,
  });
}

function sayCloser(turn: Turn, { text, choices }: NonNullable<Progress['closer']>, first?: Styled): void {
  turn.chat.menu = null;
  turn.say(first ? stack([first, text]) : text, choices);
}

async function goOn(turn: Turn, form: Form, progress: Progress, first?: Styled): Promise<void> {
  // A form that was begun under an earlier version keeps the answers that still fit.
  if (progress.version !== form.version) {
    for (const step of form.steps)
      if (!step.answer.safeParse(progress.answers[step.name]).success) forget(progress, step.name);
    progress.version = form.version;
  }
  const next = form.steps.find(
    (step) => !progress.trail.includes(step.name) && (step.when?.(progress.answers) ?? true),
  );
  if (!next) {
    leaveForm(turn);
    await form.finish(turn, progress.answers);
    // Where its end led over to another form, that one is over first.
    const { progress: now } = turn.chat;
    if (progress.before && now && !chainOf(progress.before).includes(now)) now.before ??= progress.before;
    return;
  }
  progress.step = next.name;
  await ask(turn, next, progress, first);
}

/** Where what was given is read back, and waits for its yes. */
const READ_BACK = ['confirm', 'sure'];

/** Is anything lost when the form is left: answers, or what a command brought along and was read back? */
export const isHalfDone = ({ trail, given = 0, step }: Progress): boolean =>
  trail.length > given || (given > 0 && READ_BACK.includes(step));

/** A form and all that gave way to it, the last first. */
export const chainOf = (progress: Progress): [Progress, ...Progress[]] => [
  progress,
  ...(progress.before ? chainOf(progress.before) : []),
];

/** What had given way to the form is open again. */
export function leaveForm(turn: Turn): void {
  turn.chat.progress = turn.chat.progress?.before ?? null;
  turn.chat.menu = null;
}

/** Of all that is open these are over, with what was answered there; what had given way to them is next. */
export function dropForms(turn: Turn, isOver: (progress: Progress) => boolean): void {
  const { progress } = turn.chat;
  const kept = progress ? chainOf(progress).filter((each) => !isOver(each)) : [];
  for (const [index, each] of kept.entries()) {
    const next = kept[index + 1];
    if (next) each.before = next;
    else delete each.before;
  }
  Object.assign(turn.chat, { progress: kept[0] ?? null, menu: null });
}

async function ask(
  turn: Turn,
  step: Step,
  progress: Progress,
  first?: Styled,
  how: Step['ask'] = step.ask,
): Promise<void> {
  const { text, choices } = await how(turn, progress.answers);
  delete progress.closer;
  turn.chat.menu = null;
  // A question that says how it is answered is refused in its own words.
  turn.say(first && first.text !== text.text ? stack([first, text]) : text, choices);
}

const current = (form: Form, progress: Progress): Step | undefined =>
  progress.version === form.version ? form.steps.find(({ name }) => name === progress.step) : undefined;

function forget(progress: Progress, step: string): void {
  delete progress.answers[step];
  progress.trail = progress.trail.filter((name) => name !== step);
}
