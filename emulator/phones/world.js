import { follow, getMessages, getState } from './server.js';

/** @import { Bot, Chat, Clock, Message, Phone, State, Toast } from './types.js' */

/** A messenger repeats "is typing" every five seconds for as long as it lasts. */
const TYPING_MS = 5000;

/** @typedef {ReturnType<typeof openWorld>} World */

/**
 * The page's copy of what the server knows, kept up to date. It decides nothing and is never saved.
 *
 * @param {{ changed(): void, toast(toast: Toast): void }} listeners `changed` is called once for many changes
 */
export function openWorld({ changed, toast }) {
  /** @type {State} */
  let state = { clock: { now: 0, version: 0, speed: 1, frozen: true }, bots: [], phones: [], chats: [] };
  let clockSetAt = 0;
  let ready = false;
  let connected = true;
  /** @type {Map<string, Message[]>} */
  const histories = new Map();
  /** Events that arrive while a history is being fetched are applied after it. @type {Map<string, (() => void)[]>} */
  const waiting = new Map();
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  const typing = new Map();

  let scheduled = false;
  function announce() {
    if (scheduled) return;
    scheduled = true;
    setTimeout(() => {
      scheduled = false;
      changed();
    });
  }

  /** @param {Clock} clock */
  function takeClock(clock) {
    state = { ...state, clock };
    clockSetAt = performance.now();
    announce();
  }

  /** @param {string} chat */
  function stopTyping(chat) {
    clearTimeout(typing.get(chat));
    if (typing.delete(chat)) announce();
  }

  /** @param {string} chat @param {() => void} change */
  function inHistory(chat, change) {
    waiting.get(chat)?.push(change);
    change();
    announce();
  }

  /** @param {string} chat */
  async function loadHistory(chat) {
    /** @type {(() => void)[]} */
    const meanwhile = [];
    waiting.set(chat, meanwhile);
    const { messages } = await getMessages(chat);
    histories.set(chat, messages);
    for (const change of meanwhile) change();
    if (waiting.get(chat) === meanwhile) waiting.delete(chat);
  }

  async function load({ all = false } = {}) {
    const fresh = await getState();
    state = fresh;
    clockSetAt = performance.now();
    await Promise.all(
      fresh.chats.filter(({ id }) => all || !histories.has(id)).map(({ id }) => loadHistory(id)),
    );
    ready = true;
    connected = true;
    announce();
  }

  const lost = () => {
    connected = false;
    announce();
  };

  follow({
    open: () => void load({ all: true }).catch(lost),
    lost,
    state: () => void load().catch(lost),
    clock: takeClock,
    toast,
    message(message) {
      if (message.from.kind === 'bot') stopTyping(message.chat);
      inHistory(message.chat, () => {
        const history = histories.get(message.chat) ?? [];
        const index = history.findIndex(({ id }) => id === message.id);
        histories.set(message.chat, index < 0 ? [...history, message] : history.with(index, message));
      });
    },
    deleted({ chat, id }) {
      inHistory(chat, () => {
        const history = histories.get(chat) ?? [];
        histories.set(
          chat,
          history.filter((message) => message.id !== id),
        );
      });
    },
    typing({ chat }) {
      clearTimeout(typing.get(chat));
      typing.set(
        chat,
        setTimeout(() => stopTyping(chat), TYPING_MS),
      );
      announce();
    },
  });

  /** @template {{ id: string }} T @param {T[]} list @param {string | null} id */
  const find = (list, id) => list.find((one) => one.id === id);

  return {
    load,
    get ready() {
      return ready;
    },
    get connected() {
      return connected;
    },
    get state() {
      return state;
    },
    now() {
      const { now, speed, frozen } = state.clock;
      return frozen ? now : now + (performance.now() - clockSetAt) * speed;
    },
    /** @param {string} chat @returns {Message[]} */
    history: (chat) => histories.get(chat) ?? [],
    /** @param {string} chat */
    isTyping: (chat) => typing.has(chat),
    /** @param {string} id @returns {Chat | undefined} */
    chat: (id) => find(state.chats, id),
    /** @param {string} id @returns {Phone | undefined} */
    phone: (id) => find(state.phones, id),
    /** @param {string | null} id @returns {Bot | undefined} */
    bot: (id) => find(state.bots, id),
    /** @param {string} phone @returns {Chat[]} */
    chatsOf: (phone) => state.chats.filter(({ phones }) => phones.includes(phone)),
  };
}
