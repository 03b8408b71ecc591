import { contestOf } from '../actions/contest.js';
import { deadlines, describeSituation } from '../actions/describeSituation.js';
import { entriesOf, entryName } from '../actions/entries.js';
import { needRight, rightOf } from '../actions/permissions.js';
import { registrationOf, unitName } from '../actions/registrations.js';
import { situationOf } from '../actions/situation.js';
import { isOpen } from '../domain/dates.js';
import type { Offer, Turn } from '../turn.js';
import { stack } from '../words.js';
import { showPhone } from './register.js';

/** `/tinhhinh`: what an organizer wants to know before anything else; a coordinator, of his own units. */
export async function showSituation(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'seeSituation');
  const right = await rightOf(turn, contest, 'seeSituation');
  const within = right.kind === 'units' ? right.units : null;
  turn.say(describeSituation(turn.t, contest, await situationOf(turn, contest, within), turn.now));
}

/** `/trangthai`: what a team has registered and handed in. */
export async function showStatus(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const { t } = turn;
  const registration = await registrationOf(turn, contest);
  if (!registration) {
    return turn.say(t('status.notRegistered'), [{ label: t.plain('menu.register'), says: '/dangky' }]);
  }
  const entries = await entriesOf(turn, contest);
  const { submission } = contest.windows;
  const open = submission !== undefined && isOpen(submission, turn.now);
  const offers: Offer[] = open
    ? [
        { label: t.plain('menu.submit'), says: '/nopbai' },
        ...(entries.some(({ state }) => state === 'submitted')
          ? [
              { label: t.plain('menu.replace'), says: '/thaybai' },
              { label: t.plain('menu.withdraw'), says: '/rutbai' },
            ]
          : []),
      ]
    : [];
  turn.say(
    stack([
      t('status.registration', {
        team: registration.team,
        unit: unitName(contest, registration.unit),
        contact: registration.contact,
        phone: showPhone(registration.phone),
      }),
      entries.length === 0
        ? t('status.noEntry')
        : stack(
            entries.map((entry) =>
              entry.state === 'withdrawn'
                ? t('status.withdrawn', { entry: entryName(entry) })
                : t('status.entry', {
                    entry: entryName(entry),
                    at: t.moment(entry.submittedAt),
                    versions: entry.versions.length,
                  }),
            ),
            '\n',
          ),
      deadlines(t, contest, turn.now),
    ]),
    offers,
  );
}
