import type { Styled } from '../chat.js';
import { decentTime } from '../domain/announcements.js';
import { actorIn, concernOf, isEvent, isForEverybody } from '../domain/concerns.js';
import { beginsDay, dayOf, hasClosed, isNight, startOfDay, type Window } from '../domain/dates.js';
import { partaking } from '../domain/entryStates.js';
import { isKnown } from '../domain/plan.js';
import type { PersonId } from '../store/documents.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import { registeredPeople } from './concerned.js';
import type { Contest } from './contest.js';
import { grouped } from './debts/debt.js';
import { nameOfWindow } from './moveDate.js';
import { drop, isDone, markDone } from './once.js';
import { holdersOf } from './roles.js';
import { tellGroups } from './tell.js';
import { tellMany } from './tellMany.js';

/** What begins or ends, and when it may be told: in the morning where that is at night, and before an event. */
type News = { name: string; window: Window; kind: 'begun' | 'over'; tellAt: Date };

/** What somebody reads of it. */
type Heard = { lines: Styled[]; todo: Set<string> };

/** What is older is not told any more. */
export const STALE_MS = 24 * 3_600_000;

/**
 * What begins and ends is told to those concerned, all of a morning in one message: to the organizers everything,
 * to the others what they have a part in. Teams and judges hear of handing in, of votes and of judging at that very
 * moment, and not here.
 */
export async function announceDays(work: Work, contest: Contest): Promise<void> {
  const { now } = work;
  if (isNight(now)) return;
  const due = newsOf(contest).filter((news) => news.tellAt <= now && !isDone(contest, markOf(news)));
  for (const [at, news] of grouped(due, ({ tellAt }) => tellAt.getTime())) {
    const marks = news.map(markOf);
    if (now.getTime() - at < STALE_MS) {
      await tell(work, contest, news, `${contest.id}/${marks.join('+')}`);
      markDone(work, contest, marks);
    } else
      for (const each of news)
        drop(work, contest, {
          what: markOf(each),
          dropped: { ...each, window: each.name, at: momentOf(each) },
        });
  }
}

const markOf = (news: News): string => `${news.name}-${news.kind}:${momentOf(news).toISOString()}`;

function newsOf({ windows }: Contest): News[] {
  const news = Object.entries(windows).flatMap(([name, window]): News[] => {
    if (!window) return [];
    const { opens, closes } = window;
    const begun: News[] = opens
      ? [{ name, window, kind: 'begun', tellAt: tellAtOf(name, window, opens) }]
      : [];
    // Of the last millisecond of a day it is told in the morning that follows; that an event is over everybody knows.
    const over: News = { name, window, kind: 'over', tellAt: decentTime(new Date(closes.getTime() + 1)) };
    return [...begun, ...(isEvent(name) && isOneDay(window) ? [] : [over])];
  });
  return news.sort((one, other) => momentOf(one).getTime() - momentOf(other).getTime());
}

/** To an event people have to come: they hear of it in the morning. */
const tellAtOf = (name: string, window: Window, opens: Date): Date =>
  isEvent(name) && isOneDay(window) ? decentTime(startOfDay(opens)) : decentTime(opens);

const momentOf = ({ kind, window: { opens, closes } }: News): Date =>
  kind === 'over' || opens === null ? closes : opens;

const isOneDay = ({ opens, closes }: Window): boolean => opens !== null && dayOf(opens) === dayOf(closes);

async function tell(work: Work, contest: Contest, news: readonly News[], key: string): Promise<void> {
  const heard = new Map<PersonId, Heard>();
  const hear = (person: PersonId, line: Styled, todo: string) => {
    const known = heard.get(person) ?? { lines: [], todo: new Set() };
    known.lines.push(line);
    known.todo.add(todo);
    heard.set(person, known);
  };
  const organizers = await holdersOf(work, contest, ['organizer']);
  const organizing = new Set(organizers.map(({ person }) => person));
  const inGroups: Styled[] = [];
  for (const each of news) {
    // After a standstill it may be over by now.
    if (each.kind === 'begun' && hasClosed(each.window, work.now)) continue;
    const line = lineOf(work, contest, each);
    // The close of the submission they hear at once, with what has come in.
    if (each.name !== 'submission') for (const { person } of organizers) hear(person, line, 'organizer');
    for (const { person, todo } of await concernedBy(work, contest, each))
      if (!organizing.has(person)) hear(person, line, todo);
    const forGroups = await groupLine(work, contest, each, line);
    if (forGroups) inGroups.push(forGroups);
  }
  const { t } = work;
  const head = t('days.head', { contest: contest.plan.shortName });
  if (inGroups.length > 0)
    await tellGroups(work, contest, 'announcements', stack([head, ...inGroups], '\n'), key);
  const texts = [...heard].map(([person, { lines, todo }]): [PersonId, Styled] => {
    const ways = [...todo].map((each) => t.loose(`daysTodo.${each}`, {}));
    return [person, stack([head, ...lines, ...ways], '\n')];
  });
  await tellMany(work, new Map(texts), { key, kept: organizing });
}

function lineOf({ t }: Work, contest: Contest, { name, window, kind }: News): Styled {
  const { opens, closes } = window;
  const about = { window: nameOfWindow(t, contest.plan, name), closes: t.moment(closes) };
  if (kind === 'over') return t('days.over', about);
  if (!isEvent(name) || !isOneDay(window)) return t('days.begun', about);
  return opens && !beginsDay(opens)
    ? t('days.todayFrom', { ...about, from: t.moment(opens) })
    : t('days.today', about);
}

/** Who else has a part in what begins: whoever has something to do in it; all, on the days on which all come. */
async function concernedBy(
  work: Work,
  contest: Contest,
  { name, kind }: News,
): Promise<{ person: PersonId; todo: string }[]> {
  if (kind === 'over' || isOnlyMonth(contest, name)) return [];
  if (isForEverybody(name)) {
    const people = [
      ...(await holdersOf(work, contest, concernOf(name).roles)).map(({ person }) => person),
      ...(await registeredPeople(work, contest)),
    ];
    return [...new Set(people)].map((person) => ({ person, todo: 'everybody' }));
  }
  const actor = actorIn(name);
  const actors = actor === null ? [] : await holdersOf(work, contest, [actor]);
  return actors.map(({ person }) => ({ person, todo: name }));
}

/** Where the plan names no day yet there is nothing to come to. */
function isOnlyMonth({ plan }: Contest, name: string): boolean {
  const words = plan.windows[name];
  return words !== undefined && isKnown(words) && 'month' in words;
}

/** What the groups hear: where one can take part, what has come in, and the days on which all come. */
async function groupLine(
  { t, store }: Work,
  contest: Contest,
  { name, kind, window: { closes } }: News,
  line: Styled,
): Promise<Styled | null> {
  if (name === 'registration' && kind === 'begun')
    return t('days.registrationGroup', { closes: t.moment(closes) });
  if (name === 'submission' && kind === 'over') {
    const count = await store.entries.countDocuments({ contest: contest.id, state: { $in: partaking } });
    const about = { closes: t.moment(closes), count };
    if (count === 0) return t('days.over', { window: nameOfWindow(t, contest.plan, name), ...about });
    return contest.extensions.length > 0
      ? t('days.submissionOverButSome', about)
      : t('days.submissionOver', about);
  }
  return kind === 'begun' && isForEverybody(name) && !isOnlyMonth(contest, name) ? line : null;
}
