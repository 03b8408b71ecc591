import { z } from 'zod';
import { periodOf, tell } from '../actions/checkContest.js';
import { type Concerned, reachedOn } from '../actions/concerned.js';
import { contestOf } from '../actions/contest.js';
import { describeMissed, missedAmong } from '../actions/missed.js';
import {
  describeChanges,
  foreseeMove,
  type MovableEdge,
  movableEdges,
  moveDate,
  nameOfWindow,
  previewWhy,
} from '../actions/moveDate.js';
import { needRight } from '../actions/permissions.js';
import type { Styled } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Offer, Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { today } from './exampleDays.js';
import { type Answers, beginForm, Fill, type Form, type Step } from './form.js';
import { closesStep, opensStep, wantedIn } from './moveDateDays.js';
import { chooseOne, confirmStep, documentStep, textStep } from './steps.js';

/** `/doingay`: a window gets other days, and those whom it concerns hear of it. */

const answersInFull = z.object({ reason: z.string(), document: z.string(), seen: z.number() });

const whyIn = (answers: Answers) => {
  const { reason, document, seen } = answersInFull.parse(answers);
  return { reason, document: document === 'none' ? null : document, seen };
};

const windowStep: Step = {
  name: 'window',
  label: 'moveDate.windowLabel',
  answer: z.string(),
  ask: async (turn) => ({ text: turn.t('moveDate.windowAsk'), choices: await windowOffers(turn) }),
  read: async (turn, input) => {
    const offers = await windowOffers(turn);
    const chosen = offers.find(({ says }) => says === input.says);
    if (chosen) return withOnlyEdge(turn, chosen.says);
    const [named, ...others] = input.text === '' ? [] : await namedWindows(turn, input.text);
    if (named === undefined || others.length > 0) throw chooseOne(turn);
    return withOnlyEdge(turn, named);
  },
};

/** Where only one end can be moved, nobody is asked which. */
async function withOnlyEdge(turn: Turn, window: string): Promise<Fill> {
  const [edge, ...others] = movableEdges(await contestOf(turn), window, turn.now);
  return new Fill(others.length > 0 ? { window } : { window, edge });
}

async function windowOffers(turn: Turn): Promise<Offer[]> {
  const { plan, windows } = await contestOf(turn);
  return Object.keys(plan.windows).map((name) => {
    const window = windows[name];
    const when = window ? periodOf(turn.t, window) : turn.t.plain('moveDate.noDays');
    return { label: `${nameOfWindow(turn.t, plan, name)}: ${when}`, says: name };
  });
}

async function namedWindows(turn: Turn, typed: string): Promise<string[]> {
  const { plan } = await contestOf(turn);
  const names = Object.keys(plan.windows);
  const said = (name: string) => fold(nameOfWindow(turn.t, plan, name));
  const exact = names.filter((name) => said(name) === fold(typed));
  return exact.length > 0 ? exact : names.filter((name) => said(name).includes(fold(typed)));
}

const edgeWords = {
  opens: (t: Words) => t.plain('moveDate.opens'),
  closes: (t: Words) => t.plain('moveDate.closes'),
  both: (t: Words) => t.plain('moveDate.both'),
} satisfies Record<MovableEdge, (t: Words) => string>;

const edgeStep: Step = {
  name: 'edge',
  label: 'moveDate.edgeLabel',
  answer: z.enum(['opens', 'closes', 'both']),
  ask: async (turn, answers) => ({
    text: turn.t('moveDate.edgeAsk'),
    choices: (await edgesIn(turn, answers)).map((edge) => ({ label: edgeWords[edge](turn.t), says: edge })),
  }),
  read: async (turn, input, answers) => {
    const edge = (await edgesIn(turn, answers)).find((each) => each === input.says);
    if (!edge) throw chooseOne(turn);
    return edge;
  },
};

const edgesIn = async (turn: Turn, { window }: Answers): Promise<MovableEdge[]> =>
  movableEdges(await contestOf(turn), String(window), turn.now);

