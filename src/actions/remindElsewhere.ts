import { platformOf } from '../chat.js';
import type { Letter, StoredReminder } from '../store/documents.js';
import type { Work } from '../turn.js';
import { contestById } from './contest.js';
import { chasesOf } from './debts/chases.js';
import type { Item } from './debts/claims.js';
import { findDebt } from './debts/find.js';
import { personNow } from './people.js';
import { reachableChats } from './reach.js';
import { refusingAmong } from './refuseReminders.js';
import { stillOwed } from './reminderNow.js';
import { describeReminder, offersOf } from './reminderWords.js';
import { askOthers, type Means, runningAny } from './sendReminders.js';

/**
 * A reminder that no messenger took has reminded nobody. What is still owed of it goes to its person's other
 * chat, once; where there is none, the group of his unit or who answers for it is asked, as for everybody like him.
 */
export async function remindElsewhere(work: Work, means: Means): Promise<void> {
  const { letters } = work.store;
  const lost = await letters
    .find({ reminder: { $exists: true }, state: { $in: ['gone', 'parked'] } })
    .sort({ order: 1, part: 1 })
    .lean<Letter[]>();
  if (lost.length === 0) return;
  for (const letter of lost) await sendOn(work, letter, means);
  // Looked after: what was cut off before is done again, and adds nothing.
  const ids = lost.map(({ _id }) => _id);
  work.afterwards(async () => {
    await letters.updateMany({ _id: { $in: ids } }, { $unset: { reminder: '' } });
  });
}

async function sendOn(work: Work, letter: Letter, means: Means): Promise<void> {
  const { reminders } = work.store;
  const before = await reminders.findById(letter.reminder).lean<StoredReminder>();
  if (!before) return;
  if (before.group) return askFurther(work, before, means);
  const owed = await stillOwed(work, before);
  if (owed.length === 0) return;
  const person = await personNow(work, before.person);
  const refuses = (await refusingAmong(work, [person])).has(person);
  const chats = refuses ? [] : ((await reachableChats(work, [person])).get(person) ?? []);
  const { take } = await means.room();
  const isKept = (await runningAny(work, owed)).has(person);
  const isFirst = letter._id === before._id;
  const other = isFirst
    ? chats.find(({ chat, bot }) => chat !== letter.chat && take(bot, 1, isKept))
    : undefined;
  const isOpen = chats.some(({ chat }) => chat === letter.chat);
  await reminders.updateOne(
    { _id: before._id, how: 'letter', chat: letter.chat },
    {
      $set: other
        ? {
            chat: other.chat,
            text: describeReminder(work.t, owed, other.contest),
            offers: offersOf(work.t, owed, other.chat, other.contest),
          }
        : // Where it was parked stays, since that chat looks as if he could be reached there.
          {
            ...(refuses ? { how: 'refused' } : { how: 'unreachable', lostAt: work.now }),
            ...{ chat: isOpen ? letter.chat : null, text: null, offers: [] },
          },
    },
  );
  const now = await reminders.findById(before._id).lean<StoredReminder>();
  if (now?.how === 'unreachable')
    await askOthers(
      work,
      owed.filter(({ insteadOf }) => insteadOf === null),
      means,
    );
  if (now?.how === 'letter' && now.chat && now.text && now.chat !== letter.chat)
    work.tell(now.chat, now.text, {
      key: `${now._id}/${platformOf(now.chat)}`,
      reminder: now._id,
      choices: now.offers,
    });
}

/** A group that could not be written to: who answers for the unit is asked instead of it. */
async function askFurther(work: Work, { _id, person, items }: StoredReminder, means: Means): Promise<void> {
  await work.store.reminders.updateOne(
    { _id, how: 'letter' },
    { $set: { how: 'unreachable', lostAt: work.now, chat: null, text: null, offers: [] } },
  );
  const owed: Item[] = [];
  for (const item of items) {
    const contest = await contestById(work, item.contest);
    const chase = chasesOf(contest).find(({ id }) => id === item.chase);
    const debt = chase && (await findDebt(work, contest, chase, { person, item }));
    // Said to a coordinator it is not for the group, which may look open.
    if (debt)
      owed.push({
        contest,
        chase: chase.id,
        debt: { ...debt, inGroup: undefined },
        step: item.step,
        insteadOf: null,
      });
  }
  await askOthers(work, owed, means);
}
