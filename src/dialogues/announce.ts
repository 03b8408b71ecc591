import { z } from 'zod';
import { announce, foreseeAnnouncement, needsApproval } from '../actions/announcements/announce.js';
import { bodyOf } from '../actions/announcements/letters.js';
import { type Contest, contestOf, exampleUnit, kindsOf } from '../actions/contest.js';
import { owedIn } from '../actions/debts/chases.js';
import { sendersWithout } from '../actions/debts/units.js';
import { needRight } from '../actions/permissions.js';
import type { Styled } from '../chat.js';
import { ANNOUNCEMENT_LENGTH, type Audience, audienceSchema } from '../domain/announcements.js';
import { partaking } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import { roleNames } from '../domain/roles.js';
import { unitLevels } from '../domain/units.js';
import type { Announcement } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { describeAudience, describeForeseen } from './announceWords.js';
import { Again, type Answers, beginForm, type Form, type Question, Reopen, type Step } from './form.js';
import type { Input } from './input.js';
import { chooseOne } from './steps.js';
import { unitMeant } from './unitMeant.js';

/** `/thongbao`: something is said to many at once, read beforehand as they will read it. */

const plain = ['everybody', 'teams', 'teamsWithoutEntry', 'groups'] as const;

/** What an offer stands for: `teams`, `role:judge`, `unit:533`. */
function audienceOf(says: string): Audience | null {
  const [kind, value] = says.split(':');
  const fields = { entries: 'state', owing: 'owes', role: 'role', level: 'level', unit: 'unit' }[kind ?? ''];
  const read = audienceSchema.safeParse({ kind, ...(fields && { [fields]: value }) });
  return read.success ? read.data : null;
}

