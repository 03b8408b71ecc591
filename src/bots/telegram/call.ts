import { Api, type RawApi } from 'grammy';
import { ANSWER_SECONDS } from './limits.js';

/** Calls a method of the Bot API by its name; throws a GrammyError or an HttpError. */
export type CallTelegram = (
  method: string,
  params?: Record<string, unknown>,
  signal?: AbortSignal,
) => Promise<unknown>;

export function telegramCaller(token: string, apiRoot: string): CallTelegram {
  const { raw } = new Api(token, { apiRoot, timeoutSeconds: ANSWER_SECONDS });
  return (method, params, signal) => {
    const callByName = raw[method as keyof RawApi] as unknown as (...args: unknown[]) => Promise<unknown>;
    return callByName(params, signal);
  };
}
