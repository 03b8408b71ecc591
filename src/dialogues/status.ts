import { type Contest, contestOf } from '../actions/contest.js';
import { describeCourseToTeam } from '../actions/describeCourse.js';
import { deadlines } from '../actions/describeSituation.js';
import { entriesOf, entryName, entryNameLate } from '../actions/entries.js';
import { submissionCloses } from '../actions/extendUnit.js';
import { hasConsented } from '../actions/giveConsent.js';
import { type SentAbove, sentAbove } from '../actions/nominations.js';
import { namesBehind } from '../actions/onBehalf.js';
import { canRegister } from '../actions/registerTeam.js';
import { isAnsweredFor, registrationOf, unitName } from '../actions/registrations.js';
import { resultCourse } from '../actions/resultCourse.js';
import { nameOf, rolesIn } from '../actions/roles.js';
import { hasRoom, submissionNow } from '../actions/submitEntry.js';
import type { Styled } from '../chat.js';
import { isOpen } from '../domain/dates.js';
import { courseOf, takesPart } from '../domain/entryStates.js';
import { showPhone } from '../domain/text.js';
import type { PersonId, Registration, StoredEntry } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { rulesOwed } from './rulesOwed.js';

/** Of those who acted for others. */
type Names = ReadonlyMap<PersonId, string>;

/** `/trangthai`: what a team has registered and handed in. */
export async function showStatus(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const { t } = turn;
  const registration = await registrationOf(turn, contest);
  if (!registration) {
    const register = { label: t.plain('menu.register'), says: '/dangky' };
    return turn.say(t('status.notRegistered'), (await canRegister(turn, contest)) ? [register] : []);
  }
  const entries = await entriesOf(turn, contest);
  const names = await namesBehind(turn, [registration, ...entries]);
  const { by, contact } = registration;
  const wentTo = await sentAbove(turn, contest, entries);
  const course = await resultCourse(turn, contest);
  const owed = await rulesOwed(turn, contest);
  turn.say(
    stack([
      stack(
        [
          t('status.registration', {
            team: registration.team,
            unit: unitName(contest, registration.unit),
            contact: registration.contact,
            phone: showPhone(registration.phone),
          }),
          registration.headcount !== undefined &&
            t('register.checkHeadcount', { headcount: registration.headcount }),
        ],
        '\n',
      ),
      by &&
        t('status.registeredBy', {
          behind: t.plain('onBehalf.behindTeam', { by: names.get(by) ?? by, author: contact }),
        }),
      await confirmationOf(turn, contest, registration),
      entries.length === 0
        ? t('status.noEntry')
        : stack(
            entries.map((entry) => lineOf(t, contest, entry, { names, wentTo: wentTo.get(entry.code) })),
            '\n',
          ),
      !(await hasConsented(turn, contest)) && t('status.withoutConsent'),
      stack(
        [deadlines(t, contest, turn.now, course.locked?.at ?? null), extended(t, contest, registration.unit)],
        '\n',
      ),
      describeCourseToTeam(t, course, turn),
      owed?.text,
    ]),
    [...(await offersOfTeam(turn, contest)), ...(owed ? [owed.offer] : [])],
  );
}

/** What its coordinators say of the team, where it has any. */
async function confirmationOf(
  turn: Turn,
  contest: Contest,
  { confirmation, unit }: Registration,
): Promise<Styled | null> {
  const { t } = turn;
  if (confirmation)
    return t('confirm.stands', {
      by: await nameOf(turn, contest, confirmation.by),
      at: t.moment(confirmation.at),
    });
  const coordinators = await rolesIn(turn, contest, ['unit_coordinator']);
  return isAnsweredFor(contest, coordinators, unit) ? t('confirm.yet') : null;
}

/** That this team has longer than the others. */
function extended(t: Words, contest: Contest, unit: string): Styled | null {
  const closes = submissionCloses(contest, unit);
  const { submission } = contest.windows;
  if (!closes || !submission || closes <= submission.closes) return null;
  return t('extend.yours', { until: t.moment(closes) });
}

function lineOf(
  t: Words,
  { plan }: Contest,
  entry: StoredEntry,
  { names, wentTo }: { names: Names; wentTo: SentAbove | undefined },
): Styled {
  const { state } = entry;
  if (state === 'withdrawn' || state === 'rejected' || state === 'disqualified')
    return t(`status.${state}`, { entry: entryName(entry) });
  const of = t.plain(`state.${state}`);
  if (wentTo) return stack([received(t, entry, names), t('status.sentAbove', wentTo)], ' – ');
  const { until } = (state === 'needs_correction' && entry.correction) || {};
  return stack(
    [
      received(t, entry, names),
      // Where nothing is screened an entry that was handed in is simply in.
      (courseOf(plan).screening || state !== 'submitted') &&
        (until
          ? t('status.stateUntil', { state: of, closes: t.moment(until) })
          : t('status.state', { state: of })),
    ],
    ' – ',
  );
}

function received(t: Words, entry: StoredEntry, names: Names): Styled {
  const about = { entry: entryNameLate(t, entry, names), at: t.moment(entry.submittedAt) };
  const times = entry.versions.length - 1;
  return times === 0 ? t('status.entry', about) : t('status.entryReplaced', { ...about, times });
}

/** What a registered team can do at this moment. */
export async function offersOfTeam(turn: Turn, contest: Contest): Promise<Offer[]> {
  const { t, now } = turn;
  const consented = await hasConsented(turn, contest);
  const { submission } = contest.windows;
  const registration = await registrationOf(turn, contest);
  const unit = registration?.unit;
  const closes = unit === undefined ? null : submissionCloses(contest, unit);
  const open = submission !== undefined && isOpen({ ...submission, ...(closes && { closes }) }, now);
  const takes = unit !== undefined && submissionNow(turn, contest, unit) === 'open';
  const fits = takes && registration !== null && (await hasRoom(turn, contest, registration));
  const own = await entriesOf(turn, contest);
  const has = own.some(({ state }) => takesPart(state));
  const owed = own.filter(({ state, correction }) => state === 'needs_correction' && correction?.open);
  return [
    !consented && { label: t.plain('menu.consent'), says: '/dongy' },
    fits && consented && { label: t.plain('menu.submit'), says: '/nopbai' },
    open && consented && has && { label: t.plain('menu.replace'), says: '/thaybai' },
    open && has && { label: t.plain('menu.withdraw'), says: '/rutbai' },
    ...owed.map(({ code }) => ({ label: t.plain('menu.correct', { code }), says: `/thaybai ${code}` })),
  ].filter((offer) => offer !== false);
}
