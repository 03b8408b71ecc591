import { z } from 'zod';
import type { Log } from '../log.js';

/*
 * One call of Facebook's Graph API, and what came of it. From its documentation: up to 50 requests in a batch,
 * each counted by the limits, answered in their order with a status and a body of its own, `null` for one that
 * was not finished in time (docs/graph-api/batch-requests); errors are `{ error: { code, error_subcode } }`
 * (docs/graph-api/guides/error-handling); a page's token is limited by its use, and a header says for how many
 * minutes (docs/graph-api/overview/rate-limiting). Nothing of it could be tried on the real one.
 */

const VERSION = 'v23.0';
export const MOST_IN_BATCH = 50;
/** Several calls have to fit into a tick. */
const TIMEOUT_MS = 4_000;

/** `throttled`: to be left alone for a while. `denied`: the token is refused. `failed`: no answer to be read. */
export type Trouble =
  | { kind: 'throttled'; waitMs: number }
  | { kind: 'denied'; code: number }
  | { kind: 'failed'; reason: string };

/**
 * The body of each request in its order: `null` where it was refused, `undefined` where it wasn't finished. What
 * was answered stands, also where the other parts say that it was enough for a while.
 */
export type Batch = { bodies: unknown[]; trouble: Trouble | null };

export type Graph = (paths: readonly string[]) => Promise<Batch>;

const graphError = z.object({
  error: z.object({
    code: z.number(),
    error_subcode: z.number().optional(),
    is_transient: z.boolean().optional(),
  }),
});
const batchAnswer = z.array(z.object({ code: z.number(), body: z.string().nullish() }).nullable());

/** Codes of throttling: of the app, of the user, of the page, by the hour, and of a business's use. */
const THROTTLED = new Set([4, 17, 32, 341, 368, 613, 80001, 80002]);
/** Facebook itself failed, or was away for a moment: to be asked again. */
const PASSING = new Set([1, 2]);
/** The token has ended, or lacks a permission. */
const isDenied = (code: number): boolean =>
  code === 190 || code === 102 || code === 10 || (code >= 200 && code < 300);
const USUAL_WAIT_MS = 5 * 60_000;

/** The token goes in a header, so that no address holds it; what comes back is logged by its code only. */
export function openGraph({ token, root, log }: { token: string; root: string; log: Log }): Graph {
  return async (paths) => {
    const batch = paths.map((path) => ({ method: 'GET', relative_url: path }));
    let answer: Response;
    let text: string;
    try {
      answer = await fetch(`${root}/${VERSION}/`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ batch: JSON.stringify(batch), include_headers: 'false' }),
        // A redirect would carry the token to somewhere else.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      text = await answer.text();
    } catch (error) {
      // Its message may hold what was sent.
      return nothing(failed(log, error instanceof Error ? error.name : 'error'));
    }
    const body = parsed(text);
    const refused = graphError.safeParse(body);
    if (refused.success) return nothing(troubleOf(log, refused.data.error.code, answer.headers));
    const read = batchAnswer.safeParse(body);
    if (!read.success || read.data.length !== paths.length)
      return nothing(failed(log, `HTTP ${answer.status}`));
    const parts = read.data.map((each) => (each ? partOf(each) : unfinished));
    // A limit or a dead token shows in every part of a batch that was itself accepted.
    const whole = parts.map(({ refused }) => refused).find(isOfAll);
    return {
      bodies: parts.map(({ body }) => body),
      trouble: whole === undefined ? null : troubleOf(log, whole, answer.headers),
    };
  };
}

const nothing = (trouble: Trouble): Batch => ({ bodies: [], trouble });

type Part = { body: unknown; refused?: number };

const unfinished: Part = { body: undefined };

function partOf({ code, body }: { code: number; body?: string | null | undefined }): Part {
  const own = parsed(body ?? '');
  if (code === 200) return { body: own };
  if (code >= 500) return unfinished;
  const read = graphError.safeParse(own);
  if (!read.success) return { body: null };
  const { code: refused, is_transient: passes = false } = read.data.error;
  return { body: passes || PASSING.has(refused) || isOfAll(refused) ? undefined : null, refused };
}

/** Not about the one that was asked for. */
const isOfAll = (code: number | undefined): boolean =>
  code !== undefined && (THROTTLED.has(code) || code === 190);

function troubleOf(log: Log, code: number, headers: Headers): Trouble {
  log.warn({ code }, 'Facebook refused');
  if (THROTTLED.has(code)) return { kind: 'throttled', waitMs: waitOf(headers) };
  return isDenied(code) ? { kind: 'denied', code } : { kind: 'failed', reason: `code ${code}` };
}

function failed(log: Log, reason: string): Trouble {
  log.warn({ reason }, 'Facebook gave no answer');
  return { kind: 'failed', reason };
}

const usage = z.record(
  z.string(),
  z.array(z.object({ estimated_time_to_regain_access: z.number().nonnegative().optional() })),
);

/** In minutes, for each kind of use. */
function waitOf(headers: Headers): number {
  const read = usage.safeParse(parsed(headers.get('x-business-use-case-usage') ?? ''));
  const minutes = read.success
    ? Object.values(read.data).flatMap((uses) =>
        uses.map(({ estimated_time_to_regain_access = 0 }) => estimated_time_to_regain_access),
      )
    : [];
  return Math.max(USUAL_WAIT_MS, ...minutes.map((each) => each * 60_000));
}

/** `undefined` if it isn't JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
