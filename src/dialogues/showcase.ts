import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { admittedEntries, entryName } from '../actions/entries.js';
import { describeMissed, missedAmong } from '../actions/missed.js';
import { may } from '../actions/permissions.js';
import { latestResult } from '../actions/publishResults.js';
import {
  announceShowcase,
  faultsIn,
  mayPick,
  type OnStage,
  pickShowcase,
  showcaseOf,
  type ToPick,
} from '../actions/showcase.js';
import type { Styled } from '../chat.js';
import type { PickFault } from '../domain/prizes.js';
import { Refusal } from '../domain/refusal.js';
import type { StagePick, StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { type Answers, beginForm, type Form, type Step } from './form.js';
import { beginReplacing, codesIn } from './showcaseReplace.js';
import { choiceStep, textStep } from './steps.js';

/** `/chondien`: the committee chooses who is on stage, with a reason where somebody better is not. */

const TELL = 'tell';
const MOST_LINES = 20;

const chosen = z.strictObject({
  codes: z.array(z.string()).min(1),
  /** Those that need a reason, and whom they come before. */
  needs: z.array(z.strictObject({ code: z.string(), skipped: z.array(z.string()) })),
});

const codesStep: Step = {
  name: 'codes',
  label: 'showcase.codesLabel',
  answer: z.union([z.literal(TELL), chosen]),
  ask: async (turn) => {
    const contest = await contestOf(turn);
    const may = await mayPick(turn, contest);
    return {
      text: stack([await overview(turn, contest, may), asked(turn.t, may)]),
      choices: may.stored ? [{ label: turn.t.plain('showcase.tellChosen'), says: TELL }] : [],
    };
  },
  askShort: async (turn) => ({ text: asked(turn.t, await mayPick(turn, await contestOf(turn))) }),
  read: async (turn, input) => {
    const contest = await contestOf(turn);
    const may = await mayPick(turn, contest);
    return input.says === TELL && may.stored ? TELL : readCodes(contest, may, input.text);
  },
};

function readCodes(contest: Contest, may: ToPick, text: string): z.output<typeof chosen> {
  const codes = codesIn(contest, text);
  const example = exampleOf(may);
  if (codes.length === 0) throw new Refusal('showcase.askOpen', { example });
  const faults = faultsIn(
    may,
    codes.map((code) => ({ code, reason: null })),
  );
  for (const fault of faults) needNoFault(fault);
  return {
    codes,
    needs: faults.flatMap((fault) =>
      fault.fault === 'needsReason' ? [{ code: fault.code, skipped: fault.skipped }] : [],
    ),
  };
}

function needNoFault(fault: PickFault): void {
  switch (fault.fault) {
    case 'tooMany':
      throw new Refusal('showcase.tooMany', { count: fault.places });
    case 'twice':
      throw new Refusal('showcase.twice', { code: fault.code });
    case 'notRanked':
      throw new Refusal('showcase.notRanked', { code: fault.code });
    case 'needsReason':
      return;
  }
}

async function overview(turn: Turn, contest: Contest, { round, ranking, stored }: ToPick): Promise<Styled> {
  const { t } = turn;
  const nameOf = namesOf(await admittedEntries(turn, contest));
  const { places } = ranking;
  const last = stored?.choices.at(-1);
  const isOut = (await latestResult(turn, contest)) !== null;
  return stack([
    stack(
      [
        t(isOut ? 'showcase.rankingPublished' : 'showcase.ranking'),
        ...places
          .slice(0, MOST_LINES)
          .map(({ place, code, total }) =>
            t('showcase.line', { place, entry: nameOf(code), total: t.number(total) }),
          ),
        places.length > MOST_LINES && t('showcase.more', { count: places.length - MOST_LINES }),
      ],
      '\n',
    ),
    last && stack([t('showcase.chosen', { at: t.moment(last.at) }), pickLines(t, last.picks, nameOf)], '\n'),
    round.picked !== undefined && t('showcase.wanted', { picked: round.picked }),
  ]);
}

const asked = (t: Words, may: ToPick): Styled =>
  may.howMany === null
    ? t('showcase.askOpen', { example: exampleOf(may) })
    : t('showcase.ask', { count: may.howMany, example: exampleOf(may) });

const exampleOf = ({ ranking, howMany }: ToPick): string =>
  ranking.places
    .slice(0, Math.min(howMany ?? 2, 2))
    .map(({ code }) => code)
    .join(' ');

const namesOf = (entries: readonly StoredEntry[]) => {
  const names = new Map(entries.map((entry) => [entry.code, entryName(entry)]));
  return (code: string): string => names.get(code) ?? code;
};

export const pickLines = (
  t: Words,
  picks: readonly Pick<StagePick, 'code' | 'reason'>[],
  nameOf: (code: string) => string,
): Styled =>
  stack(
    picks.map(({ code, reason }) =>
      reason === null
        ? t('showcase.pick', { entry: nameOf(code) })
        : t('showcase.pickWithReason', { entry: nameOf(code), reason }),
    ),
    '\n',
  );

/** Those on stage as a published result names them; nothing before they were told. */
export const describeOnStage = (
  t: Words,
  onStage: OnStage | null,
  nameOf: (code: string) => string,
): Styled | null =>
  onStage?.announcedAt && onStage.picks.length > 0
    ? stack([t('showcase.onStage'), pickLines(t, onStage.picks, nameOf)], '\n')
    : null;

const given = z.object({
  codes: codesStep.answer,
  reason: z.string().optional(),
  sure: z.enum(['keep', 'tell', 'no']).optional(),
  sureTell: z.enum(['yes', 'no']).optional(),
});

function picksIn(answers: Answers): { code: string; reason: string | null }[] {
  const { codes, reason = null } = given.parse(answers);
  const read = chosen.safeParse(codes);
  if (!read.success) return [];
  const needy = new Set(read.data.needs.map(({ code }) => code));
  return read.data.codes.map((code) => ({ code, reason: needy.has(code) ? reason : null }));
}

const needsIn = ({ codes }: Answers) => chosen.safeParse(codes).data?.needs ?? [];

export const showcaseForm: Form = {
  name: 'showcase',
  version: 1,
  title: 'showcase.title',
  steps: [
    codesStep,
    textStep({
      name: 'reason',
      label: 'showcase.reasonLabel',
      when: (answers) => needsIn(answers).length > 0,
      length: [5, 500],
      ask: ({ t }, answers) =>
        t('showcase.reasonAsk', {
          skipped: needsIn(answers)
            .map(({ code, skipped }) => t.plain('showcase.skipped', { code, others: skipped.join(', ') }))
            .join('\n'),
        }),
    }),
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      when: ({ codes }) => codes !== TELL,
      ask: async (turn, answers) => turn.t('showcase.sure', { picks: await shown(turn, picksIn(answers)) }),
      offers: {
        keep: (t) => t.plain('showcase.keep'),
        tell: (t) => t.plain('showcase.keepAndTell'),
        no: (t) => t.plain('showcase.no'),
      },
    }),
    choiceStep({
      name: 'sureTell',
      label: 'form.confirm',
      when: ({ codes }) => codes === TELL,
      ask: async (turn) => {
        const { stored } = await mayPick(turn, await contestOf(turn));
        return turn.t('showcase.sureTell', {
          picks: await shown(turn, stored?.choices.at(-1)?.picks ?? []),
        });
      },
      offers: { yes: (t) => t.plain('showcase.yesTell'), no: (t) => t.plain('showcase.noTell') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    const { codes, sure, sureTell } = given.parse(answers);
    if (sure === 'no' || sureTell === 'no') return turn.say(t('showcase.left'));
    const contest = await contestOf(turn);
    const kept = codes === TELL ? null : await pickShowcase(turn, contest, picksIn(answers));
    if (sure === 'keep') return turn.say(t('showcase.kept', { at: t.moment(turn.now) }));
    const picks = await announceShowcase(turn, contest, kept ?? Number(answers.choices));
    turn.say(await toldWords(turn, contest, picks));
  },
};

async function shown(turn: Turn, picks: readonly { code: string; reason: string | null }[]): Promise<string> {
  const nameOf = namesOf(await admittedEntries(turn, await contestOf(turn)));
  return pickLines(turn.t, picks, nameOf).text;
}

async function toldWords(turn: Turn, contest: Contest, picks: readonly StagePick[]): Promise<Styled> {
  const { t } = turn;
  const codes = picks.map(({ code }) => code);
  const entries = (await admittedEntries(turn, contest)).filter(({ code }) => codes.includes(code));
  const authors = [...new Set(entries.map(({ person }) => person))];
  const missed = await missedAmong(turn, contest, authors);
  const about = { at: t.moment(turn.now), codes: codes.join(', ') };
  const isNobody = missed.length === authors.length;
  return stack([t(isNobody ? 'showcase.doneNobody' : 'showcase.done', about), describeMissed(t, missed)]);
}

/** `/chondien`; `/chondien QN-01 QN-03` too. How many choices there were rides along with what is told. */
export async function beginPicking(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  // What the teams were told stands, but for who drops out.
  if ((await showcaseOf(turn, contest))?.announcedAt && (await may(turn, contest, 'pickShowcase')))
    return beginReplacing(turn, args);
  const open = await mayPick(turn, contest);
  const choices = open.stored?.choices.length ?? 0;
  const codes = args.trim() === '' ? null : readCodes(contest, open, args);
  await beginForm(turn, showcaseForm, { choices, ...(codes && { codes }) });
}
