import { GrammyError, HttpError } from 'grammy';
import { botOf, type ChatId, chatId, Gone, Later, Moved, Wrong } from '../../chat.js';
import { withoutTokens } from '../../log.js';

export type Failure = Later | Gone | Moved | Wrong;

/** How long to leave Telegram alone when it doesn't say. Whoever counts the tries makes it longer. */
const TROUBLE_WAIT_MS = 2_000;

/** Beginnings of descriptions: nothing is left to do, for it is so already, or can't be so any more. */
const SETTLED = [
  'message is not modified',
  'message to edit not found',
  "message can't be edited",
  'message to delete not found',
  'query is too old',
];

/** The same: nobody can be reached there. Every answer with code 403 means it too. */
const UNREACHABLE = ['chat not found', 'user not found', 'peer_id_invalid', 'group chat was deactivated'];

/**
 * What a failed call means, `null` when it has in truth done its work. The reasons hold nothing but the
 * method and what Telegram says: an error of the HTTP client knows the address, and the token is part of it.
 */
export function failureOf(error: unknown, method: string, chat?: ChatId): Failure | null {
  if (isFailure(error)) return error;
  if (error instanceof GrammyError) return refusal(error, method, chat);
  if (error instanceof HttpError) {
    return new Later(TROUBLE_WAIT_MS, 'bot', `${method}: no answer (${whyNoAnswer(error.error)})`);
  }
  return new Wrong(`${method}: ${error instanceof Error ? error.name : typeof error}`);
}

const isFailure = (error: unknown): error is Failure =>
  error instanceof Later || error instanceof Gone || error instanceof Moved || error instanceof Wrong;

function refusal({ error_code: code, description, parameters }: GrammyError, method: string, chat?: ChatId) {
  const reason = withoutTokens(`${method}: ${code} ${description}`);
  const words = description.replace(/^(Bad Request|Forbidden): /, '').toLowerCase();
  const beginsAs = (beginning: string) => words.startsWith(beginning);
  const scope = chat ? 'chat' : 'bot';

  const movedTo = parameters.migrate_to_chat_id;
  if (chat && movedTo) return new Moved(chatId(botOf(chat), movedTo));
  if (code === 429) return new Later((parameters.retry_after ?? 0) * 1000 || TROUBLE_WAIT_MS, scope, reason);
  // One message may upset the server all by itself, so the others go on.
  if (code >= 500) return new Later(TROUBLE_WAIT_MS, scope, reason);
  if (code === 403 || UNREACHABLE.some(beginsAs)) return new Gone(reason);
  if (SETTLED.some(beginsAs)) return null;
  // A token that isn't even shaped like one gets the same 404 as an address that doesn't exist.
  const fatal = code === 401 || (code === 404 && description === 'Not Found');
  return new Wrong(reason, fatal);
}

/** `ECONNREFUSED`, `invalid-json` …: never the message, it holds the address. */
function whyNoAnswer(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('type' in error && typeof error.type === 'string') return error.type;
  return error.message.includes('timed out') ? 'timed out' : error.name;
}
