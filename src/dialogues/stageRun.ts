import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { entryByCode } from '../actions/entries.js';
import { describeMissed } from '../actions/missed.js';
import { may } from '../actions/permissions.js';
import {
  closePart,
  limitOf,
  mayClose,
  mayReopenParts,
  mayRun,
  openPart,
  reopenPart,
  takeBackOpening,
  type Unconfirmed,
} from '../actions/runStage.js';
import { hallBefore, hallOf, partOf } from '../actions/stage.js';
import type { Styled } from '../chat.js';
import { readCount } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import { needFits, onStage, orderOf, type Performance, type StagePart, stateOf } from '../domain/stage.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { type Answers, beginForm, type Form, type Step } from './form.js';
import { typedIn } from './input.js';
import { codeAndRest } from './stageOrder.js';
import { offersNext } from './stageShown.js';
import { choiceStep, confirmStep, textStep } from './steps.js';

/** `/moluot`, `/dongluot`, `/molailuot`: what the secretary does while somebody is on stage. */

const performanceIn = ({ code, part }: Answers): Performance => ({ entry: String(code), part: String(part) });

/** By its name, or the beginning of it; also as a button carries it. */
function partNamed(parts: readonly StagePart[], typed: string): StagePart {
  const said = fold(typed);
  const found =
    parts.find(({ id, title }) => id === said || fold(title) === said) ??
    parts.find(({ title }) => fold(title).includes(said));
  if (!found) throw new Refusal('stage.noSuchPart', { parts: parts.map(({ title }) => title).join(', ') });
  return found;
}

const peopleStep: Step = {
  name: 'people',
  label: 'stage.peopleLabel',
  when: ({ most }) => most !== undefined,
  answer: z.int().positive(),
  ask: ({ t }, { code, title, most }) => ({
    text: t('stage.peopleAsk', { code: String(code), part: String(title), most: Number(most) }),
  }),
  read: (_turn, input, { most }) => {
    const people = readCount(typedIn(input).replace(/\s*người\s*$/i, ''));
    if (people === null || people === 0) throw new Refusal('stage.peoplePlease');
    if (people > Number(most)) throw new Refusal('stage.tooMany', { people, most: Number(most) });
    return people;
  },
};

export const openForm: Form = {
  name: 'stageOpen',
  version: 1,
  title: 'stage.openTitle',
  steps: [peopleStep],
  async finish(turn, answers) {
    const { t } = turn;
    const contest = await contestOf(turn);
    const people = answers.people === undefined ? null : Number(answers.people);
    const performance = performanceIn(answers);
    const { told, missed, isScored } = await openPart(turn, contest, { ...performance, people });
    const code = performance.entry;
    turn.say(
      isScored
        ? stack([t('stage.opened', { code, part: String(answers.title), told }), describeMissed(t, missed)])
        : t('stage.openedShown', { code }),
      await offersNext(turn, contest, await hallOf(turn, contest)),
    );
  },
};

/** `/moluot`, `/moluot DN-03`, `/moluot DN-03 tiểu phẩm`. */
export async function beginOpening(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await mayRun(turn, contest);
  const { stage, events } = await hallBefore(turn, contest);
  if (orderOf(events).length === 0) throw new Refusal('stage.noOrderYet');
  if (!args) return offerOpening(turn, contest);
  const { code: typed, rest } = codeAndRest(args);
  const entry = await entryByCode(turn, contest, typed);
  const { code } = entry;
  const isWaiting = ({ id }: StagePart) => stateOf(events, { entry: code, part: id }) === 'waiting';
  const part = rest ? partNamed(stage.parts, rest) : stage.parts.find(isWaiting);
  if (!part) throw new Refusal('stage.allDone', { code });
  needFits(events, { kind: 'opened', entry: code, part: part.id, people: null });
  const most = await limitOf(turn, contest, entry, part);
  const given = { code, part: part.id, title: part.title };
  await beginForm(turn, openForm, most === null ? given : { ...given, most });
}

async function offerOpening(turn: Turn, contest: Contest): Promise<void> {
  const hall = await hallOf(turn, contest);
  const busy = onStage(hall.events);
  if (busy) throw new Refusal('stage.busy', { code: busy.entry });
  const offers = await offersNext(turn, contest, hall);
  const opening = offers.filter(({ says }) => says.startsWith('/moluot'));
  if (opening.length === 0) {
    if (!hall.stage.isScored) throw new Refusal('stage.openNoneShown');
    throw new Refusal((await may(turn, contest, 'lockFinal')) ? 'stage.openNone' : 'stage.openNoneTell');
  }
  turn.say(turn.t('stage.openWhich'), opening);
}

