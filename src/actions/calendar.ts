import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ChatId } from '../chat.js';
import { type CalendarDate, datesOf, type Standing } from '../domain/calendar.js';
import { takesPart } from '../domain/entryStates.js';
import type { PersonId, Registration, Role, StoredEntry } from '../store/documents.js';
import type { Work } from '../turn.js';
import { sitsThen } from './concerned.js';
import { allContests, type Contest } from './contest.js';
import { submissionCloses } from './extendUnit.js';
import { personNow } from './people.js';

/** What everybody may know of a contest's days: for groups, and for who isn't in it. */
export const publicDates = ({ windows }: Contest): CalendarDate[] =>
  datesOf(windows, { roles: [], author: 'stranger' });

/** The same in this group: the judges' own shows when they judge. */
export async function datesInGroup(work: Work, contest: Contest, chat: ChatId): Promise<CalendarDate[]> {
  const group = await work.store.groups.findOne({ chat, endedAt: null }, { purpose: 1 }).lean();
  const isJudges = group?.purpose === 'judges';
  return datesOf(contest.windows, { roles: isJudges ? ['judge'] : [], author: 'stranger' });
}

/** The dates that concern somebody, with his own unit's extension and the corrections that he owes. */
export async function datesFor(work: Work, contest: Contest, person: PersonId): Promise<CalendarDate[]> {
  const { registrations, roles, entries } = work.store;
  const his = { contest: contest.id, person };
  const [registration, duties, own] = await Promise.all([
    registrations.findOne(his).lean<Registration>(),
    roles.find({ ...his, endedAt: null }).lean<Role[]>(),
    entries.find(his).lean<StoredEntry[]>(),
  ]);
  if (!registration && duties.length === 0) return publicDates(contest);
  const standing: Standing = {
    roles: duties.map(({ role }) => role),
    author: own.some(({ state }) => takesPart(state)) ? 'entered' : registration ? 'registered' : 'none',
  };
  const dates = datesOf(windowsFor(contest, registration), standing).filter(
    (date) =>
      date.kind === 'correction' ||
      registration !== null ||
      duties.some((role) => sitsThen(contest, role, date.window)),
  );
  const corrections = own.flatMap(({ state, correction, code }): CalendarDate[] =>
    state === 'needs_correction' && correction?.open
      ? [{ kind: 'correction', code, at: correction.until }]
      : [],
  );
  return [...dates, ...corrections].sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** Whose unit was given longer has its own last day. */
function windowsFor(contest: Contest, registration: Registration | null): Contest['windows'] {
  const { windows } = contest;
  const closes = registration && submissionCloses(contest, registration.unit);
  return closes && windows.submission
    ? { ...windows, submission: { ...windows.submission, closes } }
    : windows;
}

/** Is this person anything in a contest, so that there is something to subscribe to? */
export const hasCalendar = async (work: Work, person: PersonId): Promise<boolean> =>
  (await contestsOf(work, person)).size > 0;

async function contestsOf({ store }: Work, person: PersonId): Promise<ReadonlySet<string>> {
  const [teams, duties] = await Promise.all([
    store.registrations.distinct('contest', { person }),
    store.roles.distinct('contest', { person, endedAt: null }),
  ]);
  return new Set([...teams, ...duties].map(String));
}

/** The dates of every contest in which somebody is something. */
export async function allDatesFor(
  work: Work,
  person: PersonId,
): Promise<{ contest: Contest; dates: CalendarDate[] }[]> {
  const his = await contestsOf(work, person);
  const contests = (await allContests(work)).filter(({ id }) => his.has(id));
  return Promise.all(
    contests.map(async (contest) => ({ contest, dates: await datesFor(work, contest, person) })),
  );
}

/** Names somebody's calendar in its address, sealed, so that nobody can make one up. */
export function calendarName({ tools }: Work, person: PersonId): string {
  const name = Buffer.from(person).toString('base64url');
  return `${name}.${seal(tools.secret, name)}`;
}

/** Whose calendar that is, as far as he has gone up in somebody else: who he is now; `null`: nobody's. */
export async function whoseCalendar(work: Work, named: string): Promise<PersonId | null> {
  const [name = '', said = ''] = named.split('.');
  const [right, given] = [Buffer.from(seal(work.tools.secret, name)), Buffer.from(said)];
  if (right.length !== given.length || !timingSafeEqual(right, given)) return null;
  return personNow(work, Buffer.from(name, 'base64url').toString());
}

const seal = (secret: string, name: string): string =>
  createHmac('sha256', secret).update(`calendar/${name}`).digest('base64url').slice(0, 22);
