import { type ChatId, platformOf, type Styled } from '../chat.js';
import type { Offer } from '../turn.js';
import { stack, type Words } from '../words.js';
import type { Item } from './debts/claims.js';
import { grouped } from './debts/debt.js';

/** What a phone shows under one message without hiding the rest. */
const MOST_OFFERS = 3;

/** A longer letter is read by nobody. */
const MOST_LINES = 8;

/**
 * Everything that one person is reminded of, contest by contest. `here`: the contest that his chat is about,
 * since what he types there is meant for that one.
 */
export function describeReminder(t: Words, said: readonly Item[], here: string | null): Styled {
  const parts = [...grouped(said, ({ contest }) => contest.id).values()].map((own) => {
    const lines = own.map((item) => {
      const { debt, insteadOf } = item;
      if (insteadOf === null) return debt.says;
      const { who } = insteadOf;
      // What is owed stands in the same letter already.
      if (own.some((other) => covers(other, item))) return t('remind.helpToo', { who });
      return stack([t('remind.help', { who }), debt.instead?.says ?? debt.says], ' ');
    });
    const contest = own[0]?.contest;
    const title = contest && t('remind.title', { contest: contest.plan.shortName });
    const isElsewhere = contest && here !== null && here !== contest.id;
    const first = stack([title, isElsewhere && t('remind.elsewhere', { id: contest.id }), lines[0]], '\n');
    const more = lines.length - MOST_LINES;
    return stack([first, ...lines.slice(1, MOST_LINES), more > 0 && t('remind.more', { count: more })]);
  });
  return stack([...parts, t('remind.refuse')]);
}

/** Does this, about several, say what that one says about one of them? */
const covers = ({ chase, debt, insteadOf }: Item, one: Item): boolean =>
  insteadOf === null &&
  chase.startsWith(`${one.chase}/`) &&
  debt.deadline?.getTime() === one.debt.deadline?.getTime() &&
  one.debt.what.every((what) => debt.what.includes(what));

/** The same for a unit's group: what its teams owe, each by its name, and nothing of anybody's own. */
export function describeInGroup(t: Words, said: readonly Item[]): Styled {
  const parts = [...grouped(said, ({ contest }) => contest).entries()].map(([{ plan }, own]) => {
    const title = stack([t('remind.title', { contest: plan.shortName }), t('remind.inGroup')], '\n');
    const alike = grouped(own, ({ chase, debt }) => `${chase} ${debt.deadline?.toISOString()}`);
    // All that are written here count as asked, so none may be left out.
    const lines = [...alike.values()].map((same) => {
      const said = same.flatMap(({ debt }) => debt.inGroup ?? []);
      return said[0]?.says(said.map(({ team }) => team));
    });
    return stack([title, ...lines]);
  });
  return stack(parts);
}

/**
 * The acts that settle it, as buttons; in a chat without any a number would answer whatever question is open there.
 * What is pressed is meant for the contest that the chat is about (`here`): of another one only the way there.
 */
export function offersOf(t: Words, said: readonly Item[], chat: ChatId, here: string | null): Offer[] {
  if (platformOf(chat) === 'zalo') return [];
  const offers = said.flatMap(({ contest: { id, plan }, debt, insteadOf }): Offer[] => {
    if (here !== null && here !== id)
      return [{ label: t.plain('remind.goTo', { contest: plan.shortName }), says: `/cuocthi ${id}` }];
    return insteadOf === null ? [debt.offer] : [];
  });
  return [...new Map(offers.map((offer) => [offer.says, offer])).values()].slice(0, MOST_OFFERS);
}
