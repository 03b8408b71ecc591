import { type ChatId, platformOf } from '../chat.js';
import type { Letter, PersonId, StoredReminder } from '../store/documents.js';
import type { Work } from '../turn.js';
import { personNow } from './people.js';
import { stillOwed } from './reminderNow.js';
import { describeReminder, offersOf } from './reminderWords.js';
import { askOthers } from './sendReminders.js';

/**
 * A reminder that no messenger took has reminded nobody. What is still owed of it goes to its person's other
 * chat, once; where there is none that can be reached, his coordinators are asked as for everybody like him.
 */
export async function remindElsewhere(work: Work): Promise<void> {
  const { letters } = work.store;
  const lost = await letters
    .find({ reminder: { $exists: true }, state: { $in: ['gone', 'parked'] } })
    .sort({ order: 1, part: 1 })
    .lean<Letter[]>();
  if (lost.length === 0) return;
  for (const letter of lost) await sendOn(work, letter);
  // Looked after: what was cut off before is done again, and adds nothing.
  const ids = lost.map(({ _id }) => _id);
  work.afterwards(async () => {
    await letters.updateMany({ _id: { $in: ids } }, { $unset: { reminder: '' } });
  });
}

async function sendOn(work: Work, letter: Letter): Promise<void> {
  const { reminders } = work.store;
  const before = await reminders.findById(letter.reminder).lean<StoredReminder>();
  if (!before) return;
  const owed = await stillOwed(work, before);
  if (owed.length === 0) return;
  const chats = await reachable(work, await personNow(work, before.person));
  const other = letter._id === before._id ? chats.find(({ _id }) => _id !== letter.chat) : undefined;
  if (other || chats.length === 0)
    await reminders.updateOne(
      { _id: before._id, how: 'letter', chat: letter.chat },
      {
        $set: other
          ? {
              chat: other._id,
              text: describeReminder(work.t, owed, other.contest),
              offers: offersOf(work.t, owed, other._id, other.contest),
            }
          : { how: 'unreachable', chat: null, text: null, offers: [] },
      },
    );
  const now = await reminders.findById(before._id).lean<StoredReminder>();
  if (now?.how === 'unreachable')
    await askOthers(
      work,
      owed.filter(({ insteadOf }) => insteadOf === null),
    );
  if (now?.how === 'letter' && now.chat && now.text && now.chat !== letter.chat)
    work.tell(now.chat, now.text, {
      key: `${now._id}/${platformOf(now.chat)}`,
      reminder: now._id,
      choices: now.offers,
    });
}

/** Where something could be written to this person, the chat that was heard last first. */
const reachable = ({ store }: Work, person: PersonId): Promise<{ _id: ChatId; contest: string | null }[]> =>
  store.chats
    .find({ person, group: false, reachable: true }, { contest: 1 })
    .sort({ heardAt: -1, _id: 1 })
    .lean<{ _id: ChatId; contest: string | null }[]>()
    .exec();
