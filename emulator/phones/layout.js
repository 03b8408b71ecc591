/** @import { View } from './types.js' */
/** @import { World } from './world.js' */

const KEY = 'tro-ly-cuoc-thi/dien-thoai';

/** More phones than this stay in the drawer until somebody asks for them. */
const SHOWN_AT_FIRST = 8;

/** @typedef {ReturnType<typeof openLayout>} Layout */

/**
 * Which phones are out, which chat each shows, who holds a group's phone and what has been read:
 * what belongs to this browser, and survives a reload here.
 *
 * @typedef {Record<'shown', Record<string, boolean>> & Record<'opened' | 'holders' | 'seen', Record<string, string>>} Kept
 */
export function openLayout() {
  /** @type {Kept} */
  const kept = { shown: {}, opened: {}, holders: {}, seen: {}, ...read() };
  const save = () => localStorage.setItem(KEY, JSON.stringify(kept));

  /** @param {World} world @returns {View[]} */
  const allViews = ({ state }) => [
    ...state.phones.map((phone) => ({
      id: `person/${phone.id}`,
      kind: /** @type {const} */ ('person'),
      phone,
    })),
    ...state.chats
      .filter(({ kind, phones }) => kind === 'group' && phones.length > 0)
      .map((chat) => ({ id: `group/${chat.id}`, kind: /** @type {const} */ ('group'), chat })),
  ];

  return {
    /** @param {World} world */
    views(world) {
      const out = /** @type {View[]} */ ([]);
      const away = /** @type {View[]} */ ([]);
      for (const view of allViews(world)) {
        ((kept.shown[view.id] ?? out.length < SHOWN_AT_FIRST) ? out : away).push(view);
      }
      return { out, away };
    },
    /** @param {string} view @param {boolean} shown */
    show(view, shown) {
      kept.shown[view] = shown;
      save();
    },
    /** @param {string} view @returns {string | undefined} the chat it shows; '' = the list of chats */
    openedIn: (view) => kept.opened[view],
    /** @param {string} view @param {string} chat */
    open(view, chat) {
      kept.opened[view] = chat;
      save();
    },
    /** @param {string} chat @returns {string | undefined} */
    holderOf: (chat) => kept.holders[chat],
    /** @param {string} chat @param {string} phone */
    hold(chat, phone) {
      kept.holders[chat] = phone;
      save();
    },
    /** @param {World} world @param {string} phone @param {string} chat @returns {number} */
    unread(world, phone, chat) {
      const history = world.history(chat);
      const last = history.findIndex(({ id }) => id === kept.seen[`${phone}/${chat}`]);
      return history.slice(last + 1).filter(({ from }) => !(from.kind === 'phone' && from.phone === phone))
        .length;
    },
    /** @param {World} world @param {string} phone @param {string} chat */
    markSeen(world, phone, chat) {
      const newest = world.history(chat).at(-1);
      if (!newest || kept.seen[`${phone}/${chat}`] === newest.id) return;
      kept.seen[`${phone}/${chat}`] = newest.id;
      save();
    },
  };
}

/** @returns {Partial<Kept>} */
function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}
