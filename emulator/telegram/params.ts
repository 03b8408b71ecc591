import { type ZodError, z } from 'zod';
import { parseJson } from '../requests.js';
import { type ApiError, bad } from './errors.js';

/** Parameters come as JSON values, or as text in forms and queries. */

export const integer = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
  z.int(),
);

export const flag = z.preprocess((value) => {
  if (typeof value === 'string') return ['true', '1', 'yes'].includes(value.toLowerCase());
  return typeof value === 'number' ? value !== 0 : value;
}, z.boolean());

export const text = z.union([z.string(), z.number()]).transform(String);

/** An id of a chat or a user. */
export const someId = text;

/** A structure, given as such or as its JSON. */
export const structure = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' ? parseJson(value) : value), schema);

export function whatIsWrong(error: ZodError, given: Record<string, unknown>): ApiError {
  const field = String(error.issues[0]?.path[0] ?? '');
  if (given[field] === undefined) return bad(emptyTexts[field] ?? `parameter "${field}" is required`);
  return bad(`can't parse ${readableNames[field] ?? `parameter "${field}"`}`);
}

const emptyTexts: Record<string, string> = {
  chat_id: 'chat_id is empty',
  from_chat_id: 'chat_id is empty',
  text: 'message text is empty',
  message_id: 'message identifier is not specified',
  user_id: 'invalid user_id specified',
  callback_query_id: 'query is too old and response timeout expired or query ID is invalid',
  file_id: 'file_id not specified',
  action: 'wrong parameter action in request',
};

const readableNames: Record<string, string> = {
  reply_markup: 'reply keyboard markup JSON object',
  entities: 'entities',
  caption_entities: 'entities',
  media: 'media JSON object',
  commands: 'commands list',
};
