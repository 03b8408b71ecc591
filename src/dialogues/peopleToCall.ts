import { contestOf } from '../actions/contest.js';
import { peopleToCall } from '../actions/peopleToCall.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';

/** More than a phone shows in two messages nobody works through. */
const MOST_NAMED = 40;

/** `/cangoi`: whom nothing can be written to. */
export async function showPeopleToCall(turn: Turn): Promise<void> {
  const { t } = turn;
  const contest = await contestOf(turn);
  const { chatless, parked } = await peopleToCall(turn, contest);
  const listed = (title: 'call.chatless' | 'call.parked', people: readonly { who: string }[]) => {
    if (people.length === 0) return null;
    const more = people.length - MOST_NAMED;
    return stack(
      [
        t(title, { count: people.length }),
        ...people.slice(0, MOST_NAMED).map(({ who }) => t('told.line', { who })),
        more > 0 && t('told.more', { count: more }),
      ],
      '\n',
    );
  };
  const lists = [listed('call.chatless', chatless), listed('call.parked', parked)];
  turn.say(
    stack([
      t('call.title', { contest: contest.plan.shortName }),
      ...lists,
      t(lists.some((list) => list !== null) ? 'call.how' : 'call.nobody'),
    ]),
  );
}
