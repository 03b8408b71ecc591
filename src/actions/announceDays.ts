import type { Styled } from '../chat.js';
import { actorsIn, concernOf, isForEverybody } from '../domain/concerns.js';
import { hasClosed, isNight } from '../domain/dates.js';
import type { MorningNews } from '../domain/digest.js';
import { partaking } from '../domain/entryStates.js';
import { momentOf, type News } from '../domain/news.js';
import { isKnown } from '../domain/plan.js';
import { finalWindow } from '../domain/stage.js';
import type { PersonId } from '../store/documents.js';
import type { Work } from '../turn.js';
import { stack } from '../words.js';
import { registeredPeople } from './concerned.js';
import { type AtEnd, concernedAtEnd, describeIntake } from './concernedAtEnd.js';
import type { Contest } from './contest.js';
import { grouped } from './debts/debt.js';
import { nameOfWindow } from './moveDate.js';
import { daily, leftToDigest, linesOf, morningNews, newsIn, STALE_MS } from './newsOfDays.js';
import { drop, isDone, markDone } from './once.js';
import { holdersOf } from './roles.js';
import { isOnStage } from './stageClosings.js';
import { tellGroups } from './tell.js';
import { tellMany } from './tellMany.js';

/** What somebody reads of it. */
type Heard = { lines: Line[]; todo: Set<string> };

type Line = Styled | MorningNews;
type Hearing = Omit<AtEnd, 'line'> & { line: Line };

/**
 * What begins and ends is told to those concerned, all of a morning in one message: to who runs the contest all of it,
 * to the others what they have a part in, or have missed. Who reads the morning's digest has it there, but for what
 * he has missed himself. That handing in, votes and judging begin, teams and judges hear in words of their own, and
 * not here.
 */
export async function announceDays(work: Work, contest: Contest): Promise<void> {
  const { now } = work;
  if (isNight(now)) return;
  const due = newsIn(contest).filter((news) => news.tellAt <= now && !isDone(contest, markOf(news)));
  for (const [at, news] of grouped(due, ({ tellAt }) => tellAt.getTime())) {
    const marks = news.map(markOf);
    if (now.getTime() - at < STALE_MS) {
      await tell(work, contest, news, `${contest.id}/${marks.join('+')}`);
      markDone(work, contest, marks);
    } else
      for (const each of news)
        drop(work, contest, {
          what: markOf(each),
          dropped: morningNews(each),
        });
  }
}

function markOf(news: News): string {
  const { name, kind, unit } = news;
  return `${name}-${kind}${unit === null ? '' : `-${unit}`}:${momentOf(news).toISOString()}`;
}

async function tell(work: Work, contest: Contest, news: readonly News[], key: string): Promise<void> {
  const heard = new Map<PersonId, Heard>();
  const hear = ({ person, line, todo }: Hearing) => {
    const known = heard.get(person) ?? { lines: [], todo: new Set() };
    if (!known.lines.includes(line)) known.lines.push(line);
    known.todo.add(todo);
    heard.set(person, known);
  };
  const idsOf = (people: readonly { person: PersonId }[]) => new Set(people.map(({ person }) => person));
  const readers = idsOf(await holdersOf(work, contest, daily));
  const isLeft = await leftToDigest(work, contest);
  const inGroups: Line[] = [];
  const amongJudges: Line[] = [];
  for (const each of news) {
    // After a standstill it may be over by now.
    if (each.kind === 'begun' && hasClosed(each.window, work.now)) continue;
    const { name, kind } = each;
    const line = morningNews(each);
    const isTold = !isLeft(each);
    if (isTold) {
      const isIntake = name === 'submission' && kind === 'over';
      const said = isIntake ? await describeIntake(work, contest, each) : line;
      for (const person of readers) hear({ person, line: said, todo: 'organizer', isOwn: false });
    }
    // Who has read the line learns besides what he can do.
    for (const hearing of await concernedBy(work, contest, each, line))
      if (hearing.isOwn || !readers.has(hearing.person) || (isTold && hearing.todo === name)) hear(hearing);
    const forGroups = await groupLine(work, contest, each, line);
    if (forGroups) inGroups.push(forGroups);
    if (kind === 'over' && name === finalWindow(contest.plan) && !isOnStage(contest, { round: null }))
      amongJudges.push(line);
  }
  const { t } = work;
  const head = t('days.head', { contest: contest.plan.shortName });
  const inLines = (lines: readonly Line[], ways: readonly Styled[] = []) =>
    stack([head, ...linesOf(t, contest, lines), ...ways], '\n');
  if (inGroups.length > 0) await tellGroups(work, contest, 'announcements', inLines(inGroups), key);
  if (amongJudges.length > 0)
    await tellGroups(work, contest, 'judging', inLines(amongJudges), `${key}/judging`);
  const texts = [...heard].map(([person, { lines, todo }]): [PersonId, Styled] => {
    const ways = [...todo].map((each) => t.loose(`daysTodo.${each}`, {}));
    return [person, inLines(lines, ways)];
  });
  await tellMany(work, new Map(texts), { key, kept: readers });
}

/**
 * Who else has a part in it: in what begins whoever has something to do in it, and all on the days on which all
 * come; in what is over whoever has missed it.
 */
async function concernedBy(work: Work, contest: Contest, news: News, line: Line): Promise<Hearing[]> {
  const { name, kind } = news;
  if (isOnlyMonth(contest, name)) return [];
  if (kind === 'over') return concernedAtEnd(work, contest, news);
  if (isForEverybody(name)) {
    const people = [
      ...(await holdersOf(work, contest, concernOf(name).roles)).map(({ person }) => person),
      ...(await registeredPeople(work, contest)),
    ];
    return [...new Set(people)].map((person) => ({ person, line, todo: 'everybody', isOwn: false }));
  }
  const actors = await holdersOf(work, contest, actorsIn(name));
  return actors.map(({ person }) => ({ person, line, todo: name, isOwn: false }));
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
  { name, kind, unit, window: { closes } }: News,
  line: Line,
): Promise<Line | null> {
  if (unit !== null) return null;
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
