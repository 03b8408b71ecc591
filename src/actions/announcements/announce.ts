import type { Platform } from '../../chat.js';
import { platformOf } from '../../chat.js';
import { type Audience, decentTime, isForGroups, messagesFor } from '../../domain/announcements.js';
import { isNight } from '../../domain/dates.js';
import type { Announcement, AnnouncementDeed } from '../../store/documents.js';
import { isDuplicate } from '../../store/store.js';
import type { Turn } from '../../turn.js';
import type { Contest } from '../contest.js';
import { type Missed, nameMissed } from '../missed.js';
import { needRight } from '../permissions.js';
import { reach } from '../reach.js';
import { tellActors } from '../tellActors.js';
import { quotasOf, type Usage } from '../watchQuota.js';
import { bodyOf } from './letters.js';
import { recipientsOf } from './recipients.js';

/** The shorter of the two messengers' messages. */
const PER_MESSAGE = 1_900;

/** What a message of this text would bring, before it is sent. */
export type Foreseen = {
  count: number;
  /** On which messenger how many get it themselves. */
  direct: Record<Platform, number>;
  /** Groups that get it, where it goes to groups. */
  groups: number;
  /** How many get it through others. */
  through: { group: number; coordinator: number };
  /** How many of all these have a chat whose bot's last messages are kept for what can't wait. */
  saved: number;
  unreachable: Missed[];
  /** Of each bot whose messages are counted: how it stands, and how it would stand. */
  quotas: (Usage & { name: string; after: number })[];
  /** It is night: when it would go out if it may wait. */
  waitsUntil: Date | null;
};

export const messagesOf = ({ t }: Pick<Turn, 't'>, contest: Contest, text: string): number =>
  messagesFor(bodyOf(t, contest, text).text.length, PER_MESSAGE);

/** Nothing is changed, and nobody told. */
export async function foreseeAnnouncement(
  turn: Turn,
  contest: Contest,
  { audience, text, by = turn.person }: { audience: Audience; text: string; by?: string },
): Promise<Foreseen> {
  await needRight(turn, contest, 'announce');
  const recipients = await recipientsOf(turn, contest, audience, by);
  const messages = messagesOf(turn, contest, text);
  const toGroups = audience.kind === 'groups';
  const reached = toGroups
    ? []
    : await reach(turn, contest, recipients, { messages, inGroups: isForGroups(audience) });
  const groups = toGroups
    ? await turn.store.groups.find({ _id: { $in: recipients } }, { chat: 1 }).lean()
    : [];
  const chats = [
    ...groups.map(({ chat }) => chat),
    ...reached.flatMap(({ way }) => (way.kind === 'own' ? [way.chat] : [])),
  ];
  const kind = (wanted: string) => reached.filter(({ way }) => way.kind === wanted);
  const quotas = await quotasOf(turn);
  return {
    count: recipients.length,
    direct: {
      zalo: chats.filter((chat) => platformOf(chat) === 'zalo').length,
      telegram: chats.filter((chat) => platformOf(chat) === 'telegram').length,
    },
    groups: groups.length,
    through: { group: kind('group').length, coordinator: kind('coordinator').length },
    saved: reached.filter(({ saved }) => saved).length,
    unreachable: await nameMissed(
      turn,
      contest,
      kind('none').map(({ person }) => person),
    ),
    quotas: quotas.map(({ bot, name, used, waiting, quota, month }) => ({
      ...{ name, quota, month, used: used + waiting },
      after: used + waiting + messages * chats.filter((chat) => chat.startsWith(`${bot}:`)).length,
    })),
    waitsUntil: isNight(turn.now) ? decentTime(turn.now) : null,
  };
}

/**
 * Sends it, or lays it before a second person where the plan wants one. To whom it goes is fixed now; the
 * letters are written by a tick.
 */
export async function announce(
  turn: Turn,
  contest: Contest,
  about: Pick<Announcement, 'audience' | 'text' | 'urgent'>,
): Promise<Announcement> {
  const { announcements } = turn.store;
  const _id = `${contest.id}/${turn.id}`;
  const own = await announcements.findById(_id).lean<Announcement>();
  const announcement = own ?? (await keep(turn, contest, { _id, ...about }));
  if (announcement.state === 'waiting_approval') await askForApproval(turn, contest, announcement);
  return announcement;
}

async function keep(
  turn: Turn,
  contest: Contest,
  about: Pick<Announcement, '_id' | 'audience' | 'text' | 'urgent'>,
): Promise<Announcement> {
  await needRight(turn, contest, 'announce');
  const { announcements } = turn.store;
  const waits = needsApproval(contest);
  const start = waits ? null : await beginning(turn, contest, { ...about, by: turn.person });
  for (;;) {
    const newest = await announcements
      .findOne({ contest: contest.id }, { number: 1 })
      .sort({ number: -1 })
      .lean();
    const announcement: Announcement = {
      ...about,
      contest: contest.id,
      number: (newest?.number ?? 0) + 1,
      by: turn.person,
      at: turn.now,
      ...(start ?? { state: 'waiting_approval', from: null, recipients: [], count: 0 }),
      written: 0,
      step: 'first',
      standIns: [],
      deeds: [deedOf(turn, 'made')],
      endedAt: null,
    };
    try {
      await announcements.create(announcement);
      return announcement;
    } catch (error) {
      // Somebody took the number a moment ago.
      if (!isDuplicate(error, 'number')) throw error;
    }
  }
}

export const needsApproval = ({ plan }: Contest): boolean => plan.announcements?.approval ?? false;

/** Whoever sees at once that it was a mistake can stop it before anybody has read it. */
const SECOND_THOUGHTS_MS = 30_000;

/** What the sending begins with: to whom, and when. */
export async function beginning(
  turn: Turn,
  contest: Contest,
  { audience, urgent, by }: Pick<Announcement, 'audience' | 'urgent' | 'by'>,
): Promise<Pick<Announcement, 'state' | 'from' | 'recipients' | 'count'>> {
  const recipients = await recipientsOf(turn, contest, audience, by);
  const soon = new Date(turn.now.getTime() + SECOND_THOUGHTS_MS);
  const from = urgent ? soon : decentTime(soon);
  return { state: 'sending', from, recipients, count: recipients.length };
}

export const deedOf = (
  { person, now, id }: Turn,
  what: AnnouncementDeed['what'],
  before?: string,
): AnnouncementDeed => ({ what, by: person, at: now, turn: id, ...(before !== undefined && { before }) });

/** Everybody who may, but for who wrote it or changed it last. */
export const askForApproval = (
  turn: Turn,
  contest: Contest,
  { _id, number, text }: Pick<Announcement, '_id' | 'number' | 'text'>,
): Promise<void> =>
  tellActors(
    turn,
    contest,
    'announce',
    turn.t('announce.pleaseApprove', { contest: contest.plan.shortName, number, text }),
    `announcement/${_id}/approval/${turn.id}`,
  );
