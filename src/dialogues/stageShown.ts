import { type Contest, contestOf } from '../actions/contest.js';
import { nameForJudges } from '../actions/entries.js';
import { may } from '../actions/permissions.js';
import { comingOn } from '../actions/runningOrder.js';
import { mayTakeBack } from '../actions/runStage.js';
import { showcaseOf } from '../actions/showcase.js';
import { entriesByCode, type Hall, hallOf, owing, partOf } from '../actions/stage.js';
import type { Styled } from '../chat.js';
import { takesPart } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import { absenceOf, nextUp, onStage, openNow, orderOf, seedOf, stateOf } from '../domain/stage.js';
import type { Offer, Turn } from '../turn.js';
import { stack } from '../words.js';

/** `/thutu`: who comes on stage after whom, for all to read; what is going on there, for who runs it. */

export async function showOrder(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const hall = await hallOf(turn, contest);
  const runs = await runsStage(turn, contest);
  if (orderOf(hall.events).length === 0) throw new Refusal(runs ? 'stage.noOrderYet' : 'stage.noOrder');
  const { t } = turn;
  turn.say(
    stack([
      t('stage.show', { contest: contest.plan.shortName }),
      await describeOrder(turn, contest, hall),
      ...(runs ? await describeOpen(turn, contest, hall) : []),
      !hall.stage.isScored && t('stage.notScored'),
    ]),
    runs ? await offersNext(turn, contest, hall) : [],
  );
}

/** Does he run the stage, and where nobody else reads it? */
const runsStage = async (turn: Turn, contest: Contest): Promise<boolean> =>
  !turn.chat.group && (await may(turn, contest, 'runStage'));

export async function describeOrder(turn: Turn, contest: Contest, { stage, events }: Hall): Promise<Styled> {
  const { t } = turn;
  const runs = await runsStage(turn, contest);
  const order = orderOf(events);
  const entries = await entriesByCode(turn, contest, order);
  const shown = stage.isScored ? null : await showcaseOf(turn, contest);
  const stateIn = (code: string): string => {
    const entry = entries.get(code);
    if (!entry || !takesPart(entry.state)) return t.plain('stage.stateOut');
    if (shown && !shown.picks.some((pick) => pick.code === code)) return t.plain('stage.stateReplaced');
    const reason = absenceOf(events, code);
    // Why a team hasn't come is nobody's business but theirs who run the stage.
    if (reason !== null)
      return runs ? t.plain('stage.stateAbsentWhy', { reason }) : t.plain('stage.stateAbsent');
    const open = openNow(events).find((each) => each.entry === code);
    if (open) return t.plain('stage.stateOpen', { part: partOf(stage, open.part).title });
    const done = stage.parts.filter(({ id }) => stateOf(events, { entry: code, part: id }) === 'closed');
    if (done.length === 0) return t.plain('stage.stateWaiting');
    if (done.length === stage.parts.length) return t.plain('stage.stateAll');
    return t.plain('stage.stateDone', { parts: done.map(({ title }) => title).join(', ') });
  };
  const lines = order.map((code, index) => {
    const entry = entries.get(code);
    const about = { place: index + 1, entry: entry ? nameForJudges(contest, entry) : code };
    return t('stage.line', { ...about, state: stateIn(code) });
  });
  const seed = seedOf(events);
  const count = events.filter((event) => event.kind === 'ordered' && event.seed !== null).length;
  const reason = events.findLast((event) => event.kind === 'ordered')?.reason;
  return stack([
    stack(lines, '\n'),
    seed !== null && t('stage.drawn', { seed, count }),
    reason !== undefined && t('stage.orderedAnew', { reason }),
  ]);
}

/** For who runs the stage: of how many judges the points are in, and whose aren't. Never what they are. */
async function describeOpen(turn: Turn, contest: Contest, { stage, events }: Hall): Promise<Styled[]> {
  const { t } = turn;
  if (!stage.isScored) return [];
  return Promise.all(
    openNow(events).map(async ({ entry: code, part }) => {
      const { judges, scoring } = await owing(turn, contest, { entry: code, part });
      const about = { code, part: partOf(stage, part).title, count: scoring.length };
      if (judges.length === 0) return t('stage.allGiven', about);
      const names = judges.map(({ name }) => name).join(', ');
      return t('stage.owingNow', { ...about, given: scoring.length - judges.length, names });
    }),
  );
}

/** What may be done next in the hall, in one tap. */
export async function offersNext(turn: Turn, contest: Contest, { stage, events }: Hall): Promise<Offer[]> {
  const { t } = turn;
  const titleOf = (part: string) => partOf(stage, part).title;
  const closing = openNow(events).map(({ entry: code, part }) => ({
    label: t.plain('stage.closeOffer', { code, part: titleOf(part) }),
    says: `/dongluot ${code}`,
  }));
  const there = onStage(events);
  if (there) {
    const code = there.entry;
    const isEarly = await mayTakeBack(turn, contest, there);
    const back = { label: t.plain('stage.takeBackOffer', { code }), says: `/dongluot ${code} mở nhầm` };
    return isEarly ? [...closing, back] : closing;
  }
  const coming = (await comingOn(turn, contest, events)).map(({ code }) => code);
  const opening = nextUp(stage, events, coming).map(({ entry: code, part }) => ({
    label: t.plain('stage.openOffer', { code, part: titleOf(part) }),
    says: `/moluot ${code} ${part}`,
  }));
  return [...opening, ...closing];
}