export const closeForm: Form = {
  name: 'stageClose',
  version: 1,
  title: 'stage.closeTitle',
  steps: [
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      when: ({ names, unconfirmed }) => names !== undefined || unconfirmed !== undefined,
      ask: ({ t }, { code, title, names, unconfirmed }) => {
        const about = { code: String(code), part: String(title) };
        const typing = { ...about, names: String(unconfirmed), yes: t.plain('score.yes') };
        if (names === undefined) return t('stage.closeUnchanged', typing);
        return stack([
          t('stage.closeMissing', { ...about, names: String(names) }),
          unconfirmed !== undefined && t('stage.closeUnconfirmed', typing),
          t('stage.closeSure'),
        ]);
      },
      offers: { yes: (t) => t.plain('stage.closeYes'), no: (t) => t.plain('stage.closeNo') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    if (answers.sure === 'no') return turn.say(t('stage.closeLeft'));
    const contest = await contestOf(turn);
    const performance = performanceIn(answers);
    const about = { code: performance.entry, part: String(answers.title) };
    const closed = await closePart(turn, contest, performance).catch((error) => {
      if (!(error instanceof Refusal && error.key === 'stage.unheard')) throw error;
      return null;
    });
    if (!closed)
      return turn.say(t('stage.unheard', about), [
        { label: t.plain('stage.closeOffer', about), says: `/dongluot ${about.code}` },
      ]);
    const { missing, unconfirmed, isScored } = closed;
    const done = missing > 0 ? t('stage.closedWithout', { ...about, missing }) : t('stage.closed', about);
    turn.say(
      isScored
        ? stack([done, unconfirmed && describeUnconfirmed(t, unconfirmed)])
        : t('stage.closedShown', { code: about.code }),
      await offersNext(turn, contest, await hallOf(turn, contest)),
    );
  },
};

/** Says of nobody that he was told whom no letter reaches. */
function describeUnconfirmed(t: Words, { names, told, missed }: Unconfirmed): Styled {
  const lost = t('stage.closedUnconfirmed', { names: names.join(', ') });
  const heard = told.length > 0 && t('stage.closedTold', { names: told.join(', ') });
  return stack([stack([lost, heard], ' '), describeMissed(t, missed)]);
}

/** `/dongluot`, `/dongluot DN-03`; `/dongluot DN-03 mở nhầm` takes the opening back. */
export async function beginClosingPart(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  const open = await mayClose(turn, contest);
  const { stage } = await hallOf(turn, contest);
  const { code: typed, rest } = codeAndRest(args);
  const code = typed ? (await entryByCode(turn, contest, typed)).code : null;
  const meant = open.filter(({ entry }) => code === null || entry === code);
  const [only, ...others] = meant;
  if (!only) throw new Refusal('stage.notOpen', { code: code ?? '' });
  if (others.length > 0)
    return turn.say(
      turn.t('stage.closeWhich'),
      meant.map(({ entry, part }) => ({
        label: turn.t.plain('stage.closeOffer', { code: entry, part: partOf(stage, part).title }),
        says: `/dongluot ${entry}`,
      })),
    );
  const { entry, part, owing, unconfirmed } = only;
  if (/^(mo )?nham$/.test(fold(rest))) {
    await takeBackOpening(turn, contest, { entry, part });
    const title = partOf(stage, part).title;
    return turn.say(
      turn.t(stage.isScored ? 'stage.takenBack' : 'stage.takenBackShown', { code: entry, part: title }),
      await offersNext(turn, contest, await hallOf(turn, contest)),
    );
  }
  await beginForm(turn, closeForm, {
    ...{ code: entry, part, title: partOf(stage, part).title },
    ...(owing.length > 0 && { names: owing.join(', ') }),
    ...(unconfirmed.length > 0 && { unconfirmed: unconfirmed.join(', ') }),
  });
}

export const openAgainForm: Form = {
  name: 'stageOpenAgain',
  version: 1,
  title: 'stage.againTitle',
  steps: [
    textStep({
      name: 'reason',
      label: 'stage.againReasonLabel',
      length: [5, 300],
      ask: ({ t }, { code, title }) => t('stage.againReasonAsk', { code: String(code), part: String(title) }),
    }),
    confirmStep({
      ask: ({ t }, { code, title, reason }) =>
        t('stage.againSure', { code: String(code), part: String(title), reason: String(reason) }),
      yes: 'stage.againYes',
      change: [{ step: 'reason', label: 'stage.againReasonLabel' }],
    }),
  ],
  async finish(turn, answers) {
    const contest = await contestOf(turn);
    const performance = performanceIn(answers);
    const reason = String(answers.reason);
    const { told, missed } = await reopenPart(turn, contest, { ...performance, reason });
    const about = { code: performance.entry, part: String(answers.title), told };
    turn.say(stack([turn.t('stage.againDone', about), describeMissed(turn.t, missed)]));
  },
};

/** `/molailuot DN-03`, `/molailuot DN-03 tiểu phẩm`. */
export async function beginOpeningAgain(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await mayReopenParts(turn, contest);
  const { stage, events } = await hallOf(turn, contest);
  const { code: typed, rest } = codeAndRest(args);
  if (!typed)
    throw new Refusal('stage.againHow', { code: orderOf(events)[0] ?? `${contest.plan.codePrefix}-01` });
  const { code } = await entryByCode(turn, contest, typed);
  const closed = stage.parts.filter(({ id }) => stateOf(events, { entry: code, part: id }) === 'closed');
  const [only, ...others] = rest ? [partNamed(stage.parts, rest)] : closed;
  if (!only) throw new Refusal('stage.notClosed', { code });
  if (others.length > 0)
    return turn.say(
      turn.t('stage.againWhich', { code }),
      closed.map(({ id, title }) => ({ label: title, says: `/molailuot ${code} ${id}` })),
    );
  needFits(events, { kind: 'reopened', entry: code, part: only.id, reason: '' });
  await beginForm(turn, openAgainForm, { code, part: only.id, title: only.title });
}
