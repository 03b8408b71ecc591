import type { ChatId } from '../../chat.js';
import { isForGroups } from '../../domain/announcements.js';
import { isNight } from '../../domain/dates.js';
import type { Announcement, PersonId, StandIn } from '../../store/documents.js';
import type { Work } from '../../turn.js';
import { stack } from '../../words.js';
import { type Contest, contestById } from '../contest.js';
import { describeMissed, nameMissed, nameTeams } from '../missed.js';
import { type Reached, reach } from '../reach.js';
import { unitName } from '../registrations.js';
import { rolesIn } from '../roles.js';
import { tellPerson } from '../tell.js';
import { messagesOf } from './announce.js';
import { announcementsDue, type Found, recipientsFrom } from './find.js';
import { bodyOf, forOthers, keyFor, keyOf } from './letters.js';
import { progressOf, unreachedOf, withoutLetter } from './progress.js';

/** Letters that are written at once. The next are written when fewer wait, so a stop or the night finds few. */
export const PORTION = 500;

/**
 * Each announcement that is on its way goes on by one portion, or by one step when nothing of it waits any
 * more. Every letter has a key of its own and every step is a compare-and-set, so whoever is cut off, or does
 * the same at the same moment, adds nothing.
 */
export async function sendAnnouncements(work: Work): Promise<void> {
  for (const announcement of await announcementsDue(work)) {
    if (isNight(work.now) && !announcement.urgent) continue;
    await goOn(work, await contestById(work, announcement.contest), announcement);
  }
}

async function goOn(work: Work, contest: Contest, announcement: Found): Promise<void> {
  const { _id, written, count, step } = announcement;
  const { letters } = work.store;
  // Withdrawn at the very moment at which somebody let it go on.
  await letters.updateMany(
    { announcement: _id, state: 'withdrawn', needless: { $exists: false } },
    { $set: { state: 'waiting' } },
  );
  const waiting = await letters.countDocuments({ announcement: _id, state: 'waiting' });
  if (written < count) {
    if (waiting < PORTION) await writePortion(work, contest, announcement);
    return;
  }
  if (waiting > 0) return;
  const isToPeople = announcement.audience.kind !== 'groups';
  if (step === 'first' && isToPeople) await tryAgain(work, contest, announcement);
  else if (step === 'again') await askStandIns(work, contest, announcement);
  else await report(work, contest, announcement);
}

async function writePortion(work: Work, contest: Contest, announcement: Found): Promise<void> {
  const { written, audience } = announcement;
  const next = await recipientsFrom(work, announcement, written, PORTION);
  if (audience.kind === 'groups') await writeToGroups(work, contest, announcement, next);
  else tellDirectly(work, contest, announcement, await waysTo(work, contest, announcement, next), '');
  mark(work, announcement, { written }, { written: written + next.length });
}

async function writeToGroups(
  work: Work,
  contest: Contest,
  announcement: Found,
  groups: string[],
): Promise<void> {
  const bound = await work.store.groups.find({ _id: { $in: groups }, endedAt: null }, { chat: 1 }).lean();
  const text = bodyOf(work.t, contest, announcement.text);
  for (const { _id, chat } of bound)
    work.tell(chat, text, { key: `${keyOf(announcement)}/${_id}`, announcement: announcement._id });
}

const waysTo = (
  work: Work,
  contest: Contest,
  { text, audience }: Found,
  people: readonly PersonId[],
): Promise<Reached[]> =>
  reach(work, contest, people, {
    messages: messagesOf(work, contest, text),
    inGroups: isForGroups(audience),
  });

function tellDirectly(
  { t, tell }: Work,
  contest: Contest,
  announcement: Found,
  reached: Reached[],
  suffix: '' | '/again',
): number {
  const text = bodyOf(t, contest, announcement.text);
  const direct = reached.flatMap(({ person, way }) =>
    way.kind === 'own' ? [{ person, chat: way.chat }] : [],
  );
  for (const { person, chat } of direct)
    tell(chat, text, { key: `${keyOf(announcement)}/${person}${suffix}`, announcement: announcement._id });
  return direct.length;
}

/** Whose chat turned out to be closed may have another one. */
async function tryAgain(work: Work, contest: Contest, announcement: Found): Promise<void> {
  const reached = await waysTo(work, contest, announcement, await withoutLetter(work, announcement));
  tellDirectly(work, contest, announcement, reached, '/again');
  mark(work, announcement, { step: 'first' }, { step: 'again' });
}

/**
 * Who could not be written to twice is passed on to his unit's group, or its coordinator, each asked once. A group
 * reads the teams' names; only who answers for the unit reads whom to call, and under which number.
 */
async function askStandIns(work: Work, contest: Contest, announcement: Found): Promise<void> {
  const missed = await withoutLetter(work, announcement);
  const reached = await waysTo(work, contest, announcement, missed);
  const named = new Map((await nameMissed(work, contest, missed)).map(({ person, who }) => [person, who]));
  const teams = await nameTeams(work, contest, missed);
  const body = bodyOf(work.t, contest, announcement.text);
  const letters = new Map<string, { chat: ChatId; names: string[] }>();
  const standIns: StandIn[] = [];
  for (const { person, way } of reached) {
    if (way.kind !== 'group' && way.kind !== 'coordinator') continue;
    const [who, name, chat] =
      way.kind === 'group'
        ? [way.group._id, way.group.title, way.group.chat]
        : [way.role.person, `${way.role.name}, ${unitName(contest, way.role.unit ?? '')}`, way.chat];
    const letter = keyFor(announcement, who);
    standIns.push({ person, letter, by: way.kind, name });
    const names = way.kind === 'group' ? teams : named;
    letters.set(letter, {
      chat,
      names: [...(letters.get(letter)?.names ?? []), names.get(person) ?? person],
    });
  }
  for (const [key, { chat, names }] of letters)
    work.tell(chat, forOthers(work.t, body, names), { key, announcement: announcement._id });
  mark(work, announcement, { step: 'again' }, { step: 'report', standIns });
}

/** What came of it, to who sent it; and who has to be called, to the secretariat too. */
async function report(work: Work, contest: Contest, announcement: Found): Promise<void> {
  const { t } = work;
  const { number, by } = announcement;
  const { count, sent, passedOn, needless } = await progressOf(work, announcement);
  const unreached = await unreachedOf(work, contest, announcement);
  const about = { contest: contest.plan.shortName, number };
  const missed = describeMissed(t, unreached);
  const result = stack(
    [
      t('announce.report', { ...about, count, sent: sent.zalo + sent.telegram, ...sent }),
      passedOn > 0 && t('announce.reportPassedOn', { count: passedOn }),
      needless > 0 && t('announce.reportNeedless', { count: needless }),
    ],
    '\n',
  );
  await tellPerson(work, by, stack([result, missed]), `${keyOf(announcement)}/report`);
  if (missed) {
    const secretaries = await rolesIn(work, contest, ['secretary']);
    for (const { person } of secretaries)
      if (person !== by)
        await tellPerson(
          work,
          person,
          stack([t('announce.unreached', about), missed]),
          `${keyOf(announcement)}/unreached/${person}`,
        );
  }
  mark(work, announcement, { state: 'sending' }, { state: 'done', step: 'report', endedAt: work.now });
}

/** When the letters are safe; only where nobody else has gone on meanwhile. */
function mark(
  work: Work,
  { _id }: Found,
  was: Partial<Pick<Announcement, 'written' | 'step' | 'state'>>,
  is: Partial<Announcement>,
): void {
  work.afterwards(async () => {
    await work.store.announcements.updateOne({ _id, ...was }, { $set: is });
  });
}
