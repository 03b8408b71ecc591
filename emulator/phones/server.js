/** @import { Clock, Message, Phone, Platform, Sending, State, Toast } from './types.js' */

/** The browser tries again by itself, unless it has given up. */
const RETRY_MS = 2000;

/** The server said no; the message is its own sentence, meant for people. */
export class Refused extends Error {}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<any>}
 */
async function call(method, path, body) {
  const response = await fetch(`/api/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refused('Không kết nối được với chương trình. Xin kiểm tra xem nó còn chạy không.');
  });
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer;
  throw new Refused(answer?.error ?? 'Chương trình không làm được việc này.');
}

/** @param {string} id */
const part = (id) => encodeURIComponent(id);

/** @returns {Promise<State>} */
export const getState = () => call('GET', 'state');

/** @param {string} chat @returns {Promise<{ messages: Message[] }>} */
export const getMessages = (chat) => call('GET', `chats/${part(chat)}/messages`);

/** @param {{ name: string, platform: Platform, label?: string }} person @returns {Promise<Phone>} */
export const addPhone = (person) => call('POST', 'phones', person);

/** @param {string} chat @param {{ phone: string, text: string, mention?: boolean, replyTo?: string }} words */
export const say = (chat, words) => call('POST', `chats/${part(chat)}/say`, words);

/** @param {string} chat @param {{ phone: string, message: string, row: number, column: number }} button */
export const press = (chat, button) => call('POST', `chats/${part(chat)}/press`, button);

/** @param {string} chat @param {Sending & { phone: string }} sending */
export const send = (chat, sending) => call('POST', `chats/${part(chat)}/send`, sending);

/** @param {string} chat @param {{ phone: string, blocked: boolean }} wish */
export const block = (chat, wish) => call('POST', `chats/${part(chat)}/block`, wish);

/** @param {{ platform: Platform, title: string, phones: string[] }} group @returns {Promise<{ id: string }>} */
export const addGroup = (group) => call('POST', 'groups', group);

/** @param {string} chat @param {{ bot: string, present: boolean }} wish */
export const setBotPresent = (chat, wish) => call('POST', `groups/${part(chat)}/bot`, wish);

/** @param {string} chat */
export const upgradeGroup = (chat) => call('POST', `groups/${part(chat)}/upgrade`);

/** @param {{ advanceSeconds?: number, to?: number, frozen?: boolean }} wish */
export const setClock = (wish) => call('POST', 'clock', wish);

/** @param {number} to @returns {Promise<{ caution: string | null }>} */
export const cautionBefore = (to) => call('GET', `caution?to=${to}`);

/** @param {{ platform: Platform, kind: string, times: number, retryAfterSeconds?: number }} fault */
export const addFault = (fault) => call('POST', 'faults', fault);

export const clearFaults = () => call('DELETE', 'faults');

/**
 * What happens from now on. `open` is called at every (re)connection: something may have been missed before it.
 *
 * @param {{
 *   open(): void, lost(): void, message(message: Message): void, deleted(message: { chat: string, id: string }): void,
 *   typing(typing: { chat: string }): void, state(): void, clock(clock: Clock): void, toast(toast: Toast): void,
 * }} listeners
 */
export function follow(listeners) {
  const events = new EventSource('/api/events');
  events.addEventListener('open', () => listeners.open());
  events.addEventListener('error', () => {
    listeners.lost();
    if (events.readyState === EventSource.CLOSED) setTimeout(follow, RETRY_MS, listeners);
  });
  for (const kind of /** @type {const} */ (['message', 'deleted', 'typing', 'state', 'clock', 'toast'])) {
    /** @type {(value: any) => void} */
    const listener = listeners[kind];
    events.addEventListener(kind, (event) => listener(JSON.parse(event.data || '{}')));
  }
}