const offer = (t: Words, contest: Contest, says: string): Offer[] => {
  const audience = audienceOf(says);
  return audience ? [{ label: capital(describeAudience(t, contest, audience)), says }] : [];
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is asked more closely: which task, which level, which state, which debt. */
const closer: Record<string, (turn: Turn, contest: Contest) => Question> = {
  role: ({ t }, contest) => ({
    text: t('announce.roleAsk'),
    choices: roleNames.flatMap((role) => offer(t, contest, `role:${role}`)),
  }),
  level: ({ t }, contest) => ({
    text: t('announce.levelAsk'),
    choices: levelsIn(contest).flatMap((level) => offer(t, contest, `level:${level}`)),
  }),
  entries: ({ t }, contest) => ({
    text: t('announce.stateAsk'),
    choices: partaking.flatMap((state) => offer(t, contest, `entries:${state}`)),
  }),
  owing: ({ t }, contest) => ({
    text: t('announce.owingAsk'),
    choices: owedIn(contest).flatMap((thing) => offer(t, contest, `owing:${thing}`)),
  }),
};

/** A level above which nothing is has one unit, and that is everybody. */
const levelsIn = (contest: Contest) =>
  unitLevels.filter((level) => level !== 'province' && kindsOf(contest, level) !== '');

const toStep: Step = {
  name: 'to',
  label: 'announce.toLabel',
  answer: audienceSchema,
  ask: async (turn) => {
    const { t } = turn;
    const contest = await contestOf(turn);
    const [everybody, teams, unentered, groups] = plain.map((says) => offer(t, contest, says));
    return {
      text: t('announce.toAsk', { unit: exampleUnit(contest) }),
      choices: [
        ...[everybody, teams, unentered].flatMap((each) => each ?? []),
        { label: t.plain('announce.owing'), says: 'owing' },
        { label: t.plain('announce.entries'), says: 'entries' },
        { label: t.plain('announce.role'), says: 'role' },
        { label: t.plain('announce.level'), says: 'level' },
        ...(groups ?? []),
      ],
    };
  },
  read: async (turn, input) => {
    const contest = await contestOf(turn);
    const ask = closer[input.says ?? ''];
    if (ask) return new Again(ask(turn, contest));
    const audience = input.says === null ? null : audienceOf(input.says);
    if (audience) return audience;
    if (contest.units.get(input.says ?? '')) return { kind: 'unit', unit: input.says };
    return unitTyped(turn, contest, input);
  },
};

function unitTyped(turn: Turn, contest: Contest, { event, text }: Input): Audience | Again {
  if (event.kind !== 'text') throw chooseOne(turn);
  const unit = unitMeant(turn, contest, text, [contest.plan.units.root]);
  return unit instanceof Again ? unit : { kind: 'unit', unit };
}

/** What was typed for an announcement, with its lines. */
export function announcementText({ event, text }: Input): string {
  const [shortest, longest] = ANNOUNCEMENT_LENGTH;
  if (event.kind !== 'text') throw new Refusal('form.textPlease');
  const { length } = [...text];
  if (length < shortest) throw new Refusal('form.tooShort', { shortest });
  if (length > longest) throw new Refusal('announce.tooLong', { longest, length });
  return text;
}

const textStep: Step = {
  name: 'text',
  label: 'announce.textLabel',
  answer: z.string(),
  ask: ({ t }) => ({ text: t('announce.textAsk', { longest: t.number(ANNOUNCEMENT_LENGTH[1]) }) }),
  read: (_turn, input) => announcementText(input),
};

const given = z.object({ to: audienceSchema, text: z.string() });

const sureStep: Step = {
  name: 'sure',
  label: 'form.confirm',
  answer: z.enum(['send', 'urgent', 'no']),
  ask: async (turn, answers) => {
    const { t } = turn;
    const { to: audience, text } = given.parse(answers);
    const contest = await contestOf(turn);
    const foreseen = await foreseeAnnouncement(turn, contest, { audience, text });
    const { waitsUntil, count } = foreseen;
    return {
      text: stack([
        t('announce.check'),
        bodyOf(t, contest, text),
        describeForeseen(t, contest, audience, foreseen),
        waitsUntil && t('announce.night', { at: t.moment(waitsUntil) }),
        needsApproval(contest) && t('announce.needsSecond'),
        count > 0 ? t('announce.sure') : await whyNobody(turn, contest, audience),
      ]),
      choices: [...(count > 0 ? sendOffers(t, waitsUntil !== null) : []), ...otherOffers(t)],
    };
  },
  read: async (turn, input) => {
    const { says } = input;
    if (says === 'change')
      return new Again({
        text: turn.t('form.changeWhat'),
        choices: [
          { label: turn.t.plain('announce.toLabel'), says: 'change:to' },
          { label: turn.t.plain('announce.textLabel'), says: 'change:text' },
        ],
      });
    const step = /^change:(to|text)$/.exec(says ?? '')?.[1];
    if (step) return new Reopen(step);
    if (says === 'send' || says === 'urgent' || says === 'no') return says;
    throw chooseOne(turn);
  },
};

/** Where no team has registered there is often nobody yet who could be written to. */
async function whyNobody(turn: Turn, contest: Contest, audience: Audience): Promise<Styled> {
  const { t } = turn;
  if (audience.kind !== 'owing' || audience.owes !== 'registration') return t('announce.nobody');
  const { length: count } = await sendersWithout(turn, contest, 'registrations');
  return count > 0 ? t('announce.nobodyThere', { count }) : t('announce.nobody');
}

const sendOffers = (t: Words, isNight: boolean): Offer[] =>
  isNight
    ? [
        { label: t.plain('announce.sendMorning'), says: 'send' },
        { label: t.plain('announce.sendUrgent'), says: 'urgent' },
      ]
    : [{ label: t.plain('announce.send'), says: 'send' }];

const otherOffers = (t: Words): Offer[] => [
  { label: t.plain('form.change'), says: 'change' },
  { label: t.plain('announce.no'), says: 'no' },
];

export const announceForm: Form = {
  name: 'announce',
  version: 1,
  title: 'announce.title',
  steps: [toStep, textStep, sureStep],
  async finish(turn, answers) {
    const { sure } = answers;
    if (sure === 'no') return turn.say(turn.t('announce.left'));
    const { to: audience, text } = given.parse(answers);
    const about = { audience, text, urgent: sure === 'urgent' };
    turn.say(describeStart(turn, await announce(turn, await contestOf(turn), about)));
  },
};

/** What happens with it from now on, and how to follow it. */
export function describeStart(
  { t, now }: Turn,
  { number, state, count, from }: Pick<Announcement, 'number' | 'state' | 'count' | 'from'>,
) {
  if (state === 'waiting_approval') return t('announce.asked', { number });
  const about = { number, count: t.number(count) };
  return stack([
    from && from.getTime() - now.getTime() > 60_000
      ? t('announce.sendingLater', { ...about, at: t.moment(from) })
      : t('announce.sendingNow', about),
    t('announce.how', { number }),
  ]);
}

/** `/thongbao`, `/thongbao Mộ Đức`, or with its text behind it. */
export async function beginAnnouncing(turn: Turn, typed: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'announce');
  await beginForm(turn, announceForm, givenIn(turn, contest, typed));
}

/** Nothing that is a unit's name is so long. */
const LONGEST_NAME = 60;

function givenIn(turn: Turn, contest: Contest, typed: string): Answers {
  if (!typed) return {};
  if (typed.length > LONGEST_NAME || typed.includes('\n'))
    return [...typed].length <= ANNOUNCEMENT_LENGTH[1] ? { text: typed } : {};
  const unit = unitMeant(turn, contest, typed, [contest.plan.units.root]);
  return unit instanceof Again ? {} : { to: { kind: 'unit', unit } };
}
