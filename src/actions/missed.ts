import type { Styled } from '../chat.js';
import { showPhone } from '../domain/text.js';
import type { Person, PersonId, Registration, Role, StoredEntry } from '../store/documents.js';
import type { Work } from '../turn.js';
import { stack, type Words } from '../words.js';
import { chatsOf } from './concerned.js';
import type { Contest } from './contest.js';
import { inParts } from './inParts.js';
import { unitName } from './registrations.js';
import { coordinatorsOf } from './roles.js';

/** Somebody to whom nothing can be written: in one line, what whoever has to call him needs. */
export type Missed = { person: PersonId; who: string };

/** Of these people those whom no letter reaches. */
export async function missedAmong(
  work: Work,
  contest: Contest,
  people: readonly PersonId[],
): Promise<Missed[]> {
  const chats = await chatsOf(work, [...people]);
  return nameMissed(
    work,
    contest,
    people.filter((person) => !chats.has(person)),
  );
}

/** The same of those who are known to be out of reach. */
export async function nameMissed(
  work: Work,
  contest: Contest,
  missed: readonly PersonId[],
): Promise<Missed[]> {
  if (missed.length === 0) return [];
  const { registrations, roles, people: known } = work.store;
  const [teams, duties, named] = await Promise.all([
    inParts(missed, (some) =>
      registrations
        .find({ contest: contest.id, person: { $in: some } })
        .lean<Registration[]>()
        .exec(),
    ),
    inParts(missed, (some) =>
      roles
        .find({ contest: contest.id, person: { $in: some }, endedAt: null })
        .lean<Role[]>()
        .exec(),
    ),
    inParts(missed, (some) =>
      known
        .find({ _id: { $in: some } })
        .lean<Person[]>()
        .exec(),
    ),
  ]);
  return missed.map((person) => {
    const team = teams.find((each) => each.person === person);
    const duty = duties.find((each) => each.person === person);
    const human = named.find(({ _id }) => _id === person);
    const unit = team?.unit ?? duty?.unit;
    const phone = team?.phone ?? human?.phone;
    const who = [
      team?.contact ?? duty?.name ?? human?.name,
      team?.team,
      unit && unitName(contest, unit),
      phone && showPhone(phone),
    ];
    return { person, who: who.filter(Boolean).join(', ') };
  });
}

/** These people's teams as a group of their unit may read them, with nobody's name or number. */
export async function nameTeams(
  { store }: Work,
  contest: Contest,
  people: readonly PersonId[],
): Promise<Map<PersonId, string>> {
  const teams = await inParts(people, (some) =>
    store.registrations
      .find({ contest: contest.id, person: { $in: some } }, { person: 1, team: 1, unit: 1 })
      .lean<Pick<Registration, 'person' | 'team' | 'unit'>[]>()
      .exec(),
  );
  return new Map(teams.map(({ person, team, unit }) => [person, `${team}, ${unitName(contest, unit)}`]));
}

/** Who of these has to be called, since no letter reaches him; `null`: everybody has heard. */
export const describeUnreached = async (
  work: Work,
  contest: Contest,
  people: readonly PersonId[],
): Promise<Styled | null> => describeMissed(work.t, await missedAmong(work, contest, [...new Set(people)]));

const MOST_NAMED = 20;

/** Who has to be called, each in a line; `null`: nobody. */
export function describeMissed(t: Words, missed: readonly Missed[]): Styled | null {
  if (missed.length === 0) return null;
  const named = missed.slice(0, MOST_NAMED);
  const more = missed.length - named.length;
  return stack(
    [
      t('told.missed', { count: missed.length }),
      ...named.map(({ who }) => t('told.line', { who })),
      more > 0 && t('told.more', { count: more }),
    ],
    '\n',
  );
}

/** Has the team heard what was just told it and its coordinators? Else who did, and who has to be called. */
export async function teamTold(
  work: Work & { person?: PersonId },
  contest: Contest,
  { person, unit }: Pick<StoredEntry, 'person' | 'unit'>,
): Promise<Styled> {
  const { t } = work;
  const [contact] = await missedAmong(work, contest, [person]);
  if (!contact) return t('told.team');
  const { who } = contact;
  const others = (await coordinatorsOf(work, contest, unit)).filter((role) => role.person !== work.person);
  const chats = await chatsOf(
    work,
    others.map((role) => role.person),
  );
  const names = [...new Set(others.filter((role) => chats.has(role.person)).map(({ name }) => name))];
  return names.length > 0
    ? t('told.coordinators', { who, names: names.join(', ') })
    : t('told.nobody', { who });
}
