import { isObject, parseJson } from '../requests.js';
import type { Button, ChatRecord } from '../state.js';
import { bad } from './errors.js';

const mostDataBytes = 64;
const mostButtons = 100;

export type Markup =
  | { kind: 'inline'; rows: Button[][] }
  | { kind: 'keys'; rows: NonNullable<ChatRecord['keyboard']> }
  | { kind: 'remove' }
  | { kind: 'force' };

/** `reply_markup`, whatever form it came in; `null` if there is none. */
export function readMarkup(given: unknown): Markup | null {
  if (given === undefined || given === null || given === '') return null;
  const markup = typeof given === 'string' ? parseJson(given) : given;
  if (markup === undefined) throw bad("can't parse reply keyboard markup JSON object");
  if (!isObject(markup)) throw bad('object expected as reply markup');
  if (markup.inline_keyboard !== undefined)
    return { kind: 'inline', rows: inlineRows(markup.inline_keyboard) };
  if (markup.keyboard !== undefined) return { kind: 'keys', rows: keyRows(markup.keyboard) };
  if (markup.remove_keyboard === true) return { kind: 'remove' };
  if (markup.force_reply === true) return { kind: 'force' };
  return null;
}

/** Only inline keyboards hang on a message; `null` if this one has none. */
export function inlineButtons(markup: Markup | null): Button[][] | null {
  if (markup?.kind !== 'inline') return null;
  const rows = markup.rows.filter((row) => row.length > 0);
  return rows.length > 0 ? rows : null;
}

function inlineRows(given: unknown): Button[][] {
  if (!Array.isArray(given))
    throw bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
  const rows = given.map((row: unknown) => {
    if (!Array.isArray(row))
      throw bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
    return row.map(inlineButton);
  });
  if (rows.flat().length > mostButtons) throw bad('reply markup is too long');
  return rows;
}

function inlineButton(given: unknown): Button {
  const failed = (reason: string) => bad(`can't parse inline keyboard button: ${reason}`);
  if (!isObject(given)) throw failed('InlineKeyboardButton must be an Object');
  const { text, callback_data, url, style } = given;
  if (text === undefined) throw failed('Can\'t find field "text"');
  if (typeof text !== 'string') throw failed('Field "text" must be of type String');
  if (text === '') throw bad('inline keyboard button text must be non-empty');
  const shown = { text, ...(typeof style === 'string' && { style }) };
  if (typeof url === 'string') {
    if (!/^(https?|tg):\/\/[^\s]+$/i.test(url)) {
      throw bad(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
    }
    return { ...shown, data: '', url };
  }
  if (callback_data === undefined) throw failed('Text buttons are unallowed in the inline keyboard');
  if (typeof callback_data !== 'string') throw failed('Field "callback_data" must be of type String');
  const bytes = Buffer.byteLength(callback_data);
  if (bytes < 1 || bytes > mostDataBytes) throw bad('BUTTON_DATA_INVALID');
  return { ...shown, data: callback_data };
}

function keyRows(given: unknown): NonNullable<ChatRecord['keyboard']> {
  if (!Array.isArray(given))
    throw bad('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays');
  return given.map((row: unknown) => {
    if (!Array.isArray(row))
      throw bad('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays');
    return row.map((key: unknown) => {
      if (typeof key === 'string') return { text: key, requestContact: false };
      if (!isObject(key) || typeof key.text !== 'string')
        throw bad('can\'t parse keyboard button: Can\'t find field "text"');
      return { text: key.text, requestContact: key.request_contact === true };
    });
  });
}
