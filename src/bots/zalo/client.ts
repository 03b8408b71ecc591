import axios, { isAxiosError } from 'axios';
import { z } from 'zod';
import { parseJson } from '../../json.js';
import { TIMEOUT_MS } from './limits.js';

/**
 * One call of the Bot Platform, and what came of it. Nothing is thrown: axios's errors carry the address,
 * and the address carries the token, so none of them leaves this file.
 */
export type Answer = { kind: 'ok'; result: unknown } | Refused | Failed;

/** The platform said no, in its own words. */
export type Refused = { kind: 'refused'; code: number; description: string };

/** No answer that could be read. `connected`: the call may have been carried out all the same. */
export type Failed = { kind: 'failed'; reason: string; connected: boolean };

export type Client = {
  call(
    method: string,
    params: Record<string, unknown>,
    options?: { timeoutMs?: number; signal?: AbortSignal },
  ): Promise<Answer>;
};

const LONGEST_ANSWER = 4 * 1024 * 1024;

const code = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .optional()
  .catch(undefined);
const success = z.object({ ok: z.literal(true), result: z.unknown().optional() });
// One documented refusal, 426, spells its key in camel case.
const refusal = z
  .object({ error_code: code, errorCode: code, description: z.string().catch('') })
  .catch({ description: '' });

export function zaloClient({ token, apiRoot }: { token: string; apiRoot: string }): Client {
  const root = `${apiRoot.replace(/\/+$/, '')}/bot${token}`;
  const withoutToken = (text: string): string => text.replaceAll(token, '***').slice(0, 200);

  return {
    async call(method, params, { timeoutMs = TIMEOUT_MS, signal } = {}) {
      try {
        const { status, data } = await axios.post<string>(`${root}/${method}`, JSON.stringify(params), {
          headers: { 'Content-Type': 'application/json; charset=utf-8' },
          responseType: 'text',
          transformResponse: (body: string) => body,
          validateStatus: () => true,
          maxRedirects: 0,
          maxContentLength: LONGEST_ANSWER,
          timeout: timeoutMs,
          ...(signal && { signal }),
        });
        return read(status, data);
      } catch (error) {
        const reason = isAxiosError(error) ? (error.code ?? error.message) : String(error);
        return { kind: 'failed', reason: withoutToken(reason), connected: !NEVER_CONNECTED.has(reason) };
      }
    },
  };

  function read(status: number, text: string): Answer {
    let body: unknown;
    try {
      body = parseJson(text);
    } catch {
      return { kind: 'failed', reason: `HTTP ${status} without JSON`, connected: true };
    }
    const good = success.safeParse(body);
    if (good.success) return { kind: 'ok', result: good.data.result };
    const { error_code, errorCode, description } = refusal.parse(body);
    return {
      kind: 'refused',
      code: error_code ?? errorCode ?? status,
      description: withoutToken(description),
    };
  }
}

const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** For logs and error messages. */
export const describe = (answer: Refused | Failed): string =>
  answer.kind === 'refused' ? `${answer.code} ${answer.description}`.trim() : answer.reason;