export const moveDateForm: Form = {
  name: 'moveDate',
  version: 2,
  title: 'moveDate.title',
  steps: [
    windowStep,
    edgeStep,
    opensStep,
    closesStep,
    textStep({
      name: 'reason',
      label: 'moveDate.reasonLabel',
      length: [5, 300],
      ask: (turn) => turn.t('moveDate.reasonAsk'),
    }),
    documentStep({
      label: 'moveDate.documentLabel',
      ask: (turn) => turn.t('moveDate.documentAsk', { day: today(turn) }),
      none: 'moveDate.documentNone',
    }),
    confirmStep({
      ask: foreseen,
      yes: 'moveDate.yes',
      no: 'moveDate.no',
      change: [
        { step: 'opens', label: 'moveDate.opens' },
        { step: 'closes', label: 'moveDate.closes' },
        { step: 'reason', label: 'moveDate.reasonLabel' },
        { step: 'document', label: 'moveDate.documentLabel' },
      ],
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    if (answers.confirm !== 'yes') return turn.say(t('moveDate.left'));
    const { contest, foreseen } = await moveDate(
      turn,
      await contestOf(turn),
      wantedIn(answers),
      whyIn(answers),
    );
    turn.say(
      stack([
        t('moveDate.done'),
        describeChanges(t, contest.plan, foreseen.changes),
        toldWhom(t, foreseen.concerned, 'told'),
        describeMissed(
          t,
          await missedAmong(
            turn,
            contest,
            foreseen.concerned.people.map(({ person }) => person),
          ),
        ),
      ]),
    );
  },
};

/** Everything that would follow, before it does. */
async function foreseen(turn: Turn, answers: Answers): Promise<Styled> {
  const { t } = turn;
  const contest = await contestOf(turn);
  const { changes, concerned, findings } = await foreseeMove(turn, contest, wantedIn(answers));
  return stack([
    stack([t('moveDate.check'), describeChanges(t, contest.plan, changes)], '\n'),
    previewWhy(t, whyIn(answers)),
    toldWhom(t, concerned, 'toTell'),
    findings.length > 0 &&
      stack(
        [
          t('moveDate.causes'),
          ...findings.map((finding) => t('moveDate.finding', { message: tell(t, finding, null).message })),
        ],
        '\n',
      ),
    t('moveDate.sure'),
  ]);
}

/** How many can be reached, as what, and on which messenger: each is one of these. */
function toldWhom(t: Words, concerned: Concerned, when: 'toTell' | 'told'): Styled {
  const { people, groups } = concerned;
  const reached = people.filter(({ chat }) => chat !== null);
  const unreachable = people.filter(({ chat }) => chat === null);
  const about = {
    count: reached.length,
    roles: countedRoles(t, reached),
    zalo: reachedOn(concerned, 'zalo'),
    telegram: reachedOn(concerned, 'telegram'),
  };
  const said =
    when === 'told'
      ? { nobody: t('moveDate.toldNobody'), reached: t('moveDate.toldAll', about) }
      : { nobody: t('moveDate.nobodyToTell'), reached: t('moveDate.toTell', about) };
  return stack(
    [
      people.length === 0 && said.nobody,
      reached.length > 0 && said.reached,
      groups.length > 0 && t('moveDate.groups', { count: groups.length }),
      when === 'toTell' &&
        unreachable.length > 0 &&
        t('moveDate.unreachable', { count: unreachable.length, roles: countedRoles(t, unreachable) }),
    ],
    '\n',
  );
}

const countedRoles = (t: Words, people: Concerned['people']): string =>
  [...new Set(people.map(({ as }) => as))]
    .map((as) =>
      t.plain('moveDate.countOf', {
        count: people.filter((each) => each.as === as).length,
        role: t.loose(`role.${as}`, {}).text,
      }),
    )
    .join(', ');

/** `/doingay`, `/doingay binh chon`. */
export async function beginMove(turn: Turn, typed: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'moveDate');
  const [window, ...others] = typed ? await namedWindows(turn, typed) : [];
  if (typed && window === undefined) throw new Refusal('moveDate.noSuchWindow', { typed });
  const given = window !== undefined && others.length === 0 ? (await withOnlyEdge(turn, window)).answers : {};
  await beginForm(turn, moveDateForm, { ...given, seen: contest.moves.length });
}
